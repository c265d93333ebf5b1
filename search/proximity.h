// How near to one another the words of a query stand in a document: beside how often each stands there, what
// tells "remont drogi" from a road here and a repair there.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "search/plan.h"
#include "search/request.h"
#include "search/word_uses.h"

namespace szukajst::search {

// The words of the query that stand for themselves: wanted, no beginnings, no synonyms; indexes in
// Plan::words. What names a field, or stands in a phrase or a group, says itself where it wants to stand.
std::vector<std::size_t> plain_words(const Plan& plan);

// 0 to 1: how closely the nearest places of `words` that the document's body has stand together, times the
// share of the words that it has. 1 where all stand side by side, 0 where fewer than two do. Looks at the
// first places of each word alone, so that it takes no longer for a book.
double proximity(const std::vector<std::size_t>& words, std::size_t document, WordUses& uses);
// The same of places with each the place of its word among so many `words`, in a text of so many tokens; of a
// word at most its first kMostPlaces.
inline constexpr std::size_t kMostPlaces = 500;
double proximity(std::vector<std::pair<std::size_t, std::size_t>> places, std::size_t words,
                 std::size_t tokens);

// Whether nearness counts for the order; `plain`: plain_words.
bool weighs_nearness(const Request& request, const std::vector<std::size_t>& plain);

}  // namespace szukajst::search
