// UTF-8 without a Unicode library: walking, counting, and case and diacritics of the Latin letters
// that Polish texts use. (language/normalise.h has all of Unicode, through ICU.)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace szukajst::core::utf8 {

// The code point at byte `at`, which moves behind it; U+FFFD and one byte on for what is no UTF-8.
inline char32_t next(std::string_view text, std::size_t& at);
void append(std::string& text, char32_t c);
bool valid(std::string_view text);
std::size_t length(std::string_view text);  // in code points

// Lower and upper case for Basic Latin, Latin-1 and Latin Extended-A; other code points as they are.
inline char32_t lower(char32_t c);
char32_t upper(char32_t c);
std::string lower(std::string_view text);
inline bool is_upper(char32_t c);
constexpr bool is_letter(char32_t c);  // of the same three blocks
constexpr bool is_digit(char32_t c);   // ASCII

// Without the diacritics of those three blocks, ł → l, ø → o, ß → ss included.
std::string fold(std::string_view text);

// A name made fit for a URL path: lower case, folded, every run of other characters one '-'.
std::string slug(std::string_view text);

// Without white space (space, tab, line ends, U+00A0) at either end; a view of the same bytes.
std::string_view trim(std::string_view text);
// Every run of white space one space, trimmed.
std::string collapse(std::string_view text);

// What nearly every call does is in line.
char32_t next_beyond_ascii(std::string_view text, std::size_t& at);
char32_t lower_beyond_ascii(char32_t c);
inline char32_t next(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return ++at, first;
  if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size())  // all letters of Polish
    if (const auto second = static_cast<unsigned char>(text[at + 1]); (second & 0xC0) == 0x80)
      return at += 2, static_cast<char32_t>((first & 0x1F) << 6 | (second & 0x3F));
  return next_beyond_ascii(text, at);
}
inline char32_t lower(char32_t c) {
  return c >= 0x80 ? lower_beyond_ascii(c) : c - U'A' < 26 ? c + 32 : c;
}
inline bool is_upper(char32_t c) {
  return lower(c) != c;
}
constexpr bool is_letter(char32_t c) {
  return (c | 0x20) - U'a' < 26 || (c - 0xC0 < 0xC0 && c != 0xD7 && c != 0xF7);
}
constexpr bool is_digit(char32_t c) {
  return c - U'0' < 10;
}

}  // namespace szukajst::core::utf8
