#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Practice, LabelsWithColons) {
  EXPECT_EQ(
      card_of(
          "Rower dla każdego\n\nOpis.\n\nMetryka praktyki\nData zgłoszenia:  17.05.2022\n\n"
          "Typ jednostki:  gmina wiejska\nPowiat:  toruński\nOsoba do kontaktu:  Anna Mak\n Sekretarz Gminy\n"
          "\n[ Skrót | Opis ]\n"),
      "Data zgłoszenia = 2022-05-17\nTyp jednostki = gmina wiejska\nPowiat = toruński\n"
      "Osoba do kontaktu = Anna Mak Sekretarz Gminy\n");
}

TEST(Practice, LabelsOverTheirValues) {
  EXPECT_EQ(
      card_of("KARTA DOBREJ PRAKTYKI\n\nNazwa praktyki:\nCiepła ławka\nPowiat:\ntoruński\n"
              "Typ jednostki:\ngmina miejska\nPartnerzy:\nGmina Lubicz,\nKoło Wędkarzy\n\nOPIS\n\nTekst.\n"),
      "Nazwa praktyki = Ciepła ławka\nPowiat = toruński\nTyp jednostki = gmina miejska\n"
      "Partnerzy = Gmina Lubicz, Koło Wędkarzy\n");
}

TEST(Practice, RowsOfATable) {
  EXPECT_EQ(
      card_of("| Tytuł praktyki | Ciepła ławka |\n| Gmina | Lubicz |\n| Powiat | toruński |\n"
              "| Data zgłoszenia | 19 listopada 2018 r. |\n\nStreszczenie\n"),
      "Tytuł praktyki = Ciepła ławka\nGmina = Lubicz\nPowiat = toruński\nData zgłoszenia = 2018-11-19\n");
}

TEST(Practice, LabelsWithDashesUnderASpacedHeading) {
  EXPECT_EQ(card_of("M E T R Y K A\n\nTyp jednostki - gmina wiejska\nPowiat - toruński\nMiejscowość - "
                    "Lubicz\n\nKoniec.\n"),
            "Typ jednostki = gmina wiejska\nPowiat = toruński\nMiejscowość = Lubicz\n");
}

TEST(Practice, TwoColumns) {
  EXPECT_EQ(
      card_of("Typ jednostki          powiat                        Powiat             toruński\n"
              "Jednostka wdrażająca   Zarząd Dróg Powiatowych        Telefon            56 000 00 00\n"
              "Rok wdrożenia          2019                          Liczba mieszkańców 104 750\n\nTekst.\n"),
      "Typ jednostki = powiat\nPowiat = toruński\nJednostka wdrażająca = Zarząd Dróg Powiatowych\n"
      "Telefon = 56 000 00 00\nRok wdrożenia = 2019\nLiczba mieszkańców = 104 750\n");
}

TEST(Practice, LabelsInCapitalsOverTheirValues) {
  EXPECT_EQ(
      card_of("Baza dobrych praktyk\n\nRower dla każdego\n\nTYP JEDNOSTKI\ngmina wiejska\nPOWIAT\ntoruński\n"
              "DATA ZGŁOSZENIA\n12 marca 2019 r.\nPARTNERZY\nGmina Obrowo\nKoło Wędkarzy\n\nOpis\nTekst.\n"),
      "TYP JEDNOSTKI = gmina wiejska\nPOWIAT = toruński\nDATA ZGŁOSZENIA = 2019-03-12\n"
      "PARTNERZY = Gmina Obrowo, Koło Wędkarzy\n");
}

TEST(Practice, LeadersOfDots) {
  EXPECT_EQ(
      card_of("Tekst przed kartą.\n\nKarta praktyki\nGmina ............ Lubicz\nPowiat ........... toruński\n"
              "Województwo ...... kujawsko-pomorskie\nRok wdrożenia .... 2015\n\nTekst.\n"),
      "Gmina = Lubicz\nPowiat = toruński\nWojewództwo = kujawsko-pomorskie\nRok wdrożenia = 2015\n");
}

TEST(Practice, FieldsOfOneLine) {
  EXPECT_EQ(
      card_of(
          "Dobre praktyki: rower\n\nTyp jednostki: gmina wiejska • Powiat: toruński • Rok wdrożenia: 2015\n"
          "Województwo: kujawsko-pomorskie • Data wpisu: 3.04.2016\n\nTekst.\n"),
      "Typ jednostki = gmina wiejska\nPowiat = toruński\nRok wdrożenia = 2015\n"
      "Województwo = kujawsko-pomorskie\nData wpisu = 2016-04-03\n");
  EXPECT_EQ(
      card_of("Karta praktyki\nTyp: powiat | Samorząd: Powiat Toruński | Kontakt: Anna Mak\n\nTekst.\n"),
      "Typ = powiat\nSamorząd = Powiat Toruński\nKontakt = Anna Mak\n");
}

TEST(Practice, TwoPairsInALineAndValuesOverLines) {
  EXPECT_EQ(
      card_of("Baza praktyk\n\nDane podstawowe\nGmina: Lubicz          Powiat: toruński\n"
              "Kod pocztowy: 87-162   Telefon: 56 000 00 00\nPartnerzy:\n- Gmina Obrowo\n- Powiat Toruński\n"
              "Kontakt: Anna Mak\nSekretarz Gminy\ntel. 56 000 00 01\nBudżet: 12 000 zł\n\nTekst.\n"),
      "Gmina = Lubicz\nPowiat = toruński\nKod pocztowy = 87-162\nTelefon = 56 000 00 00\n"
      "Partnerzy = Gmina Obrowo, Powiat Toruński\n"
      "Kontakt = Anna Mak Sekretarz Gminy tel. 56 000 00 01\nBudżet = 12 000 zł\n");
}

TEST(Practice, OnePairInALineOfColumns) {
  EXPECT_EQ(card_of("Katalog praktyk\n\nTyp jednostki\tgmina "
                    "wiejska\nPowiat\ttoruński\nWojewództwo\tkujawsko-pomorskie\n"
                    "Partner\tGmina Obrowo,\n\tPowiat Toruński\n\nTekst.\n"),
            "Typ jednostki = gmina wiejska\nPowiat = toruński\nWojewództwo = kujawsko-pomorskie\n"
            "Partner = Gmina Obrowo, Powiat Toruński\n");
}

TEST(Practice, DamagedLabels) {
  EXPECT_EQ(
      card_of("METRYKA PRAKTYKl\n\nMiejscowosc: Lubicz\nTyp jednostki: gmina wiejska\n\nPowlat: toruński\n\n"
              "Wojew6dztwo: kujawsko-pomorskie\n\nTekst.\n"),
      "Miejscowosc = Lubicz\nTyp jednostki = gmina wiejska\nPowlat = toruński\n"
      "Wojew6dztwo = kujawsko-pomorskie\n");
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
