#include "language/tokenizer.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

// "gmina/w 2022/n": each token with the first letter of its kind.
std::string tokens(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += ' ';
    out += token.range.in(text);
    out += token.kind == TokenKind::word ? "/w" : token.kind == TokenKind::number ? "/n" : "/c";
  }
  return out;
}

struct Case {
  const char *text, *expected;
};

TEST(Tokenizer, Table) {
  for (const auto& [text, expected] : std::vector<Case>{
           {"", ""},
           {" .,;— \n", ""},
           {"Strategia współpracy z gminami.", "Strategia/w współpracy/w z/w gminami/w"},
           {"Bielsko-Biała, społeczno-gospodarczy", "Bielsko/w Biała/w społeczno/w gospodarczy/w"},
           {"O'Hara i d’Arc", "O'Hara/w i/w d’Arc/w"},
           {"w latach 2022-2024 i 2021/2022", "w/w latach/w 2022-2024/n i/w 2021/2022/n"},
           {"1.2. Cel", "1.2/n Cel/w"},
           {"615 000 zł; 11,4 mln", "615/n 000/n zł/w 11,4/n mln/w"},
           {"19-300 Ełk", "19-300/n Ełk/w"},
           {"m.in. ul.Długa", "m.in/w ul/w Długa/w"},
           {"JST-ów, UMiG-u i z-ca", "JST-ów/c UMiG-u/c i/w z-ca/w"},
           {"MOK-Toruń, gmina-u", "MOK/w Toruń/w gmina/w u/w"},
           {"cel:turystyka", "cel/w turystyka/w"},
           {"uchwała nr XII/88/2019 z", "uchwała/w nr/w XII/88/2019/c z/w"},
           {"znak OR.0002.1.2019.", "znak/w OR.0002.1.2019/c"},
           {"i/lub", "i/w lub/w"},
           {"(urzad@gmina.example.pl),", "urzad@gmina.example.pl/c"},
           {"zob. www.gmina.example.pl/bip.", "zob/w www.gmina.example.pl/bip/c"},
           {"https://gmina.example.pl/a?b=1 tekst", "https://gmina.example.pl/a?b=1/c tekst/w"},
           {"format A4, droga 2b", "format/w A4/c droga/w 2b/c"},
       }) {
    EXPECT_EQ(tokens(text), expected) << text;
  }
}

TEST(Tokenizer, DamagedWordsAreOneToken) {
  for (const auto& [text, expected] : std::vector<Case>{
           {"urz¢du si¢ tak", "urz¢du/w si¢/w tak/w"},
           {"Strazy Pozarne;j.", "Strazy/w Pozarne;j/w"},
           {"$wietlic i ko$cioła", "$wietlic/w i/w ko$cioła/w"},
           {"Rozwo6j w6jta", "Rozwo6j/w w6jta/w"},
           {"wspó!praca wspó|praca", "wspó!praca/w wspó|praca/w"},
           {"szko£a £ódź", "szko£a/w £ódź/w"},
           {"wsréd ogdlnopolskich", "wsréd/w ogdlnopolskich/w"},
       }) {
    EXPECT_EQ(tokens(text), expected) << text;
  }
}

// Of what stands between white space ICU finds the words where a code point is not tabled ("。"): the same.
TEST(Tokenizer, WordsOfTabledCodePoints) {
  const std::vector<std::string> pieces = {"a", "Ł",      "ż", "word", "1",  "23", ".", ",", ";", ":",
                                           "'", "’",      "-", "–",    "\"", "„",  "”", "(", ")", "/",
                                           "¢", "\u00A0", "·", "º",    "…",  "ſ",  "+", "§", " ", "\n"};
  std::mt19937 random(11);
  for (int i = 0; i < 20'000; ++i) {
    std::string text, beside;
    for (auto count = 1 + random() % 12; count > 0; --count) {
      const std::string& piece = pieces[random() % pieces.size()];
      if (piece == " " || piece == "\n") beside += "。";
      text += piece;
      beside += piece;
    }
    if (text.find("://") != std::string::npos) continue;  // an address has all up to the white space
    ASSERT_EQ(tokens(text), tokens(beside + "。")) << text;
  }
}

// Abbreviations with a sign inside are one word each.
TEST(Tokenizer, AbbreviationsOfTheTable) {
  std::ifstream table(language_folder() / "abbreviations.tsv");
  int count = 0;
  for (std::string line; std::getline(table, line);) {
    const std::string word = line.substr(0, line.find('\t'));
    if (line.starts_with('#') || word.find_first_of("-.") == std::string::npos) continue;
    EXPECT_EQ(tokens(word + " i"), word + "/w i/w");
    ++count;
  }
  EXPECT_GT(count, 5);
}

TEST(Tokenizer, SignsThatEndAWord) {
  EXPECT_EQ(tokens("dość! Tak; nie"), "dość/w Tak/w nie/w");
  EXPECT_EQ(tokens("gmina; powiat"), "gmina/w powiat/w");
  EXPECT_EQ(tokens("100$ i $100"), "100/n i/w 100/n");
}

// Each of these took time by the square or the cube of its length: so long, they would not end.
TEST(Tokenizer, LongChains) {
  constexpr std::size_t kParts = 200'000;
  const auto chain = [](std::string_view part) {
    std::string text;
    for (std::size_t i = 0; i < kParts; ++i) text += part;
    return tokenize(text);
  };
  EXPECT_EQ(chain("@a.").size(), kParts);
  EXPECT_EQ(chain("A-").size(), kParts);
  EXPECT_EQ(chain("a/").size(), kParts);
  EXPECT_EQ(chain("A/1/").size(), 1U);
}

// The longest stretch of a chain is one code, and what stands beside it is none.
TEST(Tokenizer, StretchesOfChains) {
  EXPECT_EQ(tokens("gmina-A/1/22-rok"), "gmina/w A/1/22/c rok/w");
  EXPECT_EQ(tokens("A-B-C"), "A/w B/w C/w");
  EXPECT_EQ(tokens("A-JST-ów"), "A/w JST-ów/c");
  EXPECT_EQ(tokens("A-7"), "A/w 7/n");
}

}  // namespace
}  // namespace szukajst::language
