// What pairs tell of phrases against looking for them in the tokens.
#include "search/phrase_pairs.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "corpus.h"

namespace szukajst::search {
namespace {

using core::DocumentTokens;

constexpr std::size_t kDocuments = 2 * kWindow + 300;

// Short texts over words of which some are common; a form may be of two words, and some forms are rare.
class PhrasePairsTest : public testing::Test {
 protected:
  void SetUp() override {
    core::SegmentTokensWriter writer(folder_.path() / "spool");
    for (std::size_t i = 0; i < kDocuments; ++i) {
      DocumentTokens document;
      for (std::size_t size = below(14); size > 0; --size) {
        const std::string word = key(), form = "E" + word + std::to_string(below(3));
        if (below(9) == 0) {
          document.uses.push_back({"K" + word, "K" + key(), "E" + std::to_string(below(9000))});
        } else {
          document.uses.push_back({"K" + word, form});
        }
        document.of(core::TextField::body).push_back(static_cast<std::uint32_t>(document.uses.size() - 1));
      }
      goal_starts_.push_back(0);
      writer.add(document);
    }
    ASSERT_TRUE(writer.write(folder_.path() / "tokens"));
    tokens_ = core::SegmentTokens::open(folder_.path() / "tokens", goal_starts_);
    ASSERT_TRUE(*tokens_);
    ASSERT_TRUE(core::write_postings(**tokens_, folder_.path() / "postings"));
    postings_ = core::SegmentPostings::open(folder_.path() / "postings", **tokens_);
    ASSERT_TRUE(*postings_);
  }
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string key() { return "w" + std::to_string(below(1 + below(40))); }

  struct Asked {
    Plan plan;
    PlanNode node;
  };
  Asked phrase(std::vector<std::pair<std::string, std::uint32_t>> words) {
    Asked asked;
    asked.node.type = QueryNode::Type::phrase;
    for (const auto& [word, distance] : words) {
      PlannedWord planned;
      planned.query.keys = {{word, core::MatchKind::folded}};
      asked.node.words.emplace_back(asked.plan.words.size(), distance);
      asked.plan.words.push_back(planned);
    }
    return asked;
  }
  struct Told {
    bool any = false;
    std::size_t has = 0, may = 0, found = 0;
  };
  Asked near(const std::string& one, const std::string& other, std::uint32_t distance) {
    Asked asked = phrase({{one, 0}, {other, 0}});
    asked.node.type = QueryNode::Type::near;
    asked.node.distance = distance;
    return asked;
  }
  // Fails the test where what is told is not so.
  Told told(const Asked& asked) {
    WordUses uses(**tokens_, asked.plan, core::MatchKind::ocr);
    if (asked.node.type == QueryNode::Type::near) {
      const NearFinder finder(asked.node, uses);
      return told(asked, uses, [&](const TextPlace& text) { return !finder.places(text).empty(); });
    }
    const PhraseFinder finder(asked.node, uses);
    return told(asked, uses, [&](const TextPlace& text) { return finder.stands_in(text); });
  }

 private:
  template <typename StandsIn>
  Told told(const Asked& asked, const WordUses& uses, const StandsIn& stands_in) {
    PhrasePairs pairs(asked.node, uses, core::Scope::body, **postings_);
    Told told{.any = pairs.any()};
    for (std::uint32_t window = 0; pairs.any() && window * kWindow < kDocuments; ++window) {
      Mask may, has;
      pairs.read(window, may, has);
      for (std::uint32_t offset = 0; offset < kWindow && window * kWindow + offset < kDocuments; ++offset) {
        const bool stands = stands_in({core::Scope::body, window * kWindow + offset});
        EXPECT_TRUE(stands || !has.has(offset));
        EXPECT_TRUE(!stands || may.has(offset));
        told.has += has.has(offset) ? 1 : 0;
        told.may += may.has(offset) ? 1 : 0;
        told.found += stands ? 1 : 0;
      }
    }
    return told;
  }

  TemporaryFolder folder_;
  std::mt19937 random_{23};
  std::vector<std::uint32_t> goal_starts_{0};
  std::optional<core::Result<core::SegmentTokens>> tokens_;
  std::optional<core::Result<core::SegmentPostings>> postings_;
};

TEST_F(PhrasePairsTest, HoldWhatHasThePhraseAndFewMore) {
  std::size_t found = 0, has = 0, asked = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::pair<std::string, std::uint32_t>> words{{key(), 0}};
    for (std::size_t more = 1 + below(2); more > 0; --more)
      words.emplace_back(key(), words.back().second + 1 + static_cast<std::uint32_t>(below(3)));
    const Told it = told(phrase(words));
    asked += it.any ? 1 : 0;
    found += it.found, has += it.has;
  }
  EXPECT_GT(asked, 30U);
  EXPECT_GT(found, 1000U);
  EXPECT_GT(has, 200U);
}

TEST_F(PhrasePairsTest, TellMostOfACommonPhraseForSure) {
  const Told it = told(phrase({{"w0", 0}, {"w1", 1}}));
  EXPECT_GT(it.has, it.found / 3);
  EXPECT_GT(it.found, 100U);
  const Told apart = told(phrase({{"w0", 0}, {"w1", 2}}));
  EXPECT_GT(apart.has, apart.found / 3);
}

TEST_F(PhrasePairsTest, TellNothingForSureOfALongerPhrase) {
  const Told it = told(phrase({{"w0", 0}, {"w0", 1}, {"w1", 2}}));
  EXPECT_TRUE(it.any);
  EXPECT_EQ(it.has, 0U);
  EXPECT_GT(it.found, 0U);
  EXPECT_LT(it.may, kDocuments / 4);
}

TEST_F(PhrasePairsTest, TellOfTwoWordsNearEachOtherWhatStandsSideBySide) {
  for (const std::uint32_t distance : {1U, 2U, 6U}) {
    const Told it = told(near("w1", "w0", distance));
    EXPECT_GT(it.has, it.found / 4) << distance;
    EXPECT_GT(it.found, 100U);
  }
  for (int round = 0; round < 20; ++round) told(near(key(), key(), static_cast<std::uint32_t>(1 + below(4))));
}

TEST_F(PhrasePairsTest, TellNothingWhereAWordIsRareOrFarOff) {
  EXPECT_FALSE(told(phrase({{"w0", 0}, {"w99", 1}})).any);
  EXPECT_FALSE(told(phrase({{"w0", 0}, {"w1", core::kMostApart + 1}})).any);
}

}  // namespace
}  // namespace szukajst::search
