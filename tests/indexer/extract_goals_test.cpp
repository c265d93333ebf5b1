#include "indexer/extract/goals.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "core/data_folder.h"
#include "core/kinds.h"
#include "tests/indexer/extract_goals.h"
#include "tests/indexer/extract_source.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Goals, LabelsWithRomanNumbersAndDashes) {
  EXPECT_EQ(goals_of(R"(STRATEGIA ROZWOJU POWIATU SOWIŃSKIEGO NA LATA 2020–2030

I. CEL STRATEGICZNY – ROZWÓJ GOSPODARCZY POWIATU
I.1. Cel operacyjny – Wspieranie małych i średnich firm
Zadania:
a) doradztwo,
b) inkubator przedsiębiorczości
przy Powiatowym Urzędzie
Pracy,
c) targi pracy.
I.2. Cel operacyjny – Promocja gospodarcza
Zadania:
a) katalog ofert.
II. CEL STRATEGICZNY – SPOŁECZEŃSTWO OBYWATELSKIE
III. MONITORING
Zarząd Powiatu składa sprawozdanie.
)"),
            "0 strategic I | ROZWÓJ GOSPODARCZY POWIATU | -\n"
            "1 operational I.1 | Wspieranie małych i średnich firm | 0\n"
            "2 action a | doradztwo | 1\n"
            "3 action b | inkubator przedsiębiorczości przy Powiatowym Urzędzie Pracy | 1\n"
            "4 action c | targi pracy | 1\n"
            "5 operational I.2 | Promocja gospodarcza | 0\n"
            "6 action a | katalog ofert | 5\n"
            "7 strategic II | SPOŁECZEŃSTWO OBYWATELSKIE | -\n");
}

TEST(Goals, LabelAloneOnItsLine) {
  EXPECT_EQ(goals_of(R"(CEL STRATEGICZNY 1
Wzrost atrakcyjności osadniczej
gminy Trzciniec

CELE OPERACYJNE
1.1. Uzbrojenie działek w Trzcińcu
i Starym Trzcińcu
1.2. Budowa mieszkań komunalnych
Uzasadnienie celu: gmina ma wolne działki. Wiele z nich nie ma drogi.

Cel strategiczny nr 2 –
„Rozwój turystyki”.
)"),
            "0 strategic 1 | Wzrost atrakcyjności osadniczej gminy Trzciniec | -\n"
            "1 operational 1.1 | Uzbrojenie działek w Trzcińcu i Starym Trzcińcu | 0\n"
            "2 operational 1.2 | Budowa mieszkań komunalnych | 0\n"
            "3 strategic 2 | Rozwój turystyki | -\n");
}

TEST(Goals, PrioritiesAndDirectionsOfIntervention) {
  EXPECT_EQ(goals_of(R"(Priorytet 1. Nowoczesna gospodarka
Cel operacyjny 1.1. Wsparcie przedsiębiorczości
Kierunek interwencji 1.1.1. Inkubator w centrum miasta
Cel operacyjny 1.2: Rozwój kształcenia zawodowego
i ustawicznego
Kierunek interwencji 1.2.1 – Pracownie zawodowe
Działania:
1. Wymiana pieców

Wskaźniki:
1. liczba pieców
)"),
            "0 strategic 1 | Nowoczesna gospodarka | -\n"
            "1 operational 1.1 | Wsparcie przedsiębiorczości | 0\n"
            "2 action 1.1.1 | Inkubator w centrum miasta | 1\n"
            "3 operational 1.2 | Rozwój kształcenia zawodowego i ustawicznego | 0\n"
            "4 action 1.2.1 | Pracownie zawodowe | 3\n"
            "5 action 1 | Wymiana pieców | 4\n");
}

TEST(Goals, AbbreviationsAreLabels) {
  EXPECT_EQ(goals_of(R"(CS.1. Wysoka jakość życia mieszkańców
CO.1.1. Dostępne usługi społeczne
- budowa klubu seniora
CO.1.2. Bogata oferta kultury
CS.2. Silna gospodarka lokalna
)"),
            "0 strategic CS.1 | Wysoka jakość życia mieszkańców | -\n"
            "1 operational CO.1.1 | Dostępne usługi społeczne | 0\n"
            "2 action | budowa klubu seniora | 1\n"
            "3 operational CO.1.2 | Bogata oferta kultury | 0\n"
            "4 strategic CS.2 | Silna gospodarka lokalna | -\n");
}

TEST(Goals, AreasAreNoGoalsWhereGoalsStandBelowThem) {
  EXPECT_EQ(goals_of(R"(Cel generalny: „Gmina Kalinowiec miejscem równych szans”

Obszar 1: Rodzina
Cel strategiczny 1: Wsparcie rodzin w kryzysie
Obszar 2: Seniorzy
Cel strategiczny 2: Aktywne starzenie się
)"),
            "0 main | Gmina Kalinowiec miejscem równych szans | -\n"
            "1 strategic 1 | Wsparcie rodzin w kryzysie | 0\n"
            "2 strategic 2 | Aktywne starzenie się | 0\n");
  EXPECT_EQ(goals_of("Obszar strategiczny 1. Rodzina i zdrowie\nCel operacyjny 1.1. Poradnia rodzinna\n"),
            "0 strategic 1 | Rodzina i zdrowie | -\n"
            "1 operational 1.1 | Poradnia rodzinna | 0\n");
}

TEST(Goals, SentencesGiveGoals) {
  EXPECT_EQ(goals_of(R"(Celem głównym programu jest poprawa dostępu do opieki w powiecie. Cele
szczegółowe to: a) szkolenie nauczycieli; b) utworzenie punktu, także w
soboty; c) kampania informacyjna. Program realizuje PCPR. Realizując cele szczegółowe, PCPR
współpracuje ze szkołami.
)"),
            "0 main | poprawa dostępu do opieki w powiecie | -\n"
            "1 specific a | szkolenie nauczycieli | 0\n"
            "2 specific b | utworzenie punktu, także w soboty | 0\n"
            "3 specific c | kampania informacyjna | 0\n");
}

TEST(Goals, ParagraphsOfAnAct) {
  EXPECT_EQ(goals_of(R"(§ 1. Ilekroć mowa jest o:
1) radzie – rozumie się przez to Radę Gminy;
2) zadaniach – rozumie się przez to zadania publiczne.

§ 2. 1. Głównym celem Programu jest umacnianie współpracy Gminy z organizacjami na
rzecz mieszkańców.
2. Cele szczegółowe Programu to:
1) tworzenie warunków dla działalności
społecznej;
2) poprawa jakości życia, w tym:
a) seniorów,
b) młodzieży;
3) integracja organizacji.

§ 4. Do zadań Wójta należy:
1) ogłaszanie konkursów;
2) kontrola wydatków.
)"),
            "0 main | umacnianie współpracy Gminy z organizacjami na rzecz mieszkańców | -\n"
            "1 specific 1 | tworzenie warunków dla działalności społecznej | 0\n"
            "2 specific 2 | poprawa jakości życia | 0\n"
            "3 specific 3 | integracja organizacji | 0\n");
}

TEST(Goals, ListsWithoutMarkersEndWithTheirSpacing) {
  EXPECT_EQ(goals_of(R"(Cel główny

Ożywienie śródmieścia

Cele szczegółowe:
Poprawa stanu kamienic
Zagospodarowanie podwórek i skwerów

Program opracował Urząd Miasta. Prace trwały od stycznia.

Przedsięwzięcie nr 1: Remont kamienicy przy Rynku
)"),
            "0 main | Ożywienie śródmieścia | -\n"
            "1 specific | Poprawa stanu kamienic | 0\n"
            "2 specific | Zagospodarowanie podwórek i skwerów | 0\n"
            "3 action 1 | Remont kamienicy przy Rynku | 0\n");
}

TEST(Goals, ItemsWithDescriptionsBetweenThem) {
  EXPECT_EQ(goals_of(R"(Cel główny programu: Wzrost aktywności mieszkańców

Cele szczegółowe programu:
1. Rozwój wolontariatu.
Wolontariat w gminie dopiero powstaje. Zgłosiło się 12 osób.
2. Integracja międzypokoleniowa.
Seniorzy i młodzież spotkają się w bibliotece.
3. Edukacja obywatelska.

Zadania do realizacji w ramach celu szczegółowego 2:
a) wspólne warsztaty,
b) kronika wsi.
)"),
            "0 main | Wzrost aktywności mieszkańców | -\n"
            "1 specific 1 | Rozwój wolontariatu | 0\n"
            "2 specific 2 | Integracja międzypokoleniowa | 0\n"
            "3 specific 3 | Edukacja obywatelska | 0\n"
            "4 action a | wspólne warsztaty | 2\n"
            "5 action b | kronika wsi | 2\n");
}

TEST(Goals, TwoLevelsInOneList) {
  EXPECT_EQ(goals_of(R"(Cele strategiczne i kierunki działań

1. Silne partnerstwo gmin
   1.1. wspólne zakupy
   1.2. wymiana doświadczeń
2. Sprawna komunikacja
   2.1. wspólny bilet

Realizacja celu strategicznego nr 2 „Sprawna komunikacja” nastąpi poprzez:
• zakup autobusów;

Cel 1 zostanie osiągnięty przez: podpisanie porozumień; powołanie biura.
)"),
            "0 strategic 1 | Silne partnerstwo gmin | -\n"
            "1 action 1.1 | wspólne zakupy | 0\n"
            "2 action 1.2 | wymiana doświadczeń | 0\n"
            "3 strategic 2 | Sprawna komunikacja | -\n"
            "4 action 2.1 | wspólny bilet | 3\n"
            "5 action | zakup autobusów | 3\n"
            "6 action | podpisanie porozumień | 0\n"
            "7 action | powołanie biura | 0\n");
}

TEST(Goals, NestedBullets) {
  EXPECT_EQ(goals_of(R"(Cele strategiczne i zadania

• Żywa kultura
   o kino w każdej
   dużej świetlicy
   o chór
• Dobre drogi
   o remont mostu
)"),
            "0 strategic | Żywa kultura | -\n"
            "1 action | kino w każdej dużej świetlicy | 0\n"
            "2 action | chór | 0\n"
            "3 strategic | Dobre drogi | -\n"
            "4 action | remont mostu | 3\n");
}

TEST(Goals, DamagedBulletsAndNumbers) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny l:

Sprawna opieka nad dworami, które
stoją przy szlaku..
Cele szczególowe:

e Renowacja parków.
e Wspieranie dziatań właścicieli w gminie i w Powiecie

Lipowskim.

Urząd realizuje cele szczegółowe.
e Ewaluacja nastąpi później.
)"),
            "0 strategic 1 | Sprawna opieka nad dworami, które stoją przy szlaku | -\n"
            "1 specific | Renowacja parków | 0\n"
            "2 specific | Wspieranie dziatań właścicieli w gminie i w Powiecie Lipowskim | 0\n");
}

TEST(Goals, MatrixOfCellsOnLines) {
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

TEST(Goals, TableSetApartByBars) {
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

TEST(Goals, MatrixWhoseCellsBearNoNumbers) {
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

TEST(Goals, TableRowsOnOneLine) {
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

TEST(Goals, TableOfActionsBelowAGoal) {
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

TEST(Goals, AGoalsWordingAgainHeadsWhatServesIt) {
  EXPECT_EQ(goals_of(R"(Cele strategiczne:
• Rozwój turystyki wodnej
• Zdrowe środowisko

Rozwój turystyki wodnej

Kierunki działań:
- przystanie kajakowe
)"),
            "0 strategic | Rozwój turystyki wodnej | -\n"
            "1 strategic | Zdrowe środowisko | -\n"
            "2 action | przystanie kajakowe | 0\n");
}

TEST(Goals, PageBordersWithinAGoal) {
  EXPECT_EQ(goals_of("Strategia Powiatu Leśnego na lata 2021–2030\n\n"
                     "Cel strategiczny 1. Czyste powie-\ntrze\n\n"
                     "1.1. Wymiana kotłów i sieć ciepłownicza za-\n\n"
                     "                                 19\n\f"
                     "Strategia Powiatu Leśnego na lata 2021–2030\n\nsilana słońcem\n\n"
                     "1.2. Pomiary smogu\n"),
            "0 strategic 1 | Czyste powietrze | -\n"
            "1 operational 1.1 | Wymiana kotłów i sieć ciepłownicza zasilana słońcem | 0\n"
            "2 operational 1.2 | Pomiary smogu | 0\n");
}

TEST(Goals, GoalsThatStandTwiceAreListedOnce) {
  EXPECT_EQ(goals_of(R"(Spis treści
1. Słowo wójta 5
Cel strategiczny 1. Dobre drogi 15

Cele strategiczne:
1. Dobre drogi
2. Silne szkoły

Cel strategiczny 1. Dobre drogi

Powiat zarządza drogami. Połowa wymaga remontu.

Cele operacyjne:
1.1. Przebudowa dróg powiatowych

5. System wdrażania

5.1. Zarząd Powiatu
1.2. Raport roczny

Podsumowanie
Cel strategiczny I: Dobre drogi.
)"),
            "0 strategic 1 | Dobre drogi | -\n"
            "1 strategic 2 | Silne szkoły | -\n"
            "2 operational 1.1 | Przebudowa dróg powiatowych | 0\n");
}

TEST(Goals, AlikeIsNotTheSame) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1. Bezpieczne drogi powiatu
Zadania:
- przebudowa drogi powiatowej nr 1234
- przebudowa drogi powiatowej nr 1235
Cel strategiczny 2. Bezpieczne szkoły powiatu
Cel operacyjny 1. Zajęcia dla młodzieży
Cel operacyjny 2. Zajęcia dla młodzieży
)"),
            "0 strategic 1 | Bezpieczne drogi powiatu | -\n"
            "1 action | przebudowa drogi powiatowej nr 1234 | 0\n"
            "2 action | przebudowa drogi powiatowej nr 1235 | 0\n"
            "3 strategic 2 | Bezpieczne szkoły powiatu | -\n"
            "4 operational 1 | Zajęcia dla młodzieży | 3\n"
            "5 operational 2 | Zajęcia dla młodzieży | 3\n");
}

TEST(Goals, WhatAGoalIsReachedBy) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny:
Silny powiat
Cele szczegółowe:
• Dobra marka powiatu.
• Wspólne inwestycje.

Do stałych zadań związanych z marką należą:
1) Konkurs na herb.

Realizacja celu szczegółowego: „Dobra marka
powiatu”.
Realizacja celu odbywa się przez:
- gra terenowa,
- plakaty na dworcach.
)"),
            "0 strategic | Silny powiat | -\n"
            "1 specific | Dobra marka powiatu | 0\n"
            "2 specific | Wspólne inwestycje | 0\n"
            "3 action 1 | Konkurs na herb | 0\n"
            "4 action | gra terenowa | 1\n"
            "5 action | plakaty na dworcach | 1\n");
}

TEST(Goals, AnnouncedLists) {
  EXPECT_EQ(goals_of(R"(Dokument wskazuje trzy cele strategiczne:
1. Nowoczesna edukacja
2. Zdrowie

Cel ten zostanie osiągnięty poprzez realizację następujących celów operacyjnych:
2.1. Poradnia w Lipnikach;
)"),
            "0 strategic 1 | Nowoczesna edukacja | -\n"
            "1 strategic 2 | Zdrowie | -\n"
            "2 operational 2.1 | Poradnia w Lipnikach | 1\n");
}

TEST(Goals, MentionsAreNoGoals) {
  EXPECT_EQ(goals_of(R"(Protokół Nr 5/2020

Porządek obrad:
1. Otwarcie posiedzenia.
2. Zadania inwestycyjne:
a) droga w Lipnikach,
b) chodnik.

Przewodniczący omówił cele strategiczne. Zadania:
- przygotować wniosek.

Celem projektu jest budowa trasy. Gmina realizuje cele strategiczne zapisane w dokumencie. Cel
operacyjny 2.3 zakłada rozwój turystyki, a działania obejmują trzy zadania:
- wieża widokowa.

Cele operacyjne mówią, dokąd idzie gmina.
Cele szczegółowe rada ustali jesienią.
Mocne strony:
- kadra.
Cel: tysiąc drzew! Posadź swoje.
)"),
            "");
}

TEST(Goals, IndicatorsBelowAGoalThatStandsAgain) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1: Zdrowi mieszkańcy gminy
Kierunek działań 1.1: Rozwój usług
- dzienny dom pobytu,
- białe soboty.

Tabela 5. Wskaźniki realizacji

Cel strategiczny 1: Zdrowi mieszkańcy gminy
– liczba uczestników
– liczba porad
)"),
            "0 strategic 1 | Zdrowi mieszkańcy gminy | -\n"
            "1 action 1.1 | Rozwój usług | 0\n"
            "2 action | dzienny dom pobytu | 1\n"
            "3 action | białe soboty | 1\n");
}

TEST(Goals, PageOfAGoal) {
  const TestSource source("Wstęp\n\fCel strategiczny 1. Dobre drogi\n");
  const auto goals = extract_aims(source.source(), goal_rules()).goals;
  ASSERT_EQ(goals.size(), 1U);
  EXPECT_EQ(goals[0].page, 2);
}

TEST(Goals, ProseGivesGoalsAndWhatTheyAreReachedBy) {
  EXPECT_EQ(goals_of(R"(Miasto Brzostowo
Kierunki rozwoju Brzostowa do roku 2035

Przez ostatnie miesiące rozmawialiśmy z mieszkańcami o przyszłości miasta. Poniżej przedstawiamy to, co z tych rozmów wynikło.

Celem nadrzędnym jest miasto, w którym chce się zostać na całe życie.

Pierwszym celem strategicznym jest silna gospodarka oparta na wiedzy. Cel ten osiągniemy poprzez: rozbudowę parku przemysłowego, wsparcie małych firm oraz szkolenia dla bezrobotnych.

Drugi cel strategiczny to dostępne i tanie mieszkania. Cel ten osiągniemy poprzez: budowę trzech bloków komunalnych oraz remont pustostanów.

Trzeci cel strategiczny to zielone miasto odporne na upały. Posłużą temu dwa działania: sadzenie drzew wzdłuż ulic oraz zatrzymywanie wody deszczowej.

Dokument będzie konsultowany jesienią. Szacunkowy koszt to 80 mln zł.
)"),
            "0 main | miasto, w którym chce się zostać na całe życie | -\n"
            "1 strategic | silna gospodarka oparta na wiedzy | 0\n"
            "2 action | rozbudowę parku przemysłowego | 1\n"
            "3 action | wsparcie małych firm | 1\n"
            "4 action | szkolenia dla bezrobotnych | 1\n"
            "5 strategic | dostępne i tanie mieszkania | 0\n"
            "6 action | budowę trzech bloków komunalnych | 5\n"
            "7 action | remont pustostanów | 5\n"
            "8 strategic | zielone miasto odporne na upały | 0\n"
            "9 action | sadzenie drzew wzdłuż ulic | 8\n"
            "10 action | zatrzymywanie wody deszczowej | 8\n");
}

TEST(Goals, ActionsInTablesWithNoise) {
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

TEST(Goals, SummariesRepeatGoals) {
  EXPECT_EQ(goals_of(R"(Strategia Rozwoju Powiatu Mierzęckiego do 2030 r.

Cele w skrócie
CEL STRATEGICZNY 1. SPRAWNY TRANSPORT
CEL STRATEGICZNY 2. ZDROWI MIESZKAŃCY

Omówienie

Cel strategiczny 1. Sprawny transport
→ kierunek działań 1.1: Przebudowa drogi powiatowej
→ kierunek działań 1.2: Nowe linie autobusowe
do gmin wiejskich
Cel strategiczny 2. Zdrowi mieszkańcy
→ kierunek działań 2.1: Rozbudowa szpitala w Mierzęcinie
Wskaźnik: liczba łóżek

Posadź drzewo! Cel: 1000 drzew!
)"),
            "0 strategic 1 | SPRAWNY TRANSPORT | -\n"
            "1 strategic 2 | ZDROWI MIESZKAŃCY | -\n"
            "2 action 1.1 | Przebudowa drogi powiatowej | 0\n"
            "3 action 1.2 | Nowe linie autobusowe do gmin wiejskich | 0\n"
            "4 action 2.1 | Rozbudowa szpitala w Mierzęcinie | 1\n");
}

TEST(Goals, LettersBelowAGoalAreItsActions) {
  EXPECT_EQ(goals_of(R"(Plan rozwoju lokalnego miasta i gminy Skałka na lata 2016-20

I. Cel strategiczny: Wzrost konkurencyjności gospodarki
I.1. Cel operacyjny: Tereny inwestycyjne
a) uzbrojenie działek przy obwodnicy
b) ulgi w podatku
I.2. Cel operacyjny: Turystyka przez cały rok
a) szlak kajakowy
b) wypożyczalnia nart

II. Cel strategiczny: Wysoki poziom usług publicznych
II.1. Cel operacyjny: Dobra szkoła
a) pracownie językowe

Uchwalono 29 stycznia 2016 roku.
)"),
            "0 strategic I | Wzrost konkurencyjności gospodarki | -\n"
            "1 operational I.1 | Tereny inwestycyjne | 0\n"
            "2 action a | uzbrojenie działek przy obwodnicy | 1\n"
            "3 action b | ulgi w podatku | 1\n"
            "4 operational I.2 | Turystyka przez cały rok | 0\n"
            "5 action a | szlak kajakowy | 4\n"
            "6 action b | wypożyczalnia nart | 4\n"
            "7 strategic II | Wysoki poziom usług publicznych | -\n"
            "8 operational II.1 | Dobra szkoła | 7\n"
            "9 action a | pracownie językowe | 8\n");
  EXPECT_EQ(goals_of(R"(Program Rewitalizacji Miasta Zawada na lata 2017-2025

Cele i działania

Cel 1: Ożywienie starego rynku
1a) remont kamienic
1b) targ śniadaniowy
Cel 2: Włączenie społeczne
2a) świetlica dla dzieci
2b) klub seniora
)"),
            "0 strategic 1 | Ożywienie starego rynku | -\n"
            "1 action 1a | remont kamienic | 0\n"
            "2 action 1b | targ śniadaniowy | 0\n"
            "3 strategic 2 | Włączenie społeczne | -\n"
            "4 action 2a | świetlica dla dzieci | 3\n"
            "5 action 2b | klub seniora | 3\n");
}

TEST(Goals, LinesBelowAnActionAreNone) {
  EXPECT_EQ(goals_of(R"(Lokalny Program Ochrony Powietrza
gminy Rozogi Wielkie w perspektywie 2030

2. Cele programu
2.1. Cel strategiczny: Czyste powietrze przez cały rok
Działanie 2.1.1. Wymiana starych kotłów
Termin: 2024–2026
Koszt: 2 mln zł
Odpowiada: Referat Ochrony Środowiska
Działanie 2.1.2. Kontrole palenisk
Termin: corocznie
Koszt: brak
Odpowiada: Straż Miejska
2.2. Cel strategiczny: Świadomi mieszkańcy
Działanie 2.2.1. Kampania w szkołach
Termin: jesień 2024
Koszt: 20 tys. zł
Odpowiada: Referat Promocji
3. Finansowanie
Działania są finansowane z budżetu gminy.
)"),
            "0 strategic 2.1 | Czyste powietrze przez cały rok | -\n"
            "1 action 2.1.1 | Wymiana starych kotłów | 0\n"
            "2 action 2.1.2 | Kontrole palenisk | 0\n"
            "3 strategic 2.2 | Świadomi mieszkańcy | -\n"
            "4 action 2.2.1 | Kampania w szkołach | 3\n");
}

TEST(Goals, RealisationOfNamedGoals) {
  EXPECT_EQ(goals_of(R"(Strategia rozwoju gminy Dobrzec na lata 2022-2030

CS.1. Gmina przyjazna rodzinie
CO.1.1. Nowe miejsca w żłobkach
CO.1.2. Dostępna opieka zdrowotna
CS.2. Gmina zielona
CO.2.1. Retencja wody

Realizacja celu CO.1.1 „Nowe miejsca w żłobkach” odbywa się przez:
• budowę żłobka w Dobrzcu,
• klub dziecięcy w Nowince.

Realizacja celu CO.1.2 „Dostępna opieka zdrowotna” odbywa się przez:
• gabinet stomatologiczny w szkole.

Realizacja celu CO.2.1 „Retencja wody” odbywa się przez:
• stawy wiejskie,
• ogrody deszczowe.
)"),
            "0 strategic CS.1 | Gmina przyjazna rodzinie | -\n"
            "1 operational CO.1.1 | Nowe miejsca w żłobkach | 0\n"
            "2 operational CO.1.2 | Dostępna opieka zdrowotna | 0\n"
            "3 strategic CS.2 | Gmina zielona | -\n"
            "4 operational CO.2.1 | Retencja wody | 3\n"
            "5 action | budowę żłobka w Dobrzcu | 1\n"
            "6 action | klub dziecięcy w Nowince | 1\n"
            "7 action | gabinet stomatologiczny w szkole | 2\n"
            "8 action | stawy wiejskie | 4\n"
            "9 action | ogrody deszczowe | 4\n");
  EXPECT_EQ(goals_of(R"(Gminny Program Profilaktyki na 2023 rok

Cel główny: Ograniczenie szkód zdrowotnych.

Cele szczegółowe:
1. Edukacja młodzieży.
2. Pomoc rodzinom.

Sposób realizacji celu 1:
- warsztaty w szkołach,
- konkursy plastyczne.

Sposób realizacji celu 2:
- dyżury terapeuty.

Program przyjęto uchwałą Nr XL/5/2022 Rady Gminy Olszewnik z dnia 15 grudnia 2022 r.
)"),
            "0 main | Ograniczenie szkód zdrowotnych | -\n"
            "1 specific 1 | Edukacja młodzieży | 0\n"
            "2 specific 2 | Pomoc rodzinom | 0\n"
            "3 action | warsztaty w szkołach | 1\n"
            "4 action | konkursy plastyczne | 1\n"
            "5 action | dyżury terapeuty | 2\n");
  EXPECT_EQ(goals_of(R"(Strategia Rozwoju Gminy Lubień do 2028 roku (streszczenie)

Strategia wskazuje trzy cele strategiczne: (1) rozwój przedsiębiorczości, (2) poprawa jakości usług, (3) ochrona przyrody.

W ramach celu 1 zaplanowano:
– strefę gospodarczą,
– ulgi dla firm.

W ramach celu 2 zaplanowano:
– nową szkołę.

W ramach celu 3 zaplanowano:
– oczyszczalnię,
– park wiejski.
)"),
            "0 strategic 1 | rozwój przedsiębiorczości | -\n"
            "1 strategic 2 | poprawa jakości usług | -\n"
            "2 strategic 3 | ochrona przyrody | -\n"
            "3 action | strefę gospodarczą | 0\n"
            "4 action | ulgi dla firm | 0\n"
            "5 action | nową szkołę | 1\n"
            "6 action | oczyszczalnię | 2\n"
            "7 action | park wiejski | 2\n");
}

TEST(Goals, WordsPartedByARunningHead) {
  EXPECT_EQ(goals_of(R"(STRATEGIA ROZWOJU MIASTA OLSZEWNIK 2030

SPIS TREŚCI
Wstęp ........ 3
Cel strategiczny 1. Silna gospodarka ........ 8
Cel strategiczny 2. Zgrana wspólnota ........ 11

CEL STRATEGICZNY 1
SILNA GOSPODARKA

Cel operacyjny 1.1
Uzbrojone tereny pod inwe-

Strategia rozwoju miasta Olszewnik 2030 | 9

stycje i usługi

Kierunki działań:
■ budowa drogi do strefy
■ scalenie działek

Wskaźniki realizacji:
■ liczba hektarów
■ liczba firm

CEL STRATEGICZNY 2
ZGRANA WSPÓLNOTA

Cel operacyjny 2.1
Więcej wolontariuszy

Kierunki działań:
■ centrum wolontariatu
)"),
            "0 strategic 1 | SILNA GOSPODARKA | -\n"
            "1 operational 1.1 | Uzbrojone tereny pod inwestycje i usługi | 0\n"
            "2 action | budowa drogi do strefy | 1\n"
            "3 action | scalenie działek | 1\n"
            "4 strategic 2 | ZGRANA WSPÓLNOTA | -\n"
            "5 operational 2.1 | Więcej wolontariuszy | 4\n"
            "6 action | centrum wolontariatu | 5\n");
}

TEST(Goals, ShortLabelRepeatsAGoal) {
  EXPECT_EQ(goals_of(R"(Założenia polityki senioralnej miasta Brzostowa na lata 2024–2028

Cele strategiczne:
I. Zdrowie i samodzielność
II. Aktywność i kultura

Cel I. Zdrowie i samodzielność
Działania:
– gimnastyka w parku,
– bezpłatne szczepienia.

Cel II. Aktywność i kultura
Działania:
– uniwersytet trzeciego wieku,
– karta seniora.

Źródła finansowania
– budżet miasta,
– dotacje.
)"),
            "0 strategic I | Zdrowie i samodzielność | -\n"
            "1 strategic II | Aktywność i kultura | -\n"
            "2 action | gimnastyka w parku | 0\n"
            "3 action | bezpłatne szczepienia | 0\n"
            "4 action | uniwersytet trzeciego wieku | 1\n"
            "5 action | karta seniora | 1\n");
}

TEST(Goals, FactsInBracketsAreNoWording) {
  EXPECT_EQ(goals_of(R"(PLAN GOSPODARKI NISKOEMISYJNEJ DLA GMINY KOSÓW DO ROKU 2027

Cel nadrzędny
Ograniczenie emisji dwutlenku węgla o 20 procent

Priorytet 1: Budynki
1.1 Termomodernizacja szkół (koszt: 3 mln zł, termin: 2024)
1.2 Oświetlenie LED (koszt: 1 mln zł, termin: 2025)

Priorytet 2: Transport
2.1 Autobus elektryczny (koszt: 2 mln zł, termin: 2026)
)"),
            "0 main | Ograniczenie emisji dwutlenku węgla o 20 procent | -\n"
            "1 strategic 1 | Budynki | 0\n"
            "2 operational 1.1 | Termomodernizacja szkół | 1\n"
            "3 operational 1.2 | Oświetlenie LED | 1\n"
            "4 strategic 2 | Transport | 0\n"
            "5 operational 2.1 | Autobus elektryczny | 4\n");
}

TEST(Goals, TableWithColumnsSetApartByBlanks) {
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

TEST(Goals, TableWithColumnsSetApartByTabs) {
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

TEST(Goals, RowsBetweenBarsMayBeWrapped) {
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

TEST(Goals, TableWhoseCellsAreLinesWithNumbersAlone) {
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

TEST(Goals, TableWhoseFirstColumnAloneIsNumbered) {
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

TEST(Goals, LabelNumberAndWordingEachOnALine) {
  EXPECT_EQ(goals_of(R"(CEL STRATEGICZNY
1
MIASTO ŁĄCZĄCE POKOLENIA

CEL OPERACYJNY
1.1
Centra aktywności

Kierunki działań
• ogrody społeczne
)"),
            "0 strategic 1 | MIASTO ŁĄCZĄCE POKOLENIA | -\n"
            "1 operational 1.1 | Centra aktywności | 0\n"
            "2 action | ogrody społeczne | 1\n");
}

TEST(Goals, SeveralLabelsOnOneLine) {
  EXPECT_EQ(
      goals_of(R"(Cel strategiczny 1: Rozwój gospodarki. Cele operacyjne: 1.1 Wsparcie firm, 1.2 Nowe tereny.
Cel strategiczny 2: Czyste środowisko. Cele operacyjne: 2.1 Energia odnawialna, 2.2 Ochrona wód.

Cel szczegółowy nr 1 „Silniejsze sołectwa” – działania:
1) szkolenia sołtysów;
2) konkurs na inicjatywę sołecką.
)"),
      "0 strategic 1 | Rozwój gospodarki | -\n"
      "1 operational 1.1 | Wsparcie firm | 0\n"
      "2 operational 1.2 | Nowe tereny | 0\n"
      "3 strategic 2 | Czyste środowisko | -\n"
      "4 operational 2.1 | Energia odnawialna | 3\n"
      "5 operational 2.2 | Ochrona wód | 3\n"
      "6 specific 1 | Silniejsze sołectwa | 3\n"
      "7 action 1 | szkolenia sołtysów | 6\n"
      "8 action 2 | konkurs na inicjatywę sołecką | 6\n");
}

TEST(Goals, HeadingSaysTheLevelOfTheGoalsBelow) {
  EXPECT_EQ(goals_of(R"(8.1 Cel główny
Ożywienie Śródmieścia

8.2 Cele szczegółowe i kierunki działań

CEL 1. Zmniejszenie skali problemów społecznych
Kierunek działań 1.1 Aktywizacja bezrobotnych

CEL 2. Nowe funkcje obiektów
Kierunek działań 2.1 Adaptacja mleczarni
)"),
            "0 main | Ożywienie Śródmieścia | -\n"
            "1 specific 1 | Zmniejszenie skali problemów społecznych | 0\n"
            "2 action 1.1 | Aktywizacja bezrobotnych | 1\n"
            "3 specific 2 | Nowe funkcje obiektów | 0\n"
            "4 action 2.1 | Adaptacja mleczarni | 3\n");
}

TEST(Goals, AreaWithACapitalLabelBelow) {
  EXPECT_EQ(goals_of(R"(OBSZAR INTERWENCJI: JAKOŚĆ POWIETRZA
CEL: Czyste powietrze w każdej wsi
KIERUNEK INTERWENCJI: Ograniczenie niskiej emisji
ZADANIA:
• wymiana kotłów
)"),
            "0 strategic | Czyste powietrze w każdej wsi | -\n"
            "1 action | Ograniczenie niskiej emisji | 0\n"
            "2 action | wymiana kotłów | 1\n");
}

TEST(Goals, CapitalLettersNumberGoals) {
  EXPECT_EQ(goals_of(R"(III. CELE STRATEGICZNE

A. Powszechna aktywność mieszkańców
A.1. Kluby sportowe w każdej szkole
B. Nowoczesna baza
B.1. Kryta pływalnia
C. Sport wyczynowy
C.1. Stypendia

IV. ZARZĄDZANIE
A. Zespół wdrożeniowy
)"),
            "0 strategic A | Powszechna aktywność mieszkańców | -\n"
            "1 operational A.1 | Kluby sportowe w każdej szkole | 0\n"
            "2 strategic B | Nowoczesna baza | -\n"
            "3 operational B.1 | Kryta pływalnia | 2\n"
            "4 strategic C | Sport wyczynowy | -\n"
            "5 operational C.1 | Stypendia | 4\n");
}

TEST(Goals, CodesOfOneLetter) {
  EXPECT_EQ(goals_of("C.1 Zeroemisyjne autobusy\nC.1.1 Zajezdnia z ładowarkami\nC.2 Ruch pieszy\n"),
            "0 strategic C.1 | Zeroemisyjne autobusy | -\n"
            "1 operational C.1.1 | Zajezdnia z ładowarkami | 0\n"
            "2 strategic C.2 | Ruch pieszy | -\n");
}

TEST(Goals, OrdinalsNumberGoals) {
  EXPECT_EQ(
      goals_of(
          R"(Nadrzędnym celem strategii jest utrzymanie żywotności wsi. Wyróżniono trzy cele strategiczne: po pierwsze – zachęcenie młodych do pracy na roli, po drugie – poprawa opłacalności produkcji, po trzecie – wygodne życie na wsi.

W ramach celu drugiego realizowane będą: doradztwo rynkowe, wspólne zakupy oraz fundusz pożyczkowy.
)"),
      "0 main | utrzymanie żywotności wsi | -\n"
      "1 strategic | zachęcenie młodych do pracy na roli | 0\n"
      "2 strategic | poprawa opłacalności produkcji | 0\n"
      "3 strategic | wygodne życie na wsi | 0\n"
      "4 action | doradztwo rynkowe | 2\n"
      "5 action | wspólne zakupy | 2\n"
      "6 action | fundusz pożyczkowy | 2\n");
}

TEST(Goals, ListsThatNameTheGoalTheyServe) {
  EXPECT_EQ(goals_of(R"(2. CELE SZCZEGÓŁOWE PROGRAMU

1. Zwiększenie uczestnictwa seniorów w kulturze.
2. Poprawa sprawności seniorów.

3. ADRESACI PROGRAMU
1. Mieszkańcy po 60. roku życia.

4. ZADANIA PROGRAMU

1. W ramach celu szczegółowego nr 1:
- prowadzenie klubów,
- wyjazdy do teatru.
2. W ramach celu szczegółowego nr 2:
- gimnastyka w wodzie.

5. FINANSOWANIE
)"),
            "0 specific 1 | Zwiększenie uczestnictwa seniorów w kulturze | -\n"
            "1 specific 2 | Poprawa sprawności seniorów | -\n"
            "2 action | prowadzenie klubów | 0\n"
            "3 action | wyjazdy do teatru | 0\n"
            "4 action | gimnastyka w wodzie | 1\n");
}

TEST(Goals, ActionsServeTheItemTheyStandBelow) {
  EXPECT_EQ(goals_of(R"(II. Cele szczegółowe:
1. Podniesienie świadomości społecznej.
Zadania:
a) kampanie informacyjne,
b) pogadanki w szkołach.
2. Zwiększenie dostępności pomocy.
Zadania:
a) pomoc prawna.
)"),
            "0 specific 1 | Podniesienie świadomości społecznej | -\n"
            "1 action a | kampanie informacyjne | 0\n"
            "2 action b | pogadanki w szkołach | 0\n"
            "3 specific 2 | Zwiększenie dostępności pomocy | -\n"
            "4 action a | pomoc prawna | 3\n");
}

TEST(Goals, ActionsOfAnAction) {
  EXPECT_EQ(goals_of(R"(Cel główny Programu – zapobieganie uzależnieniom.

Zadanie I. Pomoc terapeutyczna
Sposób realizacji:
a) dyżury psychologa,
b) grupa wsparcia.
Zadanie II. Pomoc rodzinom
Sposób realizacji:
a) świetlica w Mokrem.
)"),
            "0 main | zapobieganie uzależnieniom | -\n"
            "1 action I | Pomoc terapeutyczna | 0\n"
            "2 action a | dyżury psychologa | 1\n"
            "3 action b | grupa wsparcia | 1\n"
            "4 action II | Pomoc rodzinom | 0\n"
            "5 action a | świetlica w Mokrem | 4\n");
}

TEST(Goals, SentencesWithinSentences) {
  EXPECT_EQ(goals_of("Wójt wyjaśniła, że celem głównym strategii jest zatrzymanie odpływu młodych, a cele "
                     "szczegółowe to: rozwój budownictwa, nowe miejsca pracy oraz lepsza edukacja.\n"),
            "0 main | zatrzymanie odpływu młodych | -\n"
            "1 specific | rozwój budownictwa | 0\n"
            "2 specific | nowe miejsca pracy | 0\n"
            "3 specific | lepsza edukacja | 0\n");
}

TEST(Goals, PillarsSideBySide) {
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

TEST(Goals, TablesBelowTheirPriorities) {
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

TEST(Goals, CellsWithLabelsBelongToTheColumnOfThatName) {
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

TEST(Goals, ColumnOfNumbersAndSeveralActionsInACell) {
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

TEST(Goals, RecognisedRowsLoseWhoAndWhen) {
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

TEST(Goals, AnnouncedGoalsAreTheLastThatAreNamed) {
  EXPECT_EQ(goals_of(R"(Cele strategiczne gminy to:
> rozwinięta przedsiębiorczość,
> czyste środowisko.

Dla celu „czyste środowisko” przyjęto następujące cele operacyjne:
> likwidacja azbestu,
> nasadzenia.
)"),
            "0 strategic | rozwinięta przedsiębiorczość | -\n"
            "1 strategic | czyste środowisko | -\n"
            "2 operational | likwidacja azbestu | 1\n"
            "3 operational | nasadzenia | 1\n");
}

TEST(Goals, SentenceWithoutAColonAnnouncesTheListBelow) {
  EXPECT_EQ(goals_of(R"(3. Cele rozwoju

Poniżej zaprezentowano cele strategiczne (cyfry rzymskie) oraz operacyjne (cyfry arabskie).

I. Rozwój kapitału społecznego

1. Wzmacnianie więzi lokalnych
2. Rozbudowa bazy sportowej

II. Rozwój gospodarki

1. Nowe tereny inwestycyjne
2. Wsparcie rzemiosła

4. System realizacji
)"),
            "0 strategic I | Rozwój kapitału społecznego | -\n"
            "1 operational 1 | Wzmacnianie więzi lokalnych | 0\n"
            "2 operational 2 | Rozbudowa bazy sportowej | 0\n"
            "3 strategic II | Rozwój gospodarki | -\n"
            "4 operational 1 | Nowe tereny inwestycyjne | 3\n"
            "5 operational 2 | Wsparcie rzemiosła | 3\n");
}

TEST(Goals, OneOfThem) {
  EXPECT_EQ(
      goals_of("Celem strategicznym współpracy jest bezpieczne pogranicze. Cel ten będzie realizowany przez "
               "trzy cele operacyjne. Pierwszym z nich jest rozwój przejść. Drugi cel operacyjny to wspólne "
               "ratownictwo.\n"),
      "0 strategic | bezpieczne pogranicze | -\n"
      "1 operational | rozwój przejść | 0\n"
      "2 operational | wspólne ratownictwo | 0\n");
}

TEST(Goals, NamesOfProjects) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny: Wyprowadzenie obszaru z kryzysu

Projekt nr 1
Nazwa projektu: Centrum Aktywności
Wnioskodawca: Gmina

Przykładowe przedsięwzięcia:
– animacja środowiskowa.
)"),
            "0 strategic | Wyprowadzenie obszaru z kryzysu | -\n"
            "1 action 1 | Centrum Aktywności | 0\n"
            "2 action | animacja środowiskowa | 0\n");
}

TEST(Goals, CodesOfWhatTheyServe) {
  EXPECT_EQ(goals_of(R"(PRIORYTET A: ZDROWE SPOŁECZEŃSTWO
   Cel A1. Szpital z pełnym zakresem usług
      • oddział geriatryczny
PRIORYTET B: OTWARTA GRANICA
   Cel B1. Przejście dla ruchu małego
)"),
            "0 strategic A | ZDROWE SPOŁECZEŃSTWO | -\n"
            "1 operational A1 | Szpital z pełnym zakresem usług | 0\n"
            "2 action | oddział geriatryczny | 1\n"
            "3 strategic B | OTWARTA GRANICA | -\n"
            "4 operational B1 | Przejście dla ruchu małego | 3\n");
  EXPECT_EQ(goals_of("CS1 Oferta całoroczna\nCS1.1 Szlak zamków\nCS2 Skuteczna promocja\n"),
            "0 strategic CS1 | Oferta całoroczna | -\n"
            "1 operational CS1.1 | Szlak zamków | 0\n"
            "2 strategic CS2 | Skuteczna promocja | -\n");
}

TEST(Goals, CardsNameTheirGoals) {
  EXPECT_EQ(goals_of(R"(KARTA CELU STRATEGICZNEGO NR 1
Nazwa celu: Zdrowie na pierwszym miejscu
Uzasadnienie: choroby serca
Cele operacyjne:
1.1. Nowoczesny szpital
Koordynator: Wydział Zdrowia

KARTA CELU STRATEGICZNEGO NR 2
Nazwa celu: Nauka bez granic
)"),
            "0 strategic 1 | Zdrowie na pierwszym miejscu | -\n"
            "1 operational 1.1 | Nowoczesny szpital | 0\n"
            "2 strategic 2 | Nauka bez granic | -\n");
}

TEST(Goals, ResolutionsLayDownGoals) {
  EXPECT_EQ(goals_of(R"(§ 2. Ustala się cel główny Programu: wspieranie rodzin.

§ 3. Cel główny realizuje się poprzez następujące cele szczegółowe:
1) analizę sytuacji rodzin;
2) dostęp do asystenta.

§ 4. Do zadań Programu należy:
1) prowadzenie świetlicy.

§ 5. Wykonanie uchwały powierza się Wójtowi.
)"),
            "0 main | wspieranie rodzin | -\n"
            "1 specific 1 | analizę sytuacji rodzin | 0\n"
            "2 specific 2 | dostęp do asystenta | 0\n"
            "3 action 1 | prowadzenie świetlicy | 0\n");
}

TEST(Goals, CountedGoalsBehindAComma) {
  EXPECT_EQ(
      goals_of("Głównym celem porozumienia jest poprawa czystości jezior. Jak wyjaśnia koordynatorka, cele "
               "szczegółowe są trzy: wspólny monitoring, budowa kanalizacji i edukacja żeglarzy.\n"),
      "0 main | poprawa czystości jezior | -\n"
      "1 specific | wspólny monitoring | 0\n"
      "2 specific | budowa kanalizacji | 0\n"
      "3 specific | edukacja żeglarzy | 0\n");
}

TEST(Goals, TheNextChapterIsNoItem) {
  EXPECT_EQ(goals_of(R"(3.3. Struktura celów

Cel strategiczny

Cele operacyjne

1. Wspólna gospodarka
1.1. Marka produktów

2. Wspólne usługi
2.1. Jeden transport

3. Wspólna przyroda
3.1. Ochrona rzek
3.2. Energia

3.4. Projekty

Lista projektów stanowi załącznik.
)"),
            "0 strategic 1 | Wspólna gospodarka | -\n"
            "1 operational 1.1 | Marka produktów | 0\n"
            "2 strategic 2 | Wspólne usługi | -\n"
            "3 operational 2.1 | Jeden transport | 2\n"
            "4 strategic 3 | Wspólna przyroda | -\n"
            "5 operational 3.1 | Ochrona rzek | 4\n"
            "6 operational 3.2 | Energia | 4\n");
}

TEST(Goals, TableWithBarsBetweenItsColumnsAlone) {
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

TEST(Goals, DrawnBoxes) {
  EXPECT_EQ(goals_of("┌───────────────┐\n│ CEL NADRZĘDNY │\n│ Zdrowe życie  │\n└───────────────┘\n"),
            "0 main | Zdrowe życie | -\n");
}

TEST(Goals, StrategicGoalsBelowPriorities) {
  EXPECT_EQ(goals_of("PRIORYTET 1. CZŁOWIEK\nCel strategiczny 1.1. Dobra szkoła\n"),
            "0 strategic 1 | CZŁOWIEK | -\n"
            "1 strategic 1.1 | Dobra szkoła | 0\n");
}

TEST(Goals, StatutesGiveGoalsAndMeans) {
  EXPECT_EQ(goals_of(R"(§ 7. Celami Stowarzyszenia są:
a) promocja turystyczna regionu,
b) doskonalenie kadr.
§ 8. Stowarzyszenie realizuje swoje cele przez:
a) organizowanie imprez.
§ 9. Władzami Stowarzyszenia są:
a) Zarząd.
)"),
            "0 specific a | promocja turystyczna regionu | -\n"
            "1 specific b | doskonalenie kadr | -\n"
            "2 action a | organizowanie imprez | 0\n");
}

TEST(Goals, ReportsNameTheGoalsThatWereServed) {
  EXPECT_EQ(goals_of(R"(W ramach celu strategicznego 1 „Nowoczesna gmina” zrealizowano:
– budowę świetlicy,
– wymianę 40 lamp.

Podmioty zaangażowane w realizację celu strategicznego 1:
– GOPS,
– szkoły.
)"),
            "0 strategic 1 | Nowoczesna gmina | -\n"
            "1 action | budowę świetlicy | 0\n"
            "2 action | wymianę 40 lamp | 0\n");
}

TEST(Goals, QuotedWithinASentence) {
  EXPECT_EQ(
      goals_of(
          "Dokument wskazuje cel nadrzędny: „Gmina zadowolonych mieszkańców”.\n"
          "Sekretarz omówił projekt: cel strategiczny pierwszy – „Zdrowa gmina”, cel strategiczny drugi – "
          "„Gmina przedsiębiorcza”. Radni nie wnieśli uwag.\n"),
      "0 main | Gmina zadowolonych mieszkańców | -\n"
      "1 strategic | Zdrowa gmina | 0\n"
      "2 strategic | Gmina przedsiębiorcza | 0\n");
}

TEST(Goals, WhatAnnouncesActionsMayRepeat) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1. Spójny wizerunek
Realizacja celu nastąpi poprzez:
a) nowy herb,
b) szkolenia.

Cel strategiczny 2. Więcej kuracjuszy
Realizacja celu nastąpi poprzez:
a) pakiety weekendowe.

Cel strategiczny 3. Współpraca
Realizacja celu nastąpi poprzez:
a) kartę turysty.
)"),
            "0 strategic 1 | Spójny wizerunek | -\n"
            "1 action a | nowy herb | 0\n"
            "2 action b | szkolenia | 0\n"
            "3 strategic 2 | Więcej kuracjuszy | -\n"
            "4 action a | pakiety weekendowe | 3\n"
            "5 strategic 3 | Współpraca | -\n"
            "6 action a | kartę turysty | 5\n");
}

std::string vision_of(const std::string& text) {
  const TestSource source(text);
  return extract_aims(source.source(), goal_rules()).vision.value_or("-");
}

std::string mission_of(const std::string& text) {
  const TestSource source(text);
  return extract_aims(source.source(), goal_rules()).mission.value_or("-");
}

TEST(Aims, VisionAndMission) {
  const std::string headings = R"(2. Wizja i misja

2.1. Wizja rozwoju gminy

Gmina Lipki w 2030 roku to miejsce spokojne
i nowoczesne.

2.2. Misja

„Służymy mieszkańcom”

Cel strategiczny 1. Zdrowie
)";
  EXPECT_EQ(vision_of(headings), "Gmina Lipki w 2030 roku to miejsce spokojne i nowoczesne");
  EXPECT_EQ(mission_of(headings), "Służymy mieszkańcom");
  EXPECT_EQ(vision_of("Nasza wizja: Lipki – gmina bez barier.\n"), "Lipki – gmina bez barier");
  EXPECT_EQ(vision_of("Wizja Gminy Lipki do 2030 r.: gmina, w której chce się żyć.\n"),
            "gmina, w której chce się żyć");
  EXPECT_EQ(mission_of("Misją powiatu jest tworzenie warunków do rozwoju. Realizuje ją zarząd.\n"),
            "tworzenie warunków do rozwoju");
  EXPECT_EQ(vision_of("Wizja\n\nCel główny: Zdrowie\n"), "-");
  EXPECT_EQ(vision_of("Wizja lokalna odbyła się w maju.\n"), "-");
}

TEST(Goals, LabelThatANarrowCellWraps) {
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

TEST(Goals, LetterBeforeALabelIsItsNumber) {
  EXPECT_EQ(goals_of(R"(A. Cel strategiczny: Silna gospodarka

   Cele operacyjne:
   A1. Nowe działki pod firmy

B. Cel strategiczny: Dobre drogi

   Cele operacyjne:
   B1. Remont mostów
)"),
            "0 strategic A | Silna gospodarka | -\n"
            "1 operational A1 | Nowe działki pod firmy | 0\n"
            "2 strategic B | Dobre drogi | -\n"
            "3 operational B1 | Remont mostów | 2\n");
}

TEST(Goals, PageThatIsOneLine) {
  EXPECT_EQ(
      goals_of("3 3 2. Cele Cel główny: Dolina, w której żyje się wygodnie. Cel strategiczny 1. Sprawny "
               "transport i czyste powietrze Kierunki działań: 1.1 wspólny bilet 1.2 trasa rowerowa\n"),
      "0 main | Dolina, w której żyje się wygodnie | -\n"
      "1 strategic 1 | Sprawny transport i czyste powietrze | 0\n"
      "2 action 1.1 | wspólny bilet | 1\n"
      "3 action 1.2 | trasa rowerowa | 1\n");
}

TEST(Goals, ColumnThatHoldsTwoLevels) {
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

TEST(Goals, LabelHeadsAColumnWithItsColon) {
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

TEST(Goals, LabelledCellTellsTheRankOfItsColumn) {
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

TEST(Goals, ShortLabelsOfAnAnnouncedList) {
  EXPECT_EQ(goals_of(R"(Cele programu

1) główny – lepsze szkoły w powiecie;
2) szczegółowe:
a) rozwój szkół zawodowych,
b) wsparcie uczniów zdolnych.
)"),
            "0 main | lepsze szkoły w powiecie | -\n"
            "1 specific a | rozwój szkół zawodowych | 0\n"
            "2 specific b | wsparcie uczniów zdolnych | 0\n");
}

TEST(Goals, HeadingWithoutColonAboveUnmarkedGoals) {
  EXPECT_EQ(goals_of(R"(CELE STRATEGICZNE

Wzrost aktywności fizycznej mieszkańców
Nowoczesna baza sportowa
)"),
            "0 strategic | Wzrost aktywności fizycznej mieszkańców | -\n"
            "1 strategic | Nowoczesna baza sportowa | -\n");
}

TEST(Goals, LetterOfAKindBeforeTheNumberOfWhatItServes) {
  EXPECT_EQ(goals_of(R"(C.1 Rozwój przedsiębiorczości
C.1.1 Wsparcie nowych firm
P.1.1.1 Dotacje na start
P.1.1.2 Doradztwo dla rolników
)"),
            "0 strategic C.1 | Rozwój przedsiębiorczości | -\n"
            "1 operational C.1.1 | Wsparcie nowych firm | 0\n"
            "2 action P.1.1.1 | Dotacje na start | 1\n"
            "3 action P.1.1.2 | Doradztwo dla rolników | 1\n");
}

TEST(Goals, SlogansAndQuestions) {
  EXPECT_EQ(goals_of("Jakie są cele szczegółowe?\n1. Ożywienie rynku\n2. Remont kamienic\n"),
            "0 specific 1 | Ożywienie rynku | -\n1 specific 2 | Remont kamienic | -\n");
  EXPECT_EQ(goals_of("Cel 1: Gmina dostępna dla wszystkich (hasło: „Wszędzie blisko”)\n"),
            "0 strategic 1 | Gmina dostępna dla wszystkich | -\n");
}

TEST(Goals, ChaptersBelowTables) {
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

TEST(Goals, HeadsOfTablesAgainBelowEachGoal) {
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

TEST(Goals, RowsOnOneLineWhoseFirstCellGoesOn) {
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

TEST(Goals, HeadingsThatPartTheGoalsAreNone) {
  EXPECT_EQ(goals_of(R"(3. Cele strategiczne i kierunki działań

3.1. Wymiar społeczny

CEL STRATEGICZNY NR 1
Zaangażowani mieszkańcy
Kierunki działań:
• 1.1 Rozwój oferty edukacyjnej

3.2. Wymiar gospodarczy

CEL STRATEGICZNY NR 2
Silna gospodarka
)"),
            "0 strategic 1 | Zaangażowani mieszkańcy | -\n"
            "1 action 1.1 | Rozwój oferty edukacyjnej | 0\n"
            "2 strategic 2 | Silna gospodarka | -\n");
}

TEST(Goals, SpeechIsNoItemAndAnAnnouncementMayFollowAGoal) {
  EXPECT_EQ(goals_of(R"(Za nadrzędny cel uznano „Borki – gminę otwartą”. Służyć mu mają dwa cele strategiczne:

I. Zdrowi mieszkańcy
II. Czyste jeziora

– Najważniejsze będą drogi – mówi wójt.
)"),
            "0 main | Borki – gminę otwartą | -\n"
            "1 strategic I | Zdrowi mieszkańcy | 0\n"
            "2 strategic II | Czyste jeziora | 0\n");
}

TEST(Goals, CardsNumberTheGoalNamedBelow) {
  EXPECT_EQ(goals_of(R"(KARTA CELU NR 1
Nazwa celu strategicznego: Bezpieczeństwo seniorów
Uzasadnienie: Co czwarty mieszkaniec jest seniorem.
Działania:
1.1 Badania przesiewowe
1.2 Poradnia geriatryczna
Podmioty odpowiedzialne: szpital

KARTA CELU NR 2
Nazwa celu strategicznego: Aktywni seniorzy
Uzasadnienie: Działają tylko dwa kluby.
)"),
            "0 strategic 1 | Bezpieczeństwo seniorów | -\n"
            "1 action 1.1 | Badania przesiewowe | 0\n"
            "2 action 1.2 | Poradnia geriatryczna | 0\n"
            "3 strategic 2 | Aktywni seniorzy | -\n");
}

TEST(Goals, BulletsBelowAGoalAreActions) {
  EXPECT_EQ(goals_of(R"(Priorytet 1 – Mieszkania
 * budowa osiedla
 * remont kamienic
Priorytet 2 – Praca
 * strefa inwestycyjna
)"),
            "0 strategic 1 | Mieszkania | -\n"
            "1 action | budowa osiedla | 0\n"
            "2 action | remont kamienic | 0\n"
            "3 strategic 2 | Praca | -\n"
            "4 action | strefa inwestycyjna | 3\n");
}

TEST(Goals, SentencesBehindALabelledGoal) {
  EXPECT_EQ(goals_of(R"(Plan gospodarki niskoemisyjnej

Cel strategiczny planu sformułowano następująco: poprawa jakości powietrza. Cel ten zostanie osiągnięty dzięki
realizacji trzech celów szczegółowych. Pierwszym z nich jest ocieplenie budynków. Drugim – rozwój
odnawialnych źródeł energii. Trzecim – edukacja mieszkańców.

W ramach drugiego celu szczegółowego przewiduje się:
a) montaż kolektorów.
)"),
            "0 strategic | poprawa jakości powietrza | -\n"
            "1 specific | ocieplenie budynków | 0\n"
            "2 specific | rozwój odnawialnych źródeł energii | 0\n"
            "3 specific | edukacja mieszkańców | 0\n"
            "4 action a | montaż kolektorów | 2\n");
}

TEST(Goals, SentencesThatCountTheGoalsTheyGive) {
  EXPECT_EQ(goals_of(R"(Strategia rozwoju gminy

Za pierwszy cel strategiczny uznaje się poprawę dróg. Jest ich w gminie wiele.
Za drugi cel strategiczny przyjęto rozwój turystyki.
Za kolejny cel strategiczny uznano opiekę nad dziećmi.
)"),
            "0 strategic | poprawę dróg | -\n"
            "1 strategic | rozwój turystyki | -\n"
            "2 strategic | opiekę nad dziećmi | -\n");
}

TEST(Goals, ListsThatReferToTheGoalTheyServe) {
  EXPECT_EQ(goals_of(R"(§ 1. Ustala się następujące cele strategiczne powiatu lipnowskiego na lata 2021–2025:
1) sprawna komunikacja;
2) dobre leczenie.

§ 2. Cel, o którym mowa w § 1 pkt 1, realizowany będzie przez:
1) przebudowę dróg.
)"),
            "0 strategic 1 | sprawna komunikacja | -\n"
            "1 strategic 2 | dobre leczenie | -\n"
            "2 action 1 | przebudowę dróg | 0\n");
  EXPECT_EQ(goals_of(R"(Cele szczegółowe programu:
a) ochrona rodzin przed przemocą,
b) edukacja dzieci i młodzieży.

II. Zadania
1. W zakresie ochrony rodzin przed przemocą:
1) dyżury prawnika.
2. W zakresie edukacji dzieci i młodzieży:
1) półkolonie.
)"),
            "0 specific a | ochrona rodzin przed przemocą | -\n"
            "1 specific b | edukacja dzieci i młodzieży | -\n"
            "2 action 1 | dyżury prawnika | 0\n"
            "3 action 1 | półkolonie | 1\n");
  EXPECT_EQ(goals_of(R"(Cele strategiczne:
1. Dostępne zdrowie
2. Dobre drogi

Do celu 1 zgłoszono zadania: rozbudowa oddziału, punkt szczepień. Na cel 2 przeznaczono: dwa miliony.
)"),
            "0 strategic 1 | Dostępne zdrowie | -\n"
            "1 strategic 2 | Dobre drogi | -\n"
            "2 action | rozbudowa oddziału | 0\n"
            "3 action | punkt szczepień | 0\n");
}

TEST(Goals, FieldsAreNoPartOfTheWordingAbove) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1: Zdrowi mieszkańcy gminy, którzy mają dokąd pójść i kogo zapytać
Opracowanie redakcyjne: zespół urzędu, który pracował nad tym dokumentem przez cały rok, a także
przez następny
)"),
            "0 strategic 1 | Zdrowi mieszkańcy gminy, którzy mają dokąd pójść i kogo zapytać | -\n");
}

TEST(Goals, RowsWhoseFirstBarIsDamaged) {
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

TEST(Goals, RowsOfColumnsThatBeginWithSmallLetters) {
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

TEST(Goals, RowsOfBarsWhoseFirstCellsAreEmpty) {
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

TEST(Goals, OrdinalsBehindTheirNoun) {
  EXPECT_EQ(goals_of("Celem pierwszym jest integracja mieszkańców. Celem drugim jest ożywienie handlu.\n\n"
                     "Do celu drugiego przyporządkowano przedsięwzięcie: targowisko miejskie.\n"),
            "0 strategic | integracja mieszkańców | -\n"
            "1 strategic | ożywienie handlu | -\n"
            "2 action | targowisko miejskie | 1\n");
}

TEST(Goals, NumbersBeforeAStroke) {
  EXPECT_EQ(
      goals_of("CEL I – LEPSZE DROGI\nZadania:\n1/ droga do szkoły,\n2/ chodnik.\n\nGDZIE NAS ZNAJDZIESZ?\n"
               "Urząd Gminy, pokój nr 7\n"),
      "0 strategic I | LEPSZE DROGI | -\n"
      "1 action 1 | droga do szkoły | 0\n"
      "2 action 2 | chodnik | 0\n");
}

TEST(Goals, RowsWithoutNumbersOnOneLine) {
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

TEST(GoalRules, ErrorsNameFileAndLine) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "goal_rules";
  std::filesystem::create_directories(folder);
  EXPECT_EQ(GoalRules::load(folder / "nowhere").error().code, core::ErrorCode::not_found);
  std::ofstream(folder / "goals.tsv") << "# head\ncel główny\tgoal\thighest\t10\t-\n";
  std::ofstream(folder / "goals_words.tsv") << "tail\tprogramu\n";
  const auto loaded = GoalRules::load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, core::ErrorCode::malformed);
  EXPECT_NE(loaded.error().message.find("goals.tsv:2: no such level: highest"), std::string::npos);
}

TEST(Goals, CodesBeforeSmallLetters) {
  EXPECT_EQ(goals_of(R"(CEL STRATEGICZNY CS1: ZDROWA GMINA
CO1.1 Poprawa opieki nad najmłodszymi
  KD1.1.1 rozbudowa żłobka
  KD1.1.2 plac zabaw
)"),
            "0 strategic CS1 | ZDROWA GMINA | -\n"
            "1 operational CO1.1 | Poprawa opieki nad najmłodszymi | 0\n"
            "2 action KD1.1.1 | rozbudowa żłobka | 1\n"
            "3 action KD1.1.2 | plac zabaw | 1\n");
}

TEST(Goals, CodesWhoseDigitWasReadAsALetter) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny: Dobra szkoła
Cel szczegółowy A1: Nauka języków
Zadanie Ala: zajęcia dodatkowe
Zadanie A1b: wymiana uczniów
)"),
            "0 strategic | Dobra szkoła | -\n"
            "1 specific A1 | Nauka języków | 0\n"
            "2 action A1a | zajęcia dodatkowe | 1\n"
            "3 action A1b | wymiana uczniów | 1\n");
}

TEST(Goals, NumbersWithoutStops) {
  EXPECT_EQ(goals_of(R"(NASZ CEL NADRZĘDNY

Gmina Borki miejscem dla rodzin

CELE STRATEGICZNE I DZIAŁANIA

I   Nowe mieszkania
    > Budynek komunalny
    > Uzbrojenie działek
II  Dobra szkoła
    > Pracownia fizyki
    > Sala gimnastyczna

SKĄD ŚRODKI?
)"),
            "0 main | Gmina Borki miejscem dla rodzin | -\n"
            "1 strategic I | Nowe mieszkania | 0\n"
            "2 action | Budynek komunalny | 1\n"
            "3 action | Uzbrojenie działek | 1\n"
            "4 strategic II | Dobra szkoła | 0\n"
            "5 action | Pracownia fizyki | 4\n"
            "6 action | Sala gimnastyczna | 4\n");
}

TEST(Goals, IndentedItemsWithoutMarkers) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1.1 – Edukacja
Przykładowe działania:
   pracownia przyrodnicza w Lipnikach
   oddział żłobkowy przy przedszkolu
Cel operacyjny 1.2 – Opieka nad osobami starszymi, które mieszkają
same
Przykładowe działania:
   dom dziennego pobytu dla osób, które nie mogą dojechać
   do miasta
)"),
            "0 operational 1.1 | Edukacja | -\n"
            "1 action | pracownia przyrodnicza w Lipnikach | 0\n"
            "2 action | oddział żłobkowy przy przedszkolu | 0\n"
            "3 operational 1.2 | Opieka nad osobami starszymi, które mieszkają same | -\n"
            "4 action | dom dziennego pobytu dla osób, które nie mogą dojechać do miasta | 3\n");
}

TEST(Goals, NumbersAloneNameGoalsThatStandElsewhere) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1: Zdrowie
Cel operacyjny 1.1: Poradnia

Zestawienie
Cel strategiczny 1: Zdrowie
Cele operacyjne: 1.1, 1.2
)"),
            "0 strategic 1 | Zdrowie | -\n"
            "1 operational 1.1 | Poradnia | 0\n");
}

TEST(Goals, WhateverAnnouncesWhatAGoalIsReachedBy) {
  EXPECT_EQ(goals_of(R"(Strategia rewitalizacji miasta Borki

Celem głównym rewitalizacji jest powrót mieszkańców do śródmieścia.

Pierwszy cel strategiczny to poprawa warunków mieszkaniowych. Służą mu działania: a) remont
kamienic, b) sieć ciepłownicza.

Drugi cel strategiczny to ożywienie handlu. Złożą się na to: a) niskie czynsze, b) targ.
)"),
            "0 main | powrót mieszkańców do śródmieścia | -\n"
            "1 strategic | poprawa warunków mieszkaniowych | 0\n"
            "2 action a | remont kamienic | 1\n"
            "3 action b | sieć ciepłownicza | 1\n"
            "4 strategic | ożywienie handlu | 0\n"
            "5 action a | niskie czynsze | 4\n"
            "6 action b | targ | 4\n");
  EXPECT_EQ(goals_of(R"(CEL 1
Rozpoznawalna marka
Jak to osiągniemy?
– nowe logo
– festiwal

CEL 2
Więcej gości
Jak to osiągniemy?
– kalendarz imprez
Kto za to odpowiada?
– dom kultury

CEL 3
Mieszkańcy ambasadorami miasta
Jak to osiągniemy?
– konkurs fotograficzny
)"),
            "0 strategic 1 | Rozpoznawalna marka | -\n"
            "1 action | nowe logo | 0\n"
            "2 action | festiwal | 0\n"
            "3 strategic 2 | Więcej gości | -\n"
            "4 action | kalendarz imprez | 3\n"
            "5 strategic 3 | Mieszkańcy ambasadorami miasta | -\n"
            "6 action | konkurs fotograficzny | 5\n");
}

TEST(Goals, NumbersOfOneShapeAreOfOneLevel) {
  EXPECT_EQ(goals_of(R"(Priorytet
Cele operacyjne
Zadania
Priorytet 1.
Zielone
miasto
1.1. Czystsze
powietrze
a) wymiana pieców
węglowych
b) drzewa przy ulicach
1.2. Woda
a) zbiorniki na deszczówkę
b) studnie
Priorytet 2.
Sprawny urząd
2.1. Sprawy przez internet
a) formularze
b) podpis elektroniczny
2.2. Szkolenia
a) kursy
)"),
            "0 strategic 1 | Zielone miasto | -\n"
            "1 operational 1.1 | Czystsze powietrze | 0\n"
            "2 action a | wymiana pieców węglowych | 1\n"
            "3 action b | drzewa przy ulicach | 1\n"
            "4 operational 1.2 | Woda | 0\n"
            "5 action a | zbiorniki na deszczówkę | 4\n"
            "6 action b | studnie | 4\n"
            "7 strategic 2 | Sprawny urząd | -\n"
            "8 operational 2.1 | Sprawy przez internet | 7\n"
            "9 action a | formularze | 8\n"
            "10 action b | podpis elektroniczny | 8\n"
            "11 operational 2.2 | Szkolenia | 7\n"
            "12 action a | kursy | 11\n");
}

TEST(Goals, LettersBeforeDecimalNumbersAndLinesMissingInASeries) {
  EXPECT_EQ(goals_of(R"(PRIORYTET A. ZDROWIE
Cel operacyjny A.1 Lekarz blisko domu
A.1.1 Poradnia w Sowinie

Wskaźnik: liczba poradni.

A.1.2 Karetka
Cel operacyjny A.2 Ruch na co dzień

Wskaźnik: liczba zajęć.

A.2.1 Basen

PRIORYTET B. SZKOŁA
Cel operacyjny B.1 Nauka języków
B.1.1 Wymiana uczniów

Zestawienie

Priorytet A. Zdrowie
A.1 Lekarz blisko domu
A.2 Ruch na co dzień
)"),
            "0 strategic A | ZDROWIE | -\n"
            "1 operational A.1 | Lekarz blisko domu | 0\n"
            "2 action A.1.1 | Poradnia w Sowinie | 1\n"
            "3 action A.1.2 | Karetka | 1\n"
            "4 operational A.2 | Ruch na co dzień | 0\n"
            "5 action A.2.1 | Basen | 4\n"
            "6 strategic B | SZKOŁA | -\n"
            "7 operational B.1 | Nauka języków | 6\n"
            "8 action B.1.1 | Wymiana uczniów | 7\n");
}

TEST(Goals, RowsBelowPillars) {
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

TEST(Goals, WhatEndsATableOfColumns) {
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

TEST(Goals, RunningHeadsWithAPageNumberBetweenAnActionAndItsDetails) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny I: Gospodarka

Kierunek działań I.1: Turystyka

Sowin 2030                                          str. 41

   - ścieżki rowerowe
   - przystań
)"),
            "0 strategic I | Gospodarka | -\n"
            "1 action I.1 | Turystyka | 0\n"
            "2 action | ścieżki rowerowe | 1\n"
            "3 action | przystań | 1\n");
}

TEST(Goals, HolesInASeriesAreFilledWhereItStandsAgain) {
  EXPECT_EQ(goals_of(R"(CEL SZCZEGÓŁOWY 1: WSPÓLNE USŁUGI
Zadanie 1.1 Wspólna straż
Zadanie 1.2 Wspólne centrum
CEL SZCZEGÓŁOWY 2: WSPÓLNA OFERTA
Zadanie 2.1 Karta turysty

Rozdział 5. Harmonogram

Zadanie | 2023 | 2024 | Lider
1.1 Wspólna straż | X | X | Gmina Dobrzany
1.2 Wspólne centrum | | X | Gmina Rzeki
1.3 Wspólne zakupy energii | X | | Gmina Dobrzany
2.1 Karta turysty | X | | LOT

Uwagi

1.1 Wspólna straż
1.4 Liczba wniosków
)"),
            "0 specific 1 | WSPÓLNE USŁUGI | -\n"
            "1 action 1.1 | Wspólna straż | 0\n"
            "2 action 1.2 | Wspólne centrum | 0\n"
            "3 specific 2 | WSPÓLNA OFERTA | -\n"
            "4 action 2.1 | Karta turysty | 3\n"
            "5 action 1.3 | Wspólne zakupy energii | 0\n");
}

TEST(Goals, SignsOfHeadingsAndCodesOnALetter) {
  EXPECT_EQ(goals_of(R"(# Strategia

### Cel strategiczny A: Zdrowie

* A1. Onkologia bliżej pacjenta
  * tomograf
  * mobilne badania
* A2. Poradnie
  * poradnia środowiskowa

### Cel strategiczny B: Praca

* B1. Nowe kompetencje
  * warsztaty
)"),
            "0 strategic A | Zdrowie | -\n"
            "1 operational A1 | Onkologia bliżej pacjenta | 0\n"
            "2 action | tomograf | 1\n"
            "3 action | mobilne badania | 1\n"
            "4 operational A2 | Poradnie | 0\n"
            "5 action | poradnia środowiskowa | 4\n"
            "6 strategic B | Praca | -\n"
            "7 operational B1 | Nowe kompetencje | 6\n"
            "8 action | warsztaty | 7\n");
}

TEST(Goals, LinesThatReferToAGoalByItsNumber) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1: Gmina rodzinna
Cele operacyjne:
1.1 Żłobki
1.2 Mieszkania
1.3 Place zabaw

Zadania

Ad 1.1
- budowa żłobka
- opiekunki dzienne
Ad 1.2
- blok przy parku
Ad. 1.3:
- plac w Porębie
)"),
            "0 strategic 1 | Gmina rodzinna | -\n"
            "1 operational 1.1 | Żłobki | 0\n"
            "2 operational 1.2 | Mieszkania | 0\n"
            "3 operational 1.3 | Place zabaw | 0\n"
            "4 action | budowa żłobka | 1\n"
            "5 action | opiekunki dzienne | 1\n"
            "6 action | blok przy parku | 2\n"
            "7 action | plac w Porębie | 3\n");
}

TEST(Goals, TheGoalOfAnAreaWhoseNameStandsBelowItsLabel) {
  EXPECT_EQ(goals_of(R"(FILAR 1
MIESZKANIE
Cel: Każda rodzina ma dach nad głową
Co zrobimy:
• mieszkania czynszowe
• remont kamienic

FILAR 2
RUCH
Cel: Wszędzie w kwadrans
Co zrobimy:
• kładka
)"),
            "0 strategic | Każda rodzina ma dach nad głową | -\n"
            "1 action | mieszkania czynszowe | 0\n"
            "2 action | remont kamienic | 0\n"
            "3 strategic | Wszędzie w kwadrans | -\n"
            "4 action | kładka | 3\n");
}

TEST(Goals, OrdinalsBehindASentenceThatCountsTheGoals) {
  EXPECT_EQ(
      goals_of(R"(Dokument zakłada trzy cele strategiczne. Pierwszy – rozbudowa sieci wodociągowej. Drugi –
lepsza opieka nad seniorami. Trzeci – ochrona torfowisk.

W ramach pierwszego celu gmina zamierza: wybudować stację w Nowinach oraz wymienić hydranty.
)"),
      "0 strategic | rozbudowa sieci wodociągowej | -\n"
      "1 strategic | lepsza opieka nad seniorami | -\n"
      "2 strategic | ochrona torfowisk | -\n"
      "3 action | wybudować stację w Nowinach | 0\n"
      "4 action | wymienić hydranty | 0\n");
  EXPECT_EQ(goals_of(R"(Strategia zostanie osiągnięta przez trzy cele strategiczne.

Pierwszym jest wzmocnienie rodzin. Do jego realizacji posłużą następujące działania:
1) drugi asystent,
2) poradnictwo.

Drugi cel strategiczny to pomoc seniorom. Przewiduje się tu:
1) transport na żądanie.

Trzeci cel strategiczny brzmi: „Rolnictwo źródłem dochodów”. Przypisano mu następujące cele operacyjne:
scalenie gruntów, rozwój agroturystyki, a także pozyskanie inwestora.
)"),
            "0 strategic | wzmocnienie rodzin | -\n"
            "1 action 1 | drugi asystent | 0\n"
            "2 action 2 | poradnictwo | 0\n"
            "3 strategic | pomoc seniorom | -\n"
            "4 action 1 | transport na żądanie | 3\n"
            "5 strategic | Rolnictwo źródłem dochodów | -\n"
            "6 operational | scalenie gruntów | 5\n"
            "7 operational | rozwój agroturystyki | 5\n"
            "8 operational | pozyskanie inwestora | 5\n");
}

TEST(Goals, WhatFollowsAWordingAndIsNoneOfIt) {
  EXPECT_EQ(goals_of(R"(Cel 1. Wzrost aktywności
Przedsięwzięcie 1.1. Rozwój firm, w szczególności przez:
a) szkolenia,
b) dotacje.

Plan działania
Cel 1	Wzrost aktywności	budżet: 2 000 000 zł
)"),
            "0 strategic 1 | Wzrost aktywności | -\n"
            "1 action 1.1 | Rozwój firm | 0\n");
}

TEST(Goals, WhatIsSaidBehindANumberedGoalIsNoOtherGoal) {
  EXPECT_EQ(goals_of(R"(CEL 1                 CEL 2
Kapitał ludzki        Środowisko

1.1 Edukacja          2.1 Energia
1.2 Kultura           2.2 Odpady

Opis celów

CEL 1 Kapitał ludzki
Najważniejsi są mieszkańcy.
Kierunki:
1.1 Edukacja – nowe oddziały przedszkolne.
1.2 Kultura – modernizacja domu kultury.
)"),
            "0 strategic 1 | Kapitał ludzki | -\n"
            "1 operational 1.1 | Edukacja | 0\n"
            "2 operational 1.2 | Kultura | 0\n"
            "3 strategic 2 | Środowisko | -\n"
            "4 operational 2.1 | Energia | 3\n"
            "5 operational 2.2 | Odpady | 3\n");
}

TEST(Goals, WhatServesTheGoalThatAnOrdinalOrANumberNames) {
  EXPECT_EQ(
      goals_of(R"(Radna wyjaśniła, że cele strategiczne są dwa: nowoczesne szkolnictwo i dobra komunikacja.
W ramach pierwszego z nich powiat planuje: otworzyć klasę robotyki, wyremontować internat i wprowadzić
stypendia. W ramach drugiego: przebudować most oraz uruchomić linię do Zalesia.
)"),
      "0 strategic | nowoczesne szkolnictwo | -\n"
      "1 strategic | dobra komunikacja | -\n"
      "2 action | otworzyć klasę robotyki | 0\n"
      "3 action | wyremontować internat | 0\n"
      "4 action | wprowadzić stypendia | 0\n"
      "5 action | przebudować most | 1\n"
      "6 action | uruchomić linię do Zalesia | 1\n");
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1. Usługi
Cel operacyjny 1.1. Cyfrowy urząd
Cel operacyjny 1.2. Szkoły z pasją

Działania w ramach 1.1:
1. Obieg dokumentów
Działania w ramach 1.2:
1. Koła zainteresowań
)"),
            "0 strategic 1 | Usługi | -\n"
            "1 operational 1.1 | Cyfrowy urząd | 0\n"
            "2 operational 1.2 | Szkoły z pasją | 0\n"
            "3 action 1 | Obieg dokumentów | 1\n"
            "4 action 1 | Koła zainteresowań | 2\n");
}

TEST(Goals, TheCommonGoalOfALetterOfIntent) {
  EXPECT_EQ(goals_of(R"(1. Strony określają wspólny cel: poprawa dostępności transportu w dolinie Liwy.
2. Cel ten Strony będą osiągać poprzez:
   1) wspólny przetarg,
   2) jednolity bilet.
3. List nie rodzi zobowiązań finansowych.
)"),
            "0 main | poprawa dostępności transportu w dolinie Liwy | -\n"
            "1 action 1 | wspólny przetarg | 0\n"
            "2 action 2 | jednolity bilet | 0\n");
}

TEST(Goals, WhatAGoalServesMayStandBehindIt) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1.1: Poradnia
Cel operacyjny 1.2: Ruch na co dzień
Cel operacyjny 2.1: Biblioteka
Cel strategiczny 1: Zdrowie
Cel strategiczny 2: Kultura
)"),
            "0 strategic 1 | Zdrowie | -\n"
            "1 operational 1.1 | Poradnia | 0\n"
            "2 operational 1.2 | Ruch na co dzień | 0\n"
            "3 strategic 2 | Kultura | -\n"
            "4 operational 2.1 | Biblioteka | 3\n");
}

TEST(Goals, ANumberThatGoesOnAnotherIsOfALowerLevel) {
  EXPECT_EQ(goals_of(R"(PRIORYTET A. ZDROWIE
Cele operacyjne:
A.1 Lekarz blisko domu
A.2 Ruch na co dzień

Rozdział 3. Opis

Cel operacyjny A.1 Lekarz blisko domu
Cele operacyjne:
A.1.1 Poradnia
A.1.2 Karetka
)"),
            "0 strategic A | ZDROWIE | -\n"
            "1 operational A.1 | Lekarz blisko domu | 0\n"
            "2 operational A.2 | Ruch na co dzień | 0\n"
            "3 action A.1.1 | Poradnia | 1\n"
            "4 action A.1.2 | Karetka | 1\n");
}

TEST(Goals, WhatPartiesTakeForTheirGoal) {
  EXPECT_EQ(goals_of("Strony za cel nadrzędny uznają: ochronę ciemnego nieba.\n"),
            "0 main | ochronę ciemnego nieba | -\n");
}

TEST(Goals, TasksWithoutNumbersBelowWhatTheyServe) {
  EXPECT_EQ(goals_of(R"(Tabela 3. Cele i zadania

Obszar interwencji: Hałas
Cel strategiczny: Ciche osiedla
  Kierunek interwencji: Uspokojenie ruchu
     Zadanie: Progi zwalniające przy szkołach
     Termin: 2026
     Zadanie: Objazd dla ciężarówek
  Kierunek interwencji: Zieleń wzdłuż dróg
     Zadanie: Szpaler lip przy ul. Młyńskiej
)"),
            "0 strategic | Ciche osiedla | -\n"
            "1 action | Uspokojenie ruchu | 0\n"
            "2 action | Progi zwalniające przy szkołach | 1\n"
            "3 action | Objazd dla ciężarówek | 1\n"
            "4 action | Zieleń wzdłuż dróg | 0\n"
            "5 action | Szpaler lip przy ul. Młyńskiej | 4\n");
}

TEST(Goals, FieldsOfACardAreNoGoals) {
  EXPECT_EQ(goals_of(R"(Cel 1. Miasto dla pieszych

Przedsięwzięcia podstawowe

Nazwa: Deptak przy młynie
Lokalizacja: Rynek 4
Szacowana wartość: 2 mln zł
Realizuje cel: 1
)"),
            "0 strategic 1 | Miasto dla pieszych | -\n"
            "1 action | Deptak przy młynie | 0\n");
}

TEST(Goals, TheMainGoalThatThePartnersSet) {
  EXPECT_EQ(goals_of(R"(Strony za cel nadrzędny uznają: czystą Wilgę od źródeł do ujścia.

Cele szczegółowe partnerstwa:
1) wspólny patrol rzeki;
2) szkoła wędkarska.
)"),
            "0 main | czystą Wilgę od źródeł do ujścia | -\n"
            "1 specific 1 | wspólny patrol rzeki | 0\n"
            "2 specific 2 | szkoła wędkarska | 0\n");
  EXPECT_EQ(goals_of("Partnerzy jako wspólny cel współpracy wskazali bilet ważny w każdym autobusie.\n"),
            "0 main | bilet ważny w każdym autobusie | -\n");
}

TEST(Goals, DecimalsBelowAHeadingThatAnnouncesGoalsAndActions) {
  const std::string goals = R"(
Cel 1. Ruchliwe podwórka
1.1. Trzepaki i huśtawki na każdym osiedlu
1.2. Trenerzy po lekcjach

Cel 2. Czynny dworzec
2.1. Kawiarnia w dawnej poczekalni
)";
  EXPECT_EQ(goals_of("3. Cele programu oraz kierunki działań\n" + goals),
            "0 strategic 1 | Ruchliwe podwórka | -\n"
            "1 action 1.1 | Trzepaki i huśtawki na każdym osiedlu | 0\n"
            "2 action 1.2 | Trenerzy po lekcjach | 0\n"
            "3 strategic 2 | Czynny dworzec | -\n"
            "4 action 2.1 | Kawiarnia w dawnej poczekalni | 3\n");
  // Where numbers go deeper, they say it.
  EXPECT_EQ(goals_of("3. Cele programu i kierunki działań\n" + goals + "2.1.1. Remont dachu dworca\n"),
            "0 strategic 1 | Ruchliwe podwórka | -\n"
            "1 operational 1.1 | Trzepaki i huśtawki na każdym osiedlu | 0\n"
            "2 operational 1.2 | Trenerzy po lekcjach | 0\n"
            "3 strategic 2 | Czynny dworzec | -\n"
            "4 operational 2.1 | Kawiarnia w dawnej poczekalni | 3\n"
            "5 action 2.1.1 | Remont dachu dworca | 4\n");
  // A level in between has its decimals.
  EXPECT_EQ(goals_of("3. Cele strategiczne i operacyjne oraz kierunki działań\n" + goals).find("action"),
            std::string::npos);
}

TEST(Goals, CellsOfActionsThatEndWhereTheirDoerIsNamed) {
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

TEST(Goals, RowsThatLackACellAndHeadsOfTwoColumns) {
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

TEST(Goals, AGoalBelowATableIsNoRowOfIt) {
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

TEST(Goals, TasksWithoutNumbersBelowADecimal) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1. Zadbane podwórka
1.1 Zieleń przy kamienicach
Zadanie: Nasadzenia lip
Zadanie: Pnącza na murach
1.2 Place zabaw
Zadanie: Huśtawki dla wszystkich
)"),
            "0 strategic 1 | Zadbane podwórka | -\n"
            "1 operational 1.1 | Zieleń przy kamienicach | 0\n"
            "2 action | Nasadzenia lip | 1\n"
            "3 action | Pnącza na murach | 1\n"
            "4 operational 1.2 | Place zabaw | 0\n"
            "5 action | Huśtawki dla wszystkich | 4\n");
}

TEST(Goals, RomanNumbersWhoseStrokesWereTakenForDigits) {
  EXPECT_EQ(goals_of(R"(CEL STRATEGICZNY II
Letnisko przez cały rok
Cele szczegółowe:
Il.1 Czyste plaże nad Wierzbnem
11.2 Trasy narciarskie w lasach
11.3 Nocne pociągi
)"),
            "0 strategic II | Letnisko przez cały rok | -\n"
            "1 specific II.1 | Czyste plaże nad Wierzbnem | 0\n"
            "2 specific II.2 | Trasy narciarskie w lasach | 0\n"
            "3 specific II.3 | Nocne pociągi | 0\n");
}

TEST(Goals, NumbersSetApartByADash) {
  EXPECT_EQ(goals_of(R"(Cele strategiczne

I – Huty otwarte na pomysły
II – Osiedla w cieniu drzew

Rozwiń listę celów operacyjnych:

▼ Cel I
▪ I.1 Piece na wodór
▪ I.2 Warsztaty dla wynalazców

▼ Cel II
▪ II.1 Lipy przy blokach
)"),
            "0 strategic I | Huty otwarte na pomysły | -\n"
            "1 strategic II | Osiedla w cieniu drzew | -\n"
            "2 operational I.1 | Piece na wodór | 0\n"
            "3 operational I.2 | Warsztaty dla wynalazców | 0\n"
            "4 operational II.1 | Lipy przy blokach | 1\n");
}

TEST(Goals, APriorityAloneInItsRowHeadsTheColumnsBelow) {
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

TEST(Goals, TheLastItemsConjunctionIsNoPartOfIt) {
  EXPECT_EQ(goals_of("Strategia powiatu\n\nJej priorytety to:\n– zdrowe lasy,\n– oraz czyste jeziora.\n"),
            "0 strategic | zdrowe lasy | -\n1 strategic | czyste jeziora | -\n");
}

TEST(Goals, DecimalsBelowGoalsThatBearNoNumber) {
  EXPECT_EQ(goals_of(R"(Strategia powiatu w skrócie

OBSZAR 1: GOSPODARKA
Cel strategiczny: Porty pełne kutrów
  1.1 Szkoła szkutników
  1.2 Aukcje ryb

OBSZAR 2: LUDZIE
Cel strategiczny: Sąsiedzi, którzy się znają
  2.1 Kluby przy latarniach
)"),
            "0 strategic | Porty pełne kutrów | -\n"
            "1 operational 1.1 | Szkoła szkutników | 0\n"
            "2 operational 1.2 | Aukcje ryb | 0\n"
            "3 strategic | Sąsiedzi, którzy się znają | -\n"
            "4 operational 2.1 | Kluby przy latarniach | 3\n");
}

TEST(Goals, ALetterAndANumberGoOnFromTheLettersBefore) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny A
Jeziora
Cele szczegółowe:
A1. Pomosty

Cel strategiczny B
Lasy
Cele szczegółowe:
B1. Ścieżki

Cel strategiczny C
Ludzie
Cele szczegółowe:
C1. Świetlice
)"),
            "0 strategic A | Jeziora | -\n1 specific A1 | Pomosty | 0\n2 strategic B | Lasy | -\n"
            "3 specific B1 | Ścieżki | 2\n4 strategic C | Ludzie | -\n5 specific C1 | Świetlice | 4\n");
}

TEST(Goals, TheHeadOfATableBelowEachGoal) {
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

TEST(Goals, BoxesBetweenTables) {
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

TEST(Goals, RowsOfADrawnTable) {
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

TEST(Goals, ArrowsThatRecognitionTookForWaves) {
  EXPECT_EQ(goals_of(R"(Cel operacyjny 1.1. Żywe świetlice
~ doposażenie bibliotek
> święto chleba
~ klub seniora

Cel operacyjny 1.2. Bezpieczne drogi
~ przebudowa mostu
)"),
            "0 operational 1.1 | Żywe świetlice | -\n1 action | doposażenie bibliotek | 0\n"
            "2 action | święto chleba | 0\n3 action | klub seniora | 0\n"
            "4 operational 1.2 | Bezpieczne drogi | -\n5 action | przebudowa mostu | 4\n");
}

TEST(Goals, APagesNumberBeforeALabel) {
  EXPECT_EQ(
      goals_of("3 CEL GENERALNY: Gmina Lipki przyjazna rybakom\n\nCel strategiczny I. Czyste jeziora\n"),
      "0 main | Gmina Lipki przyjazna rybakom | -\n1 strategic I | Czyste jeziora | 0\n");
}

TEST(Goals, TasksBehindTheNumberOfTheGoalTheyServe) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny I. Dobre drogi
Cele szczegółowe:
I.1. Czyste rowy
I.2. Mocne mosty

ZADANIA
Do celu I.1.: pogłębienie rowów w Lipkach (4 600 000 zł); nowa przepompownia.
Do celu I.2.: most w Borkach (3 mln 250 tys. zł).
)"),
            "0 strategic I | Dobre drogi | -\n1 specific I.1 | Czyste rowy | 0\n"
            "2 specific I.2 | Mocne mosty | 0\n3 action | pogłębienie rowów w Lipkach | 1\n"
            "4 action | nowa przepompownia | 1\n5 action | most w Borkach | 2\n");
}

TEST(Goals, PublicTasksOfTheWholeProgramme) {
  for (const std::string number : {"III", "Il]"})
    EXPECT_EQ(goals_of(R"(I. CELE

1. Celem głównym programu jest rozwijanie współpracy powiatu.

II. FORMY

Współpraca polega na rozmowach.

)" + number + R"(. PRIORYTETOWE ZADANIA PUBLICZNE

1) rozwój sportu;
2) ratownictwo nad wodą.

IV. BUDŻET

Na program przeznacza się 3 tysiące złotych.
)"),
              "0 main | rozwijanie współpracy powiatu | -\n1 action 1 | rozwój sportu | 0\n"
              "2 action 2 | ratownictwo nad wodą | 0\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
