#include "search/collector.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/fields.h"
#include "search/facet_counter.h"
#include "search/freshness.h"
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
      case Sort::fresh:
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

// Scores come as doubles, their bounds as sums of floats.
constexpr double kRounding = 1e-5;

// The best so many of all that are offered.
class Best {
 public:
  Best(std::size_t most, Sort sort) : most_(most), sort_(sort), before_(sort) {}

  bool wants_any() const { return most_ > 0; }
  // What scores less than this, by a bound, is not among the best.
  float least_bound() const {
    return heap_.size() < most_ ? -1.0F : static_cast<float>(heap_.front().found.score * (1 - kRounding));
  }
  // Whether what has this day may be among the best.
  bool may_have(std::uint32_t day) const {
    if (heap_.size() < most_) return true;
    const std::uint32_t last = heap_.front().day;
    return sort_ == Sort::newest ? day >= last : sort_ != Sort::oldest || day - 1 <= last - 1;
  }
  void offer(const Candidate& candidate) {
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
  Sort sort_;
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

// One run over the segments of a snapshot.
class Collector {
 public:
  Collector(const Plan& plan, const Request& request, std::size_t most, const Snapshot& snapshot,
            Deadline& deadline)
      : plan_(plan),
        request_(request),
        snapshot_(snapshot),
        deadline_(deadline),
        ranked_(by_relevance(request.sort) && plan.ranked()),
        freshness_(request),
        best_(most, by_relevance(request.sort) && !ranked_ ? Sort::newest : request.sort),
        counter_(request.filters, snapshot, plan.among_goals, request.facets),
        of_all_(everything()) {
    if (of_all_) counter_.take_all();
  }

  // Takes all matches of a segment.
  void walk(std::size_t index, const IndexReader& reader) {
    const SegmentView& segment = snapshot_.segments[index];
    segment_ = index;
    const auto documents = static_cast<Number>(segment.info.documents);
    std::vector<std::uint8_t> chosen;
    if (!request_.filters.sources.empty()) chosen = from_sources(request_.filters.sources, segment, reader);
    counter_.enter(index);
    const MatchSources sources{plan_, snapshot_, segment, deadline_};
    const MatchSettings settings{
        .loosest = request_.loosest, .scores = ranked_ && best_.wants_any(), .weights = request_.weights};
    const auto matcher = make_matcher(sources, settings, collected_.expansions_cut);
    const Number first = plan_.among_goals ? documents + 1 : 1;
    const Number end = first + static_cast<Number>(plan_.among_goals ? segment.info.goals : documents);
    Window window{first, 0};
    for (Number next = matcher->next(first); next < end; next = matcher->next(window.end())) {
      window.first = first + (next - first) / kWindow * kWindow;
      window.size = std::min(kWindow, end - window.first);
      Mask found;
      matcher->match(window, allowed(segment, window, chosen), found);
      if (!found.none()) take(window, found, *matcher);
      if (deadline_.look()) return;
    }
  }

  Collected finish(const gazetteer::Gazetteer& gazetteer) {
    collected_.partial = deadline_.met();
    collected_.best = best_.take();
    collected_.facets = counter_.finish(gazetteer, request_.facet_values);
    return std::move(collected_);
  }

 private:
  // Whether all documents are asked for, whose counts are known.
  bool everything() const {
    const Filters& filters = request_.filters;
    return plan_.root.type == QueryNode::Type::everything && !plan_.among_goals && filters.places.empty() &&
           filters.kinds.empty() && filters.officials.empty() && filters.partners.empty() &&
           filters.programmes.empty() && filters.sources.empty() && !filters.from && !filters.to;
  }

  // Of a window that which lives and comes from a chosen source, if any are.
  Mask allowed(const SegmentView& segment, const Window& window,
               const std::vector<std::uint8_t>& chosen) const {
    Mask allowed = Mask::below(window.size);
    if (segment.deleted.empty() && chosen.empty()) return allowed;
    allowed.each([&](std::uint32_t offset) {
      const std::size_t document = document_of(segment, window.first + offset);
      if (!segment.live(document) || (!chosen.empty() && chosen[document] == 0)) allowed.remove(offset);
    });
    return allowed;
  }
  std::size_t document_of(const SegmentView& segment, Number number) const {
    return plan_.among_goals ? segment.columns.goal_parents[number - segment.info.documents - 1] : number - 1;
  }

  void take(const Window& window, const Mask& found, Matcher& matcher) {
    const SegmentView& segment = snapshot_.segments[segment_];
    documents_.clear(), goals_.clear();
    found.each([&](std::uint32_t offset) {
      documents_.push_back(static_cast<std::uint32_t>(document_of(segment, window.first + offset)));
      if (plan_.among_goals)
        goals_.push_back(window.first + offset - static_cast<Number>(segment.info.documents) - 1);
    });
    if (!of_all_) counter_.take(documents_, goals_);
    collected_.total += documents_.size();
    if (!best_.wants_any() || documents_.empty()) return;
    ranked_ ? offer_scored(window, found, matcher) : offer_all();
  }

  void offer_scored(const Window& window, const Mask& found, Matcher& matcher) {
    const SegmentView& segment = snapshot_.segments[segment_];
    bounds_.fill(0);
    matcher.add_bounds(found, documents_.size() * kDense > kWindow, bounds_);
    const std::vector<std::uint32_t>& matches = plan_.among_goals ? goals_ : documents_;
    const Number first = plan_.among_goals ? static_cast<Number>(segment.info.documents) + 1 : 1;
    float least = best_.least_bound();
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const std::uint32_t offset = first + matches[i] - window.first;
      if (bounds_[offset] < least) continue;
      const double factor = freshness_.factor(segment.columns.days[documents_[i]]);  // at most 1
      if (bounds_[offset] * factor < least) continue;
      offer(documents_[i], plan_.among_goals ? matches[i] : 0, matcher.score(offset) * factor);
      least = best_.least_bound();
    }
  }

  void offer_all() {
    const auto days = snapshot_.segments[segment_].columns.days;
    for (std::size_t i = 0; i < documents_.size(); ++i)
      if (best_.may_have(days[documents_[i]])) offer(documents_[i], plan_.among_goals ? goals_[i] : 0, 0);
  }

  void offer(std::uint32_t document, std::size_t goal, double score) {
    const core::SegmentColumns& columns = snapshot_.segments[segment_].columns;
    best_.offer({{segment_, document + 1, goal, score},
                 columns.days[document],
                 columns.title_keys[document],
                 columns.ids[document]});
  }

  // Where one match in so many is found, bounds are worked out for all numbers of a window at once.
  static constexpr std::size_t kDense = 8;

  const Plan& plan_;
  const Request& request_;
  const Snapshot& snapshot_;
  Deadline& deadline_;
  bool ranked_;
  Freshness freshness_;
  Best best_;
  FacetCounter counter_;
  bool of_all_;
  Collected collected_;
  std::size_t segment_ = 0;
  std::vector<std::uint32_t> documents_, goals_;  // that match, of a window; ordinals
  Bounds bounds_{};
};

}  // namespace

core::Result<Collected> collect(const Plan& plan, const Request& request, std::size_t most,
                                const Snapshot& snapshot, const Session& session,
                                const gazetteer::Gazetteer& gazetteer, Deadline& deadline) {
  Collector collector(plan, request, most, snapshot, deadline);
  for (std::size_t i = 0; i < snapshot.segments.size() && !deadline.met(); ++i) {
    const IndexReader& reader = session.readers[i];
    collector.walk(i, reader);
    if (const auto trouble = reader.trouble())
      return core::Error{core::ErrorCode::unreadable, "the index cannot be read: " + *trouble};
  }
  return collector.finish(gazetteer);
}

}  // namespace szukajst::search
