#include "language/agreement.h"

#include <gtest/gtest.h>

#include "language/form_share.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

double fits(const char* first, const char* second) {
  return agreement(grammar_of(lexicon().look_up(first)), grammar_of(lexicon().look_up(second)));
}

TEST(Agreement, PrepositionsGovernCases) {
  EXPECT_GT(fits("z", "gminą"), 0);
  EXPECT_GT(fits("z", "gminy"), 0);
  EXPECT_LT(fits("z", "gmina"), 0);
  EXPECT_LT(fits("ze", "jest"), 0);
  EXPECT_GT(fits("o", "gminie"), 0);
  EXPECT_LT(fits("dla", "gminach"), 0);
}

TEST(Agreement, AdjectivesAgreeWithNouns) {
  EXPECT_GT(fits("gminą", "wiejską"), 0);
  EXPECT_LT(fits("gminą", "wiejska"), 0);
  EXPECT_GT(fits("nowa", "droga"), 0);
  EXPECT_LT(fits("nowa", "drogi"), 0);
  EXPECT_EQ(fits("bardzo", "droga"), 0);
}

TEST(FormShare, CommonCasesAreMany) {
  EXPECT_GT(form_share("subst:sg:nom:f"), form_share("subst:sg:inst:f"));
  EXPECT_GT(form_share("subst:sg:inst:f"), form_share("subst:sg:voc:f"));
  EXPECT_GT(form_share("verb:fin:sg:ter:imperf:nonrefl"), form_share("verb:fin:sg:sec:imperf:nonrefl"));
  EXPECT_GT(form_share("verb:fin:sg:ter:imperf:nonrefl"), form_share("verb:fin:sg:ter:perf:nonrefl"));
  EXPECT_GT(form_share("adv:pos"), form_share("adv:sup"));
  EXPECT_EQ(form_share(""), 1);
}

}  // namespace
}  // namespace szukajst::language
