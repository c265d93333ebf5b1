// A document as the index keeps it, without the vendor of the index: its terms, its row in the
// columns, its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/index_format.h"
#include "core/segment_columns.h"
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
  core::DocumentRow row;  // all but `content`
  core::TokenRanges tokens;
  std::vector<TermPostings> terms;               // each once
  std::vector<std::vector<TermPostings>> goals;  // by goal of the record
};

// docs/index_format.md says which terms a document gives.
IndexedDocument index_document(const ProcessedDocument& document, language::Analyzer& analyzer,
                               const gazetteer::Gazetteer& gazetteer);

}  // namespace szukajst::indexer
