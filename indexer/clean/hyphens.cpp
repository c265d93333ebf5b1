#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/utf8.h"
#include "indexer/clean/steps.h"

namespace szukajst::indexer::clean_steps {
namespace {

namespace utf8 = core::utf8;

// Signs that print or recognition leave where a word was divided.
constexpr std::array<std::string_view, 3> kHyphens{"-", "\xE2\x80\x90", "\xC2\xAC"};

// "dwu- i trzyletni": a hyphen before one of these stands for a part that follows later.
constexpr std::array<std::string_view, 7> kConjunctions{"i", "lub", "oraz", "albo", "czy", "a", "bądź"};

// The letters at the end (at the beginning) of a text.
std::string_view last_letters(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t at = begin - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    std::size_t end = at;
    if (!utf8::is_letter(utf8::next(text, end))) break;
    begin = at;
  }
  return text.substr(begin);
}

std::string_view first_letters(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size() && utf8::is_letter(utf8::next(text, at));) end = at;
  return text.substr(0, end);
}

bool begins_upper(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && utf8::is_upper(utf8::next(word, at));
}

bool begins_lower(std::string_view word) {
  std::size_t at = 0;
  if (word.empty()) return false;
  const char32_t first = utf8::next(word, at);
  return utf8::is_letter(first) && !utf8::is_upper(first);
}

bool all_upper(std::string_view word) {
  for (std::size_t at = 0; at < word.size();)
    if (!utf8::is_upper(utf8::next(word, at))) return false;
  return true;
}

// Whether the text is a word but for one letter that recognition took for another: "matopolski".
bool damaged_word(const std::string& text, const WordTest& is_word) {
  static constexpr std::array<std::pair<char, std::string_view>, 10> kTaken{{{'t', "ł"},
                                                                             {'l', "ł"},
                                                                             {'o', "ó"},
                                                                             {'e', "ę"},
                                                                             {'a', "ą"},
                                                                             {'s', "ś"},
                                                                             {'c', "ć"},
                                                                             {'n', "ń"},
                                                                             {'z', "ż"},
                                                                             {'z', "ź"}}};
  for (std::size_t i = 0; i < text.size(); ++i)
    for (const auto& [seen, meant] : kTaken)
      if (text[i] == seen && is_word(text.substr(0, i).append(meant).append(text, i + 1))) return true;
  return false;
}

// Whether the hyphen between the parts of a divided word is the word's own.
bool own_hyphen(std::string_view first, std::string_view second, const WordTest& is_word) {
  if (is_word(std::string(first) + std::string(second))) return false;
  if (begins_upper(second) && !all_upper(first)) return true;  // "Busko-|Zdrój"
  // "społeczno-|gospodarczy"
  return is_word(first) && is_word(second) &&
         !damaged_word(std::string(first) + std::string(second), is_word);
}

std::string_view hyphen_at_end(std::string_view text) {
  for (const std::string_view hyphen : kHyphens)
    if (text.ends_with(hyphen)) return hyphen;
  return {};
}

std::string_view right_trimmed(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

// Writes the lines that stay.
class Joiner {
 public:
  Joiner(const std::vector<Line>& lines, const WordTest& is_word) : lines_(lines), is_word_(is_word) {}

  core::PagedText all(int pages) {
    std::size_t last = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].kept() || (joined_ != kNone && i < joined_)) continue;
      if (last != lines_.size()) gap(last, i);
      write(i);
      last = i;
    }
    while (paged_.pages() < pages) paged_.page_starts.push_back(paged_.text.size());
    return std::move(paged_);
  }

 private:
  // The empty lines between two lines that stay. Where something that stood between them went, other
  // text stands apart by one line; a text that runs on behind it, or on the next page, runs on.
  void gap(std::size_t before, std::size_t after) {
    std::size_t blank = after - before - 1;
    if (something_went(before, after)) blank = 1;
    if ((apart(before, after) || fills_width(before)) && runs_on(before, after)) blank = 0;
    if (joined_ == after) blank = 0;
    paged_.text.append(blank, '\n');
  }

  bool something_went(std::size_t before, std::size_t after) const {
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(before) + 1,
                       lines_.begin() + static_cast<std::ptrdiff_t>(after),
                       [](const Line& line) { return line.dropped; });
  }

  bool apart(std::size_t before, std::size_t after) const {
    return something_went(before, after) || lines_[before].page != lines_[after].page;
  }

  // Whether the line, or the one that it was wrapped from, is as wide as running text is: recognition sees
  // empty lines where a page's lines stand far apart.
  bool fills_width(std::size_t i) const {
    constexpr std::size_t kWide = 60;  // bytes
    return lines_[i].text.size() >= kWide ||
           (i > 0 && lines_[i - 1].kept() && lines_[i - 1].text.size() >= kWide);
  }

  bool runs_on(std::size_t before, std::size_t after) const {
    constexpr std::string_view kEnds = ".:;!?";
    const std::string_view text = lines_[before].text;
    return kEnds.find(text.back()) == std::string_view::npos && begins_lower(lines_[after].text);
  }

  void write(std::size_t i) {
    std::string_view text = lines_[i].whole;
    if (joined_ == i) {
      text = rest_;  // its first word went to the line before
      if (text.empty()) return;
    }
    while (paged_.pages() < lines_[i].page) paged_.page_starts.push_back(paged_.text.size());
    paged_.text += text;
    for (std::size_t next = i; take_from_next(next);) {
    }
    paged_.text += '\n';
  }

  // Joins the word that the text ends in the middle of; whether it did, and may have to again.
  bool take_from_next(std::size_t& current) {
    const std::string_view line = right_trimmed(std::string_view(paged_.text));
    const std::string_view hyphen = hyphen_at_end(line);
    if (hyphen.empty()) return false;
    const std::string_view stem = line.substr(0, line.size() - hyphen.size());
    const std::string first(last_letters(stem));
    const std::size_t next = kept_after(lines_, current);
    if (first.empty() || next == lines_.size()) return false;
    if (next != current + 1 && !apart(current, next)) return false;

    const std::string_view text = lines_[next].text;
    const std::string_view second = first_letters(text);
    if (second.empty() || std::ranges::find(kConjunctions, second) != kConjunctions.end()) return false;
    const std::size_t space = std::min(text.find_first_of(" \t"), text.size());
    paged_.text.resize(stem.size());
    if (own_hyphen(first, second, is_word_)) paged_.text += '-';
    paged_.text += text.substr(0, space);
    rest_ = utf8::trim(text.substr(space));
    joined_ = current = next;
    return rest_.empty();
  }

  const std::vector<Line>& lines_;
  const WordTest& is_word_;
  core::PagedText paged_;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t joined_ = kNone;  // the last line whose first word was taken; those before it are written
  std::string_view rest_;       // what was left of it
};

}  // namespace

core::PagedText joined(const std::vector<Line>& lines, int pages, const WordTest& is_word) {
  return Joiner(lines, is_word).all(pages);
}

}  // namespace szukajst::indexer::clean_steps
