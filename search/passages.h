// Where in a document the words of a query stand: snippets, pages, how each word was met. Only the
// tokens that match are looked at, by their positions in the index: the cost does not grow with the text.
#pragma once

#include <optional>

#include "core/index_format.h"
#include "language/analyzer.h"
#include "search/index_reader.h"
#include "search/plan.h"
#include "search/request.h"

namespace szukajst::search {

struct PassageSources {
  const Plan& plan;
  const IndexReader& reader;
  language::Analyzer& analyzer;
  core::MatchKind loosest;
};

// Fills match, snippets and pages of the hit.
void find_passages(const core::KeptDocument& document, Number number, const PassageSources& sources,
                   Hit& hit);

// The same for a goal, from its wording and where that stands in the text; fills Hit::goal as well.
void find_goal_passages(const core::KeptDocument& document, Number number, std::size_t goal,
                        const PassageSources& sources, Hit& hit);

}  // namespace szukajst::search
