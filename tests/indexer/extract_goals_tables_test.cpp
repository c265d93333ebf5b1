// Goals in tables: with bars, columns, rows on one line, cells on lines, boxes and pillars.
#include <gtest/gtest.h>

#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

TEST(GoalsInTables, MatrixOfCellsOnLines) {
  EXPECT_EQ(goals_of(R"(4.2. Układ celów

Cel strategiczny
Cel operacyjny
Zadanie
Termin realizacji

1. Pogodni
i ciekawi
sąsiedzi

1.1. Dobre szkoły

1.1.1. Nowe pracownie
2023
1.1.2. Zajęcia
dodatkowe
na bieżąco

Cel strategiczny
Cel operacyjny
Zadanie
Termin realizacji

2. Czyste jeziora

2.1. Sanitacja

2.1.1. Oczyszczalnia w Brzozach
2024–2026

4.3. Źródła pieniędzy
)"),
            "0 strategic 1 | Pogodni i ciekawi sąsiedzi | -\n"
            "1 operational 1.1 | Dobre szkoły | 0\n"
            "2 action 1.1.1 | Nowe pracownie | 1\n"
            "3 action 1.1.2 | Zajęcia dodatkowe | 1\n"
            "4 strategic 2 | Czyste jeziora | -\n"
            "5 operational 2.1 | Sanitacja | 4\n"
            "6 action 2.1.1 | Oczyszczalnia w Brzozach | 5\n");
}

TEST(GoalsInTables, TableSetApartByBars) {
  EXPECT_EQ(goals_of(R"(| Cel strategiczny | Cel operacyjny | Zadania | Termin |
| 1. Bezpieczna gmina | 1.1. Straż pożarna | Zakup wozu | 2025 |
| | | Remont remizy | 2026 |
| 2. Zielona gmina | 2.1. Czyste rzeki | Oczyszczalnia | 2028 |
)"),
            "0 strategic 1 | Bezpieczna gmina | -\n"
            "1 operational 1.1 | Straż pożarna | 0\n"
            "2 action | Zakup wozu | 1\n"
            "3 action | Remont remizy | 1\n"
            "4 strategic 2 | Zielona gmina | -\n"
            "5 operational 2.1 | Czyste rzeki | 4\n"
            "6 action | Oczyszczalnia | 5\n");
}

TEST(GoalsInTables, MatrixWhoseCellsBearNoNumbers) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny

Cel operacyjny

Zadanie

Termin realizacji

Wzrost jakości życia

Dobre drogi gminne

Przebudowa ulicy Leśnej
2023
Oświetlenie uliczne
zadanie ciągłe

Czysta woda

Rozbudowa wodociągu
2022-2025

Źródło: opracowanie własne
)"),
            "0 strategic | Wzrost jakości życia | -\n"
            "1 operational | Dobre drogi gminne | 0\n"
            "2 action | Przebudowa ulicy Leśnej | 1\n"
            "3 action | Oświetlenie uliczne | 1\n"
            "4 operational | Czysta woda | 0\n"
            "5 action | Rozbudowa wodociągu | 4\n");
}

TEST(GoalsInTables, TableRowsOnOneLine) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny Cel operacyjny Działania

1. Aktywni mieszkańcy 1.1. Integracja 1.1.1. Festyn gminny
1.1.2. Kluby seniora
1.2. Sport 1.2.1. Boisko w Piaskach

Monitoring prowadzi Wójt.
)"),
            "0 strategic 1 | Aktywni mieszkańcy | -\n"
            "1 operational 1.1 | Integracja | 0\n"
            "2 action 1.1.1 | Festyn gminny | 1\n"
            "3 action 1.1.2 | Kluby seniora | 1\n"
            "4 operational 1.2 | Sport | 0\n"
            "5 action 1.2.1 | Boisko w Piaskach | 4\n");
}

TEST(GoalsInTables, TableOfActionsBelowAGoal) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1.2. Zdrowie
Zadania:
budowa przychodni w Woli,
remont szpitala.

Lp.
Zadanie
Realizator
Termin

1.
Kurs pierwszej pomocy
OSP
2024
2.
Badania profilaktyczne
GOPS
2023-2025
)"),
            "0 operational 1.2 | Zdrowie | -\n"
            "1 action | budowa przychodni w Woli | 0\n"
            "2 action | remont szpitala | 0\n"
            "3 action 1 | Kurs pierwszej pomocy | 0\n"
            "4 action 2 | Badania profilaktyczne | 0\n");
}

TEST(GoalsInTables, ActionsInTablesWithNoise) {
  EXPECT_EQ(goals_of(R"(Załącznik do uchwały Nr XV/120/2021
Rady Powiatu Lipniańskiego
z dnia 30 czerwca 2021 r.

POWIATOWY PROGRAM ROZWOJU PIECZY ZASTĘPCZEJ
NA LATA 2021–2023

Priorytet I. Wsparcie rodzin zastępczych

Lp. Działanie Jednostka Termin Koszt
I.1 Szkolenia dla kandydatów na rodziny
zastępcze
PCPR
2021–2023
40 000 zł
I.2 Grupy wsparcia
PCPR, poradnia
zadanie ciągłe
12 000 zł

Priorytet II. Usamodzielnianie wychowanków

Lp. Działanie Jednostka Termin Koszt
II.1 Mieszkania chronione
Powiat
2022
300 000 zł
II.2 Staże zawodowe w urzędach
i firmach
PUP
2021–2023
80 000 zł

Priorytet III. Współpraca z gminami

Lp. Działanie Jednostka Termin Koszt
III.1 Porozumienia z ośrodkami pomocy
PCPR
2021
bez kosztów
)"),
            "0 strategic I | Wsparcie rodzin zastępczych | -\n"
            "1 action I.1 | Szkolenia dla kandydatów na rodziny zastępcze | 0\n"
            "2 action I.2 | Grupy wsparcia | 0\n"
            "3 strategic II | Usamodzielnianie wychowanków | -\n"
            "4 action II.1 | Mieszkania chronione | 3\n"
            "5 action II.2 | Staże zawodowe w urzędach i firmach | 3\n"
            "6 strategic III | Współpraca z gminami | -\n"
            "7 action III.1 | Porozumienia z ośrodkami pomocy | 6\n");
}

TEST(GoalsInTables, TableWithColumnsSetApartByBlanks) {
  EXPECT_EQ(goals_of(R"(Strategia Rozwoju Gminy Kamionka na lata 2021–2027

Cel strategiczny              Cel operacyjny                    Kierunek działań

1. Wysoka jakość życia        1.1. Dostępna opieka              - gabinet rehabilitacji
   mieszkańców                     zdrowotna                    - teleporady dla osób
                                                                  starszych
                              1.2. Rozwinięta oferta            - modernizacja Gminnego
                                   kulturalna                     Ośrodka Kultury

2. Przedsiębiorcza gmina      2.1. Atrakcyjne tereny            - plan miejscowy dla strefy
                                   pod inwestycje                 „Północ”

Opracowanie: zespół Urzędu Gminy
)"),
            "0 strategic 1 | Wysoka jakość życia mieszkańców | -\n"
            "1 operational 1.1 | Dostępna opieka zdrowotna | 0\n"
            "2 action | gabinet rehabilitacji | 1\n"
            "3 action | teleporady dla osób starszych | 1\n"
            "4 operational 1.2 | Rozwinięta oferta kulturalna | 0\n"
            "5 action | modernizacja Gminnego Ośrodka Kultury | 4\n"
            "6 strategic 2 | Przedsiębiorcza gmina | -\n"
            "7 operational 2.1 | Atrakcyjne tereny pod inwestycje | 6\n"
            "8 action | plan miejscowy dla strefy „Północ” | 7\n");
}

TEST(GoalsInTables, TableWithColumnsSetApartByTabs) {
  EXPECT_EQ(goals_of("Cel szczegółowy\tDziałanie\tTermin\tKoszt (zł)\n"
                     "1. Spójna identyfikacja\tKsięga znaku\t2021\t15 000\n"
                     "\tTablice powitalne\t2022\t40 000\n"
                     "2. Turystyka rowerowa\tMapa tras\tcorocznie\t8 000\n"),
            "0 specific 1 | Spójna identyfikacja | -\n"
            "1 action | Księga znaku | 0\n"
            "2 action | Tablice powitalne | 0\n"
            "3 specific 2 | Turystyka rowerowa | -\n"
            "4 action | Mapa tras | 3\n");
}

TEST(GoalsInTables, RowsBetweenBarsMayBeWrapped) {
  EXPECT_EQ(goals_of(R"(| Cel strategiczny | Cele operacyjne | Termin |
|---|---|---|
| 1. Konkurencyjna gospodarka | 1.1. Uzbrojenie strefy przy
drodze krajowej | 2024 |
| | 1.2. Portal ofert | 2025 |
)"),
            "0 strategic 1 | Konkurencyjna gospodarka | -\n"
            "1 operational 1.1 | Uzbrojenie strefy przy drodze krajowej | 0\n"
            "2 operational 1.2 | Portal ofert | 0\n");
}

TEST(GoalsInTables, TableWhoseCellsAreLinesWithNumbersAlone) {
  EXPECT_EQ(goals_of(R"(Priorytet
Cel operacyjny
Lp.
Działanie
Jednostka odpowiedzialna
Lata

Priorytet I
Usługi publiczne
blisko ludzi

I.1
Szkoły, które
nie pękają w szwach

1
Rozbudowa szkoły w Lipkach
Referat Inwestycji
2022-2024

2
Klub malucha
GOPS
2023

Priorytet II
Czysta woda

II.1
Kanalizacja

1
Kolektor w Dębinie
ZUK
2021-2027

4.3. Nakłady
Priorytet I: 2 450 000 zł. Priorytet II: 6,3 mln zł.
)"),
            "0 strategic I | Usługi publiczne blisko ludzi | -\n"
            "1 operational I.1 | Szkoły, które nie pękają w szwach | 0\n"
            "2 action 1 | Rozbudowa szkoły w Lipkach | 1\n"
            "3 action 2 | Klub malucha | 1\n"
            "4 strategic II | Czysta woda | -\n"
            "5 operational II.1 | Kanalizacja | 4\n"
            "6 action 1 | Kolektor w Dębinie | 5\n");
}

TEST(GoalsInTables, TableWhoseFirstColumnAloneIsNumbered) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny
Działania
Termin
Odpowiedzialny

1.1. Poprawa stanu dróg

Przebudowa drogi w Starym Młynie

2023

Referat Dróg

Chodnik do szkoły

2024

Referat Dróg

1.2. Opieka nad dziećmi

Utworzenie żłobka

2025

Referat Oświaty
)"),
            "0 operational 1.1 | Poprawa stanu dróg | -\n"
            "1 action | Przebudowa drogi w Starym Młynie | 0\n"
            "2 action | Chodnik do szkoły | 0\n"
            "3 operational 1.2 | Opieka nad dziećmi | -\n"
            "4 action | Utworzenie żłobka | 3\n");
}

TEST(GoalsInTables, PillarsSideBySide) {
  EXPECT_EQ(goals_of(R"(CEL SZCZEGÓŁOWY 1                  CEL SZCZEGÓŁOWY 2
Nowoczesna                         Profesjonalna promocja
infrastruktura

Zadania w ramach celu szczegółowego 2:
1. Strona internetowa.
2. Wizyty dziennikarzy.
)"),
            "0 specific 1 | Nowoczesna infrastruktura | -\n"
            "1 specific 2 | Profesjonalna promocja | -\n"
            "2 action 1 | Strona internetowa | 1\n"
            "3 action 2 | Wizyty dziennikarzy | 1\n");
}

TEST(GoalsInTables, TablesBelowTheirPriorities) {
  EXPECT_EQ(goals_of(R"(Priorytet I
Ochrona dziedzictwa

Kierunki działań        Zadania

1. Zahamowanie degradacji zabytków      - prace w obiektach gminnych
                                        - dotacje dla parafii
2. Zintegrowana ochrona krajobrazu      - wytyczne do planów

Priorytet II
Promocja dziedzictwa

Kierunki działań        Zadania

1. Edukacja             - lekcje regionalne
)"),
            "0 strategic I | Ochrona dziedzictwa | -\n"
            "1 action 1 | Zahamowanie degradacji zabytków | 0\n"
            "2 action | prace w obiektach gminnych | 1\n"
            "3 action | dotacje dla parafii | 1\n"
            "4 action 2 | Zintegrowana ochrona krajobrazu | 0\n"
            "5 action | wytyczne do planów | 4\n"
            "6 strategic II | Promocja dziedzictwa | -\n"
            "7 action 1 | Edukacja | 6\n"
            "8 action | lekcje regionalne | 7\n");
}

TEST(GoalsInTables, CellsWithLabelsBelongToTheColumnOfThatName) {
  EXPECT_EQ(goals_of(R"(Priorytet
Cel szczegółowy
Zadania

Priorytet I. Infrastruktura

Cel 1. Nowe szlaki

1) ścieżka wokół jeziora

2) oznakowanie

Cel 2. Baza nad wodą

1) przystań w Borku
)"),
            "0 strategic I | Infrastruktura | -\n"
            "1 specific 1 | Nowe szlaki | 0\n"
            "2 action 1 | ścieżka wokół jeziora | 1\n"
            "3 action 2 | oznakowanie | 1\n"
            "4 specific 2 | Baza nad wodą | 0\n"
            "5 action 1 | przystań w Borku | 4\n");
}

TEST(GoalsInTables, ColumnOfNumbersAndSeveralActionsInACell) {
  EXPECT_EQ(goals_of(R"(| Lp. | Cel szczegółowy | Działania | Termin |
| 1 | Wzrost czytelnictwa | Noc bibliotek; Turniej głośnego czytania | 2022 |
| 2 | Zbiory dla seniorów | Zakup audiobooków | 2023 |
)"),
            "0 specific 1 | Wzrost czytelnictwa | -\n"
            "1 action | Noc bibliotek | 0\n"
            "2 action | Turniej głośnego czytania | 0\n"
            "3 specific 2 | Zbiory dla seniorów | -\n"
            "4 action | Zakup audiobooków | 3\n");
}

TEST(GoalsInTables, RecognisedRowsLoseWhoAndWhen) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1: Sprawna komunikacja

Lp. Zadanie Odpowiedzialny Termin

1. Newsletter dla organizacji Biuro Promocji cały rok

2. Mapa aktywności Wydział Kultury do 30.06.2023

Cel operacyjny 2: Wzrost kompetencji

Lp. Zadanie Odpowiedzialny Termin

1. Szkolenia z rozliczania dotacji Referat Finansów II kwartał
)"),
            "0 operational 1 | Sprawna komunikacja | -\n"
            "1 action 1 | Newsletter dla organizacji | 0\n"
            "2 action 2 | Mapa aktywności | 0\n"
            "3 operational 2 | Wzrost kompetencji | -\n"
            "4 action 1 | Szkolenia z rozliczania dotacji | 3\n");
}

TEST(GoalsInTables, TableWithBarsBetweenItsColumnsAlone) {
  EXPECT_EQ(goals_of(R"(Obszar interwencji | Cel | Kierunek interwencji | Zadania
Powietrze | Poprawa jakości powietrza | Redukcja niskiej emisji | Wymiana kotłów
Powietrze | Poprawa jakości powietrza | Edukacja | Kampania w szkołach
Wody | Dobry stan wód | Mała retencja | Odbudowa stawów

Źródło: opracowanie własne
)"),
            "0 strategic | Poprawa jakości powietrza | -\n"
            "1 action | Redukcja niskiej emisji | 0\n"
            "2 action | Wymiana kotłów | 1\n"
            "3 action | Edukacja | 0\n"
            "4 action | Kampania w szkołach | 3\n"
            "5 strategic | Dobry stan wód | -\n"
            "6 action | Mała retencja | 5\n"
            "7 action | Odbudowa stawów | 6\n");
}

TEST(GoalsInTables, DrawnBoxes) {
  EXPECT_EQ(goals_of("┌───────────────┐\n│ CEL NADRZĘDNY │\n│ Zdrowe życie  │\n└───────────────┘\n"),
            "0 main | Zdrowe życie | -\n");
}

TEST(GoalsInTables, LabelThatANarrowCellWraps) {
  EXPECT_EQ(goals_of(R"(Cel
strategiczny 1.

Rodziny wolne od przemocy

Cele operacyjne 1. Wspieranie rodzin w opiece.
2. Pomoc w kryzysie.

Kierunki działań do celu
operacyjnego 1.

1. Asystent rodziny.

Kierunki działań do celu
operacyjnego 2.

1. Dyżury psychologa.
)"),
            "0 strategic 1 | Rodziny wolne od przemocy | -\n"
            "1 operational 1 | Wspieranie rodzin w opiece | 0\n"
            "2 operational 2 | Pomoc w kryzysie | 0\n"
            "3 action 1 | Asystent rodziny | 1\n"
            "4 action 1 | Dyżury psychologa | 2\n");
}

TEST(GoalsInTables, ColumnThatHoldsTwoLevels) {
  EXPECT_EQ(goals_of(R"(Cel nadrzędny: Powiat gotowy na suszę

Nr | Cel szczegółowy / zadanie | Wykonawca | Termin
A | CEL SZCZEGÓŁOWY: Zatrzymanie wody | |
A.1 | odtworzenie rowów | gminy | 2024–2028
B | CEL SZCZEGÓŁOWY: Wiedza mieszkańców | |
B.1 | lekcje nad stawem | szkoły | 2025
)"),
            "0 main | Powiat gotowy na suszę | -\n"
            "1 specific A | Zatrzymanie wody | 0\n"
            "2 action A.1 | odtworzenie rowów | 1\n"
            "3 specific B | Wiedza mieszkańców | 0\n"
            "4 action B.1 | lekcje nad stawem | 3\n");
}

TEST(GoalsInTables, LabelHeadsAColumnWithItsColon) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1
Pomoc osobom uzależnionym

Zadania:                              Realizator          Wskaźnik
1) dofinansowanie dojazdów            GKRPA               liczba osób
   na terapię
2) dyżury terapeuty                   GOPS                liczba godzin
)"),
            "0 operational 1 | Pomoc osobom uzależnionym | -\n"
            "1 action 1 | dofinansowanie dojazdów na terapię | 0\n"
            "2 action 2 | dyżury terapeuty | 0\n");
}

TEST(GoalsInTables, LabelledCellTellsTheRankOfItsColumn) {
  EXPECT_EQ(goals_of(R"(Obszar interwencji
Cel
Zadanie
Koszt

CEL STRATEGICZNY I: Poprawa jakości powietrza
I.1 Wymiana źródeł ciepła
1 480

I.2 Rozbudowa ciepłowni
6 200
)"),
            "0 strategic I | Poprawa jakości powietrza | -\n"
            "1 action I.1 | Wymiana źródeł ciepła | 0\n"
            "2 action I.2 | Rozbudowa ciepłowni | 0\n");
}

TEST(GoalsInTables, ChaptersBelowTables) {
  EXPECT_EQ(goals_of(R"(5. Część programowa

Cele strategiczne         Cele operacyjne            Działania

1. Wsparcie rodzin        1.1. Pomoc rodzinom        1.1.1. Asystent rodziny
2. Godne życie seniorów   2.1. Usługi na miejscu     2.1.1. Teleopieka

6. Monitoring i ewaluacja
Ocena odbywa się raz w roku.
)"),
            "0 strategic 1 | Wsparcie rodzin | -\n"
            "1 operational 1.1 | Pomoc rodzinom | 0\n"
            "2 action 1.1.1 | Asystent rodziny | 1\n"
            "3 strategic 2 | Godne życie seniorów | -\n"
            "4 operational 2.1 | Usługi na miejscu | 3\n"
            "5 action 2.1.1 | Teleopieka | 4\n");
  EXPECT_EQ(goals_of(R"(8. Cele programu ochrony środowiska i zadania

Cel
Zadanie
Podmiot odpowiedzialny
Koszt

CEL STRATEGICZNY I: Czyste powietrze
I.1 Wymiana pieców
Gmina Borki

9. System zarządzania
Program nadzoruje burmistrz.
)"),
            "0 strategic I | Czyste powietrze | -\n"
            "1 action I.1 | Wymiana pieców | 0\n");
}

TEST(GoalsInTables, HeadsOfTablesAgainBelowEachGoal) {
  EXPECT_EQ(goals_of(R"(CEL OPERACYJNY 1: Rehabilitacja
Zadanie
Realizator
Termin
Wskaźnik
Turnusy rehabilitacyjne
PCPR
2022-2026
liczba osób
CEL OPERACYJNY 2: Aktywność zawodowa
Zadanie
Realizator
Termin
Wskaźnik
Szkolenia i staże
PUP
2022-2026
liczba uczestników
)"),
            "0 operational 1 | Rehabilitacja | -\n"
            "1 action | Turnusy rehabilitacyjne | 0\n"
            "2 operational 2 | Aktywność zawodowa | -\n"
            "3 action | Szkolenia i staże | 2\n");
}

TEST(GoalsInTables, RowsOnOneLineWhoseFirstCellGoesOn) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1
Dostępna pomoc

Zadania: Realizator Wskaźnik

1) dofinansowanie dojazdów na terapię GKRPA liczba osób
do sąsiedniego miasta

2) dyżury terapeuty GOPS liczba godzin

Cel operacyjny 2
Profilaktyka

Zadania: Realizator Wskaźnik

1) programy w szkołach dyrektorzy liczba uczniów
)"),
            "0 operational 1 | Dostępna pomoc | -\n"
            "1 action 1 | dofinansowanie dojazdów na terapię do sąsiedniego miasta | 0\n"
            "2 action 2 | dyżury terapeuty | 0\n"
            "3 operational 2 | Profilaktyka | -\n"
            "4 action 1 | programy w szkołach | 3\n");
}

TEST(GoalsInTables, RowsWhoseFirstBarIsDamaged) {
  EXPECT_EQ(goals_of(R"(| Cel strategiczny | Cel operacyjny | Działanie | Kto |
| 1. Zdrowa gmina | 1.1. Dostępny lekarz | 1.1.1. Remont przychodni | wójt |
1.2. Sport dla każdego | 1.2.1. Boisko | GOK |
| 2. Mądra gmina | 2.1. Dobre szkoły | 2.1.1. Pracownie | dyrektor |
)"),
            "0 strategic 1 | Zdrowa gmina | -\n"
            "1 operational 1.1 | Dostępny lekarz | 0\n"
            "2 action 1.1.1 | Remont przychodni | 1\n"
            "3 operational 1.2 | Sport dla każdego | 0\n"
            "4 action 1.2.1 | Boisko | 3\n"
            "5 strategic 2 | Mądra gmina | -\n"
            "6 operational 2.1 | Dobre szkoły | 5\n"
            "7 action 2.1.1 | Pracownie | 6\n");
}

TEST(GoalsInTables, RowsOfColumnsThatBeginWithSmallLetters) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1: Rozwój pieczy zastępczej
Działania                     Realizatorzy     Termin
kampania informacyjna         PCPR             2023
szkolenia dla kandydatów      PCPR             praca ciągła
)"),
            "0 operational 1 | Rozwój pieczy zastępczej | -\n"
            "1 action | kampania informacyjna | 0\n"
            "2 action | szkolenia dla kandydatów | 0\n");
  EXPECT_EQ(goals_of("Cel główny: Zdrowa gmina\n\nDziedzina     Kwota\nkultura       15 000 zł\nsport        "
                     " 8 000 zł\n"),
            "0 main | Zdrowa gmina | -\n");
}

TEST(GoalsInTables, RowsOfBarsWhoseFirstCellsAreEmpty) {
  EXPECT_EQ(goals_of(R"(Nr   | Cel szczegółowy      | Działania
1    | Gęsta sieć połączeń  | a) nowe linie
     |                      | b) dowóz do szpitala
2    | Wygodne przystanki   | a) wymiana wiat
)"),
            "0 specific 1 | Gęsta sieć połączeń | -\n"
            "1 action a | nowe linie | 0\n"
            "2 action b | dowóz do szpitala | 0\n"
            "3 specific 2 | Wygodne przystanki | -\n"
            "4 action a | wymiana wiat | 3\n");
}

TEST(GoalsInTables, RowsWithoutNumbersOnOneLine) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1: Rozwój pieczy zastępczej

Działania Realizatorzy Termin

kampania informacyjna PCPR 2023

szkolenia dla kandydatów PCPR praca ciągła
)"),
            "0 operational 1 | Rozwój pieczy zastępczej | -\n"
            "1 action | kampania informacyjna | 0\n"
            "2 action | szkolenia dla kandydatów | 0\n");
  EXPECT_EQ(goals_of("Cele szczegółowe:\nCEL 1 CEL 2 CEL 3\nZdrowie Ruch Praca\n"), "");
}

TEST(GoalsInTables, RowsBelowPillars) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1           Cel strategiczny 2
Silna gospodarka             Zdrowi mieszkańcy

1.1. Strefa gospodarcza      2.1. Nowoczesny
                             szpital
1.2. Kadry dla przemysłu

Działania

1.1.1. Uzbrojenie terenu
Podmiot: gmina; termin: 2023
2.1.1. Nowy oddział
Podmiot: szpital; termin: 2024
)"),
            "0 strategic 1 | Silna gospodarka | -\n"
            "1 operational 1.1 | Strefa gospodarcza | 0\n"
            "2 operational 1.2 | Kadry dla przemysłu | 0\n"
            "3 strategic 2 | Zdrowi mieszkańcy | -\n"
            "4 operational 2.1 | Nowoczesny szpital | 3\n"
            "5 action 1.1.1 | Uzbrojenie terenu | 1\n"
            "6 action 2.1.1 | Nowy oddział | 4\n");
}

TEST(GoalsInTables, WhatEndsATableOfColumns) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny nr 1 – Rodzina
Cel szczegółowy 1.1 Pomoc społeczno-
-zawodowa
Działania                              Realizatorzy
1.1.1 Asystenci                        GOPS
1.1.2 Półkolonie                       GOPS, szkoły
Wskaźniki: liczba rodzin.

Cel strategiczny nr 2 – Seniorzy
Cel szczegółowy 2.1 Opieka
Działania                              Realizatorzy
2.1.1 Teleopieka                       GOPS

5. RAMY FINANSOWE

Środki zabezpieczono w budżecie.
)"),
            "0 strategic 1 | Rodzina | -\n"
            "1 specific 1.1 | Pomoc społeczno-zawodowa | 0\n"
            "2 action 1.1.1 | Asystenci | 1\n"
            "3 action 1.1.2 | Półkolonie | 1\n"
            "4 strategic 2 | Seniorzy | -\n"
            "5 specific 2.1 | Opieka | 4\n"
            "6 action 2.1.1 | Teleopieka | 5\n");
  EXPECT_EQ(goals_of(R"(Cel szczegółowy nr 1. Żywy rynek

Lp.    Zadanie                    Realizator       Termin
1.1    Nowa płyta rynku           Gmina            2023
1.2    Jarmark                    Dom kultury      co roku

Zasady wdrażania
)"),
            "0 specific 1 | Żywy rynek | -\n"
            "1 action 1.1 | Nowa płyta rynku | 0\n"
            "2 action 1.2 | Jarmark | 0\n");
}

TEST(GoalsInTables, CellsOfActionsThatEndWhereTheirDoerIsNamed) {
  EXPECT_EQ(goals_of(R"(Cel szczegółowy
Przedsięwzięcie
Wykonawca

Cel strategiczny 1: Wieś, która czyta

1.1 Książki blisko
domu

Półki wymiany
na przystankach
biblioteka, sołectwa

Objazdowa czytelnia
w Lipnicy
OSP, gmina

1.2 Dojazd do filii

Rowerem Lipnica – Borek
– Zawada
powiat żabnicki

Głosy mieszkańców zebrano w maju. Ankietę wypełniło 310 osób.

Zdjęcia z zebrania
gmina
)"),
            "0 strategic 1 | Wieś, która czyta | -\n"
            "1 specific 1.1 | Książki blisko domu | 0\n"
            "2 action | Półki wymiany na przystankach | 1\n"
            "3 action | Objazdowa czytelnia w Lipnicy | 1\n"
            "4 specific 1.2 | Dojazd do filii | 0\n"
            "5 action | Rowerem Lipnica – Borek – Zawada | 4\n");
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1.1. Bezpieczna droga do szkoły

ZADANIE
REALIZATOR
KOSZT

Doświetlenie przejść
przy kościele
gmina
120 tys. zł

Patrole rano
policja
0 zł
)"),
            "0 operational 1.1 | Bezpieczna droga do szkoły | -\n"
            "1 action | Doświetlenie przejść przy kościele | 0\n"
            "2 action | Patrole rano | 0\n");
}

TEST(GoalsInTables, RowsThatLackACellAndHeadsOfTwoColumns) {
  // "Wola" and "gmina" are read as one cell.
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1. Zdrowa gmina

Działanie
Lokalizacja
Realizator
Termin
Koszt

Remont przychodni
Wola
gmina
2024
1,2 mln zł

Gabinet rehabilitacji
Brzezie
SP ZOZ
2025
300 tys. zł
)"),
            "0 strategic 1 | Zdrowa gmina | -\n"
            "1 action | Remont przychodni | 0\n"
            "2 action | Gabinet rehabilitacji | 0\n");
  EXPECT_EQ(goals_of(R"(Cel strategiczny 2. Praca

Działanie
Realizator

Szkolenia spawaczy
PUP, CKZ

Staże w urzędzie
gmina
)"),
            "0 strategic 2 | Praca | -\n"
            "1 action | Szkolenia spawaczy | 0\n"
            "2 action | Staże w urzędzie | 0\n");
}

TEST(GoalsInTables, AGoalBelowATableIsNoRowOfIt) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1.1. Bliżej lekarza

Zadanie                     Lokalizacja       Realizator      Termin
Remont przychodni           Wola              gmina           2024

Cel operacyjny 1.2. Aktywni seniorzy

Zadanie                     Lokalizacja       Realizator      Termin
Klub seniora                Brzezie           GOPS            2023
)"),
            "0 operational 1.1 | Bliżej lekarza | -\n"
            "1 action | Remont przychodni | 0\n"
            "2 operational 1.2 | Aktywni seniorzy | -\n"
            "3 action | Klub seniora | 2\n");
}

TEST(GoalsInTables, APriorityAloneInItsRowHeadsTheColumnsBelow) {
  EXPECT_EQ(goals_of(R"(Priorytety, cele operacyjne i działania

| PRIORYTET 1. Zdrowi sąsiedzi |
| Cel operacyjny | Działania |
| 1.1. Lekarz w każdej wsi | a) gabinet w Olchowie |

| PRIORYTET 2. Sady i pasieki |
| Cel operacyjny | Działania |
| 2.1. Sprzedaż prosto z sadu | a) targ pod dachem; b) wspólna waga |
)"),
            "0 strategic 1 | Zdrowi sąsiedzi | -\n"
            "1 operational 1.1 | Lekarz w każdej wsi | 0\n"
            "2 action a | gabinet w Olchowie | 1\n"
            "3 strategic 2 | Sady i pasieki | -\n"
            "4 operational 2.1 | Sprzedaż prosto z sadu | 3\n"
            "5 action a | targ pod dachem | 4\n"
            "6 action b | wspólna waga | 4\n");
}

TEST(GoalsInTables, TheHeadOfATableBelowEachGoal) {
  EXPECT_EQ(goals_of(R"(CEL STRATEGICZNY 1
Czyste wody
Nr | Działanie | Realizator | Koszt
1.1 | Przystań w Borkach | gmina | 6,4 mln zł

CEL STRATEGICZNY 2
Bogata wieś
Nr | Działanie | Realizator | Koszt
2.1 | Młyn – etap drugi | gmina | 900 tys. zł

CEL STRATEGICZNY 3
Zdrowi ludzie
Nr | Działanie | Realizator | Koszt
3.1 | Lekarz na kołach | gmina | 2 mln zł
)"),
            "0 strategic 1 | Czyste wody | -\n1 action 1.1 | Przystań w Borkach | 0\n"
            "2 strategic 2 | Bogata wieś | -\n3 action 2.1 | Młyn – etap drugi | 2\n"
            "4 strategic 3 | Zdrowi ludzie | -\n5 action 3.1 | Lekarz na kołach | 4\n");
}

TEST(GoalsInTables, BoxesBetweenTables) {
  const std::string goals =
      "0 strategic 1 | Czyste wody i lasy | -\n1 action 1.1 | Przystań w Borkach | 0\n"
      "2 strategic 2 | Bogata wieś | -\n3 action 2.1 | Młyn | 2\n";
  EXPECT_EQ(goals_of(R"(+--------------------+
| CEL STRATEGICZNY 1 |
| Czyste wody        |
| i lasy             |
+--------------------+
Nr | Działanie | Realizator
1.1 | Przystań w Borkach | gmina

+--------------------+
| CEL STRATEGICZNY 2 |
| Bogata wieś        |
+--------------------+
Nr | Działanie | Realizator
2.1 | Młyn | gmina
)"),
            goals);
  // As recognition leaves them, without their upper and lower lines.
  EXPECT_EQ(goals_of(R"(| CEL STRATEGICZNY 1 |
| Czyste wody i lasy |

Nr | Działanie | Realizator

1.1 | Przystań w Borkach | gmina

| CEL STRATEGICZNY 2

| Bogata wieś |

Nr | Działanie | Realizator

2.1 | Młyn | gmina
)"),
            goals);
}

TEST(GoalsInTables, RowsOfADrawnTable) {
  EXPECT_EQ(goals_of(R"(+------------------+---------------------+
| Cel strategiczny | Działanie           |
+==================+=====================+
| Czyste wody      | Przystań            |
+------------------+---------------------+
| Bogata wieś      | Młyn                |
+------------------+---------------------+
)"),
            "0 strategic | Czyste wody | -\n1 action | Przystań | 0\n2 strategic | Bogata wieś | -\n"
            "3 action | Młyn | 2\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
