#include "core/teryt.h"

#include <gtest/gtest.h>

namespace szukajst::core {
namespace {

TEST(Teryt, ReadsTheThreeLengthsAndNothingElse) {
  EXPECT_EQ(Teryt::parse("04")->level(), TerytLevel::voivodeship);
  EXPECT_EQ(Teryt::parse("0415")->level(), TerytLevel::county);
  EXPECT_EQ(Teryt::parse("041501")->level(), TerytLevel::municipality);
  for (const char* text : {"", "4", "041", "0415011", "04a5", " 04", "０４"})
    EXPECT_FALSE(Teryt::parse(text)) << text;
}

TEST(Teryt, ParentsLeadUpToTheVoivodeship) {
  const auto municipality = Teryt::parse("041501");
  EXPECT_EQ(municipality->parent()->text(), "0415");
  EXPECT_EQ(municipality->parent()->parent()->text(), "04");
  EXPECT_FALSE(municipality->parent()->parent()->parent());
}

TEST(Teryt, ContainsItselfAndWhatLiesInIt) {
  const auto county = *Teryt::parse("0415");
  EXPECT_TRUE(county.contains(county));
  EXPECT_TRUE(county.contains(*Teryt::parse("041501")));
  EXPECT_FALSE(county.contains(*Teryt::parse("04")));
  EXPECT_FALSE(county.contains(*Teryt::parse("041601")));
}

}  // namespace
}  // namespace szukajst::core
