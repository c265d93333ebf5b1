#include "search/snapshot.h"

#include <algorithm>
#include <utility>

namespace szukajst::search {
namespace {

// A commit may sweep a segment between our reading of the manifest and of the segment.
constexpr int kAttempts = 5;

core::Result<SegmentView> open_segment(const std::filesystem::path& index, const core::SegmentInfo& info) {
  const auto path = core::segment_path(index, info.name);
  auto columns = core::SegmentColumns::open(core::columns_path(path), info.documents, info.goals);
  if (!columns) return columns.error();
  if (auto whole = core::check_files(path, info); !whole) return whole.error();
  SegmentView view{path, info, std::move(*columns), {}};
  if (!info.deleted.empty()) view.deleted.assign(info.documents, 0);
  for (const std::uint32_t number : info.deleted) view.deleted[number - 1] = 1;
  return view;
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
}

}  // namespace

core::Result<Snapshot> Snapshot::open(const std::filesystem::path& index,
                                      const language::AnalyzerSettings& settings,
                                      const gazetteer::Gazetteer& gazetteer) {
  for (int attempt = 1;; ++attempt) {
    auto manifest = core::read_manifest(index);
    if (!manifest) return manifest.error();
    const core::Manifest::AnalyzerIdentity ours{settings.version, settings.lexicon, settings.stop_words};
    if (manifest->analyzer != ours) {
      return core::Error{
          core::ErrorCode::unsupported,
          "the index at " + index.string() + " was made with other language tables; index again"};
    }
    Snapshot snapshot;
    core::Error error;
    for (const core::SegmentInfo& info : manifest->segments) {
      auto segment = open_segment(index, info);
      if (!segment) {
        error = segment.error();
        break;
      }
      snapshot.segments.push_back(std::move(*segment));
    }
    if (error.message.empty()) {
      snapshot.manifest = std::move(*manifest);
      measure(snapshot);
      snapshot.facets = make_dictionaries(snapshot.segments, gazetteer);
      return snapshot;
    }
    if (error.code != core::ErrorCode::not_found || attempt == kAttempts) {
      return core::Error{core::ErrorCode::malformed,
                         "the index at " + index.string() + " is damaged: " + error.message};
    }
  }
}

}  // namespace szukajst::search
