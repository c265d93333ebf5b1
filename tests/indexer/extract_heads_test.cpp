// Heads of documents by the looks of their lines: covers, numbered outlines, sites and newsletters.
#include "tests/indexer/extract_head.h"

namespace szukajst::indexer::extract {
namespace {

using core::DocumentKind;

TEST(Heads, AnOutlinesNumberEndsATitleInCapitals) {
  expect(R"(STRATEGIA ROZWIĄZYWANIA PROBLEMÓW SPOŁECZNYCH
GMINY LUBICZ NA LATA 2021–2026

I. PODSTAWA OPRACOWANIA

Strategia powstała na podstawie ustawy i została oparta na badaniach, które prowadzono w gminie przez rok.
)",
         {"STRATEGIA ROZWIĄZYWANIA PROBLEMÓW SPOŁECZNYCH GMINY LUBICZ NA LATA 2021–2026",
          DocumentKind::strategy, "", "2021-2026"});
}

TEST(Heads, YearsOnALineOfTheirOwnEndATitle) {
  expect(R"(Strategia rozwoju kultury w Lubiczu

                STRATEGIA ROZWOJU KULTURY
                W GMINIE LUBICZ
                2018–2026

Kim jesteśmy
)",
         {"STRATEGIA ROZWOJU KULTURY W GMINIE LUBICZ 2018–2026", DocumentKind::strategy, "", "2018-2026"});
}

TEST(Heads, WhatIsSaidBelowTheYearsIsNoTitle) {
  expect(R"(GMINA LUBICZ
POWIAT TORUŃSKI

STRATEGIA ROZWOJU LOKALNEGO GMINY LUBICZ NA LATA 2008 - 2015

tekst według stanu na marzec 2010 r.

Cel nadrzędny: zdrowa gmina
)",
         {"STRATEGIA ROZWOJU LOKALNEGO GMINY LUBICZ NA LATA 2008 - 2015", DocumentKind::strategy, "",
          "2008-2015"});
}

TEST(Heads, AnItemOfASitesMenuIsNoTitle) {
  expect(R"(Plan w skrócie | Lubicz – serwis gminy

Menu
  Gmina
  Urząd
  Strategia 2030
  Plan w skrócie
  Kontakt

Jesteś tutaj: Strona główna / Strategia 2030 / Plan w skrócie

Plan w skrócie

Rada Gminy przyjęła Strategię Rozwoju Gminy Lubicz na lata 2021–2030. Oto cele strategiczne i operacyjne.

Cel strategiczny 1. Zdrowi mieszkańcy
Cel operacyjny 1.1. Lekarz w każdej wsi
Cel strategiczny 2. Czysta rzeka
Cel operacyjny 2.1. Kanalizacja
)",
         {"Plan w skrócie", DocumentKind::strategy, "", "2021-2030"});
}

TEST(Heads, ANewslettersNarrowColumnBeginsTheText) {
  expect(R"(Wieści z Powiatu. Biuletyn nr 3 (58)                    str. 6

JEDNA RZEKA, CZTERY GMINY

   W Lubiczu przedstawiciele wszyst-
kich gmin nad rzeką otworzyli
30 marca 2017 r. przystań
„Pod Wierzbą”.
Od maja będą tam wspólnie
czyścić brzegi i uczyć
dzieci pływania.
)",
         {"JEDNA RZEKA, CZTERY GMINY", DocumentKind::news, "2017-03-30", ""});
}

TEST(Heads, AStrategyIsOfMoreThanAYear) {
  expect(R"(Jaki będzie Lubicz w 2032 roku?

Rada Gminy przyjęła Strategię Rozwoju Lubicza na lata 2023–2032. Oto cele strategiczne i operacyjne.

Cel strategiczny 1. Zdrowi mieszkańcy
Cel operacyjny 1.1. Lekarz w każdej wsi
Cel strategiczny 2. Czysta rzeka
Cel operacyjny 2.1. Kanalizacja
)",
         {"Jaki będzie Lubicz w 2032 roku?", DocumentKind::strategy, "", "2023-2032"});
}

TEST(Heads, ANameWithAYearIsATitle) {
  expect(R"(Gmina
Mieszkańcy
Biznes
Strategia „Lubicz 2030”

Lubicz 2030

Strategię Rozwoju Gminy Lubicz na lata 2021–2030 przyjęła Rada Gminy. Poniżej pokazujemy jej cele. Kliknij, aby rozwinąć.

Cel nadrzędny

Zdrowa gmina

Cel strategiczny 1. Zdrowi mieszkańcy
Cel operacyjny 1.1. Lekarz w każdej wsi
Cel strategiczny 2. Czysta rzeka
Cel operacyjny 2.1. Kanalizacja
)",
         {"Lubicz 2030", DocumentKind::strategy, "", "2021-2030"});
}

TEST(Heads, AnActThatASiteNamesAboveIt) {
  expect(R"(BIP – Starostwo Powiatowe

Strona główna » Rada Powiatu » Protokół Nr LII/2018

Protokół Nr LII/2018

PROTOKÓŁ NR LII/2018
z LII sesji Rady Powiatu w Toruniu
odbytej dnia 09.03.2018r.

1. Otwarcie.
)",
         {"PROTOKÓŁ NR LII/2018 z LII sesji Rady Powiatu w Toruniu odbytej dnia 09.03.2018r.",
          DocumentKind::minutes, "2018-03-09", ""});
}

TEST(Heads, AnAbbreviatedYearEndsNoSentence) {
  expect(
      R"(PROGRAM WSPÓŁPRACY GMINY LUBICZ
Z ORGANIZACJAMI, O KTÓRYCH MOWA
W USTAWIE Z DNIA 24 KWIETNIA 2003 R. O DZIAŁALNOŚCI
POŻYTKU PUBLICZNEGO
NA ROK 2024

Rozdział I
)",
      {"PROGRAM WSPÓŁPRACY GMINY LUBICZ Z ORGANIZACJAMI, O KTÓRYCH MOWA W USTAWIE Z DNIA 24 KWIETNIA 2003 R. "
       "O DZIAŁALNOŚCI POŻYTKU PUBLICZNEGO NA ROK 2024",
       DocumentKind::programme, "", "2024-2024"});
}

TEST(Heads, ANameWithAYearAboveWhatItIs) {
  expect(R"(LUBICZ 2030

Strategia rozwoju gminy wiejskiej

Urząd Gminy w Lubiczu
)",
         {"LUBICZ 2030 Strategia rozwoju gminy wiejskiej", DocumentKind::strategy, "", ""});
}

TEST(Heads, ANoticeIsDatedAsItsLetterheadSays) {
  expect(R"(GMINA LUBICZ

OR.0002.7.2023                                        Lubicz, dnia 9 maja 2023 r.

ZAWIADOMIENIE

Zwołuję LI sesję Rady Gminy Lubicz, która odbędzie się w dniu 18 maja 2023 r. (czwartek) o godz. 13:00
w świetlicy wiejskiej w Gronowie.
)",
         {"ZAWIADOMIENIE", DocumentKind::notice, "2023-05-09", ""});
}

TEST(Heads, ANameThatGoesOnInASmallLetterAboveACard) {
  expect(R"(Bank Pomysłów Gminnych :: Zbiór rozwiązań

WSPÓLNA KUCHNIA
czyli jak trzy sołectwa gotują dla seniorów

Metryczka

Samorząd: Gmina Lubicz
Typ: gmina wiejska
Powiat: toruński
Województwo: kujawsko-pomorskie
Data publikacji: 7.05.2020

Problem
W trzech sołectwach nikt nie dowoził obiadów, choć co trzeci mieszkaniec ma ponad siedemdziesiąt lat.
)",
         {"WSPÓLNA KUCHNIA czyli jak trzy sołectwa gotują dla seniorów", DocumentKind::practice, "2020-05-07",
          ""});
}

TEST(Heads, TheDayOfTheUpdateAndNotOfTheFirstVersion) {
  expect(R"(STRATEGIA ROZWOJU MIASTA LUBICZ DO ROKU 2025

Pierwotną wersję przyjęto uchwałą nr 5 z dnia 30 sierpnia 2012 r.
Niniejszą aktualizację przyjęto uchwałą nr 7 Rady Miasta z dnia 27-go września 2018 r.
)",
         {"STRATEGIA ROZWOJU MIASTA LUBICZ DO ROKU 2025", DocumentKind::strategy, "2018-09-27", "-2025"});
}

TEST(Heads, AnAnnouncementUnderWhoMakesIt) {
  expect(
      "BIULETYN INFORMACJI PUBLICZNEJ\nZnak: RI.042.6                Krobia, 19 sierpnia 2024 r.\n\nWójt "
      "Gminy Lubicz\nogłasza "
      "otwarty nabór partnera spoza sektora finansów publicznych\ndo projektu „Wieś pełna życia”\n\nI. "
      "Podstawa\nArt. 39 "
      "ustawy z dnia 28 kwietnia 2022 r. o zasadach realizacji zadań finansowanych ze środków "
      "europejskich.\n",
      {.title = "Wójt Gminy Lubicz ogłasza otwarty nabór partnera spoza sektora finansów publicznych do "
                "projektu „Wieś pełna "
                "życia”",
       .kind = core::DocumentKind::notice,
       .date = "2024-08-19",
       .period = ""});
}

TEST(Heads, TwoPartsWithAColon) {
  expect(
      "Żłobek w Krobi:\nwmurowano kamień węgielny\n\nW piątek, 15 marca 2024 r., akt erekcyjny podpisał "
      "wójt. Uroczystość "
      "zgromadziła wielu mieszkańców gminy i gości, którzy przybyli z sąsiednich miejscowości.\n",
      {.title = "Żłobek w Krobi: wmurowano kamień węgielny",
       .kind = core::DocumentKind::news,
       .date = "2024-03-15",
       .period = ""});
}

TEST(Heads, RowsOfAMenuAreNoTitle) {
  expect(
      "LUBICKI PORTAL  *  starostwo  *  gminy  *  kultura  *  archiwum\n\nTrzy umowy podpisano wczoraj w "
      "Toruniu\n\nTrzej "
      "włodarze z naszego powiatu wrócili z urzędu z podpisanymi umowami. Zadania ruszą wiosną, a zakończą "
      "się jesienią.\n",
      {.title = "Trzy umowy podpisano wczoraj w Toruniu",
       .kind = core::DocumentKind::news,
       .date = "",
       .period = ""});
}

TEST(Heads, AnActBelowItsNameOnAPortal) {
  expect(R"(UCHWAŁA NR 12/III/2016 RADY GMINY LUBICZ. z dnia 30 listopada 2016 r.

1 UCHWAŁA NR 12/III/2016 RADY GMINY LUBICZ z dnia 30 listopada 2016 r. w sprawie utworzenia przedszkola Na podstawie art. 18 ustawy z dnia 8 marca 1990 roku o samorządzie gminnym uchwala się, co następuje: 1. Tworzy się przedszkole. 2. Uchwała wchodzi w życie z dniem podjęcia.
)",
         {"UCHWAŁA NR 12/III/2016 RADY GMINY LUBICZ z dnia 30 listopada 2016 r. w sprawie utworzenia "
          "przedszkola",
          DocumentKind::resolution, "2016-11-30", ""});
}

TEST(Heads, MinutesBelowWhichTheirShorterNameStands) {
  expect(R"(Protokół nr XVIII/07 z sesji Rady Gminy Lubicz odbytej w dniu 28 grudnia 2007 roku

Protokół nr XVIII/07

z sesji Rady Gminy Lubicz odbytej w dniu 28 grudnia 2007 roku w sali konferencyjnej urzędu.

Lista radnych w załączeniu do niniejszego protokołu.
)",
         {"Protokół nr XVIII/07 z sesji Rady Gminy Lubicz odbytej w dniu 28 grudnia 2007 roku",
          DocumentKind::minutes, "2007-12-28", ""});
}

TEST(Heads, ATextWithoutAHeadingIsCalledByItsFirstSentence) {
  expect(
      R"(Jan Mak, wójt gminy Lubicz, podpisał dziś list intencyjny w sprawie wspólnej szkoły. Partnerstwo tworzyć będą trzy gminy. Umowa ma obowiązywać dwa lata, a jej efektem będzie nowy budynek, w którym znajdą się pracownie i sala.

Dokument czeka teraz na zgodę rad.
)",
      {"Jan Mak, wójt gminy Lubicz, podpisał dziś list intencyjny w sprawie wspólnej szkoły",
       DocumentKind::partnership, "", ""});
}

TEST(Heads, NewsOfAStrategyInTheMaking) {
  expect(R"(Prace nad Strategią Rozwoju Powiatu Toruńskiego

W sali starostwa odbyło się spotkanie, na którym zaczęto przygotowywać strategię. Uczestniczyli w nim dyrektorzy jednostek i naczelnicy wydziałów, a prowadził je starosta.
)",
         {"Prace nad Strategią Rozwoju Powiatu Toruńskiego", DocumentKind::news, "", ""});
}

TEST(Heads, AShortHeadingAboveALongParagraph) {
  expect(R"(W Krobi jeżdżą nową

Na zaproszenie mieszkańców sołectwa Krobia 20 listopada uczestniczyliśmy w uroczystym otwarciu i poświęceniu zmodernizowanego odcinka drogi gminnej nr 110507C w miejscowości Krobia
Anna Mak powitała zaproszonych gości, a następnie wójt gminy Lubicz wyraziła szczególne słowa wdzięczności za pomoc i wsparcie w pozyskiwaniu środków na remont drogi, dziękując wszystkim tym, którzy w jakikolwiek sposób przyczynili się do wykonania inwestycji.
)",
         {"W Krobi jeżdżą nową", DocumentKind::news, "", ""});
}

TEST(Heads, MinutesWhoseSessionIsNamedInASentenceBelow) {
  expect(R"(Protokół nr VII/11

z Sesji Rady Powiatu Toruńskiego, która odbyła się w dniu 19 stycznia 2011 roku w sali starostwa, przy ul. Długiej 1/27.

W dniu 19 stycznia 2011 roku rozpoczęcie sesji nastąpiło o godzinie 11, natomiast zakończenie obrad miało miejsce o godzinie 12.30.
)",
         {"Protokół nr VII/11 z Sesji Rady Powiatu Toruńskiego, która odbyła się w dniu 19 stycznia 2011 "
          "roku w sali "
          "starostwa, przy ul. Długiej 1/27",
          DocumentKind::minutes, "2011-01-19", ""});
}

}  // namespace
}  // namespace szukajst::indexer::extract
