// Patterns of lemmas, as the rule tables of roles and cues write them, met in a text in any case and number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/spelling_table.h"
#include "core/word_filter.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// "zastępca|zastępczyni wójt", "list intencyjny?", "=oba samorząd":
//   word   a token with that lemma or form       a|b   either
//   =word  that very form                word? may be missing
//   …      up to four tokens of any kind
// Tokens of one pattern are set apart by white space, full stops of abbreviations, or hyphens.
// Immutable and thread-safe.
class LemmaPattern {
 public:
  explicit LemmaPattern(std::string_view pattern);

  // How many tokens the pattern takes from `token` on; 0 where it does not stand there.
  std::size_t match(const SourceText& source, std::size_t token) const {
    return second_ == 0 || may_go_on(source, token + 1) ? match(source, token, 0, 0) : 0;
  }
  // The words of which one must stand first (lower case; "=" forms included): what an index goes by.
  std::vector<std::string> first_words() const;
  std::size_t size() const { return parts_.size(); }

 private:
  friend class AnyLemma;
  struct Word {
    std::string text;
    bool form = false;      // the form itself, not the lemma
    std::uint32_t bit = 0;  // see below
  };
  struct Part {
    std::vector<Word> words;  // none: the gap "…"
    bool optional = false;
    std::uint32_t sketch = 0;  // of the words: see below
  };
  // A bit by the text: words of a token that has no bit of a part's are none of the part's.
  static std::uint32_t bit_of(std::string_view text);
  static std::uint32_t sketch_of(const language::Word& word) {
    return word.notes.of(sketches_, [&] { return find_sketch(word); });
  }
  static std::uint32_t find_sketch(const language::Word& word);
  static bool meets(const Part& part, const language::Word& word);
  // Whether the token may be the pattern's second.
  bool may_go_on(const SourceText& source, std::size_t token) const {
    return token < source.tokens.size() && (second_ & sketch_of(*source.tokens[token].word)) != 0;
  }
  std::size_t match(const SourceText& source, std::size_t token, std::size_t part, std::size_t taken) const;

  inline static const language::Word::Notes::Taker sketches_;
  std::vector<Part> parts_;
  std::uint32_t second_ = 0;  // the sketch of the second part; 0 where another part may stand second
};

// Lemmas of which a word may have one.
class AnyLemma {
 public:
  AnyLemma() = default;
  explicit AnyLemma(std::vector<std::string> lemmas);
  bool empty() const { return lemmas_.empty(); }
  bool of(const language::Word& word) const {
    return (sketch_ & LemmaPattern::sketch_of(word)) != 0 && found(word);
  }

 private:
  bool found(const language::Word& word) const;

  std::vector<std::pair<std::string, std::uint32_t>> lemmas_;  // each with its bit
  std::uint32_t sketch_ = 0;
};

class LemmaPatternBook;

// Finds which of many patterns stand at a token by a look-up of its form and lemmas. Filled while its table
// is read; then immutable and thread-safe.
class LemmaPatternIndex {
 public:
  // Patterns are numbered in the order in which they are added.
  void add(const LemmaPattern& pattern);
  // Whether one of the patterns may begin with the word: never false where one does.
  bool may_begin(const language::Word& word) const;
  struct Match {
    std::size_t pattern = 0, tokens = 0;
  };
  // The longest; of equals the one added first. tokens = 0 where none stands there.
  Match longest(const SourceText& source, std::size_t token) const {
    return may_begin(*source.tokens[token].word) ? longest_there(source, token) : Match();
  }
  // All that stand there, in the order in which they were added.
  std::vector<Match> all(const SourceText& source, std::size_t token) const {
    return may_begin(*source.tokens[token].word) ? all_there(source, token) : std::vector<Match>();
  }

 private:
  friend class LemmaPatternBook;
  Match longest_there(const SourceText& source, std::size_t token) const;
  std::vector<Match> all_there(const SourceText& source, std::size_t token) const;
  // Calls `meet` with each pattern that stands there; a pattern may come twice.
  template <typename Meet>
  void each(const SourceText& source, std::size_t token, Meet meet) const;

  LemmaPatternBook* book_ = nullptr;
  std::uint32_t bit_ = 0;
  std::vector<LemmaPattern> patterns_;
  core::WordFilter first_words_;
  core::SpellingTable<std::vector<std::size_t>> by_first_word_;
};

// Lemmas of one role. As LemmaPatternIndex.
class LemmaSet {
 public:
  void insert(const std::string& lemma);
  // Whether one of the word's lemmas is among them.
  bool has(const language::Word& word) const;

 private:
  friend class LemmaPatternBook;
  bool found(const language::Word& word) const;

  LemmaPatternBook* book_ = nullptr;
  std::uint32_t bit_ = 0;
  std::unordered_set<std::string> lemmas_;
};

// The indexes and sets of one table of rules, which knows of each distinct word which of them have a pattern
// that may begin with it, or a lemma of it: found out once for a word and analyzer, and kept with the word.
// What is entered stays where it is, and lives as long. Immutable and thread-safe once filled.
class LemmaPatternBook {
 public:
  LemmaPatternBook() = default;
  LemmaPatternBook(const LemmaPatternBook&) = delete;
  LemmaPatternBook& operator=(const LemmaPatternBook&) = delete;

  void enter(LemmaPatternIndex& index);
  void enter(LemmaSet& set);
  // The bits of the indexes and sets. Bits are 32; of more of them several share one.
  std::uint32_t bits(const language::Word& word) const {
    return word.notes.of(taker_, [&] { return find_out(word); });
  }

 private:
  friend class LemmaPatternIndex;
  friend class LemmaSet;
  struct Bits {
    std::uint32_t first = 0;  // of the indexes that have the word as a first one
    std::uint32_t lemma = 0;  // of the sets that have it
  };
  std::uint32_t next_bit() { return std::uint32_t{1} << (entered_++ % 32); }
  bool shares_bits() const { return entered_ > 32; }
  Bits& bits_of(const std::string& word);
  std::uint32_t find_out(const language::Word& word) const;

  language::Word::Notes::Taker taker_;
  std::size_t entered_ = 0;
  core::WordFilter words_;
  std::unordered_map<std::string, Bits> bits_;
};

inline bool LemmaPatternIndex::may_begin(const language::Word& word) const {
  return book_ == nullptr || (book_->bits(word) & bit_) != 0;
}

inline bool LemmaSet::has(const language::Word& word) const {
  if (book_ == nullptr) return found(word);
  return (book_->bits(word) & bit_) != 0 && (!book_->shares_bits() || found(word));
}

}  // namespace szukajst::indexer::extract
