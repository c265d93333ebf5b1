// What the pairs of common words that an index keeps tell of a phrase, or of two words that are to be near
// each other, so that tokens are read only where they leave it open.
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
  // `phrase`: a PlanNode of that type, or of type near; looked for in this scope.
  PhrasePairs(const PlanNode& phrase, const WordUses& uses, core::Scope scope,
              const core::SegmentPostings& postings);
  // Whether anything is told: of a phrase where two of its words that follow one another are common, of words
  // near each other where they are two, both common.
  bool any() const { return !links_.empty(); }
  // How many postings are read for all windows.
  std::size_t cost() const { return cost_; }
  // Of a window `may`: what has the phrase, and something else beside; `has`: what has it for sure.
  void read(std::uint32_t window, Mask& may, Mask& has);

 private:
  // Two words of the phrase that follow one another.
  struct Link {
    std::vector<core::UseCursor> has, may;  // lists of what has them so, and of what may
  };
  void near(const PlanNode& near, const WordUses& uses);
  // Nothing where one of them is not common.
  std::optional<Link> link(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second,
                           std::uint32_t apart);

  const core::ScopePostings& postings_;
  const core::UsePairs& pairs_;
  std::vector<Link> links_;
  bool decided_ = false;  // whether what has the links has the phrase
  bool open_ = false;     // whether what has them not may have it
  std::size_t cost_ = 0;
};

}  // namespace szukajst::search
