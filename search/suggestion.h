// What may have been meant by a word that the index does not have.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "search/deadline.h"
#include "search/index_reader.h"

namespace szukajst::search {

// Insertions, deletions, changes and swaps of neighbours that lead from one text to the other, in code
// points; `most` + 1 where there are more. (Optimal string alignment: Boytsov, 2011.)
int edit_distance(std::u32string_view a, std::u32string_view b, int most);

// The spelling in the bodies of the index that is closest to the form, of several the commonest; nothing
// where none is close, where the form is a word of Polish (then it is only not spoken of), or where time
// is up.
std::optional<std::string> closest_spelling(std::string_view form, const std::vector<IndexReader>& readers,
                                            const language::Lexicon& lexicon, Deadline& deadline);

}  // namespace szukajst::search
