// Patterns of Polish words as the rule tables write them, met in a text whatever its letter case,
// diacritics and small damage.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace szukajst::indexer::extract {

// A number for the first letter of a folded word; what is neither letter nor digit has one together.
constexpr std::size_t kFirstLetters = 37;
inline constexpr auto kLetterNumbers = [] {
  std::array<std::uint8_t, 256> numbers;
  numbers.fill(36);
  for (unsigned char c = 'a'; c <= 'z'; ++c) numbers[c] = static_cast<std::uint8_t>(c - 'a');
  for (unsigned char c = '0'; c <= '9'; ++c) numbers[c] = static_cast<std::uint8_t>(26 + (c - '0'));
  return numbers;
}();
inline std::size_t first_letter(std::string_view word) {
  return kLetterNumbers[word.empty() ? ' ' : static_cast<unsigned char>(word.front())];
}

// What tells most different words apart without a look at all their letters.
struct WordSketch {
  WordSketch() = default;
  explicit WordSketch(std::string_view word);
  std::uint64_t head = 0;              // the first eight bytes, the first one on top; 0 behind the word's end
  std::uint64_t letters = 0;           // a bit for each first_letter that it has
  std::uint8_t first = 0, second = 0;  // first_letter of it, and of what stands behind its first byte
  // Whether one letter may be the whole difference: one for another changes two bits.
  bool may_be_near(const WordSketch& other) const {
    std::uint64_t apart = letters ^ other.letters;
    apart &= apart - 1;
    return (apart & (apart - 1)) == 0;
  }
};

// A word (letters and digits) in lower case and without diacritics, and where it stands, in bytes.
struct FoldedWord {
  FoldedWord(std::string_view word, const WordSketch& of_word, std::size_t from, std::size_t to)
      : text(word), begin(from), end(to), sketch(of_word) {}
  std::string text;
  std::size_t begin, end;
  WordSketch sketch;
};

// The first `most` words of the text.
std::vector<FoldedWord> folded_words(std::string_view text, std::size_t most = static_cast<std::size_t>(-1));
std::optional<FoldedWord> first_folded_word(std::string_view text);

// "cel główny", "celem główn* … jest", "cel|cele nadrzędn*":
//   word    that word; a word of six letters or more also with one letter wrong, missing or too many
//   stem*   every word that begins so
//   a|b     either
//   …       up to eight words of any kind, as few as possible
// Immutable and thread-safe.
class Phrase {
 public:
  explicit Phrase(std::string_view pattern);

  // How many words the phrase takes from words[at] on; 0 where it does not stand there. With `exact`
  // no word may have a wrong letter.
  std::size_t match(std::span<const FoldedWord> words, std::size_t at, bool exact = false) const {
    if (at >= words.size()) return 0;
    const WordSketch& word = words[at].sketch;
    const std::uint64_t seconds = exact ? exact_second_letters_ : second_letters_;
    const bool may = may_begin(word.first) && (seconds >> word.second & 1) != 0;
    return may ? matched(words, at, exact) : 0;
  }
  // Whether it can begin with the word; with a word of this first_letter.
  bool may_begin(const FoldedWord& word) const;
  bool may_begin(std::size_t letter) const { return (first_letters_ >> letter & 1) != 0; }
  // The first_letters that it can begin with, and that may be second in its first word, a bit each.
  std::uint64_t first_letters() const { return first_letters_; }
  std::uint64_t second_letters() const { return second_letters_; }
  // Whether it stands anywhere.
  bool found(std::span<const FoldedWord> words) const;
  // Patterns with more words are tried first.
  std::size_t size() const { return parts_.size(); }
  std::size_t letters() const;  // of a phrase that is one plain word; 0 for any other
  bool has_gap() const;         // whether "…" is in it

 private:
  struct Alternative {
    Alternative(std::string word, bool is_stem);
    bool meets(const FoldedWord& word, bool exact) const;
    std::string text;
    bool stem = false;
    WordSketch sketch;
    std::uint64_t mask = 0;  // of the bytes of sketch.head that a stem tells
  };
  struct Part {
    std::vector<Alternative> alternatives;  // none: the gap "…"
  };
  static bool meets(const Part& part, const FoldedWord& word, bool exact);
  std::size_t matched(std::span<const FoldedWord> words, std::size_t at, bool exact) const;
  std::size_t end_of_match(std::span<const FoldedWord> words, std::size_t at, bool exact,
                           std::size_t part) const;

  std::vector<Part> parts_;
  // With which its first word can begin, a bit each, and which can be second: looked at before anything else.
  std::uint64_t first_letters_ = 0, second_letters_ = 0, exact_second_letters_ = 0;
};

// Whether the words differ by at most one letter (or, of two neighbours, by their order).
bool nearly_equal(std::string_view a, std::string_view b);

// The pairs of neighbouring letters in a text's folded words, for comparing it with many others.
class LetterPairs {
 public:
  explicit LetterPairs(std::string_view text);
  // How alike the texts are, 0 to 1: Dice's coefficient over the pairs. 0 where it is below
  // `least`, as soon as that is known.
  double likeness(const LetterPairs& other, double least = 0) const;

 private:
  std::vector<std::uint16_t> pairs_;  // ascending
};

double likeness(std::string_view a, std::string_view b);

}  // namespace szukajst::indexer::extract
