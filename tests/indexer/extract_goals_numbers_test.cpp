// Goals told by their numbers, letters, codes and signs.
#include <gtest/gtest.h>

#include "tests/indexer/extract_goals.h"

namespace szukajst::indexer::extract {
namespace {

TEST(GoalsByNumber, LabelsWithRomanNumbersAndDashes) {
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

TEST(GoalsByNumber, NestedBullets) {
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

TEST(GoalsByNumber, DamagedBulletsAndNumbers) {
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

TEST(GoalsByNumber, LettersBelowAGoalAreItsActions) {
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

TEST(GoalsByNumber, LabelNumberAndWordingEachOnALine) {
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

TEST(GoalsByNumber, CapitalLettersNumberGoals) {
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

TEST(GoalsByNumber, CodesOfOneLetter) {
  EXPECT_EQ(goals_of("C.1 Zeroemisyjne autobusy\nC.1.1 Zajezdnia z ładowarkami\nC.2 Ruch pieszy\n"),
            "0 strategic C.1 | Zeroemisyjne autobusy | -\n"
            "1 operational C.1.1 | Zajezdnia z ładowarkami | 0\n"
            "2 strategic C.2 | Ruch pieszy | -\n");
}

TEST(GoalsByNumber, OrdinalsNumberGoals) {
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

TEST(GoalsByNumber, CodesOfWhatTheyServe) {
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

TEST(GoalsByNumber, LetterBeforeALabelIsItsNumber) {
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

TEST(GoalsByNumber, LetterOfAKindBeforeTheNumberOfWhatItServes) {
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

TEST(GoalsByNumber, CardsNumberTheGoalNamedBelow) {
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

TEST(GoalsByNumber, BulletsBelowAGoalAreActions) {
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

TEST(GoalsByNumber, OrdinalsBehindTheirNoun) {
  EXPECT_EQ(goals_of("Celem pierwszym jest integracja mieszkańców. Celem drugim jest ożywienie handlu.\n\n"
                     "Do celu drugiego przyporządkowano przedsięwzięcie: targowisko miejskie.\n"),
            "0 strategic | integracja mieszkańców | -\n"
            "1 strategic | ożywienie handlu | -\n"
            "2 action | targowisko miejskie | 1\n");
}

TEST(GoalsByNumber, NumbersBeforeAStroke) {
  EXPECT_EQ(
      goals_of("CEL I – LEPSZE DROGI\nZadania:\n1/ droga do szkoły,\n2/ chodnik.\n\nGDZIE NAS ZNAJDZIESZ?\n"
               "Urząd Gminy, pokój nr 7\n"),
      "0 strategic I | LEPSZE DROGI | -\n"
      "1 action 1 | droga do szkoły | 0\n"
      "2 action 2 | chodnik | 0\n");
}

TEST(GoalsByNumber, CodesBeforeSmallLetters) {
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

TEST(GoalsByNumber, CodesWhoseDigitWasReadAsALetter) {
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

TEST(GoalsByNumber, NumbersWithoutStops) {
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

TEST(GoalsByNumber, NumbersAloneNameGoalsThatStandElsewhere) {
  EXPECT_EQ(goals_of(R"(Cel strategiczny 1: Zdrowie
Cel operacyjny 1.1: Poradnia

Zestawienie
Cel strategiczny 1: Zdrowie
Cele operacyjne: 1.1, 1.2
)"),
            "0 strategic 1 | Zdrowie | -\n"
            "1 operational 1.1 | Poradnia | 0\n");
}

TEST(GoalsByNumber, NumbersOfOneShapeAreOfOneLevel) {
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

TEST(GoalsByNumber, LettersBeforeDecimalNumbersAndLinesMissingInASeries) {
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

TEST(GoalsByNumber, RunningHeadsWithAPageNumberBetweenAnActionAndItsDetails) {
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

TEST(GoalsByNumber, HolesInASeriesAreFilledWhereItStandsAgain) {
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

TEST(GoalsByNumber, SignsOfHeadingsAndCodesOnALetter) {
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

TEST(GoalsByNumber, WhatIsSaidBehindANumberedGoalIsNoOtherGoal) {
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

TEST(GoalsByNumber, ANumberThatGoesOnAnotherIsOfALowerLevel) {
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

TEST(GoalsByNumber, TasksWithoutNumbersBelowWhatTheyServe) {
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

TEST(GoalsByNumber, TasksWithoutNumbersBelowADecimal) {
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

TEST(GoalsByNumber, RomanNumbersWhoseStrokesWereTakenForDigits) {
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

TEST(GoalsByNumber, NumbersSetApartByADash) {
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

TEST(GoalsByNumber, DecimalsBelowGoalsThatBearNoNumber) {
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

TEST(GoalsByNumber, ALetterAndANumberGoOnFromTheLettersBefore) {
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

TEST(GoalsByNumber, APagesNumberBeforeALabel) {
  EXPECT_EQ(
      goals_of("3 CEL GENERALNY: Gmina Lipki przyjazna rybakom\n\nCel strategiczny I. Czyste jeziora\n"),
      "0 main | Gmina Lipki przyjazna rybakom | -\n1 strategic I | Czyste jeziora | 0\n");
}

TEST(GoalsByNumber, TasksBehindTheNumberOfTheGoalTheyServe) {
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

}  // namespace
}  // namespace szukajst::indexer::extract
