#include "indexer/extract/goals_tree.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "core/utf8.h"

namespace szukajst::indexer::extract {

using core::Goal;
using core::GoalLevel;

namespace {

// Between a goal's wording and what is said about it.
constexpr std::string_view kSeparators[] = {" – ", " - ", " — ", ": ", " ("};

// "… drogi nr 12" and "… drogi nr 13" are two goals.
std::string digits(std::string_view text) {
  std::string found;
  std::copy_if(text.begin(), text.end(), std::back_inserter(found),
               [](char c) { return c >= '0' && c <= '9'; });
  return found;
}

}  // namespace

GoalLevelRank below(GoalLevel level) {
  switch (level) {
    case GoalLevel::main:
      return {GoalLevel::strategic, kStrategicRank};
    case GoalLevel::strategic:
      return {GoalLevel::operational, kOperationalRank};
    default:
      return {GoalLevel::action, kActionRank};
  }
}

bool GoalTree::served(Index goal) const {
  return std::any_of(goals_.begin(), goals_.end(), [&](const Goal& g) { return g.parent == goal; });
}

void GoalTree::enter(Index goal) {
  open_.clear();
  for (std::optional<Index> g = goal; g; g = goals_[*g].parent) open_.push_back(*g);
  std::reverse(open_.begin(), open_.end());
}

void GoalTree::close_from(int rank) {
  while (!open_.empty() && known_[open_.back()].rank >= rank) open_.pop_back();
}

std::optional<GoalTree::Index> GoalTree::numbered(const std::vector<int>& parts, int below_rank) const {
  for (Index g = goals_.size(); g-- > 0;)
    if (known_[g].number == parts && known_[g].rank < below_rank) return g;
  return std::nullopt;
}

std::optional<GoalTree::Index> GoalTree::printed(std::string_view number, bool actions) const {
  for (Index g = goals_.size(); g-- > 0 && !number.empty();)
    if (goals_[g].number == number && (actions || goals_[g].level != GoalLevel::action)) return g;
  return std::nullopt;
}

std::optional<GoalTree::Index> GoalTree::nth(int n, std::optional<GoalLevel> level) const {
  for (Index g = 0; g < goals_.size(); ++g) {
    if (!level && goals_[g].level != GoalLevel::main) level = goals_[g].level;
    if (goals_[g].level == level && --n == 0) return g;
  }
  return std::nullopt;
}

std::optional<GoalTree::Index> GoalTree::lettered(int letter, int below_rank) const {
  const std::string printed(1, static_cast<char>('A' + letter - 1));
  for (Index g = goals_.size(); g-- > 0;)
    if (goals_[g].number == printed && known_[g].number.size() == 1 && known_[g].rank < below_rank) return g;
  return std::nullopt;
}

std::optional<GoalTree::Index> GoalTree::shaped(std::string_view shape, const std::vector<int>& parts) const {
  for (Index g = goals_.size(); g-- > 0;)
    if (known_[g].shape == shape && known_[g].number == parts) return g;
  return std::nullopt;
}

bool GoalTree::begins_action(std::string_view text) const {
  constexpr std::size_t kShortest = 8;  // bytes
  if (text.size() < kShortest) return false;
  const std::string lower = core::utf8::lower(text);
  return std::ranges::any_of(goals_, [&](const Goal& goal) {
    return goal.level == GoalLevel::action && core::utf8::lower(goal.text).starts_with(lower);
  });
}

std::optional<GoalTree::Index> GoalTree::alike(std::string_view text, std::optional<GoalLevel> level,
                                               double least) const {
  if (goals_.empty()) return std::nullopt;
  const LetterPairs pairs(text);
  std::optional<Index> found;
  for (Index g = nearest(); g < goals_.size(); ++g) {
    if (level && goals_[g].level != *level) continue;
    const double likeness = known_[g].pairs.likeness(pairs, least);
    if (likeness < least || (found && likeness == least)) continue;
    least = likeness;
    found = g;
  }
  return found;
}

std::optional<GoalTree::Index> GoalTree::parent_for(int rank, const std::optional<Number>& number) const {
  if (number && number->parts.size() > 1)
    if (const auto parent = numbered({number->parts.begin(), number->parts.end() - 1}, rank)) return parent;
  if (number && number->letter_code > 0)
    if (const auto parent = lettered(number->letter_code, rank)) return parent;
  for (auto g = open_.rbegin(); g != open_.rend(); ++g)
    if (known_[*g].rank < rank) return *g;
  return std::nullopt;
}

std::optional<GoalTree::Index> GoalTree::listed(const Goal& goal, const std::vector<int>& number,
                                                const LetterPairs& pairs) const {
  constexpr double kSame = 0.93;
  for (Index g = nearest(); g < goals_.size(); ++g) {
    const std::vector<int>& other = known_[g].number;
    const bool numbered_apart = number.size() == other.size() && number != other;
    // Two goals may well be reached by the same action.
    const bool comparable =
        goals_[g].level == goal.level && (goal.level != GoalLevel::action || goals_[g].parent == goal.parent);
    if (comparable && !numbered_apart && known_[g].pairs.likeness(pairs, kSame) >= kSame &&
        digits(goals_[g].text) == digits(goal.text))
      return g;
  }
  return std::nullopt;
}

std::optional<GoalTree::Index> GoalTree::add(GoalLevelRank level, const std::optional<Number>& number,
                                             const std::string& text, int page) {
  constexpr std::size_t kShortestWording = 3, kLongestWording = 600;
  if (text.size() < kShortestWording || text.size() > kLongestWording) return std::nullopt;
  std::vector<int> parts = number ? number->parts : std::vector<int>{};
  Goal goal{level.level, number ? number->printed : std::string(), text, parent_for(level.rank, number),
            page};
  if (level.level == GoalLevel::action && !goal.parent) return std::nullopt;
  LetterPairs pairs(text);
  std::optional<Index> index = listed(goal, parts, pairs);
  std::string shape = number ? shape_of(*number) : std::string();
  if (!index) {
    index = goals_.size();
    goals_.push_back(std::move(goal));
    known_.push_back({level.rank, std::move(parts), std::move(pairs), std::move(shape)});
  } else if (known_[*index].number.empty()) {
    known_[*index].number = std::move(parts);
    known_[*index].shape = std::move(shape);
  }
  enter(*index);
  return index;
}

std::optional<GoalLevelRank> GoalTree::level_of_depth(Index parent, std::size_t parts) const {
  for (Index g = 0; g < goals_.size(); ++g)
    if (known_[g].number.size() == parts && goals_[g].parent &&
        known_[*goals_[g].parent].rank == known_[parent].rank)
      return GoalLevelRank{goals_[g].level, known_[g].rank};
  return std::nullopt;
}

GoalLevelRank GoalTree::level_of(const Label& label, const std::optional<Number>& number) const {
  // "CS1.1" below "CS1".
  if (label.level && number && number->parts.size() > 1)
    if (const auto parent = numbered({number->parts.begin(), number->parts.end() - 1}, label.rank + 1);
        parent && known_[*parent].rank == label.rank && *label.level != GoalLevel::action)
      return below(*label.level);
  if (label.level) return {*label.level, label.rank};
  const bool under_strategic = std::any_of(open_.begin(), open_.end(), [&](Index g) {
    return goals_[g].level == GoalLevel::strategic && known_[g].rank < label.rank;
  });
  // "Cel 1" below "Priorytet I", as programmes of the Union have it.
  const bool under_priority =
      under_strategic && std::any_of(open_.begin(), open_.end(), [&](Index g) {
        return known_[g].rank <= kPriorityRank && goals_[g].level == GoalLevel::strategic;
      });
  if (under_priority && number && number->parts.size() == 1 && number->letter_code == 0)
    return {GoalLevel::specific, kSpecificRank};
  const bool under_letter =
      number && number->letter_code > 0 && lettered(number->letter_code, kOperationalRank);
  if (under_strategic || under_letter || (number && number->parts.size() > 1))
    return {GoalLevel::operational, kOperationalRank};
  return {GoalLevel::strategic, label.rank};
}

// ---- what lets the goals agree

std::optional<GoalTree::Index> GoalTree::numbered_above(Index goal) const {
  const std::vector<int>& number = known_[goal].number;
  const std::string& shape = known_[goal].shape;
  std::optional<Index> behind;
  const auto above = [&](Index g) {
    const Known& other = known_[g];
    return g != goal && !other.repeats && other.number.size() + 1 == number.size() &&
           std::equal(other.number.begin(), other.number.end(), number.begin()) &&
           shape.starts_with(other.shape) && known_[g].rank <= kActionRank;
  };
  for (Index g = goal; g-- > 0;)
    if (above(g)) return g;
  for (Index g = goal + 1; g < goals_.size() && !behind; ++g)
    if (above(g)) behind = g;
  return behind;
}

void GoalTree::found_at(Index goal, std::size_t segment) {
  known_[goal].segment = std::min(known_[goal].segment, segment);
}

void GoalTree::set_level(Index goal, GoalLevelRank level) {
  goals_[goal].level = level.level;
  known_[goal].rank = level.rank;
}

// "Edukacja – nowe oddziały przedszkolne" says more of the goal "Edukacja", and is none of its own.
bool GoalTree::repeats(Index goal, Index first) const {
  constexpr double kSame = 0.9;
  if (known_[first].pairs.likeness(known_[goal].pairs, kSame) >= kSame) return true;
  const std::string_view text = goals_[goal].text, known = goals_[first].text;
  if (!text.starts_with(known)) return false;
  const std::string_view behind = text.substr(known.size());
  return std::any_of(std::begin(kSeparators), std::end(kSeparators),
                     [&](std::string_view separator) { return behind.starts_with(separator); });
}

void GoalTree::join_repeated() {
  std::map<std::pair<std::string, std::vector<int>>, std::vector<Index>> numbered;
  std::vector<Index> same(goals_.size());
  for (Index g = 0; g < goals_.size(); ++g) {
    same[g] = g;
    if (known_[g].number.size() < 2) continue;
    std::vector<Index>& others = numbered[{known_[g].shape, known_[g].number}];
    for (const Index other : others)
      if (repeats(g, other)) {
        same[g] = other;
        known_[g].repeats = true;
        core::add_evidence(goals_[other].evidence, goals_[g].evidence);
        break;
      }
    if (same[g] == g) others.push_back(g);
  }
  for (Goal& goal : goals_)
    if (goal.parent) goal.parent = same[*goal.parent];
}

void GoalTree::join(Index repeated, Index goal) {
  known_[repeated].repeats = true;
  core::add_evidence(goals_[goal].evidence, goals_[repeated].evidence);
  for (Goal& each : goals_)
    if (each.parent == repeated) each.parent = goal;
}

void GoalTree::settle_parents() {
  for (Index g = 0; g < goals_.size(); ++g) {
    std::optional<Index>& parent = goals_[g].parent;
    while (parent && known_[*parent].rank >= known_[g].rank) parent = goals_[*parent].parent;
    if (known_[g].number.size() < 2) continue;
    const auto above = numbered_above(g);
    if (!above || above == parent || known_[*above].rank >= known_[g].rank) continue;
    const bool numbered_so = parent && known_[*parent].number == known_[*above].number;
    if (!numbered_so) parent = above;
  }
}

std::vector<Goal> GoalTree::take() {
  std::vector<Index> order;
  for (Index g = 0; g < goals_.size(); ++g)
    if (!known_[g].repeats) order.push_back(g);
  std::stable_sort(order.begin(), order.end(),
                   [&](Index a, Index b) { return known_[a].segment < known_[b].segment; });
  std::vector<std::optional<Index>> place(goals_.size());
  std::vector<Goal> taken;
  taken.reserve(order.size());
  for (const Index goal : order) {
    // What the goal serves may stand behind it.
    Path path;
    for (std::optional<Index> g = goal; g && !place[*g]; g = goals_[*g].parent) path.push_back(*g);
    for (auto g = path.rbegin(); g != path.rend(); ++g) {
      place[*g] = taken.size();
      Goal& next = goals_[*g];
      if (next.parent) next.parent = place[*next.parent];
      taken.push_back(std::move(next));
    }
  }
  goals_.clear();
  known_.clear();
  open_.clear();
  return taken;
}

}  // namespace szukajst::indexer::extract
