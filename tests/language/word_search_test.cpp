#include "language/word_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "language/repair.h"
#include "language/word_graph_builder.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

struct Words {
  explicit Words(std::map<std::string, double> given) : frequencies(std::move(given)) {
    WordGraphBuilder builder;
    for (const auto& [word, frequency] : frequencies) builder.add(word, frequency);
    bytes = builder.finish();
    graph = *WordGraph::open(bytes, "test");
  }
  std::map<std::string, double> frequencies;
  std::string bytes;
  WordGraph graph;
};

const Channel& channel() {
  static const Channel opened = [] {
    auto result = Channel::open(language_folder());
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
  }();
  return opened;
}

// The lightest way from a word to a damaged one, by trying all (no edits).
double weight_of(const std::string& word, const std::string& damaged, Engine engine) {
  std::vector<std::vector<double>> least(word.size() + 1, std::vector<double>(damaged.size() + 1, 1e9));
  least[0][0] = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    for (std::size_t j = 0; j < damaged.size(); ++j) {
      for (const Confusion& confusion : channel().starting(damaged[j])) {
        if (!std::string_view(word).substr(i).starts_with(confusion.truth) ||
            !std::string_view(damaged).substr(j).starts_with(confusion.damaged))
          continue;
        double& there = least[i + confusion.truth.size()][j + confusion.damaged.size()];
        there = std::min(there, least[i][j] + confusion.weight[static_cast<std::size_t>(engine)]);
      }
    }
  }
  return least[word.size()][damaged.size()];
}

std::vector<Found> find(const Words& words, std::string_view damaged, const SearchLimits& limits,
                        Engine engine = Engine::polish, bool capitalised = false) {
  WordSearch search(channel());
  const std::vector<const WordGraph*> graphs = {&words.graph};
  return search.find(graphs, engine, damaged, capitalised, limits);
}

std::vector<std::string> forms(const std::vector<Found>& found) {
  std::vector<std::string> result;
  for (const Found& one : found) result.push_back(one.form);
  return result;
}

TEST(WordSearch, TheBestAreThoseThatTryingAllWordsGives) {
  std::mt19937 random(11);
  const std::string letters = "aceimnorwz";
  std::map<std::string, double> given;
  for (int i = 0; i < 2000; ++i) {
    std::string word;
    for (auto length = 3 + random() % 4; length > 0; --length) word += letters[random() % letters.size()];
    given[word] = -5.0 - static_cast<double>(random() % 160) / 16;
  }
  const Words words(given);
  for (int i = 0; i < 50; ++i) {
    std::string damaged;
    for (auto length = 3 + random() % 4; length > 0; --length) damaged += letters[random() % letters.size()];
    const SearchLimits limits{.heaviest = 18, .within = 100, .most = 4, .steps = 1'000'000};
    std::vector<double> all;
    for (const auto& [word, frequency] : given) {
      const double weight = weight_of(word, damaged, Engine::polish);
      if (word != damaged && weight < 17.9) all.push_back(frequency - weight);
    }
    std::ranges::sort(all, std::greater{});
    auto found = find(words, damaged, limits);
    std::erase_if(found, [&](const Found& one) { return one.form == damaged; });
    ASSERT_GE(found.size(), std::min<std::size_t>(all.size(), 4)) << damaged;
    for (std::size_t k = 0; k < std::min<std::size_t>(all.size(), 4); ++k)
      ASSERT_NEAR(found[k].score(), all[k], 1e-3) << damaged << ' ' << found[k].form;
  }
}

TEST(WordSearch, TheCommonestFirst) {
  const Words words({{"łąka", -11}, {"laka", -14}, {"lakę", -9}, {"mąka", -6}});
  const auto found = find(words, "laka", {}, Engine::foreign);
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0].form, "łąka");
  EXPECT_EQ(found[1].form, "laka");
}

TEST(WordSearch, OneLetterMoreLessOrOtherOrTwoExchanged) {
  const Words words({{"gospodarka", -9}});
  for (const char* damaged : {"gospodarkaa", "gspodarka", "gospoqarka", "gopsodarka"}) {
    EXPECT_TRUE(find(words, damaged, {.heaviest = 5}).empty()) << damaged;
    EXPECT_EQ(forms(find(words, damaged, {.heaviest = 5, .edits = 1, .edit_weight = 4})),
              std::vector<std::string>{"gospodarka"})
        << damaged;
  }
  EXPECT_TRUE(find(words, "gspoqarka", {.heaviest = 9, .edits = 1, .edit_weight = 4}).empty());
  EXPECT_EQ(find(words, "gspoqarka", {.heaviest = 9, .edits = 2, .edit_weight = 4}).size(), 1U);
}

TEST(WordSearch, NamesWhereACapitalStood) {
  const Words words({{"Żabno", -15}});
  EXPECT_TRUE(find(words, "zabno", {}, Engine::foreign).empty());
  const auto found = find(words, "zabno", {}, Engine::foreign, true);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].form, "żabno");
  EXPECT_EQ(found[0].log_frequency, -15);
}

TEST(WordSearch, GivesUpWhatIsTooMuchWorse) {
  const Words words({{"łąka", -8}, {"laka", -18}});
  EXPECT_EQ(forms(find(words, "laka", {.within = 2}, Engine::foreign)), std::vector<std::string>{"łąka"});
  EXPECT_TRUE(find(words, "laka", {.least = -5}, Engine::foreign).empty());
}

// Whatever stands in a text, a word takes no more than so many steps.
TEST(WordSearch, StepsAreBounded) {
  std::map<std::string, double> given;
  std::string letters = "a";
  for (int i = 0; i < 60; ++i, letters += 'a') given[letters] = -10;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) given[std::string("przy") + a + b + "nie"] = -10;
  }
  const Words words(given);
  WordSearch search(channel());
  const std::vector<const WordGraph*> graphs = {&words.graph};
  const SearchLimits limits{.heaviest = 100, .edits = 2, .within = 100, .most = 1000, .steps = 1'000};
  for (const std::string& damaged : {std::string(60, 'a'), std::string(100, 'a'), std::string("przyzznie"),
                                     std::string(50, ';'), std::string("$¢€§!|"), std::string("\xFF\xFE")}) {
    search.find(graphs, Engine::polish, damaged, true, limits);
    EXPECT_LE(search.steps(), 1'000U) << damaged;
  }
  EXPECT_TRUE(search.find(graphs, Engine::polish, std::string(101, 'a'), true, limits).empty());
  EXPECT_TRUE(search.find(graphs, Engine::polish, "", true, limits).empty());
}

}  // namespace
}  // namespace szukajst::language
