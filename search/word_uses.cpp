#include "search/word_uses.h"

#include <algorithm>
#include <array>

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
  const auto add = [&](std::uint16_t code) {
    const bool next = !ranges_.empty() && ranges_.back().first + ranges_.back().size + 1 == code;
    if (next) ++ranges_.back().size;
    if (!next) ranges_.push_back({code, 0});
  };
  for (auto use = uses.begin(); use != wide; ++use) {
    add(static_cast<std::uint16_t>(*use));
    bits_[*use / 64] |= std::uint64_t{1} << (*use % 64);
  }
  wide_.assign(wide, uses.end());
  if (!wide_.empty()) add(core::Tokens::kWide);
}

UseSet::Hits UseSet::in_block(const std::uint16_t* codes) const {
  // Written so that the compiler makes it instructions over many codes.
  std::array<std::uint16_t, kBlock> block, found{};
  std::copy_n(codes, kBlock, block.begin());
  for (const Range range : ranges_) {
    for (std::size_t i = 0; i < kBlock; ++i) {
      const auto behind = static_cast<std::uint16_t>(block[i] - range.first);
      found[i] = static_cast<std::uint16_t>(found[i] | (behind <= range.size ? 0xFFFF : 0));
    }
  }
  std::array<std::uint8_t, kBlock> bytes;
  for (std::size_t i = 0; i < kBlock; ++i) bytes[i] = static_cast<std::uint8_t>(found[i]);
  return std::bit_cast<Hits>(bytes);
}

void WordUses::add(core::Stream stream, const std::string& word, std::vector<std::uint32_t>& uses) const {
  const auto term = tokens_.find(core::scopeless_term(stream, word));
  if (!term) return;
  const auto more = tokens_.uses_of(*term);
  uses.insert(uses.end(), more.begin(), more.end());
}

const UseSet& WordUses::of_word(std::size_t word) {
  std::optional<UseSet>& set = of_words_[word];
  if (!set) {
    std::vector<std::uint32_t> uses;
    for (const language::QueryKey& key : plan_.words[word].query.keys)
      if (may_use(key, loosest_)) add(core::Stream::key, key.key, uses);
    set.emplace(std::move(uses));
  }
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
  for (const auto& [word, distance] : phrase.words)
    words_.push_back({&uses.of_word(word), distance, uses.rarity(word)});
  std::ranges::stable_sort(words_, std::ranges::greater{}, &Word::rarity);
}

template <typename Function>
bool PhraseFinder::any_start(const core::Tokens& run, const Function& f) const {
  const Word& first = words_.front();
  core::Tokens::Last last;
  return first.uses->any_place(run, [&](std::size_t place) {
    if (place < first.distance) return false;
    const std::size_t start = place - first.distance;
    const bool whole = std::all_of(words_.begin() + 1, words_.end(), [&](const Word& word) {
      const std::size_t there = start + word.distance;
      return there < run.size() && word.uses->has(run, there, last);
    });
    return whole && f(start);
  });
}

bool PhraseFinder::stands_in(const TextPlace& text) const {
  bool found = false;
  for_each_run(tokens_, text, [&](const core::Tokens& run, std::uint32_t) {
    found = found || any_start(run, [](std::size_t) { return true; });
  });
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
