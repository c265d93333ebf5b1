// Which uses of a segment's tokens are those of a query's words, and where they stand in a text.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "core/kinds.h"
#include "core/segment_tokens.h"
#include "search/plan.h"

namespace szukajst::search {

// A set of uses, made once a query and asked for each token that is looked at. Uses of one key have numbers
// side by side, so a word's are few ranges.
class UseSet {
 public:
  static constexpr std::size_t kBlock = 32;  // places that are compared at once

  UseSet() = default;
  explicit UseSet(std::vector<std::uint32_t> uses);

  bool has(const core::Tokens& text, std::size_t place, core::Tokens::Last& last) const {
    const std::uint16_t code = text.codes()[place];
    if (code != core::Tokens::kWide) return has_code(code);
    return !wide_.empty() && has_wide(text.use(place, last));
  }
  // Calls `f(place)` for each place of the text, ascending, until it gives true; whether it did.
  template <typename Function>
  bool any_place(const core::Tokens& text, const Function& f) const;

  // Vectors, which compilers of the GNU kind lower to whatever the processor has.
  using Lane = std::uint16_t __attribute__((vector_size(16)));
  static constexpr std::size_t kLane = sizeof(Lane) / sizeof(std::uint16_t);
  // A block of codes: all bits of those that are in the set, of others none.
  struct Marks {
    std::array<Lane, kBlock / kLane> lanes;
    // Calls `f(i)` for each that is marked, ascending, until it gives true; whether it did.
    template <typename Function>
    bool any_of(const Function& f) const;
  };
  // Whether it has few enough ranges that comparing with each pays; else places are looked up.
  bool compares() const { return few_; }
  // Whether more than the codes may decide.
  bool has_wide_ones() const { return !wide_.empty(); }
  // The first whole block of codes in [at, end), in steps of a block from `at` on, that has any in the set;
  // where it begins, or where what is left of [at, end) does. Every Tokens::kWide is marked where the set has
  // wide uses. Only where it compares.
  std::size_t next_block(const std::uint16_t* codes, std::size_t at, std::size_t end, Marks& marks) const;
  // The same for places with one of this set at `codes` and one of the other at `others`.
  std::size_t next_block(const std::uint16_t* codes, const UseSet& other, const std::uint16_t* others,
                         std::size_t at, std::size_t end, Marks& marks) const;
  // Calls `f(place)` for what is marked among so many places, ascending, until it gives true; whether it did.
  // At least a block of them. `next(from, marks)`: next_block() of them.
  template <typename Next, typename Function>
  static bool any_in_blocks(std::size_t places, const Next& next, const Function& f);

 private:
  static constexpr std::size_t kFew = 16;                     // ranges
  static_assert(std::endian::native == std::endian::little);  // as marks are read
  struct Range {
    Lane first, size;  // the same number throughout; size: the last less the first
  };
  // A block of codes compared with ranges.
  static Marks compared(const std::uint16_t* codes, const std::vector<Range>& ranges);
  static bool any(const Marks& marks);
  bool has_code(std::uint16_t code) const {
    return !bits_.empty() && (bits_[code / 64] >> (code % 64) & 1) != 0;
  }
  bool has_wide(std::uint32_t use) const { return std::binary_search(wide_.begin(), wide_.end(), use); }

  bool few_ = true;
  std::vector<Range> ranges_;  // of codes, where they are few; kWide among them where there are wide ones
  std::vector<std::uint64_t> bits_;  // the common ones again, by code
  std::vector<std::uint32_t> wide_;  // ascending
};

template <typename Function>
bool UseSet::Marks::any_of(const Function& f) const {
  constexpr std::size_t kPart = sizeof(std::uint64_t) / sizeof(std::uint16_t);
  static_assert(kPart == 4 && kBlock <= 64);
  const auto parts = std::bit_cast<std::array<std::uint64_t, kBlock / kPart>>(lanes);
  std::uint64_t bits = 0;  // one for each that is marked
  for (std::size_t part = 0; part < parts.size(); ++part)
    bits |= ((parts[part] & 0x0008'0004'0002'0001) * 0x0001'0001'0001'0001 >> 48) << (kPart * part);
  for (; bits != 0; bits &= bits - 1)
    if (f(static_cast<std::size_t>(std::countr_zero(bits)))) return true;
  return false;
}

template <typename Next, typename Function>
bool UseSet::any_in_blocks(std::size_t places, const Next& next, const Function& f) {
  Marks marks;
  for (std::size_t from = 0, done = 0;;) {
    const std::size_t block = next(from, marks);
    if (block + kBlock <= places) {
      if (marks.any_of([&](std::size_t i) { return block + i >= done && f(block + i); })) return true;
      from = done = block + kBlock;
    } else if (block < places) {  // the last block begins in the one before it
      done = block, from = places - kBlock;
    } else {
      return false;
    }
  }
}

template <typename Function>
bool UseSet::any_place(const core::Tokens& text, const Function& f) const {
  const auto codes = text.codes();
  core::Tokens::Last last;
  if (!few_ || codes.size() < kBlock) {
    for (std::size_t place = 0; place < codes.size(); ++place)
      if (has(text, place, last) && f(place)) return true;
    return false;
  }
  return any_in_blocks(
      codes.size(),
      [&](std::size_t from, Marks& marks) { return next_block(codes.data(), from, codes.size(), marks); },
      [&](std::size_t place) {
        return (codes[place] != core::Tokens::kWide || has_wide(text.use(place, last))) && f(place);
      });
}

// The sets for the words of one query in one segment, each made when it is first asked for. Not
// thread-safe. All that it is made from outlives it.
class WordUses {
 public:
  WordUses(const core::SegmentTokens& tokens, const Plan& plan, core::MatchKind loosest)
      : tokens_(tokens), plan_(plan), loosest_(loosest), of_words_(plan.words.size()) {}

  const core::SegmentTokens& tokens() const { return tokens_; }
  double rarity(std::size_t word) const { return plan_.words[word].rarity; }
  // The uses that one of the word's keys leads to (may_use).
  const UseSet& of_word(std::size_t word);
  // The same, each once, ascending.
  std::vector<std::uint32_t> uses_of(std::size_t word) const;
  const UseSet& of_term(core::Stream stream, const std::string& word);

 private:
  void add(core::Stream stream, const std::string& word, std::vector<std::uint32_t>& uses) const;

  const core::SegmentTokens& tokens_;
  const Plan& plan_;
  core::MatchKind loosest_;
  std::vector<std::optional<UseSet>> of_words_;
  std::map<std::string, UseSet> of_terms_;  // scopeless
};

// A text in which words are looked for: of a document, or the wording of a goal.
struct TextPlace {
  core::Scope scope;
  std::size_t document = 0;
  std::size_t goal = 0;  // in the document; for Scope::goal alone
};

// A phrase (a PlanNode of that type), ready to be looked for.
class PhraseFinder {
 public:
  // `uses` outlives it.
  PhraseFinder(const PlanNode& phrase, WordUses& uses);
  bool stands_in(const TextPlace& text) const;
  // The same of a text whose places all follow one another.
  bool stands_in(const core::Tokens& run) const;
  // The positions at which it begins, ascending.
  std::vector<std::uint32_t> starts(const TextPlace& text) const;

 private:
  struct Word {
    const UseSet* uses;
    std::uint32_t distance;
    double rarity;
  };
  // Calls `f(place)` for each place at which it begins, until it gives true; whether it did.
  template <typename Function>
  bool any_start(const core::Tokens& run, const Function& f) const;

  static constexpr std::size_t kCompared = 2;  // words, where there are so many that can be

  const core::SegmentTokens& tokens_;
  std::vector<Word> words_;   // those in front that can be compared, and of these the rarest
  std::size_t compared_ = 0;  // of words_, in front
  bool decided_ = false;      // whether comparing these says all
  std::size_t span_ = 0;      // places from its first to its last word
};

// Words that are to stand near each other (a PlanNode of type near), ready to be looked for.
class NearFinder {
 public:
  // `uses` outlives it.
  NearFinder(const PlanNode& near, WordUses& uses);
  // Positions at which words stand as near as is asked, each with the word's place in PlanNode::words;
  // ascending, each once.
  std::vector<std::pair<std::uint32_t, std::size_t>> places(const TextPlace& text) const;

 private:
  const core::SegmentTokens& tokens_;
  std::vector<const UseSet*> words_;
  std::uint32_t distance_;
};

}  // namespace szukajst::search
