// Goals in layouts that no label alone tells: labels of one document, items side by side, narrow cells.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

TEST(GoalsOfOwnLabels, ThreeTiers) {
  const std::string expected =
      "0 strategic 1 | Gmina zdrowa | -\n1 operational 1.1 | Lekarz na wsi | 0\n"
      "2 action 1.1.1 | Nowa przychodnia | 1\n3 operational 1.2 | Ruch dla każdego | 0\n"
      "4 action 1.2.1 | Boisko w Borku | 3\n5 strategic 2 | Gmina zielona | -\n"
      "6 operational 2.1 | Czysta rzeka | 5\n7 action 2.1.1 | Kanalizacja wsi | 6\n";
  EXPECT_EQ(
      goals_of(
          "Strategia gminy Lipki\n\nAmbicja 1. Gmina zdrowa\nŚcieżka 1.1. Lekarz na wsi\nKrok 1.1.1. Nowa "
          "przychodnia\nŚcieżka 1.2. Ruch dla każdego\nKrok 1.2.1. Boisko w Borku\n\nAmbicja 2. Gmina "
          "zielona\nŚcieżka 2.1. Czysta rzeka\nKrok 2.1.1. Kanalizacja wsi\n"),
      expected);
  // Above their wordings.
  EXPECT_EQ(
      goals_of(
          "Strategia gminy Lipki\n\nAZYMUT 1\nGmina zdrowa\n\nPole zmiany 1.1\nLekarz na wsi\n\nImpuls "
          "1.1.1\nNowa przychodnia\n\nPole zmiany 1.2\nRuch dla każdego\n\nImpuls 1.2.1\nBoisko w "
          "Borku\n\nAZYMUT 2\nGmina zielona\n\nPole zmiany 2.1\nCzysta rzeka\n\nImpuls 2.1.1\nKanalizacja "
          "wsi\n"),
      expected);
}

TEST(GoalsOfOwnLabels, BelowAndAboveKnownOnes) {
  EXPECT_EQ(
      goals_of("Cel strategiczny 1. Zdrowie\nŚcieżka 1.1: Lekarz na wsi\nŚcieżka 1.2: Ruch\nDziałanie 1.2.1. "
               "Boisko\n"),
      "0 strategic 1 | Zdrowie | -\n1 operational 1.1 | Lekarz na wsi | 0\n2 operational 1.2 | Ruch | 0\n"
      "3 action 1.2.1 | Boisko | 2\n");
  EXPECT_EQ(
      goals_of(
          "Ambicja 1 – Zdrowie\nCel operacyjny 1.1. Lekarz na wsi\n\nAmbicja 2 – Przyroda\nCel operacyjny "
          "2.1. Czysta rzeka\n"),
      "0 strategic 1 | Zdrowie | -\n1 operational 1.1 | Lekarz na wsi | 0\n2 strategic 2 | Przyroda | -\n"
      "3 operational 2.1 | Czysta rzeka | 2\n");
}

// Chapters, captions, stages, indicators, and series that no tree holds.
TEST(GoalsOfOwnLabels, NotOfWhatIsNone) {
  EXPECT_EQ(goals_of("Plan gminy Lipki\n\nRozdział 1. Wstęp\nPodrozdział 1.1. Historia\nPodrozdział 1.2. "
                     "Ludność\nRozdział 2. Finanse\nPodrozdział 2.1. Dochody\n\nEtap 1. Zakup\nEtap 2. "
                     "Montaż\n\nReguła 1. Cisza\nReguła 2. Porządek\n"),
            "");
  EXPECT_EQ(
      goals_of("Cel strategiczny 1. Zdrowie\nWskaźnik 1.1. Liczba porad\nWskaźnik 1.2. Liczba zabiegów\n"),
      "0 strategic 1 | Zdrowie | -\n");
  EXPECT_EQ(
      goals_of(
          "Cel strategiczny I. Drogi\nCel szczegółowy I.1. Mosty\n\nDo celu I.1.: objazd; nowy most.\nDo "
          "celu I.1.: kładka.\n"),
      "0 strategic I | Drogi | -\n1 specific I.1 | Mosty | 0\n2 action | objazd | 1\n3 action | nowy most | "
      "1\n"
      "4 action | kładka | 1\n");
}

TEST(GoalsOutlineBelowDirections, LettersAndDecimals) {
  EXPECT_EQ(
      goals_of("PLAN ROZWOJU GMINY LIPKI\n\nIV. KIERUNKI ROZWOJU\n\nA. DROGI\n   A.1. Mosty\n        A.1.1. "
               "most w Borku\nB. SZKOŁY\n   B.1. Baza sportowa\n        B.1.1. sala w Lipkach\n"),
      "0 strategic A | DROGI | -\n1 operational A.1 | Mosty | 0\n2 action A.1.1 | most w Borku | 1\n"
      "3 strategic B | SZKOŁY | -\n4 operational B.1 | Baza sportowa | 3\n5 action B.1.1 | sala w Lipkach | "
      "4\n");
}

TEST(GoalsSideBySide, WrappedInTheirColumns) {
  EXPECT_EQ(goals_of("CELE STRATEGICZNE\n"
                     "1. Konkurencyjne rolnictwo      2. Rozwinięta sieć       3. Mądrzy mieszkańcy\n"
                     "i przetwórstwo                  dróg gminnych            Lipek\n\n"
                     "CELE OPERACYJNE\n"
                     "1.1 Doradztwo dla               2.1 Mosty                3.1 Szkoły\n"
                     "gospodarstw                                              z basenem\n"
                     "1.2 Skup owoców                 2.2 Chodniki             3.2 Izba pamięci\n\n"
                     "Mocne strony                    Słabe strony\n"
                     "1. Lasy                         1. Niska jakość gleb\n"
                     "2. Zabytki                      2. Odpływ młodych\n"),
            "0 strategic 1 | Konkurencyjne rolnictwo i przetwórstwo | -\n"
            "1 strategic 2 | Rozwinięta sieć dróg gminnych | -\n2 strategic 3 | Mądrzy mieszkańcy Lipek | -\n"
            "3 operational 1.1 | Doradztwo dla gospodarstw | 0\n4 operational 1.2 | Skup owoców | 0\n"
            "5 operational 2.1 | Mosty | 1\n6 operational 2.2 | Chodniki | 1\n"
            "7 operational 3.1 | Szkoły z basenem | 2\n8 operational 3.2 | Izba pamięci | 2\n");
  EXPECT_EQ(goals_of("Cel strategiczny 1. Zdrowe         Cel strategiczny 2. Dobre\n"
                     "rodziny                           drogi\n"),
            "0 strategic 1 | Zdrowe rodziny | -\n1 strategic 2 | Dobre drogi | -\n");
}

TEST(GoalsBelowANumber, ThatStandsAboveTheirHeading) {
  EXPECT_EQ(
      goals_of(
          "1.0\nCEL OGÓLNY 1\nSilna gospodarka\n\n1.1\nCELE SZCZEGÓŁOWE\nNowe firmy\n1.2\nKrótkie łańcuchy "
          "dostaw\n\n1.1.1\nPRZEDSIĘWZIĘCIA\nPremie na start\n1.2.1\nKuchnia wspólna\n"),
      "0 main 1 | Silna gospodarka | -\n1 specific 1.1 | Nowe firmy | 0\n"
      "2 specific 1.2 | Krótkie łańcuchy dostaw | 0\n3 action 1.1.1 | Premie na start | 1\n"
      "4 action 1.2.1 | Kuchnia wspólna | 2\n");
}

TEST(GoalsLabels, NumberBeforeTheLabel) {
  EXPECT_EQ(
      goals_of("I cel strategiczny – Zdrowie\n\n1 cel operacyjny – Lekarz na wsi\n\nPlanowane działania:\n1. "
               "Poradnia.\n\n2 cel operacyjny – Ruch\n\nII cel strategiczny – Drogi\n\n1 cel operacyjny – "
               "Mosty\n"),
      "0 strategic I | Zdrowie | -\n1 operational 1 | Lekarz na wsi | 0\n2 action 1 | Poradnia | 1\n"
      "3 operational 2 | Ruch | 0\n4 strategic II | Drogi | -\n5 operational 1 | Mosty | 4\n");
  EXPECT_EQ(
      goals_of(
          "A. Cel strategiczny: Ludzie\nA1. Cel operacyjny: Opieka\n   ▪ klub malucha\nA2. Cel operacyjny: "
          "Kultura\nB. Cel strategiczny: Praca\nC. Cel strategiczny: Jeziora\nC1. Cel operacyjny: Woda\n"),
      "0 strategic A | Ludzie | -\n1 operational A1 | Opieka | 0\n2 action | klub malucha | 1\n"
      "3 operational A2 | Kultura | 0\n4 strategic B | Praca | -\n5 strategic C | Jeziora | -\n"
      "6 operational C1 | Woda | 5\n");
}

TEST(GoalsLabels, GoalsBelowPriorities) {
  EXPECT_EQ(
      goals_of(
          "V. Priorytety, cele i działania\n\nPriorytet I. Praca\n\nCel 1: Nowe firmy\nDziałania:\na) ulgi w "
          "podatkach,\nb) działki.\n\nCel 2: Energia wiatru\n\nPriorytet II. Kultura\n\nCel 1: Żywe "
          "świetlice\n"),
      "0 strategic I | Praca | -\n1 specific 1 | Nowe firmy | 0\n2 action a | ulgi w podatkach | 1\n"
      "3 action b | działki | 1\n4 specific 2 | Energia wiatru | 0\n5 strategic II | Kultura | -\n"
      "6 specific 1 | Żywe świetlice | 5\n");
  EXPECT_EQ(goals_of("Oś priorytetowa 1: 37,5 mln zł; oś priorytetowa 2: 12 mln zł.\n"), "");
}

TEST(GoalsLabels, ActionsWithinActions) {
  EXPECT_EQ(
      goals_of("Cel operacyjny I.1. Uzdrowisko\nZadanie I.1.1. Oznakowanie tras\nPrzedsięwzięcie: zakup "
               "tablic\nPrzedsięwzięcie: mapa w telefonie\nZadanie I.1.2. Kursy masażu\n"),
      "0 operational I.1 | Uzdrowisko | -\n1 action I.1.1 | Oznakowanie tras | 0\n2 action | zakup tablic | "
      "1\n"
      "3 action | mapa w telefonie | 1\n4 action I.1.2 | Kursy masażu | 0\n");
}

TEST(GoalsLabels, WordingThatHasAVerbsParticiple) {
  EXPECT_EQ(goals_of("Cel główny programu: zmniejszenie szkód wynikających z picia alkoholu.\n"),
            "0 main | zmniejszenie szkód wynikających z picia alkoholu | -\n");
}

TEST(GoalsCounted, BelowAHeadingAndASentence) {
  for (const std::string sentence : {"W toku prac wyodrębniono trzy cele, którym nie nadano hierarchii:",
                                     "Podczas warsztatów wybrano trzy cele o "
                                     "równej randze:"})
    EXPECT_EQ(
        goals_of("CELE STRATEGICZNE\n\n" + sentence +
                 "\n\n• nowe firmy,\n• czyste jeziora,\n• dobra szkoła.\n"),
        "0 strategic | nowe firmy | -\n1 strategic | czyste jeziora | -\n2 strategic | dobra szkoła | -\n");
  EXPECT_EQ(
      goals_of(
          "Cele strategiczne są dwa: 1) rozwój turystyki oraz 2) dobre drogi.\n\nW odniesieniu do drugiego z "
          "celów strategicznych przyjęto następujące kierunki działań:\n- remont mostu,\n- chodniki.\n"),
      "0 strategic 1 | rozwój turystyki | -\n1 strategic 2 | dobre drogi | -\n2 action | remont mostu | 1\n"
      "3 action | chodniki | 1\n");
}

// A line that goes on the one above though it begins with a capital letter.
TEST(GoalsWrapped, BeforeACapital) {
  const std::string head = "Cel operacyjny 1.1. Rodziny\n\nZadania:\n";
  const std::string printed = "0 operational 1.1 | Rodziny | -\n1 action 1 | ";
  EXPECT_EQ(goals_of(head + "1. Zajęcia w Centrum Integracji\nSpołecznej w Lipkach\n2. Klub\n"),
            printed + "Zajęcia w Centrum Integracji Społecznej w Lipkach | 0\n2 action 2 | Klub | 0\n");
  EXPECT_EQ(goals_of(head + "1. Kampania w gminach\nNidzica i Janowo\n2. Klub\n"),
            printed + "Kampania w gminach Nidzica i Janowo | 0\n2 action 2 | Klub | 0\n");
  EXPECT_EQ(goals_of(head + "1. Modernizacja drogi\nPCPR\n2. Klub\n"),
            printed + "Modernizacja drogi | 0\n2 action 2 | Klub | 0\n");
}

TEST(GoalsColumns, WhatItCostsInTheLastCell) {
  EXPECT_EQ(
      goals_of(
          "Cel strategiczny 1. Usługi\n\nPrzedsięwzięcia:\nP1  Wspólne centrum usług         4 200 000\nP2  "
          "Ścieżka nad rzeką            7 850 000\n"),
      "0 strategic 1 | Usługi | -\n1 action P1 | Wspólne centrum usług | 0\n2 action P2 | Ścieżka nad rzeką "
      "| 0\n");
}

// Chapters, headings and sentences that list what other documents are after.
TEST(GoalsOfOtherDocuments, AreNone) {
  EXPECT_EQ(
      goals_of("Strategia Rozwoju Gminy Lipki\n\n2. Spójność z dokumentami wyższego rzędu\n\n2.1. Strategia "
               "województwa\n\nCel strategiczny 1. Silne metropolie\n\n2.2. Strategia kraju\n\nCel 1. Spójny "
               "kraj\n\n3. Cele gminy\n\nCel strategiczny 1. Dobra szkoła\n\n4. Zgodność z celami "
               "powiatu\n\nCel strategiczny I. Sprawny powiat\n"),
      "0 strategic 1 | Dobra szkoła | -\n");
  EXPECT_EQ(
      goals_of(
          "Cel 1: Czysta rzeka\nCel 2: Dobra szkoła\n\nPowiązanie z celami strategii województwa:\nCel 1. "
          "Dostępny region – rzeka\nCel 2. Spójność – szkoła\n"),
      "0 strategic 1 | Czysta rzeka | -\n1 strategic 2 | Dobra szkoła | -\n");
  EXPECT_EQ(
      goals_of(
          "Zgodność strategii z innymi dokumentami\n\nStrategia województwa\nCele strategiczne:\n1. Silny "
          "region\n\nCele strategiczne gminy\n1. Dobra szkoła\n2. Czysta rzeka\n"),
      "0 strategic 1 | Dobra szkoła | -\n1 strategic 2 | Czysta rzeka | -\n");
  // Cohesion may well be a goal.
  EXPECT_EQ(goals_of("Cele strategiczne:\n1. Spójność społeczna z udziałem seniorów\n2. Dobra szkoła\n"),
            "0 strategic 1 | Spójność społeczna z udziałem seniorów | -\n1 strategic 2 | Dobra szkoła | -\n");
}

TEST(GoalsHeadingsApart, GiveNone) {
  EXPECT_EQ(
      goals_of("3. Kierunki\n\nCel strategiczny 3. Dobre drogi\n3.1 Mosty\n3.2 Chodniki\n\n3.3 Ramy "
               "finansowe\n\n3.4 Realizacja i ocena\n"),
      "0 strategic 3 | Dobre drogi | -\n1 operational 3.1 | Mosty | 0\n2 operational 3.2 | Chodniki | 0\n");
  EXPECT_EQ(
      goals_of(
          "| Cel strategiczny | Cele operacyjne |\n| 1. Zdrowie | 1.1. Poradnia |\n\nHARMONOGRAM\n| Lp. | "
          "Zadanie | Termin |\n| 1 | Raport roczny | 2025 |\n"),
      "0 strategic 1 | Zdrowie | -\n1 operational 1.1 | Poradnia | 0\n");
}

TEST(GoalsLabels, ASeriesGoesOnBehindTheListOfEach) {
  EXPECT_EQ(
      goals_of(
          "Cele strategiczne gminy:\n\nCEL I\nOCHRONA PRZYRODY\n\nCele operacyjne:\n1/ park "
          "kulturowy\n2/ czyste potoki\n   Zadania:\n   a/ oczyszczalnia\n   b/ kolektor\n\nCEL II\nROZWÓJ "
          "TURYSTYKI\n\nCele operacyjne:\n1/ szkolenia rolników\n"),
      "0 strategic I | OCHRONA PRZYRODY | -\n1 operational 1 | park kulturowy | 0\n"
      "2 operational 2 | czyste potoki | 0\n3 action a | oczyszczalnia | 2\n4 action b | kolektor | 2\n"
      "5 strategic II | ROZWÓJ TURYSTYKI | -\n6 operational 1 | szkolenia rolników | 5\n");
}

TEST(GoalsLabels, TheGoalServedInBrackets) {
  EXPECT_EQ(
      goals_of("Cel operacyjny nr 1\nZeroemisyjny transport\nCel operacyjny nr 2\nŁadowarki\n\n5.3 "
               "Działania\nDziałanie 1 (cel operacyjny nr 1)\nDwa autobusy\nDziałanie 2 (cel operacyjny nr "
               "2)\nSześć stacji\n"),
      "0 operational 1 | Zeroemisyjny transport | -\n1 operational 2 | Ładowarki | -\n"
      "2 action 1 | Dwa autobusy | 0\n3 action 2 | Sześć stacji | 1\n");
}

TEST(GoalsLabels, WhatServesEachBelowOneAnother) {
  EXPECT_EQ(
      goals_of(
          "Cele strategiczne to:\nCel 1 – Integracja mieszkańców,\nCel 2 – Rozwój firm.\n\nKierunki działań "
          "służące celowi 1:\n1) kluby sąsiedzkie;\n2) świetlica;\nsłużące celowi 2:\n1) inkubator;\n2) ulgi "
          "w czynszach.\n"),
      "0 strategic 1 | Integracja mieszkańców | -\n1 strategic 2 | Rozwój firm | -\n"
      "2 action 1 | kluby sąsiedzkie | 0\n3 action 2 | świetlica | 0\n4 action 1 | inkubator | 1\n"
      "5 action 2 | ulgi w czynszach | 1\n");
}

TEST(GoalsSentences, WhatADocumentIsMeantFor) {
  EXPECT_EQ(
      goals_of(
          "§ 2. Program ma na celu:\n1) wzmocnienie rodzin;\n2) zapobieganie kryzysom.\n§ 3. Cele, o których "
          "mowa w § 2, realizuje się przez:\n1) pracę asystenta;\n2) placówkę wsparcia.\n"),
      "0 main 1 | wzmocnienie rodzin | -\n1 main 2 | zapobieganie kryzysom | -\n"
      "2 action 1 | pracę asystenta | 0\n3 action 2 | placówkę wsparcia | 0\n");
  EXPECT_EQ(
      goals_of("Nadrzędnym celem strategii pozostaje zatrzymanie młodych w gminie. Ma temu służyć rozwój "
               "mieszkalnictwa, wsparcie startu zawodowego i lepsza komunikacja z miastem.\n"),
      "0 main | zatrzymanie młodych w gminie | -\n1 action | rozwój mieszkalnictwa | 0\n"
      "2 action | wsparcie startu zawodowego | 0\n3 action | lepsza komunikacja z miastem | 0\n");
  EXPECT_EQ(
      goals_of("Do roku 2028 chcemy osiągnąć:\n1. Spójną sieć dróg rowerowych\n2. Bezpieczne dojazdy do "
               "szkół\n\nJak to osiągniemy?\nAd 1:\n- łączniki do stacji\nAd 2:\n- strefy ruchu\n"),
      "0 strategic 1 | Spójną sieć dróg rowerowych | -\n1 strategic 2 | Bezpieczne dojazdy do szkół | -\n"
      "2 action | łączniki do stacji | 0\n3 action | strefy ruchu | 1\n");
}

// What stands between a label and its wording: any run of signs.
TEST(GoalsBehindSigns, OfEveryKind) {
  for (const std::string sign : {" >> ", " » ", " → ", " => ", " ▸ ", " = ", " ~ ", " - - ", " // ", " | ",
                                 " • ", " *** ", " ⟶ ", ">> "})
    EXPECT_EQ(goals_of("Drzewo celów\n\nCEL GŁÓWNY" + sign + "Lipki dobrym miejscem do życia\n\nPRIORYTET 1" +
                       sign + "MIESZKAŃCY\nCel szczegółowy 1.1" + sign +
                       "Tanie mieszkania\n     Działania: 1.1.1 budowa czynszówek; 1.1.2 remonty "
                       "pustostanów\nCel szczegółowy 1.2" +
                       sign + "Dobra szkoła\n"),
              "0 main | Lipki dobrym miejscem do życia | -\n1 strategic 1 | MIESZKAŃCY | 0\n"
              "2 specific 1.1 | Tanie mieszkania | 1\n3 action 1.1.1 | budowa czynszówek | 2\n"
              "4 action 1.1.2 | remonty pustostanów | 2\n5 specific 1.2 | Dobra szkoła | 1\n")
        << sign;
}

TEST(GoalsBehindSigns, NotOfHeadsAndDrawings) {
  EXPECT_EQ(goals_of("Cel strategiczny → cel operacyjny → działanie\n\nCel główny / efekt\n"), "");
  EXPECT_EQ(goals_of("Cel strategiczny 1. Zdrowie 50+\nCel strategiczny 2. Klub „Senior+”\n"),
            "0 strategic 1 | Zdrowie 50+ | -\n1 strategic 2 | Klub „Senior+” | -\n");
}

// A number and what is typed around it; brackets, quotation marks and stars around labels and wordings.
TEST(GoalsBehindSigns, NumbersAndFrames) {
  for (const std::string line :
       {"Cel strategiczny ① Zdrowa gmina",          "Cel strategiczny ❶: Zdrowa gmina",
        "Cel strategiczny 1° Zdrowa gmina",         "Cel strategiczny #1 Zdrowa gmina",
        "Cel strategiczny № 1: Zdrowa gmina",       "Cel strategiczny [1] Zdrowa gmina",
        "Cel strategiczny 1/ Zdrowa gmina",         "Cel strategiczny-1: Zdrowa gmina",
        "Cel strategiczny – 1 – Zdrowa gmina",      "Cel strategiczny: 1. Zdrowa gmina",
        "**Cel strategiczny 1.** Zdrowa gmina",     "== Cel strategiczny 1: Zdrowa gmina ==",
        ">>> Cel strategiczny 1: Zdrowa gmina <<<", "[Cel strategiczny 1] Zdrowa gmina",
        "„Cel strategiczny 1” – Zdrowa gmina",      "CEL STRATEGICZNY 1 [Zdrowa gmina]",
        "CEL STRATEGICZNY 1 «Zdrowa gmina»",        "CEL STRATEGICZNY 1 ‚Zdrowa gmina’",
        "CEL STRATEGICZNY 1: »Zdrowa gmina«",       "--- CEL STRATEGICZNY 1 --- Zdrowa gmina",
        "=== CEL STRATEGICZNY 1 ===\nZdrowa gmina", "Cel strategiczny 1 (CS1): Zdrowa gmina",
        "🎯 Cel strategiczny 1: Zdrowa gmina",       "Cel strategiczny 1:\n>> Zdrowa gmina"})
    EXPECT_EQ(goals_of("Drzewo celów\n\n" + line + "\n"), "0 strategic 1 | Zdrowa gmina | -\n") << line;
  EXPECT_EQ(goals_of("Cele strategiczne\n\n① Zdrowa gmina\n② Czysta gmina\n"),
            "0 strategic 1 | Zdrowa gmina | -\n1 strategic 2 | Czysta gmina | -\n");
  EXPECT_EQ(goals_of("Cele strategiczne\n\n#1 Zdrowa gmina\n#2 Czysta gmina\n"),
            "0 strategic 1 | Zdrowa gmina | -\n1 strategic 2 | Czysta gmina | -\n");
}

TEST(GoalsBehindSigns, SeveralActionsOnALine) {
  const std::string head = "Cel strategiczny 1. Zdrowa gmina\n";
  for (const std::string line :
       {"Działania >> przychodnia; karetka", "Działania: przychodnia • karetka",
        "Działania: • przychodnia • karetka", "Działania (przychodnia; karetka)",
        "Działania:\n☐ przychodnia\n☐ karetka", "Działania:\n-- przychodnia\n-- karetka",
        "Działania:\n[ ] przychodnia\n[ ] karetka", "Działania:\n! przychodnia\n! karetka"})
    EXPECT_EQ(goals_of(head + line + "\n"),
              "0 strategic 1 | Zdrowa gmina | -\n1 action | przychodnia | 0\n2 action | karetka | 0\n")
        << line;
  for (const std::string line :
       {"Działania: [1.1] przychodnia; [1.2] karetka", "Działania: 1.1: przychodnia; 1.2: karetka",
        "Działania: 1.1 >> przychodnia; 1.2 >> karetka", "Działania:\n[1.1] przychodnia\n[1.2] karetka"})
    EXPECT_EQ(
        goals_of(head + line + "\n"),
        "0 strategic 1 | Zdrowa gmina | -\n1 action 1.1 | przychodnia | 0\n2 action 1.2 | karetka | 0\n")
        << line;
  for (const std::string line :
       {"Działania: ① przychodnia ② karetka", "Działania: #1 przychodnia #2 karetka",
        "Działania: 1/ przychodnia; 2/ karetka", "Działania: 1° przychodnia, 2° karetka"})
    EXPECT_EQ(goals_of(head + line + "\n"),
              "0 strategic 1 | Zdrowa gmina | -\n1 action 1 | przychodnia | 0\n2 action 2 | karetka | 0\n")
        << line;
}

// A field's head with its goal behind it.
TEST(GoalsOfFields, BehindTheirHeads) {
  for (const auto& [before, behind] :
       std::vector<std::pair<std::string, std::string>>{{" (cel strategiczny: ", ")"},
                                                        {" – cel strategiczny: ", ""},
                                                        {" / cel strategiczny: ", ""},
                                                        {" [cel strategiczny – ", "]"},
                                                        {" | Cel strategiczny: ", ""},
                                                        {" (cel strategiczny „", "”)"},
                                                        {". Cel strategiczny: ", ""}})
    EXPECT_EQ(
        goals_of("CELE\n\nA. Gospodarka" + before + "Więcej dobrej pracy" + behind +
                 "\n   Cele operacyjne:\n   A.1. Nauka zawodu\n   A.2. Nowe firmy\n\nB. Zdrowie" + before +
                 "Zdrowi mieszkańcy" + behind + "\n   Cele operacyjne:\n   B.1. Nowy szpital\n"),
        "0 strategic A | Więcej dobrej pracy | -\n1 operational A.1 | Nauka zawodu | 0\n"
        "2 operational A.2 | Nowe firmy | 0\n3 strategic B | Zdrowi mieszkańcy | -\n"
        "4 operational B.1 | Nowy szpital | 3\n")
        << before;
  EXPECT_EQ(
      goals_of(
          "Obszar 1: Gospodarka – cel strategiczny: Więcej dobrej pracy\nCel operacyjny 1.1. Nauka zawodu\n"),
      "0 strategic 1 | Więcej dobrej pracy | -\n1 operational 1.1 | Nauka zawodu | 0\n");
}

// Who is responsible for a goal is none.
TEST(GoalsOfFields, NotWhoIsResponsible) {
  const std::string goals =
      "Priorytet 1: Mieszkania\nCel szczegółowy 1.1: Tanie czynsze\n\nPriorytet 2: Praca\n\n";
  const std::string expected =
      "0 strategic 1 | Mieszkania | -\n1 specific 1.1 | Tanie czynsze | 0\n2 strategic 2 | Praca | -\n";
  for (const std::string line :
       {"Priorytet 1: Zastępca Wójta Lena Chądzka; Priorytet 2: Sekretarz Gminy Jan Mak. Nadzór: Wójt.",
        "Priorytet 1 >> Sekretarz Gminy Anna Lis\nPriorytet 2 >> Skarbnik Gminy Jan Mak",
        "Priorytet 1 – Lena Chądzka, Zastępca Wójta\nPriorytet 2 – Referat Finansów (kierownik Jan Mak)",
        "Priorytet 1: Referat Mieszkaniowy\nCel szczegółowy 1.1: GOPS\nPriorytet 2: Biuro Promocji"})
    EXPECT_EQ(goals_of("Cele\n\n" + goals + "Odpowiedzialni\n\n" + line + "\n"), expected) << line;
}

// A bar between number and wording, where no table is.
TEST(GoalsBehindSigns, NumbersBeforeABar) {
  EXPECT_EQ(goals_of("CELE STRATEGICZNE I OPERACYJNE\n\n▶ I | Zdrowa gmina\n   ▷ I.1 | Lekarz w każdej wsi\n "
                     "  ▷ I.2 | Sport "
                     "dla wszystkich\n▶ II | Czysta gmina\n   ▷ II.1 | Kanalizacja wsi\n"),
            "0 strategic I | Zdrowa gmina | -\n1 operational I.1 | Lekarz w każdej wsi | 0\n"
            "2 operational I.2 | Sport dla wszystkich | 0\n3 strategic II | Czysta gmina | -\n"
            "4 operational II.1 | Kanalizacja wsi | 3\n");
}

TEST(GoalsBehindSigns, VisionAndMission) {
  const TestSource source(
      "Wizja ▸ Lipki – gmina ludzi zadowolonych.\nMisja => Służymy mieszkańcom i przyrodzie.\n");
  const Aims aims = extract_aims(source.source(), goal_rules());
  EXPECT_EQ(aims.vision.value_or(""), "Lipki – gmina ludzi zadowolonych");
  EXPECT_EQ(aims.mission.value_or(""), "Służymy mieszkańcom i przyrodzie");
}

// A chapter's head on the line of the label.
TEST(GoalsOfChapters, PriorityTasksBehindTheChaptersNumber) {
  for (const std::string head :
       {"Rozdział 3. Zadania priorytetowe", "Rozdział III – Priorytetowe zadania publiczne",
        "Rozdział 3. Zadania priorytetowe programu"})
    EXPECT_EQ(
        goals_of(
            "Program współpracy Gminy Lipki na rok 2024\n\nRozdział 2. Cele\nCel główny: silne partnerstwo "
            "gminy.\n\n" +
                head + "\n1. wspieranie rodziny;\n2. kultura i sztuka.\n\nRozdział 4. Finanse\n",
            core::DocumentKind::programme),
        "0 main | silne partnerstwo gminy | -\n1 action 1 | wspieranie rodziny | 0\n"
        "2 action 2 | kultura i sztuka | 0\n")
        << head;
}

TEST(GoalsLabels, BehindTheWordingInBrackets) {
  EXPECT_EQ(
      goals_of(
          "Plan rozwoju gminy Lipki do roku 2032\n\nLipki bez barier (cel strategiczny 1)\nWindy w szkole "
          "i w urzędzie (cel operacyjny 1.1)\nBus na telefon [cel operacyjny 1.2]\n\nLas, który żywi (cel "
          "strategiczny 2)\nRynek runa leśnego (cel operacyjny 2.1)\n",
          core::DocumentKind::strategy),
      "0 strategic 1 | Lipki bez barier | -\n1 operational 1.1 | Windy w szkole i w urzędzie | 0\n"
      "2 operational 1.2 | Bus na telefon | 0\n3 strategic 2 | Las, który żywi | -\n"
      "4 operational 2.1 | Rynek runa leśnego | 3\n");
  // What they name stands elsewhere.
  EXPECT_EQ(goals_of("Cel strategiczny 1. Zdrowie\nCel strategiczny 2. Drogi\n\nProjekty w budżecie\nNowa "
                     "przychodnia (cel strategiczny 1)\nMost na Strudze (cel strategiczny 2)\n"),
            "0 strategic 1 | Zdrowie | -\n1 strategic 2 | Drogi | -\n");
}

TEST(GoalsOfOtherDocuments, EndWhereTheOwnOnesAreListedBelowATable) {
  EXPECT_EQ(
      goals_of(
          "Strategia Rozwoju Gminy Lipki\n\nSpójność z dokumentami nadrzędnymi\n\nDokument | Cel dokumentu | "
          "Cel gminy\nStrategia Rozwoju Województwa | Cel 1.3. Przedsiębiorczy region | Cel 2\nStrategia "
          "Rozwoju Regionalnego | Cel 1. Spójność kraju | Cel 1\n\nCele strategiczne gminy\n\nCel 1. Opieka "
          "blisko domu\nCel 2. Wyroby z lnu\n"),
      "0 strategic 1 | Opieka blisko domu | -\n1 strategic 2 | Wyroby z lnu | -\n");
}

TEST(GoalsInTables, HeadsInTheFirstColumn) {
  EXPECT_EQ(
      goals_of("Cel ogólny 1 | Silna wieś\nCele szczegółowe | 1.1 Nowe firmy\n | 1.2 Wspólna kuchnia\n"
               "Przedsięwzięcia | 1.1.1 Premie\n | 1.2.1 Spiżarnia\nWskaźniki | liczba firm\n\nCel ogólny 2 "
               "| Razem\n"
               "Cele szczegółowe | 2.1 Młodzi i starsi\n"),
      "0 main 1 | Silna wieś | -\n1 specific 1.1 | Nowe firmy | 0\n2 specific 1.2 | Wspólna kuchnia | 0\n"
      "3 action 1.1.1 | Premie | 1\n4 action 1.2.1 | Spiżarnia | 2\n5 main 2 | Razem | -\n"
      "6 specific 2.1 | Młodzi i starsi | 5\n");
}

TEST(GoalsInTables, TheColumnOfNumbersTellsTheLevel) {
  EXPECT_EQ(
      goals_of(
          "| Symbol | Cel | Miernik |\n| A | Dobre życie | ankieta |\n| A.1 | Zielone podwórka | ha |\n| B | "
          "Dobra praca | firmy |\n| B.1 | Działki pod firmy | ha |\n"),
      "0 strategic A | Dobre życie | -\n1 operational A.1 | Zielone podwórka | 0\n"
      "2 strategic B | Dobra praca | -\n3 operational B.1 | Działki pod firmy | 2\n");
}

// "A1-1" and "A1.1" behind "A1", a dash between them and the wording.
TEST(GoalsCodes, ThatGoOnALetteredCode) {
  for (const std::string mark : {"-", "."})
    EXPECT_EQ(goals_of("Strategia gmin doliny Strugi\n\nFilar A. Przyroda\nA1 - Czyste stawy\nA1" + mark +
                           "1 - Nowe aleje\nA1" + mark +
                           "2 - Badania wody\n\nFilar B. Ludzie\nB1 - Silne sołectwa\nB1" + mark +
                           "1 - Fundusz wsi\n",
                       core::DocumentKind::strategy),
              "0 strategic A | Przyroda | -\n1 operational A1 | Czyste stawy | 0\n2 action A1" + mark +
                  "1 | Nowe aleje | 1\n3 action A1" + mark +
                  "2 | Badania wody | 1\n4 strategic B | Ludzie | -\n" +
                  "5 operational B1 | Silne sołectwa | 4\n6 action B1" + mark + "1 | Fundusz wsi | 5\n");
}

// "1/2" and "I/1", and below them "1/2/1".
TEST(GoalsNumbers, WithSlashes) {
  EXPECT_EQ(
      goals_of("Cel strategiczny 1: Drogi\n\nKierunek działań 1/1: Mosty, kładki i promy na Strudze\n\n"
               "Przedsięwzięcie 1/1/1: Most w Lipkach\nKoszt: 2 mln zł\n\nCel strategiczny 2: Szkoły\n"),
      "0 strategic 1 | Drogi | -\n1 action 1/1 | Mosty, kładki i promy na Strudze | 0\n"
      "2 action 1/1/1 | Most w Lipkach | 1\n3 strategic 2 | Szkoły | -\n");
  EXPECT_EQ(goals_of("Cel strategiczny I. Ładny rynek\n   Zadanie I/1 Nowa studnia\n   Zadanie I/2 Ławki\n"
                     "Cel strategiczny II. Pamięć\n   Zadanie II/1 Izba pamięci\n"),
            "0 strategic I | Ładny rynek | -\n1 action I/1 | Nowa studnia | 0\n2 action I/2 | Ławki | 0\n"
            "3 strategic II | Pamięć | -\n4 action II/1 | Izba pamięci | 3\n");
}

TEST(GoalsInCards, TheFieldsNamesInAColumnOfTheirOwn) {
  EXPECT_EQ(goals_of("                  CEL STRATEGICZNY D\n                  DOSTĘP DO WODY\n\n"
                     "KARTA CELU OPERACYJNEGO  D1\n"
                     "Nazwa                    Zatrzymanie wody opadowej w krajobrazie\n"
                     "                         rolniczym\n"
                     "Uzasadnienie             Rowy są niedrożne.\n"
                     "Kierunki działań         D1.1 Zastawki na rowach\n"
                     "                         D1.2 Oczka wodne\n"
                     "Realizatorzy             gmina, spółka wodna\n"
                     "Mierniki                 liczba zastawek: 0 → 12\n"),
            "0 strategic D | DOSTĘP DO WODY | -\n"
            "1 operational D1 | Zatrzymanie wody opadowej w krajobrazie rolniczym | 0\n"
            "2 action D1.1 | Zastawki na rowach | 1\n3 action D1.2 | Oczka wodne | 1\n");
}

// Letters that codes use, too, with a label behind the number.
TEST(GoalsCodes, ALabelBehindTheNumberSaysMore) {
  EXPECT_EQ(goals_of("PRIORYTET C\nMOSTY\n\nC.1. Cel operacyjny: Mosty na lata\nC.1.1. Zadanie: most w "
                     "Lipkach\n\nC.2. Cel operacyjny: Kładki dla pieszych\n"),
            "0 strategic C | MOSTY | -\n1 operational C.1 | Mosty na lata | 0\n"
            "2 action C.1.1 | most w Lipkach | 1\n3 operational C.2 | Kładki dla pieszych | 0\n");
}

TEST(GoalsInTables, WhoLeadsStandsOnALineOfItsOwn) {
  EXPECT_EQ(goals_of("Cel strategiczny\nCel operacyjny\nKierunek działań\nLider\n\n1. Czysta Struga\n"
                     "1.1. Mniej ścieków\n1.1.1. Pomiary co miesiąc\ngmina Lipki\n1.1.2. Strefy "
                     "buforowe\ngmina Borek\n"),
            "0 strategic 1 | Czysta Struga | -\n1 operational 1.1 | Mniej ścieków | 0\n"
            "2 action 1.1.1 | Pomiary co miesiąc | 1\n3 action 1.1.2 | Strefy buforowe | 1\n");
}

TEST(GoalsInTables, RowsWithBarsThatGoOnInTheNextLine) {
  EXPECT_EQ(goals_of("Cel operacyjny B2: Ciepło bez dymu\n\nZadanie | Odpowiedzialny | Termin\nB2.1 Nowa "
                     "kotłownia w szkole | Wydział\nInwestycji | 2025\nB2.2 Panele na świetlicach | ZGK | "
                     "2026\n"),
            "0 operational B2 | Ciepło bez dymu | -\n1 action B2.1 | Nowa kotłownia w szkole | 0\n"
            "2 action B2.2 | Panele na świetlicach | 0\n");
}

TEST(GoalsInLists, LettersRunOnFromListToList) {
  EXPECT_EQ(goals_of("CEL STRATEGICZNY: LAS\nCele szczegółowe:\na) Ścieżki\nb) Wieże widokowe\n\nCEL "
                     "STRATEGICZNY: WODA\nCele szczegółowe:\nc) Przystanie\nd) Kąpieliska\n"),
            "0 strategic | LAS | -\n1 specific a | Ścieżki | 0\n2 specific b | Wieże widokowe | 0\n"
            "3 strategic | WODA | -\n4 specific c | Przystanie | 3\n5 specific d | Kąpieliska | 3\n");
}

TEST(GoalsInProse, WhatTheyAreSaidToConcernAreNone) {
  EXPECT_EQ(goals_of("Trzy cele strategiczne odpowiadają wymiarom: społecznemu, gospodarczemu i "
                     "przestrzennemu.\n\nCEL STRATEGICZNY 1\nZgodna wspólnota\n"),
            "0 strategic 1 | Zgodna wspólnota | -\n");
}

TEST(GoalsCodes, ARomanPartBehindALetter) {
  EXPECT_EQ(
      goals_of("Pole strategiczne A – Woda\nA.I Cel strategiczny: Studnie pełne\nKierunki działań:\n"
               "A.I.1 Pomiary\nA.II Cel strategiczny: Rowy drożne\nKierunki działań:\nA.II.1 Kosiarki\n"),
      "0 strategic A.I | Studnie pełne | -\n1 action A.I.1 | Pomiary | 0\n"
      "2 strategic A.II | Rowy drożne | -\n3 action A.II.1 | Kosiarki | 2\n");
}

TEST(GoalsInCards, TheGoalServedStandsBelowAnItem) {
  EXPECT_EQ(
      goals_of("Cele rewitalizacji oraz odpowiadające im kierunki działań\n\nCel 1. Rynek pełen ludzi\n"
               "1.1. Ławki\n1.2. Targ w soboty\nCel 2. Mury bez rys\n2.1. Tynki\n\n"
               "Przedsięwzięcia podstawowe\n1. Dom sąsiada\nPodmiot realizujący: gmina\nCel: 2\n"),
      "0 strategic 1 | Rynek pełen ludzi | -\n1 action 1.1 | Ławki | 0\n2 action 1.2 | Targ w soboty | 0\n"
      "3 strategic 2 | Mury bez rys | -\n4 action 2.1 | Tynki | 3\n5 action 1 | Dom sąsiada | 3\n");
}

TEST(GoalsUnderDirections, WhatIsBelowCeleIsOperational) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU LIPEK\n\nKierunek rozwoju 1: RZEKA\nCele:\n1.1. Czysty brzeg\n1.2. "
          "Pomosty\nRekomendowane "
          "działania:\n• zbiórka śmieci\n\nKierunek rozwoju 2: LAS\nCele:\n2.1. Nowe ścieżki\n2.2. Wiaty\n"
          "Rekomendowane działania:\n• tablice\n"),
      "0 strategic 1 | RZEKA | -\n1 operational 1.1 | Czysty brzeg | 0\n2 operational 1.2 | Pomosty | 0\n"
      "3 action | zbiórka śmieci | 0\n4 strategic 2 | LAS | -\n5 operational 2.1 | Nowe ścieżki | 4\n6 "
      "operational 2.2 | Wiaty | 4\n"
      "7 action | tablice | 4\n");
}

TEST(GoalsInDomains, AStrategicGoalOfTheDomainAndPrioritiesBelowIt) {
  EXPECT_EQ(goals_of("4. CELE STRATEGICZNE I OPERACYJNE\n\n4.1 Struktura celów\n\nDOMENA I: LUDZIE\n\n"
                     "Cel strategiczny domeny: Zdrowi sąsiedzi\n\nPriorytet I.1 Szkoły\n\nPriorytet I.2 "
                     "Przychodnie\n"),
            "0 strategic | Zdrowi sąsiedzi | -\n1 operational I.1 | Szkoły | 0\n"
            "2 operational I.2 | Przychodnie | 0\n");
}

TEST(GoalsInLists, NumbersThatBeginAnewBelowEachGoal) {
  EXPECT_EQ(goals_of("Priorytet I. Rynek\n"
                     "\n"
                     "    A. Nowe stragany\n"
                     "       - zadaszenie\n"
                     "    B. Dostawy\n"
                     "\n"
                     "Priorytet II. Park\n"
                     "\n"
                     "    A. Stare drzewa\n"
                     "    B. Ławki\n"),
            "0 strategic I | Rynek | -\n"
            "1 operational A | Nowe stragany | 0\n"
            "2 action | zadaszenie | 1\n"
            "3 operational B | Dostawy | 0\n"
            "4 strategic II | Park | -\n"
            "5 operational A | Stare drzewa | 4\n"
            "6 operational B | Ławki | 4\n");
}

TEST(GoalsInTables, WhatActionsAreListedBelowIsAGoal) {
  EXPECT_EQ(goals_of("STRATEGIA ROZWOJU LIPEK\n"
                     "\n"
                     "3. Cele i kierunki działań\n"
                     "\n"
                     "CEL STRATEGICZNY 1\n"
                     "ZIELONE LIPKI\n"
                     "1.1. Cień na placach\n"
                     "Kierunki działań:\n"
                     "• lipy,\n"
                     "• pergole.\n"
                     "1.2. Woda deszczowa\n"
                     "Kierunki działań:\n"
                     "• beczki.\n"
                     "\n"
                     "CEL STRATEGICZNY 2\n"
                     "SZKOŁY\n"
                     "2.1. Małe klasy\n"
                     "2.2. Świetlice\n"
                     "Kierunki działań:\n"
                     "• etaty.\n"),
            "0 strategic 1 | ZIELONE LIPKI | -\n"
            "1 operational 1.1 | Cień na placach | 0\n"
            "2 action | lipy | 1\n"
            "3 action | pergole | 1\n"
            "4 operational 1.2 | Woda deszczowa | 0\n"
            "5 action | beczki | 4\n"
            "6 strategic 2 | SZKOŁY | -\n"
            "7 operational 2.1 | Małe klasy | 6\n"
            "8 operational 2.2 | Świetlice | 6\n"
            "9 action | etaty | 8\n");
}

TEST(GoalsLabelsBehind, InBracketsBelowTheWording) {
  EXPECT_EQ(goals_of("Bliska przychodnia\n"
                     "   (cel strategiczny nr 1)\n"
                     "\n"
                     "Lekarz w każdej wsi\n"
                     "   (cel operacyjny nr 1.1)\n"
                     "\n"
                     "   Gabinet w Borku\n"
                     "      (zadanie nr 1.1.1)\n"
                     "   Dyżury w soboty\n"
                     "      (zadanie nr 1.1.2)\n"),
            "0 strategic 1 | Bliska przychodnia | -\n"
            "1 operational 1.1 | Lekarz w każdej wsi | 0\n"
            "2 action 1.1.1 | Gabinet w Borku | 1\n"
            "3 action 1.1.2 | Dyżury w soboty | 1\n");
}

TEST(GoalsLabelsBehind, InBracketsAboveTheWording) {
  EXPECT_EQ(goals_of("      [ CEL STRATEGICZNY NR 1 ]\n"
                     "  Praca blisko domu\n"
                     "\n"
                     "      [ kierunek działań 1/1 ]\n"
                     "  Warsztaty\n"
                     "\n"
                     "      [ CEL STRATEGICZNY NR 2 ]\n"
                     "  Ciepłe kamienice\n"
                     "\n"
                     "      [ kierunek działań 2/1 ]\n"
                     "  Nowe dachy\n"),
            "0 strategic 1 | Praca blisko domu | -\n1 action 1/1 | Warsztaty | 0\n"
            "2 strategic 2 | Ciepłe kamienice | -\n3 action 2/1 | Nowe dachy | 2\n");
}

TEST(GoalsLabelsBehind, ANumberAloneInBrackets) {
  EXPECT_EQ(goals_of("Firmy, które rosną (cel strategiczny G)\n"
                     "\n"
                     "   Szkoła zawodu (cel operacyjny G.1)\n"
                     "      nowe pracownie (G.1.1)\n"
                     "      staże nauczycieli w\n"
                     "      zakładach (G.1.2)\n"
                     "\n"
                     "   Grunty (cel operacyjny G.2)\n"
                     "      baza działek (G.2.1)\n"),
            "0 strategic G | Firmy, które rosną | -\n"
            "1 operational G.1 | Szkoła zawodu | 0\n"
            "2 action G.1.1 | nowe pracownie | 1\n"
            "3 action G.1.2 | staże nauczycieli w zakładach | 1\n"
            "4 operational G.2 | Grunty | 0\n"
            "5 action G.2.1 | baza działek | 4\n");
}

TEST(GoalsOutline, SignsOfBulletsTellTheDepth) {
  EXPECT_EQ(goals_of("STRATEGIA SPOŁECZNA LIPEK\n"
                     "\n"
                     "CELE I DZIAŁANIA\n"
                     "\n"
                     "● Rodziny bez lęku\n"
                     "  ○ Pomoc na czas\n"
                     "    ▪ Dyżur położnej\n"
                     "    ▪ Szkoła rodziców\n"
                     "  ○ Bliskie domy\n"
                     "    ▪ Rodziny zastępcze\n"
                     "\n"
                     "● Spokojna starość\n"
                     "  ○ Opieka w domu\n"
                     "    ▪ Usługi w niedziele\n"),
            "0 strategic | Rodziny bez lęku | -\n"
            "1 operational | Pomoc na czas | 0\n"
            "2 action | Dyżur położnej | 1\n"
            "3 action | Szkoła rodziców | 1\n"
            "4 operational | Bliskie domy | 0\n"
            "5 action | Rodziny zastępcze | 4\n"
            "6 strategic | Spokojna starość | -\n"
            "7 operational | Opieka w domu | 6\n"
            "8 action | Usługi w niedziele | 7\n");
}

TEST(GoalsCodes, ALetterBehindARomanNumber) {
  EXPECT_EQ(goals_of("Cel I\n"
                     "Praca w lesie\n"
                     "\n"
                     "  Cel I-A\n"
                     "  Tartaki\n"
                     "  → strefa\n"
                     "  Cel I-B\n"
                     "  Szlaki\n"
                     "  → wiaty\n"
                     "\n"
                     "Cel II\n"
                     "Czyste wody\n"
                     "\n"
                     "  Cel II-A\n"
                     "  Ład nad jeziorem\n"
                     "  → plan\n"
                     "\n"
                     "Monitoring\n"
                     "\n"
                     "Cel I – przychody firm: z 61 do 75 mln\n"
                     "Cel II – jakość wody: z 57% do 80%\n"),
            "0 strategic I | Praca w lesie | -\n"
            "1 operational I-A | Tartaki | 0\n"
            "2 action | strefa | 1\n"
            "3 operational I-B | Szlaki | 0\n"
            "4 action | wiaty | 3\n"
            "5 strategic II | Czyste wody | -\n"
            "6 operational II-A | Ład nad jeziorem | 5\n"
            "7 action | plan | 6\n");
}

TEST(GoalsInCards, AFieldTellsTheGoalServed) {
  EXPECT_EQ(goals_of("CEL STRATEGICZNY NR 1\n"
                     "Ludzie razem\n"
                     "\n"
                     "Kierunek działań 1.1\n"
                     "Więzi sąsiedzkie\n"
                     "\n"
                     "Kierunek działań 1.2\n"
                     "Praca\n"
                     "\n"
                     "Przedsięwzięcia podstawowe\n"
                     "\n"
                     "Przedsięwzięcie: Świetlica „Zgoda”\n"
                     "Wpisuje się w: kierunek 1.1\n"
                     "Wykonawca: gmina\n"
                     "\n"
                     "Przedsięwzięcie: Spółdzielnia\n"
                     "Wpisuje się w: kierunek 1.2\n"
                     "Wykonawca: powiat\n"),
            "0 strategic 1 | Ludzie razem | -\n"
            "1 action 1.1 | Więzi sąsiedzkie | 0\n"
            "2 action 1.2 | Praca | 0\n"
            "3 action | Świetlica „Zgoda” | 1\n"
            "4 action | Spółdzielnia | 2\n");
}

TEST(GoalsInCards, CodesOfGoalsAndReferencesInBrackets) {
  EXPECT_EQ(goals_of("STRATEGIA ROZWOJU LIPEK\n"
                     "\n"
                     " C1 Ruch, C2 Woda\n"
                     "\n"
                     "KARTA\n"
                     "Kod celu:\n"
                     "C1\n"
                     "Cel strategiczny:\n"
                     "Dojazd do szkoły bez auta\n"
                     "Kierunki działań:\n"
                     "K1.1 Sieć autobusowa\n"
                     "Przedsięwzięcia:\n"
                     "P1.1.1 Osiem autobusów (do K1.1)\n"
                     "\n"
                     "KARTA\n"
                     "Kod celu:\n"
                     "C2\n"
                     "Cel strategiczny:\n"
                     "Czyste doliny rzek\n"
                     "Kierunki działań:\n"
                     "K2.1 Kanalizacja\n"
                     "Przedsięwzięcia:\n"
                     "P2.1.1 Kolektor (do K2.1)\n"),
            "0 strategic C1 | Dojazd do szkoły bez auta | -\n"
            "1 action K1.1 | Sieć autobusowa | 0\n"
            "2 action P1.1.1 | Osiem autobusów | 1\n"
            "3 strategic C2 | Czyste doliny rzek | -\n"
            "4 action K2.1 | Kanalizacja | 3\n"
            "5 action P2.1.1 | Kolektor | 4\n");
}

TEST(GoalsInProse, WhatAGoalIsToBe) {
  EXPECT_EQ(goals_of("STRATEGIA ROZWOJU LIPEK\n"
                     "\n"
                     "Zespół był zgodny, że naczelnym celem rozwoju Lipek na najbliższe lata ma być praca "
                     "dla młodych.\n"),
            "0 main | praca dla młodych | -\n");
}

TEST(GoalsOutline, AreasWithAColonAboveItemsThatBeginAnew) {
  EXPECT_EQ(goals_of("STRATEGIA ROZWOJU LIPEK\n"
                     "\n"
                     "CELE\n"
                     "\n"
                     "Gospodarka:\n"
                     "1) nowe firmy,\n"
                     "2) wsparcie rolników.\n"
                     "\n"
                     "Edukacja:\n"
                     "1) dobra szkoła,\n"
                     "2) przedszkole.\n"
                     "\n"
                     "Monitoring\n"
                     "\n"
                     "Wójt składa raport co roku.\n"),
            "0 strategic 1 | nowe firmy | -\n"
            "1 strategic 2 | wsparcie rolników | -\n"
            "2 strategic 1 | dobra szkoła | -\n"
            "3 strategic 2 | przedszkole | -\n");
}

TEST(GoalsCodes, AreasAboveCodedGoals) {
  EXPECT_EQ(goals_of("OBSZAR I. LUDZIE\n"
                     "CS I.1 Uczniowie z pasją\n"
                     "  CO I.1.1 Przedszkola\n"
                     "CS I.2 Zdrowie\n"
                     "\n"
                     "OBSZAR II. DROGI\n"
                     "CS II.1 Bezpieczeństwo\n"),
            "0 strategic CS I.1 | Uczniowie z pasją | -\n"
            "1 operational CO I.1.1 | Przedszkola | 0\n"
            "2 strategic CS I.2 | Zdrowie | -\n"
            "3 strategic CS II.1 | Bezpieczeństwo | -\n");
}

TEST(GoalsMentioned, AdAndTheNumberOfAGoal) {
  EXPECT_EQ(goals_of("W ramach strategii sformułowano dwa cele rozwojowe:\n"
                     "\n"
                     "I. Rozwój rzemiosła\n"
                     "II. Poprawa stanu dróg\n"
                     "\n"
                     "Ad I. Rozwój rzemiosła\n"
                     "- inkubator,\n"
                     "- doradztwo.\n"
                     "Ad II. Poprawa stanu dróg\n"
                     "- mosty.\n"),
            "0 strategic I | Rozwój rzemiosła | -\n"
            "1 strategic II | Poprawa stanu dróg | -\n"
            "2 action | inkubator | 0\n"
            "3 action | doradztwo | 0\n"
            "4 action | mosty | 1\n");
}

TEST(GoalsLabels, AnAnswerBelowALabelledGoalIsNone) {
  EXPECT_EQ(goals_of("STRATEGIA ROZWOJU LIPEK\n"
                     "\n"
                     "Cel 1 – Zielone Lipki\n"
                     "Co chcemy osiągnąć?\n"
                     "Mieszkańcy oddychają czystym powietrzem.\n"
                     "Jak to zrobimy?\n"
                     "• wymienimy kotły,\n"
                     "• posadzimy drzewa.\n"
                     "\n"
                     "Cel 2 – Lipki w ruchu\n"
                     "Co chcemy osiągnąć?\n"
                     "Każda wieś ma autobus.\n"
                     "Jak to zrobimy?\n"
                     "• zbudujemy wiaty.\n"),
            "0 strategic 1 | Zielone Lipki | -\n"
            "1 action | wymienimy kotły | 0\n"
            "2 action | posadzimy drzewa | 0\n"
            "3 strategic 2 | Lipki w ruchu | -\n"
            "4 action | zbudujemy wiaty | 3\n");
}

TEST(GoalsCodes, ACodeInBracketsBehindAGoal) {
  EXPECT_EQ(goals_of("Priorytet 1. Ludzie z pasją (P1)\n"
                     "Priorytet 2. Przestrzeń (P2)\n"
                     "\n"
                     "Cel P1.1: Silne organizacje\n"
                     "Działanie P1.1.1: granty\n"
                     "Cel P2.1: Ład przestrzenny\n"
                     "Działanie P2.1.1: plan ogólny\n"),
            "0 strategic 1 | Ludzie z pasją | -\n"
            "1 strategic 2 | Przestrzeń | -\n"
            "2 operational P1.1 | Silne organizacje | 0\n"
            "3 action P1.1.1 | granty | 2\n"
            "4 operational P2.1 | Ład przestrzenny | 1\n"
            "5 action P2.1.1 | plan ogólny | 4\n");
}

TEST(GoalsInDomains, FieldsAboveStrategicGoals) {
  EXPECT_EQ(goals_of("Pole operacyjne A: Turystyka\n"
                     "\n"
                     "Cel A1: Gmina znana w kraju\n"
                     "Projekty:\n"
                     "A1.1 Szlak\n"
                     "A1.2 Festiwal\n"
                     "\n"
                     "Pole operacyjne B: Rolnictwo\n"
                     "\n"
                     "Cel B1: Krótkie łańcuchy\n"
                     "Projekty:\n"
                     "B1.1 Targ\n"),
            "0 strategic A1 | Gmina znana w kraju | -\n"
            "1 action A1.1 | Szlak | 0\n"
            "2 action A1.2 | Festiwal | 0\n"
            "3 strategic B1 | Krótkie łańcuchy | -\n"
            "4 action B1.1 | Targ | 3\n");
}

TEST(GoalsInProse, WhatAGoalRequiresAndConsistsOf) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU LIPEK\n"
          "\n"
          "Pierwszym celem strategicznym jest praca dla młodych. Wymaga on budowy strefy, skanalizowania "
          "wsi, poczynając od Borku, wreszcie urządzenia targu. Drugim wreszcie celem strategicznym jest "
          "dobra szkoła. Składają się nań utworzenie liceum oraz odbudowa internatu.\n"),
      "0 strategic | praca dla młodych | -\n"
      "1 action | budowy strefy | 0\n"
      "2 action | skanalizowania wsi, poczynając od Borku | 0\n"
      "3 action | urządzenia targu | 0\n"
      "4 strategic | dobra szkoła | -\n"
      "5 action | utworzenie liceum | 4\n"
      "6 action | odbudowa internatu | 4\n");
}

TEST(GoalsInProse, GoalsInTheGenitiveWithNumbers) {
  EXPECT_EQ(goals_of("STRATEGIA ROZWOJU LIPEK\n"
                     "\n"
                     "Cel główny: Trwały rozwój Lipek.\n"
                     "Cel główny zostanie osiągnięty poprzez realizację dwóch celów szczegółowych:\n"
                     "– celu 1: rozwój kadr,\n"
                     "– celu 2: nowe drogi.\n"
                     "\n"
                     "W ramach celu 1 zaplanowano: szkolenia, stypendia.\n"
                     "W ramach celu 2 zaplanowano: remont mostu.\n"),
            "0 main | Trwały rozwój Lipek | -\n"
            "1 specific 1 | rozwój kadr | 0\n"
            "2 specific 2 | nowe drogi | 0\n"
            "3 action | szkolenia | 1\n"
            "4 action | stypendia | 1\n"
            "5 action | remont mostu | 2\n");
}

TEST(GoalsInDomains, AxesAboveTheirOneGoal) {
  EXPECT_EQ(goals_of("Oś priorytetowa 1. Kapitał społeczny\n"
                     "Cel strategiczny: Aktywne wspólnoty\n"
                     "Cel operacyjny 1.1: Wsparcie organizacji\n"
                     "  Zadanie 1.1.1: konkursy\n"
                     "\n"
                     "Oś priorytetowa 2. Dziedzictwo\n"
                     "Cel strategiczny: Zabytki dla turystów\n"
                     "Cel operacyjny 2.1: Renowacja\n"),
            "0 strategic | Aktywne wspólnoty | -\n"
            "1 operational 1.1 | Wsparcie organizacji | 0\n"
            "2 action 1.1.1 | konkursy | 1\n"
            "3 strategic | Zabytki dla turystów | -\n"
            "4 operational 2.1 | Renowacja | 3\n");
}

TEST(GoalsInProse, CountsOfGoalsAndWhatTheyAre) {
  EXPECT_EQ(
      goals_of(
          "STRATEGIA ROZWOJU LIPEK\n\nPierwszy cel strategiczny to praca dla młodych. Służyć temu będą dwa "
          "cele operacyjne. Pierwszy z nich to nowe drogi. Drugi cel operacyjny to grunty pod firmy.\n\n"
          "Drugi cel strategiczny to dobra szkoła. Realizacji celu służą dwa cele operacyjne. Pierwszy z "
          "nich to internat. Drugi cel operacyjny to stypendia.\n\nSłowniczek\n\nCel strategiczny – "
          "kierunek zmiany w dziedzinie.\nCel operacyjny – to, co można zmierzyć.\n"),
      "0 strategic | praca dla młodych | -\n1 operational | nowe drogi | 0\n"
      "2 operational | grunty pod firmy | 0\n3 strategic | dobra szkoła | -\n"
      "4 operational | internat | 3\n5 operational | stypendia | 3\n");
}

TEST(GoalsInLists, TasksWithALetterAndASlashAndASummary) {
  EXPECT_EQ(
      goals_of("STRATEGIA ROZWOJU LIPEK\n\nPRIORYTET A.  CZYSTA WODA\n\nBez wody nie ma nic.\n\n     Zadanie "
               "A/1.  Wodociąg w Borku\n     Zadanie A/2.  Oczyszczalnia\n\nPodsumowanie\n\nPriorytet A – "
               "Czysta woda: 2 zadania\n"),
      "0 strategic A | CZYSTA WODA | -\n1 action A/1 | Wodociąg w Borku | 0\n"
      "2 action A/2 | Oczyszczalnia | 0\n");
}

TEST(GoalsInActs, HowAProgrammeIsCarriedOut) {
  EXPECT_EQ(
      goals_of("Program współpracy Gminy Lipki na rok 2022\n\n§ 2. Celem głównym programu jest budowanie "
               "partnerstwa.\n\nRozdział IV\nSposób realizacji i oceny realizacji Programu\n\n§ 9. 1. Za "
               "realizację odpowiada wydział.\n2. Do kontaktu wyznacza się kierownika.\n",
               core::DocumentKind::programme),
      "0 main | budowanie partnerstwa | -\n");
}

TEST(GoalsInLists, ALabelThatCapitalsSetOffWithinALine) {
  EXPECT_EQ(goals_of("STRATEGIA ROZWOJU LIPEK\n\nOBSZAR 1 PRACA Cel operacyjny 1.1 Nowe zawody w szkole Cel "
                     "operacyjny 1.2 "
                     "Hale dla firm OBSZAR 2 TURYSTYKA Cel operacyjny 2.1 Szlaki nad rzeką\n"),
            "0 strategic 1 | PRACA | -\n1 operational 1.1 | Nowe zawody w szkole | 0\n"
            "2 operational 1.2 | Hale dla firm | 0\n3 strategic 2 | TURYSTYKA | -\n"
            "4 operational 2.1 | Szlaki nad rzeką | 3\n");
}

TEST(GoalsInTables, CodesOnLinesOfTheirOwn) {
  EXPECT_EQ(
      goals_of(
          "Strategia Gminy Lipki\n\nCel strategiczny A. Dobre usługi\n\nCel operacyjny A.1. Opieka nad "
          "dziećmi\n\nNr\nKierunek działań\nSpodziewany rezultat\nWskaźnik\nA.1.1\nRozbudowa żłobka\nKrótsza "
          "lista\nLiczba miejsc\nA.1.2\nCentrum usług\nUsługi razem\nLiczba osób\n\nCel operacyjny A.2. "
          "Szkoła\n"),
      "0 strategic A | Dobre usługi | -\n1 operational A.1 | Opieka nad dziećmi | 0\n"
      "2 action A.1.1 | Rozbudowa żłobka | 1\n3 action A.1.2 | Centrum usług | 1\n"
      "4 operational A.2 | Szkoła | 0\n");
}

TEST(GoalLayouts, AChapterBelowATableOfLetters) {
  EXPECT_EQ(goals_of(R"(Strategia powiatu

Cel szczegółowy I.2
Ograniczenie wykluczenia
Zadania                                                      Realizator
a) uruchomienie linii autobusowych                           Zarząd Powiatu
b) budowa przystanków                                        ZDP

VI. Finansowanie

Realizacja strategii opierać się będzie na budżecie powiatu oraz środkach zewnętrznych.
)"),
            "0 specific I.2 | Ograniczenie wykluczenia | -\n"
            "1 action a | uruchomienie linii autobusowych | 0\n"
            "2 action b | budowa przystanków | 0\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
