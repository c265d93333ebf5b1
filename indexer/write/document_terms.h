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
  core::DocumentTokens texts;
  std::vector<std::string> tags;                    // terms
  std::vector<std::vector<std::string>> goal_tags;  // by goal of the record
  std::vector<core::GoalWords> goal_words;          // the same
};

// docs/index_format.md says which terms a document gives.
IndexedDocument index_document(const ProcessedDocument& document, language::Analyzer& analyzer,
                               const gazetteer::Gazetteer& gazetteer);

// The terms of a document as a shard has them, tags left out, each once.
std::vector<TermPostings> terms_of(const core::DocumentTokens& texts);
// The same of one of its goals.
std::vector<TermPostings> terms_of_goal(const core::DocumentTokens& texts, std::size_t goal);

}  // namespace szukajst::indexer
