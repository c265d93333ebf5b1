#include "core/utf8.h"

#include <gtest/gtest.h>

#include <array>

namespace szukajst::core::utf8 {
namespace {

TEST(Utf8, WalksEveryCodePointItWrites) {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 251) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    std::size_t at = 0;
    ASSERT_EQ(next(text, at), c);
    ASSERT_EQ(at, text.size());
    ASSERT_TRUE(valid(text));
  }
}

TEST(Utf8, TakesBrokenBytesOneByOne) {
  for (const std::string_view broken : {"\xC4", "\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80",
                                        "\xF5\x80\x80\x80", "a\xE2\x82", "\xFF"}) {
    EXPECT_FALSE(valid(broken));
    for (std::size_t at = 0; at < broken.size();) {
      const std::size_t before = at;
      next(broken, at);
      ASSERT_GT(at, before);
      ASSERT_LE(at, broken.size());
    }
  }
  EXPECT_TRUE(valid("\xEF\xBF\xBD"));  // U+FFFD itself is no error
}

TEST(Utf8, ChangesTheCaseOfPolishLetters) {
  EXPECT_EQ(lower("ZAŻÓŁĆ GĘŚLĄ JAŹŃ"), "zażółć gęślą jaźń");
  for (const char32_t c : {U'ą', U'ć', U'ę', U'ł', U'ń', U'ó', U'ś', U'ź', U'ż', U'ü', U'č', U'ž', U'ÿ'}) {
    EXPECT_NE(upper(c), c);
    EXPECT_EQ(lower(upper(c)), c);
    EXPECT_TRUE(is_upper(upper(c)));
    EXPECT_FALSE(is_upper(c));
  }
  EXPECT_EQ(lower(U'×'), U'×');
  EXPECT_EQ(lower(U'¢'), U'¢');
}

TEST(Utf8, FoldsDiacriticsAndStrokes) {
  EXPECT_EQ(fold("Zażółć gęślą jaźń ŁÓDŹ"), "Zazolc gesla jazn LODZ");
  EXPECT_EQ(fold("Straße, Ørsted, Čapek"), "Strasse, Orsted, Capek");
  EXPECT_EQ(fold("§ 3 – „ß”"), "§ 3 – „ss”");
}

TEST(Utf8, MakesSlugs) {
  EXPECT_EQ(slug("Gmina Sępopol"), "gmina-sepopol");
  EXPECT_EQ(slug("  „Brzeg Mazur” – Łódź! "), "brzeg-mazur-lodz");
  EXPECT_EQ(slug("…"), "");
}

TEST(Utf8, TrimsAndCollapsesNoBreakSpacesToo) {
  EXPECT_EQ(trim("\xC2\xA0 a b\t\xC2\xA0\n"), "a b");
  EXPECT_EQ(trim("à"), "à");  // its second byte is that of a no-break space
  EXPECT_EQ(collapse(" a \n\xC2\xA0 b  c "), "a b c");
  EXPECT_EQ(collapse("\t\n"), "");
  EXPECT_EQ(collapse("a\xFF\xFE  b\xC5"), "a\xEF\xBF\xBD\xEF\xBF\xBD b\xEF\xBF\xBD");
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(length("gęś"), 3U);
}

}  // namespace
}  // namespace szukajst::core::utf8
