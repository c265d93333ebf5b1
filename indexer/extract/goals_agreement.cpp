// What a document's goals say about one another, once all of it has been read. A number of several parts
// ("1.2", "B.1.3", "CS2.1") says more than the place where it was found: numbers of one shape are of one
// level, each serves the goal whose number it begins with, and a series has no holes. The pass asks, in this
// order:
//
//   levels     goals with numbers of one shape agree on a level: what labels call them, else what most of
//              them are, else what stands below the goals that they serve
//   depth      a number that goes on another one is of a lower level than that
//   restarts   "a)", "b)" that begin anew below each "1.1.", "1.2." serve these, whatever else they were
//              taken for
//   names      "C1 Woda, C2 Las" are short names of goals that bear these numbers
//   below repeats    a number that stands twice with the same wording, in a summary and in the text, is one
//   goal parents    "1.2.3" serves "1.2", wherever that was found holes      where "1.2" and "1.4" are goals,
//   a line between them that begins with "1.3" is one, too
//
// Nothing here overrules a label, and a number of one part ("1.", "a)") never decides anything.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

using core::GoalLevel;
using Index = GoalTree::Index;

void GoalReader::agree() {
  note_labelled();
  agree_on_levels();
  lower_what_goes_on();
  nest_restarts();
  join_short_names();
  tree_.join_repeated();
  tree_.settle_parents();
  fill_holes();
}

// The goals that a label gives their level: "Cel operacyjny 1.2. …".
void GoalReader::note_labelled() {
  called_.assign(tree_.size(), false);
  for (Index g = 0; g < tree_.size(); ++g) {
    const std::size_t segment = tree_.segment(g);
    if (segment >= labels_.size() || !labels_[segment] || labels_[segment]->bare) continue;
    const LabelMatch& match = *labels_[segment];
    called_[g] = match.labels.size() == 1 && match.labels.front()->form != LabelForm::list &&
                 match.labels.front()->level && match.number &&
                 (match.number->printed == tree_[g].number || match.rest.empty());
  }
}

// The level that most of the votes are for, if these are at least two of three; nothing where they disagree.
std::optional<GoalLevelRank> GoalReader::agreed(const std::vector<Index>& goals) const {
  std::map<GoalLevel, std::vector<Index>> votes;
  for (const Index g : goals) votes[tree_[g].level].push_back(g);
  for (const auto& [level, of] : votes)
    if (3 * of.size() >= 2 * goals.size()) return GoalLevelRank{level, tree_.rank(of.front())};
  return std::nullopt;
}

void GoalReader::agree_on_levels() {
  std::map<std::string, std::vector<Index>> shapes;
  for (Index g = 0; g < tree_.size(); ++g)
    if (tree_.deep(g) && !(called_[g] && tree_[g].level == GoalLevel::main))
      shapes[tree_.shape(g)].push_back(g);
  for (const auto& [shape, goals] : shapes) {
    std::vector<Index> called, served;
    for (const Index g : goals) {
      if (called_[g]) called.push_back(g);
      if (const auto parent = tree_.numbered_above(g)) served.push_back(*parent);
    }
    auto level = agreed(called.empty() ? goals : called);
    if (!level && called.empty() && served.size() == goals.size())
      if (const auto above = agreed(served); above && above->level != GoalLevel::action)
        level = below(above->level);
    if (!level) continue;
    for (const Index g : goals) {
      const auto parent = tree_.numbered_above(g);
      const bool fits = !parent || tree_.rank(*parent) < level->rank;
      if (!called_[g] && fits && tree_[g].level != level->level) tree_.set_level(g, *level);
    }
  }
}

void GoalReader::lower_what_goes_on() {
  for (Index g = 0; g < tree_.size(); ++g) {
    const auto parent = tree_.deep(g) && !called_[g] ? tree_.numbered_above(g) : std::nullopt;
    if (parent && tree_.deep(*parent) && tree_.rank(*parent) >= tree_.rank(g) &&
        tree_[*parent].level != GoalLevel::action)
      tree_.set_level(g, below(tree_[*parent].level));
  }
}

// "1.1." and "1.2.", each with "a)" and "b)" of the same level right behind it.
void GoalReader::nest_restarts() {
  struct Run {
    Index above, begin, end;
  };
  std::map<std::string, std::vector<Run>> runs;
  for (Index g = 0; g + 1 < tree_.size(); ++g) {
    if (!tree_.deep(g) || tree_[g].level == GoalLevel::action) continue;
    Index end = g + 1;
    int next = 1;
    while (end < tree_.size() && !called_[end] && tree_.parts(end) == std::vector<int>{next} &&
           tree_[end].level == tree_[g].level && tree_.shape(end) == tree_.shape(g + 1))
      ++end, ++next;
    if (end > g + 1) runs[tree_.shape(g + 1)].push_back({g, g + 1, end});
  }
  for (const auto& [shape, of] : runs) {
    if (of.size() < 2) continue;
    for (const Run& run : of)
      for (Index g = run.begin; g < run.end; ++g) {
        tree_.set_level(g, below(tree_[run.above].level));
        tree_.set_parent(g, run.above);
      }
  }
}

void GoalReader::join_short_names() {
  constexpr std::size_t kFewest = 2, kMostWords = 2;
  std::vector<std::pair<Index, Index>> found;  // the short name, the goal
  for (Index g = 0; g < tree_.size(); ++g) {
    const std::string& number = tree_[g].number;
    const bool code = number.size() > 1 && number[0] >= 'A' && number[0] <= 'Z' &&
                      std::string_view("IVX").find(number[0]) == std::string_view::npos;
    if (!code || folded_words(tree_[g].text).size() > kMostWords) continue;
    for (Index other = 0; other < tree_.size(); ++other) {
      if (other == g || tree_[other].number != number || tree_[other].level != tree_[g].level) continue;
      found.emplace_back(g, other);
      break;
    }
  }
  for (const auto& [g, other] : found)
    if (found.size() >= kFewest && tree_[other].text.size() > tree_[g].text.size()) tree_.join(g, other);
}

// Lines that number what a series has no goal for, between lines that number its goals.
void GoalReader::fill_holes() {
  std::map<std::string, Numbered> series;
  std::set<std::size_t> read;
  for (Index g = 0; g < tree_.size(); ++g) {
    read.insert(tree_.segment(g));
    if (tree_.deep(g)) series[tree_.shape(g)].emplace(tree_.parts(g), g);
  }
  if (series.empty()) return;
  std::map<std::string, std::vector<std::size_t>> lines;  // that begin with a number, by its shape
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const auto& number = labels_[i] && labels_[i]->number ? labels_[i]->number : segments_[i].marker.number;
    if (number && number->parts.size() > 1) lines[shape_of(*number)].push_back(i);
  }
  for (auto& [shape, goals] : series) {
    const std::vector<std::size_t>& of = lines[shape];
    std::optional<std::size_t> before;
    for (std::size_t k = 0; k < of.size(); ++k) {
      const std::size_t i = of[k];
      std::optional<std::size_t> behind;
      if (k + 1 < of.size()) behind = of[k + 1];
      if (read.contains(i) || stands_for(i, goals) || fill_hole(i, before, behind, goals))
        before = i;
      else
        before.reset();
    }
  }
}

namespace {

const Number& number_of(const Segment& segment, const std::optional<LabelMatch>& label) {
  return label && label->number ? *label->number : *segment.marker.number;
}

}  // namespace

// Whether the line gives one of these goals, or gives it again.
bool GoalReader::stands_for(std::size_t i, const Numbered& goals) const {
  constexpr double kSame = 0.8;
  const auto goal = goals.find(number_of(segments_[i], labels_[i]).parts);
  if (goal == goals.end()) return false;
  const std::string_view text = labels_[i] && labels_[i]->number ? labels_[i]->rest : segments_[i].body();
  return tree_.segment(goal->second) == i || tree_.likeness(goal->second, first_cell(text)) >= kSame;
}

// Line `i` goes on from line `before` of the same series, and the series goes on in line `behind`.
bool GoalReader::fill_hole(std::size_t i, std::optional<std::size_t> before,
                           std::optional<std::size_t> behind, Numbered& goals) {
  constexpr std::size_t kLongestWording = 300, kFarthest = 60;  // bytes; segments
  const Segment& segment = segments_[i];
  if (!before || !behind || *behind - *before > kFarthest || (labels_[i] && !labels_[i]->bare)) return false;
  const std::vector<int>& parts = number_of(segment, labels_[i]).parts;
  if (goals.contains(parts) || !segment.marker.number || segment.marker.number->parts != parts) return false;
  if (segments_[*before].row > 0 && segments_[*before].column != segment.column) return false;
  if (!stands_for(*behind, goals) || number_of(segments_[*behind], labels_[*behind]).parts <= parts)
    return false;
  std::vector<int> last = parts;
  --last.back();
  const auto sibling = goals.find(last);
  if (sibling == goals.end() || number_of(segments_[*before], labels_[*before]).parts != last) return false;
  if (is_paragraph(segment.body(), kLongestWording) || is_term(segment.body(), tables_) ||
      stands_apart(segment.body()))
    return false;
  if (const auto parent = tree_[sibling->second].parent) tree_.enter(*parent);
  current_ = i;
  const GoalLevelRank level{tree_[sibling->second].level, tree_.rank(sibling->second)};
  const auto goal = add(level, segment.marker.number, segment.body(), segment);
  if (goal) goals.emplace(parts, *goal);
  return goal.has_value();
}

}  // namespace szukajst::indexer::extract
