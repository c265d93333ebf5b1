// Lists of phrases as the rule tables have them, met without trying every phrase at every word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/extract/phrase.h"

namespace szukajst::indexer::extract {

class PhraseBook;

// Phrases of one role. Filled while the table is read; then immutable and thread-safe.
class PhraseList {
 public:
  void emplace_back(std::string_view pattern) { phrases_.emplace_back(pattern); }
  void push_back(Phrase phrase) { phrases_.push_back(std::move(phrase)); }
  std::vector<Phrase>::const_iterator begin() const { return phrases_.begin(); }
  std::vector<Phrase>::const_iterator end() const { return phrases_.end(); }
  std::size_t size() const { return phrases_.size(); }
  const Phrase& operator[](std::size_t i) const { return phrases_[i]; }

  // Whether one of the phrases may begin with the word: never false where one does.
  bool may_begin(const FoldedWord& word) const;
  // Whether one of the phrases stands at words[at]. With `exact`, as in Phrase::match.
  bool begins(std::span<const FoldedWord> words, std::size_t at = 0, bool exact = true) const {
    return at < words.size() && may_begin(words[at]) && number(words, at, exact) > 0;
  }
  // Whether one of them stands anywhere; wrong letters are allowed.
  bool found(std::span<const FoldedWord> words) const;
  // How many words the longest, or the first, of those that stand at words[at] takes; 0 where none does.
  std::size_t longest(std::span<const FoldedWord> words, std::size_t at, bool exact = true) const;
  std::size_t first(std::span<const FoldedWord> words, std::size_t at, bool exact = true) const;
  // The number, from 1, of the first phrase that stands at words[at]; 0 where none does.
  std::size_t number(std::span<const FoldedWord> words, std::size_t at, bool exact = true) const;

 private:
  friend class PhraseBook;
  const PhraseBook* book_ = nullptr;
  std::uint64_t bit_ = 0;
  std::vector<Phrase> phrases_;
};

// Folded words of one role. As PhraseList.
class FoldedSet {
 public:
  void insert(std::string word) { words_.insert(std::move(word)); }
  bool contains(const FoldedWord& word) const;

 private:
  friend class PhraseBook;
  const PhraseBook* book_ = nullptr;
  std::uint64_t bit_ = 0;
  std::set<std::string, std::less<>> words_;
};

// The first words of many phrases, laid out so that those that meet a word are found without a walk through
// all.
class FirstWords {
 public:
  // The phrase stays where it is, and lives as long.
  void add(const Phrase& phrase, std::uint64_t id);
  void add(std::string_view word, std::uint64_t id) { words_[word].push_back(id); }
  // Calls visit(id) for each phrase that may begin with the word, in any order, maybe more than once.
  template <typename Visit>
  void each(const FoldedForm& form, Visit visit) const {
    for (const std::uint64_t id : any_) visit(id);
    if (const auto word = words_.find(form.text); word != words_.end())
      for (const std::uint64_t id : word->second) visit(id);
    for (const Stem& stem : stems_[form.sketch.first][form.sketch.second])
      if (((form.sketch.head ^ stem.head) & stem.mask) == 0 &&
          (stem.whole == nullptr || stem.whole->meets(form, false)))
        visit(stem.id);
    for (const Near& near : near_[form.sketch.first])
      if (WordSketch::may_be_near(form.sketch.letters, near.letters) && near.whole->meets(form, false))
        visit(near.id);
  }

 private:
  struct Stem {
    std::uint64_t head, mask, id;
    const Phrase::Alternative* whole;  // null where the head tells all of it
  };
  struct Near {
    std::uint64_t letters, id;
    const Phrase::Alternative* whole;
  };
  std::vector<std::uint64_t> any_;
  std::unordered_map<std::string_view, std::vector<std::uint64_t>> words_;
  std::array<std::array<std::vector<Stem>, kFirstLetters>, kFirstLetters> stems_;  // by first two letters
  std::array<std::vector<Near>, kFirstLetters> near_;
};

// The lists of one table of rules, which knows of each distinct word with which lists it has to do: found out
// once for a word and thread, and kept with its folded form. Lists that are entered stay where they are, and
// live as long; a list that is not entered is walked every time. Immutable and thread-safe once filled.
class PhraseBook {
 public:
  PhraseBook() = default;
  PhraseBook(const PhraseBook&) = delete;
  PhraseBook& operator=(const PhraseBook&) = delete;

  void enter(PhraseList& list);
  void enter(FoldedSet& set);
  // While one lives, its thread enters nothing in any book, of lemma patterns too: tables that are read then
  // walk every list, and have to find the same. For tests.
  class LeaveOut {
   public:
    LeaveOut();
    LeaveOut(const LeaveOut&) = delete;
    LeaveOut& operator=(const LeaveOut&) = delete;
    ~LeaveOut();
    static bool lives();
  };
  // The bits of the lists that may begin with the word, and of the sets that may have it. Bits are 64; of
  // more lists several share one.
  std::uint64_t bits(const FoldedForm& form) const {
    return form.notes.of(taker_, [&] { return find_out(form); });
  }

 private:
  friend class FoldedSet;
  bool shares_bits() const { return entered_ > 64; }
  std::uint64_t next_bit() { return std::uint64_t{1} << (entered_++ % 64); }
  std::uint64_t find_out(const FoldedForm& form) const;

  const FirstWords& first_words() const;

  FoldedForm::Notes::Taker taker_;
  std::size_t entered_ = 0;
  std::vector<const PhraseList*> lists_;
  std::vector<const FoldedSet*> sets_;
  mutable std::once_flag made_;
  mutable FirstWords first_words_;  // and the sets' words; made when the first word is asked for
};

inline bool PhraseList::may_begin(const FoldedWord& word) const {
  return book_ == nullptr || (book_->bits(*word.form) & bit_) != 0;
}

inline bool FoldedSet::contains(const FoldedWord& word) const {
  if (book_ == nullptr) return words_.contains(word.text);
  return (book_->bits(*word.form) & bit_) != 0 && (!book_->shares_bits() || words_.contains(word.text));
}

// Of many phrases those that may begin with a word, by their numbers: found out once for a word and thread,
// and kept with its folded form. Filled while the table is read; then immutable and thread-safe.
class PhraseIndex {
 public:
  static constexpr std::size_t kMost = 0xFFFE;  // phrases
  // Phrases are numbered from 0 as the table has them; they are added in this order, some may be left out.
  void add(const Phrase& phrase, std::size_t number);
  // Calls visit(number), ascending, for each phrase that may begin with the word, maybe for others too.
  template <typename Visit>
  void each(const FoldedForm& form, Visit visit) const {
    std::uint64_t numbers = form.notes.of(taker_, [&] { return find_out(form); });
    if (numbers == kMany) {
      for (const std::uint16_t number : by_letters_[form.sketch.first][form.sketch.second]) visit(number);
      return;
    }
    for (; numbers != 0; numbers >>= 16) visit(static_cast<std::size_t>(numbers & 0xFFFF) - 1);
  }

 private:
  static constexpr std::uint64_t kMany = ~std::uint64_t{0};
  // Up to four numbers, each one more than the phrase's, the first one lowest; or kMany.
  std::uint64_t find_out(const FoldedForm& form) const;

  FoldedForm::Notes::Taker taker_;
  std::map<std::size_t, Phrase> phrases_;
  FirstWords first_words_;  // of phrases_
  std::array<std::array<std::vector<std::uint16_t>, kFirstLetters>, kFirstLetters> by_letters_;
};

}  // namespace szukajst::indexer::extract
