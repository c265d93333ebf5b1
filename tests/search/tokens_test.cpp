// The forward index of a segment against the postings beside it: each of them can be had from it, with its
// count and its positions.
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/fields.h"
#include "core/index_format.h"
#include "core/segment_columns.h"
#include "core/segment_tokens.h"
#include "corpus.h"
#include "random_records.h"

namespace szukajst::search {
namespace {

struct Posting {
  std::uint32_t count = 0;
  std::vector<std::uint32_t> positions;
  bool operator==(const Posting&) const = default;
};
using Postings = std::map<std::string, Posting>;  // by term, tags left out

Postings in_database(const Xapian::Database& database, Xapian::docid number) {
  Postings postings;
  for (auto term = database.termlist_begin(number); term != database.termlist_end(number); ++term) {
    const bool tag = std::ranges::any_of(
        core::kTagBeginnings, [&](std::string_view begins) { return (*term).starts_with(begins); });
    if (tag) continue;
    Posting& posting = postings[*term];
    posting.count = term.get_wdf();
    posting.positions.assign(database.positionlist_begin(number, *term),
                             database.positionlist_end(number, *term));
  }
  return postings;
}

void add(const core::SegmentTokens& tokens, core::Scope scope, const core::Tokens& run, std::uint32_t before,
         Postings& postings) {
  core::Tokens::Last last;
  for (std::size_t place = 0; place < run.size(); ++place) {
    postings[core::any_token(scope)].positions.push_back(before + static_cast<std::uint32_t>(place) + 1);
    for (const std::uint32_t number : tokens.terms_of(run.use(place, last))) {
      const std::string term = static_cast<char>(scope) + std::string(tokens.term(number));
      Posting& posting = postings[term];
      ++posting.count;
      if (core::has_positions(term))
        posting.positions.push_back(before + static_cast<std::uint32_t>(place) + 1);
    }
  }
}

std::vector<indexer::ProcessedDocument> damaged_documents(unsigned seed, std::size_t count) {
  RandomRecords random(seed);
  std::vector<indexer::ProcessedDocument> documents;
  for (std::size_t i = 0; i < count; ++i) {
    auto made = random.next("d" + std::to_string(seed) + "-" + std::to_string(i));
    const std::size_t begin = made.text.text.size();
    made.text.text += "wspotpraca w gmi nie i wspolpraca, klasa kiasa oraz 2021";
    made.mended = made.text;
    mend(made, "wspotpraca", "współpraca");
    mend(made, "gmi nie", "gminie");
    mend(made, "wspolpraca", "współpraca");
    const std::size_t doubtful = made.text.text.find("kiasa", begin);
    made.doubts.push_back({{doubtful, doubtful + 5}, {"klasa", "kiosk", "las"}});
    made.record.titled = i % 2 == 0;
    made.record.goals.push_back({core::GoalLevel::main, "", "", {}, 1});  // without a word
    made.record.goals.push_back({core::GoalLevel::main, "", "Współpraca i współpraca gminy", {}, 1});
    documents.push_back(std::move(made));
  }
  return documents;
}

void expect_same_postings(const std::filesystem::path& index) {
  const auto manifest = core::read_manifest(index);
  ASSERT_TRUE(manifest);
  ASSERT_TRUE(manifest->shard);
  for (const core::SegmentInfo& info : manifest->segments) {
    const auto path = core::segment_path(index, info.name);
    const auto columns = core::SegmentColumns::open(core::columns_path(path), info.documents, info.goals);
    ASSERT_TRUE(columns);
    const auto tokens = core::SegmentTokens::open(core::tokens_path(path), columns->goal_starts);
    ASSERT_TRUE(tokens) << tokens.error().message;
    const Xapian::Database database(path.string());
    auto goal_number = static_cast<Xapian::docid>(info.documents);
    for (std::size_t i = 0; i < info.documents; ++i) {
      Postings of_document;
      for (const core::Scope scope : {core::Scope::body, core::Scope::title, core::Scope::goals,
                                      core::Scope::person, core::Scope::partner, core::Scope::place}) {
        tokens->for_each_run_in(scope, i, [&](const core::Tokens& run, std::uint32_t before) {
          add(*tokens, scope, run, before, of_document);
        });
      }
      const Postings expected = in_database(database, static_cast<Xapian::docid>(i + 1));
      ASSERT_FALSE(expected.empty());
      ASSERT_EQ(of_document, expected);
      for (std::size_t goal = 0; goal < tokens->goals(i); ++goal) {
        Postings of_goal;
        add(*tokens, core::Scope::goal, tokens->goal(i, goal), 0, of_goal);
        for (const core::Scope scope : core::kScopesOfGoals)
          for (const auto& [term, posting] : of_document)
            if (term.front() == static_cast<char>(scope)) of_goal[core::of_goal(term)] = posting;
        ASSERT_EQ(of_goal, in_database(database, ++goal_number));
      }
    }
  }
}

TEST(Tokens, GiveEachPostingOfTheDatabase) {
  const TemporaryFolder folder;
  commit(folder.path(), damaged_documents(1, 60), {}, {.shard = true});
  expect_same_postings(folder.path());
}

TEST(Tokens, AreMergedAsTheyWereAnalysed) {
  const TemporaryFolder folder;
  for (unsigned i = 0; i < 7; ++i)
    commit(folder.path(), damaged_documents(i, 4 + i), {"d0-1", "d1-2"}, {.shard = true});
  const auto manifest = core::read_manifest(folder.path());
  ASSERT_LE(manifest->segments.size(), core::kMostSegments);
  expect_same_postings(folder.path());
  const Searcher searcher = open_searcher(folder.path());
  EXPECT_EQ(searcher.check(), std::vector<std::string>{});
  EXPECT_EQ(searcher.statistics().documents, 47U);
}

TEST(Tokens, AreEnoughWithoutPositionsInTheDatabase) {
  const TemporaryFolder shard, plain;
  for (unsigned i = 0; i < 6; ++i) {
    commit(shard.path(), damaged_documents(i, 5), {"d0-1"}, {.shard = true});
    commit(plain.path(), damaged_documents(i, 5), {"d0-1"});
  }
  const Searcher a = open_searcher(shard.path()), b = open_searcher(plain.path());
  EXPECT_EQ(b.check(), std::vector<std::string>{});
  EXPECT_LT(b.statistics().bytes, a.statistics().bytes);
  for (const std::string query :
       {"\"współpraca w gminie\"", "klasa NEAR/3 las", "cel:\"współpraca gminy\"", "wspotpraca", "gmi",
        "klas*", "partner:\"bractwo wiosło\"", "\"gminie i współpraca\" NOT most", "i"}) {
    for (const bool goals : {false, true}) {
      Request request;
      request.query = query;
      request.goals = goals;
      request.per_page = 100;
      const auto expected = a.search(request), found = b.search(request);
      ASSERT_TRUE(expected && found) << query;
      EXPECT_EQ(ids_of(*found), ids_of(*expected)) << query;
    }
  }
}

TEST(Tokens, AShardStaysOneAndNoOtherIndexBecomesOne) {
  const TemporaryFolder folder;
  const auto shard = folder.path() / "shard", plain = folder.path() / "plain";
  commit(shard, {document("a", "Szkoła")}, {}, {.shard = true});
  commit(shard, {document("b", "Most w gminie")});
  const auto manifest = core::read_manifest(shard);
  ASSERT_TRUE(manifest && manifest->shard);
  for (const core::SegmentInfo& info : manifest->segments) {
    const Xapian::Database database(core::segment_path(shard, info.name).string());
    EXPECT_TRUE(database.has_positions());
    EXPECT_FALSE(database.get_document(1).get_data().empty());
  }
  commit(plain, {document("a", "Szkoła")});
  EXPECT_FALSE(std::filesystem::exists(
      core::segment_path(plain, core::read_manifest(plain)->segments[0].name) / "termlist.glass"));
  language::Analyzer analyzer(lexicon());
  const auto writer = indexer::IndexWriter::open(plain, analyzer, gazetteer(), {.shard = true});
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, core::ErrorCode::unsupported);
}

}  // namespace
}  // namespace szukajst::search
