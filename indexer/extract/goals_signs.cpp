#include "indexer/extract/goals_signs.h"

#include <algorithm>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

std::size_t skip_signs(std::string_view text, std::size_t at) {
  const auto goes_on = [](char32_t c) {
    return blank(c) || is_dash(c) || c == ':' || c == '.' || is_sign(c);
  };
  std::size_t end = at;
  for (char32_t before = at == 0 || blank(text[at - 1]) ? U' ' : U'x'; end < text.size();) {
    std::size_t next = end;
    const char32_t c = utf8::next(text, next);
    // "»Zdrowa gmina«", "*Zdrowa gmina*"
    if ((c == U'»' && text.ends_with("«")) || (c == '*' && text.ends_with('*') && !text.ends_with("**")))
      if (utf8::is_letter(char_at(text, next))) break;
    if (!is_sign(c)) {
      if (end == at || !goes_on(c)) break;
    } else if (c < 0x80 && c != '*' && c != '_') {
      const char32_t behind = next < text.size() ? char_at(text, next) : U' ';
      const bool alone = goes_on(behind) && (goes_on(before) || c == behind || (blank(behind) && c != '/'));
      if (!alone) break;
    }
    before = c;
    end = next;
  }
  return end;
}

std::string_view without_frame(std::string_view text) {
  constexpr char32_t kFirst = 0x2500, kLast = 0x257F;
  const auto frame = [](char32_t c) { return (c >= kFirst && c <= kLast) || c == ' '; };
  // Most lines begin and end with a letter or a stop.
  const auto plain = [](char c) { return c != ' ' && static_cast<unsigned char>(c) < 0x80; };
  if (!text.empty() && plain(text.front()) && plain(text.back())) return text;
  std::size_t begin = 0, end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (frame(utf8::next(text, at))) continue;
    if (end == 0) begin = here;
    end = at;
  }
  return text.substr(begin, end - begin);
}

std::string_view without_branches(std::string_view text) {
  const std::size_t end = text.find_first_not_of("|+-`\\ ");
  if (end == std::string_view::npos) return text == "|" ? std::string_view() : text;
  const std::string_view drawn = text.substr(0, end);
  return drawn.find("--") != std::string_view::npos && drawn.find_first_of("|+`\\") != std::string_view::npos
             ? text.substr(end)
             : text;
}

bool rule(std::string_view text) {
  constexpr std::size_t kShortest = 5;
  return text.size() >= kShortest && text.starts_with('+') && text.ends_with('+') &&
         text.find_first_not_of("+-=") == std::string_view::npos;
}

std::string without_spacing(std::string_view text) {
  constexpr std::size_t kFewest = 8;
  std::string words;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::size_t behind = at;
    utf8::next(text, behind);
    const bool mark =
        behind + 1 == end && std::string_view(",.;:").find(text[behind]) != std::string_view::npos;
    if (behind != end && !mark) return {};
    words += text.substr(at, end - at);
    ++letters;
    at = std::min(text.find_first_not_of(' ', end), text.size());
    if (at > end + 1) words += ' ';
  }
  return letters >= kFewest && words.find(' ') != std::string::npos ? words : std::string();
}

std::string_view in_box(std::string_view text) {
  if (!text.starts_with('|') || text.size() < 2) return text;
  const std::size_t bar = text.find('|', 1);
  return bar == std::string_view::npos || bar + 1 == text.size() ? utf8::trim(text.substr(1, bar - 1)) : text;
}

std::string_view without_signs(std::string_view text) {
  // "[–] Cel strategiczny A", "[+] …": what a page unfolds.
  if (const std::size_t close = text.find(']'); text.starts_with('[') && close < 5 &&
                                                close + 1 < text.size() && text[close + 1] == ' ' &&
                                                char_at(text, 1) != U' ') {
    const std::string_view sign = text.substr(1, close - 1);
    if (sign == "-" || sign == "–" || sign == "+" || sign == "x" || sign == "−")
      text = utf8::trim(text.substr(close + 1));
  }
  // "**Cel strategiczny 1.** Zdrowie", as plain text marks what is bold.
  if (text.starts_with("**") || text.starts_with("__")) {
    const std::size_t words = text.find_first_not_of("*_ ");
    if (words != std::string_view::npos && utf8::is_letter(char_at(text, words))) text = text.substr(words);
  }
  const std::size_t heading = text.find_first_not_of('#');
  if (heading != std::string_view::npos && heading > 0 && text[heading] == ' ')
    return text.substr(heading + 1);
  const Marker bullet = read_marker(text);
  if (bullet.family == Marker::Family::none || bullet.number || bullet.doubtful) return text;
  const std::string_view body = text.substr(bullet.body);
  const Marker number = read_marker(body);
  if (number.family == Marker::Family::code) return number.number->parts.size() > 1 ? body : text;
  return number.family == Marker::Family::decimal && starts_upper(body.substr(number.body)) ? body : text;
}

}  // namespace szukajst::indexer::extract
