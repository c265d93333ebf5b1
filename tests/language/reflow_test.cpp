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

// A line that had room for the next word was not broken by the page's width.
TEST(Reflow, WhatHadRoomWasNotBroken) {
  const std::string text =
      "Wójt poinformował radnych, że droga do szkoły będzie gotowa jeszcze w tym roku szkolnym.\n"
      "Radni przyjęli sprawozdanie i podziękowali za prace trwające od wiosny.\n"
      "Po tym zamknięto obrady o godzinie czternastej, a wójt podziękował wszystkim za udział w\n"
      "sesji.";
  EXPECT_EQ(
      reflow(text),
      "Wójt poinformował radnych, że droga do szkoły będzie gotowa jeszcze w tym roku szkolnym. Radni "
      "przyjęli sprawozdanie i podziękowali za prace trwające od wiosny.\n"
      "Po tym zamknięto obrady o godzinie czternastej, a wójt podziękował wszystkim za udział w sesji.");
}

TEST(Reflow, ADashInsideASentenceIsNoItem) {
  EXPECT_EQ(
      reflow("Na ukończeniu jest odcinek drogi powiatowej z miasta do najdalszej wsi\n– Bodzewo w gminie\n"
             "- wsparcie"),
      "Na ukończeniu jest odcinek drogi powiatowej z miasta do najdalszej wsi – Bodzewo w gminie\n"
      "- wsparcie");
}

TEST(Reflow, EmptyTexts) {
  EXPECT_EQ(reflow(""), "");
  EXPECT_EQ(reflow("\n \n\f\n"), "");
}

}  // namespace
}  // namespace szukajst::language
