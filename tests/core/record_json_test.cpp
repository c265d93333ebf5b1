#include "core/record_json.h"

#include <gtest/gtest.h>

namespace szukajst::core {
namespace {

Record full_record() {
  Record record;
  record.source = "folder/żuraw.txt";
  record.id = source_id(record.source);
  record.title = "Strategia \"Żuraw\"\n<b>";
  record.kind = DocumentKind::strategy;
  record.date = Date{2022, 2, 16};
  record.period = Period{std::nullopt, 2030};
  record.vision = "Gmina bez barier";
  record.goals = {{GoalLevel::strategic, "I", "Czyste powietrze", std::nullopt, 1},
                  {GoalLevel::action, "", "wymiana kotłów", 0, 2}};
  record.places = {{PlaceKind::county, "powiat toruński", Teryt::parse("0415"), 3},
                   {PlaceKind::locality, "Zalesie", std::nullopt, 1}};
  record.officials = {{"Jan Próbny", "wójt", "gmina Łysomice", Teryt::parse("041509")},
                      {"Anna Wzorcowa", "radny", std::nullopt, std::nullopt}};
  record.partners = {{"gmina Łysomice", std::nullopt, {}, true}};
  record.partnership_form = PartnershipForm::union_of_units;
  record.money = {{61500050, "PLN"}, {271000 * 100, "EUR"}};
  record.programmes = {"EFS"};
  record.practice = {{{"Powiat", "toruński"}, {"Telefon", "56 000 00 00"}}};
  record.pages = 4;
  record.quality = {512, 41, 9};
  return record;
}

TEST(RecordJson, HasTheFieldsInTheirOrder) {
  EXPECT_EQ(
      to_json(full_record()),
      R"({"source":"folder/żuraw.txt","id":")" + source_id("folder/żuraw.txt") +
          R"(","title":"Strategia \"Żuraw\"\n<b>","titled":true,"kind":"strategy","language":"pl","date":"2022-02-16",)"
          R"("period":{"from":null,"to":2030},"vision":"Gmina bez barier","mission":null,)"
          R"("goals":[{"level":"strategic","number":"I","text":)"
          R"("Czyste powietrze","parent":null,"page":1},{"level":"action","number":"","text":"wymiana kotłów",)"
          R"("parent":0,"page":2}],"places":[{"kind":"county","name":"powiat toruński","teryt":"0415",)"
          R"("mentions":3},{"kind":"locality","name":"Zalesie","teryt":null,"mentions":1}],"officials":[)"
          R"({"name":"Jan Próbny","role":"wójt","unit":"gmina Łysomice","teryt":"041509"},{"name":)"
          R"("Anna Wzorcowa","role":"radny","unit":null,"teryt":null}],"partners":["gmina Łysomice"],)"
          R"("partnership":{"form":"union","leader":"gmina Łysomice"},"money":[)"
          R"({"amount":615000.5,"currency":"PLN"},{"amount":271000,"currency":"EUR"}],"programmes":["EFS"],)"
          R"("practice":{"Powiat":"toruński","Telefon":"56 000 00 00"},"pages":4,"quality":{"words":512,)"
          R"("repaired":41,"unknown":9}})");
}

TEST(RecordJson, ReadsWhatItWrote) {
  const std::string json = to_json(full_record());
  const auto read = record_from_json(json);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(to_json(*read), json);
  EXPECT_EQ(read->goals[1].parent, 0U);
  EXPECT_EQ(read->money, full_record().money);
  EXPECT_EQ(read->period, full_record().period);
}

TEST(RecordJson, RefusesWhatIsNoRecord) {
  for (const char* json : {"", "{", "[]", "{}", R"({"source":1})"}) {
    const auto read = record_from_json(json);
    ASSERT_FALSE(read) << json;
    EXPECT_EQ(read.error().code, ErrorCode::malformed);
  }
}

TEST(RecordJson, ReplacesBytesThatAreNoText) {
  Record record;
  record.title = "a\xFF";
  EXPECT_NE(to_json(record).find("\"a\xEF\xBF\xBD\""), std::string::npos);
}

TEST(RecordJson, EscapesWhatJsonDoesNotHaveAsItIs) {
  Record record;
  record.title = "a\tb\\c\x01\x7F„ż”\xF0\x9F\x8C\xB1";
  EXPECT_NE(to_json(record).find("\"title\":\"a\\tb\\\\c\\u0001\x7F„ż”\xF0\x9F\x8C\xB1\""),
            std::string::npos);
  record.title = "too long a form \xE0\x80\x80, half of a pair \xED\xA0\x80, cut off \xC5";
  const std::string json = to_json(record);
  for (const char* bytes : {"\xE0", "\xED", "\xC5"}) EXPECT_EQ(json.find(bytes), std::string::npos);
}

TEST(RecordJson, HasALabelThatStandsTwiceOnce) {
  Record record;
  record.practice = {{{"Gmina", "pierwsza"}, {"Powiat", "suski"}, {"Gmina", "druga"}}};
  EXPECT_NE(to_json(record).find(R"("practice":{"Gmina":"druga","Powiat":"suski"},)"), std::string::npos);
}

TEST(SourceId, IsStableAndTellsSourcesApart) {
  EXPECT_EQ(source_id(""), "cbf29ce484222325");   // FNV-1a's offset basis
  EXPECT_EQ(source_id("a"), "af63dc4c8601ec8c");  // of the published test vectors
  EXPECT_NE(source_id("samples/a.txt"), source_id("samples/b.txt"));
}

}  // namespace
}  // namespace szukajst::core
