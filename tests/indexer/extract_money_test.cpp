#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Money, NumbersAsPolesWriteThem) {
  EXPECT_EQ(money_of("Koszt 1 637 000 zł, 1.370.000,50 zł, 7,8 mln zł, 615 tys. zł i 2 miliony złotych."),
            "163700000 PLN\n137000050 PLN\n780000000 PLN\n61500000 PLN\n200000000 PLN\n");
}

TEST(Money, MultipliersAddUp) {
  EXPECT_EQ(money_of("Razem 4 mln 350 tys. zł."), "435000000 PLN\n");
}

TEST(Money, OtherCurrencies) {
  EXPECT_EQ(money_of("36 mln euro, 1,5 mld EUR, 20 000 €, PLN 5 000"),
            "3600000000 EUR\n150000000000 EUR\n2000000 EUR\n500000 PLN\n");
}

TEST(Money, BothEndsOfARange) {
  EXPECT_EQ(money_of("Od 400 do 500 tys. zł, potem 10–12 mln zł."),
            "40000000 PLN\n50000000 PLN\n1000000000 PLN\n1200000000 PLN\n");
}

TEST(Money, PricesForAUnitAreNone) {
  EXPECT_EQ(money_of("Stawka 120 zł za godzinę, 35 zł/m2, bilety od 25 zł, w 2022 r. 15 osób."), "");
}

TEST(Money, WhatAScannerMakesOfMillions) {
  EXPECT_EQ(money_of("Koszt 5,4 min zt."), "540000000 PLN\n");
}

TEST(Money, EachAmountOnce) {
  EXPECT_EQ(money_of("40 tys. zł, czyli 40 000 zł."), "4000000 PLN\n");
}

TEST(Money, NoNumberIsTooLargeToRead) {
  EXPECT_EQ(money_of("999999999999999999999999999 zł, 9 999 999 999 999 999 999 zł, 99999999999999 mld zł"),
            "");
}

TEST(Money, TablesWhoseHeadGivesTheUnit) {
  EXPECT_EQ(money_of("Zadanie | Kwota (zł) | Liczba osób\nDroga | 45 000 | 1 200\nMost | 12 500 | 300\n"),
            "4500000 PLN\n1250000 PLN\n");
  EXPECT_EQ(money_of("Tabela 1. Nakłady (tys. zł)\n\nZadanie | 2009 | 2010\nDroga | 1 200 | 640\n"),
            "120000000 PLN\n64000000 PLN\n");
  EXPECT_EQ(money_of("Gmina\nKwota (zł)\n\n1.\nLubicz\n35 000\n\n2.\nObrowo\n48 500\n\nRazem: 83 500 zł\n"),
            "8350000 PLN\n3500000 PLN\n4850000 PLN\n");
  EXPECT_EQ(money_of("Gmina Zadanie Kwota w zł\n\nLubicz droga do szkoły 45 000\n\nObrowo most 12 500\n"),
            "4500000 PLN\n1250000 PLN\n");
}

TEST(Money, PricesAndFeesAreNone) {
  EXPECT_EQ(money_of("Bilety podrożeją z 4 do 5 zł, a składka wyniesie 0,60 zł od mieszkańca."), "");
  EXPECT_EQ(money_of("Na mieszkańca przypadało 6 449 zł dochodu."), "");
  EXPECT_EQ(money_of("Gmina wydała 500 tys. zł za rok, w którym budowano."), "50000000 PLN\n");
}

TEST(Money, AStrokeForTheGrosze) {
  EXPECT_EQ(money_of("Projekt wart 19 200 000,- zł."), "1920000000 PLN\n");
}

TEST(Money, ANumberThatTheLineParts) {
  EXPECT_EQ(money_of("Gmina zarezerwuje 20\n000 zł na drogę."), "2000000 PLN\n");
}

TEST(Money, RangesWithAHyphen) {
  EXPECT_EQ(money_of("Remont wymaga 180-200 mln zł w latach 2021-2030."),
            "18000000000 PLN\n20000000000 PLN\n");
}

TEST(Money, AmountsInWords) {
  EXPECT_EQ(money_of("Całość pochłonie trzy miliony dwieście tysięcy złotych, a most pół miliona euro."),
            "320000000 PLN\n50000000 EUR\n");
  EXPECT_EQ(money_of("Droga kosztowała dwa i pół miliona złotych."), "250000000 PLN\n");
  EXPECT_EQ(money_of("W trzy lata przyjechało sto osób, każda dała dwadzieścia złotych."), "");
}

TEST(Money, WordsThatRepeatTheFiguresAreNone) {
  EXPECT_EQ(money_of("Wkład: 107 000 zł (słownie: sto siedem tysięcy złotych)."), "10700000 PLN\n");
  EXPECT_EQ(money_of("Wkład: 107 000 zł (słownie: sto s1edem dwa tysiące złotych)."), "10700000 PLN\n");
}

TEST(Money, PricesOfAThingAreNone) {
  EXPECT_EQ(money_of("Jedna ławka kosztowała 64 zł, a remont 64 000 zł."), "6400000 PLN\n");
}

TEST(Money, ACellThatSaysItsOwnUnit) {
  EXPECT_EQ(money_of("Tabela 2. Źródła (w zł)\n\nŹródło            Kwota\nbudżet gminy      1 250 000\n"
                     "fundusz           3 mln\nRazem             4 250 000\n"),
            "125000000 PLN\n300000000 PLN\n425000000 PLN\n");
  EXPECT_EQ(money_of("Zadanie     Kwota (tys. zł)\nszkoła      1 200\nmost        3 mln\n"),
            "120000000 PLN\n300000000 PLN\n");
}

TEST(Money, AWordOfAnotherCellTellsNoPrice) {
  EXPECT_EQ(money_of("Wspólny bilet      Powiat Leski      9 150 000 zł"), "915000000 PLN\n");
}

TEST(Money, RowsOfAScanThatHasLostItsColumns) {
  constexpr const char* kTable =
      "Ile to kosztuje\n\nProjekty Szacunek (PLN) Zrodlo\n\nTransport 16 300 000 FEPK, KPO\n"
      "Woda i odpady 9 150 000 FEPK :\n\nBiuro prowadzi gmina, a jego numer to 600 700 800 w miescie.\n";
  EXPECT_EQ(money_of(kTable, true), "1630000000 PLN\n915000000 PLN\n");
  EXPECT_EQ(money_of(kTable), "");
}

TEST(Money, ACurrencyOfWhichALetterWasTakenForASign) {
  EXPECT_EQ(money_of("Calosc ma byc warta 37 mln z}, a kosztuje 5 z} za sztuke.", true), "3700000000 PLN\n");
}

TEST(Money, NumbersOfGoalsAndYearsBeginNoRange) {
  EXPECT_EQ(
      money_of(
          "Nakłady: cel strategiczny 1 – 2,9 mld zł, cel strategiczny 2 – 3,6 mld zł, w roku 2014 –  610.000 "
          "zł. Gmina dołoży do każdej oczyszczalni 1000 zł."),
      "290000000000 PLN\n360000000000 PLN\n61000000 PLN\n");
}

TEST(Money, RowsThatGoOnInTheNextLine) {
  EXPECT_EQ(money_of("Lp.   Przedsięwzięcie        Realizator           Koszt [zł]     Źródło\n"
                     "1.    Dom trzech pokoleń     Fundacja „Rynek      2 340 500      budżet\n"
                     "                             Sukiennic”\n"
                     "2.    Bulwar nad rzeką       Miasto Toruń         3 915 000      budżet\n"),
            "234050000 PLN\n391500000 PLN\n");
}

TEST(Money, YearsBelowACaptionAreNone) {
  EXPECT_EQ(money_of("Lp.   Zadanie                 Lata        Koszt     Kto\n"
                     "                                          [tys. zł]\n"
                     "B-1   Zejścia na plażę        2004–2006      430    g\n"
                     "B-2   Szlak przyrodniczy      2005           850    p\n"),
            "43000000 PLN\n85000000 PLN\n");
}

TEST(Money, AnAmountThatOnlySaysWhereItIsFrom) {
  EXPECT_EQ(money_of("Wóz kosztował 812 tys. zł, z czego 200 tys. z WFOŚiGW, a resztę dołożyła gmina."),
            "81200000 PLN\n20000000 PLN\n");
  EXPECT_EQ(money_of("Wóz kosztował 812 tys. zł. Mieszka tu 200 tys. osób."), "81200000 PLN\n");
}

TEST(Money, LimitsForEachOfMany) {
  EXPECT_EQ(money_of("Materiały o wartości do 100 zł są bezpłatne, karnet kosztuje 150 zł, projekt 20 000 zł."),
            "2000000 PLN\n");
}

TEST(Money, OneMillion) {
  EXPECT_EQ(money_of("Gmina dokłada milion złotych, a inni kilka milionów złotych."), "100000000 PLN\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
