// Finds the known words that a damaged word may have been: walks an automaton along the damaged letters,
// with the channel's confusions at each step, cheapest path first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/cfsa2.h"
#include "language/channel.h"

namespace szukajst::language {

struct Found {
  std::string form;   // lower case
  float weight = 0;   // -ln P(damaged | form)
  bool name = false;  // known only with a capital
};

struct SearchLimits {
  float heaviest = 14;        // paths above are given up
  int edits = 0;              // letters that may be changed, lost or put in without a known confusion …
  float edit_weight = 8;      // … at this weight each
  std::size_t steps = 1'000;  // at most so many, over all automata: bounds the time for one word
};

// `damaged`: lower case. `capitalised`: it stood with a capital, so names are found too. Each form once,
// by its lightest path, lightest first.
std::vector<Found> search_words(const std::vector<const Cfsa2*>& automata, const Channel& channel,
                                Engine engine, std::string_view damaged, bool capitalised,
                                const SearchLimits& limits);

}  // namespace szukajst::language
