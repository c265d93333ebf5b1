#include "language/text_lines.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"

namespace szukajst::language {

namespace utf8 = core::utf8;
using core::ByteRange;

TextLines::TextLines(std::string_view text) : text_(text) {
  const auto is_end = [](char c) { return c == '\n' || c == '\f'; };
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  constexpr std::size_t kBytesOfWord = 6, kBytesOfLine = 40;
  runs_.reserve(text.size() / kBytesOfWord);
  lines_.reserve(text.size() / kBytesOfLine);
  std::vector<std::size_t> firsts;  // of each line's runs
  firsts.reserve(lines_.capacity());
  bool fresh = true;
  for (std::size_t at = 0; at < text.size();) {
    if (is_end(text[at])) fresh = true;
    if (is_end(text[at]) || is_space(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !is_end(text[at]) && !is_space(text[at])) ++at;
    if (std::exchange(fresh, false)) {
      firsts.push_back(runs_.size());
      lines_.push_back({{begin, at}, {}});
    }
    lines_.back().range.end = at;
    runs_.push_back({begin, at});
  }
  firsts.push_back(runs_.size());
  for (std::size_t i = 0; i < lines_.size(); ++i)
    lines_[i].runs = std::span(runs_).subspan(firsts[i], firsts[i + 1] - firsts[i]);
}

std::size_t page_width(const TextLines& lines) {
  if (lines.empty()) return 0;
  std::vector<std::size_t> lengths;
  lengths.reserve(lines.size());
  for (const TextLine& line : lines) lengths.push_back(utf8::length(line.range.in(lines.text())));
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
