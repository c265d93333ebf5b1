#include "core/word_notes.h"

#include <gtest/gtest.h>

namespace szukajst::core {
namespace {

using Notes = WordNotes<int, 2>;

// How often the taker had to find it out.
int times(const Notes& notes, const Notes::Taker& taker, int value) {
  int found_out = 0;
  EXPECT_EQ(notes.of(taker, [&] { return ++found_out, value; }), value);
  return found_out;
}

TEST(WordNotes, AreFoundOutOnceByEachTaker) {
  const Notes::Taker one, other;
  const Notes notes;
  EXPECT_EQ(times(notes, one, 1), 1);
  EXPECT_EQ(times(notes, other, 2), 1);
  EXPECT_EQ(times(notes, one, 1), 0);
  EXPECT_EQ(times(notes, other, 2), 0);
  const Notes of_another_word;
  EXPECT_EQ(times(of_another_word, one, 3), 1);
}

TEST(WordNotes, OfTakersAtOnePlaceAreNotMixed) {
  const Notes::Taker one, second = Notes::Taker::in_place_of(one), other;
  const Notes notes;
  EXPECT_EQ(times(notes, other, 3), 1);
  EXPECT_EQ(times(notes, one, 1), 1);
  EXPECT_EQ(times(notes, second, 2), 1);
  EXPECT_EQ(times(notes, one, 1), 1);    // the second took its place
  EXPECT_EQ(times(notes, other, 3), 0);  // and no other's
}

}  // namespace
}  // namespace szukajst::core
