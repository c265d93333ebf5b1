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

TEST(Partners, WhereAProjectIsMakesNone) {
  static constexpr Case kCases[] = {
      {"Powiat Toruński realizuje projekt „Senior” na terenie gmin Lubicz i Obrowo.", ""},
      {"Raport o stanie gminy\n\nGmina Lubicz należy do Związku Gmin Wiejskich RP. Gmina Obrowo i Gmina "
       "Czernikowo mają "
       "podobną liczbę mieszkańców.",
       ""},
      {"W turnieju wzięły udział trzy gminy: Lubicz, Obrowo i Czernikowo.", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(partners_of(c.text), c.partners) << c.text;
}

TEST(Partners, NoneWithoutAPartnership) {
  EXPECT_EQ(
      partners_of(
          "Gmina Lubicz graniczy z gminą Obrowo. Drogi przebudowano w porozumieniu z Powiatem Toruńskim."),
      "");
}

TEST(Partners, ThePartiesOfAnAgreementAsFarAsItsFirstArticle) {
  EXPECT_EQ(
      partners_of(
          "UMOWA PARTNERSKA\n\nzawarta w Lubiczu w dniu 7 maja 2018 r. między:\n\nPowiatem Toruńskim – "
          "Powiatowym Centrum Pomocy Rodzinie, zwanym dalej „Partnerem wiodącym”,\n\na\n\nGminą Lubicz, "
          "reprezentowaną przez Wójta,\n\na\n\nFundacją „Brzeg”, zwaną dalej „Partnerem nr 2”.\n\n"
          "Art. 1. Gmina Obrowo nie jest stroną."),
      "powiat toruński\ngmina Lubicz\nFundacja „Brzeg”\n");
}

TEST(Partners, MembersInListsTablesAndSignatures) {
  static constexpr Case kCases[] = {
      {"Stowarzyszenie Gmin Ziemi Lipowej\n\nCzłonkowie\n\nLp. | Członek | Delegat\n1 | Gmina Lubicz | Jan "
       "Mak\n"
       "2 | Gmina Obrowo | Anna Kot\n3 | Powiat Toruński | Ewa Lis\n",
       "gmina Lubicz\ngmina Obrowo\npowiat toruński\n"},
      {"DEKLARACJA WSPÓŁPRACY\n\nMy, niżej podpisani, chcemy wspólnej drogi.\n\nStarosta Toruński – Ewa "
       "Lis\nWójt Gminy "
       "Lubicz – Jan Mak\nWójt Gminy Obrowo – Anna Kot\n",
       "powiat toruński\ngmina Lubicz\ngmina Obrowo\n"},
      {"Lokalna Grupa Działania „Brzeg”\n\nObszar LGD obejmuje gminy:\n• Lubicz\n• Obrowo\n• Czernikowo\n",
       "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n"},
      {"REGULAMIN KONWENTU WÓJTÓW\n\nCzłonkami Konwentu są:\na) Wójt Gminy Lubicz,\nb) Wójt Gminy "
       "Obrowo,\nc) Starosta "
       "Toruński.\n",
       "gmina Lubicz\ngmina Obrowo\npowiat toruński\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(partners_of(c.text), c.partners) << c.text;
}

TEST(Partners, HeadsNamedByTheirTownsAlone) {
  EXPECT_EQ(partners_of(
                "Akt założycielski podpisali: starosta toruński Ewa Lis, wójtowie – Lubicza Jan Mak i Obrowa "
                "Anna Kot."),
            "powiat toruński\ngmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, WhereAMemberLiesIsNone) {
  EXPECT_EQ(partners_of("Porozumienie zawarły Gmina Lubicz (powiat toruński) i Gmina Ciechocin (powiat "
                        "golubsko-dobrzyński)."),
            "gmina Lubicz\ngmina Ciechocin\n");
}

TEST(Partners, ThePlansOfAStrategyMakeNone) {
  EXPECT_EQ(
      partners_of(
          "STRATEGIA ROZWOJU GMINY LUBICZ NA LATA 2021–2030\n\nKierunki działań:\n- przebudowa dróg razem z "
          "Powiatem Toruńskim,\n- wspólna komunikacja z gminami Obrowo i Czernikowo.\n"),
      "");
}

TEST(Partners, OfACardItsKeeperAndThoseThatItNames) {
  EXPECT_EQ(
      partners_of(
          "Baza dobrych praktyk\n\nTyp jednostki: gmina wiejska\nJednostka wdrażająca: Gmina Lubicz\n"
          "Powiat: toruński\nPartnerzy w projekcie: Gmina Obrowo, Fundacja „Brzeg”\nRok wdrożenia: 2015\n\n"
          "Dobrze się sprawdziło.\n"),
      "gmina Obrowo\nFundacja „Brzeg”\ngmina Lubicz\n");
  EXPECT_EQ(partners_of(
                "Baza dobrych praktyk\n\nTyp jednostki\nSamorząd\nPowiat\nPartnerzy\n\ngmina wiejska\nGmina "
                "Lubicz\ntoruński\nGmina Obrowo\n\nDobrze się sprawdziło.\n"),
            "gmina Obrowo\ngmina Lubicz\n");
}

TEST(Partners, TownsAbroad) {
  EXPECT_EQ(partners_of("Miasta partnerskie Torunia\n\nToruń współpracuje z miastami w całej Europie. Co "
                        "roku młodzież jeździ na "
                        "wymianę.\n\nGetynga (Niemcy) – umowa z 1978 r.\n\nLejda (Holandia) – list "
                        "intencyjny.\n"),
            "Getynga\nmiasto Toruń\nLejda\n");
  EXPECT_EQ(partners_of("Podpisano umowę partnerską łączącą Gminę Lubicz z niemiecką gminą Barum."),
            "gmina Lubicz\ngmina Barum\n");
}

TEST(Partners, CountiesAbroad) {
  EXPECT_EQ(partners_of("Powiat i jego partnerzy\n\nOd lat Powiat Toruński współpracuje z powiatem Harburg "
                        "(Niemcy). W kraju "
                        "naszym partnerem jest Powiat Brodnicki, z którym umowę podpisano w 2005 r."),
            "powiat toruński\npowiat Harburg\npowiat brodnicki\n");
}

TEST(Partners, FormAndLeader) {
  const auto leader = [](const core::Record& record) {
    for (const core::Partner& partner : record.partners)
      if (partner.leader) return partner.name;
    return std::string("none");
  };
  const core::Record letter = record_of(
      "LIST INTENCYJNY\n\nzawarty pomiędzy Gminą Lubicz i Gminą Obrowo.\n\n§ 1. Liderem zostaje Gmina "
      "Obrowo.\n");
  EXPECT_EQ(letter.partnership_form, core::PartnershipForm::letter_of_intent);
  EXPECT_EQ(leader(letter), "gmina Obrowo");
  const core::Record area = record_of(
      "ZIT Torunia\n\nZIT tworzą: Miasto Toruń – lider, Gmina Lubicz i Gmina Obrowo. W ramach ZIT powstaną "
      "drogi.\n");
  EXPECT_EQ(area.partnership_form, core::PartnershipForm::functional_area);
  EXPECT_EQ(leader(area), "miasto Toruń");
  const core::Record none = record_of("Porozumienie podpisała Gmina Lubicz z nikim.");
  EXPECT_EQ(leader(none), "none");
  EXPECT_FALSE(record_of("Dni Lubicza udały się.").partnership_form);
}

TEST(Partners, UnitsBeforeTheVerb) {
  EXPECT_EQ(partners_of("Lubicz i Obrowo założyły wspólną spółdzielnię energetyczną."),
            "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, HeadsThatComeFromUnits) {
  EXPECT_EQ(partners_of("Deklarację podpisało trzech włodarzy: z Lubicza, Obrowa i Czernikowa."),
            "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n");
}

TEST(Partners, AYearsFullStopBeforeAUnit) {
  EXPECT_EQ(partners_of("Do związku dołączyła w 2004 r. – Gmina Lubicz, a w 2012 r. – Powiat Toruński."),
            "gmina Lubicz\npowiat toruński\n");
}

TEST(Partners, OnesWhoLeftOrWillNotBe) {
  EXPECT_EQ(partners_of("Gminy Lubicz i Obrowo założyły związek, a w 2013 r. wystąpiła Gmina Czernikowo."),
            "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, CompaniesByTheirLegalForm) {
  EXPECT_EQ(
      partners_of(
          "Gmina Lubicz\n\nPorozumienie zawarto z Gminą Obrowo, spółką PKP Polskie Linie Kolejowe S.A. oraz "
          "Przedsiębiorstwem Usług Komunalnych Sp. z o.o. w Toruniu."),
      "gmina Obrowo\nPKP Polskie Linie Kolejowe S.A.\nPrzedsiębiorstwo Usług Komunalnych Sp. z o.o. w "
      "Toruniu\n"
      "gmina Lubicz\n");
}

TEST(Partners, TheUnitThatActsInAPartnership) {
  EXPECT_EQ(
      partners_of(
          "Urząd Gminy Lubicz\n\nW postępowaniu na wniosek Powiatu Toruńskiego, działającego w partnerstwie "
          "z Gminą Lubicz i Gminą Obrowo, zebrano materiał dowodowy."),
      "gmina Lubicz\ngmina Obrowo\npowiat toruński\n");
}

TEST(Partners, UnitsInBracketsBehindThoseWhoSigned) {
  EXPECT_EQ(
      partners_of(
          "Porozumienie podpisali wójtowie: Anna Kos (Lubicz), Jan Mak (Obrowo) i Ewa Lis (Czernikowo)."),
      "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n");
}

TEST(Partners, WhatIsFoundedAndWhoCarriesOutAnActAreNone) {
  EXPECT_EQ(
      partners_of(
          "List intencyjny w sprawie utworzenia Klastra Energii „Kujawy” podpisali Gmina Lubicz i Gmina "
          "Obrowo."),
      "gmina Lubicz\ngmina Obrowo\n");
  EXPECT_EQ(
      partners_of(
          "Uchwała Nr 3/12 Zarządu Powiatu Toruńskiego\nw sprawie powołania komisji\n\nWykonanie uchwały "
          "powierza się Staroście Toruńskiemu."),
      "");
}

TEST(Partners, TownsAbroadByAnyNameOfTheirCountry) {
  EXPECT_EQ(
      partners_of(
          "Miasta partnerskie Gminy Lubicz\n\nGmina Lubicz współpracuje z:\n• Rinteln (Republika Federalna "
          "Niemiec)\n• Prienai na Litwie\n• Jesenik (Czechy)\n"),
      "Rinteln\ngmina Lubicz\nPrienai\nJesenik\n");
}

TEST(Partners, ItemsOfAListEndWithTheirLines) {
  EXPECT_EQ(partners_of("LGD „Kujawy” – nasi członkowie\n\nSektor społeczny:\n– Straż Pożarna w Lubiczu\n"
                        "– Towarzystwo Miłośników Obrowa\nSektor gospodarczy:\n– Sady Kujawskie S.A.\n"),
            "Straż Pożarna w Lubiczu\nTowarzystwo Miłośników Obrowa\nSady Kujawskie S.A.\n");
}

TEST(Partners, ALegalFormWhoseLettersWereTakenForFigures) {
  EXPECT_EQ(partners_of("Porozumienie zawarto z Gminą Obrowo i Zakładem Komunalnym Sp. z 0.0. w Toruniu."),
            "gmina Obrowo\nZakład Komunalny Sp. z o.o. w Toruniu\n");
}

TEST(Partners, TheSeatBehindANameInQuotationMarks) {
  EXPECT_EQ(
      partners_of("Porozumienie zawarto pomiędzy Gminą Lubicz a Stowarzyszeniem „Zielona Struga” w Nowym "
                  "Dworze, reprezentowanym przez prezesa."),
      "gmina Lubicz\nStowarzyszenie „Zielona Struga” w Nowym Dworze\n");
}

TEST(Partners, AnEnumerationThatGoesOnBehindBrackets) {
  EXPECT_EQ(
      partners_of("Powstało Partnerstwo „Nad Drwęcą”\n\nSygnatariuszami są gminy Lubicz i Obrowo (powiat "
                  "toruński), Golub-Dobrzyń i Ciechocin (powiat golubsko-dobrzyński)."),
      "gmina Lubicz\ngmina Obrowo\nmiasto Golub-Dobrzyń\ngmina Ciechocin\n");
}

TEST(Partners, WhoMayJoinAndWhatLiesAroundAreNone) {
  EXPECT_EQ(
      partners_of("Porozumienie zawarły Gmina Lubicz i Gmina Obrowo w sprawie szlaku wokół Brodnickiego "
                  "Parku Krajobrazowego. Do porozumienia mogą przystąpić inne jednostki, w szczególności "
                  "Gmina Czernikowo."),
      "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, WhoseAJointProjectIs) {
  EXPECT_EQ(partners_of("W ramach projektu partnerskiego gmin Lubicz (lider), Obrowo i Czernikowo oraz "
                        "Stowarzyszenia „Zielona Struga” powstał szlak. Biegnie przez Ciechocin."),
            "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\nStowarzyszenie „Zielona Struga”\n");
}

TEST(Partners, AnOrganisationWithASmallLetter) {
  EXPECT_EQ(partners_of("Porozumienie zawarły gmina Lubicz i gmina Obrowo oraz spółdzielnia mieszkaniowa "
                        "„Nasz Dom”."),
            "gmina Lubicz\ngmina Obrowo\nSpółdzielnia mieszkaniowa „Nasz Dom”\n");
}

TEST(Partners, WhatTheNextSentenceDenies) {
  EXPECT_EQ(
      partners_of("Różnicę pokrywają zainteresowane gminy, które podpisały porozumienie. Do porozumienia "
                  "nie weszła gmina Lubicz: jej mieszkańców wozi Miasto Toruń."),
      "");
}

TEST(Partners, WhatACountyIsMadeOf) {
  EXPECT_EQ(partners_of("Na terenie powiatu, obejmującego gminy Lubicz, Obrowo i Czernikowo, działa 200 "
                        "stowarzyszeń."),
            "");
}

TEST(Partners, WhoStaysOutside) {
  EXPECT_EQ(
      partners_of(
          "Partnerstwo „Nad Drwęcą”\n\nPartnerstwo zawiązały Gmina Lubicz i Gmina Obrowo, a jego liderem "
          "jest Gmina Lubicz. Poza nim pozostały gminy Czernikowo i Ciechocin, które współpracują z "
          "samorządami wokół Rypina."),
      "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, APlanToMakeAnAgreement) {
  EXPECT_EQ(
      partners_of("Strategia Rozwoju Gminy Lubicz na lata 2021-2030\n\nCel strategiczny 1. Czysta "
                  "gmina\n\nKierunki działań:\n1. Zawarcie z gminami Obrowo i Czernikowo porozumienia w "
                  "sprawie schroniska\n"),
      "");
}

TEST(Partners, ALabelsListThatGoesOnBehindAComma) {
  EXPECT_EQ(partners_of("STRATEGIA TERYTORIALNA\n\nPartnerzy: Gmina Lubicz (lider), Gmina Obrowo,\n"
                        "Gmina Czernikowo\n\nRada Partnerstwa\n\nCzłonkowie:\nAnna Mak, Wójt Gminy Lubicz\n"
                        "Jan Lis, Wójt Gminy Obrowo\nObserwator: Starosta Toruński Ewa Kos\n"),
            "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n");
}

TEST(Partners, APublicTaskThatIsHandedOver) {
  EXPECT_EQ(partners_of("UCHWAŁA NR 5/2018 RADY POWIATU TORUŃSKIEGO\nz dnia 27 czerwca 2018 r.\nw sprawie "
                        "przekazania Gminie Lubicz i Gminie Obrowo zadania publicznego w zakresie zieleni\n\n"
                        "§ 1. Wykonanie uchwały zleca się Zarządowi Powiatu.\n"),
            "powiat toruński\ngmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, TheOrganisationsOfAPartnership) {
  EXPECT_EQ(partners_of("Partnerstwo „Karta Drwęcy”\n\nDo partnerstwa weszły: Gmina Lubicz i Gmina Obrowo. "
                        "Stronę społeczną tworzą Lokalna Organizacja Turystyczna „Wrota Wisły” i Towarzystwo "
                        "„Bród”. Ostatni podpis złożył nadleśniczy Nadleśnictwa Dobrzejewice Jan Mak."),
            "gmina Lubicz\ngmina Obrowo\nLokalna Organizacja Turystyczna „Wrota Wisły”\nTowarzystwo „Bród”\n"
            "Nadleśnictwo Dobrzejewice\n");
}

TEST(Partners, MembersInATableBelowTheWords) {
  EXPECT_EQ(
      partners_of("Strategia terytorialna\n\nPartnerstwo „Zakole” powstało w 2021 r. Należą do niego:\n\n"
                  "Lp.\nNazwa\nPowiat\nLudność\n\n1\nGmina Lubicz (lider)\ntoruński\n19 000\n\n"
                  "2\nGmina Zbójno\ngolubsko-dobrzyński\n4 000\n\n3\nFundacja „Brzeg”\n-\n-\n\n"
                  "Pracami kieruje rada. Gmina Obrowo przysłała życzenia.\n"),
      "gmina Lubicz\ngmina Zbójno\nFundacja „Brzeg”\n");
  EXPECT_EQ(partners_of("Strategia terytorialna\n\n2. Skład partnerstwa\n\nLp. | Gmina | Wójt\n"
                        "1 | Lubicz | Jan Mak\n2 | Obrowo | Anna Kot\n3 | Czernikowo | Ewa Lis\n"),
            "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n");
}

TEST(Partners, WhoseStrategyItIsTogether) {
  EXPECT_EQ(
      partners_of("Strategia rozwoju ponadlokalnego Zakola 2023–2032\n\nDokument opracowany wspólnie przez "
                  "samorządy:\n\nMiasto Toruń (lider)\nGmina Lubicz\nPowiat Toruński\n\n"
                  "Gmina Obrowo przysłała uwagi.\n"),
      "miasto Toruń\ngmina Lubicz\npowiat toruński\n");
  EXPECT_EQ(partners_of("Strategia rozwoju ponadlokalnego\n\nObszar tworzą: Miasto Toruń oraz gminy Lubicz i "
                        "Obrowo.\n"),
            "miasto Toruń\ngmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, ItemsBehindSignedBy) {
  EXPECT_EQ(partners_of("LIST INTENCYJNY\n\npodpisany w dniu 6 maja 2022 r. w Lubiczu przez:\n\n"
                        "1. Gminę Lubicz, którą reprezentuje:\n   Wójt – Jan Mak,\n\n"
                        "2. Gminę Obrowo, którą reprezentuje:\n   Wójt – Anna Kot,\n\n"
                        "3. Toruńską Spółdzielnię Mieszkaniową, którą reprezentuje:\n   Prezes – Ewa Lis\n"),
            "gmina Lubicz\ngmina Obrowo\nToruńska Spółdzielnia Mieszkaniowa\n");
}

TEST(Partners, MoneyGivenMakesNone) {
  constexpr const char* kSigned = "Dziś dokumenty podpisali wójt Lubicza Jan Mak i wójt Obrowa Anna Kot.";
  EXPECT_EQ(partners_of(std::string("Umowy na drogi podpisane\n\nKto ile dostał dotacji? ") + kSigned), "");
  EXPECT_EQ(partners_of(std::string("Współpraca na lata\n\nBędzie na to dotacja. ") + kSigned),
            "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, WhereSomebodyWorksIsNone) {
  EXPECT_EQ(partners_of("Partnerzy projektu: Gmina Lubicz, Gmina Obrowo\nLider projektu: Anna Mak,\n"
                        "   dyrektor Miejskiego Domu Kultury\n"),
            "gmina Lubicz\ngmina Obrowo\n");
  EXPECT_EQ(
      partners_of("Porozumienie podpisali Starosta Toruński Ewa Lis, Wójt Gminy Lubicz Jan Mak i Prezes "
                  "ABC sp. z o.o. Adam Kot."),
      "powiat toruński\ngmina Lubicz\n");
}

TEST(Partners, WhoeverJoinsAProject) {
  EXPECT_EQ(
      partners_of("Gmina Lubicz podpisała umowę partnerską z Gminą Obrowo. Do projektu śpiewnika dołączą "
                  "Stowarzyszenie „Razem” i Fundacja „Brzeg”. Podobne umowy zawarto z Gminą Czernikowo."),
      "gmina Lubicz\ngmina Obrowo\nStowarzyszenie „Razem”\nFundacja „Brzeg”\n");
}

TEST(Partners, WhoSignedWhateverTheTitleNames) {
  EXPECT_EQ(
      partners_of("Podpisanie listu intencyjnego w sprawie mostu\n\nPismo zostało podpisane przez Wójta "
                  "Gminy Lubicz - Jana Maka oraz Wójta Gminy Obrowo - Annę Lis.\n"),
      "gmina Lubicz\ngmina Obrowo\n");
  EXPECT_EQ(
      partners_of("Podpisanie umowy zawiązania klastra\n\nWójt Gminy Lubicz zawarł z panem Janem Makiem "
                  "– Wójtem Gminy Obrowo oraz panią Anną Lis – Prezesem Spółdzielni umowę klastra.\n"),
      "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, WhereAPartyHasItsSeatIsNone) {
  EXPECT_EQ(partners_of("POROZUMIENIE\nzawarte w dniu 2 maja 2022 r. pomiędzy:\nGminą Lubicz z siedzibą: ul. "
                        "Dolna 18, 87-100 Toruń,\na\nWojewództwem Kujawsko-Pomorskim, z siedzibą: 85-005 "
                        "Bydgoszcz.\n§ 1. Tekst.\n"),
            "gmina Lubicz\nwojewództwo kujawsko-pomorskie\n");
}

TEST(Partners, AnOfficeThatSignsForItsCounty) {
  EXPECT_EQ(partners_of("Porozumienie podpisały Starostwo Powiatowe w Toruniu i Gmina Lubicz."),
            "powiat toruński\ngmina Lubicz\n");
}

TEST(Partners, UnitsAbroadThatNoTableHas) {
  EXPECT_EQ(partners_of("Umowa o współpracy pomiędzy Gminą Lubicz a miastem Storkau (Mark) została podpisana "
                        "wczoraj.\n"),
            "gmina Lubicz\nmiasto Storkau (Mark)\n");
  EXPECT_EQ(
      partners_of("Gmina Lubicz\n\nGmina Obrowo podpisała umowę partnerską z miastem Jaremcze na Ukrainie."),
      "gmina Obrowo\nmiasto Jaremcze\n");
}

TEST(Partners, UnitsThatAnEarlierSentenceEnumerates) {
  EXPECT_EQ(
      partners_of(
          "Aktualności powiatu\n\nNowe linie\n\nAutobusy jeżdżą z Lubicza, Obrowa, Czernikowa i "
          "Ciechocinka do Torunia w powiecie toruńskim. Koszty dzielą powiat i gminy, które podpisały z "
          "powiatem porozumienie.\n"),
      "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\nmiasto Ciechocinek\npowiat toruński\n");
}

TEST(Partners, OurUnitAndTheOneThatDidNotSign) {
  EXPECT_EQ(partners_of(
                "Razem po wodę\n\nGmina Lubicz\n\nUmowę partnerską podpisali wójt Obrowa Jan Mak i wójt "
                "Czernikowa Ewa Kos. Naszą gminę reprezentował zastępca wójta Adam Lis. Umowy nie parafowała "
                "gmina Zbójno.\n"),
            "gmina Obrowo\ngmina Czernikowo\ngmina Lubicz\n");
}

TEST(Partners, UnitsBeforeTheVerbAndBehindIt) {
  EXPECT_EQ(
      partners_of("Gmina Zbójno\n\nLubicz, Obrowo i Czernikowo dogadały się z powiatem toruńskim w sprawie "
                  "autobusów."),
      "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\npowiat toruński\n");
  EXPECT_EQ(partners_of("Gmina Zbójno\n\nLubicz i Obrowo podpisały umowę o współpracy z powiatem toruńskim."),
            "gmina Lubicz\ngmina Obrowo\npowiat toruński\n");
}

TEST(Partners, AWillToWorkWithOthers) {
  EXPECT_EQ(
      partners_of("UCHWAŁA NR 5/20 RADY GMINY LUBICZ\nz dnia 29 czerwca 2020 r.\nw sprawie wyrażenia woli "
                  "współdziałania z Gminą Obrowo i Gminą Czernikowo\n\n§ 1. Tekst.\n"),
      "gmina Obrowo\ngmina Czernikowo\ngmina Lubicz\n");
}

TEST(Partners, BesideAMember) {
  EXPECT_EQ(
      partners_of("Związek Gmin Dorzecza Liwca\n\nZwiązek liczy pięciu członków: obok Węgrowa są to Liw, "
                  "Korytnica i Grębków.\n"),
      "miasto Węgrów\ngmina Liw\ngmina Korytnica\ngmina Grębków\n");
}

TEST(Partners, AnAreasUnitsAndThoseThatMayJoin) {
  EXPECT_EQ(
      partners_of("Strategia terytorialna\n\nObszar tworzą: Miasto Toruń oraz gminy Lubicz i Obrowo. Do "
                  "partnerstwa może w przyszłości przystąpić Gmina Czernikowo.\n"),
      "miasto Toruń\ngmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, TheUnitsJustNamed) {
  EXPECT_EQ(partners_of("Gmina Zbójno\n\nLokal udostępniło Miasto Lipno, po jednym – gminy Kikół i Wielgie. "
                        "Samorządy te podpisały porozumienie.\n"),
            "miasto Lipno\ngmina Kikół\ngmina Wielgie\n");
}

TEST(Partners, AnAgreementThatEndsIsNoneOfTheDocuments) {
  EXPECT_EQ(
      partners_of("Porozumienie międzygminne\n\nzawarte pomiędzy:\nGminą Lubicz, reprezentowaną przez "
                  "Wójta Jana Maka,\na\nGminą Obrowo, reprezentowaną przez Wójt Annę Kos.\n\n§ 1. Strony "
                  "prowadzą schronisko.\n\n§ 2. Traci moc porozumienie z dnia 3 marca 2015 r. zawarte z "
                  "Gminą Czernikowo.\n"),
      "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, WhoMayJoinLaterIsNoItem) {
  EXPECT_EQ(partners_of("Umowa partnerska\n\nPartner wiodący:\nPowiat Toruński\n\nPartnerzy:\n– Gmina "
                        "Lubicz,\n– Gmina Obrowo.\n\n§ 3\nGmina Czernikowo i Gmina Zbójno mogą przystąpić do "
                        "projektu na podstawie aneksu.\n"),
            "powiat toruński\ngmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, WhoLooksOnWhileOthersSign) {
  EXPECT_EQ(partners_of(
                "Będzie klaster\n\nList intencyjny o utworzeniu klastra energii podpisano w piątek. "
                "Sygnatariuszami są gminy Lubicz i Obrowo, a także Politechnika Bydgoska.\n\nPrzy podpisaniu "
                "obecni byli starosta toruński Jan Lis i wójt Czernikowa Ewa Kos.\n"),
            "gmina Lubicz\ngmina Obrowo\nPolitechnika Bydgoska\n");
}

TEST(Partners, WhomAnotherStandsForAtTheSigning) {
  EXPECT_EQ(partners_of("Porozumienie w sprawie obszaru funkcjonalnego\n\nPorozumienie podpisali Wójt Gminy "
                        "Lubicz Jan Mak i Wójt Gminy Obrowo Anna Kos. Gminę Czernikowo, której wójt choruje, "
                        "reprezentował sekretarz Adam Lis.\n"),
            "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n");
}

TEST(Partners, MembersOfAnAssociationInASentence) {
  EXPECT_EQ(
      partners_of("Kim jesteśmy\n\nLokalna Organizacja Turystyczna „Dolina Drwęcy” powstała z inicjatywy "
                  "samorządów powiatu toruńskiego. Tworzą ją dziś, obok Powiatu Toruńskiego, gminy Lubicz, "
                  "Obrowo i Czernikowo oraz Nadleśnictwo Dobrzejewice.\n\nPatroni medialni: Radio Drwęca, "
                  "„Gazeta Torunia”\nPartner strategiczny portalu: Uzdrowisko Wieniec sp. z o.o.\n"),
      "powiat toruński\ngmina Lubicz\ngmina Obrowo\ngmina Czernikowo\nNadleśnictwo Dobrzejewice\n");
}

TEST(Partners, WhatUnitsRunByAnAgreement) {
  EXPECT_EQ(
      partners_of("Jeden autobus\n\nLinię uruchomiły na mocy umowy z 2020 r. Gmina Lubicz, Gmina Obrowo i "
                  "Powiat Toruński.\n"),
      "gmina Lubicz\ngmina Obrowo\npowiat toruński\n");
}

TEST(Partners, AnAssociationWithWhichAUnitAsksForMoney) {
  EXPECT_EQ(
      partners_of("Spichlerz\n\nWniosek o dofinansowanie Gmina Lubicz złożyła wspólnie ze Stowarzyszeniem "
                  "„Kamień” i Gminą Obrowo.\n"),
      "gmina Lubicz\nStowarzyszenie „Kamień”\ngmina Obrowo\n");
}

TEST(Partners, AHeadOfATownAndItsLandIsNoUnitAbroad) {
  EXPECT_EQ(
      partners_of("Porozumienie o partnerstwie\n\nzawarte pomiędzy:\n1. Gminą Lubicz, reprezentowaną przez "
                  "Wójta Jana Maka,\n2. Gminą Górzno, reprezentowaną przez Burmistrza Miasta i Gminy "
                  "Ludwika Żyłę.\n\n§ 1. Strony będą współpracować.\n"),
      "gmina Lubicz\ngmina Górzno\n");
}

TEST(Partners, RowsOfSignatoriesThatHaveLostTheirColumns) {
  EXPECT_EQ(partners_of("STRATEGIA ROZWOJU PONADLOKALNEGO\n\nSygnatariusze\n\nLp. Jednostka Reprezentant\n\n"
                        "1. Gmina Lubicz Jan Mak Wójt\n\n2. Gmina Obrowo Anna Kos Wójt\n\n"
                        "Dlaczego razem\n\nGmina Czernikowo odłożyła decyzję.\n"),
            "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, WhereTheyMeetAndWhoSitsOnACommitteeAreNone) {
  EXPECT_EQ(
      partners_of("Jest porozumienie\n\nW sali konferencyjnej Parku Naukowo-Technologicznego gmina Lubicz i "
                  "gmina Obrowo zawarły porozumienie o partnerstwie.\n"),
      "gmina Lubicz\ngmina Obrowo\n");
  EXPECT_EQ(partners_of(
                "Program współpracy\n\nKomisji przewodniczy Jan Mak. Jej członkami są ponadto Anna Kos i po "
                "jednym przedstawicielu Rady Organizacji i Fundacji „Port”.\n"),
            "");
}

TEST(Partners, AJoinedAdjectiveBehindItsNoun) {
  EXPECT_EQ(
      partners_of("List intencyjny podpisali Gmina Lubicz i Dyrektor Parku Naukowo-Technologicznego. "
                  "Partnerami są Gmina Lubicz i Gmina Obrowo wraz z Parkiem Naukowo-Technologicznym.\n"),
      "gmina Lubicz\ngmina Obrowo\nPark Naukowo-Technologiczny\n");
}

TEST(Partners, WhoSetTheirNamesToALetter) {
  EXPECT_EQ(partners_of(
                "Autobus ruszy\n\nW ratuszu podpisano list intencyjny. Wójtowie Lubicza i Obrowa, Jan Mak i "
                "Anna Kos, złożyli podpisy obok starosty toruńskiego Adama Lisa.\n"),
            "gmina Lubicz\ngmina Obrowo\npowiat toruński\n");
}

TEST(Partners, WhoeverIsNoPartySaysSo) {
  EXPECT_EQ(partners_of("Umowę o partnerstwie podpisały Gmina Lubicz i Gmina Obrowo. Gmina Osiek, przez "
                        "której teren wiedzie "
                        "szlak, lecz stroną umowy nie jest, sprzyja."),
            "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, ANameOverALinesEnd) {
  EXPECT_EQ(partners_of("Porozumienie podpisali: Gmina Lubicz, Koło Gospodyń Wiejskich w Krobi, "
                        "Ochotnicza\nStraż Pożarna w "
                        "Rogowie oraz Fundacja „Dobry Dom”.\n"),
            "gmina Lubicz\nKoło Gospodyń Wiejskich w Krobi\nOchotnicza Straż Pożarna w Rogowie\nFundacja "
            "„Dobry Dom”\n");
}

TEST(Partners, WhoPaysOnesShareTogether) {
  EXPECT_EQ(
      partners_of("Zakup był możliwy dzięki współpracy samorządów. Do wkładu własnego dołożyły się: gmina "
                  "Lubicz, gmina Obrowo i gmina Czernikowo."),
      "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\n");
}

TEST(Partners, WhoMightJoinLaterIsNone) {
  EXPECT_EQ(partners_of("Gmina Lubicz i Gmina Obrowo zawarły porozumienie, a po roku dołączyć mogłaby Gmina "
                        "Czernikowo."),
            "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, ALibraryWithTwoAdjectivesWhereTheyMeet) {
  EXPECT_EQ(
      partners_of("List intencyjny podpisany w sali Miejskiej i Gminnej Biblioteki Publicznej przez:\n1) "
                  "Gminę Lubicz,\n2) Powiat Toruński\n"),
      "gmina Lubicz\npowiat toruński\n");
}

TEST(Partners, UnitsInTheGenitiveBehindAColon) {
  EXPECT_EQ(partners_of(
                "Strategia dotyczy trzech gmin, które zawarły porozumienie: Gminy Lubicz, Gminy Obrowo oraz "
                "Miasta Torunia.\n"),
            "gmina Lubicz\ngmina Obrowo\nmiasto Toruń\n");
}

TEST(Partners, TogetherWithOthersByAnAgreement) {
  EXPECT_EQ(partners_of("Program współpracy Gminy Lubicz\n\nGmina wspólnie z Gminą Obrowo prowadzi, na mocy "
                        "porozumienia z 2012 r., punkt wsparcia.\n"),
            "gmina Obrowo\ngmina Lubicz\n");
  EXPECT_EQ(partners_of(
                "Program współpracy Gminy Lubicz\n\nZadania mogą być realizowane wspólnie z Gminą Obrowo na "
                "podstawie porozumienia.\n"),
            "");
}

TEST(Partners, ThoseWhoPrepareAProjectTogether) {
  EXPECT_EQ(partners_of("Gminy Lubicz, Obrowo i Lisewo mają razem przygotować wniosek do programu."),
            "gmina Lubicz\ngmina Obrowo\ngmina Lisewo\n");
}

TEST(Partners, AClauseBehindADenialTellsOfThemAgain) {
  EXPECT_EQ(partners_of(
                "Protokół sesji Rady Gminy Lubicz\n\nPodpisano umowę o dofinansowanie zadania, realizowanego "
                "wspólnie z Gminami Obrowo i Czernikowo."),
            "gmina Obrowo\ngmina Czernikowo\ngmina Lubicz\n");
  EXPECT_EQ(
      partners_of(
          "Protokół sesji Rady Gminy Lubicz\n\nPodpisano umowę o dofinansowanie zadania z Gminą Obrowo."),
      "");
}

TEST(Partners, MembersOnLinesOfTheirOwn) {
  EXPECT_EQ(
      partners_of(
          "Kim jesteśmy\n\nCzłonkowie\nSektor publiczny\nGmina Lubicz\nGmina Obrowo\nPowiat Toruński\n"
          "Samorządowy Zakład Gospodarki Komunalnej w Obrowie\nSektor społeczny\nFundacja Ziarno\n"
          "Parafia pw. św. Jana w Lubiczu\nSektor gospodarczy\nGospodarstwo Rybackie Drwęca Sp. z o.o.\n"
          "Zajazd „Pod Dębem” Jan Mak\nBank Spółdzielczy w Lubiczu\nWładze stowarzyszenia\n"
          "Anna Nowak – prezes, Bank Ludowy w Toruniu\n"),
      "gmina Lubicz\ngmina Obrowo\npowiat toruński\nSamorządowy Zakład Gospodarki Komunalnej w Obrowie\n"
      "Fundacja Ziarno\nParafia pw. św. Jana w Lubiczu\nGospodarstwo Rybackie Drwęca Sp. z o.o.\n"
      "Zajazd „Pod Dębem” Jan Mak\nBank Spółdzielczy w Lubiczu\n");
}

TEST(Partners, NamesOfCompaniesInTheNominative) {
  EXPECT_EQ(partners_of(
                "Umowa partnerska zawarta między Gminą Lubicz, Drwęckim Towarzystwem Budownictwa sp. z o.o. "
                "oraz PPHU „Iskra” s.c.\n"),
            "gmina Lubicz\nDrwęckie Towarzystwo Budownictwa sp. z o.o.\nPPHU „Iskra” s.c.\n");
}

TEST(Partners, NoneAreWhereTheyWork) {
  EXPECT_EQ(
      partners_of("Stowarzyszenie jest partnerstwem, które łączy samorządy z pogranicza dwóch powiatów: "
                  "toruńskiego i chełmińskiego."),
      "");
}

TEST(Partners, ThoseOnWhoseBehalfOneActs) {
  EXPECT_EQ(partners_of("Wnioskodawcą jest Powiat Toruński, działający w imieniu własnym oraz Gminy\nLubicz, "
                        "Gminy Obrowo i "
                        "Gminy Czernikowo."),
            "gmina Lubicz\ngmina Obrowo\ngmina Czernikowo\npowiat toruński\n");
  EXPECT_EQ(
      partners_of(
          "Strategię przyjęły rady gmin: Lubicz i Obrowo. Samorządy działają wspólnie na mocy porozumienia."),
      "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, AHeadOfASocietySignsForIt) {
  EXPECT_EQ(
      partners_of(
          "LIST INTENCYJNY\n\nMy, niżej podpisani:\nWójt Gminy Lubicz – Maria Mak,\nWójt Gminy Obrowo – Jan "
          "Lis,\n"
          "Prezes Stowarzyszenia „Razem” – Ewa Kos,\n\nwyrażamy wolę podjęcia współpracy na rzecz utworzenia "
          "klastra energii „Drwęca”."),
      "gmina Lubicz\ngmina Obrowo\nStowarzyszenie „Razem”\n");
}

TEST(Partners, NotTheUnionWhoseMembersAreTold) {
  EXPECT_EQ(partners_of("Liderem Związku ZIT jest Gmina Miasta Tarnowa. W jego skład wchodzą gminy: Lisia "
                        "Góra oraz Żabno."),
            "miasto Tarnów\ngmina Lisia Góra\ngmina Żabno\n");
  EXPECT_EQ(partners_of("Protokół z posiedzenia Zarządu Powiatu Toruńskiego.\n\nOmówiono wniosek na projekt "
                        "„Szanse”, realizowany z "
                        "Gminą Lubicz."),
            "gmina Lubicz\npowiat toruński\n");
}

TEST(Partners, WhoWasInvitedToAPractice) {
  EXPECT_EQ(
      partners_of("Karta praktyki\n\nNazwa praktyki: Złota rączka\nJednostka zgłaszająca: Gmina Lubicz\n"
                  "Powiat: toruński\nOkres realizacji: 2022\n\nDo współpracy zaproszono sąsiednie gminy "
                  "Obrowo i Łysomice oraz Stowarzyszenie „Pomoc”."),
      "gmina Obrowo\ngmina Łysomice\nStowarzyszenie „Pomoc”\ngmina Lubicz\n");
}

TEST(Partners, NotWhatLiesBesideNorAWrappedName) {
  EXPECT_EQ(
      partners_of("Porozumienie podpisały gmina Lubicz i gmina Obrowo. Wójt przypomniał, że gmina Lubicz "
                  "graniczy z powiatem golubsko-dobrzyńskim."),
      "gmina Lubicz\ngmina Obrowo\n");
  EXPECT_EQ(
      partners_of("LIST INTENCYJNY\n\nzawarty pomiędzy:\n1. Gminą Lubicz,\n2. Gminą Obrowo\n\nDo Projektu "
                  "mogą przystąpić kolejne gminy, w szczególności gmina Czernikowo i gmina\nŁysomice.\n"),
      "gmina Lubicz\ngmina Obrowo\n");
}

TEST(Partners, AnOrganisationCalledByTwoRegions) {
  EXPECT_EQ(
      partners_of("Projekt realizowany będzie w partnerstwie z:\n1) Gminą Lubicz;\n2) Warmińsko-Mazurskim "
                  "Ośrodkiem Doskonalenia w Elblągu.\n"),
      "gmina Lubicz\nWarmińsko-Mazurski Ośrodek Doskonalenia w Elblągu\n");
}

TEST(Partners, WhoPaysHalfEach) {
  EXPECT_EQ(
      partners_of("Droga w gminie Lubicz jest gotowa. Pozostałą kwotę po połowie pokryły Powiat Toruński i "
                  "Gmina Lubicz."),
      "powiat toruński\ngmina Lubicz\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
