#include "indexer/language_guess.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

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
constexpr std::array<std::pair<std::string_view, Language>, 40> kSmallWords{
    {{"w", polish},     {"z", polish},      {"na", polish},    {"oraz", polish},  {"nie", polish},
     {"jest", polish},  {"dla", polish},    {"przez", polish}, {"sie", polish},   {"przy", polish},
     {"ktore", polish}, {"od", polish},     {"ze", polish},    {"lub", polish},   {"roku", polish},
     {"the", english},  {"of", english},    {"and", english},  {"is", english},   {"for", english},
     {"with", english}, {"that", english},  {"this", english}, {"are", english},  {"by", english},
     {"from", english}, {"which", english}, {"der", german},   {"die", german},   {"und", german},
     {"das", german},   {"ist", german},    {"mit", german},   {"von", german},   {"den", german},
     {"des", german},   {"auf", german},    {"eine", german},  {"nicht", german}, {"zur", german}}};

// A word of up to eight letters of ASCII in small letters, as a number.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t letters = 0;
  for (const char c : word) letters = letters << 8 | static_cast<unsigned char>(c);
  return letters;
}

// The small words by a hash; what is none is another language than all.
class SmallWords {
 public:
  constexpr SmallWords() {
    for (const auto& [word, language] : kSmallWords)
      places_[place_of(packed(word))] = {packed(word), language};
  }
  constexpr Language find(std::uint64_t word) const { return places_[place_of(word)].language; }

 private:
  // Where the word stands, or would.
  constexpr std::size_t place_of(std::uint64_t word) const {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
    std::size_t place = word * kMix >> (64 - kBits);
    while (places_[place].word != 0 && places_[place].word != word) place = (place + 1) % places_.size();
    return place;
  }
  static constexpr int kBits = 8;
  struct Place {
    std::uint64_t word = 0;  // 0: free
    Language language = kLanguages;
  };
  std::array<Place, std::size_t{1} << kBits> places_;
};
constexpr SmallWords kSmall;

// The letters of ASCII that a letter folds to in lower case, packed.
std::uint64_t folded(char32_t letter) {
  constexpr std::size_t kTabled = 0x180;  // is_letter knows none beyond
  static const auto table = [] {
    std::array<std::uint64_t, kTabled> made{};
    for (char32_t c = 0x80; c < kTabled; ++c) {
      std::string one;
      utf8::append(one, c);
      made[c] = packed(utf8::fold(utf8::lower(one)));
    }
    return made;
  }();
  return table[letter];
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
  std::uint64_t word = 0;  // its first letters, packed
  std::size_t letters_of_word = 0;
  const auto finish = [&] {
    if (letters_of_word > 0 && letters_of_word <= kLongest)
      if (const Language language = kSmall.find(word); language != kLanguages) ++seen[language];
    word = letters_of_word = 0;
  };
  for (std::size_t at = 0; at < sample.size();) {
    const char32_t c = utf8::next(sample, at);
    if (!utf8::is_letter(c)) {
      if (cyrillic(c)) ++cyrillic_letters;
      finish();
      continue;
    }
    ++letters;
    if (++letters_of_word > kLongest) continue;
    if (c < 0x80) {
      word = word << 8 | (c | 0x20);
    } else {
      const std::uint64_t letters_of_ascii = folded(c);
      for (std::uint64_t rest = letters_of_ascii; rest != 0; rest >>= 8) word <<= 8;
      word |= letters_of_ascii;
    }
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
