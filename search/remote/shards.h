// Indexes that xapian-tcpsrv serves on other machines. Each call asks all of them at once and waits for none
// longer than kAnswerTime: a shard that does not answer is down, left out of all further calls, and tried
// again every second by a thread of its own until it is there.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "core/segment_columns.h"
#include "core/shard_values.h"
#include "search/plan.h"
#include "search/request.h"

namespace szukajst::search {

struct RemoteAddress {
  std::string name;  // "tcp:HOST:PORT"
  std::string host;
  unsigned port = 0;
};
// Whether the name of an index is that of a remote one.
bool is_remote(std::string_view index);
// Error: malformed.
core::Result<RemoteAddress> remote_address(std::string_view index);

// By facet, and of goals by level: how many matches have each value, by what is compared.
struct ValueCount {
  std::string label;  // empty where the value is shown
  std::size_t count = 0;
};
using ValueCounts = std::map<std::string, ValueCount>;
inline constexpr std::size_t kLevelFacet = core::kFacets;
using FacetCounts = std::array<ValueCounts, core::kFacets + 1>;

struct RemoteMatch {
  std::string id;        // of the document
  std::size_t goal = 0;  // in the record; only among goals
  double score = 0;
  std::string order;  // what the match is put in order by where that is not its score (core::OrderKeys)
  std::string kept;   // the document, encoded; empty where details were not asked for
};

struct RemoteFound {
  std::size_t total = 0;
  FacetCounts counts;
  std::vector<RemoteMatch> best;  // in no order
};

// What is asked. `plan`: its rarities are those of all indexes together.
struct RemoteQuestion {
  Plan plan;
  Request request;
  std::size_t most = 0;
  double average_length = 1;  // of documents or, among goals, of these
};

// What the shards that answered have. `down`: the names of those that did not.
struct RemoteStatistics {
  core::ShardSizes sizes;
  std::vector<std::size_t> with;  // by word of the plan
  std::vector<std::string> down;
};

// Why no remote index can answer this; nothing where it can.
std::optional<std::string> unanswerable(const Request& request);

// Thread-safe.
class RemoteShards {
 public:
  // kAnswerTime is all the time that a request has for its questions: what comes later is left out.
  static constexpr std::chrono::milliseconds kConnectTime{1000}, kAnswerTime{1500}, kRetry{1000};
  using Time = std::chrono::steady_clock::time_point;

  explicit RemoteShards(std::vector<RemoteAddress> addresses);
  RemoteShards(const RemoteShards&) = delete;
  ~RemoteShards();

  bool empty() const { return size() == 0; }
  std::size_t size() const;
  RemoteStatistics statistics(const Plan& plan, const Request& request, Time until) const;
  // Appends to `down` the names of the shards that are left out. Error: unreadable, where a shard answered
  // that it is no index of ours, or cannot answer.
  core::Result<RemoteFound> search(const RemoteQuestion& question, std::vector<std::string>& down,
                                   Time until) const;
  // The document as it is kept, of the first shard that has it.
  std::optional<std::string> document(std::string_view id, std::vector<std::string>& down) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace szukajst::search
