#include "core/hash.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/word_filter.h"

namespace szukajst::core {
namespace {

TEST(Hash, TellsTextsApartByEveryByteTheLengthAndTheSeed) {
  std::set<std::uint64_t> seen;
  std::size_t texts = 0;
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string text(length, '\0');
    seen.insert(hash_of(text));
    seen.insert(hash_of(text, 1));
    texts += 2;
    for (std::size_t at = 0; at < length; ++at)
      for (const char other : {'\1', 'a', '\xFF'}) {
        std::string changed = text;
        changed[at] = other;
        seen.insert(hash_of(changed));
        ++texts;
      }
  }
  EXPECT_EQ(seen.size(), texts);
}

TEST(WordFilter, MeetsWhatWasAddedAndHardlyAnythingElse) {
  WordFilter filter;
  for (int i = 0; i < 300; ++i) filter.add("słowo" + std::to_string(i));
  filter.add("");
  int others = 0;
  for (int i = 0; i < 300; ++i) {
    EXPECT_TRUE(filter.may_hold("słowo" + std::to_string(i)));
    others += filter.may_hold("inne" + std::to_string(i));
  }
  EXPECT_TRUE(filter.may_hold(""));
  EXPECT_LT(others, 60);
}

}  // namespace
}  // namespace szukajst::core
