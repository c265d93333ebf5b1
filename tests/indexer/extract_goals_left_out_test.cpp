// Goals below a heading where no label, no number and no sentence tells them: what the looks of the lines do.
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

TEST(GoalsLeftOut, AreasStandAboveTheirGoals) {
  // Numbers run through all the areas.
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY SOWIN\n\nCele strategiczne i operacyjne\n\nWymiar społeczny\n1. Sowin "
          "uczy i leczy\n   1.1 Szkoły otwarte do wieczora\n       Działania: świetlica; klub "
          "nauki\n\nWymiar gospodarczy\n2. Sowin pracuje\n   2.1 Tereny dla firm\n       Działania: "
          "nowa strefa\n"),
      "0 strategic 1 | Sowin uczy i leczy | -\n1 operational 1.1 | Szkoły otwarte do wieczora | 0\n"
      "2 action | świetlica | 1\n3 action | klub nauki | 1\n4 strategic 2 | Sowin pracuje | -\n"
      "5 operational 2.1 | Tereny dla firm | 4\n6 action | nowa strefa | 5\n");
  // Each has one goal.
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY SOWIN\n\nWybory gminy\n\nKażdy wymiar ma swój cel strategiczny i cele "
          "operacyjne.\n\nWYMIAR SPOŁECZNY\n\nMieszkańcy Sowina są zdrowi\n\n> Lekarz przyjmuje na "
          "miejscu\n> Boiska są otwarte\n\nWYMIAR GOSPODARCZY\n\nFirmy znajdują w Sowinie ludzi\n\n> "
          "Tereny są uzbrojone\n"),
      "0 strategic | Mieszkańcy Sowina są zdrowi | -\n1 operational | Lekarz przyjmuje na miejscu | 0\n"
      "2 operational | Boiska są otwarte | 0\n3 strategic | Firmy znajdują w Sowinie ludzi | -\n"
      "4 operational | Tereny są uzbrojone | 3\n");
}

TEST(GoalsLeftOut, HeadingsWithoutMarkersAndLinesBelowThem) {
  EXPECT_EQ(goals_of("STRATEGIA ROZWOJU MIASTA LUBOWO 2035\n\nCele strategiczne wraz z celami "
                     "operacyjnymi\n\nMiasto do mieszkania\n\nNowe mieszkania komunalne\nSpokojne "
                     "osiedla\n\nMiasto do pracy\n\nGrunty dla rzemiosła\nSzkoła zawodów\n\nWdrażanie "
                     "strategii\n\nOdpowiada za nie burmistrz.\n"),
            "0 strategic | Miasto do mieszkania | -\n1 operational | Nowe mieszkania komunalne | 0\n"
            "2 operational | Spokojne osiedla | 0\n3 strategic | Miasto do pracy | -\n"
            "4 operational | Grunty dla rzemiosła | 3\n5 operational | Szkoła zawodów | 3\n");
}

TEST(GoalsLeftOut, WhateverTheyAreCalled) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA CYFRYZACJI GMINY SOWIN\n\n4   ZAMIERZENIA\n\n4.1   Urząd bez kolejek\n\nKażdą sprawę "
          "załatwi się zdalnie.\n\nAby to osiągnąć:\n\na)  uruchomimy portal,\nb)  przeszkolimy "
          "urzędników.\n\n4.2   Biegli seniorzy\n\nAby to osiągnąć:\n\na)  otworzymy punkt "
          "pomocy.\n\nWskaźniki:\n\na)  liczba porad.\n\n5   BUDŻET\n\nZaplanowano 1 mln zł.\n"),
      "0 strategic 4.1 | Urząd bez kolejek | -\n1 action a | uruchomimy portal | 0\n"
      "2 action b | przeszkolimy urzędników | 0\n3 strategic 4.2 | Biegli seniorzy | -\n"
      "4 action a | otworzymy punkt pomocy | 3\n");
}

TEST(GoalsLeftOut, ALeadMayStandBetweenHeadingAndList) {
  const char* const kBegin =
      "PROGRAM WSPÓŁPRACY GMINY SOWIN\n\nI. Cele\n1. Cel główny: Silne organizacje.\n\nII. Zadania "
      "priorytetowe\n";
  EXPECT_EQ(goals_of(std::string(kBegin) + "W tym roku zlecane będą:\n1) obóz letni;\n2) liga szachowa.\n"),
            "0 main | Silne organizacje | -\n1 action 1 | obóz letni | 0\n2 action 2 | liga szachowa | 0\n");
  // Fields of tasks, and no tasks.
  EXPECT_EQ(goals_of(std::string(kBegin) +
                     "W tym roku najważniejsze są sprawy z zakresu:\n1) kultury;\n2) sportu.\n"),
            "0 main | Silne organizacje | -\n");
}

TEST(GoalsLeftOut, NothingWhereTheOutlineDoesNotHold) {
  // The same text in a document that is no strategy.
  EXPECT_EQ(goals_of("Cele na dziś\n\nPunkt pierwszy\n\nZakupy na obiad\nPranie\n\nPunkt drugi\n\nSpacer\n"),
            "");
  // A heading with nothing below it.
  EXPECT_EQ(
      goals_of("STRATEGIA GMINY SOWIN\n\nNasze cele i plany\n\nMiejsce dla każdego\n\nBliżej siebie\n\nLas, "
               "woda\n\n- sosny\n- jeziora\n"),
      "");
  // What ends a chapter.
  EXPECT_EQ(
      goals_of("STRATEGIA GMINY SOWIN\n\n3. Cele\n\n4. Finansowanie\n\n1) budżet gminy,\n2) dotacje.\n"), "");
}

TEST(GoalsSchemes, OrdinalsNumberADocumentsOwnLabel) {
  EXPECT_EQ(
      goals_of(
          "Miasto Lubowo\nStrategia 2035\n\nAspiracja pierwsza: Miasto do mieszkania\n\nZobowiązania:\n– "
          "nowe mieszkania,\n– park.\n\nAspiracja druga: Miasto do pracy\n\nZobowiązania:\n– "
          "strefa.\n\nNakłady: 4 mln zł.\n"),
      "0 strategic | Miasto do mieszkania | -\n1 action | nowe mieszkania | 0\n2 action | park | 0\n"
      "3 strategic | Miasto do pracy | -\n4 action | strefa | 3\n");
  // Stages have lists, too.
  EXPECT_EQ(goals_of("Strategia 2035\n\nEtap pierwszy: Diagnoza\n\n– ankiety,\n– spacery.\n\nEtap drugi: "
                     "Warsztaty\n\n– dwa spotkania.\n"),
            "");
}

TEST(GoalsLabels, CodesWithAHyphenAndCodesThatAHeadingExplains) {
  EXPECT_EQ(goals_of("CS-1\nZDROWA WODA\nCele operacyjne: CO-1.1 Kanalizacja wsi; CO-1.2 Szczelne "
                     "szamba\n\nCS-2\nCZYSTE POWIETRZE\n"),
            "0 strategic CS-1 | ZDROWA WODA | -\n1 operational CO-1.1 | Kanalizacja wsi | 0\n"
            "2 operational CO-1.2 | Szczelne szamba | 0\n3 strategic CS-2 | CZYSTE POWIETRZE | -\n");
  EXPECT_EQ(goals_of("Celem strategicznym Planu jest czyste powietrze. Osiągnięciu tego celu służą cele "
                     "szczegółowe:\n\nCS1 – mniejsza emisja,\nCS2 – energia ze słońca.\n"),
            "0 strategic | czyste powietrze | -\n1 specific CS1 | mniejsza emisja | 0\n"
            "2 specific CS2 | energia ze słońca | 0\n");
}

TEST(GoalsCards, ACardForEachProject) {
  EXPECT_EQ(
      goals_of(
          "PROGRAM REWITALIZACJI LUBOWA\n\nCel 1. Żywe śródmieście\nCel 2. Zielone podwórka\n\nVII. Lista "
          "przedsięwzięć\n\nNr: 1\nNazwa przedsięwzięcia: Dom sąsiedzki\nPodmiot realizujący: "
          "Gmina Lubowo\nCel rewitalizacji: 1\n\nNr: 2\nNazwa przedsięwzięcia: Sad "
          "miejski\nPodmiot realizujący: wspólnoty\nCel rewitalizacji: 2\n"),
      "0 strategic 1 | Żywe śródmieście | -\n1 strategic 2 | Zielone podwórka | -\n"
      "2 action | Dom sąsiedzki | 0\n3 action | Sad miejski | 1\n");
}

TEST(GoalsTables, ALineBelowARowOfBars) {
  EXPECT_EQ(
      goals_of("Cel strategiczny | Cele szczegółowe | Zadania\n\n1. Zdrowie | 1.1. Bliski lekarz | 1.1.1. "
               "Poradnia w\nSowinie\n\n1.1.2. Karetka\n\n1.2. Ruch | 1.2.1. Hala\n2. Praca | 2.1. Nowe "
               "firmy | 2.1.1. Strefa\n\nOpracowanie własne.\n"),
      "0 strategic 1 | Zdrowie | -\n1 specific 1.1 | Bliski lekarz | 0\n"
      "2 action 1.1.1 | Poradnia w Sowinie | 1\n3 action 1.1.2 | Karetka | 1\n"
      "4 specific 1.2 | Ruch | 0\n5 action 1.2.1 | Hala | 4\n6 strategic 2 | Praca | -\n"
      "7 specific 2.1 | Nowe firmy | 6\n8 action 2.1.1 | Strefa | 7\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
