// The one analysis that indexer and queries share: token → word forms, lemmas, keys.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/kinds.h"
#include "core/result.h"
#include "core/text.h"
#include "core/word_notes.h"
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
  std::uint64_t number = 0;          // no other word has it, of whatever analyzer
  std::string form;                  // case-folded, diacritics kept: the exact term
  std::vector<Reading> readings;     // with tags, for extraction; likeliest first
  std::vector<std::string> lemmas;   // case-folded, distinct, likeliest first; never empty
  std::vector<std::string> keys;     // the lemmas without diacritics, distinct, in the same order
  std::vector<std::uint8_t> key_of;  // for each lemma its key's place
  WordSource source = WordSource::none;
  bool stop = false;  // carries no meaning of its own in a query
  using Notes = core::WordNotes<std::uint32_t, 8>;
  Notes notes;  // of those who read many texts with one analyzer
};

// Those of a word's lemmas that its sentence leaves, as places in Word::lemmas, likeliest first: at least
// one.
class ChosenLemmas {
 public:
  static constexpr std::size_t kMost = 7;
  void add(std::uint8_t place) {
    if (count_ < kMost) places_[count_++] = place;
  }
  const std::uint8_t* begin() const { return places_.data(); }
  const std::uint8_t* end() const { return places_.data() + count_; }
  std::size_t size() const { return count_; }
  bool operator==(const ChosenLemmas&) const = default;

 private:
  std::array<std::uint8_t, kMost> places_{};
  std::uint8_t count_ = 0;
};

struct TokenInSentence : Token {  // its range is in the text that was analysed
  ChosenLemmas chosen;
};

struct AnalyzedToken {
  TokenInSentence token;
  const Word* word = nullptr;  // lives as long as the analyzer; never null
};

// The lemmas that the sentence leaves, and their keys, likeliest first; views of the word's.
std::vector<std::string_view> chosen_lemmas(const AnalyzedToken& token);
std::vector<std::string_view> chosen_keys(const AnalyzedToken& token);

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
  std::string meant;  // what a spelling that is no word was most likely to be; empty where none is likely
};

// Not thread-safe (it remembers every distinct word, at most `memo_words` of them): one a thread,
// over one shared lexicon.
class Analyzer {
 public:
  struct Options {
    std::size_t memo_words = 500'000;
    // Whether a token's lemmas are chosen by its sentence; without, all of its word are chosen.
    bool context = true;
  };
  // `lexicon` must outlive the analyzer.
  explicit Analyzer(const Lexicon& lexicon);
  Analyzer(const Lexicon& lexicon, Options options);
  Analyzer(Analyzer&&) noexcept;
  ~Analyzer();

  const AnalyzerSettings& settings() const;

  // Words of names that no dictionary need have: each form and its nominative, in lower case, ascending. They
  // tell what an ending alone does not ("Brzeźniu" → Brzeźnio, not Brzeźno). The names must outlive the
  // analyzer; all words are forgotten.
  void use_names(std::span<const std::pair<std::string, std::string>> names);

  // `text`: UTF-8 in NFC. The text that was analysed last costs next to nothing a second time: extraction and
  // the index writer ask for the same one. The words pointed to stay until the next call that starts a new
  // memo (which only happens between texts, or queries).
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
