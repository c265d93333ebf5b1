#include "search/word_uses.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace szukajst::search {
namespace {

constexpr std::size_t kCodes = std::size_t{core::Tokens::kWide} + 1;

template <typename Function>
void for_each_run(const core::SegmentTokens& tokens, const TextPlace& text, const Function& f) {
  if (text.scope == core::Scope::goal) {
    f(tokens.goal(text.document, text.goal), 0);
  } else {
    tokens.for_each_run_in(text.scope, text.document, f);
  }
}

}  // namespace

UseSet::UseSet(std::vector<std::uint32_t> uses) {
  std::sort(uses.begin(), uses.end());
  uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
  const auto wide = std::lower_bound(uses.begin(), uses.end(), std::uint32_t{core::Tokens::kWide});
  if (wide != uses.begin()) bits_.resize(kCodes / 64);
  std::vector<std::pair<std::uint16_t, std::uint16_t>> ranges;  // first, last
  const auto add = [&](std::uint16_t code) {
    if (!ranges.empty() && ranges.back().second + 1 == code) {
      ranges.back().second = code;
    } else {
      ranges.emplace_back(code, code);
    }
  };
  for (auto use = uses.begin(); use != wide; ++use) {
    add(static_cast<std::uint16_t>(*use));
    bits_[*use / 64] |= std::uint64_t{1} << (*use % 64);
  }
  wide_.assign(wide, uses.end());
  if (!wide_.empty()) add(core::Tokens::kWide);
  few_ = ranges.size() <= kFew;
  for (const auto& [first, last] : ranges) {
    if (!few_) break;
    Range& range = ranges_.emplace_back();
    for (std::size_t i = 0; i < kLane; ++i)
      range.first[i] = first, range.size[i] = static_cast<std::uint16_t>(last - first);
  }
}

// Inlined, so that all of it stays in registers.
[[gnu::always_inline]] inline UseSet::Marks UseSet::compared(const std::uint16_t* codes,
                                                             const std::vector<Range>& ranges) {
  Marks block, marked{};
  constexpr std::size_t kLanes = kBlock / kLane;
#pragma GCC unroll kLanes
  for (std::size_t i = 0; i < kLanes; ++i) std::memcpy(&block.lanes[i], codes + i * kLane, sizeof(Lane));
  for (const Range& range : ranges) {
#pragma GCC unroll kLanes
    for (std::size_t i = 0; i < kLanes; ++i)
      marked.lanes[i] |= std::bit_cast<Lane>((block.lanes[i] - range.first) <= range.size);
  }
  return marked;
}

[[gnu::always_inline]] inline bool UseSet::any(const Marks& marks) {
  using Halves = std::uint64_t __attribute__((vector_size(sizeof(Lane))));
  Lane any{};
#pragma GCC unroll 4
  for (std::size_t i = 0; i < marks.lanes.size(); ++i) any |= marks.lanes[i];
  const auto halves = std::bit_cast<Halves>(any);
  return (halves[0] | halves[1]) != 0;
}

std::size_t UseSet::next_block(const std::uint16_t* codes, std::size_t at, std::size_t end,
                               Marks& marks) const {
  for (; at + kBlock <= end; at += kBlock) {
    const Marks here = compared(codes + at, ranges_);
    if (!any(here)) continue;
    marks = here;
    break;
  }
  return at;
}

std::size_t UseSet::next_block(const std::uint16_t* codes, const UseSet& other, const std::uint16_t* others,
                               std::size_t at, std::size_t end, Marks& marks) const {
  for (; at + kBlock <= end; at += kBlock) {
    Marks here = compared(codes + at, ranges_);
    const Marks there = compared(others + at, other.ranges_);
#pragma GCC unroll 4
    for (std::size_t i = 0; i < here.lanes.size(); ++i) here.lanes[i] &= there.lanes[i];
    if (!any(here)) continue;
    marks = here;
    break;
  }
  return at;
}

void WordUses::add(core::Stream stream, const std::string& word, std::vector<std::uint32_t>& uses) const {
  const auto term = tokens_.find(core::scopeless_term(stream, word));
  if (!term) return;
  const auto more = tokens_.uses_of(*term);
  uses.insert(uses.end(), more.begin(), more.end());
}

std::vector<std::uint32_t> WordUses::uses_of(std::size_t word) const {
  std::vector<std::uint32_t> uses;
  for (const language::QueryKey& key : plan_.words[word].query.keys)
    if (may_use(key, loosest_)) add(core::Stream::key, key.key, uses);
  std::sort(uses.begin(), uses.end());
  uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
  return uses;
}

const UseSet& WordUses::of_word(std::size_t word) {
  std::optional<UseSet>& set = of_words_[word];
  if (!set) set.emplace(uses_of(word));
  return *set;
}

const UseSet& WordUses::of_term(core::Stream stream, const std::string& word) {
  const auto [found, fresh] = of_terms_.try_emplace(core::scopeless_term(stream, word));
  if (fresh) {
    std::vector<std::uint32_t> uses;
    add(stream, word, uses);
    found->second = UseSet(std::move(uses));
  }
  return found->second;
}

PhraseFinder::PhraseFinder(const PlanNode& phrase, WordUses& uses) : tokens_(uses.tokens()) {
  for (const auto& [word, distance] : phrase.words) {
    words_.push_back({&uses.of_word(word), distance, uses.rarity(word)});
    span_ = std::max<std::size_t>(span_, distance + 1);
  }
  std::ranges::stable_sort(words_, std::ranges::greater{}, &Word::rarity);
  const auto dear =
      std::ranges::stable_partition(words_, [](const Word& word) { return word.uses->compares(); });
  compared_ = std::min<std::size_t>(words_.size() - dear.size(), kCompared);
  decided_ = compared_ == words_.size() &&
             std::ranges::none_of(words_, [](const Word& word) { return word.uses->has_wide_ones(); });
}

// Where some words are compared a block of starts at a time, all are looked up only where these stand so.
template <typename Function>
bool PhraseFinder::any_start(const core::Tokens& run, const Function& f) const {
  if (run.size() < span_) return false;
  const std::size_t starts = run.size() - span_ + 1;
  core::Tokens::Last last;
  const auto at = [&](std::size_t start) {
    const bool whole = std::ranges::all_of(
        words_, [&](const Word& word) { return word.uses->has(run, start + word.distance, last); });
    return whole && f(start);
  };
  if (compared_ == 0 || starts < UseSet::kBlock) {
    for (std::size_t start = 0; start < starts; ++start)
      if (at(start)) return true;
    return false;
  }
  const Word& word = words_.front();
  const std::uint16_t* codes = run.codes().data() + word.distance;
  const auto at_mark = [&](std::size_t start) { return decided_ ? f(start) : at(start); };
  if (compared_ == 1) {
    return UseSet::any_in_blocks(
        starts,
        [&](std::size_t from, UseSet::Marks& marks) {
          return word.uses->next_block(codes, from, starts, marks);
        },
        at_mark);
  }
  const Word& other = words_[1];
  const std::uint16_t* others = run.codes().data() + other.distance;
  return UseSet::any_in_blocks(
      starts,
      [&](std::size_t from, UseSet::Marks& marks) {
        return word.uses->next_block(codes, *other.uses, others, from, starts, marks);
      },
      at_mark);
}

bool PhraseFinder::stands_in(const core::Tokens& run) const {
  return any_start(run, [](std::size_t) { return true; });
}

bool PhraseFinder::stands_in(const TextPlace& text) const {
  bool found = false;
  for_each_run(tokens_, text,
               [&](const core::Tokens& run, std::uint32_t) { found = found || stands_in(run); });
  return found;
}

std::vector<std::uint32_t> PhraseFinder::starts(const TextPlace& text) const {
  std::vector<std::uint32_t> positions;
  for_each_run(tokens_, text, [&](const core::Tokens& run, std::uint32_t before) {
    any_start(run, [&](std::size_t place) {
      positions.push_back(before + static_cast<std::uint32_t>(place) + 1);
      return false;
    });
  });
  return positions;
}

NearFinder::NearFinder(const PlanNode& near, WordUses& uses)
    : tokens_(uses.tokens()), distance_(near.distance) {
  for (const auto& [word, distance] : near.words) words_.push_back(&uses.of_word(word));
}

std::vector<std::pair<std::uint32_t, std::size_t>> NearFinder::places(const TextPlace& text) const {
  using Place = std::pair<std::uint32_t, std::size_t>;
  std::vector<Place> places;
  for_each_run(tokens_, text, [&](const core::Tokens& run, std::uint32_t before) {
    for (std::size_t word = 0; word < words_.size(); ++word) {
      words_[word]->any_place(run, [&](std::size_t place) {
        places.emplace_back(before + static_cast<std::uint32_t>(place) + 1, word);
        return false;
      });
    }
  });
  std::sort(places.begin(), places.end());
  // A window over the places that has each word.
  std::vector<Place> found;
  std::vector<std::size_t> times(words_.size());
  std::size_t missing = words_.size(), begin = 0, told = 0;
  for (std::size_t end = 0; end < places.size(); ++end) {
    missing -= times[places[end].second]++ == 0;
    for (; places[end].first - places[begin].first > distance_; ++begin)
      missing += --times[places[begin].second] == 0;
    if (missing != 0) continue;
    for (told = std::max(told, begin); told <= end; ++told) found.push_back(places[told]);
  }
  return found;
}

}  // namespace szukajst::search
