// Patterns of Polish words as the rule tables write them, met in a text whatever its letter case,
// diacritics and small damage.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace szukajst::indexer::extract {

// A word (letters and digits) in lower case and without diacritics, and where it stands, in bytes.
struct FoldedWord {
  std::string text;
  std::size_t begin = 0, end = 0;
};

// A number for the first letter of a folded word; what is neither letter nor digit has one together.
constexpr std::size_t kFirstLetters = 37;
inline std::size_t first_letter(std::string_view word) {
  const char c = word.empty() ? ' ' : word.front();
  return static_cast<std::size_t>(c >= 'a' && c <= 'z'   ? c - 'a'
                                  : c >= '0' && c <= '9' ? 26 + (c - '0')
                                                         : 36);
}

// The first `most` words of the text.
std::vector<FoldedWord> folded_words(std::string_view text, std::size_t most = static_cast<std::size_t>(-1));

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
    const std::string_view word = words[at].text;
    const std::uint64_t seconds = exact ? exact_second_letters_ : second_letters_;
    const bool may = may_begin(first_letter(word)) &&
                     (seconds >> first_letter(word.substr(word.empty() ? 0 : 1)) & 1) != 0;
    return may ? matched(words, at, exact) : 0;
  }
  // Whether it can begin with the word; with a word of this first_letter.
  bool may_begin(const FoldedWord& word) const;
  bool may_begin(std::size_t letter) const { return (first_letters_ >> letter & 1) != 0; }
  // Whether it stands anywhere.
  bool found(std::span<const FoldedWord> words) const;
  // Patterns with more words are tried first.
  std::size_t size() const { return parts_.size(); }
  std::size_t letters() const;  // of a phrase that is one plain word; 0 for any other
  bool has_gap() const;         // whether "…" is in it

 private:
  struct Alternative {
    std::string text;
    bool stem = false;
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

// The words of a text by their first letters, for counting where many phrases stand in it. The words outlive
// it.
class WordsByLetter {
 public:
  explicit WordsByLetter(std::span<const FoldedWord> words);
  // At how many of the words before `end` the phrase stands, at most `most`.
  int count(const Phrase& phrase, std::size_t end, int most, bool exact = false) const;

 private:
  std::span<const FoldedWord> words_;
  std::array<std::vector<std::uint32_t>, kFirstLetters> places_;  // ascending
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
