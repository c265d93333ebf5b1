#include "language/repair_signs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "language/lexicon.h"
#include "language/repair_lines.h"
#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

WordTests word_tests() {
  const auto known = [](std::string_view word) { return lexicon().contains(word); };
  const auto likely = [](std::string_view word, std::string_view of) {
    float sum = 0;
    for (const Reading& reading : lexicon().look_up(word))
      sum += reading.tag.starts_with(of) ? reading.likelihood : 0;
    return sum;
  };
  return {.known = known,
          .mendable = [](std::string_view word) { return !lexicon().unfold(word, 1).empty(); },
          .common = known,
          .abbreviation = [likely](std::string_view word) { return likely(word, "brev") > 0; },
          .small =
              [](std::string_view word) {
                float sum = 0;
                for (const Reading& reading : lexicon().look_up(word))
                  sum += begins_upper(reading.lemma) ? reading.likelihood : 0;
                return sum < 0.1F;
              },
          .opens =
              [likely](std::string_view word) {
                return likely(word, "verb") + likely(word, "conj") + likely(word, "prep") > 0.8F;
              }};
}

std::string mend(const std::string& text, SignDamage damage) {
  static const auto signs = Signs::open(lexicon().folder() / "signs.tsv");
  if (!signs) return signs.error().message;
  std::string mended;
  std::size_t copied = 0;
  for (const core::Repair& repair : signs->repairs(text, damage, word_tests())) {
    EXPECT_GE(repair.source.begin, copied) << text;
    EXPECT_LT(repair.source.begin, repair.source.end) << text;
    EXPECT_FALSE(repair.mended.empty()) << text;
    mended += text.substr(copied, repair.source.begin - copied) + repair.mended;
    copied = repair.source.end;
  }
  return mended + text.substr(copied);
}
std::string light(const std::string& text) {
  return mend(text, SignDamage::light);
}
std::string heavy(const std::string& text) {
  return mend(text, SignDamage::heavy);
}

TEST(Signs, DashesOfAnEngineThatKnowsPolish) {
  EXPECT_EQ(light("tak — rzekł -- a potem - nic"), "tak — rzekł — a potem — nic");
  EXPECT_EQ(light("tak—rzekł, a potem— nic"), "tak — rzekł, a potem — nic");
  EXPECT_EQ(light("- Tak!\nrzekł —\ni wyszedł -\npotem"), "— Tak!\nrzekł —\ni wyszedł —\npotem");
  EXPECT_EQ(light("Bielsko-Biała i 2-3 dni"), "Bielsko-Biała i 2-3 dni");
}

TEST(Signs, ATextWithoutDashesKeepsItsHyphens) {
  EXPECT_EQ(light("- droga,\n- szkoła - nowa"), "- droga,\n- szkoła - nowa");
}

TEST(Signs, StrokesOfNoOneGo) {
  EXPECT_EQ(light("w tym mieście |\ni poza nim"), "w tym mieście\ni poza nim");
  EXPECT_EQ(light("raz _ dwa"), "raz dwa");
  EXPECT_EQ(light("raz $ dwa, $ 5 ustawy"), "raz dwa, § 5 ustawy");
  EXPECT_EQ(light("a | b\n| c | d |"), "a | b\n| c | d |");
  EXPECT_EQ(light("Był 'dom i 'las, .droga"), "Był dom i las, droga");
}

TEST(Signs, SignsThatManyLinesBeginWithAreAList) {
  EXPECT_EQ(light("* droga\n* dom\n* las"), "* droga\n* dom\n* las");
  EXPECT_EQ(light("dom\n* droga"), "dom\ndroga");
  // No list begins so.
  EXPECT_EQ(light("dom i las\n_ i droga\n_ i pole\n_ i łąka"), "dom i las\ni droga\ni pole\ni łąka");
}

TEST(Signs, ATablesRowClosesInALaterLine) {
  const std::string table =
      "| droga gminna | 40 zł | w roku\n2031 |\n| most | 20 zł | w roku\n2032 |\nkoniec";
  EXPECT_EQ(heavy(table), table);
  EXPECT_EQ(heavy("droga gminna |\nmost"), "droga gminna\nmost");
}

TEST(Signs, SpacesAtSigns) {
  EXPECT_EQ(light("Co to ? zapytał ; i czekał"), "Co to? zapytał; i czekał");
  EXPECT_EQ(light("wiedział,że droga!nowa"), "wiedział, że droga! nowa");
  EXPECT_EQ(light("wiedział ,że droga"), "wiedział, że droga");
  EXPECT_EQ(light("droga , dom i las ,\npole"), "droga, dom i las\npole");
  EXPECT_EQ(light("trzy dni,w domu"), "trzy dni, w domu");
  // Of three dots behind a mark one was lost, where others have three.
  EXPECT_EQ(light("Tak!... A dom?.. Nie"), "Tak!... A dom?... Nie");
  EXPECT_EQ(light("Tak!.. A dom?.. Nie"), "Tak!.. A dom?.. Nie");
  EXPECT_EQ(light("Podpis .......... wójt"), "Podpis .......... wójt");
}

TEST(Signs, QuotationsClose) {
  EXPECT_EQ(light("nazwa „Droga* jest nowa, „Las'. Tak*"), "nazwa „Droga“ jest nowa, „Las“. Tak*");
  EXPECT_EQ(light("cytat „Dom”, „Pole” i „Staw”, potem „Las*"), "cytat „Dom”, „Pole” i „Staw”, potem „Las”");
  // Where most were read as asterisks, none was "”".
  EXPECT_EQ(light("cytat „Dom”, potem „Las*"), "cytat „Dom“, potem „Las“");
}

TEST(Signs, BracketsThatNothingCloses) {
  EXPECT_EQ(light("— (o to jest?\nrzekł (do brata"), "— Co to jest?\nrzekł do brata");
  EXPECT_EQ(light("rzekł (do brata)"), "rzekł (do brata)");
}

TEST(Signs, TheNextLetterTellsStopsFromCommas) {
  EXPECT_EQ(light("powiedział. że droga jest"), "powiedział, że droga jest");
  EXPECT_EQ(light("droga i. szkoła"), "droga i szkoła");
  EXPECT_EQ(light("to była droga, Powiedziała mu"), "to była droga. Powiedziała mu");
  EXPECT_EQ(light("ul. dworcowa, Kraków, por. art. 5"), "ul. dworcowa, Kraków, por. art. 5");
}

TEST(Signs, HyphensAtLineEnds) {
  EXPECT_EQ(light("to była spra=\nwa gminy"), "to była spra-\nwa gminy");
  EXPECT_EQ(light("to była spra-.\n'wa gminy"), "to była spra-\nwa gminy");
  EXPECT_EQ(light("to była spra- —\nwa gminy"), "to była spra-\nwa gminy");
  EXPECT_EQ(light("mieszkańców tej gmi\nny i powiatu"), "mieszkańców tej gmi-\nny i powiatu");
  EXPECT_EQ(heavy("Cele:\nrozwój gminy"), "Cele:\nrozwój gminy");
  // One sign for all hyphens: then pieces that are words too.
  EXPECT_EQ(light("ten urzę:\ndnik i miesz:\nkaniec teraz po:\nwiat"),
            "ten urzę-\ndnik i miesz-\nkaniec teraz po-\nwiat");
  EXPECT_EQ(light("ten urzę:\ndnik i miesz:\nkaniec pani Wie:\nczajówna"),
            "ten urzę-\ndnik i miesz-\nkaniec pani Wie-\nczajówna");
  EXPECT_EQ(light("ten urzę:\ndnik pani Wie:\nczajówna"), "ten urzę-\ndnik pani Wie:\nczajówna");
  // A letter for the hyphen.
  EXPECT_EQ(light("Ministerstwo Spraw Zaz\ngranicznych ma urząd."),
            "Ministerstwo Spraw Za-\ngranicznych ma urząd.");
}

// A page from the middle of a book.
std::string page(const std::string& above, const std::string& below) {
  return above +
         "mieszkańcy gminy chodzili drogą do lasu i do mia-\nsta, a potem wracali nią do domu, gdy już by-\n"
         "ło ciemno. Droga prowadziła przez pola i przez łą-\nki, a po deszczu nikt nie mógł nią przejść "
         "ani\n"
         "przejechać wozem. Dlatego gmina chciała mieć no-\nwą drogę, a powiat miał jej pomóc i zapłacić "
         "czę-" +
         below;
}

TEST(Signs, WhatIsThePagesAndNotTheTextsGoes) {
  EXPECT_EQ(light(page("— 23 —\n\n", "\n")), light(page("\n", "\n")));
  EXPECT_EQ(light(page("", "\n\n23\n \n")), light(page("", "\n\n \n")));
  // A number that was set far in was never recognised.
  EXPECT_EQ(light(page("", "\n\n                    23\n")), page("", "\n\n                    23\n"));
  EXPECT_EQ(light(page("| = ,\nSZE BO R\n", "")), light(page("\n", "")));
  EXPECT_EQ(light(page("94 STARA DROGA\n", "")), light(page("\n", "")));
  EXPECT_EQ(light(page("Stara droga\n", "")), light(page("\n", "")));
}

TEST(Signs, HeadsWithAPagesNumberGo) {
  const std::string whole =
      "Mieszkańcy gminy chodzili drogą do lasu i do mia-\nsta, a potem wracali nią do domu, gdy już by-\n"
      "ło ciemno. Droga prowadziła przez pola i przez łą-\nki, a po deszczu nikt nie mógł nią przejść.\n"
      "Dlatego gmina chciała mieć drogę.\nPowiat miał jej pomóc.";
  EXPECT_EQ(light("Droga przez las 143\n" + whole), "\n" + whole);
  EXPECT_EQ(light("Droga przez las 14\n" + whole), "Droga przez las 14\n" + whole);
  EXPECT_EQ(light("Rozdział 143\n" + whole), "Rozdział 143\n" + whole);
  // A long one, and the number below it.
  EXPECT_EQ(light("O drodze, która prowadziła przez pola i łąki\n112\n" + whole + "\nA po-"),
            "\n" + whole + "\nA po-");
  const std::string chapter = "O drodze, która prowadziła przez pola i łąki\n2.\n" + whole + "\nA po-";
  EXPECT_EQ(light(chapter), chapter);
}

TEST(Signs, APagesNumberBetweenDashesTellsPrint) {
  const std::string verse = "Idę drogą\nprzez pole\ni przez las\naż do domu,\ngdzie czeka\nna mnie pies";
  EXPECT_TRUE(printed_page(TextLines("— 12 —\n" + verse)));
  EXPECT_TRUE(printed_page(TextLines(verse + "\n— 12 —")));
  EXPECT_FALSE(printed_page(TextLines(verse)));
  EXPECT_TRUE(printed_page("— 12 —\n" + verse));
  EXPECT_FALSE(printed_page(verse));
  EXPECT_FALSE(printed_page(TextLines("- 12 -\n" + verse)));
}

TEST(Signs, CapitalsOfSmallLetters) {
  EXPECT_EQ(light("na losy częŚci świata i praWda"), "na losy części świata i prawda");
  EXPECT_EQ(light("tej wła-\nŚnie drogi"), "tej wła-\nśnie drogi");
  EXPECT_EQ(light("idzie Ścieżka, przez Życie"), "idzie ścieżka, przez życie");
  // A sentence's begin, a name, a name's part, abbreviations.
  for (const std::string text : {"Tak. Ścieżka wiodła", "Ścieżka wiodła", "do Śląska i Żywca",
                                 "z Święta Bożego", "UMiG i WFOŚiGW", "Kowal-\nŚwidnicki", "rzekł: „Ścieżka"})
    EXPECT_EQ(light(text), text);
}

TEST(Signs, NotesAndSpeechAtThePagesEndStay) {
  for (const std::string below : {"\n1 A. Kowal, Droga przez las, Warszawa 1972, s. 22-23.", "\n— Po eo?"})
    EXPECT_EQ(light(page("", below + "\n112")), page("", below + "\n"));
}

TEST(Signs, NoTitleOfADocumentGoes) {
  const std::string body =
      "w sprawie budowy drogi przez pola i przez łąki gmi-\nny, na której zależy wszystkim mieszkańcom wsi i "
      "mia-\n"
      "sta. Rada uchwala, że droga będzie nowa.\nWójt wykona uchwałę.\nUchwała wchodzi w "
      "życie.\nPrzewodniczący";
  for (const std::string title :
       {"UCHWAŁA NR 12\n", "U C H W A Ł A\n", "Rada Gminy\n", "Załącznik nr 3\n", "2022\n"})
    EXPECT_EQ(light(title + body), title + body);
}

TEST(Signs, LettersBehindASentencesEndGo) {
  EXPECT_EQ(light("tak powiedziała. j\n— Nie!"), "tak powiedziała.\n— Nie!");
  EXPECT_EQ(light("ust. 2 lit. a\nRada"), "ust. 2 lit. a\nRada");
}

TEST(Signs, OfAnEngineWithoutPolish) {
  EXPECT_EQ(heavy("¢ szkoty - trzy\n* drogi"), "• szkoty – trzy\n• drogi");
  EXPECT_EQ(heavy("Klub ,,Szlak” i ,Dom” i a,,b"), "Klub „Szlak” i „Dom” i a,,b");
  EXPECT_EQ(heavy("§1 i §12. zt—ma"), "§ 1 i § 12. zt – ma");
}

TEST(Signs, AnItemHasItsBulletBack) {
  EXPECT_EQ(heavy("Zadania:\n\n@ nowe drogi,\n\n remont mostu.\n\nCel"),
            "Zadania:\n\n■ nowe drogi,\n\n• remont mostu.\n\nCel");
  EXPECT_EQ(heavy("@ nowe drogi\n i nowe mosty\n"), "■ nowe drogi\n i nowe mosty\n");
}

TEST(Signs, WhereTheFontTellsDashesHyphensStay) {
  EXPECT_EQ(heavy("- droga — nowa - stara"), "- droga – nowa - stara");
  EXPECT_EQ(heavy("- droga\n- dom\n- las"), "- droga\n- dom\n- las");
}

TEST(Signs, ACardsLabelsKeepTheirHyphens) {
  std::string card;
  for (const char* label : {"Gmina", "Powiat", "Typ gminy", "Kod", "Rok"})
    card += std::string(label) + " - nowa\n";
  EXPECT_EQ(heavy(card), card);
  EXPECT_EQ(heavy("Gmina - nowa droga"), "Gmina – nowa droga");
}

TEST(Signs, RangesOfYearsAndDays) {
  EXPECT_EQ(heavy("na lata 2021-2030, 3-4 pazdziernika"), "na lata 2021–2030, 3–4 pazdziernika");
  EXPECT_EQ(heavy("Termin: 01.02.2017-30.11.2018, nr 1.2.2017-3"),
            "Termin: 01.02.2017–30.11.2018, nr 1.2.2017-3");
  EXPECT_EQ(heavy("87-300 Brodnica, 2021-05-12, nr 2021-2030/7, 2030-2021"),
            "87-300 Brodnica, 2021-05-12, nr 2021-2030/7, 2030-2021");
}

TEST(Signs, WordsWrittenTogetherArePartedWhereTheyAreNoWord) {
  EXPECT_EQ(heavy("zdrowi izaradni, oszkole"), "zdrowi i zaradni, o szkole");
  EXPECT_EQ(heavy("CEL WIZJAI, 45 ztna, 3 mln ztz"), "CEL WIZJA I, 45 zł na, 3 mln zł z");
  // One that only lost its marks, a name, an address, an old word.
  EXPECT_EQ(heavy("oplata, Zoja, i.gmina@urzad.example.pl"), "oplata, Zoja, i.gmina@urzad.example.pl");
  EXPECT_EQ(light("zdaleka inazywamy"), "zdaleka i nazywamy");
  EXPECT_EQ(light("Ijest tak, Adama, it. d., it.p."), "I jest tak, Adama, i t. d., i t.p.");
}

TEST(Signs, ADamagedTableIsRefused) {
  const auto file = std::filesystem::path(::testing::TempDir()) / "signs.tsv";
  std::ofstream(file) << "light\tnowhere\t-\t—\n";
  const auto signs = Signs::open(file);
  ASSERT_FALSE(signs);
  EXPECT_NE(signs.error().message.find("nowhere"), std::string::npos);
  std::ofstream(file) << "words\tnolist\ta b\t\n";
  EXPECT_FALSE(Signs::open(file));
}

}  // namespace
}  // namespace szukajst::language
