// The one analysis that indexer and queries share: token → word forms, lemmas, keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/kinds.h"
#include "core/result.h"
#include "core/text.h"
#include "language/lexicon.h"
#include "language/tokenizer.h"

namespace szukajst::language {

// What changes the terms of an index. Kept in its manifest and compared at opening.
struct AnalyzerSettings {
  int version = 1;         // of the algorithm: raised whenever it gives other terms
  std::string lexicon;     // identifies the dictionaries: name and size of each
  std::string stop_words;  // name and size of the list
  bool operator==(const AnalyzerSettings&) const = default;
};

// One distinct spelling, analysed once.
struct Word {
  std::string form;                 // case-folded, diacritics kept: the exact term
  std::vector<Reading> readings;    // with tags, for extraction; likeliest first
  std::vector<std::string> lemmas;  // case-folded, distinct, likeliest first; never empty
  std::vector<std::string> keys;    // the lemmas without diacritics, distinct, in the same order
  WordSource source = WordSource::none;
  bool stop = false;  // carries no meaning of its own in a query
};

struct AnalyzedToken {
  Token token;                 // its range is in the text that was analysed
  const Word* word = nullptr;  // lives as long as the analyzer; never null
};

// What a word of a query may match, closest first.
struct QueryKey {
  std::string key;       // as Word::keys
  core::MatchKind kind;  // the closest kind that a match by this key can be
};
struct QueryWord {
  std::string form;                 // exact term
  std::vector<std::string> lemmas;  // inflected matches
  std::vector<QueryKey> keys;       // folded and OCR matches; those of its lemmas first
  bool stop = false;
};

// Not thread-safe (it remembers every distinct word, at most `memo_words` of them): one a thread,
// over one shared lexicon.
class Analyzer {
 public:
  struct Options {
    std::size_t memo_words = 500'000;
  };
  // `lexicon` must outlive the analyzer.
  explicit Analyzer(const Lexicon& lexicon);
  Analyzer(const Lexicon& lexicon, Options options);
  Analyzer(Analyzer&&) noexcept;
  ~Analyzer();

  const AnalyzerSettings& settings() const;

  // `text`: UTF-8 in NFC. The words pointed to stay until the next call that starts a new memo
  // (which only happens between texts).
  std::vector<AnalyzedToken> analyze(std::string_view text);
  const Word& word(std::string_view spelling, TokenKind kind = TokenKind::word);

  // The same for a query: a spelling that is not known is also tried with diacritics put back
  // (kind folded) and with OCR damage or a slip undone (kind ocr).
  QueryWord query_word(std::string_view spelling);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace szukajst::language
