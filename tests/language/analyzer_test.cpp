#include "language/analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

TEST(Analyzer, GivesFormsLemmasAndKeys) {
  Analyzer analyzer(lexicon());
  const std::string text = "Współpracą z Toruniem w 2022 r.";
  const auto words = analyzer.analyze(text);
  ASSERT_EQ(words.size(), 6U);
  EXPECT_EQ(words[0].token.range.in(text), "Współpracą");
  EXPECT_EQ(words[0].word->form, "współpracą");
  EXPECT_EQ(words[0].word->lemmas, std::vector<std::string>{"współpraca"});
  EXPECT_EQ(words[0].word->keys, std::vector<std::string>{"wspolpraca"});
  EXPECT_FALSE(words[0].word->stop);
  EXPECT_TRUE(words[1].word->stop);
  EXPECT_EQ(words[2].word->lemmas.front(), "toruń");
  EXPECT_EQ(words[4].word->lemmas, std::vector<std::string>{"2022"});
  EXPECT_EQ(words[4].word->source, WordSource::none);
}

TEST(Analyzer, OneWordPerSpelling) {
  Analyzer analyzer(lexicon());
  const auto words = analyzer.analyze("gmina Gmina gmina");
  EXPECT_EQ(words[0].word, words[2].word);
  EXPECT_NE(words[0].word, words[1].word);
}

TEST(Analyzer, StartsANewMemoOnlyBetweenTexts) {
  Analyzer analyzer(lexicon(), {.memo_words = 2});
  const auto words = analyzer.analyze("gmina powiat województwo rada");
  EXPECT_EQ(words[0].word->form, "gmina");
  EXPECT_EQ(words[3].word->form, "rada");
  EXPECT_EQ(analyzer.analyze("gmina")[0].word->form, "gmina");
}

TEST(Analyzer, CodesAndNumbersStayAsTheyAre) {
  Analyzer analyzer(lexicon());
  const auto words = analyzer.analyze("XII/88/2019 urzad@gmina.example.pl 1.2");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].word->keys, std::vector<std::string>{"xii/88/2019"});
  EXPECT_EQ(words[1].word->keys, std::vector<std::string>{"urzad@gmina.example.pl"});
  EXPECT_EQ(words[2].word->keys, std::vector<std::string>{"1.2"});
}

TEST(Analyzer, SettingsNameTheData) {
  Analyzer one(lexicon()), other(lexicon());
  EXPECT_EQ(one.settings(), other.settings());
  EXPECT_NE(one.settings().lexicon.find("polish.dict 2797415"), std::string::npos) << one.settings().lexicon;
  EXPECT_NE(one.settings().stop_words.find("stopwords.txt "), std::string::npos);
}

struct Case {
  const char* spelling;
  const char* key;
  core::MatchKind kind;
};

TEST(QueryWord, EverySpellingReachesTheKey) {
  Analyzer analyzer(lexicon());
  for (const auto& [spelling, key, kind] : std::vector<Case>{
           {"współpracy", "wspolpraca", core::MatchKind::folded},
           {"WSPÓŁPRACĄ", "wspolpraca", core::MatchKind::folded},
           {"wspolpraca", "wspolpraca", core::MatchKind::folded},
           {"wspolprace", "wspolpraca", core::MatchKind::folded},
           {"wspotpraca", "wspolpraca", core::MatchKind::ocr},
           {"wspotpracy", "wspolpraca", core::MatchKind::ocr},
           {"samorzgdéw", "samorzad", core::MatchKind::ocr},
           {"stratgia", "strategia", core::MatchKind::ocr},
           {"gimna", "gmina", core::MatchKind::ocr},
           {"sa", "byc", core::MatchKind::folded},
           {"Torun", "torun", core::MatchKind::folded},
           {"Bergola", "bergol", core::MatchKind::folded},
       }) {
    const QueryWord word = analyzer.query_word(spelling);
    const auto found = std::ranges::find(word.keys, key, &QueryKey::key);
    ASSERT_NE(found, word.keys.end()) << spelling;
    EXPECT_EQ(found->kind, kind) << spelling;
  }
}

TEST(QueryWord, NumbersAndCodesStayAsTheyAre) {
  Analyzer analyzer(lexicon());
  for (const char* spelling : {"2022", "XII/88/2019", "1.2"}) {
    const QueryWord word = analyzer.query_word(spelling);
    ASSERT_EQ(word.keys.size(), 1U) << spelling;
    EXPECT_EQ(word.keys.front().key, word.form) << spelling;
  }
}

TEST(StopWords, WhatMeansSomethingIsNone) {
  Analyzer analyzer(lexicon());
  for (const char* stop : {"i", "oraz", "Się", "dla", "który"}) EXPECT_TRUE(analyzer.word(stop).stop) << stop;
  for (const char* word : {"rok", "lat", "kierunku", "nowe", "gmina", "II"}) {
    EXPECT_FALSE(analyzer.word(word).stop) << word;
  }
}

TEST(QueryWord, AKnownWordStaysItself) {
  Analyzer analyzer(lexicon());
  const QueryWord word = analyzer.query_word("gmina");
  EXPECT_EQ(word.form, "gmina");
  EXPECT_EQ(word.lemmas, std::vector<std::string>{"gmina"});
  ASSERT_EQ(word.keys.size(), 1U);
  EXPECT_EQ(word.keys.front().key, "gmina");
}

TEST(QueryWord, AnAbbreviationIsNoDamagedWord) {
  Analyzer analyzer(lexicon());
  const auto repaired = [&](const char* spelling) {
    const QueryWord word = analyzer.query_word(spelling);
    return !word.meant.empty() || std::ranges::any_of(word.keys, [](const QueryKey& key) {
      return key.kind == core::MatchKind::ocr;
    });
  };
  EXPECT_FALSE(repaired("LGD"));
  EXPECT_TRUE(repaired("WSPOTPRACA")) << "typed in capitals";
}

TEST(QueryWord, LemmasOfAWordWithoutDiacriticsAreNotGuessed) {
  Analyzer analyzer(lexicon());
  const QueryWord word = analyzer.query_word("wspolprace");
  EXPECT_EQ(word.lemmas, std::vector<std::string>{"wspolprace"});
  EXPECT_FALSE(word.stop);
  EXPECT_TRUE(analyzer.query_word("oraz").stop);
}

}  // namespace
}  // namespace szukajst::language
