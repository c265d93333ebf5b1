#include "indexer/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include "core/data_folder.h"
#include "core/utf8.h"
#include "indexer/language_guess.h"

namespace szukajst::indexer {
namespace {

class PipelineTest : public ::testing::Test {
 protected:
  static const Resources& resources() {
    static const auto opened = Resources::open(core::data_folder());
    if (!opened) throw std::runtime_error(opened.error().message);
    return **opened;
  }

  static ProcessedDocument processed(const std::string& text, const std::string& source = "a.txt") {
    auto pipeline = Pipeline::create(resources());
    if (!pipeline) throw std::runtime_error(pipeline.error().message);
    auto document = pipeline->process({source, text});
    if (!document) throw std::runtime_error(document.error().message);
    return *std::move(document);
  }
};

TEST_F(PipelineTest, FillsWhatNoExtractorFills) {
  const auto document = processed(
      "Plan odnowy gminy na najbliższe lata\n\nTekst pierwszej strony.\n\fDruga strona.\n", "x/a.txt");
  EXPECT_EQ(document.record.source, "x/a.txt");
  EXPECT_EQ(document.record.id, core::source_id("x/a.txt"));
  EXPECT_EQ(document.record.language, "pl");
  EXPECT_EQ(document.record.pages, 2);
  EXPECT_EQ(document.record.quality.words, 11);
  EXPECT_EQ(document.record.quality.repaired, 0);
  EXPECT_EQ(document.text.text, document.mended.text);
}

// The mended text has the source's lines and pages, and each repair says what stood where.
TEST_F(PipelineTest, MendsWordsAndMovesPages) {
  const std::string damaged =
      "Program wspotpracy ze stowarzyszeniami\n\nUstala on zadania wydziatu i jego dziatania.\n"
      "\fWydatki szczegotowe i uchwaty samorzadu.\n\fKoniec.\n";
  const auto document = processed(damaged);
  ASSERT_FALSE(document.repairs.empty());
  EXPECT_EQ(document.record.quality.repaired, static_cast<int>(document.repairs.size()));
  EXPECT_NE(document.mended.text.find("współpracy"), std::string::npos);
  EXPECT_NE(document.text.text.find("wspotpracy"), std::string::npos);
  EXPECT_EQ(std::ranges::count(document.mended.text, '\n'), std::ranges::count(document.text.text, '\n'));
  ASSERT_EQ(document.mended.pages(), 3);
  for (std::size_t page = 1; page < 3; ++page) {
    EXPECT_EQ(document.text.text[document.text.page_starts[page] - 1], '\n');
    EXPECT_EQ(document.mended.text[document.mended.page_starts[page] - 1], '\n');
  }
  EXPECT_EQ(document.mended.page_at(document.mended.text.find("Koniec")), 3);

  std::string mended;
  std::size_t at = 0;
  for (const core::Repair& repair : document.repairs) {
    mended.append(document.text.text, at, repair.source.begin - at).append(repair.mended);
    at = repair.source.end;
  }
  EXPECT_EQ(mended.append(document.text.text, at), document.mended.text);
}

TEST_F(PipelineTest, VillagesOfADamagedTextGetTheirLettersBack) {
  const auto document = processed(
      "Rada Gminy Lubicz\n\nZebranie odbylo si¢ w Dobiestawicach oraz w Wielgostawiu Nowym. Mieszkancy "
      "zgtosili "
      "potrzebe budowy drogi, wodociagu i swietlicy. Wojt przyjat wnioski i zapowiedziat, ze w przysztym "
      "roku "
      "ruszy kanalizacja calej miejscowosci. Koszt wyniesie okoto dwoch milionow zlotych.\n");
  std::vector<std::string> villages;
  for (const core::Place& place : document.record.places)
    if (place.kind == core::PlaceKind::locality) villages.push_back(place.name);
  EXPECT_EQ(villages, (std::vector<std::string>{"Dobiesławice", "Wielgosław Nowy"}));
}

TEST_F(PipelineTest, FurnitureGivesNothing) {
  const auto document = processed(
      "Menu\nAktualności\nKontakt\n\nŚroda 18 Maja 2022\n\nNowy plac zabaw otwarty\n\n"
      "Mieszkańcy spotkali się w świetlicy, aby porozmawiać o drogach, szkole i nowym placu zabaw, który "
      "powstał dzięki pracy wielu osób i który służy już dzieciom z całej okolicy.\n\n"
      "Najczęściej czytane\n• Cel strategiczny: tysiąc drzew\n• Starosta Toruński Jan Iksiński zaprasza 3 "
      "maja 2022 r.\n");
  EXPECT_EQ(document.record.date, std::nullopt);
  EXPECT_TRUE(document.record.goals.empty());
  EXPECT_TRUE(document.record.officials.empty());
  EXPECT_TRUE(document.record.places.empty());
  EXPECT_EQ(document.record.title, "Nowy plac zabaw otwarty");
}

TEST_F(PipelineTest, ErrorsOfDecodingNameTheInput) {
  auto pipeline = Pipeline::create(resources());
  ASSERT_TRUE(pipeline);
  const auto binary = pipeline->process({"scan.txt", std::string(100, '\0')});
  ASSERT_FALSE(binary);
  EXPECT_EQ(binary.error().code, core::ErrorCode::unsupported);
  EXPECT_NE(binary.error().message.find("scan.txt"), std::string::npos);
}

TEST_F(PipelineTest, OneGoesOnAfterAnother) {
  auto pipeline = Pipeline::create(resources());
  ASSERT_TRUE(pipeline);
  const RawInput input{"a.txt", "Cel strategiczny 1. Dobre drogi w gminie\n"};
  const auto first = pipeline->process(input);
  ASSERT_FALSE(pipeline->process({"b.txt", std::string(100, '\0')}));
  const auto again = pipeline->process(input);
  ASSERT_TRUE(first);
  ASSERT_TRUE(again);
  EXPECT_EQ(first->record.goals.size(), again->record.goals.size());
  EXPECT_EQ(first->mended.text, again->mended.text);
}

TEST(Resources, ErrorsNameWhatIsMissing) {
  const auto folder = std::filesystem::temp_directory_path() / "szukajst_no_data";
  const auto opened = Resources::open(folder);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, core::ErrorCode::not_found);
  EXPECT_NE(opened.error().message.find("szukajst_no_data"), std::string::npos);
}

TEST(LanguageGuess, ByItsSmallWords) {
  const std::string polish =
      "Program jest realizowany w gminie przez organizacje oraz szkoły, a środki są dla nich na ten rok z "
      "budżetu. ";
  const std::string english =
      "The programme of the county is for the schools and the parks, and it is funded by the board with "
      "grants. ";
  const std::string german =
      "Das Programm der Gemeinde ist für die Schulen und den Park, mit Mitteln von der Stadt und des "
      "Landes. ";
  const std::string ukrainian = "Програма співпраці громади з організаціями на наступний рік. ";
  EXPECT_EQ(guess_language(polish, ""), "pl");
  EXPECT_EQ(guess_language(polish, "en"), "pl");
  EXPECT_EQ(guess_language(english, "pl"), "en");
  EXPECT_EQ(guess_language(german, ""), "de");
  EXPECT_EQ(guess_language(ukrainian, ""), "uk");
  EXPECT_EQ(guess_language(polish + english, ""), "pl");
  EXPECT_EQ(guess_language("Turystyka", ""), "pl");
  EXPECT_EQ(guess_language("Tourism", "en"), "en");
  EXPECT_EQ(guess_language("Tourism", "xx"), "pl");
}

}  // namespace
}  // namespace szukajst::indexer
