// The goals found so far and the ones that the next may serve. Internal to the goal extractor.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

constexpr int kStrategicRank = 20, kOperationalRank = 30, kActionRank = 60;  // as in data/goals.tsv

// A goal's level, and which goals it may serve: those of lower rank.
struct GoalLevelRank {
  core::GoalLevel level = core::GoalLevel::action;
  int rank = kActionRank;
};

// What stands under a goal where no label says it.
GoalLevelRank below(core::GoalLevel level);

class GoalTree {
 public:
  using Index = std::size_t;
  using Path = std::vector<Index>;  // goals, outermost first, each serving the one before

  bool empty() const { return goals_.empty(); }
  const core::Goal& operator[](Index goal) const { return goals_[goal]; }
  int rank(Index goal) const { return known_[goal].rank; }
  bool served(Index goal) const;  // by another goal
  // The goal's wording stands there, too.
  void stands_at(Index goal, const core::Evidence& evidence) {
    core::add_evidence(goals_[goal].evidence, evidence);
  }
  std::vector<core::Goal> take() { return std::move(goals_); }

  // The goals that are open: what comes next serves the last of a lower rank.
  const Path& open() const { return open_; }
  void set_open(Path path) { open_ = std::move(path); }
  // From now on goals serve this one, or one that it serves itself.
  void enter(Index goal);
  // Closes the goals of this rank and of higher ones.
  void close_from(int rank);

  // Lists the goal below what its number or else the open goals say, or enters it where it was listed
  // before. Nothing for a text that is no wording, and for an action that serves nothing.
  std::optional<Index> add(GoalLevelRank level, const std::optional<Number>& number, const std::string& text,
                           int page);

  // The last goal that bears this number, of a rank below `below_rank`.
  std::optional<Index> numbered(const std::vector<int>& parts, int below_rank) const;
  // The n-th goal of the level, from 1; of the outermost level below the main one where none is given.
  std::optional<Index> nth(int n, std::optional<core::GoalLevel> level) const;
  // The goal of this level (of any, if none is given) that is most like the text, at least so much.
  std::optional<Index> alike(std::string_view text, std::optional<core::GoalLevel> level, double least) const;
  // The level of the goals with numbers of so many parts below goals like `parent`, where there are any.
  std::optional<GoalLevelRank> level_of_depth(Index parent, std::size_t parts) const;
  // The label's level and rank; one whose level depends on its number or its place gets it here.
  GoalLevelRank level_of(const Label& label, const std::optional<Number>& number) const;

 private:
  struct Known {
    int rank = 0;
    std::vector<int> number;
    LetterPairs pairs;
  };

  std::optional<Index> lettered(int letter, int below_rank) const;
  std::optional<Index> parent_for(int rank, const std::optional<Number>& number) const;
  std::optional<Index> listed(const core::Goal& goal, const std::vector<int>& number,
                              const LetterPairs& pairs) const;

  std::vector<core::Goal> goals_;
  std::vector<Known> known_;  // what else is known of each
  Path open_;
};

}  // namespace szukajst::indexer::extract
