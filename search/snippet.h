// The passages of a text in which the most words of a query stand closest together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/index_format.h"
#include "core/kinds.h"
#include "search/request.h"

namespace szukajst::search {

// A token of the text that met a word of the query.
struct TokenMatch {
  std::uint32_t token = 0;  // in KeptDocument::tokens
  std::size_t word = 0;     // in Plan::words
  core::MatchKind kind = core::MatchKind::exact;
};

// `matches` by token, ascending; `weights` by word. At most three, best first, each within one page;
// the beginning of the text where nothing matches.
std::vector<Snippet> cut_snippets(const core::KeptDocument& document, const std::vector<TokenMatch>& matches,
                                  const std::vector<double>& weights);

}  // namespace szukajst::search
