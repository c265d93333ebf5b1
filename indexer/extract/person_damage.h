// Surnames of a text that has lost its diacritics, put back as they likely stood on paper.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "language/analyzer.h"

namespace szukajst::indexer::extract {

// Immutable and thread-safe.
class NameDamage {
 public:
  // Reads person_damage.tsv and person_letters.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<NameDamage> load(const std::filesystem::path& folder);

  // The likeliest of the surname's spellings with up to two letters put back: one that a dictionary knows as
  // a name rather than as another word; of a surname that no dictionary has in any spelling the one that its
  // letters' neighbours have in other surnames.
  std::string restored(std::string_view surname, language::Analyzer& analyzer) const;
  // All spellings with one letter put back.
  std::vector<std::string> spellings(std::string_view name) const;

 private:
  struct Change {
    std::string seen, meant;
    bool likely = false;
  };
  std::string by_neighbours(std::string_view surname) const;

  std::vector<Change> always_, letters_, endings_;
  std::unordered_map<std::string, std::string> learnt_;  // by neighbours and letter
};

}  // namespace szukajst::indexer::extract
