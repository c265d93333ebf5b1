#include "search/remote/shards.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

#include "core/fields.h"
#include "core/log.h"
#include "search/remote/answer.h"

namespace szukajst::search {
namespace {

using core::Error;
using core::ErrorCode;

constexpr std::string_view kBegins = "tcp:";

struct Statistics {
  core::ShardSizes sizes;
  std::vector<std::size_t> with;
};

core::ShardSizes sizes_of(const Xapian::Database& database) {
  const auto sizes = core::decode_sizes(database.get_metadata(core::kShardMetadata));
  if (!sizes)
    throw Xapian::DatabaseVersionError(
        "it was not made by szukajst index --shard, or by another version of it: index again");
  return *sizes;
}

// One shard with its connections. Shared with the threads that are asking it, which may outlive a request.
struct Shard {
  explicit Shard(RemoteAddress where) : address(std::move(where)) {}

  RemoteAddress address;
  std::mutex mutex;
  std::vector<Xapian::Database> idle;
  bool down = false;

  bool is_down() {
    const std::lock_guard lock(mutex);
    return down;
  }
  void set_down(bool now, const std::string& why) {
    const std::lock_guard lock(mutex);
    if (now != down) core::log::warning(address.name + (now ? " is down: " + why : " is there again"));
    down = now;
    if (now) idle.clear();
  }
  Xapian::Database connect() const {
    return Xapian::Remote::open(address.host, address.port,
                                static_cast<useconds_t>(RemoteShards::kAnswerTime.count()),
                                static_cast<useconds_t>(RemoteShards::kConnectTime.count()));
  }
  // Calls with a connection; once more with a fresh one where the server had closed an idle one.
  template <typename T>
  T with_connection(const std::function<T(const Xapian::Database&)>& f) {
    std::optional<Xapian::Database> kept;
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) kept = std::move(idle.back()), idle.pop_back();
    }
    if (kept) {
      try {
        return finish<T>(f, *kept);
      } catch (const Xapian::NetworkTimeoutError&) {
        throw;
      } catch (const Xapian::Error&) {
        const std::lock_guard lock(mutex);
        idle.clear();
      }
    }
    Xapian::Database fresh = connect();
    sizes_of(fresh);
    return finish<T>(f, fresh);
  }

 private:
  template <typename T>
  T finish(const std::function<T(const Xapian::Database&)>& f, const Xapian::Database& database) {
    T value = f(database);
    const std::lock_guard lock(mutex);
    idle.push_back(database);
    return value;
  }
};

// Threads under way; none outlives the RemoteShards.
struct Running {
  std::mutex mutex;
  std::condition_variable ended;
  std::size_t threads = 0;

  template <typename Function>
  void start(const std::shared_ptr<Running>& self, Function&& function) {
    {
      const std::lock_guard lock(mutex);
      ++threads;
    }
    std::thread([self, f = std::forward<Function>(function)]() mutable {
      f();
      const std::lock_guard lock(self->mutex);
      --self->threads;
      self->ended.notify_all();
    }).detach();
  }
  void wait() {
    std::unique_lock lock(mutex);
    ended.wait(lock, [&] { return threads == 0; });
  }
};

}  // namespace

struct RemoteShards::State {
  std::vector<std::shared_ptr<Shard>> shards;
  std::shared_ptr<Running> running = std::make_shared<Running>();
  std::condition_variable_any stopping;
  std::jthread watcher;

  ~State() {
    watcher = {};
    running->wait();
  }

  // What each shard answers; nothing of one that is down, or does not answer in time.
  template <typename T>
  std::vector<std::optional<T>> ask_all(const std::function<T(const Xapian::Database&)>& f, Time until) {
    using Answered = std::optional<T>;
    // One that hangs takes half of the time that is left, so that the others are asked what comes next.
    const auto begin = std::chrono::steady_clock::now(), end = begin + std::max(until - begin, {}) / 2;
    std::vector<std::future<Answered>> answers(shards.size());
    for (std::size_t i = 0; i < shards.size(); ++i) {
      if (shards[i]->is_down()) continue;
      auto promise = std::make_shared<std::promise<Answered>>();
      answers[i] = promise->get_future();
      running->start(running, [shard = shards[i], promise, f] {
        try {
          promise->set_value(shard->with_connection(f));
        } catch (const Xapian::Error& error) {
          shard->set_down(true, error.get_description());
          promise->set_value(std::nullopt);
        } catch (const std::exception& error) {
          shard->set_down(true, error.what());
          promise->set_value(std::nullopt);
        }
      });
    }
    std::vector<Answered> all(shards.size());
    for (std::size_t i = 0; i < shards.size(); ++i) {
      if (!answers[i].valid()) continue;
      if (answers[i].wait_until(end) == std::future_status::ready)
        all[i] = answers[i].get();
      else if (end - begin >= kAnswerTime / 3)  // less is no time to judge by
        shards[i]->set_down(true, "no answer in time");
    }
    return all;
  }

  template <typename T>
  void note_down(const std::vector<std::optional<T>>& answers, std::vector<std::string>& down) const {
    for (std::size_t i = 0; i < shards.size(); ++i)
      if (!answers[i] && std::ranges::find(down, shards[i]->address.name) == down.end())
        down.push_back(shards[i]->address.name);
  }

  void watch(const std::stop_token& stop) {
    std::mutex asleep;
    std::unique_lock lock(asleep);
    while (!stopping.wait_for(lock, stop, kRetry, [] { return false; })) {
      if (stop.stop_requested()) return;
      for (const auto& shard : shards) {
        if (!shard->is_down()) continue;
        try {
          sizes_of(shard->connect());
          shard->set_down(false, {});
        } catch (const Xapian::Error&) {  // still down; told when it went
        }
      }
    }
  }
};

bool is_remote(std::string_view index) {
  return index.starts_with(kBegins);
}

core::Result<RemoteAddress> remote_address(std::string_view index) {
  const std::string name(index);
  const std::string_view rest = index.substr(std::min(index.size(), kBegins.size()));
  const std::size_t colon = rest.rfind(':');
  const Error fault{ErrorCode::malformed, name + ": tcp:HOST:PORT is wanted"};
  if (!is_remote(index) || colon == std::string_view::npos || colon == 0) return fault;
  RemoteAddress address{name, std::string(rest.substr(0, colon)), 0};
  const std::string_view port = rest.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (error != std::errc() || end != port.data() + port.size() || address.port == 0 || address.port > 65535)
    return fault;
  return address;
}

std::optional<std::string> unanswerable(const Request& request) {
  if (request.loosest == core::MatchKind::folded)
    return "a remote index answers no search for words without diacritics alone (loosest folded)";
  return std::nullopt;
}

RemoteShards::RemoteShards(std::vector<RemoteAddress> addresses) : state_(std::make_unique<State>()) {
  for (RemoteAddress& address : addresses)
    state_->shards.push_back(std::make_shared<Shard>(std::move(address)));
  if (!state_->shards.empty())
    state_->watcher =
        std::jthread([state = state_.get()](const std::stop_token& stop) { state->watch(stop); });
}
RemoteShards::~RemoteShards() = default;

std::size_t RemoteShards::size() const {
  return state_->shards.size();
}

RemoteStatistics RemoteShards::statistics(const Plan& plan, const Request& request, Time until) const {
  // What the threads use may outlive the call.
  const auto shared = std::make_shared<const std::pair<Plan, Request>>(plan, request);
  const auto answers = state_->ask_all<Statistics>(
      [shared](const Xapian::Database& database) {
        const auto& [asked, with] = *shared;
        Statistics statistics{sizes_of(database), {}};
        for (std::size_t i = 0; i < asked.words.size(); ++i)
          statistics.with.push_back(documents_with(asked, with, i, database));
        return statistics;
      },
      until);
  RemoteStatistics sum{{}, std::vector<std::size_t>(plan.words.size()), {}};
  for (const auto& answer : answers) {
    if (!answer) continue;
    sum.sizes.documents += answer->sizes.documents, sum.sizes.goals += answer->sizes.goals;
    sum.sizes.length += answer->sizes.length, sum.sizes.goal_length += answer->sizes.goal_length;
    for (std::size_t i = 0; i < sum.with.size(); ++i) sum.with[i] += answer->with[i];
  }
  state_->note_down(answers, sum.down);
  return sum;
}

core::Result<RemoteFound> RemoteShards::search(const RemoteQuestion& question, std::vector<std::string>& down,
                                               Time until) const {
  const auto shared = std::make_shared<const RemoteQuestion>(question);
  const auto answers = state_->ask_all<RemoteFound>(
      [shared](const Xapian::Database& database) { return ask_shard(database, *shared); }, until);
  RemoteFound all;
  for (const auto& answer : answers) {
    if (!answer) continue;
    all.total += answer->total;
    for (std::size_t facet = 0; facet < all.counts.size(); ++facet) {
      for (const auto& [value, counted] : answer->counts[facet]) {
        ValueCount& sum = all.counts[facet][value];
        if (sum.label.empty()) sum.label = counted.label;
        sum.count += counted.count;
      }
    }
    all.best.insert(all.best.end(), answer->best.begin(), answer->best.end());
  }
  state_->note_down(answers, down);
  return all;
}

std::optional<std::string> RemoteShards::document(std::string_view id, std::vector<std::string>& down) const {
  const auto answers = state_->ask_all<std::string>(
      [term = core::term(core::Tag::id, id)](const Xapian::Database& database) {
        const auto at = database.postlist_begin(term);
        return at == database.postlist_end(term) ? std::string() : database.get_document(*at).get_data();
      },
      std::chrono::steady_clock::now() + kAnswerTime);
  state_->note_down(answers, down);
  for (const auto& answer : answers)
    if (answer && !answer->empty()) return *answer;
  return std::nullopt;
}

}  // namespace szukajst::search
