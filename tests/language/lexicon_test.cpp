#include "language/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

bool has(const std::vector<Reading>& readings, const std::string& lemma, const std::string& tag) {
  return std::ranges::find(readings, Reading{lemma, tag}) != readings.end();
}
std::vector<std::string> lemmas(const std::vector<Reading>& readings) {
  std::vector<std::string> result;
  for (const auto& reading : readings) {
    if (std::ranges::find(result, reading.lemma) == result.end()) result.push_back(reading.lemma);
  }
  return result;
}

TEST(Lexicon, SaysWhichFileIsMissing) {
  const auto opened = Lexicon::open("/nowhere");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, core::ErrorCode::not_found);
  EXPECT_NE(opened.error().message.find("polish.dict"), std::string::npos);
}

TEST(Lexicon, ReadsLemmasWithTags) {
  EXPECT_TRUE(has(lexicon().look_up("gminami"), "gmina", "subst:pl:inst:f"));
  EXPECT_TRUE(has(lexicon().look_up("Toruniu"), "Toruń", "subst:sg:loc:m3"));
  EXPECT_TRUE(has(lexicon().look_up("toruńskiego"), "toruński", "adj:sg:gen:m1.m2.m3.n1.n2:pos"));
  EXPECT_TRUE(lexicon().look_up("wspolpraca").empty());
  EXPECT_TRUE(lexicon().look_up("").empty());
}

TEST(Lexicon, EachAlternativeIsAReading) {
  const auto readings = lexicon().look_up("współpracy");
  EXPECT_TRUE(has(readings, "współpraca", "subst:sg:gen:f"));
  EXPECT_TRUE(has(readings, "współpraca", "subst:sg:loc:f"));
}

TEST(Lexicon, MergesCases) {
  EXPECT_TRUE(has(lexicon().look_up("GMINAMI"), "gmina", "subst:pl:inst:f"));
  EXPECT_TRUE(has(lexicon().look_up("TORUNIU"), "Toruń", "subst:sg:loc:m3"));
  // "Rak" is a surname and an animal.
  const auto both = lemmas(lexicon().look_up("Raka"));
  EXPECT_NE(std::ranges::find(both, "Rak"), both.end());
  EXPECT_NE(std::ranges::find(both, "rak"), both.end());
  EXPECT_EQ(both.front(), "Rak");
}

TEST(Lexicon, LikeliestReadingFirst) {
  struct Case {
    const char *form, *lemma;
  };
  for (const auto& [form, lemma] : {Case{"gmin", "gmina"}, Case{"cele", "cel"}, Case{"powiatu", "powiat"},
                                    Case{"są", "być"}, Case{"zadania", "zadanie"}, Case{"prace", "praca"}}) {
    const auto readings = lexicon().look_up(form);
    ASSERT_FALSE(readings.empty()) << form;
    EXPECT_EQ(readings.front().lemma, lemma) << form;
  }
}

TEST(Lexicon, HunspellOnlyWherePoliMorfHasNothing) {
  WordSource source = WordSource::none;
  EXPECT_EQ(lemmas(lexicon().look_up_or_guess("interesariuszami", &source)),
            std::vector<std::string>{"interesariusz"});
  EXPECT_EQ(source, WordSource::hunspell);
  EXPECT_FALSE(lexicon().look_up_or_guess("gminami", &source).empty());
  EXPECT_EQ(source, WordSource::polimorf);
}

TEST(Lexicon, GuessesSurnames) {
  struct Case {
    const char *form, *lemma;
  };
  for (const auto& [form, lemma] :
       {Case{"Bergola", "Bergol"}, Case{"Debeszki", "Debeszko"}, Case{"Kupija", "Kupij"},
        Case{"Kowalczyka", "Kowalczyk"}, Case{"Wędziora", "Wędzior"}, Case{"Motkowicz", "Motkowicz"},
        Case{"Motkowiczem", "Motkowicz"}}) {
    const auto given = lemmas(lexicon().guess(form));
    EXPECT_NE(std::ranges::find(given, lemma), given.end()) << form;
    EXPECT_LE(given.size(), 6U) << form;
  }
  WordSource source = WordSource::none;
  EXPECT_FALSE(lexicon().look_up_or_guess("Bergolowi", &source).empty());
  EXPECT_EQ(source, WordSource::guess);
  EXPECT_TRUE(lexicon().look_up_or_guess("", &source).empty());
  EXPECT_EQ(source, WordSource::none);
}

TEST(Lexicon, GuessedMenAndWomenAreToldApartByTags) {
  const auto readings = lexicon().guess("Bergolem");
  EXPECT_TRUE(has(readings, "Bergol", "subst:sg:inst:m1"));
}

TEST(Lexicon, KnowsWhatItContains) {
  for (const char* known : {"gmina", "Gmina", "GMINA", "toruń", "Toruniu", "się", "interesariusz"}) {
    EXPECT_TRUE(lexicon().contains(known)) << known;
  }
  for (const char* unknown : {"wspolpraca", "wspotpracy", "", "xqzzt", "urz¢du"}) {
    EXPECT_FALSE(lexicon().contains(unknown)) << unknown;
  }
}

TEST(Lexicon, PutsDiacriticsBack) {
  EXPECT_EQ(lexicon().unfold("wspolpraca").front(), "współpraca");
  const auto inflected = lexicon().unfold("wspolprace");
  EXPECT_NE(std::ranges::find(inflected, "współpracę"), inflected.end());
  EXPECT_EQ(lexicon().unfold("Torun", 1), std::vector<std::string>{"toruń"});
  EXPECT_EQ(lexicon().unfold("sa", 1), std::vector<std::string>{"są"});
  EXPECT_EQ(lexicon().unfold("zazolc", 1), std::vector<std::string>{"zażółć"});
  EXPECT_TRUE(lexicon().unfold("xqzzt").empty());
}

TEST(Lexicon, CommonWordsAreCommoner) {
  EXPECT_GT(lexicon().log_frequency("się"), lexicon().log_frequency("gmina"));
  EXPECT_GT(lexicon().log_frequency("gmina"), lexicon().log_frequency("gminą"));
  EXPECT_GT(lexicon().log_frequency("gminą"), lexicon().log_frequency("gmin"
                                                                      "ni"));
  EXPECT_GT(lexicon().log_frequency("łąka"), lexicon().log_frequency("laka"));
  EXPECT_LT(lexicon().log_frequency("się"), 0);
}

// What was read of a dictionary's entries is remembered for all threads.
TEST(Lexicon, ThreadsShareIt) {
  const std::vector<std::string> words = {"gminami", "Radomiu", "najpiękniejszych", "powiatem",  "szkoły",
                                          "mamy",    "drogą",   "wójtowie",         "zabytkami", "rad"};
  const auto all = [&](const Lexicon& of) {
    std::string text;
    for (const auto& word : words) {
      for (const Reading& reading : of.look_up(word)) text += reading.lemma + ' ' + reading.tag + '\n';
    }
    return text;
  };
  const std::string expected = all(lexicon());
  const auto fresh = Lexicon::open(language_folder());
  ASSERT_TRUE(fresh);
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (auto& text : found) threads.emplace_back([&] { text = all(*fresh); });
  for (auto& thread : threads) thread.join();
  for (const auto& text : found) EXPECT_EQ(text, expected);
}

}  // namespace
}  // namespace szukajst::language
