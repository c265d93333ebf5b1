#include "search/phrase_pairs.h"

#include <algorithm>
#include <map>
#include <utility>

namespace szukajst::search {
namespace {

// The uses of a word as pairs know them.
struct Grouped {
  std::map<std::uint16_t, std::uint32_t> groups;  // how many of its uses are in each
  std::vector<std::uint32_t> rest;                // uses in none
};

Grouped grouped(std::span<const std::uint32_t> uses, const core::UsePairs& pairs) {
  Grouped grouped;
  for (const std::uint32_t use : uses) {
    if (const auto group = pairs.group_of(use)) {
      ++grouped.groups[*group];
    } else {
      grouped.rest.push_back(use);
    }
  }
  return grouped;
}

}  // namespace

PhrasePairs::PhrasePairs(const PlanNode& phrase, const WordUses& uses, core::Scope scope,
                         const core::SegmentPostings& postings)
    : postings_(postings.of(scope)), pairs_(postings.pairs(scope)) {
  if (phrase.type == QueryNode::Type::near) {
    near(phrase, uses);
    return;
  }
  for (std::size_t i = 0; i + 1 < phrase.words.size(); ++i) {
    const auto& [first, at] = phrase.words[i];
    const auto& [second, behind] = phrase.words[i + 1];
    if (behind <= at || behind - at > core::kMostApart) continue;
    if (auto found = link(uses.uses_of(first), uses.uses_of(second), behind - at))
      links_.push_back(*std::move(found));
  }
  decided_ = links_.size() == 1 && phrase.words.size() == 2;
}

// What has them side by side has them near; what has not may have them farther off.
void PhrasePairs::near(const PlanNode& near, const WordUses& uses) {
  if (near.words.size() != 2) return;
  const auto one = uses.uses_of(near.words[0].first), other = uses.uses_of(near.words[1].first);
  Link all;
  for (std::uint32_t apart = 1; apart <= std::min(near.distance, core::kMostApart); ++apart) {
    for (const auto& [first, second] : {std::pair(&one, &other), std::pair(&other, &one)}) {
      if (auto found = link(*first, *second, apart))
        all.has.insert(all.has.end(), found->has.begin(), found->has.end());
    }
  }
  cost_ = 0;
  for (const core::UseCursor& list : all.has) cost_ += list.size();
  if (cost_ > 0) links_.push_back(std::move(all));
  decided_ = open_ = true;
}

std::optional<PhrasePairs::Link> PhrasePairs::link(std::span<const std::uint32_t> first,
                                                   std::span<const std::uint32_t> second,
                                                   std::uint32_t apart) {
  const Grouped one = grouped(first, pairs_), other = grouped(second, pairs_);
  if (one.groups.empty() || other.groups.empty()) return std::nullopt;
  Link link;
  const auto add = [&](std::vector<core::UseCursor>& lists, const core::UseCursor& list) {
    if (list.size() == 0) return;
    cost_ += list.size();
    lists.push_back(list);
  };
  for (const auto& [group, uses] : one.groups) {
    for (const auto& [behind, others] : other.groups) {
      const core::UsePairs::List list = pairs_.list_of(apart, group, behind);
      const bool whole = uses == pairs_.uses_in(group) && others == pairs_.uses_in(behind);
      add(list.own && whole ? link.has : link.may, pairs_.lists().cursor(list.number));
    }
  }
  // What has a use that is in no group may have the phrase by it.
  for (const Grouped* word : {&one, &other})
    for (const std::uint32_t use : word->rest) add(link.may, postings_.cursor(use));
  return link;
}

void PhrasePairs::read(std::uint32_t window, Mask& may, Mask& has) {
  may = Mask::below(kWindow);
  has = {};
  const auto add = [&](std::vector<core::UseCursor>& lists, Mask& mask) {
    for (core::UseCursor& list : lists)
      list.read(window, [&](std::uint32_t offset, std::uint32_t) { mask.add(offset); });
  };
  for (Link& link : links_) {
    Mask sure, either;
    add(link.has, sure);
    add(link.may, either);
    either |= sure;
    if (!open_) may &= either;
    if (decided_) has = sure;
  }
}

}  // namespace szukajst::search
