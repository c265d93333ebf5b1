// Which terms a document gives. (What becomes of them: tests/search/.)
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/data_folder.h"
#include "indexer/write/document_terms.h"
#include "indexer/write/mended_text.h"

namespace szukajst::indexer {
namespace {

const language::Lexicon& lexicon() {
  static const auto opened = language::Lexicon::open(core::data_folder() / "language");
  EXPECT_TRUE(opened) << opened.error().message;
  return *opened;
}

const gazetteer::Gazetteer& gazetteer() {
  static const auto loaded = gazetteer::Gazetteer::load(core::data_folder() / "gazetteer");
  EXPECT_TRUE(loaded) << loaded.error().message;
  return *loaded;
}

// A document with the terms that it gives, tags among them.
struct Indexed {
  core::DocumentRow row;
  core::TokenRanges tokens;
  std::vector<TermPostings> terms;
  std::vector<std::vector<TermPostings>> goals;
};

Indexed indexed(const ProcessedDocument& document) {
  language::Analyzer analyzer(lexicon());
  WordUses words;
  const IndexedDocument made = index_document(document, analyzer, gazetteer(), words);
  const auto with_tags = [](std::vector<TermPostings> terms, const std::vector<std::string>& tags) {
    for (const std::string& tag : tags) terms.push_back({tag, 0, {}});
    return terms;
  };
  Indexed result{made.row, made.tokens, with_tags(terms_of(made.texts, words.numbers()), made.tags), {}};
  for (std::size_t i = 0; i < made.texts.goals.size(); ++i)
    result.goals.push_back(with_tags(terms_of_goal(made.texts, i, words.numbers()), made.goal_tags[i]));
  return result;
}

const TermPostings* find(const std::vector<TermPostings>& terms, const std::string& term) {
  const auto found =
      std::find_if(terms.begin(), terms.end(), [&](const auto& each) { return each.term == term; });
  return found == terms.end() ? nullptr : &*found;
}

ProcessedDocument document(const std::string& text) {
  ProcessedDocument made;
  made.record.id = "0123456789abcdef";
  made.record.source = "zbiory/gmina/plan.txt";
  made.text.text = text;
  made.mended = made.text;
  return made;
}

struct Case {
  std::string text, repaired, mended;  // `repaired` in the text was mended to `mended`
  std::vector<std::string> has, lacks;
};

TEST(DocumentTerms, OfTheBody) {
  const std::vector<Case> cases{
      {"Rozwojem", "", "", {"BErozwojem", "BLrozwój", "BKrozwoj"}, {"BOrozwoj", "BErozwój"}},
      {"łąki", "", "", {"BEłąki", "BLłąka", "BKlaka"}, {"BEłąka"}},
      {"Rok 2021", "", "", {"BE2021", "BK2021"}, {}},
      {"rozwój i sport", "", "", {"BEi"}, {"BKi", "BLi"}},
      {"wspolpracy",
       "wspolpracy",
       "współpracy",
       {"BKwspolpraca", "BEwspolpracy"},
       {"BLwspółpraca", "BOwspolpraca", "BEwspółpracy"}},
      {"wspotpracy",
       "wspotpracy",
       "współpracy",
       {"BKwspolpraca", "BEwspotpracy", "BOwspolpraca"},
       {"BLwspółpraca", "BKwspotpraca"}},
      {"roz woju", "roz woju", "rozwoju", {"BKrozwoj", "BEroz", "BEwoju"}, {"BLrozwój"}},
  };
  for (const Case& each : cases) {
    auto made = document(each.text);
    if (!each.repaired.empty()) {
      const auto at = made.text.text.find(each.repaired);
      made.repairs.push_back({{at, at + each.repaired.size()}, each.mended, 0.9});
    }
    const auto terms = indexed(made).terms;
    for (const auto& term : each.has) EXPECT_NE(find(terms, term), nullptr) << each.text << " lacks " << term;
    for (const auto& term : each.lacks) EXPECT_EQ(find(terms, term), nullptr) << each.text << " has " << term;
  }
}

TEST(DocumentTerms, OnlyKeysHavePositionsAndStopWordsLeaveGaps) {
  const auto made = indexed(document("Rozwój i szkoła. Rozwoju!"));
  EXPECT_EQ(find(made.terms, "BKrozwoj")->positions, (std::vector<std::uint32_t>{1, 4}));
  EXPECT_EQ(find(made.terms, "BKrozwoj")->count, 2U);
  EXPECT_EQ(find(made.terms, "BKszkola")->positions, (std::vector<std::uint32_t>{3}));
  EXPECT_TRUE(find(made.terms, "BLrozwój")->positions.empty());
  EXPECT_EQ(find(made.terms, "BLrozwój")->count, 2U);
  EXPECT_EQ(made.tokens, (core::TokenRanges{{0, 7}, {8, 9}, {10, 17}, {19, 26}}));
  EXPECT_EQ(made.row.length, 4U);
}

TEST(DocumentTerms, OfTheRecord) {
  auto made = document("Tekst.");
  made.record.title = "Szkoła";
  made.record.kind = core::DocumentKind::news;
  made.record.period = {2021, 2022};
  made.record.goals = {{core::GoalLevel::specific, "1", "Budowa mostu", {}, 1}};
  made.record.places = {{core::PlaceKind::municipality, "gmina Stolno", core::Teryt::parse("040406"), 1}};
  made.record.officials = {{"Olgierd Wichrowski", "wójt", {}, {}}};
  made.record.partners = {{"Bractwo Wiosło", {}}, {"Koło Łowieckie", {}}};
  made.record.programmes = {"RPO WK-P"};
  const auto result = indexed(made);
  for (const std::string term : {"TKszkola",
                                 "TEszkoła",
                                 "GKmost",
                                 "PKolgierd",
                                 "NKbractwo",
                                 "MEstolno",
                                 "MKkujawski",
                                 "Q0123456789abcdef",
                                 "XTdocument",
                                 "XKnews",
                                 "XP040406",
                                 "XP0404",
                                 "XP04",
                                 "XY2021",
                                 "XY2022",
                                 "XOolgierd-wichrowski",
                                 "XNbractwo-wioslo",
                                 "XRrpo-wk-p",
                                 "XSzbiory/gmina/plan.txt",
                                 "XSzbiory/gmina",
                                 "XSzbiory"})
    EXPECT_NE(find(result.terms, term), nullptr) << term;
  EXPECT_EQ(find(result.terms, "XTdocument")->count, 0U);
  const auto& before = find(result.terms, "NKwioslo")->positions;
  const auto& after = find(result.terms, "NKkolo")->positions;
  EXPECT_GT(after.at(0), before.at(0) + 50) << "no phrase spans two names";
  ASSERT_EQ(result.goals.size(), 1U);
  for (const std::string term : {"CKbudowa", "CEmostu", "XTgoal", "XLspecific", "XD0123456789abcdef"})
    EXPECT_NE(find(result.goals[0], term), nullptr) << term;
  EXPECT_EQ(result.row.goals.at(0).length, 2U);
}

TEST(WordUses, HaveADocumentPostTheSameBehindOthersAsAlone) {
  const auto read = [](const std::string& text, const std::string& was, const std::string& mended) {
    auto made = document(text);
    if (!was.empty()) made.repairs.push_back({{text.find(was), text.find(was) + was.size()}, mended, 0.9});
    made.record.title = "Rozwój szkoły";
    made.record.titled = true;
    return made;
  };
  // The same words whole and mended, with their title in the body and without it.
  std::vector<ProcessedDocument> documents{
      read("Rozwój szkoły w gminie.", "", ""), read("Rozwoj szkoły w gminie.", "Rozwoj", "Rozwój"),
      read("Rozw6j szkoły w gminie.", "Rozw6j", "Rozwój"), read("Budowa mostu.", "", "")};
  std::string more;  // words enough that tables grow
  for (int i = 0; i < 3000; ++i) more += "słowo" + std::to_string(i) + " ";
  documents.push_back(read(more, "", ""));
  documents.push_back(documents.front());
  language::Analyzer analyzer(lexicon());
  WordUses shared;
  const auto spelled = [](const std::vector<TermPostings>& terms) {
    std::map<std::string, std::pair<std::uint32_t, std::vector<std::uint32_t>>> by_term;
    for (const TermPostings& each : terms) by_term[each.term] = {each.count, each.positions};
    return by_term;
  };
  for (std::size_t i = 0; i < documents.size(); ++i) {
    WordUses own;
    const auto alone = index_document(documents[i], analyzer, gazetteer(), own);
    const auto behind = index_document(documents[i], analyzer, gazetteer(), shared);
    EXPECT_EQ(spelled(terms_of(behind.texts, shared.numbers())),
              spelled(terms_of(alone.texts, own.numbers())))
        << i;
  }
}

TEST(MendedText, LeadsBackToTheSource) {
  const std::string source = "Stara wspotpraca i roz woj gminy.";
  const std::vector<core::Repair> repairs{{{6, 16}, "współpraca", 1}, {{19, 26}, "rozwój", 1}};
  const MendedText mended(source, repairs);
  EXPECT_EQ(mended.text(), "Stara współpraca i rozwój gminy.");
  const auto origin = [&](const std::string& word) {
    const auto at = mended.text().find(word);
    return mended.origin({at, at + word.size()});
  };
  EXPECT_EQ(origin("Stara").source.in(source), "Stara");
  EXPECT_EQ(origin("Stara").repair, nullptr);
  EXPECT_EQ(origin("współpraca").source.in(source), "wspotpraca");
  EXPECT_EQ(origin("współpraca").repair, &repairs[0]);
  EXPECT_EQ(origin("i").source.in(source), "i");
  EXPECT_EQ(origin("rozwój").source.in(source), "roz woj");
  EXPECT_EQ(origin("gminy").source.in(source), "gminy");
  EXPECT_EQ(origin("gminy").repair, nullptr);
}

TEST(MendedText, PassesOverRepairsThatCannotBe) {
  const std::vector<core::Repair> repairs{
      {{0, 3}, "Abc", 1}, {{2, 4}, "xx", 1}, {{5, 99}, "yy", 1}, {{4, 4}, "", 1}};
  EXPECT_EQ(MendedText("abcdef", repairs).text(), "Abcdef");
}

}  // namespace
}  // namespace szukajst::indexer
