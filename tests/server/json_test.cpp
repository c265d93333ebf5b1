#include "server/render/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/server/fake_service.h"

namespace szukajst::server {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> result;
  for (const auto& [key, value] : object.items()) result.push_back(key);
  return result;
}

using Keys = std::vector<std::string>;

TEST(AnswerJson, HasTheKeysOfTheContractInOrder) {
  search::Request request;
  request.query = "wspolpraca";
  const Json json = Json::parse(render_json(request, answer_of(request)));
  EXPECT_EQ(keys(json), (Keys{"query", "total", "partial", "page", "per_page", "did_you_mean", "diagnostics",
                              "hits", "facets", "synonyms"}));
  EXPECT_EQ(json["query"], "wspolpraca");
  EXPECT_EQ(json["total"], 62);
  EXPECT_EQ(json["diagnostics"][0], (Json{{"code", "not_in_the_table"}, {"detail", "(rada"}}));
  const Json& hit = json["hits"][0];
  EXPECT_EQ(keys(hit), (Keys{"id", "url", "source", "title", "kind", "date", "period", "score", "match",
                             "snippets", "pages"}));
  EXPECT_EQ(hit["url"], std::string("/documents/") + kStrategyId);
  EXPECT_EQ(hit["kind"], "strategy");
  EXPECT_TRUE(hit["date"].is_null());
  EXPECT_EQ(hit["period"], (Json{{"from", 2021}, {"to", 2030}}));
  EXPECT_EQ(hit["match"][0], (Json{{"word", "wspolpraca"}, {"found", "wspotpracy"}, {"as", "ocr"}}));
  EXPECT_EQ(keys(hit["snippets"][0]), (Keys{"page", "text", "highlights"}));
  EXPECT_EQ(hit["snippets"][0]["highlights"], Json::parse("[[6,11],[36,46]]"));
  EXPECT_EQ(hit["pages"], Json::parse(R"([{"page":1,"matches":4},{"page":2,"matches":1}])"));
  EXPECT_EQ(json["hits"][1]["date"], "2014-12-15");
  EXPECT_TRUE(json["hits"][1]["period"].is_null());
}

TEST(AnswerJson, FacetsHaveLabelsAndPlacesTheirChildren) {
  search::Request request;
  request.filters.kinds = {core::DocumentKind::strategy};
  const Json facets = Json::parse(render_json(request, answer_of(request)))["facets"];
  EXPECT_EQ(keys(facets), (Keys{"kind", "place", "year", "official", "partner", "programme"}));
  EXPECT_EQ(facets["kind"][0].dump(),
            R"({"value":"strategy","label":"strategia","count":5,"selected":true})");
  EXPECT_EQ(facets["kind"][1]["selected"], false);
  const Json& place = facets["place"][0];
  EXPECT_EQ(keys(place), (Keys{"value", "label", "count", "selected", "children"}));
  EXPECT_EQ(place["children"][0]["children"][0]["label"], "gmina Lubicz");
  EXPECT_EQ(place["children"][0]["children"][0]["children"], Json::array());
}

TEST(AnswerJson, KindsAreLabelledInTheLanguageAsked) {
  const search::Request request;
  const Json json = Json::parse(render_json(request, answer_of(request), Language::english));
  EXPECT_EQ(json["facets"]["kind"][0]["label"], "strategy");
}

TEST(AnswerJson, FacetsNotWantedAreNull) {
  search::Request request;
  request.facets = false;
  EXPECT_TRUE(Json::parse(render_json(request, answer_of(request)))["facets"].is_null());
}

TEST(AnswerJson, GoalsAreHitsWithParentsAndDocument) {
  search::Request request;
  request.goals = true;
  const Json json = Json::parse(render_json(request, answer_of(request)));
  const Json& hit = json["hits"][0];
  EXPECT_EQ(keys(hit), (Keys{"id", "url", "text", "number", "level", "page", "parent", "document",
                             "highlights", "score", "match", "alike_total", "alike"}));
  EXPECT_EQ(hit["id"], std::string(kStrategyId) + ".1");
  EXPECT_EQ(hit["url"], std::string("/documents/") + kStrategyId + "#goal-1");
  EXPECT_EQ(hit["parent"]["text"], "Rozwój współpracy samorządów");
  EXPECT_TRUE(hit["parent"]["parent"].is_null());
  EXPECT_EQ(hit["document"]["kind"], "strategy");
  EXPECT_TRUE(json["hits"][1]["parent"].is_null());
  EXPECT_EQ(json["facets"]["goal_level"][0]["label"], "cel strategiczny");
}

TEST(AnswerJson, GoalsTellWhereTheSameGoalStands) {
  search::Request request;
  request.goals = true;
  const Json json = Json::parse(render_json(request, answer_of(request)));
  const Json& hit = json["hits"][0];
  EXPECT_EQ(hit["alike_total"], 22);
  EXPECT_EQ(hit["alike"][0],
            Json::parse(R"({"id": "00000000000000bb.3", "url": "/documents/00000000000000bb#goal-3",
    "title": "", "unit": "gmina Łubianka", "teryt": "041505", "year": 2014, "similarity": 0.875,
    "relation": "copied_from"})"));
  EXPECT_TRUE(hit["alike"][1]["unit"].is_null());
  EXPECT_TRUE(hit["alike"][1]["year"].is_null());
  const Json document = Json::parse(render_json(strategy_document()));
  ASSERT_EQ(document["alike"].size(), 1U);
  EXPECT_EQ(document["alike"][0]["goal"], 1);
  EXPECT_EQ(document["alike"][0]["total"], 22);
  EXPECT_EQ(document["alike"][0]["goals"], hit["alike"]);
}

TEST(AnswerJson, DocumentsTellWhatIsAlikeAndWhy) {
  const search::StoredDocument document = strategy_document();
  const Json json = Json::parse(render_json(document));
  ASSERT_EQ(json["similar"].size(), 2U);
  EXPECT_EQ(json["similar"][0],
            Json::parse(R"({"id": "00000000000000bb", "url": "/documents/00000000000000bb", "title": "",
    "kind": "practice", "unit": "gmina Łubianka", "teryt": "041505", "year": 2014, "score": 0.5679,
    "resemblance": "alike", "versions": 2, "because": [{"type": "word", "text": "turystyka"},
    {"type": "word", "text": "<szlak>"}, {"type": "programme", "text": "EFS"},
    {"type": "place", "text": "powiat toruński"}]})"));
  EXPECT_EQ(json["similar"][1]["resemblance"], "version");
  for (const char* unknown : {"unit", "teryt", "year"}) EXPECT_TRUE(json["similar"][1][unknown].is_null());
  const Json alone = Json::parse(render_json("x", document.similar));
  EXPECT_EQ(alone["id"], "x");
  EXPECT_EQ(alone["similar"], json["similar"]);
}

TEST(AnswerJson, IsOneLineWhateverTheTextsHold) {
  search::Request request;
  request.query = "a\nb \"c\" \xff";
  const std::string text = render_json(request, answer_of(request));
  EXPECT_EQ(text.find('\n'), std::string::npos);
  EXPECT_EQ(Json::parse(text)["query"], "a\nb \"c\" \uFFFD");
}

TEST(DocumentJson, IsTheRecordWithItsText) {
  const Json json = Json::parse(render_json(strategy_document()));
  EXPECT_EQ(json["id"], kStrategyId);
  EXPECT_EQ(json["officials"][0]["role"], "starosta");
  EXPECT_EQ(json["url"], std::string("/documents/") + kStrategyId);
  ASSERT_EQ(json["text"].size(), 2U);
  EXPECT_EQ(keys(json["text"][0]), (Keys{"page", "text", "mended"}));
  EXPECT_EQ(json["text"][0]["mended"].dump(),
            R"([{"range":[7,17],"found":"wspotpracy","mended":"współpracy","certainty":0.97}])");
  EXPECT_EQ(json["text"][1]["page"], 2);
  EXPECT_EQ(json["text"][1]["text"], "Strona druga: wspotpraca.\n");
  EXPECT_EQ(json["text"][1]["mended"][0]["range"], Json::parse("[14,24]"));
}

}  // namespace
}  // namespace szukajst::server
