#include "indexer/write/committed_segments.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/durable_file.h"
#include "core/fields.h"
#include "core/hash.h"
#include "core/log.h"
#include "indexer/write/document_names.h"
#include "indexer/write/folder_lock.h"
#include "indexer/write/input_ledger.h"

namespace szukajst::indexer {

namespace fs = std::filesystem;
using core::Result;

std::size_t Segment::live_goals() const {
  std::size_t goals = info.goals;
  for (const std::uint32_t number : deleted)
    goals -= columns.goal_starts[number] - columns.goal_starts[number - 1];
  return goals;
}

Result<std::unique_ptr<Segment>> open_segment(const fs::path& index, const core::SegmentInfo& info) {
  const fs::path path = core::segment_path(index, info.name);
  auto columns = core::SegmentColumns::open(core::columns_path(path), info.documents, info.goals);
  if (!columns) return columns.error();
  auto tokens = core::SegmentTokens::open(core::tokens_path(path), columns->goal_starts);
  if (!tokens) return tokens.error();
  auto texts = core::KeptTexts::open(core::texts_path(path), info.documents);
  if (!texts) return texts.error();
  auto suggestions = core::Suggestions::open(core::suggestions_path(path), info.documents);
  if (!suggestions) return suggestions.error();
  auto wordings = core::GoalWordings::open(core::goal_wordings_path(path), info.documents, info.goals);
  if (!wordings) return wordings.error();
  return guarded(path, [&]() -> Result<std::unique_ptr<Segment>> {
    return std::make_unique<Segment>(Segment{info,
                                             std::move(*columns),
                                             std::move(*tokens),
                                             std::move(*texts),
                                             std::move(*suggestions),
                                             std::move(*wordings),
                                             Xapian::Database(path.string()),
                                             {info.deleted.begin(), info.deleted.end()}});
  });
}

std::vector<std::vector<std::string>> tags_of(const Segment& segment) {
  std::vector<std::vector<std::string>> tags(segment.info.documents + segment.info.goals);
  for (const std::string_view begins : core::kTagBeginnings) {
    const std::string prefix(begins);
    const auto end = segment.database.allterms_end(prefix);
    for (auto term = segment.database.allterms_begin(prefix); term != end; ++term) {
      const auto postings_end = segment.database.postlist_end(*term);
      for (auto at = segment.database.postlist_begin(*term); at != postings_end; ++at)
        if (*at <= tags.size()) tags[*at - 1].push_back(*term);
    }
  }
  return tags;
}

Result<Prepared> prepared(const Segment& segment, std::uint32_t number,
                          std::vector<std::vector<std::string>>& tags,
                          const gazetteer::Gazetteer& gazetteer) {
  auto kept = segment.texts.read(number - 1);
  if (!kept) return kept.error();
  Prepared document{segment.tokens.document(number - 1),
                    segment.columns.row(number - 1),
                    std::move(tags[number - 1]),
                    {},
                    *std::move(kept),
                    {}};
  const std::uint32_t title = segment.suggestions.titles[number - 1];
  document.compared = {
      document_names(document.row, title == core::kNoName ? "" : segment.suggestions.name(title).text,
                     gazetteer),
      segment.goal_wordings.units[number - 1],
      {}};
  const auto& starts = segment.columns.goal_starts;
  for (std::uint32_t goal = starts[number - 1]; goal < starts[number]; ++goal) {
    document.goal_tags.push_back(std::move(tags[segment.info.documents + goal]));
    const auto words = segment.goal_wordings.words(goal);
    document.compared.goals.emplace_back(words.begin(), words.end());
  }
  return document;
}

KnownDocuments::KnownDocuments(const std::vector<std::unique_ptr<Segment>>& segments) {
  for (const auto& segment : segments) {
    segments_.push_back(segment.get());
    for (std::uint32_t number = 1; number <= segment->info.documents; ++number) {
      if (segment->deleted.contains(number)) continue;
      const auto place = static_cast<std::uint32_t>(segments_.size() - 1);
      entries_.push_back({core::hash_of(segment->columns.ids[number - 1]), place, number});
    }
  }
  std::ranges::sort(entries_, {}, &Entry::id);
}

std::optional<KnownDocuments::Place> KnownDocuments::find(std::string_view id) const {
  const std::uint64_t hash = core::hash_of(id);
  for (auto at = std::ranges::lower_bound(entries_, hash, {}, &Entry::id);
       at != entries_.end() && at->id == hash; ++at) {
    if (segments_[at->segment]->columns.ids[at->number - 1] == id) return Place{at->segment, at->number};
  }
  return std::nullopt;
}

bool KnownDocuments::has_same(std::string_view id, std::uint64_t content, std::uint64_t evidence) const {
  const auto place = find(id);
  return place && segments_[place->segment]->columns.same_content(place->number - 1, content, evidence);
}

std::size_t sweep(const fs::path& index, const core::Manifest& manifest) {
  std::error_code error;
  fs::remove(core::manifest_path(index).string() + ".tmp", error);
  for (const auto& entry : fs::directory_iterator(index, error)) {
    const bool ledger = entry.path().filename().string().starts_with("inputs-");
    if (ledger && entry.path() != InputLedger::path_of(index, manifest.generation))
      fs::remove(entry.path(), error);
  }
  std::vector<fs::path> unused;
  for (const auto& entry : fs::directory_iterator(core::segments_path(index), error)) {
    const std::string name = entry.path().filename().string();
    const bool named = std::any_of(manifest.segments.begin(), manifest.segments.end(),
                                   [&](const core::SegmentInfo& segment) { return segment.name == name; });
    if (!named) unused.push_back(entry.path());
  }
  std::size_t left = 0;
  for (const fs::path& path : unused) {
    const auto columns = core::columns_path(path);
    std::optional<Result<FileLock>> lock;
    if (fs::exists(columns, error)) lock.emplace(FileLock::take(columns, false));
    if (lock && !*lock) ++left;
    if (lock && !*lock) continue;  // a reader still answers from it: the next sweep takes it
    fs::remove_all(path, error);
    if (error) core::log::warning("cannot remove the unused " + path.string() + ": " + error.message());
    if (error) ++left;
  }
  return left;
}

}  // namespace szukajst::indexer
