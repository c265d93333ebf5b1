#include "language/telling.h"

#include <gtest/gtest.h>

#include <fstream>

#include "shared_lexicon.h"

namespace szukajst::language {
namespace {

class TellingTable : public testing::Test {
 protected:
  static core::Result<Telling> load(const std::string& rows) {
    const auto file = std::filesystem::path(testing::TempDir()) / "telling_words.tsv";
    std::ofstream(file) << rows;
    return Telling::load(file);
  }
};

TEST_F(TellingTable, OfTheTableAsItIs) {
  const auto telling = Telling::load(lexicon().folder() / "telling_words.tsv");
  ASSERT_TRUE(telling) << telling.error().message;
  EXPECT_DOUBLE_EQ(telling->share("jezioro", lexicon()), 1);
  EXPECT_LT(telling->share("rowerowy", lexicon()), 1);
  EXPECT_GT(telling->share("rowerowy", lexicon()), telling->share("szybko", lexicon()));
  EXPECT_LT(telling->share("uchwała", lexicon()), 0.5) << "what acts are made of";
  EXPECT_DOUBLE_EQ(telling->share("uchwala", lexicon()), telling->share("uchwała", lexicon()));
}

TEST_F(TellingTable, AWordsRowCountsInPlaceOfItsTag) {
  const auto telling = load("# remark\ntag\t0.5\tsubst\ntag\t0.25\tunknown\nwords\t0.125\tjezioro rzeka\n");
  ASSERT_TRUE(telling) << telling.error().message;
  EXPECT_DOUBLE_EQ(telling->share("jezioro", lexicon()), 0.125);
  EXPECT_DOUBLE_EQ(telling->share("most", lexicon()), 0.5);
  EXPECT_DOUBLE_EQ(telling->share("xqvwz", lexicon()), 0.25);
}

TEST_F(TellingTable, RowsThatMakeNoSenseAreNamed) {
  for (const char* rows : {"tag\t1", "nouns\t1\tsubst", "tag\tmuch\tsubst", "words\t1.5\tjezioro"}) {
    const auto telling = load(std::string("# remark\n") + rows + "\n");
    ASSERT_FALSE(telling) << rows;
    EXPECT_EQ(telling.error().code, core::ErrorCode::malformed);
    EXPECT_NE(telling.error().message.find(":2:"), std::string::npos) << telling.error().message;
  }
  EXPECT_EQ(Telling::load("/nonexistent").error().code, core::ErrorCode::not_found);
}

}  // namespace
}  // namespace szukajst::language
