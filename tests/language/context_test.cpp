#include "language/context.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "language/analyzer.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

std::vector<std::string> kinds(std::string_view tag) {
  std::vector<std::string> names;
  for (const KindShare& share : kinds_of(tag)) names.push_back(share.kind);
  return names;
}

TEST(KindsOf, ATagStandsForOneKindOrMore) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(kinds("subst:sg:gen:f"), Names{"subst:gen:f"});
  EXPECT_EQ(kinds("subst:pl:gen:m1"), Names{"subst:gen:p1"});
  EXPECT_EQ(kinds("adj:pl:nom.voc:f.n1:pos"), (Names{"adj:nom:p", "adj:voc:p"}));
  EXPECT_EQ(kinds("ger:sg:nom.acc:n2:imperf:aff:nonrefl"), (Names{"subst:nom:n", "subst:acc:n"}));
  EXPECT_EQ(kinds("prep:loc:nwok"), Names{"prep:loc"});
  EXPECT_EQ(kinds("verb:fin:sg:ter:imperf:nonrefl"), Names{"fin:sg"});
  EXPECT_EQ(kinds("brev:pun"), Names{std::string(kAbbreviationKind)});
  EXPECT_EQ(kinds("conj"), Names{"conj"});
  EXPECT_EQ(kinds(""), Names{std::string(kUnknownKind)});
}

TEST(KindsOf, SharesAddUpToOne) {
  for (const char* tag :
       {"subst:sg:gen:f", "adj:pl:nom.voc:m1.m2.m3.f:pos", "verb:praet:pl:m1.f:ter:perf", ""}) {
    double sum = 0;
    for (const KindShare& share : kinds_of(tag)) sum += share.share;
    EXPECT_NEAR(sum, 1, 1e-9) << tag;
  }
}

TEST(GapOf, AFullStopEndsASentenceBeforeACapitalOnly) {
  EXPECT_EQ(gap_of(" ", false, "gmina"), Gap::none);
  EXPECT_EQ(gap_of(", ", false, "gmina"), Gap::comma);
  EXPECT_EQ(gap_of(" („", false, "gmina"), Gap::mark);
  EXPECT_EQ(gap_of(". ", false, "Gmina"), Gap::edge);
  EXPECT_EQ(gap_of(". ", true, "Jana"), Gap::none);
  EXPECT_EQ(gap_of(". ", false, "gmina"), Gap::none);
  EXPECT_EQ(gap_of("\n\n", false, "gmina"), Gap::edge);
}

TEST(Likelihoods, TheNeighbourDecides) {
  // After a preposition of the locative a noun in the locative is nine times likelier than by chance.
  std::vector<std::string> names = {"edge", "unknown", "prep:loc", "subst:loc:m", "fin:sg"};
  std::vector<float> ratios(names.size() * names.size(), 1);
  ratios[2 * names.size() + 3] = 9;
  const Neighbours neighbours(names, ratios);
  const std::vector<ContextState> preposition = {{0, 2, false, 1}};
  const std::vector<ContextState> noun_or_verb = {{0, 4, false, 0.75F}, {1, 3, false, 0.25F}};
  const auto likely = likelihoods(neighbours, {{preposition}, {noun_or_verb}});
  ASSERT_EQ(likely.size(), 3U);
  EXPECT_NEAR(likely[1], 0.25, 1e-3);
  EXPECT_NEAR(likely[2], 0.75, 1e-3);
}

TEST(Neighbours, ADamagedTableIsRefused) {
  const auto file = std::filesystem::path(::testing::TempDir()) / "neighbours.tsv";
  std::ofstream(file) << "unknown\tmm\n";
  EXPECT_FALSE(Neighbours::open(file));
  std::ofstream(file) << "unknown\tm\n";
  EXPECT_TRUE(Neighbours::open(file));
  EXPECT_FALSE(Neighbours::open(file.string() + ".not"));
}

std::vector<std::string> chosen(Analyzer& analyzer, const std::string& text, std::string_view spelling) {
  for (const auto& token : analyzer.analyze(text)) {
    if (token.token.range.in(text) != spelling) continue;
    const auto lemmas = chosen_lemmas(token);
    return {lemmas.begin(), lemmas.end()};
  }
  return {};
}

TEST(ChosenLemmas, TheSentenceChooses) {
  Analyzer analyzer(lexicon());
  for (const auto& [text, spelling, first] : std::vector<std::array<std::string, 3>>{
           {"Drogi są w złym stanie.", "stanie", "stan"},
           {"Kto tu stanie?", "stanie", "stać"},
           {"Szkoła im. Jana Kochanowskiego", "im", "imienia"},
           {"przy ul. Nowej", "ul", "ulica"},
       }) {
    const auto lemmas = chosen(analyzer, text, spelling);
    ASSERT_FALSE(lemmas.empty()) << text;
    EXPECT_EQ(lemmas.front(), first) << text;
  }
}

TEST(ChosenLemmas, UnlikelyOnesAreLeftOut) {
  Analyzer analyzer(lexicon()), without(lexicon(), {.context = false});
  const std::string text = "Szkoła im. Jana Kochanowskiego";
  EXPECT_LT(chosen(analyzer, text, "im").size(), chosen(without, text, "im").size());
}

TEST(ChosenLemmas, WithoutContextAllAreChosen) {
  Analyzer analyzer(lexicon(), {.context = false});
  const std::string text = "Drogi są w złym stanie.";
  for (const auto& token : analyzer.analyze(text)) {
    EXPECT_EQ(token.token.chosen.size(), std::min(token.word->lemmas.size(), ChosenLemmas::kMost));
    EXPECT_EQ(token.word->key_of.size(), token.word->lemmas.size());
    EXPECT_EQ(chosen_keys(token).size(), token.word->keys.size());
  }
}

}  // namespace
}  // namespace szukajst::language
