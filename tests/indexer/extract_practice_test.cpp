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

TEST(Practice, LabelsAndValuesThatEmptyLinesPart) {
  EXPECT_EQ(card_of("Katalog innowacji\n\nNAZWA INNOWACJI\n\nCiepła ławka\n\nPOWIAT\n\ntoruński\n\nOPIEKUN "
                    "PROJEKTU\n\nAnna "
                    "Mak\n\nDATA ZGŁOSZENIA\n\n12 marca 2019 r.\n\n1. Problem\n\nŁawki były zimne.\n"),
            "NAZWA INNOWACJI = Ciepła ławka\nPOWIAT = toruński\nOPIEKUN PROJEKTU = Anna Mak\n"
            "DATA ZGŁOSZENIA = 2019-03-12\n");
}

TEST(Practice, ALabelThatNobodyKnowsBetweenThoseThatAreKnown) {
  EXPECT_EQ(card_of("Samorząd zgłaszający\nGmina Lubicz\nPowiat\ntoruński\nHasło\nrower\nRok "
                    "wdrożenia\n2015\n\nTekst.\n"),
            "Samorząd zgłaszający = Gmina Lubicz\nPowiat = toruński\nHasło = rower\nRok wdrożenia = 2015\n");
}

TEST(Practice, AColumnOfLabelsBeforeThatOfValues) {
  EXPECT_EQ(card_of("Baza praktyk\n\nTyp jednostki:\nPowiat:\nRok wdrożenia:\n\ngmina "
                    "wiejska\ntoruński\n2015\n\nTekst.\n"),
            "Typ jednostki = gmina wiejska\nPowiat = toruński\nRok wdrożenia = 2015\n");
}

TEST(Practice, RowsOfLabelsOverRowsOfValues) {
  EXPECT_EQ(
      card_of("Rejestr praktyk\n\n| Gmina | Rodzaj gminy | Powiat |\n| Lubicz | wiejska | toruński |\n\n"
              "| Koszt | Rok | Data dodania |\n| 9 000 zł | 2015 | 3.04.2016 |\n\nTekst.\n"),
      "Gmina = Lubicz\nRodzaj gminy = wiejska\nPowiat = toruński\nKoszt = 9 000 zł\nRok = 2015\n"
      "Data dodania = 2016-04-03\n");
}

TEST(Practice, LabelsThatOnlyTheirWordsPartFromTheirValues) {
  EXPECT_EQ(card_of("KARTA FINALISTY\n\nWnioskodawca Urząd Gminy Lubicz\n\nTyp gminy wiejska\n\nGmina Lubicz "
                    "Powiat toruński\n\n"
                    "Data złożenia karty 15.02.2021\n\nPartner Gmina Obrowo\n\nTekst.\n"),
            "Wnioskodawca = Urząd Gminy Lubicz\nTyp gminy = wiejska\nGmina = Lubicz\nPowiat = toruński\n"
            "Data złożenia karty = 2021-02-15\nPartner = Gmina Obrowo\n");
}

TEST(Practice, PairsInALineWithoutAnythingBetween) {
  EXPECT_EQ(card_of("Zbiór praktyk\n\nGmina: Lubicz Powiat: toruński Rok: 2015\nRodzaj gminy: wiejska "
                    "Kategoria: oświata\n\n"
                    "Tekst.\n"),
            "Gmina = Lubicz\nPowiat = toruński\nRok = 2015\nRodzaj gminy = wiejska\nKategoria = oświata\n");
}

TEST(Practice, NumbersAndBulletsBeforeLabels) {
  EXPECT_EQ(card_of("Formularz praktyki\n1. Nazwa praktyki: Ciepła ławka\n2. Powiat: toruński\n3. Koszt: 9 "
                    "tys. zł\n\nTekst.\n"),
            "Nazwa praktyki = Ciepła ławka\nPowiat = toruński\nKoszt = 9 tys. zł\n");
  EXPECT_EQ(
      card_of(
          "Praktyki\n\n• Zgłaszający – Gmina Lubicz\n• Powiat – toruński\n• Koszt – 9 tys. zł\n\nTekst.\n"),
      "Zgłaszający = Gmina Lubicz\nPowiat = toruński\nKoszt = 9 tys. zł\n");
}

TEST(Practice, LeadersThatAScannerReadAsLetters) {
  EXPECT_EQ(
      card_of("METRYCZKA\nPowiat ..... cece toruński\nWojewództwo ..........ccceeeees kujawsko-pomorskie\n"
              "Rok wdrożenia .... 2015\nTyp gminy ...... wiejska\n\nTekst.\n"),
      "Powiat = toruński\nWojewództwo = kujawsko-pomorskie\nRok wdrożenia = 2015\nTyp gminy = wiejska\n");
  EXPECT_EQ(card_of("METRYCZKA\nPowiat ...................0054.. toruński\nATES 1.00... eeeeeeee Lubicz 4\n"
                    "Rok wdrożenia .... 2015\nTyp gminy ...... wiejska\n\nTekst.\n"),
            "Powiat = toruński\nATES 1.00 = Lubicz 4\nRok wdrożenia = 2015\nTyp gminy = wiejska\n");
}

TEST(Practice, ATitleOfASeriesIsNoLabel) {
  EXPECT_EQ(card_of("Praktyka miesiąca: Stolarnia w remizie\n\nGmina: Lubicz\nPowiat: toruński\n"
                    "Budżet: 73 200 zł\nZgłoszono: 11 maja 2020\n\nStolarnia działa.\n"),
            "Gmina = Lubicz\nPowiat = toruński\nBudżet = 73 200 zł\nZgłoszono = 2020-05-11\n");
}

TEST(Practice, ALineOfLabelsAboveATableIsNoRow) {
  EXPECT_EQ(card_of("Forum praktyk\nNr karty: 118 | Dodano: 30.03.2023\n\nPOMOCNY TABLET\n\n"
                    "| Jednostka | Gmina Lubicz |\n| Powiat | toruński |\n| Liczba mieszkańców | 20 000 |\n"
                    "| Koszt wdrożenia | 21 000 zł |\n\nTablet pomaga.\n"),
            "Jednostka = Gmina Lubicz\nPowiat = toruński\nLiczba mieszkańców = 20 000\n"
            "Koszt wdrożenia = 21 000 zł\n");
}

TEST(Extract, AnEmptyTextGivesAnEmptyRecord) {
  const core::Record record = record_of("");
  EXPECT_TRUE(record.places.empty() && record.officials.empty() && record.partners.empty());
  EXPECT_TRUE(record.money.empty() && record.programmes.empty() && !record.practice);
}

TEST(Practice, OtherLabelledListsAreNone) {
  EXPECT_EQ(card_of("Cel główny: rozwój\nTermin: 2023\nKoszt: 10 zł\nOdpowiedzialny: wójt\n"), "none");
  EXPECT_EQ(card_of("Kontakt: Urząd Gminy\nTelefon: 56 000 00 00\nAdres: Lubicz 1\n"), "none");
  EXPECT_EQ(
      card_of("Powiat: toruński\nPowierzchnia: 106 km²\nLiczba mieszkańców: 20 000\nLiczba sołectw: 17\n"),
      "none");
  EXPECT_EQ(card_of("Praktyki\n\n| Gmina | Powiat | Rok |\n| Lubicz | toruński | 2015 |\n| Obrowo | toruński "
                    "| 2016 |\n"),
            "none");
}

TEST(Practice, AFirstLabelThatIsNotKnown) {
  EXPECT_EQ(
      card_of("Baza praktyk\n\nCiepła ławka\n\nPrzystań:\nGmina Lubicz\nPowiat:\ntoruński\nWojewództwo:\n"
              "kujawsko-pomorskie\nRok wdrożenia:\n2015\nKontakt:\nAnna Mak\n\nTekst.\n"),
      "Przystań = Gmina Lubicz\nPowiat = toruński\nWojewództwo = kujawsko-pomorskie\n"
      "Rok wdrożenia = 2015\nKontakt = Anna Mak\n");
}

TEST(Practice, SectionsOfOneCard) {
  EXPECT_EQ(
      card_of(
          "Karta praktyki\n\nA. DANE\n1. Nazwa praktyki ...... Ciepła ławka\n2. Powiat ...... toruński\n\n"
          "B. OSOBA\n3. Imię i nazwisko ...... Anna Mak\n4. Stanowisko ...... sekretarz gminy\n\n"
          "C. OPIS\nDzieci już nie marzną.\n"),
      "Nazwa praktyki = Ciepła ławka\nPowiat = toruński\nImię i nazwisko = Anna Mak\n"
      "Stanowisko = sekretarz gminy\n");
}

TEST(Practice, PairsThatEmptyLinesPart) {
  EXPECT_EQ(
      card_of(
          "Skarbnica pomysłów\n\nNazwa dobrej praktyki\nCiepła ławka\n\nPowiat / województwo\ntoruński / "
          "kujawsko-pomorskie\n\nMotto\nRazem cieplej\n\nBudżet\n12 tys. zł\n\nData dodania\n3.04.2016\n\n"
          "Wnioski\nUmowy trzeba podpisać przed zimą.\n"),
      "Nazwa dobrej praktyki = Ciepła ławka\nPowiat / województwo = toruński / kujawsko-pomorskie\n"
      "Motto = Razem cieplej\nBudżet = 12 tys. zł\nData dodania = 2016-04-03\n");
}

TEST(Practice, ManyKnownLabelsAreACardAnywhere) {
  EXPECT_EQ(
      card_of(
          "Wpisy\n\nCiepła ławka\nPowiat: toruński    Województwo: kujawsko-pomorskie\n"
          "Rok: 2015    Obszar: zdrowie\nZgłoszono: 2015-10-08    Koszt całkowity: 54 tys. zł\n\nTekst.\n"),
      "Powiat = toruński\nWojewództwo = kujawsko-pomorskie\nRok = 2015\nObszar = zdrowie\n"
      "Zgłoszono = 2015-10-08\nKoszt całkowity = 54 tys. zł\n");
  EXPECT_EQ(card_of("Budżet wiązki wynosi 5 mln zł\nWkład własny gmin to 15%\nDofinansowanie zapewni EFRR\n"
                    "Fundusz przekaże Marszałek\nWojewództwa dołożą resztę\nKontakt z mediami ma Anna Mak\n"),
            "none");
}

TEST(Practice, ScansThatSetEveryFieldApart) {
  EXPECT_EQ(card_of("Baza dobrych praktyk\n\nNazwa praktyki Ciepła ławka\n\nPowiat toruński\n\n"
                    "Okres realizacji marzec 2021 – maj 2022\n\nPartnerzy Gmina Obrowo, Spółdzielnia\n"
                    "„Ciepło” w Toruniu\n\nData zgłoszenia 15 maja 2023 r.\n\nTekst.\n"),
            "Nazwa praktyki = Ciepła ławka\nPowiat = toruński\nOkres realizacji = marzec 2021 – maj 2022\n"
            "Partnerzy = Gmina Obrowo, Spółdzielnia „Ciepło” w Toruniu\nData zgłoszenia = 2023-05-15\n");
}

TEST(Practice, SectionsInBracketsAndTheDayOfTheCard) {
  EXPECT_EQ(
      card_of("Baza dobrych praktyk\n\n[Miejsce]\nGmina: Lubicz\nPowiat: toruński\n\n[Organizacja]\nRok "
              "uruchomienia: 2016\n\n[Kontakt]\nTelefon: 56 000 11 08\n\nTekst.\n"),
      "Gmina = Lubicz\nPowiat = toruński\nRok uruchomienia = 2016\nTelefon = 56 000 11 08\n");
  EXPECT_EQ(card_of("KARTA INNOWACJI\n\nNazwa innowacji:\nCiepła ławka\nRok powstania:\n2015\nŹródło "
                    "finansowania:\nFIO\nData aktualizacji karty:\n10 stycznia 2017 r.\n\nTekst.\n"),
            "Nazwa innowacji = Ciepła ławka\nRok powstania = 2015\nŹródło finansowania = FIO\n"
            "Data aktualizacji karty = 2017-01-10\n");
}

TEST(Practice, OneProjectBehindAnotherIsNoCard) {
  EXPECT_EQ(
      card_of("LOKALNY PROGRAM REWITALIZACJI\n\nProjekt 1\nTytuł: Klub\nZakres: remont\nRealizator: MOPS\n"
              "Projekt 2\nTytuł: Hala\nZakres: adaptacja\nRealizator: Gmina\n"),
      "none");
}

TEST(Practice, FieldsBetweenSlashes) {
  EXPECT_EQ(
      card_of("Atlas dobrych praktyk\n\nCiepła ławka\n\n/ Gmina: Lubicz / Powiat: toruński / Województwo: "
              "kujawsko-pomorskie /\n/ Temat: kultura / sport / Edycja: 2018 /\n/ Rok: 2018/2019 / "
              "Zgłosił(a): Ewa Lis, dyrektor /\n\nTekst.\n"),
      "Gmina = Lubicz\nPowiat = toruński\nWojewództwo = kujawsko-pomorskie\nTemat = kultura / "
      "sport\nEdycja = 2018\nRok = 2018/2019\nZgłosił(a) = Ewa Lis, dyrektor\n");
}

// In a scan nothing but a space parts labels in capitals from their values, and rules leave signs.
TEST(Practice, LabelsInCapitalsThatNobodyKnows) {
  EXPECT_EQ(
      card_of("BANK DOBRYCH ROZWIAZAN [drukuj]\n\nCiepła ławka\n\nINSTYTUCJA Urzad Gminy Lubicz\nPOWIAT "
              "torunski\nWOJEWODZTWO _ kujawsko-pomorskie\nSTART 01.03.2017\nZAMKNIECIE 31.12.2018\nKOSZT 9 "
              "tys. zl\nAUTOR KARTY  Anna Mak\nDODANO 25.04.2019\n\nPROBLEM\n\nZimno.\n"),
      "INSTYTUCJA = Urzad Gminy Lubicz\nPOWIAT = torunski\nWOJEWODZTWO = kujawsko-pomorskie\nSTART = "
      "2017-03-01\nZAMKNIECIE = 2018-12-31\nKOSZT = 9 tys. zl\nAUTOR KARTY = Anna Mak\nDODANO = "
      "2019-04-25\n");
}

TEST(Practice, ALabelThatStandsTwiceIsOne) {
  const auto record = record_of(
      "KARTA DOBREJ PRAKTYKI\n\nNazwa praktyki: Ciepła ławka\nPowiat: toruński\nPartner: Gmina "
      "Lubicz\nPartner: Gmina "
      "Obrowo\nData zgłoszenia: 17.05.2022\n\nOPIS\n\nTekst.\n");
  ASSERT_TRUE(record.practice);
  ASSERT_EQ(record.practice->size(), 4U);
  EXPECT_EQ((*record.practice)[2],
            (std::pair<std::string, std::string>("Partner", "Gmina Lubicz; Gmina Obrowo")));
  ASSERT_EQ(record.evidence.practice.size(), 4U);
  EXPECT_GE(record.evidence.practice[2].size(), 2U);
}

TEST(Practice, ARangeOfDaysIsNoDate) {
  EXPECT_EQ(
      card_of(
          "Karta dobrej praktyki\n\nTytuł praktyki: Ciepła ławka\nPowiat: toruński\nTyp jednostki: gmina\n"
          "Termin realizacji: 01.02.2017-30.11.2018\nData zgłoszenia: 17.05.2022\n"),
      "Tytuł praktyki = Ciepła ławka\nPowiat = toruński\nTyp jednostki = gmina\n"
      "Termin realizacji = 01.02.2017-30.11.2018\nData zgłoszenia = 2022-05-17\n");
}

TEST(Practice, TheDayOfTheEntryIsItsDate) {
  const core::Record record = record_of(
      "Baza dobrych praktyk\n\nCiepła ławka\n\nNazwa praktyki\nCiepła ławka\n\nKto prowadzi\nGmina "
      "Obrowo\n\nStart "
      "praktyki\n02.09.2019\n\nNakłady\n84 000 zł\n\nWpis z dnia\n15.09.2023\n\nOpis\nŁawka grzeje w "
      "mróz.\n");
  ASSERT_TRUE(record.practice);
  EXPECT_EQ((*record.practice)[2], (std::pair<std::string, std::string>("Start praktyki", "2019-09-02")));
  ASSERT_TRUE(record.date);
  EXPECT_EQ(record.date->iso(), "2023-09-15");
}

TEST(Practice, RowsWhoseLabelBeginsWithASmallLetter) {
  EXPECT_EQ(
      card_of("Karta dobrej praktyki\n\nNazwa praktyki | Wspólny targ\nPowiat | toruński\nWartość ogółem | 1 "
              "104 300 zł\nw tym dofinansowanie | 772 000 zł\nKontakt | Urząd Gminy\n"),
      "Nazwa praktyki = Wspólny targ\nPowiat = toruński\nWartość ogółem = 1 104 300 zł\n"
      "w tym dofinansowanie = 772 000 zł\nKontakt = Urząd Gminy\n");
}

TEST(Practice, TheDayOfACardsLastChangeWhereItHasNoOther) {
  const core::Record record = record_of(
      "Karta dobrej praktyki\n\nNazwa praktyki | Wspólny targ\nPowiat | toruński\nPartnerzy | Gmina "
      "Obrowo\nRozpoczęcie | 1 kwietnia 2021 r.\nKontakt | Urząd Gminy\n\nOpis\nRolnicy sprzedawali "
      "sery przy drogach.\n\nData aktualizacji karty | 20.11.2023\n");
  ASSERT_TRUE(record.date);
  EXPECT_EQ(record.date->iso(), "2023-11-20");
}

TEST(Practice, AmountsWithDottedThousandsAreNoCard) {
  EXPECT_EQ(
      card_of(
          "Wkład własny wnoszą:\n\nPartner              Kwota w zł\nGmina Lubicz         1.869.000\n"
          "Gmina Obrowo           523.000\nPowiat Toruński        450.000\nRazem                2.842.000\n"),
      "none");
}

TEST(Extract, ATitleIsNotWhoWroteTheText) {
  const std::string page =
      "Powiat Gostyniński\nWspółpraca z gminami\nRoman Augustyn\n28.06.2018\n\nSamorządy powiatu chcą "
      "pracować razem. "
      "Starosta zaprosił wójtów na rozmowę o wspólnych drogach i autobusach, a ci przyjechali wszyscy.\n";
  EXPECT_EQ(record_of(page).title, "Współpraca z gminami");
}

TEST(Extract, ACasesNumberIsNoDay) {
  EXPECT_EQ(record_of("PPK-7331/2/3/2010      Opatówek 12.07.2010 r.\n\nOBWIESZCZENIE\n\nWójta Gminy "
                      "Opatówek\n\nZgodnie z art. 53 "
                      "zawiadamia się o wszczęciu postępowania.\n")
                .date->iso(),
            "2010-07-12");
}

TEST(Extract, AVisionInQuotationMarksBelowWhatIsSaidOfVisions) {
  const core::Record record = record_of(
      "Strategia Gminy Lubicz\n\nMisja rozwoju Gminy\n\nPrzepisy mają wpływ na misję, bo potrzeby wspólnoty "
      "są tym, "
      "do czego gmina została powołana. Określono następującą misję:\n\n\"Dbać o wszystkich mieszkańców "
      "jednakowo\"\n\nWizja rozwoju Gminy\n\nWizja musi być wyzwaniem dla władz i mieszkańców.\n\n„Lubicz "
      "gminą "
      "ludzi przedsiębiorczych”\n");
  EXPECT_EQ(record.mission, "Dbać o wszystkich mieszkańców jednakowo");
  EXPECT_EQ(record.vision, "Lubicz gminą ludzi przedsiębiorczych");
}

}  // namespace
}  // namespace szukajst::indexer::extract
