// The search engine over one index or several. A Searcher is a snapshot that never changes: it goes on
// answering from the manifests it was opened on, whatever writers do meanwhile.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "core/text.h"
#include "gazetteer/gazetteer.h"
#include "language/lexicon.h"
#include "search/request.h"
#include "search/similar_document.h"

namespace szukajst::search {

// A document as the index keeps it.
struct StoredDocument {
  core::Record record;
  core::PagedText text;                       // cleaned, words as they stand in the source
  std::vector<core::Repair> repairs;          // ranges in text.text
  std::vector<AlikeGoals> alike = {};         // by goal of the record
  std::vector<SimilarDocument> similar = {};  // most alike first, at most 10
};

struct IndexStatistics {
  std::size_t documents = 0, goals = 0, segments = 0, bytes = 0;
  std::uint64_t generation = 0;  // commits, of all indexes together
};

// Thread-safe: any number of threads may search at once (each keeps cursors of its own).
class Searcher {
 public:
  // `indexes`: their folders, or tcp:HOST:PORT of one that xapian-tcpsrv serves (not asked until the first
  // search); what several of them have is one collection, and a document of one id is that of the first that
  // has it. `lexicon` and `gazetteer` outlive the searcher. Errors: not_found, malformed (no index),
  // unsupported (format version, analyzer settings).
  static core::Result<Searcher> open(const std::vector<std::filesystem::path>& indexes,
                                     const language::Lexicon& lexicon, const gazetteer::Gazetteer& gazetteer);
  Searcher(Searcher&&) noexcept;
  ~Searcher();

  // Errors: too_large (query over 4 KiB, 64 terms or depth 16; a page past the 1,000th result), busy (all
  // indexes are remote and none answers), unreadable.
  core::Result<Answer> search(const Request& request) const;
  // What the query may become when it is typed on, best first: whole names, then words. Each finds something,
  // unless the words before its last are found nowhere. None for a query over 512 bytes.
  core::Result<std::vector<Completion>> complete(std::string_view query, std::size_t most = 10) const;
  // Errors: not_found, busy (it may be in a remote index that does not answer), unreadable.
  core::Result<StoredDocument> document(std::string_view id) const;
  // Documents alike in subject, most alike first; none where it is of a remote index. Errors: as above.
  core::Result<std::vector<SimilarDocument>> similar(std::string_view id) const;
  IndexStatistics statistics() const;
  // Compares columns, stored records and postings; each finding one sentence. Empty: all is well.
  std::vector<std::string> check() const;

 private:
  struct State;
  explicit Searcher(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace szukajst::search
