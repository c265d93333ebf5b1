// What goes wrong outside the program: each with a message that names it, and the right exit status.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace szukajst::test {
namespace {

constexpr std::string_view kGoodText =
    "Strategia Rozwoju Gminy Łysomice na lata 2021–2030\n\nCel strategiczny 1. Czyste powietrze w każdym "
    "sołectwie\n";

// One good document beside the bad: it must come through.
void expect_failure_beside_good(const std::vector<std::string>& bad, std::string_view name,
                                std::string_view why, const RunOptions& options = {}) {
  const TemporaryFolder folder;
  const std::string good = folder.write("good.txt", kGoodText);
  std::vector<std::string> arguments{"extract", "--json"};
  arguments.insert(arguments.end(), bad.begin(), bad.end());
  arguments.push_back(good);
  const ProgramRun run = szukajst(arguments, options);
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_NE(run.err.find(name), std::string::npos) << run.err;
  EXPECT_NE(run.err.find(why), std::string::npos) << run.err;
  EXPECT_NE(run.out.find("Czyste powietrze"), std::string::npos) << "the good document was lost";
}

TEST(BadInput, MissingFile) {
  expect_failure_beside_good({"/no/such/file.txt"}, "/no/such/file.txt", "no such file");
}

TEST(BadInput, FolderWithoutReadableFiles) {
  const TemporaryFolder folder;
  folder.write("empty-folder/picture.bin", "x");
  const std::string path = (folder.path() / "empty-folder").string();
  expect_failure_beside_good({path}, path, "nothing to read");
}

TEST(BadInput, UnreadableFile) {
  const TemporaryFolder folder;
  const std::string path = folder.write("locked.txt", kGoodText);
  chmod(path.c_str(), 0);
  if (szukajst({"extract", path}, {.input = "", .without_root_rights = true}).status == 0)
    GTEST_SKIP() << "root's rights cannot be given up here";
  expect_failure_beside_good({path}, path, "Permission denied", {.input = "", .without_root_rights = true});
}

TEST(BadInput, EmptyFile) {
  const TemporaryFolder folder;
  const std::string path = folder.write("empty.txt", "");
  expect_failure_beside_good({path}, path, "empty");
}

TEST(BadInput, BinaryFileNamedTxt) {
  const TemporaryFolder folder;
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 37 + 11) % 256);
  const std::string path = folder.write("picture.txt", bytes);
  expect_failure_beside_good({path}, path, "binary");
}

TEST(BadInput, IndexingGoesOnAndSaysWhatFailed) {
  const TemporaryFolder folder;
  const std::string good = folder.write("documents/good.txt", kGoodText);
  folder.write("documents/empty.txt", "");
  const std::string index = (folder.path() / "index").string();
  const ProgramRun run = szukajst({"index", "--into", index, (folder.path() / "documents").string()});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("empty.txt"), std::string::npos);
  const ProgramRun found = szukajst({"search", "--index", index, "--json", "powietrze"});
  EXPECT_EQ(found.status, 0) << found.err;
  EXPECT_EQ(nlohmann::json::parse(found.out).at("total"), 1);
}

TEST(BadInput, IndexThatIsNone) {
  const TemporaryFolder folder;
  folder.write("documents/good.txt", kGoodText);
  const std::string missing = (folder.path() / "missing").string();
  const std::string other = (folder.path() / "documents").string();
  for (const std::string& path : {missing, other}) {
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"search", "--index", path, "gmina"},
          {"stats", path},
          {"check", path},
          {"serve", "--index", path, "--listen", "127.0.0.1:0"}}) {
      const ProgramRun run = szukajst(command);
      EXPECT_EQ(run.status, 3) << command.front() << ": " << run.err;
      EXPECT_NE(run.err.find(path), std::string::npos) << run.err;
      EXPECT_TRUE(run.out.empty());
    }
  }
  // A folder that holds something else is not written into either.
  const ProgramRun run = szukajst({"index", "--into", other, folder.write("more.txt", kGoodText)});
  EXPECT_EQ(run.status, 3) << run.err;
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "documents" / "good.txt"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "documents" / "manifest.json"));
}

TEST(BadInput, IndexWithADamagedManifest) {
  const TemporaryFolder folder;
  const std::string good = folder.write("good.txt", kGoodText);
  const std::string index = (folder.path() / "index").string();
  ASSERT_EQ(szukajst({"index", "--into", index, good}).status, 0);
  for (const char* manifest : {"", "{", "[]", "{}", R"({"format":999})"}) {
    folder.write("index/manifest.json", manifest);
    const ProgramRun run = szukajst({"search", "--index", index, "gmina"});
    EXPECT_EQ(run.status, 3) << manifest << ": " << run.err;
    EXPECT_NE(run.err.find(index), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("manifest"), std::string::npos) << run.err;
  }
}

TEST(BadInput, WrongUsage) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {},
           {"no-such-command"},
           {"search"},
           {"search", "--index", "x", "--kind", "poem", "q"},
           {"search", "--index", "x", "--place", "12x", "q"},
           {"search", "--index", "x", "--from", "0", "q"},
           {"search", "--index", "x", "--from", "2024", "--to", "2020", "q"},
           {"search", "--index", "x", "--per-page", "101", "q"},
           {"index", "--into", "x"},
           {"serve", "--index", "x", "--listen", "8080"},
           {"serve", "--index", "x", "--listen", "127.0.0.1:99999"},
           {"extract"},
           {"analyze"}}) {
    const ProgramRun run = szukajst(arguments);
    EXPECT_EQ(run.status, 2) << (arguments.empty() ? "(nothing)" : arguments.front()) << ": " << run.err;
    EXPECT_FALSE(run.err.empty());
    EXPECT_TRUE(run.out.empty());
  }
}

TEST(BadInput, FullOutputDeviceIsAFailure) {
  const ProgramRun run = szukajst({"analyze", "gmina"});
  ASSERT_EQ(run.status, 0);
  if (access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full here";
  EXPECT_NE(std::system((std::string(SZUKAJST_PROGRAM) + " analyze gmina > /dev/full 2> /dev/null").c_str()),
            0);
}

}  // namespace
}  // namespace szukajst::test
