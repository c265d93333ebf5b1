#include "language/repair_dashes.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

constexpr double kCertainty = 0.9;
constexpr std::string_view kDash = "—";
// A list has so many lines.
constexpr std::size_t kList = 3;
// A card has so many lines of a label and what it says, with hyphens all.
constexpr std::size_t kCard = 5;
constexpr int kFirstYear = 1800, kLastYear = 2100;

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && utf8::is_digit(static_cast<unsigned char>(text[at]));
}

// Digits from `at` on.
std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (digit_at(text, end)) ++end;
  return text.substr(at, end - at);
}

int value(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = 10 * value + (digit - '0');
  return value;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && value(digits) >= kFirstYear && value(digits) <= kLastYear;
}

// What is no part of a number, a code, a date.
bool apart(char32_t c) {
  return !utf8::is_digit(c) && !utf8::is_letter(c) && c != U'-' && c != U'/' && c != U'.';
}

// Whether "30.11.2018" begins, or ends, at the byte.
bool date_begins(std::string_view text, std::size_t at) {
  for (int part = 0; part < 2; ++part) {
    const std::size_t digits = digits_at(text, at).size();
    if (digits == 0 || digits > 2 || at + digits >= text.size() || text[at + digits] != '.') return false;
    at += digits + 1;
  }
  return is_year(digits_at(text, at));
}

bool date_ends(std::string_view text, std::size_t at) {
  constexpr std::size_t kYear = 4;  // digits
  if (at < kYear || !is_year(text.substr(at - kYear, kYear))) return false;
  std::size_t begin = at - kYear;
  for (int part = 0; part < 2; ++part) {
    if (begin == 0 || text[begin - 1] != '.') return false;
    const std::size_t end = --begin;
    while (begin > 0 && digit_at(text, begin - 1)) --begin;
    if (begin == end || end - begin > 2) return false;
  }
  return true;
}

// "Typ gminy - wiejska": a card's line, a label of a few words before a hyphen.
bool has_label(std::string_view text, const TextLine& line) {
  constexpr std::size_t kLongestLabel = 4;
  const auto hyphen = std::ranges::find_if(line.runs, [&](ByteRange run) { return run.in(text) == "-"; });
  const auto words = static_cast<std::size_t>(hyphen - line.runs.begin());
  return words > 0 && words <= kLongestLabel && hyphen != line.runs.end() && hyphen + 1 != line.runs.end() &&
         begins_upper(line.range.in(text));
}

}  // namespace

LoneHyphens lone_hyphens(const TextLines& lines, bool knows_polish) {
  const std::string_view text = lines.text();
  std::size_t begin = 0, labels = 0;
  bool dash = false;
  for (const TextLine& line : lines) {
    begin += line.runs.size() > 1 && line.runs[0].in(text) == "-";
    labels += has_label(text, line);
    dash = dash || std::ranges::any_of(line.runs, [&](ByteRange run) {
             return run.in(text) == kDash || (!knows_polish && run.in(text) == "–");
           });
  }
  if (knows_polish) return {dash, dash};
  return {!dash && labels < kCard, !dash && begin < kList};
}

std::vector<core::Repair> mend_dashes(std::string_view text, std::string_view paper) {
  std::vector<core::Repair> repairs;
  const auto wants_space = [](char32_t c) {
    constexpr std::u32string_view kBeside = U".,;:!?)»«”“„\"…";
    return utf8::is_letter(c) || (c != 0 && kBeside.find(c) != std::u32string_view::npos);
  };
  for (auto at = text.find(kDash); at != std::string_view::npos; at = text.find(kDash, at + kDash.size())) {
    const char32_t before = code_point_before(text, at), behind = code_point_at(text, at + kDash.size());
    // In brackets, between figures and beside other strokes a dash needs none.
    const bool between =
        !utf8::is_digit(before) && !utf8::is_digit(behind) && behind != U')' && behind != U'-';
    const bool left = between && wants_space(before);
    // A stop behind a dash is the dash's.
    const bool right =
        between && before != U'(' && (utf8::is_letter(behind) || behind == U'„' || behind == U'(');
    if (!left && !right && paper == kDash) continue;
    std::string mended = left ? " " : "";
    mended += paper;
    if (right) mended += ' ';
    repairs.push_back({{at, at + kDash.size()}, std::move(mended), kCertainty});
  }
  return repairs;
}

std::vector<core::Repair> mend_ranges(std::string_view text, std::span<const std::string> months) {
  std::vector<core::Repair> repairs;
  for (auto at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    if (date_ends(text, at) && date_begins(text, at + 1)) {
      repairs.push_back({{at, at + 1}, "–", kCertainty});
      continue;
    }
    std::size_t begin = at;
    while (begin > 0 && digit_at(text, begin - 1)) --begin;
    const auto from = text.substr(begin, at - begin), to = digits_at(text, at + 1);
    if (from.empty() || to.empty() || !apart(code_point_before(text, begin))) continue;
    const std::size_t end = at + 1 + to.size();
    const char32_t behind = code_point_at(text, end);
    const bool years = is_year(from) && is_year(to) && value(from) < value(to) &&
                       (apart(behind) || (behind == U'.' && !digit_at(text, end + 1)));
    const auto rest = text.substr(end);
    const auto rest_letters = rest.empty() ? rest : rest.substr(1);
    const std::string next = utf8::fold(utf8::lower(letters_at_begin(rest_letters).in(rest_letters)));
    const bool days =
        from.size() <= 2 && to.size() <= 2 && value(from) < value(to) && rest.starts_with(' ') &&
        std::ranges::any_of(months, [&](const std::string& month) { return next == utf8::fold(month); });
    if (years || days) repairs.push_back({{at, at + 1}, "–", kCertainty});
  }
  return repairs;
}

}  // namespace szukajst::language
