// Reads a query as people type it. The language: docs/query_language.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "search/query_tree.h"
#include "search/request.h"

namespace szukajst::search {

struct QueryLimits {
  std::size_t bytes = 4096, words = 64, depth = 16;
};

struct ParsedQuery {
  std::string text;  // the query in normal form, which ranges are in
  QueryNode root;
  std::vector<Diagnostic> diagnostics;  // what could not be read and is searched as words, or passed over
};

// Whether the word, in these capitals, is or may be an operator where it stands alone.
bool is_operator(std::string_view word);

// Never fails for the form of a query, only for its size. `query`: UTF-8. Error: too_large.
core::Result<ParsedQuery> parse_query(std::string_view query, const QueryLimits& limits = {});

}  // namespace szukajst::search
