#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "indexer/extract/phrase_list.h"
#include "indexer/extract/table.h"
#include "tests/indexer/extract_head.h"

namespace szukajst::indexer::extract {
namespace {

using core::DocumentKind;

TEST(TitleKindDates, Strategy) {
  expect(R"(Urząd Gminy Brzozówka

Strategia Rozwoju
Gminy Brzozówka
na lata 2021–2030

Brzozówka, maj 2021

1. Wprowadzenie
Strategia jest dokumentem, który wyznacza kierunki rozwoju gminy na najbliższe lata. Powstała ona przy
udziale mieszkańców. Zastępuje ona poprzedni plan, uchwalony dnia 12 maja 2014 r.
)",
         {"Strategia Rozwoju Gminy Brzozówka na lata 2021–2030", DocumentKind::strategy, "", "2021-2030"});
}

TEST(TitleKindDates, StrategyAdoptedByResolution) {
  expect(R"(Załącznik do uchwały Nr VII/51/2024
Rady Powiatu Leśnego
z dnia 14 listopada 2024 r.

STRATEGIA ROZWOJU POWIATU LEŚNEGO

DO ROKU 2035
(streszczenie)
)",
         {"STRATEGIA ROZWOJU POWIATU LEŚNEGO DO ROKU 2035", DocumentKind::strategy, "2024-11-14", "-2035"});
}

TEST(TitleKindDates, StrategyOnAWebPage) {
  expect(R"(Cele strategiczne | www.lipniki.example.pl

Rozwój

Cele strategiczne

Cele strategiczne Lipnik wynikają z wizji miasta do 2032 roku. Mówią, co i kiedy ma się w nim zmienić.
)",
         {"Cele strategiczne", DocumentKind::strategy, "", "-2032"});
}

TEST(TitleKindDates, YearlyProgramme) {
  expect(R"(WIELOLETNI PROGRAM WSPÓŁPRACY
POWIATU SOWIŃSKIEGO
Z ORGANIZACJAMI POZARZĄDOWYMI
NA 2025 ROK

Uchwalony przez Radę Powiatu w dniu 27 listopada 2024 r.

§ 1. Program obowiązuje od 1 stycznia 2025 r.
)",
         {"WIELOLETNI PROGRAM WSPÓŁPRACY POWIATU SOWIŃSKIEGO Z ORGANIZACJAMI POZARZĄDOWYMI NA 2025 ROK",
          DocumentKind::programme, "2024-11-27", "2025-2025"});
}

TEST(TitleKindDates, Resolution) {
  expect(
      R"(Biuletyn Informacji Publicznej
Uchwały Rady

UCHWAŁA NR XX/150/2020
RADY GMINY OLSZANKA
z dnia 30 listopada 2020 r.

w sprawie uchwalenia Rocznego Programu Współpracy Gminy Olszanka z Organizacjami
Pozarządowymi na 2021 rok

Na podstawie art. 5a ustawy z dnia 24 kwietnia 2003 r. uchwala się, co następuje:
§ 1. Traci moc uchwała z dnia 8 maja 2012 r.
)",
      {"UCHWAŁA NR XX/150/2020 RADY GMINY OLSZANKA z dnia 30 listopada 2020 r. w sprawie uchwalenia Rocznego "
       "Programu Współpracy Gminy Olszanka z Organizacjami Pozarządowymi na 2021 rok",
       DocumentKind::resolution, "2020-11-30", "2021-2021"});
}

TEST(TitleKindDates, DraftOfAResolution) {
  expect(R"(Projekt
z dnia 11 czerwca 2021 r.

UCHWAŁA NR ..........
RADY MIEJSKIEJ W LIPNIKACH
z dnia .......... 2021 r.

w sprawie zamiaru nabycia gruntów pod szkołę

Na podstawie art. 18 ust. 2 ustawy z dnia 8 marca 1990 r. uchwala się, co następuje:
)",
         {"UCHWAŁA NR .......... RADY MIEJSKIEJ W LIPNIKACH z dnia .......... 2021 r. w sprawie zamiaru "
          "nabycia gruntów pod szkołę",
          DocumentKind::resolution, "2021-06-11", ""});
}

TEST(TitleKindDates, Minutes) {
  expect(R"(PROTOKÓŁ NR 14/16
Z POSIEDZENIA ZARZĄDU POWIATU LIPOWSKIEGO
Z DNIA 28 WRZEŚNIA 2016 R.

Starosta otworzył posiedzenie. Przyjęto protokół z dnia 14 września 2016 r. bez uwag.
)",
         {"PROTOKÓŁ NR 14/16 Z POSIEDZENIA ZARZĄDU POWIATU LIPOWSKIEGO Z DNIA 28 WRZEŚNIA 2016 R.",
          DocumentKind::minutes, "2016-09-28", ""});
}

TEST(TitleKindDates, MinutesUnderAHeadingOfOneWord) {
  expect(R"(Protokół
z sesji zwyczajnej Rady Powiatu Leśnego
z dnia 25 marca 2021 roku

Sesja odbyła się w trybie zdalnym. Obecnych 17 radnych.
)",
         {"Protokół z sesji zwyczajnej Rady Powiatu Leśnego z dnia 25 marca 2021 roku", DocumentKind::minutes,
          "2021-03-25", ""});
}

TEST(TitleKindDates, OrdersAreActsAndListsAreOther) {
  expect(R"(Zarządzenie Nr 45/2022
Wójta Gminy Olszanka
z dnia 10 maja 2022 r.
w sprawie powołania zespołu

Na podstawie art. 30 ust. 1 ustawy z dnia 8 marca 1990 r. zarządzam, co następuje:
)",
         {"Zarządzenie Nr 45/2022 Wójta Gminy Olszanka z dnia 10 maja 2022 r. w sprawie powołania zespołu",
          DocumentKind::resolution, "2022-05-10", ""});
  expect("Telefony\n\nUrząd Gminy Wola\nul. Polna 1\ntel. 22 000 00 00\n",
         {"Telefony", DocumentKind::other, "", ""});
}

TEST(TitleKindDates, HeadsOfSpacedLetters) {
  expect(R"(U C H W A Ł A  Nr IX/61/2019
Rady Gminy Borzęcin
z dnia 3 marca 2019 r.
w sprawie zmiany statutu

Na podstawie art. 18 ust. 2 ustawy z dnia 8 marca 1990 r. uchwala się, co następuje:
)",
         {"UCHWAŁA Nr IX/61/2019 Rady Gminy Borzęcin z dnia 3 marca 2019 r. w sprawie zmiany statutu",
          DocumentKind::resolution, "2019-03-03", ""});
}

TEST(Title, GoesOnBelowAnEmptyLineAndEndsBeforeTheSite) {
  expect(R"(Umowa w sprawie wspólnego utrzymania

drogi rowerowej „Nad Strugą”

W dniu 3 sierpnia 2020 r. w Zarzeczu pomiędzy Gminą Zawada a Gminą Wola zawarto umowę o treści:
)",
         {"Umowa w sprawie wspólnego utrzymania drogi rowerowej „Nad Strugą”", DocumentKind::partnership,
          "2020-08-03", ""});
  expect(R"(Strategia Rozwoju Gminy Zawada do roku 2030 - Urząd Gminy Zawada

Gmina leży nad Strugą. Jej mieszkańcy pracują w rolnictwie i w dwóch tartakach.
)",
         {"Strategia Rozwoju Gminy Zawada do roku 2030", DocumentKind::strategy, "", "-2030"});
}

TEST(Title, StandsAboveACardOfManyLines) {
  const std::string text = R"(Skrzynka z pomysłami
Pomysł na czerwiec 2020

WYPOŻYCZALNIA NAMIOTÓW I ŁODZI

Gmina: Zawada
Powiat: leśny
Rok wdrożenia: 2019
Koszt: 12 000 zł
Osoba do kontaktu: Ewa Turek
Opis: Namioty pożycza dom kultury.
)";
  expect(text, {"WYPOŻYCZALNIA NAMIOTÓW I ŁODZI", DocumentKind::practice, "", ""});
}

TEST(TitleKindDates, Notice) {
  expect(R"(OBWIESZCZENIE
WÓJTA GMINY WIERZBNIK
z dnia 3 marca 2021 r.
o wyłożeniu do publicznego wglądu projektu planu miejscowego

Na podstawie art. 17 ustawy z dnia 27 marca 2003 r. zawiadamiam o wyłożeniu od 15 marca 2021 r.
)",
         {"OBWIESZCZENIE WÓJTA GMINY WIERZBNIK z dnia 3 marca 2021 r. o wyłożeniu do publicznego wglądu "
          "projektu "
          "planu miejscowego",
          DocumentKind::notice, "2021-03-03", ""});
}

TEST(TitleKindDates, LetterOfIntent) {
  expect(R"(LIST INTENCYJNY
w sprawie utworzenia Partnerstwa „Dolina Brdy”
zawarty w dniu 5 maja 2021 r. w Kamionce pomiędzy:
Gminą Kamionka, reprezentowaną przez Wójta Jana Kosa,
a Powiatem Brdowskim.

§ 2. List wchodzi w życie z dniem 1 czerwca 2021 r.
)",
         {"LIST INTENCYJNY w sprawie utworzenia Partnerstwa „Dolina Brdy”", DocumentKind::partnership,
          "2021-05-05", ""});
}

TEST(TitleKindDates, ArticleAboutAPartnership) {
  expect(R"(Cztery gminy, jeden autobus. Powstał związek międzygminny

Lipniki, 4 IX 2018 r.

Przedstawiciele czterech gmin podpisali wczoraj statut Związku Międzygminnego „Wspólna Droga”. Do związku
przystąpiły gminy Lipniki, Borki i Modrzewie, a porozumienie obowiązuje od 1 stycznia 2019 r.
)",
         {"Cztery gminy, jeden autobus. Powstał związek międzygminny", DocumentKind::partnership,
          "2018-09-04", ""});
}

TEST(TitleKindDates, NewsAreDatedByTheirEvent) {
  expect(R"(Powiat Lipowski
Aktualności    Kontakt
Wtorek 14 Maja 2019
Opublikowano: 12.05.2019

Drogowcy podsumowali sezon

W piątek, 10 maja 2019 r., w starostwie odbyła się konferencja poświęcona drogom. Wzięło w niej udział
trzydziestu samorządowców z całego powiatu.

Następne spotkanie zaplanowano na 20 czerwca 2019 r.
)",
         {"Drogowcy podsumowali sezon", DocumentKind::news, "2019-05-10", ""});
}

TEST(TitleKindDates, NewsAreDatedByPublishingOtherwise) {
  expect(R"(Gmina Sosnówka

Nowy plac zabaw w Sosnówce
Dodano: 12 lipca 2020 r.

Dzieci z Sosnówki mają nowy plac zabaw. Kosztował 120 tys. zł, z czego połowę dała gmina. Zgłoszenia do
30 sierpnia 2020 r. przyjmuje urząd.

Czytaj także
Sesja Rady Gminy odbyła się 30 lipca 2020 r.
)",
         {"Nowy plac zabaw w Sosnówce", DocumentKind::news, "2020-07-12", ""});
}

TEST(TitleKindDates, YearsAloneAndFurnitureAreNoDates) {
  expect(R"(Rajd po gminie

Finał zawodów rozegrano 9 października br. przy remizie, a w 2016 roku były jeszcze dwa takie rajdy.

Ostatnia modyfikacja: 2018-05-07 13:52
)",
         {"Rajd po gminie", DocumentKind::news, "", ""});
}

TEST(TitleKindDates, StrategiesThatAreNotCalledSo) {
  expect(R"(Miasto Brzostowo
Kierunki rozwoju Brzostowa do roku 2035

Przez ostatnie miesiące rozmawialiśmy z mieszkańcami o przyszłości miasta. Poniżej przedstawiamy to, co z tych rozmów wynikło.

Celem nadrzędnym jest miasto, w którym chce się zostać na całe życie.

Pierwszym celem strategicznym jest silna gospodarka oparta na wiedzy. Cel ten osiągniemy poprzez: rozbudowę parku przemysłowego, wsparcie małych firm oraz szkolenia dla bezrobotnych.

Drugi cel strategiczny to dostępne i tanie mieszkania. Cel ten osiągniemy poprzez: budowę trzech bloków komunalnych oraz remont pustostanów.

Trzeci cel strategiczny to zielone miasto odporne na upały. Posłużą temu dwa działania: sadzenie drzew wzdłuż ulic oraz zatrzymywanie wody deszczowej.

Dokument będzie konsultowany jesienią. Szacunkowy koszt to 80 mln zł.
)",
         {"Kierunki rozwoju Brzostowa do roku 2035", DocumentKind::strategy, "", "-2035"});
  expect(R"(Założenia polityki senioralnej miasta Brzostowa na lata 2024–2028

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
)",
         {"Założenia polityki senioralnej miasta Brzostowa na lata 2024–2028", DocumentKind::strategy, "",
          "2024-2028"});
  expect(R"(Wizja rozwoju gminy Lipno Dolne do roku 2040

Jak chcemy żyć za piętnaście lat? Odpowiedzi szukali uczestnicy spotkań w każdej wsi.

Cel 1. Wieś, która pracuje
Cel 2. Wieś, która dba o siebie
Cel 3. Wieś z dobrym dojazdem

Założenia przyjęto na sesji 12 maja 2025 r.
)",
         {"Wizja rozwoju gminy Lipno Dolne do roku 2040", DocumentKind::strategy, "2025-05-12", "-2040"});
}

TEST(TitleKindDates, ProgrammesAttachedToAnAct) {
  expect(R"(Załącznik do uchwały Nr LX/501/2023 Rady Miejskiej w Klonowie z dnia 29 listopada 2023 r.

PROGRAM WSPÓŁPRACY GMINY KLONOWO Z ORGANIZACJAMI POZARZĄDOWYMI
NA 2024 ROK

§ 1. 1. Program określa zasady współpracy. Celem głównym Programu jest rozwijanie życia obywatelskiego. Cele szczegółowe Programu to: a) rozwój wolontariatu, b) wspieranie inicjatyw sąsiedzkich, c) poprawa jakości usług społecznych oraz d) promocja sportu.
2. Program jest realizowany do 31 grudnia 2024 r.
§ 2. Zadania priorytetowe obejmują kulturę i sport.
§ 3. Na realizację przeznacza się 150 000 zł.
)",
         {"PROGRAM WSPÓŁPRACY GMINY KLONOWO Z ORGANIZACJAMI POZARZĄDOWYMI NA 2024 ROK",
          DocumentKind::programme, "2023-11-29", "2024-2024"});
  expect(R"(Załącznik nr 1 do
Uchwały Nr XX/99/2024
Rady Gminy Kosów
z dnia 12 listopada 2024 r.

Program współpracy Gminy Kosów
z organizacjami pozarządowymi na rok 2025

Rozdział I
Postanowienia ogólne
§ 1. Ilekroć mowa jest o organizacjach, rozumie się przez to stowarzyszenia.

Rozdział II
Cel główny i cele szczegółowe
§ 2. 1. Celem głównym programu jest rozwój partnerstwa gminy i organizacji.
2. Celami szczegółowymi programu są:
1) integracja mieszkańców;
2) poprawa opieki nad zabytkami;
3) promocja zdrowia.

Rozdział III
Zasady współpracy
§ 3. Współpracę prowadzi się według zasad:
1) pomocniczości;
2) suwerenności.
)",
         {"Program współpracy Gminy Kosów z organizacjami pozarządowymi na rok 2025", DocumentKind::programme,
          "2024-11-12", "2025-2025"});
}

TEST(TitleKindDates, ArticlesAboutPartnerships) {
  expect(R"(Powiat Lipniański
Strona główna | Aktualności | Kontakt

Wspólnie dla rzeki Struga
Opublikowano: 14 maja 2023 r.

W środę 10 maja 2023 r. wójtowie pięciu gmin podpisali list intencyjny w sprawie utworzenia Partnerstwa Doliny Strugi. Sygnatariusze chcą razem ubiegać się o pieniądze na oczyszczanie rzeki.

Partnerstwo tworzą gminy Lipno Dolne, Zawada, Klonowo, Rozogi i Skałka. Liderem została gmina Zawada.

– To początek drogi – powiedział wójt Zawady Jan Koperski.
)",
         {"Wspólnie dla rzeki Struga", DocumentKind::partnership, "2023-05-10", ""});
  expect(R"(Walne zebranie członków Stowarzyszenia Gmin Nadstrużańskich

Zawada, 22 marca 2024 r.

W dorocznym zebraniu członków wzięli udział delegaci ośmiu gmin. Przyjęto sprawozdanie zarządu i udzielono mu absolutorium. Do stowarzyszenia przystąpiła gmina Nowinka.

Prezesem na kolejną kadencję wybrano burmistrza Skałki Adama Wichra.
)",
         {"Walne zebranie członków Stowarzyszenia Gmin Nadstrużańskich", DocumentKind::partnership,
          "2024-03-22", ""});
  expect(R"(Zintegrowane Inwestycje Terytorialne: nowa umowa w Lipnie

5 października 2023 r. w starostwie zebrała się Rada ZIT. Przedstawiciele dwunastu samorządów przyjęli listę projektów i podpisali aneks do porozumienia o współpracy. Związek ZIT obejmie teraz także gminę Klonowo.

Projekty mają ruszyć w 2024 roku.
)",
         {"Zintegrowane Inwestycje Terytorialne: nowa umowa w Lipnie", DocumentKind::partnership,
          "2023-10-05", ""});
  expect(R"(Gmina Kosów
2023-04-18
Kosów w Lokalnej Grupie Działania

Gmina Kosów przystąpiła do Lokalnej Grupy Działania „Zielony Trakt”. Grupa skupia siedem gmin i trzydzieści organizacji. Deklarację podpisał wójt Leon Bąk. Walne zebranie członków przyjęło gminę jednogłośnie.
)",
         {"Kosów w Lokalnej Grupie Działania", DocumentKind::partnership, "2023-04-18", ""});
}

TEST(TitleKindDates, ArticlesThatMentionPartners) {
  expect(R"(Gmina Zawada

Nowy plac zabaw w Zarzeczu

W sobotę 3 czerwca 2023 r. otwarto plac zabaw przy szkole w Zarzeczu. Inwestycja kosztowała 240 tys. zł, a połowę dołożyła Lokalna Grupa Działania „Dolina Strugi”. Partnerem gminy było też miejscowe stowarzyszenie rodziców.

– Dzieci czekały na to dwa lata – mówi wójt Jan Koperski.

Podczas otwarcia zagrała orkiestra.
)",
         {"Nowy plac zabaw w Zarzeczu", DocumentKind::news, "2023-06-03", ""});
  expect(R"(Dzień Seniora w Zawadzie

Opublikowano: 5 października 2022 r.

Ponad stu seniorów bawiło się w sobotę w remizie. Życzenia złożyli wójt Jan Koperski i przewodnicząca rady Ewa Turek. Partnerem spotkania było Stowarzyszenie „Jesień”, z którym gmina podpisała porozumienie w 2019 r.

Następne spotkanie odbędzie się 10 grudnia 2022 r.
)",
         {"Dzień Seniora w Zawadzie", DocumentKind::news, "2022-10-05", ""});
}

TEST(TitleKindDates, NewsAboutAProgramme) {
  expect(R"(Program stypendialny ruszył

Od poniedziałku 2 września 2019 r. zdolni uczniowie mogą składać wnioski o stypendia. Program powstał z inicjatywy radnych. Celem jest docenienie pracy najlepszych. W pierwszym tygodniu wpłynęło 40 wniosków.

– Jestem dumny z naszej młodzieży – mówi wójt.
)",
         {"Program stypendialny ruszył", DocumentKind::news, "2019-09-02", ""});
}

TEST(TitleKindDates, NoticesWithAndWithoutTheWord) {
  expect(R"(Lipno Dolne, dnia 3 marca 2022 r.

Z A W I A D O M I E N I E
o terminie zebrania wiejskiego

Wójt Gminy Lipno Dolne zawiadamia, że 20 marca 2022 r. o godz. 16.00 w świetlicy odbędzie się zebranie wiejskie sołectwa Zarzecze.

Wójt Gminy
)",
         {"ZAWIADOMIENIE o terminie zebrania wiejskiego", DocumentKind::notice, "2022-03-03", ""});
  expect(R"(Nabór wniosków na wymianę pieców

Burmistrz Skałki ogłasza nabór wniosków o dotację na wymianę pieców. Wnioski można składać od 1 do 30 czerwca 2021 r. w urzędzie, pok. 5. Ogłoszono 20 maja 2021 r.
)",
         {"Nabór wniosków na wymianę pieców", DocumentKind::notice, "2021-05-20", ""});
}

TEST(TitleKindDates, DirectoriesAndReportsAreOther) {
  expect(R"(Struktura Urzędu Gminy Zawada

Wójt: Jan Koperski, tel. 12 345 67 89, pokój 10
Sekretarz: Anna Mielec, tel. 12 345 67 90, pokój 11
Skarbnik: Ewa Borkowska, pokój 12

Referat Finansowy, pokój 4
Kierownik: Piotr Nadolny
Referat Inwestycji, pokój 7
Kierownik: Iza Wrona

Urząd czynny od poniedziałku do piątku w godz. 7.30–15.30.
)",
         {"Struktura Urzędu Gminy Zawada", DocumentKind::other, "", ""});
  expect(R"(RAPORT O STANIE GMINY ZAWADA ZA ROK 2022

1. Wprowadzenie
Raport obejmuje podsumowanie działalności wójta w 2022 roku. Gmina realizowała strategię rozwoju na lata 2016–2025.

2. Finanse
Dochody wyniosły 42 mln zł.

3. Współpraca
Gmina należy do Stowarzyszenia Gmin Nadstrużańskich.
)",
         {"RAPORT O STANIE GMINY ZAWADA ZA ROK 2022", DocumentKind::other, "", "2022-2022"});
  expect(R"(Sprawozdanie z realizacji programu współpracy z organizacjami za rok 2021

W 2021 roku gmina zawarła 12 umów. Wydano 130 tys. zł. Sprawozdanie przyjęto 20 maja 2022 r.
)",
         {"Sprawozdanie z realizacji programu współpracy z organizacjami za rok 2021", DocumentKind::other,
          "2022-05-20", "2021-2021"});
}

TEST(TitleKindDates, MinutesBelowTheCouncilsName) {
  expect(R"(Rada Gminy Kosów
PROTOKÓŁ
z XIX sesji Rady Gminy Kosów
z dnia 5 marca 2020 roku

Sesję otworzyła Przewodnicząca Rady i stwierdziła prawomocność obrad. W sesji uczestniczyło 15 radnych.
Wójt przedstawił sprawozdanie. Rada podjęła uchwałę w sprawie partnerstwa z gminą Skałka.
)",
         {"PROTOKÓŁ z XIX sesji Rady Gminy Kosów z dnia 5 marca 2020 roku", DocumentKind::minutes,
          "2020-03-05", ""});
}

TEST(TitleKindDates, HeadlineAboveItsSubtitle) {
  expect(R"(GAZETA LIPNIAŃSKA                Nr 4 (88) kwiecień 2019

Most po remoncie
Kierowcy odetchnęli

Po pół roku objazdów kierowcy wrócili na most w Zarzeczu. Otwarto go 2 kwietnia 2019 r. Przęsła wzmocniono, a nawierzchnię wymieniono. Roboty pochłonęły 3,2 mln zł.
)",
         {"Most po remoncie", DocumentKind::news, "2019-04-02", ""});
}

TEST(TitleKindDates, AgreementsNameTheirSubjectBelowTheParties) {
  expect(R"(POROZUMIENIE
zawarte w dniu 4 września 2020 r. w Zawadzie
pomiędzy Gminą Zawada, reprezentowaną przez wójta Jana Koperskiego,
a Gminą Skałka, reprezentowaną przez burmistrza Adama Wichra,
w sprawie wspólnego dowozu uczniów

§ 1. Strony postanawiają wspólnie organizować dowóz.
§ 2. Koszty ponoszą po połowie.
)",
         {"POROZUMIENIE w sprawie wspólnego dowozu uczniów", DocumentKind::partnership, "2020-09-04", ""});
}

TEST(TitleKindDates, EndOfAPeriodAlone) {
  expect(R"(Lokalny Program Ochrony Powietrza
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
)",
         {"Lokalny Program Ochrony Powietrza gminy Rozogi Wielkie w perspektywie 2030",
          DocumentKind::programme, "", "-2030"});
}

TEST(TitleKindDates, DayOfTheWeekBelowTheTitle) {
  expect(R"(Chleb z naszej mąki
Niedziela, 27 sierpnia 2023 r.

W Klonowie dzielono się chlebem. Starostami byli rolnicy z Zarzecza. Po mszy korowód przeszedł na boisko.
)",
         {"Chleb z naszej mąki", DocumentKind::news, "2023-08-27", ""});
}

TEST(TitleKindDates, PracticeWithoutACard) {
  const auto& practice = R"(Mobilny punkt porad prawnych

Gmina Zawada, powiat lipniański

Opis praktyki
Raz w tygodniu prawnik odwiedza inną wieś. Praktyka polega na tym, że porady są udzielane w świetlicach.

Efekty
Udzielono 300 porad.

Co zadecydowało o sukcesie
Współpraca z sołtysami.

Możliwość wdrożenia w innych gminach
Rozwiązanie może zastosować każda gmina.

Data zgłoszenia do bazy: 12.04.2021
Kontakt: Anna Mielec
)";
  expect(practice, {"Mobilny punkt porad prawnych", DocumentKind::practice, "2021-04-12", ""});
}

TEST(TitleKindDates, WhatIsToldOfThePastDatesAnArticle) {
  expect(R"(Gmina Zawada
Biegacze w Zarzeczu
12 czerwca 2019

Stu biegaczy ukończyło bieg wokół jeziora. Zawody rozegrano już po raz piąty, 9 czerwca 2019 r., w pełnym słońcu.
Pierwszy bieg wymyśliła nauczycielka Ewa Turek 4 maja 2012 r.
)",
         {"Biegacze w Zarzeczu", DocumentKind::news, "2019-06-09", ""});
  // The history of a jubilee.
  expect(R"(Jubileusz chóru z Zawady

Chór założono 4 maja 1994 r. w remizie. Jubileusz obchodzono 9 czerwca 2019 r. w domu kultury.
)",
         {"Jubileusz chóru z Zawady", DocumentKind::news, "2019-06-09", ""});
}

TEST(TitleKindDates, StampBelowTheTitle) {
  expect(R"(Nowy chodnik w Zawadzie
23.05.2018, 15:40   autor: mk   komentarze: 7

Piesi mają bezpieczniej. Chodnik biegnie od szkoły do sklepu, a kosztował tyle co dwa autobusy.
)",
         {"Nowy chodnik w Zawadzie", DocumentKind::news, "2018-05-23", ""});
}

TEST(TitleKindDates, NoticeIsDatedByItsDateline) {
  expect(R"(Zawada, dnia 2 października 2017 r.

Ogłoszenie o drugim przetargu
na sprzedaż działki w Zarzeczu

Wójt Gminy Zawada ogłasza przetarg. Pierwszy przetarg odbył się 4 lipca 2017 r. i nie przyniósł wyniku.
)",
         {"Ogłoszenie o drugim przetargu na sprzedaż działki w Zarzeczu", DocumentKind::notice, "2017-10-02",
          ""});
}

TEST(TitleKindDates, AWarningIsANotice) {
  expect(R"(Przerwa w dostawie wody w Zarzeczu

Zakład Wodociągów informuje, że we wtorek nie będzie wody. Za utrudnienia przepraszamy.
)",
         {"Przerwa w dostawie wody w Zarzeczu", DocumentKind::notice, "", ""});
}

TEST(Title, PracticeSaysItsName) {
  expect(
      "Baza dobrych praktyk samorządowych » Środowisko\n\nTytuł praktyki: Ogrody przy szkołach\nPowiat: "
      "lipowski\n"
      "Okres realizacji: 01.03.2019 – 30.11.2020\nData dodania do bazy: 15 stycznia 2021 r.\n",
      {"Ogrody przy szkołach", DocumentKind::practice, "2021-01-15", ""});
}

TEST(Title, ThatOfTheFormatDecides) {
  const std::string text =
      "Wieści z gminy\n\nRajd po gminie\n\nTrzydziestu rowerzystów objechało w niedzielę całą gminę. "
      "Pogoda dopisała, a wójt rozdał nagrody.\n";
  EXPECT_EQ(extract_title(TestSource(text).source(), nullptr, rules().title).text, "Rajd po gminie");
  EXPECT_EQ(extract_title(TestSource(text, "Wieści z gminy").source(), nullptr, rules().title).text,
            "Wieści z gminy");
}

TEST(Title, APageOfABookHasNone) {
  const std::string page =
      "szedł więc dalej przez las, aż stanął nad rzeką, za którą świeciły\nokna młyna. Woda była "
      "wysoka, mostu nie było, a łódź leżała po drugiej\nstronie. Usiadł i czekał, aż kto wyjdzie.\n";
  EXPECT_FALSE(extract_title(TestSource(page).source(), nullptr, rules().title).own);
  EXPECT_TRUE(
      extract_title(TestSource("Nad rzeką i w młynie\n\n" + page).source(), nullptr, rules().title).own);
  EXPECT_TRUE(extract_title(TestSource(page, "Młyn").source(), nullptr, rules().title).own);
}

TEST(TitleKindDates, ACardNamesAndDatesItsPractice) {
  expect(
      "Katalog praktyk\n\nTytuł:\nZgłaszający:\nPowiat:\nData wpisu:\n\nCiepła ławka\nGmina "
      "Lubicz\ntoruński\n3.04.2016\n\nPrace rozpoczęto 5 maja 2014 r. Potem poszło szybko.\n",
      {"Ciepła ławka", DocumentKind::practice, "2016-04-03", ""});
}

TEST(TitleKindDates, TheLabelsOfACardAreNoTitle) {
  expect(
      "Zbiór praktyk\n\nCiepła ławka przy szkole\n\nTyp jednostki – gmina wiejska\nPowiat – toruński\nOsoba "
      "do kontaktu – "
      "Anna Mak, sekretarz gminy\n\nDzieci już nie marzną, a ławka stoi. Wszyscy są zadowoleni.\n",
      {"Ciepła ławka przy szkole", DocumentKind::practice, "", ""});
}

TEST(TitleKindDates, TheDateOfAnotherAgreementInTheTitle) {
  expect(
      "Aneks nr 2\ndo porozumienia z dnia 14 marca 2012 r.\nw sprawie dworca\n\nzawarty w Lubiczu w dniu 30 "
      "grudnia 2016 "
      "roku pomiędzy:\n\nGminą Lubicz\na Gminą Obrowo\n\n§ 1. Kwota rośnie.\n",
      {"Aneks nr 2 do porozumienia z dnia 14 marca 2012 r. w sprawie dworca", DocumentKind::partnership,
       "2016-12-30", ""});
}

TEST(TitleKindDates, YearsBelowATitleWithoutThem) {
  expect(
      "STRATEGIA\nKOMUNIKACJI POWIATU TORUŃSKIEGO\n\n2023–2025\n\nWydział Promocji\n\nTekst bez lat i dat.\n",
      {"STRATEGIA KOMUNIKACJI POWIATU TORUŃSKIEGO", DocumentKind::strategy, "", "2023-2025"});
}

TEST(TitleKindDates, ASentenceAboutTheDocumentIsNoTitle) {
  expect(
      "Regulamin Konwentu Wójtów\n\n§ 1\nKonwent obraduje co miesiąc.\n\nRegulamin przyjęto na posiedzeniu w "
      "dniu "
      "11.04.2019 r.\n",
      {"Regulamin Konwentu Wójtów", DocumentKind::partnership, "2019-04-11", ""});
}

TEST(Title, EmptyText) {
  EXPECT_EQ(extract_title(TestSource("\n \n").source(), nullptr, rules().title).text, "");
}

TEST(Dates, DaysInWords) {
  EXPECT_EQ(read_date("Dwunastego września 2010 r.", rules().dates)->iso(), "2010-09-12");
  EXPECT_EQ(read_date("dwudziestego pierwszego maja 2011", rules().dates)->iso(), "2011-05-21");
}

TEST(Dates, EveryWayToWriteThem) {
  const auto read = [](std::string_view text) {
    const auto date = read_date(text, rules().dates);
    return date ? date->iso() : std::string();
  };
  EXPECT_EQ(read("z dnia 9 sierpnia 2018 r."), "2018-08-09");
  EXPECT_EQ(read("07.03.2015r., zgodnie"), "2015-03-07");
  EXPECT_EQ(read("w dniu 23-09-2014"), "2014-09-23");
  EXPECT_EQ(read("Dodano: 2022-02-16 09:05"), "2022-02-16");
  EXPECT_EQ(read("14 V 2019"), "2019-05-14");
  EXPECT_EQ(read("5 paź. 2019"), "2019-10-05");
  EXPECT_EQ(read("3 pazdziernlka 2023"), "2023-10-03");
  EXPECT_EQ(read("w dniach 12–14 maja 2019 r."), "2019-05-12");
  EXPECT_EQ(read("30 kwietnia – 2 maja 2019"), "2019-04-30");
  EXPECT_EQ(read("31 lutego 2020"), "");
  EXPECT_EQ(read("maj 2021, 9 października br., tel. 22 000 33 44, 1.2.2"), "");
}

TEST(Phrase, WildcardsAlternativesAndDamage) {
  const auto met = [](std::string_view pattern, std::string_view text) {
    return Phrase(pattern).match(folded_words(text), 0);
  };
  EXPECT_EQ(met("cel główny", "CEL GŁÓWNY:"), 2U);
  EXPECT_EQ(met("celem głównym … jest", "Celem głównym programu rozwoju jest"), 5U);
  EXPECT_EQ(met("uchwał*", "uchwałą"), 1U);
  EXPECT_EQ(met("wójt|burmistrz ogłasza", "Burmistrz ogłasza"), 2U);
  EXPECT_EQ(met("cele szczegółowe", "Cele szczegotowe"), 2U);
  EXPECT_EQ(met("cele", "cela"), 0U) << "short words have to be right";
  EXPECT_EQ(Phrase("cele szczegółowe").match(folded_words("Cele szczegotowe"), 0, true), 0U);
  EXPECT_GT(likeness("Wspólna marka powiatu", "Wspólna makra powiatu."), 0.8);
  EXPECT_LT(likeness("Wspólna marka powiatu", "Remont mostów"), 0.3);
}

TEST(Phrase, OneLetterMayBeAnotherOneTooManyOneMissingOrInItsNeighboursPlace) {
  const Phrase phrase("realizator");
  for (const std::string_view near : {"realizator", "realizafor", "realizatror", "realiztor", "realiaztor"})
    EXPECT_EQ(phrase.match(folded_words(near), 0), 1U) << near;
  for (const std::string_view far : {"realizacja", "realizaforx", "tealizator", "realizat"})
    EXPECT_EQ(phrase.match(folded_words(far), 0), 0U) << far;
}

TEST(FoldedWords, AreWordsOfAnyLengthAndWhereTheyStand) {
  std::string longest;
  for (int i = 0; i < 30; ++i) longest += "Żółć";
  const auto words = folded_words("– " + longest + "/Łódź2");
  ASSERT_EQ(words.size(), 2U);
  std::string folded;
  for (int i = 0; i < 30; ++i) folded += "zolc";
  EXPECT_EQ(words[0].text, folded);
  EXPECT_EQ(words[0].begin, std::string_view("– ").size());
  EXPECT_EQ(words[0].end, words[0].begin + longest.size());
  EXPECT_EQ(words[1].text, "lodz2");
  EXPECT_EQ(Phrase("zolczolc*").match(words, 0), 1U);
  EXPECT_EQ(Phrase(folded).match(words, 0, true), 1U);
  for (const FoldedWord& word : words) {
    const WordSketch sketch(word.text);
    EXPECT_EQ(word.sketch().head, sketch.head);
    EXPECT_EQ(word.sketch().letters, sketch.letters);
    EXPECT_EQ(word.sketch().first, sketch.first);
    EXPECT_EQ(word.sketch().second, sketch.second);
  }
  ASSERT_EQ(folded_words(" „Gmina Lubicz”", 1).size(), 1U);
  EXPECT_EQ(folded_words(" „Gmina Lubicz”", 1)[0].text, "gmina");
  EXPECT_TRUE(folded_words(" – …").empty());
}

TEST(FoldedWords, AreTheSameWhenATextIsAskedForAgain) {
  const std::string text =
      "Cel strategiczny 1. Czyste jeziora i lasy Gminy Lubicz Wielki na długie, długie lata";
  const auto texts = [](const FoldedWords& words) {
    std::vector<std::string> found;
    for (const FoldedWord& word : words)
      found.push_back(std::string(word.text) + "@" + std::to_string(word.begin));
    return found;
  };
  const auto few = texts(folded_words(text, 4));
  EXPECT_EQ(few, (std::vector<std::string>{"cel@0", "strategiczny@4", "1@17", "czyste@20"}));
  const FoldedWords all = folded_words(text);
  ASSERT_EQ(all.size(), 14U);
  EXPECT_EQ(texts(folded_words(text)), texts(all));
  EXPECT_EQ(texts(folded_words(text, 4)), few);
  // The text itself counts, not where it is kept.
  std::string changed = text;
  changed[20] = 'W';
  EXPECT_EQ(folded_words(changed)[3].text, "wzyste");
  EXPECT_EQ(all[12].form, all[11].form);  // one distinct word, once
}

TEST(FoldedWords, OfAPartAreTakenFromThoseOfItsText) {
  const std::string text = "Żółte łąki – i 12 jezior\nGmina Lubicz";
  const FoldedWords whole = folded_words(text);
  const std::string_view view = text;
  for (std::size_t first = 0; first <= text.size(); ++first)
    for (std::size_t last = first; last <= text.size(); ++last)
      for (const std::size_t most : {std::size_t{1}, std::size_t{3}, std::size_t{100}}) {
        const std::string_view part = view.substr(first, last - first);
        const FoldedWords alone = folded_words(part, most);
        const FoldedOnce once(text, whole);
        const FoldedWords taken = folded_words(part, most);
        ASSERT_EQ(taken.size(), alone.size()) << first << '-' << last;
        for (std::size_t i = 0; i < alone.size(); ++i) {
          EXPECT_EQ(taken[i].text, alone[i].text);
          EXPECT_EQ(taken[i].begin, alone[i].begin);
          EXPECT_EQ(taken[i].end, alone[i].end);
        }
      }
}

TEST(FoldedWords, OutliveThoseOfManyOtherTexts) {
  const FoldedWords kept = folded_words("Żółta Łódź");
  for (int i = 0; i < 200'000; ++i) (void)folded_words("s" + std::to_string(i), 1);
  EXPECT_EQ(kept[0].text, "zolta");
  EXPECT_EQ(kept[1].form->text, "lodz");
  EXPECT_EQ(folded_words("Żółta Łódź")[1].text, "lodz");
}

TEST(PhraseList, KnowsOfAWordWithoutWalkingItsPhrases) {
  PhraseBook book;
  PhraseList list;
  FoldedSet set;
  book.enter(list);
  book.enter(set);
  list.emplace_back("działani*");
  set.insert("oraz");
  const FoldedWords words = folded_words("Działanie oraz wodociąg");
  EXPECT_TRUE(list.may_begin(words[0]));
  EXPECT_FALSE(list.may_begin(words[2]));
  EXPECT_TRUE(set.contains(words[1]));
  EXPECT_FALSE(set.contains(words[0]));
}

TEST(PhraseList, FindsWhatItsPhrasesFindWhetherABookKnowsItOrNot) {
  const std::vector<std::string> patterns = {
      "cel główny", "celem głównym … jest", "działani*", "strategia", "… rozwoju", "i|oraz", "realizator"};
  PhraseBook book;
  PhraseList known, walked;
  book.enter(known);
  for (const std::string& pattern : patterns) known.emplace_back(pattern), walked.emplace_back(pattern);
  for (const std::string_view text :
       {"Cel główny", "Celem głównym gminy jest zdrowie", "działaniami", "strategla", "Stratedia rozwoju",
        "oraz", "Reallzator", "droga do rozwoju", "wodociąg", "1", ""}) {
    const FoldedWords words = folded_words(text);
    for (const bool exact : {false, true})
      for (std::size_t at = 0; at <= words.size(); ++at) {
        std::size_t longest = 0, first = 0, number = 0;
        for (std::size_t n = 0; n < patterns.size(); ++n) {
          const std::size_t count = Phrase(patterns[n]).match(words, at, exact);
          longest = std::max(longest, count);
          if (first == 0) first = count, number = count > 0 ? n + 1 : 0;
        }
        for (const PhraseList* list : {&known, &walked}) {
          EXPECT_EQ(list->longest(words, at, exact), longest) << text << at;
          EXPECT_EQ(list->first(words, at, exact), first) << text << at;
          EXPECT_EQ(list->number(words, at, exact), number) << text << at;
          EXPECT_EQ(list->begins(words, at, exact), longest > 0) << text << at;
        }
      }
  }
}

TEST(Table, ErrorsNameFileAndLine) {
  const auto file = std::filesystem::path(testing::TempDir()) / "table.tsv";
  std::ofstream(file) << "# comment\n\na\t\tb\n-\tc\n";
  const auto rows = read_table(file, 2);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].cells, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ((*rows)[0].line, 3);
  EXPECT_EQ((*rows)[1].cell(0), "");
  EXPECT_EQ((*rows)[1].cell(7), "");
  const auto short_rows = read_table(file, 3);
  ASSERT_FALSE(short_rows);
  EXPECT_NE(short_rows.error().message.find("table.tsv:3: "), std::string::npos);
  EXPECT_EQ(read_table(file.parent_path() / "no_such.tsv", 1).error().code, core::ErrorCode::not_found);
}

TEST(Tables, ErrorsNameFileAndLine) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "bad_rules";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "title.tsv") << "headline\tuchwała\n";
  std::ofstream(folder / "kind.tsv") << "news\ttext\tmany\t1\tfot\n";
  std::ofstream(folder / "dates.tsv") << "month\tfirst\tstyczeń\n";
  EXPECT_NE(TitleRules::load(folder).error().message.find("title.tsv:1: no such role"), std::string::npos);
  EXPECT_NE(KindRules::load(folder).error().message.find("kind.tsv:1: weight"), std::string::npos);
  EXPECT_NE(DateRules::load(folder).error().message.find("dates.tsv:1: no whole number"), std::string::npos);
}

TEST(Title, BehindAMotto) {
  expect(R"(Nasze rynki żyją. Strategia rewitalizacji centrum Brzozówki na lata 2017–2025
Miasto wyrosło nad rzeką z targów i młynów. Gdy młyny stanęły, rynek opustoszał, a kamienice wokół niego
zaczęły się sypać. Dziś co trzecia wymaga remontu.
)",
         {"Nasze rynki żyją. Strategia rewitalizacji centrum Brzozówki na lata 2017–2025",
          DocumentKind::strategy, "", "2017-2025"});
}

TEST(Title, BehindAMottoAndWrapped) {
  expect(
      R"(Strategia Rozwoju Ponadlokalnego – wersja dla mieszkańców

Dolina Lipy 2035. Strategia rozwoju ponadlokalnego gmin Brzozówka, Zawada i Lipów na
lata 2025–2035

Rady trzech gmin przyjęły dokument jesienią. Pracom przewodniczyła pani wójt, a pomagał jej sekretarz.
)",
      {"Dolina Lipy 2035. Strategia rozwoju ponadlokalnego gmin Brzozówka, Zawada i Lipów na lata 2025–2035",
       DocumentKind::strategy, "", "2025-2035"});
}

TEST(Title, YearsEndItAlsoInAWideLine) {
  expect(R"(MIASTO BRZOZÓWKA
Strategia Rozwoju Oświaty i Wychowania Przedszkolnego Miasta Brzozówka na lata 2018–2025
Druk nr 12 Załącznik do uchwały Nr VI/60/18
Rady Miejskiej
z dnia 30 maja 2018 r.
)",
         {"Strategia Rozwoju Oświaty i Wychowania Przedszkolnego Miasta Brzozówka na lata 2018–2025",
          DocumentKind::strategy, "2018-05-30", "2018-2025"});
}

TEST(Title, CapitalsThatStandApart) {
  expect(R"(POWIAT LIPOWSKI

STRATEGIA ROZWIĄZYWANIA PROBLEMÓW

SPOŁECZNYCH POWIATU LIPOWSKIEGO

NA LATA 2021–2026

Lipów, kwiecień 2021 r.
)",
         {"STRATEGIA ROZWIĄZYWANIA PROBLEMÓW SPOŁECZNYCH POWIATU LIPOWSKIEGO NA LATA 2021–2026",
          DocumentKind::strategy, "", "2021-2026"});
}

TEST(Title, WrappedAboveALineWithASmallLetter) {
  expect(R"(POWIAT LIPOWSKI
serwis internetowy

Data publikacji: 11 maja 2022

Gminy znad jeziora
jednym głosem o kolei do Lipowa

Wspólne stanowisko w sprawie przywrócenia połączeń przyjęli uczestnicy konwentu. Dokument trafi do ministra.
Według szacunków remont torów potrwa dwa lata.
)",
         {"Gminy znad jeziora jednym głosem o kolei do Lipowa", DocumentKind::news, "2022-05-11", ""});
}

TEST(TitleKindDates, ActsOfAdoptionByTheirVerbs) {
  const auto date = [](const std::string& text) {
    const TestSource source("Strategia Rozwoju Gminy Brzozówka\n\n" + text);
    const auto found = extract_date(source.source(), DocumentKind::strategy,
                                    "Strategia Rozwoju Gminy Brzozówka", nullptr, rules().dates);
    return found ? found->value.iso() : std::string();
  };
  EXPECT_EQ(date("Rada Gminy uchwaliła 27 stycznia 2022 r. nową strategię."), "2022-01-27");
  EXPECT_EQ(date("Rada Gminy 26 sierpnia 2020 r. przyjęła czteroletni plan."), "2020-08-26");
  EXPECT_EQ(date("Sejmik podjął uchwałę 4 października 2021 r."), "2021-10-04");
  EXPECT_EQ(date("Granice obszaru wyznaczyła uchwała z dnia 29 września 2016 r.\n\nUchwała przyjęta 31 marca "
                 "2017 r."),
            "2017-03-31");
  EXPECT_EQ(date("Zespół powołany zarządzeniem Wójta z dnia 3 marca 2020 r. pracował rok."), "");
  EXPECT_EQ(date("Mamy niedzielę, 3 maja 2015 r. Imieniny: Marii"), "");
}

TEST(TitleKindDates, ANoticeOfWideLinesEndsAtItsGrounds) {
  expect(R"(STAROSTA LIPOWSKI
OBWIESZCZENIE
STAROSTY LIPOWSKIEGO
z dnia 17 marca 2021 r.
o wszczęciu postępowania w sprawie zezwolenia na realizację inwestycji drogowej
Na podstawie art. 11 ust. 5 ustawy z dnia 10 kwietnia 2003 r. o szczególnych zasadach
przygotowania inwestycji zawiadamiam, że wszczęte zostało postępowanie. Akta są w starostwie.
)",
         {"OBWIESZCZENIE STAROSTY LIPOWSKIEGO z dnia 17 marca 2021 r. o wszczęciu postępowania w sprawie "
          "zezwolenia na realizację inwestycji drogowej",
          DocumentKind::notice, "2021-03-17", ""});
}

TEST(TitleKindDates, NameDaysInTheLineAboveSpeakAgainstNoDate) {
  const TestSource source(
      "Nowa strategia\n17.02.2022 r., czwartek | Imieniny: Aleksego, Zbigniewa\nNowa strategia\n"
      "Rada Gminy uchwaliła 27 stycznia 2022 r. Strategię Rozwoju Gminy.");
  const auto date =
      extract_date(source.source(), DocumentKind::strategy, "Nowa strategia", nullptr, rules().dates);
  ASSERT_TRUE(date.has_value());
  EXPECT_EQ(date->value.iso(), "2022-01-27");
}

TEST(TitleKindDates, DaysOfThisYearAndItemsOfAList) {
  const auto date = [](const std::string& text) {
    const TestSource source(text);
    const auto found = extract_date(source.source(), DocumentKind::news, "Nowy park", nullptr, rules().dates);
    return found ? found->value.iso() : std::string();
  };
  EXPECT_EQ(date("Nowy park\nopublikowano: 9 IX 2016\n\nW sobotę 3 września br. otwarto park nad rzeką."),
            "2016-09-03");
  EXPECT_EQ(date("Nowy park\n\nUmowy podpisano z:\n• Rinteln (Niemcy) – 15.06.1992,\n• Jesenik (Czechy)."),
            "");
}

TEST(TitleKindDates, APlaceAndADayAtTheEndOfALetterhead) {
  expect(
      R"(URZĄD GMINY ZAWADA ul. Polna 2 tel. 15 000 00 00                Zawada, dnia 5 października 2022 r.

OBWIESZCZENIE
WÓJTA GMINY ZAWADA
o zakończeniu postępowania

W sprawie wszczętej na wniosek z dnia 18 lipca 2022 r. zebrano materiał dowodowy. Strony mogą zapoznać się z aktami.
)",
      {"OBWIESZCZENIE WÓJTA GMINY ZAWADA o zakończeniu postępowania", DocumentKind::notice, "2022-10-05",
       ""});
}

TEST(TitleKindDates, WhatHeadsOfUnitsSignedIsAPartnership) {
  expect(R"(Szlak rowerowy połączy cztery gminy

Ponad sto kilometrów ścieżek i jedna mapa – tak będzie wyglądał szlak, który uzgodnili włodarze czterech gmin.
Porozumienie podpisali wójtowie i burmistrz. Liderem projektu będzie Gmina Lubicz.
)",
         {"Szlak rowerowy połączy cztery gminy", DocumentKind::partnership, "", ""});
}

TEST(TitleKindDates, WhatStandsAtTheMarginIsNoTitle) {
  expect(
      "Strategia Rozwoju Gminy Lubicz na lata 2015–2025                        15\n\n5. MISJA\n\nMisją gminy "
      "jest rozwój.\n",
      {"Strategia Rozwoju Gminy Lubicz na lata 2015–2025", DocumentKind::strategy, "", "2015-2025"});
  expect(
      "STRATEGIA OBSZARU FUNKCJONALNEGO LUBICZA        wersja 1.3\n\nStrategia Zintegrowanych Inwestycji "
      "Terytorialnych\nObszaru Funkcjonalnego Lubicza\nna lata 2021–2029\n\nLubicz\n",
      {"Strategia Zintegrowanych Inwestycji Terytorialnych Obszaru Funkcjonalnego Lubicza na lata 2021–2029",
       DocumentKind::strategy, "", "2021-2029"});
}

TEST(TitleKindDates, AYearFromWhichOn) {
  expect(
      "URZĄD GMINY LUBICZ\n\nStrategia rozwoju lokalnego gminy Lubicz 2031+\n(wersja dla sołtysów)\n\n"
      "Horyzont: 2031–2039\n\nGmina Lubicz leży nad Drwęcą i liczy dwadzieścia tysięcy mieszkańców. Tę "
      "wersję napisaliśmy dla sołtysów i rad sołeckich.\n",
      {"Strategia rozwoju lokalnego gminy Lubicz 2031+", DocumentKind::strategy, "", "2031-2039"});
}

TEST(TitleKindDates, TheOfficeBelowATitleEndsIt) {
  expect(
      "STRATEGIA ROZWOJU\nGMINY LUBICZ\nNA LATA 2008–2015\nURZĄD GMINY LUBICZ\nLubicz 2008\n\n"
      "Gmina Lubicz leży nad Drwęcą i liczy dwadzieścia tysięcy mieszkańców.\n",
      {"STRATEGIA ROZWOJU GMINY LUBICZ NA LATA 2008–2015", DocumentKind::strategy, "", "2008-2015"});
}

TEST(TitleKindDates, ARemarkInBracketsIsNoTitle) {
  expect(
      "Gminny Program Odnowy Wsi na lata 2021–2024 (streszczenie)\n\nOpublikowano: 2021-03-08\n\n"
      "Program powstał po to, by ożywić wsie gminy Lubicz.\n",
      {"Gminny Program Odnowy Wsi na lata 2021–2024", DocumentKind::programme, "2021-03-08", "2021-2024"});
}

TEST(TitleKindDates, APracticeToldInProse) {
  expect(
      "Zbiór praktyk współpracy\n\nRozdział 4\n\nSad za miedzą, czyli owoce dla wszystkich\n\n"
      "Przez lata sady stały puste. W 2017 roku gmina postanowiła, że owoce zbiorą ci, którzy mają na to "
      "czas i ochotę, a sok wypiją wszyscy.\n\nCo się udało\n\nW trzy lata zebrano wiele ton jabłek. "
      "Mieszkańcy chwalą sok.\n\nCo było trudne\n\nNajtrudniej było o drabiny.\n\n"
      "Rada dla naśladowców\n\nZacząć od drabin.\n",
      {"Sad za miedzą, czyli owoce dla wszystkich", DocumentKind::practice, "", ""});
}

TEST(TitleKindDates, AnActWhoseLinesWereLost) {
  expect(
      "UCHWAŁA NR 12/III/2016 RADY GMINY LUBICZ z dnia 30 listopada 2016 r. w sprawie nadania nazwy ulicy Na "
      "podstawie art. 18 ust. 2 ustawy o samorządzie gminnym uchwala się, co następuje: § 1. Ulicy nadaje "
      "się "
      "nazwę Lipowa. § 2. Wykonanie uchwały powierza się Wójtowi.\n",
      {"UCHWAŁA NR 12/III/2016 RADY GMINY LUBICZ z dnia 30 listopada 2016 r. w sprawie nadania nazwy ulicy",
       DocumentKind::resolution, "2016-11-30", ""});
}

TEST(TitleKindDates, ASessionThatIsCalled) {
  expect(
      "Sesja w świetlicy\n\nNa podstawie art. 20 ustawy o samorządzie gminnym zwołuję sesję Rady Gminy "
      "Lubicz na "
      "dzień 30 sierpnia 2022 r. na godz. 9.00 z następującym porządkiem obrad:\n\n1. Otwarcie.\n2. "
      "Zamknięcie.\n",
      {"Sesja w świetlicy", DocumentKind::notice, "2022-08-30", ""});
}

TEST(TitleKindDates, WhenAndWhereIsNoTitle) {
  expect(
      "IV Zjazd Sołtysów Gminy Lubicz\n\n12 kwietnia 2019 roku w świetlicy w Grębocinie\n\nSołtysi "
      "przyjechali z "
      "całej gminy. Wójt podziękował im za pracę, a potem wszyscy zasiedli do stołu i śpiewali do "
      "wieczora.\n",
      {"IV Zjazd Sołtysów Gminy Lubicz", DocumentKind::news, "2019-04-12", ""});
}

TEST(TitleKindDates, TheActBelowAProgrammesText) {
  expect(R"(GMINNY PROGRAM OPIEKI NAD ZABYTKAMI
GMINY LUBICZ
NA LATA 2023–2026

Podstawa opracowania

Program sporządza Wójt na cztery lata, a przyjmuje go Rada Gminy po zasięgnięciu opinii konserwatora. Niniejszy dokument jest trzecim z kolei.

Uchwała Nr LI/430/2023 Rady Gminy Lubicz z dnia 30 stycznia 2023 r.
)",
         {"GMINNY PROGRAM OPIEKI NAD ZABYTKAMI GMINY LUBICZ NA LATA 2023–2026", DocumentKind::programme,
          "2023-01-30", "2023-2026"});
}

TEST(TitleKindDates, ASiteThatGivesDocumentsAway) {
  expect(
      "Strategia Rozwoju Gminy Lubicz na lata 2008-2015 - PDF Darmowe pobieranie\n\nLubicz leży nad Drwęcą. "
      "Gmina ma osiem wsi.\n",
      {"Strategia Rozwoju Gminy Lubicz na lata 2008-2015", DocumentKind::strategy, "", "2008-2015"});
}

TEST(TitleKindDates, AReleaseForThePress) {
  expect(R"(INFORMACJA PRASOWA
Lubicz, 14 marca 2016 r.

Sołtysi policzyli potrzeby

Czterdziestu ośmiu sołtysów przyjechało w sobotę do Grębocina na trzecie forum. Rozmawiano o zimowym utrzymaniu dróg.

Kontakt dla mediów:
Hanna Mak, rzecznik
tel. 56 000 46 01
)",
         {"Sołtysi policzyli potrzeby", DocumentKind::news, "2016-03-14", ""});
}

TEST(TitleKindDates, ContractsThatUnitsSigned) {
  expect(R"(Lipki i Borki podały sobie ręce

Trzysta kilometrów dzieli obie gminy. Od wczoraj są bliżej: podczas uroczystej sesji podpisano umowę partnerską pomiędzy Gminą Lubicz a Gminą Obrowo. Wizyta trwała trzy dni, a goście zwiedzili szkołę.
)",
         {"Lipki i Borki podały sobie ręce", DocumentKind::partnership, "", ""});
}

TEST(TitleKindDates, AnActBelowWhatASiteSaysOfIt) {
  expect(R"(UCHWAŁA NR XX/98/2021 RADY GMINY LIPKI z dnia 28 października 2021 r.

Wielkość: px
Rozpocząć pokaz od strony:

Download "UCHWAŁA NR XX/98/2021 RADY GMINY LIPKI z dnia 28 października 2021 r."

Transkrypt

1 UCHWAŁA NR XX/98/2021 RADY GMINY LIPKI z dnia 28 października 2021 r. w sprawie zgody na zawarcie porozumienia

Na podstawie art. 18 ustawy uchwala się, co następuje:
)",
         {"UCHWAŁA NR XX/98/2021 RADY GMINY LIPKI z dnia 28 października 2021 r. w sprawie zgody na zawarcie "
          "porozumienia",
          DocumentKind::resolution, "2021-10-28", ""});
}

TEST(TitleKindDates, LinesBelowTitles) {
  expect(R"(Protokół nr XXXI/2021
XXXI Sesji Rady Miejskiej w Lipkach
z dnia 27 maja 2021 r.

Miejsce: sala domu kultury
)",
         {"Protokół nr XXXI/2021 XXXI Sesji Rady Miejskiej w Lipkach z dnia 27 maja 2021 r.",
          DocumentKind::minutes, "2021-05-27", ""});
  expect(
      R"(STRATEGIA ROZWOJU POWIATU LIPOWSKIEGO
na lata 2016-2022

województwo opolskie

Wstęp

Strategia jest dokumentem, który wyznacza kierunki rozwoju powiatu na najbliższe lata. Powstała przy udziale mieszkańców.
)",
      {"STRATEGIA ROZWOJU POWIATU LIPOWSKIEGO na lata 2016-2022", DocumentKind::strategy, "", "2016-2022"});
}

TEST(TitleKindDates, APracticesNameAboveItsNumber) {
  expect(R"(Laboratorium samorządu – studia przypadku

Rynek bez aut
Studium nr 8

Metryka
Miejsce      Lubicz
Powiat       toruński
Koszt        1,4 mln zł
Data opisu   2018-11-20

Problem
Na rynku parkowało dwieście aut dziennie. Handlowcy bali się zmian, a mieszkańcy o nich nie wiedzieli.
)",
         {"Rynek bez aut", DocumentKind::practice, "2018-11-20", ""});
}

TEST(TitleKindDates, AClauseSaysWhenTheyMet) {
  expect(R"(Protokół Nr 5/19
ze wspólnego posiedzenia Komisji Rady Gminy Lipki,
które odbyło się w dniu 17 czerwca 2019 r.

Obecni według listy. Przewodniczyła Ewa Lis.

1. Wolne wnioski.
)",
         {"Protokół Nr 5/19 ze wspólnego posiedzenia Komisji Rady Gminy Lipki, które odbyło się w dniu 17 "
          "czerwca 2019 r.",
          DocumentKind::minutes, "2019-06-17", ""});
}

TEST(TitleKindDates, UnitsThatFoundAPartnership) {
  expect(R"(Jedna karta dla wszystkich

Osiem samorządów, nadleśnictwo i dwie organizacje zawiązały w piątek Partnerstwo „Karta Drwęcy”. Jej posiadacz zapłaci mniej za nocleg, basen i muzeum.

Do partnerstwa weszły: Gmina Lubicz, Gmina Obrowo i Powiat Toruński. Wójt czeka na zgodę rady.

Koszt systemu wyliczono na 740 tys. zł.
)",
         {"Jedna karta dla wszystkich", DocumentKind::partnership, "", ""});
}

TEST(TitleKindDates, AYearInWords) {
  expect(R"(Rada o drogach

Trzeciego marca dwa tysiące dwudziestego pierwszego roku w Lubiczu obradował konwent wójtów. Mówiono o drogach powiatowych, których stan pogarsza się z roku na rok.
)",
         {"Rada o drogach", DocumentKind::news, "2021-03-03", ""});
  expect(R"(Statek na jeziorze

Dwudziestego maja tysiąc dziewięćset dziewięćdziesiątego ósmego roku w Lubiczu otwarto przystań. Zagrała orkiestra, a wójt przeciął wstęgę i zaprosił gości na rejs.
)",
         {"Statek na jeziorze", DocumentKind::news, "1998-05-20", ""});
}

TEST(TitleKindDates, AnAgreementIsDatedByItsHead) {
  expect(R"(UMOWA O WSPÓŁPRACY PARTNERSKIEJ
MIĘDZY GMINĄ LUBICZ A GMINĄ OBROWO

Lubicz, 4 IX 2017 r.

Gmina Lubicz i Gmina Obrowo postanawiają, co następuje:

Artykuł 1
Strony wspierają wymianę młodzieży.

Artykuł 2
Tekst uzgodniono podczas spotkania w Toruniu w dniu 20 VI 2017 r.
)",
         {"UMOWA O WSPÓŁPRACY PARTNERSKIEJ MIĘDZY GMINĄ LUBICZ A GMINĄ OBROWO", DocumentKind::partnership,
          "2017-09-04", ""});
}

TEST(TitleKindDates, AHeadingOverTwoLines) {
  expect(R"(NARADA SOŁTYSÓW I STRAŻAKÓW
Z POWIATU TORUŃSKIEGO

Do Lubicza przyjechało czterdziestu sołtysów i strażaków. Rozmawiali o tym, jak działać w czasie suszy i kto ma wozić wodę do gospodarstw.
)",
         {"NARADA SOŁTYSÓW I STRAŻAKÓW Z POWIATU TORUŃSKIEGO", DocumentKind::news, "", ""});
  expect(R"(Prąd z dachu szkoły.
Trzy wsie liczą oszczędności

Panele na dachach trzech szkół dały w ubiegłym roku więcej prądu, niż szkoły zużyły. Wójt zapowiada następne, tym razem na remizach.
)",
         {"Prąd z dachu szkoły. Trzy wsie liczą oszczędności", DocumentKind::news, "", ""});
  expect(R"(Strategia Rozwoju Ponadlokalnego
Miejskiego Obszaru Funkcjonalnego Toruń na lata 2023–2030

Strategia ma dwa cele strategiczne.

Cel strategiczny 1. Czyste powietrze
Cel strategiczny 2. Sprawny transport
)",
         {"Strategia Rozwoju Ponadlokalnego Miejskiego Obszaru Funkcjonalnego Toruń na lata 2023–2030",
          DocumentKind::strategy, "", "2023-2030"});
}

TEST(TitleKindDates, ThePageThatAPathLeadsTo) {
  expect(R"(Przejdź do treści | A A+ A++ | Wysoki kontrast

LGD „Dolina Drwęcy”
Strona główna » O nas » Członkowie

Członkowie stowarzyszenia

Lokalna Grupa Działania „Dolina Drwęcy” jest partnerstwem trzech sektorów i obejmuje cztery gminy powiatu toruńskiego. Przynależność jest dobrowolna.
)",
         {"Członkowie stowarzyszenia", DocumentKind::partnership, "", ""});
}

TEST(TitleKindDates, AContractOfWorksIsNoPartnership) {
  expect(R"(Podpisaliśmy umowę na remizę

Wójt Lubicza podpisał dziś umowę z Przedsiębiorstwem Budowlanym Cegła z Torunia. Firma wybuduje remizę przy ulicy Leśnej do końca sierpnia. W podpisaniu uczestniczyli strażacy i radni.

Wartość umowy to 5 mln zł.
)",
         {"Podpisaliśmy umowę na remizę", DocumentKind::news, "", ""});
}

TEST(TitleKindDates, AnArticleOnAStrategy) {
  expect(R"(Mamy nową strategię

Podczas sesji, która odbyła się 28 lutego 2022 r., radni przyjęli Strategię Rozwoju Gminy Lubicz na lata 2022–2030. Celem nadrzędnym strategii jest trwała poprawa warunków życia. Służyć temu mają trzy cele strategiczne.
)",
         {"Mamy nową strategię", DocumentKind::news, "2022-02-28", ""});
}

TEST(TitleKindDates, ALetterOfIntentWhoseNameSaysNothingAlone) {
  expect(
      "LIST INTENCYJNY\n\npodpisany w Lubiczu w dniu 12 maja 2023 r.\n\npomiędzy:\n\n1. Gminą Lubicz, "
      "reprezentowaną "
      "przez Wójta – Annę Mak,\n2. Gminą Obrowo, reprezentowaną przez Wójta – Jana Lisa,\n\nzwanymi dalej "
      "Partnerami.\n\n"
      "§ 1\nPartnerzy wyrażają wolę utworzenia Partnerstwa i podjęcia wspólnych starań o środki na lata "
      "2021–2027.\n",
      {"LIST INTENCYJNY podpisany w Lubiczu w dniu 12 maja 2023 r.", DocumentKind::partnership, "2023-05-12",
       ""});
}

TEST(TitleKindDates, APracticesNameBetweenTheFirstFieldsOfItsCard) {
  expect(
      "Kategoria: Gospodarka odpadami\n\nSzlak bez worków. Kaucja za czystość\n\nGmina: Lubicz\nPowiat: "
      "toruński\n"
      "Województwo: kujawsko-pomorskie\nRodzaj gminy: wiejska\nRok realizacji: 2021\nData dodania: "
      "17.05.2022\n\nProblem\n\n"
      "Od maja do października gminę odwiedza kilkaset tysięcy turystów. Kosze przy szlakach były opróżniane "
      "codziennie, "
      "a i tak rano leżały przewrócone.\n",
      {"Szlak bez worków. Kaucja za czystość", DocumentKind::practice, "2022-05-17", ""});
}

TEST(TitleKindDates, AProgrammeThatAShortResolutionAdopts) {
  const std::string prose =
      "Program jest częścią strategii gminy. W 2019 roku komisja rozpatrzyła dziewięć wniosków, a w szkołach "
      "prowadzono zajęcia trzy razy w tygodniu. Osoby uzależnione dojeżdżają do poradni w mieście. Plan "
      "pracy "
      "na kolejny rok uzgodniono z sołtysami i z dyrektorami szkół na dwóch spotkaniach w świetlicy.\n\n";
  expect(
      "UCHWAŁA NR XII/8/2019\nRADY GMINY LUBICZ\nz dnia 19 grudnia 2019 r.\nw sprawie uchwalenia Gminnego "
      "Programu Profilaktyki na rok 2020\n\n§ 1. Uchwala się program w brzmieniu załącznika.\n§ 2. Wykonanie "
      "powierza się Wójtowi.\n\nZałącznik do uchwały Nr XII/8/2019\n\nGMINNY PROGRAM PROFILAKTYKI NA ROK "
      "2020\n\nI. Wprowadzenie\n" +
          prose + "II. Zadania\n" + prose + "III. Finanse\n" + prose,
      {"GMINNY PROGRAM PROFILAKTYKI NA ROK 2020", DocumentKind::programme, "2019-12-19", "2020-2020"});
}

TEST(TitleKindDates, TheYearsBehindTheSameWordsBelow) {
  expect(
      "Program ochrony środowiska gminy Lubicz\n\nWÓJT GMINY LUBICZ\n\nProgram ochrony środowiska\ngminy "
      "Lubicz\nna lata 2021–2028\n\nLubicz 2021\n\nGmina leży nad Drwęcą, w której woda jest coraz "
      "czystsza. Program mówi, co trzeba zrobić, aby tak zostało.\n",
      {"Program ochrony środowiska gminy Lubicz na lata 2021–2028", DocumentKind::programme, "",
       "2021-2028"});
}

TEST(TitleKindDates, AHeadlineInCapitalsOverItsSubtitle) {
  expect(
      "INWESTYCJE\n\nWODA DOTARŁA DO KROBI I ROGOWA\nStacja uzdatniania po remoncie\n\nKoniec z brunatną "
      "wodą. "
      "W piątek, 9 września 2016 r., wójt gminy Lubicz otworzył stację, na którą mieszkańcy czekali od "
      "dziesięciu lat. Obiekt doczekał się nowych filtrów i zbiorników.\n",
      {"WODA DOTARŁA DO KROBI I ROGOWA", DocumentKind::news, "2016-09-09", ""});
}

TEST(TitleKindDates, AMenuInBracketsIsNoTitle) {
  expect(
      "LGD „Brzeg”            http://www.lgd-brzeg.example\n[O nas] [LSR 2023–2027] [Nabory] [Kontakt]\n\nO "
      "STOWARZYSZENIU BRZEG\n\nLokalna Grupa "
      "Działania jest partnerstwem trzech sektorów. Wszystko zaczęło się w 2008 r. w remizie w Krobi, gdzie "
      "spotkali się wójtowie i działacze z okolicy.\n",
      {"O STOWARZYSZENIU BRZEG", DocumentKind::partnership, "", ""});
}

TEST(TitleKindDates, TheSubjectOfALetterBehindItsDay) {
  expect(
      "LIST INTENCYJNY\n\nzawarty w dniu 17 września 2020 r. w Gnieźnie w sprawie utworzenia partnerstwa pod "
      "nazwą\n„Szlak rowerowy”\n\npomiędzy:\n1. Powiatem Gnieźnieńskim,\n2. Gminą Kłecko.\n",
      {"LIST INTENCYJNY w sprawie utworzenia partnerstwa pod nazwą „Szlak rowerowy”",
       DocumentKind::partnership, "2020-09-17", ""});
}

TEST(TitleKindDates, ANoticeAsItsSiteCallsIt) {
  expect(
      "Obwieszczenie o wyłożeniu projektu zmiany studium\n\nData publikacji: "
      "06.06.2023\n\nOBWIESZCZENIE\nWÓJTA "
      "GMINY LUBICZ\no wyłożeniu projektu zmiany studium uwarunkowań i kierunków\n\nNa podstawie art. 11 "
      "zawiadamiam o wyłożeniu projektu w dniach od 14 czerwca 2023 r.\n",
      {"OBWIESZCZENIE WÓJTA GMINY LUBICZ o wyłożeniu projektu zmiany studium uwarunkowań i kierunków",
       DocumentKind::notice, "2023-06-06", ""});
}

TEST(TitleKindDates, APeriodThatBeginsWithAPlus) {
  expect(
      "Strategia Rozwoju Powiatu Lipnowskiego 2021+\nz perspektywą do roku 2027\n\nPowiat leży nad rzeką.\n",
      {"Strategia Rozwoju Powiatu Lipnowskiego 2021+ z perspektywą do roku 2027", DocumentKind::strategy, "",
       "2021-2027"});
}

TEST(TitleKindDates, DataOfAPageAreNoCard) {
  expect(
      "Podpisaliśmy umowę na budowę kanalizacji\n\nData dodania: 06.11.2025 | Kategoria: Inwestycje | Autor: "
      "Anna "
      "Kos\n\nOsiem kilometrów sieci powstanie w Lubiczu. W czwartek podpisano umowę z wykonawcą robót.\n",
      {"Podpisaliśmy umowę na budowę kanalizacji", DocumentKind::news, "2025-11-06", ""});
}

}  // namespace
}  // namespace szukajst::indexer::extract
