// What becomes of tables that are missing or spoilt.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/gazetteer/built_gazetteer.h"

namespace szukajst::gazetteer {
namespace {

constexpr std::string_view kUnitColumns =
    "code\ttype\tname\tlatitude\tlongitude\tseat\tgenitive\tdative\taccusative\tinstrumental\tlocative\tadjec"
    "tive\t"
    "adjective_plural\n";
constexpr std::string_view kVoivodeship =
    "04\tvoivodeship\tkujawsko-pomorskie\t53\t18\tToruń\t\t\t\t\t\t\t\n";
constexpr std::string_view kLocalityColumns =
    "name\tunit\tlatitude\tlongitude\tpopulation\tgenitive\tdative\taccusative\tinstrumental\tlocative\n";

class Load : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("gazetteer_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& content) {
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }
  // Loads these rows of units and localities, each behind its line of column names.
  core::Result<Gazetteer> load(std::string_view units, std::string_view localities = "") {
    write("units.tsv", std::string(kUnitColumns).append(units));
    write("localities.tsv", std::string(kLocalityColumns).append(localities));
    return Gazetteer::load(folder_);
  }
  void expect_malformed(const core::Result<Gazetteer>& loaded, const std::string& part) {
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, core::ErrorCode::malformed);
    EXPECT_NE(loaded.error().message.find(part), std::string::npos) << loaded.error().message;
  }

  std::filesystem::path folder_;
};

TEST_F(Load, ReadsCommentsAndWindowsLineEnds) {
  const auto loaded = load("# a comment\r\n04\tvoivodeship\tkujawsko-pomorskie\t\t\tToruń\t\t\t\t\t\t\t\r\n");
  ASSERT_TRUE(loaded) << loaded.error().message;
  ASSERT_EQ(loaded->units().size(), 1U);
  EXPECT_EQ(loaded->units()[0].label, "województwo kujawsko-pomorskie");
  EXPECT_EQ(loaded->units()[0].seat, "Toruń");
  EXPECT_FALSE(loaded->units()[0].coordinates);
}

TEST_F(Load, MissingTablesAreNotFound) {
  const auto none = Gazetteer::load(folder_ / "nowhere");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, core::ErrorCode::not_found);
  EXPECT_NE(none.error().message.find("units.tsv"), std::string::npos);

  write("units.tsv", std::string(kUnitColumns).append(kVoivodeship));
  const auto half = Gazetteer::load(folder_);
  ASSERT_FALSE(half);
  EXPECT_EQ(half.error().code, core::ErrorCode::not_found);
  EXPECT_NE(half.error().message.find("localities.tsv"), std::string::npos);
}

TEST_F(Load, AnEmptyTableIsMalformed) {
  write("units.tsv", "");
  write("localities.tsv", "");
  expect_malformed(Gazetteer::load(folder_), "units.tsv:1");
}

TEST_F(Load, EveryFaultNamesFileAndLine) {
  expect_malformed(load("04\tvoivodeship\n"), "units.tsv:2");
  expect_malformed(load(std::string(kVoivodeship) + "4x\tvoivodeship\tx\t\t\t\t\t\t\t\t\t\t\n"),
                   "units.tsv:3");
  expect_malformed(load("04\tprovince\tx\t\t\t\t\t\t\t\t\t\t\n"), "unknown type");
  expect_malformed(load("0401\tvoivodeship\tx\t\t\t\t\t\t\t\t\t\t\n"), "length");
  expect_malformed(load("04\tvoivodeship\t\t\t\t\t\t\t\t\t\t\t\n"), "no name");
  expect_malformed(load("04\tvoivodeship\tx\t53\teast\t\t\t\t\t\t\t\t\n"), "degrees");
  expect_malformed(load("04\tvoivodeship\tx\t153\t18\t\t\t\t\t\t\t\t\n"), "degrees");
  expect_malformed(load(kVoivodeship, "Bór\t04x\t\t\t\t\t\t\t\t\n"), "localities.tsv:2");
  expect_malformed(load(kVoivodeship, "Bór\t04\t\t\tmany\t\t\t\t\t\n"), "inhabitants");
}

TEST_F(Load, TheRegisterMustBeWhole) {
  expect_malformed(load(std::string(kVoivodeship).append(kVoivodeship)), "04 stands twice");
  expect_malformed(load("0415\tland_county\ttoruński\t\t\t\t\t\t\t\t\t\t\n"), "above 0415");
  expect_malformed(load(kVoivodeship, "Bór\t0499\t\t\t\t\t\t\t\t\n"), "0499");
}

}  // namespace
}  // namespace szukajst::gazetteer
