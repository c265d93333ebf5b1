#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus.h"
#include "search/collector.h"
#include "search/plan.h"
#include "search/query_parser.h"
#include "search/session.h"
#include "search/snapshot.h"
#include "search/window.h"

namespace szukajst::search {
namespace {

std::vector<indexer::ProcessedDocument> alike(int count) {
  std::vector<indexer::ProcessedDocument> documents;
  for (int i = 0; i < count; ++i) {
    documents.push_back(document("d" + std::to_string(10000 + i * 7919 % 10000), "Rozwój gminy."));
    documents.back().record.title = "Zawsze ten sam";
  }
  return documents;
}

TEST(Paging, IsCompleteAndStableAmongEqualHits) {
  const Corpus corpus(alike(57));
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest, Sort::title}) {
    std::vector<std::string> ids;
    Request request;
    request.query = "rozwój";
    request.sort = sort;
    for (request.page = 1; request.page <= 7; ++request.page) {
      const Answer answer = corpus.search(request);
      EXPECT_EQ(answer.total, 57U);
      EXPECT_EQ(answer.hits.size(), request.page < 6 ? 10U : request.page == 6 ? 7U : 0U);
      for (const Hit& hit : answer.hits) ids.push_back(hit.document.id);
    }
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end())) << "ties are broken by id";
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 57U);
  }
}

TEST(Paging, IsTheSameWhateverTheSegments) {
  auto documents = alike(40);
  for (std::size_t i = 0; i < documents.size(); ++i)
    documents[i].text.text += i % 3 == 0 ? " Rozwój." : i % 3 == 1 ? " Rozwojem." : " Szkoła.";
  const Corpus one(documents);
  TemporaryFolder folder;
  for (std::size_t i = 0; i < documents.size(); i += 14) {
    const auto end = std::min(i + 14, documents.size());
    commit(folder.path(), {documents.begin() + static_cast<std::ptrdiff_t>(i),
                           documents.begin() + static_cast<std::ptrdiff_t>(end)});
  }
  const Searcher several = open_searcher(folder.path());
  ASSERT_EQ(several.statistics().segments, 3U);
  Request request;
  request.query = "rozwój OR szkoła";
  request.per_page = 100;
  const auto answer = several.search(request);
  ASSERT_TRUE(answer);
  EXPECT_EQ(ids_of(*answer), one.ids(request));
  for (std::size_t i = 0; i < answer->hits.size(); ++i)
    EXPECT_EQ(answer->hits[i].score, one.search(request).hits[i].score) << "to the last bit";
}

TEST(Paging, KeepsTheLimits) {
  const Corpus corpus(alike(3));
  Request request;
  request.page = 100;
  EXPECT_TRUE(corpus.searcher().search(request)) << "the thousandth result";
  request.page = 101;
  auto answer = corpus.searcher().search(request);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, core::ErrorCode::too_large);
  request.page = 1, request.per_page = 100;
  EXPECT_TRUE(corpus.searcher().search(request));
  request.per_page = 101;
  EXPECT_FALSE(corpus.searcher().search(request));
  request.per_page = 0;
  EXPECT_FALSE(corpus.searcher().search(request));
  request.per_page = 10, request.page = 0;
  EXPECT_FALSE(corpus.searcher().search(request));
  request = {};
  request.query = std::string(5000, 'a');
  answer = corpus.searcher().search(request);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, core::ErrorCode::too_large);
}

TEST(Paging, WhatTimeDidNotAllowIsPartial) {
  const Corpus corpus(alike(static_cast<int>(2 * kWindow)));
  language::Analyzer analyzer(lexicon());
  const auto snapshot = Snapshot::open({corpus.index()}, analyzer.settings(), gazetteer());
  ASSERT_TRUE(snapshot);
  SessionPool pool(*snapshot, lexicon(), gazetteer());
  const auto session = pool.borrow();
  ASSERT_TRUE(session);
  Request request;
  QueryWords words([&](std::string_view spelling) { return (*session)->analyzer.query_word(spelling); });
  const Plan plan = make_plan({}, false, {*snapshot, lexicon(), words});
  const auto collect_in = [&](std::chrono::milliseconds time) {
    Deadline deadline(time);
    return *collect(plan, request, 10, *snapshot, **session, gazetteer(), deadline);
  };
  const Collected cut = collect_in(std::chrono::milliseconds(0));
  EXPECT_TRUE(cut.partial);
  EXPECT_EQ(cut.best.size(), 10U) << "what was found is the answer";
  EXPECT_LT(cut.total, 2 * kWindow);
  const Collected whole = collect_in(std::chrono::minutes(10));
  EXPECT_FALSE(whole.partial);
  EXPECT_EQ(whole.total, 2 * kWindow);
}

// What finds nothing walks as long as what finds much: its time is limited too.
TEST(Paging, TimeIsLimitedWhereNothingMatches) {
  auto documents = alike(600);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto& text = documents[i].text.text;
    text = i % 2 == 0 ? "Rozwój gminy nad rzeką." : "Szkoła gminy nad rzeką.";
    documents[i].mended.text = text;
    documents[i].record.goals = {{core::GoalLevel::main, "", "Dobra gmina", {}, 1}};
  }
  documents[0].record.date = core::Date{2020, 1, 1};
  const Corpus corpus(documents);
  const auto partial = [&](const std::string& query, bool goals, std::chrono::milliseconds time) {
    Request request;
    request.query = query;
    request.goals = goals;
    request.time = time;
    const Answer answer = corpus.search(request);
    EXPECT_LT(answer.total, 300U) << query;
    return answer.partial;
  };
  const std::vector<std::pair<std::string, bool>> cases{
      {"\"gminy rzeką\"", false},     // a phrase of words that all have
      {"rozwój AND szkoła", false},   // words that never meet
      {"gmina -nad -rzeka", false},   // all is unwanted
      {"rok:2020", false},            // a facet of few
      {"gmin* AND kolej*", false},    // the postings of a beginning
      {"gmina AND rok:2020", true},   // goals of few documents
      {"nieistniejącesłowo", false},  // the search for a suggestion
  };
  for (const auto& [query, goals] : cases) {
    EXPECT_TRUE(partial(query, goals, std::chrono::milliseconds(0))) << query;
    EXPECT_FALSE(partial(query, goals, std::chrono::minutes(10))) << query;
  }
}

TEST(Planning, AnalysesEachWordOnce) {
  const Corpus corpus(alike(1));
  language::Analyzer analyzer(lexicon());
  const auto snapshot = Snapshot::open({corpus.index()}, analyzer.settings(), gazetteer());
  ASSERT_TRUE(snapshot);
  std::map<std::string, int> times;
  QueryWords words([&](std::string_view spelling) {
    ++times[std::string(spelling)];
    return analyzer.query_word(spelling);
  });
  const auto parsed = parse_query("rozwój nad gminą rozwój \"rozwój gminy\"");
  ASSERT_TRUE(parsed);
  for (int plans = 0; plans < 2; ++plans)
    make_plan(parsed->root, false, {*snapshot, lexicon(), words});
  EXPECT_EQ(times, (std::map<std::string, int>{{"gminy", 1}, {"gminą", 1}, {"nad", 1}, {"rozwój", 1}}));
}

TEST(Sorting, TitlesAreInTheOrderOfAPolishDictionary) {
  std::vector<indexer::ProcessedDocument> documents;
  int id = 0;
  for (const std::string title :
       {"Żabno", "Zakole", "Łąki", "\"Lipusz\"", "Lubanie", "ąśćń", "azbest", "2 drogi", "Zażalenie"}) {
    documents.push_back(document("d" + std::to_string(id++), "Tekst."));
    documents.back().record.title = title;
  }
  const Corpus corpus(documents);
  Request request;
  request.sort = Sort::title;
  std::string order;
  for (const Hit& hit : corpus.search(request).hits) order += hit.document.title + ", ";
  EXPECT_EQ(order, "2 drogi, azbest, ąśćń, \"Lipusz\", Lubanie, Łąki, Zakole, Zażalenie, Żabno, ");
}

TEST(Sorting, ATitleOrAGoalCountsMoreThanTheBody) {
  auto in_body = document("a", "Szkoła stoi nad rzeką. Droga do lasu.");
  auto in_title = document("b", "Szkoła stoi nad rzeką. Droga do lasu.");
  in_title.record.title = "Szkoła";
  auto in_goal = document("c", "Szkoła stoi nad rzeką. Droga do lasu.");
  in_goal.record.goals = {{core::GoalLevel::main, "", "Dobra szkoła", {}, 1}};
  const Corpus corpus({in_body, in_title, in_goal});
  EXPECT_EQ(corpus.ids("szkoła"), "b c a");
}

}  // namespace
}  // namespace szukajst::search
