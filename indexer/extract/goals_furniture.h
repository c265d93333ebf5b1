// Lines that belong to the page and not to the text: numbers, running heads, tables of contents. Internal to
// the goal extractor.
#pragma once

#include <functional>
#include <map>
#include <string_view>

#include "indexer/extract/goals_tables.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// How often each line stands in the document, and whether once next to a page's border.
struct Repeated {
  std::map<std::string_view, int, std::less<>> times;
  std::map<std::string_view, int, std::less<>> at_border;
  std::map<std::string_view, int, std::less<>> inside;  // no empty line beside it
};

Repeated count_lines(const SourceText& source, const GoalRules::Tables& tables);

// A page's number, or a line that repeats on page after page; `text` is one of the lines that were counted.
bool page_furniture(std::string_view text, const Repeated& repeated, const GoalRules::Tables& tables);

// Knows the lines of a table of contents, with dots ("Wstęp ..... 3") or without.
class Contents {
 public:
  explicit Contents(const GoalRules::Tables& tables) : tables_(tables) {}

  bool holds(std::string_view line);  // asked of each line, in their order
  bool inside() const { return inside_; }

 private:
  const GoalRules::Tables& tables_;
  bool inside_ = false;
  bool dotted_ = false;  // its lines are dotted
};

}  // namespace szukajst::indexer::extract
