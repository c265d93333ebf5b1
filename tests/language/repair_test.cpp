#include "language/repair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "language/channel.h"
#include "language/normalise.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

Repairer open() {
  auto opened = Repairer::open(lexicon(), language_folder());
  if (!opened) throw std::runtime_error(opened.error().message);
  return *std::move(opened);
}

struct Case {
  const char *damaged, *expected;
};

TEST(Repair, MendsTextsThatLostTheirDiacritics) {
  Repairer repairer = open();
  for (const auto& [damaged, expected] : std::vector<Case>{
           {"Program wspotpracy ze szkotami powiatu ptockiego",
            "Program współpracy ze szkołami powiatu płockiego"},
           {"Wskazuje zadania Wydziatu na najblizsze miesigce",
            "Wskazuje zadania Wydziału na najbliższe miesiące"},
           {"wtadz samorzgdowych Powiatu Poznariskiego", "władz samorządowych Powiatu Poznańskiego"},
           {"gruntow lezgcych przy drodze, wsréd mieszkancoéw",
            "gruntów leżących przy drodze, wśród mieszkańców"},
           {"kierownikami urzedow skarbowych i urz¢du pracy",
            "kierownikami urzędów skarbowych i urzędu pracy"},
           {"druhowie Ochotniczej Strazy Pozarne;j.", "druhowie Ochotniczej Straży Pożarnej."},
           {"dzialalnosci sotectw si¢ ogdlnopolskich", "działalności sołectw się ogólnopolskich"},
           {"Projekty sa wdrazane, Rada Gminy zatwierdzita zadan szesc",
            "Projekty są wdrażane, Rada Gminy zatwierdziła zadań sześć"},
           {"WLADZE POWIATU PRZYJELY ZADANIE", "WŁADZE POWIATU PRZYJĘŁY ZADANIE"},
           {"mieszkaricow i samorzaddéw Rozwo6j", "mieszkańców i samorządów Rozwój"},
       }) {
    EXPECT_EQ(repairer.repair(damaged).text, expected);
  }
}

// What comes behind two sentences that tell how damaged the text is.
std::string mended_behind_others(Repairer& repairer, const std::string& text) {
  const std::string damaged =
      "Wojt gminy zaprasza mieszkancow na zebranie. Urzad przyjmuje wnioski o srodki z zewnatrz. ";
  const std::string whole =
      "Wójt gminy zaprasza mieszkańców na zebranie. Urząd przyjmuje wnioski o środki z zewnątrz. ";
  const std::string mended = repairer.repair(damaged + text).text;
  EXPECT_TRUE(mended.starts_with(whole)) << mended;
  return mended.substr(std::min(mended.size(), whole.size()));
}

TEST(Repair, TakesWhatTheDocumentHasElsewhereForLikelier) {
  Repairer repairer = open();
  repairer.add_words(std::vector<std::string>{"Szydłów", "Szydłowa", "Szydłowie"});
  for (const auto& [damaged, expected] : std::vector<Case>{
           {"Gmina Szydiéw zaprasza.", "Gmina Szydiów zaprasza."},
           {"Gmina Szydiéw zaprasza. Zamek w Szydlowie stoi.",
            "Gmina Szydłów zaprasza. Zamek w Szydłowie stoi."},
           // The same damage twice is no second witness.
           {"Gmina Szydiéw zaprasza. Zamek w gminie Szydiéw stoi.",
            "Gmina Szydiów zaprasza. Zamek w gminie Szydiów stoi."},
           // A word stands in the number that it has elsewhere.
           {"Otwarto hale. Hala stoi przy szkole. W hali jest boisko.",
            "Otwarto halę. Hala stoi przy szkole. W hali jest boisko."},
           {"Otwarto hale. Hale stoja przy szkole. W halach sa boiska.",
            "Otwarto hale. Hale stoją przy szkole. W halach są boiska."},
       }) {
    EXPECT_EQ(mended_behind_others(repairer, damaged), expected);
  }
}

TEST(Repair, AsksTheSentenceForEndings) {
  Repairer repairer = open();
  for (const auto& [damaged, expected] : std::vector<Case>{
           {"Zawarto porozumienie z Gmina Rogowo, Gmina Lubicz i Gmina Kowal.",
            "Zawarto porozumienie z Gminą Rogowo, Gminą Lubicz i Gminą Kowal."},
           {"Zgode wyrazila Gmina Rogowo i Gmina Kowal.", "Zgodę wyraziła Gmina Rogowo i Gmina Kowal."},
           {"Strategie przyjeto w maju. Decyzje podejmuje Rada Gminy.",
            "Strategię przyjęto w maju. Decyzję podejmuje Rada Gminy."},
           {"Strategie przygotowali radni. Decyzje podejmuja radni.",
            "Strategie przygotowali radni. Decyzje podejmują radni."},
           {"Autorka opracowania jest znana.", "Autorka opracowania jest znana."},
       }) {
    EXPECT_EQ(mended_behind_others(repairer, damaged), expected);
  }
}

TEST(Repair, ReadsAStrokeBehindAWordAsItsLastLetter) {
  Repairer repairer = open();
  for (const auto& [damaged, expected] : std::vector<Case>{
           {"Sali uzyczy! soltys wsi.", "Sali użyczył sołtys wsi."},
           {"Zmar! Jan.", "Zmarł Jan."},
           {"Zapraszamy! Wstep wolny.", "Zapraszamy! Wstęp wolny."},
       }) {
    EXPECT_EQ(mended_behind_others(repairer, damaged), expected);
  }
}

TEST(Repair, TellsWhatItChanged) {
  Repairer repairer = open();
  const std::string text = "Wydziat wspotpracy, powiat torunski: 615 000 zt";
  const Mended mended = repairer.repair(text);
  ASSERT_GE(mended.repairs.size(), 3U);
  EXPECT_EQ(mended.repairs[0].source.in(text), "Wydziat");
  EXPECT_EQ(mended.repairs[0].mended, "Wydział");
  EXPECT_EQ(mended.repairs[1].source.in(text), "wspotpracy");
  for (const auto& repair : mended.repairs) {
    EXPECT_GT(repair.certainty, 0.3);
    EXPECT_LE(repair.certainty, 1.0);
  }
  EXPECT_EQ(mended.words, 5);
  EXPECT_EQ(mended.unknown, 0);
}

TEST(Repair, LeavesNumbersCodesAndAddresses) {
  Repairer repairer = open();
  const std::string text =
      "Uchwala nr XII/88/2019 z dnia 2019-06-01, sotectwa: bip@powiattorunski.example.pl, "
      "www.torunski.example.pl 11,4 1.2.";
  const std::string mended = repairer.repair(text).text;
  for (const char* kept : {"XII/88/2019", "2019-06-01", "bip@powiattorunski.example.pl",
                           "www.torunski.example.pl", "11,4 1.2."}) {
    EXPECT_NE(mended.find(kept), std::string::npos) << kept;
  }
  EXPECT_NE(mended.find("sołectwa"), std::string::npos) << mended;
}

TEST(Repair, CleanTextIsUnharmed) {
  Repairer repairer = open();
  for (const char* text : {
           "Wójt Gminy Pelplin Zenobiusz Bergolak i sołtys Bryzgalina podpisali porozumienie w sprawie "
           "budowy drogi.",
           "Laka i maja to słowa, które także bez znaków są słowami; nic ich tu nie zmieni, bo tekst ma "
           "swoje "
           "znaki.",
           "Firma Deltronix zbuduje oczyszczalnię ścieków w Żółwinie, a projekt nazwano EkoStrefa 2030.",
       }) {
    const Mended mended = repairer.repair(text);
    EXPECT_EQ(mended.text, text);
    EXPECT_TRUE(mended.repairs.empty());
  }
}

TEST(Repair, ASignInAWordIsMendedEvenInCleanText) {
  Repairer repairer = open();
  EXPECT_EQ(
      repairer
          .repair("Świetlica wiejska jest czynna także w święta, a biblioteka w ko$ciele co dzień, łącznie z "
                  "niedzielą.")
          .text,
      "Świetlica wiejska jest czynna także w święta, a biblioteka w kościele co dzień, łącznie z niedzielą.");
}

TEST(Repair, WordsParted) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("gmin lezgcych, zadan inwesty-\ncyjnych wspol-\npracy samorzadow").text,
            "gmin leżących, zadań inwesty-\ncyjnych współ-\npracy samorządów");
}

TEST(Repair, NeighboursDecideBetweenForms) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("wspolpraca z gmina wiejska i zadania dla mieszkancow").text,
            "współpraca z gminą wiejską i zadania dla mieszkańców");
  EXPECT_EQ(repairer.repair("mowi sie, ze gmina zatwierdzita wniosek 0 dofinansowanie szkoty").text,
            "mówi się, że gmina zatwierdziła wniosek o dofinansowanie szkoły");
  EXPECT_EQ(repairer.repair("ze srodkow gminy zaplacono 0 zt").text, "ze środków gminy zapłacono 0 zł");
}

// What was not chosen but may have stood there is told, so that it can be found.
TEST(Repair, TellsWhatElseAWordMayHaveBeen) {
  Repairer repairer = open();
  const std::string text =
      "§1. Radni powierza zadania spotce. Prace beda trwaty do korica wrzesnia, a droga bedzie zamknieta.";
  const Mended mended = repairer.repair(text);
  ASSERT_FALSE(mended.doubts.empty());
  std::size_t end = 0;
  for (const core::Doubt& doubt : mended.doubts) {
    EXPECT_GE(doubt.source.begin, end);
    end = doubt.source.end;
    EXPECT_FALSE(doubt.forms.empty());
    for (const auto& form : doubt.forms) EXPECT_NE(form, doubt.source.in(text));
  }
  const auto closed = std::ranges::find_if(
      mended.doubts, [&](const core::Doubt& doubt) { return doubt.source.in(text) == "zamknieta"; });
  ASSERT_NE(closed, mended.doubts.end());
  EXPECT_TRUE(closed->forms.front().starts_with("zamknięt"));
  EXPECT_TRUE(repairer.repair("Rada Gminy przyjęła program współpracy na rok 2024.").doubts.empty());
}

TEST(Repair, HalvesOfASurnameStay) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("wojt Sadza-Rak i soltys Laka-Mila rozmawiaja o drogach powiatu").text,
            "wójt Sadza-Rak i sołtys Laka-Mila rozmawiają o drogach powiatu");
}

TEST(Repair, OldSpellingIsNoDamage) {
  Repairer repairer = open();
  const std::string text =
      "Ałe pamiętam, że w tej prowincyi dła biednych ludzi była materja i policya, niź jednak więcéj dobréj "
      "woli.";
  const std::string mended = repairer.repair(text).text;
  for (const char* kept : {"prowincyi", "materja", "policya", "więcéj", "dobréj"}) {
    EXPECT_NE(mended.find(kept), std::string::npos) << kept << ": " << mended;
  }
  EXPECT_NE(mended.find("dla biednych"), std::string::npos) << mended;
  EXPECT_NE(mended.find("niż jednak"), std::string::npos) << mended;
}

TEST(Repair, AFalseCapitalBecomesSmall) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("pozyskano na to Srodki z urzedu, rowniez w Swietlicy").text,
            "pozyskano na to środki z urzędu, również w świetlicy");
}

TEST(Repair, VerbsInMidSentenceHaveNoCapital) {
  Repairer repairer = open();
  EXPECT_EQ(
      repairer.repair("Wojt Gminy Zaprasza na swieto, ktore Zaplanowano w Zalesiu, oraz na droge Z Torunia")
          .text,
      "Wójt Gminy zaprasza na święto, które zaplanowano w Zalesiu, oraz na drogę z Torunia");
  EXPECT_EQ(
      repairer.repair("Zaprasza wojt gminy, takze Zarzad Drog i pani Zofia. Zaplanowano rowniez swieto").text,
      "Zaprasza wójt gminy, także Zarząd Dróg i pani Zofia. Zaplanowano również święto");
}

TEST(Repair, ASurnameThatIsAPastFormKeepsItsCapital) {
  Repairer repairer = open();
  EXPECT_NE(repairer.repair("wojt gminy Paulina Wybierata, takze w srode na swieto").text.find("Wybierała"),
            std::string::npos);
}

TEST(Repair, MillionsAreOfSomething) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("koszt to 3 min zt z urzedu, wniesiono 2 min EUR i 3 min 200 tys. zt").text,
            "koszt to 3 mln zł z urzędu, wniesiono 2 mln EUR i 3 mln 200 tys. zł");
  EXPECT_EQ(repairer.repair("Czas czytania: 3 min Prezydent Miasta zaprasza na swieto, takze rodziny").text,
            "Czas czytania: 3 min Prezydent Miasta zaprasza na święto, także rodziny");
}

TEST(Repair, AddedWordsAreKnown) {
  Repairer repairer = open();
  const std::string text = "wojt gminy Beglin i mieszkancy, wspolnie z powiatem torunskim";
  EXPECT_EQ(repairer.repair(text).text.find("Bęglin"), std::string::npos);
  const std::vector<std::string> names{"Bęglin"};
  repairer.add_words(names);
  EXPECT_NE(repairer.repair(text).text.find("Bęglin"), std::string::npos) << repairer.repair(text).text;
}

TEST(Repair, NamesThatAreNowhereAreSpelledAsNamesAre) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("wojt Teofil Motyczynski i sottys Halina Wybrudzinska oraz urzad gminy").text,
            "wójt Teofil Motyczyński i sołtys Halina Wybrudzińska oraz urząd gminy");
}

TEST(Repair, AbbreviationsOfCapitalsHaveTheirOwnSpelling) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("dotacja z WFOSIGW i NFOSiGW na szkote, st. bryg. wspolnie z gmina").text,
            "dotacja z WFOŚiGW i NFOŚiGW na szkołę, st. bryg. wspólnie z gminą");
}

TEST(Repair, CandidatesAreOrdered) {
  Repairer repairer = open();
  const auto candidates = repairer.candidates("Wspotpraca");
  ASSERT_FALSE(candidates.empty());
  EXPECT_EQ(candidates.front().form, "Współpraca");
  EXPECT_GT(candidates.front().certainty, 0.5);
  EXPECT_LE(repairer.candidates("wspotpraca", 1).size(), 1U);
  EXPECT_TRUE(repairer.candidates("").empty());
}

TEST(Repair, SaysWhatIsWrongWithItsTables) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / "szukajst_confusions";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "confusions.tsv") << "# comment\nł\tt\t7\t0.5\n";
  std::ofstream(folder / "confusions_extra.tsv") << "ł\tt\tmany\t0.5\n";
  const auto channel = Channel::open(folder);
  ASSERT_FALSE(channel);
  EXPECT_EQ(channel.error().code, core::ErrorCode::malformed);
  EXPECT_NE(channel.error().message.find("confusions_extra.tsv, line 1"), std::string::npos)
      << channel.error().message;
  EXPECT_FALSE(Repairer::open(lexicon(), folder / "none"));
}

// What goes on on the next page may be any word.
TEST(Repair, AWordThatThePagesEndCutsStays) {
  Repairer repairer = open();
  EXPECT_TRUE(repairer.repair("wojt powiedziat, ze srodki na droge sa juz za-\n ").text.ends_with(" za-\n "));
  EXPECT_TRUE(repairer.repair("wojt powiedziat, ze srodki na droge dostana sa-\n").text.ends_with(" sa-\n"));
}

TEST(Repair, OldPrintKeepsItsSpelling) {
  Repairer repairer = open();
  EXPECT_EQ(
      repairer
          .repair(
              "Później dzień był już długi, więc poszła ścieżką wśród łąk z wielkiemi i małemi dziećmi; "
              "już wiedział, że wśród nićj zostanie, a więcćj się nie dało zrobić — rzekł ojciec - i wyszedł")
          .text,
      "Później dzień był już długi, więc poszła ścieżką wśród łąk z wielkiemi i małemi dziećmi; "
      "już wiedział, że wśród niéj zostanie, a więcéj się nie dało zrobić — rzekł ojciec — i wyszedł");
}

TEST(Repair, FormsOfNamesThatWereNeverCountedAreAsRareAsTheirCases) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("Na zdjeciu wojt Otylia Nowak, zaprosita mieszkancow i sottysow do szkoty").text,
            "Na zdjęciu wójt Otylia Nowak, zaprosiła mieszkańców i sołtysów do szkoły");
}

TEST(Repair, AFewCapitalsAmongSmallLettersStay) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("wniosek LGD i ZIT rozpatrzyta spotka PLK wspolnie z gmina").text,
            "wniosek LGD i ZIT rozpatrzyła spółka PLK wspólnie z gminą");
}

TEST(Repair, WebAddressesWithoutTheirBeginStay) {
  Repairer repairer = open();
  const std::string mended = repairer
                                 .repair(
                                     "Strona projektu: sciezka.gminalaka.example.pl/sciezki, zgtoszenia "
                                     "przyjmuje urzad gminy i sottys")
                                 .text;
  EXPECT_NE(mended.find("sciezka.gminalaka.example.pl/sciezki,"), std::string::npos) << mended;
  EXPECT_NE(mended.find("zgłoszenia"), std::string::npos) << mended;
}

TEST(Repair, AddressesWithAnyEndStay) {
  Repairer repairer = open();
  const std::string text =
      "Wydrukowano dnia 3 maja z bip.gminalaka.test, ktore prowadzi urzad gminy i sottys";
  const std::string mended = repairer.repair(text).text;
  EXPECT_NE(mended.find("bip.gminalaka.test,"), std::string::npos) << mended;
  EXPECT_NE(mended.find("sołtys"), std::string::npos) << mended;
}

TEST(Repair, AbbreviationsHaveTheirMarksBack) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("ustawa z pozn. zm. i uchwata z pézn. zm. o drogach w sotectwach").text,
            "ustawa z późn. zm. i uchwała z późn. zm. o drogach w sołectwach");
}

TEST(Repair, ANameOfAnOfficeKeepsItsCapitals) {
  Repairer repairer = open();
  EXPECT_EQ(
      repairer.repair("kierownik Wydziatu Ochrony Srodowiska i Swietlicy w sotectwie, takze Srodki").text,
      "kierownik Wydziału Ochrony Środowiska i świetlicy w sołectwie, także środki");
}

TEST(Repair, CodesOfCurrenciesAndUnitsStay) {
  Repairer repairer = open();
  EXPECT_EQ(repairer.repair("KOSZTY CALKOWITE PLN DOTACJA, a moc zrodta to 40 kWp").text,
            "KOSZTY CAŁKOWITE PLN DOTACJA, a moc źródła to 40 kWp");
}

// A page of an office that nothing damaged, with what its author put at the end.
std::string office_page(const std::string& slip) {
  return "Rada gminy zebrała się w świetlicy, aby omówić budowę drogi do szkoły oraz remont mostu na rzece. "
         "Wójt przedstawił radnym kosztorys, a skarbnik powiedział, skąd gmina weźmie pieniądze. Sołtys "
         "zapytał o chodnik i o lampy przy przystanku. Radni uznali, że chodnik jest potrzebny, ale drogę "
         "trzeba zbudować wcześniej. Nad uchwałą głosowali wszyscy obecni i nikt nie był przeciw. " +
         slip;
}

TEST(Repair, ALoneSlipIsTheAuthors) {
  Repairer repairer = open();
  const std::string one = office_page("Patrzac na mapę, wybrali trasę przez las.");
  EXPECT_EQ(repairer.repair(one).text, one);
  // Whatever author writes so, no one writes a sign inside a word.
  EXPECT_EQ(repairer.repair(office_page("Był też ko$ciół.")).text, office_page("Był też kościół."));
}

TEST(Repair, PrepositionsReadAsNoughtsAndCapitals) {
  Repairer repairer = open();
  EXPECT_EQ(
      repairer.repair("liczba uczniow wzrosta 0 4% w sotectwach, ustawa z dnia 5 maja 2019 r. 0 sotectwach")
          .text,
      "liczba uczniów wzrosła o 4% w sołectwach, ustawa z dnia 5 maja 2019 r. o sołectwach");
  EXPECT_EQ(repairer.repair("uchwata z dnia 5 maja 2019 r. Ww sprawie drogi Z urzedu do szkoty").text,
            "uchwała z dnia 5 maja 2019 r. w sprawie drogi z urzędu do szkoły");
}

TEST(Repair, SpellingsThatWereCountedInOldPrintStay) {
  Repairer repairer = open();
  const std::string text =
      "Odrazu poznał dwuch genjuszów i ich hypotezę; wędrował potém jeszcze długo drogą przez las";
  EXPECT_EQ(repairer.repair(text).text, text);
  EXPECT_EQ(
      repairer.repair("poszła potóm do niéj i jój córki, a tóm samém drogą wracał ten, który jéj zaufał")
          .text,
      "poszła potém do niéj i jéj córki, a tém samém drogą wracał ten, który jéj zaufał");
}

TEST(Repair, ASurnameKeepsItsFirstLetter) {
  Repairer repairer = open();
  const auto mended = repairer.repair(
      "Protokol z sesji Rady Gminy, na ktorej skarbnik Anna Hulak mowila, a wszyscy obecni radni sluchali "
      "jej uwaznie.");
  EXPECT_NE(mended.text.find("Anna Hulak mówiła"), std::string::npos) << mended.text;
}

// What the evaluation's documents say is right must stay as it is.
TEST(Repair, CleanDocumentsAreUnharmed) {
  const auto shared = std::filesystem::path(SZUKAJST_SOURCE_DIR) / ".." / "shared" / "eval" / "ocr";
  std::ifstream file(shared / "tesseract-dev.expected.txt");
  if (!file) GTEST_SKIP() << "no " << shared;
  Repairer repairer = open();
  int words = 0;
  std::size_t changed = 0;
  for (std::string line; std::getline(file, line);) {
    for (std::size_t at = 0; (at = line.find("\\n", at)) != std::string::npos;) line.replace(at, 2, "\n");
    const Mended mended = repairer.repair(normalise(line));
    words += mended.words;
    changed += mended.repairs.size();
  }
  EXPECT_GT(words, 3000);
  EXPECT_LE(static_cast<double>(changed), 0.0005 * words);
}

}  // namespace
}  // namespace szukajst::language
