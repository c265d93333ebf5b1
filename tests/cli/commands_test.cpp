// Each command as a user runs it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.h"

namespace szukajst::test {
namespace {

using Json = nlohmann::json;

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) result.push_back(line);
  return result;
}

TEST(Commands, HelpAndVersionSucceed) {
  const ProgramRun help = szukajst({"--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* command : {"index", "search", "serve", "extract", "repair", "analyze", "check", "stats"})
    EXPECT_NE(help.out.find(command), std::string::npos) << command;
  EXPECT_EQ(szukajst({"--version"}).out, "szukajst 0.1.0\n");
}

TEST(Commands, AnUnknownCommandIsNamed) {
  const ProgramRun run = szukajst({"--quiet", "serch", "droga"});
  EXPECT_EQ(run.status, 2);
  EXPECT_NE(run.err.find("'serch'"), std::string::npos) << run.err;
}

TEST(Commands, AnalyzePrintsTokensWithLemmas) {
  const ProgramRun run = szukajst({"analyze", "--json", "--lines"},
                                  {.input = "Współpraca z gminami powiatu toruńskiego.\n\nŁódź\n"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto out = lines(run.out);
  ASSERT_EQ(out.size(), 3U);
  const Json first = Json::parse(out[0]).at("tokens");
  ASSERT_EQ(first.size(), 5U);
  EXPECT_EQ(first[2].at("text"), "gminami");
  EXPECT_EQ(first[2].at("lemmas").at(0), "gmina");
  EXPECT_EQ(first[4].at("keys").at(0), "torunski");
  EXPECT_TRUE(first[1].at("stop"));
  EXPECT_EQ(Json::parse(out[1]).at("tokens").size(), 0U);
}

TEST(Commands, RepairWritesALineADocument) {
  const std::string damaged =
      "Protokot z obrad zarzadu powiatu zaganiskiego.\\nRozmowa miesz-\\nkancow o podziale pieni¢dzy";
  const ProgramRun run = szukajst({"repair", "--lines"}, {.input = damaged + "\n\nCel 1\n"});
  ASSERT_EQ(run.status, 0) << run.err;
  const auto out = lines(run.out);
  ASSERT_EQ(out.size(), 3U);
  EXPECT_NE(out[0].find("Protokół z obrad zarządu powiatu żagańskiego"), std::string::npos) << out[0];
  EXPECT_NE(out[0].find("mieszkańców o podziale pieniędzy"), std::string::npos) << out[0];
  EXPECT_EQ(out[2], "Cel 1");
}

TEST(Commands, RepairTellsEachChange) {
  const TemporaryFolder folder;
  const std::string path = folder.write("scan.txt", "Żółw: program wspotpracy ze stowarzyszeniami\n");
  const ProgramRun run = szukajst({"repair", "--json", path});
  ASSERT_EQ(run.status, 0) << run.err;
  const Json answer = Json::parse(run.out);
  ASSERT_EQ(answer.at("changes").size(), 1U) << run.out;
  const Json& change = answer.at("changes")[0];
  EXPECT_EQ(change.at("at"), 14);  // in code points
  EXPECT_EQ(change.at("from"), "wspotpracy");
  EXPECT_EQ(change.at("to"), "współpracy");
  EXPECT_GT(change.at("certainty"), 0.5);
}

TEST(Commands, ExtractTellsWhereItemsStand) {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("scan.txt", "Protokot z obrad zarzadu\n\fWójt Gminy Karsin Leokadia Zmyślna mówiła.\n");
  const ProgramRun plain = szukajst({"extract", "--json", path});
  ASSERT_EQ(plain.status, 0) << plain.err;
  EXPECT_FALSE(Json::parse(plain.out).contains("evidence"));
  const ProgramRun run = szukajst({"extract", "--json", "--evidence", path});
  ASSERT_EQ(run.status, 0) << run.err;
  Json record = Json::parse(run.out);
  const Json evidence = record.at("evidence");
  ASSERT_EQ(record.at("text").size(), 2U);
  const std::string first = record["text"][0].at("text"), second = record["text"][1].at("text");
  EXPECT_NE(first.find("Protokot"), std::string::npos) << first;  // as it stands, before mending
  ASSERT_EQ(evidence.at("officials").size(), 1U);
  const Json& place = evidence.at("officials")[0].at(0);
  EXPECT_EQ(place.at("page"), 2);
  const std::size_t end = std::string("Wojt Gminy Karsin Leokadia Zmyslna").size();
  EXPECT_EQ(place.at("range"), Json::parse("[0," + std::to_string(end) + "]")) << second;
  record.erase("evidence");
  record.erase("text");
  EXPECT_EQ(record, Json::parse(plain.out));
  EXPECT_EQ(szukajst({"extract", "--evidence", path}).status, 2);
}

TEST(Commands, IndexSearchStatsAndCheckAgree) {
  const TemporaryFolder folder;
  const std::string index = (folder.path() / "index").string();
  folder.write("d/a.txt",
               "Strategia Rozwoju Powiatu Toruńskiego na lata 2021–2027\n\nCel strategiczny 1. Współpraca z "
               "gminami\n");
  folder.write(
      "d/b.txt",
      "Protokół Nr XXX/2021 z XXX sesji Rady Gminy Karsin odbytej w dniu 11 czerwca 2021 r.\n\nOmówiono "
      "remonty dróg.\n");
  const std::string documents = (folder.path() / "d").string();
  ASSERT_EQ(szukajst({"index", "--into", index, documents}).status, 0);

  const Json stats = Json::parse(szukajst({"stats", "--json", index}).out);
  EXPECT_EQ(stats.at("documents"), 2);
  EXPECT_EQ(stats.at("goals"), 1);
  std::size_t parts = 0;
  for (const auto& [name, bytes] : stats.at("parts").items()) parts += bytes.get<std::size_t>();
  EXPECT_EQ(stats.at("bytes"), parts);
  for (const char* part : {"columns", "tokens", "texts"}) EXPECT_GT(stats.at("parts").at(part), 0) << part;
  EXPECT_NE(szukajst({"stats", index}).out.find("  tokens\t"), std::string::npos);
  EXPECT_EQ(szukajst({"check", index}).status, 0);

  const Json answer =
      Json::parse(szukajst({"search", "--index", index, "--json", "wspolpracy", "powiatem"}).out);
  ASSERT_EQ(answer.at("total"), 1);
  const Json& hit = answer.at("hits")[0];
  EXPECT_EQ(hit.at("source"), documents + "/a.txt");
  EXPECT_EQ(hit.at("kind"), "strategy");
  EXPECT_EQ(answer.at("facets").at("kind")[0].at("value"), "strategy");

  const Json goals = Json::parse(szukajst({"search", "--index", index, "--json", "--goals", "gmina"}).out);
  ASSERT_EQ(goals.at("total"), 1);
  EXPECT_EQ(goals.at("hits")[0].at("text"), "Współpraca z gminami");

  const std::string id = hit.at("id");
  const Json similar = Json::parse(szukajst({"search", "--index", index, "--similar", id, "--json"}).out);
  EXPECT_EQ(similar.at("id"), id);
  EXPECT_TRUE(similar.at("similar").is_array());
  EXPECT_EQ(szukajst({"search", "--index", index, "--similar", id}).status, 0);
  EXPECT_EQ(szukajst({"search", "--index", index, "--similar", "none"}).status, 2);
  EXPECT_EQ(szukajst({"search", "--index", index, "--similar", id, "droga"}).status, 2);

  const ProgramRun readable = szukajst({"search", "--index", index, "--facets", "gminami"});
  EXPECT_EQ(readable.status, 0);
  EXPECT_NE(readable.out.find("[gminami]"), std::string::npos) << readable.out;
}

TEST(Commands, FiltersLeaveTheQueryAlone) {
  const TemporaryFolder folder;
  const std::string index = (folder.path() / "index").string();
  folder.write("d/a.txt", "Strategia Rozwoju Powiatu Toruńskiego na lata 2021–2027\n\nJezioro.\n");
  folder.write("d/b.txt", "Strategia Rozwoju Powiatu Toruńskiego na lata 2021–2027\n\nRzeka.\n");
  ASSERT_EQ(szukajst({"index", "--into", index, (folder.path() / "d").string()}).status, 0);
  const ProgramRun run =
      szukajst({"search", "--index", index, "--json", "--kind", "strategy", "--kind", "news", "jezioro"});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(Json::parse(run.out).at("query"), "jezioro");
  EXPECT_EQ(Json::parse(run.out).at("total"), 1);
  const ProgramRun without = szukajst({"search", "--index", index, "--json", "--", "strategia", "-jezioro"});
  ASSERT_EQ(without.status, 0) << without.err;
  EXPECT_EQ(Json::parse(without.out).at("total"), 1);
}

TEST(Commands, OnePathIsOneSourceHoweverItIsSpelt) {
  const TemporaryFolder folder;
  const std::string index = (folder.path() / "index").string();
  folder.write("d/a.txt", "Strategia Gminy Lipusz na lata 2021–2027\n");
  const std::string documents = (folder.path() / "d").string();
  ASSERT_EQ(szukajst({"index", "--into", index, documents, documents + "/", documents + "/./a.txt"}).status,
            0);
  ASSERT_EQ(szukajst({"index", "--into", index, folder.path().string() + "//d/../d"}).status, 0);
  EXPECT_EQ(Json::parse(szukajst({"stats", "--json", index}).out).at("documents"), 1);
}

TEST(Commands, IndexingAgainUpdates) {
  const TemporaryFolder folder;
  const std::string index = (folder.path() / "index").string();
  const std::string a =
      folder.write("d/a.txt", "Strategia Gminy Lipusz na lata 2021–2027\n\nRzeka i jezioro.\n");
  const std::string b = folder.write("d/b.txt", "Strategia Gminy Karsin na lata 2021–2027\n\nWiatrak.\n");
  const std::string documents = (folder.path() / "d").string();
  const auto total = [&](const std::string& query) {
    return Json::parse(szukajst({"search", "--index", index, "--json", query}).out).at("total").get<int>();
  };
  ASSERT_EQ(szukajst({"index", "--into", index, documents}).status, 0);
  EXPECT_EQ(total("jezioro"), 1);
  folder.write("d/a.txt", "Strategia Gminy Lipusz na lata 2021–2027\n\nGóra i las.\n");
  std::filesystem::remove(b);
  ASSERT_EQ(szukajst({"index", "--into", index, documents}).status, 0);
  EXPECT_EQ(total("jezioro"), 0);
  EXPECT_EQ(total("las"), 1);
  EXPECT_EQ(total("wiatrak"), 0) << "a document that vanished from an indexed folder is still found";
  EXPECT_EQ(szukajst({"check", index}).status, 0);
}

// Standard error says how many documents were added, replaced, and found as they were.
TEST(Commands, OptionsThatChangeWhatIsRecordedMakeAllBeReadAgain) {
  const TemporaryFolder folder;
  const std::string index = (folder.path() / "index").string();
  folder.write("d/a.txt", "Remont szkoły\n\nAnna Zmyślona, tel. 600 100 200, zaprasza.\n");
  folder.write("d/b.txt", "Budowa mostu\n\nStarosta Olgierd Zmyślony otworzył most.\n");
  const std::string documents = (folder.path() / "d").string();
  const std::string list = folder.write("list.txt", "Olgierd Zmyślony\n");
  const auto run = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"index", "--into", index, documents};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const ProgramRun ran = szukajst(arguments);
    EXPECT_EQ(ran.status, 0) << ran.err;
    return ran.err;
  };
  EXPECT_NE(run({}).find("2 added, 0 replaced, 0 removed, 0 unchanged"), std::string::npos);
  EXPECT_NE(run({}).find("0 added, 0 replaced, 0 removed, 2 unchanged"), std::string::npos);
  EXPECT_NE(run({"--keep-contacts"}).find("1 replaced, 0 removed, 1 unchanged"), std::string::npos);
  EXPECT_NE(run({"--keep-contacts"}).find("0 replaced, 0 removed, 2 unchanged"), std::string::npos);
  EXPECT_NE(run({}).find("1 replaced, 0 removed, 1 unchanged"), std::string::npos);
  EXPECT_NE(run({"--suppress", list}).find("1 replaced, 0 removed, 1 unchanged"), std::string::npos);
  EXPECT_NE(run({"--suppress", list}).find("0 replaced, 0 removed, 2 unchanged"), std::string::npos);
  folder.write("list.txt", "");
  EXPECT_NE(run({"--suppress", list}).find("1 replaced, 0 removed, 1 unchanged"), std::string::npos);
}

TEST(Commands, OptimizeLeavesOneSegment) {
  const TemporaryFolder folder;
  const std::string index = (folder.path() / "index").string();
  const auto segments = [&] {
    return Json::parse(szukajst({"stats", "--json", index}).out).at("segments").get<int>();
  };
  for (const std::string name : {"a", "b", "c"})
    ASSERT_EQ(
        szukajst({"index", "--into", index, folder.write(name + ".txt", "Remont szkoły " + name + "\n")})
            .status,
        0);
  EXPECT_EQ(segments(), 3);
  EXPECT_EQ(szukajst({"index", "--into", index}).status, 2);
  ASSERT_EQ(szukajst({"index", "--into", index, "--optimize"}).status, 0);
  EXPECT_EQ(segments(), 1);
  EXPECT_EQ(Json::parse(szukajst({"search", "--index", index, "--json", "szkoła"}).out).at("total"), 3);
  EXPECT_EQ(szukajst({"check", index}).status, 0);
}

}  // namespace
}  // namespace szukajst::test
