// What may have been meant by a word that the index does not have.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/slips.h"
#include "search/deadline.h"
#include "search/snapshot.h"

namespace szukajst::search {

struct Spelling {
  std::string word;
  std::size_t documents = 0;  // that have it; where segments have tombstones, at most
  double cost = 0;            // language::Slips, of the form for it
};

// How likely the word was meant, where so many documents have it: comparable for one form alone.
double likelihood(double cost, std::size_t documents);

// The words in the bodies of the index that are close to the form, likeliest first, at most `most`; none
// where the form is a word of Polish (then it is only not spoken of), or where time is up. `form`: lower
// case. O(distinct words), some ns each.
std::vector<Spelling> close_spellings(std::string_view form, const Snapshot& snapshot,
                                      const language::Lexicon& lexicon, const language::Slips& slips,
                                      std::size_t most, Deadline& deadline);

}  // namespace szukajst::search
