// A query with what says the same as its words beside them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/synonyms.h"
#include "search/query_tree.h"
#include "search/query_words.h"

namespace szukajst::search {

// Words that are wanted in the text, a title, a goal or of a partner, alone or several side by side, become
// an `any` of them and their synonyms. What stands in quotation marks and what is not wanted stays.
// Nothing where no word has any.
std::optional<QueryNode> with_synonyms(const QueryNode& query, const language::Synonyms& synonyms,
                                       QueryWords& words);

// The synonyms in a query, in its order.
std::vector<std::string> synonyms_in(const QueryNode& query);

}  // namespace szukajst::search
