// What a query becomes while it is typed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "corpus.h"
#include "random_records.h"

namespace szukajst::search {
namespace {

using Type = Completion::Type;

indexer::ProcessedDocument titled(const std::string& id, const std::string& title, const std::string& text) {
  auto made = document(id, title + ". " + text);
  made.record.title = title;
  return made;
}

std::vector<indexer::ProcessedDocument> documents() {
  auto a = titled(
      "a", "Strategia rozwoju turystyki",
      "Współpraca gmin przy rozwoju turystyki i szlaków rowerowych. Wójt gminy Lubicz Zenobia Trzmielewska, "
      "Fundacja Zielony Próg.");
  a.record.places = {{core::PlaceKind::municipality, "gmina Lubicz", core::Teryt::parse("041504"), 2}};
  a.record.officials = {{"Zenobia Trzmielewska", "wójt", "gmina Lubicz", core::Teryt::parse("041504")}};
  a.record.partners = {{"Fundacja \"Zielony Próg\"", std::nullopt}};
  auto b = titled("b", "Program współpracy", "Współpraca z organizacjami, dotacje dla organizacji i klubów.");
  b.record.programmes = {"Kładki Sąsiedzkie"};
  auto c =
      document("c", "Dotacje dla organizacji. Budowa szlaków rowerowych i współpraca. Kładki sąsiedzkie.");
  c.record.officials = {{"Zenobia Trzmielewska", "wójt", std::nullopt, std::nullopt}};
  c.record.titled = false;
  auto d = document("d", "Rowerownia naprawia rowery. Łódź i łódka. Zebranie w szkole.");
  return {a, b, c, d};
}

class Completions : public testing::Test {
 protected:
  const Corpus corpus_{documents()};
  std::vector<Completion> of(const std::string& query) const {
    const auto all = corpus_.searcher().complete(query);
    EXPECT_TRUE(all);
    return all ? *all : std::vector<Completion>();
  }
  std::string texts(const std::string& query, bool names = true) const {
    std::string joined;
    for (const Completion& each : of(query))
      if (names || each.type == Type::word) joined += (joined.empty() ? "" : "|") + each.text;
    return joined;
  }
};

TEST_F(Completions, OfAWordAreItsLemmasByHowManyDocumentsHaveThem) {
  EXPECT_EQ(texts("współ", false), "współpraca");
  EXPECT_EQ(texts("rowe", false), "rowerowy|rower|rowerownia");
  EXPECT_EQ(texts("dotac"), "dotacja");
}

TEST_F(Completions, NeedNoDiacritics) {
  EXPECT_EQ(texts("wspol", false), "współpraca");
  EXPECT_EQ(texts("WSPOL", false), "współpraca");
  EXPECT_EQ(texts("łód", false), "łódka|łódź");
  EXPECT_EQ(texts("lod", false), "łódka|łódź");
}

TEST_F(Completions, ForgiveOneSlip) {
  EXPECT_EQ(texts("turyyst", false), "turystyka") << "a letter too many";
  EXPECT_EQ(texts("tursty", false), "turystyka") << "one missing";
  EXPECT_EQ(texts("tusyst", false), "turystyka") << "another";
  EXPECT_EQ(texts("truyst", false), "turystyka") << "two swapped";
  EXPECT_EQ(texts("xturyst", false), "turystyka") << "the first letter";
  EXPECT_EQ(texts("xtusyst"), "") << "two slips";
  EXPECT_EQ(texts("trzmeil"), "Zenobia Trzmielewska|trzmielewska");
}

TEST_F(Completions, OfTheLastWordAreFoundWithThoseBefore) {
  EXPECT_EQ(texts("turystyka szl"), "turystyka szlaków");
  EXPECT_EQ(texts("dotacje dla org"), "dotacje dla organizacji") << "in the form that texts have";
  EXPECT_EQ(texts("zebranie wspol"), "") << "in no document together";
  EXPECT_EQ(texts("trystyka szl"), "turystyka szlaków") << "a slip before";
}

TEST_F(Completions, AreNamesBeforeWords) {
  const auto all = of("strat");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].type, Type::title);
  EXPECT_EQ(all[0].text, "Strategia rozwoju turystyki");
  EXPECT_EQ(all[0].value, "a");
  EXPECT_EQ(all[1].type, Type::word);
  EXPECT_EQ(all[1].text, "strategia");
}

TEST_F(Completions, OfNamesBeginAtAnyWord) {
  EXPECT_EQ(texts("trzmi"), "Zenobia Trzmielewska|trzmielewska");
  EXPECT_EQ(texts("zenobia trz"), "Zenobia Trzmielewska");
  EXPECT_EQ(texts("trzmielewska zen"), "Zenobia Trzmielewska|trzmielewska zenobia") << "in any order";
  EXPECT_EQ(texts("kładki są"), "Kładki Sąsiedzkie");
  EXPECT_EQ(texts("zielo"), "\"Fundacja Zielony Próg\"|zielony") << "quotation marks inside would end it";
  EXPECT_EQ(of("zielo").at(0).value, "Fundacja \"Zielony Próg\"");
}

TEST_F(Completions, OfPlacesTellWhereTheyLie) {
  const auto all = of("lubi");
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all[0].type, Type::place);
  EXPECT_EQ(all[0].text, "gmina Lubicz");
  EXPECT_EQ(all[0].value, "041504");
  EXPECT_EQ(all[0].within, "powiat toruński, województwo kujawsko-pomorskie");
}

TEST_F(Completions, OfNamesThatNoTextHasSoNameTheirField) {
  EXPECT_EQ(texts("kujawsko-po"), "miejsce:\"województwo kujawsko-pomorskie\"");
  EXPECT_EQ(corpus_.ids("miejsce:\"województwo kujawsko-pomorskie\""), "a");
}

TEST_F(Completions, KeepWhatTheQuerySaysBefore) {
  EXPECT_EQ(texts("\"dotacje dla\" wspol"), "\"dotacje dla\" współpraca");
  EXPECT_EQ(texts("tytul:stra"), "tytul:strategia");
  EXPECT_EQ(texts("tytul:rower"), "") << "in no title";
  EXPECT_EQ(texts("dotacje -wsp"), "");
}

TEST_F(Completions, OfNothingAreNone) {
  for (const std::string query : {"", "  ", "!", "x", "\"", "qqqq", "12"})
    EXPECT_EQ(texts(query), "") << query;
  EXPECT_EQ(texts(std::string(600, 'a')), "");
  EXPECT_EQ(texts("współpraca", false), "") << "it says no more";
  static_cast<void>(of("\xFF\xFEwsp\xC4"));
}

TEST(CompletionsOfWornSegments, LeaveOutWhatIsNoMore) {
  const TemporaryFolder folder;
  commit(folder.path(), documents());
  commit(folder.path(), {document("e", "Zebranie w szkole.")}, {"d"});
  const auto opened = Searcher::open({folder.path()}, lexicon(), gazetteer());
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->complete("łód")->empty());
  EXPECT_EQ(opened->complete("szko")->size(), 1U);
  commit(folder.path(), {}, {"a"});
  const auto later = Searcher::open({folder.path()}, lexicon(), gazetteer());
  ASSERT_TRUE(later);
  EXPECT_TRUE(later->complete("lubi")->empty()) << "places";
  EXPECT_TRUE(later->complete("strat")->empty()) << "titles";
  EXPECT_EQ(later->complete("trzmi")->size(), 1U) << "another document has her";
}

// Whatever bytes of the file are damaged: an error that names it, or an answer.
TEST(CompletionsOfADamagedFile, NeverCrash) {
  const TemporaryFolder folder;
  commit(folder.path(), documents());
  std::filesystem::path file;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
    if (entry.path().filename() == "suggest") file = entry.path();
  ASSERT_FALSE(file.empty());
  std::string bytes;
  {
    std::ifstream stream(file, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(stream), {});
  }
  RandomRecords random(11);
  int refused = 0;
  for (int i = 0; i < 300; ++i) {
    std::string damaged = bytes;
    for (int k = 0; k < 3; ++k) damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
    std::ofstream(file, std::ios::binary) << damaged;
    const auto searcher = Searcher::open({folder.path()}, lexicon(), gazetteer());
    if (!searcher) {
      ++refused;
      EXPECT_NE(searcher.error().message.find("suggest"), std::string::npos) << searcher.error().message;
      continue;
    }
    for (const std::string query : {"w", "lub", "trzmi", "turyyst", "dotacje dla org", "zenobia trz"})
      static_cast<void>(searcher->complete(query));
    Request request;
    request.query = "turyystyka";
    static_cast<void>(searcher->search(request));
    if (damaged != bytes) {
      EXPECT_FALSE(searcher->check().empty());
    }
  }
  EXPECT_GT(refused, 10);
}

// Whatever is offered finds something: as a query, and as the filter that its value is for.
TEST(CompletionsOfRandomRecords, LeadToResults) {
  RandomRecords random(5);
  const TemporaryFolder folder;
  for (int round = 0; round < 3; ++round) {
    std::vector<indexer::ProcessedDocument> made;
    for (int i = 0; i < 40; ++i) {
      auto each = random.next(std::to_string(round * 30 + i));
      each.text.text = each.record.title + ". " + each.text.text;
      for (const auto& official : each.record.officials) each.text.text += official.name + ". ";
      made.push_back(std::move(each));
    }
    commit(folder.path(), made, {std::to_string(round * 7)});
  }
  const auto searcher = Searcher::open({folder.path()}, lexicon(), gazetteer());
  ASSERT_TRUE(searcher);
  std::size_t seen = 0;
  for (const std::string beginning : {"a", "b", "g", "k", "m", "p", "r", "s", "t", "w", "ko", "pr", "gm",
                                      "po", "wo", "gmina ", "rozwój p", "droga s", "szkoła k"}) {
    const auto completions = searcher->complete(beginning);
    ASSERT_TRUE(completions);
    for (const Completion& each : *completions) {
      ++seen;
      Request request;
      request.query = each.text;
      EXPECT_GT(searcher->search(request)->total, 0U) << beginning << " → " << each.text;
      Request filtered;
      if (each.type == Type::place) filtered.filters.places = {*core::Teryt::parse(each.value)};
      if (each.type == Type::official) filtered.filters.officials = {each.value};
      if (each.type == Type::partner) filtered.filters.partners = {each.value};
      EXPECT_GT(searcher->search(filtered)->total, 0U) << each.value;
      if (each.type == Type::title && !each.value.empty()) {
        EXPECT_TRUE(searcher->document(each.value));
      }
    }
  }
  EXPECT_GT(seen, 20U);
}

}  // namespace
}  // namespace szukajst::search
