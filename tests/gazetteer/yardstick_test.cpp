// Every unit of the official register of 2024-01-01 is found by code and by name. The register itself
// is not part of the product; where it is missing these tests are skipped.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/utf8.h"
#include "tests/gazetteer/built_gazetteer.h"

namespace szukajst::gazetteer {
namespace {

struct Row {
  std::string code, type, name;
};

std::vector<Row> register_rows() {
  std::ifstream file(SZUKAJST_SOURCE_DIR "/../shared/eval/terc.csv");
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);  // names of columns
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::array<std::string, 5> cell;
    for (std::string& each : cell) std::getline(cells, each, ';');
    if (cell[4].empty()) continue;
    rows.push_back({cell[0] + cell[1] + cell[2], cell[3], cell[4]});
  }
  return rows;
}

std::string upper(std::string_view text) {
  std::string raised;
  for (std::size_t at = 0; at < text.size();)
    core::utf8::append(raised, core::utf8::upper(core::utf8::next(text, at)));
  return raised;
}

// The words of a name as a tokenizer gives them: no hyphens, no brackets.
std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    if (c == ' ' || c == '-') {
      words.emplace_back();
    } else if (c != '(' && c != ')') {
      words.back() += c;
    }
  }
  return words;
}

bool found_by_name(const Row& row, const std::string& name) {
  const std::vector<std::string> words = words_of(name);
  const std::vector<std::string_view> views(words.begin(), words.end());
  if (row.type == "8" || row.type == "9") {
    const LocalityMatch found = built_gazetteer().match_locality(views);
    for (const LocalityForm& form : found.forms) {
      if (form.locality->code == code(row.code) && form.name_case == NameCase::nominative) return true;
    }
    return false;
  }
  const NameMatch found = built_gazetteer().match(views);
  const bool adjective = found.words == words.size() && has_form(found.forms, row.code, NameCase::adjective);
  return found.words == words.size() && (adjective || has_form(found.forms, row.code, NameCase::nominative));
}

class Yardstick : public testing::Test {
 protected:
  void SetUp() override {
    rows_ = register_rows();
    if (rows_.empty()) GTEST_SKIP() << "no register at ../shared/eval/terc.csv";
  }
  std::vector<Row> rows_;
};

TEST_F(Yardstick, EveryUnitIsFoundByCode) {
  for (const Row& row : rows_) {
    const Unit* unit = built_gazetteer().find(code(row.code));
    ASSERT_NE(unit, nullptr) << row.code << " " << row.name;
    const std::string expected = row.code.size() == 2 ? core::utf8::lower(row.name) : row.name;
    // The town and the rural part of an urban-rural municipality bear its code, and its name.
    EXPECT_EQ(unit->name, expected) << row.code;
  }
}

TEST_F(Yardstick, EveryUnitIsFoundByNameInEveryLetterCase) {
  for (const Row& row : rows_) {
    EXPECT_TRUE(found_by_name(row, row.name)) << row.code << " " << row.name;
    EXPECT_TRUE(found_by_name(row, core::utf8::lower(row.name))) << row.code << " " << row.name;
    EXPECT_TRUE(found_by_name(row, upper(row.name))) << row.code << " " << row.name;
  }
}

TEST_F(Yardstick, NoUnitIsTooMany) {
  std::set<std::string> codes;
  for (const Row& row : rows_) codes.insert(row.code);
  for (const Unit& unit : built_gazetteer().units())
    EXPECT_TRUE(codes.contains(unit.code.text())) << unit.label;
  for (const Unit& unit : built_gazetteer().districts())
    EXPECT_TRUE(codes.contains(unit.code.text())) << unit.label;
}

TEST_F(Yardstick, TypesAreThoseOfTheRegister) {
  const std::map<std::string, UnitType> types = {{"1", UnitType::urban},
                                                 {"2", UnitType::rural},
                                                 {"3", UnitType::urban_rural},
                                                 {"8", UnitType::district},
                                                 {"9", UnitType::district}};
  for (const Row& row : rows_) {
    const auto type = types.find(row.type);
    if (type == types.end()) continue;
    EXPECT_EQ(built_gazetteer().find(code(row.code))->type, type->second) << row.code << " " << row.name;
  }
}

}  // namespace
}  // namespace szukajst::gazetteer
