#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "indexer/extract/places.h"
#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Places, UnitsByKindWordInAnyCase) {
  EXPECT_EQ(places_of("W powiecie toruńskim, z Gminą Lubicz i z województwem pomorskim."),
            "powiat toruński 0415\ngmina Lubicz 041504\nwojewództwo pomorskie 22\n");
}

TEST(Places, AdjectivesOfOfficesNameTheirCounty) {
  EXPECT_EQ(places_of("List podpisał Starosta Brodnicki, a wójt Bartniczki go odczytał."),
            "powiat brodnicki 0402\ngmina Bartniczka 040206\n");
}

TEST(Places, TwoCountiesOfOnePluralWord) {
  EXPECT_EQ(places_of("Samorządy powiatów limanowskiego i gorlickiego."),
            "powiat limanowski 1207\npowiat gorlicki 1205\n");
}

TEST(Places, KindWordsTellNamesakesApart) {
  EXPECT_EQ(places_of("Gmina Miejska Starogard Gdański, Gmina Starogard Gdański i powiat starogardzki."),
            "miasto Starogard Gdański 221303\ngmina Starogard Gdański 221312\npowiat starogardzki 2213\n");
  EXPECT_EQ(places_of("Gmina Gubin i osobna Gmina Gubin o statusie miejskim leżą w województwie lubuskim."),
            "gmina Gubin 080205\nmiasto Gubin 080201\nwojewództwo lubuskie 08\n");
}

TEST(Places, FormerNamesLeadToTheUnitOfTodayWithANote) {
  const auto record =
      record_of("Porozumienie Gminy Sitkówka-Nowiny z powiatem jeleniogórskim i z gminą Chęciny.");
  ASSERT_EQ(record.places.size(), 3U);
  EXPECT_EQ(record.places[0].name, "gmina Nowiny");
  EXPECT_EQ(record.places[0].former, "gmina Sitkówka-Nowiny");
  EXPECT_EQ(record.places[1].name, "powiat karkonoski");
  EXPECT_EQ(record.places[1].former, "powiat jeleniogórski");
  EXPECT_FALSE(record.places[2].former);
  EXPECT_FALSE(record_of("Umowę podpisał wójt gminy Nowiny.").places.at(0).former);
  const auto dissolved = record_of("Rada Gminy Ostrowice w powiecie drawskim.");
  EXPECT_EQ(dissolved.places.at(0).name, "gmina Drawsko Pomorskie");
  EXPECT_EQ(dissolved.places.at(0).former, "gmina Ostrowice");
}

TEST(Places, VoivodeshipsOfBeforeLeadToWhereTheirSeatLiesNow) {
  const auto record = record_of("Wojewoda toruński i urząd województwa elbląskiego uzgodnili to w 1996 r.");
  ASSERT_EQ(record.places.size(), 2U);
  EXPECT_EQ(record.places[0].name, "województwo kujawsko-pomorskie");
  EXPECT_EQ(record.places[0].former, "województwo toruńskie");
  EXPECT_EQ(record.places[1].name, "województwo warmińsko-mazurskie");
  EXPECT_EQ(record.places[1].former, "województwo elbląskie");
  EXPECT_EQ(places_of("Starosta toruński i wójt Elbląga przyjęli gości."),
            "powiat toruński 0415\ngmina Elbląg 280401\n");
}

TEST(Places, OfficesTellNamesakesApart) {
  EXPECT_EQ(places_of("Wójt Kołobrzegu pogratulował prezydentowi miasta Kołobrzeg w powiecie kołobrzeskim."),
            "gmina Kołobrzeg 320804\nmiasto Kołobrzeg 320801\npowiat kołobrzeski 3208\n");
}

TEST(Places, ListsShareTheirKind) {
  EXPECT_EQ(places_of("Powiat brodnicki tworzą gminy wiejskie: Brodnica, Osiek (lider) i Zbiczno."),
            "powiat brodnicki 0402\ngmina Brodnica 040203\ngmina Osiek 040208\ngmina Zbiczno 040210\n");
}

TEST(Places, HierarchyChoosesAmongNamesakes) {
  EXPECT_EQ(places_of("Gmina Osiek w powiecie oświęcimskim nie jest gminą Osiek w powiecie staszowskim."),
            "gmina Osiek 121305\npowiat oświęcimski 1213\ngmina Osiek 261204\npowiat staszowski 2612\n");
}

TEST(Places, SurnamesStreetsAndOrganisationsAreNone) {
  EXPECT_EQ(
      places_of("Wójt Gminy Lubicz zaprasza na ul. Warszawską i pl. Toruński. Gościem będzie Anna Radzyń, "
                "a wesprze nas Bank Gdańsk."),
      "gmina Lubicz 041504\n");
}

TEST(Places, VillagesInTheNominativeWithTheirMunicipality) {
  EXPECT_EQ(
      places_of("Uchwała Rady Gminy Lubicz\n\nZebrania odbyły się w Grębocinie Nowym, Młyńcach i Mierzynku."),
      "gmina Lubicz 041504\nGrębocin Nowy 041504\nMłyńce 041504\nMierzynek 041504\n");
}

TEST(Places, AKindWrittenOutEndsItsSentence) {
  EXPECT_EQ(
      places_of(
          "Droga w gm. Lubicz wiedzie do każdej wsi. Jesienią ją otworzą. Tak chciał powiat. Lubicz też."),
      "gmina Lubicz 041504\n");
}

TEST(Places, TheEndingsOfTheRegionNameAVillage) {
  const std::string north =
      places_of("Rada Gminy Sorkwity (powiat mrągowski)\n\nSzkoła w Kurkowie jest nowa.");
  const std::string south =
      places_of("Rada Gminy Łososina Dolna (powiat nowosądecki)\n\nSzkoła w Kurkowie jest nowa.");
  EXPECT_NE(north.find("Kurkowo 281005"), std::string::npos) << north;
  EXPECT_NE(south.find("Kurków 121010"), std::string::npos) << south;
}

TEST(Places, EndingsThatNoNameHasAreNotMade) {
  EXPECT_EQ(places_of("Rada Gminy Lubicz\n\nDrogi w Gradnie, w Zdrojnie i w Bielatach."),
            "gmina Lubicz 041504\nGradno 041504\nZdrojno 041504\nBielaty 041504\n");
}

TEST(Places, SeveralFormsOfANameAgreeOnIt) {
  EXPECT_EQ(places_of("Rada Gminy Topólka\n\nDożynki w Wierzbczynie. Gospodarzem był sołtys Wierzbczyna."),
            "gmina Topólka 041107\nWierzbczyn 041107\n");
}

TEST(Places, NamesBehindTheirKindAreRatherNotDeclined) {
  EXPECT_EQ(places_of("Rada Gminy Bobowa\n\nSołectwa: Zalasowa, Podbrzezie i Kąclowa."),
            "gmina Bobowa 120503\nZalasowa 120503\nPodbrzezie 120503\nKąclowa 120503\n");
}

TEST(Places, AFarNamesakeOfAVillageIsAVillage) {
  const std::string places =
      places_of("Rada Gminy Lubicz w powiecie toruńskim\n\nRemont drogi w Raciechowicach zakończono.");
  EXPECT_NE(places.find("Raciechowice 041504"), std::string::npos) << places;
}

TEST(Places, BothEndsOfARoad) {
  const std::string places = places_of("Rada Gminy Kcynia\n\nRemont drogi Malice – Sipiory.");
  EXPECT_EQ(places, "gmina Kcynia 041001\nMalice 041001\nSipiory 041001\n");
}

TEST(Places, InstitutionsAfterAPrepositionAreNone) {
  EXPECT_EQ(
      places_of(
          "Gmina Lubicz\n\nSpotkanie w Domu Kultury, z Koła Gospodyń i od Radnych, w Sejmiku i w Europie."),
      "gmina Lubicz 041504\n");
}

TEST(Places, MentionsAreCounted) {
  const core::Record record = record_of("Gmina Lubicz. W gminie Lubicz i dla Gminy Lubicz.");
  ASSERT_EQ(record.places.size(), 1U);
  EXPECT_EQ(record.places[0].mentions, 3);
}

TEST(PlaceRules, AWordOfNoKindIsRefusedWithItsLine) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "place_rules";
  std::filesystem::create_directories(folder);
  for (const char* name : {"places_prepositions.tsv", "places_not.tsv"})
    std::filesystem::copy_file(core::data_folder() / "extract" / name, folder / name,
                               std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder / "places_contexts.tsv") << "# words\nplanet\tziemia\n";
  const auto rules = PlaceRules::load(folder);
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().code, core::ErrorCode::malformed);
  EXPECT_NE(rules.error().message.find("places_contexts.tsv:2"), std::string::npos) << rules.error().message;
}

TEST(Places, RiversAreNone) {
  EXPECT_EQ(places_of("Gmina Lubicz leży nad Wisłą, a dolina Nogatu jest daleko."), "gmina Lubicz 041504\n");
}

TEST(Places, NamesOfThreeWordsAndOfPlaceNouns) {
  EXPECT_EQ(places_of("Spotkali się w Nowej Wsi Ełckiej i w Białej Górze."),
            "Nowa Wieś Ełcka -\nBiała Góra -\n");
}

TEST(Places, AListBehindAColonFarFromItsKind) {
  EXPECT_EQ(places_of("Związek tworzą gminy z powiatu toruńskiego: Lubicz, Obrowo i Czernikowo."),
            "powiat toruński 0415\ngmina Lubicz 041504\ngmina Obrowo 041507\ngmina Czernikowo 041503\n");
}

TEST(Places, ColumnsOfATable) {
  EXPECT_EQ(
      places_of("Lp.\nGmina\nPowiat\nKwota\n\n1.\nOsiek\nbrodnicki\n12 zł\n\n2.\nLubicz\ntoruński\n14 zł\n"),
      "gmina Osiek 040208\npowiat brodnicki 0402\ngmina Lubicz 041504\npowiat toruński 0415\n");
}

TEST(Places, AVillageThatTheTextCallsSo) {
  EXPECT_EQ(
      places_of("Gmina Pniewy w powiecie szamotulskim. Wóz trafi do Chełmna, wsi w gminie Pniewy, a sprzęt z "
                "Chełmna do Lubosiny."),
      "gmina Pniewy 302406\npowiat szamotulski 3024\nChełmno 302406\nLubosina 302406\n");
}

TEST(Places, NamesThatHoldAGivenName) {
  EXPECT_EQ(places_of("Goście zobaczyli Kazimierz Dolny w powiecie puławskim."),
            "gmina Kazimierz Dolny 061404\npowiat puławski 0614\n");
}

TEST(Places, ARoadsNumberBeforeItsEnds) {
  EXPECT_EQ(places_of("Rada Gminy Kcynia\n\nRemont drogi powiatowej nr 1234C Malice – Sipiory."),
            "gmina Kcynia 041001\nMalice 041001\nSipiory 041001\n");
}

TEST(Places, TheCountyOfAnOfficeIsNamedByItsSeat) {
  EXPECT_EQ(places_of("Rada Powiatu w Brodnicy zebrała się wczoraj."),
            "powiat brodnicki 0402\nmiasto Brodnica 040201\n");
}

TEST(Places, LabelsSetApartByDots) {
  EXPECT_EQ(places_of("Powiat ............ brodnicki\nWojewództwo ...... kujawsko-\n-pomorskie\n"),
            "powiat brodnicki 0402\nwojewództwo kujawsko-pomorskie 04\n");
}

TEST(Places, CommonWordsWithACapitalInsideASentenceAreNamesNearby) {
  EXPECT_EQ(places_of("Gmina Giżycko. Pomosty planują też Ryn, Miłki oraz Mikołajki."),
            "gmina Giżycko 280604\ngmina Ryn 280608\ngmina Miłki 280606\ngmina Mikołajki 281002\n");
}

TEST(Places, AVillageBeforeItsMunicipality) {
  EXPECT_EQ(places_of("Miejsce pierwsze: Anna Kos, Zdrojewo (gmina Lubicz)"),
            "Zdrojewo 041504\ngmina Lubicz 041504\n");
}

TEST(Places, VillagesThatTheTextCountsUp) {
  EXPECT_EQ(places_of("Gmina Lubicz. Największe wsie to Zdrojewo, Bielaty i Gradno."),
            "gmina Lubicz 041504\nZdrojewo 041504\nBielaty 041504\nGradno 041504\n");
}

TEST(Places, ItemsWithADay) {
  EXPECT_EQ(places_of("Gmina Lubicz. Konsultacje: Bielaty (12 maja), Gradno (15 maja)."),
            "gmina Lubicz 041504\nBielaty 041504\nGradno 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz zaprasza na zebrania:\n1. Zdrojewo i Gradno – 4 września\n2. Bielaty – 5 "
                      "września\n"),
            "gmina Lubicz 041504\nZdrojewo 041504\nGradno 041504\nBielaty 041504\n");
}

TEST(Places, AVillageListedUnderAFarCitysName) {
  EXPECT_EQ(places_of("Gmina Lubicz. Sołectwa: Bielaty, Krosno i Gradno."),
            "gmina Lubicz 041504\nBielaty 041504\nKrosno 041504\nGradno 041504\n");
}

TEST(Places, ATownsFirstWordStandsForItsWholeName) {
  EXPECT_EQ(places_of("Gmina Sędziszów Małopolski działa. W Sędziszowie otwarto żłobek."),
            "gmina Sędziszów Małopolski 181504\n");
}

TEST(Places, VillagesThatABusVisits) {
  EXPECT_EQ(places_of("Gmina Lubicz. Autobus odwiedza Bielatę, Gradno oraz Zdrojewo."),
            "gmina Lubicz 041504\nBielata 041504\nGradno 041504\nZdrojewo 041504\n");
}

TEST(Places, AVillageOfATownsNameWithAnAdjective) {
  EXPECT_EQ(places_of("Gmina Lubicz. Świetlicę w Lubiczu Starym i kaplicę w Wiśle Małej odnowiono."),
            "gmina Lubicz 041504\nLubicz Stary 041504\nWisła Mała 041504\n");
  EXPECT_EQ(
      places_of("Gmina Lubicz. Szkołę w Zamku Radoszkowskim odnowiono, w Zamku Krzyżackim trwa wystawa."),
      "gmina Lubicz 041504\nZamek Radoszkowski 041504\n");
}

TEST(Places, WordsBehindAHyphen) {
  EXPECT_EQ(places_of("Gmina Lubicz. Drogi w Gradnie-Wsi i w Zdrojewie-Zdroju."),
            "gmina Lubicz 041504\nGradno-Wieś 041504\nZdrojewo-Zdrój 041504\n");
}

TEST(Places, VillagesOfPeopleAtTheBeginningOfASentence) {
  EXPECT_EQ(places_of("Gmina Lubicz. Mieszkańcy Rokicin złożyli petycję."),
            "gmina Lubicz 041504\nRokiciny 041504\n");
}

TEST(Places, NamesAroundTellEndingsApart) {
  EXPECT_EQ(places_of("Gmina Lipinki Łużyckie. Drogę w Gąskowie oddano."),
            "gmina Lipinki Łużyckie 081105\nGąsków 081105\n");
  EXPECT_EQ(places_of("Gmina Kłodawa w powiecie gorzowskim. Drogę w Gąskowie oddano."),
            "gmina Kłodawa 080104\npowiat gorzowski 0801\nGąskowo 080104\n");
  // A county's document has its villages beside their municipalities.
  EXPECT_EQ(places_of("Województwo lubuskie. Drogę w Gąskowie w gminie Kłodawa oddano."),
            "województwo lubuskie 08\nGąskowo 080104\ngmina Kłodawa 080104\n");
}

TEST(Places, VillagesInTheNominativeThatNothingAnnounces) {
  EXPECT_EQ(places_of("Gmina Lubicz. W kolejce czekają Gradkowo, Bielatki oraz Brzoza."),
            "gmina Lubicz 041504\nGradkowo 041504\nBielatki 041504\nBrzoza 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz. Nagrody dostaną Halina i Marcin, gra duet Boniek i Smolarek."),
            "gmina Lubicz 041504\n");
}

TEST(Places, AdjectivesThatTellWhereAVillageIs) {
  EXPECT_EQ(places_of("Gmina Lubicz. W pobliskim Gradnie i w sąsiedniej Bielatce."),
            "gmina Lubicz 041504\nGradno 041504\nBielatka 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz. Sąsiednie Bielatki mają wodociąg."),
            "gmina Lubicz 041504\nBielatki 041504\n");
}

TEST(Places, FurtherItemsOfAListAreNoVillages) {
  EXPECT_EQ(places_of("Gmina Lubicz. Zadania:\n- remont szkoły w Gradnie\n- Bieg dla wszystkich\n"),
            "gmina Lubicz 041504\nGradno 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz. Cel 1 – Wysoka jakość życia, Cel 2 – Dobra szkoła."),
            "gmina Lubicz 041504\n");
  EXPECT_EQ(
      places_of("Gmina Lubicz. Skargę złożył mieszkaniec Antoni Radny, wystąpi zespół „Echo za Miedzą”."),
      "gmina Lubicz 041504\n");
}

TEST(Places, ADamagedFormBeginsAListStill) {
  EXPECT_EQ(places_of("Gmina Lubicz. Zebrania w Zdrojewię, Gradnie i Bielatkach."),
            "gmina Lubicz 041504\nGradno 041504\nBielatki 041504\n");
}

TEST(Places, VoivodeshipsByTheirOffices) {
  EXPECT_EQ(places_of("Wójt Lubicza przywitał radną sejmiku kujawsko-pomorskiego i wojewodę lubuskiego."),
            "gmina Lubicz 041504\nwojewództwo kujawsko-pomorskie 04\nwojewództwo lubuskie 08\n");
}

TEST(Places, AVoivodeshipsDocumentNamesItsMunicipalities) {
  EXPECT_EQ(
      places_of("Strategia Województwa Wielkopolskiego\n\nSamorząd Województwa Wielkopolskiego i powiat "
                "pilski zapraszają dzieci z Perzowa."),
      "województwo wielkopolskie 30\npowiat pilski 3019\ngmina Perzów 300805\n");
}

TEST(Places, NamesWithBlanksAroundTheirHyphen) {
  EXPECT_EQ(places_of("Sejmik województwa warmińsko - mazurskiego i prezydent Bielska - Białej."),
            "województwo warmińsko-mazurskie 28\nmiasto Bielsko-Biała 246101\n");
}

TEST(Places, AVoivodeshipsAdjectiveTellsWhereTheNameLies) {
  EXPECT_EQ(
      places_of("Gmina Szczawnica. Wyjazd prowadził do podlaskiego Korycina i lubelskiego oddziału banku."),
      "gmina Szczawnica 121102\ngmina Korycin 201103\n");
}

TEST(Places, KindsThatStandForTheirNoun) {
  EXPECT_EQ(
      places_of("Powiat bielski w województwie podlaskim tworzy pięć gmin: dwie miejskie – Bielsk Podlaski i "
                "Brańsk, oraz trzy wiejskie – Bielsk Podlaski, Brańsk i Orla."),
      "powiat bielski 2003\nwojewództwo podlaskie 20\nmiasto Bielsk Podlaski 200301\nmiasto Brańsk 200302\n"
      "gmina Bielsk Podlaski 200303\ngmina Brańsk 200305\ngmina Orla 200306\n");
}

TEST(Places, VillagesOfAListShareTheirCase) {
  EXPECT_EQ(places_of("Wójt gminy Zgierz zaprasza mieszkańców sołectw: Dzierżąznej, Białej i Szczawina."),
            "gmina Zgierz 102009\nDzierżązna 102009\nBiała 102009\nSzczawin 102009\n");
  EXPECT_EQ(places_of("Wójt gminy Zgierz otworzył wieś Dąbrówka Wielka."),
            "gmina Zgierz 102009\nDąbrówka Wielka 102009\n");
}

TEST(Places, AVillageWhoseNameALineBreaks) {
  EXPECT_EQ(places_of("Wójt gminy Lubicz wybuduje świetlicę w Radzicach\n  Dużych oraz plac."),
            "gmina Lubicz 041504\nRadzice Duże 041504\n");
}

TEST(Places, ANamesakeAmongVillagesIsOne) {
  EXPECT_EQ(
      places_of("Gmina Lubartów. System ruszył w Łucce i Wólce Rokickiej, potem w Annoborze i Nowodworze."),
      "gmina Lubartów 060807\nŁucka 060807\nWólka Rokicka 060807\nAnnobór 060807\nNowodwór 060807\n");
}

TEST(Places, OfficesNameTheirVoivodeship) {
  EXPECT_EQ(
      places_of("Umowę przyjął Mazowiecki Urząd Wojewódzki, a wniosek czeka w Kujawsko-Pomorskim Urzędzie "
                "Marszałkowskim."),
      "województwo mazowieckie 14\nwojewództwo kujawsko-pomorskie 04\n");
}

TEST(Places, AWordAboveAnEmptyLineSaysNothingOfTheTextBelow) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nNapisane przez\n\nPonad 1,8 mln zł otrzyma szkoła."),
            "gmina Lubicz 041504\n");
}

TEST(Places, AKindInBracketsBehindTheName) {
  EXPECT_EQ(places_of("Opinie przyszły z gminy Maszewo i z Gubina (gmina wiejska) w powiecie krośnieńskim."),
            "gmina Maszewo 080207\ngmina Gubin 080205\npowiat krośnieński 0802\n");
}

TEST(Places, NamesOfAListEachWithItsMunicipality) {
  const std::string places = places_of(
      "Gmina Lubicz\n\nPrzystanie w Brzozówce (gm. Lubicz),\nRaciechowicach (gm. Obrowo) i "
      "Osieczku (gm. Obrowo).");
  EXPECT_NE(places.find("Raciechowice "), std::string::npos) << places;
}

TEST(Places, VillagesBehindACommaInTheCaseOfTheWord) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nAutobus wozi uczniów ze swoich wsi, Grębocina i Denkówka."),
            "gmina Lubicz 041504\nGrębocin 041504\nDenkówek 041504\n");
}

TEST(Places, WhoHeadsAVillageIsNone) {
  const std::string places =
      places_of("Gmina Lubicz\n\nSołtysi: Grębocin - Anna Mak, Nowa Wieś – Ewa Kos.\n");
  EXPECT_EQ(places.find("Ewa"), std::string::npos) << places;
}

TEST(Places, FromOneToAnother) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nOd Grębocina po Nową Brzozę stoją stare domy."),
            "gmina Lubicz 041504\nGrębocin 041504\nNowa Brzoza 041504\n");
}

TEST(Places, AWordOfTheLanguageThatOpensAListOfVillages) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nWiaty stoją w Czechach, Gradkowie i Bielatkach."),
            "gmina Lubicz 041504\nCzechy 041504\nGradkowo 041504\nBielatki 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz\n\nUlice w Grupie i Górnej Grupie."),
            "gmina Lubicz 041504\nGrupa 041504\nGórna Grupa 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz\n\nWystawę widziano w Niemczech, Czechach i Szwecji."),
            "gmina Lubicz 041504\n");
}

TEST(Places, ListsInTheNominativeWithSurnamesAndWordsAmongThem) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nPlany dostaną Brzoza, Gradkowo oraz Boryszów."),
            "gmina Lubicz 041504\nBrzoza 041504\nGradkowo 041504\nBoryszów 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz\n\nNazwy – Gradkowo, Bielatki, Zakrzów – są stare."),
            "gmina Lubicz 041504\nGradkowo 041504\nBielatki 041504\nZakrzów 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz\n\nDożynki i Żniwogranie otworzył wójt."), "gmina Lubicz 041504\n");
}

TEST(Places, VillagesInTheInstrumental) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nDroga łączy Gradkowo z Bielatkami."),
            "gmina Lubicz 041504\nGradkowo 041504\nBielatki 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz\n\nUmowa ze Szwedami."), "gmina Lubicz 041504\n");
}

TEST(Places, TwoAdjectivesShareANoun) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nChodniki w Gradkowie Wielkim i Małym oraz w Lipce Starej i Nowej."),
            "gmina Lubicz 041504\nGradkowo Wielkie 041504\nGradkowo Małe 041504\nLipka Stara 041504\n"
            "Lipka Nowa 041504\n");
}

TEST(Places, NamesBehindAPrepositionsColon) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nSzkoły w: Bielatkach, Gradkowie i Lipnicy."),
            "gmina Lubicz 041504\nBielatki 041504\nGradkowo 041504\nLipnica 041504\n");
}

TEST(Places, UnknownNamesThatEndLikeNoWordAndRiversInThePlural) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nKlub w Ładzy, szkoła we wsi Łęgi."),
            "gmina Lubicz 041504\nŁadza 041504\nŁęgi 041504\n");
}

TEST(Places, AVillageBeforeATitle) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nPrzybył sołtys Gradkowa Pan Jan Mak."),
            "gmina Lubicz 041504\nGradkowo 041504\n");
}

TEST(Places, ANameWithAnAdjectiveOfVillagesAnywhere) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nPierwszą nagrodę wziął Smolin Wielki, drugą Gradka Dolna."),
            "gmina Lubicz 041504\nSmolin Wielki 041504\nGradka Dolna 041504\n");
  EXPECT_EQ(places_of("Gmina Lubicz\n\nNagrodę wziął Jan Wielki, a gościem był Kościół Nowy."),
            "gmina Lubicz 041504\n");
}

TEST(Places, AnyTwoAdjectivesShareANoun) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nChodniki w Lipowej Górze Wschodniej i Zachodniej."),
            "gmina Lubicz 041504\nLipowa Góra Wschodnia 041504\nLipowa Góra Zachodnia 041504\n");
}

TEST(Places, RiversThatBearAMunicipalitysName) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nŚcieżka prowadzi wzdłuż Lubszy."), "gmina Lubicz 041504\n");
}

TEST(Places, NamesThatSeveralUnitsBearTellOfEachOther) {
  EXPECT_EQ(places_of("Wójt gminy Zakrzewo przyjął gości w Złotowie."),
            "gmina Zakrzewo 303107\nmiasto Złotów 303101\n");
}

TEST(Places, TheDocumentsOwnMunicipalityByItsFirstWord) {
  EXPECT_EQ(
      places_of("Gmina Baranów Sandomierski\n\nW powiecie tarnobrzeskim burmistrz Baranowa ogłosił nabór."),
      "gmina Baranów Sandomierski 182001\npowiat tarnobrzeski 1820\n");
}

TEST(Places, PluralsInEHaveASoftConsonantBefore) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nŚwietlice w Skropach i w Bielkiejmach."),
            "gmina Lubicz 041504\nSkropy 041504\nBielkiejmy 041504\n");
}

TEST(Places, ALabelOfSeveralKinds) {
  EXPECT_EQ(places_of("Karta\n\nPowiat / województwo: toruński / kujawsko-pomorskie\n"),
            "powiat toruński 0415\nwojewództwo kujawsko-pomorskie 04\n");
  EXPECT_EQ(places_of("Karta\n\n| Powiat: | toruński |\n| Województwo: | kujawsko-pomorskie |\n"),
            "powiat toruński 0415\nwojewództwo kujawsko-pomorskie 04\n");
}

TEST(Places, TheVoivodeshipInWhichAMunicipalityLies) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nPrzyjechali goście z dolnośląskiej gminy Krośnice."),
            "gmina Lubicz 041504\nwojewództwo dolnośląskie 02\ngmina Krośnice 021302\n");
}

TEST(Places, ATownInADateline) {
  EXPECT_EQ(places_of("Dziennik urzędowy\n\nOpole, dnia 19 kwietnia 2016 r.\n"), "miasto Opole 166101\n");
}

TEST(Places, WhatProgrammesAreForIsNoVillage) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nProgram Przeciwdziałania Przemocy w Rodzinie. Strategia rozwoju "
                      "kierowanego przez Społeczność."),
            "gmina Lubicz 041504\n");
}

TEST(Places, VillagesOfTwoWords) {
  EXPECT_EQ(
      places_of("Gmina Lubicz. Świetlice w Biskupicach Ołgobnych, w Kępie Polskiej i w Górze Toruńskiej."),
      "gmina Lubicz 041504\nBiskupice Ołgobne 041504\nKępa Polska 041504\nGóra Toruńska 041504\n");
  EXPECT_EQ(
      places_of("Gmina Lubicz. Oddajemy w Wasze ręce plan w Sprawie dróg. List wysłano w Poczcie Polskiej."),
      "gmina Lubicz 041504\n");
}

// What else bears a village's name: another municipality, an ending of another case, words that no village
// has.
TEST(Places, VillagesThatTheTextPutsIntoAnotherMunicipality) {
  EXPECT_EQ(places_of("Pomosty na odcinku od Wyszkowa w gminie Liw do Łochowa, remont w Lubiczu (gm. Liw)."),
            "Wyszków 143304\ngmina Liw 143304\ngmina Łochów 143305\nLubicz 143304\n");
}

TEST(Places, NamesOfRoadsStandInTheNominative) {
  EXPECT_EQ(places_of("Gmina Wiśniowa w powiecie strzyżowskim. Przebudowa drogi Kozłówek – Markuszowa."),
            "gmina Wiśniowa 181905\npowiat strzyżowski 1819\nKozłówek 181905\nMarkuszowa 181905\n");
}

TEST(Places, AVillageWrittenAsOneWord) {
  EXPECT_EQ(places_of("Gmina Liw. Kajaki w Starejwsi i droga do Długiejwsi."),
            "gmina Liw 143304\nStarawieś 143304\nDługawieś 143304\n");
}

TEST(Places, NoLocativeEndsHard) {
  EXPECT_EQ(
      places_of(
          "Gmina Liw. Strony tworzą Partnerstwo „Ziemia Żyzna w Pomysły”, dyżur w Punkcie Konsultacyjnym."),
      "gmina Liw 143304\n");
}

TEST(Places, NamesOfManyInTheLocative) {
  EXPECT_EQ(
      places_of("Gmina Gardeja. Ciągniki stoją w Strumiejach, Rogajach Wielkich i Bronowicach Lipkowych."),
      "gmina Gardeja 220702\nStrumieje 220702\nRogaje Wielkie 220702\nBronowice Lipkowe 220702\n");
}

TEST(Places, AListSaysTheCaseOfItsNames) {
  EXPECT_EQ(
      places_of("Gmina Gardeja. Parkingi w miejscowościach: Rogowo i Łopuszna. We wsiach gminy – Kamionku "
                "i Dąbrówce – przybywa seniorów."),
      "gmina Gardeja 220702\nRogowo 220702\nŁopuszna 220702\nKamionek 220702\nDąbrówka 220702\n");
}

TEST(Places, WordsForPeopleInAnotherCaseAreVillages) {
  EXPECT_EQ(places_of("Gmina Lubicz. Kamieniołom w Proboszczowie czeka. Rozmowa z proboszczem trwa."),
            "gmina Lubicz 041504\nProboszczów 041504\n");
  EXPECT_EQ(places_of("Zarząd reprezentowany przez Wicestarostę Toruńskiego\nJana Maka zgłosił akces."),
            "powiat toruński 0415\n");
}

TEST(Places, WhatPipesJoinAndWhereBusesGo) {
  EXPECT_EQ(places_of("Gmina Lubicz. Połączenie wodociągów Brzezinko i Eligiów. Autobus wahadłowy Krobia – "
                      "Rogówko."),
            "gmina Lubicz 041504\nBrzezinko 041504\nEligiów 041504\nKrobia 041504\nRogówko 041504\n");
}

TEST(Places, LandscapesAreNoVillages) {
  EXPECT_EQ(places_of("Gmina Lubicz. Działamy dla mieszkańców Pogórza Wiśnickiego i Niziny Sępopolskiej."),
            "gmina Lubicz 041504\n");
}

TEST(Places, ACouncillorsVillageThatIsCalledLikeACityFarAway) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nRadni: Jan Mak (Ostrołęka), Anna Kos (Krobia)\n"),
            "gmina Lubicz 041504\nOstrołęka 041504\nKrobia 041504\n");
}

TEST(Places, ARegionWhoseGovernmentIsMeantIsAVoivodeship) {
  EXPECT_EQ(places_of("W imieniu samorządu Mazowsza mówiła wicemarszałek Dolnego Śląska Anna Kos. Pogoda nad "
                      "Mazowszem dopisała."),
            "województwo mazowieckie 14\nwojewództwo dolnośląskie 02\n");
}

TEST(Places, ANameOfTwoWordsOneOfWhichHasLostItsTail) {
  const auto record = record_of("Porozumienie. Liczymy rowniez na Białą Piska, mowil starosta piski.", true);
  ASSERT_EQ(record.places.size(), 2U);
  EXPECT_EQ(record.places[0].name, "gmina Biała Piska");
}

TEST(Places, APersonsNameIsNoVillage) {
  EXPECT_EQ(
      places_of(
          "Gmina Lubicz. Spotkali się sołtys Krobi Jerzy Mądel i radna z tej miejscowości Kinga Zaucha-Lis. "
          "Żartuje sołtys Mądel."),
      "gmina Lubicz 041504\nKrobia 041504\n");
}

TEST(Places, ACountysAdjectiveAlone) {
  EXPECT_EQ(places_of("Miliony pojadą do Toruńskiego."), "powiat toruński 0415\n");
}

TEST(Places, TheHeadOfTheNextColumnIsNoVillage) {
  EXPECT_EQ(places_of("Gmina Lubicz\n\nLp.  Miejscowość        Przedsięwzięcie            Koszt\n1.   Krobia "
                      "            farma "
                      "wiatrowa              100\n2.   Rogowo             biogazownia               200\n"),
            "gmina Lubicz 041504\nKrobia 041504\nRogowo 041504\n");
}

TEST(Places, AVillageInTheNeuterPlural) {
  EXPECT_EQ(places_of("Świetlica w Pełczyskach stoi."), "Pełczyska -\n");
}

TEST(Places, AListOfRivers) {
  EXPECT_EQ(places_of("Gmina Lubicz leży w dolinie Drwęcy, Rypienicy, Brynicy i Mieni."),
            "gmina Lubicz 041504\n");
}

TEST(Places, MountainsAndRegionsByTheirAdjective) {
  EXPECT_EQ(places_of("Gmina Lubicz. Wycieczka w Góry Opawskie, a potem w Łódzkiem."),
            "gmina Lubicz 041504\nwojewództwo łódzkie 10\n");
}

TEST(Places, WhatPagesOfferIsNoVillage) {
  EXPECT_EQ(places_of("Gmina Lubicz. Link do Ankiety, uwagi do Raportu, zapisy do Rajdu."),
            "gmina Lubicz 041504\n");
}

TEST(Places, SettlementsWithANameThatStays) {
  EXPECT_EQ(places_of("Gmina Lubicz. Droga w miejscowości Kolonia Lipki, remont w Majdanie Kozic."),
            "gmina Lubicz 041504\nKolonia Lipki 041504\nMajdan Kozic 041504\n");
}

TEST(Places, OnTheirGround) {
  EXPECT_EQ(
      places_of(
          "Gmina Lubicz. Budowa kanalizacji na terenie Starego Torunia oraz Górska.\n\nSTARY TORUŃ działki "
          "nr 278, 279.\n\nNa obszarze Natura 2000 i na terenie Polski."),
      "gmina Lubicz 041504\nStary Toruń 041504\nGórsk 041504\n");
}

TEST(Places, AVillageCalledLikeAnAdjectiveInThePlural) {
  EXPECT_EQ(places_of("Gmina Lubicz. Droga prowadzi z Krobi do Wiszowatych i do Szerokich."),
            "gmina Lubicz 041504\nKrobia 041504\nWiszowate 041504\nSzerokie 041504\n");
}

TEST(Places, TheFirstOfManyVillages) {
  EXPECT_EQ(
      places_of("Gmina Lubicz. Ubyło ludzi z okolicznych wsi, przede wszystkim Okszowa i Pokrówki. Zebrania "
                "objęły wsie, m.in. Krobię."),
      "gmina Lubicz 041504\nOkszów 041504\nPokrówka 041504\nKrobia 041504\n");
}

TEST(Places, AVillageInEja) {
  EXPECT_EQ(places_of("Gmina Lubicz. Dom seniora w Okrzei."), "gmina Lubicz 041504\nOkrzeja 041504\n");
}

TEST(Places, ProgrammesAndInstitutionsAreNone) {
  EXPECT_EQ(places_of("Fundusze Europejskie dla Lubelskiego (FEL)"), "");
  EXPECT_EQ(places_of("Gmina Lubicz. Lider działa przed Instytucją Zarządzającą."), "gmina Lubicz 041504\n");
}

TEST(Places, NoTitlesOfPersonsInLists) {
  EXPECT_EQ(places_of("W naradzie w Toruniu oraz Pan Jan Mak i w Lubiczu Pani Anna Nowak."),
            "miasto Toruń 046301\ngmina Lubicz 041504\n");
}

TEST(Places, StretchesOfARoadBehindAColon) {
  EXPECT_EQ(
      places_of("Gmina Zakliczyn buduje ścieżkę na odcinkach: Zakliczyn – Paleśnica, Gromnik – "
                "Golanka.\nDroga w stronę "
                "Wróblowic."),
      "gmina Zakliczyn 121614\nPaleśnica 121614\ngmina Gromnik 121602\nGolanka 121614\nWróblowice 121614\n");
}

TEST(Places, TwoEndsOfARoadWithAHyphen) {
  EXPECT_EQ(
      places_of(
          "Powiat Obornicki. Przebudowa drogi na odcinku Nieczajna-Kowalewko oraz drogi Bielsko-Biała."),
      "powiat obornicki 3016\nNieczajna -\nKowalewko -\nmiasto Bielsko-Biała 246101\n");
  EXPECT_EQ(places_of("Zadania Gminy Wyszki: „droga Wyszki – Filipy” oraz „Przebudowa ulicy”."),
            "gmina Wyszki 200308\nFilipy 200308\n");
}

TEST(Places, CadastralDistricts) {
  EXPECT_EQ(
      places_of("Działka 52/17, obręb geodezyjny Kozińce, obręb ewidencyjny Zalesie, gm. Dobrzyniewo Duże."),
      "Kozińce 200203\nZalesie 200203\ngmina Dobrzyniewo Duże 200203\n");
}

TEST(Places, VillagesOfWhichHeadsAreListed) {
  EXPECT_EQ(places_of("Gmina Wielgomłyny\n\nSołtysi:\nGrodzisko – Tomasz Kos\nMyśliwczów – Janina "
                      "Mak\nSokola Góra – Halina Lis\n"),
            "gmina Wielgomłyny 101213\nGrodzisko 101213\nMyśliwczów 101213\nSokola Góra 101213\n");
}

TEST(Places, WhoseInhabitantsAreCalledLikeAPeople) {
  EXPECT_EQ(places_of("Gmina Gniewkowo. Skorzystają mieszkańcy Wierzbiczan, Szadłowic i Płonkowa."),
            "gmina Gniewkowo 040703\nWierzbiczany 040703\nSzadłowice 040703\nPłonkowo 040703\n");
}

TEST(Places, AVillageAmongOthersThatMayBePeople) {
  EXPECT_EQ(places_of("Gmina Dobrzyniewo Duże. W Kobuziach, Jaworówce i Letnikach zbudowano sieć."),
            "gmina Dobrzyniewo Duże 200203\nKobuzie 200203\nJaworówka 200203\nLetniki 200203\n");
}

TEST(Places, MunicipalitiesBehindTheShortNamesOfTheirInstitutions) {
  EXPECT_EQ(places_of("Powiat międzychodzki. Zespół: Maria Kos – GOPS Chrzypsko Wielkie, Anna Mak – dyrektor "
                      "GOK w Kwilczu."),
            "powiat międzychodzki 3014\ngmina Chrzypsko Wielkie 301401\ngmina Kwilcz 301402\n");
}

TEST(Places, AVillageToldFromItsNamesakesByItsCounty) {
  EXPECT_EQ(places_of("Gmina Mirosławiec. Droga na odcinku Mirosławiec – Łowicz\nWałecki oraz dalej."),
            "gmina Mirosławiec 321703\nŁowicz Wałecki 321703\n");
  EXPECT_EQ(places_of("Gmina Mirosławiec. To jedyne połączenie Łowicza Wałeckiego i Hanek z miastem."),
            "gmina Mirosławiec 321703\nŁowicz Wałecki 321703\nHanki 321703\n");
}

TEST(Places, ListsInBrackets) {
  EXPECT_EQ(places_of("W powiatach (toruński,\nchełmiński) brak miejsc."),
            "powiat toruński 0415\npowiat chełmiński 0404\n");
  EXPECT_EQ(places_of("W trzech wsiach gminy Lubicz (Grębocin, Rogówko, Brzezinko) i w sołectwach (Gronowo, "
                      "Mierzynek)."),
            "gmina Lubicz 041504\nGrębocin 041504\nRogówko 041504\nBrzezinko 041504\nGronowo 041504\n"
            "Mierzynek 041504\n");
  EXPECT_EQ(
      places_of("Gmina Lubicz: sołtysi (Jan Kos, Adam Mak) i sołectwa (Fundusz Sołecki, Zebranie Wiejskie)."),
      "gmina Lubicz 041504\n");
}

TEST(Places, WhereARoadLeads) {
  EXPECT_EQ(places_of("Gmina Wierzchowo. Przebudowano fragment w kierunku Żabina."),
            "gmina Wierzchowo 320305\nŻabin 320305\n");
}

TEST(Places, ATownWhoseNameIsAWordGoesOnAList) {
  EXPECT_EQ(places_of("Gmina Brudzew. Robili to ludzie z Turku i Koła."),
            "gmina Brudzew 302702\nmiasto Turek 302701\nmiasto Koło 300901\n");
}

TEST(Places, AVillageToldByItsNominative) {
  EXPECT_EQ(
      places_of(
          "Gmina Waśniów. Największymi wsiami są Momina, Grzegorzowice i Boleszyn. Szkoła stoi w Mominie."),
      "gmina Waśniów 260706\nMomina 260706\nGrzegorzowice 260706\nBoleszyn 260706\n");
  EXPECT_EQ(
      places_of("Gmina Sławoborze. Powstanie odcinek drogi Międzyrzecze – Rokosowo i plac dla Międzyrzecza."),
      "gmina Sławoborze 321605\nMiędzyrzecze 321605\nRokosowo 321605\n");
}

TEST(Places, AnAdjectiveBeforeAVillage) {
  EXPECT_EQ(
      places_of("Gmina Waśniów. Podłączony jest jedynie Nowy Skoszyn. Obchodzono Nowy Rok. Zwiedzano jezioro "
                "Szwałk Wielki."),
      "gmina Waśniów 260706\nNowy Skoszyn 260706\n");
}

TEST(Places, FurtherCountiesOfASentence) {
  EXPECT_EQ(
      places_of(
          "Sąsiaduje z powiatem chełmskim na wschodzie\ni zamojskim na południu, m.in. z krasnostawskim."),
      "powiat chełmski 0603\npowiat zamojski 0620\npowiat krasnostawski 0606\n");
}

TEST(Places, AVillageBehindAnEndOfLine) {
  EXPECT_EQ(
      places_of(
          "Gmina Pasłęk. Na odcinku przylegającym do zabudowań pięknej wsi\nKrasin zostanie odwodnienie."),
      "gmina Pasłęk 280407\nKrasin 280407\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
