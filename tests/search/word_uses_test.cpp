// Phrases and near words in the forward index against looking at each place by hand.
#include "search/word_uses.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "corpus.h"

namespace szukajst::search {
namespace {

using core::DocumentTokens;
using core::TextField;
using Positions = std::vector<std::uint32_t>;

// Documents over few keys that phrases meet and very many that make numbers of uses long.
class Made {
 public:
  Made() {
    core::SegmentTokensWriter writer(folder_.path() / "spool");
    for (std::size_t i = 0; i < 550; ++i) {
      documents_.push_back(document());
      writer.add(documents_.back());
      goal_starts_.push_back(goal_starts_.back() +
                             static_cast<std::uint32_t>(documents_.back().goals.size()));
    }
    EXPECT_TRUE(writer.write(folder_.path() / "tokens"));
  }
  core::SegmentTokens open() const {
    auto tokens = core::SegmentTokens::open(folder_.path() / "tokens", goal_starts_);
    EXPECT_TRUE(tokens);
    return std::move(*tokens);
  }
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string key() { return "w" + std::to_string(below(6)); }
  const std::vector<DocumentTokens>& documents() const { return documents_; }

 private:
  DocumentTokens document() {
    DocumentTokens made;
    // Each key in some forms that are met all the time and in others met only once or twice in all.
    const auto use = [&] {
      const std::string word = key();
      const std::size_t form = below(4) == 0 ? 10 + below(100'000) : below(3);
      made.uses.push_back({"K" + word, "E" + word + std::to_string(form)});
      return static_cast<std::uint32_t>(made.uses.size() - 1);
    };
    const auto other = [&] {
      made.uses.push_back({"E" + std::to_string(below(1'000'000))});
      return static_cast<std::uint32_t>(made.uses.size() - 1);
    };
    const auto text = [&](std::size_t most, bool names) {
      DocumentTokens::Text places;
      for (std::size_t size = below(most); size > 0; --size) {
        const std::size_t kind = below(12);
        if (names && kind < 3) places.push_back(DocumentTokens::kBetweenNames);
        if (!names || kind >= 3) places.push_back(kind < 8 ? use() : other());
      }
      return places;
    };
    made.of(TextField::body) = text(600, false);
    made.of(TextField::partner) = text(20, true);
    for (std::size_t goals = below(4); goals > 0; --goals) made.goals.push_back(text(9, false));
    return made;
  }

  TemporaryFolder folder_;
  std::mt19937 random_{11};
  std::vector<DocumentTokens> documents_;
  std::vector<std::uint32_t> goal_starts_{0};
};

// By position from 1 the key that stands there.
std::vector<std::pair<std::uint32_t, std::string>> keys_of(const DocumentTokens& document,
                                                           const DocumentTokens::Text& text) {
  std::vector<std::pair<std::uint32_t, std::string>> keys;
  std::uint32_t position = 0;
  for (const std::uint32_t use : text) {
    if (use == DocumentTokens::kBetweenNames) {
      position += position > 0 ? core::kGapBetweenNames : 0;
      continue;
    }
    ++position;
    for (const std::string& term : document.uses[use])
      if (term.front() == 'K') keys.emplace_back(position, term.substr(1));
  }
  return keys;
}

struct Asked {
  Plan plan;
  PlanNode node;
  std::vector<std::string> words;
};

Asked ask(Made& made, QueryNode::Type type) {
  Asked asked;
  asked.node.type = type;
  asked.node.distance = static_cast<std::uint32_t>(1 + made.below(8));
  std::uint32_t distance = 0;
  for (std::size_t i = 2 + made.below(2); i > 0; --i) {
    asked.words.push_back(made.key());
    PlannedWord word;
    word.query.keys = {{asked.words.back(), core::MatchKind::folded}};
    word.rarity = static_cast<double>(made.below(10));
    asked.plan.words.push_back(word);
    asked.node.words.emplace_back(asked.words.size() - 1, distance);
    distance += 1 + static_cast<std::uint32_t>(made.below(5) == 0);  // as behind a stop word
  }
  return asked;
}

template <typename Check>
void for_each_text(const Made& made, const Check& check) {
  for (std::size_t i = 0; i < made.documents().size(); ++i) {
    const DocumentTokens& document = made.documents()[i];
    check(TextPlace{core::Scope::body, i}, document, document.of(TextField::body));
    check(TextPlace{core::Scope::partner, i}, document, document.of(TextField::partner));
    check(TextPlace{core::Scope::goals, i}, document, document.joined_goals());
    for (std::size_t goal = 0; goal < document.goals.size(); ++goal)
      check(TextPlace{core::Scope::goal, i, goal}, document, document.goals[goal]);
  }
}

TEST(WordUses, PhrasesAreFoundWhereTheyStand) {
  Made made;
  const core::SegmentTokens tokens = made.open();
  ASSERT_GT(tokens.uses(), 70'000U) << "some must have long numbers";
  std::size_t found = 0;
  for (int round = 0; round < 30; ++round) {
    const Asked asked = ask(made, QueryNode::Type::phrase);
    WordUses uses(tokens, asked.plan, core::MatchKind::ocr);
    const PhraseFinder finder(asked.node, uses);
    for_each_text(made, [&](const TextPlace& place, const DocumentTokens& document, const auto& text) {
      const auto keys = keys_of(document, text);
      const std::set<std::pair<std::uint32_t, std::string>> known(keys.begin(), keys.end());
      Positions expected;
      for (const auto& [position, key] : keys) {
        bool whole = true;
        for (std::size_t i = 0; i < asked.words.size(); ++i)
          whole = whole && known.contains({position + asked.node.words[i].second, asked.words[i]});
        if (whole) expected.push_back(position);
      }
      ASSERT_EQ(finder.starts(place), expected);
      ASSERT_EQ(finder.stands_in(place), !expected.empty());
      found += expected.size();
    });
  }
  EXPECT_GT(found, 1000U);
}

TEST(WordUses, NearWordsAreFoundWhereTheyStand) {
  Made made;
  const core::SegmentTokens tokens = made.open();
  std::size_t found = 0;
  for (int round = 0; round < 10; ++round) {
    const Asked asked = ask(made, QueryNode::Type::near);
    WordUses uses(tokens, asked.plan, core::MatchKind::ocr);
    const NearFinder finder(asked.node, uses);
    for_each_text(made, [&](const TextPlace& place, const DocumentTokens& document, const auto& text) {
      // A place counts where all words stand in some stretch around it that is no longer than asked.
      std::set<std::pair<std::uint32_t, std::size_t>> all, expected;
      for (const auto& [position, key] : keys_of(document, text))
        for (std::size_t i = 0; i < asked.words.size(); ++i)
          if (asked.words[i] == key) all.emplace(position, i);
      for (const auto& [begin, unused] : all) {
        std::set<std::size_t> here;
        std::vector<std::pair<std::uint32_t, std::size_t>> stretch;
        for (const auto& each : all)
          if (each.first >= begin && each.first <= begin + asked.node.distance) stretch.push_back(each);
        for (const auto& each : stretch) here.insert(each.second);
        if (here.size() == asked.words.size()) expected.insert(stretch.begin(), stretch.end());
      }
      const auto places = finder.places(place);
      ASSERT_EQ((std::set<std::pair<std::uint32_t, std::size_t>>(places.begin(), places.end())), expected);
      found += places.size();
    });
  }
  EXPECT_GT(found, 1000U);
}

}  // namespace
}  // namespace szukajst::search
