#include "indexer/write/segment_builder.h"

#include <future>
#include <system_error>
#include <utility>

#include "core/durable_file.h"
#include "core/fields.h"
#include "core/segment_postings.h"
#include "core/shard_values.h"

namespace szukajst::indexer {

namespace {

namespace fs = std::filesystem;
using core::Done;
using core::Error;
using core::ErrorCode;
using core::Result;

// A segment is closed when its documents kept have this many bytes: its columns are gathered in memory.
constexpr std::size_t kMostSegmentBytes = std::size_t{256} << 20;
// So many drafts are open while they are made one.
constexpr std::size_t kMostDrafts = 32;

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

fs::path made(fs::path folder) {
  fs::create_directories(folder);
  return folder;
}

}  // namespace

SegmentBuilder::SegmentBuilder(fs::path path, std::string name, bool shard,
                               std::shared_ptr<core::SharedUseNumbers> numbers)
    : path_(std::move(path)),
      name_(std::move(name)),
      shard_(shard),
      beside_(made(path_.string() + "-draft")),
      tokens_(beside_ / "spool", std::move(numbers)),
      texts_(core::texts_path(beside_)) {}

void SegmentBuilder::take(Draft draft) {
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
  tokens_.add(draft.numbers(), draft.tokens());
  for (std::string& text : draft.take_texts()) texts_.add(std::move(text));
  bytes_ += draft.bytes();
  drafts_.push_back(draft.folder());
  if (drafts_.size() >= kMostDrafts) fold();
}

bool SegmentBuilder::full() const {
  return bytes_ >= kMostSegmentBytes;
}

Result<core::SegmentInfo> SegmentBuilder::finish() {
  return guarded(path_, [&]() -> Result<core::SegmentInfo> {
    fs::create_directories(path_);
    // Whoever commits waits for this: what the tokens do not need is written beside them.
    auto columns = std::async(std::launch::async, [&] {
      compact({Draft::documents_path, Draft::goals_path}, path_.string());
      if (shard_) {
        Xapian::WritableDatabase database(path_.string(), Xapian::DB_OPEN);
        database.set_metadata(core::kShardMetadata,
                              core::encode_sizes({columns_.documents(), goals_, length_, goal_length_}));
        database.commit();
      }
      for (const fs::path& draft : drafts_) remove_draft(draft);
      return columns_.write(core::columns_path(path_));
    });
    if (auto written = texts_.finish(); !written) return written.error();
    std::error_code error;
    fs::rename(core::texts_path(beside_), core::texts_path(path_), error);
    if (error) {
      return Error{ErrorCode::unwritable,
                   "cannot write " + core::texts_path(path_).string() + ": " + error.message()};
    }
    if (auto written = tokens_.write(core::tokens_path(path_)); !written) return written.error();
    remove_draft(beside_);
    if (auto written = columns.get(); !written) return written.error();
    if (auto written = write_postings(); !written) return written.error();
    if (auto written = suggestions_.write(core::suggestions_path(path_)); !written) return written.error();
    if (auto written = goal_wordings_.write(core::goal_wordings_path(path_)); !written)
      return written.error();
    if (auto synced = core::sync_files(path_); !synced) return synced.error();
    if (auto synced = core::sync_folder(path_.parent_path()); !synced) return synced.error();
    return core::SegmentInfo{name_, columns_.documents(), goals_, {}, core::files_of(path_)};
  });
}

void SegmentBuilder::compact(std::initializer_list<std::string (*)(const fs::path&)> kinds,
                             const std::string& into) const {
  Xapian::Database all;
  for (const auto kind : kinds) {
    for (const fs::path& draft : drafts_) {
      const std::string path = kind(draft);
      if (fs::exists(path)) all.add_database(Xapian::Database(path));
    }
  }
  if (all.get_doccount() > 0) all.compact(into);
}

Result<Done> SegmentBuilder::write_postings() {
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

void SegmentBuilder::fold() {
  const fs::path one = drafts_.front().string() + "-and-more";
  fs::create_directories(one);
  compact({Draft::documents_path}, Draft::documents_path(one));
  compact({Draft::goals_path}, Draft::goals_path(one));
  for (const fs::path& draft : drafts_) remove_draft(draft);
  drafts_ = {one};
}

}  // namespace szukajst::indexer
