// Where in a document the words of a query stand: snippets, pages, how each word was met. The tokens that
// match are found in the forward index; no other is looked at.
#pragma once

#include <optional>

#include "core/index_format.h"
#include "language/analyzer.h"
#include "search/index_reader.h"
#include "search/plan.h"
#include "search/request.h"
#include "search/word_uses.h"

namespace szukajst::search {

struct PassageSources {
  const Plan& plan;
  // Of the plan, in the document's segment. Null of a document of a remote index, whose forward index is not
  // at hand: its text is analysed again.
  WordUses* uses;
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
