// The inverted index of a segment against its tokens, counted by hand; what is damaged is refused or found
// out, and nothing is read beyond the file.
#include "core/segment_postings.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>

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
                   ("szukajst-postings-" + std::to_string(::getpid()));
};

struct Made {
  std::vector<DocumentTokens> documents;
  std::vector<std::uint32_t> goal_starts{0};
  std::size_t goals() const { return goal_starts.back(); }
};

// Words of which the first are common and the last rare, each in two forms of one key; some documents long.
Made write_tokens(const Folder& folder, std::size_t documents, std::size_t vocabulary) {
  std::mt19937 random(7);
  const auto below = [&](std::size_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  Made made;
  SegmentTokensWriter writer(folder / "spool");
  std::vector<DocumentTokens::Use> uses;
  for (std::size_t word = 0; word < vocabulary; ++word)
    for (const char form : {'a', 'b'})
      uses.push_back({"K" + std::to_string(word), "E" + std::to_string(word) + form});
  uses.emplace_back();  // posts nothing
  for (std::size_t i = 0; i < documents; ++i) {
    DocumentTokens document;
    document.uses = uses;
    const auto text = [&](std::size_t size) {
      DocumentTokens::Text places;
      for (; size > 0; --size)
        places.push_back(below(20) == 0 ? DocumentTokens::kBetweenNames : below(1 + below(uses.size())));
      return places;
    };
    for (auto& field : document.fields) field = text(below(6));
    for (std::size_t goals = below(3); goals > 0; --goals) document.goals.push_back(text(below(4)));
    auto& body = document.of(TextField::body);
    if (below(200) == 0) body.insert(body.end(), 25 + below(1000), below(4));
    made.goal_starts.push_back(made.goal_starts.back() + static_cast<std::uint32_t>(document.goals.size()));
    made.documents.push_back(document);
    writer.add(document);
  }
  EXPECT_TRUE(writer.write(folder / "tokens"));
  return made;
}

// By entry, how often each term stands there, each use counted.
using Counts = std::map<std::uint32_t, std::map<std::string, std::uint32_t>>;

Counts counted(const Made& made, Scope scope) {
  Counts counts;
  std::uint32_t goal = 0;
  for (std::uint32_t i = 0; i < made.documents.size(); ++i) {
    const DocumentTokens& document = made.documents[i];
    const auto add = [&](std::uint32_t entry, const DocumentTokens::Text& text) {
      for (const std::uint32_t place : text)
        if (place != DocumentTokens::kBetweenNames)
          for (const std::string& term : document.uses[place]) ++counts[entry][term];
    };
    for (std::size_t field = 0; field < kTextFields; ++field)
      if (kScopeOf[field] == scope) add(i, document.fields[field]);
    for (const auto& text : document.goals) {
      if (scope == Scope::goals) add(i, text);
      if (scope == Scope::goal) add(goal, text);
      ++goal;
    }
  }
  return counts;
}

Counts posted(const SegmentTokens& tokens, const ScopePostings& scope) {
  Counts counts;
  for (std::uint32_t use = 0; use < tokens.uses(); ++use) {
    UseCursor cursor = scope.cursor(use);
    for (std::uint32_t window = 0; window < scope.windows(); ++window) {
      cursor.read(window, [&](std::uint32_t offset, std::uint32_t count) {
        for (const std::uint32_t term : tokens.terms_of(use))
          counts[window * kPostingsWindow + offset][std::string(tokens.term(term))] += count;
      });
    }
  }
  return counts;
}

TEST(SegmentPostings, TellHowOftenEachUseStandsInEachEntry) {
  const Folder folder;
  const Made made = write_tokens(folder, 3 * kPostingsWindow + 100, 60);
  const auto tokens = SegmentTokens::open(folder / "tokens", made.goal_starts);
  ASSERT_TRUE(tokens);
  for (const std::size_t batch : {std::size_t{1} << 24, std::size_t{5000}}) {
    ASSERT_TRUE(write_postings(*tokens, folder / "postings", batch));
    const auto postings = SegmentPostings::open(folder / "postings", *tokens);
    ASSERT_TRUE(postings) << postings.error().message;
    EXPECT_TRUE(postings->file().intact());
    EXPECT_TRUE(postings->fit(*tokens));
    for (const Scope scope : kPostedScopes) {
      const ScopePostings& here = postings->of(scope);
      EXPECT_EQ(here.entries(), scope == Scope::goal ? made.goals() : made.documents.size());
      const Counts expected = counted(made, scope);
      ASSERT_EQ(posted(*tokens, here), expected) << static_cast<char>(scope);
      std::map<std::string, std::size_t> frequencies;
      for (const auto& [entry, terms] : expected)
        for (const auto& [term, count] : terms) ++frequencies[term];
      for (std::uint32_t term = 0; term < tokens->terms(); ++term)
        EXPECT_EQ(here.frequency(*tokens, term), frequencies[std::string(tokens->term(term))]);
    }
    const std::size_t none = made.documents.size();
    EXPECT_EQ(postings->of(Scope::body).cursor(static_cast<std::uint32_t>(none)).size(), 0U);
  }
}

TEST(SegmentPostings, AreFoundByLeapsAsByWalking) {
  const Folder folder;
  const Made made = write_tokens(folder, 4 * kPostingsWindow, 80);
  const auto tokens = SegmentTokens::open(folder / "tokens", made.goal_starts);
  ASSERT_TRUE(tokens && write_postings(*tokens, folder / "postings"));
  const auto postings = SegmentPostings::open(folder / "postings", *tokens);
  ASSERT_TRUE(postings);
  const ScopePostings& body = postings->of(Scope::body);
  std::mt19937 random(3);
  std::size_t many = 0;
  for (std::uint32_t use = 2; use < tokens->uses(); ++use) {
    std::map<std::uint32_t, std::uint32_t> all;
    UseCursor walking = body.cursor(use);
    for (std::uint32_t window = walking.next_window(0); window < body.windows();
         window = walking.next_window(window + 1)) {
      const std::size_t before = all.size();
      const std::uint32_t size = walking.dense_in_window(window);
      walking.read(window, [&](std::uint32_t offset, std::uint32_t count) {
        all[window * kPostingsWindow + offset] = count;
        many += count >= kManyTimes ? 1U : 0U;
      });
      ASSERT_GT(all.size(), before);
      if (size > 0) {
        ASSERT_EQ(all.size() - before, size);
      }
    }
    ASSERT_EQ(all.size(), walking.size());
    UseCursor leaping = body.cursor(use);
    const auto leap = [&] { return static_cast<std::uint32_t>(random() % 2); };
    for (std::uint32_t window = leap(); window < body.windows(); window += 1 + leap()) {
      for (int i = 0; i < 40; ++i) {
        const auto offset = static_cast<std::uint32_t>(random() % kPostingsWindow);
        const auto at = all.find(window * kPostingsWindow + offset);
        ASSERT_EQ(leaping.count_at(window, offset), at == all.end() ? 0 : at->second);
      }
    }
  }
  EXPECT_GT(many, 5U);
}

TEST(SegmentPostings, MayBeOfNothing) {
  const Folder folder;
  const Made made = write_tokens(folder, 0, 3);
  const auto tokens = SegmentTokens::open(folder / "tokens", made.goal_starts);
  ASSERT_TRUE(tokens && write_postings(*tokens, folder / "postings"));
  const auto postings = SegmentPostings::open(folder / "postings", *tokens);
  ASSERT_TRUE(postings) << postings.error().message;
  EXPECT_EQ(postings->of(Scope::goal).windows(), 0U);
  EXPECT_TRUE(postings->fit(*tokens));
}

TEST(SegmentPostings, WithAnyByteChangedAreRefusedOrFoundOut) {
  const Folder folder;
  const Made made = write_tokens(folder, 40, 4);
  const auto tokens = SegmentTokens::open(folder / "tokens", made.goal_starts);
  ASSERT_TRUE(tokens && write_postings(*tokens, folder / "postings"));
  std::ifstream file(folder / "postings", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  constexpr std::array<int, 3> kChanges{0x55, 0xFF, 0x01};
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ kChanges[at % kChanges.size()]);
    std::ofstream(folder / "changed", std::ios::binary) << bytes;
    const auto postings = SegmentPostings::open(folder / "changed", *tokens);
    if (!postings) continue;
    EXPECT_FALSE(postings->file().intact()) << at;
    posted(*tokens, postings->of(Scope::body));  // stays within the file
    for (const Scope scope : kPostedScopes)
      for (std::uint32_t term = 0; term < tokens->terms(); ++term)
        postings->of(scope).frequency(*tokens, term);
    postings->fit(*tokens);
  }
  for (std::size_t size = 0; size < whole.size(); size += 41) {
    std::ofstream(folder / "cut", std::ios::binary) << whole.substr(0, size);
    EXPECT_FALSE(SegmentPostings::open(folder / "cut", *tokens));
  }
}

TEST(SegmentPostings, OfOtherTokensDoNotFit) {
  const Folder folder;
  const Made made = write_tokens(folder, 40, 4);
  {
    const auto tokens = SegmentTokens::open(folder / "tokens", made.goal_starts);
    ASSERT_TRUE(tokens && write_postings(*tokens, folder / "postings"));
  }
  const Made others = write_tokens(folder, 41, 4);
  const auto tokens = SegmentTokens::open(folder / "tokens", others.goal_starts);
  const auto postings = SegmentPostings::open(folder / "postings", *tokens);
  EXPECT_TRUE(!postings || !postings->fit(*tokens));
}

}  // namespace
}  // namespace szukajst::core
