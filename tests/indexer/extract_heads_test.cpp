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

}  // namespace
}  // namespace szukajst::indexer::extract
