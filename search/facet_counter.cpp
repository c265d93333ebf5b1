#include "search/facet_counter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/fields.h"

namespace szukajst::search {
namespace {

using core::Facet;

constexpr std::size_t index(Facet facet) {
  return static_cast<std::size_t>(facet);
}

constexpr std::uint32_t kLast = 0xFFFFFFFF;  // the rank of a unit that no document has

// Counts codes of a segment, each standing for the values of a document.
template <typename Number, std::size_t kWidth>
class Adder {
 public:
  Adder(const FacetSums::Table<Number, kWidth>& table, const FacetSums& sums,
        std::vector<std::uint32_t>& counts)
      : table_(table.data()), rest_(sums.rest.data()), counts_(counts.data()) {}

  void operator()(std::uint32_t code, std::uint32_t times) const {
    const auto& few = table_[code];
    if (few[0] != FacetSums::kMore<Number>) {
#pragma GCC unroll 8
      for (std::size_t i = 0; i < kWidth; ++i) counts_[few[i]] += times;
    } else {
      const std::uint32_t* numbers = rest_ + (few[1] + (std::size_t{few[2]} << 16));
      for (std::size_t i = 0; i < few[3]; ++i) counts_[numbers[i]] += times;
    }
  }

 private:
  const std::array<Number, kWidth>* table_;
  const std::uint32_t* rest_;
  std::uint32_t* counts_;
};

// Calls with what adds to the counts.
template <typename Function>
void with_adder(const FacetSums& sums, std::vector<std::uint32_t>& counts, const Function& function) {
  std::visit([&](const auto& table) { function(Adder(table, sums, counts)); }, sums.of_code);
}

// A place as it is told.
struct Unit {
  std::string_view code, label;
  std::uint32_t rank = 0, count = 0;
  bool selected = false;
  std::uint32_t above = 0;  // the unit that it lies in, counted from 1; 0 where it lies in none

  bool contains(const Unit& other) const {
    return code.size() < other.code.size() && other.code.starts_with(code);
  }
};

// Of units by code finds those that each lies in.
void find_above(std::vector<Unit>& units) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    while (!open.empty() && !units[open.back()].contains(units[i])) open.pop_back();
    units[i].above = open.empty() ? 0 : open.back() + 1;
    open.push_back(i);
  }
}

// Units as a tree: most documents first; among as many, as a dictionary has them.
class Tree {
 public:
  explicit Tree(const std::vector<Unit>& units)
      : units_(units), starts_(units.size() + 2), children_(units.size()) {
    for (const Unit& unit : units) ++starts_[unit.above + 1];
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    std::vector<std::uint32_t> next = starts_;
    for (std::uint32_t i = 0; i < units.size(); ++i)
      children_[next[units[i].above]++] = {std::uint64_t{~units[i].count} << 32 | units[i].rank, i};
  }
  std::vector<FacetValue> values() { return children_of(0); }

 private:
  std::vector<FacetValue> children_of(std::size_t above) {
    const auto begin = children_.begin() + starts_[above], end = children_.begin() + starts_[above + 1];
    std::sort(begin, end);
    std::vector<FacetValue> values;
    values.reserve(static_cast<std::size_t>(end - begin));
    for (auto child = begin; child != end; ++child) {
      const Unit& unit = units_[child->second];
      FacetValue& value = values.emplace_back(std::string(unit.code), unit.label, unit.count, unit.selected);
      const std::size_t below = child->second + 1;
      if (starts_[below] != starts_[below + 1]) value.children = children_of(below);
    }
    return values;
  }

  const std::vector<Unit>& units_;
  std::vector<std::uint32_t> starts_;                              // in children_, by Unit::above
  std::vector<std::pair<std::uint64_t, std::uint32_t>> children_;  // by what orders them; which unit
};

}  // namespace

FacetCounter::FacetCounter(const Filters& filters, const Snapshot& snapshot, bool among_goals, bool counts)
    : filters_(filters), snapshot_(snapshot), among_goals_(among_goals), counts_(counts) {
  if (counts_) {
    for (std::size_t i = 0; i < core::kFacets; ++i) states_[i].counts.resize(snapshot.facets[i].counts());
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
    chosen.absent.push_back({shown, {}, 0, true});
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
    const FacetDictionary& dictionary = snapshot_.facets[i];
    const auto& numbers = dictionary.by_segment[segment];
    const core::FacetColumn& column = snapshot_.segments[segment].columns.facets[i];
    State& facet = states_[i];
    facet.seen = 0;
    facet.passes.assign(facet.filtered ? numbers.size() + 1 : 0, 0);
    for (std::uint32_t code = 0; code + 1 < facet.passes.size(); ++code) {
      const std::uint32_t above = column.parent(code);
      facet.passes[code] =
          facet.selected[numbers[code]] != 0 || (above < code && facet.passes[above] != 0) ? 1 : 0;
    }
  }
}

void FacetCounter::take(Ordinals& documents, Ordinals& goals) {
  const bool filtered =
      level_filtered_ || std::ranges::any_of(states_, [](const State& state) { return state.filtered; });
  if (filtered) judge(documents, goals);
  const auto keep = [&](const Ordinals& all, Ordinals& kept, std::uint8_t of) {
    kept.resize(all.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      kept[size] = all[i];
      size += failed_[i] == of ? 1 : 0;
    }
    kept.resize(size);
  };
  // What fails one facet's filter alone still counts for that facet.
  for (std::size_t i = 0; filtered && counts_ && i < core::kFacets; ++i) {
    if (!states_[i].filtered) continue;
    keep(documents, alone_, static_cast<std::uint8_t>(i));
    count(i, alone_);
  }
  if (level_filtered_ && counts_) {
    keep(goals, alone_goals_, kGoalLevel);
    count_levels(alone_goals_);
  }
  if (filtered) {
    keep(documents, passed_, kNone);
    if (!goals.empty()) keep(goals, alone_goals_, kNone), goals.swap(alone_goals_);
    documents.swap(passed_);
  }
  for (std::size_t i = 0; counts_ && i < core::kFacets; ++i) count(i, documents);
  if (counts_) count_levels(goals);
}

void FacetCounter::take_all() {
  for (std::size_t i = 0; counts_ && i < core::kFacets; ++i) states_[i].counts = snapshot_.totals[i];
}

void FacetCounter::judge(const Ordinals& documents, const Ordinals& goals) {
  const core::SegmentColumns& columns = snapshot_.segments[segment_].columns;
  failed_.assign(documents.size(), kNone);
  const auto fails = [&](std::size_t match, std::size_t facet, bool here) {
    const std::size_t before = failed_[match], now = before == kNone ? facet : kSeveral;
    failed_[match] = static_cast<std::uint8_t>(here ? now : before);
  };
  for (std::size_t facet = 0; facet < core::kFacets; ++facet) {
    if (!states_[facet].filtered) continue;
    const core::FacetColumn& column = columns.facets[facet];
    const std::uint8_t* passes = states_[facet].passes.data();
    const std::size_t none = column.values.size();
    column.codes.visit([&](const auto* code_of) {
      for (std::size_t i = 0; i < documents.size(); ++i) {
        const std::uint32_t code = code_of[documents[i]];
        const bool pass =
            code <= none ? passes[code] != 0 : column.any_of(documents[i], states_[facet].passes);
        fails(i, facet, !pass);
      }
    });
  }
  for (std::size_t i = 0; level_filtered_ && i < goals.size(); ++i)
    fails(i, kGoalLevel, !levels_[columns.goal_levels[goals[i]]]);
}

void FacetCounter::count(std::size_t facet, const Ordinals& documents) {
  State& state = states_[facet];
  const core::FacetColumn& column = snapshot_.segments[segment_].columns.facets[facet];
  const std::size_t codes = column.values.size() + 1 + column.sets();
  state.seen += documents.size();
  if (state.by_code.empty() && state.seen > codes) state.by_code.resize(codes);
  column.codes.visit([&](const auto* code_of) {
    if (!state.by_code.empty()) {
      std::uint32_t* by_code = state.by_code.data();
      for (const std::uint32_t document : documents) ++by_code[code_of[document]];
    } else {
      with_adder(snapshot_.facets[facet].sums[segment_], state.counts, [&](const auto& add) {
        for (const std::uint32_t document : documents) add(code_of[document], 1);
      });
    }
  });
}

void FacetCounter::count_levels(const Ordinals& goals) {
  const auto levels = snapshot_.segments[segment_].columns.goal_levels;
  for (const std::uint32_t goal : goals) ++level_counts_[levels[goal]];
}

void FacetCounter::leave() {
  if (!entered_) return;
  for (std::size_t i = 0; i < core::kFacets; ++i) {
    std::vector<std::uint32_t>& by_code = states_[i].by_code;
    if (by_code.empty()) continue;
    with_adder(snapshot_.facets[i].sums[segment_], states_[i].counts, [&](const auto& add) {
      for (std::uint32_t code = 0; code < by_code.size(); ++code)
        if (by_code[code] != 0) add(code, by_code[code]);
    });
    by_code.clear();
  }
  entered_ = false;
}

// Counts may be less than nothing until all is added: they are numbers modulo 2^32.
void FacetCounter::add_units_above() {
  const FacetDictionary& dictionary = snapshot_.facets[index(Facet::place)];
  const std::vector<std::uint32_t>& parents = dictionary.parents;
  std::uint32_t* counts = state(Facet::place).counts.data();
  const std::uint32_t* taken = counts + dictionary.taken();
  for (std::size_t number = parents.size(); number-- > 0;) {
    counts[number] -= taken[number];
    if (parents[number] < parents.size()) counts[parents[number]] += counts[number];
  }
}

FacetCounter::Totals FacetCounter::totals() {
  leave();
  Totals totals;
  for (std::size_t i = 0; i < core::kFacets; ++i) totals[i] = states_[i].counts;
  return totals;
}

Facets FacetCounter::finish(const gazetteer::Gazetteer& gazetteer, std::size_t most) {
  leave();
  if (!counts_) return {};
  add_units_above();
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
    facets.goal_level.push_back({name, {}, level_counts_[level], levels_[level]});
  }
  return facets;
}

// What stands first is least: most documents first; among as many, as a dictionary has them.
std::uint64_t FacetCounter::order(std::size_t facet, std::uint32_t number) const {
  return std::uint64_t{~states_[facet].counts[number]} << 32 | snapshot_.facets[facet].ranks[number];
}

std::vector<std::uint32_t> FacetCounter::commonest(std::size_t facet, std::size_t most) const {
  const std::uint32_t* counts = states_[facet].counts.data();
  const std::size_t size = most > 0 ? snapshot_.facets[facet].size() : 0;
  using Told = std::pair<std::uint64_t, std::uint32_t>;  // with its order
  std::vector<Told> told;  // a heap once there are as many as wanted: the last of them in front
  std::uint32_t least = 1;
  const auto offer = [&](std::size_t at) {
    const auto number = static_cast<std::uint32_t>(at);
    const Told offered{order(facet, number), number};
    if (told.size() < most) {
      told.push_back(offered);
      if (told.size() < most) return;
      std::ranges::make_heap(told);
    } else if (offered < told.front()) {
      std::ranges::pop_heap(told);
      told.back() = offered;
      std::ranges::push_heap(told);
    }
    least = counts[told.front().second];
  };
  constexpr std::size_t kBlock = 32;  // looked at together, for mostly nothing is there
  for (std::size_t begin = 0; begin < size; begin += kBlock) {
    const std::uint32_t* block = counts + begin;
    const std::size_t here = std::min(kBlock, size - begin);
    if (here == kBlock) {
      std::uint32_t any = 0;  // at least the greatest
      for (std::size_t i = 0; i < kBlock; ++i) any |= block[i];
      if (any < least) continue;
    }
    for (std::size_t i = 0; i < here; ++i)
      if (block[i] >= least) offer(begin + i);
  }
  std::vector<std::uint32_t> numbers;
  for (const auto& [order, each] : told) numbers.push_back(each);
  return numbers;
}

// A selected value is told even where nothing, or too little, has it: it must be possible to take it back.
std::vector<FacetValue> FacetCounter::flat(std::size_t facet, std::size_t most) const {
  const State& state = states_[facet];
  const FacetDictionary& dictionary = snapshot_.facets[facet];
  std::vector<std::uint32_t> told = commonest(facet, most);
  const auto selected = [&](std::uint32_t number) { return state.filtered && state.selected[number] != 0; };
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t number = 0; number < state.selected.size(); ++number)
    if (selected(number) && std::ranges::find(told, number) == told.end()) chosen.push_back(number);
  told.insert(told.end(), chosen.begin(), chosen.end());
  std::ranges::sort(told, {}, [&](std::uint32_t number) { return order(facet, number); });
  std::vector<FacetValue> values;
  values.reserve(told.size() + state.absent.size());
  for (const std::uint32_t number : told)
    values.push_back({dictionary.shown(number), {}, state.counts[number], selected(number)});
  values.insert(values.end(), state.absent.begin(), state.absent.end());
  return values;
}

std::vector<FacetValue> FacetCounter::years() const {
  const State& state = states_[index(Facet::year)];
  const FacetDictionary& dictionary = snapshot_.facets[index(Facet::year)];
  std::vector<FacetValue> values;
  for (std::size_t number = 0; number < dictionary.size(); ++number) {
    if (state.counts[number] == 0) continue;
    const std::string& year = dictionary.values[number];
    values.push_back({year, {}, state.counts[number], state.filtered && state.selected[number] != 0});
  }
  return values;
}

std::vector<FacetValue> FacetCounter::places(const gazetteer::Gazetteer& gazetteer) const {
  const State& state = states_[index(Facet::place)];
  const FacetDictionary& dictionary = snapshot_.facets[index(Facet::place)];
  std::vector<Unit> told;  // by code, ascending: a unit before those in it
  told.reserve(dictionary.size());
  std::vector<std::uint32_t> told_as(dictionary.size() + 1);  // by number, counted from 1
  for (std::size_t number = 0; number < dictionary.size(); ++number) {
    const bool selected = state.filtered && state.selected[number] != 0;
    if (state.counts[number] == 0 && !selected) continue;
    told.push_back({dictionary.values[number], dictionary.unit_labels[number], dictionary.ranks[number],
                    state.counts[number], selected, told_as[dictionary.parents[number]]});
    told_as[number] = static_cast<std::uint32_t>(told.size());
  }
  // A selected unit stands below those above it, whether anything lies there or not.
  for (const core::Teryt& place : filters_.places) {
    for (std::size_t size = 2; size <= place.text().size(); size += 2) {
      const auto code = std::string_view(place.text()).substr(0, size);
      const bool selected = size == place.text().size();
      auto at = std::ranges::lower_bound(told, code, {}, &Unit::code);
      if (at == told.end() || at->code != code)
        at = told.insert(at, {code, unit_label(code, gazetteer), kLast, 0, false});
      at->selected = at->selected || selected;
    }
  }
  if (!filters_.places.empty()) find_above(told);
  return Tree(told).values();
}

}  // namespace szukajst::search
