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

}  // namespace
}  // namespace szukajst::indexer::extract
