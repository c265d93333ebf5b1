#include "core/evidence.h"

#include <gtest/gtest.h>

#include "core/record_json.h"
#include "core/text.h"

namespace szukajst::core {
namespace {

TEST(Evidence, IsAscendingAndJoinsWhatMeets) {
  Evidence evidence;
  add_evidence(evidence, {20, 25});
  add_evidence(evidence, {5, 9});
  add_evidence(evidence, {30, 31});
  add_evidence(evidence, {9, 12});   // touches
  add_evidence(evidence, {24, 30});  // bridges
  add_evidence(evidence, {6, 8});    // within
  add_evidence(evidence, {15, 15});  // nothing
  EXPECT_EQ(evidence, (Evidence{{5, 12}, {20, 31}}));
}

TEST(Evidence, IsBounded) {
  Evidence evidence;
  for (std::size_t i = 0; i < 3 * kMostEvidence; ++i) add_evidence(evidence, {10 * i, 10 * i + 5});
  EXPECT_EQ(evidence.size(), kMostEvidence);
  EXPECT_EQ(evidence.back().begin, 10 * (kMostEvidence - 1));
  add_evidence(evidence, {4, 7});  // still joined
  EXPECT_EQ(evidence.front(), (ByteRange{0, 7}));
}

TEST(CodePoints, CountUpToAnyByte) {
  std::string text;
  std::vector<std::size_t> begins;
  for (int i = 0; i < 2000; ++i) {
    begins.push_back(text.size());
    text += i % 3 == 0 ? "ł" : i % 3 == 1 ? "a" : "–";
  }
  const CodePoints code_points(text);
  for (std::size_t i = 0; i < begins.size(); ++i) ASSERT_EQ(code_points.before(begins[i]), i);
  EXPECT_EQ(code_points.before(text.size()), begins.size());
  EXPECT_EQ(code_points.before(text.size() + 7), begins.size());
  EXPECT_EQ(CodePoints("").before(0), 0U);
}

TEST(RecordJson, TellsWhereItemsStandOnlyWhenAsked) {
  const PagedText text{"Źródła\nWójt Jan Próbny\nEFS, EFS", {0, 10}};
  Record record;
  record.officials = {{"Jan Próbny", "wójt", std::nullopt, std::nullopt, {{8, 27}}}};
  record.programmes = {"EFS", "FEL"};
  record.evidence.title = {{0, 9}};
  record.evidence.vision = {{3, 6}};
  record.evidence.programmes = {{{28, 31}, {33, 36}}, {}};
  EXPECT_EQ(to_json(record).find("evidence"), std::string::npos);
  const std::string json = to_json(record, text);
  const std::string plain = to_json(record);
  ASSERT_EQ(json.substr(0, plain.size() - 1), plain.substr(0, plain.size() - 1));
  EXPECT_EQ(
      json.substr(plain.size() - 1),
      R"(,"evidence":{)"
      R"("title":[{"page":1,"range":[0,6]}],"date":[],"period":[],"goals":[],"places":[],)"
      R"("officials":[[{"page":1,"range":[5,7]},{"page":2,"range":[0,15]}]],"partners":[],"money":[],)"
      R"("programmes":[[{"page":2,"range":[16,19]},{"page":2,"range":[21,24]}],[]],"practice":[],"vision":[{"page":1,"range":[2,4]}],)"
      R"("mission":[]},)"
      R"("text":[{"page":1,"text":"Źródła\n"},{"page":2,"text":"Wójt Jan Próbny\nEFS, EFS"}]})");
  EXPECT_TRUE(record_from_json(json));  // passed over
}

}  // namespace
}  // namespace szukajst::core
