// The newest state of one index or several, for those that go on answering while writers commit.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/result.h"
#include "gazetteer/gazetteer.h"
#include "language/lexicon.h"
#include "search/searcher.h"

namespace szukajst::search {

// Watches the manifests. A new one is opened beside and taken whole; what is being answered from the one
// before goes on, and that is closed when its last user lets it go. Thread-safe.
class LiveSearcher {
 public:
  static constexpr std::chrono::milliseconds kEvery{200};  // how often the manifests are looked at

  // As Searcher::open, also what outlives it and the errors.
  static core::Result<LiveSearcher> open(const std::vector<std::filesystem::path>& indexes,
                                         const language::Lexicon& lexicon,
                                         const gazetteer::Gazetteer& gazetteer,
                                         std::chrono::milliseconds every = kEvery);
  LiveSearcher(LiveSearcher&&) noexcept;
  ~LiveSearcher();

  // Never null. Where a new manifest cannot be used (logged once), it is still the one before.
  std::shared_ptr<const Searcher> newest() const;

 private:
  struct State;
  explicit LiveSearcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace szukajst::search
