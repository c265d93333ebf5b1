#include "language/abbreviations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "language/analyzer.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

// The lemmas that are left of each word, likeliest first: "ustęp,ustawa".
std::string lemmas(std::string_view text) {
  Analyzer analyzer(lexicon());
  std::string all;
  for (const AnalyzedToken& token : analyzer.analyze(text)) {
    if (!all.empty()) all += ' ';
    std::string of_token;
    for (const auto lemma : chosen_lemmas(token)) (of_token += of_token.empty() ? "" : ",") += lemma;
    all += of_token;
  }
  return all;
}

TEST(Abbreviations, StandForWords) {
  for (const auto& [text, expected] : std::vector<std::pair<const char*, const char*>>{
           {"ust. 3", "ustęp,ustawa 3"},
           {"5 tys. zł", "5 tysiąc złoty"},
           {"gm. wiejska", "gmina wiejski"},
           {"z późn. zm.", "z późniejszy zmiana,zmarły"},
           {"Gorzów Wlkp.", "gorzów wielkopolski"},
           {"z-ca wójta", "zastępca wójt"},
           {"m.in. szkoły", "między innymi szkoła"},
       }) {
    EXPECT_EQ(lemmas(text), expected) << text;
  }
}

TEST(Abbreviations, AWordIsNoneOfTheDictionariesRareOnes) {
  Analyzer analyzer(lexicon());
  EXPECT_EQ(analyzer.query_word("bar").lemmas, std::vector<std::string>{"bar"});
}

TEST(Abbreviations, ASingleCapitalIsAnInitial) {
  EXPECT_EQ(lemmas("spotkał się K. Nowak"), "spotkać się k nowak");
  EXPECT_EQ(lemmas("W szkole"), "w szkoła");
}

TEST(Abbreviations, AcronymsDecline) {
  EXPECT_EQ(lemmas("JST-ów ZUS-u LGD-y NGO-sów UMiG-em"), "jst zus lgd ngo umig");
  EXPECT_EQ(lemmas("przedstawiciele JSTu i MOPSem"), "przedstawiciel jst i mops");
  for (const char* none : {"McDonalda", "JST", "Jst-ów", "PKP-Cargo", "ów", ""})
    EXPECT_EQ(acronym_of(none), "") << none;
}

TEST(Abbreviations, AnAcronymIsKnownByItsCapitals) {
  Analyzer analyzer(lexicon());
  const auto& lemmas = analyzer.word("WE").lemmas;
  EXPECT_NE(std::ranges::find(lemmas, "we"), lemmas.end());
}

TEST(Abbreviations, SaysWhatIsWrongWithItsTable) {
  const auto path = std::filesystem::temp_directory_path() / "szukajst-abbreviations-test.tsv";
  std::ofstream(path) << "# remark\nul\tulica\npl\n";
  const auto opened = Abbreviations::open(path);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, core::ErrorCode::malformed);
  EXPECT_NE(opened.error().message.find(":3:"), std::string::npos) << opened.error().message;
  std::filesystem::remove(path);
  EXPECT_EQ(Abbreviations::open(path).error().code, core::ErrorCode::not_found);
}

TEST(Names, TellWhatAnEndingDoesNot) {
  const std::vector<std::pair<std::string, std::string>> names{{"wielbrzeźniu", "wielbrzeźnio"}};
  Analyzer analyzer(lexicon());
  EXPECT_GT(analyzer.word("Wielbrzeźniu").lemmas.size(), 1U);
  analyzer.use_names(names);
  EXPECT_EQ(analyzer.word("Wielbrzeźniu").lemmas, std::vector<std::string>{"wielbrzeźnio"});
}

TEST(Names, AreKnownToATextThatWasAnalysedBeforeThem) {
  const std::vector<std::pair<std::string, std::string>> names{{"wielbrzeźniu", "wielbrzeźnio"}};
  Analyzer analyzer(lexicon());
  const std::string text = "Zebranie w Wielbrzeźniu";
  const auto first = analyzer.analyze(text), again = analyzer.analyze(text);
  ASSERT_EQ(again.size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(again[i].word, first[i].word);
    EXPECT_EQ(again[i].token.range, first[i].token.range);
    EXPECT_EQ(again[i].token.chosen, first[i].token.chosen);
  }
  EXPECT_GT(again.back().word->lemmas.size(), 1U);
  analyzer.use_names(names);
  EXPECT_EQ(analyzer.analyze(text).back().word->lemmas, std::vector<std::string>{"wielbrzeźnio"});
}

}  // namespace
}  // namespace szukajst::language
