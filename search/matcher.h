// Walks the documents (or goals) of a segment that match a plan, in ascending order.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/kinds.h"
#include "search/deadline.h"
#include "search/index_reader.h"
#include "search/plan.h"
#include "search/snapshot.h"

namespace szukajst::search {

// Not thread-safe: it walks cursors of one session, for one request.
class Matcher {
 public:
  virtual ~Matcher() = default;

  Number number() const { return number_; }  // kNoMore behind the last
  // Goes to the first match with this number or a greater one; stays where it already is there. Where
  // the deadline passes on the way there are no more matches.
  virtual void seek(Number target) = 0;
  // How relevant the current match is; 0 where nothing but filters were asked.
  virtual double score() { return 0; }
  // About how many matches there are: the rarest of several leads.
  std::size_t cost() const { return cost_; }

 protected:
  Number number_ = 0;
  std::size_t cost_ = 0;
};

struct MatchSettings {
  core::MatchKind loosest = core::MatchKind::ocr;
  std::size_t most_expansions = 1000;  // of a word with a star
};

struct MatchSources {
  const Plan& plan;
  const Snapshot& snapshot;
  const SegmentView& segment;
  const IndexReader& reader;
  Deadline& deadline;
};

// All that `sources` names must outlive the matcher. Deleted documents are not left out. `cut` is set
// where a word with a star had more expansions than allowed.
std::unique_ptr<Matcher> make_matcher(const MatchSources& sources, const MatchSettings& settings, bool& cut);

// Positions in the document at which the phrase (a PlanNode of that type) begins, ascending.
std::vector<std::uint32_t> phrase_starts(const PlanNode& phrase, const Plan& plan, core::Scope scope,
                                         Number number, const IndexReader& reader, core::MatchKind loosest);

// Positions in the document at which words of `near` (a PlanNode of that type) stand as near as it asks, each
// with the word's place in PlanNode::words; ascending, each once.
std::vector<std::pair<std::uint32_t, std::size_t>> near_places(const PlanNode& near, const Plan& plan,
                                                               core::Scope scope, Number number,
                                                               const IndexReader& reader,
                                                               core::MatchKind loosest);

}  // namespace szukajst::search
