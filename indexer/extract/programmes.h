// Funding programmes and funds that a text names.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Names and abbreviations of programmes; immutable and thread-safe.
class ProgrammeRules {
 public:
  // Reads programmes.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<ProgrammeRules> load(const std::filesystem::path& folder);
  ProgrammeRules(ProgrammeRules&&) noexcept;
  ProgrammeRules& operator=(ProgrammeRules&&) noexcept;
  ~ProgrammeRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit ProgrammeRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

struct Programmes {
  std::vector<std::string> names;
  std::vector<core::Evidence> evidence;  // of each name
};

// Each once, in the order of the text: the abbreviation where the text has one, else the name in the
// nominative.
// `voivodeship`: the document's own, which tells a damaged "RPO WE"; may be null.
Programmes extract_programmes(const SourceText& source, const gazetteer::Unit* voivodeship,
                              const ProgrammeRules& rules);

}  // namespace szukajst::indexer::extract
