// "Did you mean": a query with words that no document has put right.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "language/slips.h"
#include "search/plan.h"
#include "search/searching.h"

namespace szukajst::search {

// Whether the word is only found by what it may have been meant for.
bool found_as_meant(const PlannedWord& word, const Snapshot& snapshot);

// The query with words that are nowhere in the index put right, if then as much is found as without; nothing
// where one of them cannot be. `query`: the text that the plan's words have their ranges in; `total`: what it
// finds itself.
std::optional<std::string> put_right(const std::string& query, const Plan& plan, std::size_t total,
                                     const language::Slips& slips, const Searching& searching);

}  // namespace szukajst::search
