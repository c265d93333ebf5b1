#include "language/ending_choice.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace szukajst::language {
namespace {

std::filesystem::path written(const std::string& text) {
  const auto path = std::filesystem::path(testing::TempDir()) / "endings.tsv";
  std::ofstream(path) << text;
  return path;
}

TEST(EndingChoice, AddsUpWhatItsTableHas) {
  const auto choice =
      EndingChoice::open(written("# a remark\na subst subst joined inst\t4\ne subst subst x\t-1.5\n"));
  ASSERT_TRUE(choice) << choice.error().message;
  EXPECT_DOUBLE_EQ(choice->evidence({"a subst subst joined inst", "e subst subst x", "unheard of"}), 2.5);
  EXPECT_DOUBLE_EQ(choice->evidence({}), 0);
}

TEST(EndingChoice, RefusesWhatIsNoTable) {
  for (const char* text : {"no tab\n", "a\tmuch\n", "a\t\n", "a\t1x\n"}) {
    const auto choice = EndingChoice::open(written(text));
    ASSERT_FALSE(choice) << text;
    EXPECT_EQ(choice.error().code, core::ErrorCode::malformed);
  }
  EXPECT_EQ(EndingChoice::open("/nowhere/endings.tsv").error().code, core::ErrorCode::not_found);
}

std::vector<ReadWord> sentence(const std::vector<ReadWord>& words) {
  std::vector<ReadWord> all = {{"", "edge", false}};
  all.insert(all.end(), words.begin(), words.end());
  all.push_back({"", "edge", false});
  return all;
}

TEST(EndingChoice, ConjunctionsCarryACaseOn) {
  const auto words = sentence({{"z", "prep:inst"},
                               {"gminą", "subst:inst:f", true},
                               {"rogowo", "name:nom:n", true},
                               {"i", "conj"},
                               {"gmina", "subst:nom:f", true},
                               {"kowal", "name:nom:m", true}});
  const LemmaOf none = [](const std::string& form) { return form; };
  const EndingCase gmina{5, "gmina", "subst:nom:f", "subst:inst:f"};
  EXPECT_EQ(ending_circumstances(words, gmina, none),
            std::vector<std::string>{"a subst subst same word conj marked"});
  // What no dictionary has is no choice between two readings.
  const EndingCase unknown{5, "gmina", "unknown", "subst:inst:f"};
  EXPECT_TRUE(ending_circumstances(words, unknown, none).empty());
}

TEST(EndingChoice, APredicateStandsBeforeToBe) {
  const LemmaOf to_be = [](const std::string& form) { return form == "jest" ? "być" : form; };
  const EndingCase author{1, "autorka", "subst:nom:f", "subst:inst:f"};
  const auto with = [](const ReadWord& last) {
    return sentence({{"autorka", "subst:nom:f", true}, {"planu", "subst:gen:m"}, {"jest", "fin:sg"}, last});
  };
  const std::string before = "a subst subst first before fin:sg";
  EXPECT_EQ(ending_circumstances(with({"rzeźbiarz", "subst:nom:m"}), author, to_be),
            (std::vector<std::string>{"a subst subst before to be nom", before}));
  EXPECT_EQ(ending_circumstances(with({"znana", "adj:nom:f"}), author, to_be),
            std::vector<std::string>{before});
}

TEST(EndingChoice, AParticipleBehindACommaAgrees) {
  const auto words = sentence({{"gmina", "subst:nom:f", true},
                               {"rogowo", "name:nom:n", true},
                               {"", "comma"},
                               {"reprezentowaną", "adj:inst:f"},
                               {"przez", "prep:acc"}});
  const LemmaOf none = [](const std::string& form) { return form; };
  EXPECT_EQ(ending_circumstances(words, {1, "gmina", "subst:nom:f", "subst:inst:f"}, none),
            std::vector<std::string>{"a subst subst agreeing marked"});
}

}  // namespace
}  // namespace szukajst::language
