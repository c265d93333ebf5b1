#include "search/facet_counter.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "core/fields.h"

namespace szukajst::search {
namespace {

using core::Facet;

constexpr std::size_t index(Facet facet) {
  return static_cast<std::size_t>(facet);
}

bool any_of(std::span<const std::uint32_t> codes, const std::vector<std::uint8_t>& chosen) {
  return std::any_of(codes.begin(), codes.end(), [&](std::uint32_t code) { return chosen[code] != 0; });
}

constexpr std::uint32_t kLast = 0xFFFFFFFF;  // the rank of a unit that no document has

// A place as it is told, before its values become texts.
struct Unit {
  std::string_view code;
  std::string label;
  std::uint32_t rank = 0;
  std::size_t count = 0;
  bool selected = false;
  std::vector<Unit> children;
};

// Most documents first; among as many, as a dictionary has them.
std::vector<FacetValue> in_order(std::vector<Unit> units) {
  std::ranges::stable_sort(units, [](const Unit& a, const Unit& b) {
    return a.count != b.count ? a.count > b.count : a.rank < b.rank;
  });
  std::vector<FacetValue> values;
  values.reserve(units.size());
  for (Unit& unit : units)
    values.push_back({std::string(unit.code), std::move(unit.label), unit.count, unit.selected,
                      in_order(std::move(unit.children))});
  return values;
}

}  // namespace

FacetCounter::FacetCounter(const Filters& filters, const Snapshot& snapshot, bool among_goals, bool counts)
    : filters_(filters), snapshot_(snapshot), among_goals_(among_goals), counts_(counts) {
  if (counts_) {
    for (std::size_t i = 0; i < core::kFacets; ++i) states_[i].counts.resize(snapshot.facets[i].size());
  }
  for (const core::Teryt& place : filters.places) select(Facet::place, place.text(), place.text());
  for (const core::DocumentKind kind : filters.kinds) {
    const std::string name(core::name(kind));
    select(Facet::kind, name, name);
  }
  for (const std::string& name : filters.officials) select(Facet::official, core::name_key(name), name);
  for (const std::string& name : filters.partners) select(Facet::partner, core::name_key(name), name);
  for (const std::string& name : filters.programmes) select(Facet::programme, core::name_key(name), name);
  if (filters.from || filters.to) select_years();
  for (const core::GoalLevel level : filters.goal_levels) levels_[static_cast<std::size_t>(level)] = true;
  level_filtered_ = among_goals && !filters.goal_levels.empty();
}

void FacetCounter::select(Facet facet, const std::string& value, const std::string& shown) {
  const FacetDictionary& dictionary = snapshot_.facets[index(facet)];
  State& chosen = state(facet);
  chosen.filtered = true;
  chosen.selected.resize(dictionary.size());
  if (const std::size_t number = dictionary.find(value); number < dictionary.size()) {
    chosen.selected[number] = 1;
  } else {
    chosen.absent.push_back({shown, shown, 0, true, {}});
  }
}

void FacetCounter::select_years() {
  const FacetDictionary& dictionary = snapshot_.facets[index(Facet::year)];
  State& chosen = state(Facet::year);
  chosen.filtered = true;
  chosen.selected.resize(dictionary.size());
  for (std::size_t number = 0; number < dictionary.size(); ++number) {
    const std::string& value = dictionary.values[number];
    int year = 0;
    std::from_chars(value.data(), value.data() + value.size(), year);
    chosen.selected[number] =
        (!filters_.from || year >= *filters_.from) && (!filters_.to || year <= *filters_.to);
  }
}

void FacetCounter::enter(std::size_t segment) {
  leave();
  segment_ = segment;
  entered_ = true;
  for (std::size_t i = 0; i < core::kFacets; ++i) {
    const auto& numbers = snapshot_.facets[i].by_segment[segment];
    State& facet = states_[i];
    facet.in_segment.assign(counts_ ? numbers.size() : 0, 0);
    facet.passes.assign(facet.filtered ? numbers.size() : 0, 0);
    for (std::size_t code = 0; code < facet.passes.size(); ++code)
      facet.passes[code] = facet.selected[numbers[code]];
  }
}

bool FacetCounter::take(std::size_t document, std::size_t goal) {
  const core::SegmentColumns& columns = snapshot_.segments[segment_].columns;
  std::size_t failed = kAll;
  // One facet may fail where counts are wanted: the match still counts for it.
  const auto fails = [&](std::size_t facet) { return std::exchange(failed, facet) != kAll || !counts_; };
  for (std::size_t i = 0; i < core::kFacets; ++i) {
    if (states_[i].filtered && !any_of(columns.facets[i].of(document), states_[i].passes) && fails(i))
      return false;
  }
  if (level_filtered_ && !levels_[columns.goal_levels[goal]] && fails(kGoalLevel)) return false;
  if (!counts_) return true;
  for (std::size_t i = 0; i < core::kFacets; ++i) {
    if (failed != kAll && failed != i) continue;
    for (const std::uint32_t code : columns.facets[i].of(document)) ++states_[i].in_segment[code];
  }
  if (among_goals_ && (failed == kAll || failed == kGoalLevel)) ++level_counts_[columns.goal_levels[goal]];
  return failed == kAll;
}

void FacetCounter::leave() {
  if (!entered_ || !counts_) return;
  for (std::size_t i = 0; i < core::kFacets; ++i) {
    const auto& numbers = snapshot_.facets[i].by_segment[segment_];
    State& facet = states_[i];
    for (std::size_t code = 0; code < numbers.size(); ++code)
      facet.counts[numbers[code]] += facet.in_segment[code];
  }
  entered_ = false;
}

Facets FacetCounter::finish(const gazetteer::Gazetteer& gazetteer, std::size_t most) {
  leave();
  if (!counts_) return {};
  Facets facets;
  facets.kind = flat(index(Facet::kind), most);
  facets.place = places(gazetteer);
  facets.year = years();
  facets.official = flat(index(Facet::official), most);
  facets.partner = flat(index(Facet::partner), most);
  facets.programme = flat(index(Facet::programme), most);
  for (std::size_t level = 0; among_goals_ && level < level_counts_.size(); ++level) {
    if (level_counts_[level] == 0 && !levels_[level]) continue;
    const std::string name(core::name(static_cast<core::GoalLevel>(level)));
    facets.goal_level.push_back({name, name, level_counts_[level], levels_[level], {}});
  }
  return facets;
}

// A selected value is told even where nothing, or too little, has it: it must be possible to take it back.
std::vector<FacetValue> FacetCounter::flat(std::size_t facet, std::size_t most) const {
  const State& state = states_[facet];
  const FacetDictionary& dictionary = snapshot_.facets[facet];
  const auto selected = [&](std::uint32_t number) { return state.filtered && state.selected[number] != 0; };
  std::vector<std::uint32_t> told;
  for (std::uint32_t number = 0; number < state.counts.size(); ++number)
    if (state.counts[number] > 0 || selected(number)) told.push_back(number);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (state.counts[a] != state.counts[b]) return state.counts[a] > state.counts[b];
    return dictionary.ranks[a] < dictionary.ranks[b];
  };
  const auto last = told.begin() + static_cast<std::ptrdiff_t>(std::min(told.size(), most));
  std::partial_sort(told.begin(), last, told.end(), before);
  const auto kept = std::stable_partition(last, told.end(), selected);
  std::sort(last, kept, before);
  told.erase(kept, told.end());
  std::vector<FacetValue> values;
  values.reserve(told.size() + state.absent.size());
  for (const std::uint32_t number : told) {
    const std::string& shown = dictionary.shown(number);
    values.push_back({shown, shown, state.counts[number], selected(number), {}});
  }
  values.insert(values.end(), state.absent.begin(), state.absent.end());
  return values;
}

std::vector<FacetValue> FacetCounter::years() const {
  const State& state = states_[index(Facet::year)];
  const FacetDictionary& dictionary = snapshot_.facets[index(Facet::year)];
  std::vector<FacetValue> values;
  for (std::size_t number = 0; number < state.counts.size(); ++number) {
    if (state.counts[number] == 0) continue;
    const std::string& year = dictionary.values[number];
    values.push_back({year, year, state.counts[number], state.filtered && state.selected[number] != 0, {}});
  }
  return values;
}

std::vector<FacetValue> FacetCounter::places(const gazetteer::Gazetteer& gazetteer) const {
  const State& state = states_[index(Facet::place)];
  const FacetDictionary& dictionary = snapshot_.facets[index(Facet::place)];
  std::vector<Unit> told;  // by code, ascending: a unit before those in it
  for (std::size_t number = 0; number < state.counts.size(); ++number) {
    const bool selected = state.filtered && state.selected[number] != 0;
    if (state.counts[number] > 0 || selected)
      told.push_back({dictionary.values[number],
                      dictionary.labels[number],
                      dictionary.ranks[number],
                      state.counts[number],
                      selected,
                      {}});
  }
  // A selected unit stands below those above it, whether anything lies there or not.
  for (const core::Teryt& place : filters_.places) {
    for (std::size_t size = 2; size <= place.text().size(); size += 2) {
      const auto code = std::string_view(place.text()).substr(0, size);
      const bool selected = size == place.text().size();
      auto at = std::ranges::lower_bound(told, code, {}, &Unit::code);
      if (at == told.end() || at->code != code)
        at = told.insert(at, {code, label_of(code, gazetteer), kLast, 0, false, {}});
      at->selected = at->selected || selected;
    }
  }
  std::vector<Unit> topmost;
  for (Unit& unit : told) {
    std::vector<Unit>* among = &topmost;
    while (!among->empty() && unit.code.starts_with(among->back().code)) among = &among->back().children;
    among->push_back(std::move(unit));
  }
  return in_order(std::move(topmost));
}

}  // namespace szukajst::search
