#include "search/freshness.h"

#include <gtest/gtest.h>

#include "corpus.h"

namespace szukajst::search {
namespace {

Request fresh(std::uint32_t today) {
  Request request;
  request.query = "droga";
  request.sort = Sort::fresh;
  request.today = today;
  return request;
}

TEST(Freshness, HalvesTheShareWithEachHalfLife) {
  Request request = fresh(20'200'101);
  request.weights.freshness = 0.8;
  request.weights.half_life = 10;
  const Freshness freshness(request);
  EXPECT_DOUBLE_EQ(freshness.factor(20'200'101), 1);
  EXPECT_DOUBLE_EQ(freshness.factor(20'300'101), 1) << "what is to come is not fresher than today";
  EXPECT_NEAR(freshness.factor(20'100'101), 0.6, 1e-9);
  EXPECT_NEAR(freshness.factor(20'000'101), 0.4, 1e-9);
  EXPECT_DOUBLE_EQ(freshness.factor(0), 0.2);
  EXPECT_GT(freshness.factor(20'191'231), freshness.factor(20'191'130));
  request.sort = Sort::relevance;
  EXPECT_DOUBLE_EQ(Freshness(request).factor(19'000'101), 1);
}

indexer::ProcessedDocument dated(const std::string& id, const std::string& text, int year) {
  auto made = document(id, text);
  if (year != 0) made.record.date = core::Date{year, 1, 1};
  return made;
}

TEST(Freshness, PutsNewerDocumentsUpAndNoOthersAway) {
  const Corpus corpus({dated("old", "Droga droga.", 2001), dated("new", "Droga krzywa.", 2019),
                       dated("none", "Droga droga.", 0)});
  Request request = fresh(20'200'101);
  EXPECT_EQ(corpus.ids(request), "new old none");
  EXPECT_EQ(corpus.search(request).total, 3U);
  request.sort = Sort::relevance;
  EXPECT_EQ(corpus.ids(request), "none old new");
  request.sort = Sort::fresh;
  request.query = "";
  EXPECT_EQ(corpus.ids(request), "new old none") << "without words by time";
}

TEST(Freshness, CountsAmongGoalsByTheirDocument) {
  auto old = dated("old", "Droga.", 1990), recent = dated("recent", "Droga.", 2019);
  for (auto* each : {&old, &recent})
    each->record.goals = {{core::GoalLevel::main, "", "Droga do celu", std::nullopt, 1}};
  const Corpus corpus({old, recent});
  Request request = fresh(20'200'101);
  request.goals = true;
  EXPECT_EQ(corpus.ids(request), "recent.0 old.0");
}

}  // namespace
}  // namespace szukajst::search
