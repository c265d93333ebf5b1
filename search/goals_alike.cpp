#include "search/goals_alike.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "search/facet_dictionary.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kMostTold = 20;
constexpr std::size_t kMostCompared = 50'000;  // goals with three words of this one's

struct Alike {
  double similarity = 0;
  int year = 0;
  std::size_t segment = 0, goal = 0;
};

std::size_t document_of(const SegmentView& segment, std::size_t goal) {
  return segment.columns.goal_parents[goal];
}

int year_of(const SegmentView& segment, std::size_t goal) {
  return static_cast<int>(segment.columns.days[document_of(segment, goal)] / 10000);
}

std::uint32_t unit_of(const SegmentView& segment, std::size_t goal) {
  return segment.goal_wordings.units[document_of(segment, goal)];
}

Relation relation(std::uint32_t unit, int year, std::uint32_t other_unit, int other_year) {
  if (unit == 0 || other_unit == 0 || year == 0 || other_year == 0 || year == other_year)
    return Relation::alongside;
  if (unit == other_unit) return other_year < year ? Relation::continues : Relation::continued_in;
  return other_year < year ? Relation::copied_from : Relation::copied_in;
}

}  // namespace

AlikeGoals find_alike(std::size_t segment, std::size_t goal, const Snapshot& snapshot,
                      const gazetteer::Gazetteer& gazetteer, Deadline& deadline) {
  const SegmentView& own = snapshot.segments[segment];
  const auto words = own.goal_wordings.words(goal);
  const std::string_view own_id = own.columns.ids[document_of(own, goal)];
  const auto keys = core::likeness_keys(words);
  // No smaller and no larger set of words can be so much alike.
  const auto size = static_cast<double>(words.size());
  AlikeGoals found;
  std::vector<Alike> all;
  std::size_t compared = 0;
  for (std::size_t i = 0; i < snapshot.segments.size() && !keys.empty() && !deadline.look(); ++i) {
    const SegmentView& view = snapshot.segments[i];
    std::vector<std::uint32_t> candidates;
    for (const std::uint32_t key : keys) {
      const auto with = view.goal_wordings.with_key(key);
      const std::size_t room = kMostCompared - std::min(kMostCompared, compared + candidates.size());
      found.more = found.more || with.size() > room;
      const auto read = with.first(std::min(with.size(), room));
      candidates.insert(candidates.end(), read.begin(), read.end());
    }
    std::ranges::sort(candidates);
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    compared += candidates.size();
    for (const std::uint32_t other : candidates) {
      const auto others = view.goal_wordings.words(other);
      const auto other_size = static_cast<double>(others.size());
      if (other_size < core::kAlike * size - 1e-9 || size < core::kAlike * other_size - 1e-9) continue;
      const double similarity = core::alikeness(words, others);
      if (similarity < core::kAlike - 1e-9 || !view.live(document_of(view, other))) continue;
      if (view.columns.ids[document_of(view, other)] == own_id) continue;
      all.push_back({similarity, year_of(view, other), i, other});
    }
  }
  found.more = found.more || deadline.met();
  found.total = all.size();
  const auto order = [](const Alike& each) {
    return std::tuple(-each.similarity, each.year, each.segment, each.goal);
  };
  const std::size_t told = std::min(all.size(), kMostTold);
  std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(told), {}, order);
  const int year = year_of(own, goal);
  const std::uint32_t unit = unit_of(own, goal);
  for (const Alike& each : std::span(all).first(told)) {
    const SegmentView& view = snapshot.segments[each.segment];
    AlikeGoal goal_told;
    goal_told.document = view.columns.ids[document_of(view, each.goal)];
    goal_told.index = view.columns.goal_indexes[each.goal];
    const std::uint32_t title = view.suggestions.titles[document_of(view, each.goal)];
    if (title != core::kNoName) goal_told.title = view.suggestions.name(title).text;
    const std::uint32_t other_unit = unit_of(view, each.goal);
    goal_told.place = core::teryt_of(other_unit);
    if (goal_told.place) goal_told.unit = label_of(goal_told.place->text(), gazetteer);
    if (each.year != 0) goal_told.year = each.year;
    goal_told.similarity = each.similarity;
    goal_told.relation = relation(unit, year, other_unit, each.year);
    found.goals.push_back(std::move(goal_told));
  }
  return found;
}

}  // namespace szukajst::search
