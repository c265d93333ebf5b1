#include "indexer/extract/title_text.h"

#include <algorithm>

#include "core/utf8.h"

namespace szukajst::indexer::extract::title_text {

namespace utf8 = core::utf8;

char32_t first_char(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : utf8::next(text, at);
}

bool starts_lower(std::string_view text) {
  const char32_t c = first_char(text);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

bool all_capitals(std::string_view text) {
  std::size_t upper = 0, lower = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (utf8::is_letter(c)) ++(utf8::is_upper(c) ? upper : lower);
    // Whatever follows, capitals are too few.
    if (lower * 10 >= upper + (text.size() - at)) return false;
  }
  return upper > 3 && lower * 10 < upper;
}

bool ends_with_any(std::string_view text, std::string_view chars) {
  return !text.empty() && chars.find(text.back()) != std::string_view::npos;
}

std::size_t first_sentence_end(std::string_view text) {
  constexpr std::size_t kWord = 3;
  for (std::size_t stop = text.find(". "); stop != std::string_view::npos; stop = text.find(". ", stop + 1))
    if (stop > kWord && text[stop - 2] != ' ' && stop + 2 < text.size() &&  // but "z dnia 1 maja 2003 R. O …"
        utf8::is_upper(first_char(text.substr(stop + 2))))
      return stop;
  return std::string_view::npos;
}

bool has_sentence_end(std::string_view text) {
  return first_sentence_end(text) != std::string_view::npos;
}

bool underline(std::string_view text) {
  return text.size() >= 4 && text.find_first_not_of("=-_~*") == std::string_view::npos;
}

bool menu_in_brackets(std::string_view text) {
  return text.starts_with('[') && text.ends_with(']') && text.find("] [") != std::string_view::npos;
}

bool is_item(std::string_view text) {
  for (const std::string_view bullet : {"-", "–", "•", "*", "→"})
    if (text.starts_with(bullet)) return true;
  constexpr std::size_t kNumber = 5;
  const std::size_t end = text.find_first_of(".) ");
  return end != std::string_view::npos && end <= kNumber && text[end] != ' ' && end > 0 &&
         text.substr(0, end).find_first_not_of("0123456789IVXabcdef") == std::string_view::npos;
}

bool is_numbered(std::string_view text) {
  const std::size_t end = text.find_first_of(".) ");
  return end != std::string_view::npos && end > 0 && text[end] != ' ' && is_item(text);
}

bool is_reference(std::string_view text) {
  constexpr std::ptrdiff_t kFewestStops = 2, kFewestDigits = 5;
  return text.find(' ') == std::string_view::npos && std::ranges::count(text, '.') >= kFewestStops &&
         std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) >= kFewestDigits;
}

bool is_table_line(std::string_view text) {
  if (text.starts_with('|')) return true;
  constexpr std::size_t kWide = 4;  // blanks
  std::size_t blanks = 0;
  for (std::size_t at = kWide - 1; at < text.size();) {
    if (text[at] != ' ') {
      at += kWide;  // behind what is no blank
      continue;
    }
    blanks = 1;
    while (blanks < kWide && text[at - blanks] == ' ') ++blanks;
    if (blanks == kWide) return true;
    ++at;
  }
  return false;
}

bool is_year(const FoldedWord& word) {
  return word.text.size() == 4 && (word.text.starts_with("20") || word.text.starts_with("19"));
}

bool ends_year(const FoldedWord& word) {
  constexpr std::size_t kYear = 5;
  return word.text == "r" || (word.text.size() == kYear && word.text.ends_with('r') &&
                              (word.text.starts_with("20") || word.text.starts_with("19")));
}

bool year_range(const Words& words, std::size_t at) {
  return at + 1 < words.size() && is_year(words[at]) && is_year(words[at + 1]);
}

bool from_year(std::string_view title, const FoldedWord& word) {
  return is_year(word) && title.substr(word.end).starts_with('+');
}

bool ends_with_years(std::string_view title) {
  const Words words = folded_words(title);
  return words.size() > 2 && words.back().end == title.size() && year_range(words, words.size() - 2);
}

bool ends_with_year(std::string_view title) {
  const Words words = folded_words(title);
  return words.size() > 2 && words.back().end == title.size() && is_year(words.back());
}

void append(std::string& title, std::string_view more) {
  if (title.ends_with('-') && starts_lower(more))
    title.pop_back();
  else
    title += ' ';
  while (!more.empty() && (more.front() == '.' || more.front() == ',' || more.front() == ' '))
    more.remove_prefix(1);
  title += more;
}

bool runs_on(std::string_view title) {
  return title.find("...") != std::string_view::npos;
}

}  // namespace szukajst::indexer::extract::title_text
