#include "language/normalise.h"

#include <gtest/gtest.h>

#include <string>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

TEST(Normalise, ComposesAndCleans) {
  EXPECT_EQ(normalise("z\u0301ro\u0301dło"), "źródło");
  EXPECT_EQ(normalise("\uFEFFgmi\u00ADna\u200B"), "gmina");
  EXPECT_EQ(normalise("a\x01\x7f\tb\nc\fd"), "a\tb\nc\fd");
  EXPECT_EQ(normalise("raz\r\ndwa\rtrzy"), "raz\ndwa\ntrzy");
  EXPECT_EQ(normalise("a\xff"
                      "b"),
            "a\uFFFDb");
  EXPECT_EQ(normalise(""), "");
}

TEST(FoldCase, KeepsDiacritics) {
  EXPECT_EQ(fold_case("ŻÓŁĆ Gmina"), "żółć gmina");
  EXPECT_EQ(fold_case("STRASSE ẞ"), "strasse ss");
  EXPECT_EQ(fold_case("Z\u0301"), "ź");
}

TEST(FoldAll, TakesOffEveryDiacritic) {
  EXPECT_EQ(fold_all("Zażółć gęślą jaźń"), "zazolc gesla jazn");
  EXPECT_EQ(fold_all("ŁÓDŹ"), "lodz");
  EXPECT_EQ(fold_all("Škoda Åse Ørsted"), "skoda ase orsted");
}

// Latin letters are folded without a library: as it folds them beside a letter that only it knows.
TEST(Fold, IsTheSameBesideOtherLetters) {
  for (char32_t letter = U'A'; letter < 0x180; ++letter) {
    std::string alone;
    core::utf8::append(alone, letter);
    EXPECT_EQ(fold_case(alone) + "д", fold_case(alone + "Д")) << alone;
    EXPECT_EQ(fold_all(alone) + "д", fold_all(alone + "Д")) << alone;
  }
}

}  // namespace
}  // namespace szukajst::language
