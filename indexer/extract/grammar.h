// What the extractors ask of words: grammar read off PoliMorf's tags, capitals, sentence borders.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/result.h"
#include "core/utf8.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Sets of cases and genders, as bits.
enum CaseBits : unsigned {
  kNominative = 1,
  kGenitive = 2,
  kDative = 4,
  kAccusative = 8,
  kInstrumental = 16,
  kLocative = 32,
};
enum GenderBits : unsigned { kPersonal = 1, kMasculine = 2, kFeminine = 4, kNeuter = 8 };

enum class PartOfSpeech { noun, adjective, verb, preposition, other };

struct Grammar {
  PartOfSpeech part = PartOfSpeech::other;
  bool plural = false;
  unsigned cases = 0;    // CaseBits
  unsigned genders = 0;  // GenderBits; m1 is personal and masculine
};

// Of one reading; an unknown tag is PartOfSpeech::other without cases.
Grammar grammar(const language::Reading& reading);

// The bits for a case's short name as PoliMorf writes it ("gen"); 0 for any other text.
unsigned case_bit(std::string_view name);

// Begins with a capital letter.
inline bool capitalised(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && core::utf8::is_upper(core::utf8::next(word, at));
}
bool all_capitals(std::string_view word);  // two letters or more, none of them small
// Whether one of the word's lemmas is `lemma` (lower case).
bool has_lemma(const language::Word& word, std::string_view lemma);
// Whether a dictionary knows the word as one that is written with a small letter.
bool is_common_word(const language::Word& word);
// Whether no reading but a verb's is known.
bool is_verb(const language::Word& word);
// Whether it is a common word for people and nothing else: "autorów", "prezes".
bool names_people(const language::Word& word);
// "(WORD" or "WORD)" and the like: whether the gap between two tokens is white space alone.
bool only_space(std::string_view gap);
bool holds_blank_line(std::string_view gap);

// Words that end in a full stop which ends no sentence; immutable and thread-safe.
class Abbreviations {
 public:
  // Reads sentences_abbreviations.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<Abbreviations> load(const std::filesystem::path& folder);
  bool contains(std::string_view word) const { return words_.contains(std::string(word)); }

 private:
  std::unordered_set<std::string> words_;
};

// Which sentence each token is in. An item of a list and a table's cell are sentences of their own.
struct Sentences {
  std::vector<std::uint32_t> of;    // by token: the number of its sentence
  std::vector<std::size_t> starts;  // by sentence: its first token; one more for the end

  std::size_t first(std::size_t token) const { return starts[of[token]]; }
  std::size_t end(std::size_t token) const { return starts[of[token] + 1]; }
};

Sentences find_sentences(const SourceText& source, const Abbreviations& abbreviations);

}  // namespace szukajst::indexer::extract
