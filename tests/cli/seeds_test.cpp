// The five documents that the project began from, indexed and found.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/program.h"

namespace szukajst::test {
namespace {

using Json = nlohmann::json;

class Seeds : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(seeds())) return;
    folder_ = new TemporaryFolder();
    const std::string index = (folder_->path() / "index").string();
    const ProgramRun run = szukajst({"index", "--into", index, seeds().string(), "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    served_ = new Served(index);
  }
  static void TearDownTestSuite() {
    delete served_;
    delete folder_;
  }
  void SetUp() override {
    if (served_ == nullptr) GTEST_SKIP() << "the seeds are not beside the project: " << seeds();
  }

  static Json get(const std::string& target) {
    const auto answer = served_->get(target);
    EXPECT_EQ(answer.status, 200) << target;
    return Json::parse(answer.body);
  }
  // The first three characters of each hit's file name, ascending.
  static std::set<std::string> found(const std::string& parameters) {
    std::set<std::string> numbers;
    const Json answer = get("/search?format=json&" + parameters);
    for (const auto& hit : answer.at("hits")) {
      const std::string source = hit.at("source");
      numbers.insert(source.substr(source.rfind('/') + 1, 3));
    }
    return numbers;
  }

  static TemporaryFolder* folder_;
  static Served* served_;
};
TemporaryFolder* Seeds::folder_ = nullptr;
Served* Seeds::served_ = nullptr;

TEST_F(Seeds, EverySpellingOfAWordFindsDamagedAndCleanDocuments) {
  for (const char* query :
       {"wspolpraca", "wsp%C3%B3%C5%82pracy", "wspotpraca", "WSP%C3%93%C5%81PRAC%C4%84"}) {
    const Json answer = get("/search?format=json&q=" + std::string(query));
    std::map<std::string, Json> by_number;
    for (const auto& hit : answer.at("hits")) {
      const std::string source = hit.at("source");
      by_number[source.substr(source.rfind('/') + 1, 3)] = hit;
    }
    for (const char* number : {"000", "001", "002", "003"}) {
      ASSERT_TRUE(by_number.contains(number)) << number << " is not found by " << query;
      const Json& match = by_number[number].at("match");
      ASSERT_FALSE(match.empty());
      EXPECT_FALSE(match[0].at("found").get<std::string>().empty());
      EXPECT_FALSE(match[0].at("as").get<std::string>().empty());
    }
    EXPECT_FALSE(by_number.contains("004"));
  }
  const auto kind_in = [](const char* query, const char* number) {
    const Json answer = get("/search?format=json&q=" + std::string(query));
    for (const auto& hit : answer.at("hits"))
      if (hit.at("source").get<std::string>().find(number) != std::string::npos)
        return hit.at("match")[0].at("as").get<std::string>();
    return std::string();
  };
  EXPECT_EQ(kind_in("wsp%C3%B3%C5%82praca", "/002_"), "exact");
  EXPECT_EQ(kind_in("wsp%C3%B3%C5%82pracy", "/002_"), "inflected");
  EXPECT_EQ(kind_in("wspolpraca", "/002_"), "folded");
  EXPECT_EQ(kind_in("wspotpraca", "/002_"), "ocr");
  EXPECT_EQ(kind_in("wsp%C3%B3%C5%82praca", "/000_"), "folded");
}

TEST_F(Seeds, AnOfficialIsFoundByAnyCaseOfTheName) {
  EXPECT_EQ(found("q=osoba:Korgol"), (std::set<std::string>{"002"}));
  EXPECT_EQ(found("q=osoba:Korgola"), (std::set<std::string>{"002"}));
}

TEST_F(Seeds, GoalsAreResults) {
  const Json answer = get("/goals?format=json&q=cel:turystyka");
  std::set<std::string> numbers;
  for (const auto& hit : answer.at("hits")) {
    numbers.insert(hit.at("number").get<std::string>());
    EXPECT_EQ(hit.at("level"), "operational");
    EXPECT_NE(hit.at("document").at("source").get<std::string>().find("/001_"), std::string::npos);
    EXPECT_FALSE(hit.at("parent").is_null());
  }
  EXPECT_EQ(numbers, (std::set<std::string>{"2.6", "2.7"}));
}

TEST_F(Seeds, APlaceFindsWhatLiesInIt) {
  EXPECT_TRUE(found("place=1014").contains("004"));
  EXPECT_TRUE(found("place=10").contains("004"));
  EXPECT_FALSE(found("place=22").contains("004"));
}

TEST_F(Seeds, APartnerIsFoundByItsField) {
  EXPECT_EQ(found("q=partner:%22gmina%20Lipusz%22"), (std::set<std::string>{"003"}));
}

}  // namespace
}  // namespace szukajst::test
