#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Partners, PartiesOfAnAgreement) {
  EXPECT_EQ(partners_of("Porozumienie podpisano pomiędzy:\nStarostwem Brodnickim i Gminami: Osiek, Zbiczno."),
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

// Each text and its parties, a line each.
struct Case {
  const char* text;
  const char* partners;
};

TEST(Partners, WaysToSayThatUnitsActTogether) {
  static constexpr Case kCases[] = {
      {"Porozumienie w tej sprawie podpisali w maju Starosta Toruński Ewa Lis, Wójt Gminy Lubicz Jan Mak i "
       "Wójt "
       "Gminy Obrowo Anna Kot.",
       "powiat toruński\ngmina Lubicz\ngmina Obrowo\n"},
      {"Porozumienie podpisano dziś w starostwie. Jego stronami są: Powiat Toruński jako organizator, Gmina "
       "Miasta "
       "Toruń oraz gminy Lubicz i Obrowo. Za rok ma do nich dołączyć Chełmża.",
       "powiat toruński\nmiasto Toruń\ngmina Lubicz\ngmina Obrowo\n"},
      {"Porozumienie zawarły Miasto Suwałki, Gmina Suwałki i Powiat Suwalski. O zasady pytał już Filipów.",
       "miasto Suwałki\ngmina Suwałki\npowiat suwalski\n"},
      {"Współpraca opiera się na umowie, którą zawarły Gmina Lubicz, Stowarzyszenie „Razem” i Fundacja "
       "„Brzeg”. W "
       "2021 roku przystąpiła do niej Gmina Obrowo.",
       "gmina Lubicz\nStowarzyszenie „Razem”\nFundacja „Brzeg”\ngmina Obrowo\n"},
      {"Gmina Lubicz\n\nGmina podpisała z Powiatem Toruńskim, Gminą Obrowo i Cechem Rzemiosł Różnych umowę o "
       "wspólnych zajęciach.",
       "powiat toruński\ngmina Obrowo\nCech Rzemiosł Różnych\ngmina Lubicz\n"},
      {"Partnerstwo „Brzegi” zawiązały w 2022 roku: Gmina Lubicz jako lider, Gmina Obrowo z powiatu "
       "toruńskiego oraz "
       "Gmina Ciechocin z powiatu golubsko-dobrzyńskiego.",
       "gmina Lubicz\ngmina Obrowo\ngmina Ciechocin\n"},
      {"Związek istnieje od 1998 r. Tworzą go gminy z powiatu toruńskiego: Lubicz, Obrowo i Czernikowo. "
       "Status "
       "obserwatora ma Chełmża.",
       "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n"},
      {"Zawarty w Lubiczu w dniu 11 kwietnia 2019 roku pomiędzy:\n1. Gminą Lubicz, reprezentowaną przez "
       "Wójta Jana "
       "Maka,\n2. Gminą Obrowo, reprezentowaną przez Wójt Annę Kot,\n3. Powiatem Toruńskim, reprezentowanym "
       "przez "
       "Starostę Ewę Lis,\nzwanymi dalej Partnerami.",
       "gmina Lubicz\ngmina Obrowo\npowiat toruński\n"},
      {"Wyraża się zgodę na zawarcie przez Gminę Lubicz z Gminą Obrowo oraz Gminą Miasta Chełmża "
       "porozumienia w "
       "sprawie zakupu energii.",
       "gmina Lubicz\ngmina Obrowo\nmiasto Chełmża\n"},
      {"Protokół z sesji Rady Gminy Lubicz\n\nUchwała w sprawie zawarcia z Gminą Obrowo porozumienia o "
       "dowozie "
       "uczniów.",
       "gmina Obrowo\ngmina Lubicz\n"},
      {"Pod dokumentem podpisali się:\n- Wójt Gminy Lubicz Jan Mak,\n- Wójt Gminy Obrowo Anna Kot,\n- "
       "Sekretarz "
       "Gminy Czernikowo Ewa Lis, z upoważnienia wójta.\n\nObiad podano w Toruniu.",
       "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n"},
      {"Do stowarzyszenia należą gminy: Lubicz, Obrowo i Czernikowo.",
       "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n"},
      {"Członkami związku są Gmina Lubicz, Gmina Obrowo oraz Powiat Toruński.",
       "gmina Lubicz\ngmina Obrowo\npowiat toruński\n"},
      {"W projekcie uczestniczą gminy Lubicz i Obrowo oraz Powiat Toruński.",
       "gmina Lubicz\ngmina Obrowo\npowiat toruński\n"},
      {"Projekt realizują wspólnie Gmina Lubicz i Gmina Obrowo.", "gmina Lubicz\ngmina Obrowo\n"},
      {"Partnerami projektu są Gmina Lubicz, Powiat Toruński i Fundacja „Brzeg”.",
       "gmina Lubicz\npowiat toruński\nFundacja „Brzeg”\n"},
      {"Porozumienie zawarto w 2016 roku. Koordynuje je Gmina Lubicz, a Gmina Obrowo i Gmina Czernikowo "
       "pokrywają po "
       "jednej trzeciej kosztów.",
       "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n"},
      {"Umowa zawarta pomiędzy Gminą Lubicz, reprezentowaną przez Wójta Jana Maka, a Powiatem Toruńskim, "
       "reprezentowanym przez Zarząd Powiatu.",
       "gmina Lubicz\npowiat toruński\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(partners_of(c.text), c.partners) << c.text;
}

TEST(Partners, WhoIsNone) {
  static constexpr Case kCases[] = {
      {"Umowę o dofinansowanie podpisali marszałek województwa kujawsko-pomorskiego Jan Mak i wójt gminy "
       "Lubicz Anna "
       "Kot.",
       ""},
      {"Gmina Lubicz zawarła umowę z wykonawcą, którym jest Przedsiębiorstwo Drogowe „Bruk”.", ""},
      {"W spotkaniu uczestniczyli wójt gminy Lubicz Jan Mak i wójt gminy Obrowo Anna Kot.", ""},
      {"W turnieju uczestniczyły drużyny z gmin Lubicz i Obrowo.", ""},
      {"Udziela się pomocy finansowej Gminie Lubicz i Gminie Obrowo na budowę dróg.", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(partners_of(c.text), c.partners) << c.text;
}

TEST(Partners, NoneWithoutAPartnership) {
  EXPECT_EQ(
      partners_of(
          "Gmina Lubicz graniczy z gminą Obrowo. Drogi przebudowano w porozumieniu z Powiatem Toruńskim."),
      "");
}

}  // namespace
}  // namespace szukajst::indexer::extract
