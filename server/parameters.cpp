#include "server/parameters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <utility>

#include "core/utf8.h"
#include "server/url.h"

namespace szukajst::server {
namespace {

namespace utf8 = core::utf8;

constexpr std::array<std::string_view, 5> kSorts{"relevance", "newest", "oldest", "title", "fresh"};
constexpr int kFirstYear = 1000, kLastYear = 2999;
constexpr int kMostPages = 1'000'000;
constexpr std::size_t kShownValue = 60;  // code points of a wrong value that an error repeats

std::optional<int> number(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
    return std::nullopt;
  return value;
}

std::optional<search::Sort> sort_named(std::string_view text) {
  const auto found = std::find(kSorts.begin(), kSorts.end(), text);
  if (found == kSorts.end()) return std::nullopt;
  return static_cast<search::Sort>(found - kSorts.begin());
}

std::string shown(std::string_view value) {
  std::string result;
  std::size_t count = 0;
  for (std::size_t at = 0; at < value.size(); ++count) {
    if (count == kShownValue) return result + "…";
    const char32_t c = utf8::next(value, at);
    utf8::append(result, c < 0x20 ? U' ' : c);
  }
  return result;
}

// One row of the table of parameters: what it does with a value, and what it says where it cannot.
struct Reader {
  std::string_view name, reason;
  bool repeats;
  bool (*read)(Parameters&, std::string_view value);  // false: malformed
};

template <typename T>
bool set(T& target, const std::optional<T>& value) {
  if (value) target = *value;
  return value.has_value();
}

template <typename T>
bool add(std::vector<T>& values, const std::optional<T>& value) {
  if (value && std::find(values.begin(), values.end(), *value) == values.end()) values.push_back(*value);
  return value.has_value() && values.size() <= kMostValues;
}

bool add(std::vector<std::string>& values, std::string_view value) {
  return add(values, std::optional(std::string(value)));
}

bool set_year(std::optional<int>& target, std::string_view value) {
  target = value.size() == 4 ? number(value, kFirstYear, kLastYear) : std::nullopt;
  return target.has_value();
}

std::optional<bool> yes_or_no(std::string_view text) {
  if (text == "yes") return true;
  if (text == "no") return false;
  return std::nullopt;
}

std::optional<Format> format_named(std::string_view text) {
  if (text == "html") return Format::html;
  if (text == "json") return Format::json;
  return std::nullopt;
}

constexpr std::array<Reader, 17> kReaders{{
    {"lang", "reason.lang", false,
     [](Parameters& p, std::string_view v) { return set(p.language, language_named(v)); }},
    {"format", "reason.format", false,
     [](Parameters& p, std::string_view v) { return set(p.format, format_named(v)); }},
    {"q", "reason.utf8", false, [](Parameters& p, std::string_view v) { return p.request.query = v, true; }},
    {"place", "reason.place", true,
     [](Parameters& p, std::string_view v) { return add(p.request.filters.places, core::Teryt::parse(v)); }},
    {"kind", "reason.kind", true,
     [](Parameters& p, std::string_view v) { return add(p.request.filters.kinds, core::document_kind(v)); }},
    {"official", "reason.values", true,
     [](Parameters& p, std::string_view v) { return add(p.request.filters.officials, v); }},
    {"partner", "reason.values", true,
     [](Parameters& p, std::string_view v) { return add(p.request.filters.partners, v); }},
    {"programme", "reason.values", true,
     [](Parameters& p, std::string_view v) { return add(p.request.filters.programmes, v); }},
    {"source", "reason.values", true,
     [](Parameters& p, std::string_view v) { return add(p.request.filters.sources, v); }},
    {"goal_level", "reason.goal_level", true,
     [](Parameters& p, std::string_view v) {
       return add(p.request.filters.goal_levels, core::goal_level(v));
     }},
    {"from", "reason.year", false,
     [](Parameters& p, std::string_view v) { return set_year(p.request.filters.from, v); }},
    {"to", "reason.year", false,
     [](Parameters& p, std::string_view v) { return set_year(p.request.filters.to, v); }},
    {"sort", "reason.sort", false,
     [](Parameters& p, std::string_view v) { return set(p.request.sort, sort_named(v)); }},
    {"page", "reason.page", false,
     [](Parameters& p, std::string_view v) { return set(p.request.page, number(v, 1, kMostPages)); }},
    {"per_page", "reason.per_page", false,
     [](Parameters& p, std::string_view v) { return set(p.request.per_page, number(v, 1, kMostPerPage)); }},
    {"match", "reason.match", false,
     [](Parameters& p, std::string_view v) { return set(p.request.loosest, core::match_kind(v)); }},
    {"synonyms", "reason.synonyms", false,
     [](Parameters& p, std::string_view v) { return set(p.request.synonyms, yes_or_no(v)); }},
}};

// The quality that an Accept header gives to a media type that it names; 0 where it does not name it.
double quality(std::string_view accept, std::string_view type) {
  while (!accept.empty()) {
    std::string_view item = accept.substr(0, accept.find(','));
    accept.remove_prefix(std::min(accept.size(), item.size() + 1));
    if (utf8::lower(utf8::trim(item.substr(0, item.find(';')))) != type) continue;
    const std::size_t q = item.find("q=");
    if (q == std::string_view::npos) return 1;
    double value = 0;
    std::from_chars(item.data() + q + 2, item.data() + item.size(), value);
    return value;
  }
  return 0;
}

void read_one(Parameters& parameters, const Reader& reader, const HttpRequest& http) {
  const std::string* seen = nullptr;
  for (const auto& [name, value] : http.parameters) {
    if (name != reader.name || value.empty()) continue;
    const auto fail = [&, &value = value](std::string_view reason) {
      if (!parameters.problem)
        parameters.problem = ParameterProblem{std::string(reader.name), shown(value), std::string(reason)};
    };
    if (!utf8::valid(value)) return fail("reason.utf8");
    if (seen != nullptr && !reader.repeats && *seen != value) return fail("reason.twice");
    if (!reader.read(parameters, value)) return fail(reader.reason);
    seen = &value;
  }
}

}  // namespace

Parameters read_parameters(const HttpRequest& http) {
  Parameters parameters;
  parameters.request.goals = http.path == "/goals";
  if (quality(http.accept, "application/json") > quality(http.accept, "text/html"))
    parameters.format = Format::json;
  for (const Reader& reader : kReaders) read_one(parameters, reader, http);
  const auto& filters = parameters.request.filters;
  if (!parameters.problem && filters.from && filters.to && *filters.from > *filters.to)
    parameters.problem = ParameterProblem{"from", std::to_string(*filters.from), "reason.from_after_to"};
  return parameters;
}

std::string_view name(search::Sort sort) {
  return kSorts[static_cast<std::size_t>(sort)];
}

NamedTexts parameters_of(const search::Request& request, Language language) {
  static const search::Request defaults;
  NamedTexts result;
  const auto put = [&](std::string_view parameter, std::string_view value) {
    result.emplace_back(parameter, value);
  };
  const auto& filters = request.filters;
  if (!request.query.empty()) put("q", request.query);
  for (const auto& place : filters.places) put("place", place.text());
  for (const auto kind : filters.kinds) put("kind", core::name(kind));
  for (const auto& official : filters.officials) put("official", official);
  for (const auto& partner : filters.partners) put("partner", partner);
  for (const auto& programme : filters.programmes) put("programme", programme);
  for (const auto& source : filters.sources) put("source", source);
  for (const auto level : filters.goal_levels) put("goal_level", core::name(level));
  if (filters.from) put("from", std::to_string(*filters.from));
  if (filters.to) put("to", std::to_string(*filters.to));
  if (request.sort != defaults.sort) put("sort", name(request.sort));
  if (request.page != defaults.page) put("page", std::to_string(request.page));
  if (request.per_page != defaults.per_page) put("per_page", std::to_string(request.per_page));
  if (request.loosest != defaults.loosest) put("match", core::name(request.loosest));
  if (request.synonyms != defaults.synonyms) put("synonyms", "no");
  if (language != Language::polish) put("lang", name(language));
  return result;
}

std::string search_url(const search::Request& request, Language language, Format format) {
  std::string url = request.goals ? "/goals" : "/search";
  NamedTexts parameters = parameters_of(request, language);
  if (format == Format::json) parameters.emplace_back("format", "json");
  char joint = '?';
  for (const auto& [parameter, value] : parameters) {
    url.push_back(std::exchange(joint, '&'));
    url += parameter + '=' + form_encode(value);
  }
  return url;
}

std::string document_url(std::string_view id, Language language, std::string_view fragment) {
  std::string url = "/documents/" + form_encode(id);
  if (language != Language::polish) url += "?lang=" + std::string(name(language));
  if (!fragment.empty()) url += '#' + std::string(fragment);
  return url;
}

}  // namespace szukajst::server
