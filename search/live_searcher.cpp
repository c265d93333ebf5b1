#include "search/live_searcher.h"

#include <sys/stat.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <tuple>
#include <utility>

#include "core/index_format.h"
#include "core/log.h"

namespace szukajst::search {
namespace {

using Paths = std::vector<std::filesystem::path>;
// Tells one manifest from the next: each is a new file, renamed to its place.
using Stamp = std::tuple<ino_t, time_t, long, off_t>;

std::vector<Stamp> stamps(const Paths& indexes) {
  std::vector<Stamp> all;
  for (const auto& index : indexes) {
    struct stat file = {};
    const bool there = ::stat(core::manifest_path(index).c_str(), &file) == 0;
    all.push_back(there ? Stamp{file.st_ino, file.st_mtim.tv_sec, file.st_mtim.tv_nsec, file.st_size}
                        : Stamp{});
  }
  return all;
}

}  // namespace

struct LiveSearcher::State {
  Paths indexes;
  const language::Lexicon& lexicon;
  const gazetteer::Gazetteer& gazetteer;
  std::chrono::milliseconds every;
  std::vector<Stamp> seen;

  mutable std::mutex mutex;
  std::shared_ptr<const Searcher> newest;
  std::condition_variable_any stopping;
  std::jthread watcher;

  State(Paths paths, const language::Lexicon& words, const gazetteer::Gazetteer& units,
        std::chrono::milliseconds pause)
      : indexes(std::move(paths)), lexicon(words), gazetteer(units), every(pause) {}

  // Stamps are taken before opening: a commit in between is seen the next time.
  core::Result<core::Done> open() {
    seen = stamps(indexes);
    auto opened = Searcher::open(indexes, lexicon, gazetteer);
    if (!opened) return opened.error();
    auto shared = std::make_shared<const Searcher>(*std::move(opened));
    {
      const std::lock_guard lock(mutex);
      newest.swap(shared);
    }
    return core::Done{};  // the one before may be closed here, outside the lock
  }

  void watch(const std::stop_token& stop) {
    std::mutex asleep;
    std::unique_lock lock(asleep);
    while (!stopping.wait_for(lock, stop, every, [] { return false; })) {
      if (stop.stop_requested()) return;
      if (stamps(indexes) == seen) continue;
      if (const auto opened = open(); !opened)
        core::log::error("still answering from the state before: " + opened.error().message);
    }
  }
};

core::Result<LiveSearcher> LiveSearcher::open(const Paths& indexes, const language::Lexicon& lexicon,
                                              const gazetteer::Gazetteer& gazetteer,
                                              std::chrono::milliseconds every) {
  auto state = std::make_unique<State>(indexes, lexicon, gazetteer, every);
  if (auto opened = state->open(); !opened) return opened.error();
  state->watcher = std::jthread([&watched = *state](const std::stop_token& stop) { watched.watch(stop); });
  return LiveSearcher(std::move(state));
}

std::shared_ptr<const Searcher> LiveSearcher::newest() const {
  const std::lock_guard lock(state_->mutex);
  return state_->newest;
}

LiveSearcher::LiveSearcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
LiveSearcher::LiveSearcher(LiveSearcher&&) noexcept = default;
LiveSearcher::~LiveSearcher() = default;

}  // namespace szukajst::search
