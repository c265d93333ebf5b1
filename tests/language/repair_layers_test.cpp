#include "language/repair_layers.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace szukajst::language {
namespace {

using core::Repair;

TEST(Layers, ARepairOfMendedTextIsOneOfTheSource) {
  Layers layers("ab cd ef gh");
  layers.add({{{3, 5}, "xyz", 0.9}});
  EXPECT_EQ(layers.text(), "ab xyz ef gh");
  layers.add({{{7, 9}, "E", 0.5}});
  EXPECT_EQ(layers.text(), "ab xyz E gh");
  ASSERT_EQ(layers.repairs().size(), 2U);
  EXPECT_EQ(layers.repairs()[1].source, (core::ByteRange{6, 8}));
  EXPECT_EQ(layers.repairs()[1].mended, "E");
}

TEST(Layers, OverlappingRepairsBecomeOneAndAsCertainAsTheLess) {
  Layers layers("po- |\nmoc tu");
  layers.add({{{2, 6}, "-\n", 0.9}});
  layers.add({{{0, 7}, "pó-\nmoc", 0.6}});
  EXPECT_EQ(layers.text(), "pó-\nmoc tu");
  ASSERT_EQ(layers.repairs().size(), 1U);
  EXPECT_EQ(layers.repairs()[0].source, (core::ByteRange{0, 9}));
  EXPECT_EQ(layers.repairs()[0].mended, "pó-\nmoc");
  EXPECT_DOUBLE_EQ(layers.repairs()[0].certainty, 0.6);
}

TEST(Layers, RangesHaveTheirPlaceInTheSource) {
  Layers layers("ab cd ef gh");
  layers.add({{{0, 2}, "abab", 1}, {{6, 8}, "E", 1}});
  ASSERT_EQ(layers.text(), "abab cd E gh");
  EXPECT_EQ(layers.source({5, 7}), (core::ByteRange{3, 5}));
  EXPECT_EQ(layers.source({2, 4}), (core::ByteRange{0, 2}));
  EXPECT_EQ(layers.source({8, 9}), (core::ByteRange{6, 8}));
  EXPECT_EQ(layers.source({6, 12}), (core::ByteRange{4, 11}));
  EXPECT_EQ(layers.source({10, 12}), (core::ByteRange{9, 11}));
}

TEST(Layers, WhateverIsMendedTheRepairsGiveTheText) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string text(40, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 26);
    Layers layers(text);
    for (int step = 0; step < 4; ++step) {
      std::vector<Repair> more;
      for (std::size_t at = random() % 5; at + 4 < layers.text().size(); at += 5 + random() % 9)
        more.push_back(
            {{at, at + 1 + random() % 4}, std::string(1 + random() % 5, static_cast<char>('A' + step)), 1});
      layers.add(more);
      ASSERT_EQ(apply_repairs(text, layers.repairs()), layers.text());
      for (std::size_t i = 1; i < layers.repairs().size(); ++i)
        ASSERT_LE(layers.repairs()[i - 1].source.end, layers.repairs()[i].source.begin);
    }
  }
}

}  // namespace
}  // namespace szukajst::language
