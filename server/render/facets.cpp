#include "server/render/facets.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "server/parameters.h"
#include "server/render/labels.h"

namespace szukajst::server {
namespace {

namespace utf8 = core::utf8;

using Values = std::vector<search::FacetValue>;

struct Facet {
  std::string_view parameter;  // "year" stands for from and to
  Values search::Facets::*values;
  bool browsable;  // offered on the start page
};

constexpr std::array<Facet, 7> kFacets{{{"place", &search::Facets::place, true},
                                        {"kind", &search::Facets::kind, true},
                                        {"goal_level", &search::Facets::goal_level, false},
                                        {"year", &search::Facets::year, true},
                                        {"official", &search::Facets::official, false},
                                        {"partner", &search::Facets::partner, false},
                                        {"programme", &search::Facets::programme, false}}};

// Names are the same to a filter whatever their case and diacritics.
bool same_name(std::string_view a, std::string_view b) {
  return utf8::fold(utf8::lower(a)) == utf8::fold(utf8::lower(b));
}

void toggle(std::vector<std::string>& chosen, const std::string& value) {
  if (std::erase_if(chosen, [&](const std::string& other) { return same_name(other, value); }) == 0)
    chosen.push_back(value);
}

template <typename T>
void toggle(std::vector<T>& chosen, const std::optional<T>& value) {
  if (value && std::erase(chosen, *value) == 0) chosen.push_back(*value);
}

// A unit takes the place of those around it and within it: with both chosen, the wider alone would count.
void toggle_place(std::vector<core::Teryt>& chosen, const std::optional<core::Teryt>& value) {
  if (!value || std::erase(chosen, *value) > 0) return;
  std::erase_if(chosen,
                [&](const core::Teryt& other) { return other.contains(*value) || value->contains(other); });
  chosen.push_back(*value);
}

void toggle_year(search::Filters& filters, const std::string& value) {
  int year = 0;
  std::from_chars(value.data(), value.data() + value.size(), year);
  const bool chosen = filters.from == year && filters.to == year;
  filters.from = filters.to = chosen ? std::nullopt : std::optional(year);
}

bool is_chosen(const search::Request& request, std::string_view parameter, const search::FacetValue& value) {
  if (parameter != "year") return value.selected;
  const auto text = [](const std::optional<int>& year) { return year ? std::to_string(*year) : ""; };
  return text(request.filters.from) == value.value && text(request.filters.to) == value.value;
}

bool any_chosen(const Values& values) {
  return std::any_of(values.begin(), values.end(),
                     [](const auto& value) { return value.selected || any_chosen(value.children); });
}

bool has_value(const Values& values, std::string_view name) {
  return std::any_of(values.begin(), values.end(), [&](const auto& value) {
    return same_name(value.value, name) || has_value(value.children, name);
  });
}

// A city that is a county of its own is told once, unless the city itself is chosen.
bool is_city_county(const search::FacetValue& value) {
  if (value.children.size() != 1) return false;
  const search::FacetValue& city = value.children.front();
  return city.label == value.label && city.count == value.count && !city.selected;
}

struct Context {
  const Strings& strings;
  Language language;
  const search::Request& request;
};

// The names of a place's three levels differ, for a template looks up what a view lacks in the view around
// it.
constexpr std::array<std::string_view, 2> kInner{"inner", "innermost"};

View value_view(const Context& context, std::string_view parameter, const search::FacetValue& value,
                std::size_t depth = 0) {
  View view;
  view.set("value", value.value)
      .set("label", facet_label(parameter, value, context.language))
      .set("count", number(context.language, value.count))
      .set("selected", is_chosen(context.request, parameter, value))
      .set("url", search_url(toggled(context.request, parameter, value.value), context.language));
  if (depth >= kInner.size()) return view;
  const std::string name(kInner[depth]);
  View::List children;
  const bool told = is_city_county(value);
  for (const auto& child : value.children)
    if (!told) children.push_back(value_view(context, parameter, child, depth + 1));
  const std::string_view count_key = depth == 0 ? "facet.counties" : "facet.municipalities";
  view.set(name + "_open", any_chosen(value.children))
      .set(name + "_label", context.strings.counted(context.language, count_key, value.children.size()))
      .set_list(name, std::move(children));
  return view;
}

View values_view(const Context& context, std::string_view parameter, Values::const_iterator begin,
                 Values::const_iterator end) {
  View::List views;
  std::transform(begin, end, std::back_inserter(views),
                 [&](const auto& value) { return value_view(context, parameter, value); });
  return View().set("values", std::move(views));
}

std::size_t total(const Values& values) {
  std::size_t sum = values.size();
  for (const auto& value : values) sum += total(value.children);
  return sum;
}

void close_unchosen(Values& values) {
  for (auto& value : values) {
    if (value.selected || any_chosen(value.children)) {
      close_unchosen(value.children);
    } else {
      value.children.clear();
    }
  }
}

// What is chosen first, so that it is never among those to be opened; years from the latest.
Values in_order(std::string_view parameter, Values values) {
  if (parameter == "year")
    std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
  std::stable_partition(values.begin(), values.end(),
                        [](const auto& value) { return value.selected || any_chosen(value.children); });
  if (total(values) > kFacetMost) close_unchosen(values);
  return values;
}

View facet_view(const Context& context, const Facet& facet, const search::Facets& facets) {
  const bool year = facet.parameter == "year";
  const Values values = in_order(facet.parameter, facets.*facet.values);
  const auto up_to = [&](std::size_t count) {
    return values.begin() + static_cast<std::ptrdiff_t>(std::min(count, values.size()));
  };
  const auto head_end = up_to(kFacetHead), tail_end = up_to(kFacetMost);
  View view;
  view.set("name", context.strings.get(context.language, "facet." + std::string(facet.parameter)))
      .set("parameter", facet.parameter)
      .set("checkbox", !year)
      .set("is_year", year)
      .set("browsable", facet.browsable)
      .set("head", values_view(context, facet.parameter, values.begin(), head_end))
      .set("more_label",
           context.strings.fill(context.language, values.size() > kFacetMost ? "facet.most" : "facet.more",
                                {{"shown", number(context.language, kFacetMost)},
                                 {"n", number(context.language, values.size())}}));
  if (head_end == tail_end) {
    view.set("tail", false);
  } else {
    view.set("tail", values_view(context, facet.parameter, head_end, tail_end));
  }
  if (!year) return view;
  const auto text = [](const std::optional<int>& value) {
    return value ? std::to_string(*value) : std::string();
  };
  view.set("from", text(context.request.filters.from))
      .set("to", text(context.request.filters.to))
      .set("histogram", histogram_view(context.strings, context.language, context.request, values));
  return view;
}

View::List fields(const NamedTexts& parameters) {
  View::List views;
  for (const auto& [name, value] : parameters) views.push_back(View().set("name", name).set("value", value));
  return views;
}

NamedTexts on_first_page(search::Request request, Language language) {
  request.page = 1;
  return parameters_of(request, language);
}

}  // namespace

std::string facet_label(std::string_view parameter, const search::FacetValue& value, Language language) {
  if (parameter == "kind") {
    if (const auto kind = core::document_kind(value.value)) return std::string(label(*kind, language));
  } else if (parameter == "goal_level") {
    if (const auto level = core::goal_level(value.value)) return std::string(label(*level, language));
  }
  return std::string(value.shown());
}

search::Request toggled(search::Request request, std::string_view parameter, const std::string& value) {
  request.page = 1;
  search::Filters& filters = request.filters;
  if (parameter == "place") toggle_place(filters.places, core::Teryt::parse(value));
  if (parameter == "kind") toggle(filters.kinds, core::document_kind(value));
  if (parameter == "goal_level") toggle(filters.goal_levels, core::goal_level(value));
  if (parameter == "official") toggle(filters.officials, value);
  if (parameter == "partner") toggle(filters.partners, value);
  if (parameter == "programme") toggle(filters.programmes, value);
  if (parameter == "source") toggle(filters.sources, value);
  if (parameter == "year") toggle_year(filters, value);
  return request;
}

View::List facets_view(const Strings& strings, Language language, const search::Request& request,
                       const search::Facets& facets) {
  const Context context{strings, language, request};
  View::List views;
  for (const Facet& facet : kFacets) {
    const bool years_chosen = facet.parameter == "year" && (request.filters.from || request.filters.to);
    if (!(facets.*facet.values).empty() || years_chosen) views.push_back(facet_view(context, facet, facets));
  }
  return views;
}

View::List chips_view(const Strings& strings, Language language, const search::Request& request,
                      const PlaceLabel& place_label) {
  View::List chips;
  const auto put = [&](std::string_view facet, std::string_view shown, const search::Request& without) {
    chips.push_back(View()
                        .set("name", strings.get(language, "facet." + std::string(facet)))
                        .set("label", shown)
                        .set("url", search_url(without, language)));
  };
  const search::Filters& filters = request.filters;
  for (const auto& place : filters.places)
    put("place", place_label(place), toggled(request, "place", place.text()));
  for (const auto kind : filters.kinds)
    put("kind", label(kind, language), toggled(request, "kind", std::string(core::name(kind))));
  for (const auto level : filters.goal_levels)
    put("goal_level", label(level, language), toggled(request, "goal_level", std::string(core::name(level))));
  for (const auto& official : filters.officials)
    put("official", official, toggled(request, "official", official));
  for (const auto& partner : filters.partners) put("partner", partner, toggled(request, "partner", partner));
  for (const auto& programme : filters.programmes)
    put("programme", programme, toggled(request, "programme", programme));
  for (const auto& source : filters.sources) put("source", source, toggled(request, "source", source));
  if (filters.from || filters.to) {
    search::Request without = request;
    without.page = 1;
    without.filters.from = without.filters.to = std::nullopt;
    put("year", strings.period(language, {filters.from, filters.to}), without);
  }
  return chips;
}

View::List kept_by_facets(const search::Request& request, const search::Facets& facets, Language language) {
  NamedTexts kept = on_first_page(request, language);
  std::erase_if(kept, [&](const auto& parameter) {
    const auto& [name, value] = parameter;
    if (name == "from" || name == "to")
      return !facets.year.empty() || request.filters.from || request.filters.to;
    return std::any_of(kFacets.begin(), kFacets.end(), [&, &name = name, &value = value](const Facet& facet) {
      return facet.parameter == name && has_value(facets.*facet.values, value);
    });
  });
  return fields(kept);
}

View::List kept_by_query(const search::Request& request, Language language) {
  NamedTexts kept = on_first_page(request, language);
  std::erase_if(kept, [](const auto& parameter) { return parameter.first == "q"; });
  return fields(kept);
}

View histogram_view(const Strings& strings, Language language, const search::Request& request,
                    const Values& years) {
  constexpr int kHeight = 48, kBar = 10, kGap = 2, kMostYears = 60;
  std::vector<std::pair<int, std::size_t>> counts;
  for (const auto& value : years) {
    int year = 0;
    std::from_chars(value.value.data(), value.value.data() + value.value.size(), year);
    if (value.count > 0) counts.emplace_back(year, value.count);
  }
  std::sort(counts.begin(), counts.end());
  if (counts.size() < 3) return false;
  // A stray year long ago would make all other bars too thin to hit.
  const int last = counts.back().first;
  std::erase_if(counts, [&](const auto& count) { return count.first <= last - kMostYears; });
  const int first = counts.front().first;
  std::size_t most = 1;
  for (const auto& [year, count] : counts) most = std::max(most, count);
  View::List bars;
  for (const auto& [year, count] : counts) {
    const int height = std::max(2, static_cast<int>(count * kHeight / most));
    const std::string title = strings.counted(language, request.goals ? "goals" : "documents", count);
    bars.push_back(View()
                       .set("x", std::to_string((year - first) * (kBar + kGap)))
                       .set("y", std::to_string(kHeight - height))
                       .set("width", std::to_string(kBar))
                       .set("height", std::to_string(height))
                       .set("label", std::to_string(year) + ": " + title)
                       .set("url", search_url(toggled(request, "year", std::to_string(year)), language)));
  }
  return View()
      .set("chart_width", std::to_string((last - first + 1) * (kBar + kGap) - kGap))
      .set("chart_height", std::to_string(kHeight))
      .set("first", std::to_string(first))
      .set("last", std::to_string(last))
      .set("bars", std::move(bars));
}

}  // namespace szukajst::server
