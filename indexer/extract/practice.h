// The card of a record of a practice database: its labels and values.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Labels and headings of cards; immutable and thread-safe.
class PracticeRules {
 public:
  // Reads practice_labels.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<PracticeRules> load(const std::filesystem::path& folder);
  PracticeRules(PracticeRules&&) noexcept;
  PracticeRules& operator=(PracticeRules&&) noexcept;
  ~PracticeRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit PracticeRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

using PracticeCard = std::vector<std::pair<std::string, std::string>>;  // label without colon, value

struct Practice {
  PracticeCard card;
  std::vector<core::Evidence> evidence;  // of each field, with its label
};

// In the order of the page, dates as ISO 8601; whatever the layout: "Label: value", "Label - value",
// rows of a table, labels over their values, columns set by spaces. Nothing where there is no card.
std::optional<Practice> extract_practice(const SourceText& source, const PracticeRules& rules,
                                         const DateRules& dates);

}  // namespace szukajst::indexer::extract
