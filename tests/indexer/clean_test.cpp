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
  static const std::set<std::string, std::less<>> kWords = {
      "województwa", "społeczno", "gospodarczy", "współpracy", "gminami",   "zastępczej",
      "owocowo",     "mikro",     "dwu",         "mato",       "polskiego", "małopolskiego"};
  return kWords.contains(word);
}

CleanDocument cleaned(const std::string& text, const std::string& title = {}) {
  auto decoded = decode({"a.txt", text}, {});
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
        Furniture{"menu_with_years",
                  "Strona główna\nSołectwa\nNabory 2023–2027\nArchiwum 2014–2020\nKontakt"},
        Furniture{"menu_with_bullets",
                  "> Aktualności\n> Przetargi\n> Kontakt\n> Księga gości (zamknięta z powodu nadużyć)"},
        Furniture{"menu_with_arrow", "Strona główna\nKultura\n» Galeria\nZdrowie\nSport"},
        Furniture{"menu_headed", "Menu przedmiotowe\n  Budżet gminy\n  Podatki\n  Kontrole"},
        Furniture{"menu_spaced", "Aktualności\n\nOgłoszenia\n\nSołectwa\n\nKontakt"},
        Furniture{"menu_damaged", "Ogtoszenia\nDruki do pobrania\nAktualnosci"},
        Furniture{"row_with_bars", "O SERWISIE | WYDARZENIA | REGULAMIN | POMOC"},
        Furniture{"row_with_spaces", "Galeria    Forum    Przetargi    Redakcja"},
        Furniture{"row_without_either", "BIP Kontakt RSS YouTube"},
        Furniture{"row_with_arrows", "» Aktualności  » Rada Gminy  » Galeria"},
        Furniture{"portal",
                  "Wielkość: px\nRozpocząć pokaz od strony:\n\nDownload \"Uchwała Rady\"\n\nTranskrypt"},
        Furniture{"portal_of_papers", "N/A\nProtected\n\nAcademic year: 2022\n\nCopied!\n\nPełen tekst"},
        Furniture{"today", "Data\nŚroda 18 Maja 2022"},
        Furniture{"today_sentence", "Dziś jest piątek, 14 czerwca 2024 r."},
        Furniture{"today_damaged", "Dzis jest Piatek, 11 pazdziernika 2024 r."},
        Furniture{"name_days", "Imieniny\n\nZyty, Teofila, Marcina"},
        Furniture{"name_days_in_line", "Imieniny obchodzą: Halina, Roman"},
        Furniture{"visitor", "Jesteś 51 207. gościem"}, Furniture{"greeting", "Witamy w serwisie Iksowa"},
        Furniture{"who_pays", "Finansowanie serwisu: fundusz iksowski"},
        Furniture{"file", "Uchwała w sprawie przyjęcia planu (pdf, 310 kB)"},
        Furniture{"weather", "Pogoda: 21°C | Wiatr: 3 m/s | Jakość powietrza: dobra"},
        Furniture{"to_top", "^ Powrót na górę"}, Furniture{"text_size", "Rozmiar tekstu:"},
        Furniture{"skip", "Przejdź do treści"}, Furniture{"counter", "Licznik odwiedzin: 3 507 216"},
        Furniture{"counter_in_three_lines", "2.604.137\ngości odwiedziło nas\nod 15 maja 2011 r."},
        Furniture{"counter_since", "Strona odwiedzona 7 305 razy od 12 czerwca 2017 r."},
        Furniture{"modified", "Ostatnia modyfikacja: Jagna I., 2018-05-07 13:52   Liczba wejść: 652"},
        Furniture{"print", "Drukuj   Zapisz do PDF   Ilość wyświetleń: 461"},
        Furniture{"share", "Udostępnij: Instagram | YouTube"}, Furniture{"tags", "Tagi: place, zabawa"},
        Furniture{"comments", "komentarze (5) (Nowy plac zabaw w Iksowie)"},
        Furniture{"author", "  • autor: Jagna Iksińska"}, Furniture{"rules", "=========="},
        Furniture{"cookies",
                  "Nasz portal zapisuje pliki cookies w przeglądarce. Kto dalej go czyta, godzi się na "
                  "to."},
        Furniture{"cookies_in_two_lines",
                  "Nasz portal zapisuje pliki cookies w przegladarce. Kto dalej go czyta, godzi "
                  "sie\nna to."},
        Furniture{"personal_data", "Polityka prywatności   Mapa strony   Klauzula informacyjna RODO"},
        Furniture{"rights", "© Stowarzyszenie Iksów 2011–2024. Wszystkie prawa zastrzeżone."},
        Furniture{"newsletter", "Wyloguj   |   Zapisz się do newslettera   |   © 2023 UM Iks"},
        Furniture{"flag", "Balon w kolorach czeskiej flagi"},
        Furniture{"donor", "Wsparcie udzielone z funduszy EOG\ni budżetu państwa"},
        Furniture{"photographs", "Informujemy, że podczas festynu robimy zdjęcia do kroniki."},
        Furniture{"tabs", ".:  Opis skrócony -> Prezentacja -> Załączniki  :."},
        Furniture{"web_address", "www.iks.example.pl"},
        Furniture{"legislation_program", "Id: 3B90AF12-77D5-4C61. Podpisany            Strona 6"}),
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
        "Data wydarzenia: 5 września 2022 r.", "Dodano: 2022-02-16",
        "Autor: Zespół Promocji        Opublikowano: 3 lutego 2020 r.        Czas czytania: 6 min",
        "Powiat:  iksowski\nTelefon:  12 345 67 89\nOsoby kontaktowe:  Jagna Iksińska\n Naczelnik Wydziału",
        "Rodzaj samorządu       gmina                          Gmina              Iks",
        "| Gmina | Iks |\n| Powiat | iksowski |",
        "Na zdjęciu od lewej: Wójt Gminy Iks Jan Ygrek, Starosta Ola Zet",
        "Pogoda dopisała, a goście bawili się do rana.", "Dodał, że gmina wróci do sprawy.",
        "Następna do remontu będzie świetlica w Ygrekowie.", "Autor projektu otrzymał nagrodę.",
        "Wykonawcy:\nUrząd Gminy\nRada Gminy\nSołectwa", "Zadania:\n- budowa drogi\n- remont mostu",
        "1. Aktualności prawne w gminie", "1. Nowe mieszkania\n\n2023\n\n2. Cicha okolica\n\n2024",
        "Cel strategiczny 1\nCel strategiczny 2\nCel strategiczny 3",
        "Kontakt: Sekretariat Związku, ul. Lipowa 4, Iksowo"));

TEST(CleanDays, ADayBetweenTitleAndBodyIsTheArticles) {
  const std::string day = "Niedziela, 25 sierpnia 2024 r.";
  EXPECT_NE(text_of("Gmina Iks\n\nDożynki w Iksowie\n\n" + day + "\n\n" + kProse).find(day),
            std::string::npos);
  EXPECT_EQ(text_of(day + "\n\nDożynki w Iksowie\n\n" + kProse).find(day), std::string::npos);
}

TEST(CleanTeasers, ListsAndShortLinesAtTheEndOfAPageGo) {
  EXPECT_EQ(
      text_of(kProse + "\nNajnowsze wiadomości\n\n  • Na zdjęciu: fontanna\n    Sport\n    Turniej siatkówki "
                       "seniorów potrwa od czwartku do soboty, mecze odbędą się w trzech halach.\n  • Dwa\n\n"
                       "Polecamy\n  • Trzy\n\nCzytaj też:\nWójt zaprasza 2 maja 2023 r.\n"),
      kProse);
  EXPECT_EQ(text_of(kProse + "\nPodobne praktyki: Pracownia (Iksowo), Czytelnia (Ygrekowo)\n"), kProse);
}

// However the box is called, where the page's own lines stand before it.
TEST(CleanTeasers, ListsBelowAnyHeadingBehindThePagesOwnLines) {
  const std::string text = "Nowy plac zabaw w Iksowie\n\n" + kProse;
  const std::string links = "Gdzie indziej\n» Wójt Ygrekowa o budżecie\n» 9 grudnia – sesja Rady Powiatu\n";
  EXPECT_EQ(text_of(text + "\nUdostępnij: f t\n\n" + links), text);
  EXPECT_EQ(text_of(text + "\n" + links), text + "\n" + links);  // the text's own, perhaps
  const std::string list = "Plac w liczbach\n– dwie huśtawki;\n– trzy ławki.\n";
  EXPECT_EQ(text_of(text + "\nUdostępnij: f t\n\n" + list), text + "\n" + list);
}

TEST(CleanTeasers, LinksWithDaysAndInARow) {
  const std::string text = "Nowy plac zabaw w Iksowie\n\n" + kProse, share = "\nUdostępnij: f t\n\n";
  EXPECT_EQ(text_of(text + share +
                    "Z naszej okolicy\n[12.11.2022] Wójt Ygrekowa o podatkach\n[10.11.2022] Zetowo: "
                    "nowe tramwaje\n"),
            text);
  EXPECT_EQ(text_of(text + share + "Sąsiedzi: Gmina Ygreków | Powiat zetowski | Miasto Igrekowo\n"), text);
  EXPECT_EQ(text_of(text + share + "Rok | Kwota\n2021 | 5 zł\n"), text + "\nRok | Kwota\n2021 | 5 zł\n");
}

TEST(CleanTeasers, BoxesOfManyNames) {
  const std::string text = "Nowy plac zabaw w Iksowie\n\n" + kProse;
  for (const std::string box :
       {"W tym dziale także:\n» Powiat ygrekowski kupił karetkę\n» Wójt Ygrekowa o budżecie\n",
        "Najwyżej ocenione: Prąd ze śmieci (Ygreków) | Starosta na rowerze (Zetowo)\n",
        "Ogłoszenia\n  • Kwalifikacja wojskowa w powiecie ygrekowskim\n  • Wójt Ygrekowa zaprasza na targi\n",
        "Z sąsiednich gmin\n- Nowa karetka w Ygrekowie\n",
        "Zapytaj burmistrza | Dyżur radnych: Anna Iks, 25.09.2019\n",
        "Wsparcie: Fundusze Norweskie. © Skarbnica 2015–2024. Odwiedziny: 88 412\n"})
    EXPECT_EQ(text_of(text + "\n" + box), text) << box;
}

TEST(CleanKnown, WordsThatUnfoldASectionGoFromItsHeading) {
  EXPECT_EQ(text_of("▼ Rozwiń: Cele planu\n\nCele planu [rozwiń]\n\nCele planu (kliknij, aby rozwinąć)\n"),
            "Cele planu\n\nCele planu\n\nCele planu\n");
  const std::string prose = "Firma obiecuje, że skrzydła szybko rozwiń\n";
  EXPECT_EQ(text_of(prose), prose);
}

TEST(CleanTeasers, LinksBelowThePagesButtonsGo) {
  const std::string links = "CO U NAS\n> Wójt Iksowa w szkole\n> Zbiórka książek\n";
  EXPECT_EQ(text_of(kProse + "\nUdostępnij: Facebook\n\n" + links), kProse);
  EXPECT_EQ(text_of(kProse + "\n" + links), kProse + "\n" + links);
  EXPECT_EQ(text_of(kProse + "\nUdostępnij: Facebook\n\nZADANIA\n- Nowa szkoła\n- Nowy most\n"),
            kProse + "\nZADANIA\n- Nowa szkoła\n- Nowy most\n");
  EXPECT_EQ(text_of(kProse + "\nPodobne rozwiązania: „Ciepły przystanek” (Iksowo)\n"), kProse);
}

TEST(CleanTeasers, PagesBesideThisOne) {
  EXPECT_EQ(text_of(kProse + "\n« Dożynki w Iksowie        Szczepienie psów – komunikat »\n"), kProse);
  EXPECT_EQ(text_of(kProse + "\nSąsiednie wiadomości: Targi w Iksowie; Zawody w Ygrekowie\n"), kProse);
  EXPECT_EQ(text_of(kProse + "\nOSTATNIO DODANE\n12.10.2022 Burmistrz zaprasza\n11.10.2022 Zbiórka\n"),
            kProse);
  EXPECT_EQ(
      text_of(kProse + "\nPodobne dokumenty\nUCHWAŁA NR 5/15 RADY GMINY IKSOWO Więcej\nStrategia Więcej\n"),
      kProse);
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

TEST(CleanTeasers, ACardOfLabelsAndValuesIsNone) {
  const std::string card = "W skrócie\nKto: Gmina Iks\nGdzie: powiat ikski\nZa ile: 86 tys. zł\n\n";
  EXPECT_EQ(text_of("Taksówka na telefon\n\n" + card + kProse), "Taksówka na telefon\n\n" + card + kProse);
}

TEST(CleanTeasers, ThePagesOwnParticularsGoAndACardUnderTheSameHeadingStays) {
  const std::string story =
      "Ławka przyjaźni\n\nMieszkańcy ustawili ją wspólnie wiosną, a potem posadzili przy niej lipę, która "
      "daje cień każdemu.\n";
  for (const std::string card :
       {"• Powiat: sowiński\n• Rodzaj jednostki: gmina wiejska\n• Wdrażający: Urząd Gminy\n• Tel.: 52 000\n",
        "Powiat – sowiński\nRodzaj jednostki – gmina wiejska\nRok wdrożenia – 2017\n",
        "| Powiat | sowiński |\n| Rodzaj jednostki | gmina wiejska |\n| Rok wdrożenia | 2017 |\n",
        "Powiat:\nsowiński\nRodzaj jednostki:\ngmina wiejska\nRok wdrożenia:\n2017\n",
        "Powiat ..... sowiński\n\nRodzaj jednostki ..... gmina wiejska\n\nRok wdrożenia ..... 2017\n"}) {
    const std::string page = story + "\nMetryczka\n\n" + card;
    EXPECT_EQ(text_of(page), page);
  }
  EXPECT_EQ(text_of(story + "\nMetryczka\n\nPodmiot: Urząd\nWytworzył: Jan Mak\nWprowadził: Jan Mak\n"
                            "Odwiedzin: 12\n"),
            story);
}

TEST(CleanTeasers, TeasersThatGoOnInTheNextLine) {
  EXPECT_EQ(
      text_of(kProse + "\nNajnowsze w katalogu: „Kino na rynku” (Iksowo), „Rower dla seniora” (Ygrekowo), "
                       "„Ciepła\nławka” (Zetowo)\n"),
      kProse);
  EXPECT_EQ(
      text_of(kProse + "\nWYDARZENIA\n- 11.10 Turniej szachowy\n- 12.10 Dzień Seniora\n\nKOMUNIKATY\n- Nabór "
                       "do straży\n"),
      kProse);
}

TEST(CleanKnown, AFieldOfACardStays) {
  const std::string card =
      "Data wpisu: 2018-11-06\nData aktualizacji: 2020-02-20\nTyp: gmina\nPowiat: iksowski\nKoszt: 9 tys. "
      "zł\n";
  EXPECT_EQ(text_of(card + "\n" + kProse), card + "\n" + kProse);
  EXPECT_EQ(text_of(kProse + "\nData aktualizacji: 2020-02-20\n"), kProse);
}

TEST(CleanTeasers, BehindTheLastWordsOnlyShortLinesGo) {
  EXPECT_EQ(text_of(kProse + "\n« wstecz\n\nbaner dolny\nobrazek\n"), kProse);
  EXPECT_EQ(text_of(kProse + "\n« wstecz\n\n" + kProse), kProse + "\n« wstecz\n\n" + kProse);
  EXPECT_EQ(text_of(kProse + "\nMetryczka\nWytworzył: Zespół Promocji\nData publikacji: 2022-02-16 09:05\n"),
            kProse);
}

TEST(CleanPaths, GoAboveTheBodyAlone) {
  EXPECT_EQ(text_of("Dobre przykłady > Sport > Wpis nr 27\n\nBasen dla każdego\n"), "Basen dla każdego\n");
  EXPECT_EQ(text_of("Aktualności / Drogi / Mosty\n\nWieś buduje\n"), "Wieś buduje\n");
  EXPECT_EQ(text_of(kProse + "\nDroga > most > rondo\n"), kProse + "\nDroga > most > rondo\n");
}

TEST(CleanPages, RunningTitlesAndPageNumbersGo) {
  std::string text, expected;
  const std::vector<std::string> bodies = {"Wstęp do strategii.", "Cel pierwszy to drogi.",
                                           "Cel drugi to szkoły.", "Zakończenie."};
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    text += "Strategia Gminy Iks na lata 2019-2026\n\n" + bodies[i] + "\n\n" + std::to_string(i + 1) + "\n\f";
    expected += (i == 0 ? "Strategia Gminy Iks na lata 2019-2026\n\n" : "\n") + bodies[i] + "\n";
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

TEST(CleanPages, HeadingsThatALetterTellsApartAreNoRunningTitles) {
  const std::string text =
      "POLE STRATEGICZNE A\nZdrowie mieszkańców\n\nPOLE STRATEGICZNE B\nDobre drogi\n\n"
      "POLE STRATEGICZNE C\nCzyste powietrze\n";
  EXPECT_EQ(text_of(text), text);
}

TEST(CleanPages, DamagedRunningTitlesOfPagesWithoutBorders) {
  EXPECT_EQ(text_of("Plan wspotdziatania sotectw w gminie iksowskiej\n\nPierwsza treść.\n"
                    " Plan wspoldzialania sotectw w gminie iksowskiej\n\nDruga treść.\n"
                    " Plan wspotdziatania sotectw w gminie iksowskicj\n\nTrzecia treść.\n"),
            "Plan wspotdziatania sotectw w gminie iksowskiej\n\nPierwsza treść.\n\nDruga "
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

TEST(CleanPages, HeadsOfTablesAndQuestionsThatRecurStay) {
  const std::string text =
      "Program wsparcia\n\nCel operacyjny 1\nZadanie    Realizator    Wskaźnik\nporadnia    ośrodek    "
      "porady\n\n"
      "Cel operacyjny 2\nZadanie    Realizator    Wskaźnik\nklub    biblioteka    spotkania\n\n"
      "Cel operacyjny 3\nZadanie    Realizator    Wskaźnik\nbiegi    szkoła    uczestnicy\n";
  EXPECT_EQ(text_of(text), text);
  const std::string questions =
      "Cel 1\nJak to osiągniemy razem?\n- a\nCel 2\nJak to osiągniemy razem?\n- b\nCel 3\n"
      "Jak to osiągniemy razem?\n- c\n";
  EXPECT_EQ(text_of(questions), questions);
}

TEST(CleanHyphens, WordsDividedAtLineEndsAreJoined) {
  EXPECT_EQ(text_of("Obszar woje-\nwództwa jest duży.\n"), "Obszar województwa\njest duży.\n");
  EXPECT_EQ(text_of("porozumienie z gmi-\nnami\n"), "porozumienie z gminami\n");
  EXPECT_EQ(text_of("rozwój społeczno-\ngospodarczy gminy\n"), "rozwój społeczno-gospodarczy\ngminy\n");
  EXPECT_EQ(text_of("uzdrowisko w Rabce-\nZdroju, razem\n"), "uzdrowisko w Rabce-Zdroju,\nrazem\n");
  EXPECT_EQ(text_of("WOJE-\nWÓDZTWA\n"), "WOJEWÓDZTWA\n");
  EXPECT_EQ(text_of("Starosta Jan Iksiń-\nski, Wójt\n"), "Starosta Jan Iksiński,\nWójt\n");
  EXPECT_EQ(text_of("owo-\ncowo-wa-\nrzywnych\n"), "owocowo-warzywnych\n");
}

TEST(CleanHyphens, ADamagedWordIsJoinedThoughItsPartsAreWords) {
  EXPECT_EQ(text_of("z terenu wojewodztwa mato-\npolskiego\n"), "z terenu wojewodztwa matopolskiego\n");
}

TEST(CleanHyphens, OtherDashesStay) {
  for (const std::string text : {"dwu-\ni trzyletni\n", "mowa -\ndalej\n", "w latach 2019-\n2026\n",
                                 "pierwsza\n- druga\n", "koniec-\n"})
    EXPECT_EQ(text_of(text), text);
}

TEST(CleanLines, ASentenceThatRecognitionSetApartRunsOn) {
  const std::string wide = "Porozumienie o budowie drogi w naszej gminie podpisali w sobotę\n";
  EXPECT_EQ(text_of(wide + "\nwójt i starosta.\n"), wide + "wójt i starosta.\n");
  EXPECT_EQ(text_of(wide + "trzej\n\nwójtowie.\n"), wide + "trzej\nwójtowie.\n");
  for (const std::string& text : {wide + "\nWójt i starosta.\n", std::string("Partnerzy\n\ngmina Iks\n")})
    EXPECT_EQ(text_of(text), text);
}

TEST(CleanHyphens, AcrossTheBorderOfAPage) {
  const CleanDocument document = cleaned(
      "Opis.\nPomoc w opiece za-\n\n                              37\n\fstępczej i rodzin\n\n                "
      " "
      "             38\n");
  EXPECT_EQ(document.text.text, "Opis.\nPomoc w opiece zastępczej\ni rodzin\n");
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
        Title{
            "first_line_longer_below",
            "Cele | Iks – oficjalny serwis gminy\n\nStrona główna » Cele\n\nCele Iksowa do 2030\n\n" + kProse,
            "", "Cele Iksowa do 2030"},
        Title{"first_line_not_again", "Iksowo czeka | Gmina Iks\n\n" + kProse, "", ""},
        Title{"below_menu",
              "Starostwo w Iksowie\n\nMenu\nAktualności\nKontakt\n\nMost, który połączył brzegi\n\n" + kProse,
              "", "Most, który połączył brzegi"},
        Title{"below_label", "Jakość powietrza: dobra\n\nKategoria: Kultura\n\nKino po remoncie\n\n" + kProse,
              "", "Kino po remoncie"},
        Title{"ruled",
              "Strona główna | Szukaj | Kontakt\n\nZdrowie i opieka\n\nŁawka pod "
              "lasem\n=========\n\n" +
                  kProse,
              "", "Ławka pod lasem"},
        Title{"below_path",
              "Start\nMenu\nAktualności\nKontakt\n\nW katalogu znajduje się 318 praktyk\n\nStrona główna > "
              "Polityka "
              "społeczna > Usługi\n\nZłota rączka na telefon\n\n" +
                  kProse,
              "", "Złota rączka na telefon"},
        Title{"goes_on", "Menu\nAktualności\n\nUCHWAŁA Nr 1\nRADY GMINY\n\nw sprawie drogi\n\n" + kProse, "",
              ""},
        Title{"no_furniture", "Strategia Gminy Iks\n\nWersja do druku\n\nPo co nam plan?\n\n" + kProse, "",
              ""}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(CleanTitle, TheFirstLinesSiteNameGoesWhereTheTitleStandsAgain) {
  EXPECT_EQ(text_of("Cele miasta | www.iks.pl\n\nCele miasta\n\n" + kProse), "Cele miasta\n\n" + kProse);
}

TEST(CleanLines, ALabelOverItsDayIsNoUpdateOfThePage) {
  const std::string card =
      "Karta praktyki\nRok powstania:\n2015\nData aktualizacji karty:\n10 stycznia 2017 r.\n";
  EXPECT_EQ(text_of(card), card);
  EXPECT_EQ(text_of("Nowy most otwarto w maju, a potem były tańce.\n\nData aktualizacji: 12.05.2020 10:15"),
            "Nowy most otwarto w maju, a potem były tańce.\n");
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
  EXPECT_NE(error_of("line x\n").find("furniture.tsv:1: 2 cells are needed"), std::string::npos);
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
    const auto decoded = decode({"a.txt", text}, {});
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
