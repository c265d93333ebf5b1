// The same goal in other documents.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "core/goal_wordings.h"
#include "corpus.h"

namespace szukajst::search {
namespace {

indexer::ProcessedDocument strategy(const std::string& id, const char* unit, int year,
                                    const std::vector<std::string>& goals) {
  std::string text = "Strategia.";
  for (const std::string& goal : goals) text += "\n" + goal;
  auto made = document(id, text);
  made.record.period = core::Period{year, year + 5};
  if (unit != nullptr)
    made.record.places = {{core::PlaceKind::municipality, "gmina", core::Teryt::parse(unit), 1}};
  for (const std::string& goal : goals)
    made.record.goals.push_back({core::GoalLevel::strategic, "", goal, std::nullopt, 1});
  return made;
}

const char* const kLubicz = "041504";
const char* const kStolno = "040406";
const char* const kTracks = "Budowa ścieżek rowerowych i pieszych wzdłuż dróg powiatowych";

class GoalsAlike : public testing::Test {
 protected:
  static AlikeGoals of(const Searcher& searcher, const std::string& id) {
    Request request;
    request.goals = true;
    request.per_page = 100;
    const auto answer = searcher.search(request);
    EXPECT_TRUE(answer);
    for (const Hit& hit : answer->hits)
      if (hit.goal->id == id) return hit.goal->alike;
    ADD_FAILURE() << "no goal " << id;
    return {};
  }
  static std::string told(const AlikeGoals& alike) {
    static constexpr const char* kNames[] = {"continues", "continued_in", "copied_from", "copied_in",
                                             "alongside"};
    std::string all;
    for (const AlikeGoal& each : alike.goals)
      all += (all.empty() ? "" : ", ") + each.document + "." + std::to_string(each.index) + " " +
             kNames[static_cast<int>(each.relation)];
    return all;
  }
};

TEST_F(GoalsAlike, AreToldByUnitAndYear) {
  const Corpus corpus({strategy("a", kLubicz, 2014, {kTracks}),
                       strategy("b", kLubicz, 2021, {"Inny cel gminy", kTracks}),
                       strategy("c", kStolno, 2016, {kTracks}), strategy("d", nullptr, 2018, {kTracks})});
  EXPECT_EQ(told(of(corpus.searcher(), "a.0")), "c.0 copied_in, d.0 alongside, b.1 continued_in");
  EXPECT_EQ(told(of(corpus.searcher(), "b.1")), "a.0 continues, c.0 copied_from, d.0 alongside");
  EXPECT_EQ(told(of(corpus.searcher(), "b.0")), "");
  const AlikeGoal first = of(corpus.searcher(), "b.1").goals.at(0);
  EXPECT_EQ(first.unit, "gmina Lubicz");
  EXPECT_EQ(first.year, 2014);
  EXPECT_DOUBLE_EQ(first.similarity, 1);
  const auto document = corpus.searcher().document("b");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->alike.size(), 2U);
  EXPECT_EQ(document->alike[0].total, 0U);
  EXPECT_EQ(document->alike[1].total, 3U);
}

TEST_F(GoalsAlike, MayDifferInFormsOrderAndAWord) {
  const Corpus corpus(
      {strategy("a", kLubicz, 2014, {kTracks}),
       strategy("b", kStolno, 2016, {"Wzdłuż dróg powiatowych: budowa ścieżki rowerowej i pieszej"}),
       strategy("c", kStolno, 2017, {"Budowa nowych ścieżek rowerowych i pieszych wzdłuż dróg powiatowych"}),
       strategy("d", kStolno, 2018, {"Budowa nowych ścieżek rowerowych wzdłuż dróg gminnych i rzek"}),
       strategy("e", kStolno, 2019,
                {"Budowa ścieżek rowerowych i pieszych wzdłuż dróg powiatowych na lata 2021–2027"})});
  const AlikeGoals alike = of(corpus.searcher(), "a.0");
  EXPECT_EQ(told(alike), "b.0 copied_in, c.0 copied_in, e.0 copied_in");
  EXPECT_DOUBLE_EQ(alike.goals.at(0).similarity, 1);
  EXPECT_LT(alike.goals.at(1).similarity, 1);
}

TEST_F(GoalsAlike, MayNameTheirOwnUnit) {
  const Corpus corpus({strategy("a", kLubicz, 2014, {"Zadbane drogi i mosty w gminie Lubicz"}),
                       strategy("b", kStolno, 2016, {"Zadbane drogi i mosty w gminie Stolno"}),
                       strategy("c", kStolno, 2018, {"Zadbane drogi i mosty w gminie Łęczyca"})});
  EXPECT_EQ(told(of(corpus.searcher(), "a.0")), "b.0 copied_in, c.0 copied_in");
}

TEST_F(GoalsAlike, OfADocumentItselfAndOfDeletedOnesAreNone) {
  const TemporaryFolder folder;
  commit(folder.path(),
         {strategy("a", kLubicz, 2014, {kTracks, kTracks}), strategy("b", kStolno, 2016, {kTracks})});
  commit(folder.path(), {strategy("c", kStolno, 2017, {kTracks}), strategy("d", kStolno, 2018, {"Oświata"})},
         {"b"});
  const auto searcher = Searcher::open({folder.path()}, lexicon(), gazetteer());
  ASSERT_TRUE(searcher);
  EXPECT_EQ(told(of(*searcher, "a.0")), "c.0 copied_in");
  EXPECT_EQ(told(of(*searcher, "d.0")), "") << "one word is no wording";
}

TEST_F(GoalsAlike, AreCountedBeyondThoseThatAreTold) {
  std::vector<indexer::ProcessedDocument> all;
  for (int i = 0; i < 30; ++i) all.push_back(strategy("d" + std::to_string(i), kStolno, 2000 + i, {kTracks}));
  const Corpus corpus(all);
  const AlikeGoals alike = of(corpus.searcher(), "d0.0");
  EXPECT_EQ(alike.total, 29U);
  EXPECT_EQ(alike.goals.size(), 20U);
  EXPECT_FALSE(alike.more);
}

TEST_F(GoalsAlike, SurviveMerging) {
  const TemporaryFolder folder;
  for (int i = 0; i < 7; ++i)
    commit(folder.path(), {strategy("d" + std::to_string(i), kStolno, 2000 + i, {kTracks})});
  const auto searcher = Searcher::open({folder.path()}, lexicon(), gazetteer());
  ASSERT_TRUE(searcher);
  EXPECT_LE(searcher->statistics().segments, 4U);
  EXPECT_EQ(of(*searcher, "d3.0").total, 6U);
}

// No two sets of words that are alike are without a key in common.
TEST(LikenessKeys, LoseNothing) {
  std::mt19937 random(9);
  for (int round = 0; round < 20'000; ++round) {
    std::vector<std::string> a, b;
    const std::size_t size = 2 + random() % 24;
    for (std::size_t i = 0; i < size; ++i) {
      const std::string word(1 + random() % 12, static_cast<char>('a' + random() % 26));
      if (random() % 9 != 0) a.push_back(word);
      if (random() % 9 != 0) b.push_back(word);
    }
    const auto words_a = core::goal_words(a), words_b = core::goal_words(b);
    if (words_a.size() < 2 || words_b.size() < 2 || core::alikeness(words_a, words_b) < core::kAlike)
      continue;
    const auto keys_a = core::likeness_keys(words_a), keys_b = core::likeness_keys(words_b);
    EXPECT_TRUE(std::ranges::any_of(
        keys_a, [&](std::uint32_t key) { return std::ranges::find(keys_b, key) != keys_b.end(); }))
        << words_a.size() << " " << words_b.size();
  }
}

}  // namespace
}  // namespace szukajst::search
