// Surnames of a text that has lost its diacritics, put back as they likely stood on paper.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "language/analyzer.h"

namespace szukajst::indexer::extract {

// Immutable and thread-safe.
class NameDamage {
 public:
  // Reads person_damage.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<NameDamage> load(const std::filesystem::path& folder);

  // The likeliest of the surname's spellings with up to two letters put back: one that a dictionary knows as
  // a name rather than as another word, and that rather than one that it does not know.
  std::string restored(std::string_view surname, language::Analyzer& analyzer) const;

 private:
  struct Change {
    std::string seen, meant;
    bool likely = false;
  };
  std::vector<Change> letters_, endings_;
};

}  // namespace szukajst::indexer::extract
