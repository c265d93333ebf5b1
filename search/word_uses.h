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
  UseSet() = default;
  explicit UseSet(std::vector<std::uint32_t> uses);

  bool has(const core::Tokens& text, std::size_t place, core::Tokens::Last& last) const {
    const std::uint16_t code = text.codes()[place];
    return code == core::Tokens::kWide ? has_wide(text.use(place, last)) : has_code(code);
  }
  // Calls `f(place)` for each place of the text, ascending, until it gives true; whether it did.
  template <typename Function>
  bool any_place(const core::Tokens& text, const Function& f) const;

 private:
  static constexpr std::size_t kBlock = 32;  // places that are compared at once
  static constexpr std::size_t kFew = 16;    // ranges that are compared each; more are looked up
  static constexpr std::size_t kFetched = 512;
  static_assert(std::endian::native == std::endian::little);  // as Hits are read
  struct Range {
    std::uint16_t first, size;  // size: the last less the first
  };
  // Which of a block's codes are in the ranges: eight a word, a byte each.
  using Hits = std::array<std::uint64_t, kBlock / 8>;
  Hits in_block(const std::uint16_t* codes) const;
  bool has_code(std::uint16_t code) const {
    return !bits_.empty() && (bits_[code / 64] >> (code % 64) & 1) != 0;
  }
  bool has_wide(std::uint32_t use) const { return std::binary_search(wide_.begin(), wide_.end(), use); }

  std::vector<Range> ranges_;        // of codes; Tokens::kWide among them where there are wide ones
  std::vector<std::uint64_t> bits_;  // the common ones again, by code
  std::vector<std::uint32_t> wide_;  // ascending
};

template <typename Function>
bool UseSet::any_place(const core::Tokens& text, const Function& f) const {
  const auto codes = text.codes();
  core::Tokens::Last last;
  std::size_t place = 0;
  if (ranges_.size() <= kFew) {
    // Texts lie far apart: all of a short one is fetched at once, not line after line.
    for (std::size_t line = kBlock; line < std::min(codes.size(), kFetched); line += kBlock)
      __builtin_prefetch(codes.data() + line);
    for (; place + kBlock <= codes.size(); place += kBlock) {
      const Hits hits = in_block(codes.data() + place);
      for (std::size_t word = 0; word < hits.size(); ++word) {
        for (std::uint64_t left = hits[word]; left != 0;) {
          const int byte = std::countr_zero(left) / 8;
          left &= ~(std::uint64_t{0xFF} << (8 * byte));
          const std::size_t here = place + 8 * word + static_cast<std::size_t>(byte);
          if ((codes[here] != core::Tokens::kWide || has_wide(text.use(here, last))) && f(here)) return true;
        }
      }
    }
  }
  for (; place < codes.size(); ++place)
    if (has(text, place, last) && f(place)) return true;
  return false;
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

  const core::SegmentTokens& tokens_;
  std::vector<Word> words_;  // the rarest, which is looked for, in front
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
