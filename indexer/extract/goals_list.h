// A list of goals that a label has opened, and how its items are marked. Internal to the goal extractor.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/extract/goals_tree.h"

namespace szukajst::indexer::extract {

struct GoalList {
  struct Depth {
    Marker::Family family = Marker::Family::none;
    std::size_t indent = 0;
    std::vector<int> number;  // the last one
    char32_t sign = 0;        // of what bears no number
  };

  Marker heading;             // of the line that opened it
  char32_t heading_sign = 0;  // of one without a number
  std::size_t heading_indent = 0;
  bool heading_in_capitals = false;
  std::vector<GoalLevelRank> levels;         // by depth
  GoalTree::Path base;                       // the goals that its outermost items serve
  std::vector<Depth> depths;                 // how its items have been marked so far
  std::size_t base_parts = 1;                // of the numbers of its outermost items
  bool table = false;                        // its items are a table's cells
  bool means_behind = false;                 // each item gives what it is reached by behind a colon
  bool plain_items = false;                  // its items bear no marker
  bool adjacent = false;                     // two outermost items followed each other
  int items = 0;                             // the outermost ones
  int last_blank = 0;                        // empty lines before the last item
  int plain_blank = 0;                       // empty lines between plain items
  std::size_t last_item = 0;                 // the segment of the last outermost one
  std::optional<std::size_t> details_below;  // items deeper than this are but details

  // Whether the segment is the heading behind the one that opened the list.
  bool next_heading(const Segment& segment) const;
  // How deep in the list an item with the segment's marker stands, which is remembered; nothing where it is
  // none of the list's.
  std::optional<std::size_t> place(const Segment& segment);
  // The first item will be this numbered one, whatever its number is.
  void expect(const Segment& segment);

  // The sign that marks a line without a number; 0: none.
  static char32_t sign_of(const Segment& segment);

 private:
  std::optional<std::size_t> decimal_depth(const std::vector<int>& number);
  std::optional<std::size_t> marked_depth(const Segment& segment, const std::vector<int>& number) const;
};

}  // namespace szukajst::indexer::extract
