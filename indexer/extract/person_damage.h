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
  // Reads person_damage.tsv, person_letters.tsv and person_surnames.tsv of `folder`. Error: not_found,
  // malformed (file and line).
  static core::Result<NameDamage> load(const std::filesystem::path& folder);

  // The likeliest of the surname's spellings: a common one; with up to two letters put back one that a
  // dictionary knows as a name rather than as another word; of a surname that no dictionary has in any
  // spelling one that a known word makes with an ending of surnames ("Pręcikowski"), else the one that its
  // letters' neighbours and its ending have in other surnames.
  std::string restored(std::string_view surname, language::Analyzer& analyzer) const;
  // All spellings with one letter put back.
  std::vector<std::string> spellings(std::string_view name) const;

 private:
  struct Change {
    std::string seen, meant;
    bool likely = false;
  };
  bool never_holds(std::string_view surname) const;
  std::string by_neighbours(std::string_view surname) const;
  std::string common(std::string_view surname, language::Analyzer& analyzer) const;
  double made_of(std::string_view surname, language::Analyzer& analyzer) const;

  std::vector<Change> always_, letters_, endings_, rare_endings_;
  std::vector<std::string> suffixes_;  // of surnames that are made of words
  std::vector<std::string> never_;     // what no surname holds
  std::vector<std::string> cases_;     // what follows a surname's stem
  struct Stem {
    std::string text;
    bool whole = false;  // a surname as it is
  };
  std::unordered_map<std::string, Stem> common_;         // by what damage leaves of them
  std::unordered_map<std::string, std::string> learnt_;  // by neighbours and letter
};

}  // namespace szukajst::indexer::extract
