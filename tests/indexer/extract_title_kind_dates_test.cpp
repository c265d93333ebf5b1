#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "core/data_folder.h"
#include "core/kinds.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/kind.h"
#include "indexer/extract/phrase.h"
#include "indexer/extract/table.h"
#include "indexer/extract/title.h"
#include "tests/indexer/extract_source.h"

namespace szukajst::indexer::extract {
namespace {

struct TableRules {
  TitleRules title = *TitleRules::load(core::data_folder() / "extract");
  KindRules kind = *KindRules::load(core::data_folder() / "extract");
  DateRules dates = *DateRules::load(core::data_folder() / "extract");
};

const TableRules& rules() {
  static const TableRules loaded;
  return loaded;
}

struct Expected {
  std::string title;
  core::DocumentKind kind;
  std::string date;    // empty: none
  std::string period;  // "2021-2030", "-2028"; empty: none
};

std::string written(const std::optional<core::Period>& period) {
  if (!period) return {};
  const auto year = [](const std::optional<int>& y) { return y ? std::to_string(*y) : std::string(); };
  return year(period->from) + "-" + year(period->to);
}

void expect(const std::string& text, const Expected& expected, const std::string& hint = {}) {
  const TestSource test(text, hint);
  const SourceText& source = test.source();
  const std::string title = extract_title(source, rules().title);
  EXPECT_EQ(title, expected.title);
  const core::DocumentKind kind = classify_kind(source, title, false, rules().kind);
  EXPECT_EQ(core::name(kind), core::name(expected.kind)) << title;
  const auto date = extract_date(source, expected.kind, title, rules().dates);
  EXPECT_EQ(date ? date->iso() : std::string(), expected.date) << title;
  EXPECT_EQ(written(extract_period(source, expected.kind, title, rules().dates)), expected.period) << title;
}

using core::DocumentKind;

TEST(TitleKindDates, Strategy) {
  expect(R"(Urząd Gminy Brzozówka

Strategia Rozwoju
Gminy Brzozówka
na lata 2021–2030

Brzozówka, maj 2021

1. Wprowadzenie
Strategia jest dokumentem, który wyznacza kierunki rozwoju gminy na najbliższe lata. Powstała ona przy
udziale mieszkańców, a poprzedni dokument, przyjęty uchwałą z dnia 30 marca 2015 r., stracił aktualność.
)",
         {"Strategia Rozwoju Gminy Brzozówka na lata 2021–2030", DocumentKind::strategy, "", "2021-2030"});
}

TEST(TitleKindDates, StrategyAdoptedByResolution) {
  expect(R"(Załącznik do uchwały Nr VII/51/2024
Rady Powiatu Leśnego
z dnia 14 listopada 2024 r.

STRATEGIA ROZWOJU POWIATU LEŚNEGO

DO ROKU 2035
(streszczenie)
)",
         {"STRATEGIA ROZWOJU POWIATU LEŚNEGO DO ROKU 2035", DocumentKind::strategy, "2024-11-14", "-2035"});
}

TEST(TitleKindDates, StrategyOnAWebPage) {
  expect(R"(Cele strategiczne | www.lipniki.example.pl

Rozwój

Cele strategiczne

Cele strategiczne określono w oparciu o wizję miasta do 2028 roku. Służą jej realizacji i określają rezultaty.
)",
         {"Cele strategiczne", DocumentKind::strategy, "", "-2028"});
}

TEST(TitleKindDates, YearlyProgramme) {
  expect(R"(WIELOLETNI PROGRAM WSPÓŁPRACY
POWIATU SOWIŃSKIEGO
Z ORGANIZACJAMI POZARZĄDOWYMI
NA 2025 ROK

Uchwalony przez Radę Powiatu w dniu 27 listopada 2024 r.

§ 1. Program obowiązuje od 1 stycznia 2025 r.
)",
         {"WIELOLETNI PROGRAM WSPÓŁPRACY POWIATU SOWIŃSKIEGO Z ORGANIZACJAMI POZARZĄDOWYMI NA 2025 ROK",
          DocumentKind::programme, "2024-11-27", "2025-2025"});
}

TEST(TitleKindDates, Resolution) {
  expect(
      R"(Biuletyn Informacji Publicznej
Uchwały Rady

UCHWAŁA NR XX/150/2020
RADY GMINY OLSZANKA
z dnia 30 listopada 2020 r.

w sprawie uchwalenia Rocznego Programu Współpracy Gminy Olszanka z Organizacjami
Pozarządowymi na 2021 rok

Na podstawie art. 5a ustawy z dnia 24 kwietnia 2003 r. uchwala się, co następuje:
§ 1. Traci moc uchwała z dnia 19 grudnia 2013 r.
)",
      {"UCHWAŁA NR XX/150/2020 RADY GMINY OLSZANKA z dnia 30 listopada 2020 r. w sprawie uchwalenia Rocznego "
       "Programu Współpracy Gminy Olszanka z Organizacjami Pozarządowymi na 2021 rok",
       DocumentKind::resolution, "2020-11-30", "2021-2021"});
}

TEST(TitleKindDates, DraftOfAResolution) {
  expect(R"(Projekt
z dnia 4 marca 2020 r.

UCHWAŁA NR ..........
RADY MIEJSKIEJ W LIPNIKACH
z dnia .......... 2020 r.

w sprawie wyrażenia zgody na zawarcie porozumienia

Na podstawie art. 10 ust. 1 ustawy z dnia 8 marca 1990 r. uchwala się, co następuje:
)",
         {"UCHWAŁA NR .......... RADY MIEJSKIEJ W LIPNIKACH z dnia .......... 2020 r. w sprawie wyrażenia "
          "zgody na "
          "zawarcie porozumienia",
          DocumentKind::resolution, "2020-03-04", ""});
}

TEST(TitleKindDates, Minutes) {
  expect(R"(PROTOKÓŁ NR 14/16
Z POSIEDZENIA ZARZĄDU POWIATU LIPOWSKIEGO
Z DNIA 28 WRZEŚNIA 2016 R.

Starosta otworzył posiedzenie. Przyjęto protokół z dnia 14 września 2016 r. bez uwag.
)",
         {"PROTOKÓŁ NR 14/16 Z POSIEDZENIA ZARZĄDU POWIATU LIPOWSKIEGO Z DNIA 28 WRZEŚNIA 2016 R.",
          DocumentKind::minutes, "2016-09-28", ""});
}

TEST(TitleKindDates, MinutesUnderAHeadingOfOneWord) {
  expect(R"(Protokół
z sesji zwyczajnej Rady Powiatu Leśnego
z dnia 25 marca 2021 roku

Sesja odbyła się w trybie zdalnym. Obecnych 17 radnych.
)",
         {"Protokół z sesji zwyczajnej Rady Powiatu Leśnego z dnia 25 marca 2021 roku", DocumentKind::minutes,
          "2021-03-25", ""});
}

TEST(TitleKindDates, OrderAndListsAreOther) {
  expect(R"(Zarządzenie Nr 45/2022
Wójta Gminy Olszanka
z dnia 10 maja 2022 r.
w sprawie powołania zespołu

Na podstawie art. 30 ust. 1 ustawy z dnia 8 marca 1990 r. zarządzam, co następuje:
)",
         {"Zarządzenie Nr 45/2022 Wójta Gminy Olszanka z dnia 10 maja 2022 r. w sprawie powołania zespołu",
          DocumentKind::other, "2022-05-10", ""});
  expect("Telefony\n\nUrząd Gminy Wola\nul. Polna 1\ntel. 22 000 00 00\n",
         {"Telefony", DocumentKind::other, "", ""});
}

TEST(TitleKindDates, Notice) {
  expect(R"(OBWIESZCZENIE
WÓJTA GMINY WIERZBNIK
z dnia 3 marca 2021 r.
o wyłożeniu do publicznego wglądu projektu planu miejscowego

Na podstawie art. 17 ustawy z dnia 27 marca 2003 r. zawiadamiam o wyłożeniu od 15 marca 2021 r.
)",
         {"OBWIESZCZENIE WÓJTA GMINY WIERZBNIK z dnia 3 marca 2021 r. o wyłożeniu do publicznego wglądu "
          "projektu "
          "planu miejscowego",
          DocumentKind::notice, "2021-03-03", ""});
}

TEST(TitleKindDates, LetterOfIntent) {
  expect(R"(LIST INTENCYJNY
w sprawie utworzenia Partnerstwa „Dolina Brdy”
zawarty w dniu 5 maja 2021 r. w Kamionce pomiędzy:
Gminą Kamionka, reprezentowaną przez Wójta Jana Kosa,
a Powiatem Brdowskim.

§ 2. List wchodzi w życie z dniem 1 czerwca 2021 r.
)",
         {"LIST INTENCYJNY w sprawie utworzenia Partnerstwa „Dolina Brdy”", DocumentKind::partnership,
          "2021-05-05", ""});
}

TEST(TitleKindDates, ArticleAboutAPartnership) {
  expect(R"(Cztery gminy, jeden autobus. Powstał związek międzygminny

Lipniki, 4 IX 2018 r.

Przedstawiciele czterech gmin podpisali wczoraj statut Związku Międzygminnego „Wspólna Droga”. Do związku
przystąpiły gminy Lipniki, Borki i Modrzewie, a porozumienie obowiązuje od 1 stycznia 2019 r.
)",
         {"Cztery gminy, jeden autobus. Powstał związek międzygminny", DocumentKind::partnership,
          "2018-09-04", ""});
}

TEST(TitleKindDates, NewsAreDatedByTheirEvent) {
  expect(R"(Powiat Lipowski
Aktualności    Kontakt
Wtorek 14 Maja 2019
Opublikowano: 12.05.2019

Drogowcy podsumowali sezon

W piątek, 10 maja 2019 r., w starostwie odbyła się konferencja poświęcona drogom. Wzięło w niej udział
trzydziestu samorządowców z całego powiatu.

Następne spotkanie zaplanowano na 20 czerwca 2019 r.
)",
         {"Drogowcy podsumowali sezon", DocumentKind::news, "2019-05-10", ""});
}

TEST(TitleKindDates, NewsAreDatedByPublishingOtherwise) {
  expect(R"(Gmina Sosnówka

Nowy plac zabaw w Sosnówce
Dodano: 12 lipca 2020 r.

Dzieci z Sosnówki mają nowy plac zabaw. Kosztował 120 tys. zł, z czego połowę dała gmina. Zgłoszenia do
30 sierpnia 2020 r. przyjmuje urząd.

Czytaj także
Sesja Rady Gminy odbyła się 30 lipca 2020 r.
)",
         {"Nowy plac zabaw w Sosnówce", DocumentKind::news, "2020-07-12", ""});
}

TEST(TitleKindDates, YearsAloneAndFurnitureAreNoDates) {
  expect(R"(Rajd po gminie

Konferencja odbyła się 15 grudnia br. w świetlicy wiejskiej, a w 2014 roku zorganizowano trzy podobne spotkania.

Ostatnia modyfikacja: 2021-11-25 08:14
)",
         {"Rajd po gminie", DocumentKind::news, "", ""});
}

TEST(Title, PracticeSaysItsName) {
  expect(
      "Baza dobrych praktyk samorządowych » Środowisko\n\nTytuł praktyki: Ogrody przy szkołach\nPowiat: "
      "lipowski\n"
      "Okres realizacji: 01.03.2019 – 30.11.2020\nData dodania do bazy: 15 stycznia 2021 r.\n",
      {"Ogrody przy szkołach", DocumentKind::practice, "2021-01-15", ""});
}

TEST(Title, ThatOfTheFormatDecides) {
  const std::string text =
      "Wieści z gminy\n\nRajd po gminie\n\nTrzydziestu rowerzystów objechało w niedzielę całą gminę. "
      "Pogoda dopisała, a wójt rozdał nagrody.\n";
  EXPECT_EQ(extract_title(TestSource(text).source(), rules().title), "Rajd po gminie");
  EXPECT_EQ(extract_title(TestSource(text, "Wieści z gminy").source(), rules().title), "Wieści z gminy");
}

TEST(Title, EmptyText) {
  EXPECT_EQ(extract_title(TestSource("\n \n").source(), rules().title), "");
}

TEST(Dates, EveryWayToWriteThem) {
  const auto read = [](std::string_view text) {
    const auto date = read_date(text, rules().dates);
    return date ? date->iso() : std::string();
  };
  EXPECT_EQ(read("z dnia 27 kwietnia 2022 r."), "2022-04-27");
  EXPECT_EQ(read("02.08.2012r., zgodnie"), "2012-08-02");
  EXPECT_EQ(read("w dniu 11-02-2016"), "2016-02-11");
  EXPECT_EQ(read("Dodano: 2018-06-21 14:22"), "2018-06-21");
  EXPECT_EQ(read("14 V 2019"), "2019-05-14");
  EXPECT_EQ(read("5 paź. 2019"), "2019-10-05");
  EXPECT_EQ(read("14 pazdziernlka 2021"), "2021-10-14");
  EXPECT_EQ(read("w dniach 12–14 maja 2019 r."), "2019-05-12");
  EXPECT_EQ(read("30 kwietnia – 2 maja 2019"), "2019-04-30");
  EXPECT_EQ(read("31 lutego 2020"), "");
  EXPECT_EQ(read("maj 2021, 15 grudnia br., tel. 86 000 11 22, 1.2.2"), "");
}

TEST(Phrase, WildcardsAlternativesAndDamage) {
  const auto met = [](std::string_view pattern, std::string_view text) {
    return Phrase(pattern).match(folded_words(text), 0);
  };
  EXPECT_EQ(met("cel główny", "CEL GŁÓWNY:"), 2U);
  EXPECT_EQ(met("celem głównym … jest", "Celem głównym programu rozwoju jest"), 5U);
  EXPECT_EQ(met("uchwał*", "uchwałą"), 1U);
  EXPECT_EQ(met("wójt|burmistrz ogłasza", "Burmistrz ogłasza"), 2U);
  EXPECT_EQ(met("cele szczegółowe", "Cele szczegotowe"), 2U);
  EXPECT_EQ(met("cele", "cela"), 0U) << "short words have to be right";
  EXPECT_EQ(Phrase("cele szczegółowe").match(folded_words("Cele szczegotowe"), 0, true), 0U);
  EXPECT_GT(likeness("Wspólna marka powiatu", "Wspólna makra powiatu."), 0.8);
  EXPECT_LT(likeness("Wspólna marka powiatu", "Remont mostów"), 0.3);
}

TEST(Table, ErrorsNameFileAndLine) {
  const auto file = std::filesystem::path(testing::TempDir()) / "table.tsv";
  std::ofstream(file) << "# comment\n\na\t\tb\n-\tc\n";
  const auto rows = read_table(file, 2);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].cells, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ((*rows)[0].line, 3);
  EXPECT_EQ((*rows)[1].cell(0), "");
  EXPECT_EQ((*rows)[1].cell(7), "");
  const auto short_rows = read_table(file, 3);
  ASSERT_FALSE(short_rows);
  EXPECT_NE(short_rows.error().message.find("table.tsv:3: "), std::string::npos);
  EXPECT_EQ(read_table(file.parent_path() / "no_such.tsv", 1).error().code, core::ErrorCode::not_found);
}

TEST(Tables, ErrorsNameFileAndLine) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "bad_rules";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "title.tsv") << "headline\tuchwała\n";
  std::ofstream(folder / "kind.tsv") << "news\ttext\tmany\t1\tfot\n";
  std::ofstream(folder / "dates.tsv") << "month\tfirst\tstyczeń\n";
  EXPECT_NE(TitleRules::load(folder).error().message.find("title.tsv:1: no such role"), std::string::npos);
  EXPECT_NE(KindRules::load(folder).error().message.find("kind.tsv:1: weight"), std::string::npos);
  EXPECT_NE(DateRules::load(folder).error().message.find("dates.tsv:1: no whole number"), std::string::npos);
}

}  // namespace
}  // namespace szukajst::indexer::extract
