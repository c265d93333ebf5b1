#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Practice, LabelsWithColons) {
  EXPECT_EQ(
      card_of(
          "Rower dla każdego\n\nOpis.\n\nMetryka praktyki\nData wprowadzenia do bazy:  3.10.2017\n\n"
          "Typ jednostki:  gmina wiejska\nPowiat:  toruński\nOsoba do kontaktu:  Anna Mak\n Sekretarz Gminy\n"
          "\n[ Skrót | Opis ]\n"),
      "Data wprowadzenia do bazy = 2017-10-03\nTyp jednostki = gmina wiejska\nPowiat = toruński\n"
      "Osoba do kontaktu = Anna Mak Sekretarz Gminy\n");
}

TEST(Practice, LabelsOverTheirValues) {
  EXPECT_EQ(card_of("KARTA DOBREJ PRAKTYKI\n\nNazwa praktyki:\nCiepła ławka\nTyp jednostki:\ngmina miejska\n"
                    "Powiat:\ntoruński\nPartnerzy:\nGmina Lubicz,\nKoło Wędkarzy\n\nOPIS\n\nTekst.\n"),
            "Nazwa praktyki = Ciepła ławka\nTyp jednostki = gmina miejska\nPowiat = toruński\n"
            "Partnerzy = Gmina Lubicz, Koło Wędkarzy\n");
}

TEST(Practice, RowsOfATable) {
  EXPECT_EQ(
      card_of("| Tytuł praktyki | Ciepła ławka |\n| Gmina | Lubicz |\n| Powiat | toruński |\n"
              "| Data zgłoszenia | 8 lutego 2021 r. |\n\nStreszczenie\n"),
      "Tytuł praktyki = Ciepła ławka\nGmina = Lubicz\nPowiat = toruński\nData zgłoszenia = 2021-02-08\n");
}

TEST(Practice, LabelsWithDashesUnderASpacedHeading) {
  EXPECT_EQ(card_of("M E T R Y K A\n\nTyp jednostki - gmina wiejska\nPowiat - toruński\nMiejscowość - "
                    "Lubicz\n\nKoniec.\n"),
            "Typ jednostki = gmina wiejska\nPowiat = toruński\nMiejscowość = Lubicz\n");
}

TEST(Practice, TwoColumns) {
  EXPECT_EQ(
      card_of("Typ jednostki          powiat                        Powiat             toruński\n"
              "Jednostka wdrażająca   Starostwo Powiatowe w Toruniu  Telefon            56 000 00 00\n"
              "Rok wdrożenia          2013                          Liczba mieszkańców 98 300\n\nTekst.\n"),
      "Typ jednostki = powiat\nPowiat = toruński\nJednostka wdrażająca = Starostwo Powiatowe w Toruniu\n"
      "Telefon = 56 000 00 00\nRok wdrożenia = 2013\nLiczba mieszkańców = 98 300\n");
}

TEST(Extract, AnEmptyTextGivesAnEmptyRecord) {
  const core::Record record = record_of("");
  EXPECT_TRUE(record.places.empty() && record.officials.empty() && record.partners.empty());
  EXPECT_TRUE(record.money.empty() && record.programmes.empty() && !record.practice);
}

TEST(Practice, OtherLabelledListsAreNone) {
  EXPECT_EQ(card_of("Cel główny: rozwój\nTermin: 2023\nKoszt: 10 zł\nOdpowiedzialny: wójt\n"), "none");
  EXPECT_EQ(card_of("Kontakt: Urząd Gminy\nTelefon: 56 000 00 00\nAdres: Lubicz 1\n"), "none");
}

}  // namespace
}  // namespace szukajst::indexer::extract
