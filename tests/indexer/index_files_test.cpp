// Files on their way into an index: what is passed over, what is not, and that workers change nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "core/data_folder.h"
#include "indexer/fingerprint.h"
#include "indexer/index_files.h"
#include "indexer/read/source.h"
#include "indexer/write/input_ledger.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;

const Resources& resources() {
  static const auto opened = Resources::open(core::data_folder());
  EXPECT_TRUE(opened) << opened.error().message;
  return **opened;
}

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "szukajst-files-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }
  fs::path write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

 private:
  fs::path path_;
};

struct Indexed {
  IndexFilesReport report;
  CommitSummary summary;
  std::vector<std::string> done, failed;  // names, in the order in which they were told
};

struct How {
  int jobs = 1;
  std::uint64_t fingerprint = 1;
  PrivacyOptions privacy = {};
  std::size_t most_bytes = std::size_t{256} << 20;
};

Indexed index(const fs::path& into, const std::vector<fs::path>& files, const How& how = {}) {
  auto pipeline = Pipeline::create(resources());
  auto writer = IndexWriter::open(into, pipeline->analyzer(), resources().gazetteer);
  EXPECT_TRUE(writer) << writer.error().message;
  Indexed indexed;
  const auto report = index_files(
      files, resources(), {how.privacy, how.fingerprint, how.jobs, how.most_bytes}, *writer,
      [&](const core::Error& error) { indexed.failed.push_back(error.message); },
      [&](const std::string& name) { indexed.done.push_back(name); });
  EXPECT_TRUE(report) << report.error().message;
  indexed.report = *report;
  const auto summary = writer->commit();
  EXPECT_TRUE(summary) << summary.error().message;
  indexed.summary = *summary;
  return indexed;
}

// All that an index keeps, in its order.
std::vector<std::string> kept(const fs::path& index) {
  auto pipeline = Pipeline::create(resources());
  auto writer = IndexWriter::open(index, pipeline->analyzer(), resources().gazetteer);
  EXPECT_TRUE(writer) << writer.error().message;
  std::vector<std::string> all;
  const auto done =
      writer->for_each_kept([&](const core::KeptDocument& document) -> core::Result<core::Done> {
        all.push_back(
            core::encode_kept(core::encode_content(document.record, document.text, document.repairs),
                              document.text.text, document.tokens));
        return core::Done{};
      });
  EXPECT_TRUE(done) << done.error().message;
  return all;
}

std::string text(int number) {
  return "Strategia Rozwoju Gminy Lipusz na lata 20" + std::to_string(10 + number % 20) +
         "–2040\n\nCel strategiczny 1. Budowa drogi numer " + std::to_string(number) +
         "\n\nWójt gminy Mirosław Wymyślny omówił remont szkoły.\n";
}

TEST(IndexFiles, AFileThatIsAsItWasIsPassedOver) {
  const Folder folder;
  const auto a = folder.write("d/a.txt", text(1)), b = folder.write("d/b.txt", text(2));
  const auto into = folder.path() / "index";
  EXPECT_EQ(index(into, {a, b}).report.processed, 2U);
  const auto again = index(into, {a, b});
  EXPECT_EQ(again.report.processed, 0U);
  EXPECT_EQ(again.report.unchanged, 2U);
  EXPECT_EQ(again.summary.unchanged, 2);
  EXPECT_EQ(again.summary.documents, 2);
  EXPECT_EQ(core::read_manifest(into)->generation, 1U);
}

TEST(IndexFiles, OtherBytesOfTheSameSizeAndTimeAreRead) {
  const Folder folder;
  const auto a = folder.write("d/a.txt", text(1));
  const auto into = folder.path() / "index";
  const auto time = fs::last_write_time(a);
  index(into, {a});
  folder.write("d/a.txt", text(2));
  fs::last_write_time(a, time);
  ASSERT_EQ(text(1).size(), text(2).size());
  const auto again = index(into, {a});
  EXPECT_EQ(again.report.processed, 1U);
  EXPECT_EQ(again.summary.replaced, 1);
  EXPECT_EQ(index(into, {a}).report.processed, 0U);
  folder.write("d/a.txt", text(1));
  EXPECT_EQ(index(into, {a}).summary.replaced, 1) << "and back";
}

TEST(IndexFiles, UnderAnotherFingerprintAllIsReadOnce) {
  const Folder folder;
  const auto a = folder.write("d/a.txt", text(1));
  const auto into = folder.path() / "index";
  index(into, {a}, {.fingerprint = 1});
  const auto other = index(into, {a}, {.fingerprint = 2});
  EXPECT_EQ(other.report.processed, 1U);
  EXPECT_EQ(other.summary.unchanged, 1) << "it came out the same";
  EXPECT_EQ(index(into, {a}, {.fingerprint = 2}).report.processed, 0U)
      << "that it came out the same must be remembered, though nothing was written";
  EXPECT_EQ(index(into, {a}, {.fingerprint = 1}).report.processed, 1U);
}

TEST(IndexFiles, AMovedFileIsAnother) {
  const Folder folder;
  const auto a = folder.write("d/a.txt", text(1));
  const auto into = folder.path() / "index";
  index(into, {a});
  fs::rename(a, folder.path() / "d/c.txt");
  const auto moved = index(into, {folder.path() / "d/c.txt"});
  EXPECT_EQ(moved.report.processed, 1U);
  EXPECT_EQ(moved.summary.added, 1);
}

TEST(IndexFiles, WhatWasRemovedIsNotTakenForKept) {
  const Folder folder;
  const auto a = folder.write("d/a.txt", text(1));
  const auto into = folder.path() / "index";
  index(into, {a});
  {
    auto pipeline = Pipeline::create(resources());
    auto writer = IndexWriter::open(into, pipeline->analyzer(), resources().gazetteer);
    writer->remove(core::source_id(a.string()));
    ASSERT_TRUE(writer->commit());
  }
  const auto again = index(into, {a});
  EXPECT_EQ(again.report.processed, 1U);
  EXPECT_EQ(again.summary.documents, 1);
}

TEST(IndexFiles, ADamagedOrOlderLedgerIsNotBelieved) {
  const Folder folder;
  const auto a = folder.write("d/a.txt", text(1)), b = folder.write("d/b.txt", text(2));
  const auto into = folder.path() / "index";
  index(into, {a});
  const auto first = InputLedger::path_of(into, 1);
  ASSERT_TRUE(fs::exists(first));
  fs::copy_file(first, folder.path() / "first");
  for (std::uintmax_t cut : {fs::file_size(first) - 1, std::uintmax_t{9}, std::uintmax_t{0}}) {
    fs::resize_file(first, cut);
    EXPECT_EQ(index(into, {a}).report.processed, 1U) << cut << " bytes left of it";
  }
  std::fstream(first, std::ios::in | std::ios::out | std::ios::binary).seekp(30).put('!');
  EXPECT_EQ(index(into, {a}).report.processed, 1U);
  index(into, {a, b});
  EXPECT_FALSE(fs::exists(first)) << "what is of no use any more is swept";
  fs::copy_file(folder.path() / "first", first);
  EXPECT_EQ(index(into, {a, b}).report.unchanged, 2U);
}

TEST(IndexFiles, AFileThatCannotBeReadIsToldOfEachTime) {
  const Folder folder;
  const auto a = folder.write("d/a.txt", text(1)), empty = folder.write("d/b.txt", ""),
             c = folder.write("d/c.txt", text(3));
  const auto into = folder.path() / "index";
  for (int i = 0; i < 2; ++i) {
    const auto run = index(into, {a, empty, folder.path() / "none.txt", c}, {.jobs = 2});
    ASSERT_EQ(run.failed.size(), 2U);
    EXPECT_NE(run.failed[0].find("b.txt"), std::string::npos);
    EXPECT_NE(run.failed[1].find("none.txt"), std::string::npos);
    EXPECT_EQ(run.summary.documents, 2);
  }
  folder.write("d/a.txt", "");
  EXPECT_EQ(index(into, {a, c}).failed.size(), 1U) << "what was passed over before is not when it is emptied";
}

TEST(IndexFiles, WorkersChangeNothing) {
  const Folder folder;
  std::vector<fs::path> files;
  for (int i = 0; i < 150; ++i) {
    const std::string name = "d/" + std::to_string(1000 + i) + ".txt";
    files.push_back(folder.write(name, i % 20 == 7 ? "" : text(i)));
  }
  const auto one = index(folder.path() / "one", files, {.jobs = 1});
  const auto expected = kept(folder.path() / "one");
  EXPECT_EQ(expected.size(), 142U);
  for (const How& how : {How{.jobs = 3}, How{.jobs = 8}, How{.jobs = 4, .most_bytes = 1}}) {
    const auto into = folder.path() / ("many" + std::to_string(how.jobs));
    const auto many = index(into, files, how);
    EXPECT_EQ(many.done, one.done);
    EXPECT_EQ(many.failed, one.failed);
    EXPECT_EQ(many.summary.added, one.summary.added);
    EXPECT_EQ(many.summary.goals, one.summary.goals);
    EXPECT_EQ(kept(into), expected);
    EXPECT_EQ(core::read_manifest(into)->segments.size(), 1U);
  }
}

TEST(IndexFiles, OptimizingLeavesOneSegmentWithoutTombstones) {
  const Folder folder;
  const auto into = folder.path() / "index";
  std::vector<fs::path> files;
  for (int i = 0; i < 40; ++i)
    files.push_back(folder.write("d/" + std::to_string(100 + i) + ".txt", text(i)));
  index(into, files);
  for (int i = 0; i < 3; ++i) {
    folder.write("d/" + std::to_string(100 + i) + ".txt", text(50 + i));
    index(into, files);
  }
  ASSERT_GT(core::read_manifest(into)->segments.size(), 1U);
  auto before = kept(into);
  {
    auto pipeline = Pipeline::create(resources());
    auto writer = IndexWriter::open(into, pipeline->analyzer(), resources().gazetteer);
    writer->optimize();
    ASSERT_TRUE(writer->commit());
  }
  const auto manifest = core::read_manifest(into);
  ASSERT_EQ(manifest->segments.size(), 1U);
  EXPECT_TRUE(manifest->segments[0].deleted.empty());
  EXPECT_EQ(manifest->segments[0].goals, 40U);
  auto after = kept(into);
  std::ranges::sort(before);
  std::ranges::sort(after);
  EXPECT_EQ(after, before);
  EXPECT_EQ(index(into, files).report.unchanged, 40U) << "what the files were is still known";
}

TEST(Fingerprint, FollowsTablesButNotPages) {
  const Folder folder;
  folder.write("data/extract/kinds.tsv", "uchwała\tresolution\n");
  folder.write("data/pages/search.html", "<p>");
  const auto data = folder.path() / "data";
  const auto first = *program_fingerprint(data);
  EXPECT_EQ(*program_fingerprint(data), first);
  folder.write("data/pages/search.html", "<b>");
  EXPECT_EQ(*program_fingerprint(data), first);
  const auto time = fs::last_write_time(data / "extract/kinds.tsv");
  folder.write("data/extract/kinds.tsv", "uchwala\tresolution\n");
  fs::last_write_time(data / "extract/kinds.tsv", time);
  const auto changed = *program_fingerprint(data);
  EXPECT_NE(changed, first);
  fs::rename(data / "extract/kinds.tsv", data / "extract/other.tsv");
  EXPECT_NE(*program_fingerprint(data), changed);
  EXPECT_NE(input_hash("a", "b", 1), input_hash("a", "b", 2));
  EXPECT_NE(input_hash("a", "b", 1), input_hash("b", "b", 1));
  EXPECT_NE(input_hash("a", "b", 1), input_hash("a", "c", 1));
}

}  // namespace
}  // namespace szukajst::indexer
