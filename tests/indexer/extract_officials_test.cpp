#include <gtest/gtest.h>

#include <string>

#include "indexer/extract/person_damage.h"
#include "tests/indexer/extract_record.h"

namespace szukajst::indexer::extract {
namespace {

TEST(Officials, RoleUnitName) {
  EXPECT_EQ(
      officials_of("Obecny był wójt Gminy Lubicz Jan Zawilec oraz Starosta Toruński Anna Brzoza-Kwiatek."),
      "Jan Zawilec, wójt, gmina Lubicz\nAnna Brzoza-Kwiatek, starosta, powiat toruński\n");
}

TEST(Officials, NamesInAnyCaseAreBroughtToTheNominative) {
  EXPECT_EQ(
      officials_of("Podziękowano wójtowi Gminy Lubicz Tomaszowi Gołąbkowi, staroście toruńskiemu Piotrowi "
                   "Kozłowskiemu i Wicestaroście Marcie Sikorze-Bielskiej."),
      "Tomasz Gołąbek, wójt, gmina Lubicz\nPiotr Kozłowski, starosta, powiat toruński\n"
      "Marta Sikora-Bielska, wicestarosta, powiat toruński\n");
}

TEST(Officials, AWomansNameOfOneForm) {
  EXPECT_EQ(officials_of("Spotkanie ze skarbnik powiatu toruńskiego Ewą Pietruszek."),
            "Ewa Pietruszek, skarbnik, powiat toruński\n");
}

TEST(Officials, AGivenNameThatBothSexesShareInSomeCase) {
  EXPECT_EQ(officials_of("W towarzystwie wicestarosty toruńskiego Feliksa Bernata przybyła Starosta Toruński "
                         "Stanisława Mak."),
            "Feliks Bernat, wicestarosta, powiat toruński\nStanisława Mak, starosta, powiat toruński\n");
}

TEST(Officials, FeminineFormsAndAbbreviations) {
  EXPECT_EQ(
      officials_of("Uchwała Rady Gminy Lubicz. Przewodnicząca Rady Gminy Zofia Lis, z-ca wójta dr inż. Adam "
                   "Wrona, sołtyska Grębocina Ewa Duda."),
      "Zofia Lis, przewodniczący rady, gmina Lubicz\nAdam Wrona, zastępca wójta, gmina Lubicz\n"
      "Ewa Duda, sołtys, gmina Lubicz\n");
}

TEST(Officials, NameBeforeRole) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Skład zespołu: Anna Dębska – sekretarz gminy, Jan Rak – skarbnik gminy."),
      "Anna Dębska, sekretarz, gmina Lubicz\nJan Rak, skarbnik, gmina Lubicz\n");
}

TEST(Officials, ListsWithUnitsInParentheses) {
  EXPECT_EQ(officials_of(
                "W powiecie brodnickim podpisy złożyli wójtowie: Jan Lis (Osiek), Ewa Mak (Zbiczno) i Adam "
                "Kos (Bartniczka), a także burmistrz Górzna Iwona Wilk."),
            "Jan Lis, wójt, gmina Osiek\nEwa Mak, wójt, gmina Zbiczno\nAdam Kos, wójt, gmina Bartniczka\n"
            "Iwona Wilk, burmistrz, gmina Górzno\n");
}

TEST(Officials, SignaturesOnLinesOfTheirOwn) {
  EXPECT_EQ(officials_of("Uchwała Rady Gminy Lubicz\n\nPrzewodniczący Rady Gminy\n   /-/ Marek Zdun\n"),
            "Marek Zdun, przewodniczący rady, gmina Lubicz\n");
  EXPECT_EQ(officials_of(
                "Urząd Gminy Lubicz\n\nOsoba do kontaktu: Ewa Kruk\n Kierownik Referatu Rozwoju\n tel. 1\n"),
            "Ewa Kruk, kierownik, gmina Lubicz\n");
}

TEST(Officials, DepartmentsAndInstitutionsTellTheUnit) {
  EXPECT_EQ(
      officials_of(
          "Powiat Brodnicki. Obrady Rady Powiatu Brodnickiego. Mówili Naczelnik Wydziału Edukacji i Kultury "
          "Jan Bąk, dyrektor Gminnej Biblioteki Publicznej w Zbicznie Ewa Gil oraz kierownik GOPS w "
          "Bartniczce Adam Fic."),
      "Jan Bąk, naczelnik wydziału, powiat brodnicki\nEwa Gil, dyrektor, gmina Zbiczno\n"
      "Adam Fic, kierownik, gmina Bartniczka\n");
}

TEST(Officials, WhoStandsInForAnOfficeIsOfItsUnit) {
  EXPECT_EQ(
      officials_of("Powiat Brodnicki. Rada Powiatu Brodnickiego i Starosta Brodnicki Jan Mak witali gości. "
                   "W imieniu burmistrza Górzna wystąpił kierownik Referatu Promocji Adam Kos."),
      "Jan Mak, starosta, powiat brodnicki\nAdam Kos, kierownik, gmina Górzno\n");
}

TEST(Officials, MunicipalitiesThatAreTownAndLandTogether) {
  EXPECT_EQ(
      officials_of("Burmistrz Gminy i Miasta Odolanów Jan Mak, Burmistrz Miasta i Gminy Syców Ewa Lis oraz "
                   "radna Rady Miejskiej Raszkowa Olga Bąk."),
      "Jan Mak, burmistrz, gmina Odolanów\nEwa Lis, burmistrz, gmina Syców\n"
      "Olga Bąk, radny, gmina Raszków\n");
}

TEST(Officials, FormerHoldersAndOtherPeopleAreNone) {
  EXPECT_EQ(officials_of(
                "Gmina Lubicz. Przybyli: były wójt Jan Mak, ówczesna starosta Ewa Lis, Adam Kos, wieloletni "
                "sołtys Grębocina, dziś na emeryturze, posłanka Iwona Gil, kierownik budowy Jan Rak, prezes "
                "spółdzielni Olga Bąk i Piotr Fic, burmistrz Górzna w latach 1998–2006. Fot. Jan Zych"),
            "");
}

TEST(Officials, AnOfficeWithoutANameIsNone) {
  EXPECT_EQ(
      officials_of("Wójt Gminy Lubicz oraz Burmistrz Górzna zapraszają. Wykonanie powierza się Wójtowi."),
      "");
}

TEST(Officials, TheSamePersonIsListedOnce) {
  EXPECT_EQ(officials_of(
                "Gmina Lubicz. Radny Rady Gminy Lubicz Zenon Klon-Sosna pytał. Radny Z. Klon-Sosna dodał."),
            "Zenon Klon-Sosna, radny, gmina Lubicz\n");
}

TEST(Officials, WomenAndDeputiesByEveryName) {
  EXPECT_EQ(
      officials_of("Rada Gminy Lubicz\n\nDrogę otworzyli Wicewójt Anna Kot i Wiceprezydent Torunia Jan Mak. "
                   "Koszty liczyła Skarbniczka Ewa Lis, a za wydział odpowiada naczelniczka Zofia Bąk."),
      "Anna Kot, zastępca wójta, gmina Lubicz\nJan Mak, zastępca prezydenta miasta, miasto Toruń\n"
      "Ewa Lis, skarbnik, gmina Lubicz\nZofia Bąk, naczelnik wydziału, gmina Lubicz\n");
}

TEST(Officials, APostBehindACopula) {
  EXPECT_EQ(
      officials_of(
          "Gmina Lubicz. Od 2018 roku wójtem jest Pankracy Zdun, a biblioteką kieruje Ewa Lis. Anna Kos "
          "została sekretarzem gminy. Prezesem pozostaje Olga Bąk, od piętnastu lat sołtyska Mierzynka."),
      "Pankracy Zdun, wójt, gmina Lubicz\nAnna Kos, sekretarz, gmina Lubicz\n"
      "Olga Bąk, sołtys, gmina Lubicz\n");
}

TEST(Officials, NamesInListsBeginWithTheSurnameToo) {
  EXPECT_EQ(
      officials_of("Rada Gminy Lubicz\n\nRadni\n1. Zawilec-Kos Anna\n2. Brzoza Jan\n\nWójt – Mak Ewa\n"),
      "Anna Zawilec-Kos, radny, gmina Lubicz\nJan Brzoza, radny, gmina Lubicz\nEwa Mak, wójt, gmina "
      "Lubicz\n");
}

TEST(Officials, ColumnsOfATable) {
  EXPECT_EQ(officials_of("Rada Gminy Lubicz\n\nDzień | Sołectwo | Sołtys\n6 maja | Mierzynek | Anna Zawilec\n"
                         "7 maja | Młyniec | Jan Brzoza\n"),
            "Anna Zawilec, sołtys, gmina Lubicz\nJan Brzoza, sołtys, gmina Lubicz\n");
}

TEST(Officials, TheUnitOfAClauseIsThePosts) {
  EXPECT_EQ(officials_of(
                "Porozumienie zawarły:\n1) Gmina Osiek w powiecie brodnickim, reprezentowana przez Wójta – "
                "Annę Kos,\n2) Gmina Zbiczno, reprezentowana przez Wójta – Jana Maka.\n"),
            "Anna Kos, wójt, gmina Osiek\nJan Mak, wójt, gmina Zbiczno\n");
}

TEST(Officials, UnitsBeforeTheNamesOfAList) {
  EXPECT_EQ(
      officials_of(
          "W powiecie brodnickim list podpisali wójtowie: Osieka Anna Kos, Zbiczna Jan Mak i Bartniczki "
          "Ewa Lis."),
      "Anna Kos, wójt, gmina Osiek\nJan Mak, wójt, gmina Zbiczno\nEwa Lis, wójt, gmina Bartniczka\n");
}

TEST(Officials, ATownsHeadIsNoneOfARuralMunicipality) {
  EXPECT_EQ(
      officials_of("Gmina Zbiczno i gmina Bartniczka zaprosiły gminę Górzno. Burmistrz Anna Kos dziękowała."),
      "Anna Kos, burmistrz, gmina Górzno\n");
}

TEST(Officials, ACouncilThatIsNamedByItsSeat) {
  EXPECT_EQ(
      officials_of("Protokół z sesji Rady Miejskiej w Golinie\n\nSkarbnik Anna Kos mówiła o drodze, którą "
                   "zbuduje powiat koniński."),
      "Anna Kos, skarbnik, gmina Golina\n");
}

TEST(Officials, TwoPostsOfOnePerson) {
  EXPECT_EQ(
      officials_of(
          "Rada Gminy Lubicz\n\nPrzewodniczący komisji – Jan Mak, Sołtys Mierzynka\nSekretarz – Ewa Lis, "
          "Wójt Gminy Zbiczno\nAnna Kos, inspektor\nPrzewodnicząca Rady Gminy\n(-) Olga Bąk\n"),
      "Jan Mak, sołtys, gmina Lubicz\nEwa Lis, sekretarz, gmina Lubicz\nEwa Lis, wójt, gmina Zbiczno\n"
      "Olga Bąk, przewodniczący rady, gmina Lubicz\n");
}

TEST(Officials, OtherBodiesHaveChairsToo) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Członkowie Rady Seniorów: przewodnicząca Anna Kos. Głos zabrała też "
                         "pełnomocniczka wójta Ewa Lis."),
            "Ewa Lis, pełnomocnik, gmina Lubicz\n");
}

TEST(Officials, APersonNamedBesideTheirPostInATable) {
  EXPECT_EQ(
      officials_of("Lista\n\nGmina | Osoba | Rola\nOsiek | Anna Kos | wójt\nGórzno | Jan Mak | burmistrz\n"),
      "Anna Kos, wójt, gmina Osiek\nJan Mak, burmistrz, gmina Górzno\n");
}

TEST(Officials, TheOneNameOfALineHasAllItsPosts) {
  EXPECT_EQ(officials_of("Rada Gminy Lubicz\n\n1. Zawilec Anna – przewodnicząca komisji, radna\n"),
            "Anna Zawilec, radny, gmina Lubicz\n");
}

TEST(Officials, AListEndsWhereAnotherPostBegins) {
  EXPECT_EQ(officials_of(
                "Gmina Lubicz. Sołtysi Anna Kos (Mierzynek) i Ewa Lis (Młyniec) oraz prezes koła Jan Mak."),
            "Anna Kos, sołtys, gmina Lubicz\nEwa Lis, sołtys, gmina Lubicz\n");
}

TEST(Officials, SurnamesThatLostTheirDiacritics) {
  const NameDamage damage = *NameDamage::load(core::data_folder() / "extract");
  language::Analyzer analyzer(LanguageData::get().lexicon);
  const auto restored = [&](const char* surname) { return damage.restored(surname, analyzer); };
  EXPECT_EQ(restored("Zareba"), "Zaręba");
  EXPECT_EQ(restored("Bak"), "Bąk");
  EXPECT_EQ(restored("Mokwinskiej"), "Mokwińskiej");
  EXPECT_EQ(restored("Puchata"), "Puchała");
  EXPECT_EQ(restored("Moól"), "Mól");
  EXPECT_EQ(restored("Masniak"), "Maśniak");  // which no dictionary has
  EXPECT_EQ(restored("Wruchat"), "Wruchał");
  EXPECT_EQ(restored("Grudon"), "Grudoń");  // an ending that few Polish surnames have otherwise
  EXPECT_EQ(restored("Wydroj"), "Wydrój");
  EXPECT_EQ(restored("Wojtasa"), "Wojtasa");    // which is no form of Wojtaś
  EXPECT_EQ(restored("Symeonow"), "Symeonow");  // and no plural
  for (const char* whole : {"Nowak", "Kowalska", "Lis", "Wrona", "Sobol"}) EXPECT_EQ(restored(whole), whole);
}

TEST(Officials, APostInTheNominativeIsHeldInTheNominative) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Uczestniczyli: Sekretarz Gminy Krystyna Czapka oraz radni."),
            "Krystyna Czapka, sekretarz, gmina Lubicz\n");
}

TEST(Officials, MembersBelowTheNameOfABoard) {
  EXPECT_EQ(
      officials_of("Powiat Toruński\n\nZarząd Powiatu:\nStarosta – Anna Kos\nCzłonkowie – Ewa Lis, Jan "
                   "Mak\n"),
      "Anna Kos, starosta, powiat toruński\nEwa Lis, członek zarządu, powiat toruński\nJan Mak, członek "
      "zarządu, powiat toruński\n");
}

TEST(Officials, WhoSignsByProxyHoldsAnotherPost) {
  EXPECT_EQ(officials_of("Urząd Gminy Lubicz\n\nz up. Wójta\nAnna Kos\nSekretarz Gminy\n"),
            "Anna Kos, sekretarz, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Podziękował w imieniu wójta Jana Maka."),
            "Jan Mak, wójt, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz\n\nZa zgodność: inspektor Z. Marczyk\n"), "");
}

TEST(Officials, WomensSurnamesInY) {
  EXPECT_EQ(officials_of("Głos zabrała Iwona Sadowy – sekretarz Gminy Lubicz."),
            "Iwona Sadowy, sekretarz, gmina Lubicz\n");
}

TEST(Officials, ALetterBehindAGivenNameIsNoInitialOfTheNext) {
  EXPECT_EQ(officials_of("Rada Gminy Lubicz\n\nPrzewodniczący Rady\nMałgorzata L.             Jan Mak\n"),
            "");
}

TEST(Officials, AdjectivesBeforeTheName) {
  EXPECT_EQ(officials_of("Województwo lubuskie\n\nWśród gości była radna sejmiku lubuskiego Anna Kos."),
            "Anna Kos, radny, województwo lubuskie\n");
}

TEST(Officials, LinesThatAUnitBegins) {
  EXPECT_EQ(
      officials_of(
          "Obecni:\nLubicz – z upoważnienia wójta: Anna Kos, Sekretarz Gminy\nObrowo – Jan Mak, wójt\n"),
      "Anna Kos, sekretarz, gmina Lubicz\nJan Mak, wójt, gmina Obrowo\n");
}

TEST(Officials, ALineBelowASentenceIsNoListOfItsPost) {
  EXPECT_EQ(
      officials_of(
          "Gmina Lubicz\n\nRadni przyjęli apel do ministra. Zaśpiewał chór.\n\nAnna Kos (biuro prasowe)\n"),
      "");
}

TEST(Officials, ALabelOfThePostBelowTheName) {
  EXPECT_EQ(
      officials_of("Karta praktyki\nImię i nazwisko: Jan Mak\nStanowisko: Zastępca Wójta Gminy Lubicz\n"),
      "Jan Mak, zastępca wójta, gmina Lubicz\n");
}

TEST(Officials, EndingsThatLostOrGainedATail) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Obecni: zastępca wójta Gerard Zielkę i radni.", true),
            "Gerard Zielke, zastępca wójta, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Rozmawiano z wójtem Lubicza Kosma Sroczyńskim o drogach.", true),
            "Kosma Sroczyński, wójt, gmina Lubicz\n");
}

TEST(Officials, NamesThatAnEmptyLineParts) {
  EXPECT_EQ(
      officials_of(
          "Porozumienie w sprawie dróg podpisali w sobotę w naszym urzędzie wójt Lubicza Jan\n\nMak oraz "
          "goście.",
          true),
      "Jan Mak, wójt, gmina Lubicz\n");
}

TEST(Officials, PostsInBracketsBehindTheName) {
  EXPECT_EQ(
      officials_of(
          "W zarządzie są Jan Mak (prezes) i Anna Kos (wiceprezes; na co dzień sekretarz gminy Lubicz)."),
      "Anna Kos, sekretarz, gmina Lubicz\n");
}

TEST(Officials, WhoLeadsTheWorkIsNoChairOfACouncil) {
  EXPECT_EQ(officials_of("Rady gmin przyjęły strategię. Pracom przewodniczyła wójt gminy Lubicz Anna Kos, a "
                         "pomysł podsunęła "
                         "była radna Ewa Lis."),
            "Anna Kos, wójt, gmina Lubicz\n");
}

TEST(Officials, ThePracticesCardSaysWhoseItIs) {
  EXPECT_EQ(
      officials_of(
          "Baza praktyk\n\nNazwa praktyki: Nocna biblioteka\nPartnerzy: Gmina Obrowo, Gmina Czernikowo\n"
          "Zgłaszający: Gmina Lubicz\nKontakt: tel. 56 000 00 00\n\nOpiekę objęła skarbnik Anna Kos.\n"),
      "Anna Kos, skarbnik, gmina Lubicz\n");
}

TEST(Officials, AbsentCouncillors) {
  EXPECT_EQ(officials_of("Protokół z sesji Rady Gminy Lubicz\n\nUstawowa liczba radnych: 15, obecnych: 13. "
                         "Nieobecni: p. Jan Mak, "
                         "p. Anna Kos.\n"),
            "Jan Mak, radny, gmina Lubicz\nAnna Kos, radny, gmina Lubicz\n");
}

TEST(Officials, MensNamesThatAreWomensInTheNominative) {
  EXPECT_EQ(officials_of("Rada Powiatu Toruńskiego upoważnia Członka Zarządu Witolda Górnickiego-Jeża oraz "
                         "Członka Zarządu Daniela Nowaka do podpisania umowy."),
            "Witold Górnicki-Jeż, członek zarządu, powiat toruński\n"
            "Daniel Nowak, członek zarządu, powiat toruński\n");
}

TEST(Officials, MembersOfABoardByTheirOffice) {
  EXPECT_EQ(officials_of("Protokół z posiedzenia Zarządu Powiatu Toruńskiego\n\nObecni członkowie Zarządu:\n"
                         "1. Adam Kos – Starosta\n2. Ewa Lis – Wicestarosta\n3. Jan Mak – Członek Zarządu\n"),
            "Jan Mak, członek zarządu, powiat toruński\nAdam Kos, starosta, powiat toruński\n"
            "Ewa Lis, wicestarosta, powiat toruński\n");
}

TEST(Officials, WhatIsSaidBeforeAName) {
  EXPECT_EQ(officials_of("Gminą Lubicz, reprezentowaną przez Wójta – Pana Wacława\n   Kosińskiego."),
            "Wacław Kosiński, wójt, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. O zgodę prosi dyrektor tej szkoły, p. Longin Kos."),
            "Longin Kos, dyrektor, gmina Lubicz\n");
}

TEST(Officials, WhoCountersignsIsOfTheSameUnit) {
  EXPECT_EQ(officials_of("Umowa zawarta pomiędzy:\n1) Gminą Lubicz, reprezentowaną przez Wójta – Jana Maka,\n"
                         "2) Gminą Obrowo, reprezentowaną przez Wójta Gminy – Annę Kos, przy kontrasygnacie "
                         "Skarbnika Gminy – Adama Lisa.\n"),
            "Jan Mak, wójt, gmina Lubicz\nAnna Kos, wójt, gmina Obrowo\nAdam Lis, skarbnik, gmina Obrowo\n");
}

TEST(Officials, WhoCountersignsBesideANamedUnit) {
  EXPECT_EQ(officials_of("Porozumienie zawarte w Lubiczu pomiędzy:\n\n"
                         "1. Gminą Lubicz, reprezentowaną przez:\n   Panią Sylwię Jodko – Wójta Lubicza,\n"
                         "   przy kontrasygnacie Skarbnika Gminy – Pana Leona Kosa,\n\n"
                         "2. Gminą Obrowo, reprezentowaną przez:\n   Pana Jana Maka – Wójta Obrowa,\n"
                         "   przy kontrasygnacie Skarbnika Gminy – Pani Teresy Lis.\n"),
            "Sylwia Jodko, wójt, gmina Lubicz\nLeon Kos, skarbnik, gmina Lubicz\n"
            "Jan Mak, wójt, gmina Obrowo\nTeresa Lis, skarbnik, gmina Obrowo\n");
}

TEST(Officials, ANameInApposition) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Gości witał wójt Lubicza, Jan Mak, który mówił krótko. Rozmawiano ze "
                         "skarbniczką gminy, Zofią Brzozową, o kosztach."),
            "Jan Mak, wójt, gmina Lubicz\nZofia Brzozowa, skarbnik, gmina Lubicz\n");
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Przybyli Ewa Kos, wójt Lubicza, Jan Mak, sekretarz gminy, i Adam Lis."),
      "Ewa Kos, wójt, gmina Lubicz\nJan Mak, sekretarz, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Czekano na wójta Lubicza, Jan Mak, rolnik, zabrał więc głos."), "");
}

TEST(Officials, WhoIsThere) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Zajrzeli też goście z Obrowa, gdzie tamtejszy sekretarz Jan Mak pytał "
                   "o koszty. W Obrowie przewodnicząca tamtejszej rady, Ewa Kos, liczy na zgodę."),
      "Jan Mak, sekretarz, gmina Obrowo\nEwa Kos, przewodniczący rady, gmina Obrowo\n");
}

TEST(Officials, SignaturesSideBySide) {
  EXPECT_EQ(officials_of("Protokół z sesji Rady Gminy Lubicz\n\n"
                         "Protokołowała                  Przewodniczący Rady Gminy\n"
                         "Lidia Kos                      Jan Mak\n"),
            "Jan Mak, przewodniczący rady, gmina Lubicz\n");
}

TEST(Officials, RanksOfThePoliceAreNoPosts) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Stan bezpieczeństwa omówił mł. insp. Leon Kos."), "");
}

TEST(Officials, WhatADepartmentWorksOnIsAList) {
  EXPECT_EQ(officials_of("Powiat Toruński. Odpowiada Naczelnik Wydziału Rolnictwa, Leśnictwa i Ochrony "
                         "Środowiska Zofia Brzoza."),
            "Zofia Brzoza, naczelnik wydziału, powiat toruński\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Pomagał kierownik referatu geodezji, budownictwa i dróg Adam Lis."),
            "Adam Lis, kierownik, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Był tam kierownik referatu, poeta i radny Adam Lis."),
            "Adam Lis, radny, gmina Lubicz\n");
}

TEST(Officials, AListOfUnitsWithADashBeforeEachHead) {
  EXPECT_EQ(officials_of("Przybyli wójtowie: Lubicza – Adam Lis, Obrowa – Ewa Mak i Czernikowa – Jan Kos."),
            "Adam Lis, wójt, gmina Lubicz\nEwa Mak, wójt, gmina Obrowo\nJan Kos, wójt, gmina Czernikowo\n");
}

TEST(Officials, TheChairOfABodyThatIsSetUp) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Na podstawie uchwały Rady Gminy powołuję zespół w składzie:\n"
                         "1) Adam Lis – Zastępca Wójta, przewodniczący;\n"
                         "2) Ewa Mak – Sekretarz Gminy, zastępca przewodniczącego.\n"),
            "Adam Lis, zastępca wójta, gmina Lubicz\nEwa Mak, sekretarz, gmina Lubicz\n");
}

TEST(Officials, TheChairOfTheCouncilThere) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Przewodnicząca tamtejszej Rady Gminy Ewa Mak liczy na zgodę."),
            "Ewa Mak, przewodniczący rady, gmina Lubicz\n");
}

TEST(Officials, APostBehindANameWithoutAComma) {
  EXPECT_EQ(
      officials_of("Podpisali: Anna Mak Starosta Toruński i Jan Kos Wicestarosta Toruński wraz z Adamem "
                   "Lisem Starostą Brodnickim."),
      "Anna Mak, starosta, powiat toruński\nJan Kos, wicestarosta, powiat toruński\nAdam Lis, starosta, "
      "powiat brodnicki\n");
}

TEST(Officials, ARowOfNamesAndPostsWithoutMarks) {
  EXPECT_EQ(
      officials_of("Powitano gości: Pana Adama Lisa Wójta Gminy Lubicz Pana Witolda Kosa Sekretarza Gminy "
                   "Panią Annę Mak Skarbnika Gminy Pana Jana Brzozę Radcę Prawnego Panią Ewę Wilk- "
                   "Kierownika GOPS w Lubiczu Panią Zofię Dąb Dyrektora Biblioteki Gminnej."),
      "Adam Lis, wójt, gmina Lubicz\nWitold Kos, sekretarz, gmina Lubicz\nAnna Mak, skarbnik, gmina "
      "Lubicz\nEwa Wilk, kierownik, gmina Lubicz\nZofia Dąb, dyrektor, gmina Lubicz\n");
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Obecni Wójt Jan Mak Sekretarz Anna Kos Skarbnik Ewa Lis."),
      "Jan Mak, wójt, gmina Lubicz\nAnna Kos, sekretarz, gmina Lubicz\nEwa Lis, skarbnik, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Zaprosił Jana Maka wójt."), "");
}

TEST(Officials, SurnamesWithBlanksAroundTheHyphen) {
  EXPECT_EQ(officials_of("Powiat Toruński\n\nAnna Dębowska - Szara - skarbnik powiatu,\nEwa Mak - sekretarz "
                         "powiatu\n"),
            "Anna Dębowska-Szara, skarbnik, powiat toruński\nEwa Mak, sekretarz, powiat toruński\n");
}

TEST(Officials, InitialsAreNamesOrMr) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Maria K. Dębowska - kierownik GOPS w Lubiczu."),
            "Maria K. Dębowska, kierownik, gmina Lubicz\n");
  EXPECT_EQ(
      officials_of("Umowę zawiera Gmina Lubicz reprezentowana przez Wójta Gminy - P. Marka Dębickiego."),
      "Marek Dębicki, wójt, gmina Lubicz\n");
  EXPECT_EQ(
      officials_of("Rada Gminy Lubicz. Radny W. Dębicki pytał, wniosek złożono przez radnego W. Dębickiego."),
      "W. Dębicki, radny, gmina Lubicz\n");
}

TEST(Officials, AListOfGuestsWithPostsOfTheirOwn) {
  EXPECT_EQ(
      officials_of("Sesja Rady Gminy Lubicz\n\nPrzywitano radnych i gości w osobach:\n1. Panią Annę Mak - "
                   "Wójta Gminy\n2. Pana Jana Kosa - Sekretarza Gminy\n"),
      "Anna Mak, wójt, gmina Lubicz\nJan Kos, sekretarz, gmina Lubicz\n");
}

TEST(Officials, WhoRepresentsAnotherIsNotThatOne) {
  EXPECT_EQ(
      officials_of("W powiecie brodnickim podpisali burmistrzowie: Jan Lis (Górzno), Ewa Mak (reprezentująca "
                   "burmistrza Jabłonowa Pomorskiego Adama Kosa), Olga Bąk (Brodnica) i Anna Dąb – wójt "
                   "Zbiczna."),
      "Jan Lis, burmistrz, gmina Górzno\nOlga Bąk, burmistrz, miasto Brodnica\nAdam Kos, burmistrz, gmina "
      "Jabłonowo Pomorskie\nAnna Dąb, wójt, gmina Zbiczno\n");
}

TEST(Officials, TheBoardThatSignsWithoutDiacritics) {
  EXPECT_EQ(officials_of("Uchwała Zarządu Powiatu Toruńskiego\n\nWykonanie powierza się Zarządowi Powiatu "
                         "Toruńskiego.\n\nPrzewodniczacy Zarządu:\nJan Mak\n\n\nCzłonkowie Zarządu:\n1) Adam "
                         "Lis\n2) Ewa Kos\n"),
            "Jan Mak, przewodniczący zarządu, powiat toruński\nAdam Lis, członek zarządu, powiat toruński\n"
            "Ewa Kos, członek zarządu, powiat toruński\n");
  EXPECT_EQ(
      officials_of("Związek Gmin Drwęcy w powiecie brodnickim. Przewodniczącym zarządu został Jan Mak."), "");
}

TEST(Officials, OnePersonInTwoSpellings) {
  EXPECT_EQ(
      officials_of("Spotkali się wójt gminy Lubicz Robert Piętak i goście. Na zdjęciu wójt gminy Lubicz "
                   "Robert Pietak oraz sekretarz gminy Obrowo Robert Pietak."),
      "Robert Piętak, wójt, gmina Lubicz\nRobert Pietak, sekretarz, gmina Obrowo\n");
}

TEST(Officials, CouncillorsByTheirVotes) {
  EXPECT_EQ(
      officials_of("Sesja Rady Gminy Lubicz\n\nObrady otworzył Przewodniczący Rady Adam Lis.\nPRZECIW: Jan "
                   "Mak, Anna Kos. WSTRZYMALI SIĘ: Ewa Dąb, Adam Lis. ZA: pozostali.\n"),
      "Adam Lis, przewodniczący rady, gmina Lubicz\nJan Mak, radny, gmina Lubicz\nAnna Kos, radny, gmina "
      "Lubicz\nEwa Dąb, radny, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Walne zebranie koła gospodyń w gminie Lubicz. Za: Jan Mak, Anna Kos."), "");
}

TEST(Officials, WhoHeadsADepartment) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Wniosek przyjmie Referat Promocji, którym kieruje Anna Mak. Wydziałem "
                   "Edukacji kieruje Jan Kos."),
      "Anna Mak, kierownik, gmina Lubicz\nJan Kos, naczelnik wydziału, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Rada Gminy Lubicz. Wnioski czyta Referat Promocji, którym kieruje Anna Mak."),
            "Anna Mak, kierownik, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Zespołem kieruje Anna Mak."), "");
}

TEST(Officials, TheDeputyOfWhoWasNamedLast) {
  EXPECT_EQ(
      officials_of("Wstęp napisał wójt gminy Lubicz Jan Mak. Prace prowadziła jego zastępczyni Anna Kos."),
      "Jan Mak, wójt, gmina Lubicz\nAnna Kos, zastępca wójta, gmina Lubicz\n");
  EXPECT_EQ(officials_of(
                "Gmina Lubicz. Przybyli wójt Jan Mak, dyrektor spółki Ewa Lis oraz jej zastępca Adam Kos."),
            "Jan Mak, wójt, gmina Lubicz\n");
}

TEST(Officials, ThePartyForWhichTheyAct) {
  EXPECT_EQ(
      officials_of("POROZUMIENIE pomiędzy: 1. Powiatem Toruńskim z siedzibą w Toruniu, ul. Długa 1, "
                   "reprezentowanym przez Annę Mak - Starostę i Jana Kosa - Wicestarostę 2. Powiatem "
                   "Brodnickim, reprezentowanym przez Adama Lisa - Starostę i Ewę Dąb - Wicestarostę\n"),
      "Anna Mak, starosta, powiat toruński\nJan Kos, wicestarosta, powiat toruński\nAdam Lis, starosta, "
      "powiat brodnicki\nEwa Dąb, wicestarosta, powiat brodnicki\n");
  EXPECT_EQ(officials_of("Strony: Miasto Toruń, reprezentowane przez Prezydenta Jana Kosa; Gmina Lubicz, "
                         "reprezentowana przez Wójta Annę Mak."),
            "Jan Kos, prezydent miasta, miasto Toruń\nAnna Mak, wójt, gmina Lubicz\n");
}

TEST(Officials, ColumnsOfNamesAndPostsInOneLine) {
  EXPECT_EQ(
      officials_of("Nasi członkowie\n\nCzłonek              Przedstawiciel      Funkcja\nGmina Lubicz       "
                   "  Anna Mak            wójt, prezes\nGmina Obrowo         Jan Kos             sekretarz "
                   "gminy\nPowiat Toruński      Ewa Dąb             starosta\n"),
      "Anna Mak, wójt, gmina Lubicz\nJan Kos, sekretarz, gmina Obrowo\nEwa Dąb, starosta, powiat "
      "toruński\n");
}

TEST(Officials, TwoPostsJoinedByAnd) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Wstęgę przecięli: Anna Mak – sołtys sołectwa Mierzynek i radna gminy "
                         "Lubicz; Jan Kos – zastępca wójta."),
            "Anna Mak, sołtys, gmina Lubicz\nAnna Mak, radny, gmina Lubicz\nJan Kos, zastępca wójta, gmina "
            "Lubicz\n");
}

TEST(Officials, WordsForWomenAndForMany) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Byli: kierownik budowy Jan Mak, Radna Gminy z Mierzynka i goście."),
            "");
  EXPECT_EQ(officials_of("Gmina Lubicz. Powitano panią Annę Kos, dyrektorów szkół oraz sołtysów."), "");
  EXPECT_EQ(officials_of("Przybyli Wiceprzewodniczący Rady Powiatu Toruńskiego Anna Kos i Jan Mak."),
            "Anna Kos, wiceprzewodniczący rady, powiat toruński\nJan Mak, wiceprzewodniczący rady, powiat "
            "toruński\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Sesję otworzyła radna senior Anna Kos."),
            "Anna Kos, radny, gmina Lubicz\n");
}

TEST(Officials, ElectionsAndDismissals) {
  EXPECT_EQ(
      officials_of("Sesja Rady Gminy Lubicz. Na Przewodniczącego Rady wybrano po raz kolejny Pana Jana Maka. "
                   "Wiceprzewodniczącą rady w tajnym głosowaniu została wybrana Anna Kos. Rada odwołała "
                   "Skarbnika Gminy Ewę Dąb."),
      "Jan Mak, przewodniczący rady, gmina Lubicz\nAnna Kos, wiceprzewodniczący rady, gmina Lubicz\n");
}

TEST(Officials, OfficesOfTheStateAndClerksAreNone) {
  EXPECT_EQ(
      officials_of(
          "Gmina Lubicz. Przybyli: Powiatowy Inspektor Sanitarny Anna Kos, kierownik delegatury KPUW "
          "Jan Mak, radca prawny Ewa Dąb i główna księgowa Zofia Lis. Starostą dożynkowym był Adam Wilk."),
      "");
}

TEST(Officials, AMunicipalityThatBecameATownHasHadAWojt) {
  EXPECT_EQ(officials_of("Rada Miejska w Górznie\n\nW 2001 roku wójt gminy Jan Mak otworzył drogę.\n"),
            "Jan Mak, wójt, gmina Górzno\n");
}

TEST(Officials, LinesThatANameBeginsWhichNothingElseCallsAPlace) {
  EXPECT_EQ(
      officials_of("Uchwała Rady Gminy Lubicz\n\nObecni:\nObrowo – Jan Mak, wójt\nCzernikowo – Anna Kos, "
                   "wójt\nDrwęca – Ewa Dąb, wójt\n"),
      "Jan Mak, wójt, gmina Obrowo\nAnna Kos, wójt, gmina Czernikowo\nEwa Dąb, wójt, gmina Lubicz\n");
}

// A post that begins the text and ends on the line below has nothing before it to be looked at.
TEST(Officials, APostOverTwoLinesAtTheVeryBegin) {
  EXPECT_EQ(officials_of("Wójt\nGminy Lipno\nAnna Nowak Jan Mak\n"), "Anna Nowak, wójt, gmina Lipno\n");
}

TEST(Officials, TheUnitThatWasNamedBefore) {
  EXPECT_EQ(officials_of("Gmina Lubicz. W Obrowie czekamy od lat – mówił wójt tej gminy Jan Mak."),
            "Jan Mak, wójt, gmina Obrowo\n");
  EXPECT_EQ(
      officials_of(
          "Gmina Lubicz. Przybył wójt gminy Obrowo Jan Mak (w zastępstwie obecna była sekretarz Anna Kos)."),
      "Jan Mak, wójt, gmina Obrowo\nAnna Kos, sekretarz, gmina Obrowo\n");
}

TEST(Officials, ASurnameWhoseHyphenEndsTheLine) {
  EXPECT_EQ(
      officials_of("Porozumienie podpisze Starosta Toruński Beata Mak-\n-Wilczyńska, a dotację przyjmie "
                   "Wójt Gminy Lubicz Olgierd Lis-\nKowalewski."),
      "Beata Mak-Wilczyńska, starosta, powiat toruński\nOlgierd Lis-Kowalewski, wójt, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gminą Lubicz, reprezentowaną przez Wójta – Waldemara Krajkę-\n-Leśniowskiego,"),
            "Waldemar Krajka-Leśniowski, wójt, gmina Lubicz\n");
}

TEST(Officials, AManWhoseSecondNameIsAWomans) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Radny Jan Maria Sadzonka pytał o drogę. Odpowiedziano radnemu "
                         "Janowi Marii Sadzonce."),
            "Jan Maria Sadzonka, radny, gmina Lubicz\n");
}

TEST(Officials, AWomansSurnameOfAMansForm) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Dziękujemy sołtys Grębocina Zofii Leśny."),
            "Zofia Leśny, sołtys, gmina Lubicz\n");
}

TEST(Officials, VillagesBeforeTheirHeads) {
  EXPECT_EQ(officials_of("Protokół z sesji Rady Gminy Lubicz\n\n1. sołtysi wsi: Grębocin (Antoni Ślęza), "
                         "Nowa Wieś (Bogumiła Czyż) i Krobia (Marek Rój)\n"),
            "Antoni Ślęza, sołtys, gmina Lubicz\nBogumiła Czyż, sołtys, gmina Lubicz\n"
            "Marek Rój, sołtys, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz\n\nSołtysi: Rogowo - Anna Mak, Nowa Wieś – Ewa Kos.\n"),
            "Anna Mak, sołtys, gmina Lubicz\nEwa Kos, sołtys, gmina Lubicz\n");
}

TEST(Officials, WhoOfTheCountedCouncillorsIsAbsent) {
  EXPECT_EQ(officials_of("Protokół\nGmina Lubicz\nObecnych: 14 radnych (na stan 15). Nieobecna: "
                         "Zofia Czajka-Bąk.\n"),
            "Zofia Czajka-Bąk, radny, gmina Lubicz\n");
}

TEST(Officials, RowsOfANameAPostAndAUnit) {
  EXPECT_EQ(officials_of("Stowarzyszenie Gmin Drwęcy\n\nZARZĄD\n"
                         "Prezes            Amelia Kwiatek-Brzoza    Burmistrz Górzna\n"
                         "Wiceprezes        Cyryl Wrona              Wójt Gminy Lubicz\n"
                         "Członek           Oskar Zięba              Zastępca Wójta Gminy Obrowo\n\n"
                         "KOMISJA REWIZYJNA\n"),
            "Amelia Kwiatek-Brzoza, burmistrz, gmina Górzno\nCyryl Wrona, wójt, gmina Lubicz\n"
            "Oskar Zięba, zastępca wójta, gmina Obrowo\n");
}

TEST(Officials, TheDeputyOfABodysChairHoldsHisOwnOffice) {
  EXPECT_EQ(officials_of("Rada Partnerstwa\n\nPrzewodniczący – Emil Wilk, Burmistrz Górzna\n"
                         "Zastępca – Anna Lipiec, Wójt Gminy Lubicz\n"),
            "Emil Wilk, burmistrz, gmina Górzno\nAnna Lipiec, wójt, gmina Lubicz\n");
}

TEST(Officials, ANameBetweenCommasBeforeAVerbOrAPost) {
  EXPECT_EQ(
      officials_of("Zaproszenie starosty toruńskiego, Michała Wrony oraz wicestarosty, Magdaleny Lipiec "
                   "przyjęli sołtysi."),
      "Michał Wrona, starosta, powiat toruński\nMagdalena Lipiec, wicestarosta, powiat toruński\n");
}

TEST(Officials, TheDeputyOfSomebodyElse) {
  EXPECT_EQ(officials_of("Przybyli starosta toruński Anna Mak, Jan Dąb, Zastępca Głównego Inspektora Ochrony "
                         "Środowiska."),
            "Anna Mak, starosta, powiat toruński\n");
}

TEST(Officials, TheDirectorOfAFirm) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Wystąpili przedstawiciele firmy ubezpieczeniowej Zorza – pani dyrektor "
                   "Anna Mak i Ewa Kos."),
      "");
}

TEST(Officials, AVillageOfTwoHeads) {
  EXPECT_EQ(officials_of("Udział wzięli następujący sołtysi z gminy Lubicz: Rogowo - Anna Mak, Jan Lis, Nowa "
                         "Wieś- Ewa Kos i Krobia - Marek Rój."),
            "Anna Mak, sołtys, gmina Lubicz\nJan Lis, sołtys, gmina Lubicz\nEwa Kos, sołtys, gmina Lubicz\n"
            "Marek Rój, sołtys, gmina Lubicz\n");
}

TEST(Officials, APostsWordThatIsASurname) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Przyszli sołtys Rogowa Adam Marszałek wraz z radą, radny Jan Wójt i Ewa "
                   "Sołtys Skarbnik Gminy."),
      "Adam Marszałek, sołtys, gmina Lubicz\nJan Wójt, radny, gmina Lubicz\nEwa Sołtys, skarbnik, gmina "
      "Lubicz\n");
}

TEST(Officials, WhomAMeetingElectedBehindTheVerb) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Zebranie wybrało sołtysem ponownie Stanisława Guzika."),
            "Stanisław Guzik, sołtys, gmina Lubicz\n");
}

TEST(Officials, WhoeverLeadsALocalActionGroupsOfficeIsNone) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Gościem był dyrektor biura LGD Zielona Dolina Marek Mak."), "");
}

TEST(Officials, CommonSurnamesOfADamagedText) {
  const char* kText =
      "Protokol z sesji Rady Gminy Lubicz\n\nObecni byli wszyscy radni, a wojt zagail obrady.\n"
      "Skarbnik Anna Wojtowicz mowila, sekretarz Jan Zmuda sluchal.\nDyrektor Gminnego Osrodka Kultury Ewa "
      "Sekowska milczala, kierownik referatu Olga Precikowska tez.\nRadny Gerwazy topatka wstal.\nSesje "
      "zamknieto, bo wszystko juz zostalo powiedziane i wszyscy wyszli z sali na pietrze urzedu.\n";
  EXPECT_EQ(officials_of(kText, true),
            "Anna Wójtowicz, skarbnik, gmina Lubicz\nJan Żmuda, sekretarz, gmina Lubicz\n"
            "Ewa Sękowska, dyrektor, gmina Lubicz\nOlga Pręcikowska, kierownik, gmina Lubicz\n"
            "Gerwazy Łopatka, radny, gmina Lubicz\n");
}

TEST(Officials, TheDocumentIsTheirsWhoseLetterItIs) {
  EXPECT_EQ(
      officials_of("Starosta Toruński\nul. Dolna 5\n87-100 Toruń\n\nOBWIESZCZENIE\n\nNa wniosek Wójta Gminy "
                   "Lubicz wszczęto sprawę drogi w gminie Lubicz. Gmina Lubicz zapłaci.\nAkta wyłożono u "
                   "kierownik Ewy Sójki.\n"),
      "Ewa Sójka, kierownik, powiat toruński\n");
}

TEST(Officials, AbsentCouncillorsWhoseAbsenceIsExcused) {
  EXPECT_EQ(officials_of(
                "Protokół z sesji Rady Gminy Lubicz\n\nObecni: 13 radnych (nieobecni usprawiedliwieni: Jan "
                "Mak, Ewa Kos)\n"),
            "Jan Mak, radny, gmina Lubicz\nEwa Kos, radny, gmina Lubicz\n");
}

TEST(Officials, OfManyTheOnesWhoWereDistinguished) {
  EXPECT_EQ(
      officials_of(
          "Gmina Lubicz. Spośród sołtysów wyróżniono Ewę Kos (Krobia), Jana Maka z Gradkowa i Annę Lis. "
          "Burmistrz Górzna Adam Radny dziękował."),
      "Ewa Kos, sołtys, gmina Lubicz\nJan Mak, sołtys, gmina Lubicz\nAnna Lis, sołtys, gmina Lubicz\n"
      "Adam Radny, burmistrz, gmina Górzno\n");
}

TEST(Officials, HeadsOfSeveralUnitsInTheirOrder) {
  EXPECT_EQ(officials_of(
                "Wójtowie Lubicza i Obrowa Jan Mak i Ewa Kos podpisali umowę. Byli też burmistrzowie Górzna, "
                "Brodnicy i Rypina: Adam Lis, Anna Wrona oraz Ewa Zięba."),
            "Jan Mak, wójt, gmina Lubicz\nEwa Kos, wójt, gmina Obrowo\nAdam Lis, burmistrz, gmina Górzno\n"
            "Anna Wrona, burmistrz, miasto Brodnica\nEwa Zięba, burmistrz, miasto Rypin\n");
}

TEST(Officials, AUnitAtALinesBeginIsNoSurname) {
  EXPECT_EQ(officials_of("Karpie wpuścili do stawu burmistrz\nGórzna Piotr Lech oraz goście."),
            "Piotr Lech, burmistrz, gmina Górzno\n");
}

TEST(Officials, SurnamesThatLookDeclined) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Wyróżniono radną Lidię Bereś-Tulej. Podziękowano radnej Annie Kulej."),
      "Lidia Bereś-Tulej, radny, gmina Lubicz\nAnna Kulej, radny, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Podziękowano sołtys Danucie Madej na wniosek radnego Jana Żądła."),
            "Danuta Madej, sołtys, gmina Lubicz\nJan Żądło, radny, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz\n\nWójt      Przewodniczący Rady Gminy\nJan Mak   Alojzy Kos\n"),
            "Jan Mak, wójt, gmina Lubicz\nAlojzy Kos, przewodniczący rady, gmina Lubicz\n");
}

TEST(Officials, TwoRowsOfSignatures) {
  EXPECT_EQ(officials_of("Gmina Lubicz\n\n"
                         "Wójt                         Sekretarz Gminy\n"
                         "Jerzy Mak                    Grażyna Lis\n\n"
                         "Przewodniczący Rady Gminy    Skarbnik Gminy\n"
                         "Adam Kos                     Mikołaj Wrona\n"),
            "Jerzy Mak, wójt, gmina Lubicz\nGrażyna Lis, sekretarz, gmina Lubicz\n"
            "Adam Kos, przewodniczący rady, gmina Lubicz\nMikołaj Wrona, skarbnik, gmina Lubicz\n");
}

TEST(Officials, NamesThatAreAManInTheGenitiveOrAWoman) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Zespół pracował pod kierunkiem Zastępcy Wójta Bogumiła Krząkowiaka."),
            "Bogumił Krząkowiak, zastępca wójta, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Pracowano pod kierunkiem zastępcy wójta Bogumiły Mak."),
            "Bogumiła Mak, zastępca wójta, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Zaufania udzielono burmistrz Justynie Dąbruszce."),
            "Justyna Dąbruszka, burmistrz, gmina Lubicz\n");
}

TEST(Officials, HeadsOfTheVillagesAround) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Dołączyli sołtysi sąsiednich wsi: Zbigniew Czajny z Krobi, Olga Hryń ze "
                   "Złotorii i Marcin Łep z Grębocina."),
      "Zbigniew Czajny, sołtys, gmina Lubicz\nOlga Hryń, sołtys, gmina Lubicz\n"
      "Marcin Łep, sołtys, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Mówił o tym od dawna. Radny Jan Mak słuchał."),
            "Jan Mak, radny, gmina Lubicz\n");
}

TEST(Officials, SurnamesOfAParticiplesForm) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Wszedł radny Wincenty Bodziony i starosta toruński Jan Mak."),
            "Wincenty Bodziony, radny, gmina Lubicz\nJan Mak, starosta, powiat toruński\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Podziękowano radnemu Adamowi Żmućce na wniosek radnego Jana Zgryły."),
            "Adam Żmućko, radny, gmina Lubicz\nJan Zgryło, radny, gmina Lubicz\n");
}

TEST(Officials, TheAbsentBehindTheNumberOfThosePresent) {
  EXPECT_EQ(officials_of(
                "Gmina Lubicz\n\nObecnych 13 radnych, nieobecni: Adam Kos i Ewa Lis (usprawiedliwieni).\n"),
            "Adam Kos, radny, gmina Lubicz\nEwa Lis, radny, gmina Lubicz\n");
}

TEST(Officials, TheUnitThatAnotherStandsFor) {
  EXPECT_EQ(officials_of("Gmina Lubicz\n\nWójta Obrowa Jana Maka zastąpiła sekretarz gminy Anna Kos.\n"),
            "Jan Mak, wójt, gmina Obrowo\nAnna Kos, sekretarz, gmina Obrowo\n");
  EXPECT_EQ(
      officials_of("Gmina Lubicz\n\nPodpis złożył wójt Jan Mak. Obrowo reprezentowała wójt Anna Kos, "
                   "Czernikowo – p.o. wójta Adam Lis, a Zbójno – kierownik Referatu Inwestycji Ewa Wrona.\n"),
      "Jan Mak, wójt, gmina Lubicz\nAnna Kos, wójt, gmina Obrowo\nAdam Lis, wójt, gmina Czernikowo\n"
      "Ewa Wrona, kierownik, gmina Zbójno\n");
}

TEST(Officials, CouncillorsOfTheCouncilNamedLast) {
  EXPECT_EQ(officials_of(
                "Powiat toruński. Przybyli przewodnicząca Rady Gminy Lubicz Zofia Lis, radni tej rady Oskar "
                "Mak i Ewa Kos-Duda."),
            "Zofia Lis, przewodniczący rady, gmina Lubicz\nOskar Mak, radny, gmina Lubicz\n"
            "Ewa Kos-Duda, radny, gmina Lubicz\n");
}

TEST(Officials, AUnitsNameThatALineParts) {
  EXPECT_EQ(
      officials_of("Byli też Wójt Gminy Lubicz Ewa Mak oraz Zastępca Burmistrza Nowego Dworu\nMazowieckiego "
                   "Krzysztof Bogumił-Kos. Rozmawiano o drogach."),
      "Ewa Mak, wójt, gmina Lubicz\nKrzysztof Bogumił-Kos, zastępca burmistrza, miasto Nowy Dwór "
      "Mazowiecki\n");
}

TEST(Officials, NotTheChairsOfAPartnershipsOwnCouncil) {
  EXPECT_EQ(officials_of(
                "Miasto Toruń. Działalność zaczęło Partnerstwo „Nad Rzeką”. Zgodnie ze statutem radą kieruje "
                "przewodniczący. Wiceprzewodniczącym wybrano Huberta Maka."),
            "");
}

TEST(Officials, RareGivenNames) {
  EXPECT_EQ(
      officials_of("Cezariusz Mak – wójt Gminy Lubicz, kierownik referatu Benita Lis, sekretarz Ksymena Kos"),
      "Cezariusz Mak, wójt, gmina Lubicz\nBenita Lis, kierownik, gmina Lubicz\n"
      "Ksymena Kos, sekretarz, gmina Lubicz\n");
}

TEST(Officials, NamesOfManyHeadsBehindTheirUnits) {
  EXPECT_EQ(
      officials_of("Wójtowie Lubicza i gminy Obrowo, Jan Mak i Anna Kos-Lis, zapowiedzieli nowe parkingi."),
      "Jan Mak, wójt, gmina Lubicz\nAnna Kos-Lis, wójt, gmina Obrowo\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Przyjechali wójtowie Lubicza i Obrowa, Jan Mak, kucharz, i inni."),
            "");
}

TEST(Officials, ForLongIsNoFormerOne) {
  EXPECT_EQ(officials_of("Węzeł od dawna postuluje wójt Lubicza Jan Mak."), "Jan Mak, wójt, gmina Lubicz\n");
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Przybyli dawna sołtys Krobi Anna Kos i Jan Mak, dawniej skarbnik gminy."),
      "");
}

TEST(Officials, CouncillorsOfACommitteeAndTheirVillages) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz\n\nRadni z Komisji Rozwoju – Jan Mak (Ostrołęka) i Anna Kos (Krobia)\n"),
      "Jan Mak, radny, gmina Lubicz\nAnna Kos, radny, gmina Lubicz\n");
}

TEST(Officials, ClerksAndThoseWhoServeAVoivodeAreNone) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Wojewodę reprezentowała dyrektor delegatury w Toruniu Anna Kos.\n\n"
                         "Protokół sporządziła\nEwa Lis, inspektor\n"),
            "");
}

TEST(Officials, OfTheBodyThatTheWordsBeforeName) {
  EXPECT_EQ(
      officials_of("Miasto Brodnica w powiecie brodnickim. Powiat obiecał pomoc Wydziału Środowiska, którym "
                   "kieruje naczelnik Ewa Mak. Wydziałem Promocji kieruje naczelnik Jan Lis."),
      "Ewa Mak, naczelnik wydziału, powiat brodnicki\nJan Lis, naczelnik wydziału, miasto Brodnica\n");
  EXPECT_EQ(
      officials_of(
          "Gmina Lubicz w województwie kujawsko-pomorskim. O nabory można pytać w Departamencie Rozwoju. "
          "Szczegóły zna kierownik referatu Ewa Mak."),
      "Ewa Mak, kierownik, województwo kujawsko-pomorskie\n");
}

TEST(Officials, ACommonSurnameWithoutMarksInADamagedText) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Obecni: skarbnik Piotr Makowski, sekretarz Ewa Raczkowska.", true),
            "Piotr Makowski, skarbnik, gmina Lubicz\nEwa Raczkowska, sekretarz, gmina Lubicz\n");
}

// Whoever signs for a unit stands in the column beside it.
TEST(Officials, RowsOfSignatories) {
  EXPECT_EQ(
      officials_of("Sygnatariusze\n\nWojewództwo Łódzkie           Jan Mak, Członek Zarządu Województwa\n"
                   "Powiat Toruński               Anna Kos, Starosta\n"
                   "                              Ewa Lis, Wicestarosta\n"
                   "Gmina Lubicz                  Adam Wrona, Zastępca Wójta\nGmina Obrowo                  "
                   "Zofia Duda, "
                   "Wójt\n"),
      "Jan Mak, członek zarządu, województwo łódzkie\nAnna Kos, starosta, powiat toruński\n"
      "Ewa Lis, wicestarosta, powiat toruński\nAdam Wrona, zastępca wójta, gmina Lubicz\n"
      "Zofia Duda, wójt, gmina Obrowo\n");
}

TEST(Officials, TheSecondPostOfARow) {
  EXPECT_EQ(officials_of(
                "Zarząd Powiatu Toruńskiego\nObecni:\n            Jan Mak          przewodniczący Zarządu, "
                "Starosta\n            Ewa Lis          Wicestarosta\n"),
            "Jan Mak, starosta, powiat toruński\nEwa Lis, wicestarosta, powiat toruński\n");
}

TEST(Officials, InAppositionOverALinesEnd) {
  EXPECT_EQ(
      officials_of("Wspiera ją nowy sekretarz gminy Lubicz, Jan Mak,\nktóry poprzednio uczył w szkole."),
      "Jan Mak, sekretarz, gmina Lubicz\n");
}

TEST(Officials, ATermThatIsOver) {
  EXPECT_EQ(officials_of("Projekt powstał jeszcze za kadencji wójta Lubicza Jana Maka."), "");
}

TEST(Officials, SurnamesThatLookLikeOtherForms) {
  EXPECT_EQ(officials_of("W zamku burmistrz Białej Edward Plicka podpisał umowę."),
            "Edward Plicka, burmistrz, gmina Biała\n");
  EXPECT_EQ(officials_of("Gmina Lubicz – Józefa Szczudło, Skarbnik Gminy"),
            "Józefa Szczudło, skarbnik, gmina Lubicz\n");
}

TEST(Officials, AsManyNamesAsTheTextCountsCouncillors) {
  const std::string list = "\nObecni:\n1. Mak Jan\n2. Lis Ewa – Przewodnicząca Rady\n3. Kos Adam\n";
  EXPECT_EQ(officials_of("Protokół z sesji Rady Gminy Lubicz\n\nW sesji wzięło udział 3 radnych.\n" + list),
            "Ewa Lis, przewodniczący rady, gmina Lubicz\nJan Mak, radny, gmina Lubicz\n"
            "Adam Kos, radny, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Protokół z sesji Rady Gminy Lubicz\n\nW sesji wzięło udział 12 radnych.\n" + list),
            "Ewa Lis, przewodniczący rady, gmina Lubicz\n");
}

TEST(Officials, VillagesBeforeTheirHeadsNames) {
  EXPECT_EQ(
      officials_of("Gmina Lubicz. Przyszli sołtysi: Krobi – Anna Mak, Rogowa – p. Jan Lis oraz Jedwabna "
                   "– Adam Kos."),
      "Anna Mak, sołtys, gmina Lubicz\nJan Lis, sołtys, gmina Lubicz\nAdam Kos, sołtys, gmina Lubicz\n");
}

TEST(Officials, OfTheUnitWhoseNameHeadsTheirPartOfTheText) {
  EXPECT_EQ(officials_of("POWIAT TORUŃSKI\n\nSkarbnikiem pozostaje Jan Mak.\n\nGMINA LUBICZ\n\nSekretarzem "
                         "została Ewa Lis.\n\nGMINA OBROWO\n\nWójtem jest nadal Adam Kos.\n"),
            "Jan Mak, skarbnik, powiat toruński\nEwa Lis, sekretarz, gmina Lubicz\n"
            "Adam Kos, wójt, gmina Obrowo\n");
}

TEST(Officials, RowsWithDotsBetweenUnitAndName) {
  EXPECT_EQ(officials_of("Podpisali:\n\nGmina Lubicz ............ Jan Mak, Wójt Gminy\nGmina Obrowo "
                         "............ Ewa Lis, Wójt Gminy\n"),
            "Jan Mak, wójt, gmina Lubicz\nEwa Lis, wójt, gmina Obrowo\n");
}

TEST(Officials, WhatABodyOfOthersCallsThem) {
  // The team's chair, and no council's; the union's deputy, and no mayor's; a society's board, and no
  // county's.
  EXPECT_EQ(
      officials_of("W powiecie toruńskim działa Rada Powiatu. W skład zespołu weszli: wicestarosta Ewa Lis "
                   "(przewodnicząca) i sekretarz powiatu Jan Mak."),
      "Ewa Lis, wicestarosta, powiat toruński\nJan Mak, sekretarz, powiat toruński\n");
  EXPECT_EQ(officials_of("Związkiem kieruje wójt Lubicza Ewa Lis, a jej zastępcą jest wójt Obrowa Jan Mak."),
            "Ewa Lis, wójt, gmina Lubicz\nJan Mak, wójt, gmina Obrowo\n");
  EXPECT_EQ(officials_of("Posiedzenie Zarządu Stowarzyszenia Gmin nad Drwęcą\n\nCzłonkowie Zarządu:\n – Ewa "
                         "Lis, Wójt Gminy Lubicz – Prezes,\n – Jan Mak, Wójt Gminy Obrowo – członek.\n"),
            "Ewa Lis, wójt, gmina Lubicz\nJan Mak, wójt, gmina Obrowo\n");
}

TEST(Officials, WhatOneSaysOfOtherYearsEndsNoTerm) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Radna Ewa Lis wspomniała, że w latach 2004–2006 było inaczej."),
            "Ewa Lis, radny, gmina Lubicz\n");
}

TEST(Officials, NobodyHoldsOnePostTwice) {
  EXPECT_EQ(
      officials_of("W powiecie toruńskim spotkali się wójt gminy Lubicz Ewa Lis, wójt gminy Obrowo\nJan "
                   "Mak i wójt gminy Wielka Nieszawka Anna Kos."),
      "Ewa Lis, wójt, gmina Lubicz\nJan Mak, wójt, gmina Obrowo\n"
      "Anna Kos, wójt, gmina Wielka Nieszawka\n");
}

TEST(Officials, OfTheMunicipalityThatATextIsAbout) {
  EXPECT_EQ(
      officials_of("W Lubiczu otwarto bibliotekę. Chwaliła ją sekretarz gminy Ewa Lis. Bibliobus to dar "
                   "miasta Toruń.\n\nRada Gminy Lubicz dopłaciła do regałów."),
      "Ewa Lis, sekretarz, gmina Lubicz\n");
}

TEST(Officials, TheNextLineGoesOnWithWhoHoldsThePost) {
  EXPECT_EQ(
      officials_of("W zespole zasiedli: sekretarz gminy Lubicz Jan Mak, wójt gminy Obrowo\nEwa Lis oraz "
                   "inspektor z Golubia-Dobrzynia.\n"),
      "Jan Mak, sekretarz, gmina Lubicz\nEwa Lis, wójt, gmina Obrowo\n");
}

TEST(Officials, ActingInAListOfNamesAndPosts) {
  EXPECT_EQ(
      officials_of("Posiedzenie Zarządu Powiatu Toruńskiego\n\nPrzybyli: p. Ewa Lis – Dyrektor Powiatowego "
                   "Urzędu Pracy, p. Jan Mak – p.o. Naczelnika Wydziału Edukacji, p. Adam Sowa – Wójt Gminy "
                   "Lubicz.\n"),
      "Ewa Lis, dyrektor, powiat toruński\nJan Mak, naczelnik wydziału, powiat toruński\n"
      "Adam Sowa, wójt, gmina Lubicz\n");
}

TEST(Officials, WhoeverHeadsATeamHeadsNoCouncil) {
  EXPECT_EQ(
      officials_of(
          "Rada Gminy Lubicz przyjęła plan. Przygotował go zespół: Wójt Gminy Jan Mak – przewodniczący, Pani "
          "Ewa Lis – Zastępca Wójta, Pan Adam Sowa – Sekretarz Gminy."),
      "Jan Mak, wójt, gmina Lubicz\nEwa Lis, zastępca wójta, gmina Lubicz\n"
      "Adam Sowa, sekretarz, gmina Lubicz\n");
}

TEST(Officials, PostsOfSocietiesAreNone) {
  EXPECT_EQ(
      officials_of("Porozumienie Gminy Lubicz z Ochotniczą Strażą Pożarną w Lubiczu, reprezentowaną przez "
                   "Naczelnika Jana Maka."),
      "");
  EXPECT_EQ(officials_of(
                "Gmina Lubicz. Przewodniczącym Komitetu zostaje Jan Mak, a sekretarzem – Pani Anna Nowak."),
            "");
  EXPECT_EQ(officials_of("Gmina Lubicz. Zarząd towarzystwa: prezes Jan Mak, skarbnik Anna Nowak."), "");
  EXPECT_EQ(
      officials_of(
          "Gmina Lubicz\n\nJan Mak – Wiceprezes Zarządu, Sekretarz Gminy Lubicz\nAnna Nowak – Skarbnik, "
          "Bank Spółdzielczy w Toruniu\nEwa Lis – Członek Zarządu, radna Rady Gminy Lubicz\n"),
      "Jan Mak, sekretarz, gmina Lubicz\nEwa Lis, radny, gmina Lubicz\n");
}

TEST(Officials, ForeignNamesBeforeTheirPost) {
  EXPECT_EQ(officials_of("Rzeka nie zna granic - mówił Algis Nevulis, wójt Lubicza, i przypomniał o tym."),
            "Algis Nevulis, wójt, gmina Lubicz\n");
}

TEST(Officials, TheHeadOfFiremenIsNone) {
  EXPECT_EQ(officials_of("Do jednostki OSP w Lubiczu trafił nowy wóz. Kluczyki z rąk wójta Lubicza Jana Maka "
                         "odebrał naczelnik "
                         "Dariusz Kos."),
            "Jan Mak, wójt, gmina Lubicz\n");
}

TEST(Officials, CouncilsOfSocietiesAndTheirDeputies) {
  EXPECT_EQ(
      officials_of(
          "Lokalna Grupa Działania „Partnerstwo” działa na obszarze gminy Lubicz. Radą kieruje Jan Mak."),
      "");
  EXPECT_EQ(officials_of("Gminy Lubicz i Obrowo. Pracami Rady Partnerstwa kieruje Jan Mak, wójt Lubicza, a "
                         "jego zastępczynią jest "
                         "Ewa Lis – wójt Obrowa."),
            "Jan Mak, wójt, gmina Lubicz\nEwa Lis, wójt, gmina Obrowo\n");
}

TEST(Officials, AFormerHolderOfOnePostHasAnother) {
  EXPECT_EQ(officials_of("Gmina Lubicz. Sceptyczny jest były wójt Jan Mak, dziś radny gminy."),
            "Jan Mak, radny, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Gmina Lubicz. Przyszedł były wójt Jan Mak."), "");
}

TEST(Officials, AParagraphBelowTheNameOfAStreet) {
  EXPECT_EQ(
      officials_of("Rada Gminy Lubicz\n\n3) Nadanie nazwy ulicy\n\nWiceprzewodnicząca Rady Halina Czachor "
                   "odczytała projekt."),
      "Halina Czachor, wiceprzewodniczący rady, gmina Lubicz\n");
}

TEST(Officials, HeadsOfACouncilsCommittees) {
  EXPECT_EQ(
      officials_of("Rada Gminy Lubicz. Opinię odczytał Przewodniczący Komisji Budżetu i Finansów Adam Kos."),
      "Adam Kos, przewodniczący komisji, gmina Lubicz\n");
  EXPECT_EQ(officials_of("Rada Gminy Lubicz. Przewodnicząca Komisji Oświaty, radna Ewa Kos, poparła wniosek. "
                         "Przewodniczący komisji konkursowej Jan Lis nie przyszedł."),
            "Ewa Kos, radny, gmina Lubicz\n");
}

}  // namespace
}  // namespace szukajst::indexer::extract
