#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/read/source.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;

class ReadTest : public ::testing::Test {
 protected:
  ReadTest() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() /
              ("szukajst_read_" + std::to_string(::getpid()) + "_" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~ReadTest() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  fs::path write(const std::string& name, const std::string& text = "tekst") {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  std::vector<std::string> found(const std::vector<fs::path>& paths) {
    failures_.clear();
    std::vector<std::string> names;
    for (const fs::path& path : find_inputs(paths, failures_))
      names.push_back(path.lexically_relative(folder_).string());
    return names;
  }

  fs::path folder_;
  std::vector<InputFailure> failures_;
};

using Names = std::vector<std::string>;

TEST_F(ReadTest, FindsReadableFormatsBelowAFolderInOrder) {
  write("b.txt");
  write("a/z.html");
  write("a/A.HTM");
  write("c/d/e.xhtml");
  write("photo.jpg");
  write("no_extension");
  EXPECT_EQ(found({folder_}), (Names{"a/A.HTM", "a/z.html", "b.txt", "c/d/e.xhtml"}));
  EXPECT_TRUE(failures_.empty());
}

TEST_F(ReadTest, PassesOverHiddenFilesAndLinks) {
  write("a.txt");
  write(".hidden.txt");
  write(".git/b.txt");
  fs::create_directory_symlink(folder_, folder_ / "loop");
  fs::create_symlink(folder_ / "a.txt", folder_ / "link.txt");
  EXPECT_EQ(found({folder_}), Names{"a.txt"});
}

TEST_F(ReadTest, AFileNamedItselfIsReadWhateverItIsCalled) {
  EXPECT_EQ(found({write("uchwala"), write(".hidden.txt")}), (Names{"uchwala", ".hidden.txt"}));
}

TEST_F(ReadTest, AFileNamedTwiceIsReadOnce) {
  const fs::path file = write("a/b.txt");
  EXPECT_EQ(found({file, folder_, folder_ / "a" / "." / "b.txt"}), Names{"a/b.txt"});
}

TEST_F(ReadTest, WhatIsNotThereFailsAndTheRestGoesOn) {
  write("a.txt");
  fs::create_directory(folder_ / "empty");
  EXPECT_EQ(found({folder_ / "nothing.txt", folder_ / "empty", folder_ / "a.txt"}), Names{"a.txt"});
  ASSERT_EQ(failures_.size(), 2U);
  EXPECT_EQ(failures_[0].error.code, core::ErrorCode::not_found);
  EXPECT_NE(failures_[0].error.message.find("nothing.txt: no such file or folder"), std::string::npos);
  EXPECT_NE(failures_[1].error.message.find("empty: a folder with nothing to read"), std::string::npos);
}

TEST_F(ReadTest, ADanglingLinkThatIsNamedFails) {
  fs::create_symlink(folder_ / "gone.txt", folder_ / "link.txt");
  EXPECT_TRUE(found({folder_ / "link.txt"}).empty());
  ASSERT_EQ(failures_.size(), 1U);
  EXPECT_EQ(failures_[0].error.code, core::ErrorCode::not_found);
}

TEST_F(ReadTest, ReadsTheBytesAsTheyAre) {
  const std::string bytes("ą\0\r\n\xff", 6);
  const auto input = read_file(write("a.txt", bytes));
  ASSERT_TRUE(input);
  EXPECT_EQ(input->bytes, bytes);
  EXPECT_EQ(input->source, (folder_ / "a.txt").string());
}

TEST_F(ReadTest, ErrorsNameTheFileAndSayWhy) {
  const auto missing = read_file(folder_ / "missing.txt");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, core::ErrorCode::not_found);
  EXPECT_NE(missing.error().message.find("missing.txt"), std::string::npos);

  const auto empty = read_file(write("empty.txt", ""));
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code, core::ErrorCode::malformed);
  EXPECT_NE(empty.error().message.find("is empty (0 bytes)"), std::string::npos);

  const auto folder = read_file(folder_);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, core::ErrorCode::unreadable);
}

TEST_F(ReadTest, AFileOverTheLimitIsNotRead) {
  ReadLimits limits;
  limits.file_bytes = 4;
  const auto large = read_file(write("large.txt", "12345"), limits);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, core::ErrorCode::too_large);
  EXPECT_TRUE(read_file(write("fits.txt", "1234"), limits));
}

// Reading it would wait for ever.
TEST_F(ReadTest, APipeIsNoFile) {
  const fs::path pipe = folder_ / "pipe.txt";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const auto input = read_file(pipe);
  ASSERT_FALSE(input);
  EXPECT_EQ(input.error().code, core::ErrorCode::unreadable);
}

TEST_F(ReadTest, AFileWithoutPermissionIsUnreadable) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const fs::path path = write("locked.txt");
  fs::permissions(path, fs::perms::none);
  const auto input = read_file(path);
  ASSERT_FALSE(input);
  EXPECT_EQ(input.error().code, core::ErrorCode::unreadable);
}

}  // namespace
}  // namespace szukajst::indexer
