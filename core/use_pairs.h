// Which common words stand directly behind one another, or with one token between them, and in which entries
// of a scope: so that most of a phrase's matches are known without their tokens. A nextword index of common
// words alone (Williams, Zobel, Bahle: Fast Phrase Querying with Combined Indexes, 2004), of groups of uses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/columns.h"
#include "core/fields.h"
#include "core/result.h"
#include "core/scope_postings.h"
#include "core/segment_tokens.h"

namespace szukajst::core {

// A pair is told of words that are so many places apart, and fewer.
inline constexpr std::uint32_t kMostApart = 2;

// How the pairs of a scope are kept.
//
// Uses whose commonest key is the same are a group, where entries with that key are common. A pair of groups
// that stands in many entries has a list of them; the others share lists, each by a hash, which tell more
// entries than one of them has.
struct PairLists {
  std::vector<std::uint32_t> uses;    // that are in a group, ascending
  std::vector<std::uint16_t> groups;  // of each its group, from 0
  std::vector<std::uint64_t> own;     // pairs that have lists of their own, in the order of these; ascending
  std::uint32_t shared = 0;           // how many lists follow, which the others share
  std::vector<std::uint32_t> sizes;   // by list, how many entries it has

  // `apart`: from 1.
  static std::uint64_t pair(std::uint32_t apart, std::uint16_t first, std::uint16_t second) {
    return std::uint64_t{apart} << 32 | std::uint32_t{first} << 16 | second;
  }
  static std::uint32_t hashed(std::uint64_t pair) {
    return static_cast<std::uint32_t>(pair * 0x9E3779B97F4A7C15U >> 32);
  }
};

// Calls `f(entry, list, 1)` for each list that an entry of the scope is in; entries ascend.
class PairScan {
 public:
  // Which pairs the scope is to have lists of. `frequencies`: by term, in how many entries it is.
  PairScan(const SegmentTokens& tokens, Scope scope, std::span<const std::uint32_t> frequencies);

  // Whether a scope of so many entries has pairs: few are looked through as fast.
  static bool worthwhile(std::size_t entries) { return entries >= 2 * kPostingsWindow; }
  const PairLists& lists() const { return lists_; }
  std::size_t entries() const { return entries_of(tokens_, scope_); }
  template <typename Function>
  void each(const Function& f);

 private:
  static constexpr std::uint16_t kNone = 0xFFFF;  // the group of a use that is in none

  void group(std::span<const std::uint32_t> frequencies);
  void choose();
  std::size_t slot(std::size_t apart, std::size_t first, std::size_t second) const {
    return (apart * groups_ + first) * groups_ + second;
  }
  void read(const Tokens& run);

  const SegmentTokens& tokens_;
  Scope scope_;
  PairLists lists_;
  std::size_t groups_ = 0;
  std::vector<std::uint16_t> group_of_;  // by use
  std::vector<std::uint32_t> list_of_;   // by slot of a pair
  std::vector<std::uint64_t> seen_;      // bits, by list: of the entry that is read
  std::vector<std::uint32_t> distinct_;  // the same, each once
};

template <typename Function>
void PairScan::each(const Function& f) {
  for_each_entry(
      tokens_, scope_, [&](const Tokens& run) { read(run); },
      [&](std::uint32_t entry) {
        for (const std::uint32_t list : distinct_) {
          seen_[list / 64] = 0;
          f(entry, list, 1U);
        }
        distinct_.clear();
      });
}

// Mapped; immutable and thread-safe.
class UsePairs {
 public:
  UsePairs() = default;  // of a scope that has none
  // The columns whose names begin so. Error: malformed, where they do not fit so many entries.
  static Result<UsePairs> read(const Columns& file, const std::string& name, std::size_t entries);
  static void write(const PairLists& lists, const std::string& name, ColumnsFile& file);
  // Whether the pairs are kept so; lists are compared by themselves.
  bool fit(const PairLists& lists) const;

  std::optional<std::uint16_t> group_of(std::uint32_t use) const;
  std::uint32_t uses_in(std::uint16_t group) const { return sizes_[group]; }
  struct List {
    std::uint32_t number = 0;
    bool own = false;  // what it tells has the pair; else it may have
  };
  List list_of(std::uint32_t apart, std::uint16_t first, std::uint16_t second) const;
  // Its numbers are those of lists.
  const ScopePostings& lists() const { return lists_; }

 private:
  std::span<const std::uint32_t> uses_;
  std::span<const std::uint16_t> groups_;
  std::span<const std::uint64_t> own_;
  std::uint32_t shared_ = 0;
  std::vector<std::uint32_t> sizes_;  // by group
  ScopePostings lists_;
};

}  // namespace szukajst::core
