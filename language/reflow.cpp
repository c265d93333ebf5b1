// reflow(): the lines of a page made paragraphs again.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "language/repair.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

// Signs that a list's line begins with. Recognition reads round bullets as the letters "e" and "o".
constexpr std::string_view kBullets[] = {"-", "–", "—", "•", "*", "·", "▪", "■",
                                         "●", "o", "e", "§", "",  ">", "►", "✓"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "1)", "1.2.", "a)", "IV.", "§ 3": what an item begins with.
bool numbered(std::string_view line) {
  const auto space = line.find(' ');
  if (space == std::string_view::npos || space == 0 || space > 8) return false;
  const auto label = line.substr(0, space);
  if (label == "§") return true;
  const auto body = label.substr(0, label.size() - 1);
  if (label.back() != '.' && label.back() != ')') {
    return std::ranges::all_of(label, [](char c) { return is_digit(c) || c == '.'; }) &&
           label.find('.') != label.npos;
  }
  if (body.empty()) return false;
  const bool figures = std::ranges::all_of(body, [](char c) { return is_digit(c) || c == '.'; });
  const bool roman = body.find_first_not_of("IVXL") == std::string_view::npos;
  const bool letter = body.size() == 1;
  return figures || roman || (letter && label.back() == ')');
}

// A dash inside a sentence stands at a line's begin where its width broke it.
bool starts_dash(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("– ") || line.starts_with("— ");
}

bool starts_item(std::string_view line) {
  for (const std::string_view bullet : kBullets) {
    if (line.size() > bullet.size() && line.starts_with(bullet) && line[bullet.size()] == ' ') return true;
  }
  return numbered(line);
}

char32_t first_letter(std::string_view line) {
  std::size_t at = 0;
  return line.empty() ? 0 : utf8::next(line, at);
}

bool starts_lower(std::string_view line) {
  const char32_t c = first_letter(line);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

// How a line ends that its width broke inside a word: "inwesty-" before "cyjnych" loses the hyphen,
// "Bielsko-" before "Biała" keeps it. A dash behind a space is no hyphen.
struct Parted {
  bool word = false;
  std::size_t drop = 0;  // bytes of the hyphen that go
};
Parted parted(std::string_view line, std::string_view next) {
  for (const std::string_view hyphen : {"-", "¬", "‐"}) {
    if (!line.ends_with(hyphen) || line.size() <= hyphen.size()) continue;
    std::size_t at = line.size() - hyphen.size();
    do --at;
    while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80);
    if (!utf8::is_letter(utf8::next(line, at))) return {};
    if (starts_lower(next)) return {true, hyphen.size()};
    return {hyphen == "-" && utf8::is_upper(first_letter(next)), 0};
  }
  return {};
}

bool ends_sentence(std::string_view line) {
  while (line.ends_with("\"") || line.ends_with("”") || line.ends_with(")")) {
    line.remove_suffix(line.ends_with("”") ? 3 : 1);
  }
  return line.ends_with(".") || line.ends_with("!") || line.ends_with("?") || line.ends_with(":") ||
         line.ends_with(";");
}

bool ends_part(std::string_view line) {
  return ends_sentence(line) || line.ends_with(",");
}

// How wide the page's lines are: nine in ten are not longer.
std::size_t width_of(const std::vector<std::string_view>& lines) {
  std::vector<std::size_t> lengths;
  for (const auto line : lines) {
    if (!line.empty()) lengths.push_back(utf8::length(line));
  }
  if (lengths.empty()) return 0;
  const auto ninth = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::ranges::nth_element(lengths, ninth);
  return *ninth;
}

// A line may be so much shorter than the page is wide, as letters differ in width: one part in so many.
constexpr std::size_t kSlack = 50;
// A line that goes on in small letters is so wide, in tenths of the page.
constexpr std::size_t kHalf = 8;

// What parts two lines.
struct Gap {
  bool blank = false;     // an empty line, as recognition puts between lines that are set wide
  bool indented = false;  // the second begins further in
};

// Whether the next line's first word had room on this one: then no width broke it.
bool had_room(std::string_view line, std::string_view next, std::size_t width) {
  const auto word = next.substr(0, std::min(next.find(' '), next.size()));
  const std::size_t slack = width / kSlack;
  return utf8::length(line) + 1 + utf8::length(word) + slack <= width;
}

// Whether `next` goes on with what `line` says.
bool goes_on(std::string_view line, std::string_view next, const Gap& gap, std::size_t width) {
  const bool room = had_room(line, next, width);
  if (starts_item(next)) return !room && starts_dash(next) && !ends_part(line);
  const std::size_t tenths = width > 0 ? 10 * utf8::length(line) / width : 0;
  if (starts_lower(next)) {
    if (line.ends_with(':') || line.ends_with(';')) return !room;
    return room ? tenths >= kHalf && !line.ends_with(',') : true;
  }
  if (room || gap.indented) return false;
  if (ends_sentence(line)) return !gap.blank && !line.ends_with(':') && !line.ends_with(';');
  return true;
}

}  // namespace

std::string reflow(std::string_view text) {
  std::vector<std::string_view> lines;
  std::vector<bool> indented;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find_first_of("\n\f", at), text.size());
    lines.push_back(utf8::trim(text.substr(at, end - at)));
    indented.push_back(end > at && (text[at] == ' ' || text[at] == '\t'));
    at = end + 1;
  }
  const std::size_t width = width_of(lines);

  std::string out;
  out.reserve(text.size());
  std::string_view last;  // the last line that was not empty
  bool blank = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto line = lines[i];
    if (line.empty()) {
      blank = true;
      continue;
    }
    if (!last.empty()) {
      if (const Parted word = parted(last, line); word.word)
        out.resize(out.size() - word.drop);
      else
        out += goes_on(last, line, {blank, indented[i]}, width) ? ' ' : '\n';
    }
    out += line;
    last = line;
    blank = false;
  }
  return out;
}

}  // namespace szukajst::language
