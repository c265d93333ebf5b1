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

// The value of a Roman numeral below forty; 0 where it is none. Optical recognition reads I as l, 1, | or ].
int roman_value(std::string_view text);

}  // namespace szukajst::indexer::extract
