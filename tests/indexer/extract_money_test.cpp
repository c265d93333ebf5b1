#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Money, NumbersAsPolesWriteThem) {
  EXPECT_EQ(money_of("Koszt 1 845 000 zł, 1.250.000,50 zł, 9,3 mln zł, 940 tys. zł i 2 miliony złotych."),
            "184500000 PLN\n125000050 PLN\n930000000 PLN\n94000000 PLN\n200000000 PLN\n");
}

TEST(Money, MultipliersAddUp) {
  EXPECT_EQ(money_of("Razem 3 mln 200 tys. zł."), "320000000 PLN\n");
}

TEST(Money, OtherCurrencies) {
  EXPECT_EQ(money_of("48 mln euro, 1,5 mld EUR, 20 000 €, PLN 5 000"),
            "4800000000 EUR\n150000000000 EUR\n2000000 EUR\n500000 PLN\n");
}

TEST(Money, BothEndsOfARange) {
  EXPECT_EQ(money_of("Od 400 do 500 tys. zł, potem 10–12 mln zł."),
            "40000000 PLN\n50000000 PLN\n1000000000 PLN\n1200000000 PLN\n");
}

TEST(Money, PricesForAUnitAreNone) {
  EXPECT_EQ(money_of("Stawka 120 zł za godzinę, 35 zł/m2, bilety od 30 zł, w 2022 r. 15 osób."), "");
}

TEST(Money, WhatAScannerMakesOfMillions) {
  EXPECT_EQ(money_of("Koszt 7,6 min zt."), "760000000 PLN\n");
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
