#include "indexer/extract/goals_furniture.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

bool digits_only(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool numbers_only(std::span<const FoldedWord> words, std::size_t from) {
  return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(),
                     [](const FoldedWord& word) { return word.text == "z" || digits_only(word.text); });
}

// "3 | S t r o n a": the word that its letters give, where all of them stand apart; empty otherwise.
std::string spaced_word(std::span<const FoldedWord> words) {
  std::string word;
  for (const FoldedWord& letter : words) {
    if (digits_only(letter.text)) continue;
    if (letter.text.size() > 1) return {};
    word += letter.text;
  }
  return word;
}

// "3", "- 3 -", "Strona 3 z 20", "3 | Strona".
bool page_number(std::string_view text, const GoalRules::Tables& tables) {
  constexpr std::size_t kMostWords = 14, kDigits = 3, kLongest = 300;  // bytes of so many words
  const FoldedWords words = folded_words(text, text.size() > kLongest ? 1 : kMostWords + 1);

  if (words.empty()) return true;
  if (text.size() > kLongest) return false;
  if (text.starts_with("§")) return false;
  if (words.size() == 1 && words[0].text.size() <= kDigits) return digits_only(words[0].text);
  // "Strategia Rozwoju Gminy Sowin strona 22 z 60"
  constexpr std::size_t kHeadWords = kMostWords, kNumberWords = 4;
  if (words.size() > kNumberWords && words.size() <= kHeadWords)
    for (std::size_t at = words.size() - kNumberWords; at + 1 < words.size(); ++at)
      if (words[at].text == "strona" && numbers_only(words, at + 1)) return true;
  // "Sowin 2030          str. 22"
  if (words.size() >= 2 && words.size() <= kHeadWords && words[words.size() - 2].text == "str" &&
      digits_only(words.back().text)) {
    const std::size_t begin = words[words.size() - 2].begin;
    if (begin >= 2 && text.substr(begin - 2, 2) == "  ") return true;
  }
  constexpr std::size_t kContactWords = kMostWords;
  // "Telefon 12 34", "e-mail: …", and not "telefon zaufania".
  const bool address = text.find_first_of("0123456789@:") != std::string_view::npos;
  if (words.size() <= kContactWords && (address || words[0].text == "www") && begins(tables.contacts, words))
    return true;
  const std::string spaced = words.size() <= kContactWords ? spaced_word(words) : std::string();
  if (!spaced.empty() && begins(tables.furniture, folded_words(spaced))) return true;
  return words.size() <= 6 && begins(tables.furniture, words);
}

// "2. Układ celów .................. 14"
bool contents_line(std::string_view text) {
  const std::size_t dots = text.find("....");
  if (dots == std::string_view::npos && text.find("……") == std::string_view::npos) return false;
  return utf8::is_digit(static_cast<unsigned char>(text.back())) || text.ends_with('.');
}

// "Strategia Rozwoju Gminy | 12": without the number.
std::string_view without_page_number(std::string_view text) {
  constexpr std::string_view kNumber = "0123456789|- ";
  const std::size_t end = text.find_last_not_of(kNumber);
  const std::size_t begin = text.find_first_not_of(kNumber);
  const bool digit_first = !text.empty() && utf8::is_digit(static_cast<unsigned char>(text.front()));
  const bool barred = text.find('|') != std::string_view::npos;
  if (end == std::string_view::npos) return text;
  const std::size_t from = digit_first && barred ? begin : 0;
  return text.substr(from, end + 1 - from);
}

}  // namespace

Repeated count_lines(const SourceText& source, const GoalRules::Tables& tables) {
  Repeated repeated;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const std::string_view text = without_page_number(source.line(i));
    ++repeated.times[text];
    const bool inside = i > 0 && i + 1 < source.lines.size() && source.lines[i].blank_before == 0 &&
                        source.lines[i + 1].blank_before == 0;
    if (inside) ++repeated.inside[text];
    const bool border = i == 0 || source.lines[i].page != source.lines[i - 1].page ||
                        page_number(source.line(i - 1), tables) ||
                        (i + 1 < source.lines.size() && source.lines[i + 1].page != source.lines[i].page);
    if (border) ++repeated.at_border[text];
  }
  return repeated;
}

namespace {

// "Ad 1.2"
bool goal_reference(std::string_view text, const GoalRules::Tables& tables) {
  const FoldedWords words = folded_words(text);
  return begins(tables.references, words) &&
         std::any_of(words.begin(), words.end(),
                     [](const FoldedWord& word) { return digits_only(word.text); });
}

}  // namespace

bool page_furniture(std::string_view text, const Repeated& repeated, const GoalRules::Tables& tables) {
  if (page_number(text, tables)) return true;
  const auto border = repeated.at_border.find(without_page_number(text));
  const auto times = repeated.times.find(without_page_number(text));
  constexpr int kRunningHead = 3;
  const bool at_borders = border != repeated.at_border.end() && border->second >= 2;
  // "Odpowiada na problem" in each of some cards, within a block of lines.
  const auto inside = repeated.inside.find(without_page_number(text));
  const bool field = inside != repeated.inside.end() && inside->second == times->second;
  const bool often = at_borders || (times->second >= kRunningHead && !field);
  // Labels, questions, table heads and terms repeat as well, and are short or marked.
  return often && !text.ends_with(':') && !text.ends_with('?') && folded_words(text).size() >= 3 &&
         starts_upper(text) && !begins(tables.kinds, folded_words(text, 4)) &&
         !goal_reference(text, tables) && !read_label(text, tables) && table_heads(text, tables).empty() &&
         read_marker(text).family == Marker::Family::none;
}

bool Contents::holds(std::string_view line) {
  if (contents_line(line)) return dotted_ = true;
  constexpr std::size_t kFewWords = 4;
  const FoldedWords first = folded_words(line, kFewWords + 1);
  if (first.size() <= kFewWords && begins(tables_.contents, first)) return inside_ = true;
  if (!inside_ || dotted_) return inside_ = false;
  const FoldedWords words = folded_words(line);
  constexpr std::size_t kPageDigits = 3;
  // "Cel strategiczny 1" above its wording ends with no page number.
  const auto label = read_label(line, tables_);
  inside_ = !(label && label->number && label->rest.empty()) && words.size() > 1 &&
            words.back().text.size() <= kPageDigits && words.back().end == line.size() &&
            utf8::is_digit(static_cast<unsigned char>(line.back()));
  return inside_;
}

}  // namespace szukajst::indexer::extract
