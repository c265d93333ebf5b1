// How closely a word of a query met, and what that does to order and to filters by match.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus.h"

namespace szukajst::search {
namespace {

using core::MatchKind;

// Four documents of one shape that differ in how "współpracy" stands in them.
std::vector<indexer::ProcessedDocument> four_shapes() {
  std::vector<indexer::ProcessedDocument> documents{
      document("exact", "Program współpracy gminy z organizacjami na rok bieżący."),
      document("inflected", "Program współpracą gminy z organizacjami na rok bieżący."),
      document("folded", "Program wspolpracy gminy z organizacjami na rok bieżący."),
      document("ocr", "Program wspotpracy gminy z organizacjami na rok bieżący."),
  };
  mend(documents[2], "wspolpracy", "współpracy");
  mend(documents[3], "wspotpracy", "współpracy");
  return documents;
}

std::string kinds(const Answer& answer) {
  std::string all;
  for (const Hit& hit : answer.hits) {
    all += (all.empty() ? "" : " ") + hit.document.id + "=";
    for (const WordMatch& match : hit.match)
      all += std::string(core::name(match.as)) + "(" + match.word + "," + match.found + ")";
  }
  return all;
}

TEST(Grades, CloserMeetingsComeFirst) {
  const Corpus corpus(four_shapes());
  EXPECT_EQ(kinds(corpus.search("współpracy")),
            "exact=exact(współpracy,współpracy) inflected=inflected(współpracy,współpracą) "
            "folded=folded(współpracy,wspolpracy) ocr=ocr(współpracy,wspotpracy)");
}

TEST(Grades, LetterCaseNeverMatters) {
  const Corpus corpus(four_shapes());
  EXPECT_EQ(corpus.ids("WSPÓŁPRACY"), "exact inflected folded ocr");
}

TEST(Grades, AQueryWithoutDiacriticsMatchesNoCloserThanFolded) {
  const Corpus corpus(four_shapes());
  const Answer answer = corpus.search("wspolpraca");
  ASSERT_EQ(answer.total, 4U);
  for (const Hit& hit : answer.hits) {
    ASSERT_EQ(hit.match.size(), 1U) << hit.document.id;
    EXPECT_EQ(hit.match[0].as, hit.document.id == "ocr" ? MatchKind::ocr : MatchKind::folded)
        << hit.document.id;
  }
  EXPECT_EQ(answer.hits.back().document.id, "ocr");
}

TEST(Grades, ASpellingAsItStandsIsExactEvenWhereItWasMended) {
  const Corpus corpus(four_shapes());
  const Answer answer = corpus.search("wspotpracy");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].document.id, "ocr");
  ASSERT_EQ(answer.hits[0].match.size(), 1U);
  EXPECT_EQ(answer.hits[0].match[0].as, MatchKind::exact);
  EXPECT_EQ(answer.hits[0].match[0].found, "wspotpracy");
}

TEST(Grades, TheLoosestKindAllowedLeavesOutLooserOnes) {
  const Corpus corpus(four_shapes());
  const std::vector<std::pair<MatchKind, std::string>> cases{{MatchKind::exact, "exact"},
                                                             {MatchKind::inflected, "exact inflected"},
                                                             {MatchKind::folded, "exact inflected folded"},
                                                             {MatchKind::ocr, "exact inflected folded ocr"}};
  for (const auto& [loosest, expected] : cases) {
    Request request;
    request.query = "współpracy";
    request.loosest = loosest;
    EXPECT_EQ(corpus.ids(request), expected) << core::name(loosest);
    request.query = "\"program współpracy gminy\"";
    EXPECT_EQ(corpus.ids(request), expected) << core::name(loosest) << ", phrase";
    request.query = "współpr*";
    const bool folded = loosest >= MatchKind::folded;
    const std::string with_prefix = !folded ? "exact inflected" : expected;
    const Answer answer = corpus.search(request);
    EXPECT_EQ(answer.total, folded ? (loosest == MatchKind::ocr ? 4U : 3U) : 2U)
        << core::name(loosest) << ", prefix";
  }
}

TEST(Grades, TheClosestOfSeveralMeetingsIsTold) {
  auto both = document("both", "Wspotpraca trwa. O współpracę dbają wszyscy.");
  mend(both, "Wspotpraca", "Współpraca");
  const Corpus corpus({both});
  EXPECT_EQ(kinds(corpus.search("współpracą")), "both=inflected(współpracą,współpracę)");
  EXPECT_EQ(kinds(corpus.search("współpracę")), "both=exact(współpracę,współpracę)");
}

TEST(Grades, ATitleMendedLikeTheBodyMatchesNoCloser) {
  auto mended = document("mended", "STRATEGIA ROZWOIU GMINY\n\nTekst dokumentu.");
  mended.record.title = "STRATEGIA ROZWOJU GMINY";
  mend(mended, "ROZWOIU", "ROZWOJU");
  const Corpus corpus({mended});
  EXPECT_EQ(kinds(corpus.search("rozwoju")), "mended=ocr(rozwoju,ROZWOIU)");
  Request request;
  request.query = "rozwoju";
  request.loosest = MatchKind::folded;
  EXPECT_EQ(corpus.ids(request), "");
  request.query = "tytul:rozwoju";
  EXPECT_EQ(corpus.ids(request), "");
  request.loosest = MatchKind::ocr;
  EXPECT_EQ(corpus.ids(request), "mended");
}

TEST(Grades, WordsMendedTogetherAreFound) {
  auto joined = document("joined", "Powiat wspiera roz woj turystyki.");
  mend(joined, "roz woj", "rozwój");
  const Corpus corpus({joined});
  EXPECT_EQ(kinds(corpus.search("rozwoju")), "joined=ocr(rozwoju,roz woj)");
  EXPECT_EQ(corpus.ids("\"wspiera rozwój turystyki\""), "joined");
}

// "drogi" is of "droga" and of "drogi"; behind "remont" it is a road.
TEST(Grades, OnlyLemmasThatTheSentenceLeavesAreFound) {
  const Corpus corpus({document("adjective", "Gmina kupiła nowy i drogi samochód dla straży."),
                       document("noun", "Trwa remont drogi gminnej.")});
  EXPECT_EQ(corpus.ids("drogich"), "adjective");
}

TEST(Grades, WhatADamagedWordMayHaveBeenIsFoundAsReadWrongly) {
  auto doubted = document("doubted", "Radni powierza zadania spółce.");
  const auto at = doubted.text.text.find("powierza");
  doubted.doubts.push_back({{at, at + 8}, {"powierzchnia", "powierza"}});
  const Corpus corpus({doubted});
  EXPECT_EQ(kinds(corpus.search("powierzchni")), "doubted=ocr(powierzchni,powierza)");
  EXPECT_EQ(kinds(corpus.search("powierzać")), "doubted=inflected(powierzać,powierza)");
  EXPECT_EQ(corpus.ids("\"radni powierzchnia zadania\""), "doubted");
  Request request;
  request.query = "powierzchni";
  request.loosest = MatchKind::folded;
  EXPECT_EQ(corpus.ids(request), "");
}

TEST(Grades, HowATextBeginsIsNoTitle) {
  auto titled = document("titled", "Drogi gminne\n\nO zimie i o lecie.");
  titled.record.title = "Drogi gminne";
  auto page = document("page", "i tak doszli do drogi, która wiodła w las.");
  page.record.title = "i tak doszli do drogi";
  page.record.titled = false;
  const Corpus corpus({titled, page});
  EXPECT_EQ(corpus.ids("drogi"), "titled page");
  EXPECT_EQ(corpus.ids("tytul:drogi"), "titled");
}

}  // namespace
}  // namespace szukajst::search
