// Documents alike in subject.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus.h"
#include "search/text_sketch.h"

namespace szukajst::search {
namespace {

using Shared = SimilarDocument::Shared;

const char* const kLubicz = "041504";
const char* const kStolno = "040406";

indexer::ProcessedDocument of_unit(indexer::ProcessedDocument made, const char* unit, const char* label) {
  made.record.places = {{core::PlaceKind::municipality, label, core::Teryt::parse(unit), 1}};
  return made;
}

std::vector<SimilarDocument> similar(const Searcher& searcher, const std::string& id) {
  auto found = searcher.similar(id);
  EXPECT_TRUE(found);
  return found ? *found : std::vector<SimilarDocument>();
}

std::string ids(const std::vector<SimilarDocument>& all) {
  std::string ids;
  for (const auto& each : all) ids += (ids.empty() ? "" : " ") + each.id;
  return ids;
}

std::string shared(const SimilarDocument& document, Shared::Type type) {
  std::string texts;
  for (const Shared& each : document.because)
    if (each.type == type) texts += (texts.empty() ? "" : " ") + each.text;
  return texts;
}

const char* const kPaths = "Ścieżka rowerowa połączy dwie wsie. Rowerzyści pojadą obok jeziora i przystani.";
const char* const kBikes =
    "Wypożyczalnia rowerów stanie przy przystani. Ścieżki rowerowe prowadzą wokół jeziora.";
const char* const kLibrary = "Biblioteka kupiła książki dla czytelników. Filia biblioteki ma nowe regały.";

TEST(Similar, SpeakOfTheSameInOtherForms) {
  const Corpus corpus({document("a", kPaths), document("b", kBikes), document("c", kLibrary)});
  const auto found = similar(corpus.searcher(), "a");
  ASSERT_EQ(ids(found), "b");
  EXPECT_GT(found[0].score, 0);
  EXPECT_LE(found[0].score, 1);
  EXPECT_EQ(found[0].resemblance, Resemblance::alike);
  const std::string words = " " + shared(found[0], Shared::Type::word) + " ";
  for (const char* word : {" jezioro ", " przystań "})
    EXPECT_NE(words.find(word), std::string::npos) << words;
  const auto stored = corpus.searcher().document("a");
  ASSERT_TRUE(stored);
  EXPECT_EQ(ids(stored->similar), "b");
}

TEST(Similar, WordsOfOneFamilyCountAsOne) {
  const Corpus corpus({document("a", "Turystyka nad jeziorem. Turystyka i plaża."),
                       document("b", "Produkt turystyczny: plaża i pomost. Ruch turystyczny."),
                       document("c", kLibrary)});
  const auto found = similar(corpus.searcher(), "a");
  ASSERT_EQ(ids(found), "b");
  EXPECT_NE(shared(found[0], Shared::Type::word).find("turystyka"), std::string::npos);
}

// What all papers of an office have, and its names, do not make two of them alike.
TEST(Similar, AreNotOnlyOfTheSameOffice) {
  const std::string office =
      "Uchwała rady gminy Lubicz w sprawie zmiany. Na podstawie ustawy uchwala się, co następuje. ";
  std::vector<indexer::ProcessedDocument> all{
      of_unit(document("a", office + kPaths), kLubicz, "gmina Lubicz"),
      of_unit(document("b", office + kLibrary), kLubicz, "gmina Lubicz"),
      of_unit(document("c", kBikes), kStolno, "gmina Stolno")};
  const Corpus corpus(all);
  EXPECT_EQ(ids(similar(corpus.searcher(), "a")), "c");
}

TEST(Similar, TellNamesInCommon) {
  auto a = of_unit(document("a", kPaths), kLubicz, "gmina Lubicz"),
       b = of_unit(document("b", kBikes), kLubicz, "gmina Lubicz");
  for (auto* each : {&a, &b}) each->record.programmes = {"EFS"};
  b.record.period = core::Period{2016, 2020};
  b.record.kind = core::DocumentKind::programme;
  b.record.partners = {{"gmina Lubicz", core::Teryt::parse(kLubicz)}};
  const Corpus corpus({a, b, document("c", kLibrary)});
  const auto found = similar(corpus.searcher(), "a");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(shared(found[0], Shared::Type::programme), "EFS");
  EXPECT_EQ(shared(found[0], Shared::Type::place), "gmina Lubicz");
  EXPECT_EQ(shared(found[0], Shared::Type::partner), "");
  EXPECT_EQ(found[0].unit, "gmina Lubicz");
  EXPECT_EQ(found[0].place->text(), kLubicz);
  EXPECT_EQ(found[0].year, 2016);
  EXPECT_EQ(found[0].kind, core::DocumentKind::programme);
  EXPECT_EQ(found[0].source, "made/b.txt");
}

TEST(Similar, OfTheSameKindComeFirst) {
  auto a = document("a", kPaths), b = document("b", kBikes), c = document("c", kBikes);
  c.text.text += " Koniec.";  // else they were one
  c.mended = c.text;
  a.record.kind = c.record.kind = core::DocumentKind::practice;
  b.record.places = {{core::PlaceKind::municipality, "gmina", core::Teryt::parse(kLubicz), 1}};
  c.record.places = {{core::PlaceKind::municipality, "gmina", core::Teryt::parse(kStolno), 1}};
  const Corpus corpus({a, b, c, document("d", kLibrary)});
  EXPECT_EQ(ids(similar(corpus.searcher(), "a")), "c b");
}

TEST(Similar, ATextOfTheSameUnitIsAVersion) {
  const std::string text = std::string(kPaths) + " " + kBikes;
  const Corpus corpus({of_unit(document("a", text), kLubicz, "gmina Lubicz"),
                       of_unit(document("b", text + " Dopisano zdanie."), kLubicz, "gmina Lubicz"),
                       of_unit(document("c", text), kStolno, "gmina Stolno"), document("d", kLibrary)});
  const auto found = similar(corpus.searcher(), "a");
  ASSERT_EQ(ids(found), "c b") << "what has one sentence more is a little less alike";
  EXPECT_EQ(found[0].resemblance, Resemblance::same_wording);
  EXPECT_EQ(found[1].resemblance, Resemblance::version);
}

TEST(Similar, VersionsOfOneAreToldOnce) {
  std::vector<indexer::ProcessedDocument> all{document("a", kPaths)};
  for (int i = 0; i < 5; ++i)
    all.push_back(of_unit(document("b" + std::to_string(i), kBikes), kLubicz, "gmina Lubicz"));
  const Corpus corpus(all);
  const auto found = similar(corpus.searcher(), "a");
  ASSERT_EQ(ids(found), "b0");
  EXPECT_EQ(found[0].versions, 4U);
}

TEST(Similar, AreAtMostTenOfThoseThatLive) {
  std::vector<indexer::ProcessedDocument> all;
  const char* const kMore[] = {"kościół",   "remont", "zabytek", "kajak", "komin",    "sosna",  "rynek",
                               "orkiestra", "szkoła", "hala",    "basen", "wodociąg", "tartak", "młyn"};
  for (const char* word : kMore) {
    std::string text = kPaths;
    for (int i = 0; i < 6; ++i) text += std::string(" Nowy ") + word + ", stary " + word + " i " + word + ".";
    all.push_back(document(word, text));
  }
  const TemporaryFolder folder;
  commit(folder.path(), all);
  commit(folder.path(), {document("z", kBikes)}, {"remont"});
  const Searcher searcher = open_searcher(folder.path());
  EXPECT_EQ(similar(searcher, "z").size(), 10U);
  for (const auto& each : similar(searcher, "kajak")) {
    EXPECT_NE(each.id, "remont");
    EXPECT_NE(each.id, "kajak");
  }
}

TEST(Similar, AreFoundInEverySegment) {
  const TemporaryFolder folder;
  commit(folder.path(), {document("a", kPaths), document("c", kLibrary)});
  commit(folder.path(), {document("b", kBikes)});
  const Searcher searcher = open_searcher(folder.path());
  ASSERT_EQ(searcher.statistics().segments, 2U);
  EXPECT_EQ(ids(similar(searcher, "a")), "b");
  EXPECT_EQ(ids(similar(searcher, "b")), "a");
}

TEST(Similar, OfNothingAreNone) {
  const Corpus corpus({document("a", ""), document("b", "I w na."), document("c", kPaths)});
  EXPECT_EQ(ids(similar(corpus.searcher(), "a")), "");
  EXPECT_EQ(ids(similar(corpus.searcher(), "b")), "");
  EXPECT_EQ(ids(similar(corpus.searcher(), "c")), "");
  EXPECT_EQ(corpus.searcher().similar("none").error().code, core::ErrorCode::not_found);
}

TEST(TextSketch, TellsTheShareOfTheWording) {
  TextSketch a, b, c;
  for (std::uint32_t i = 0; i < 100; ++i) {
    a.push_back(2 * i);
    (i < 50 ? b : c).push_back(2 * i);
    if (i >= 50) b.push_back(2 * i + 1);
  }
  EXPECT_DOUBLE_EQ(resemblance(a, a), 1);
  EXPECT_DOUBLE_EQ(resemblance(a, b), 50.0 / 150);
  EXPECT_DOUBLE_EQ(resemblance(a, c), 0.5);
  EXPECT_DOUBLE_EQ(resemblance(a, {}), 0);
  EXPECT_DOUBLE_EQ(resemblance({}, {}), 0);
}

}  // namespace
}  // namespace szukajst::search
