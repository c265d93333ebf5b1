#include "core/spelling_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace szukajst::core {
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

TEST(SpellingTable, TakesManyInTheirOrderAsOneByOne) {
  std::mt19937 random(7);
  SpellingTable<int> table;
  std::map<std::string, int> expected;
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> spellings;
    for (auto count = random() % 90; count > 0; --count)
      spellings.push_back("wyraz" + std::to_string(random() % 2000));
    std::size_t next = 0;
    table.try_emplace_all(
        spellings.size(), [&](std::size_t i) -> std::string_view { return spellings[i]; },
        [&](std::size_t i, SpellingTable<int>::Entry& entry, bool added) {
          EXPECT_EQ(i, next++);
          EXPECT_EQ(entry.spelling, spellings[i]);
          EXPECT_EQ(added, !expected.contains(spellings[i]));
          if (added) entry.value = expected[spellings[i]] = static_cast<int>(expected.size());
          EXPECT_EQ(entry.value, expected[spellings[i]]);
        });
    EXPECT_EQ(next, spellings.size());
  }
  EXPECT_EQ(table.size(), expected.size());
  for (const auto& [spelling, value] : expected) {
    const auto [entry, added] = table.try_emplace(spelling);
    EXPECT_FALSE(added);
    EXPECT_EQ(entry->value, value);
  }
}

TEST(SpellingTable, CanBeUsedAfterItWasCleared) {
  SpellingTable<int> table;
  table.try_emplace("droga").first->value = 3;
  table.clear();
  int added = 0;
  table.try_emplace_all(
      2, [](std::size_t) -> std::string_view { return "droga"; },
      [&](std::size_t, SpellingTable<int>::Entry& entry, bool is_new) {
        added += is_new ? 1 : 0;
        EXPECT_EQ(entry.value, 0);
      });
  EXPECT_EQ(added, 1);
}

}  // namespace
}  // namespace szukajst::core
