#include "core/text.h"

#include <gtest/gtest.h>

namespace szukajst::core {
namespace {

TEST(PagedText, TellsThePageOfAByte) {
  const PagedText paged{"abcdef", {0, 2, 4}};
  EXPECT_EQ(paged.pages(), 3);
  EXPECT_EQ(paged.page_at(0), 1);
  EXPECT_EQ(paged.page_at(1), 1);
  EXPECT_EQ(paged.page_at(2), 2);
  EXPECT_EQ(paged.page_at(5), 3);
  EXPECT_EQ(PagedText{}.page_at(0), 1);
}

TEST(ByteRange, CutsItsText) {
  EXPECT_EQ((ByteRange{1, 3}).in("żaba"), std::string_view("żaba").substr(1, 2));
}

}  // namespace
}  // namespace szukajst::core
