// What one thread needs to search a snapshot: handles into its segments and an analyzer. Kept in a
// pool, for opening them costs more than many a query.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "core/result.h"
#include "gazetteer/gazetteer.h"
#include "language/analyzer.h"
#include "search/index_reader.h"
#include "search/snapshot.h"

namespace szukajst::search {

struct Session {
  std::vector<IndexReader> readers;  // one a segment
  language::Analyzer analyzer;
};

// Thread-safe.
class SessionPool {
 public:
  // All outlive the pool.
  SessionPool(const Snapshot& snapshot, const language::Lexicon& lexicon,
              const gazetteer::Gazetteer& gazetteer)
      : snapshot_(snapshot), lexicon_(lexicon), gazetteer_(gazetteer) {}

  // Lends a session until the loan ends. Error: unreadable.
  struct Return {
    SessionPool* pool;
    void operator()(Session* session) const;
  };
  using Loan = std::unique_ptr<Session, Return>;
  core::Result<Loan> borrow();

 private:
  const Snapshot& snapshot_;
  const language::Lexicon& lexicon_;
  const gazetteer::Gazetteer& gazetteer_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Session>> idle_;
};

}  // namespace szukajst::search
