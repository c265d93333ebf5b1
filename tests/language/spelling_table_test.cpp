#include "language/spelling_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace szukajst::language {
namespace {

TEST(SpellingTable, KeepsEachSpellingOnceAndInItsPlace) {
  constexpr int kMany = 5000;  // so that it grows several times
  SpellingTable<int> table;
  std::vector<const int*> places;
  for (int i = 0; i < kMany; ++i) {
    const auto [entry, added] = table.try_emplace("słowo" + std::to_string(i));
    ASSERT_TRUE(added) << i;
    EXPECT_EQ(entry->value, 0);
    entry->value = i;
    places.push_back(&entry->value);
  }
  EXPECT_EQ(table.size(), static_cast<std::size_t>(kMany));
  for (int i = 0; i < kMany; ++i) {
    const auto [entry, added] = table.try_emplace("słowo" + std::to_string(i));
    EXPECT_FALSE(added) << i;
    EXPECT_EQ(entry->value, i);
    EXPECT_EQ(&entry->value, places[static_cast<std::size_t>(i)]);
    EXPECT_EQ(entry->spelling, "słowo" + std::to_string(i));
  }
}

TEST(SpellingTable, IsEmptyOnceCleared) {
  SpellingTable<int> table;
  table.try_emplace("gmina").first->value = 7;
  table.clear();
  EXPECT_EQ(table.size(), 0U);
  const auto [entry, added] = table.try_emplace("gmina");
  EXPECT_TRUE(added);
  EXPECT_EQ(entry->value, 0);
}

TEST(SpellingTable, FreesABitAtATime) {
  constexpr std::size_t kWords = 100, kBit = 64;
  SpellingTable<std::string> table;
  for (std::size_t i = 0; i < kWords; ++i) table.try_emplace(std::to_string(i)).first->value = "gmina";
  table.free_some(kBit);
  EXPECT_EQ(table.size(), kWords - kBit);
  EXPECT_TRUE(table.try_emplace("0").second);
  table.free_some(kBit);
  EXPECT_EQ(table.size(), 0U);
}

}  // namespace
}  // namespace szukajst::language
