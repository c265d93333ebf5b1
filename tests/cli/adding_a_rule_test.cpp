// Does what docs/adding_a_rule.md tells a reader to do, with the rows and the document that stand there.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/data_folder.h"
#include "tests/cli/program.h"

namespace szukajst::test {
namespace {

namespace fs = std::filesystem;

// A fenced block of the page: what stands behind the fence, and its lines.
struct Block {
  std::string kind, name;
  std::vector<std::string> lines;

  std::string text() const {
    std::string joined;
    for (const std::string& line : lines) joined += line + "\n";
    return joined;
  }
};

std::vector<Block> blocks_of(const fs::path& page) {
  std::vector<Block> blocks;
  std::ifstream in(page);
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (!inside) continue;
      Block block;
      std::istringstream(line.substr(3)) >> block.kind >> block.name;
      blocks.push_back(std::move(block));
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

class AddingARule : public ::testing::Test {
 protected:
  void SetUp() override {
    // A copy of what may be extended; the rest as it is.
    data_ = folder_.path() / "data";
    fs::create_directory(data_);
    own_ = core::data_folder();
    for (const auto& entry : fs::directory_iterator(own_)) {
      const std::string name = entry.path().filename().string();
      if (name == "extract" || name == "clean" || name == "formats" || name == "privacy")
        fs::copy(entry.path(), data_ / name, fs::copy_options::recursive);
      else
        fs::create_directory_symlink(fs::absolute(entry.path()), data_ / name);
    }
    setenv("SZUKAJST_DATA", data_.c_str(), 1);
  }
  void TearDown() override { unsetenv("SZUKAJST_DATA"); }

  void append(const std::string& table, const std::string& rows) const {
    ASSERT_TRUE(fs::exists(data_ / table)) << table;
    std::ofstream(data_ / table, std::ios::app) << rows;
  }

  static bool has_line(const std::string& output, const std::string& line) {
    return output.find("  " + line + "\n") != std::string::npos;
  }

  TemporaryFolder folder_;
  fs::path own_, data_;  // the program's, and the copy
};

TEST_F(AddingARule, GivesWhatThePageSays) {
  const auto blocks = blocks_of(fs::path(SZUKAJST_SOURCE_DIR) / "docs" / "adding_a_rule.md");
  std::string document;
  int tables = 0, claims = 0;
  for (const Block& block : blocks) {
    if (block.kind == "text") document = folder_.write(block.name, block.text());
    if (block.kind == "finds" || block.kind == "gone") ++claims;
  }
  ASSERT_FALSE(document.empty());
  const std::string before = szukajst({"extract", document}).out;
  const std::string text_before = szukajst({"extract", "--json", "--evidence", document}).out;
  for (const Block& block : blocks) {
    if (block.kind != "tsv") continue;
    append(block.name, block.text());
    ++tables;
  }
  EXPECT_GE(tables, 4);
  EXPECT_EQ(claims, tables);
  const ProgramRun after = szukajst({"extract", document});
  ASSERT_EQ(after.status, 0) << after.err;
  const std::string text_after = szukajst({"extract", "--json", "--evidence", document}).out;
  for (const Block& block : blocks) {
    for (const std::string& line : block.lines) {
      if (block.kind == "finds") {
        EXPECT_FALSE(has_line(before, line)) << line;
        EXPECT_TRUE(has_line(after.out, line)) << line << "\n" << after.out;
      } else if (block.kind == "gone") {
        EXPECT_NE(text_before.find(line), std::string::npos) << line;
        EXPECT_EQ(text_after.find(line), std::string::npos) << line;
      }
    }
  }
}

// Each table of the program stands on the page.
TEST_F(AddingARule, ThePageNamesEveryTable) {
  std::ifstream in(fs::path(SZUKAJST_SOURCE_DIR) / "docs" / "adding_a_rule.md");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  for (const char* part : {"extract", "clean", "formats", "privacy"}) {
    for (const auto& entry : fs::directory_iterator(own_ / part)) {
      if (entry.path().extension() != ".tsv") continue;
      const std::string name = part + std::string("/") + entry.path().filename().string();
      const std::string family = name.substr(0, name.find('_')) + "_*.tsv";  // "extract/person_*.tsv"
      const bool named = page.find('`' + name + '`') != std::string::npos ||
                         page.find('`' + family + '`') != std::string::npos;
      EXPECT_TRUE(named) << name;
    }
  }
}

TEST_F(AddingARule, ARowWithoutSenseIsNamed) {
  const std::string document = folder_.write("a.txt", "Tekst\n");
  const auto lines = [&](const std::string& table) {
    std::ifstream in(data_ / table);
    return std::count(std::istreambuf_iterator<char>(in), {}, '\n');
  };
  const std::map<std::string, std::string> rows = {{"extract/goals.tsv", "nowy cel\tgoal\tnigdy\t20\t-\n"},
                                                   {"extract/officials_roles.tsv", "ogrodnik\togrodnik\n"},
                                                   {"extract/programmes.tsv", "skrót\tFZDR\t=\n"},
                                                   {"clean/furniture.tsv", "linia\tkarta\n"},
                                                   {"formats/html_names.tsv", "klasa\tkarta\n"},
                                                   {"privacy/contacts.tsv", "sekret\tkarta\n"}};
  for (const auto& [table, row] : rows) {
    append(table, row);
    const ProgramRun run = szukajst({"extract", document});
    EXPECT_NE(run.status, 0) << table;
    EXPECT_NE(run.err.find(table + ":" + std::to_string(lines(table)) + ":"), std::string::npos) << run.err;
    fs::copy_file(own_ / table, data_ / table, fs::copy_options::overwrite_existing);
  }
}

}  // namespace
}  // namespace szukajst::test
