#include "indexer/write/index_writer.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "core/durable_file.h"
#include "core/fields.h"
#include "core/goal_wordings.h"
#include "core/index_format.h"
#include "core/kept_texts.h"
#include "core/log.h"
#include "core/segment_columns.h"
#include "core/segment_tokens.h"
#include "core/suggestions.h"
#include "indexer/write/document_names.h"
#include "indexer/write/document_terms.h"
#include "indexer/write/folder_lock.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;
using core::Done;
using core::Error;
using core::ErrorCode;
using core::Result;

// Goals stand behind all documents of a segment and wait in memory until these are written; a
// segment is closed when they are this large.
constexpr std::size_t kMostGoalBytes = std::size_t{64} << 20;

// Calls what uses Xapian; its exceptions become an error about `path`.
template <typename Function>
auto guarded(const fs::path& path, Function&& function) -> decltype(function()) {
  try {
    return function();
  } catch (const Xapian::Error& error) {
    return Error{ErrorCode::unwritable, "cannot write " + path.string() + ": " + error.get_description()};
  }
}

Xapian::Document to_document(const std::vector<TermPostings>& terms, const std::vector<std::string>& tags) {
  Xapian::Document document;
  for (const std::string& tag : tags) document.add_boolean_term(tag);
  for (const TermPostings& postings : terms) {
    document.add_term(postings.term, postings.count - static_cast<std::uint32_t>(postings.positions.size()));
    for (const std::uint32_t position : postings.positions) document.add_posting(postings.term, position);
  }
  return document;
}

// What of a document the files beside the columns have.
struct Compared {
  std::vector<core::DocumentName> names;
  std::uint32_t unit = 0;
  std::vector<core::GoalWords> goals;
};

// A document that is ready to be added to a segment.
struct Prepared {
  core::DocumentTokens texts;
  core::DocumentRow row;
  std::vector<std::string> tags;
  std::vector<std::vector<std::string>> goal_tags;
  std::string kept;  // core::encode_kept
  Compared compared;
};

// The words of the bodies, as they are spelt and as dictionaries have them.
void add_words(const Xapian::Database& database, core::SuggestionsWriter& suggestions) {
  for (const core::Stream stream : {core::Stream::exact, core::Stream::lemma}) {
    const std::string prefix = core::prefix(core::Scope::body, stream);
    const auto end = database.allterms_end(prefix);
    for (auto at = database.allterms_begin(prefix); at != end; ++at)
      suggestions.add_word(std::string_view(*at).substr(prefix.size()), at.get_termfreq(),
                           stream == core::Stream::exact);
  }
}

// A segment while it is written: into a database beside that need not survive anything, which is then
// compacted to where the segment shall be.
class SegmentBuilder {
 public:
  SegmentBuilder(fs::path path, std::string name, bool shard)
      : path_(std::move(path)),
        draft_(path_.string() + "-draft"),
        name_(std::move(name)),
        shard_(shard),
        database_(draft_.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS |
                                       (shard ? 0 : Xapian::DB_NO_TERMLIST)),
        tokens_(draft_ / "spool"),
        texts_(core::texts_path(draft_)) {}

  // The number of the document in the segment.
  std::uint32_t add(Prepared prepared) {
    Xapian::Document document = to_document(terms_of(prepared.texts, shard_), prepared.tags);
    if (shard_) document.set_data(prepared.kept);
    const auto number = static_cast<std::uint32_t>(database_.add_document(document));
    for (std::size_t goal = 0; goal < prepared.texts.goals.size(); ++goal) {
      const auto terms = terms_of_goal(prepared.texts, goal, shard_);
      goals_.push_back(to_document(terms, prepared.goal_tags[goal]).serialise());
      goal_bytes_ += goals_.back().size();
    }
    columns_.add(prepared.row);
    suggestions_.add_document(prepared.compared.names);
    goal_wordings_.add_document(prepared.compared.unit, prepared.compared.goals);
    tokens_.add(prepared.texts);
    texts_.add(std::move(prepared.kept));
    return number;
  }
  bool full() const { return goal_bytes_ >= kMostGoalBytes; }

  // Everything on the disk; the segment is complete but nothing refers to it yet.
  Result<core::SegmentInfo> finish() {
    return guarded(path_, [&]() -> Result<core::SegmentInfo> {
      for (const std::string& goal : goals_) database_.add_document(Xapian::Document::unserialise(goal));
      database_.commit();
      database_.compact(path_.string(), Xapian::DBCOMPACT_NO_RENUMBER);
      database_.close();
      if (auto written = texts_.finish(); !written) return written.error();
      std::error_code error;
      fs::rename(core::texts_path(draft_), core::texts_path(path_), error);
      if (error) {
        return Error{ErrorCode::unwritable,
                     "cannot write " + core::texts_path(path_).string() + ": " + error.message()};
      }
      if (auto written = tokens_.write(core::tokens_path(path_)); !written) return written.error();
      fs::remove_all(draft_, error);
      if (error) core::log::warning("cannot remove the draft " + draft_.string() + ": " + error.message());
      if (auto written = columns_.write(core::columns_path(path_)); !written) return written.error();
      add_words(Xapian::Database(path_.string()), suggestions_);
      if (auto written = suggestions_.write(core::suggestions_path(path_)); !written) return written.error();
      if (auto written = goal_wordings_.write(core::goal_wordings_path(path_)); !written)
        return written.error();
      if (auto synced = core::sync_files(path_); !synced) return synced.error();
      if (auto synced = core::sync_folder(path_.parent_path()); !synced) return synced.error();
      return core::SegmentInfo{name_, columns_.documents(), goals_.size(), {}, core::files_of(path_)};
    });
  }

 private:
  fs::path path_, draft_;
  std::string name_;
  bool shard_;
  Xapian::WritableDatabase database_;
  core::SegmentColumnsWriter columns_;
  core::SegmentTokensWriter tokens_;
  core::KeptTextsWriter texts_;
  core::SuggestionsWriter suggestions_;
  core::GoalWordingsWriter goal_wordings_;
  std::vector<std::string> goals_;  // serialised, in order
  std::size_t goal_bytes_ = 0;
};

// A segment that is complete, with the tombstones of the next commit.
struct Segment {
  core::SegmentInfo info;
  core::SegmentColumns columns;
  core::SegmentTokens tokens;
  core::KeptTexts texts;
  core::Suggestions suggestions;
  core::GoalWordings goal_wordings;
  Xapian::Database database;
  std::set<std::uint32_t> deleted;

  std::size_t live() const { return info.documents - deleted.size(); }
  std::size_t live_goals() const {
    std::size_t goals = info.goals;
    for (const std::uint32_t number : deleted)
      goals -= columns.goal_starts[number] - columns.goal_starts[number - 1];
    return goals;
  }
  std::optional<std::uint32_t> find(std::string_view id) const {
    const std::string term = core::term(core::Tag::id, id);
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
      if (!deleted.contains(*at)) return *at;
    }
    return std::nullopt;
  }
};

Result<Segment> open_segment(const fs::path& index, const core::SegmentInfo& info) {
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
  return guarded(path, [&]() -> Result<Segment> {
    return Segment{info,
                   std::move(*columns),
                   std::move(*tokens),
                   std::move(*texts),
                   std::move(*suggestions),
                   std::move(*wordings),
                   Xapian::Database(path.string()),
                   {info.deleted.begin(), info.deleted.end()}};
  });
}

// The tags of each document and goal of a segment, by number - 1: what its texts do not tell.
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

// Adds what lives of the segment, each document as it was analysed then.
Result<Done> copy_live(const Segment& segment, SegmentBuilder& into, const gazetteer::Gazetteer& gazetteer) {
  auto tags = tags_of(segment);
  for (std::uint32_t number = 1; number <= segment.info.documents; ++number) {
    if (segment.deleted.contains(number)) continue;
    auto kept = segment.texts.read(number - 1);
    if (!kept) return kept.error();
    Prepared prepared{segment.tokens.document(number - 1),
                      segment.columns.row(number - 1),
                      std::move(tags[number - 1]),
                      {},
                      *std::move(kept),
                      {}};
    const auto& starts = segment.columns.goal_starts;
    const std::uint32_t title = segment.suggestions.titles[number - 1];
    prepared.compared = {
        document_names(prepared.row, title == core::kNoName ? "" : segment.suggestions.name(title).text,
                       gazetteer),
        segment.goal_wordings.units[number - 1],
        {}};
    for (std::uint32_t goal = starts[number - 1]; goal < starts[number]; ++goal) {
      prepared.goal_tags.push_back(std::move(tags[segment.info.documents + goal]));
      const auto words = segment.goal_wordings.words(goal);
      prepared.compared.goals.emplace_back(words.begin(), words.end());
    }
    into.add(std::move(prepared));
  }
  return Done{};
}

// Removes the folders below segments/ that the manifest does not name and that no reader uses; gives
// how many it had to leave.
std::size_t sweep(const fs::path& index, const core::Manifest& manifest) {
  std::error_code error;
  fs::remove(core::manifest_path(index).string() + ".tmp", error);
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

core::Manifest::AnalyzerIdentity identity(const language::AnalyzerSettings& settings) {
  return {settings.version, settings.lexicon, settings.stop_words};
}

// The manifest of an index to write into; a fresh one where the folder is new or empty.
Result<core::Manifest> manifest_to_continue(const fs::path& index, const language::AnalyzerSettings& settings,
                                            const IndexSettings& chosen) {
  std::error_code error;
  if (!fs::exists(core::manifest_path(index), error)) {
    for (const auto& entry : fs::directory_iterator(index, error)) {
      const std::string name = entry.path().filename().string();
      if (name != "lock" && name != "segments" && name != "manifest.json.tmp") {
        return Error{ErrorCode::malformed,
                     index.string() + " is not empty and not an index; name an empty or a new folder"};
      }
    }
    core::Manifest fresh;
    fresh.analyzer = identity(settings);
    fresh.shard = chosen.shard;
    return fresh;
  }
  auto manifest = core::read_manifest(index);
  if (!manifest) return manifest.error();
  if (manifest->analyzer != identity(settings)) {
    return Error{ErrorCode::unsupported,
                 "the index at " + index.string() + " was made with other language tables; index again"};
  }
  if (chosen.shard && !manifest->shard) {
    return Error{ErrorCode::unsupported,
                 "the index at " + index.string() + " was not made as a shard; index into a new folder"};
  }
  return manifest;
}

}  // namespace

struct IndexWriter::State {
  fs::path index;
  FileLock lock;
  language::Analyzer& analyzer;
  const gazetteer::Gazetteer& gazetteer;
  core::Manifest manifest;        // as committed
  std::vector<Segment> segments;  // those of the manifest, then those closed since
  std::optional<SegmentBuilder> builder;
  int segments_made = 0;
  bool purge = false;  // the next commit leaves no tombstones
  bool next_suppressed = manifest.suppressed;

  // Where a document that was added since the last commit lies; `segment` may be that of the builder.
  struct Place {
    std::size_t segment = 0;
    std::uint32_t number = 0;
  };
  // What the next commit does about an id. With neither place nor removal it stays as it was.
  struct Change {
    std::optional<Place> added;
    bool removed = false;
  };
  std::map<std::string, Change, std::less<>> changes = {};
  std::vector<Place> superseded = {};  // added since the last commit, and replaced since

  std::optional<Place> committed(std::string_view id) const {
    for (std::size_t i = 0; i < manifest.segments.size(); ++i) {
      if (const auto number = segments[i].find(id)) return Place{i, *number};
    }
    return std::nullopt;
  }

  // Forgets what was to happen about the id, and sets what shall.
  void change(std::string_view id, Change next) {
    Change& before = changes[std::string(id)];
    if (before.added) superseded.push_back(*before.added);
    before = next;
  }

  std::string next_name() {
    return "s" + std::to_string(manifest.generation + 1) + "-" + std::to_string(++segments_made);
  }
  void start_segment() {
    const std::string name = next_name();
    builder.emplace(core::segment_path(index, name), name, manifest.shard);
  }

  Result<Done> close_segment() {
    if (!builder) return Done{};
    auto info = builder->finish();
    builder.reset();
    if (!info) return info.error();
    auto segment = open_segment(index, *info);
    if (!segment) return segment.error();
    segments.push_back(std::move(*segment));
    return Done{};
  }

  CommitSummary apply_changes() {
    CommitSummary summary;
    for (const auto& [id, change] : changes) {
      const auto old = committed(id);
      if (change.added) ++(old ? summary.replaced : summary.added);
      if (!change.added && !change.removed) ++summary.unchanged;
      if (change.removed && old) ++summary.removed;
      if (old && (change.added || change.removed)) segments[old->segment].deleted.insert(old->number);
    }
    for (const Place& place : superseded) segments[place.segment].deleted.insert(place.number);
    changes.clear();
    superseded.clear();
    return summary;
  }

  // Drops segments in which nothing lives, then makes one of the smallest while there are more than a query
  // should look into, and of any that is mostly tombstones.
  Result<Done> merge_segments() {
    std::erase_if(segments, [](const Segment& segment) { return segment.live() == 0; });
    std::stable_sort(segments.begin(), segments.end(),
                     [](const Segment& a, const Segment& b) { return a.live() < b.live(); });
    std::size_t merged =
        segments.size() > core::kMostSegments ? segments.size() - core::kMostSegments + 1 : 0;
    std::size_t size = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const bool worn = segments[i].deleted.size() > (purge ? 0 : segments[i].live());
      const bool as_small = merged > 0 && segments[i].live() <= size;
      if (i < merged || worn || as_small) merged = std::max(merged, i + 1);
      size += segments[i].live();
    }
    if (merged == 0) return Done{};
    return guarded(core::segments_path(index), [&]() -> Result<Done> {
      start_segment();
      for (std::size_t i = 0; i < merged; ++i)
        if (auto copied = copy_live(segments[i], *builder, gazetteer); !copied) return copied.error();
      if (auto closed = close_segment(); !closed) return closed.error();
      segments.erase(segments.begin(), segments.begin() + static_cast<std::ptrdiff_t>(merged));
      return Done{};
    });
  }

  Result<Done> write_generation() {
    core::Manifest next = manifest;
    ++next.generation;
    next.suppressed = next_suppressed;
    next.segments.clear();
    for (Segment& segment : segments) {
      segment.info.deleted.assign(segment.deleted.begin(), segment.deleted.end());
      next.segments.push_back(segment.info);
    }
    if (auto written = core::write_manifest(index, next); !written) return written.error();
    manifest = std::move(next);
    segments_made = 0;
    return Done{};
  }
};

core::Result<IndexWriter> IndexWriter::open(const fs::path& index, language::Analyzer& analyzer,
                                            const gazetteer::Gazetteer& gazetteer,
                                            const IndexSettings& chosen) {
  std::error_code error;
  if (fs::exists(index, error) && !fs::is_directory(index, error))
    return Error{ErrorCode::malformed, index.string() + " is a file; an index is a folder"};
  const bool existed = fs::exists(index, error);
  if (existed) {  // nothing is made in a folder that is somebody else's
    if (auto manifest = manifest_to_continue(index, analyzer.settings(), chosen); !manifest)
      return manifest.error();
  }
  fs::create_directories(core::segments_path(index), error);
  if (error)
    return Error{ErrorCode::unwritable, "cannot make the folder " + index.string() + ": " + error.message()};

  auto lock = FileLock::take(index / "lock", true);
  if (!lock) {
    if (lock.error().code != ErrorCode::conflict) return lock.error();
    return Error{ErrorCode::conflict, "another program is writing to the index at " + index.string()};
  }
  auto manifest = manifest_to_continue(index, analyzer.settings(), chosen);
  if (!manifest) return manifest.error();
  sweep(index, *manifest);
  auto state = std::make_unique<State>(
      State{index, std::move(*lock), analyzer, gazetteer, std::move(*manifest), {}, {}, 0});
  for (const core::SegmentInfo& info : state->manifest.segments) {
    auto segment = open_segment(index, info);
    if (!segment) return segment.error();
    state->segments.push_back(std::move(*segment));
  }
  return IndexWriter(std::move(state));
}

core::Result<Done> IndexWriter::add(const ProcessedDocument& document) {
  State& state = *state_;
  core::KeptContent content = core::encode_content(document.record, document.text, document.repairs);
  const std::uint64_t hash = core::content_hash(content.bytes);
  const std::uint64_t evidence = core::content_hash(content.evidence);
  return guarded(state.index, [&]() -> Result<Done> {
    const std::string& id = document.record.id;
    if (const auto old = state.committed(id);
        old && state.segments[old->segment].columns.same_content(old->number - 1, hash, evidence)) {
      state.change(id, {});
      return Done{};
    }
    IndexedDocument indexed = index_document(document, state.analyzer, state.gazetteer);
    indexed.row.content = hash;
    indexed.row.evidence = evidence;
    if (!state.builder) state.start_segment();
    const std::string_view title = document.record.titled ? document.record.title : std::string_view();
    Compared compared{document_names(indexed.row, title, state.gazetteer), core::unit_of(document.record),
                      std::move(indexed.goal_words)};
    const std::uint32_t number = state.builder->add(
        {std::move(indexed.texts), std::move(indexed.row), std::move(indexed.tags),
         std::move(indexed.goal_tags),
         core::encode_kept(std::move(content), document.text.text, indexed.tokens), std::move(compared)});
    state.change(id, {State::Place{state.segments.size(), number}, false});
    return state.builder->full() ? state.close_segment() : Done{};
  });
}

void IndexWriter::remove(std::string_view id) {
  state_->change(id, {std::nullopt, true});
}

core::Result<std::vector<IndexWriter::Known>> IndexWriter::below(std::string_view folder) const {
  return guarded(state_->index, [&]() -> Result<std::vector<Known>> {
    std::vector<Known> known;
    const auto names = core::source_and_folders(folder);
    if (names.empty()) return known;
    const std::string term = core::term(core::Tag::source, names.front());
    for (std::size_t i = 0; i < state_->manifest.segments.size(); ++i) {
      const Segment& segment = state_->segments[i];
      for (auto at = segment.database.postlist_begin(term); at != segment.database.postlist_end(term); ++at) {
        if (*at > segment.info.documents || segment.deleted.contains(*at)) continue;
        const auto kept = segment.texts.read(*at - 1);
        if (!kept) return kept.error();
        auto record = core::decode_kept_record(*kept);
        if (!record) return record.error();
        known.push_back({std::move(record->id), std::move(record->source)});
      }
    }
    return known;
  });
}

core::Result<Done> IndexWriter::for_each_kept(
    const std::function<core::Result<Done>(const core::KeptDocument&)>& f) {
  State& state = *state_;
  return guarded(state.index, [&]() -> Result<Done> {
    for (std::size_t i = 0; i < state.manifest.segments.size(); ++i) {
      const std::uint32_t documents = static_cast<std::uint32_t>(state.manifest.segments[i].documents);
      for (std::uint32_t number = 1; number <= documents; ++number) {
        const Segment& segment = state.segments[i];  // f may add a segment
        if (segment.deleted.contains(number)) continue;
        if (state.changes.contains(segment.columns.ids[number - 1])) continue;
        const auto bytes = segment.texts.read(number - 1);
        if (!bytes) return bytes.error();
        const auto kept = core::decode_kept(*bytes);
        if (!kept) return kept.error();
        if (auto done = f(*kept); !done) return done.error();
      }
    }
    return Done{};
  });
}

bool IndexWriter::suppressed() const {
  return state_->manifest.suppressed;
}

void IndexWriter::set_suppressed(bool suppressed) {
  state_->purge = suppressed || state_->manifest.suppressed;
  state_->next_suppressed = suppressed;
}

core::Result<CommitSummary> IndexWriter::commit() {
  State& state = *state_;
  return guarded(state.index, [&]() -> Result<CommitSummary> {
    if (auto closed = state.close_segment(); !closed) return closed.error();
    CommitSummary summary = state.apply_changes();
    const bool worn = state.purge && std::any_of(state.segments.begin(), state.segments.end(),
                                                 [](const Segment& s) { return !s.deleted.empty(); });
    const bool changed = summary.added + summary.replaced + summary.removed > 0 || worn ||
                         state.next_suppressed != state.manifest.suppressed;
    if (changed || state.manifest.generation == 0) {
      if (auto merged = state.merge_segments(); !merged) return merged.error();
      if (auto written = state.write_generation(); !written) return written.error();
      const std::size_t left = sweep(state.index, state.manifest);
      if (left > 0 && state.purge)
        core::log::warning(
            "a program still reads segments that are no more of the index: they are removed by the next "
            "run after it has ended");
    }
    for (const Segment& segment : state.segments) {
      summary.documents += static_cast<int>(segment.live());
      summary.goals += static_cast<int>(segment.live_goals());
    }
    return summary;
  });
}

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

}  // namespace szukajst::indexer
