// An index over its life: commits, replacements, merges, crashes, damage, readers that stay.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/index_format.h"
#include "corpus.h"

namespace {

// When 0, the next step that changes the disk in a lasting way does not happen: the process ends as
// if it were killed there. Negative: never.
int steps_left = -1;

void step() {
  if (steps_left == 0) _exit(99);
  if (steps_left > 0) --steps_left;
}

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

// In the place of the C library's: every step by which a writer makes something last.
extern "C" int rename(const char* from, const char* to) noexcept {
  step();
  return next<int(const char*, const char*)>("rename")(from, to);
}
extern "C" int fsync(int descriptor) {
  step();
  return next<int(int)>("fsync")(descriptor);
}
extern "C" int fdatasync(int descriptor) {
  step();
  return next<int(int)>("fdatasync")(descriptor);
}
extern "C" int unlinkat(int folder, const char* path, int flags) noexcept {
  step();
  return next<int(int, const char*, int)>("unlinkat")(folder, path, flags);
}

namespace szukajst::search {
namespace {

std::size_t segment_folders(const std::filesystem::path& index) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(core::segments_path(index)))
    ++count;
  return count;
}

std::string all_ids(const Searcher& searcher) {
  Request request;
  request.sort = Sort::title;
  request.per_page = 100;
  return ids_of(*searcher.search(request));
}
std::string all_ids(const std::filesystem::path& index) {
  return all_ids(open_searcher(index));
}

std::string found(const std::filesystem::path& index, const std::string& query) {
  Request request;
  request.query = query;
  return ids_of(*open_searcher(index).search(request));
}

TEST(Lifecycle, CommitsAddReplaceKeepAndRemove) {
  const TemporaryFolder folder;
  const auto& index = folder.path();
  auto summary = commit(index, {document("a", "Szkoła"), document("b", "Most"), document("c", "Las")});
  EXPECT_EQ(summary.added, 3);
  EXPECT_EQ(summary.documents, 3);
  summary = commit(index, {document("a", "Szkoła"), document("b", "Rzeka")}, {"c", "nie ma"});
  EXPECT_EQ(summary.added, 0);
  EXPECT_EQ(summary.unchanged, 1);
  EXPECT_EQ(summary.replaced, 1);
  EXPECT_EQ(summary.removed, 1);
  EXPECT_EQ(summary.documents, 2);
  EXPECT_EQ(all_ids(index), "a b");
  EXPECT_EQ(found(index, "most"), "");
  EXPECT_EQ(found(index, "rzeka"), "b");
  EXPECT_EQ(open_searcher(index).document("b")->text.text, "Rzeka");
  EXPECT_FALSE(open_searcher(index).document("c"));
}

TEST(Lifecycle, ACommitWithoutChangesChangesNothing) {
  const TemporaryFolder folder;
  commit(folder.path(), {document("a", "Szkoła")});
  const auto before = core::read_manifest(folder.path())->generation;
  commit(folder.path(), {document("a", "Szkoła")});
  commit(folder.path(), {}, {"b"});
  EXPECT_EQ(core::read_manifest(folder.path())->generation, before);
  EXPECT_EQ(segment_folders(folder.path()), 1U);
}

TEST(Lifecycle, TheLastOfSeveralChangesCounts) {
  const TemporaryFolder folder;
  commit(folder.path(), {document("a", "Szkoła"), document("b", "Most")});
  language::Analyzer analyzer(lexicon());
  auto writer = indexer::IndexWriter::open(folder.path(), analyzer, gazetteer());
  ASSERT_TRUE(writer);
  ASSERT_TRUE(writer->add(document("a", "Rzeka")));
  ASSERT_TRUE(writer->add(document("a", "Las")));
  writer->remove("b");
  ASSERT_TRUE(writer->add(document("b", "Most")));
  ASSERT_TRUE(writer->add(document("c", "Droga")));
  writer->remove("c");
  const auto summary = writer->commit();
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->replaced, 1);
  EXPECT_EQ(summary->unchanged, 1);
  EXPECT_EQ(summary->added, 0);
  EXPECT_EQ(summary->removed, 0);
  EXPECT_EQ(all_ids(folder.path()), "a b");
  EXPECT_EQ(found(folder.path(), "las"), "a");
  EXPECT_EQ(found(folder.path(), "rzeka"), "");
  // The same writer goes on.
  ASSERT_TRUE(writer->add(document("d", "Kolej")));
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(all_ids(folder.path()), "a b d");
}

TEST(Lifecycle, NeverMoreSegmentsThanAQueryShouldLookInto) {
  const TemporaryFolder folder;
  std::string expected;
  for (int i = 0; i < 12; ++i) {
    const std::string id = "d" + std::to_string(10 + i);
    auto made = document(id, "Szkoła w gminie numer " + std::to_string(i));
    made.record.goals = {{core::GoalLevel::main, "", "Budowa szkoły", {}, 1}};
    commit(folder.path(), {made});
    expected += (expected.empty() ? "" : " ") + id;
    const Searcher searcher = open_searcher(folder.path());
    EXPECT_LE(searcher.statistics().segments, core::kMostSegments);
    EXPECT_EQ(searcher.statistics().goals, static_cast<std::size_t>(i + 1));
    EXPECT_EQ(searcher.check(), std::vector<std::string>{});
    EXPECT_EQ(all_ids(searcher), expected);
    Request request;
    request.query = "szkoła";
    request.goals = true;
    EXPECT_EQ(searcher.search(request)->total, static_cast<std::size_t>(i + 1));
  }
  EXPECT_EQ(found(folder.path(), "\"szkoła w gminie\" 7"), "d17") << "merging keeps positions";
  EXPECT_LE(segment_folders(folder.path()), core::kMostSegments) << "what was merged is gone";
}

TEST(Lifecycle, ACommitShowsBeforeItIsMerged) {
  const TemporaryFolder folder;
  std::size_t before = 0;
  for (int i = 0; i < 9; ++i) {
    const auto last = core::read_manifest(folder.path());
    commit(folder.path(), {document("d" + std::to_string(i), "Szkoła w gminie")});
    const auto manifest = core::read_manifest(folder.path());
    EXPECT_LT(manifest->segments.size(), core::kMostSegments) << "there is room for the next";
    const bool merged = manifest->segments.size() <= before;
    EXPECT_EQ(manifest->generation, (last ? last->generation : 0) + (merged ? 2 : 1));
    before = manifest->segments.size();
  }
}

TEST(Lifecycle, AReaderStaysWithItsSnapshot) {
  const TemporaryFolder folder;
  commit(folder.path(), {document("a", "Szkoła"), document("b", "Most")});
  const Searcher old = open_searcher(folder.path());
  for (int i = 0; i < 8; ++i) commit(folder.path(), {document("a", "Rzeka " + std::to_string(i))}, {"b"});
  Request request;
  request.query = "szkoła";
  const auto answer = old.search(request);
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(ids_of(*answer), "a");
  EXPECT_EQ(all_ids(old), "a b");
  EXPECT_EQ(old.document("a")->text.text, "Szkoła");
  EXPECT_EQ(all_ids(folder.path()), "a");
}

TEST(Lifecycle, WhatNoReaderUsesIsSweptWhenAWriterOpens) {
  const TemporaryFolder folder;
  {
    std::optional<Searcher> old;
    commit(folder.path(), {document("a", "Szkoła")});
    old.emplace(open_searcher(folder.path()));
    commit(folder.path(), {document("a", "Rzeka")});
    EXPECT_EQ(segment_folders(folder.path()), 2U) << "the old segment is still read";
  }
  std::filesystem::create_directories(core::segment_path(folder.path(), "s9-9"));  // as a crash leaves it
  commit(folder.path(), {});
  EXPECT_EQ(segment_folders(folder.path()), 1U);
  EXPECT_EQ(found(folder.path(), "rzeka"), "a");
}

TEST(Lifecycle, OneWriterAtATime) {
  const TemporaryFolder folder;
  language::Analyzer analyzer(lexicon());
  const auto first = indexer::IndexWriter::open(folder.path(), analyzer, gazetteer());
  ASSERT_TRUE(first);
  const auto second = indexer::IndexWriter::open(folder.path(), analyzer, gazetteer());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, core::ErrorCode::conflict);
}

TEST(Lifecycle, AFolderOfSomethingElseIsLeftAlone) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "letter.txt") << "Szanowni Państwo";
  language::Analyzer analyzer(lexicon());
  const auto writer = indexer::IndexWriter::open(folder.path(), analyzer, gazetteer());
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, core::ErrorCode::malformed);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
  EXPECT_FALSE(indexer::IndexWriter::open(folder.path() / "letter.txt", analyzer, gazetteer()));
}

TEST(Lifecycle, AnIndexMadeWithOtherTablesIsRefused) {
  const TemporaryFolder folder;
  commit(folder.path(), {document("a", "Szkoła")});
  auto manifest = *core::read_manifest(folder.path());
  manifest.analyzer.lexicon += " other";
  ASSERT_TRUE(core::write_manifest(folder.path(), manifest));
  const auto searcher = Searcher::open({folder.path()}, lexicon(), gazetteer());
  ASSERT_FALSE(searcher);
  EXPECT_EQ(searcher.error().code, core::ErrorCode::unsupported);
  EXPECT_NE(searcher.error().message.find("index again"), std::string::npos);
  language::Analyzer analyzer(lexicon());
  const auto writer = indexer::IndexWriter::open(folder.path(), analyzer, gazetteer());
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, core::ErrorCode::unsupported);
}

// The two states that a crash during the second commit may leave.
const char* const kOld = "a b c";
const char* const kNew = "a c d";

void second_commit(const std::filesystem::path& index) {
  commit(index, {document("a", "Rzeka"), document("d", "Kolej")}, {"b"});
}

TEST(Lifecycle, KilledAtAnyStepItLeavesTheOldStateOrTheNew) {
  std::set<std::string> states;
  bool finished = false;
  int step = 0;
  for (; !finished && step < 500; ++step) {
    const TemporaryFolder folder;
    // More segments than allowed after the second commit, so that it merges as well.
    commit(folder.path(), {document("a", "Szkoła")});
    commit(folder.path(), {document("b", "Most")});
    commit(folder.path(), {document("c", "Las")});
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      steps_left = step;
      second_commit(folder.path());
      _exit(0);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_TRUE(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 99) << WEXITSTATUS(status);
    finished = WEXITSTATUS(status) == 0;

    const Searcher searcher = open_searcher(folder.path());
    const std::string state = all_ids(searcher);
    ASSERT_TRUE(state == kOld || state == kNew) << "step " << step << ": " << state;
    EXPECT_EQ(found(folder.path(), "rzeka"), state == kNew ? "a" : "") << "step " << step;
    ASSERT_EQ(searcher.check(), std::vector<std::string>{}) << "step " << step;
    states.insert(state);
    EXPECT_TRUE(!finished || state == kNew);
    // Whatever was left lying about, the next commit succeeds and clears it away.
    second_commit(folder.path());
    EXPECT_EQ(all_ids(folder.path()), kNew) << "step " << step;
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "manifest.json.tmp"));
  }
  EXPECT_TRUE(finished);
  EXPECT_GT(step, 5) << "the steps were not counted: nothing was tested";
  EXPECT_EQ(states.size(), 2U);
}

TEST(Lifecycle, FilesThatAreMissingOrCutOffAreFoundAtOpening) {
  const TemporaryFolder folder;
  const auto index = folder.path() / "index";
  std::vector<indexer::ProcessedDocument> documents;
  documents.reserve(40);
  for (int i = 0; i < 40; ++i)
    documents.push_back(document("d" + std::to_string(i), "Szkoła i most numer " + std::to_string(i)));
  commit(index, documents);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(index)) {
    if (entry.is_regular_file() && entry.file_size() > 0)
      files.push_back(std::filesystem::relative(entry.path(), index));
  }
  ASSERT_GE(files.size(), 6U);
  for (const auto& file : files) {
    for (const double share : {-1.0, 0.0, 0.4, 0.9}) {
      const auto copy = folder.path() / "copy";
      std::filesystem::remove_all(copy);
      std::filesystem::copy(index, copy, std::filesystem::copy_options::recursive);
      if (share < 0) {
        std::filesystem::remove(copy / file);
      } else {
        const auto size = static_cast<double>(std::filesystem::file_size(copy / file));
        std::filesystem::resize_file(copy / file, static_cast<std::uintmax_t>(size * share));
      }
      const auto searcher = Searcher::open({copy}, lexicon(), gazetteer());
      ASSERT_FALSE(searcher) << file << " " << share;
      EXPECT_EQ(searcher.error().code, core::ErrorCode::malformed) << searcher.error().message;
    }
  }
}

TEST(Lifecycle, OverwrittenBytesAreErrorsOrFindings) {
  const TemporaryFolder folder;
  const auto index = folder.path() / "index";
  std::vector<indexer::ProcessedDocument> documents;
  documents.reserve(40);
  for (int i = 0; i < 40; ++i)
    documents.push_back(document("d" + std::to_string(i), "Szkoła i most numer " + std::to_string(i)));
  commit(index, documents);
  const auto info = core::read_manifest(index)->segments.at(0);
  for (const auto& [name, size] : info.files) {
    const auto copy = folder.path() / "copy";
    std::filesystem::remove_all(copy);
    std::filesystem::copy(index, copy, std::filesystem::copy_options::recursive);
    {
      std::fstream file(core::segment_path(copy, info.name) / name,
                        std::ios::binary | std::ios::in | std::ios::out);
      file << std::string(size, '\xA5');
    }
    const auto searcher = Searcher::open({copy}, lexicon(), gazetteer());
    if (!searcher) continue;
    Request request;
    request.query = "\"szkoła i most\"";
    EXPECT_FALSE(searcher->search(request) && searcher->check().empty()) << name;
    static_cast<void>(searcher->document("d7"));
  }
}

}  // namespace
}  // namespace szukajst::search
