// What bench/query measures is sound: documents say what their records tell, queries find what they were
// drawn from, and facets are counted as by hand. Nothing here is timed.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/corpus/generator.h"
#include "bench/engine/check.h"
#include "bench/engine/engine.h"
#include "bench/engine/query_sets.h"
#include "core/data_folder.h"
#include "indexer/write/index_writer.h"

namespace szukajst::bench {
namespace {

namespace fs = std::filesystem;

template <typename T>
T value(core::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

constexpr CorpusSettings kSettings{400, 900, 7, 50};

const indexer::Resources& resources() {
  static const auto opened = value(indexer::Resources::open(core::data_folder()));
  return *opened;
}
const Generator& generator() {
  static const Generator made =
      value(Generator::make(kSettings, SZUKAJST_SOURCE_DIR "/samples", resources()));
  return made;
}

class Scratch {
 public:
  Scratch() : path_(fs::temp_directory_path() / ("szukajst-bench-test-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST(Weighted, DrawsByWeight) {
  const Weighted weighted({6, 0, 3, 1});
  Random random(1);
  std::vector<int> drawn(4);
  for (int i = 0; i < 10'000; ++i) ++drawn[weighted.draw(random)];
  EXPECT_NEAR(drawn[0], 6000, 300);
  EXPECT_EQ(drawn[1], 0);
  EXPECT_NEAR(drawn[2], 3000, 300);
  EXPECT_NEAR(drawn[3], 1000, 300);
}

TEST(Corpus, IsTheSameForASeedAndAnotherForAnother) {
  const auto again = value(Generator::make(kSettings, SZUKAJST_SOURCE_DIR "/samples", resources()));
  CorpusSettings other = kSettings;
  ++other.seed;
  const auto different = value(Generator::make(other, SZUKAJST_SOURCE_DIR "/samples", resources()));
  for (const std::size_t ordinal : {399U, 0U, 17U}) {
    EXPECT_EQ(generator().document(ordinal).text.text, again.document(ordinal).text.text);
    EXPECT_NE(generator().document(ordinal).text.text, different.document(ordinal).text.text);
  }
}

TEST(Corpus, TextsSayWhatRecordsTellAndRepairsMendThem) {
  std::size_t bytes = 0, damaged = 0, declined = 0, officials = 0;
  for (std::size_t i = 0; i < kSettings.documents; ++i) {
    const auto document = generator().document(i);
    std::string mended = document.text.text;
    for (auto repair = document.repairs.rbegin(); repair != document.repairs.rend(); ++repair)
      mended.replace(repair->source.begin, repair->source.size(), repair->mended);
    EXPECT_EQ(mended, document.mended.text);
    for (const core::Goal& goal : document.record.goals) EXPECT_NE(mended.find(goal.text), mended.npos);
    for (const std::string& programme : document.record.programmes)
      EXPECT_NE(mended.find(programme), mended.npos);
    for (const core::Official& official : document.record.officials) {
      const bool as_it_is = mended.find(official.name) != mended.npos;
      // The stem stands there in any case.
      EXPECT_NE(mended.find(official.name.substr(0, official.name.find(' ') - 2)), mended.npos)
          << official.name;
      ++officials;
      declined += as_it_is ? 0U : 1U;
    }
    bytes += document.text.text.size();
    damaged += document.repairs.empty() ? 0U : 1U;
  }
  EXPECT_NEAR(static_cast<double>(bytes) / kSettings.documents, kSettings.bytes, 250);
  EXPECT_NEAR(static_cast<double>(damaged), 0.15 * kSettings.documents, 25);
  EXPECT_GT(declined, officials / 10);
}

TEST(Corpus, FewPlacesAreToldOfOftenAndManySeldom) {
  std::map<std::string, int> municipalities;
  for (std::size_t i = 0; i < kSettings.documents; ++i) {
    for (const core::Place& place : generator().document(i).record.places) ++municipalities[place.name];
  }
  std::vector<int> counts;
  for (const auto& [name, count] : municipalities) counts.push_back(count);
  std::ranges::sort(counts, std::greater());
  int all = 0;
  for (const int count : counts) all += count;
  EXPECT_GT(counts.front() * static_cast<int>(counts.size()), 3 * all);
  EXPECT_GT(std::ranges::count(counts, 1), static_cast<std::ptrdiff_t>(counts.size() / 3));
}

TEST(Engine, FindsWhatQueriesWereDrawnFromAndCountsAsByHand) {
  const Scratch scratch;
  language::Analyzer analyzer(resources().lexicon);
  analyzer.use_names(resources().gazetteer.nominatives());
  auto writer = value(indexer::IndexWriter::open(scratch.path() / "index", analyzer, resources().gazetteer));
  std::ofstream corpus(scratch.path() / "corpus.tsv", std::ios::binary);
  for (std::size_t i = 0; i < kSettings.documents; ++i) {
    const auto document = generator().document(i);
    value(writer.add(document));
    corpus << corpus_line(document) << '\n';
  }
  corpus.close();
  value(writer.commit());
  value(draw_queries(scratch.path() / "corpus.tsv", scratch.path() / "queries.tsv", {"oraz"}, {4, 1}));
  const auto queries = value(read_queries(scratch.path() / "queries.tsv"));
  const auto engine =
      value(Engine::open(scratch.path() / "index", resources().lexicon, resources().gazetteer));

  std::set<std::string> sets;
  for (const BenchQuery& query : queries) {
    sets.insert(query.set);
    const auto plain = value(engine.top_ten(request_of(query, core::MatchKind::exact)));
    const auto graded = value(engine.top_ten(request_of(query, core::MatchKind::ocr)));
    const auto whole = value(engine.whole_answer(request_of(query, core::MatchKind::ocr)));
    EXPECT_GE(graded.total, plain.total);
    EXPECT_EQ(graded.total, whole.total);
    // (A phrase of damaged words alone is not found by them: its positions are those of keys.)
    if (query.form != Form::phrase) {
      EXPECT_GT(plain.total, 0U) << query.set << ' ' << query.words[0];
    }
  }
  EXPECT_EQ(sets, (std::set<std::string>{"word", "and2", "or3", "phrase", "filter"}));

  const Checked checked = value(check_facets(generator(), resources(), engine, {300, 1}));
  EXPECT_EQ(checked.queries, 300U);
  EXPECT_GT(checked.values, 10'000U);
  EXPECT_EQ(checked.differences, 0U);
}

}  // namespace
}  // namespace szukajst::bench
