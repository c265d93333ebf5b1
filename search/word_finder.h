// Finds words of a segment by how they begin and by how they nearly are spelt. Keys are lower case without
// diacritics (utf8::fold of utf8::lower), so diacritics never count.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/suggestions.h"

namespace szukajst::search {

// Words [first, last) of core::Suggestions.
struct WordRange {
  std::size_t first = 0, last = 0;
  std::size_t size() const { return last - first; }
  bool operator==(const WordRange&) const = default;
};

std::string word_key(std::string_view word);

// Reads core::Suggestions, which outlive it. Thread-safe.
class WordFinder {
 public:
  explicit WordFinder(const core::Suggestions& words) : words_(words) {}

  WordRange beginning_with(std::string_view key) const;
  // The words of this very key.
  WordRange spelt(std::string_view key) const;
  // The words that begin with what is one slip away from the key: a letter too many, missing, another, or two
  // that changed places. Those that begin with the key itself may be among them. Ranges apart, ascending.
  std::vector<WordRange> nearly_beginning_with(std::string_view key) const;
  // The words at most so many slips away from the key, itself included.
  std::vector<std::size_t> nearly_spelt(std::string_view key, int slips) const;

 private:
  const core::Suggestions& words_;
};

// Slips that lead from one key to the other, by bytes; `most` + 1 where there are more. (Optimal string
// alignment: Boytsov, 2011.)
int slips_between(std::string_view a, std::string_view b, int most);

}  // namespace szukajst::search
