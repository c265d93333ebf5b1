// Characters as the readers of markers and labels walk them. Internal to the goal extractor.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/utf8.h"

namespace szukajst::indexer::extract {

inline char32_t char_at(std::string_view text, std::size_t at) {
  return at < text.size() ? core::utf8::next(text, at) : U'\0';
}

inline bool blank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0;
}

inline std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!blank(core::utf8::next(text, next))) break;
    at = next;
  }
  return at;
}

inline std::size_t utf8_size(std::string_view text, std::size_t at) {
  std::size_t end = at;
  core::utf8::next(text, end);
  return end - at;
}

inline bool is_dash(char32_t c) {
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0x2012;
}

// What a typist sets between a label and its wording, or around both, where others set a colon or a dash:
// ">>", "→", "=", "~", "▸", "•", pictures. No brackets, no quotation marks.
inline bool is_sign(char32_t c) {
  if (c < 0x80)
    return c < 0x40 && c > 0x20 ? c == '>' || c == '<' || c == '=' || c == '*' || c == '#' || c == '/'
                                : c == '~' || c == '_' || c == '\\' || c == '^' || c == '|';
  if (c < 0x2000) return c == U'»' || c == U'·' || c == U'¦';
  if (c < 0x2070) return (c >= 0x2020 && c <= 0x2027) || c == U'›' || c == 0x200D;
  const bool numeral = c >= 0x2776 && c <= 0x2793;
  return (c >= 0x2190 && c <= 0x23FF && c != 0x2212) || (c >= 0x2500 && c <= 0x27BF && !numeral) ||
         (c >= 0x27C0 && c <= 0x2BFF) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFE0F ||
         (c >= 0x1F000 && c <= 0x1FAFF);
}

// Those of the signs that point from a number to what it numbers: "I >> Zdrowie", "1 → Zdrowie".
inline bool is_arrow(char32_t c) {
  return is_sign(c) && c != '|' && c != '/' && c != '*' && c != '=' && c != '<' && c != '^' && c != '_' &&
         c != '\\' && c != '#' && !(c >= 0x2500 && c <= 0x257F);
}

// Where a run of signs that begins at byte `at`, with the blanks and dashes between them, ends; `at` itself
// where none begins there. A sign of the keyboard stands by itself: "1/2", "#Lipki" and "50+" are words.
std::size_t skip_signs(std::string_view text, std::size_t at);

// The value of a Roman numeral below forty; 0 where it is none. Optical recognition reads I as l, 1, | or ].
int roman_value(std::string_view text);

}  // namespace szukajst::indexer::extract
