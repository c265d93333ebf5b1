// A document as the index keeps it, without the vendor of the index: its terms, its row in the
// columns, its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/goal_wordings.h"
#include "core/index_format.h"
#include "core/segment_columns.h"
#include "core/segment_tokens.h"
#include "gazetteer/gazetteer.h"
#include "indexer/pipeline.h"
#include "indexer/write/word_uses.h"
#include "language/analyzer.h"

namespace szukajst::indexer {

struct TermPostings {
  std::string term;
  std::uint32_t count = 0;               // how often it stands in the document; 0 for tags
  std::vector<std::uint32_t> positions;  // ascending, from 1; empty where the term has none
};

struct IndexedDocument {
  core::DocumentRow row;  // all but the hashes
  core::TokenRanges tokens;
  core::DocumentTokens texts;                       // by the numbers that were given
  std::vector<std::string> tags;                    // terms
  std::vector<std::vector<std::string>> goal_tags;  // by goal of the record
  std::vector<core::GoalWords> goal_words;          // the same
};

// docs/index_format.md says which terms a document gives. `words`: of all documents that one thread writes
// into one place.
IndexedDocument index_document(const ProcessedDocument& document, language::Analyzer& analyzer,
                               const gazetteer::Gazetteer& gazetteer, WordUses& words);

// The terms of a document as a shard has them, tags left out, each once. `uses`: what the texts' numbers are
// of.
std::vector<TermPostings> terms_of(const core::DocumentTokens& texts, const core::UseNumbers& uses);
// The same of one of its goals.
std::vector<TermPostings> terms_of_goal(const core::DocumentTokens& texts, std::size_t goal,
                                        const core::UseNumbers& uses);

}  // namespace szukajst::indexer
