#include "search/suggestion.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus.h"
#include "search/word_finder.h"

namespace szukajst::search {
namespace {

TEST(SlipsBetween, AreCounted) {
  EXPECT_EQ(slips_between("lodka", "lodka", 2), 0);
  EXPECT_EQ(slips_between("lodka", "lodk", 2), 1);
  EXPECT_EQ(slips_between("lodka", "loddka", 2), 1);
  EXPECT_EQ(slips_between("lodka", "ladka", 2), 1);
  EXPECT_EQ(slips_between("lodka", "ldoka", 2), 1) << "neighbours swapped";
  EXPECT_EQ(slips_between("xlodka", "lodkay", 2), 2);
  EXPECT_EQ(slips_between("lodka", "lxxxa", 2), 3);
  EXPECT_EQ(slips_between("", "abcd", 2), 3) << "more than two";
  EXPECT_EQ(slips_between("", "ab", 2), 2);
}

class Suggestions : public testing::Test {
 protected:
  const Corpus corpus_{{document("a", "Przebudowa przedszkola w Krzemieniszkach."),
                        document("b", "Przedszkole w Krzemieniszkach."), document("c", "Pxzedszkoel.")}};
  std::string suggested(const std::string& query) const {
    return corpus_.search(query).did_you_mean.value_or("none");
  }
};

TEST_F(Suggestions, PutAWordRightThatIsNowhere) {
  EXPECT_EQ(suggested("Krzemieniszkcah"), "krzemieniszkach");
  EXPECT_EQ(suggested("przebudowa w Krzemieniszxach"), "przebudowa w krzemieniszkach");
}

TEST_F(Suggestions, AskWhetherAWordOfPolishWasMeant) {
  EXPECT_EQ(suggested("przebduowa"), "przebudowa");
  EXPECT_EQ(corpus_.ids("przebduowa"), "a");
  EXPECT_EQ(suggested("przebudowa"), "none");
  EXPECT_EQ(suggested("przedszkolu"), "none");
}

TEST_F(Suggestions, ChangeTheWordItselfNotItsLettersInAnother) {
  EXPECT_EQ(suggested("-niekrzemieniszkcah krzemieniszkcah"), "-niekrzemieniszkcah krzemieniszkach");
  EXPECT_EQ(suggested("\"w Krzemieniszkcah\" (przebudowa OR Krzemieniszkcah)"),
            "\"w krzemieniszkach\" (przebudowa OR krzemieniszkach)");
}

TEST_F(Suggestions, AreNotMadeWhereTheyWouldBeGuesses) {
  EXPECT_EQ(suggested("przedszkole"), "none") << "it is found";
  EXPECT_EQ(suggested("przeszkoda"), "none") << "a word of Polish that nobody wrote";
  EXPECT_EQ(suggested("krzemienix"), "none") << "too far from all";
  EXPECT_EQ(suggested("Krzemieniszxach -przedszkole -przebudowa"), "none") << "nothing would be found either";
  EXPECT_EQ(suggested("kot"), "none");
}

}  // namespace
}  // namespace szukajst::search
