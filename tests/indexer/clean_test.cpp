#include "indexer/clean/clean.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "indexer/formats/decode.h"

namespace szukajst::indexer {
namespace {

const FurnitureTable& table() {
  static const auto loaded =
      FurnitureTable::load(std::filesystem::path(SZUKAJST_SOURCE_DIR) / "indexer/clean/data");
  return *loaded;
}

// The words that the tests' texts divide at line ends.
bool known(std::string_view word) {
  static const std::set<std::string, std::less<>> kWords = {"województwa", "społeczno", "gospodarczy",
                                                            "współpracy",  "gminami",   "zastępczej",
                                                            "owocowo",     "mikro",     "dwu"};
  return kWords.contains(word);
}

CleanDocument cleaned(const std::string& text, const std::string& title = {}) {
  auto decoded = decode({"a.txt", text});
  decoded->title = title;
  return clean(*decoded, table(), known);
}

std::string text_of(const std::string& text) {
  return cleaned(text).text.text;
}

// A paragraph that is prose to any reader.
const std::string kProse =
    "Mieszkańcy spotkali się w świetlicy, aby porozmawiać o drogach, szkole i nowym placu zabaw. Radni "
    "obiecali, że "
    "wrócą do sprawy jesienią, kiedy znany będzie budżet na rok następny, a projekt zostanie poprawiony.\n";

struct Furniture {
  const char* name;
  const char* lines;
};

class FurnitureLines : public ::testing::TestWithParam<Furniture> {};

// Each stands once above and once below a text, an empty line between.
TEST_P(FurnitureLines, GoAboveAndBelowAText) {
  const std::string lines = GetParam().lines;
  EXPECT_EQ(text_of("Nowy plac zabaw w Iksowie\n\n" + lines + "\n\n" + kProse),
            "Nowy plac zabaw w Iksowie\n\n" + kProse);
  EXPECT_EQ(text_of(kProse + "\n" + lines + "\n"), kProse);
}

INSTANTIATE_TEST_SUITE_P(
    Clean, FurnitureLines,
    ::testing::Values(
        Furniture{"menu", "Strona główna\nAktualności\nRada Gminy\nSołectwa\nKontakt"},
        Furniture{"menu_with_arrow", "Strona główna\nOświata\n» Praktyki\nEnergia\nTransport"},
        Furniture{"menu_headed", "Menu podmiotowe\n  Rada Powiatu\n  Zarząd Powiatu\n  Starostwo"},
        Furniture{"menu_spaced", "Aktualności\n\nZałatw sprawę\n\nSołectwa\n\nKontakt"},
        Furniture{"menu_damaged", "Aktualnosci\nZatatw sprawe\nKontakt"},
        Furniture{"row_with_bars", "O NAS | CZŁONKOWIE | PROJEKTY | DO POBRANIA"},
        Furniture{"row_with_spaces", "Mieszkaniec    Turysta    Przedsiębiorca    Kontakt"},
        Furniture{"row_without_either", "Mapa strony RSS BIP Facebook"},
        Furniture{"row_with_arrows", "» Strona główna  » Rada Powiatu  » Kontakt"},
        Furniture{"today", "Data\nWtorek 7 Marca 2023"},
        Furniture{"today_sentence", "Dziś jest środa, 9 października 2019 r."},
        Furniture{"today_damaged", "Dzis jest Sroda, 9 pazdziernika 2019 r."},
        Furniture{"name_days", "Imieniny\n\nTomasza, Felicyty, Perpetuy"},
        Furniture{"name_days_in_line", "Imieniny obchodzą: Bogdan, Ludwik"},
        Furniture{"weather", "Pogoda: 4°C | Jakość powietrza: umiarkowana | 26.11.2019"},
        Furniture{"to_top", "^ Powrót na górę"}, Furniture{"text_size", "Rozmiar tekstu:"},
        Furniture{"skip", "Przejdź do treści"}, Furniture{"counter", "Licznik odwiedzin: 4 118 902"},
        Furniture{"counter_in_three_lines", "1.756.821\ngości odwiedziło nas\nod 1 kwietnia 2008 r."},
        Furniture{"counter_since", "Strona odwiedzona 18 442 razy od 1 stycznia 2012 r."},
        Furniture{"modified", "Ostatnia modyfikacja: Beata Z., 2021-11-25 08:14   Liczba wejść: 9941"},
        Furniture{"print", "Drukuj   Wyślij znajomemu   Ilość wyświetleń: 2 317"},
        Furniture{"share", "Udostępnij: Facebook | X | Drukuj"}, Furniture{"tags", "Tagi: place, zabawa"},
        Furniture{"comments", "komentarze (3) (Nowy plac zabaw w Iksowie)"},
        Furniture{"author", "  • autor: Jagna Iksińska"}, Furniture{"rules", "=========="},
        Furniture{"cookies",
                  "Ten serwis wykorzystuje pliki cookies. Pozostając na stronie, wyrażasz zgodę na ich "
                  "zapisywanie."},
        Furniture{"cookies_in_two_lines",
                  "Ten serwis wykorzystuje pliki cookies. Pozostajac na stronie, wyrazasz zgode na "
                  "ich\nzapisywanie."},
        Furniture{"personal_data",
                  "Klauzula informacyjna RODO   Deklaracja dostępności   Polityka prywatności"},
        Furniture{"rights", "© Związek Iksów 2008–2016. Wszelkie prawa zastrzeżone."},
        Furniture{"newsletter", "Zaprenumeruj newsletter   |   Wyloguj   |   © 2019 UG Iks"},
        Furniture{"web_address", "www.iks.example.pl"},
        Furniture{"legislation_program", "Id: 7E1C55B0-4AC2-4E0B. Podpisany            Strona 1"}),
    [](const auto& instance) { return std::string(instance.param.name); });

class NoFurniture : public ::testing::TestWithParam<const char*> {};

TEST_P(NoFurniture, StaysAsItIs) {
  const std::string lines = std::string(GetParam()) + "\n";
  EXPECT_EQ(text_of(lines), lines);
  EXPECT_EQ(text_of(kProse + "\n" + lines), kProse + "\n" + lines);
}

INSTANTIATE_TEST_SUITE_P(
    Clean, NoFurniture,
    ::testing::Values(
        "Data wydarzenia: 22 listopada 2019 r.", "Dodano: 2018-06-21",
        "Autor: Biuro Prasowe        Opublikowano: 14 października 2021 r.        Czas czytania: 3 min",
        "Powiat:  iksowski\nTelefon:  12 345 67 89\nOsoby kontaktowe:  Jagna Iksińska\n Naczelnik Wydziału",
        "Typ jednostki          powiat                         Powiat             iksowski",
        "| Gmina | Iks |\n| Powiat | iksowski |",
        "Na zdjęciu od lewej: Wójt Gminy Iks Jan Ygrek, Starosta Ola Zet",
        "Pogoda dopisała, a goście bawili się do rana.", "Dodał, że gmina wróci do sprawy.",
        "Następna w kolejce jest szkoła w Ygrekowie.", "Autor projektu otrzymał nagrodę.",
        "Realizatorzy:\nRada Powiatu\nZarząd Powiatu\nStarostwo", "Zadania:\n- budowa drogi\n- remont mostu",
        "1. Aktualności prawne w gminie", "1. Zaradni mieszkańcy\n\n2023\n\n2. Czysta woda\n\n2024",
        "Cel strategiczny 1\nCel strategiczny 2\nCel strategiczny 3",
        "Kontakt: Biuro Partnerstwa, pl. Niepodległości 1, Iksowo"));

TEST(CleanTeasers, ListsAndShortLinesAtTheEndOfAPageGo) {
  EXPECT_EQ(
      text_of(
          kProse +
          "\nNajczęściej czytane aktualności\n\n  • Na zdjęciu: wieża\n    Kultura\n    Weekend ze sztuką "
          "młodych zaczyna się w piątek i trwa do niedzieli, zapraszają muzea i galerie.\n  • Dwa\n\n"
          "Polecamy\n  • Trzy\n\nCzytaj też:\nWójt zaprasza 17 października 2021 r.\n"),
      kProse);
  EXPECT_EQ(text_of(kProse + "\nPodobne praktyki: Rower (Iksowo), Taksówka (Ygrekowo)\n"), kProse);
}

TEST(CleanTeasers, ABoxInTheMiddleEndsWhereTheTextGoesOn) {
  EXPECT_EQ(text_of(kProse + "\nZobacz także\n» Dożynki\n» Festyn\n\nCo dalej?\n\n" + kProse),
            kProse + "\nCo dalej?\n\n" + kProse);
  EXPECT_EQ(text_of(kProse + "\nZobacz także:\n- Dożynki\n\nUZASADNIENIE\n\nKrótko.\n"),
            kProse + "\nUZASADNIENIE\n\nKrótko.\n");
}

TEST(CleanTeasers, APageThatOnlyListsThingsKeepsThem) {
  const std::string page = "Kalendarz wydarzeń\n\n• 1 maja – festyn\n• 3 maja – bieg\n";
  EXPECT_EQ(text_of(page), page);
}

TEST(CleanTeasers, BehindTheLastWordsOnlyShortLinesGo) {
  EXPECT_EQ(text_of(kProse + "\n« wstecz\n\nbaner dolny\nobrazek\n"), kProse);
  EXPECT_EQ(text_of(kProse + "\n« wstecz\n\n" + kProse), kProse + "\n« wstecz\n\n" + kProse);
  EXPECT_EQ(text_of(kProse + "\nMetryczka\nWytworzył: Biuro Rady\nData publikacji: 2016-02-01 14:22\n"),
            kProse);
}

TEST(CleanPaths, GoAboveTheBodyAlone) {
  EXPECT_EQ(text_of("Praktyki samorządowe > Edukacja > Karta nr 118\n\nSzkoła pod żaglami\n"),
            "Szkoła pod żaglami\n");
  EXPECT_EQ(text_of("Aktualności / Inwestycje / MOF\n\nMiasto buduje\n"), "Miasto buduje\n");
  EXPECT_EQ(text_of(kProse + "\nDroga > most > rondo\n"), kProse + "\nDroga > most > rondo\n");
}

TEST(CleanPages, RunningTitlesAndPageNumbersGo) {
  std::string text, expected;
  const std::vector<std::string> bodies = {"Wstęp do strategii.", "Cel pierwszy to drogi.",
                                           "Cel drugi to szkoły.", "Zakończenie."};
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    text += "Strategia Gminy Iks na lata 2020-2030\n\n" + bodies[i] + "\n\n" + std::to_string(i + 1) + "\n\f";
    expected += (i == 0 ? "Strategia Gminy Iks na lata 2020-2030\n\n" : "\n") + bodies[i] + "\n";
  }
  const CleanDocument document = cleaned(text);
  EXPECT_EQ(document.text.text, expected);
  EXPECT_EQ(document.text.pages(), 4);
  EXPECT_EQ(document.text.page_at(document.text.text.find("Cel drugi")), 3);
}

TEST(CleanPages, ATitleWithThePagesNumberInIt) {
  std::string text;
  for (int page = 1; page <= 4; ++page)
    text += "Strategia Gminy Iks | " + std::to_string(page) + "\nTreść numer " +
            std::string(static_cast<std::size_t>(page), 'x') + ".\n\f";
  EXPECT_EQ(text_of(text),
            "Strategia Gminy Iks | 1\nTreść numer x.\n\nTreść numer xx.\n\nTreść numer xxx.\n\nTreść numer "
            "xxxx.\n");
}

TEST(CleanPages, HeadingsThatCountAreNoRunningTitles) {
  const std::string text =
      "Zadanie inwestycyjne 4\nBudowa.\n\fZadanie inwestycyjne 7\nRemont.\n\fZadanie inwestycyjne "
      "9\nZakup.\n";
  EXPECT_NE(text_of(text).find("Zadanie inwestycyjne 7"), std::string::npos);
  EXPECT_NE(text_of(text).find("Zadanie inwestycyjne 9"), std::string::npos);
}

TEST(CleanPages, DamagedRunningTitlesOfPagesWithoutBorders) {
  EXPECT_EQ(text_of("Strategia wspotpracy z gminami powiatu iksowskiego\n\nPierwsza treść.\n"
                    " Strategia wspolpracy z gminami powiatu iksowskiego\n\nDruga treść.\n"
                    " Strategia wspotpracy z gminami powiatu iksowskicgo\n\nTrzecia treść.\n"),
            "Strategia wspotpracy z gminami powiatu iksowskiego\n\nPierwsza treść.\n\nDruga "
            "treść.\n\nTrzecia treść.\n");
}

TEST(CleanPages, LabelsThatRecurStay) {
  const std::string text =
      "Cele\n\nCel operacyjny 1\nKierunki działań i zadania gminy:\n- a\nCel operacyjny 2\nKierunki działań "
      "i zadania gminy:\n- b\n"
      "Cel operacyjny 3\nKierunki działań i zadania gminy:\n- c\nPrzedsięwzięcie nr P1.1\nx\nPrzedsięwzięcie "
      "nr P1.2\ny\nPrzedsięwzięcie nr P1.3\nz\n";
  EXPECT_EQ(text_of(text), text);
}

TEST(CleanHyphens, WordsDividedAtLineEndsAreJoined) {
  EXPECT_EQ(text_of("Obszar woje-\nwództwa jest duży.\n"), "Obszar województwa\njest duży.\n");
  EXPECT_EQ(text_of("współpracy z gmi-\nnami\n"), "współpracy z gminami\n");
  EXPECT_EQ(text_of("rozwój społeczno-\ngospodarczy gminy\n"), "rozwój społeczno-gospodarczy\ngminy\n");
  EXPECT_EQ(text_of("z siedzibą w Busku-\nZdroju, razem\n"), "z siedzibą w Busku-Zdroju,\nrazem\n");
  EXPECT_EQ(text_of("WOJE-\nWÓDZTWA\n"), "WOJEWÓDZTWA\n");
  EXPECT_EQ(text_of("Starosta Jan Iksiń-\nski, Wójt\n"), "Starosta Jan Iksiński,\nWójt\n");
  EXPECT_EQ(text_of("owo-\ncowo-wa-\nrzywnych\n"), "owocowo-warzywnych\n");
}

TEST(CleanHyphens, OtherDashesStay) {
  for (const std::string text : {"dwu-\ni trzyletni\n", "mowa -\ndalej\n", "w latach 2020-\n2030\n",
                                 "pierwsza\n- druga\n", "koniec-\n"})
    EXPECT_EQ(text_of(text), text);
}

TEST(CleanHyphens, AcrossTheBorderOfAPage) {
  const CleanDocument document = cleaned(
      "Opis.\nRozwój pieczy za-\n\n                              19\n\fstępczej i rodzin\n\n                 "
      "             20\n");
  EXPECT_EQ(document.text.text, "Opis.\nRozwój pieczy zastępczej\ni rodzin\n");
  EXPECT_EQ(document.text.page_at(document.text.text.find("i rodzin")), 2);
}

struct Title {
  const char* name;
  std::string text, format_title, hint;
};
class TitleHints : public ::testing::TestWithParam<Title> {};

TEST_P(TitleHints, AreWhatThePageSays) {
  EXPECT_EQ(cleaned(GetParam().text, GetParam().format_title).title_hint, GetParam().hint);
}

INSTANTIATE_TEST_SUITE_P(
    Clean, TitleHints,
    ::testing::Values(
        Title{"format", kProse, "Nowy plac", "Nowy plac"},
        Title{"format_and_site", kProse, "Nowy plac - Gmina Iks", "Nowy plac"},
        Title{"site_first", kProse, "Urząd Gminy Iks | Nowy plac", "Nowy plac"},
        Title{"dash_of_its_own", kProse, "Iks – Ygrek: droga otwarta", "Iks – Ygrek: droga otwarta"},
        Title{"site_alone", kProse, "Powiat Iksowski", ""},
        Title{"first_line", "Cele miasta | www.iks.pl\n\nCele miasta\n\n" + kProse, "", "Cele miasta"},
        Title{"first_line_longer_below",
              "Cele | Iks – oficjalny serwis miasta\n\nStrona główna » Cele\n\nCele Iksowa do 2030\n\n" +
                  kProse,
              "", "Cele Iksowa do 2030"},
        Title{"first_line_not_again", "Iksowo czeka | Gmina Iks\n\n" + kProse, "", ""},
        Title{
            "below_menu",
            "Starostwo w Iksowie\n\nMenu\nAktualności\nKontakt\n\nDroga, na którą czekały wsie\n\n" + kProse,
            "", "Droga, na którą czekały wsie"},
        Title{"below_label", "Jakość powietrza: dobra\n\nKategoria: Oświata\n\nHala już otwarta\n\n" + kProse,
              "", "Hala już otwarta"},
        Title{"ruled",
              "Strona główna | Szukaj | Kontakt\n\nWspółpraca samorządu\n\nWypożyczalnia we "
              "wsi\n=========\n\n" +
                  kProse,
              "", "Wypożyczalnia we wsi"},
        Title{"goes_on", "Menu\nAktualności\n\nUCHWAŁA Nr 1\nRADY GMINY\n\nw sprawie drogi\n\n" + kProse, "",
              ""},
        Title{"no_furniture",
              "Strategia Gminy Iks\n\nWersja do pobrania: PDF\n\nDlaczego strategia?\n\n" + kProse, "", ""}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(CleanTitle, TheFirstLinesSiteNameGoesWhereTheTitleStandsAgain) {
  EXPECT_EQ(text_of("Cele miasta | www.iks.pl\n\nCele miasta\n\n" + kProse), "Cele miasta\n\n" + kProse);
}

TEST(FurnitureTable, ErrorsNameTheLine) {
  const auto folder = std::filesystem::temp_directory_path() / "szukajst_furniture_test";
  std::filesystem::create_directories(folder);
  const auto error_of = [&](const std::string& rows) {
    std::ofstream(folder / "furniture.tsv") << rows;
    const auto loaded = FurnitureTable::load(folder);
    return loaded ? std::string("loaded") : loaded.error().message;
  };
  EXPECT_EQ(error_of("# comment\nline\tstrona {n} *\n"), "loaded");
  EXPECT_NE(error_of("line\tx\nlines\ty\n").find("furniture.tsv:2: unknown action 'lines'"),
            std::string::npos);
  EXPECT_NE(error_of("line\t* *\n").find(":1: a pattern that fits everything"), std::string::npos);
  EXPECT_NE(error_of("line x\n").find(":1: no tab"), std::string::npos);
  EXPECT_NE(error_of("# nothing\n").find("no pattern"), std::string::npos);
  std::filesystem::remove_all(folder);
  const auto missing = FurnitureTable::load(folder);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, core::ErrorCode::not_found);
}

// Whatever the text, cleaning gives valid text whose pages are those of the source, and invents no letter.
TEST(CleanProperty, RandomLines) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"Strona główna",
                                           "Menu",
                                           "Aktualności",
                                           "12",
                                           "- 3 -",
                                           "Imieniny",
                                           "Zobacz także",
                                           "« wstecz",
                                           "\f",
                                           "za-",
                                           "stępczej",
                                           "•",
                                           "|",
                                           "»",
                                           "\t",
                                           "   ",
                                           "www.iks.pl",
                                           "Tytuł | Gmina Iks",
                                           "\xE2\x80",
                                           "ą",
                                           "¬"};
  for (int round = 0; round < 3000; ++round) {
    std::string text = "x";
    for (auto n = random() % 60; n > 0; --n) {
      text += pieces[random() % pieces.size()];
      if (random() % 2 == 0) text += '\n';
    }
    const auto decoded = decode({"a.txt", text});
    ASSERT_TRUE(decoded);
    const CleanDocument document = clean(*decoded, table(), known);
    EXPECT_TRUE(core::utf8::valid(document.text.text));
    EXPECT_EQ(document.text.pages(), decoded->text.pages());
    EXPECT_LE(document.text.text.size(), decoded->text.text.size() + 1);
    std::size_t before = 0;
    for (const std::size_t start : document.text.page_starts) {
      EXPECT_GE(start, before);
      EXPECT_LE(start, document.text.text.size());
      before = start;
    }
  }
}

}  // namespace
}  // namespace szukajst::indexer
