// Words that are to stand near each other.
#include <gtest/gtest.h>

#include "corpus.h"

namespace szukajst::search {
namespace {

class Near : public ::testing::Test {
 protected:
  std::string sorted(const std::string& query) const {
    Request request;
    request.query = query;
    request.sort = Sort::title;
    return corpus_.ids(request);
  }

  Corpus corpus_{{document("a", "Remont drogi i budowa mostu"),
                  document("b", "Most nad rzeką, a za nim jedna droga"),
                  document("c", "Droga gminna, szkoła, świetlica, biblioteka, boisko, park i w końcu most"),
                  document("d", "Sama droga")}};
};

TEST_F(Near, InAnyOrderAndForm) {
  EXPECT_EQ(sorted("droga NEAR/3 most"), "a");
  EXPECT_EQ(sorted("mostem BLISKO/7 drogami"), "a b");
  EXPECT_EQ(sorted("droga NEAR most"), "a b c");
  EXPECT_EQ(sorted("remont NEAR/4 droga NEAR/4 most"), "a");
  EXPECT_EQ(sorted("remont NEAR/3 droga NEAR/3 most"), "");  // the first is four words from the last
}

TEST_F(Near, WithOtherOperators) {
  EXPECT_EQ(sorted("most NOT (droga NEAR/3 most)"), "b c");
  EXPECT_EQ(sorted("(droga NEAR/3 most) OR sama"), "a d");
  EXPECT_EQ(sorted("droga NEAR/3 i"), "a b c d");  // a stop word has no place of its own
}

TEST_F(Near, OnlyTheWordsThatAreNearAreHighlighted) {
  const Corpus corpus(
      {document("a", "Droga do lasu. Potem długo nic, aż do starego młyna. Nowa droga i most.")});
  const Answer answer = corpus.search("droga NEAR/2 most");
  ASSERT_EQ(answer.hits.size(), 1U);
  ASSERT_EQ(answer.hits[0].pages.size(), 1U);
  EXPECT_EQ(answer.hits[0].pages[0].matches, 2);
}

}  // namespace
}  // namespace szukajst::search
