#include "language/repair_signs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "language/lexicon.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

std::string mend(const std::string& text, SignDamage damage) {
  static const auto signs = Signs::open(lexicon().folder() / "signs.tsv");
  if (!signs) return signs.error().message;
  std::string mended;
  std::size_t copied = 0;
  for (const core::Repair& repair : signs->repairs(text, damage)) {
    EXPECT_GE(repair.source.begin, copied) << text;
    EXPECT_FALSE(repair.mended.empty()) << text;
    mended += text.substr(copied, repair.source.begin - copied) + repair.mended;
    copied = repair.source.end;
  }
  return mended + text.substr(copied);
}

TEST(Signs, DashesOfAnEngineThatKnowsPolish) {
  EXPECT_EQ(mend("tak - rzekł -- a potem", SignDamage::light), "tak — rzekł — a potem");
  EXPECT_EQ(mend("tak—rzekł", SignDamage::light), "tak — rzekł");
  EXPECT_EQ(mend("- Tak!\nrzekł -\ni wyszedł", SignDamage::light), "— Tak!\nrzekł —\ni wyszedł");
  EXPECT_EQ(mend("Bielsko-Biała i 2-3 dni", SignDamage::light), "Bielsko-Biała i 2-3 dni");
}

TEST(Signs, StrokesOfNoOneGo) {
  EXPECT_EQ(mend("w tym mieście |\ni poza nim", SignDamage::light), "w tym mieście\ni poza nim");
  EXPECT_EQ(mend("raz _ dwa", SignDamage::light), "raz dwa");
  EXPECT_EQ(mend("a | b", SignDamage::light), "a | b");
}

TEST(Signs, SpacesBeforeSignsClose) {
  EXPECT_EQ(mend("Co to ? zapytał ; i czekał", SignDamage::light), "Co to? zapytał; i czekał");
}

TEST(Signs, OfAnEngineWithoutPolish) {
  EXPECT_EQ(mend("¢ szkoty - trzy\n* drogi", SignDamage::heavy), "• szkoty – trzy\n• drogi");
  EXPECT_EQ(mend("Klub ,,Szlak” i a,,b", SignDamage::heavy), "Klub „Szlak” i a,,b");
}

TEST(Signs, ADamagedTableIsRefused) {
  const auto file = std::filesystem::path(::testing::TempDir()) / "signs.tsv";
  std::ofstream(file) << "light\tnowhere\t-\t—\n";
  const auto signs = Signs::open(file);
  ASSERT_FALSE(signs);
  EXPECT_NE(signs.error().message.find("nowhere"), std::string::npos);
}

}  // namespace
}  // namespace szukajst::language
