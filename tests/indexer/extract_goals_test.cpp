// Labels of goals, and all that the other files of tests of goals do not ask.
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

TEST(Goals, StrategicGoalsBelowPriorities) {
  EXPECT_EQ(goals_of("PRIORYTET 1. CZŁOWIEK\nCel strategiczny 1.1. Dobra szkoła\n"),
            "0 strategic 1 | CZŁOWIEK | -\n"
            "1 strategic 1.1 | Dobra szkoła | 0\n");
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

TEST(Goals, PageThatIsOneLine) {
  EXPECT_EQ(
      goals_of("3 3 2. Cele Cel główny: Dolina, w której żyje się wygodnie. Cel strategiczny 1. Sprawny "
               "transport i czyste powietrze Kierunki działań: 1.1 wspólny bilet 1.2 trasa rowerowa\n"),
      "0 main | Dolina, w której żyje się wygodnie | -\n"
      "1 strategic 1 | Sprawny transport i czyste powietrze | 0\n"
      "2 action 1.1 | wspólny bilet | 1\n"
      "3 action 1.2 | trasa rowerowa | 1\n");
}

TEST(Goals, HeadingWithoutColonAboveUnmarkedGoals) {
  EXPECT_EQ(goals_of(R"(CELE STRATEGICZNE

Wzrost aktywności fizycznej mieszkańców
Nowoczesna baza sportowa
)"),
            "0 strategic | Wzrost aktywności fizycznej mieszkańców | -\n"
            "1 strategic | Nowoczesna baza sportowa | -\n");
}

TEST(Goals, SlogansAndQuestions) {
  EXPECT_EQ(goals_of("Jakie są cele szczegółowe?\n1. Ożywienie rynku\n2. Remont kamienic\n"),
            "0 specific 1 | Ożywienie rynku | -\n1 specific 2 | Remont kamienic | -\n");
  EXPECT_EQ(goals_of("Cel 1: Gmina dostępna dla wszystkich (hasło: „Wszędzie blisko”)\n"),
            "0 strategic 1 | Gmina dostępna dla wszystkich | -\n");
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

TEST(Goals, FieldsAreNoPartOfTheWordingAbove) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1: Zdrowi mieszkańcy gminy, którzy mają dokąd pójść i kogo zapytać
Opracowanie redakcyjne: zespół urzędu, który pracował nad tym dokumentem przez cały rok, a także
przez następny
)"),
            "0 strategic 1 | Zdrowi mieszkańcy gminy, którzy mają dokąd pójść i kogo zapytać | -\n");
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

TEST(Goals, TheLastItemsConjunctionIsNoPartOfIt) {
  EXPECT_EQ(goals_of("Strategia powiatu\n\nJej priorytety to:\n– zdrowe lasy,\n– oraz czyste jeziora.\n"),
            "0 strategic | zdrowe lasy | -\n1 strategic | czyste jeziora | -\n");
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
