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

TEST(GoalsLegend, ASentenceSaysWhatMarksMean) {
  // Letters and numbers.
  EXPECT_EQ(
      goals_of(
          "Strategia Gminy Sowin\nRozdział 4 | Cele\n\nLitera oznacza cel strategiczny, litera z cyfrą – "
          "cel szczegółowy, litera z dwiema cyframi – zadanie.\n\nA. Młodzi w gminie\nA.1. Praca w "
          "Sowinie\nA.1.1. nowe działki\nB. Jeziora dla wszystkich\nB.1. Czysta woda\nB.1.1. "
          "plaża\nB.1.2. pomost\n\nZałącznik: podział zadań\nA – wicewójt Jan Sowa\n"),
      "0 strategic A | Młodzi w gminie | -\n1 specific A.1 | Praca w Sowinie | 0\n"
      "2 action A.1.1 | nowe działki | 1\n3 strategic B | Jeziora dla wszystkich | -\n"
      "4 specific B.1 | Czysta woda | 3\n5 action B.1.1 | plaża | 4\n6 action B.1.2 | pomost | 4\n");
  // Codes that are labels elsewhere.
  EXPECT_EQ(goals_of("STRATEGIA ENERGETYCZNA POWIATU\n\n4. CELE I PROJEKTY\n\nDla każdej domeny ustalono cel "
                     "strategiczny (D1, D2), cele szczegółowe i projekty.\n\nDomena 1: BUDYNKI\nD1. Mniej "
                     "ciepła\nD1-C1. Wiedza o zużyciu\n   P-01  Audyty\n\nDomena 2: TRANSPORT\nD2. Czysty "
                     "transport\nD2-C1. Nowy tabor\n   P-02  Autobusy\n\n5. WSKAŹNIKI\n\nW1. zużycie\nW2. "
                     "moc\n"),
            "0 strategic D1 | Mniej ciepła | -\n1 specific D1-C1 | Wiedza o zużyciu | 0\n"
            "2 action P-01 | Audyty | 1\n3 strategic D2 | Czysty transport | -\n"
            "4 specific D2-C1 | Nowy tabor | 3\n5 action P-02 | Autobusy | 4\n");
  // No legend: a sentence that announces them.
  EXPECT_EQ(goals_of("PROGRAM GMINY SOWIN\n\nCelem głównym programu jest silna gmina.\n\nCel główny zostanie "
                     "osiągnięty poprzez następujące cele szczegółowe:\n\n1/ zebrania wiejskie;\n2/ "
                     "szkolenia.\n"),
            "0 main | silna gmina | -\n1 specific 1 | zebrania wiejskie | 0\n2 specific 2 | szkolenia | 0\n");
}

TEST(GoalsLeftOut, IndentsTellTheDepth) {
  EXPECT_EQ(
      goals_of(
          "Strategia Rozwoju Gminy Sowin\n\nROZDZIAŁ V. DRZEWO CELÓW\n\nPień to cel nadrzędny, konary to "
          "cele strategiczne, a gałęzie – cele operacyjne.\n\nSowin miejscem zdrowego życia\n\n    "
          "Dobre usługi\n        Nowa szkoła\n        Bliski lekarz\n\n    Czysta woda\n        "
          "Kanalizacja wsi\n\nAnaliza problemów wskazała:\n    Brak pracy\n        Odpływ "
          "młodych\n\nROZDZIAŁ VI. WDRAŻANIE\n\nPracują:\n    Referat Oświaty\n"),
      "0 main | Sowin miejscem zdrowego życia | -\n1 strategic | Dobre usługi | 0\n"
      "2 operational | Nowa szkoła | 1\n3 operational | Bliski lekarz | 1\n"
      "4 strategic | Czysta woda | 0\n5 operational | Kanalizacja wsi | 4\n");
  EXPECT_EQ(goals_of("STRATEGIA POWIATU BOROWSKIEGO\n\nDRZEWO CELÓW\n\nPowiat dobry do życia\n\n  Zdrowie i "
                     "nauka\n    Nowy szpital\n    Lepsze szkoły\n\n  Sprawne drogi\n    Obwodnica\n    "
                     "Autobusy\n\nWDRAŻANIE\n\nWdraża zarząd.\n"),
            "0 main | Powiat dobry do życia | -\n1 strategic | Zdrowie i nauka | 0\n"
            "2 operational | Nowy szpital | 1\n3 operational | Lepsze szkoły | 1\n"
            "4 strategic | Sprawne drogi | 0\n5 operational | Obwodnica | 4\n6 operational | Autobusy | 4\n");
}

TEST(GoalsLeftOut, AParagraphBetweenAGoalAndItsActions) {
  EXPECT_EQ(
      goals_of("STRATEGIA MIASTA LUBOWO 2030\n\nNasze cele strategiczne\n\nMiasto, które dba\nCo czwarty "
               "mieszkaniec ma 65 lat. Zaplanowano:\n• opaski życia,\n• opiekę.\n\nMiasto, które "
               "uczy\nLiceum traci uczniów. Zaplanowano:\n• bursę.\n\nSkąd weźmiemy pieniądze\n• "
               "budżet\n• fundusze\n"),
      "0 strategic | Miasto, które dba | -\n1 action | opaski życia | 0\n2 action | opiekę | 0\n"
      "3 strategic | Miasto, które uczy | -\n4 action | bursę | 3\n");
}

TEST(GoalsCards, TheGoalServedStandsInTheCard) {
  EXPECT_EQ(
      goals_of("STRATEGIA GMINY SOWIN\n\nKarta nr 1\nCel operacyjny\n1.1. Czyste jeziora\nCel strategiczny, "
               "któremu służy\n1. Sowin uzdrowiskiem\nUzasadnienie\nJeziora zarastają.\nKierunki "
               "działań\n– kontrola szamb\nWskaźniki\n– przezroczystość\n\nKarta nr 2\nCel "
               "operacyjny\n1.2. Baza zabiegowa\nCel strategiczny, któremu służy\n1. Sowin "
               "uzdrowiskiem\nUzasadnienie\nNie ma basenów.\nKierunki działań\n– basen\n"),
      "0 strategic 1 | Sowin uzdrowiskiem | -\n1 operational 1.1 | Czyste jeziora | 0\n"
      "2 action | kontrola szamb | 1\n3 operational 1.2 | Baza zabiegowa | 0\n4 action | basen | 3\n");
}

TEST(GoalsCards, NamesBelowAListOfProjects) {
  EXPECT_EQ(
      goals_of("PROGRAM REWITALIZACJI LUBOWA\n\nCel 1. Żywe śródmieście\nCel 2. Zielone podwórka\n\n7. LISTA "
               "PRZEDSIĘWZIĘĆ PODSTAWOWYCH\n\nNr: 1\nNazwa: Dom sąsiedzki\nWartość: 2 mln zł\nCel, "
               "któremu służy: 1\n\nNr: 2\nNazwa: Sad miejski\nWartość: 1 mln zł\nCel, któremu służy: "
               "2\n"),
      "0 strategic 1 | Żywe śródmieście | -\n1 strategic 2 | Zielone podwórka | -\n"
      "2 action | Dom sąsiedzki | 0\n3 action | Sad miejski | 1\n");
}

TEST(GoalsMentioned, AnActionWithANameAndTheGoalInBrackets) {
  EXPECT_EQ(
      goals_of(
          "Cele operacyjne:\nA1)  Oferta na cały rok\nA2)  Żywe Stare Miasto\n\nPROGRAMY\nProgram „Cztery "
          "pory” (A1)\n   –  trasy narciarskie\n   –  wieża\nProgram „Baszty” (A2)\n   –  "
          "zwiedzanie nocą\n\nPIENIĄDZE\nProgram „Cztery pory” – 6 mln zł\n"),
      "0 operational A1 | Oferta na cały rok | -\n1 operational A2 | Żywe Stare Miasto | -\n"
      "2 action | Cztery pory | 0\n3 action | trasy narciarskie | 2\n4 action | wieża | 2\n"
      "5 action | Baszty | 1\n6 action | zwiedzanie nocą | 5\n");
}

TEST(GoalsLabels, InSmallLettersAndInApposition) {
  EXPECT_EQ(
      goals_of("Cel strategiczny nr 1. Zgrana społeczność\n  cel operacyjny 1.1 – miejsca spotkań\n  cel "
               "operacyjny 1.2 – dobra kultura\nCel strategiczny nr 2. Nowe rolnictwo\n  cel operacyjny 2.1 "
               "– woda dla pól\n"),
      "0 strategic 1 | Zgrana społeczność | -\n1 operational 1.1 | miejsca spotkań | 0\n"
      "2 operational 1.2 | dobra kultura | 0\n3 strategic 2 | Nowe rolnictwo | -\n"
      "4 operational 2.1 | woda dla pól | 3\n");
  EXPECT_EQ(goals_of("Meta, czyli cel główny\nCo drugi z nas ćwiczy\n\nCel strategiczny: Nowe boiska\n"),
            "0 main | Co drugi z nas ćwiczy | -\n1 strategic | Nowe boiska | 0\n");
  EXPECT_EQ(goals_of("2. Cel strategiczny\n\nCelem strategicznym Programu jest rozwój rodzin.\n"),
            "0 strategic | rozwój rodzin | -\n");
}

TEST(GoalsLabels, LettersOfPillarsAreNoAbbreviations) {
  EXPECT_EQ(
      goals_of("Filar U. Usługi przez całą dobę\nU.1. Sprawy przez sieć\n     U-01 Portal\n     U-02 Obieg "
               "spraw\nU.2. Urząd zrozumiały\n     U-03 Prosty język\n\nFilar D. Dane dla miasta\nD.1. "
               "Otwarte dane\n     D-01 Platforma\n\n4. Zasady\n\nZ.1. Otwartość\nZ.2. Oszczędność\n"),
      "0 strategic U | Usługi przez całą dobę | -\n1 operational U.1 | Sprawy przez sieć | 0\n"
      "2 action U-01 | Portal | 1\n3 action U-02 | Obieg spraw | 1\n"
      "4 operational U.2 | Urząd zrozumiały | 0\n5 action U-03 | Prosty język | 4\n"
      "6 strategic D | Dane dla miasta | -\n7 operational D.1 | Otwarte dane | 6\n"
      "8 action D-01 | Platforma | 7\n");
}

TEST(GoalsSentences, DutiesAreNoActions) {
  EXPECT_EQ(
      goals_of(
          "§ 2\n1. Celem głównym Partnerstwa jest wspólny rozwój.\n2. Cele szczegółowe Partnerstwa:\n1) nowe "
          "firmy;\n2) czysta rzeka.\n§ 3\nOrganizacja\n1. Liderem jest Gmina Sowin.\n2. Do zadań Lidera "
          "należy:\n1) zwoływanie posiedzeń;\n2) korespondencja.\n"),
      "0 main | wspólny rozwój | -\n1 specific 1 | nowe firmy | 0\n2 specific 2 | czysta rzeka | 0\n");
}

TEST(GoalsTables, RowsBelowHeadsOnOneLine) {
  EXPECT_EQ(
      goals_of(
          "Cel operacyjny 1: Nowe rodziny\n\nLp. Zadanie Realizator Termin Wskaźnik\n1. Kampania w każdej    "
          "PCPR, gminy    corocznie    liczba wydarzeń\n   gminie powiatu\n2. Szkolenia    PCPR    "
          "2021–2023    liczba\n                                                osób\n3. Nowy koordynator   "
          " Starosta    2021    1 etat\n\nFinansowanie: budżet powiatu.\n"),
      "0 operational 1 | Nowe rodziny | -\n1 action 1 | Kampania w każdej gminie powiatu | 0\n"
      "2 action 2 | Szkolenia | 0\n3 action 3 | Nowy koordynator | 0\n");
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

TEST(GoalsLeftOut, AStrategyThatCallsNothingItsGoals) {
  const char* const kText =
      "MŁODZIEŻ LUBOWA 2030\n\nPrzed nami dużo pracy\n\n1 BYĆ SŁYSZANYM\n▸ rada młodych\n▸ rozmowy w "
      "szkołach\n2 MIEĆ SWOJE MIEJSCE\n▸ klub\n▸ pumptrack\n\nKto nam pomaga\n▸ dom kultury\n▸ "
      "biblioteka\n";
  EXPECT_EQ(
      goals_of(kText, core::DocumentKind::strategy),
      "0 strategic 1 | BYĆ SŁYSZANYM | -\n1 action | rada młodych | 0\n2 action | rozmowy w szkołach | 0\n"
      "3 strategic 2 | MIEĆ SWOJE MIEJSCE | -\n4 action | klub | 3\n5 action | pumptrack | 3\n");
  EXPECT_EQ(goals_of(kText, core::DocumentKind::news), "");
}

TEST(GoalsSchemes, DirectionsAreGoalsWhereNothingElseIs) {
  EXPECT_EQ(goals_of("Program Rozwoju Turystyki w Sowinie\n\nKierunek 1 – Drogi\n  Działanie 1.1 – Szlaki\n  "
                     "Działanie 1.2 – Wiaty\nKierunek 2 – Wiedza\n  Działanie 2.1 – Mapa\n"),
            "0 strategic 1 | Drogi | -\n1 action 1.1 | Szlaki | 0\n2 action 1.2 | Wiaty | 0\n"
            "3 strategic 2 | Wiedza | -\n4 action 2.1 | Mapa | 3\n");
}

TEST(GoalsSchemes, AnAreaOfTheDocumentsOwnNameAboveItsGoal) {
  EXPECT_EQ(
      goals_of("Strategia Lubowa\n\nPOLE 1. LUDZIE\nCel: Mieszkańcy zdrowi\n1.1 Bliskie usługi\n\nPOLE 2. "
               "PRACA\nCel: Firmy z wiedzą\n2.1 Park nauki\n2.2 Rzemiosło\n"),
      "0 strategic | Mieszkańcy zdrowi | -\n1 operational 1.1 | Bliskie usługi | 0\n"
      "2 strategic | Firmy z wiedzą | -\n3 operational 2.1 | Park nauki | 2\n"
      "4 operational 2.2 | Rzemiosło | 2\n");
  // Groups that sat at tables are none.
  EXPECT_EQ(
      goals_of("Strategia Lubowa\n\nStolik 1: mieszkańcy\n– 34 uwagi\n\nStolik 2: firmy\n– 12 uwag\n\nZespół "
               "zapisał dwa cele strategiczne i przypisał im zadania.\n\n1) Dobre drogi\n   • ul. "
               "Sadowa\n2) Praca na miejscu\n   • hala\n"),
      "0 strategic 1 | Dobre drogi | -\n1 action | ul. Sadowa | 0\n"
      "2 strategic 2 | Praca na miejscu | -\n3 action | hala | 2\n");
}

TEST(GoalsTables, LinesOfACellThatWereNotWrapped) {
  const std::string gap(24, ' ');
  EXPECT_EQ(goals_of("Cel                     Zadania\nMniej hałasu            nasadzenia przy drodze "
                     "krajowej\nDobry stan wód          "
                     "odbudowa stawów\n" +
                     gap + "małe zbiorniki\n" + gap + "w lasach\n"),
            "0 strategic | Mniej hałasu | -\n1 action | nasadzenia przy drodze krajowej | 0\n"
            "2 strategic | Dobry stan wód | -\n3 action | odbudowa stawów | 2\n"
            "4 action | małe zbiorniki w lasach | 2\n");
}

TEST(GoalsTables, RowsOfBarsThatGoOn) {
  EXPECT_EQ(
      goals_of("Cel strategiczny | Cel operacyjny | Kierunki dzialan |\n\n1. Miasto kolejarzy | 1.1. "
               "Przesiadka na "
               "rower i\nautobus | a) parking |\n\n| | b) wiaty |\n\n| 1.2. Tereny | a) uzbrojenie |\n\n2. "
               "Mieszkancy | 2.1. Rehabilitacja | a)\ngabinet | ;\n\n3. Las | 3.1. Ochrona doliny |\na) "
               "zastawki |\n\n| 3.2. Turystyka | a) przystan |\n\nOpracowanie wlasne.\n"),
      "0 strategic 1 | Miasto kolejarzy | -\n1 operational 1.1 | Przesiadka na rower i autobus | 0\n"
      "2 action a | parking | 1\n3 action b | wiaty | 1\n4 operational 1.2 | Tereny | 0\n"
      "5 action a | uzbrojenie | 4\n6 strategic 2 | Mieszkancy | -\n7 operational 2.1 | Rehabilitacja | 6\n"
      "8 action a | gabinet | 7\n9 strategic 3 | Las | -\n10 operational 3.1 | Ochrona doliny | 9\n"
      "11 action a | zastawki | 10\n12 operational 3.2 | Turystyka | 9\n13 action a | przystan | 12\n");
}

TEST(GoalsFurniture, AParagraphsNumberIsNoPages) {
  EXPECT_EQ(
      goals_of(
          "Program współpracy\n\n§ 2\n1. Celem głównym programu jest silna gmina.\n\n§ 3\nZadania "
          "priorytetowe\nDotacje otrzymają zadania z zakresu kultury.\n\n§ 4\nŚrodki\n1. Planuje się 128 "
          "zł.\n2. Na ratownictwo idzie 22 zł.\n"),
      "0 main | silna gmina | -\n");
}

TEST(GoalsTables, TheNextChapterBehindATable) {
  EXPECT_EQ(
      goals_of("Cel strategiczny 1\nZgoda\nCele operacyjne            Działania\n1.1 Rodziny                "
               "1.1.1 Szkoła\n\nCel strategiczny 2\nTroska\nCele operacyjne            Działania\n2.1 "
               "Seniorzy               2.1.1 Klub\n2.2 Opieka                 2.2.1 Sąsiedzi\n\n3.3 Prognoza "
               "zmian\nBędzie lepiej.\n"),
      "0 strategic 1 | Zgoda | -\n1 operational 1.1 | Rodziny | 0\n2 action 1.1.1 | Szkoła | 1\n"
      "3 strategic 2 | Troska | -\n4 operational 2.1 | Seniorzy | 3\n5 action 2.1.1 | Klub | 4\n"
      "6 operational 2.2 | Opieka | 3\n7 action 2.2.1 | Sąsiedzi | 6\n");
}

TEST(GoalsLeftOut, AnswersToNumberedQuestions) {
  EXPECT_EQ(
      goals_of(
          "Strategia Rozwoju Gminy Lipki\n\nJaka będzie gmina za dziesięć lat?\n\n1. Jak będziemy mieszkać?\n"
          "Lipki oddychają czystym powietrzem.\n1.1. Każdy dom ma kanalizację.\n1.2. Piece na węgiel "
          "zniknęły.\n\n2. "
          "Jak będziemy zarabiać?\nGmina żyje z lasu i jezior.\n2.1. Szlaki tworzą sieć.\n",
          core::DocumentKind::strategy),
      "0 strategic 1 | Lipki oddychają czystym powietrzem | -\n1 operational 1.1 | Każdy dom ma kanalizację "
      "| 0\n"
      "2 operational 1.2 | Piece na węgiel zniknęły | 0\n3 strategic 2 | Gmina żyje z lasu i jezior | -\n"
      "4 operational 2.1 | Szlaki tworzą sieć | 3\n");
}

TEST(GoalsLeftOut, ChallengeAnswerAndSteps) {
  EXPECT_EQ(goals_of("Strategia Rozwiązywania Problemów Społecznych Gminy Lipki\n\nWyzwanie 1: "
                     "Samotność\nOdpowiedź: Usługi "
                     "w miejscu zamieszkania\nKroki:\na) klub seniora\nb) teleopieka\n\nWyzwanie 2: Brak "
                     "pracy\nOdpowiedź: "
                     "Powrót na rynek pracy\nKroki:\na) kursy\n",
                     core::DocumentKind::strategy),
            "0 strategic | Usługi w miejscu zamieszkania | -\n1 action a | klub seniora | 0\n2 action b | "
            "teleopieka | 0\n"
            "3 strategic | Powrót na rynek pracy | -\n4 action a | kursy | 3\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
