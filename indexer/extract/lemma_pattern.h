// Patterns of lemmas, as the rule tables of roles and cues write them, met in a text in any case and number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
  std::size_t match(const SourceText& source, std::size_t token) const;
  // The words of which one must stand first (lower case; "=" forms included): what an index goes by.
  std::vector<std::string> first_words() const;
  std::size_t size() const { return parts_.size(); }

 private:
  struct Word {
    std::string text;
    bool form = false;  // the form itself, not the lemma
  };
  struct Part {
    std::vector<Word> words;  // none: the gap "…"
    bool optional = false;
    std::uint32_t sketch = 0;  // of the words: see below
  };
  // A bit by the text: words of a token that has no bit of a part's are none of the part's.
  static std::uint32_t bit_of(std::string_view text);
  static std::uint32_t sketch_of(const language::Word& word);
  static bool meets(const Part& part, const language::Word& word);
  std::size_t match(const SourceText& source, std::size_t token, std::size_t part, std::size_t taken) const;

  std::vector<Part> parts_;
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

  const LemmaPatternBook* book_ = nullptr;
  std::uint32_t bit_ = 0;
  std::vector<LemmaPattern> patterns_;
  core::WordFilter first_words_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_word_;
};

// The indexes of one table of rules, which knows of each distinct word which of them have a pattern that may
// begin with it: found out once for a word and analyzer, and kept with the word. Indexes that are entered
// stay where they are, and live as long. Immutable and thread-safe once filled.
class LemmaPatternBook {
 public:
  LemmaPatternBook() = default;
  LemmaPatternBook(const LemmaPatternBook&) = delete;
  LemmaPatternBook& operator=(const LemmaPatternBook&) = delete;

  void enter(LemmaPatternIndex& index);
  // The bits of the indexes. Bits are 32; of more indexes several share one.
  std::uint32_t bits(const language::Word& word) const {
    return word.notes.of(taker_, [&] { return find_out(word); });
  }

 private:
  std::uint32_t find_out(const language::Word& word) const;

  language::Word::Notes::Taker taker_;
  std::vector<const LemmaPatternIndex*> indexes_;
};

inline bool LemmaPatternIndex::may_begin(const language::Word& word) const {
  return book_ == nullptr || (book_->bits(word) & bit_) != 0;
}

}  // namespace szukajst::indexer::extract
