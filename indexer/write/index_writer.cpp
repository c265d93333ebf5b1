#include "indexer/write/index_writer.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/durable_file.h"
#include "core/fields.h"
#include "core/goal_wordings.h"
#include "core/hash.h"
#include "core/index_format.h"
#include "core/kept_texts.h"
#include "core/log.h"
#include "core/segment_columns.h"
#include "core/segment_postings.h"
#include "core/segment_tokens.h"
#include "core/shard_values.h"
#include "core/suggestions.h"
#include "indexer/write/document_names.h"
#include "indexer/write/document_terms.h"
#include "indexer/write/folder_lock.h"
#include "indexer/write/input_ledger.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;
using core::Done;
using core::Error;
using core::ErrorCode;
using core::Result;

// What is written beside by one thread is closed when its documents kept have this many bytes: what Xapian
// gathers before it writes stays small.
constexpr std::size_t kMostDraftBytes = std::size_t{16} << 20;
// And a segment, whose columns are gathered in memory.
constexpr std::size_t kMostSegmentBytes = std::size_t{256} << 20;
// So many drafts are open while they are made one.
constexpr std::size_t kMostDrafts = 32;

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
    const auto placed = static_cast<std::uint32_t>(postings.positions.size());
    const bool counted = postings.count >= placed;  // core::any_token is not
    if (counted) document.add_term(postings.term, postings.count - placed);
    for (const std::uint32_t position : postings.positions)
      document.add_posting(postings.term, position, counted ? 1 : 0);
  }
  return document;
}

// What a server counts and sorts by. `goal`: its place among the row's, where the entry is a goal.
void add_values(const core::DocumentRow& row, std::optional<std::size_t> goal, Xapian::Document& document) {
  using core::ShardSlot;
  const std::size_t index = goal ? row.goals[*goal].index : 0;
  const core::OrderKeys order = core::order_keys(row.day, row.title_key, row.id, index);
  const auto add = [&](ShardSlot slot, const std::string& value) {
    document.add_value(core::slot(slot), value);
  };
  add(ShardSlot::id, row.id);
  add(ShardSlot::newest, order.newest);
  add(ShardSlot::oldest, order.oldest);
  add(ShardSlot::title, order.title);
  add(ShardSlot::length, std::to_string(goal ? row.goals[*goal].length : row.length));
  if (goal) {
    add(ShardSlot::goal_index, std::to_string(index));
    add(ShardSlot::goal_level, std::string(core::name(row.goals[*goal].level)));
  }
  for (std::size_t facet = 0; facet < core::kFacets; ++facet)
    document.add_value(core::facet_slot(facet), core::encode_facet(row.facets[facet]));
}

// What of a document the files beside the columns have.
struct Compared {
  std::vector<core::DocumentName> names;
  std::uint32_t unit = 0;
  std::vector<core::GoalWords> goals;
};

void remove_draft(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) core::log::warning("cannot remove the draft " + path.string() + ": " + error.message());
}

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
void add_words(const core::SegmentTokens& tokens, const core::ScopePostings& body,
               core::SuggestionsWriter& suggestions) {
  for (const core::Stream stream : {core::Stream::exact, core::Stream::lemma}) {
    const auto [first, last] = tokens.beginning_with(core::scopeless_term(stream, {}));
    for (std::uint32_t term = first; term < last; ++term) {
      const auto documents = static_cast<std::uint32_t>(body.frequency(tokens, term));
      if (documents == 0) continue;
      suggestions.add_word(tokens.term(term).substr(1), documents, stream == core::Stream::exact);
    }
  }
}

// The tokens of several documents, whose uses are numbered together: as small as they can wait.
class TokensBatch {
 public:
  void add(core::DocumentTokens document) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(document.uses.size());
    for (core::DocumentTokens::Use& use : document.uses) {
      std::string key;
      for (const std::string& term : use) (key += term) += '\0';
      const auto [found, added] =
          numbers_.try_emplace(std::move(key), static_cast<std::uint32_t>(uses_.size()));
      if (added) uses_.push_back(std::move(use));
      numbers.push_back(found->second);
    }
    document.uses = {};
    const auto renumber = [&](core::DocumentTokens::Text& text) {
      for (std::uint32_t& place : text)
        if (place != core::DocumentTokens::kBetweenNames) place = numbers[place];
    };
    for (core::DocumentTokens::Text& text : document.fields) renumber(text);
    for (core::DocumentTokens::Text& text : document.goals) renumber(text);
    documents_.push_back(std::move(document));
  }
  const std::vector<core::DocumentTokens::Use>& uses() const { return uses_; }
  const std::vector<core::DocumentTokens>& documents() const { return documents_; }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;  // by a use's terms
  std::vector<core::DocumentTokens::Use> uses_;
  std::vector<core::DocumentTokens> documents_;  // without uses
};

// A part of a segment while it is written: databases beside that need not survive anything, one of documents,
// one of their goals, whose numbers go on behind those of all documents. Each is one thread's.
class Draft {
 public:
  Draft(fs::path folder, bool shard)
      : folder_(std::move(folder)), shard_(shard), flags_(kFlags | (shard ? 0 : Xapian::DB_NO_TERMLIST)) {
    fs::create_directories(folder_);
    documents_.emplace(documents_path(folder_), flags_);
  }

  // The number of the document in the draft.
  std::uint32_t add(Prepared prepared) {
    for (std::size_t goal = 0; goal < prepared.texts.goals.size(); ++goal) {
      if (!goals_) goals_.emplace(goals_path(folder_), flags_);
      Xapian::Document entry =
          to_document(shard_ ? terms_of_goal(prepared.texts, goal) : Terms{}, prepared.goal_tags[goal]);
      if (shard_) {
        add_values(prepared.row, goal, entry);
        for (const std::string& tag : prepared.tags)
          if (tag.starts_with('X')) entry.add_boolean_term(core::of_goal(tag));
      }
      goals_->add_document(entry);
    }
    Xapian::Document document = to_document(shard_ ? terms_of(prepared.texts) : Terms{}, prepared.tags);
    if (shard_) {
      document.set_data(prepared.kept);
      add_values(prepared.row, std::nullopt, document);
    }
    bytes_ += prepared.kept.size();
    rows_.push_back(std::move(prepared.row));
    compared_.push_back(std::move(prepared.compared));
    texts_.push_back(std::move(prepared.kept));
    tokens_.add(std::move(prepared.texts));
    return documents_->add_document(document);
  }
  bool full() const { return bytes_ >= kMostDraftBytes; }
  std::size_t bytes() const { return bytes_; }
  const fs::path& folder() const { return folder_; }
  const std::vector<core::DocumentRow>& rows() const { return rows_; }
  const std::vector<Compared>& compared() const { return compared_; }
  const TokensBatch& tokens() const { return tokens_; }
  std::vector<std::string> take_texts() { return std::move(texts_); }

  // No more is added; any thread may go on with it.
  void finish() {
    documents_->commit();
    documents_->close();
    if (goals_) goals_->commit(), goals_->close();
  }

  static std::string documents_path(const fs::path& folder) { return folder / "documents"; }
  static std::string goals_path(const fs::path& folder) { return folder / "goals"; }

 private:
  using Terms = std::vector<TermPostings>;
  static constexpr int kFlags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
  fs::path folder_;
  bool shard_;
  int flags_;
  std::optional<Xapian::WritableDatabase> documents_, goals_;
  std::vector<core::DocumentRow> rows_;
  std::vector<Compared> compared_;
  TokensBatch tokens_;
  std::vector<std::string> texts_;  // as they are kept
  std::size_t bytes_ = 0;
};

// A segment on its way: drafts, made one in the order in which they were taken.
class SegmentBuilder {
 public:
  SegmentBuilder(fs::path path, std::string name, bool shard)
      : path_(std::move(path)),
        name_(std::move(name)),
        shard_(shard),
        beside_(made(path_.string() + "-draft")),
        tokens_(beside_ / "spool"),
        texts_(core::texts_path(beside_)) {}

  void take(Draft draft) {
    for (const core::DocumentRow& row : draft.rows()) {
      columns_.add(row);
      goals_ += row.goals.size();
      length_ += row.length;
      for (const core::GoalRow& goal : row.goals) goal_length_ += goal.length;
    }
    for (const Compared& each : draft.compared()) {
      suggestions_.add_document(each.names);
      goal_wordings_.add_document(each.unit, each.goals);
    }
    tokens_.add(draft.tokens().uses(), draft.tokens().documents());
    for (std::string& text : draft.take_texts()) texts_.add(std::move(text));
    bytes_ += draft.bytes();
    drafts_.push_back(draft.folder());
    if (drafts_.size() >= kMostDrafts) fold();
  }
  std::size_t documents() const { return columns_.documents(); }
  bool full() const { return bytes_ >= kMostSegmentBytes; }

  // Everything on the disk; the segment is complete but nothing refers to it yet.
  Result<core::SegmentInfo> finish() {
    return guarded(path_, [&]() -> Result<core::SegmentInfo> {
      compact({Draft::documents_path, Draft::goals_path}, path_.string());
      if (shard_) {
        Xapian::WritableDatabase database(path_.string(), Xapian::DB_OPEN);
        database.set_metadata(core::kShardMetadata,
                              core::encode_sizes({columns_.documents(), goals_, length_, goal_length_}));
        database.commit();
      }
      for (const fs::path& draft : drafts_) remove_draft(draft);
      if (auto written = texts_.finish(); !written) return written.error();
      std::error_code error;
      fs::rename(core::texts_path(beside_), core::texts_path(path_), error);
      if (error) {
        return Error{ErrorCode::unwritable,
                     "cannot write " + core::texts_path(path_).string() + ": " + error.message()};
      }
      if (auto written = tokens_.write(core::tokens_path(path_)); !written) return written.error();
      remove_draft(beside_);
      if (auto written = columns_.write(core::columns_path(path_)); !written) return written.error();
      if (auto written = write_postings(); !written) return written.error();
      if (auto written = suggestions_.write(core::suggestions_path(path_)); !written) return written.error();
      if (auto written = goal_wordings_.write(core::goal_wordings_path(path_)); !written)
        return written.error();
      if (auto synced = core::sync_files(path_); !synced) return synced.error();
      if (auto synced = core::sync_folder(path_.parent_path()); !synced) return synced.error();
      return core::SegmentInfo{name_, columns_.documents(), goals_, {}, core::files_of(path_)};
    });
  }

 private:
  static fs::path made(fs::path folder) {
    fs::create_directories(folder);
    return folder;
  }
  // Makes one database of those of all drafts, by kind of database and then by draft.
  void compact(std::initializer_list<std::string (*)(const fs::path&)> kinds, const std::string& into) const {
    Xapian::Database all;
    for (const auto kind : kinds) {
      for (const fs::path& draft : drafts_) {
        const std::string path = kind(draft);
        if (fs::exists(path)) all.add_database(Xapian::Database(path));
      }
    }
    if (all.get_doccount() > 0) all.compact(into);
  }
  // From the tokens, which are on the disk; what is read of them is let go of again.
  Result<Done> write_postings() {
    const auto columns = core::SegmentColumns::open(core::columns_path(path_), columns_.documents(), goals_);
    if (!columns) return columns.error();
    const auto tokens = core::SegmentTokens::open(core::tokens_path(path_), columns->goal_starts);
    if (!tokens) return tokens.error();
    const fs::path path = core::postings_path(path_);
    if (auto written = core::write_postings(*tokens, path); !written) return written.error();
    const auto postings = core::SegmentPostings::open(path, *tokens);
    if (!postings) return postings.error();
    add_words(*tokens, postings->of(core::Scope::body), suggestions_);
    return Done{};
  }
  void fold() {
    const fs::path one = drafts_.front().string() + "-and-more";
    fs::create_directories(one);
    compact({Draft::documents_path}, Draft::documents_path(one));
    compact({Draft::goals_path}, Draft::goals_path(one));
    for (const fs::path& draft : drafts_) remove_draft(draft);
    drafts_ = {one};
  }

  fs::path path_;
  std::string name_;
  bool shard_;
  fs::path beside_;  // what is of no draft
  core::SegmentColumnsWriter columns_;
  core::SegmentTokensWriter tokens_;
  core::KeptTextsWriter texts_;
  core::SuggestionsWriter suggestions_;
  core::GoalWordingsWriter goal_wordings_;
  std::vector<fs::path> drafts_;
  std::size_t goals_ = 0, bytes_ = 0;
  std::uint64_t length_ = 0, goal_length_ = 0;  // of a shard's texts, in tokens
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
};

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

// The document, as it was analysed then. Takes its tags and its goals' out of `tags`.
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

// Where the documents of a commit lie, by id. Immutable and thread-safe.
class KnownDocuments {
 public:
  struct Place {
    std::size_t segment = 0;
    std::uint32_t number = 0;
  };
  KnownDocuments() = default;
  explicit KnownDocuments(const std::vector<std::unique_ptr<Segment>>& segments) {
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

  std::optional<Place> find(std::string_view id) const {
    const std::uint64_t hash = core::hash_of(id);
    for (auto at = std::ranges::lower_bound(entries_, hash, {}, &Entry::id);
         at != entries_.end() && at->id == hash; ++at) {
      if (segments_[at->segment]->columns.ids[at->number - 1] == id) return Place{at->segment, at->number};
    }
    return std::nullopt;
  }
  bool has_same(std::string_view id, std::uint64_t content, std::uint64_t evidence) const {
    const auto place = find(id);
    return place && segments_[place->segment]->columns.same_content(place->number - 1, content, evidence);
  }

 private:
  struct Entry {
    std::uint64_t id = 0;
    std::uint32_t segment = 0, number = 0;
  };
  std::vector<const Segment*> segments_;
  std::vector<Entry> entries_;
};

// Removes the folders below segments/ that the manifest does not name and that no reader uses; gives
// how many it had to leave.
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

  Draft new_draft() {
    return Draft(core::segments_path(index) / ("draft-" + std::to_string(++drafts_made)), manifest.shard);
  }
  SegmentBuilder& started_builder() {
    if (!builder) {
      const std::string name =
          "s" + std::to_string(manifest.generation + 1) + "-" + std::to_string(++segments_made);
      builder.emplace(core::segment_path(index, name), name, manifest.shard);
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
    Draft finished = *std::move(draft);
    draft.reset();
    return take(std::move(finished));
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
      if (!draft) draft.emplace(new_draft());
      draft->add(*std::move(document));
      if (!draft->full()) continue;
      draft->finish();
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

// The document as it is added to a segment; none where a commit has the same.
std::optional<Prepared> to_write(const ProcessedDocument& document, const KnownDocuments& committed,
                                 language::Analyzer& analyzer, const gazetteer::Gazetteer& gazetteer) {
  core::KeptContent content = core::encode_content(document.record, document.text, document.repairs);
  const std::uint64_t hash = core::content_hash(content.bytes);
  const std::uint64_t evidence = core::content_hash(content.evidence);
  if (committed.has_same(document.record.id, hash, evidence)) return std::nullopt;
  IndexedDocument indexed = index_document(document, analyzer, gazetteer);
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
    auto prepared = to_write(document, state.committed, state.analyzer, state.gazetteer);
    if (!prepared) return state.change(id, {}), Done{};
    if (!state.draft) state.draft.emplace(state.new_draft());
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
    auto prepared = to_write(document, writer.committed, analyzer, writer.gazetteer);
    State::Added added{document.record.id, input, 0};
    if (prepared) {
      if (!state_->draft) state_->draft.emplace(writer.new_draft());
      added.number = state_->draft->add(*std::move(prepared));
    }
    state_->added.push_back(std::move(added));
    return Done{};
  });
}

core::Result<Done> IndexWriter::Shard::finish() {
  return guarded(state_->writer.index, [&]() -> Result<Done> {
    if (state_->draft) state_->draft->finish();
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
