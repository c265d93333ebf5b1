#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Programmes, Abbreviations) {
  EXPECT_EQ(programmes_of("Środki z EFS, EFS+, RPO WK-P, RPOWŚ, PO RYBY, FEDS, PFRON i WFOŚiGW w Toruniu."),
            "EFS\nEFS+\nRPO WK-P\nRPOWŚ\nPO RYBY\nFEDS\nPFRON\nWFOŚiGW\n");
}

TEST(Programmes, NamesInTheNominative) {
  EXPECT_EQ(
      programmes_of("Dotacja z Norweskiego Mechanizmu Finansowego, Rządowego Funduszu Rozwoju Dróg, "
                    "Szwajcarsko-Polskiego Programu Współpracy i Funduszu Pracy."),
      "Norweski Mechanizm Finansowy\nRządowy Fundusz Rozwoju Dróg\nSzwajcarsko-Polski Program Współpracy\n"
      "Fundusz Pracy\n");
}

TEST(Programmes, NamesThatDeclineAsAWhole) {
  EXPECT_EQ(
      programmes_of("W programie „Czyste Powietrze”, z Polskiego Ładu i Funduszy Europejskich dla Pomorza."),
      "Czyste Powietrze\nPolski Ład\nFundusze Europejskie dla Pomorza\n");
}

TEST(Programmes, AnAbbreviationBehindItsName) {
  EXPECT_EQ(programmes_of("Z Europejskiego Funduszu Rozwoju Regionalnego (EFRR)."), "EFRR\n");
}

TEST(Programmes, AnAbbreviationAndWhatItStandsFor) {
  EXPECT_EQ(programmes_of("Z Funduszu Dróg Samorządowych (FDS)."), "FDS\n");
  EXPECT_EQ(programmes_of("Skróty: FRKF – Fundusz Rozwoju Kultury Fizycznej, JST – jednostka."), "FRKF\n");
  EXPECT_EQ(programmes_of("Wniosek złożymy w programie PL-SK."), "PL-SK\n");
}

TEST(Programmes, LettersThatAScannerLostTheMarksOf) {
  EXPECT_EQ(programmes_of("z WFOSiGW"), "WFOŚiGW\n");
}

TEST(Programmes, TheDocumentsOwnProgrammeAndOfficesAreNone) {
  EXPECT_EQ(programmes_of(
                "Roczny Program Współpracy z organizacjami. Referat Funduszy Zewnętrznych. Fundusz sołecki. "
                "PO co? FE"),
            "");
}

TEST(Programmes, RegionalOnesAndDamagedOnes) {
  EXPECT_EQ(programmes_of("Środki z FEdKP, RPO WiM oraz PS WPR."), "FEdKP\nRPO WiM\nPS WPR\n");
  EXPECT_EQ(programmes_of("Województwo łódzkie, powiat łęczycki: dofinansowanie z RPO WE."), "RPO WŁ\n");
}

TEST(Programmes, NamesWithoutAnyWordForAProgramme) {
  EXPECT_EQ(programmes_of("Pieniądze dał konkurs Działaj Lokalnie i Senior+, a także Aktywna Tablica."),
            "Działaj Lokalnie\nSenior+\nAktywna Tablica\n");
}

TEST(Programmes, TheTwoSidesOfABorder) {
  EXPECT_EQ(programmes_of("Promesa z programu Interreg Litwa-Polska."), "Interreg Litwa-Polska\n");
  EXPECT_EQ(programmes_of("Środki Interreg V-A Polska–Słowacja na szlak."), "Interreg V-A Polska–Słowacja\n");
  EXPECT_EQ(programmes_of("Interreg – program ponad granicami."), "Interreg\n");
}

TEST(Programmes, CodesWithASmallLetterOrAYear) {
  EXPECT_EQ(programmes_of("Środki FEdP oraz RPO-L2020 na drogi."), "FEdP\nRPO-L2020\n");
}

TEST(Programmes, QuotedOnesWithACapitalWhereMoneyIsSpokenOf) {
  EXPECT_EQ(programmes_of("Źródło finansowania: budżet gminy, Program „Ciepła ławka”."), "Ciepła ławka\n");
  EXPECT_EQ(programmes_of("Program „Ciepła ławka” spodobał się dzieciom."), "");
}

TEST(Programmes, AbbreviationsInBracketsOfAnyShape) {
  EXPECT_EQ(programmes_of("Z Narodowego Funduszu Ochrony Środowiska i Gospodarki Wodnej (NFOŚiGW)."),
            "NFOŚiGW\n");
  EXPECT_EQ(programmes_of("Wniosek do Funduszy Europejskich dla Mazowsza 2021–2027 (FEM)."), "FEM\n");
  EXPECT_EQ(programmes_of("Projekty do programu Polska-Białoruś-Ukraina (PBU)."), "PBU\n");
}

TEST(Programmes, NamesThatNoQuotationMarks) {
  EXPECT_EQ(programmes_of("Zdobyliśmy 12 400 euro z programu Europa dla Obywateli."),
            "Europa dla Obywateli\n");
  EXPECT_EQ(programmes_of("Trwa nabór do programu Litwa–Polska."), "Litwa–Polska\n");
  EXPECT_EQ(programmes_of("Koszt programu Gminy Lubicz pokryje budżet."), "");
  EXPECT_EQ(programmes_of("Dotacja z programu priorytetowego „Energia dla Wsi”."), "Energia dla Wsi\n");
  EXPECT_EQ(programmes_of("Dołoży się Program Współpracy Transgranicznej Polska–Białoruś–Ukraina."),
            "Program Współpracy Transgranicznej Polska–Białoruś–Ukraina\n");
}

TEST(Programmes, AProgrammesOwnName) {
  EXPECT_EQ(programmes_of("Środki z Rządowego Programu Wspierania Osób Starszych „Aktywni+”."), "Aktywni+\n");
}

TEST(Programmes, ACapitalAtTheBeginningOfALineSaysNothing) {
  EXPECT_EQ(programmes_of("Kierunki\n2.1. Czyste powietrze i cisza\n2.2. Odnowa wsi\n"), "");
}

TEST(Programmes, DamagedAbbreviations) {
  EXPECT_EQ(programmes_of("Środki: Europejski Fundusz Rolny (EFRRÓW).", true), "EFRROW\n");
  EXPECT_EQ(programmes_of("Środki pochodzą z FEGKP.", true), "FEdKP\n");
}

TEST(Programmes, WhatMoneyComesFrom) {
  EXPECT_EQ(programmes_of("Środki wpłyną z Programu Rozwoju Gminnej Infrastruktury Drogowej."),
            "Program Rozwoju Gminnej Infrastruktury Drogowej\n");
  EXPECT_EQ(programmes_of("Środki z Programu Współpracy Gminy Lubicz rozdzieli komisja."), "");
}

TEST(Programmes, AbbreviationsWithAYearASmallLetterOrAFurtherWord) {
  EXPECT_EQ(programmes_of("Środki z programu FEKP2027."), "FEKP2027\n");
  EXPECT_EQ(programmes_of("Numer GKI2027 pisma."), "");
  EXPECT_EQ(programmes_of("Dotacja: PO IiŚ, PO KL."), "PO IiŚ\nPO KL\n");
  EXPECT_EQ(programmes_of("Koszt pokryje dotacja z programu RPO WD."), "RPO WD\n");
  EXPECT_EQ(programmes_of("Liczymy na EFS Plus i FE dla Opolskiego."), "EFS Plus\nFE dla Opolskiego\n");
}

TEST(Programmes, ANameThatGoesOnInALineSetIn) {
  EXPECT_EQ(programmes_of("      Zabezpieczono 5 mln zł z Rządowego\n      Funduszu Polski Ład.\n"),
            "Rządowy Fundusz Polski Ład\n");
}

TEST(Programmes, NamesThatHaveNoCapitals) {
  EXPECT_EQ(programmes_of("Dotacja z Programu rozwoju\ngminnej i powiatowej infrastruktury drogowej."),
            "Program rozwoju gminnej i powiatowej infrastruktury drogowej\n");
  EXPECT_EQ(programmes_of("Kwota z Programu „Pomoc Techniczna\ndla Funduszy Europejskich”."),
            "Pomoc Techniczna dla Funduszy Europejskich\n");
}

TEST(Programmes, AnAbbreviationThatTheLineParts) {
  EXPECT_EQ(programmes_of("Pieniądze pochodzą z RPO –\nLubuskie 2020."), "RPO – Lubuskie 2020\n");
  EXPECT_EQ(programmes_of("   Pieniądze da program PO\n   WER."), "PO WER\n");
}

TEST(Programmes, ListsOfAbbreviations) {
  EXPECT_EQ(programmes_of("NFOŚiGW – Narodowy Fundusz Ochrony Środowiska i Gospodarki Wodnej\n"
                          "OSP – Ochotnicza Straż Pożarna\n"
                          "RPO WL – Regionalny Program Operacyjny Województwa Lubelskiego\n"),
            "NFOŚiGW\nRPO WL\n");
  EXPECT_EQ(programmes_of("Dotacja z FEM 2021-2027 (Fundusze Europejskie dla Mazowsza)."), "FEM 2021-2027\n");
}

TEST(Programmes, SpeltOutWhereTheirAbbreviationStandsToo) {
  EXPECT_EQ(programmes_of(
                "Dotacja z PROW i z RPO WP. Środki z Programu Rozwoju Obszarów Wiejskich, z Krajowego Planu "
                "Odbudowy i z Regionalnego Programu Operacyjnego Województwa Pomorskiego."),
            "PROW\nRPO WP\nKrajowy Plan Odbudowy\n");
}

TEST(Programmes, NoDepartmentsAndNoGoals) {
  EXPECT_EQ(programmes_of("Pytania przyjmuje Departament Programów Rozwoju Obszarów Wiejskich."), "");
  EXPECT_EQ(
      programmes_of("Cel szczegółowy 3.1 >> Czyste powietrze i zieleń\n3.2 Czyste powietrze w mieście\n"),
      "");
}

TEST(Programmes, AnAbbreviationWithinAName) {
  EXPECT_EQ(programmes_of("Dofinansowanie z RPO WD oraz z Programu Współpracy INTERREG Polska–Saksonia."),
            "RPO WD\nInterreg Polska–Saksonia\n");
}

TEST(Programmes, APrepositionInALineOfCapitals) {
  EXPECT_EQ(programmes_of("WESOŁYM SZLAKIEM PO NOWYM ASFALCIE\n\nWójt przeciął wstęgę, a droga czeka.\n"),
            "");
  EXPECT_EQ(programmes_of("Środki da PO PT."), "PO PT\n");
}

TEST(Programmes, AStrandOfACrossBorderProgramme) {
  EXPECT_EQ(programmes_of("Rozważane są Interreg VI A oraz Interreg V-A."), "Interreg VI A\nInterreg V-A\n");
  EXPECT_EQ(programmes_of("Wniosek w programie Litwa – Ukraina czeka, w programie Senior – Krok też."),
            "Litwa – Ukraina\n");
}

TEST(Programmes, RoadsOfMunicipalitiesAndCounties) {
  EXPECT_EQ(programmes_of("Drogę zgłoszono do PRGiPID."), "PRGiPID\n");
}

TEST(Programmes, TheYearsByWhichTheyAreCalled) {
  EXPECT_EQ(
      programmes_of("Środki pochodzą z PROW 2014-2020 oraz z FEP 2021–2027. W ramach PROW powstał most."),
      "PROW 2014-2020\nFEP 2021–2027\n");
  EXPECT_EQ(programmes_of("Dotacja z FEŁ 2027 i z FEW 2021+."), "FEŁ 2027\nFEW 2021+\n");
  // When it was, and not what it is called.
  EXPECT_EQ(programmes_of("W ramach PFRON 2022 przyniósł gminie dotację."), "PFRON\n");
}

TEST(Programmes, CommonWordsInQuotationMarksOrBehindTheWordProgramme) {
  EXPECT_EQ(programmes_of("Gmina realizuje „Posiłek w szkole i w domu”. Opieka wytchnieniowa to odpoczynek."),
            "Posiłek w szkole i w domu\n");
  EXPECT_EQ(programmes_of("Dofinansowanie z programu Opieka wytchnieniowa wyniosło 20 tys. zł."),
            "Opieka wytchnieniowa\n");
}

TEST(Programmes, FacilitiesThatAreCalledLikeOne) {
  EXPECT_EQ(programmes_of("Klub Senior+ w Lipkach i dzienny dom „Senior+” w Borku."), "");
  EXPECT_EQ(programmes_of("Dotacja z programu wieloletniego „Senior+”."), "Senior+\n");
}

TEST(Programmes, NamesOfTwoLandsAndOfThree) {
  EXPECT_EQ(programmes_of("Źródła: Interreg Polska–Białoruś–Ukraina, Interreg Polska–Słowacja."),
            "Interreg Polska–Białoruś–Ukraina\nInterreg Polska–Słowacja\n");
}

TEST(Programmes, ARegionalOneByItsVoivodeship) {
  EXPECT_EQ(programmes_of("Wniosek trafi do RPO Województwa Lubelskiego w ramach działania."),
            "RPO Województwa Lubelskiego\n");
}

TEST(Programmes, AnAbbreviationWhoseLastLetterStandsWithinAWord) {
  EXPECT_EQ(programmes_of("FEPK – Fundusze Europejskie dla Podkarpacia 2021-2027\n\nResztę pokryje FEPK."),
            "FEPK\n");
}

TEST(Programmes, AFundsNameEndsWithItsRow) {
  EXPECT_EQ(programmes_of(
                "S1.1   2024–2028   54 000 000   Fundusz Dopłat\nS2.2   2023–2025   27 250 000   budżet\n"),
            "Fundusz Dopłat\n");
  EXPECT_EQ(programmes_of("Bus na telefon | Fundusz rozwoju przewozów autobusowych"),
            "Fundusz Rozwoju Przewozów Autobusowych\n");
}

TEST(Programmes, AProgrammeBehindWhichItsFundIsNamed) {
  EXPECT_EQ(programmes_of("Dotacja z Programu Inwestycji Strategicznych Polski Ład."),
            "Program Inwestycji Strategicznych Polski Ład\n");
}

TEST(Programmes, AFundThatDeclines) {
  EXPECT_EQ(programmes_of("Wnioski złożono do Ekofunduszu i w ramach GEPARD II."), "Ekofundusz\nGEPARD II\n");
}

TEST(Programmes, CodesThatDifferByAMarkAlone) {
  EXPECT_EQ(programmes_of("Środki z programu Fundusze Europejskie dla Lubelskiego (FEL)."), "FEL\n");
  EXPECT_EQ(programmes_of("Pilotaż LEADER+ oraz INTERREG IIIA."), "LEADER+\nINTERREG IIIA\n");
}

TEST(Programmes, WhatStandsInBracketsBehindAFund) {
  EXPECT_EQ(
      programmes_of("Kredyt z Funduszu Dopłat (BGK) i dotacja z Rządowego Programu Wspierania Dróg (RPWD)."),
      "Fundusz Dopłat\nRPWD\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
