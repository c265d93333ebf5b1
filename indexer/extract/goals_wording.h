// The words of a goal, out of the line or the sentence that gives them. Internal to the goal extractor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace szukajst::indexer::extract {

// A wording as a record gives it: one line, without the quotation marks and stops around it.
std::string wording(std::string_view text);

// "Karta turysty | X | LOT": without the further cells of a table's row.
std::string_view first_cell(std::string_view text);

// The text between the first pair of quotation marks; empty where there is none.
std::string_view quoted(std::string_view text);

struct InlineItem {
  std::string number;     // as printed; may be empty
  std::string_view text;  // in the text that was given
};

// Parts of "a) …; b) …", "1. … 2. …" or "…; …"; one part where the text is no list.
std::vector<InlineItem> inline_items(std::string_view text);

}  // namespace szukajst::indexer::extract
