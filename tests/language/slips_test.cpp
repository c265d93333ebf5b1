#include "language/slips.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/data_folder.h"

namespace szukajst::language {
namespace {

class SlipCosts : public testing::Test {
 protected:
  const Slips slips_ = *Slips::load(core::data_folder() / "language" / "slips.tsv");
};

TEST_F(SlipCosts, OfTheSameWordAreNone) {
  EXPECT_EQ(slips_.cost(U"żółw", U"żółw"), 0);
  EXPECT_EQ(slips_.cost(U"", U""), 0);
}

TEST_F(SlipCosts, OfSpellingAreLow) {
  EXPECT_LT(slips_.cost(U"zolw", U"żółw"), 0.2) << "diacritics";
  EXPECT_LT(slips_.cost(U"rzeka", U"żeka"), 0.2);
  EXPECT_LT(slips_.cost(U"żeka", U"rzeka"), 0.2) << "in either direction";
  EXPECT_LT(slips_.cost(U"hałupa", U"chałupa"), 0.2);
  EXPECT_LT(slips_.cost(U"gura", U"góra"), 0.2);
  EXPECT_LT(slips_.cost(U"gminna", U"gmina"), 0.4) << "a letter twice";
  EXPECT_LT(slips_.cost(U"gmian", U"gmina"), 0.7) << "two swapped";
  EXPECT_LT(slips_.cost(U"gmima", U"gmina"), 0.9) << "neighbours on the keyboard";
}

TEST_F(SlipCosts, OfLettersThatHaveNothingInCommonAreOneEach) {
  EXPECT_EQ(slips_.cost(U"gmipa", U"gmina"), 1);
  EXPECT_EQ(slips_.cost(U"gmiwna", U"gmina"), 1);
  EXPECT_EQ(slips_.cost(U"gina", U"gmina"), 1);
  EXPECT_EQ(slips_.cost(U"", U"pal"), 3);
}

TEST(SlipTables, ThatCannotBeReadAreNamed) {
  const auto file = std::filesystem::temp_directory_path() / "szukajst-slips-test.tsv";
  for (const char* line : {"u\tó", "u\tó\tmuch", "u\tó\t2", "\tó\t.1", "abcd\ta\t0.5"}) {
    std::ofstream(file) << "# a table\n" << line << "\n";
    const auto loaded = Slips::load(file);
    ASSERT_FALSE(loaded) << line;
    EXPECT_NE(loaded.error().message.find(":2: "), std::string::npos) << loaded.error().message;
  }
  std::filesystem::remove(file);
  EXPECT_FALSE(Slips::load(file));
}

}  // namespace
}  // namespace szukajst::language
