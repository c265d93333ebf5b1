#include "language/word_graph.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "language/word_graph_builder.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

std::string bytes_of(const std::vector<std::pair<std::string, double>>& words) {
  WordGraphBuilder builder;
  for (const auto& [word, frequency] : words) EXPECT_TRUE(builder.add(word, frequency)) << word;
  return builder.finish();
}

void walk(const WordGraph& graph, WordGraph::Place place, const std::string& before,
          std::map<std::string, float>& words) {
  if (graph.ends(place)) words[before] = WordGraph::log_frequency(graph.level(place));
  for (std::uint8_t symbol = 0; symbol < kGraphLetters.size(); ++symbol) {
    if ((graph.goes_on(place) >> symbol & 1) == 0) continue;
    std::string letters = before;
    core::utf8::append(letters, kGraphLetters[symbol]);
    walk(graph, graph.follow(place, symbol), letters, words);
  }
}

TEST(WordGraph, ReadsBackWhatTheBuilderWrote) {
  const auto bytes = bytes_of({{"żółw", -9},
                               {"gmina", -7.5},
                               {"gminą", -8},
                               {"gminy", -7},
                               {"mina", -11},
                               {"a", -4},
                               {"Gmina", -12},
                               {"Łódź", -10}});
  const auto graph = WordGraph::open(bytes, "test");
  ASSERT_TRUE(graph) << graph.error().message;
  std::map<std::string, float> lower, capitals;
  walk(*graph, graph->lower(), "", lower);
  walk(*graph, graph->capitals(), "", capitals);
  EXPECT_EQ(lower,
            (std::map<std::string, float>{
                {"żółw", -9}, {"gmina", -7.5}, {"gminą", -8}, {"gminy", -7}, {"mina", -11}, {"a", -4}}));
  // In either case a form is as common as in the commoner.
  EXPECT_EQ(capitals, (std::map<std::string, float>{{"gmina", -7.5}, {"łódź", -10}}));
}

TEST(WordGraph, KnowsTheCommonestOfWhatGoesOn) {
  std::mt19937 random(3);
  std::map<std::string, double> words;
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (auto length = 1 + random() % 6; length > 0; --length) word += static_cast<char>('a' + random() % 4);
    words[word] = -4.0 - static_cast<double>(random() % 200) / 16;
  }
  const auto bytes = bytes_of({words.begin(), words.end()});
  const auto graph = WordGraph::open(bytes, "test");
  ASSERT_TRUE(graph) << graph.error().message;
  for (const std::string begin : {"", "a", "bc", "dda", "abcd", "cccccc"}) {
    double highest = WordGraph::kFloor;
    int count = 0;
    for (const auto& [word, frequency] : words) {
      if (!word.starts_with(begin)) continue;
      highest = std::max(highest, frequency);
      ++count;
    }
    const auto place = graph->follow(graph->lower(), Symbols(begin));
    const double known = WordGraph::log_frequency(graph->highest(place));
    EXPECT_GE(known, highest) << begin;
    graph->for_each(place, ~WordGraph::kEnds, [&](std::uint8_t symbol, WordGraph::Place next) {
      EXPECT_GE(graph->highest_behind(place, symbol), graph->highest(next)) << begin;
    });
    // Of few forms, and where all begin, it is exact.
    if (count < 20 || begin.empty()) {
      EXPECT_EQ(known, highest) << begin;
    }
  }
}

TEST(WordGraph, OfNoWordsHasNone) {
  const auto bytes = bytes_of({});
  const auto graph = WordGraph::open(bytes, "test");
  ASSERT_TRUE(graph) << graph.error().message;
  EXPECT_FALSE(graph->lower());
  EXPECT_FALSE(graph->ends(graph->follow(graph->lower(), Symbols("a"))));
  EXPECT_FALSE(WordGraph().ends(WordGraph().lower()));
}

TEST(WordGraph, RefusesWhatItCannotSpell) {
  WordGraphBuilder builder;
  EXPECT_FALSE(builder.add("", -5));
  EXPECT_FALSE(builder.add("PKS", -5));
  EXPECT_FALSE(builder.add("gmina;", -5));
  EXPECT_FALSE(builder.add("м", -5));
  EXPECT_FALSE(builder.add(std::string(500, 'a'), -5));
  EXPECT_TRUE(builder.add("Żółw", -5));
}

TEST(WordGraph, SaysWhatIsWrongWithOtherBytes) {
  EXPECT_EQ(WordGraph::open("", "empty").error().code, core::ErrorCode::malformed);
  EXPECT_EQ(WordGraph::open(std::string(100, 'x'), "text").error().code, core::ErrorCode::malformed);
  auto bytes = bytes_of({{"gmina", -5}, {"powiat", -6}});
  bytes.resize(bytes.size() - 1);
  EXPECT_NE(WordGraph::open(bytes, "cut.graph").error().message.find("cut.graph"), std::string::npos);
}

TEST(WordGraph, DamagedBytesAreSafe) {
  std::mt19937 random(5);
  const auto whole = bytes_of({{"gmina", -5}, {"gminy", -6}, {"powiat", -7}, {"Żółw", -8}});
  for (int i = 0; i < 5000; ++i) {
    std::string bytes = whole;
    for (int k = 0; k < 4; ++k) bytes[8 + random() % (bytes.size() - 8)] = static_cast<char>(random() % 256);
    const auto graph = WordGraph::open(bytes, "damaged");
    if (!graph) continue;
    for (const auto begin : {graph->lower(), graph->capitals()}) {
      const auto place = graph->follow(begin, Symbols("gmin"));
      graph->highest(place);
      graph->for_each(place, ~WordGraph::kEnds,
                      [&](std::uint8_t symbol, WordGraph::Place) { graph->highest_behind(place, symbol); });
      graph->level(graph->follow(place, Symbols("a")));
    }
  }
}

TEST(WordGraph, HasTheFormsOfBothDictionaries) {
  for (const char* form : {"gminami", "Gminami", "GMINAMI", "Radomiu", "radomiu", "najpiękniejszych"})
    EXPECT_TRUE(lexicon().contains(form)) << form;
  // Capitals inside, and letters that no graph has, are in the dictionaries alone.
  EXPECT_TRUE(lexicon().contains("PKS"));
  EXPECT_FALSE(lexicon().contains("gminamix"));
  EXPECT_GT(lexicon().log_frequency("gmina"), lexicon().log_frequency("gminne"));
  EXPECT_EQ(lexicon().log_frequency("gminamix"), WordGraph::kFloor);
}

}  // namespace
}  // namespace szukajst::language
