#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Partners, PartiesOfAnAgreement) {
  EXPECT_EQ(
      partners_of("Partnerstwo zostało zawarte pomiędzy:\nStarostwem Brodnickim i Gminami: Osiek, Zbiczno."),
      "powiat brodnicki\ngmina Osiek\ngmina Zbiczno\n");
}

TEST(Partners, OrganisationsInTheNominative) {
  EXPECT_EQ(
      partners_of("Gmina Lubicz\n\nZarząd podpisał porozumienie z Gminą Obrowo, Fundacją „Dobry Dom” oraz "
                  "Toruńskim Stowarzyszeniem Żeglarzy."),
      "gmina Obrowo\nFundacja „Dobry Dom”\nToruńskie Stowarzyszenie Żeglarzy\ngmina Lubicz\n");
}

TEST(Partners, TheUnitsOfThoseWhoSignedALetterOfIntent) {
  EXPECT_EQ(partners_of("List intencyjny podpisali wójt gminy Lubicz Jan Mak i Starosta Toruński Ewa Lis."),
            "gmina Lubicz\npowiat toruński\n");
}

TEST(Partners, LabelsOverLists) {
  EXPECT_EQ(
      partners_of(
          "Lista partnerów:\n 1. Gmina Lubicz – lider\n 2. Powiat Toruński\n 3. Akademia Nadwiślańska\n\n"
          "Gmina Obrowo nie brała udziału."),
      "gmina Lubicz\npowiat toruński\nAkademia Nadwiślańska\n");
}

TEST(Partners, WhereAUnitLiesIsNoParty) {
  EXPECT_EQ(
      partners_of(
          "Stronami porozumienia są Gmina Lubicz i Gmina Obrowo w powiecie toruńskim, położone na terenie "
          "województwa kujawsko-pomorskiego."),
      "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, WhoDidNotJoinIsNone) {
  EXPECT_EQ(
      partners_of("Do partnerstwa przystąpiła Gmina Lubicz. Do partnerstwa nie przystąpiła Gmina Obrowo."),
      "gmina Lubicz\n");
}

TEST(Partners, NoneWithoutAPartnership) {
  EXPECT_EQ(
      partners_of(
          "Gmina Lubicz graniczy z gminą Obrowo. Drogi przebudowano w porozumieniu z Powiatem Toruńskim."),
      "");
}

}  // namespace
}  // namespace szukajst::indexer::extract
