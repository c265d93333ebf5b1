#include "search/session.h"

#include <algorithm>
#include <utility>

namespace szukajst::search {
namespace {

// Queries and snippets meet fewer distinct words than indexing does.
constexpr std::size_t kMemoWords = 20'000;

}  // namespace

core::Result<SessionPool::Loan> SessionPool::borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      Loan loan(idle_.back().release(), Return{this});
      idle_.pop_back();
      return loan;
    }
  }
  std::vector<IndexReader> readers;
  for (const SegmentView& segment : snapshot_.segments) {
    auto reader = IndexReader::open(segment.path);
    if (!reader) return reader.error();
    readers.push_back(std::move(*reader));
  }
  Loan loan(new Session{std::move(readers), language::Analyzer(lexicon_, {.memo_words = kMemoWords})},
            Return{this});
  loan->analyzer.use_names(gazetteer_.nominatives());
  return loan;
}

void SessionPool::Return::operator()(Session* session) const {
  std::unique_ptr<Session> returned(session);
  const bool sound = std::none_of(returned->readers.begin(), returned->readers.end(),
                                  [](const IndexReader& reader) { return reader.trouble().has_value(); });
  if (!sound) return;
  const std::lock_guard lock(pool->mutex_);
  pool->idle_.push_back(std::move(returned));
}

}  // namespace szukajst::search
