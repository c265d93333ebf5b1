// Labels whose wordings stand further on, and heads of tables whose cells have a line each.
#include <gtest/gtest.h>

#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

TEST(GoalHeads, ARowOfHeadsAboveARowOfWordings) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY LIPKI\n\nTabela 9. Układ celów\n\nCel strategiczny 1\nCel strategiczny "
          "2\nCel strategiczny 3\nDostępne usługi dla starzejącej się\ni rozproszonej społeczności\nLokalna "
          "gospodarka doliny\nZielona przestrzeń\nCO 1.1. Opieka blisko domu\nCO 2.1. Oferta dwóch rzek\n"),
      "0 strategic 1 | Dostępne usługi dla starzejącej się i rozproszonej społeczności | -\n"
      "1 strategic 2 | Lokalna gospodarka doliny | -\n2 strategic 3 | Zielona przestrzeń | -\n"
      "3 operational CO 1.1 | Opieka blisko domu | 0\n4 operational CO 2.1 | Oferta dwóch rzek | 1\n");
}

TEST(GoalHeads, KeywordsAboveTheGoals) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY LIPKI\n\nCel strategiczny: Produkt\n\nAtrakcyjna oferta dla gości\n\nCele "
          "szczegółowe:\n- Rozbudowa przystani\n- Nowe szlaki\n\nCel strategiczny: Ludzie\n\nZgodna "
          "współpraca "
          "branży\n\nCele szczegółowe:\n- Szkolenia\n- Narady\n"),
      "0 strategic | Atrakcyjna oferta dla gości | -\n1 specific | Rozbudowa przystani | 0\n"
      "2 specific | Nowe szlaki | 0\n3 strategic | Zgodna współpraca branży | -\n4 specific | Szkolenia | 3\n"
      "5 specific | Narady | 3\n");
}

TEST(GoalHeads, HeadsOfATableWithACellALine) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY LIPKI\n\nCel strategiczny: Wspieranie rodzin\nCele operacyjne\nDziałania\n"
          "Realizatorzy\nTermin\n1. Lepsza wiedza rodziców\na) warsztaty\nb) zatrudnienie asystenta\nGOPS, "
          "szkoły\n2016 – 2022\n2. Mniej przemocy\na) praca grup\nPolicja\npraca ciągła\n"),
      "0 strategic | Wspieranie rodzin | -\n1 operational 1 | Lepsza wiedza rodziców | 0\n"
      "2 action a | warsztaty | 1\n3 action b | zatrudnienie asystenta | 1\n"
      "4 operational 2 | Mniej przemocy | 0\n5 action a | praca grup | 4\n");
}

TEST(GoalHeads, RowsOfMeasuresAndCaptions) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY LIPKI\n\nTabela 4. Cel strategiczny 1 – układ celów i kierunków\n\nCEL "
          "STRATEGICZNY 1.\nWysoka jakość życia\nCele operacyjne\n1.1. Nowy żłobek\n1.2. Nowa szkoła\n\n"
          "5. Wskaźniki\n\nCel strategiczny 1\nLiczba miejsc w żłobkach\n0\n25\n"),
      "0 strategic 1 | Wysoka jakość życia | -\n1 operational 1.1 | Nowy żłobek | 0\n"
      "2 operational 1.2 | Nowa szkoła | 0\n");
}

TEST(GoalHeads, NumbersInBracketsThatRunOn) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY LIPKI\n\nCEL GŁÓWNY A\nSilna gospodarka\n\n  Cel szczegółowy A-1\n  Nowe "
          "tereny\n      (1) scalenie gruntów\n      (2) zwolnienia z podatku\n\n  Cel szczegółowy A-2\n  "
          "Pomoc firmom\n      (3) inkubator\n      (4) fundusz poręczeń\n"),
      "0 main A | Silna gospodarka | -\n1 specific A-1 | Nowe tereny | 0\n2 action 1 | scalenie gruntów | 1\n"
      "3 action 2 | zwolnienia z podatku | 1\n4 specific A-2 | Pomoc firmom | 0\n5 action 3 | inkubator | 4\n"
      "6 action 4 | fundusz poręczeń | 4\n");
}

TEST(GoalHeads, LabelsInSmallLettersBelowOneAnother) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY LIPKI\n\n  CEL STRATEGICZNY 1   Czyste jeziora\n      cel szczegółowy 1.1 "
          " "
          "Ład na brzegach\n      cel szczegółowy 1.2  Młodzi strażnicy\n  CEL STRATEGICZNY 2   Żywa wieś\n"
          "      cel szczegółowy 2.1  Świetlice co dzień\n"),
      "0 strategic 1 | Czyste jeziora | -\n1 specific 1.1 | Ład na brzegach | 0\n"
      "2 specific 1.2 | Młodzi strażnicy | 0\n3 strategic 2 | Żywa wieś | -\n"
      "4 specific 2.1 | Świetlice co dzień | 3\n");
}

TEST(GoalHeads, TheSecondInsideASentence) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU GMINY LIPKI\n\nPriorytet I. Dostępność\n\nPowiat stawia sobie dwa cele "
          "szczegółowe. Pierwszym jest poprawa stanu dróg, drugim zaś stworzenie sprawnego transportu.\n"),
      "0 strategic I | Dostępność | -\n1 specific | poprawa stanu dróg | 0\n"
      "2 specific | stworzenie sprawnego transportu | 0\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
