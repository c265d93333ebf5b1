#include "search/remote/facets.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/fields.h"
#include "search/facet_dictionary.h"

namespace szukajst::search {
namespace {

using core::Facet;

// A facet's values by what is compared: of names not what is shown.
using Values = std::map<std::string, FacetValue>;

void add_local(const std::vector<FacetValue>& local, bool names, Values& values) {
  for (const FacetValue& each : local) {
    FacetValue& value = values[names ? core::name_key(each.value) : each.value];
    value = each;
    value.children.clear();
    add_local(each.children, names, values);
  }
}

Values added(const std::vector<FacetValue>& local, const ValueCounts& remote, bool names) {
  Values values;
  add_local(local, names, values);
  for (const auto& [key, counted] : remote) {
    FacetValue& value = values[key];
    // What is selected and nowhere here is told as it was asked for; what has it knows how it is written.
    if (value.value.empty() || value.count == 0)
      value.value = names && !counted.label.empty() ? counted.label : key;
    value.count += counted.count;
  }
  return values;
}

// Most documents first; among as many, as a dictionary has them.
bool before(const FacetValue& a, const FacetValue& b) {
  if (a.count != b.count) return a.count > b.count;
  const std::string x = core::sort_key(a.shown()), y = core::sort_key(b.shown());
  return x != y ? x < y : a.value < b.value;
}

std::vector<FacetValue> flat(Values values, const std::vector<std::string>& chosen, bool names,
                             std::size_t most) {
  for (const std::string& name : chosen) {
    FacetValue& value = values[names ? core::name_key(name) : name];
    if (value.value.empty()) value.value = name;
    value.selected = true;
  }
  std::vector<FacetValue> all;
  for (auto& [key, value] : values) all.push_back(std::move(value));
  std::ranges::sort(all, before);
  std::size_t kept = 0;
  std::erase_if(all, [&](const FacetValue& value) { return kept++ >= most && !value.selected; });
  return all;
}

std::vector<FacetValue> years(const Values& values, const Filters& filters) {
  std::vector<FacetValue> all;
  for (const auto& [year, value] : values) {
    if (value.count == 0) continue;
    int number = 0;
    std::from_chars(year.data(), year.data() + year.size(), number);
    all.push_back(value);
    all.back().selected = (filters.from || filters.to) && (!filters.from || number >= *filters.from) &&
                          (!filters.to || number <= *filters.to);
  }
  return all;
}

std::vector<FacetValue> places(Values values, const Filters& filters, const gazetteer::Gazetteer& gazetteer) {
  for (const core::Teryt& place : filters.places) {
    for (std::size_t size = 2; size <= place.text().size(); size += 2)
      values[place.text().substr(0, size)].value = place.text().substr(0, size);
    values[place.text()].selected = true;
  }
  // Ascending by code: a unit stands before those in it. From the last, each is moved into the one above it.
  std::vector<FacetValue> open;
  const auto close = [](std::vector<FacetValue>& units) { std::ranges::sort(units, before); };
  std::vector<FacetValue> tree;
  const auto leave = [&] {
    FacetValue done = std::move(open.back());
    open.pop_back();
    close(done.children);
    (open.empty() ? tree : open.back().children).push_back(std::move(done));
  };
  for (auto& [code, value] : values) {
    if (value.count == 0 && !value.selected && filters.places.empty()) continue;
    while (!open.empty() && !code.starts_with(open.back().value)) leave();
    value.value = code;
    value.label = unit_label(code, gazetteer);
    open.push_back(std::move(value));
  }
  while (!open.empty()) leave();
  close(tree);
  return tree;
}

}  // namespace

Facets add_remote(const Facets& local, const FacetCounts& remote, const Request& request,
                  const gazetteer::Gazetteer& gazetteer) {
  const Filters& filters = request.filters;
  const auto of = [&](Facet facet) -> const ValueCounts& { return remote[static_cast<std::size_t>(facet)]; };
  const auto names = [&](const std::vector<FacetValue>& here, Facet facet,
                         const std::vector<std::string>& chosen) {
    return flat(added(here, of(facet), true), chosen, true, request.facet_values);
  };
  std::vector<std::string> kinds;
  for (const core::DocumentKind kind : filters.kinds) kinds.emplace_back(core::name(kind));
  Facets sum;
  sum.kind = flat(added(local.kind, of(Facet::kind), false), kinds, false, request.facet_values);
  sum.place = places(added(local.place, of(Facet::place), false), filters, gazetteer);
  sum.year = years(added(local.year, of(Facet::year), false), filters);
  sum.official = names(local.official, Facet::official, filters.officials);
  sum.partner = names(local.partner, Facet::partner, filters.partners);
  sum.programme = names(local.programme, Facet::programme, filters.programmes);
  if (!request.goals) return sum;
  const Values levels = added(local.goal_level, remote[kLevelFacet], false);
  for (std::size_t level = 0; level < 5; ++level) {
    const auto which = static_cast<core::GoalLevel>(level);
    const bool selected = std::ranges::find(filters.goal_levels, which) != filters.goal_levels.end();
    const std::string name(core::name(which));
    const auto found = levels.find(name);
    const std::size_t count = found == levels.end() ? 0 : found->second.count;
    if (count > 0 || selected) sum.goal_level.push_back({name, {}, count, selected});
  }
  return sum;
}

}  // namespace szukajst::search
