// What the pairs of common words that an index keeps tell of a phrase, so that tokens are read only where
// they leave it open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/fields.h"
#include "core/segment_postings.h"
#include "search/plan.h"
#include "search/window.h"
#include "search/word_uses.h"

namespace szukajst::search {

// Walks a segment's windows, never back. Lives no longer than the segment. Not thread-safe.
class PhrasePairs {
 public:
  // `phrase`: a PlanNode of that type, looked for in this scope.
  PhrasePairs(const PlanNode& phrase, const WordUses& uses, core::Scope scope,
              const core::SegmentPostings& postings);
  // Whether anything is told: where two of its words that follow one another are common.
  bool any() const { return !links_.empty(); }
  // How many postings are read for all windows.
  std::size_t cost() const { return cost_; }
  // Of a window `may`: what has the phrase, or something else beside; `has`: what has it for sure.
  void read(std::uint32_t window, Mask& may, Mask& has);

 private:
  // Two words of the phrase that follow one another.
  struct Link {
    std::vector<core::UseCursor> has, may;  // lists of what has them so, and of what may
  };
  // Nothing where one of them is not common.
  std::optional<Link> link(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second,
                           std::uint32_t apart);

  const core::ScopePostings& postings_;
  const core::UsePairs& pairs_;
  std::vector<Link> links_;
  bool decided_ = false;  // whether they are the whole phrase
  std::size_t cost_ = 0;
};

}  // namespace szukajst::search
