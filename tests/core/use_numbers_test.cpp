// Uses and terms that are the same have one number, in whatever order and from wherever they come.
#include "core/use_numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

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
  UseNumbers::Translation here;
  all.add(more, here);
  ASSERT_EQ(here.uses.size(), more.uses());
  EXPECT_EQ(here.uses[UseNumbers::kNothing], UseNumbers::kNothing);
  EXPECT_EQ(here.uses[same], bridge);
  EXPECT_EQ(here.uses[school], bridge + 1);
  EXPECT_EQ(all.term(all.terms_of(here.uses[school]).front()), "Eszkoła");
  EXPECT_EQ(all.uses(), 3U);

  const auto mill = more.number({"Kszkola", "Emłyn"});
  all.add(more, here);
  ASSERT_EQ(here.uses.size(), more.uses()) << "what came since";
  EXPECT_EQ(all.use(here.uses[mill]), (UseNumbers::Use{"Kszkola", "Emłyn"}));
  EXPECT_EQ(all.terms(), 5U);
}

TEST(SharedUseNumbers, AreTheSameForEveryThread) {
  constexpr std::uint32_t kWords = 5000;
  SharedUseNumbers shared;
  std::vector<UseNumbers> own(3);
  std::vector<UseNumbers::Translation> translations(own.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < own.size(); ++i) {
      threads.emplace_back([&, i] {
        for (std::uint32_t word = 0; word < kWords; ++word) {  // each in an order of its own
          const std::string text = std::to_string((word * (7 + 2 * i) + 11 * i) % kWords);
          own[i].number({"E" + text, "K" + text});
          shared.add(own[i], translations[i]);
        }
      });
    }
  }
  const SharedUseNumbers::Snapshot all = shared.snapshot();
  ASSERT_EQ(all.uses.size(), kWords + 1);
  for (std::size_t i = 0; i < own.size(); ++i) {
    for (std::uint32_t use = 1; use < own[i].uses(); ++use) {
      UseNumbers::Use there;
      for (const char32_t term : *all.uses[translations[i].uses[use]]) there.push_back(*all.terms[term]);
      std::ranges::sort(there);
      auto here = own[i].use(use);
      std::ranges::sort(here);
      ASSERT_EQ(there, here);
    }
  }
}

TEST(SharedUseNumbers, TakeThoseOfOthers) {
  SharedUseNumbers before, now;
  const auto bridge = before.number({"Emost", "Kmost"}), school = before.number({"Eszkoła"});
  const auto mill = now.number({"Emłyn"}), same = now.number({"Kmost", "Emost"});
  const std::vector<std::uint32_t> uses = {school, bridge};
  const auto here = now.numbers_of(before, uses);
  EXPECT_EQ(here, (std::vector<std::uint32_t>{std::max(mill, same) + 1, same}));
}

}  // namespace
}  // namespace szukajst::core
