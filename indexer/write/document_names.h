// What a document is called by and speaks of by name: what completion offers.
#pragma once

#include <string_view>
#include <vector>

#include "core/segment_columns.h"
#include "core/suggestions.h"
#include "gazetteer/gazetteer.h"

namespace szukajst::indexer {

// `title`: empty where the text has none of its own. Places stand with the units above them.
std::vector<core::DocumentName> document_names(const core::DocumentRow& row, std::string_view title,
                                               const gazetteer::Gazetteer& gazetteer);

}  // namespace szukajst::indexer
