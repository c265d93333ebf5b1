// Uses and terms that are the same have one number, in whatever order and from wherever they come.
#include "core/use_numbers.h"

#include <gtest/gtest.h>

namespace szukajst::core {
namespace {

TEST(UseNumbers, AreTheSameForTheSameTermsInAnyOrder) {
  UseNumbers uses;
  const auto road = uses.number({"Edroga", "Kdroga"});
  EXPECT_EQ(uses.number({"Kdroga", "Edroga"}), road);
  EXPECT_NE(uses.number({"Kdroga"}), road);
  EXPECT_NE(uses.number({"Kdroga", "Kdroga"}), uses.number({"Kdroga"})) << "a term may count twice";
  EXPECT_EQ(uses.terms(), 2U);
  EXPECT_EQ(uses.uses(), 4U);
}

TEST(UseNumbers, HaveANumberForNothing) {
  UseNumbers uses;
  EXPECT_EQ(uses.number(UseNumbers::Use()), UseNumbers::kNothing);
  EXPECT_NE(uses.number({"Emost"}), UseNumbers::kNothing);
  EXPECT_EQ(uses.uses(), 2U);
}

TEST(UseNumbers, FindTermsThatAreThere) {
  UseNumbers uses;
  uses.number({"Emost", "Kmost"});
  const auto key = uses.find_term("Kmost");
  ASSERT_TRUE(key);
  EXPECT_EQ(uses.term(*key), "Kmost");
  EXPECT_FALSE(uses.find_term("Lmost"));
}

TEST(UseNumbers, TakeThoseOfOthersInTheirOrder) {
  UseNumbers all, more;
  const auto bridge = all.number({"Emost", "Kmost"});
  const auto school = more.number({"Eszkoła", "Kszkola"});
  const auto same = more.number({"Kmost", "Emost"});
  const auto here = all.add(more);
  ASSERT_EQ(here.size(), more.uses());
  EXPECT_EQ(here[UseNumbers::kNothing], UseNumbers::kNothing);
  EXPECT_EQ(here[same], bridge);
  EXPECT_EQ(here[school], bridge + 1);
  EXPECT_EQ(all.term(all.terms_of(here[school]).front()), "Eszkoła");
  EXPECT_EQ(all.uses(), 3U);
}

}  // namespace
}  // namespace szukajst::core
