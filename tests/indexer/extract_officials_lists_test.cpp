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

TEST(OfficialsInLists, UnitsWithShortenedNames) {
  EXPECT_EQ(
      officials_of(
          "Przyjechali: wójt gminy Smętowo Gr. Jan Mak, burmistrz miasta Ostrów Maz. Adam Lis, burmistrz "
          "Kalwarii Zebrz. Anna Kos oraz wójt gminy Tomaszów Lub. Jan Bąk."),
      "Jan Mak, wójt, gmina Smętowo Graniczne\nAdam Lis, burmistrz, miasto Ostrów Mazowiecka\n"
      "Anna Kos, burmistrz, gmina Kalwaria Zebrzydowska\nJan Bąk, wójt, gmina Tomaszów Lubelski\n");
}

TEST(OfficialsInLists, SurnamesThatNobodyDeclined) {
  EXPECT_EQ(officials_of(
                "Wstęgę przecięto w obecności Starosty Powiatu Toruńskiego Jarosława Madłach, Radnego Gminy "
                "Lubicz Mieczysława Kawczyk i Radnego Powiatowego Krzysztofa Puła. Głos zabrał Radny "
                "Powiatowy Krzysztof Puła."),
            "Jarosław Madłach, starosta, powiat toruński\nMieczysław Kawczyk, radny, gmina Lubicz\n"
            "Krzysztof Puła, radny, powiat toruński\n");
  EXPECT_EQ(officials_of("W zastępstwie p.o. dyrektora Krystyna Jeleńska z Urzędu Gminy Lubicz."),
            "Krystyna Jeleńska, dyrektor, gmina Lubicz\n");
}

TEST(OfficialsInLists, SignaturesSideBySide) {
  EXPECT_EQ(
      officials_of(
          "Protokół z sesji Rady Gminy Lubicz\n\nProtokołowała:                      Przewodniczący Rady "
          "Gminy\nUrszula Gargas\npodinspektor                          (-) Marek Jancz\n"),
      "Marek Jancz, przewodniczący rady, gmina Lubicz\n");
  EXPECT_EQ(
      officials_of(
          "Porozumienie Gminy Lubicz i Gminy Obrowo\n\n   WÓJT GMINY LUBICZ                    WÓJT GMINY "
          "OBROWO\n   /-/ Leszek Rak                       /-/ Ryszard Gryz\n"),
      "Leszek Rak, wójt, gmina Lubicz\nRyszard Gryz, wójt, gmina Obrowo\n");
}

TEST(OfficialsInLists, PlacesThatBearTheirNames) {
  EXPECT_EQ(
      officials_of(
          "Gmina Lubicz. Akta w urzędzie, Rynek Marszałka J. Piłsudskiego 1, most Wójta Jana Kosa i park "
          "Burmistrza Adama Lisa."),
      "");
  EXPECT_EQ(officials_of(
                "Gmina Lubicz. Traci moc list podpisany przez ówczesnego\n   Starostę toruńskiego Andrzeja "
                "Ciołka."),
            "");
}

TEST(OfficialsInLists, ThoseWhoTookPart) {
  EXPECT_EQ(
      officials_of(
          "Protokół I sesji Rady Gminy Lubicz\n\nW posiedzeniu wzięło udział 3 członków:\n\n  1. Leszek "
          "Bach\n  2. Maria Farasz\n  3. Dariusz Kaśka (radny opuścił obrady w pkt 7)\n\nGłosowano przez "
          "podniesienie ręki.\n"),
      "Dariusz Kaśka, radny, gmina Lubicz\nLeszek Bach, radny, gmina Lubicz\n"
      "Maria Farasz, radny, gmina Lubicz\n");
}

TEST(OfficialsInLists, MembersOfACouncilWhoWerePresent) {
  EXPECT_EQ(officials_of(
                "Protokół sesji Rady Gminy Lubicz\n\nW posiedzeniu wzięło udział 2 członków (na stan 3).\n\n"
                "Obecni:\n1. Leszek Bach\n2. Maria Farasz\n"),
            "Leszek Bach, radny, gmina Lubicz\nMaria Farasz, radny, gmina Lubicz\n");
}

TEST(OfficialsInLists, HeadsOfVillagesALineEach) {
  EXPECT_EQ(officials_of("Gmina Lubicz\n\nSołtysi:\nGrodzisko – Tomasz Kos\nMyśliwiec – Janina Mak\n"),
            "Tomasz Kos, sołtys, gmina Lubicz\nJanina Mak, sołtys, gmina Lubicz\n");
}

TEST(OfficialsInLists, SignaturesBesideWhoTookTheMinutes) {
  EXPECT_EQ(
      officials_of(
          "Protokół z posiedzenia Zarządu Powiatu Toruńskiego\n\nObecni:\n1. Jan Mak - Przewodniczący "
          "Zarządu\n2. "
          "Ewa Lis - Członek Zarządu\n\nProtokołowała:                          Podpisy członków Zarządu:\n"
          "Renata Kos                      1. J. Mak\n                                2. E. Lis\n"),
      "Jan Mak, przewodniczący zarządu, powiat toruński\nEwa Lis, członek zarządu, powiat toruński\n");
}

TEST(OfficialsInLists, CouncillorsWhoWereThereAndWhoWereNot) {
  EXPECT_EQ(officials_of("Protokół sesji Rady Gminy Lubicz\n\nRadni obecni (2): Jan Mak, Ewa Lis.\nRadni "
                         "nieobecni (1): Adam Kot.\n"),
            "Jan Mak, radny, gmina Lubicz\nEwa Lis, radny, gmina Lubicz\nAdam Kot, radny, gmina Lubicz\n");
}

TEST(OfficialsInLists, VotesByNameWithTheirCounts) {
  const std::string members =
      "Jan Mak, radny, gmina Lubicz\nEwa Lis, radny, gmina Lubicz\nAdam Kot, radny, gmina "
      "Lubicz\nZofia Sroka, radny, gmina Lubicz\n";
  EXPECT_EQ(officials_of("Protokół sesji Rady Gminy Lubicz\n\nGłosowanie imienne:\nZA (2): Jan Mak, Ewa Lis\n"
                         "WSTRZYMUJE SIĘ (1): Adam Kot\nPRZECIW (1): Zofia Sroka\n"),
            members);
  EXPECT_EQ(officials_of("Protokół sesji Rady Gminy Lubicz\n\nWyniki imienne:\nZA (2)\nJan Mak, Ewa Lis\n"
                         "BRAK GŁOSU (1)\nAdam Kot\nNIEOBECNI (1)\nZofia Sroka\n"),
            members);
}

TEST(OfficialsInLists, SignaturesWhosePostsStandAboveTheNames) {
  EXPECT_EQ(
      officials_of("Protokół sesji Rady Gminy Lubicz\n\nProtokołowała:                    Przewodniczył:\n"
                   "Beata Sitek                       Przewodniczący Rady Gminy\n"
                   "inspektor ds. obsługi rady        Piotr Kos\n"),
      "Piotr Kos, przewodniczący rady, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz\n\nJan Mak          Wójt Gminy\nEwa Kos          Skarbnik Gminy\n"),
            "Jan Mak, wójt, gmina Lubicz\nEwa Kos, skarbnik, gmina Lubicz\n");
}

TEST(OfficialsInLists, HeadsOfVillagesThatTheTextHasNamed) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Byli też sołtysi obu\nmiejscowości: Wiesława Pilarz z Grębocina i Jan Kuś "
                   "z Rogówka."),
      "Wiesława Pilarz, sołtys, gmina Lubicz\nJan Kuś, sołtys, gmina Lubicz\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
