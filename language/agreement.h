// What neighbouring words tell about each other: prepositions govern cases, adjectives agree with nouns.
#pragma once

#include <cstdint>
#include <vector>

#include "language/lexicon.h"

namespace szukajst::language {

// What of a form's readings matters to its neighbours. Number, case and gender together are a bit each.
struct Grammar {
  std::uint64_t noun = 0, adjective = 0;
  std::uint64_t governed = 0;  // as a preposition: the bits of all numbers and genders of its cases
  bool preposition = false;    // likelier than anything else that the form may be
  bool pronoun = false;        // or a numeral: takes a case, but tells too little of it
  bool verbal = false;  // a finite verb, an infinitive or a conjunction: no preposition stands before it
};
Grammar grammar_of(const std::vector<Reading>& readings);

// How much likelier, in ln, the second word is behind the first than anywhere.
double agreement(const Grammar& first, const Grammar& second);

}  // namespace szukajst::language
