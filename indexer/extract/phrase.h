// Patterns of Polish words as the rule tables write them, met in a text whatever its letter case,
// diacritics and small damage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/folded_words.h"

namespace szukajst::indexer::extract {

// "cel główny", "celem główn* … jest", "cel|cele nadrzędn*":
//   word    that word; a word of six letters or more also with one letter wrong, missing or too many
//   stem*   every word that begins so
//   a|b     either
//   …       up to eight words of any kind, as few as possible
// Immutable and thread-safe.
class Phrase {
 public:
  // A word, or what words begin with.
  struct Alternative {
    Alternative(std::string word, bool is_stem);
    bool meets(const FoldedForm& word, bool exact) const;
    bool tolerant() const;  // whether a word with one letter wrong may stand for it
    std::string text;
    bool stem = false;
    WordSketch sketch;
    std::uint64_t mask = 0;  // of the bytes of sketch.head that a stem tells
  };

  explicit Phrase(std::string_view pattern);

  // How many words the phrase takes from words[at] on; 0 where it does not stand there. With `exact`
  // no word may have a wrong letter.
  std::size_t match(std::span<const FoldedWord> words, std::size_t at, bool exact = false) const {
    if (at >= words.size()) return 0;
    const WordSketch& word = words[at].sketch();
    const std::uint64_t seconds = exact ? exact_second_letters_ : second_letters_;
    const bool may = may_begin(word.first) && (seconds >> word.second & 1) != 0 &&
                     (second_word_ == 0 ||
                      (at + 1 < words.size() && (second_word_ >> words[at + 1].sketch().first & 1) != 0));
    return may ? matched(words, at, exact) : 0;
  }
  // Whether it can begin with the word; with a word of this first_letter.
  bool may_begin(const FoldedForm& word) const;
  bool may_begin(std::size_t letter) const { return (first_letters_ >> letter & 1) != 0; }
  // The first_letters that may be second in its first word, a bit each.
  std::uint64_t second_letters() const { return second_letters_; }
  // What its first word may be; none where it may be any word.
  std::span<const Alternative> first_words() const {
    return parts_.empty() ? std::span<const Alternative>() : parts_[0].alternatives;
  }
  // Whether it stands anywhere.
  bool found(std::span<const FoldedWord> words) const;
  // Patterns with more words are tried first.
  std::size_t size() const { return parts_.size(); }
  std::size_t letters() const;  // of a phrase that is one plain word; 0 for any other
  bool has_gap() const;         // whether "…" is in it

 private:
  struct Part {
    std::vector<Alternative> alternatives;  // none: the gap "…"
  };
  static bool meets(const Part& part, const FoldedForm& word, bool exact);
  std::size_t matched(std::span<const FoldedWord> words, std::size_t at, bool exact) const;
  std::size_t end_of_match(std::span<const FoldedWord> words, std::size_t at, bool exact,
                           std::size_t part) const;

  std::vector<Part> parts_;
  // With which its first word can begin, a bit each, and which can be second: looked at before anything else.
  std::uint64_t first_letters_ = 0, second_letters_ = 0, exact_second_letters_ = 0;
  // With which its second word can begin; 0 where it has none, or any may stand there.
  std::uint64_t second_word_ = 0;
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
