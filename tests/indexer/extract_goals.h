// The goals of an invented text, a line each, with the rules that the product reads.
#pragma once

#include <string>
#include <vector>

#include "core/data_folder.h"
#include "core/kinds.h"
#include "core/record.h"
#include "indexer/extract/goals.h"
#include "tests/indexer/extract_source.h"

namespace szukajst::indexer::extract {

inline const GoalRules& goal_rules() {
  static const GoalRules loaded = *GoalRules::load(core::data_folder() / "extract");
  return loaded;
}

// "index level number | text | parent"
inline std::string goals_of(const std::string& text, core::DocumentKind kind = core::DocumentKind::other) {
  const TestSource source(text);
  std::string printed;
  int index = 0;
  const std::vector<core::Goal> goals = extract_aims(source.source(), goal_rules(), kind).goals;
  for (const core::Goal& goal : goals) {
    printed += std::to_string(index++) + " " + std::string(core::name(goal.level));
    if (!goal.number.empty()) printed += " " + goal.number;
    printed += " | " + goal.text + " | " + (goal.parent ? std::to_string(*goal.parent) : "-") + "\n";
  }
  return printed;
}

}  // namespace szukajst::indexer::extract
