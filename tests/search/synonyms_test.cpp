// Queries that also find what says the same in other words.
#include <gtest/gtest.h>

#include <algorithm>

#include "corpus.h"

namespace szukajst::search {
namespace {

class Synonyms : public ::testing::Test {
 protected:
  Request request(const std::string& query) const {
    Request asked;
    asked.query = query;
    return asked;
  }
  std::string sorted(Request asked) const {
    asked.sort = Sort::title;
    return corpus_.ids(asked);
  }
  std::string sorted(const std::string& query) const { return sorted(request(query)); }

  Corpus corpus_{{document("a", "Otwarty konkurs dla NGO w gminie"),
                  document("b", "Dotacje organizacjom pozarządowym z powiatu"),
                  document("c", "Pozarządowe ośrodki i organizacja imprez"),
                  document("d", "Cis pospolity rośnie przy drodze"),
                  document("e", "Nowy wóz ochotniczej straży pożarnej"),
                  document("f", "Centrum Integracji Społecznej przyjmuje uczestników")}};
};

TEST_F(Synonyms, AnAbbreviationFindsWhatItStandsForInEveryForm) {
  EXPECT_EQ(sorted("NGO"), "a b");
  EXPECT_EQ(sorted("ngo"), "a b");
  EXPECT_EQ(sorted("tytul:ngo"), "");
}

TEST_F(Synonyms, WordsSideBySideFindTheirAbbreviation) {
  EXPECT_EQ(sorted("organizacje pozarządowe"), "a b c");  // c has both words, as it would without synonyms
  EXPECT_EQ(sorted("dotacje organizacje pozarzadowe"), "b");
  EXPECT_EQ(sorted("konkurs organizacji pozarządowych"), "a");
}

TEST_F(Synonyms, WhatIsQuotedOrUnwantedIsTakenAsItStands) {
  EXPECT_EQ(sorted("\"ngo\""), "a");
  EXPECT_EQ(sorted("\"organizacje pozarządowe\""), "b");
  EXPECT_EQ(sorted("dotacje -ngo"), "b");
  EXPECT_EQ(sorted("(konkurs LUB wóz) osp"), "e");
}

TEST_F(Synonyms, AnAbbreviationThatIsAWordMustBeInCapitals) {
  EXPECT_EQ(sorted("cis"), "d");
  EXPECT_EQ(sorted("CIS"), "d f");
  EXPECT_EQ(sorted("osp"), "e");  // a form of another word, but no word as a dictionary has it
}

TEST_F(Synonyms, CanBeLeftOut) {
  Request asked = request("ngo");
  asked.synonyms = false;
  EXPECT_EQ(sorted(asked), "a");
  EXPECT_FALSE(corpus_.search(asked).synonyms.empty());  // so that a page can offer them
  asked.synonyms = true;
  asked.loosest = core::MatchKind::exact;
  EXPECT_EQ(sorted(asked), "a");
}

TEST_F(Synonyms, AreToldOfAsAWhole) {
  const Answer answer = corpus_.search("ngo");
  EXPECT_EQ(answer.synonyms.front(), "organizacja pozarządowa");
  const auto hit = std::ranges::find(answer.hits, "b", [](const Hit& each) { return each.document.id; });
  ASSERT_NE(hit, answer.hits.end());
  ASSERT_EQ(hit->match.size(), 1U);
  EXPECT_EQ(hit->match[0].word, "ngo");
  EXPECT_EQ(hit->match[0].found, "organizacjom pozarządowym");
  EXPECT_EQ(hit->match[0].as, core::MatchKind::inflected);
  EXPECT_TRUE(hit->match[0].synonym);
  ASSERT_EQ(hit->snippets.size(), 1U);
  EXPECT_EQ(hit->snippets[0].highlights.size(), 2U);
}

TEST_F(Synonyms, OfGoalsAreMetAsAWholeOrNotAtAll) {
  auto whole = document("g", "Cel 1. Wsparcie organizacji pozarządowych");
  whole.record.goals.push_back(
      {core::GoalLevel::strategic, "1", "Wsparcie organizacji pozarządowych", {}, 1});
  auto part = document("h", "Cel 1. Lepsza organizacja ruchu i NGO");
  part.record.goals.push_back({core::GoalLevel::strategic, "1", "Lepsza organizacja ruchu i NGO", {}, 1});
  const Corpus corpus({whole, part});
  Request asked = request("ngo");
  asked.goals = true;
  const Answer answer = corpus.search(asked);
  ASSERT_EQ(answer.hits.size(), 2U);
  for (const Hit& hit : answer.hits) {
    const bool first = hit.document.id == "g";
    EXPECT_EQ(hit.goal->highlights.size(), first ? 2U : 1U) << hit.document.id;
    ASSERT_EQ(hit.match.size(), 1U);
    EXPECT_EQ(hit.match[0].found, first ? "organizacji pozarządowych" : "NGO");
  }
}

// A document that says it both ways is no better than one that says it as often in one.
TEST_F(Synonyms, TheBestOfThemCountsAlone) {
  const Corpus corpus({document("a", "Organizacje pozarządowe oraz NGO"), document("b", "Most i rzeka")});
  Request asked = request("ngo");
  const double both = corpus.search(asked).hits.at(0).score;
  asked.synonyms = false;
  const double one = corpus.search(asked).hits.at(0).score;
  asked.query = "\"organizacja pozarządowa\"";
  const double other = corpus.search(asked).hits.at(0).score;
  EXPECT_DOUBLE_EQ(both, std::max(one, other));
}

}  // namespace
}  // namespace szukajst::search
