// Finds the documents (or goals) of a segment that match a plan, a window of them at a time.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/kinds.h"
#include "search/deadline.h"
#include "search/index_reader.h"
#include "search/plan.h"
#include "search/ranking.h"
#include "search/snapshot.h"
#include "search/window.h"

namespace szukajst::search {

// At least what a match of the window scores, by offset.
using Bounds = std::array<float, kWindow>;

// Not thread-safe: it walks cursors of one session, for one request.
class Matcher {
 public:
  virtual ~Matcher() = default;

  // A number: from `target` on nothing below it matches. `target` lies behind all windows that were matched.
  virtual Number next(Number target) = 0;
  // Which of `among` match. Windows ascend and do not overlap. Where the deadline passes, matches may be
  // missing.
  virtual void match(const Window& window, const Mask& among, Mask& found) = 0;
  // Of the window last matched, with something found in it: how relevant a match is, 0 where nothing but
  // filters were asked. Offsets ascend from call to call, each is asked once.
  virtual double score(std::uint32_t /*offset*/) { return 0; }
  // Adds to the bounds of what was found at least what score() gives, but for the rounding of floats.
  // `dense`: all offsets, rather than those that were found alone.
  virtual void add_bounds(const Mask& /*found*/, bool /*dense*/, Bounds& /*bounds*/) const {}
  // About how many matches there are; looks into the index.
  virtual std::size_t cost() const = 0;
};

struct MatchSettings {
  core::MatchKind loosest = core::MatchKind::ocr;
  bool scores = true;                  // false: score() and add_bounds() will not be asked
  std::size_t most_expansions = 1000;  // of a word with a star
  Weights weights = {};
};

struct MatchSources {
  const Plan& plan;
  const Snapshot& snapshot;
  const SegmentView& segment;
  Deadline& deadline;
};

// All that `sources` names must outlive the matcher. Deleted documents are not left out. `cut` is set
// where a word with a star had more expansions than allowed.
std::unique_ptr<Matcher> make_matcher(const MatchSources& sources, const MatchSettings& settings, bool& cut);

}  // namespace szukajst::search
