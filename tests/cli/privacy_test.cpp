// Persons who are to be left out, from the files to the bytes of the index and the pages of the server.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "tests/cli/program.h"

namespace szukajst::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// Every form in which the name may have left a trace: as it is written, without diacritics, damaged.
const std::vector<std::string> kTraces = {"Zdzimir",    "Wymysłowsk", "Wymyslowsk", "wymysłowsk",
                                          "wymyslowsk", "WYMYSŁOWSK", "Wymystowsk", "wymystowsk"};

const std::string kNews =
    "Nowy most w gminie Lipno\n\n12 maja 2021 r. most otworzył wójt gminy Lipno Radosław Wymysłowski.\n"
    "– Cieszę się – mówił Wymysłowski. Radosławowi Wymysłowskiemu gratulowała starosta Jagna Wzorowa.\n";
// "ł" as "t", as recognition reads it.
const std::string kScan =
    "Protokot z obrad zarzadu powiatu lipnowskiego\n\nGtos zabrat Radostaw Wymystowski, wojt gminy Lipno.\n"
    "Zarzad podziekowat Radostawowi Wymystowskiemu za wspotprace z samorzadem.\n";
const std::string kStrategy =
    "Strategia Rozwoju Gminy Lipno na lata 2021–2030\n\nCel strategiczny 1. Szkoła imienia Radosława "
    "Wymysłowskiego\nCel strategiczny 2. Drogi gminne\n";
const std::string kPage =
    "<html><head><title>Rozmowa: Radosław Wymysłowski</title></head><body><h1>Rozmowa z Radosławem "
    "Wymysłowskim</h1><p>Wójt Radosław Wymysłowski mówi o drogach gminy Lipno.</p></body></html>";
const std::string kOther = "Remont szkoły\n\nWójt gminy Skępe Anna Zmyślona otworzyła szkołę w Skępem.\n";

std::string bytes_below(const fs::path& folder) {
  std::string bytes;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
    bytes += entry.path().string() + '\n';
  }
  return bytes;
}

void expect_no_trace(const std::string& text, const std::string& where) {
  for (const std::string& trace : kTraces)
    EXPECT_EQ(text.find(trace), std::string::npos) << trace << ": " << where;
}

class Suppressed : public ::testing::Test {
 protected:
  ProgramRun index(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments{"index", "--into", (folder_.path() / "index").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return szukajst(arguments);
  }

  TemporaryFolder folder_;
};

TEST_F(Suppressed, PersonLeavesNoTrace) {
  folder_.write("a/news.txt", kNews);
  folder_.write("a/scan.txt", kScan);
  folder_.write("b/strategy.txt", kStrategy);
  folder_.write("b/page.html", kPage);
  folder_.write("b/other.txt", kOther);
  const std::string a = (folder_.path() / "a").string(), b = (folder_.path() / "b").string();
  const fs::path at = folder_.path() / "index";
  ASSERT_EQ(index({a, b}).status, 0);
  ASSERT_NE(bytes_below(at).find("wymyslowsk"), std::string::npos);
  const std::vector<std::string> queries = {
      "Wymysłowski",     "wymyslowski",       "wymystowski", "osoba:wymysłowski",
      "cel:wymysłowski", "tytul:wymysłowski", "wymys*"};
  for (const std::string& query : queries)
    EXPECT_GT(Json::parse(szukajst({"search", "--index", at.string(), "--json", query}).out).at("total"), 0)
        << query;

  // The run reads one file of b, which does not name him: the others are no less affected.
  const std::string list = folder_.write("lista.txt", "# proszę usunąć\nRadosław Wymysłowski; gmina Lipno\n");
  const ProgramRun run = index({"--suppress", list, (folder_.path() / "b" / "other.txt").string()});
  ASSERT_EQ(run.status, 0) << run.err;

  expect_no_trace(bytes_below(at), "the index");
  EXPECT_EQ(szukajst({"check", at.string()}).status, 0);
  // Xapian packs what it keeps of documents: all that can be read out of it.
  std::string ids;
  {
    const Served served(at);
    for (const std::string query : {"q=", "q=lipno", "q=gmina", "q=most", "q=szko%C5%82a"}) {
      for (const char* format : {"", "&format=json"}) {
        const auto answer = served.get("/search?" + query + format);
        EXPECT_EQ(answer.status, 200);
        expect_no_trace(answer.body, query);
        expect_no_trace(served.get("/goals?" + query + format).body, query);
      }
    }
    const Json all = Json::parse(served.get("/search?format=json&q=gmina").body);
    ASSERT_EQ(all.at("total"), 5);
    for (const Json& hit : all.at("hits")) {
      const std::string url = hit.at("url");
      expect_no_trace(served.get(url).body, url);
      expect_no_trace(served.get(url + "?format=json").body, url);
    }
    expect_no_trace(served.get("/search?q=wymyslowsk&format=json").body.substr(30), "did you mean");
    EXPECT_NE(served.get("/search?q=wzorowa").body.find("Jagna Wzorowa"), std::string::npos);
  }
  for (const std::string& query : queries)
    EXPECT_EQ(Json::parse(szukajst({"search", "--index", at.string(), "--json", query}).out).at("total"), 0)
        << query;

  // The list must be given again, or an empty one, which lets the person come back.
  EXPECT_EQ(index({a}).status, 2);
  ASSERT_EQ(index({"--suppress", list, a, b}).status, 0);
  expect_no_trace(bytes_below(at), "the index, written again");
  ASSERT_EQ(index({"--suppress", folder_.write("nikt.txt", ""), a, b}).status, 0);
  EXPECT_NE(bytes_below(at).find("wymyslowsk"), std::string::npos);
  EXPECT_EQ(index({a, b}).status, 0);
}

TEST_F(Suppressed, LeavesNothingOfOlderVersionsOfADocument) {
  const std::string path = folder_.write("a/news.txt", kNews);
  for (int i = 0; i < 8; ++i) folder_.write("a/" + std::to_string(i) + ".txt", kOther + std::to_string(i));
  ASSERT_EQ(index({(folder_.path() / "a").string()}).status, 0);
  folder_.write("a/news.txt", kOther);  // a tombstone keeps the old text
  ASSERT_EQ(index({(folder_.path() / "a").string()}).status, 0);
  ASSERT_NE(bytes_below(folder_.path() / "index").find("wymyslowsk"), std::string::npos);
  const std::string list = folder_.write("lista.txt", "Radosław Wymysłowski\n");
  ASSERT_EQ(index({"--suppress", list, path}).status, 0);
  expect_no_trace(bytes_below(folder_.path() / "index"), "the index");
}

TEST_F(Suppressed, BadLinesStopTheRunBeforeAnythingIsWritten) {
  const std::string path = folder_.write("a/news.txt", kNews);
  const std::string list =
      folder_.write("lista.txt", "Radosław Wymysłowski\nWymysłowski\n\nJan Nowy; gmina Nigdzie\n");
  const ProgramRun run = index({"--suppress", list, path});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("lista.txt:2: a given name and a surname"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("lista.txt:4: there is no unit 'gmina Nigdzie'"), std::string::npos) << run.err;
  EXPECT_FALSE(fs::exists(folder_.path() / "index"));
  EXPECT_EQ(index({"--suppress", "/nowhere/list", path}).status, 2);
}

TEST_F(Suppressed, PathsThatNameThePersonAreTold) {
  const std::string path = folder_.write("a/wojt-radoslaw-wymyslowski.txt", kOther);
  const std::string list = folder_.write("lista.txt", "Radosław Wymysłowski\n");
  const ProgramRun run = index({"--suppress", list, path});
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.err.find("the path itself names a suppressed person"), std::string::npos) << run.err;
}

TEST(Contacts, OfPersonsAreMaskedEverywhereUnlessKept) {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "a.txt",
      "Dobra praktyka: Ławeczki\n\nNazwa praktyki: Ławeczki\nPowiat: lipnowski\nTyp jednostki: gmina\n"
      "Pomysłodawczyni: Anna Zmyślona\nTelefon: 600 100 200\nE-mail: anna.zmyslona@gmail.com\n"
      "Urząd: sekretariat@lipno.pl, tel. 54 123 45 67\n");
  const ProgramRun run = szukajst({"extract", "--json", "--evidence", path});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out.find("600 100 200"), std::string::npos) << run.out;
  EXPECT_EQ(run.out.find("gmail"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("sekretariat@lipno.pl"), std::string::npos);
  EXPECT_NE(run.out.find("54 123 45 67"), std::string::npos);
  const ProgramRun kept = szukajst({"extract", "--json", "--keep-contacts", path});
  EXPECT_NE(kept.out.find("600 100 200"), std::string::npos) << kept.out;

  const std::string index = (folder.path() / "index").string();
  ASSERT_EQ(szukajst({"index", "--into", index, path}).status, 0);
  const auto total = [&](const char* query) {
    return Json::parse(szukajst({"search", "--index", index, "--json", query}).out).at("total").get<int>();
  };
  EXPECT_EQ(total("gmail"), 0);
  EXPECT_EQ(total("\"600 100 200\""), 0);
  EXPECT_EQ(total("sekretariat@lipno.pl"), 1);
  expect_no_trace(bytes_below(folder.path() / "index"), "of somebody else");
  EXPECT_EQ(bytes_below(folder.path() / "index").find("zmyslona@"), std::string::npos);
  ASSERT_EQ(szukajst({"index", "--into", index, "--keep-contacts", path}).status, 0);
  EXPECT_EQ(total("\"600 100 200\""), 1);
}

}  // namespace
}  // namespace szukajst::test
