// Officials in lists: of councils, of guests, on one line and on many.
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(OfficialsInLists, ANumberedListWhoseLinesWereLost) {
  EXPECT_EQ(
      officials_of("Protokół z sesji Rady Gminy Lubicz. Radni obecni na sali obrad: 1. Henryk Budnik 2. Pani "
                   "Irena Hołda 3. Marek Lis. Lista obecności stanowi załącznik. W obradach uczestniczył "
                   "Tadeusz Mak Wójt Gminy."),
      "Henryk Budnik, radny, gmina Lubicz\nIrena Hołda, radny, gmina Lubicz\n"
      "Marek Lis, radny, gmina Lubicz\nTadeusz Mak, wójt, gmina Lubicz\n");
}

TEST(OfficialsInLists, WhoHeadsTheCouncilIsNotItsMemberOnceMore) {
  EXPECT_EQ(
      officials_of("Obrady Rady Gminy Lubicz otworzył Przewodniczący Rady Pan Bogdan Kros.\n\nW sesji nie "
                   "uczestniczyli radni:\n\n1. Pan Grzegorz Godlewicz\n2. Pan Bogdan Kros\n"),
      "Bogdan Kros, przewodniczący rady, gmina Lubicz\nGrzegorz Godlewicz, radny, gmina Lubicz\n");
}

TEST(OfficialsInLists, AMunicipalInstitutionWithItsSeatInTheTown) {
  EXPECT_EQ(
      officials_of("Protokół z sesji Rady Gminy Suwałki, którą prowadził Przewodniczący Rady Gminy Suwałki "
                   "Maciej Suchan. Obecni: Beata Skrobek Kierownik Gminnego Ośrodka Pomocy Społecznej w "
                   "Suwałkach, Dariusz Przybył Naczelnik Wydziału Ochrony Środowiska w Urzędzie Miasta "
                   "Suwałki."),
      "Maciej Suchan, przewodniczący rady, gmina Suwałki\nBeata Skrobek, kierownik, gmina Suwałki\n"
      "Dariusz Przybył, naczelnik wydziału, miasto Suwałki\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
