// Which path answers what, in which format, with which status and headers.
#include "server/routes.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/server/fake_service.h"

namespace szukajst::server {
namespace {

using Json = nlohmann::json;

std::string header(const HttpResponse& response, const std::string& name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return "";
}

struct Case {
  const char* target;
  int status;
};

class Status : public testing::TestWithParam<Case> {};

TEST_P(Status, OfPath) {
  EXPECT_EQ(fake_routes().answer(get(GetParam().target)).status, GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(
    Routes, Status,
    testing::Values(Case{"/", 200}, Case{"/search", 200}, Case{"/search?q=a", 200}, Case{"/goals?q=a", 200},
                    Case{"/documents/00000000000000aa", 200}, Case{"/healthz", 200},
                    Case{"/opensearch.xml", 200}, Case{"/opensearch.xml?lang=xx", 400},
                    Case{"/static/szukajst.css", 200}, Case{"/static/favicon.svg", 200},
                    Case{"/static/../strings.tsv", 404}, Case{"/static/", 404}, Case{"/documents/", 404},
                    Case{"/documents/zz", 404}, Case{"/documents/00000000000000aa/x", 404},
                    Case{"/searching", 404}, Case{"/unknown", 404}, Case{"/search?page=abc", 400},
                    Case{"/goals?kind=foo", 400}, Case{"/documents/00000000000000aa?lang=xx", 400},
                    Case{"/?format=foo", 400}, Case{"/search?utm_source=x", 200},
                    Case{"/search?q=zepsute", 500}));

TEST(Routes, OpenSearchTellsHowToAskInBothLanguages) {
  HttpRequest request = get("/opensearch.xml?lang=en");
  request.origin = "https://szukajst.example.org";
  const HttpResponse english = fake_routes().answer(request);
  EXPECT_EQ(english.content_type, "application/opensearchdescription+xml; charset=utf-8");
  for (const char* part :
       {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription "
        "xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">",
        "<Url type=\"text/html\" "
        "template=\"https://szukajst.example.org/search?q={searchTerms}&amp;page={startPage?}"
        "&amp;per_page={count?}&amp;lang=en\"/>",
        "<Url type=\"application/x-suggestions+json\" "
        "template=\"https://szukajst.example.org/suggest?q={searchTerms}&amp;lang=en\"/>",
        "rel=\"self\" template=\"https://szukajst.example.org/opensearch.xml?lang=en\"/>",
        "https://szukajst.example.org/static/favicon.svg?v=", "<Language>en</Language>", "A search engine"})
    EXPECT_NE(english.body.find(part), std::string::npos) << part << "\n" << english.body;
  const std::string polish = fake_routes().answer(get("/opensearch.xml")).body;
  EXPECT_NE(polish.find("template=\"/suggest?q={searchTerms}\"/>"), std::string::npos) << polish;
  EXPECT_NE(polish.find("Wyszukiwarka"), std::string::npos);
  EXPECT_EQ(polish.find("{{"), std::string::npos);
  for (const char* page : {"/", "/search?q=a", "/goals", "/documents/00000000000000aa", "/unknown"})
    EXPECT_NE(fake_routes().answer(get(page)).body.find(
                  "<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"szukajst\" "
                  "href=\"/opensearch.xml\">"),
              std::string::npos)
        << page;
}

// What OpenSearch clients send where they have nothing to say.
TEST(Routes, EmptyParametersAreAsNone) {
  EXPECT_EQ(fake_routes().answer(get("/search?q=a&page=&per_page=&lang=en")).status, 200);
}

TEST(Routes, AMalformedParameterIsNamedInTheAskedFormAndLanguage) {
  const Routes routes = fake_routes();
  const HttpResponse html = routes.answer(get("/search?per_page=900"));
  EXPECT_EQ(html.status, 400);
  EXPECT_EQ(html.content_type, "text/html; charset=utf-8");
  EXPECT_NE(html.body.find("Parametr per_page: „900” nie jest liczbą od 1 do 100."), std::string::npos)
      << html.body;
  const HttpResponse english = routes.answer(get("/search?per_page=900&lang=en"));
  EXPECT_NE(english.body.find("Parameter per_page: “900” is no number from 1 to 100."), std::string::npos);
  for (const HttpRequest& request : {get("/search?per_page=900&lang=en&format=json"),
                                     get("/search?per_page=900&lang=en", "application/json")}) {
    const HttpResponse json = routes.answer(request);
    EXPECT_EQ(json.status, 400);
    EXPECT_EQ(Json::parse(json.body)["error"]["status"], 400);
    EXPECT_EQ(Json::parse(json.body)["error"]["parameter"], "per_page");
    EXPECT_EQ(Json::parse(json.body)["error"]["message"],
              "Parameter per_page: “900” is no number from 1 to 100.");
  }
}

TEST(Routes, JsonByFormatAndByAccept) {
  const Routes routes = fake_routes();
  for (const HttpRequest& request :
       {get("/search?q=a&format=json"), get("/search?q=a", "application/json")}) {
    const HttpResponse response = routes.answer(request);
    EXPECT_EQ(response.content_type, "application/json; charset=utf-8");
    EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(Json::parse(response.body)["total"], 62);
  }
  EXPECT_EQ(Json::parse(routes.answer(get("/goals?format=json")).body)["total"], 2);
  EXPECT_EQ(
      Json::parse(routes.answer(get(std::string("/documents/") + kStrategyId + "?format=json")).body)["id"],
      kStrategyId);
  EXPECT_EQ(Json::parse(routes.answer(get("/documents/none?format=json")).body)["error"]["status"], 404);
}

TEST(Routes, TooManySearchesAtOnceAreAskedToComeBack) {
  for (const char* target : {"/search?q=tłok", "/search?q=tłok&format=json"}) {
    const HttpResponse response = fake_routes().answer(get(target));
    EXPECT_EQ(response.status, 503);
    EXPECT_EQ(header(response, "Retry-After"), "2");
    EXPECT_NE(response.body.find("Za dużo wyszukiwań naraz"), std::string::npos);
  }
}

TEST(Routes, SuggestionsAreThoseOfOpenSearch) {
  HttpRequest request = get("/suggest?q=lub");
  request.origin = "http://localhost:1";
  const HttpResponse response = fake_routes().answer(request);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "application/x-suggestions+json; charset=utf-8");
  EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), "*");
  const Json json = Json::parse(response.body);
  ASSERT_EQ(json.size(), 4U);
  EXPECT_EQ(json[0], "lub");
  EXPECT_EQ(json[1], Json::array({"gmina Lubicz", "Celina Wzorowa", "Strategia <Rozwoju>", "\"Program: a\"",
                                  "rozwój & praca"}));
  EXPECT_EQ(json[2], Json::array({"miejsce: powiat toruński, województwo kujawsko-pomorskie", "osoba",
                                  "dokument", "dokument", ""}));
  EXPECT_EQ(json[3][0], "http://localhost:1/search?place=041504");
  EXPECT_EQ(json[3][1], "http://localhost:1/search?official=Celina+Wzorowa");
  EXPECT_EQ(json[3][2], std::string("http://localhost:1/documents/") + kStrategyId);
  EXPECT_EQ(json[3][3], "http://localhost:1/search?q=%22Program%3A+a%22");
  EXPECT_EQ(json[3][4], "http://localhost:1/search?q=rozw%C3%B3j+%26+praca");
}

TEST(Routes, SuggestionsSpeakTheLanguageAskedFor) {
  const Json json = Json::parse(fake_routes().answer(get("/suggest?q=lub&lang=en")).body);
  EXPECT_EQ(json[2][1], "person");
  EXPECT_EQ(json[3][0], "/search?place=041504&lang=en");
  EXPECT_EQ(fake_routes().answer(get("/suggest?q=zepsute")).status, 500);
  EXPECT_EQ(fake_routes().answer(get("/suggest?q=%FF")).status, 400);
}

TEST(Routes, Healthz) {
  const Json json = Json::parse(fake_routes().answer(get("/healthz")).body);
  EXPECT_EQ(json["status"], "ok");
  EXPECT_EQ(json["documents"], 62);
  EXPECT_EQ(json["generation"], 3);
}

TEST(Routes, AQueryTooLargeIsTheClientsFault) {
  const Routes routes = fake_routes();
  const HttpResponse large = routes.answer(get("/search?format=json&q=" + std::string(5000, 'a')));
  EXPECT_EQ(large.status, 400);
  EXPECT_EQ(Json::parse(large.body)["error"]["parameter"], "q");
  const HttpResponse deep = routes.answer(get("/search?format=json&page=101"));
  EXPECT_EQ(deep.status, 400);
  EXPECT_EQ(Json::parse(deep.body)["error"]["parameter"], "page");
}

TEST(Routes, OnlyGetAndHead) {
  const Routes routes = fake_routes();
  HttpRequest request = get("/search?q=a");
  request.method = "HEAD";
  EXPECT_EQ(routes.answer(request).status, 200);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS"}) {
    request.method = method;
    const HttpResponse response = routes.answer(request);
    EXPECT_EQ(response.status, 405) << method;
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD");
  }
}

TEST(Routes, EveryAnswerIsGuarded) {
  const Routes routes = fake_routes();
  for (const char* target :
       {"/", "/search?format=json", "/unknown", "/search?page=x", "/static/szukajst.css"}) {
    const HttpResponse response = routes.answer(get(target));
    EXPECT_NE(header(response, "Content-Security-Policy").find("default-src 'none'"), std::string::npos)
        << target;
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(header(response, "Referrer-Policy"), "same-origin") << target;
  }
}

TEST(Routes, FilesAreKeptByTheirVersion) {
  const Routes routes = fake_routes();
  const HttpResponse first = routes.answer(get("/static/szukajst.css"));
  EXPECT_EQ(first.content_type, "text/css; charset=utf-8");
  HttpRequest again = get("/static/szukajst.css");
  again.if_none_match = header(first, "ETag");
  ASSERT_FALSE(again.if_none_match.empty());
  EXPECT_EQ(routes.answer(again).status, 304);
  EXPECT_TRUE(routes.answer(again).body.empty());
}

TEST(Pages, MissingFilesAreNamed) {
  const auto pages = Pages::load("/nonexistent-pages");
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().code, core::ErrorCode::not_found);
  EXPECT_NE(pages.error().message.find("strings.tsv"), std::string::npos);
}

}  // namespace
}  // namespace szukajst::server
