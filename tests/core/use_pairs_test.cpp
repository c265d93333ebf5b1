// Pairs of common words against the tokens that they were made of, looked through by hand.
#include "core/use_pairs.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "core/segment_postings.h"

namespace szukajst::core {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_ = (fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) /
                   ("szukajst-pairs-" + std::to_string(::getpid()));
};

using Entries = std::set<std::uint32_t>;
using Pair = std::tuple<std::uint32_t, std::uint16_t, std::uint16_t>;  // how far apart, groups
constexpr std::size_t kForms = 3, kWords = 60;

// Documents over words of which the first are common and the last rare, each in several forms; some forms are
// of two words. With stop words, which post no key, and names of few words.
class Made {
 public:
  Made(const Folder& folder, std::size_t documents) {
    SegmentTokensWriter writer(folder / "spool");
    std::vector<DocumentTokens::Use> uses;
    for (std::size_t word = 0; word < kWords; ++word)
      for (std::size_t form = 0; form < kForms; ++form)
        uses.push_back({"K" + std::to_string(word), "E" + std::to_string(word) + "-" + std::to_string(form)});
    for (std::size_t word = 0; word < kWords; word += 7)
      uses[word * kForms].push_back("K" + std::to_string(word / 2 + 1));
    uses.push_back({"Ei"});
    uses.emplace_back();  // posts nothing
    for (std::size_t i = 0; i < documents; ++i) {
      DocumentTokens document;
      document.uses = uses;
      const auto text = [&](std::size_t size, bool names) {
        DocumentTokens::Text places;
        for (; size > 0; --size)
          places.push_back(names && below(4) == 0 ? DocumentTokens::kBetweenNames
                           : below(6) == 0        ? static_cast<std::uint32_t>(uses.size() - 1 - below(2))
                                                  : below(1 + below(1 + below(kWords * kForms))));
        return places;
      };
      document.of(TextField::body) = text(below(12), false);
      document.of(TextField::partner) = text(below(8), true);
      for (std::size_t goals = below(3); goals > 0; --goals) document.goals.push_back(text(below(4), false));
      goal_starts_.push_back(goal_starts_.back() + static_cast<std::uint32_t>(document.goals.size()));
      writer.add(document);
    }
    EXPECT_TRUE(writer.write(folder / "tokens"));
    auto tokens = SegmentTokens::open(folder / "tokens", goal_starts_);
    EXPECT_TRUE(tokens && write_postings(*tokens, folder / "postings"));
    tokens_.emplace(*std::move(tokens));
  }
  const SegmentTokens& tokens() const { return *tokens_; }
  std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

 private:
  std::mt19937 random_{9};
  std::vector<std::uint32_t> goal_starts_{0};
  std::optional<SegmentTokens> tokens_;
};

std::map<Pair, Entries> standing(const SegmentTokens& tokens, Scope scope, const UsePairs& pairs) {
  std::map<Pair, Entries> found;
  std::vector<std::pair<Pair, std::uint32_t>> here;
  std::vector<Pair> of_entry;
  for_each_entry(
      tokens, scope,
      [&](const Tokens& run) {
        Tokens::Last last;
        for (std::size_t at = 0; at < run.size(); ++at) {
          for (std::size_t behind = at + 1; behind <= at + kMostApart && behind < run.size(); ++behind) {
            const auto first = pairs.group_of(run.use(at, last)),
                       second = pairs.group_of(run.use(behind, last));
            if (first && second)
              of_entry.emplace_back(static_cast<std::uint32_t>(behind - at), *first, *second);
          }
        }
      },
      [&](std::uint32_t entry) {
        for (const Pair& pair : of_entry) found[pair].insert(entry);
        of_entry.clear();
      });
  return found;
}

Entries told(const ScopePostings& lists, std::uint32_t list) {
  Entries entries;
  UseCursor cursor = lists.cursor(list);
  for (std::uint32_t window = 0; window < lists.windows(); ++window) {
    cursor.read(window, [&](std::uint32_t offset, std::uint32_t) {
      entries.insert(window * kPostingsWindow + offset);
    });
  }
  return entries;
}

TEST(UsePairs, TellWhatHasThemAndWhatMay) {
  const Folder folder;
  const Made made(folder, 3 * kPostingsWindow + 100);
  const auto postings = SegmentPostings::open(folder / "postings", made.tokens());
  ASSERT_TRUE(postings) << postings.error().message;
  EXPECT_TRUE(postings->fit(made.tokens()));
  for (const Scope scope : {Scope::body, Scope::partner, Scope::goals, Scope::goal}) {
    const UsePairs& pairs = postings->pairs(scope);
    std::size_t own = 0, shared = 0;
    for (const auto& [pair, entries] : standing(made.tokens(), scope, pairs)) {
      const auto& [apart, first, second] = pair;
      const UsePairs::List list = pairs.list_of(apart, first, second);
      const Entries all = told(pairs.lists(), list.number);
      ASSERT_EQ(pairs.lists().size(list.number), all.size()) << "each entry once";
      ++(list.own ? own : shared);
      if (list.own) {
        ASSERT_EQ(all, entries);
      } else {
        ASSERT_TRUE(std::ranges::includes(all, entries));
        ASSERT_LT(entries.size(), entries_of(made.tokens(), scope) / 64)
            << "what is common is told by itself";
        ASSERT_LT(all.size(), entries_of(made.tokens(), scope) / 16) << "what is shared is told of few";
      }
    }
    EXPECT_GT(own, 5U) << static_cast<char>(scope);
    EXPECT_GT(shared, 10U) << static_cast<char>(scope);
  }
}

TEST(UsePairs, AreOfTheUsesOfCommonKeys) {
  const Folder folder;
  const Made made(folder, 2 * kPostingsWindow);
  const SegmentTokens& tokens = made.tokens();
  const auto postings = SegmentPostings::open(folder / "postings", tokens);
  ASSERT_TRUE(postings);
  const UsePairs& pairs = postings->pairs(Scope::body);
  const auto frequency = [&](std::uint32_t term) {
    return postings->of(Scope::body).frequency(tokens, term);
  };
  std::map<std::uint16_t, std::set<std::uint32_t>> keys, uses;  // of each group
  for (std::uint32_t use = 0; use < tokens.uses(); ++use) {
    std::pair<std::size_t, std::uint32_t> commonest;
    for (const std::uint32_t term : tokens.terms_of(use))
      if (tokens.term(term).front() == 'K') commonest = std::max(commonest, std::pair(frequency(term), term));
    const auto group = pairs.group_of(use);
    ASSERT_EQ(group.has_value(), commonest.first >= tokens.documents() / 16) << use;
    if (!group) continue;
    keys[*group].insert(commonest.second);
    uses[*group].insert(use);
  }
  EXPECT_GT(keys.size(), 5U);
  EXPECT_LT(keys.size(), kWords / 2);
  std::set<std::uint32_t> all;
  for (const auto& [group, of_group] : keys) {
    EXPECT_EQ(of_group.size(), 1U);
    EXPECT_TRUE(all.insert(*of_group.begin()).second) << "a key has one group";
    EXPECT_EQ(pairs.uses_in(group), uses[group].size());
  }
}

TEST(UsePairs, FewEntriesHaveNone) {
  const Folder folder;
  const Made made(folder, 2 * kPostingsWindow - 1);
  const auto postings = SegmentPostings::open(folder / "postings", made.tokens());
  ASSERT_TRUE(postings);
  EXPECT_TRUE(postings->fit(made.tokens()));
  EXPECT_EQ(postings->pairs(Scope::body).lists().lists(), 0U);
  for (std::uint32_t use = 0; use < made.tokens().uses(); ++use)
    EXPECT_FALSE(postings->pairs(Scope::body).group_of(use));
}

TEST(UsePairs, OfADamagedFileAreRefusedOrFoundOut) {
  const Folder folder;
  Made made(folder, 2 * kPostingsWindow);
  std::ifstream file(folder / "postings", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  for (int round = 0; round < 300; ++round) {
    std::string bytes = whole;
    char& byte = bytes[made.below(bytes.size())];
    byte = static_cast<char>(byte ^ (1 << made.below(8)));
    std::ofstream(folder / "changed", std::ios::binary) << bytes;
    const auto postings = SegmentPostings::open(folder / "changed", made.tokens());
    if (!postings) continue;
    EXPECT_FALSE(postings->file().intact());
    postings->fit(made.tokens());  // stays within the file, as does what follows
    const UsePairs& pairs = postings->pairs(Scope::body);
    std::set<std::uint16_t> groups;
    for (std::uint32_t use = 0; use < made.tokens().uses(); ++use)
      if (const auto group = pairs.group_of(use)) groups.insert(*group);
    for (const std::uint16_t first : groups)
      for (const std::uint16_t second : groups) told(pairs.lists(), pairs.list_of(1, first, second).number);
  }
}

}  // namespace
}  // namespace szukajst::core
