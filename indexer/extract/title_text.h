// Small questions about a line that may be a title. Internal to the title extractor.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/extract/phrase_list.h"

namespace szukajst::indexer::extract::title_text {

using Words = FoldedWords;

inline bool begins(const PhraseList& phrases, const Words& words, std::size_t at = 0) {
  return phrases.begins(words, at);
}

// The same, with a wrong letter allowed.
inline bool nearly(const PhraseList& phrases, const Words& words) {
  return phrases.begins(words, 0, false);
}

inline bool stands_in(const PhraseList& phrases, const Words& words) {
  return phrases.found(words);
}

char32_t first_char(std::string_view text);
bool starts_lower(std::string_view text);
bool all_capitals(std::string_view text);
bool ends_with_any(std::string_view text, std::string_view chars);
bool has_sentence_end(std::string_view text);
// Where the first sentence's stop stands; npos where it is the whole text.
std::size_t first_sentence_end(std::string_view text);
bool underline(std::string_view text);
// "[O nas] [Nabory] [Kontakt]"
bool menu_in_brackets(std::string_view text);
// "1. …", "a) …", "– …"
bool is_item(std::string_view text);
// "1. …", "IV. …"
bool is_numbered(std::string_view text);
// "OŚ.6131.162.2016": what the office calls the case.
bool is_reference(std::string_view text);
bool is_table_line(std::string_view text);
bool is_year(const FoldedWord& word);
// "r" or "2019r" of "2019 r."
bool ends_year(const FoldedWord& word);
bool year_range(const Words& words, std::size_t at);
// "Strategia Rozwoju Gminy Lubicz 2030+": from that year on.
bool from_year(std::string_view title, const FoldedWord& word);
// "… na lata 2018–2025": nothing is left to say.
bool ends_with_years(std::string_view title);
// "… – STRATEGIA 2030": the year that it leads to.
bool ends_with_year(std::string_view title);
void append(std::string& title, std::string_view more);
bool runs_on(std::string_view title);

}  // namespace szukajst::indexer::extract::title_text
