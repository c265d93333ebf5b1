// A document's lines as the goal extractor joins them: without page furniture and tables of contents, the
// cells of tables set apart. Internal to it.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/goals_tables.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

struct LayoutLine {
  std::string_view text;
  std::size_t indent = 0, length = 0;  // in code points
  int blank_before = 0;
  int page = 1;
  int row = 0, column = 0;                  // from 1, of a table's cell; 0: no cell whose column is known
  std::vector<core::ByteRange> parts = {};  // of the source that the text was put together from
  bool head = false;                        // of a table's column; the row stands on one line
};

struct Layout {
  std::vector<LayoutLine> lines;
  std::deque<std::string> joined;  // texts of lines that were put together
};

// Views of `source`, which has to live as long as the layout.
Layout layout(const SourceText& source, const GoalRules::Tables& tables);

// Whether a goal, the vision or the mission may be found in the lines, whatever the document is, unless it is
// a strategy or a programme, where looks alone may tell goals. Never false where one is.
bool may_hold_aims(const Layout& layout, const GoalRules::Tables& tables);

bool starts_lower(std::string_view text);  // with a lower-case letter
bool starts_upper(std::string_view text);
bool in_capitals(std::string_view text);   // four letters at least
bool hyphenated(std::string_view text);    // ends within a word
bool hyphen_again(std::string_view line);  // "-wychowawcze" below "opiekuńczo-": the word has one hyphen
// Puts a further line behind the text, whose last word may go on in it.
void append_line(std::string& text, std::string_view line);

}  // namespace szukajst::indexer::extract
