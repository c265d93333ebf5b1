// Words of one family that a searcher counts as one subject: a noun and the adjective made from it
// (turystyka and turystyczny, gmina and gminny). Immutable and thread-safe once loaded.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/result.h"
#include "language/lexicon.h"

namespace szukajst::language {

class WordFamilies {
 public:
  // `file`: data/word_families.tsv. Error: not_found, malformed (file and line).
  static core::Result<WordFamilies> load(const std::filesystem::path& file);

  // The nouns of an adjective and the adjectives of a noun, lemmas in lower case; those that an ending
  // alone suggests only where `lexicon` knows them as such a word. At most a handful.
  std::vector<std::string> relatives(std::string_view lemma, const Lexicon& lexicon) const;

 private:
  struct Ending {
    std::string noun, adjective;
  };
  std::unordered_multimap<std::string, std::string> pairs_;  // both ways
  std::vector<Ending> endings_;
};

}  // namespace szukajst::language
