#include "server/parameters.h"

#include <gtest/gtest.h>

#include "tests/server/fake_service.h"

namespace szukajst::server {
namespace {

struct Malformed {
  const char *query, *parameter, *reason;
};

class MalformedParameter : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedParameter, IsNamedWithItsReason) {
  const Parameters parameters = read_parameters(get(std::string("/search?") + GetParam().query));
  ASSERT_TRUE(parameters.problem.has_value());
  EXPECT_EQ(parameters.problem->parameter, GetParam().parameter);
  EXPECT_EQ(parameters.problem->reason, GetParam().reason);
  EXPECT_TRUE(load_pages().strings().has(parameters.problem->reason));
}

INSTANTIATE_TEST_SUITE_P(
    Parameters, MalformedParameter,
    testing::Values(
        Malformed{"page=abc", "page", "reason.page"}, Malformed{"page=0", "page", "reason.page"},
        Malformed{"page=-1", "page", "reason.page"}, Malformed{"page=1.5", "page", "reason.page"},
        Malformed{"page=99999999999999999999", "page", "reason.page"},
        Malformed{"per_page=0", "per_page", "reason.per_page"},
        Malformed{"per_page=101", "per_page", "reason.per_page"},
        Malformed{"kind=foo", "kind", "reason.kind"}, Malformed{"kind=news&kind=x", "kind", "reason.kind"},
        Malformed{"place=12x", "place", "reason.place"}, Malformed{"place=041", "place", "reason.place"},
        Malformed{"goal_level=high", "goal_level", "reason.goal_level"},
        Malformed{"from=20x4", "from", "reason.year"}, Malformed{"to=99", "to", "reason.year"},
        Malformed{"to=02014", "to", "reason.year"}, Malformed{"from=0999", "from", "reason.year"},
        Malformed{"from=2020&to=2010", "from", "reason.from_after_to"},
        Malformed{"sort=foo", "sort", "reason.sort"}, Malformed{"match=foo", "match", "reason.match"},
        Malformed{"lang=xx", "lang", "reason.lang"}, Malformed{"format=foo", "format", "reason.format"},
        Malformed{"q=%C3", "q", "reason.utf8"}, Malformed{"q=%ED%A0%80", "q", "reason.utf8"},
        Malformed{"official=%FF", "official", "reason.utf8"},
        Malformed{"page=1&page=2", "page", "reason.twice"}, Malformed{"q=a&q=b", "q", "reason.twice"}));

TEST(Parameters, TakeEveryOrder) {
  for (const auto sort : {search::Sort::relevance, search::Sort::newest, search::Sort::oldest,
                          search::Sort::title, search::Sort::fresh}) {
    const auto read = read_parameters(get("/search?q=a&sort=" + std::string(name(sort))));
    EXPECT_FALSE(read.problem);
    EXPECT_EQ(read.request.sort, sort);
    EXPECT_EQ(read_parameters(get(search_url(read.request, Language::polish))).request.sort, sort);
  }
}

TEST(Parameters, ReadsAll) {
  const Parameters parameters = read_parameters(
      get("/goals?q=rada+gminy&place=04&place=041504&kind=strategy&kind=news&official=Celina+Wzorowa"
          "&partner=gmina+Lubicz&programme=EFS&source=strategie&goal_level=main&from=2010&to=2010"
          "&sort=oldest&page=3&per_page=100&match=inflected&lang=en&format=json"));
  ASSERT_FALSE(parameters.problem.has_value());
  const search::Request& request = parameters.request;
  EXPECT_TRUE(request.goals);
  EXPECT_EQ(request.query, "rada gminy");
  ASSERT_EQ(request.filters.places.size(), 2U);
  EXPECT_EQ(request.filters.places[1].text(), "041504");
  EXPECT_EQ(request.filters.kinds, (std::vector{core::DocumentKind::strategy, core::DocumentKind::news}));
  EXPECT_EQ(request.filters.officials, std::vector<std::string>{"Celina Wzorowa"});
  EXPECT_EQ(request.filters.partners, std::vector<std::string>{"gmina Lubicz"});
  EXPECT_EQ(request.filters.programmes, std::vector<std::string>{"EFS"});
  EXPECT_EQ(request.filters.sources, std::vector<std::string>{"strategie"});
  EXPECT_EQ(request.filters.goal_levels, std::vector{core::GoalLevel::main});
  EXPECT_EQ(request.filters.from, 2010);
  EXPECT_EQ(request.filters.to, 2010);
  EXPECT_EQ(request.sort, search::Sort::oldest);
  EXPECT_EQ(request.page, 3);
  EXPECT_EQ(request.per_page, 100);
  EXPECT_EQ(request.loosest, core::MatchKind::inflected);
  EXPECT_EQ(parameters.language, Language::english);
  EXPECT_EQ(parameters.format, Format::json);
}

TEST(Parameters, UnknownAndEmptyOnesArePassedOver) {
  const Parameters parameters = read_parameters(get("/search?utm=1&page=&from=&kind=&foo=%FF"));
  EXPECT_FALSE(parameters.problem.has_value());
  EXPECT_EQ(parameters.request.page, 1);
  EXPECT_FALSE(parameters.request.filters.from.has_value());
  EXPECT_TRUE(parameters.request.filters.kinds.empty());
}

TEST(Parameters, AValueGivenTwiceCountsOnce) {
  const Parameters parameters = read_parameters(get("/search?kind=news&kind=news&page=2&page=2"));
  EXPECT_FALSE(parameters.problem.has_value());
  EXPECT_EQ(parameters.request.filters.kinds.size(), 1U);
  EXPECT_EQ(parameters.request.page, 2);
}

TEST(Parameters, AFilterTakesSixtyFourValues) {
  std::string target = "/search?";
  for (std::size_t i = 0; i < kMostValues; ++i) target += "official=o" + std::to_string(i) + "&";
  EXPECT_FALSE(read_parameters(get(target)).problem.has_value());
  const auto problem = read_parameters(get(target + "official=more")).problem;
  ASSERT_TRUE(problem.has_value());
  EXPECT_EQ(problem->reason, "reason.values");
}

TEST(Parameters, AWrongValueIsShortenedForDisplay) {
  const auto problem = read_parameters(get("/search?kind=" + std::string(5000, 'x'))).problem;
  ASSERT_TRUE(problem.has_value());
  EXPECT_LT(problem->value.size(), 100U);
}

TEST(Parameters, AcceptDecidesWhereFormatDoesNot) {
  EXPECT_EQ(read_parameters(get("/search", "application/json")).format, Format::json);
  EXPECT_EQ(read_parameters(get("/search", "text/html;q=0.5, application/json")).format, Format::json);
  EXPECT_EQ(read_parameters(get("/search", "text/html,application/json;q=0.9,*/*;q=0.8")).format,
            Format::html);
  EXPECT_EQ(read_parameters(get("/search", "*/*")).format, Format::html);
  EXPECT_EQ(read_parameters(get("/search?format=html", "application/json")).format, Format::html);
}

TEST(SearchUrl, IsCanonicalAndReadsBackTheSame) {
  const std::string url =
      "/goals?q=rada+%22gminy%22&place=04&kind=strategy&kind=news&official=Celina+Wzorowa&partner=a%26b"
      "&programme=EFS&source=s&goal_level=main&from=2010&to=2012&sort=title&page=3&per_page=20&match=exact&"
      "lang=en";
  const Parameters parameters = read_parameters(get(url));
  EXPECT_EQ(search_url(parameters.request, parameters.language), url);
  EXPECT_EQ(search_url(parameters.request, parameters.language, Format::json), url + "&format=json");
}

TEST(SearchUrl, LeavesDefaultsOut) {
  EXPECT_EQ(search_url({}, Language::polish), "/search");
  const auto parameters =
      read_parameters(get("/search?match=ocr&sort=relevance&page=1&per_page=10&lang=pl&q=a"));
  EXPECT_EQ(search_url(parameters.request, parameters.language), "/search?q=a");
}

TEST(DocumentUrl, PutsTheFragmentLast) {
  EXPECT_EQ(document_url("00aa", Language::polish, "page-3"), "/documents/00aa#page-3");
  EXPECT_EQ(document_url("00aa", Language::english, "page-3"), "/documents/00aa?lang=en#page-3");
}

}  // namespace
}  // namespace szukajst::server
