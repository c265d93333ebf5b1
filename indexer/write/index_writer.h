// Writes an index: a new immutable segment, then a new manifest renamed over the old one.
// The format: docs/index_format.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/index_format.h"
#include "core/result.h"
#include "indexer/pipeline.h"

namespace szukajst::indexer {

// Chosen when an index is made.
struct IndexSettings {
  // Whether xapian-tcpsrv can serve it: its databases hold positions, term lists and documents, too, at
  // three to four times the size. An index that was made so stays so whatever is asked for later.
  bool shard = false;
};

struct CommitSummary {
  int added = 0, replaced = 0, unchanged = 0, removed = 0;
  int documents = 0, goals = 0;  // in the index after the commit
};

// One writer an index at a time: opening takes a lock file. Not thread-safe.
class IndexWriter {
 public:
  // Makes the folder if it does not exist. Errors: conflict (another writer has it), unwritable,
  // unsupported (another format version or other analyzer settings; a shard is asked for and the index is
  // none), malformed (a folder that is not empty and no index).
  static core::Result<IndexWriter> open(const std::filesystem::path& index, language::Analyzer& analyzer,
                                        const gazetteer::Gazetteer& gazetteer,
                                        const IndexSettings& chosen = {});
  IndexWriter(IndexWriter&&) noexcept;
  ~IndexWriter();

  // Adds the document, or replaces the one with its id; becomes visible at commit.
  core::Result<core::Done> add(const ProcessedDocument& document);
  // A document that is no more in the next commit; no error where there was none.
  void remove(std::string_view id);

  // What one thread writes beside the others. As each document is analysed where it is added, shards are how
  // many cores write one index; their documents become the writer's in the order in which shards are taken,
  // and which documents are in which shard does not show in the index.
  class Shard {
   public:
    Shard(Shard&&) noexcept;
    Shard& operator=(Shard&&) noexcept;
    ~Shard();
    // `analyzer`: the thread's own, set up as the writer's. `input`: see has(); 0 where it is not known.
    core::Result<core::Done> add(const ProcessedDocument& document, language::Analyzer& analyzer,
                                 std::uint64_t input);
    // No more is added. To be called before the shard is taken.
    core::Result<core::Done> finish();

   private:
    friend class IndexWriter;
    struct State;
    explicit Shard(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
  };
  // Any thread may ask for shards and fill them while another takes those that are finished; nobody commits
  // meanwhile. The writer outlives its shards.
  Shard shard();
  core::Result<core::Done> take(Shard shard);

  // Whether the last commit has the document as it came of this input: a hash of its bytes and of all else
  // that decides what becomes of them. Threads may ask while nobody adds, takes or removes.
  bool has(std::string_view id, std::uint64_t input) const;
  bool knows_inputs() const;  // false: has() is true of none
  // The document stays as it is, and counts as read.
  void keep(std::string_view id);

  // The documents of the last commit whose source lies below the folder and that this writer has neither
  // added nor kept nor removed, in no order.
  struct Known {
    std::string id, source;
  };
  core::Result<std::vector<Known>> below(std::string_view folder) const;
  // Calls `f` with each document of the last commit that this writer has neither added nor kept nor removed;
  // f may add. Ends with the first error.
  core::Result<core::Done> for_each_kept(
      const std::function<core::Result<core::Done>(const core::KeptDocument&)>& f);
  // Whether the index was last written with a list of persons to leave out.
  bool suppressed() const;
  // From the next commit on. That commit leaves nothing on the disk of documents that were replaced or
  // removed, now or before, unless a reader still answers from them.
  void set_suppressed(bool suppressed);
  // The next commit leaves one segment, without what is deleted.
  void optimize();
  // After an error nothing is lost of the index as it was; open a new writer to try again.
  core::Result<CommitSummary> commit();

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace szukajst::indexer
