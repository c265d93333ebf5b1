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

constexpr int kMainRank = 10, kPriorityRank = 16, kStrategicRank = 20, kOperationalRank = 30,
              kSpecificRank = 34, kFirstActionRank = 45,
              kActionRank = 60;  // as in data/goals.tsv

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
  // In the order in which they stand in the document, but parents first; empties the tree.
  std::vector<core::Goal> take();

  // What the pass that lets them agree asks (goals_agreement.cpp).
  std::size_t size() const { return goals_.size(); }
  std::size_t segment(Index goal) const { return known_[goal].segment; }
  const std::vector<int>& parts(Index goal) const { return known_[goal].number; }
  const std::string& shape(Index goal) const { return known_[goal].shape; }
  double likeness(Index goal, std::string_view text) const {
    return known_[goal].pairs.likeness(LetterPairs(text));
  }
  bool deep(Index goal) const { return parts(goal).size() > 1; }  // numbered by its place among others
  // The goal whose number this one's goes on, the last before it, or else the first behind it.
  std::optional<Index> numbered_above(Index goal) const;
  void found_at(Index goal, std::size_t segment);  // unless it is known to stand before that
  void set_level(Index goal, GoalLevelRank level);
  void set_parent(Index goal, std::optional<Index> parent) { goals_[goal].parent = parent; }
  // Those whose numbers of several parts and whose wordings are the same are one.
  void join_repeated();
  // A goal that gives another one again.
  void join(Index repeated, Index goal);
  // Each serves what its number says, and never one of its own level.
  void settle_parents();

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
  // The last goal whose number is printed so; no action, unless these count, too.
  std::optional<Index> printed(std::string_view number, bool actions = false) const;
  // The last goal numbered with this letter, of a rank below.
  std::optional<Index> lettered(int letter, int below_rank) const;
  // The last goal with this number of this shape.
  std::optional<Index> shaped(std::string_view shape, const std::vector<int>& parts) const;
  // The n-th goal of the level, from 1; of the outermost level below the main one where none is given.
  std::optional<Index> nth(int n, std::optional<core::GoalLevel> level) const;
  // The goal of this level (of any, if none is given) that is most like the text, at least so much.
  // Whether an action's wording begins with the text: a table that says when and for how much names it again.
  bool begins_action(std::string_view text) const;
  std::optional<Index> alike(std::string_view text, std::optional<core::GoalLevel> level, double least) const;
  // The level of the goals with numbers of so many parts below goals like `parent`, where there are any.
  std::optional<GoalLevelRank> level_of_depth(Index parent, std::size_t parts) const;
  // The label's level and rank; one whose level depends on its number or its place gets it here.
  GoalLevelRank level_of(const Label& label, const std::optional<Number>& number) const;

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  struct Known {
    int rank = 0;
    std::vector<int> number;
    LetterPairs pairs;
    std::string shape = {};  // of the number
    std::size_t segment = kNowhere;
    bool repeats = false;  // another goal
  };

  // The first of the goals that a further one is compared with: no document has so many, and a text made to
  // have them must not take time by the square of them.
  Index nearest() const {
    constexpr Index kMost = 2000;
    return goals_.size() - (goals_.size() < kMost ? goals_.size() : kMost);
  }
  bool repeats(Index goal, Index first) const;
  std::optional<Index> parent_for(int rank, const std::optional<Number>& number) const;
  std::optional<Index> listed(const core::Goal& goal, const std::vector<int>& number,
                              const LetterPairs& pairs) const;

  std::vector<core::Goal> goals_;
  std::vector<Known> known_;  // what else is known of each
  Path open_;
};

}  // namespace szukajst::indexer::extract
