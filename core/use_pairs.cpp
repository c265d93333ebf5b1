#include "core/use_pairs.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace szukajst::core {
namespace {

// A group is common where one entry of so many has its key.
constexpr std::size_t kCommon = 16;
// So many groups at most, the commonest: pairs are counted in a table of all of them.
constexpr std::size_t kMostGroups = 2048;
// A pair has a list of its own where one entry of so many has it.
constexpr std::size_t kOwn = 128;
// The others share lists with about one entry of so many in each.
constexpr std::size_t kShared = 64;

}  // namespace

PairScan::PairScan(const SegmentTokens& tokens, Scope scope, std::span<const std::uint32_t> frequencies)
    : tokens_(tokens), scope_(scope), group_of_(tokens.uses(), kNone) {
  group(frequencies);
  choose();
}

void PairScan::group(std::span<const std::uint32_t> frequencies) {
  const std::size_t least = std::max<std::size_t>(entries() / kCommon, 1);
  std::vector<std::uint32_t> keys;
  for (std::uint32_t term = 0; term < frequencies.size(); ++term)
    if (frequencies[term] >= least && tokens_.term(term).starts_with(static_cast<char>(Stream::key)))
      keys.push_back(term);
  std::ranges::stable_sort(keys, std::ranges::greater{}, [&](std::uint32_t key) { return frequencies[key]; });
  groups_ = std::min(keys.size(), kMostGroups);
  // The commonest first, so that each use goes to its commonest key.
  for (std::size_t group = 0; group < groups_; ++group)
    for (const std::uint32_t use : tokens_.uses_of(keys[group]))
      if (group_of_[use] == kNone) group_of_[use] = static_cast<std::uint16_t>(group);
  for (std::uint32_t use = 0; use < group_of_.size(); ++use) {
    if (group_of_[use] == kNone) continue;
    lists_.uses.push_back(use);
    lists_.groups.push_back(group_of_[use]);
  }
}

void PairScan::choose() {
  const std::size_t pairs = kMostApart * groups_ * groups_;
  list_of_.resize(pairs);
  std::iota(list_of_.begin(), list_of_.end(), 0);
  seen_.resize(pairs / 64 + 1);
  std::vector<std::uint32_t> counts(pairs);
  each([&](std::uint32_t, std::uint32_t slot, std::uint32_t) { ++counts[slot]; });

  const std::size_t least = std::max<std::size_t>(entries() / kOwn, 1);
  std::size_t rest = 0;
  for (const std::uint32_t count : counts) rest += count < least ? count : 0;
  lists_.shared = static_cast<std::uint32_t>(rest * kShared / std::max<std::size_t>(entries(), 1) + 1);
  const auto for_each_slot = [&](const auto& f) {
    std::size_t at = 0;
    for (std::uint32_t apart = 1; apart <= kMostApart; ++apart)
      for (std::size_t first = 0; first < groups_; ++first)
        for (std::size_t second = 0; second < groups_; ++second, ++at)
          f(at,
            PairLists::pair(apart, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(second)));
  };
  for_each_slot([&](std::size_t at, std::uint64_t pair) {
    if (counts[at] >= least) lists_.own.push_back(pair);
  });
  std::uint32_t own = 0;
  for_each_slot([&](std::size_t at, std::uint64_t pair) {
    list_of_[at] = counts[at] >= least ? own++
                                       : static_cast<std::uint32_t>(lists_.own.size()) +
                                             PairLists::hashed(pair) % lists_.shared;
  });
  lists_.sizes.resize(lists_.own.size() + lists_.shared);
  each([&](std::uint32_t, std::uint32_t list, std::uint32_t) { ++lists_.sizes[list]; });
}

void PairScan::read(const Tokens& run) {
  Tokens::Last last;
  std::array<std::uint16_t, kMostApart> before;  // the groups of the tokens before, the nearest first
  before.fill(kNone);
  for (std::size_t place = 0; place < run.size(); ++place) {
    const std::uint32_t use = run.use(place, last);
    const std::uint16_t here = use < group_of_.size() ? group_of_[use] : kNone;
    if (here != kNone) {
      for (std::size_t apart = 0; apart < kMostApart; ++apart) {
        if (before[apart] == kNone) continue;
        const std::uint32_t list = list_of_[slot(apart, before[apart], here)];
        if ((seen_[list / 64] >> (list % 64) & 1) != 0) continue;
        seen_[list / 64] |= std::uint64_t{1} << (list % 64);
        distinct_.push_back(list);
      }
    }
    std::shift_right(before.begin(), before.end(), 1);
    before.front() = here;
  }
}

void UsePairs::write(const PairLists& lists, const std::string& name, ColumnsFile& file) {
  file.add(name + ".uses", std::span<const std::uint32_t>(lists.uses));
  file.add(name + ".groups", std::span<const std::uint16_t>(lists.groups));
  file.add(name + ".own", std::span<const std::uint64_t>(lists.own));
  file.add(name + ".shared", std::span<const std::uint32_t>(&lists.shared, 1));
}

Result<UsePairs> UsePairs::read(const Columns& file, const std::string& name, std::size_t entries) {
  auto lists = ScopePostings::read(file, name, entries);
  if (!lists) return lists.error();
  UsePairs pairs;
  pairs.lists_ = *std::move(lists);
  pairs.uses_ = file.get<std::uint32_t>(name + ".uses");
  pairs.groups_ = file.get<std::uint16_t>(name + ".groups");
  pairs.own_ = file.get<std::uint64_t>(name + ".own");
  const auto shared = file.get<std::uint32_t>(name + ".shared");
  if (shared.size() != 1 || shared.front() == 0 || pairs.uses_.size() != pairs.groups_.size())
    return Error{ErrorCode::malformed, "the pairs " + name + " do not fit their segment"};
  pairs.shared_ = shared.front();
  for (const std::uint16_t group : pairs.groups_) {
    if (group >= pairs.sizes_.size()) pairs.sizes_.resize(group + std::size_t{1});
    ++pairs.sizes_[group];
  }
  return pairs;
}

bool UsePairs::fit(const PairLists& lists) const {
  return std::ranges::equal(uses_, lists.uses) && std::ranges::equal(groups_, lists.groups) &&
         std::ranges::equal(own_, lists.own) && shared_ == lists.shared;
}

std::optional<std::uint16_t> UsePairs::group_of(std::uint32_t use) const {
  const auto found = std::lower_bound(uses_.begin(), uses_.end(), use);
  if (found == uses_.end() || *found != use) return std::nullopt;
  return groups_[static_cast<std::size_t>(found - uses_.begin())];
}

UsePairs::List UsePairs::list_of(std::uint32_t apart, std::uint16_t first, std::uint16_t second) const {
  const std::uint64_t pair = PairLists::pair(apart, first, second);
  const auto found = std::lower_bound(own_.begin(), own_.end(), pair);
  if (found != own_.end() && *found == pair) return {static_cast<std::uint32_t>(found - own_.begin()), true};
  return {static_cast<std::uint32_t>(own_.size()) + PairLists::hashed(pair) % shared_, false};
}

}  // namespace szukajst::core
