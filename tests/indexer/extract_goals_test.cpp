#include "indexer/extract/goals.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "core/data_folder.h"
#include "core/kinds.h"
#include "tests/indexer/extract_source.h"

namespace szukajst::indexer::extract {
namespace {

const GoalRules& rules() {
  static const GoalRules loaded = *GoalRules::load(core::data_folder() / "extract");
  return loaded;
}

// A goal a line: "index level number | text | parent".
std::string goals_of(const std::string& text) {
  const TestSource source(text);
  std::string printed;
  int index = 0;
  for (const core::Goal& goal : extract_goals(source.source(), rules())) {
    printed += std::to_string(index++) + " " + std::string(core::name(goal.level));
    if (!goal.number.empty()) printed += " " + goal.number;
    printed += " | " + goal.text + " | " + (goal.parent ? std::to_string(*goal.parent) : "-") + "\n";
  }
  return printed;
}

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
  EXPECT_EQ(goals_of(R"(§ 1. Ilekroć w Programie jest mowa o:
1) ustawie – rozumie się przez to ustawę;
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
  EXPECT_EQ(goals_of(R"(Cele strategiczne i działania

• Zdrowi mieszkańcy
   o przychodnia w każdej
   części gminy
   o basen
• Dobre drogi
   o remont mostu
)"),
            "0 strategic | Zdrowi mieszkańcy | -\n"
            "1 action | przychodnia w każdej części gminy | 0\n"
            "2 action | basen | 0\n"
            "3 strategic | Dobre drogi | -\n"
            "4 action | remont mostu | 3\n");
}

TEST(Goals, DamagedBulletsAndNumbers) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny l:

Dobre stosunki z gminami, które
leżą w powiecie..
Cele szczególowe:

e Promocja powiatu.
e Wspieranie dziatań wspólnych w gminie i w Powiecie

Lipowskim.

Urząd realizuje cele szczegółowe.
e Ewaluacja nastąpi później.
)"),
            "0 strategic 1 | Dobre stosunki z gminami, które leżą w powiecie | -\n"
            "1 specific | Promocja powiatu | 0\n"
            "2 specific | Wspieranie dziatań wspólnych w gminie i w Powiecie Lipowskim | 0\n");
}

TEST(Goals, MatrixOfCellsOnLines) {
  EXPECT_EQ(goals_of(R"(5.3. Matryca celów

Cel strategiczny
Cel operacyjny
Działanie
Termin

1. Pogodni
i ciekawi
sąsiedzi

1.1. Dobre szkoły

1.1.1. Nowe pracownie
2023
1.1.2. Zajęcia
dodatkowe
zadanie ciągłe

Cel strategiczny
Cel operacyjny
Działanie
Termin

2. Czyste jeziora

2.1. Sanitacja

2.1.1. Oczyszczalnia w Brzozach
2024–2026

5.4. Ramy finansowe
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
            "3 action | Kurs pierwszej pomocy | 0\n"
            "4 action | Badania profilaktyczne | 0\n");
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
1. Wstęp 3
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

Cele operacyjne wyznaczają kierunki działań.
Cele szczegółowe można doprecyzować później.
Mocne strony:
- kadra.
Cel: zero plastiku! Przyłącz się.
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
  const auto goals = extract_goals(source.source(), rules());
  ASSERT_EQ(goals.size(), 1U);
  EXPECT_EQ(goals[0].page, 2);
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

}  // namespace
}  // namespace szukajst::indexer::extract
