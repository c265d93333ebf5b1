#include "server/render/json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/record_json.h"
#include "core/utf8.h"
#include "server/parameters.h"
#include "server/render/alike.h"
#include "server/render/labels.h"
#include "server/render/similar.h"

namespace szukajst::server {
namespace {

using Json = nlohmann::ordered_json;

// JSON has no language parameter in its addresses: they are those of the documents themselves.
std::string address(std::string_view id, std::string_view fragment = "") {
  return document_url(id, Language::polish, fragment);
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename T>
Json nullable(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json date(const std::optional<core::Date>& value) {
  return value ? Json(value->iso()) : Json(nullptr);
}

Json period(const std::optional<core::Period>& value) {
  if (!value) return nullptr;
  return {{"from", nullable(value->from)}, {"to", nullable(value->to)}};
}

Json ranges(const std::vector<std::pair<std::size_t, std::size_t>>& highlights) {
  Json array = Json::array();
  for (const auto& [begin, end] : highlights) array.push_back(Json::array({begin, end}));
  return array;
}

// Enough digits to tell hits apart; more would only change from one machine to another.
double rounded(double score) {
  return std::round(score * 1e4) / 1e4;
}

Json summary(const search::DocumentSummary& document) {
  return {{"id", document.id},
          {"url", address(document.id)},
          {"source", document.source},
          {"title", document.title},
          {"kind", core::name(document.kind)},
          {"date", date(document.date)},
          {"period", period(document.period)}};
}

Json words(const std::vector<search::WordMatch>& matches) {
  Json array = Json::array();
  for (const auto& match : matches) {
    array.push_back({{"word", match.word}, {"found", match.found}, {"as", core::name(match.as)}});
    if (match.synonym) array.back()["synonym"] = true;
  }
  return array;
}

Json document_hit(const search::Hit& hit) {
  Json object = summary(hit.document);
  object["score"] = rounded(hit.score);
  object["match"] = words(hit.match);
  object["snippets"] = Json::array();
  for (const auto& snippet : hit.snippets) {
    object["snippets"].push_back(
        {{"page", snippet.page}, {"text", snippet.text}, {"highlights", ranges(snippet.highlights)}});
  }
  object["pages"] = Json::array();
  for (const auto& page : hit.pages)
    object["pages"].push_back({{"page", page.page}, {"matches", page.matches}});
  return object;
}

Json goal_fields(const core::Goal& goal) {
  return {
      {"text", goal.text}, {"number", goal.number}, {"level", core::name(goal.level)}, {"page", goal.page}};
}

// The goal that is served, and within it the one that it serves.
Json parent_chain(const std::vector<core::Goal>& nearest_first) {
  Json parent = nullptr;
  for (auto goal = nearest_first.rbegin(); goal != nearest_first.rend(); ++goal) {
    Json object = goal_fields(*goal);
    object["parent"] = std::move(parent);
    parent = std::move(object);
  }
  return parent;
}

Json alike(const search::AlikeGoals& goals) {
  Json array = Json::array();
  for (const search::AlikeGoal& goal : goals.goals) {
    const std::string index = std::to_string(goal.index);
    array.push_back({{"id", goal.document + "." + index},
                     {"url", address(goal.document, "goal-" + index)},
                     {"title", goal.title},
                     {"unit", goal.unit.empty() ? Json(nullptr) : Json(goal.unit)},
                     {"teryt", goal.place ? Json(goal.place->text()) : Json(nullptr)},
                     {"year", nullable(goal.year)},
                     {"similarity", rounded(goal.similarity)},
                     {"relation", name(goal.relation)}});
  }
  return array;
}

Json similar(const std::vector<search::SimilarDocument>& documents) {
  Json array = Json::array();
  for (const search::SimilarDocument& each : documents) {
    Json because = Json::array();
    for (const auto& shared : each.because)
      because.push_back({{"type", name(shared.type)}, {"text", shared.text}});
    array.push_back({{"id", each.id},
                     {"url", address(each.id)},
                     {"title", each.title},
                     {"kind", core::name(each.kind)},
                     {"unit", each.unit.empty() ? Json(nullptr) : Json(each.unit)},
                     {"teryt", each.place ? Json(each.place->text()) : Json(nullptr)},
                     {"year", nullable(each.year)},
                     {"score", rounded(each.score)},
                     {"resemblance", name(each.resemblance)},
                     {"versions", each.versions},
                     {"because", std::move(because)}});
  }
  return array;
}

Json goal_hit(const search::Hit& hit, const search::Hit::GoalHit& goal) {
  const std::size_t dot = goal.id.rfind('.');
  const std::string fragment = "goal-" + (dot == std::string::npos ? goal.id : goal.id.substr(dot + 1));
  Json object{{"id", goal.id}, {"url", address(hit.document.id, fragment)}};
  object.update(goal_fields(goal.goal));
  object["parent"] = parent_chain(goal.parents);
  object["document"] = summary(hit.document);
  object["highlights"] = ranges(goal.highlights);
  object["score"] = rounded(hit.score);
  object["match"] = words(hit.match);
  object["alike_total"] = goal.alike.total;
  object["alike"] = alike(goal.alike);
  return object;
}

template <typename Labeller>
Json facet(const std::vector<search::FacetValue>& values, Labeller&& labelled) {
  Json array = Json::array();
  for (const auto& value : values) {
    array.push_back({{"value", value.value},
                     {"label", labelled(value)},
                     {"count", value.count},
                     {"selected", value.selected}});
  }
  return array;
}

Json places(const std::vector<search::FacetValue>& values) {
  Json array = facet(values, [](const auto& value) { return value.shown(); });
  for (std::size_t i = 0; i < values.size(); ++i) array[i]["children"] = places(values[i].children);
  return array;
}

Json facets(const search::Facets& facets, bool goals, Language language) {
  const auto own = [](const search::FacetValue& value) { return value.shown(); };
  const auto kind = [&](const search::FacetValue& value) {
    const auto known = core::document_kind(value.value);
    return known ? std::string(label(*known, language)) : std::string(value.shown());
  };
  const auto level = [&](const search::FacetValue& value) {
    const auto known = core::goal_level(value.value);
    return known ? std::string(label(*known, language)) : std::string(value.shown());
  };
  Json object{{"kind", facet(facets.kind, kind)},      {"place", places(facets.place)},
              {"year", facet(facets.year, own)},       {"official", facet(facets.official, own)},
              {"partner", facet(facets.partner, own)}, {"programme", facet(facets.programme, own)}};
  if (goals) object["goal_level"] = facet(facets.goal_level, level);
  return object;
}

Json pages(const search::StoredDocument& document) {
  const core::PagedText& paged = document.text;
  Json array = Json::array();
  auto repair = document.repairs.begin();
  for (std::size_t i = 0; i < paged.page_starts.size(); ++i) {
    const std::size_t begin = paged.page_starts[i];
    const std::size_t end = i + 1 < paged.page_starts.size() ? paged.page_starts[i + 1] : paged.text.size();
    Json page{{"page", i + 1}, {"text", paged.text.substr(begin, end - begin)}, {"mended", Json::array()}};
    std::size_t counted_to = begin, code_points = 0;
    const auto code_point = [&](std::size_t byte) {
      code_points += core::utf8::length(std::string_view(paged.text).substr(counted_to, byte - counted_to));
      counted_to = byte;
      return code_points;
    };
    for (; repair != document.repairs.end() && repair->source.begin < end; ++repair) {
      if (repair->source.begin < counted_to || repair->source.end > end) continue;
      const std::size_t from = code_point(repair->source.begin);
      page["mended"].push_back({{"range", Json::array({from, code_point(repair->source.end)})},
                                {"found", repair->source.in(paged.text)},
                                {"mended", repair->mended},
                                {"certainty", rounded(repair->certainty)}});
    }
    array.push_back(std::move(page));
  }
  return array;
}

}  // namespace

std::string render_json(const search::Request& request, const search::Answer& answer, Language language) {
  Json json{{"query", request.query},      {"total", answer.total},
            {"partial", answer.partial},   {"page", answer.page},
            {"per_page", answer.per_page}, {"did_you_mean", nullable(answer.did_you_mean)}};
  json["diagnostics"] = Json::array();
  for (const auto& diagnostic : answer.diagnostics)
    json["diagnostics"].push_back({{"code", diagnostic.code}, {"detail", diagnostic.detail}});
  const auto hits = [](const std::vector<search::Hit>& found) {
    Json array = Json::array();
    for (const auto& hit : found) {
      array.push_back(hit.goal ? goal_hit(hit, *hit.goal) : document_hit(hit));
      if (!hit.missing.empty()) array.back()["missing"] = hit.missing;
    }
    return array;
  };
  json["hits"] = hits(answer.hits);
  if (!answer.more.empty()) json["more"] = hits(answer.more);
  json["facets"] = request.facets ? facets(answer.facets, request.goals, language) : Json(nullptr);
  json["synonyms"] = answer.synonyms;
  return dump(json);
}

std::string render_json(const search::StoredDocument& document) {
  Json json = Json::parse(core::to_json(document.record, document.text));
  json["url"] = address(document.record.id);
  json["text"] = pages(document);
  json["alike"] = Json::array();
  for (std::size_t i = 0; i < document.alike.size(); ++i) {
    if (document.alike[i].total == 0) continue;
    json["alike"].push_back(
        {{"goal", i}, {"total", document.alike[i].total}, {"goals", alike(document.alike[i])}});
  }
  json["similar"] = similar(document.similar);
  return dump(json);
}

std::string render_json(std::string_view id, const std::vector<search::SimilarDocument>& documents) {
  return dump({{"id", id}, {"similar", similar(documents)}});
}

std::string render_json(std::string_view query, const std::vector<search::Completion>& completions) {
  static constexpr std::array<std::string_view, 6> kTypes{"word",    "place",     "official",
                                                          "partner", "programme", "title"};
  Json json{{"query", query}, {"suggestions", Json::array()}};
  for (const search::Completion& each : completions) {
    json["suggestions"].push_back({{"text", each.text},
                                   {"type", kTypes[static_cast<std::size_t>(each.type)]},
                                   {"value", each.value},
                                   {"within", each.within}});
  }
  return dump(json);
}

std::string render_json(const search::IndexStatistics& statistics) {
  return dump({{"status", "ok"},
               {"documents", statistics.documents},
               {"goals", statistics.goals},
               {"generation", statistics.generation}});
}

std::string error_json(int status, std::string_view parameter, std::string_view message) {
  const Json named = parameter.empty() ? Json(nullptr) : Json(parameter);
  return dump({{"error", {{"status", status}, {"parameter", named}, {"message", message}}}});
}

}  // namespace szukajst::server
