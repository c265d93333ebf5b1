#include "search/query_parser.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace szukajst::search {
namespace {

std::string tree(std::string_view query) {
  const auto parsed = parse_query(query);
  return parsed ? print(parsed->root) : "error: " + parsed.error().message;
}

std::string diagnostics(std::string_view query) {
  std::string all;
  const auto parsed = parse_query(query);
  for (const Diagnostic& each : parsed->diagnostics)
    all += (all.empty() ? "" : "; ") + each.code + " " + each.detail;
  return all;
}

struct Case {
  std::string query, tree;
};

TEST(QueryParser, ReadsTheLanguage) {
  const std::vector<Case> cases{
      {"", "*"},
      {"   ", "*"},
      {"*", "*"},
      {"współpraca", "współpraca"},
      {"rozwój turystyki", "(rozwój turystyki)"},
      {"rozwój AND turystyki", "(and rozwój turystyki)"},
      {"rozwój ORAZ turystyki", "(and rozwój turystyki)"},
      {"rozwój OR turystyki", "(or rozwój turystyki)"},
      {"rozwój LUB turystyki LUB sportu", "(or rozwój turystyki sportu)"},
      {"a b OR c d", "(or (a b) (c d))"},
      {"a (b OR c) d", "(a (or b c) d)"},
      {"rozwój -turystyki", "(rozwój (not turystyki))"},
      {"rozwój NOT turystyki", "(rozwój (not turystyki))"},
      {"rozwój NIE (sport OR kultura)", "(rozwój (not (or sport kultura)))"},
      {"-rozwój", "(not rozwój)"},
      {"lub i nie or", "(lub i nie or)"},
      {"LUBLIN ORAZOWSKI", "(LUBLIN ORAZOWSKI)"},
      {"\"rozwój gminy\"", "\"rozwój gminy\""},
      {"„rozwój gminy” «dla niej»", "(\"rozwój gminy\" \"dla niej\")"},
      {"\"rozwój\"", "rozwój"},
      {"-\"rozwój gminy\"", "(not \"rozwój gminy\")"},
      {"społeczno-gospodarczy", "\"społeczno gospodarczy\""},
      {"strateg*", "strateg*"},
      {"społeczno-gospod*", "(społeczno gospod*)"},
      {"tytul:strategia", "title:strategia"},
      {"tytuł:strategia", "title:strategia"},
      {"TITLE:strategia", "title:strategia"},
      {"tytul: strategia rozwoju", "(title:strategia rozwoju)"},
      {"tytul:(strategia rozwoju)", "(title:strategia title:rozwoju)"},
      {"tytul:strateg*", "title:strateg*"},
      {"cel:turystyka", "goal:turystyka"},
      {"partner:\"gmina Lipusz\"", "partner:\"gmina Lipusz\""},
      {"osoba:Iksińska", "person:Iksińska"},
      {"miejsce:Toruń", "place:Toruń"},
      {"miejsce:0415", "place:0415"},
      {"rok:2021", "year:2021..2021"},
      {"rok:2020..2024", "year:2020..2024"},
      {"rok:2020-2024", "year:2020..2024"},
      {"rok:2020..", "year:2020.."},
      {"year:..2024", "year:..2024"},
      {"rok:(2020 OR 2022)", "(or year:2020..2020 year:2022..2022)"},
      {"rodzaj:strategia", "kind:strategy"},
      {"rodzaj:uchwały", "kind:resolution"},
      {"kind:news", "kind:news"},
      {"-rok:2020", "(not year:2020..2020)"},
      {"wójt@stolno.example", "wójt@stolno.example"},
      {"+rozwój", "rozwój"},
      {"rozwój --gminy", "(rozwój (not gminy))"},
      {"((((rozwój))))", "rozwój"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(tree(each.query), each.tree) << each.query;
    EXPECT_EQ(diagnostics(each.query), "") << each.query;
  }
}

struct Trouble {
  std::string query, tree, diagnostics;
};

TEST(QueryParser, SearchesAsWordsWhatItCannotReadAndSaysSo) {
  const std::vector<Trouble> cases{
      {"\"rozwój gminy", "(rozwój gminy)", "unclosed_quote \"rozwój gminy"},
      {"rozwój ()", "rozwój", "empty_parentheses ()"},
      {"rozwój \"\"", "rozwój", "empty_quotes "},
      {"(rozwój gminy", "(rozwój gminy)", "unbalanced_parenthesis (rozwój gminy"},
      {"rozwój) gminy", "(rozwój gminy)", "unbalanced_parenthesis )"},
      {"OR rozwój", "rozwój", "dangling_operator OR"},
      {"rozwój LUB", "rozwój", "dangling_operator LUB"},
      {"AND rozwój", "rozwój", "dangling_operator AND"},
      {"rozwój NIE", "rozwój", "dangling_operator NIE"},
      {"rozwój OR OR gminy", "(or rozwój gminy)", "dangling_operator OR"},
      {"rozwój - gminy", "(rozwój gminy)", "dangling_operator -"},
      {"rozwój -- gminy -", "(rozwój gminy)", "dangling_operator --; dangling_operator -"},
      {"kolor:zielony", "(kolor zielony)", "unknown_field kolor"},
      {"kolor:\"zielony las\"", "(kolor \"zielony las\")", "unknown_field kolor"},
      {"tytul:", "*", "empty_field tytul"},
      {"rok:dawno", "dawno", "malformed_years dawno"},
      {"rok:20", "20", "malformed_years 20"},
      {"rok:2024..2020", "year:2020..2024", "years_swapped 2024..2020"},
      {"rok:2024-2020", "year:2020..2024", "years_swapped 2024-2020"},
      {"rodzaj:wiersz", "wiersz", "unknown_kind wiersz"},
      {"st*", "st", "short_wildcard st*"},
  };
  for (const Trouble& each : cases) {
    EXPECT_EQ(tree(each.query), each.tree) << each.query;
    EXPECT_EQ(diagnostics(each.query), each.diagnostics) << each.query;
  }
}

TEST(QueryParser, DoesNotTakeAWebAddressForAField) {
  EXPECT_EQ(diagnostics("https://stolno.example/strategia"), "");
}

void collect_ranges(const QueryNode& node, std::string_view text, std::vector<std::string>& all) {
  for (const core::ByteRange& range : node.ranges) all.emplace_back(range.in(text));
  for (const QueryNode& child : node.children) collect_ranges(child, text, all);
}

TEST(QueryParser, TellsWhereEachWordStands) {
  const auto parsed = parse_query("żaba tytul:(kot OR „duży kot”) -małe-koty stare-domo* kot");
  ASSERT_TRUE(parsed);
  std::vector<std::string> all;
  collect_ranges(parsed->root, parsed->text, all);
  EXPECT_EQ(all,
            (std::vector<std::string>{"żaba", "kot", "duży", "kot", "małe", "koty", "stare", "domo", "kot"}));
}

TEST(QueryParser, ReadsWordsThatAreToBeNear) {
  const auto tree = [](const char* query) { return print(parse_query(query)->root); };
  EXPECT_EQ(tree("droga NEAR/5 most"), "(near/5 droga most)");
  EXPECT_EQ(tree("droga BLISKO most BLISKO rzeka"), "(near/10 droga most rzeka)");
  EXPECT_EQ(tree("gmina tytul:(droga NEAR/3 most)"), "(gmina title:(near/3 droga most))");
  EXPECT_EQ(tree("droga NEAR/5 most OR las"), "(or (near/5 droga most) las)");
  EXPECT_EQ(tree("NEARLY droga NEAR/0 most"), "(NEARLY droga NEAR/0 most)");
  const auto with_phrase = parse_query("droga NEAR/5 \"nowy most\"");
  EXPECT_EQ(print(with_phrase->root), "(droga \"nowy most\")");
  ASSERT_EQ(with_phrase->diagnostics.size(), 1U);
  EXPECT_EQ(with_phrase->diagnostics[0].code, "near_of_words");
  for (const char* dangling : {"NEAR/5 most", "most NEAR/5", "most NEAR/5 OR las"}) {
    const auto parsed = parse_query(dangling);
    ASSERT_EQ(parsed->diagnostics.size(), 1U) << dangling;
    EXPECT_EQ(parsed->diagnostics[0].code, "dangling_operator") << dangling;
  }
}

// Whatever is typed: its tree, written in the query language, is read as the same tree.
TEST(QueryParser, ReadsWhatItWritesAsTheSameTree) {
  constexpr const char* kPieces[] = {"NEAR/5",
                                     "NEAR",
                                     "BLISKO/3",
                                     "NEAR/0",
                                     "droga",
                                     "Łódź",
                                     "społeczno-gospodarczy",
                                     "\"rozwój gminy\"",
                                     "„gmina”",
                                     "strateg*",
                                     "OR",
                                     "LUB",
                                     "AND",
                                     "ORAZ",
                                     "NOT",
                                     "NIE",
                                     "-",
                                     "-las",
                                     "(",
                                     ")",
                                     "tytul:",
                                     "cel:",
                                     "osoba:",
                                     "rok:2020..2024",
                                     "rok:2021",
                                     "rodzaj:uchwała",
                                     "miejsce:0415",
                                     "miejsce:Toruń",
                                     "*",
                                     "ab*",
                                     "12:30",
                                     "a/b",
                                     "j.kowal@gmina.pl",
                                     "„",
                                     "\"",
                                     "www.gmina.pl",
                                     "1.2",
                                     "+",
                                     "tytul:(a",
                                     ":",
                                     "nie"};
  std::mt19937 random(11);
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    for (std::size_t length = random() % 9; length > 0; --length) {
      query += kPieces[random() % std::size(kPieces)];
      if (random() % 4 != 0) query += ' ';
    }
    const auto parsed = parse_query(query);
    ASSERT_TRUE(parsed) << query;
    const std::string again = as_query(parsed->root);
    const auto reparsed = parse_query(again);
    ASSERT_TRUE(reparsed) << query << " | " << again;
    ASSERT_EQ(print(reparsed->root), print(parsed->root)) << query << " | " << again;
    ASSERT_EQ(as_query(reparsed->root), again) << query;
  }
}

TEST(QueryParser, KeepsTheLimits) {
  std::string words;
  for (int i = 0; i < 64; ++i) words += "gmina ";
  EXPECT_TRUE(parse_query(words));
  const auto many = parse_query(words + "gmina");
  ASSERT_FALSE(many);
  EXPECT_EQ(many.error().code, core::ErrorCode::too_large);

  EXPECT_TRUE(parse_query(std::string(4096, ' ')));
  const auto large = parse_query(std::string(4097, ' '));
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, core::ErrorCode::too_large);

  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "gmina" + std::string(depth, ')');
  };
  EXPECT_TRUE(parse_query(nested(16)));
  ASSERT_FALSE(parse_query(nested(17)));
  EXPECT_EQ(parse_query(nested(17)).error().code, core::ErrorCode::too_large);
  EXPECT_FALSE(parse_query(std::string(2000, '(')));
  std::string negations;
  for (int i = 0; i < 500; ++i) negations += "NOT ";
  EXPECT_FALSE(parse_query(negations + "gmina"));
  std::string fields;
  for (int i = 0; i < 500; ++i) fields += "cel:";
  EXPECT_FALSE(parse_query(fields + "gmina"));
}

TEST(QueryParser, ReadsAnyBytes) {
  const std::vector<std::string> pieces{
      "(",    ")",    "\"",  "„",    "”",        "-",    "+",     "*",        ":",     " ",
      "OR",   "NIE",  "AND", "cel:", "rok:",     "2020", "..",    "rodzaj:",  "gmina", "ł",
      "\xC5", "\xFF", "\n",  "\t",   "\xC2\xA0", "a*",   "żaba*", "miejsce:", "04",    "//"};
  std::mt19937 random(20240101);
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    const auto size = random() % 14;
    for (std::size_t i = 0; i < size; ++i) query += pieces[random() % pieces.size()];
    const auto parsed = parse_query(query);
    if (parsed) {
      EXPECT_FALSE(print(parsed->root).empty()) << query;
    }
  }
}

TEST(QueryParser, SaysThatNothingWasAsked) {
  for (const char* query : {"!!!", "€ §", "😀"}) {
    const auto parsed = parse_query(query);
    ASSERT_TRUE(parsed) << query;
    ASSERT_EQ(parsed->diagnostics.size(), 1U) << query;
    EXPECT_EQ(parsed->diagnostics[0].code, "no_words");
  }
  EXPECT_TRUE(parse_query("  ")->diagnostics.empty());
}

}  // namespace
}  // namespace szukajst::search
