// Where the extractors say that each item stands.
#include "indexer/extract/evidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/evidence.h"
#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

// The words at the evidence's ranges, " + " between them, a line end written as "/".
std::string words_at(const std::string& text, const core::Evidence& evidence) {
  std::string words;
  for (const core::ByteRange range : evidence)
    words += (words.empty() ? "" : " + ") + std::string(range.in(text));
  std::ranges::replace(words, '\n', '/');
  return words;
}

// A finder in the whole text but for lines that begin with '#'.
WordingFinder finder(const std::string& text) {
  std::vector<core::ByteRange> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text[begin] != '#') parts.push_back({begin, end});
    begin = end + 1;
  }
  return {text, parts};
}

TEST(WordingFinder, ComparesLettersAlone) {
  const std::string text = "1. Rozwój współ-\n   pracy gmin (etap II).\n# Strona 3\ni powiatów\n";
  EXPECT_EQ(words_at(text, finder(text).find("Rozwój współpracy gmin (etap II)")),
            "Rozwój współ-/   pracy gmin (etap II)");
  EXPECT_EQ(words_at(text, finder(text).find("gmin (etap II). i powiatów")), "gmin (etap II). + i powiatów");
  EXPECT_EQ(words_at(text, finder(text).find("Rozwój gmin")), "");
  EXPECT_EQ(words_at(text, finder(text).find("…")), "");
}

TEST(WordingFinder, GoesOnBehindWhatItFound) {
  const std::string text = "budowa drogi; remont drogi; budowa drogi";
  WordingFinder in = finder(text);
  EXPECT_EQ(in.find("budowa drogi"), (core::Evidence{{0, 12}}));
  EXPECT_EQ(in.find("budowa drogi"), (core::Evidence{{28, 40}}));
  EXPECT_EQ(in.find("remont drogi"), (core::Evidence{{14, 26}}));
}

TEST(WordingFinder, PutsWholePartsTogether) {
  const std::string text = "POROZUMIENIE\nzawarte w Lipnie\nw sprawie\nwspólnej szkoły\n";
  EXPECT_EQ(words_at(text, finder(text).find_parts("POROZUMIENIE w sprawie wspólnej szkoły")),
            "POROZUMIENIE + w sprawie + wspólnej szkoły");
  EXPECT_EQ(words_at(text, finder(text).find_parts("POROZUMIENIE w sprawie basenu")), "");
}

class ExtractEvidence : public ::testing::Test {
 protected:
  void read(const std::string& text) {
    record_ = record_of(text);
    text_ = text;
    std::erase(text_, '\f');
  }
  std::string at(const core::Evidence& evidence) const { return words_at(text_, evidence); }

  core::Record record_;
  std::string text_;
};

TEST_F(ExtractEvidence, OfGoalsIsTheirWordingWithoutWhatThePagePutsBetween) {
  read(
      "Strategia Rozwoju Powiatu Lipnowskiego na lata 2021–2030\n\n"
      "Cel strategiczny 1. Nowoczesna oświata i kultu-\nra bliska mieszkańcom\n\n"
      "Cel operacyjny 1.1. Wyposażenie szkół powiatowych w pracownie\n\f"
      "Cel operacyjny 1.2. Stypendia dla młodzieży\n"
      "Działania: 1) konkursy, 2) obozy naukowe\n");
  ASSERT_GE(record_.goals.size(), 3U);
  EXPECT_EQ(at(record_.goals[0].evidence), "Nowoczesna oświata i kultu-/ra bliska mieszkańcom");
  EXPECT_EQ(at(record_.goals[1].evidence), "Wyposażenie szkół powiatowych w pracownie");
  EXPECT_EQ(at(record_.goals[2].evidence), "Stypendia dla młodzieży");
  EXPECT_EQ(at(record_.evidence.title), "Strategia Rozwoju Powiatu Lipnowskiego na lata 2021–2030");
  EXPECT_EQ(at(record_.evidence.period), "2021–2030");
}

TEST_F(ExtractEvidence, OfAGoalNamedTwiceIsBothPlaces) {
  read(
      "Cele strategiczne:\n1. Czyste jeziora i lasy powiatu\n2. Sprawna komunikacja publiczna\n\n"
      "Cel strategiczny 1. Czyste jeziora i lasy powiatu\n\nOpis.\n");
  ASSERT_FALSE(record_.goals.empty());
  EXPECT_EQ(at(record_.goals[0].evidence), "Czyste jeziora i lasy powiatu + Czyste jeziora i lasy powiatu");
}

TEST_F(ExtractEvidence, OfVisionAndMissionIsTheirWording) {
  read(
      "Strategia Rozwoju Gminy Skępe\n\nWizja\n\nSkępe – gmina czystych jezior i\ndobrych sąsiadów\n\n"
      "Misją gminy jest dbałość o wspólne dobro. Zadbamy o nie.\n");
  EXPECT_EQ(record_.vision, "Skępe – gmina czystych jezior i dobrych sąsiadów");
  EXPECT_EQ(at(record_.evidence.vision), "Skępe – gmina czystych jezior i/dobrych sąsiadów");
  EXPECT_EQ(at(record_.evidence.mission), "dbałość o wspólne dobro");
}

TEST_F(ExtractEvidence, OfPlacesIsEveryMention) {
  read("W gminie Skępe rusza remont. Wójt gminy Lipno wsparł gminę Skępe, a mieszkańcy Skępego dziękują.\n");
  ASSERT_FALSE(record_.places.empty());
  EXPECT_EQ(record_.places[0].name, "gmina Skępe");
  EXPECT_TRUE(at(record_.places[0].evidence).starts_with("gminie Skępe + gminę Skępe"));
  EXPECT_EQ(static_cast<int>(record_.places[0].evidence.size()), record_.places[0].mentions);
}

TEST_F(ExtractEvidence, OfOfficialsIsTheirPostAndEveryMention) {
  read(
      "Umowę podpisał wójt gminy Chrostkowo Zenobiusz Przykładny.\n"
      "– To dobry dzień – mówił Zenobiusz Przykładny.\nObok stał Wiesław Wzorowski, skarbnik gminy.\n");
  ASSERT_EQ(record_.officials.size(), 2U);
  EXPECT_EQ(at(record_.officials[0].evidence),
            "wójt gminy Chrostkowo Zenobiusz Przykładny + Zenobiusz Przykładny");
  EXPECT_EQ(at(record_.officials[1].evidence), "Wiesław Wzorowski + skarbnik gminy");
}

TEST_F(ExtractEvidence, OfPartnersMoneyProgrammesAndTheDate) {
  read(
      "Partnerstwo na rzecz drogi\n\n12 maja 2019 r. w Lipnie podpisano porozumienie o partnerstwie. Zawarły "
      "je "
      "gmina Lipno, gmina Skępe oraz Fundacja Wspólna Droga. Zadanie za 2,5 mln zł wesprze EFRR. "
      "Z EFRR będzie 1 mln zł.\n");
  ASSERT_EQ(record_.partners.size(), 3U);
  EXPECT_EQ(at(record_.partners[0].evidence), "gmina Lipno");
  EXPECT_EQ(at(record_.partners[2].evidence), "Fundacja Wspólna Droga");
  ASSERT_EQ(record_.money.size(), 2U);
  EXPECT_EQ(at(record_.money[0].evidence), "2,5 mln zł");
  ASSERT_EQ(record_.evidence.programmes.size(), 1U);
  EXPECT_EQ(at(record_.evidence.programmes[0]), "EFRR + EFRR");
  EXPECT_EQ(at(record_.evidence.date), "12 maja 2019");
}

TEST_F(ExtractEvidence, OfACardIsEachFieldWithItsLabel) {
  read(
      "Baza dobrych praktyk\n\nNazwa praktyki: Ławeczki pamięci\nPowiat: lipnowski\nRok wdrożenia: 2018\n"
      "Data wpisu: 4 maja 2019\nTyp jednostki: gmina\n");
  ASSERT_TRUE(record_.practice);
  ASSERT_EQ(record_.evidence.practice.size(), record_.practice->size());
  for (std::size_t i = 0; i < record_.practice->size(); ++i) {
    const std::string where = at(record_.evidence.practice[i]);
    EXPECT_TRUE(where.starts_with((*record_.practice)[i].first)) << where;
  }
  EXPECT_EQ(at(record_.evidence.practice[0]), "Nazwa praktyki + Ławeczki pamięci");
}

// Every item of a text that has them all stands somewhere in it.
TEST_F(ExtractEvidence, LeavesNoItemWithoutAPlace) {
  read(
      "Program współpracy Gminy Skępe z organizacjami pozarządowymi na 2024 rok\n\n"
      "Celem głównym programu jest wzmocnienie społeczności. Cele szczegółowe to: a) rozwój wolontariatu; b) "
      "wsparcie seniorów.\n\nNa realizację przeznacza się 120 000 zł. Partnerem jest Powiat Lipnowski i "
      "Stowarzyszenie Nasza Wieś. Program podpisał burmistrz Gustaw Wymyślony.\n");
  std::size_t items = 0;
  const core::Record& record = record_;
  core::for_each_evidence(record, [&](core::EvidenceOf what, std::size_t i, const core::Evidence& evidence) {
    if (what == core::EvidenceOf::date && !record.date) return;
    if (what == core::EvidenceOf::vision || what == core::EvidenceOf::mission) return;  // it has none
    EXPECT_FALSE(evidence.empty()) << static_cast<int>(what) << " " << i;
    for (const core::ByteRange range : evidence) EXPECT_LE(range.end, text_.size());
    ++items;
  });
  EXPECT_GE(items, 8U);
}

}  // namespace
}  // namespace szukajst::indexer::extract
