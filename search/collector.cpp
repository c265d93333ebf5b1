#include "search/collector.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/fields.h"
#include "search/facet_counter.h"
#include "search/matcher.h"

namespace szukajst::search {
namespace {

// A match with what it is ordered by.
struct Candidate {
  Found found;
  std::uint32_t day = 0;
  std::string_view title, id;
};

// Whether one stands before the other. Never equal for two different ones: their ids decide, of
// goals their order in the document.
class Before {
 public:
  explicit Before(Sort sort) : sort_(sort) {}

  bool operator()(const Candidate& a, const Candidate& b) const {
    switch (sort_) {
      case Sort::relevance:
        if (a.found.score != b.found.score) return a.found.score > b.found.score;
        break;
      case Sort::newest:
        if (a.day != b.day) return a.day > b.day;
        break;
      case Sort::oldest:  // what has no day stands last here as well
        if (a.day != b.day) return a.day - 1 < b.day - 1;
        break;
      case Sort::title:
        if (a.title != b.title) return a.title < b.title;
        break;
    }
    return a.id != b.id ? a.id < b.id : a.found.goal < b.found.goal;
  }

 private:
  Sort sort_;
};

// The best so many of all that are offered.
class Best {
 public:
  Best(std::size_t most, Sort sort) : most_(most), before_(sort) {}

  void offer(const Candidate& candidate) {
    if (most_ == 0) return;
    if (heap_.size() < most_) {
      heap_.push_back(candidate);
      std::push_heap(heap_.begin(), heap_.end(), before_);
    } else if (before_(candidate, heap_.front())) {
      std::pop_heap(heap_.begin(), heap_.end(), before_);
      heap_.back() = candidate;
      std::push_heap(heap_.begin(), heap_.end(), before_);
    }
  }
  std::vector<Found> take() {
    std::sort_heap(heap_.begin(), heap_.end(), before_);
    std::vector<Found> found;
    for (const Candidate& candidate : heap_) found.push_back(candidate.found);
    return found;
  }

 private:
  std::size_t most_;
  Before before_;
  std::vector<Candidate> heap_;  // the worst of the best in front
};

// The documents of a segment from one of the sources, or from below one of the folders.
std::vector<std::uint8_t> from_sources(const std::vector<std::string>& sources, const SegmentView& segment,
                                       const IndexReader& reader) {
  std::vector<std::uint8_t> chosen(segment.info.documents);
  for (const std::string& source : sources) {
    const auto names = core::source_and_folders(source);
    if (names.empty()) continue;
    PostingCursor cursor = reader.cursor(core::term(core::Tag::source, names.front()));
    for (cursor.seek(1); cursor.number() <= chosen.size(); cursor.seek(cursor.number() + 1))
      chosen[cursor.number() - 1] = 1;
  }
  return chosen;
}

}  // namespace

core::Result<Collected> collect(const Plan& plan, const Request& request, std::size_t most,
                                const Snapshot& snapshot, const Session& session,
                                const gazetteer::Gazetteer& gazetteer, Deadline& deadline) {
  const bool goals = plan.among_goals;
  const bool ranked = request.sort == Sort::relevance && plan.ranked();
  Best best(most, request.sort == Sort::relevance && !ranked ? Sort::newest : request.sort);
  FacetCounter counter(request.filters, snapshot, goals, request.facets);
  Collected collected;
  for (std::size_t i = 0; i < snapshot.segments.size() && !deadline.met(); ++i) {
    const SegmentView& segment = snapshot.segments[i];
    const core::SegmentColumns& columns = segment.columns;
    const std::size_t documents = segment.info.documents;
    const IndexReader& reader = session.readers[i];
    std::vector<std::uint8_t> chosen;
    if (!request.filters.sources.empty()) chosen = from_sources(request.filters.sources, segment, reader);
    counter.enter(i);
    const MatchSources sources{plan, snapshot, segment, reader, deadline};
    const auto matcher = make_matcher(sources, {request.loosest}, collected.expansions_cut);
    for (matcher->seek(1); matcher->number() != kNoMore; matcher->seek(matcher->number() + 1)) {
      if (deadline.passed()) break;
      const std::size_t goal = goals ? matcher->number() - documents - 1 : 0;
      const std::size_t document = goals ? columns.goal_parents[goal] : matcher->number() - 1;
      if (!segment.live(document) || (!chosen.empty() && chosen[document] == 0)) continue;
      if (!counter.take(document, goal)) continue;
      ++collected.total;
      const double score = ranked ? matcher->score() : 0;
      best.offer({{i, static_cast<Number>(document + 1), goal, score},
                  columns.days[document],
                  columns.title_keys[document],
                  columns.ids[document]});
    }
    if (const auto trouble = reader.trouble())
      return core::Error{core::ErrorCode::unreadable, "the index cannot be read: " + *trouble};
  }
  collected.partial = deadline.met();
  collected.best = best.take();
  collected.facets = counter.finish(gazetteer, request.facet_values);
  return collected;
}

}  // namespace szukajst::search
