// Expressions of one meaning, which a query for one of them looks for too: "NGO" and "organizacja
// pozarządowa". Immutable and thread-safe once loaded.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "language/analyzer.h"

namespace szukajst::language {

class Synonyms {
 public:
  // `file`: data/synonyms.tsv. `analyzer` declines the expressions; it is not kept. Errors: not_found,
  // malformed (file and line).
  static core::Result<Synonyms> load(const std::filesystem::path& file, Analyzer& analyzer);

  using Expression = std::vector<std::string>;  // its words

  // What the words of a query from the first on say, as far as a group has it: how many of them, and what
  // says the same. No expressions where there is none.
  struct Same {
    std::size_t words = 0;
    std::vector<const Expression*> others;
  };
  // `spellings`: as typed; `words`: the same, analysed.
  Same at(std::span<const std::string_view> spellings, std::span<const QueryWord* const> words) const;

 private:
  struct Entry {
    Expression words;
    std::vector<std::vector<std::string>> keys;  // of each word
    std::size_t group = 0;
    bool in_capitals = false;  // in small letters it is a word of its own, as a dictionary has it
  };
  std::vector<Entry> entries_;                                    // those of a group are neighbours
  std::unordered_multimap<std::string, std::size_t> first_keys_;  // of entries
};

}  // namespace szukajst::language
