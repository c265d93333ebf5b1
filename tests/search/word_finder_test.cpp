// Finding words of a segment is compared with looking at each of them.
#include "search/word_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "corpus.h"

namespace szukajst::search {
namespace {

// Short words over few letters, so that many are close to each other.
std::string random_word(std::mt19937& random) {
  static const std::vector<std::string> letters{"a", "ą", "b", "l", "ł", "o", "z", "ź"};
  std::string word;
  for (std::size_t size = 2 + random() % 5; size > 0; --size) word += letters[random() % letters.size()];
  return word;
}

class Words : public testing::Test {
 protected:
  Words() {
    core::SuggestionsWriter writer;
    std::mt19937 random(7);
    for (int i = 0; i < 600; ++i) {
      words_.insert(random_word(random));
    }
    for (const std::string& word : words_) writer.add_word(word, 1, true);
    EXPECT_TRUE(writer.write(folder_.path() / "words"));
    auto opened = core::Suggestions::open(folder_.path() / "words", 0);
    EXPECT_TRUE(opened);
    suggestions_.emplace(std::move(*opened));
  }
  std::set<std::string> in(const std::vector<WordRange>& ranges) const {
    std::set<std::string> found;
    for (const WordRange& range : ranges)
      for (std::size_t i = range.first; i < range.last; ++i)
        EXPECT_TRUE(found.emplace(suggestions_->words[i]).second) << "ranges meet";
    return found;
  }
  template <typename Fits>
  std::set<std::string> that(Fits&& fits) const {
    std::set<std::string> found;
    for (const std::string& word : words_)
      if (fits(word_key(word))) found.insert(word);
    return found;
  }

  TemporaryFolder folder_;
  std::set<std::string> words_;
  std::optional<core::Suggestions> suggestions_;
};

TEST_F(Words, ThatBeginSo) {
  const WordFinder finder(*suggestions_);
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    const std::string key = word_key(random_word(random)).substr(0, 1 + random() % 4);
    EXPECT_EQ(in({finder.beginning_with(key)}),
              that([&](const std::string& each) { return each.starts_with(key); }));
    EXPECT_EQ(in({finder.spelt(key)}), that([&](const std::string& each) { return each == key; }));
  }
  EXPECT_EQ(finder.beginning_with("").size(), words_.size());
  EXPECT_EQ(finder.beginning_with("x").size(), 0U);
}

TEST_F(Words, ThatNearlyBeginSo) {
  const WordFinder finder(*suggestions_);
  std::mt19937 random(2);
  for (int i = 0; i < 300; ++i) {
    const std::string key = word_key(random_word(random)).substr(0, 2 + random() % 4);
    const auto expected = that([&](const std::string& each) {
      for (std::size_t size = 0; size <= each.size(); ++size)
        if (slips_between(key, std::string_view(each).substr(0, size), 1) == 1) return true;
      return false;
    });
    EXPECT_EQ(in(finder.nearly_beginning_with(key)), expected) << key;
  }
}

TEST_F(Words, ThatAreNearlySpeltSo) {
  const WordFinder finder(*suggestions_);
  std::mt19937 random(3);
  for (int i = 0; i < 300; ++i) {
    const std::string key = word_key(random_word(random));
    const int slips = 1 + i % 2;
    std::set<std::string> found;
    for (const std::size_t word : finder.nearly_spelt(key, slips)) found.emplace(suggestions_->words[word]);
    EXPECT_EQ(found, that([&](const std::string& each) { return slips_between(key, each, 2) <= slips; }))
        << key;
  }
}

// The definition, without bands and without cutting off what both have.
int slips_by_definition(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size());
  int least = std::min({slips_by_definition(a.substr(1), b) + 1, slips_by_definition(a, b.substr(1)) + 1,
                        slips_by_definition(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1)});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    least = std::min(least, slips_by_definition(a.substr(2), b.substr(2)) + 1);
  return least;
}

TEST(SlipsBetween, AreThoseOfTheDefinition) {
  std::mt19937 random(4);
  for (int i = 0; i < 2000; ++i) {
    const std::string a = word_key(random_word(random)), b = word_key(random_word(random));
    for (const int most : {1, 2})
      EXPECT_EQ(slips_between(a, b, most), std::min(most + 1, slips_by_definition(a, b))) << a << ' ' << b;
  }
}

}  // namespace
}  // namespace szukajst::search
