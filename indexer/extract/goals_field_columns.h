// Cards whose fields' names stand in a column of their own, as text copied from PDF files has them:
//
//   Nazwa            Drogi bez kolein
//   Uzasadnienie     Połowa dróg nie ma
//                    utwardzenia.
//
// Internal to the goal extractor.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/goals_tables.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Of each line of the source that begins such a field: where its value begins, in bytes; 0 for other lines.
std::vector<std::size_t> field_columns(const SourceText& source, const GoalRules::Tables& tables);

}  // namespace szukajst::indexer::extract
