#include <gtest/gtest.h>

#include "language/repair.h"

namespace szukajst::language {
namespace {

TEST(Reflow, JoinsLinesOfAParagraph) {
  EXPECT_EQ(
      reflow("Rada gminy przyjęła program współpracy z organizacjami\npozarządowymi na rok następny.\n"),
      "Rada gminy przyjęła program współpracy z organizacjami pozarządowymi na rok następny.");
}

TEST(Reflow, JoinsHyphenatedWords) {
  EXPECT_EQ(reflow("realizowanie wspólnych zadań inwesty-\ncyjnych"),
            "realizowanie wspólnych zadań inwestycyjnych");
  EXPECT_EQ(reflow("zadań inwesty¬\n\ncyjnych"), "zadań inwestycyjnych");
  EXPECT_EQ(reflow("gmina Bielsko-\nBiała leży"), "gmina Bielsko-Biała leży");
}

TEST(Reflow, JoinsLinesSetWide) {
  EXPECT_EQ(
      reflow("Strategia jest dokumentem przygotowanym dla wydziału\n\nna potrzeby starostwa powiatowego w "
             "mieście."),
      "Strategia jest dokumentem przygotowanym dla wydziału na potrzeby starostwa powiatowego w mieście.");
}

TEST(Reflow, KeepsItemsAndHeadingsApart) {
  EXPECT_EQ(reflow("Cele szczegółowe:\n1) Rozwój gmin i ich wspólnych inwestycji drogowych\n2) Promocja "
                   "powiatu\n- wsparcie"),
            "Cele szczegółowe:\n1) Rozwój gmin i ich wspólnych inwestycji drogowych\n2) Promocja powiatu\n- "
            "wsparcie");
  EXPECT_EQ(reflow("Cel strategiczny\nPowiat jest dobrym miejscem do życia i do pracy dla wszystkich"),
            "Cel strategiczny\nPowiat jest dobrym miejscem do życia i do pracy dla wszystkich");
}

TEST(Reflow, EmptyTexts) {
  EXPECT_EQ(reflow(""), "");
  EXPECT_EQ(reflow("\n \n\f\n"), "");
}

}  // namespace
}  // namespace szukajst::language
