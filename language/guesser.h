// Lemmas for words that no dictionary has, from their endings: learnt from PoliMorf by
// tool/build_tables.cpp, once from its proper names and once from its common nouns and adjectives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/cfsa2.h"
#include "language/lexicon.h"

namespace szukajst::language {

// A view of its automaton's bytes. Immutable; threads may share it.
//
// Entries of the automaton: 'N' for names or 'C' for common words, the ending's bytes last first,
// ';', the number of bytes to cut as 'A' + n, what to put on instead, ';', the tag, ';', a letter that
// grows with how often that was seen.
class Guesser {
 public:
  Guesser() = default;
  explicit Guesser(Cfsa2 endings) : endings_(endings) {}

  // Readings by the longest ending that was learnt, and by shorter ones where that was seen seldom, likeliest
  // first, at most six lemmas. Capitalised forms decline as names do. Empty for a form without a known
  // ending.
  std::vector<Reading> guess(std::string_view form) const;

 private:
  Cfsa2 endings_;
};

// The longest ending that is learnt, in code points.
inline constexpr std::size_t kLongestEnding = 6;

}  // namespace szukajst::language
