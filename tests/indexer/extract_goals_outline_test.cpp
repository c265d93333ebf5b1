// Goals whose lines the layout of a whole document tells: its numbering, what its headings promise, what a
// line holds that was several.
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

TEST(GoalsOutline, EmptyLinesBetweenWrappedLines) {
  EXPECT_EQ(goals_of(R"(Strategia gminy Lipki

Cel

strategiczny 1.

Lepsza opieka nad seniorami

oraz dostęp do lekarza

Cele operacyjne 1. Usługi w domu

2. Przychodnia bez kolejek.

Kierunki działań do celu

operacyjnego 1.

1. Szkolenie opiekunek

2. Bony na usługi.
)"),
            "0 strategic 1 | Lepsza opieka nad seniorami oraz dostęp do lekarza | -\n"
            "1 operational 1 | Usługi w domu | 0\n2 operational 2 | Przychodnia bez kolejek | 0\n"
            "3 action 1 | Szkolenie opiekunek | 1\n4 action 2 | Bony na usługi | 1\n");
}

TEST(GoalsOutline, ItemsAndTheirHeadingOnALineWithOthers) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1:

Lepsze szkoły w powiecie Kierunki działań:

1. Nowe pracownie 2. Doradztwo zawodowe

3. Remont internatu

Cel strategiczny 2:

Dobre drogi Kierunki działań:

1. Przebudowa mostów 2. Nowe chodniki
)"),
            "0 strategic 1 | Lepsze szkoły w powiecie | -\n1 action 1 | Nowe pracownie | 0\n"
            "2 action 2 | Doradztwo zawodowe | 0\n3 action 3 | Remont internatu | 0\n"
            "4 strategic 2 | Dobre drogi | -\n5 action 1 | Przebudowa mostów | 4\n"
            "6 action 2 | Nowe chodniki | 4\n");
  // A number that ends a sentence is none of an item.
  EXPECT_EQ(
      goals_of("Cele operacyjne:\n1. Nowe zasady, jak w załączniku nr 2. Zasady gminy\n2. Dobre drogi\n"),
      "0 operational 1 | Nowe zasady, jak w załączniku nr 2. Zasady gminy | -\n1 operational 2 | Dobre drogi "
      "| -\n");
}

TEST(GoalsOutline, APageOnOneLine) {
  EXPECT_EQ(goals_of("2 4. CELE Cel strategiczny 1. Rozwinięta gospodarka Cel operacyjny 1.1. Nowe drogi "
                     "Kierunki działań: - most w Lipkach, - objazd. Cel operacyjny 1.2. Nowe firmy Kierunki "
                     "działań: - strefa, - targi. 5. MONITORING Wójt składa raport.\n"),
            "0 strategic 1 | Rozwinięta gospodarka | -\n1 operational 1.1 | Nowe drogi | 0\n"
            "2 action | most w Lipkach | 1\n3 action | objazd | 1\n4 operational 1.2 | Nowe firmy | 0\n"
            "5 action | strefa | 4\n6 action | targi | 4\n");
}

TEST(GoalsOutline, LettersSetApart) {
  EXPECT_EQ(
      goals_of("Cel nadrzędny:\nC z y s t a   g m i n a   L i p k i\n\nCele strategiczne:\n1. Zdrowie\n"),
      "0 main | Czysta gmina Lipki | -\n1 strategic 1 | Zdrowie | 0\n");
}

TEST(GoalsOutline, CellsThatBearTheirLabels) {
  EXPECT_EQ(goals_of(R"(OBSZAR SPOŁECZNY | OBSZAR GOSPODARCZY
CS1. Zdrowi mieszkańcy | CS2. Silne firmy
CO1.1. Przychodnia | CO2.1. Tereny pod zakłady
)"),
            "0 strategic CS1 | Zdrowi mieszkańcy | -\n1 strategic CS2 | Silne firmy | -\n"
            "2 operational CO1.1 | Przychodnia | 0\n3 operational CO2.1 | Tereny pod zakłady | 1\n");
}

TEST(GoalsOutline, AsManyAsASentencePromises) {
  EXPECT_EQ(
      goals_of(
          R"(Cel nadrzędny strategii to spójny obszar. Wynikają z niego dwa cele strategiczne, oznaczone literami.

A – Czysta energia
  A1 – Wspólny transport
  A2 – Ciepło z ziemi
B – Dobre usługi
  B1 – Opieka nad seniorami

Zarząd partnerstwa
Rada – organ stanowiący
)"),
      "0 main | spójny obszar | -\n1 strategic A | Czysta energia | 0\n"
      "2 operational A1 | Wspólny transport | 1\n3 operational A2 | Ciepło z ziemi | 1\n"
      "4 strategic B | Dobre usługi | 0\n5 operational B1 | Opieka nad seniorami | 4\n");
  // Another number of lines is another list.
  EXPECT_EQ(
      goals_of("Gmina ma trzy cele strategiczne, o których mówiono na sesji.\n\n1. Otwarcie\n2. Wnioski\n"),
      "");
}

TEST(GoalsOutline, CountedInASentenceNamedInTheNext) {
  EXPECT_EQ(
      goals_of("Program rozwoju sportu w gminie Lipki\n\nRada przyjęła program. Jego celem nadrzędnym jest "
               "sprawność mieszkańców. Dokument stawia sobie trzy cele szczegółowe. Są to: nowe boiska, "
               "wsparcie klubów oraz szkolenie młodzieży.\n"),
      "0 main | sprawność mieszkańców | -\n1 specific | nowe boiska | 0\n"
      "2 specific | wsparcie klubów | 0\n3 specific | szkolenie młodzieży | 0\n");
}

TEST(GoalsOutline, ALabelAboveEachOfTheNumbered) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny
I. Dostępne usługi

Cel strategiczny
II. Dobre rolnictwo

Cel strategiczny I
Kierunki działań:
• żłobek
Cel strategiczny II
Kierunki działań:
• melioracje
)"),
            "0 strategic I | Dostępne usługi | -\n1 strategic II | Dobre rolnictwo | -\n"
            "2 action | żłobek | 0\n3 action | melioracje | 1\n");
}

TEST(GoalsOutline, AListGoesOnBehindWhatServesItsItems) {
  EXPECT_EQ(goals_of(R"(CELE STRATEGICZNE I OPERACYJNE

A. NOWE SZLAKI
A1. Szlaki wodne
A2. Szlaki piesze

B. WSPÓLNA MARKA
B1. Promocja
)"),
            "0 strategic A | NOWE SZLAKI | -\n1 operational A1 | Szlaki wodne | 0\n"
            "2 operational A2 | Szlaki piesze | 0\n3 strategic B | WSPÓLNA MARKA | -\n"
            "4 operational B1 | Promocja | 3\n");
  EXPECT_EQ(goals_of(R"(CELE STRATEGICZNE GMINY:

1. DOBRE ŻYCIE

Cele operacyjne:
1.1. Nowa szkoła
     Przykładowe działania: sala gimnastyczna, boisko

2. DOBRA PRACA

Cele operacyjne:
2.1. Nowe firmy
     Przykładowe działania: strefa, targi

WSKAŹNIKI
1.1. Liczba uczniów
2.1. Liczba firm
)"),
            "0 strategic 1 | DOBRE ŻYCIE | -\n1 operational 1.1 | Nowa szkoła | 0\n"
            "2 action | sala gimnastyczna | 1\n3 action | boisko | 1\n4 strategic 2 | DOBRA PRACA | -\n"
            "5 operational 2.1 | Nowe firmy | 4\n6 action | strefa | 5\n7 action | targi | 5\n");
}

TEST(GoalsOutline, WhatFollowsARestatedNumber) {
  EXPECT_EQ(goals_of(R"(Cel główny strategii został sformułowany następująco:

Dobre życie w gminie Lipki

Realizacji celu głównego służą dwa cele strategiczne:

Cel strategiczny 1 – Nowe drogi
Cel strategiczny 2 – Dobre szkoły

Dla każdego z nich wyznaczono kierunki działań:

Cel 1:
- most
- objazd
Cel 2:
- boisko
)"),
            "0 main | Dobre życie w gminie Lipki | -\n1 strategic 1 | Nowe drogi | 0\n"
            "2 strategic 2 | Dobre szkoły | 0\n3 action | most | 1\n4 action | objazd | 1\n"
            "5 action | boisko | 2\n");
}

TEST(GoalsOutline, AShortWordingAgain) {
  EXPECT_EQ(goals_of(R"(Cele operacyjne:
Cel operacyjny I – nowe autobusy
Cel operacyjny II – edukacja

Planowane działania

I. Nowe autobusy
– zakup sześciu pojazdów
– zajezdnia

II. Edukacja
– piknik
)"),
            "0 operational I | nowe autobusy | -\n1 operational II | edukacja | -\n"
            "2 action | zakup sześciu pojazdów | 0\n3 action | zajezdnia | 0\n4 action | piknik | 1\n");
}

TEST(GoalsOutline, TheNextChapterWithoutAnEmptyLine) {
  EXPECT_EQ(goals_of(R"(4.2 Cele strategiczne i operacyjne

4.2.1 Gospodarka
Cel strategiczny: Silne firmy
Cele operacyjne:
a) promocja powiatu
b) wsparcie rolników
4.2.2 Środowisko
Cel strategiczny: Czyste wody
Cele operacyjne:
a) segregacja odpadów
4.3 System monitorowania
a) wskaźniki
b) sprawozdania
)"),
            "0 strategic | Silne firmy | -\n1 operational a | promocja powiatu | 0\n"
            "2 operational b | wsparcie rolników | 0\n3 strategic | Czyste wody | -\n"
            "4 operational a | segregacja odpadów | 3\n");
}

TEST(GoalsOutline, AHeadingOfGoalsAboveTwoDepths) {
  EXPECT_EQ(goals_of(R"(WIZJA
Lipki – gmina z przyszłością

CELE
1 Nowe firmy
  1.1 Strefa
  1.2 Szkolenia
2 Dobre usługi
  2.1 Żłobek

ZARZĄDZANIE
1 Koordynator
2 Zespół
)"),
            "0 strategic 1 | Nowe firmy | -\n1 operational 1.1 | Strefa | 0\n"
            "2 operational 1.2 | Szkolenia | 0\n3 strategic 2 | Dobre usługi | -\n"
            "4 operational 2.1 | Żłobek | 3\n");
  // Above one depth it says too little.
  EXPECT_EQ(goals_of("CELE\n1. Program służy mieszkańcom\n2. Program obowiązuje rok\n"), "");
}

TEST(GoalsOutline, AbbreviationsMeanWhatTheHeadingSays) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny:
Mniej emisji w gminie Lipki

Cele szczegółowe:
CS1: mniej zużytej energii,
CS2: czyste powietrze.

Nr   Nazwa działania                    Cel   Podmiot
D1   Ocieplenie szkoły w Borkach        CS1   Gmina
D2   Wymiana kotłów węglowych           CS2   Mieszkańcy

Monitoring
)"),
            "0 strategic | Mniej emisji w gminie Lipki | -\n1 specific CS1 | mniej zużytej energii | 0\n"
            "2 specific CS2 | czyste powietrze | 0\n3 action D1 | Ocieplenie szkoły w Borkach | 1\n"
            "4 action D2 | Wymiana kotłów węglowych | 2\n");
}

TEST(GoalsOutline, AChapterBehindRowsWithoutNumbers) {
  EXPECT_EQ(goals_of(R"(V. Cele programu

Cel szczegółowy 1:
Więcej rodzin zastępczych

Działania                         Realizatorzy      Termin
kampania w szkołach               PCPR              2021
grupa wsparcia                    PCPR              ciągły

VI. Limity
)"),
            "0 specific 1 | Więcej rodzin zastępczych | -\n1 action | kampania w szkołach | 0\n"
            "2 action | grupa wsparcia | 0\n");
}

TEST(GoalsOutline, TasksOfTheGoalInAParagraphOfTheAct) {
  EXPECT_EQ(goals_of(R"(§ 4. 1. Cel główny realizowany jest przez cele szczegółowe:
1) wiedza mieszkańców;
2) ochrona osób.

§ 5. Do zadań służących celowi, o którym mowa w § 4 ust. 1 pkt 2, należą:
1) punkt konsultacyjny;
2) schronienie.
)"),
            "0 specific 1 | wiedza mieszkańców | -\n1 specific 2 | ochrona osób | -\n"
            "2 action 1 | punkt konsultacyjny | 1\n3 action 2 | schronienie | 1\n");
}

TEST(GoalsOutline, PrioritiesOfAYearAndDutiesOfAParty) {
  EXPECT_EQ(goals_of(R"(§ 3. Głównym celem programu jest wspólna praca.
§ 4. Zasady
1) jawność.
§ 6. Do zadań priorytetowych w 2021 roku należą:
1) wypoczynek dzieci;
2) zajęcia sportowe.
)"),
            "0 main | wspólna praca | -\n1 action 1 | wypoczynek dzieci | 0\n"
            "2 action 2 | zajęcia sportowe | 0\n");
  EXPECT_EQ(goals_of(R"(§ 6. Celem Związku jest ochrona wód.
§ 7. Do zadań Związku należy:
1) monitoring jezior;
2) edukacja.
)"),
            "0 main | ochrona wód | -\n1 action 1 | monitoring jezior | 0\n2 action 2 | edukacja | 0\n");
  EXPECT_EQ(goals_of(R"(§ 1. Celami porozumienia są:
1) nowe linie autobusowe;
2) wspólny bilet.

§ 3. Zadania Miasta
Do zadań Miasta należy:
1) rozliczanie przewozów;
2) kontrola przewoźnika.
)"),
            "0 specific 1 | nowe linie autobusowe | -\n1 specific 2 | wspólny bilet | -\n");
}

TEST(GoalsOutline, WhatIsSaidBehindAWording) {
  EXPECT_EQ(goals_of("Celem głównym programu jest udział organizacji w życiu gminy – wyjaśniła inspektor.\n"),
            "0 main | udział organizacji w życiu gminy | -\n");
  EXPECT_EQ(goals_of(R"(Cel szczegółowy pierwszy – dobre wyniki nauczania – osiągniemy przez:
• zajęcia wyrównawcze,
• nowe pracownie.
)"),
            "0 specific | dobre wyniki nauczania | -\n1 action | zajęcia wyrównawcze | 0\n"
            "2 action | nowe pracownie | 0\n");
  EXPECT_EQ(goals_of(R"(Cel główny Strategii:
LIPKI – GMINA NAD WODĄ

który realizowany będzie poprzez następujące cele strategiczne:

C1 Nowe przystanie
C2 Czyste jeziora
)"),
            "0 main | LIPKI – GMINA NAD WODĄ | -\n1 strategic C1 | Nowe przystanie | 0\n"
            "2 strategic C2 | Czyste jeziora | 0\n");
}

TEST(GoalsOutline, GoalsNumberedInWordsWithinASentence) {
  EXPECT_EQ(goals_of(R"(Strategia współpracy powiatu toruńskiego

Współpraca ma jeden cel nadrzędny, jakim jest rozwój kompetencji mieszkańców.

Na cel nadrzędny składają się:
cel strategiczny pierwszy: wymiany młodzieży,
cel strategiczny drugi: kontakty firm.
)"),
            "0 main | rozwój kompetencji mieszkańców | -\n1 strategic | wymiany młodzieży | 0\n"
            "2 strategic | kontakty firm | 0\n");
}

TEST(GoalsOutline, NumbersWithLettersAndCodesWithColons) {
  EXPECT_EQ(goals_of(R"(Priorytet 1 „Jezioro dostępne”
1a Przystań w Lipkach
1b Plaża
Priorytet 2 „Las dostępny”
2a Ścieżka zdrowia
)"),
            "0 strategic 1 | Jezioro dostępne | -\n1 action 1a | Przystań w Lipkach | 0\n"
            "2 action 1b | Plaża | 0\n3 strategic 2 | Las dostępny | -\n4 action 2a | Ścieżka zdrowia | 3\n");
  EXPECT_EQ(goals_of(R"(Cel 1: Aktywni mieszkańcy
- K1.1: klub dla młodzieży
- K1.2: szkolenia

Cel 2: Nowe firmy
- K2.1: inkubator

Przedsięwzięcie nr 1: Przebudowa rynku
Cel: 2, Koszt: 3 mln zł
Przedsięwzięcie nr 2: Świetlica
Cel: 1, Koszt: 600 tys. zł
)"),
            "0 strategic 1 | Aktywni mieszkańcy | -\n1 action K1.1 | klub dla młodzieży | 0\n"
            "2 action K1.2 | szkolenia | 0\n3 strategic 2 | Nowe firmy | -\n4 action K2.1 | inkubator | 3\n"
            "5 action 1 | Przebudowa rynku | 3\n6 action 2 | Świetlica | 0\n");
}

TEST(GoalsOutline, LinesWithinACell) {
  EXPECT_EQ(goals_of(R"(|OBSZAR|CEL STRATEGICZNY|CELE OPERACYJNE|
|---|---|---|
|Ludzie|1. Zdrowi mieszkańcy|1.1. Przychodnia<br>1.2. Klub seniora|
|Praca|2. Nowe firmy|2.1. Targ<br/>2.2. Doradztwo|
)"),
            "0 strategic 1 | Zdrowi mieszkańcy | -\n1 operational 1.1 | Przychodnia | 0\n"
            "2 operational 1.2 | Klub seniora | 0\n3 strategic 2 | Nowe firmy | -\n"
            "4 operational 2.1 | Targ | 3\n5 operational 2.2 | Doradztwo | 3\n");
}

TEST(GoalsOutline, ADashEndsTheHeadingOfAList) {
  EXPECT_EQ(goals_of("Cele szczegółowe –\n* zdrowsze dzieci,\n* więcej sportu.\n"),
            "0 specific | zdrowsze dzieci | -\n1 specific | więcej sportu | -\n");
}

TEST(GoalsOutline, RelativeClausesInHeadingsOfLists) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1: Dobre życie
   Cele operacyjne, które do niego prowadzą, to:
   1.1. dostępne przedszkole
   1.2. opieka w domu
)"),
            "0 strategic 1 | Dobre życie | -\n1 operational 1.1 | dostępne przedszkole | 0\n"
            "2 operational 1.2 | opieka w domu | 0\n");
}

TEST(GoalsOutline, RowsWhoseHeadIsUnknown) {
  EXPECT_EQ(goals_of(R"(Cel 1. Dobre usługi
Kierunek | Zakres | Podmiot
1.1 | Opieka nad dziećmi | Gmina
1.2 | Pomoc w domu | GOPS
)"),
            "0 strategic 1 | Dobre usługi | -\n1 action 1.1 | Opieka nad dziećmi | 0\n"
            "2 action 1.2 | Pomoc w domu | 0\n");
}

TEST(GoalsOutline, LabelsInSmallLettersWithIndents) {
  EXPECT_EQ(goals_of(R"(cel strategiczny A
rozwój turystyki nad zalewem
    cel operacyjny A.1
    czyste brzegi
        działania: plaża, pomost
    cel operacyjny A.2
    promocja
)"),
            "0 strategic A | rozwój turystyki nad zalewem | -\n1 operational A.1 | czyste brzegi | 0\n"
            "2 action | plaża | 1\n3 action | pomost | 1\n4 operational A.2 | promocja | 0\n");
}

TEST(GoalsOutline, QuotationsWithCommas) {
  EXPECT_EQ(
      goals_of(
          "Strategia gminy Lipki\n\nCele strategiczne brzmią: „Szkoła, która uczy”, „Lekarz blisko” oraz "
          "„Prąd ze słońca”.\n"),
      "0 strategic | Szkoła, która uczy | -\n1 strategic | Lekarz blisko | -\n"
      "2 strategic | Prąd ze słońca | -\n");
}

TEST(GoalsOutline, QuestionsAsHeadings) {
  EXPECT_EQ(goals_of(R"(Co chcemy osiągnąć? (cele)
1. Bezpieczna droga do szkoły
2. Miejsce spotkań

Co zrobimy? (zadania)
do celu 1:
- chodnik
do celu 2:
- altana
)"),
            "0 strategic 1 | Bezpieczna droga do szkoły | -\n1 strategic 2 | Miejsce spotkań | -\n"
            "2 action | chodnik | 0\n3 action | altana | 1\n");
}

TEST(GoalsOutline, TasksOfTheProgrammeInAParagraphOfTheirOwn) {
  EXPECT_EQ(goals_of(R"(§ 1. Celem programu jest:
1) opieka nad zwierzętami,
2) mniej bezdomnych zwierząt.

§ 2. Zadaniami programu są:
1) odławianie,
2) szukanie właścicieli.
)"),
            "0 main 1 | opieka nad zwierzętami | -\n1 main 2 | mniej bezdomnych zwierząt | -\n"
            "2 action 1 | odławianie | 0\n3 action 2 | szukanie właścicieli | 0\n");
}

TEST(GoalsOutline, DigitsOfCodesReadAsLetters) {
  EXPECT_EQ(goals_of(R"(CELE STRATEGICZNE I OPERACYJNE

A. NOWE SZLAKI
Al. Szlaki wodne
A2. Szlaki piesze
B. WSPOLNA MARKA
BI. Promocja
)"),
            "0 strategic A | NOWE SZLAKI | -\n1 operational A1 | Szlaki wodne | 0\n"
            "2 operational A2 | Szlaki piesze | 0\n3 strategic B | WSPOLNA MARKA | -\n"
            "4 operational B1 | Promocja | 3\n");
}

TEST(GoalsOutline, WhatRecognitionMakesOfMarksAndNumerals) {
  EXPECT_EQ(goals_of("Nasze cele:\nv Zdrowie blisko domu\nv Praca dla każdego\n"),
            "0 specific | Zdrowie blisko domu | -\n1 specific | Praca dla każdego | -\n");
  EXPECT_EQ(
      goals_of("Cel pośredni I.1: Nowe miejsca pracy\nZadanie I.1.1: Strefa\nZadanie [.1.2: Ulgi\n"),
      "0 operational I.1 | Nowe miejsca pracy | -\n1 action I.1.1 | Strefa | 0\n2 action I.1.2 | Ulgi | 0\n");
  EXPECT_EQ(goals_of("cel operacyjny A.1\nczyste brzegi\ndziałania: plaża, pomost\n"),
            "0 operational A.1 | czyste brzegi | -\n1 action | plaża | 0\n2 action | pomost | 0\n");
}

TEST(GoalsOutline, DepthsOnOneLineWithoutStops) {
  EXPECT_EQ(goals_of(R"(Cel ogólny 1: Dobre życie
Cele szczegółowe: Przedsięwzięcia:
1.1 Nowe place 1.1.1 Plac zabaw w Lipkach
1.2 Wspólne zajęcia 1.2.1 Warsztaty
)"),
            "0 main 1 | Dobre życie | -\n1 specific 1.1 | Nowe place | 0\n"
            "2 action 1.1.1 | Plac zabaw w Lipkach | 1\n3 specific 1.2 | Wspólne zajęcia | 0\n"
            "4 action 1.2.1 | Warsztaty | 3\n");
}

TEST(GoalsOutline, AWrappedSentenceIsNoHeading) {
  EXPECT_EQ(goals_of("Cel nadrzędny strategii to spójny obszar. Wynikają z niego\ndwa cele strategiczne.\n\n"
                     "1. Zdrowie\n2. Praca\n"),
            "0 main | spójny obszar | -\n1 strategic 1 | Zdrowie | 0\n2 strategic 2 | Praca | 0\n");
}

TEST(GoalsOutline, OneGoalCounted) {
  EXPECT_EQ(goals_of(R"(Strategia wyznacza dwa cele strategiczne: Lipki zdrowe i Lipki zielone.

Lipki zdrowe

Do celu prowadzi jeden cel operacyjny: sprawny szpital.

Lipki zielone

Do celu prowadzą dwa cele operacyjne: park nad rzeką oraz czyste powietrze.
)"),
            "0 strategic | Lipki zdrowe | -\n1 strategic | Lipki zielone | -\n"
            "2 operational | sprawny szpital | 0\n3 operational | park nad rzeką | 1\n"
            "4 operational | czyste powietrze | 1\n");
}

TEST(GoalsOutline, NumbersBeforeLabelsAndFieldsThatComeAgain) {
  EXPECT_EQ(goals_of(R"(I filar – CZŁOWIEK
cel: zdrowe społeczeństwo
zadania: • żłobek • świetlice
II filar – NATURA
cel: czyste jeziora
zadania: • kanalizacja • edukacja
)"),
            "0 strategic | zdrowe społeczeństwo | -\n1 action | żłobek | 0\n2 action | świetlice | 0\n"
            "3 strategic | czyste jeziora | -\n4 action | kanalizacja | 3\n5 action | edukacja | 3\n");
  EXPECT_EQ(goals_of("I CEL STRATEGICZNY: Zdrowie\nII CEL STRATEGICZNY: Praca\n"),
            "0 strategic I | Zdrowie | -\n1 strategic II | Praca | -\n");
}

TEST(GoalsOutline, GoalsListedBelowAnArea) {
  EXPECT_EQ(goals_of(R"(Obszar strategiczny A: Infrastruktura
Cele: nowy wodociąg; dobre drogi.

Obszar strategiczny B: Społeczeństwo
Cele: przedszkola; opieka nad seniorami.
)"),
            "0 strategic | nowy wodociąg | -\n1 strategic | dobre drogi | -\n2 strategic | przedszkola | -\n"
            "3 strategic | opieka nad seniorami | -\n");
}

TEST(GoalsOutline, WhatPartiesShare) {
  EXPECT_EQ(goals_of("2. Wspólnymi celami Stron są:\n   a) nowe przystanie,\n   b) wspólna promocja.\n"
                     "3. Strony zobowiązują się do:\n   a) spotkań raz na kwartał.\n"),
            "0 specific a | nowe przystanie | -\n1 specific b | wspólna promocja | -\n");
}

TEST(GoalsOutline, TasksBehindTheNumbersOfWhatTheyServe) {
  EXPECT_EQ(goals_of(R"(II. CELE
Cele pierwszego rzędu:
I.   Powiat dostępny
II.  Powiat zdrowy

Cele drugiego rzędu:
I.1.   Dobre drogi
II.1.  Szpital bez długów

III. ZADANIA
I.1. — most w Lipkach; objazd
II.1. — nowy sprzęt

IV. FINANSE
I. Budżet powiatu
)"),
            "0 strategic I | Powiat dostępny | -\n1 strategic II | Powiat zdrowy | -\n"
            "2 operational I.1 | Dobre drogi | 0\n3 operational II.1 | Szpital bez długów | 1\n"
            "4 action | most w Lipkach | 2\n5 action | objazd | 2\n6 action | nowy sprzęt | 3\n");
  EXPECT_EQ(goals_of(R"(Cel strategiczny (CS) A. Wygodne życie
  Cele operacyjne (CO):
    CO A.1 - mieszkania
    CO A.2 - bus na telefon

Zadania:
A.1: remont dworca; zakup domów
A.2: umowa z przewoźnikiem

część III: budżet
A.1: 2 mln zł
)"),
            "0 strategic A | Wygodne życie | -\n1 operational CO A.1 | mieszkania | 0\n"
            "2 operational CO A.2 | bus na telefon | 0\n3 action | remont dworca | 1\n"
            "4 action | zakup domów | 1\n5 action | umowa z przewoźnikiem | 2\n");
}

TEST(GoalsOutline, ADrawnTree) {
  EXPECT_EQ(goals_of(R"(Cel nadrzędny: Dom blisko natury

    |
    +-- Cel strategiczny 1: Wspólne usługi
    |      +-- Działanie 1.1: żłobek
    |      +-- Działanie 1.2: bus
    |
    +-- Cel strategiczny 2: Wspólna przyroda
           +-- Działanie 2.1: szlak

Wskaźniki
Działanie 1.1: liczba miejsc – 60
)"),
            "0 main | Dom blisko natury | -\n1 strategic 1 | Wspólne usługi | 0\n2 action 1.1 | żłobek | 1\n"
            "3 action 1.2 | bus | 1\n4 strategic 2 | Wspólna przyroda | 0\n5 action 2.1 | szlak | 4\n");
}

TEST(GoalsOutline, BarsBehindNumbersAndQuestionsAboveWordings) {
  EXPECT_EQ(goals_of(R"(Jaki jest cel główny?

Śródmieście miejscem spotkań.

CEL SZCZEGÓŁOWY 1 | Otwarte lokale
Przedsięwzięcie 1: dotacje na czynsze

CEL SZCZEGÓŁOWY 2 | Zielony rynek
Przedsięwzięcie 2: nasadzenia
)"),
            "0 main | Śródmieście miejscem spotkań | -\n1 specific 1 | Otwarte lokale | 0\n"
            "2 action 1 | dotacje na czynsze | 1\n3 specific 2 | Zielony rynek | 0\n"
            "4 action 2 | nasadzenia | 3\n");
}

TEST(GoalsOutline, MeansBehindTheWordingOfAnItem) {
  EXPECT_EQ(
      goals_of(R"(Proponowane cele strategiczne i przypisane im działania:

(A) Rodzinna gmina: przedszkole; opieka po lekcjach.
(B) Bezpieczna gmina: oświetlenie; karetka.
)"),
      "0 strategic A | Rodzinna gmina | -\n1 action | przedszkole | 0\n2 action | opieka po lekcjach | 0\n"
      "3 strategic B | Bezpieczna gmina | -\n4 action | oświetlenie | 3\n5 action | karetka | 3\n");
}

TEST(GoalsOutline, AHyphenAgainIsNoRunningHead) {
  EXPECT_EQ(
      goals_of(R"(Cel strategiczny
Cele operacyjne

1. Rozwój infrastruktury
technicznej
1.1. Dobre drogi
1.2. Gospodarka wodno-
-ściekowa

2. Rozwój kapitału
ludzkiego
2.1. Nowe szkoły

Każdemu celowi operacyjnemu przypisano zadania.

Cel operacyjny 1.1. Dobre drogi
• most w Lipkach
)"),
      "0 strategic 1 | Rozwój infrastruktury technicznej | -\n1 operational 1.1 | Dobre drogi | 0\n"
      "2 operational 1.2 | Gospodarka wodno-ściekowa | 0\n3 strategic 2 | Rozwój kapitału ludzkiego | -\n"
      "4 operational 2.1 | Nowe szkoły | 3\n5 action | most w Lipkach | 1\n");
}

TEST(GoalsOutline, WordingsOfTwoWordsBehindTheirLabel) {
  EXPECT_EQ(
      goals_of("OBSZAR 1 PRACA\nCel strategiczny Konkurencyjne rolnictwo\nCele operacyjne\n1.1 Nowe targi\n"),
      "0 strategic | Konkurencyjne rolnictwo | -\n1 operational 1.1 | Nowe targi | 0\n");
}

TEST(GoalsOutline, AnAnswerIsAGoal) {
  EXPECT_EQ(goals_of(R"(Wyzwanie 1. Miasto się starzeje
Odpowiedź: Cel strategiczny I. Miasto przyjazne seniorom
Jak? Poprzez:
(a) mieszkania wspomagane
(b) tani żłobek
)"),
            "0 strategic I | Miasto przyjazne seniorom | -\n1 action a | mieszkania wspomagane | 0\n"
            "2 action b | tani żłobek | 0\n");
}

TEST(GoalsOutline, WhatAPolicyTakesForItsGoals) {
  EXPECT_EQ(goals_of(R"(§ 3
Za cele polityki mieszkaniowej uznaje się:
1) więcej mieszkań,
2) lepszy stan budynków.

§ 4
Cel, o którym mowa w § 3 pkt 2, będzie realizowany przez:
1) remonty dachów.
)"),
            "0 specific 1 | więcej mieszkań | -\n1 specific 2 | lepszy stan budynków | -\n"
            "2 action 1 | remonty dachów | 1\n");
}

TEST(GoalsOutline, AClauseWithADashAndTheLastAnd) {
  EXPECT_EQ(goals_of("Gminy zawarły partnerstwo. Głównym celem partnerstwa jest ochrona doliny, a celami "
                     "szczegółowymi – rozwój turystyki, promocja produktów i poprawa jakości wody.\n"),
            "0 main | ochrona doliny | -\n1 specific | rozwój turystyki | 0\n"
            "2 specific | promocja produktów | 0\n3 specific | poprawa jakości wody | 0\n");
  EXPECT_EQ(
      goals_of("Celem głównym strategii jest zdrowie. Celami szczegółowymi są nowe szkoły, remont dróg i "
               "chodników gminnych.\n"),
      "0 main | zdrowie | -\n1 specific | nowe szkoły | 0\n"
      "2 specific | remont dróg i chodników gminnych | 0\n");
}

TEST(GoalsOutline, OneColumnCalledWhateverItIs) {
  EXPECT_EQ(goals_of(R"(CELE STRATEGICZNE      CELE OPERACYJNE               PROGRAMY

I. Dostępność          1. Drogi asfaltowe            Program „Asfalt”
                       2. Internet                   Program „Sieć”
II. Aktywność          1. Koła gospodyń              Program „Razem”

MONITORING
)"),
            "0 strategic I | Dostępność | -\n1 operational 1 | Drogi asfaltowe | 0\n"
            "2 operational 2 | Internet | 0\n3 strategic II | Aktywność | -\n"
            "4 operational 1 | Koła gospodyń | 3\n");
}

TEST(GoalsOutline, CardsThatNameTheGoalBeforeTheTask) {
  EXPECT_EQ(goals_of(R"(Cele strategiczne:
a) nowoczesne mleczarstwo,
b) sprawne drogi.

Karta zadania nr 1
Cel: b
Zadanie: przebudowa drogi
Koszt: 7 mln zł
)"),
            "0 strategic a | nowoczesne mleczarstwo | -\n1 strategic b | sprawne drogi | -\n"
            "2 action 1 | przebudowa drogi | 1\n");
}

TEST(GoalsOutline, AnotherListThatBeginsAnew) {
  EXPECT_EQ(goals_of(R"(Cele operacyjne:

I. Wspólne usługi
   Działania:
   1. wspólne przetargi.

Zespół do spraw współpracy:
1. przedstawiciel miasta,
2. przedstawiciele gmin.
)"),
            "0 operational I | Wspólne usługi | -\n1 action 1 | wspólne przetargi | 0\n");
}

TEST(GoalsOutline, ATextWithoutCapitalsIsNotWrapped) {
  EXPECT_EQ(goals_of(R"(strategia gminy lipki

cel główny - gmina samowystarczalna

cele szczegółowe:

- panele na dachach

- biogazownia

- doradztwo

źródła pieniędzy:

- budżet

- kredyt
)"),
            "0 main | gmina samowystarczalna | -\n1 specific | panele na dachach | 0\n"
            "2 specific | biogazownia | 0\n3 specific | doradztwo | 0\n");
}

TEST(GoalsOutline, TwoPlacesOnTwoLines) {
  EXPECT_EQ(goals_of("1.1. Cel operacyjny: Droga z Lipek do Borek-\n-Zdroju\n"
                     "1.2. Cel operacyjny: Mosty;\n"),
            "0 operational 1.1 | Droga z Lipek do Borek-Zdroju | -\n1 operational 1.2 | Mosty | -\n");
}

TEST(GoalsOutline, HeadingsThatNameWhatTheirGoalsServe) {
  EXPECT_EQ(goals_of(R"(Priorytet 1. MIASTO DOSTĘPNE
Cele szczegółowe priorytetu 1:
C1.1. Sprawne autobusy
C1.2. Miasto bez barier
Priorytet 2. MIASTO ZIELONE
)"),
            "0 strategic 1 | MIASTO DOSTĘPNE | -\n1 specific C1.1 | Sprawne autobusy | 0\n"
            "2 specific C1.2 | Miasto bez barier | 0\n3 strategic 2 | MIASTO ZIELONE | -\n");
}

TEST(GoalsOutline, NumberedLabelsInSmallLetters) {
  EXPECT_EQ(goals_of(R"(Cel 1
Dostęp do boisk
zadanie 1 – boisko w Lipkach
zadanie 2 – pływalnia
)"),
            "0 strategic 1 | Dostęp do boisk | -\n1 action 1 | boisko w Lipkach | 0\n"
            "2 action 2 | pływalnia | 0\n");
}

TEST(GoalsOutline, WhatIsSaidOfAKnownOne) {
  EXPECT_EQ(
      goals_of("Radni przyjęli trzy cele strategiczne: czysta woda, praca na miejscu i dobra szkoła. Trzeci "
               "cel to przede wszystkim remont budynku.\n"),
      "0 strategic | czysta woda | -\n1 strategic | praca na miejscu | -\n2 strategic | dobra szkoła | -\n");
}

TEST(GoalsOutline, WhatAPageUnfoldsAndLettersSetApart) {
  EXPECT_EQ(goals_of(R"([–] CEL STRATEGICZNY A  Miasto pełne pracy
    A1  Nowa strefa przy obwodnicy
    A2  Szkoły bliżej firm

[–] CEL STRATEGICZNY B  Miasto dla rodzin
    B1  Żłobek w każdej dzielnicy
)"),
            "0 strategic A | Miasto pełne pracy | -\n1 operational A1 | Nowa strefa przy obwodnicy | 0\n"
            "2 operational A2 | Szkoły bliżej firm | 0\n3 strategic B | Miasto dla rodzin | -\n"
            "4 operational B1 | Żłobek w każdej dzielnicy | 3\n");
}

TEST(GoalsOutline, ALineThatComesAgainBelowEachGoal) {
  EXPECT_EQ(goals_of(R"(CEL STRATEGICZNY 1.  Praca w gminie

  1.1 Tereny dla firm
      co zrobimy:
      1.1.1 uzbrojenie gruntów (2027)
      1.1.2 lokale na wynajem (zadanie ciągłe)

  1.2 Mniej suszy
      co zrobimy:
      1.2.1 nowe zastawki (2029)
)"),
            "0 strategic 1 | Praca w gminie | -\n1 operational 1.1 | Tereny dla firm | 0\n"
            "2 action 1.1.1 | uzbrojenie gruntów | 1\n3 action 1.1.2 | lokale na wynajem | 1\n"
            "4 operational 1.2 | Mniej suszy | 0\n5 action 1.2.1 | nowe zastawki | 4\n");
}

TEST(GoalsOutline, CodesOfTheAreaOfAGoalWithoutANumber) {
  EXPECT_EQ(goals_of(R"(OBSZAR A. MIESZKAŃCY
Cel strategiczny: Dobre życie w mieście
A1. Nowoczesne szkoły
A2. Zdrowie bez kolejek

OBSZAR B. GOSPODARKA
Cel strategiczny: Silne firmy
B1. Tereny pod zakłady
)"),
            "0 strategic | Dobre życie w mieście | -\n1 operational A1 | Nowoczesne szkoły | 0\n"
            "2 operational A2 | Zdrowie bez kolejek | 0\n3 strategic | Silne firmy | -\n"
            "4 operational B1 | Tereny pod zakłady | 3\n");
}

TEST(GoalsOutline, TheLevelThatASentenceOfMeansNames) {
  EXPECT_EQ(goals_of(R"(Celem strategicznym jest znana marka gminy.

Osiągnięciu celu strategicznego służą następujące cele operacyjne:

1) więcej turystów;
2) oferta dla firm.
)"),
            "0 strategic | znana marka gminy | -\n1 operational 1 | więcej turystów | 0\n"
            "2 operational 2 | oferta dla firm | 0\n");
}

TEST(GoalsOutline, APriorityBetweenTablesOfTabs) {
  EXPECT_EQ(goals_of("Priorytet I\tPowiat zdrowy\n\nCel operacyjny\tZadania\nI.1 Rozwój szpitala\t- nowy "
                     "blok\n\t- poradnia\n\nPriorytet II\tPowiat uczący się\n\nCel operacyjny\tZadania\n"
                     "II.1 Szkoły bliżej firm\t- nowe kierunki\n"),
            "0 strategic I | Powiat zdrowy | -\n1 operational I.1 | Rozwój szpitala | 0\n"
            "2 action | nowy blok | 1\n3 action | poradnia | 1\n4 strategic II | Powiat uczący się | -\n"
            "5 operational II.1 | Szkoły bliżej firm | 4\n6 action | nowe kierunki | 5\n");
}

TEST(GoalsOutline, TheOneGeneralGoalAndOneThatIsAnnounced) {
  EXPECT_EQ(goals_of("CG. Miasto dobrego startu\n\nCS1. Dobra praca\nCO1.1. Nowa strefa\n"),
            "0 main CG | Miasto dobrego startu | -\n1 strategic CS1 | Dobra praca | 0\n"
            "2 operational CO1.1 | Nowa strefa | 1\n");
  EXPECT_EQ(goals_of("W wyniku analizy przyjęto następujący cel główny:\n\nPowiat dobrze skomunikowany\n\n"
                     "Cel strategiczny I. Drogi\n"),
            "0 main | Powiat dobrze skomunikowany | -\n1 strategic I | Drogi | 0\n");
}

TEST(GoalsOutline, CaptionsAboveTablesWhoseNumbersRunOn) {
  EXPECT_EQ(goals_of(R"(Tabela 7. Cel strategiczny 1: Silna rodzina

Cel operacyjny
Działanie
Realizatorzy
Wskaźnik

1.1. Zapobieganie
kryzysom

1. Asystent rodziny
GOPS
liczba rodzin
2. Grupa wsparcia
GOPS
liczba spotkań

Tabela 8. Cel strategiczny 2: Godna starość

Cel operacyjny
Działanie
Realizatorzy
Wskaźnik

2.1. Usługi
opiekuńcze

3. Opieka sąsiedzka
GOPS
liczba osób
)"),
            "0 strategic 1 | Silna rodzina | -\n1 operational 1.1 | Zapobieganie kryzysom | 0\n"
            "2 action 1 | Asystent rodziny | 1\n3 action 2 | Grupa wsparcia | 1\n"
            "4 strategic 2 | Godna starość | -\n5 operational 2.1 | Usługi opiekuńcze | 4\n"
            "6 action 3 | Opieka sąsiedzka | 5\n");
}

TEST(GoalsOutline, HeadingsAtAParagraphsEndAndClausesOfMeans) {
  EXPECT_EQ(
      goals_of("Cel strategiczny I. Nowoczesna edukacja\n\nAd. I. Nowoczesna edukacja\n\nPowiat prowadzi "
               "osiem szkół, w tym jedną w Lipkach. Zadania:\n - nowe warsztaty;\n - klasy patronackie.\n"),
      "0 strategic I | Nowoczesna edukacja | -\n1 action | nowe warsztaty | 0\n"
      "2 action | klasy patronackie | 0\n");
  EXPECT_EQ(goals_of("Cele szczegółowe:\n1) wolontariat;\n2) lepsze warunki organizacji, realizowane przez:\n"
                     "   a) nowe lokale.\n"),
            "0 specific 1 | wolontariat | -\n1 specific 2 | lepsze warunki organizacji | -\n"
            "2 action a | nowe lokale | 1\n");
}

// A presentation: a heading a page, codes behind bullets, a wording wrapped in capitals.
TEST(GoalsOutline, SlidesWithCodesBehindBullets) {
  EXPECT_EQ(goals_of(R"(Strategia Rozwoju Gminy Lipki

Slajd 1

Cel główny

LIPKI – GMINA I LASY,
KTÓRE ŻYJĄ RAZEM

Slajd 2

Cel strategiczny I

Zdrowie na co dzień

➢ CO I.1 Lekarz na miejscu
➢ CO I.2 Szlak spacerowy z ławkami
    (Lipki – Borek)

CO – cel operacyjny

Slajd 3

Cel strategiczny II

Praca bliżej domu

➢ CO II.1 Nowa strefa
)"),
            "0 main | LIPKI – GMINA I LASY, KTÓRE ŻYJĄ RAZEM | -\n1 strategic I | Zdrowie na co dzień | 0\n"
            "2 operational CO I.1 | Lekarz na miejscu | 1\n"
            "3 operational CO I.2 | Szlak spacerowy z ławkami (Lipki – Borek) | 1\n"
            "4 strategic II | Praca bliżej domu | 0\n5 operational CO II.1 | Nowa strefa | 4\n");
}

TEST(GoalsOutline, WhoeverCarriesItOutInBracketsBelow) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny: Czyste powietrze w powiecie
Kierunek interwencji: Mniej dymu
Zadania:
– nowe okna w szkołach
(Powiat Lipnicki)
– dopłaty do kotłów
(gminy)
– telefon interwencyjny
)"),
            "0 strategic | Czyste powietrze w powiecie | -\n1 action | Mniej dymu | 0\n"
            "2 action | nowe okna w szkołach | 1\n3 action | dopłaty do kotłów | 1\n"
            "4 action | telefon interwencyjny | 1\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
