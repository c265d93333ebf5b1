#include "language/word_families.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

bool related(const std::string& word, const std::string& to) {
  const auto found = lexicon().relatives(word);
  return std::find(found.begin(), found.end(), to) != found.end();
}

TEST(WordFamilies, HoldBothWays) {
  for (const auto& [noun, adjective] :
       std::vector<std::pair<std::string, std::string>>{{"turystyka", "turystyczny"},  // by their endings
                                                        {"edukacja", "edukacyjny"},
                                                        {"ekologia", "ekologiczny"},
                                                        {"kultura", "kulturalny"},
                                                        {"zdrowie", "zdrowotny"},  // as pairs
                                                        {"młodzież", "młodzieżowy"},
                                                        {"rolnik", "rolniczy"},
                                                        {"rolnictwo", "rolniczy"}}) {
    EXPECT_TRUE(related(noun, adjective)) << noun;
    EXPECT_TRUE(related(adjective, noun)) << adjective;
  }
}

TEST(WordFamilies, LeaveOthersAlone) {
  for (const char* word : {"cel", "rada", "gmina", "muzyka muzyka", "energiczny", "kika", "", "yka"}) {
    EXPECT_TRUE(lexicon().relatives(word).empty()) << word;
  }
  EXPECT_FALSE(related("energia", "energiczny"));
}

TEST(WordFamilies, NameTheLineThatIsWrong) {
  const auto path = std::filesystem::temp_directory_path() / "szukajst-word-families-test.tsv";
  for (const char* line : {"pair\tgmina", "couple\ta\tb", "ending\tyka\t"}) {
    std::ofstream(path) << "# a comment\n" << line << "\n";
    const auto loaded = WordFamilies::load(path);
    ASSERT_FALSE(loaded) << line;
    EXPECT_EQ(loaded.error().code, core::ErrorCode::malformed);
    EXPECT_NE(loaded.error().message.find(":2:"), std::string::npos) << loaded.error().message;
  }
  std::filesystem::remove(path);
  EXPECT_EQ(WordFamilies::load(path).error().code, core::ErrorCode::not_found);
}

}  // namespace
}  // namespace szukajst::language
