#include "language/letters.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/language/shared_lexicon.h"

namespace szukajst::language {
namespace {

Letters letters() {
  auto opened = Letters::open(language_folder() / "letters.bin");
  if (!opened) throw std::runtime_error(opened.error().message);
  return *std::move(opened);
}

Channel channel() {
  auto opened = Channel::open(language_folder());
  if (!opened) throw std::runtime_error(opened.error().message);
  return *std::move(opened);
}

TEST(Letters, SpellWordsThatNoDictionaryHas) {
  const Letters spelling = letters();
  const Channel confusions = channel();
  const auto spelled = spelling.spell("brzymatowski", confusions, Engine::foreign);
  ASSERT_TRUE(spelled);
  EXPECT_EQ(spelled->form, "brzymałowski");
  EXPECT_GT(spelled->gain, 1);
}

TEST(Letters, LeaveWhatIsSpelledAsWordsAre) {
  const Letters spelling = letters();
  const Channel confusions = channel();
  for (const char* word : {"nowakowski", "krasnowola"})
    EXPECT_FALSE(spelling.spell(word, confusions, Engine::foreign)) << word;
  EXPECT_FALSE(spelling.spell("", confusions, Engine::foreign));
}

TEST(Letters, NumbersAreThoseOfTheAlphabet) {
  EXPECT_EQ(letter_number(U'a'), 1U);
  EXPECT_EQ(letter_number(U'x'), kLetters - 1);
  EXPECT_FALSE(letter_number(U'7'));
}

TEST(Letters, AFileThatIsNoneIsRefused) {
  const auto file = std::filesystem::path(::testing::TempDir()) / "szukajst_letters.bin";
  std::ofstream(file) << "short";
  const auto opened = Letters::open(file);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, core::ErrorCode::malformed);
}

}  // namespace
}  // namespace szukajst::language
