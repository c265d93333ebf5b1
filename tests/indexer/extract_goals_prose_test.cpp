// Goals that running text names: in the midst of a sentence, one by one, in a row.
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

const std::string kTitle = "Strategia Rozwoju Gminy Lipki na lata 2021–2030\n\n";

std::string in_document(const std::string& text) {
  return goals_of(kTitle + text + "\n");
}

TEST(GoalsInProse, QuotedBehindTheirNumbers) {
  EXPECT_EQ(
      in_document("Cel strategiczny 2. Dobre drogi\n\nRadna pytała o mosty. Wójt wskazał, że zapisano cel "
                  "operacyjny 2.1 „Nowe mosty”, a także 2.2 „Równe chodniki” i 2.3 „Ścieżki rowerowe”."),
      "0 strategic 2 | Dobre drogi | -\n1 operational 2.1 | Nowe mosty | 0\n"
      "2 operational 2.2 | Równe chodniki | 0\n3 operational 2.3 | Ścieżki rowerowe | 0\n");
  EXPECT_EQ(in_document(
                "Projekt zawiera cel strategiczny nr 1 pn. „Zdrowi seniorzy” oraz cel strategiczny nr 2 pn. "
                "„Aktywna młodzież”."),
            "0 strategic 1 | Zdrowi seniorzy | -\n1 strategic 2 | Aktywna młodzież | -\n");
  // Another document's.
  EXPECT_EQ(in_document("Dokument wpisuje się w cel strategiczny 1 „Silny region” strategii województwa."),
            "");
}

TEST(GoalsInProse, OneBehindAColonInASentence) {
  EXPECT_EQ(in_document("Odpowiedzią na diagnozę jest cel główny programu: godne życie w centrum wsi."),
            "0 main | godne życie w centrum wsi | -\n");
  EXPECT_EQ(
      in_document("Po konsultacjach przyjęto jeden cel strategiczny: sprawny transport zbiorowy. Uchwała "
                  "wchodzi w życie."),
      "0 strategic | sprawny transport zbiorowy | -\n");
}

TEST(GoalsInProse, NamedInARow) {
  EXPECT_EQ(in_document(
                "Rada obradowała długo. Dlatego za priorytety uznano: dobrą szkołę, lekarza na miejscu oraz "
                "czyste powietrze."),
            "0 strategic | dobrą szkołę | -\n1 strategic | lekarza na miejscu | -\n"
            "2 strategic | czyste powietrze | -\n");
  EXPECT_EQ(
      in_document(
          "Celem głównym programu jest czyste powietrze. Wśród celów szczegółowych wymieniono wymianę "
          "pieców, ocieplenie szkół, a także edukację mieszkańców."),
      "0 main | czyste powietrze | -\n1 specific | wymianę pieców | 0\n2 specific | ocieplenie szkół | 0\n"
      "3 specific | edukację mieszkańców | 0\n");
  EXPECT_EQ(
      in_document("W strategii przyjęto następujące cele operacyjne: budowa żłobka, remont ośrodka zdrowia i "
                  "nowe mieszkania komunalne."),
      "0 operational | budowa żłobka | -\n1 operational | remont ośrodka zdrowia | -\n"
      "2 operational | nowe mieszkania komunalne | -\n");
  EXPECT_EQ(
      in_document("Jako cele kierunkowe wskazano rozwój turystyki, ochronę jezior i walkę z bezrobociem."),
      "0 strategic | rozwój turystyki | -\n1 strategic | ochronę jezior | -\n"
      "2 strategic | walkę z bezrobociem | -\n");
}

// "i" joins two items where the words behind it stand in the case of the first, and not of the last word.
TEST(GoalsInProse, ItemsThatAWordJoins) {
  const std::string goal =
      "Cel strategiczny 1. Kultura dla wszystkich. Cel ten osiągniemy poprzez działania takie "
      "jak: ";
  const std::string head = "0 strategic 1 | Kultura dla wszystkich | -\n";
  EXPECT_EQ(
      in_document(goal + "staże dla instruktorów i wspólny system sprzedaży biletów."),
      head + "1 action | staże dla instruktorów | 0\n2 action | wspólny system sprzedaży biletów | 0\n");
  EXPECT_EQ(in_document(goal + "budowa domu kultury i sali prób."),
            head + "1 action | budowa domu kultury i sali prób | 0\n");
  EXPECT_EQ(in_document(goal + "troska o parki i place zabaw."),
            head + "1 action | troska o parki i place zabaw | 0\n");
}

TEST(GoalsInProse, NthWithItsMeansBelow) {
  EXPECT_EQ(
      in_document(
          "Strategia koncentruje się na dwóch celach strategicznych. Pierwszy z nich, „Zdrowa gmina”, "
          "zostanie osiągnięty dzięki następującym kierunkom działań:\n- budowa przychodni,\n- "
          "transport do lekarza.\n\nDrugi z nich, „Czysta gmina”, osiągniemy przez:\n- nową "
          "kanalizację,\n- wymianę pieców."),
      "0 strategic | Zdrowa gmina | -\n1 action | budowa przychodni | 0\n2 action | transport do lekarza | "
      "0\n"
      "3 strategic | Czysta gmina | -\n4 action | nową kanalizację | 3\n5 action | wymianę pieców | 3\n");
}

TEST(GoalsInProse, WhatServesTheNth) {
  EXPECT_EQ(
      in_document(
          "Strategia wyznacza dwa cele strategiczne: pierwszy – Rozwój szkół, drugi – Ochrona lasów. W "
          "ramach drugiego celu strategicznego zaplanowano cele operacyjne: 2.1 Nowe sadzonki; 2.2 "
          "Szlaki piesze."),
      "0 strategic | Rozwój szkół | -\n1 strategic | Ochrona lasów | -\n2 operational 2.1 | Nowe sadzonki | "
      "1\n3 operational 2.2 | Szlaki piesze | 1\n");
  EXPECT_EQ(
      in_document("Strategia określa dwa cele strategiczne: rozwój szkół oraz ochronę lasów. Do pierwszego z "
                  "nich przypisano dwa cele operacyjne. Są to: nowe pracownie oraz stypendia."),
      "0 strategic | rozwój szkół | -\n1 strategic | ochronę lasów | -\n2 operational | nowe pracownie | 0\n"
      "3 operational | stypendia | 0\n");
}

TEST(GoalsInProse, NamedByAParagraphAndItsLetter) {
  EXPECT_EQ(in_document(
                "§ 2. Cele szczegółowe programu: a) lepsza wiedza rodziców, b) szybka pomoc w kryzysie.\n\n§ "
                "3. W ramach celu, o którym mowa w § 2 lit. b, przewiduje się następujące działania:\n- "
                "telefon zaufania,\n- dyżury psychologa."),
            "0 specific a | lepsza wiedza rodziców | -\n1 specific b | szybka pomoc w kryzysie | -\n"
            "2 action | telefon zaufania | 1\n3 action | dyżury psychologa | 1\n");
}

TEST(GoalsInProse, ListsOfTasksForAGoalOfAnyName) {
  EXPECT_EQ(in_document(
                "CELE KIERUNKOWE:\n\nI. Czyste jeziora.\n\nII. Praca dla młodych.\n\nVI. ZADANIA\n\nDo celu "
                "kierunkowego I:\n1/ budowa oczyszczalni,\n2/ kanalizacja wsi Borek.\n\nDo celu kierunkowego "
                "II:\n1/ roboty publiczne,\n2/ kursy zawodowe.\n"),
            "0 strategic I | Czyste jeziora | -\n1 strategic II | Praca dla młodych | -\n"
            "2 action 1 | budowa oczyszczalni | 0\n3 action 2 | kanalizacja wsi Borek | 0\n"
            "4 action 1 | roboty publiczne | 1\n5 action 2 | kursy zawodowe | 1\n");
}

TEST(GoalsInProse, RightBelowAHeading) {
  EXPECT_EQ(
      goals_of("ROCZNY PROGRAM WSPÓŁPRACY NA 2016 ROK\nWstęp\nCelem głównym Programu Współpracy, zwanego "
               "dalej „programem” jest budowanie\nspołeczeństwa obywatelskiego i partnerstwa między "
               "urzędem a organizacjami w środowisku.\nCel główny zostanie osiągnięty poprzez realizację "
               "następujących celów szczegółowych, którymi są:\n1. Wzrost aktywności.\n2. Integracja "
               "organizacji.\n",
               core::DocumentKind::programme),
      "0 main | budowanie społeczeństwa obywatelskiego i partnerstwa między urzędem a organizacjami w "
      "środowisku | -\n1 specific 1 | Wzrost aktywności | 0\n2 specific 2 | Integracja organizacji | 0\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
