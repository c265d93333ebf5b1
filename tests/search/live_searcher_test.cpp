// A searcher that follows its indexes while writers commit, and several indexes searched as one.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include "core/index_format.h"
#include "corpus.h"
#include "search/live_searcher.h"

namespace szukajst::search {
namespace {

using namespace std::chrono_literals;

Request everything() {
  Request request;
  request.sort = Sort::title;
  request.per_page = 100;
  return request;
}

std::string all_ids(const Searcher& searcher) {
  return ids_of(*searcher.search(everything()));
}

// Waits until the statistics fit; far longer than it should take.
template <typename Fits>
bool reaches_what(const LiveSearcher& live, Fits fits) {
  for (int attempt = 0; attempt < 2000; ++attempt) {
    if (fits(live.newest()->statistics())) return true;
    std::this_thread::sleep_for(5ms);
  }
  return false;
}

bool reaches(const LiveSearcher& live, std::uint64_t generation) {
  return reaches_what(live, [&](const IndexStatistics& has) { return has.generation == generation; });
}

LiveSearcher open_live(const std::vector<std::filesystem::path>& indexes) {
  auto live = LiveSearcher::open(indexes, lexicon(), gazetteer(), 5ms);
  if (!live) throw std::runtime_error(live.error().message);
  return *std::move(live);
}

TEST(LiveSearcher, SeesCommitsAndKeepsWhatIsStillInUse) {
  const TemporaryFolder folder;
  commit(folder.path(), {document("a", "Szkoła"), document("b", "Most")});
  const LiveSearcher live = open_live({folder.path()});
  const auto before = live.newest();
  commit(folder.path(), {document("c", "Las")}, {"a"});
  ASSERT_TRUE(reaches(live, 2));
  EXPECT_EQ(all_ids(*live.newest()), "b c");
  EXPECT_EQ(all_ids(*before), "a b");
  EXPECT_EQ(before->document("a")->text.text, "Szkoła");
}

TEST(LiveSearcher, StaysWithTheStateBeforeWhereANewOneCannotBeUsed) {
  const TemporaryFolder folder;
  commit(folder.path(), {document("a", "Szkoła")});
  const LiveSearcher live = open_live({folder.path()});
  const auto manifest = *core::read_manifest(folder.path());
  auto other = manifest;
  other.generation = 7;
  other.analyzer.lexicon += " other";
  ASSERT_TRUE(core::write_manifest(folder.path(), other));
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(all_ids(*live.newest()), "a");
  EXPECT_EQ(live.newest()->statistics().generation, 1U);
  other = manifest;
  other.generation = 8;
  ASSERT_TRUE(core::write_manifest(folder.path(), other));
  EXPECT_TRUE(reaches(live, 8));
}

TEST(LiveSearcher, RefusesWhatIsNoIndex) {
  const TemporaryFolder folder;
  const auto live = LiveSearcher::open({folder.path()}, lexicon(), gazetteer());
  ASSERT_FALSE(live);
  EXPECT_EQ(live.error().code, core::ErrorCode::malformed);
}

// Each commit replaces one document and adds one, and some are merged behind it: an answer that has more or
// fewer documents than its searcher tells of a torn state, and so does one that goes back.
TEST(LiveSearcher, ReadersNeverMeetATornState) {
  constexpr int kCommits = 20;
  const TemporaryFolder folder;
  commit(folder.path(), {document("a", "Droga numer zero"), document("d0", "Droga")});
  const LiveSearcher live = open_live({folder.path()});
  std::atomic<bool> done{false};
  std::atomic<int> wrong{0}, failed{0}, answered{0};
  const auto read = [&] {
    for (std::size_t last = 0; !done;) {
      const auto searcher = live.newest();
      const auto answer = searcher->search(everything());
      ++answered;
      if (!answer) {
        ++failed;
        continue;
      }
      if (answer->total != searcher->statistics().documents || answer->total < last || answer->partial)
        ++wrong;
      last = answer->total;
    }
  };
  std::thread first(read), second(read);
  for (int i = 1; i < kCommits; ++i)
    commit(folder.path(),
           {document("a", "Droga numer " + std::to_string(i)), document("d" + std::to_string(i), "Droga")});
  EXPECT_TRUE(reaches_what(live, [](const IndexStatistics& has) { return has.documents == kCommits + 1; }));
  done = true;
  first.join();
  second.join();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(wrong, 0);
  EXPECT_GT(answered, 0);
}

TEST(SeveralIndexes, AreSearchedAndCountedAsOne) {
  const TemporaryFolder first, second;
  auto plan = document("a", "Budowa szkoły");
  plan.record.kind = core::DocumentKind::programme;
  auto other = document("b", "Remont szkoły");
  other.record.kind = core::DocumentKind::programme;
  commit(first.path(), {plan, document("c", "Las")});
  commit(second.path(), {other, document("d", "Szkoły i mosty")});
  const auto searcher = Searcher::open({first.path(), second.path()}, lexicon(), gazetteer());
  ASSERT_TRUE(searcher);
  EXPECT_EQ(all_ids(*searcher), "a b c d");
  Request request;
  request.query = "szkoła";
  auto answer = *searcher->search(request);
  EXPECT_EQ(answer.total, 3U);
  ASSERT_EQ(answer.facets.kind.size(), 2U);
  EXPECT_EQ(answer.facets.kind[0].value, "programme");
  EXPECT_EQ(answer.facets.kind[0].count, 2U);
  EXPECT_EQ(searcher->document("d")->text.text, "Szkoły i mosty");
  EXPECT_EQ(searcher->statistics().documents, 4U);
}

TEST(SeveralIndexes, AreFollowedEach) {
  const TemporaryFolder first, second;
  commit(first.path(), {document("a", "Szkoła")});
  commit(second.path(), {document("b", "Most")});
  const LiveSearcher live = open_live({first.path(), second.path()});
  commit(second.path(), {document("c", "Las")});
  ASSERT_TRUE(reaches(live, 3));
  commit(first.path(), {document("d", "Park")});
  ASSERT_TRUE(reaches(live, 4));
  EXPECT_EQ(all_ids(*live.newest()), "a b c d");
}

}  // namespace
}  // namespace szukajst::search
