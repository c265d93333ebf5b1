// How much a word tells of what a document is about: a table, data/telling_words.tsv. Immutable and
// thread-safe once loaded.
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

class Telling {
 public:
  // `file`: data/telling_words.tsv. Errors: not_found, malformed (file and line).
  static core::Result<Telling> load(const std::filesystem::path& file);

  // 0 to 1, of a lemma in lower case, with its diacritics or without.
  double share(std::string_view lemma, const Lexicon& lexicon) const;

 private:
  std::unordered_map<std::string, double> words_;     // by their lemmas without diacritics
  std::vector<std::pair<std::string, double>> tags_;  // in the order of the table
  double unknown_ = 1;
};

}  // namespace szukajst::language
