#include "core/utf8.h"

#include <cstdint>
#include <cstring>

namespace szukajst::core::utf8 {
namespace {

// The base letters of U+00C0 to U+017F in lower case; '.' where there is no single one.
// Made from the decompositions of the Unicode character database, with ł, ø, đ, ħ, ŧ, ð added.
constexpr std::string_view kBase =
    "aaaaaa.ceeeeiiii"   // U+00C0
    "dnooooo.ouuuuy.."   // U+00D0
    "aaaaaa.ceeeeiiii"   // U+00E0
    "dnooooo.ouuuuy.y"   // U+00F0
    "aaaaaaccccccccdd"   // U+0100
    "ddeeeeeeeeeegggg"   // U+0110
    "gggghhhhiiiiiiii"   // U+0120
    "ii..jjkkklllllll"   // U+0130
    "lllnnnnnnnnnoooo"   // U+0140
    "oo..rrrrrrssssss"   // U+0150
    "ssttttttuuuuuuuu"   // U+0160
    "uuuuwwyyyzzzzzzs";  // U+0170

constexpr bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// Whether upper and lower case of this Latin Extended-A letter are an even and the next odd code point.
constexpr bool even_is_upper(char32_t c) {
  return in(c, 0x100, 0x137) || in(c, 0x14A, 0x177);
}
constexpr bool odd_is_upper(char32_t c) {
  return in(c, 0x139, 0x148) || in(c, 0x179, 0x17E);
}
constexpr bool caseless(char32_t c) {
  return c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F;
}

constexpr bool space(char32_t c) {
  return c == ' ' || in(c, '\t', '\r') || c == 0xA0;
}

// How many bytes stand before the first letter beyond ASCII.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

char32_t next_beyond_ascii(std::string_view text, std::size_t& at) {
  constexpr char32_t kBad = 0xFFFD;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || at + static_cast<std::size_t>(more) >= text.size()) return ++at, kBad;
  char32_t c = first & (0x3F >> more);
  for (int i = 1; i <= more; ++i) {
    const unsigned char b = byte(at + static_cast<std::size_t>(i));
    if ((b & 0xC0) != 0x80) return ++at, kBad;
    c = (c << 6) | (b & 0x3F);
  }
  const bool overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
  if (overlong || c > 0x10FFFF || in(c, 0xD800, 0xDFFF)) return ++at, kBad;
  at += static_cast<std::size_t>(more) + 1;
  return c;
}

void append(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)),
        put(0x80 | (c & 0x3F));
  }
}

bool valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (next(text, at) == 0xFFFD && at == before + 1) return false;  // a true U+FFFD is three bytes long
  }
  return true;
}

std::size_t length(std::string_view text) {
  // All bytes but those that go on a code point, 10xxxxxx; eight at a time.
  constexpr std::uint64_t kLow = 0x0101010101010101U;
  std::size_t going_on = 0, at = 0;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    going_on += static_cast<std::size_t>(((((bytes >> 7) & ~(bytes >> 6)) & kLow) * kLow) >> 56);
  }
  for (; at < text.size(); ++at) going_on += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return text.size() - going_on;
}

char32_t lower_beyond_ascii(char32_t c) {
  if (in(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (c < 0x100 || c > 0x17F) return c;
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  if (caseless(c)) return c;
  if (even_is_upper(c)) return c | 1;
  if (odd_is_upper(c)) return c + (c & 1);
  return c;
}

char32_t upper(char32_t c) {
  if (in(c, 'a', 'z') || (in(c, 0xE0, 0xFE) && c != 0xF7)) return c - 32;
  if (c == 0xFF) return 0x178;
  if (c < 0x100 || c > 0x17F || caseless(c)) return c;
  if (even_is_upper(c)) return c & ~char32_t{1};
  if (odd_is_upper(c)) return c - ((c & 1) == 0 ? 1 : 0);
  return c;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::size_t at = ascii_prefix(text);
  for (std::size_t i = 0; i < at; ++i)
    result[i] = static_cast<char>(lower(static_cast<unsigned char>(text[i])));
  result.resize(at);
  while (at < text.size()) {
    const char32_t c = lower(next(text, at));
    if (c < 0x80)
      result.push_back(static_cast<char>(c));
    else
      append(result, c);
  }
  return result;
}

std::string fold(std::string_view text) {
  std::string result(text);
  std::size_t at = ascii_prefix(text);
  result.resize(at);
  while (at < text.size()) {
    const char32_t c = next(text, at);
    const char base = in(c, 0xC0, 0x17F) ? kBase[c - 0xC0] : '.';
    if (c == 0xDF) {
      result += "ss";
    } else if (base == '.') {
      append(result, c);
    } else {
      result.push_back(is_upper(c) ? static_cast<char>(base - 32) : base);
    }
  }
  return result;
}

std::string slug(std::string_view text) {
  std::string result;
  for (const char c : fold(lower(text))) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      result.push_back(c);
    } else if (!result.empty() && result.back() != '-') {
      result.push_back('-');
    }
  }
  if (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

std::string_view trim(std::string_view text) {
  const auto leading = [&] {
    if (text.starts_with("\xC2\xA0")) return 2;
    return !text.empty() && space(static_cast<unsigned char>(text.front())) ? 1 : 0;
  };
  const auto trailing = [&] {
    if (text.ends_with("\xC2\xA0")) return 2;
    return !text.empty() && static_cast<unsigned char>(text.back()) < 0x80 &&
                   space(static_cast<unsigned char>(text.back()))
               ? 1
               : 0;
  };
  while (const int n = leading()) text.remove_prefix(static_cast<std::size_t>(n));
  while (const int n = trailing()) text.remove_suffix(static_cast<std::size_t>(n));
  return text;
}

std::string collapse(std::string_view text) {
  constexpr char32_t kBad = 0xFFFD;
  std::string result;
  result.reserve(text.size());
  // What stands without white space is taken over as it is, a run at a time.
  for (std::size_t at = 0, begin = 0; begin < text.size();) {
    char32_t c = 0;
    for (at = begin; at < text.size();) {
      std::size_t behind = at;
      c = next(text, behind);
      if (space(c) || c == kBad) break;
      at = behind;
    }
    if (at > begin) result += text.substr(begin, at - begin);
    if (at == text.size()) break;
    begin = at;
    next(text, begin);
    if (c == kBad) {
      append(result, kBad);
      continue;
    }
    while (begin < text.size()) {
      std::size_t behind = begin;
      if (!space(next(text, behind))) break;
      begin = behind;
    }
    if (!result.empty() && begin < text.size()) result.push_back(' ');
  }
  return result;
}

}  // namespace szukajst::core::utf8
