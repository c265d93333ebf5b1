// Amounts of money that a text names.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Multipliers, currencies, words of rates; immutable and thread-safe.
class MoneyRules {
 public:
  // Reads money.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<MoneyRules> load(const std::filesystem::path& folder);
  MoneyRules(MoneyRules&&) noexcept;
  MoneyRules& operator=(MoneyRules&&) noexcept;
  ~MoneyRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit MoneyRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// Each amount once, in the order of the text; both ends of a range; prices for a unit left out.
std::vector<core::Money> extract_money(const SourceText& source, const MoneyRules& rules);

}  // namespace szukajst::indexer::extract
