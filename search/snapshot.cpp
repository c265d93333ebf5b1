#include "search/snapshot.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "search/facet_counter.h"
#include "search/ranking.h"
#include "search/request.h"

namespace szukajst::search {
namespace {

// A commit may sweep a segment between our reading of the manifest and of the segment.
constexpr int kAttempts = 5;

core::Result<SegmentView> open_segment(const std::filesystem::path& index, const core::SegmentInfo& info,
                                       bool shard) {
  const auto path = core::segment_path(index, info.name);
  auto columns = core::SegmentColumns::open(core::columns_path(path), info.documents, info.goals);
  if (!columns) return columns.error();
  if (auto whole = core::check_files(path, info); !whole) return whole.error();
  auto suggestions = core::Suggestions::open(core::suggestions_path(path), info.documents);
  if (!suggestions) return suggestions.error();
  auto wordings = core::GoalWordings::open(core::goal_wordings_path(path), info.documents, info.goals);
  if (!wordings) return wordings.error();
  auto tokens = core::SegmentTokens::open(core::tokens_path(path), columns->goal_starts);
  if (!tokens) return tokens.error();
  auto postings = core::SegmentPostings::open(core::postings_path(path), *tokens);
  if (!postings) return postings.error();
  auto texts = core::KeptTexts::open(core::texts_path(path), info.documents);
  if (!texts) return texts.error();
  SegmentView view{path,
                   info,
                   std::move(*columns),
                   std::move(*tokens),
                   std::move(*postings),
                   std::move(*texts),
                   std::move(*suggestions),
                   std::move(*wordings),
                   shard,
                   {},
                   {},
                   {}};
  if (!info.deleted.empty()) view.deleted.assign(info.documents, 0);
  for (const std::uint32_t number : info.deleted) view.deleted[number - 1] = 1;
  return view;
}

// Adds what the index has now. Errors: not_found, malformed, unsupported, unreadable.
core::Result<core::Done> add_index(const std::filesystem::path& index,
                                   const core::Manifest::AnalyzerIdentity& ours, Snapshot& snapshot) {
  for (int attempt = 1;; ++attempt) {
    const auto manifest = core::read_manifest(index);
    if (!manifest) return manifest.error();
    if (manifest->analyzer != ours) {
      return core::Error{
          core::ErrorCode::unsupported,
          "the index at " + index.string() + " was made with other language tables; index again"};
    }
    std::vector<SegmentView> segments;
    core::Error error;
    for (const core::SegmentInfo& info : manifest->segments) {
      auto segment = open_segment(index, info, manifest->shard);
      if (!segment) {
        error = segment.error();
        break;
      }
      segments.push_back(std::move(*segment));
    }
    if (error.message.empty()) {
      snapshot.generation += manifest->generation;
      std::ranges::move(segments, std::back_inserter(snapshot.segments));
      return core::Done{};
    }
    if (error.code != core::ErrorCode::not_found || attempt == kAttempts) {
      return core::Error{core::ErrorCode::malformed,
                         "the index at " + index.string() + " is damaged: " + error.message};
    }
  }
}

void measure(Snapshot& snapshot) {
  double document_tokens = 0, goal_tokens = 0;
  for (const SegmentView& segment : snapshot.segments) {
    const core::SegmentColumns& columns = segment.columns;
    for (std::size_t document = 0; document < columns.lengths.size(); ++document) {
      if (!segment.live(document)) continue;
      ++snapshot.documents.size;
      document_tokens += columns.lengths[document];
      for (auto goal = columns.goal_starts[document]; goal < columns.goal_starts[document + 1]; ++goal) {
        ++snapshot.goals.size;
        goal_tokens += columns.goal_lengths[goal];
      }
    }
  }
  const auto average = [](double tokens, std::size_t size) {
    return size == 0 ? 1.0 : std::max(1.0, tokens / static_cast<double>(size));
  };
  snapshot.documents.average_length = average(document_tokens, snapshot.documents.size);
  snapshot.goals.average_length = average(goal_tokens, snapshot.goals.size);
  const auto factors = [](std::span<const std::uint32_t> lengths, double mean) {
    std::vector<float> each;
    each.reserve(lengths.size());
    for (const std::uint32_t length : lengths)
      each.push_back(static_cast<float>(length_factor(length, mean)));
    return each;
  };
  for (SegmentView& segment : snapshot.segments) {
    segment.length_factors = factors(segment.columns.lengths, snapshot.documents.average_length);
    segment.goal_length_factors = factors(segment.columns.goal_lengths, snapshot.goals.average_length);
  }
}

// The counts of an empty query, which else would be a walk over everything.
void count_all(Snapshot& snapshot) {
  const Filters no_filters;
  FacetCounter counter(no_filters, snapshot, false, true);
  std::vector<std::uint32_t> documents, no_goals;
  for (std::size_t i = 0; i < snapshot.segments.size(); ++i) {
    counter.enter(i);
    documents.clear();
    for (std::uint32_t document = 0; document < snapshot.segments[i].info.documents; ++document)
      if (snapshot.segments[i].live(document)) documents.push_back(document);
    counter.take(documents, no_goals);
  }
  snapshot.totals = counter.totals();
}

}  // namespace

core::Result<Snapshot> Snapshot::open(const std::vector<std::filesystem::path>& indexes,
                                      const language::AnalyzerSettings& settings,
                                      const gazetteer::Gazetteer& gazetteer) {
  const core::Manifest::AnalyzerIdentity ours{settings.version, settings.lexicon, settings.stop_words};
  Snapshot snapshot;
  for (const std::filesystem::path& index : indexes) {
    if (auto added = add_index(index, ours, snapshot); !added) return added.error();
  }
  measure(snapshot);
  snapshot.facets = make_dictionaries(snapshot.segments, gazetteer);
  count_all(snapshot);
  return snapshot;
}

}  // namespace szukajst::search
