// Patterns of Polish words as the rule tables write them, met in a text whatever its letter case,
// diacritics and small damage.
#pragma once

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
  std::size_t match(std::span<const FoldedWord> words, std::size_t at, bool exact = false) const;
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
  std::size_t end_of_match(std::span<const FoldedWord> words, std::size_t at, bool exact,
                           std::size_t part) const;

  std::vector<Part> parts_;
  std::uint64_t first_letters_ = 0;  // with which it can begin, a bit each: looked at before anything else
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
