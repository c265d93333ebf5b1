// Items of one series that stand side by side, as a drawing of the goals has them:
//
//   1. Zdrowe            2. Dobre
//   rodziny              drogi
//   1.1 Lekarz na wsi    2.1 Mosty
//
// Internal to the goal extractor.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

struct SideBySide {
  struct Item {
    Number number;
    std::size_t column = 0;  // where it begins, in code points
    std::string text;
    std::vector<std::string_view> parts;
  };
  std::vector<Item> items;  // by their numbers
  std::size_t lines = 0;    // that they stand on
};

// The items that begin on line i and on those right below it; no items where none stand side by side.
SideBySide side_by_side(const SourceText& source, std::size_t i, const GoalRules::Tables& tables);

}  // namespace szukajst::indexer::extract
