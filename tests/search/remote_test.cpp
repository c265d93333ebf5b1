// One collection, once in local indexes and once behind xapian-tcpsrv: the answers are the same.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "core/fields.h"
#include "corpus.h"
#include "random_records.h"
#include "shard_server.h"

namespace szukajst::search {
namespace {

using namespace std::chrono_literals;

std::string print(const std::vector<FacetValue>& values) {
  std::string text;
  for (const FacetValue& value : values) {
    text += value.value + "|" + std::string(value.shown()) + "=" + std::to_string(value.count) +
            (value.selected ? "*" : "");
    text += value.children.empty() ? " " : "(" + print(value.children) + ") ";
  }
  return text;
}

// Names by what is compared: which spelling of one is shown is that of whichever document tells it first.
std::string print_names(const std::vector<FacetValue>& values) {
  std::vector<std::string> all;
  for (const FacetValue& value : values)
    all.push_back(core::name_key(value.value) + "=" + std::to_string(value.count) +
                  (value.selected ? "*" : ""));
  std::ranges::sort(all);
  std::string text;
  for (const std::string& each : all) text += each + " ";
  return text;
}

std::string print(const Facets& facets) {
  return "kind " + print(facets.kind) + "\nplace " + print(facets.place) + "\nyear " + print(facets.year) +
         "\nofficial " + print_names(facets.official) + "\npartner " + print_names(facets.partner) +
         "\nprogramme " + print(facets.programme) + "\nlevel " + print(facets.goal_level);
}

// The hits by their scores: what has the same may stand in any order.
std::string print_hits(const Answer& answer, bool ranked) {
  std::string text;
  std::vector<std::string> same;
  long last = -1;
  const auto flush = [&] {
    std::ranges::sort(same);
    for (const std::string& each : same) text += each + " ";
    text += "/ ";
    same.clear();
  };
  for (const Hit& hit : answer.hits) {
    const long score = ranked ? std::lround(hit.score * 1e4) : ++last;
    if (score != last) flush();
    last = score;
    same.push_back((hit.goal ? hit.goal->id : hit.document.id) + (ranked ? ":" + std::to_string(score) : ""));
  }
  flush();
  return text;
}

class Remote : public testing::Test {
 protected:
  static constexpr std::size_t kShards = 3;

  void SetUp() override {
    if (!ShardServer::installed())
      GTEST_SKIP() << ShardServer::kProgram << " is not installed (scripts/setup)";
    RandomRecords random(11);
    std::vector<std::vector<indexer::ProcessedDocument>> parts(kShards);
    for (std::size_t i = 0; i < 120; ++i)
      parts[i % kShards].push_back(random.next("d" + std::to_string(100 + i)));
    words_ = random.words();
    std::vector<std::filesystem::path> local, remote;
    for (std::size_t i = 0; i < kShards; ++i) {
      const auto index = folder_.path() / ("shard" + std::to_string(i));
      commit(index, parts[i], {}, {.shard = true});
      servers_.push_back(std::make_unique<ShardServer>(index));
      local.push_back(index);
      remote.emplace_back(servers_.back()->name());
    }
    const auto open = [](const std::vector<std::filesystem::path>& indexes) {
      auto searcher = Searcher::open(indexes, lexicon(), gazetteer());
      if (!searcher) throw std::runtime_error(searcher.error().message);
      return std::make_unique<Searcher>(std::move(*searcher));
    };
    local_ = open(local);
    remote_ = open(remote);
    mixed_ = open({local[0], remote[1], remote[2]});
  }

  void expect_same(const Request& request) {
    const auto wanted = local_->search(request);
    ASSERT_TRUE(wanted) << wanted.error().message;
    for (const Searcher* searcher : {remote_.get(), mixed_.get()}) {
      SCOPED_TRACE(request.query + (searcher == mixed_.get() ? " (mixed)" : " (remote)"));
      const auto answer = searcher->search(request);
      ASSERT_TRUE(answer) << answer.error().message;
      EXPECT_FALSE(answer->partial);
      EXPECT_EQ(answer->total, wanted->total);
      EXPECT_EQ(print(answer->facets), print(wanted->facets));
      const bool ranked = request.sort == Sort::relevance && !request.query.empty();
      // Averages of lengths are of what is local: weights differ beside it.
      // Words that begin so are weighed by what each local segment has of them.
      const bool prefix = request.query.ends_with('*');
      if (searcher == remote_.get() && !prefix) {
        EXPECT_EQ(print_hits(*answer, ranked), print_hits(*wanted, ranked));
      }
      found_ += answer->total;
    }
  }

  static Request asking(const std::string& query, bool goals = false) {
    Request request;
    request.query = query;
    request.per_page = 100;
    request.goals = goals;
    request.time = 20s;
    return request;
  }

  TemporaryFolder folder_;
  std::vector<std::unique_ptr<ShardServer>> servers_;
  std::unique_ptr<Searcher> local_, remote_, mixed_;
  std::vector<std::string> words_;
  std::size_t found_ = 0;
};

TEST_F(Remote, WordsAndOperators) {
  expect_same(asking(""));
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    const std::string &a = words_[i], &b = words_[i + 1];
    for (const std::string& query :
         {a, a + " " + b, a + " OR " + b, a + " NOT " + b, "title:" + a, "NOT " + a, a.substr(0, 3) + "*"})
      expect_same(asking(query));
  }
  EXPECT_GT(found_, 1000U);
}

TEST_F(Remote, PhrasesAndNearness) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (std::size_t j = 0; j < words_.size(); j += 3) {
      expect_same(asking("\"" + words_[i] + " " + words_[j] + "\""));
      expect_same(asking("\"" + words_[i] + " w " + words_[j] + "\""));
      expect_same(asking("\"" + words_[i] + " " + words_[j] + "\"~3"));
    }
  }
  EXPECT_GT(found_, 100U);
}

TEST_F(Remote, FiltersAndOrders) {
  const auto all = local_->search(asking(""));
  ASSERT_TRUE(all);
  Request request = asking(words_[0] + " OR " + words_[1]);
  ASSERT_GT(all->facets.year.size(), 1U);
  request.filters.from = std::stoi(all->facets.year.front().value);
  request.filters.to = *request.filters.from;
  expect_same(request);
  request.filters = {};
  ASSERT_FALSE(all->facets.place.empty());
  request.filters.places = {*core::Teryt::parse(all->facets.place.front().value)};
  expect_same(request);
  request.filters.kinds = {core::DocumentKind::strategy, core::DocumentKind::other};
  expect_same(request);
  request.filters = {};
  if (!all->facets.partner.empty()) request.filters.partners = {all->facets.partner.front().value};
  if (!all->facets.official.empty())
    request.filters.officials = {all->facets.official.front().value, "Nikt Taki"};
  expect_same(request);
  request.filters = {};
  request.filters.sources = {"made"};
  expect_same(request);
  for (const Sort sort : {Sort::newest, Sort::oldest, Sort::title}) {
    request = asking("");
    request.sort = sort;
    request.per_page = 25;
    request.page = 2;
    expect_same(request);
  }
  request = asking(words_[0]);
  request.loosest = core::MatchKind::exact;
  expect_same(request);
  request.loosest = core::MatchKind::inflected;
  expect_same(request);
}

TEST_F(Remote, Goals) {
  expect_same(asking("", true));
  for (const std::string& word : words_) {
    expect_same(asking(word, true));
    Request request = asking(word, true);
    request.filters.goal_levels = {core::GoalLevel::main};
    expect_same(request);
    request.filters.from = 2000;
    expect_same(request);
  }
  EXPECT_GT(found_, 50U);
}

TEST_F(Remote, DocumentsAndWhereTheirWordsStand) {
  const auto local = local_->search(asking(words_[0]));
  const auto remote = remote_->search(asking(words_[0]));
  ASSERT_TRUE(local && remote);
  std::map<std::string, const Hit*> hits;
  for (const Hit& hit : local->hits) hits[hit.document.id] = &hit;
  ASSERT_FALSE(remote->hits.empty());
  for (const Hit& hit : remote->hits) {
    const Hit& wanted = *hits.at(hit.document.id);
    EXPECT_EQ(hit.document.title, wanted.document.title);
    ASSERT_EQ(hit.match.size(), wanted.match.size()) << hit.document.id;
    for (std::size_t i = 0; i < hit.match.size(); ++i) EXPECT_EQ(hit.match[i].as, wanted.match[i].as);
    ASSERT_EQ(hit.snippets.size(), wanted.snippets.size()) << hit.document.id;
    for (std::size_t i = 0; i < hit.snippets.size(); ++i)
      EXPECT_EQ(hit.snippets[i].text, wanted.snippets[i].text);
  }
  const auto document = remote_->document("d101");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text.text, local_->document("d101")->text.text);
  EXPECT_FALSE(remote_->document("nowhere"));
}

TEST_F(Remote, AShardThatIsDownIsLeftOutAndComesBack) {
  const Request request = asking(words_[0]);
  const auto whole = remote_->search(request);
  ASSERT_TRUE(whole);
  for (const bool hangs : {false, true}) {
    hangs ? servers_[1]->signal(SIGSTOP) : servers_[1]->stop();
    for (int i = 0; i < 3; ++i) {
      const auto begin = std::chrono::steady_clock::now();
      const auto answer = remote_->search(request);
      EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
      ASSERT_TRUE(answer) << answer.error().message;
      EXPECT_TRUE(answer->partial);
      EXPECT_LT(answer->total, whole->total);
      EXPECT_GT(answer->total, 0U);
      EXPECT_TRUE(std::ranges::any_of(answer->diagnostics, [&](const Diagnostic& each) {
        return each.code == "shard_down" && each.detail == servers_[1]->name();
      }));
    }
    hangs ? servers_[1]->signal(SIGCONT) : servers_[1]->start();
    bool back = false;
    for (int i = 0; i < 100 && !back; ++i) {
      std::this_thread::sleep_for(100ms);
      const auto answer = remote_->search(request);
      back = answer && !answer->partial && answer->total == whole->total;
    }
    EXPECT_TRUE(back);
  }
}

// One that answers, but each time late, takes no more time than one that does not.
TEST_F(Remote, ASlowShardHoldsNoAnswerUp) {
  const Request request = asking(words_[0] + " " + words_[1]);
  std::jthread slows([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      servers_[1]->signal(SIGSTOP);
      std::this_thread::sleep_for(900ms);
      servers_[1]->signal(SIGCONT);
      std::this_thread::sleep_for(2ms);
    }
  });
  for (int i = 0; i < 4; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(remote_->search(request));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
  }
  slows = {};
  bool back = false;
  for (int i = 0; i < 100 && !back; ++i) {
    std::this_thread::sleep_for(100ms);
    const auto answer = remote_->search(request);
    back = answer && !answer->partial;
  }
  EXPECT_TRUE(back);
}

TEST(RemoteAlone, WhereNoIndexAnswersThatIsAnError) {
  const auto searcher = Searcher::open({"tcp:127.0.0.1:1", "tcp:127.0.0.1:2"}, lexicon(), gazetteer());
  ASSERT_TRUE(searcher);
  const auto answer = searcher->search(Request());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, core::ErrorCode::busy);
  EXPECT_NE(answer.error().message.find("tcp:127.0.0.1:1, tcp:127.0.0.1:2"), std::string::npos);
  const Corpus corpus({document("a", "droga")});
  const auto beside = Searcher::open({corpus.index(), "tcp:127.0.0.1:1"}, lexicon(), gazetteer());
  ASSERT_TRUE(beside);
  const auto partial = beside->search(Request());
  ASSERT_TRUE(partial);
  EXPECT_TRUE(partial->partial);
  EXPECT_EQ(partial->total, 1U);
}

TEST_F(Remote, WhatNoShardCanAnswerIsSaid) {
  Request request = asking(words_[0]);
  request.loosest = core::MatchKind::folded;
  const auto answer = remote_->search(request);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, core::ErrorCode::unsupported);
}

}  // namespace
}  // namespace szukajst::search
