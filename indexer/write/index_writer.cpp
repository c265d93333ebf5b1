#include "indexer/write/index_writer.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "core/hash.h"
#include "core/index_format.h"
#include "core/kept_texts.h"
#include "core/log.h"
#include "core/segment_columns.h"
#include "core/segment_tokens.h"
#include "indexer/write/committed_segments.h"
#include "indexer/write/document_names.h"
#include "indexer/write/document_terms.h"
#include "indexer/write/folder_lock.h"
#include "indexer/write/input_ledger.h"
#include "indexer/write/segment_builder.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;
using core::Done;
using core::Error;
using core::ErrorCode;
using core::Result;

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
      const bool own =
          name == "lock" || name == "segments" || name == "manifest.json.tmp" || name.starts_with("inputs-");
      if (!own) {
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

// What words post, for one draft at a time: the next one goes on with what is known. Thread-safe.
class LentWords {
 public:
  std::unique_ptr<WordUses> lend() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<WordUses>(numbers_);
    auto words = std::move(idle_.back());
    idle_.pop_back();
    return words;
  }
  void give_back(std::unique_ptr<WordUses> words) {
    const std::lock_guard lock(mutex_);
    if (words->shared() == numbers_) idle_.push_back(std::move(words));
  }
  std::shared_ptr<core::SharedUseNumbers> numbers() const {
    const std::lock_guard lock(mutex_);
    return numbers_;
  }
  // With the next segment, so that memory holds the words of one. What was known is the caller's to forget.
  std::vector<std::unique_ptr<WordUses>> start_anew() {
    const std::lock_guard lock(mutex_);
    numbers_ = std::make_shared<core::SharedUseNumbers>();
    return std::exchange(idle_, {});
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<core::SharedUseNumbers> numbers_ = std::make_shared<core::SharedUseNumbers>();
  std::vector<std::unique_ptr<WordUses>> idle_;
};

struct IndexWriter::State {
  using Place = KnownDocuments::Place;  // the segment of a document just added may be that of the builder

  fs::path index;
  FileLock lock;
  language::Analyzer& analyzer;
  const gazetteer::Gazetteer& gazetteer;
  core::Manifest manifest;                         // as committed
  std::vector<std::unique_ptr<Segment>> segments;  // those of the manifest, then those closed since
  KnownDocuments committed = {};
  InputLedger ledger = {};
  std::optional<SegmentBuilder> builder = {};
  std::optional<Draft> draft = {};  // of documents that were added one by one; behind the builder's
  int segments_made = 0;
  std::atomic<int> drafts_made = 0;
  LentWords words = {};
  bool purge = false;     // the next commit leaves no tombstones
  bool optimize = false;  // the next commit leaves one segment
  bool next_suppressed = manifest.suppressed;

  // What the next commit does about an id. With neither place nor removal it stays as it was.
  struct Change {
    std::optional<Place> added;
    bool removed = false;
  };
  std::map<std::string, Change, std::less<>> changes = {};
  std::vector<Place> superseded = {};  // added since the last commit, and replaced since

  // Forgets what was to happen about the id, and sets what shall.
  void change(std::string_view id, Change next) {
    Change& before = changes[std::string(id)];
    if (before.added) superseded.push_back(*before.added);
    before = next;
  }

  // Any thread may ask for one.
  Draft new_draft() {
    return Draft(core::segments_path(index) / ("draft-" + std::to_string(++drafts_made)), manifest.shard,
                 words.lend());
  }
  Draft& own_draft() { return draft ? *draft : draft.emplace(new_draft()); }
  SegmentBuilder& started_builder() {
    if (!builder) {
      const std::string name =
          "s" + std::to_string(manifest.generation + 1) + "-" + std::to_string(++segments_made);
      builder.emplace(core::segment_path(index, name), name, manifest.shard, words.numbers());
    }
    return *builder;
  }
  Result<Done> take(Draft finished) {
    started_builder().take(std::move(finished));
    return builder->full() ? close_segment() : Done{};
  }
  Result<Done> take_own_draft() {
    if (!draft) return Done{};
    draft->finish();
    words.give_back(draft->take_words());
    Draft finished = *std::move(draft);
    draft.reset();
    return take(std::move(finished));
  }
  Result<Done> close_segment() {
    if (!builder) return Done{};
    // Whoever commits waits for this: memory is freed beside it.
    const auto forgotten =
        std::async(std::launch::async, [known = words.start_anew()]() mutable { known.clear(); });
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
      const auto old = committed.find(id);
      if (change.added) ++(old ? summary.replaced : summary.added);
      if (!change.added && !change.removed) ++summary.unchanged;
      if (change.removed && old) ++summary.removed;
      if (old && (change.added || change.removed)) segments[old->segment]->deleted.insert(old->number);
    }
    for (const Place& place : superseded) segments[place.segment]->deleted.insert(place.number);
    changes.clear();
    superseded.clear();
    return summary;
  }

  // Drops segments in which nothing lives, then makes one of the smallest while there are more than `most`,
  // and of any that is mostly tombstones. Tells whether it made one.
  Result<bool> merge_segments(std::size_t most) {
    std::erase_if(segments, [](const auto& segment) { return segment->live() == 0; });
    std::ranges::stable_sort(segments, {}, [](const auto& segment) { return segment->live(); });
    std::size_t merged = segments.size() > most ? segments.size() - most + 1 : 0;
    std::size_t size = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const bool spotless = purge || optimize;
      const bool worn = segments[i]->deleted.size() > (spotless ? 0 : segments[i]->live());
      const bool as_small = merged > 0 && segments[i]->live() <= size;
      if (i < merged || worn || as_small) merged = std::max(merged, i + 1);
      size += segments[i]->live();
    }
    if (merged == 0) return false;
    return guarded(core::segments_path(index), [&]() -> Result<bool> {
      for (std::size_t i = 0; i < merged; ++i)
        if (auto copied = copy_live(*segments[i]); !copied) return copied.error();
      if (auto taken = take_own_draft(); !taken) return taken.error();
      if (auto closed = close_segment(); !closed) return closed.error();
      segments.erase(segments.begin(), segments.begin() + static_cast<std::ptrdiff_t>(merged));
      return true;
    });
  }
  // Leaves room for the segment of the next commit, which then shows without a merge before it. Readers have
  // this commit meanwhile.
  Result<Done> make_room() {
    const auto merged = merge_segments(core::kMostSegments - 1);
    const auto done = !merged ? Result<Done>(merged.error()) : *merged ? write_generation() : Done{};
    if (done) return done;
    return Error{done.error().code, "the commit is made, but not merged: " + done.error().message};
  }
  // Adds what lives of the segment to the one that is being built, however large that becomes.
  Result<Done> copy_live(const Segment& segment) {
    auto tags = tags_of(segment);
    for (std::uint32_t number = 1; number <= segment.info.documents; ++number) {
      if (segment.deleted.contains(number)) continue;
      auto document = prepared(segment, number, tags, gazetteer);
      if (!document) return document.error();
      own_draft().add(*std::move(document));
      if (!draft->full()) continue;
      draft->finish();
      words.give_back(draft->take_words());
      started_builder().take(*std::move(draft));
      draft.reset();
    }
    return Done{};
  }

  Result<Done> write_generation() {
    core::Manifest next = manifest;
    ++next.generation;
    next.suppressed = next_suppressed;
    next.segments.clear();
    for (const auto& segment : segments) {
      segment->info.deleted.assign(segment->deleted.begin(), segment->deleted.end());
      next.segments.push_back(segment->info);
    }
    if (auto written = ledger.write(InputLedger::path_of(index, next.generation)); !written)
      return written.error();
    if (auto written = core::write_manifest(index, next); !written) return written.error();
    manifest = std::move(next);
    committed = KnownDocuments(segments);
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
  auto state = std::unique_ptr<State>(
      new State{index, std::move(*lock), analyzer, gazetteer, std::move(*manifest), {}});
  for (const core::SegmentInfo& info : state->manifest.segments) {
    auto segment = open_segment(index, info);
    if (!segment) return segment.error();
    state->segments.push_back(std::move(*segment));
  }
  state->committed = KnownDocuments(state->segments);
  state->ledger = InputLedger::open(InputLedger::path_of(index, state->manifest.generation));
  return IndexWriter(std::move(state));
}

namespace {

// The document as it is added to the draft that `draft` gives; none where a commit has the same.
template <typename DraftOf>
std::optional<Prepared> to_write(const ProcessedDocument& document, const KnownDocuments& committed,
                                 language::Analyzer& analyzer, const gazetteer::Gazetteer& gazetteer,
                                 const DraftOf& draft) {
  core::KeptContent content = core::encode_content(document.record, document.text, document.repairs);
  const std::uint64_t hash = core::content_hash(content.bytes);
  const std::uint64_t evidence = core::content_hash(content.evidence);
  if (committed.has_same(document.record.id, hash, evidence)) return std::nullopt;
  IndexedDocument indexed = index_document(document, analyzer, gazetteer, draft().words());
  indexed.row.content = hash;
  indexed.row.evidence = evidence;
  const std::string_view title = document.record.titled ? document.record.title : std::string_view();
  Compared compared{document_names(indexed.row, title, gazetteer), core::unit_of(document.record),
                    std::move(indexed.goal_words)};
  return Prepared{std::move(indexed.texts),
                  std::move(indexed.row),
                  std::move(indexed.tags),
                  std::move(indexed.goal_tags),
                  core::encode_kept(std::move(content), document.text.text, indexed.tokens),
                  std::move(compared)};
}

}  // namespace

core::Result<Done> IndexWriter::add(const ProcessedDocument& document) {
  State& state = *state_;
  return guarded(state.index, [&]() -> Result<Done> {
    const std::string& id = document.record.id;
    state.ledger.set(id, 0);
    auto prepared = to_write(document, state.committed, state.analyzer, state.gazetteer,
                             [&]() -> Draft& { return state.own_draft(); });
    if (!prepared) return state.change(id, {}), Done{};
    const auto before = static_cast<std::uint32_t>(state.started_builder().documents());
    const std::uint32_t number = state.draft->add(*std::move(prepared));
    state.change(id, {State::Place{state.segments.size(), before + number}, false});
    return state.draft->full() ? state.take_own_draft() : Done{};
  });
}

struct IndexWriter::Shard::State {
  IndexWriter::State& writer;  // only what threads may share
  std::optional<Draft> draft = {};
  struct Added {
    std::string id;
    std::uint64_t input = 0;
    std::uint32_t number = 0;  // in the draft; 0: the index has it so
  };
  std::vector<Added> added = {};
};

IndexWriter::Shard::Shard(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::Shard::Shard(Shard&&) noexcept = default;
IndexWriter::Shard& IndexWriter::Shard::operator=(Shard&&) noexcept = default;
IndexWriter::Shard::~Shard() = default;

IndexWriter::Shard IndexWriter::shard() {
  return Shard(std::unique_ptr<Shard::State>(new Shard::State{*state_}));
}

core::Result<Done> IndexWriter::Shard::add(const ProcessedDocument& document, language::Analyzer& analyzer,
                                           std::uint64_t input) {
  IndexWriter::State& writer = state_->writer;
  return guarded(writer.index, [&]() -> Result<Done> {
    auto& draft = state_->draft;
    auto prepared = to_write(document, writer.committed, analyzer, writer.gazetteer,
                             [&]() -> Draft& { return draft ? *draft : draft.emplace(writer.new_draft()); });
    State::Added added{document.record.id, input, 0};
    if (prepared) added.number = draft->add(*std::move(prepared));
    state_->added.push_back(std::move(added));
    return Done{};
  });
}

core::Result<Done> IndexWriter::Shard::finish() {
  return guarded(state_->writer.index, [&]() -> Result<Done> {
    if (!state_->draft) return Done{};
    state_->draft->finish();
    state_->writer.words.give_back(state_->draft->take_words());
    return Done{};
  });
}

core::Result<Done> IndexWriter::take(Shard shard) {
  State& state = *state_;
  return guarded(state.index, [&]() -> Result<Done> {
    if (auto taken = state.take_own_draft(); !taken) return taken.error();
    const auto before = static_cast<std::uint32_t>(state.builder ? state.builder->documents() : 0);
    for (const Shard::State::Added& added : shard.state_->added) {
      state.ledger.set(added.id, added.input);
      const auto place = added.number == 0
                             ? std::nullopt
                             : std::optional(State::Place{state.segments.size(), before + added.number});
      state.change(added.id, {place, false});
    }
    return shard.state_->draft ? state.take(*std::move(shard.state_->draft)) : Done{};
  });
}

bool IndexWriter::has(std::string_view id, std::uint64_t input) const {
  return state_->ledger.find(id) == input;
}

bool IndexWriter::knows_inputs() const {
  return !state_->ledger.empty();
}

void IndexWriter::keep(std::string_view id) {
  state_->change(id, {});
}

void IndexWriter::remove(std::string_view id) {
  state_->ledger.set(id, 0);
  state_->change(id, {std::nullopt, true});
}

core::Result<std::vector<IndexWriter::Known>> IndexWriter::below(std::string_view folder) const {
  return guarded(state_->index, [&]() -> Result<std::vector<Known>> {
    std::vector<Known> known;
    const auto names = core::source_and_folders(folder);
    if (names.empty()) return known;
    const std::string term = core::term(core::Tag::source, names.front());
    for (std::size_t i = 0; i < state_->manifest.segments.size(); ++i) {
      const Segment& segment = *state_->segments[i];
      for (auto at = segment.database.postlist_begin(term); at != segment.database.postlist_end(term); ++at) {
        if (*at > segment.info.documents || segment.deleted.contains(*at)) continue;
        if (state_->changes.contains(segment.columns.ids[*at - 1])) continue;
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
        const Segment& segment = *state.segments[i];
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

void IndexWriter::optimize() {
  state_->optimize = true;
}

core::Result<CommitSummary> IndexWriter::commit() {
  State& state = *state_;
  return guarded(state.index, [&]() -> Result<CommitSummary> {
    if (auto taken = state.take_own_draft(); !taken) return taken.error();
    if (auto closed = state.close_segment(); !closed) return closed.error();
    CommitSummary summary = state.apply_changes();
    const bool worn = (state.purge || state.optimize) &&
                      std::ranges::any_of(state.segments, [](const auto& s) { return !s->deleted.empty(); });
    const bool several = state.optimize && state.segments.size() > 1;
    const bool changed = summary.added + summary.replaced + summary.removed > 0 || worn || several ||
                         state.next_suppressed != state.manifest.suppressed;
    if (changed || state.manifest.generation == 0) {
      const std::size_t most = state.optimize ? 1 : core::kMostSegments;
      if (auto merged = state.merge_segments(most); !merged) return merged.error();
      if (auto written = state.write_generation(); !written) return written.error();
      if (auto room = state.make_room(); !room) return room.error();
      const std::size_t left = sweep(state.index, state.manifest);
      if (left > 0 && state.purge)
        core::log::warning(
            "a program still reads segments that are no more of the index: they are removed by the next "
            "run after it has ended");
    } else if (state.ledger.changed()) {
      const auto path = InputLedger::path_of(state.index, state.manifest.generation);
      if (auto written = state.ledger.write(path); !written) return written.error();
    }
    state.optimize = false;
    for (const auto& segment : state.segments) {
      summary.documents += static_cast<int>(segment->live());
      summary.goals += static_cast<int>(segment->live_goals());
    }
    return summary;
  });
}

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

}  // namespace szukajst::indexer
