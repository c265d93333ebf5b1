// The program as a server: what a browser and a program get from it.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/cli/program.h"

namespace szukajst::test {
namespace {

using Json = nlohmann::json;

class Serve : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder();
    const std::string index = (folder_->path() / "index").string();
    ASSERT_EQ(szukajst({"index", "--into", index, samples().string(), "--quiet"}).status, 0);
    served_ = new Served(index);
  }
  static void TearDownTestSuite() {
    delete served_;
    delete folder_;
  }
  static TemporaryFolder* folder_;
  static Served* served_;
};
TemporaryFolder* Serve::folder_ = nullptr;
Served* Serve::served_ = nullptr;

TEST_F(Serve, AnswersEveryPage) {
  for (const char* target :
       {"/", "/search?q=gmina", "/goals?q=cel", "/search?q=", "/?lang=en", "/search?q=gmina&lang=en"}) {
    const auto answer = served_->get(target);
    EXPECT_EQ(answer.status, 200) << target;
    EXPECT_NE(answer.head.find("text/html; charset=utf-8"), std::string::npos) << answer.head;
    EXPECT_NE(answer.body.find("</html>"), std::string::npos);
  }
  EXPECT_EQ(Json::parse(served_->get("/healthz").body).at("status"), "ok");
  EXPECT_EQ(served_->get("/no/such/page").status, 404);
  EXPECT_EQ(served_->get("/documents/0000000000000000").status, 404);
}

TEST_F(Serve, JsonByParameterAndByHeader) {
  for (const auto& answer : {served_->get("/search?q=gminami&format=json"),
                             served_->get("/search?q=gminami", "Accept: application/json\r\n")}) {
    EXPECT_EQ(answer.status, 200);
    EXPECT_NE(answer.head.find("application/json"), std::string::npos);
    const Json json = Json::parse(answer.body);
    EXPECT_EQ(json.at("query"), "gminami");
    EXPECT_GT(json.at("total"), 0);
    EXPECT_FALSE(json.at("hits")[0].at("snippets").empty());
    const auto page = served_->get(json.at("hits")[0].at("url").get<std::string>());
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("id=\"page-1\""), std::string::npos);
  }
}

TEST_F(Serve, MalformedParametersAreNamed) {
  const std::vector<std::pair<std::string, std::string>> malformed{{"page=abc", "page"},
                                                                   {"page=0", "page"},
                                                                   {"per_page=101", "per_page"},
                                                                   {"kind=poem", "kind"},
                                                                   {"place=12x", "place"},
                                                                   {"from=20x4", "from"},
                                                                   {"sort=best", "sort"},
                                                                   {"match=fuzzy", "match"},
                                                                   {"lang=xx", "lang"},
                                                                   {"format=exe", "format"},
                                                                   {"goal_level=top", "goal_level"},
                                                                   {"from=2024&to=2020", "from"},
                                                                   {"q=%FF%FE", "q"}};
  for (const auto& [query, name] : malformed) {
    const auto answer = served_->get("/search?" + query, "Accept: application/json\r\n");
    EXPECT_EQ(answer.status, 400) << query;
    EXPECT_NE(answer.body.find(name), std::string::npos) << query << ": " << answer.body;
  }
  EXPECT_EQ(served_->get("/search?q=gmina&unknown=1").status, 200);
  EXPECT_EQ(served_->get("/search?q=" + std::string(5000, 'a')).status, 400);
}

TEST(ServeWhileIndexing, ACommitIsSeenWithoutARestart) {
  const TemporaryFolder folder;
  const std::string index = (folder.path() / "index").string();
  const auto texts = folder.path() / "texts";
  std::filesystem::create_directory(texts);
  std::ofstream(texts / "a.txt") << "Program współpracy\n\nGmina buduje świetlicę wiejską.\n";
  ASSERT_EQ(szukajst({"index", "--into", index, texts.string(), "--quiet"}).status, 0);
  const Served served(index);
  const auto total = [&] {
    const auto answer = served.get("/search?q=%C5%9Bwietlica&format=json");
    EXPECT_EQ(answer.status, 200);
    return Json::parse(answer.body).at("total").get<int>();
  };
  EXPECT_EQ(total(), 1);
  std::ofstream(texts / "b.txt") << "Uchwała\n\nRemont świetlicy w Zalesiu.\n";
  ASSERT_EQ(szukajst({"index", "--into", index, texts.string(), "--quiet"}).status, 0);
  for (int attempt = 0; attempt < 200 && total() == 1; ++attempt)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(total(), 2);
}

TEST_F(Serve, PortInUseIsAClearError) {
  const std::string index = (folder_->path() / "index").string();
  const std::string address = "127.0.0.1:" + std::to_string(served_->port());
  const ProgramRun run = szukajst({"serve", "--index", index, "--listen", address});
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find(address), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("in use"), std::string::npos) << run.err;
  EXPECT_TRUE(run.out.empty());
}

}  // namespace
}  // namespace szukajst::test
