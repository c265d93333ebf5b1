#include "language/text_lines.h"

#include <algorithm>

#include "core/utf8.h"

namespace szukajst::language {

namespace utf8 = core::utf8;
using core::ByteRange;

std::vector<TextLine> lines_of(std::string_view text) {
  constexpr std::string_view kSpace = " \t", kSpaceOrEnd = " \t\n\f";
  std::vector<TextLine> lines;
  bool fresh = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(kSpace, at);
    if (begin == std::string_view::npos) break;
    if (text[begin] == '\n' || text[begin] == '\f') {
      fresh = true;
      at = begin + 1;
      continue;
    }
    at = std::min(text.find_first_of(kSpaceOrEnd, begin), text.size());
    if (fresh) lines.push_back({{begin, at}, {}});
    fresh = false;
    lines.back().range.end = at;
    lines.back().runs.push_back({begin, at});
  }
  return lines;
}

std::size_t page_width(std::string_view text, const std::vector<TextLine>& lines) {
  if (lines.empty()) return 0;
  std::vector<std::size_t> lengths;
  lengths.reserve(lines.size());
  for (const TextLine& line : lines) lengths.push_back(utf8::length(line.range.in(text)));
  const auto ninth = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::ranges::nth_element(lengths, ninth);
  return *ninth;
}

ByteRange letters_at_begin(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size() && utf8::is_letter(utf8::next(text, at));) end = at;
  return {0, end};
}

ByteRange letters_at_end(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t at = begin; at > 0;) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    if (!utf8::is_letter(code_point_at(text, at))) break;
    begin = at;
  }
  return {begin, text.size()};
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? utf8::next(text, at) : 0;
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return 0;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return code_point_at(text, at);
}

bool begins_lower(std::string_view text) {
  const char32_t c = code_point_at(text, 0);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

bool begins_upper(std::string_view text) {
  return utf8::is_upper(code_point_at(text, 0));
}

bool is_one_of(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, utf8::lower(word)) != list.end();
}

}  // namespace szukajst::language
