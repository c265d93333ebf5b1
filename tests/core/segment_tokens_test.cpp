// The forward index and the packed texts of a segment: what is written comes back, what is damaged is refused
// or found out, and nothing is read beyond a file.
#include "core/segment_tokens.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include "core/kept_texts.h"

namespace szukajst::core {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  // In memory where that can be had: many files are written.
  fs::path path_ = (fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) /
                   ("szukajst-tokens-" + std::to_string(::getpid()));
};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// With the byte at the place another one.
std::string changed(std::string bytes, std::size_t at) {
  static constexpr std::array<int, 3> kChanges{0x55, 0xFF, 0x01};
  bytes[at] = static_cast<char>(bytes[at] ^ kChanges[at % kChanges.size()]);
  return bytes;
}

// By text the terms of each place; a place between names has one that is no term.
using Spelled = std::vector<std::multiset<std::string>>;

Spelled spelled(const DocumentTokens& document, const DocumentTokens::Text& text) {
  Spelled places;
  for (const std::uint32_t use : text) {
    if (use == DocumentTokens::kBetweenNames) {
      places.push_back({"|"});
    } else {
      places.emplace_back(document.uses[use].begin(), document.uses[use].end());
    }
  }
  return places;
}
std::vector<Spelled> spelled(const DocumentTokens& document) {
  std::vector<Spelled> texts;
  for (const auto& text : document.fields) texts.push_back(spelled(document, text));
  for (const auto& text : document.goals) texts.push_back(spelled(document, text));
  return texts;
}

class Random {
 public:
  explicit Random(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }

  DocumentTokens document(std::size_t words, std::size_t vocabulary) {
    DocumentTokens made;
    for (std::size_t i = 0; i < words; ++i) {
      made.uses.emplace_back();
      const std::string word = std::to_string(below(vocabulary));
      for (std::size_t terms = below(4); terms > 0; --terms)
        made.uses.back().push_back(scopeless_term(terms % 2 == 0 ? Stream::key : Stream::exact, word));
    }
    for (auto& text : made.fields) text = places(made, below(40));
    for (std::size_t goals = below(3); goals > 0; --goals) made.goals.push_back(places(made, below(5)));
    return made;
  }

 private:
  DocumentTokens::Text places(const DocumentTokens& made, std::size_t size) {
    DocumentTokens::Text text;
    for (; size > 0; --size)
      text.push_back(below(9) == 0 ? DocumentTokens::kBetweenNames
                                   : static_cast<std::uint32_t>(below(made.uses.size())));
    return text;
  }
  std::mt19937 random_;
};

struct Segment {
  std::vector<DocumentTokens> documents;
  std::vector<std::uint32_t> goal_starts{0};
};

Segment write_segment(const Folder& folder, std::size_t documents, std::size_t words,
                      std::size_t vocabulary) {
  Random random(5);
  Segment segment;
  SegmentTokensWriter writer(folder / "spool");
  for (std::size_t i = 0; i < documents; ++i) {
    segment.documents.push_back(random.document(words, vocabulary));
    const auto goals = static_cast<std::uint32_t>(segment.documents.back().goals.size());
    segment.goal_starts.push_back(segment.goal_starts.back() + goals);
    writer.add(segment.documents.back());
  }
  EXPECT_TRUE(writer.write(folder / "tokens"));
  return segment;
}

TEST(SegmentTokens, GiveBackEachPlaceOfEachText) {
  const Folder folder;
  // More uses than have a short number: many stand apart.
  const Segment segment = write_segment(folder, 1500, 150, 1'000'000);
  const auto tokens = SegmentTokens::open(folder / "tokens", segment.goal_starts);
  ASSERT_TRUE(tokens) << tokens.error().message;
  EXPECT_TRUE(tokens->file().intact());
  ASSERT_GT(tokens->uses(), 70'000U);
  std::size_t wide = 0;
  for (std::size_t i = 0; i < segment.documents.size(); ++i) {
    ASSERT_EQ(spelled(tokens->document(i)), spelled(segment.documents[i])) << i;
    // Forth and back, as phrases look.
    const Tokens body = tokens->text(i, TextField::body);
    Tokens::Last last;
    for (std::size_t place = body.size(); place-- > 0;) {
      Tokens::Last fresh;
      ASSERT_EQ(body.use(place, last), body.use(place, fresh));
      wide += body.codes()[place] == Tokens::kWide ? 1U : 0U;
    }
  }
  EXPECT_GT(wide, 1000U);
}

TEST(SegmentTokens, LeadFromTermsToUsesAndBack) {
  const Folder folder;
  const Segment segment = write_segment(folder, 50, 60, 180);
  const auto tokens = SegmentTokens::open(folder / "tokens", segment.goal_starts);
  ASSERT_TRUE(tokens) << tokens.error().message;
  std::map<std::string, std::set<std::uint32_t>> uses;
  for (std::uint32_t use = 0; use < tokens->uses(); ++use)
    for (const std::uint32_t term : tokens->terms_of(use)) uses[std::string(tokens->term(term))].insert(use);
  EXPECT_EQ(uses.size(), tokens->terms());
  for (const auto& [text, expected] : uses) {
    const auto term = tokens->find(text);
    ASSERT_TRUE(term) << text;
    const auto found = tokens->uses_of(*term);
    EXPECT_EQ(std::set<std::uint32_t>(found.begin(), found.end()), expected) << text;
  }
  EXPECT_FALSE(tokens->find("K"));
  EXPECT_FALSE(tokens->find("Kzzz"));
  EXPECT_TRUE(tokens->uses_of(0xFFFFFFFF).empty());
  EXPECT_TRUE(tokens->terms_of(0xFFFFFFFF).empty());
}

TEST(SegmentTokens, PutNamesAHundredApart) {
  const Folder folder;
  DocumentTokens document;
  document.uses = {{"Ka"}, {"Kb"}};
  constexpr std::uint32_t kBetween = DocumentTokens::kBetweenNames;
  document.of(TextField::partner) = {kBetween, 0, 1, kBetween, kBetween, 1};
  document.goals = {{}, {0, 0}, {}, {1}};
  EXPECT_EQ(document.joined_goals(), (DocumentTokens::Text{kBetween, 0, 0, kBetween, kBetween, 1}));
  SegmentTokensWriter writer(folder / "spool");
  writer.add(document);
  ASSERT_TRUE(writer.write(folder / "tokens"));
  const std::vector<std::uint32_t> goal_starts{0, 4};
  const auto tokens = SegmentTokens::open(folder / "tokens", goal_starts);
  ASSERT_TRUE(tokens) << tokens.error().message;
  for (const Scope scope : {Scope::partner, Scope::goals}) {
    std::vector<std::uint32_t> positions;
    tokens->for_each_run_in(scope, 0, [&](const Tokens& run, std::uint32_t before) {
      for (std::size_t place = 0; place < run.size(); ++place)
        positions.push_back(before + static_cast<std::uint32_t>(place) + 1);
    });
    EXPECT_EQ(positions, (std::vector<std::uint32_t>{1, 2, 203}));
  }
}

// Reads all that there is to read.
std::size_t read_all(const SegmentTokens& tokens, std::size_t documents) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < documents; ++i) seen += tokens.document(i).uses.size();
  for (std::uint32_t term = 0; term < tokens.terms(); ++term)
    seen += tokens.term(term).size() + tokens.uses_of(term).size();
  return seen;
}

TEST(SegmentTokens, WithAnyByteChangedAreRefusedOrFoundOut) {
  const Folder folder;
  const Segment segment = write_segment(folder, 4, 5, 15);
  const std::string whole = bytes_of(folder / "tokens");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    write(folder / "changed", changed(whole, at));
    const auto tokens = SegmentTokens::open(folder / "changed", segment.goal_starts);
    if (!tokens) {
      EXPECT_NE(tokens.error().message.find("changed"), std::string::npos) << "it is named";
      continue;
    }
    EXPECT_FALSE(tokens->file().intact()) << at;
    read_all(*tokens, 4);  // stays within the file
  }
}

TEST(SegmentTokens, CutOffOrOfOtherCountsAreRefused) {
  const Folder folder;
  const Segment segment = write_segment(folder, 4, 5, 15);
  const std::string whole = bytes_of(folder / "tokens");
  for (std::size_t size = 0; size < whole.size(); size += size < 64 ? 1 : 37) {
    write(folder / "cut", whole.substr(0, size));
    const auto tokens = SegmentTokens::open(folder / "cut", segment.goal_starts);
    ASSERT_FALSE(tokens) << size;
    EXPECT_EQ(tokens.error().code, ErrorCode::malformed);
  }
  auto more = segment.goal_starts;
  more.push_back(more.back());
  EXPECT_FALSE(SegmentTokens::open(folder / "tokens", more));
  EXPECT_FALSE(SegmentTokens::open(folder / "none", segment.goal_starts));
}

std::vector<std::string> texts(std::size_t count) {
  std::mt19937 random(3);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = "{\"source\":\"zbiory/" + std::to_string(i) + ".txt\",\"kind\":\"news\"} ";
    for (std::size_t words = random() % 60; words > 0; --words)
      text += "sprawozdanie nr " + std::to_string(random() % 900) + " z wykonania zadań; ";
    all.push_back(std::move(text));
  }
  all.push_back("");
  all.push_back(std::string(300'000, 'a'));
  return all;
}

TEST(KeptTexts, ComeBackWholeAndArePackedWithADictionary) {
  const Folder folder;
  for (const std::size_t count : {0U, 3U, 2000U, 9000U}) {  // the last: more than is learnt from
    const auto all = texts(count);
    KeptTextsWriter writer(folder / "texts");
    std::size_t bytes = 0;
    for (const std::string& text : all) writer.add(text), bytes += text.size();
    ASSERT_TRUE(writer.finish());
    const auto kept = KeptTexts::open(folder / "texts", all.size());
    ASSERT_TRUE(kept) << kept.error().message;
    EXPECT_TRUE(kept->file().intact());
    for (std::size_t i = 0; i < all.size(); ++i) ASSERT_EQ(*kept->read(i), all[i]);
    if (count >= 2000) {
      EXPECT_LT(kept->file().bytes(), bytes / 5);
    }
    EXPECT_FALSE(KeptTexts::open(folder / "texts", all.size() + 1));
  }
}

TEST(KeptTexts, WithAnyByteChangedAreRefusedOrFoundOut) {
  const Folder folder;
  KeptTextsWriter writer(folder / "texts");
  for (const std::string& text : texts(2)) writer.add(text.substr(0, 400));
  ASSERT_TRUE(writer.finish());
  const std::string whole = bytes_of(folder / "texts");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    write(folder / "changed", changed(whole, at));
    const auto kept = KeptTexts::open(folder / "changed", 4);
    if (!kept) continue;
    EXPECT_FALSE(kept->file().intact()) << at;
    for (std::size_t i = 0; i < 4; ++i) static_cast<void>(kept->read(i));
  }
}

}  // namespace
}  // namespace szukajst::core
