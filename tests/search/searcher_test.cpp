// What the query language finds, among documents and among goals: in whichever way the documents are asked.
#include "search/searcher.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "collection.h"
#include "corpus.h"

namespace szukajst::search {
namespace {

using core::GoalLevel;

core::Teryt code(const char* text) {
  return *core::Teryt::parse(text);
}

// Three documents with all fields filled; persons and villages are made up.
std::vector<indexer::ProcessedDocument> library() {
  auto strategy =
      document("a1",
               "Strategia rozwoju gminy Stolno\n\nCel 1. Rozwój turystyki wiejskiej\nCel 1.1. Budowa "
               "szlaków rowerowych nad jeziorami\n\nGmina leży nad Wisłą.");
  strategy.record.title = "Strategia rozwoju gminy Stolno";
  strategy.record.kind = core::DocumentKind::strategy;
  strategy.record.period = {2021, 2023};
  strategy.record.goals = {{GoalLevel::strategic, "1", "Rozwój turystyki wiejskiej", {}, 1},
                           {GoalLevel::operational, "1.1", "Budowa szlaków rowerowych nad jeziorami", 0, 1}};
  strategy.record.places = {{core::PlaceKind::municipality, "gmina Stolno", code("040406"), 2}};
  strategy.record.officials = {{"Bogumiła Krzeszewska", "wójt", "gmina Stolno", code("040406")}};

  auto news = document(
      "b2", "Podpisano porozumienie o budowie dróg. Wójt Krzeszewska dziękowała partnerom za drogę.");
  news.record.title = "Porozumienie o drogach";
  news.record.kind = core::DocumentKind::news;
  news.record.date = core::Date{2022, 5, 17};
  news.record.partners = {{"gmina Lipusz", {}}, {"Bractwo Kajakowe Wiosło", {}}};
  news.record.places = {{core::PlaceKind::county, "powiat toruński", code("0415"), 1}};

  auto minutes = document("c3", "Protokół z sesji rady. Radni mówili o drogach i o turystyce.");
  minutes.record.title = "Protokół z sesji";
  minutes.record.kind = core::DocumentKind::minutes;
  minutes.record.date = core::Date{2019, 3, 1};
  return {strategy, news, minutes};
}

class Library : public OverEveryWay {
 protected:
  static void TearDownTestSuite() { made_.clear(); }
  void SetUp() override {
    OverEveryWay::SetUp();
    if (IsSkipped()) return;
    auto& made = made_[GetParam()];
    if (!made) made = std::make_unique<Collection>(GetParam(), library());
    corpus_ = made.get();
  }
  std::string sorted(const std::string& query) const {
    Request request;
    request.query = query;
    request.sort = Sort::title;
    return corpus_->ids(request);
  }
  std::string goals(const std::string& query) const {
    Request request;
    request.query = query;
    request.goals = true;
    return corpus_->ids(request);
  }
  const Collection* corpus_ = nullptr;

 private:
  static inline std::map<Way, std::unique_ptr<Collection>> made_;
};
INSTANTIATE_TEST_SUITE_P(Contract, Library, kWays, way_name);

TEST_P(Library, FindsWhatIsAsked) {
  // In the order of titles: b2 Porozumienie, c3 Protokół, a1 Strategia.
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "b2 c3 a1"},
      {"turystyka", "c3 a1"},
      {"turystyka droga", "c3"},
      {"turystyka OR droga", "b2 c3 a1"},
      {"turystyka -droga", "a1"},
      {"-turystyka", "b2"},
      {"turystyka NIE (droga LUB kolej)", "a1"},
      {"droga (turystyka OR porozumienie)", "b2 c3"},
      {"\"rozwój turystyki\"", "a1"},
      {"\"turystyki rozwój\"", ""},
      {"\"o drogach i o turystyce\"", "c3"},
      {"\"o drogach turystyce\"", ""},
      {"\"na protokole z sesji\"", "c3"},  // with which the text begins
      {"tytul:drogi", "b2"},
      {"tytul:turystyka", ""},
      {"cel:turystyka", "a1"},
      {"cel:droga", ""},
      {"osoba:Krzeszewska", "a1"},
      {"osoba:Krzeszewskiej", "a1"},
      {"Krzeszewska", "b2"},
      {"partner:\"gmina Lipusz\"", "b2"},
      {"partner:\"Lipusz Bractwo\"", ""},
      {"partner:wiosło", "b2"},
      {"miejsce:Stolno", "a1"},
      {"miejsce:\"powiat chełmiński\"", "a1"},
      {"miejsce:0404", "a1"},
      {"miejsce:04", "b2 a1"},
      {"rodzaj:strategia", "a1"},
      {"rodzaj:strategia OR rodzaj:protokół", "c3 a1"},
      {"rok:2022", "b2 a1"},
      {"rok:..2020", "c3"},
      {"rok:2021.. -rodzaj:strategia", "b2"},
      {"-rok:2022", "c3"},
      {"turys*", "c3 a1"},
      {"tytul:poroz*", "b2"},
      {"szlaków rowerowych", "a1"},
      {"nieistniejącesłowo", ""},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(sorted(query), expected) << query;
}

TEST_P(Library, StopWordsAreLeftOutUnlessTheyAreAll) {
  EXPECT_EQ(sorted("turystyka nad"), "c3 a1") << "the first document has no \"nad\"";
  EXPECT_EQ(sorted("nad"), "a1");
  EXPECT_EQ(sorted("o za"), "b2");
}

TEST_P(Library, FindsAnyWordWhereNoDocumentHasAll) {
  const Answer answer = corpus_->search("szlaków porozumienie");
  EXPECT_EQ(answer.total, 2U);
  ASSERT_EQ(answer.diagnostics.size(), 1U);
  EXPECT_EQ(answer.diagnostics[0].code, "any_words");
  EXPECT_EQ(corpus_->search("szlaków AND porozumienie").total, 0U) << "an operator is meant";
  EXPECT_EQ(corpus_->search("szlaków porozumienie rok:2019").total, 0U) << "a filter stays";
}

TEST_P(Library, WhatHasSomeOfTheWordsStandsApart) {
  const Answer answer = corpus_->search("turystyka szlaków");
  ASSERT_EQ(answer.hits.size(), 1U);
  EXPECT_EQ(answer.total, 1U);
  EXPECT_EQ(answer.hits[0].document.id, "a1");
  ASSERT_EQ(answer.more.size(), 1U);
  EXPECT_EQ(answer.more[0].document.id, "c3");
  EXPECT_EQ(answer.more[0].missing, std::vector<std::string>{"szlaków"});
  EXPECT_TRUE(answer.hits[0].missing.empty());
  std::size_t counted = 0;
  for (const FacetValue& kind : answer.facets.kind) counted += kind.count;
  EXPECT_EQ(counted, 1U);

  EXPECT_TRUE(corpus_->search("turystyka AND szlaków").more.empty()) << "an operator is meant";
  EXPECT_TRUE(corpus_->search("turystyka").more.empty());
  Request full;
  full.query = "turystyka szlaków";
  full.per_page = 1;
  EXPECT_TRUE(corpus_->search(full).more.empty()) << "the page is full";
  Request newest = full;
  newest.per_page = 10;
  newest.sort = Sort::newest;
  EXPECT_TRUE(corpus_->search(newest).more.empty());
}

TEST(Nearness, WordsSideBySideComeFirst) {
  const Corpus corpus(
      {document("far", "Remont szkoły trwa. Na rynku otwarto wystawę, a nad rzeką stoi nowa droga."),
       document("near", "Otwarto wystawę. Nad rzeką trwa remont drogi, a na rynku stoi nowa szkoła."),
       document("none", "Wieczór poezji w bibliotece.")});
  const Answer answer = corpus.search("remont drogi");
  ASSERT_EQ(answer.hits.size(), 2U);
  EXPECT_EQ(answer.hits[0].document.id, "near");
  Request request;
  request.query = "remont droga";
  leave_out("proximity", request.weights);
  const Answer without = corpus.search(request);
  ASSERT_EQ(without.hits.size(), 2U);
  EXPECT_NEAR(without.hits[0].score, without.hits[1].score, 0.05 * without.hits[0].score);
}

TEST(RelatedWords, AnAdjectiveMeetsItsNoun) {
  const Corpus corpus({document("a", "Szlaki turystyczne."), document("b", "Rozwój turystyki."),
                       document("c", "Człowiek energiczny."), document("d", "Dawna energia.")});
  EXPECT_EQ(corpus.ids("turystyka"), "a b");
  EXPECT_EQ(corpus.search("turystyka").hits[0].match.at(0).as, core::MatchKind::inflected);
  EXPECT_EQ(corpus.ids("turystyczna"), "a b");
  EXPECT_EQ(corpus.ids("\"szlaki turystyka\""), "") << "not in phrases";
  EXPECT_EQ(corpus.ids("energia"), "d");
}

TEST_P(Library, AnswersCarryTheDocument) {
  const Answer answer = corpus_->search("osoba:Krzeszewska");
  ASSERT_EQ(answer.hits.size(), 1U);
  const DocumentSummary& summary = answer.hits[0].document;
  EXPECT_EQ(summary.id, "a1");
  EXPECT_EQ(summary.source, "made/a1.txt");
  EXPECT_EQ(summary.title, "Strategia rozwoju gminy Stolno");
  EXPECT_EQ(summary.kind, core::DocumentKind::strategy);
  EXPECT_EQ(summary.period, (core::Period{2021, 2023}));
  ASSERT_EQ(answer.hits[0].match.size(), 1U) << "told from the record where the text has no such word";
  EXPECT_EQ(answer.hits[0].match[0].found, "Krzeszewska");
}

TEST_P(Library, WithoutDetailsHitsAreTheSameAndTellWhichTheyAreAlone) {
  for (const bool goals : {false, true}) {
    Request request;
    request.query = "turystyka OR szlaki OR drogi";
    request.goals = goals;
    const Answer whole = corpus_->search(request);
    request.details = false;
    const Answer bare = corpus_->search(request);
    ASSERT_GT(bare.hits.size(), 1U);
    EXPECT_EQ(ids_of(bare), ids_of(whole));
    EXPECT_EQ(bare.total, whole.total);
    EXPECT_EQ(bare.hits[0].score, whole.hits[0].score);
    EXPECT_EQ(bare.facets.kind.size(), whole.facets.kind.size());
    EXPECT_TRUE(bare.hits[0].document.title.empty());
    EXPECT_TRUE(bare.hits[0].snippets.empty());
    EXPECT_TRUE(bare.hits[0].pages.empty());
  }
}

TEST_P(Library, FindsGoals) {
  EXPECT_EQ(goals("turystyka"), "a1.0");
  EXPECT_EQ(goals("cel:turystyka"), "a1.0");
  EXPECT_EQ(goals("rowerowy"), "a1.1");
  EXPECT_EQ(goals("jeziora -turystyka"), "a1.1");
  EXPECT_EQ(goals("\"szlaków rowerowych\""), "a1.1");
  EXPECT_EQ(goals("porozumienie"), "") << "stands in no goal";
  EXPECT_EQ(goals("miejsce:Stolno"), "a1.0 a1.1");
  EXPECT_EQ(goals("miejsce:Stolno rowerowy"), "a1.1");
  EXPECT_EQ(goals("miejsce:0415"), "");
  EXPECT_EQ(goals("rodzaj:strategia rok:2022"), "a1.0 a1.1");
  EXPECT_EQ(goals("tytul:strategia -rowerowy"), "a1.0");
  EXPECT_EQ(goals("tytul:\"rozwoju gminy\" rowerowy"), "a1.1");
  EXPECT_EQ(goals("tytul:\"gminy rozwoju\""), "");
  EXPECT_EQ(goals("tytul:strateg* osoba:Krzeszewskiej"), "a1.0 a1.1");
  EXPECT_EQ(goals("szlak*"), "a1.1");
  EXPECT_EQ(goals(""), "a1.0 a1.1");
}

TEST_P(Library, GoalHitsCarryTheirParents) {
  Request request;
  request.query = "rowerowymi";
  request.goals = true;
  const Answer answer = corpus_->search(request);
  ASSERT_EQ(answer.hits.size(), 1U);
  const Hit& hit = answer.hits[0];
  ASSERT_TRUE(hit.goal);
  EXPECT_EQ(hit.goal->goal.text, "Budowa szlaków rowerowych nad jeziorami");
  ASSERT_EQ(hit.goal->parents.size(), 1U);
  EXPECT_EQ(hit.goal->parents[0].text, "Rozwój turystyki wiejskiej");
  EXPECT_EQ(hit.goal->highlights, (std::vector<std::pair<std::size_t, std::size_t>>{{15, 25}}));
  EXPECT_EQ(hit.document.id, "a1");
  ASSERT_EQ(hit.match.size(), 1U);
  EXPECT_EQ(hit.match[0].as, core::MatchKind::inflected);
  EXPECT_EQ(hit.match[0].found, "rowerowych");
}

// Words of a goal's page are not words of the goal.
class GoalWording : public testing::Test {
 protected:
  static indexer::ProcessedDocument with_goal(const std::string& text, const std::string& goal) {
    auto made = document("g", text);
    made.record.title = "Turystyka w gminie";
    made.record.goals = {{GoalLevel::strategic, "1", goal, {}, 1}};
    return made;
  }
  static Hit hit(const indexer::ProcessedDocument& document, const std::string& query) {
    Request request;
    request.query = query;
    request.goals = true;
    const Answer answer = Corpus({document}).search(request);
    EXPECT_EQ(answer.hits.size(), 1U) << query;
    return answer.hits.empty() ? Hit{} : answer.hits[0];
  }
  static std::string met(const Hit& hit) {
    std::string all;
    for (const WordMatch& match : hit.match)
      all += match.word + "=" + match.found + " " + std::string(core::name(match.as)) + ";";
    return all;
  }
};

const std::string kFarAway =
    "Turystyka kwitnie. Produkt jest dobry. Liczne drogi prowadzą do gminy, a każda z nich jest "
    "dobra i szeroka, jak pisano dawniej o drogach w tej okolicy. ";

TEST_F(GoalWording, DecidesHowAWordWasMet) {
  const auto made = with_goal(
      kFarAway + kFarAway + "Cel 1. Jeden produkt turystyczny 3 całej gminy. " + kFarAway + kFarAway,
      "Jeden produkt turystyczny całej gminy");
  const Hit found = hit(made, "turystyka produktem");
  EXPECT_EQ(met(found), "turystyka=turystyczny inflected;produktem=produkt inflected;");
  ASSERT_EQ(found.snippets.size(), 1U);
  EXPECT_NE(found.snippets[0].text.find("Jeden produkt turystyczny"), std::string::npos)
      << found.snippets[0].text;
  EXPECT_EQ(found.snippets[0].highlights.size(), 2U);
  ASSERT_EQ(found.pages.size(), 1U);
  EXPECT_EQ(found.pages[0].matches, 2) << "the goal's own";
}

TEST_F(GoalWording, OfADamagedTextIsToldAsItStands) {
  auto made = with_goal(kFarAway + "Cel 1. Jeden produkt turystycziiy całej gminy.",
                        "Jeden produkt turystyczny całej gminy");
  mend(made, "turystycziiy", "turystyczny");
  EXPECT_EQ(met(hit(made, "turystyczny produkt")), "turystyczny=turystycziiy ocr;produkt=produkt exact;");
  EXPECT_EQ(hit(made, "turystyczny").goal->highlights,
            (std::vector<std::pair<std::size_t, std::size_t>>{{14, 25}}));
}

TEST_F(GoalWording, StandsAlsoWhereItsTextCannotBeFound) {
  const auto made = with_goal(kFarAway, "Jeden zupełnie inny produkt turystyczny");
  const Hit found = hit(made, "turystyka");
  EXPECT_EQ(met(found), "turystyka=turystyczny inflected;");
  EXPECT_TRUE(found.snippets.empty());
  EXPECT_TRUE(found.pages.empty());
}

TEST_F(GoalWording, GoesOnBehindTheEndOfThePage) {
  auto made = with_goal("Cel 1. Jeden produkt\nturystyczny całej gminy. Turystyka.",
                        "Jeden produkt turystyczny całej gminy");
  made.text.page_starts = {0, made.text.text.find("turystyczny")};
  made.record.pages = 2;
  const Hit found = hit(made, "turystyka produkt");
  EXPECT_EQ(met(found), "turystyka=turystyczny inflected;produkt=produkt exact;");
  ASSERT_EQ(found.pages.size(), 2U);
  EXPECT_EQ(found.pages[1].matches, 1);
}

TEST_F(GoalWording, AWordOfAnotherFieldIsToldFromTheRecord) {
  const auto made = with_goal("Cel 1. Jeden produkt.", "Jeden produkt");
  EXPECT_EQ(met(hit(made, "produkt tytul:turystyki")),
            "produkt=produkt exact;turystyki=Turystyka inflected;");
  EXPECT_EQ(met(hit(made, "produkt OR turystyka")), "produkt=produkt exact;");
}

TEST_P(Library, GoalsAreFilteredByLevelAndByTheirDocument) {
  Request request;
  request.goals = true;
  request.filters.goal_levels = {GoalLevel::operational};
  Answer answer = corpus_->search(request);
  EXPECT_EQ(ids_of(answer), "a1.1");
  ASSERT_EQ(answer.facets.goal_level.size(), 2U) << "the facet leaves its own selection out";
  EXPECT_EQ(answer.facets.goal_level[0].value, "strategic");
  EXPECT_FALSE(answer.facets.goal_level[0].selected);
  EXPECT_EQ(answer.facets.goal_level[1].count, 1U);
  EXPECT_TRUE(answer.facets.goal_level[1].selected);
  ASSERT_EQ(answer.facets.kind.size(), 1U);
  EXPECT_EQ(answer.facets.kind[0].count, 1U) << "goals are counted, not documents";
  request.filters = {};
  request.filters.kinds = {core::DocumentKind::news};
  EXPECT_EQ(corpus_->ids(request), "");
}

TEST_P(Library, FiltersBySourceAndFolder) {
  Request request;
  request.filters.sources = {"made/b2.txt"};
  EXPECT_EQ(corpus_->ids(request), "b2");
  request.filters.sources = {"made/"};
  EXPECT_EQ(corpus_->search(request).total, 3U);
  request.filters.sources = {"made/b2"};
  EXPECT_EQ(corpus_->search(request).total, 0U);
}

TEST_P(Library, SortsByTime) {
  Request request;
  request.sort = Sort::newest;
  EXPECT_EQ(corpus_->ids(request), "b2 a1 c3");
  request.sort = Sort::oldest;
  EXPECT_EQ(corpus_->ids(request), "c3 a1 b2");
  request.sort = Sort::relevance;
  EXPECT_EQ(corpus_->ids(request), "b2 a1 c3") << "nothing to be relevant to: newest first";
}

TEST_P(Library, GivesDocumentsBack) {
  const auto stored = corpus_->searcher().document("a1");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->record.title, "Strategia rozwoju gminy Stolno");
  EXPECT_EQ(stored->text.text, library()[0].text.text);
  const auto missing = corpus_->searcher().document("zz");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, core::ErrorCode::not_found);
}

TEST(LibraryAlone, KnowsItsSize) {
  const Corpus corpus(library());
  const IndexStatistics statistics = corpus.searcher().statistics();
  EXPECT_EQ(statistics.documents, 3U);
  EXPECT_EQ(statistics.goals, 2U);
  EXPECT_EQ(statistics.segments, 1U);
  EXPECT_EQ(statistics.generation, 1U);
  EXPECT_GT(statistics.bytes, 1000U);
  EXPECT_EQ(corpus.searcher().check(), std::vector<std::string>{});
}

TEST_P(Library, ManyThreadsGetTheSameAnswers) {
  const std::vector<std::string> queries{"turystyka", "turystyka OR droga", "\"rozwój turystyki\"", "turys*",
                                         "rok:2022"};
  std::vector<std::string> expected;
  expected.reserve(queries.size());
  for (const std::string& query : queries) expected.push_back(corpus_->ids(query));
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t round = 0; round < 50; ++round) {
        const std::size_t i = (round + t) % queries.size();
        if (corpus_->ids(queries[i]) != expected[i]) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4));
}

TEST(Wildcards, MeetWordsThatAreSpelledSo) {
  auto mended = document("mended", "Gtowa wsi i wspołpraca.");
  mend(mended, "Gtowa", "Głowa");
  mend(mended, "wspołpraca", "współpraca");
  const Corpus corpus({document("people", "Mieszkali tu ludzie."), document("station", "Przy st. kolejowej."),
                       document("one", "Mieszkał tu człowiek."), document("stations", "Blisko stacji."),
                       document("stands", "Szkoła stoi."), mended});
  EXPECT_EQ(corpus.ids("człow*"), "one") << "not by the dictionary form of ludzie";
  EXPECT_EQ(corpus.ids("czlow*"), "one");
  EXPECT_EQ(corpus.search("czlow*").hits.at(0).match.at(0).as, core::MatchKind::folded);
  EXPECT_EQ(corpus.ids("stac*"), "stations") << "not an abbreviation, nor forms of stać";
  EXPECT_EQ(corpus.ids("głow*"), "mended") << "by what it was mended to";
  EXPECT_EQ(corpus.search("głow*").hits.at(0).match.at(0).as, core::MatchKind::ocr);
  EXPECT_EQ(corpus.ids("współpr*"), "mended");
  EXPECT_EQ(corpus.search("współpr*").hits.at(0).match.at(0).as, core::MatchKind::folded);
}

TEST(Wildcards, AreCutWhereTheyHaveTooManyExpansions) {
  std::string text;
  for (int i = 0; i < 1100; ++i) text += "kodx" + std::to_string(100000 + i) + " ";
  const Corpus corpus({document("a", text)});
  const Answer answer = corpus.search("kodx1*");
  EXPECT_EQ(answer.total, 1U);
  ASSERT_EQ(answer.diagnostics.size(), 1U);
  EXPECT_EQ(answer.diagnostics[0].code, "wildcard_cut");
  EXPECT_TRUE(corpus.search("kodx10000*").diagnostics.empty());
}

}  // namespace
}  // namespace szukajst::search
