#include "indexer/language_guess.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>

#include "core/utf8.h"

namespace szukajst::indexer {
namespace {

namespace utf8 = core::utf8;

// What is looked at: more tells no more.
constexpr std::size_t kSample = 20'000;

// Small words that are common in one of the languages and no words of the others. Polish ones
// without diacritics, as damaged texts have them.
enum Language : std::size_t { polish, english, german, kLanguages };
constexpr std::array<std::string_view, kLanguages> kNames{"pl", "en", "de"};
constexpr std::size_t kLongest = 5;  // letters of any of them
const std::unordered_map<std::string_view, Language>& small_words() {
  static const std::unordered_map<std::string_view, Language> kWords = {
      {"w", polish},     {"z", polish},      {"na", polish},    {"oraz", polish},  {"nie", polish},
      {"jest", polish},  {"dla", polish},    {"przez", polish}, {"sie", polish},   {"przy", polish},
      {"ktore", polish}, {"od", polish},     {"ze", polish},    {"lub", polish},   {"roku", polish},
      {"the", english},  {"of", english},    {"and", english},  {"is", english},   {"for", english},
      {"with", english}, {"that", english},  {"this", english}, {"are", english},  {"by", english},
      {"from", english}, {"which", english}, {"der", german},   {"die", german},   {"und", german},
      {"das", german},   {"ist", german},    {"mit", german},   {"von", german},   {"den", german},
      {"des", german},   {"auf", german},    {"eine", german},  {"nicht", german}, {"zur", german}};
  return kWords;
}

bool cyrillic(char32_t c) {
  return c >= 0x400 && c <= 0x4FF;
}

}  // namespace

std::string guess_language(std::string_view text, std::string_view declared) {
  constexpr std::size_t kFewest = 5;  // small words, or Cyrillic letters, before anything is said
  const std::string_view sample = text.substr(0, kSample);
  std::array<std::size_t, kLanguages> seen{};
  std::size_t letters = 0, cyrillic_letters = 0;
  std::string word;
  std::size_t letters_of_word = 0;
  bool plain = true;
  const auto finish = [&] {
    if (letters_of_word == 0) return;
    if (!plain) word = utf8::fold(word);
    const auto found = letters_of_word <= kLongest ? small_words().find(word) : small_words().end();
    if (found != small_words().end()) ++seen[found->second];
    plain = true;
    word.clear();
    letters_of_word = 0;
  };
  for (std::size_t at = 0; at < sample.size();) {
    const char32_t c = utf8::next(sample, at);
    if (c < 0x80 && utf8::is_letter(c)) {
      ++letters;
      if (++letters_of_word <= kLongest) word.push_back(static_cast<char>(c | 0x20));
      continue;
    }
    if (utf8::is_letter(c)) {
      ++letters;
      if (++letters_of_word > kLongest) continue;
      plain = plain && c < 0x80;
      utf8::append(word, utf8::lower(c));
      continue;
    }
    if (cyrillic(c)) ++cyrillic_letters;
    finish();
  }
  finish();

  if (cyrillic_letters >= kFewest && cyrillic_letters > letters) return "uk";
  const auto most = static_cast<std::size_t>(std::ranges::max_element(seen) - seen.begin());
  const std::size_t all = seen[polish] + seen[english] + seen[german];
  const bool known = std::ranges::find(kNames, declared) != kNames.end() || declared == "uk";
  if (all < kFewest) return known ? std::string(declared) : "pl";
  // Polish documents quote English titles; only a clear majority is another language.
  return seen[most] * 3 >= all * 2 ? std::string(kNames[most]) : "pl";
}

}  // namespace szukajst::indexer
