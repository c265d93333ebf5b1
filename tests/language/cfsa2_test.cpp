#include "language/cfsa2.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "language/automaton_builder.h"
#include "language/automaton_entries.h"
#include "language/mapped_file.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

std::vector<std::string> words_of(const std::string& bytes) {
  std::vector<std::string> words;
  const auto automaton = Cfsa2::open(bytes, "test");
  if (!automaton) return {automaton.error().message};
  for_each_entry(*automaton, automaton->root(), [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

TEST(Cfsa2, ReadsBackWhatTheBuilderWrote) {
  const std::vector<std::string> words = {"a",     "ab",   "abc",    "gmin", "gmina",
                                          "gminą", "mina", "powiat", "żółw"};
  EXPECT_EQ(words_of(build_automaton(
                {"żółw", "gmina", "abc", "ab", "a", "gminą", "gmin", "powiat", "mina", "ab", ""})),
            words);
}

TEST(Cfsa2, AcceptsNothingWithoutWords) {
  EXPECT_EQ(words_of(build_automaton({})), std::vector<std::string>{});
  EXPECT_EQ(Cfsa2().find(Cfsa2().root(), 'a'), 0U);
}

TEST(Cfsa2, ManyWordsWithMoreLabelsThanTheTableHolds) {
  std::vector<std::string> words;
  for (int i = 1; i < 256; ++i) {
    if (i == '\n') continue;
    words.push_back("x" + std::string(1, static_cast<char>(i)) + "y");
    words.push_back(std::string(static_cast<std::size_t>(i), 'z'));
  }
  auto found = words_of(build_automaton(words));
  std::ranges::sort(words);
  std::ranges::sort(found);
  EXPECT_EQ(found, words);
}

TEST(Cfsa2, SaysWhatIsWrongWithOtherBytes) {
  EXPECT_EQ(Cfsa2::open("", "empty").error().code, core::ErrorCode::malformed);
  EXPECT_EQ(Cfsa2::open("no automaton at all", "text").error().code, core::ErrorCode::malformed);
  std::string other = build_automaton({"a"});
  other[4] = 5;
  EXPECT_EQ(Cfsa2::open(other, "fsa5").error().code, core::ErrorCode::unsupported);
  EXPECT_NE(Cfsa2::open(other, "fsa5").error().message.find("fsa5"), std::string::npos);
}

TEST(Cfsa2, WalksPoliMorf) {
  const auto file = MappedFile::open(language_folder() / "polish.dict");
  ASSERT_TRUE(file) << file.error().message;
  const auto polimorf = Cfsa2::open(file->bytes(), "polish.dict");
  ASSERT_TRUE(polimorf) << polimorf.error().message;
  const auto node = polimorf->follow(polimorf->root(), "gminami;");
  ASSERT_NE(node, 0U);
  std::vector<std::string> entries;
  for_each_entry(*polimorf, node, [&](std::string_view entry) { entries.emplace_back(entry); });
  EXPECT_NE(std::ranges::find(entries, "AC;subst:pl:inst:f"), entries.end());
  EXPECT_EQ(polimorf->follow(polimorf->root(), "gminax"), 0U);
}

TEST(DictionaryEntry, IsDecodedToTheLemma) {
  struct Case {
    const char *form, *lemma;
  };
  for (const auto& [form, lemma] :
       {Case{"Pelplinem", "Pelplin"}, Case{"Toruniu", "Toruń"}, Case{"najlepszy", "dobry"},
        Case{"najnowszy", "nowy"}, Case{"rok", "rok"}, Case{"lat", "rok"}}) {
    const std::string entry = dictionary_entry(form, lemma, "tag");
    const auto decoded = decode_entry(form, std::string_view(entry).substr(entry.find(';') + 1));
    ASSERT_TRUE(decoded) << form;
    EXPECT_EQ(decoded->lemma, lemma);
    EXPECT_EQ(decoded->tags, "tag");
  }
  EXPECT_FALSE(decode_entry("rok", "AZ;tag"));
  EXPECT_FALSE(decode_entry("rok", "A"));
}

}  // namespace
}  // namespace szukajst::language
