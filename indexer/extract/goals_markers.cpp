// Markers and numbers at the beginning of a line.
#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {
namespace utf8 = core::utf8;

int roman_value(std::string_view text) {
  int value = 0, last = 0;
  for (auto c = text.rbegin(); c != text.rend(); ++c) {
    const int digit = *c == 'X'                                          ? 10
                      : *c == 'V'                                        ? 5
                      : *c == 'I' || *c == 'l' || *c == '|' || *c == ']' ? 1
                                                                         : 0;
    if (digit == 0) return 0;
    value += digit < last ? -digit : digit;
    last = std::max(last, digit);
  }
  return value;
}

namespace {

// One part of a number from `at` on: its end and its value; an end of `at` where there is none.
struct Part {
  std::size_t end = 0;
  int value = 0;
  bool roman = false, letter = false;
};

Part read_part(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && utf8::is_digit(static_cast<unsigned char>(text[end]))) ++end;
  if (end > at) {
    if (end - at > 2) return {at};
    int value = 0;
    for (const char c : text.substr(at, end - at)) value = 10 * value + (c - '0');
    return {end, value};
  }
  while (end < text.size() && std::string_view("IVXl|").find(text[end]) != std::string_view::npos) ++end;
  // "[.1.2" is "I.1.2".
  if (end == at && text.substr(at).starts_with("[.")) return {at + 1, 1, true};
  // "Il]. ", but "[II]" is closed by a bracket.
  if (end > at && text.substr(end).starts_with("]. ")) ++end;
  if (end > at)
    if (const int value = roman_value(text.substr(at, end - at)); value > 0) return {end, value, true};
  const char c = at < text.size() ? text[at] : ' ';
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return {at + 1, (c | 0x20) - 'a' + 1, false, true};
  return {at};
}

// "CS." of "CS.1", "CO-" of "CO-1.2", "P-" of "P-01", "P" of "P1.1": where the digits begin; `at` itself
// where no such code stands. Roman numerals ("I.1") and single letters ("A.1") are parts of the number.
std::size_t skip_code(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 4 && text[end] >= 'A' && text[end] <= 'Z') ++end;
  if (end == at || roman_value(text.substr(at, end - at)) > 0) return at;
  if (end < text.size() && (text[end] == '.' || text[end] == '-')) {
    if (end - at == 1 && text[end] == '.') return at;
    ++end;
  }
  return end < text.size() && utf8::is_digit(static_cast<unsigned char>(text[end])) ? end : at;
}

bool ends_number(std::string_view text, std::size_t at) {
  const char32_t c = char_at(text, at);
  const bool slash = c == '/' && !(at > 0 && utf8::is_digit(static_cast<unsigned char>(text[at - 1])) &&
                                   char_at(text, at + 1) == ' ');
  return !utf8::is_letter(c) && !utf8::is_digit(c) && !slash && c != '%';
}

// Numbers that are one character: in a circle, in brackets, with a stop, Roman ones. Each row: the first of
// them, how many, and what the first is worth.
struct NumeralRow {
  char32_t first;
  int count, value;
  bool roman;
};
constexpr NumeralRow kNumerals[] = {{U'①', 20, 1, false}, {U'⑴', 20, 1, false},  {U'⒈', 20, 1, false},
                                    {U'⓵', 10, 1, false}, {U'❶', 10, 1, false},  {U'➀', 10, 1, false},
                                    {U'➊', 10, 1, false}, {U'⓫', 10, 11, false}, {U'Ⅰ', 12, 1, true},
                                    {U'ⅰ', 12, 1, true}};

// "①", "Ⅳ"
std::optional<Number> read_numeral(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const char32_t c = utf8::next(text, end);
  for (const NumeralRow& row : kNumerals) {
    if (c < row.first || c >= row.first + static_cast<char32_t>(row.count)) continue;
    constexpr std::string_view kRoman[] = {"I",   "II",   "III", "IV", "V",  "VI",
                                           "VII", "VIII", "IX",  "X",  "XI", "XII"};
    const int place = static_cast<int>(c - row.first);
    Number number;
    number.parts = {row.value + place};
    number.printed = row.roman ? std::string(kRoman[place]) : std::to_string(row.value + place);
    number.roman = row.roman;
    number.closed = !row.roman;
    number.end = end;
    return number;
  }
  return std::nullopt;
}

// Behind "1°", "1º" and a digit in a box ("1" with what draws the box): the sign's size, 0 for any other
// text.
std::size_t closing_sign(std::string_view text) {
  if (text.starts_with("°") || text.starts_with("º")) {
    const char32_t behind = text.size() > 2 ? char_at(text, 2) : U' ';
    return utf8::is_letter(behind) ? 0 : 2;
  }
  constexpr std::string_view kBox = "\xEF\xB8\x8F\xE2\x83\xA3", kPlainBox = "\xE2\x83\xA3";
  return text.starts_with(kBox) ? kBox.size() : text.starts_with(kPlainBox) ? kPlainBox.size() : 0;
}

}  // namespace

namespace {

// "II" of "A.II", and "II" of "A.II.1": no letter of a word, and no initial ("A.I. Nowak").
bool roman_part(std::string_view text, std::size_t at) {
  const Part part = read_part(text, at);
  if (!part.roman || !ends_number(text, part.end)) return false;
  const std::string_view behind = text.substr(part.end);
  return !behind.starts_with(". ") || part.end > at + 1;
}

}  // namespace

std::optional<Number> read_number(std::string_view text, std::size_t at) {
  if (at < text.size() && static_cast<unsigned char>(text[at]) == 0xE2) return read_numeral(text, at);
  // "#1"
  if (at + 1 < text.size() && text[at] == '#' && utf8::is_digit(static_cast<unsigned char>(text[at + 1]))) {
    auto number = read_number(text, at + 1);
    if (number) number->closed = true;
    return number;
  }
  Number number;
  const std::size_t first = skip_code(text, at);
  number.code = first > at;
  if (first == at + 1) number.letter_code = text[at] - 'A' + 1;
  const bool hyphen = number.code && text[first - 1] == '-';
  std::size_t end = first;
  for (std::size_t from = first;;) {
    const Part part = read_part(text, from);
    const bool starts = number.parts.empty();
    if (part.end == from || (!starts && part.letter && !ends_number(text, part.end))) break;
    if (part.letter && !ends_number(text, part.end)) return std::nullopt;  // a word
    if (starts) number.roman = part.roman, number.letter = part.letter;
    number.parts.push_back(part.value);
    end = part.end;
    number.lettered = !starts && part.letter;
    if (const char suffix = end < text.size() ? static_cast<char>(text[end] | 0x20) : ' ';
        !part.roman && !part.letter && suffix >= 'a' && suffix <= 'h' && end + 1 < text.size() &&
        (std::string_view(".):").find(text[end + 1]) != std::string_view::npos ||
         (text[end + 1] == ' ' && utf8::is_upper(char_at(text, skip_blanks(text, end + 1)))))) {
      number.parts.push_back(suffix - 'a' + 1);
      number.lettered = true;
      ++end;
      break;
    }
    from = end + 1;
    if (from >= text.size() || text[end] != '.') break;
    // "A.1" and "A.II", but "m.in." is no number.
    if (number.letter &&
        (text[first] < 'A' || text[first] > 'Z' ||
         !(utf8::is_digit(static_cast<unsigned char>(text[from])) || roman_part(text, from))))
      break;
  }
  // "II-B", "2-B"
  if (!number.code && !number.letter && number.parts.size() == 1 && end + 1 < text.size() &&
      text[end] == '-' && text[end + 1] >= 'A' && text[end + 1] <= 'H' && ends_number(text, end + 2)) {
    number.parts.push_back(text[end + 1] - 'A' + 1);
    number.lettered = true;
    end += 2;
  }
  // "D1-C2" goes on "D1", and so does "D1-2".
  while (number.code && !hyphen && end + 2 < text.size() && text[end] == '-') {
    const bool letter = text[end + 1] >= 'A' && text[end + 1] <= 'Z';
    if (!letter && !(number.letter_code > 0 && utf8::is_digit(static_cast<unsigned char>(text[end + 1]))))
      break;
    const std::size_t digits = end + (letter ? 2 : 1);
    const Part part = read_part(text, digits);
    if (part.end == digits || part.roman || part.letter) break;
    number.parts.push_back(part.value);
    if (letter) number.letter_code = 0;
    end = part.end;
  }
  if (number.parts.empty() || !ends_number(text, end)) return std::nullopt;
  // "17.05.2022": the third part is no number of two digits.
  if (end + 1 < text.size() && (text[end] == '.' || text[end] == ',') &&
      utf8::is_digit(static_cast<unsigned char>(text[end + 1])))
    return std::nullopt;
  number.printed = std::string(text.substr(at, end - at));
  if (number.parts.size() == 1 && (number.printed == "l" || number.printed == "|"))
    number.printed = "1", number.roman = false;
  if (number.roman)
    for (char& c : number.printed)
      if (c == 'l' || c == '|' || c == ']' || c == '[') c = 'I';
  number.end = end;
  if (end < text.size() && (static_cast<unsigned char>(text[end]) & 0x80) != 0 && number.parts.size() == 1)
    if (const std::size_t sign = closing_sign(text.substr(end)); sign > 0) {
      number.closed = true;
      number.end += sign;
    }
  return number;
}

std::optional<Number> read_slashed_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostParts = 3;
  Number number;
  for (std::size_t from = at;;) {
    const Part part = read_part(text, from);
    const bool capital = part.letter && from == at && text[at] >= 'A' && text[at] <= 'Z';
    if (part.end == from || (part.letter && !capital) || (part.roman && from > at)) return std::nullopt;
    if (from == at) number.roman = part.roman, number.letter = capital;
    number.parts.push_back(part.value);
    number.end = part.end;
    if (char_at(text, part.end) != '/') break;
    from = part.end + 1;
  }
  if (number.parts.size() < 2 || number.parts.size() > kMostParts || !ends_number(text, number.end))
    return std::nullopt;
  number.printed = std::string(text.substr(at, number.end - at));
  return number;
}

std::string shape_of(const Number& number) {
  std::string shape;
  if (number.code)
    shape = number.printed.substr(0, number.printed.find_first_of("0123456789")) + '#';
  else if (number.letter)
    shape = number.printed[0] >= 'a' ? "a" : "A";
  else
    shape = number.roman ? "R" : "#";
  for (std::size_t part = 1; part < number.parts.size(); ++part)
    shape += part + 1 == number.parts.size() && number.lettered ? ".a" : ".#";
  return shape;
}

namespace {

Marker bullet_marker(std::string_view line) {
  using enum Marker::Family;
  std::size_t end = 0;
  const char32_t c = line.empty() ? U'\0' : utf8::next(line, end);
  std::size_t body = skip_blanks(line, end);
  if (body == line.size()) return {};
  // "--", "==", ">>>"
  if ((c == '-' || c == '=' || c == '#' || c == '~' || c == '>') && char_at(line, end) == c) {
    while (char_at(line, end) == c) ++end;
    const std::size_t behind = skip_blanks(line, end);
    return behind > end && behind < line.size() ? Marker{c == '-' ? dash : bullet, {}, behind} : Marker{};
  }
  // ">>", "->", "=>"
  if ((c == '>' || c == '-' || c == '=') && char_at(line, end) == '>') {
    body = skip_blanks(line, end + 1);
    return body > end + 1 && body < line.size() ? Marker{bullet, {}, body} : Marker{};
  }
  if (is_dash(c))
    return body > end || utf8::is_letter(char_at(line, end)) ? Marker{dash, {}, body} : Marker{};
  constexpr std::u32string_view kBullets =
      U"→⇒➔›•·▪■●◆♦◇❖✦★►▶▸▼▾▲▴‣✓✔☑◾□➢➤*"
      U"☐☒◻▫▹▷✗➜➝➞➡⇨⟶⮞⯈∙❑❒⬛⬜\uF0B7\uF0A7\uF0D8\uF0FC\uF0E0";
  if ((c >= 0x80 || c == '*') && kBullets.find(c) != std::u32string_view::npos) return {bullet, {}, body};
  if (c == U'○' || c == U'◦') return {circle, {}, body};
  // Pictures.
  if (c >= 0x2190 && is_sign(c))
    if (const std::size_t behind = skip_signs(line, 0); utf8::is_letter(char_at(line, behind)))
      return {bullet, {}, behind};
  if (char_at(line, end) == U'«' || char_at(line, end) == '*')
    body = skip_blanks(line, end += utf8_size(line, end));
  if (body == end || body == line.size()) return {};
  if (c == '+') return {plus, {}, body};
  if (c == '>' || c == U'»' || ((c == '=' || c == '!' || c == '#') && utf8::is_letter(char_at(line, body))))
    return {bullet, {}, body};
  // "[ ]", "[x]": what is to be ticked.
  if (line.starts_with("[ ] ") || line.starts_with("[x] ")) return {bullet, {}, skip_blanks(line, 3)};
  // What optical recognition makes of bullets, one sign or two; letters may be words as well.
  if (c == '~' && utf8::is_letter(char_at(line, body))) return {bullet, {}, body};
  if (c == U'¢' || c == U'©' || c == U'®' || c == U'°') return {bullet, {}, body};
  if (c == 'e' || c == 'v' || c == U'¥') return {bullet, {}, body, true};
  if (c == 'o' || c == '0' || c == 'O') return {circle, {}, body, true};
  return {};
}

}  // namespace

Marker read_marker(std::string_view line) {
  using enum Marker::Family;
  if (line.starts_with("§")) {
    const std::size_t digits = skip_blanks(line, std::string_view("§").size());
    std::size_t end = digits;
    while (end < line.size() && utf8::is_digit(static_cast<unsigned char>(line[end]))) ++end;
    if (end == digits) return {};
    if (end < line.size() && line[end] == '.') ++end;
    return {section, {}, skip_blanks(line, end)};
  }
  if (Marker marker = bullet_marker(line); marker.family != none) return marker;
  // "1/ remont", "a/ remont"
  if (const std::size_t slash = line.substr(0, 3).find("/ "); slash != std::string_view::npos && slash > 0)
    if (auto number = read_number(line.substr(0, slash), 0); number && number->parts.size() == 1)
      return {number->letter ? letter : bracket, std::move(number), skip_blanks(line, slash + 1)};
  // "1/2  Zielona sieć"
  if (auto number = read_slashed_number(line, 0)) {
    const std::size_t behind = skip_blanks(line, number->end);
    if (behind > number->end && behind < line.size() && utf8::is_letter(char_at(line, behind)))
      return {decimal, std::move(number), behind};
  }
  const bool square = line.starts_with('[') && !line.starts_with("[."),
             open = square || line.starts_with('(');
  auto number = read_number(line, open ? 1 : 0);
  if (!number) return {};
  // "K1.1: klub" is closed as well.
  const char behind = number->end < line.size() ? line[number->end] : ' ';
  const bool closed =
      number->closed || behind == (square ? ']' : ')') || (behind == ':' && number->parts.size() > 1);
  if (number->closed) {
    const std::size_t end = number->end + (behind == '.' || behind == ')' || behind == ':' ? 1 : 0);
    const std::size_t body = skip_blanks(line, end);
    return body < line.size() ? Marker{bracket, std::move(number), body} : Marker{};
  }
  const bool dot = number->end < line.size() && line[number->end] == '.';
  if (open && !closed) return {};
  // "II – Zdrowi mieszkańcy", but "I – jak mówił – …" goes on a sentence.
  if (const std::size_t at = skip_blanks(line, number->end);
      !closed && !dot && at > number->end && at < line.size() &&
      (number->parts.size() == 1 || number->code) &&
      (is_dash(char_at(line, at)) || is_arrow(char_at(line, at)))) {
    const std::size_t mark = at + utf8_size(line, at);
    const std::size_t run = is_dash(char_at(line, at)) ? mark : skip_signs(line, at),
                      body = skip_blanks(line, run);
    // "O1.1 – wymienić okna": such a number is no word of a sentence.
    const bool wording = utf8::is_upper(char_at(line, body)) ||
                         (number->code && number->parts.size() > 1 && utf8::is_letter(char_at(line, body)));
    if (run > at && (body > run || run > mark) && wording) {
      const Marker::Family family = number->code     ? code
                                    : number->letter ? letter
                                    : number->roman  ? roman
                                                     : digits;
      return {family, std::move(number), body, family == letter};
    }
  }
  const std::size_t end = number->end + (closed || dot ? 1 : 0);
  const std::size_t body = skip_blanks(line, end);
  if (body == line.size() || (body == end && !closed)) return {};
  const std::size_t depth = number->parts.size();
  if (number->code) {
    const bool stands_apart = closed || dot || utf8::is_upper(char_at(line, body));
    return stands_apart && body > end ? Marker{code, std::move(number), body} : Marker{};
  }
  if (depth == 1 && !closed && !dot) return {};
  // "A. Kowalski" or "A. Rozwój …"
  const bool capital = number->letter && depth == 1 && dot && (line[0] < 'a' || line[0] > 'z');
  // "l." and "v)" may be letters of a list, "i." hardly ever begins one: upper case tells Roman ones.
  const Marker::Family family = depth > 1        ? decimal
                                : number->letter ? letter
                                : number->roman  ? roman
                                : closed         ? bracket
                                                 : digits;
  return {family, std::move(number), body, capital};
}

}  // namespace szukajst::indexer::extract
