// The card of a record of a practice database: its labels and values.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/record.h"
#include "core/text.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/practice_labels.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

using PracticeCard = std::vector<std::pair<std::string, std::string>>;  // label without colon, value

struct Practice {
  PracticeCard card;                            // in the order of the page, dates as ISO 8601
  std::vector<core::Evidence> evidence;         // of each field, with its label
  std::vector<core::ByteRange> labels, values;  // where each stands in the text; empty for an empty value
  std::size_t first_line = 0, end_line = 0;
};

// Whatever the layout: "Label: value", "Label - value", rows of a table, a row of labels over a row of
// values, labels over their values, a column of labels before a column of values, labels and values set apart
// by no more than a space. Nothing where there is no card.
std::optional<Practice> extract_practice(const SourceText& source, const PracticeLabels& labels,
                                         const DateRules& dates);

// Labels that stand more than once become one, with its values behind one another and a semicolon between:
// the record is an object. Card and evidence alone are changed.
void join_same_labels(Practice& practice);

}  // namespace szukajst::indexer::extract
