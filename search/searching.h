// What every step of one search needs, and the way from a query to what it finds.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "core/result.h"
#include "gazetteer/gazetteer.h"
#include "language/lexicon.h"
#include "language/synonyms.h"
#include "search/collector.h"
#include "search/deadline.h"
#include "search/plan.h"
#include "search/query_tree.h"
#include "search/query_words.h"
#include "search/remote/shards.h"
#include "search/request.h"
#include "search/session.h"
#include "search/snapshot.h"

namespace szukajst::search {

// Not thread-safe: one a search. All outlive it.
struct Searching {
  const Request& request;
  const Snapshot& snapshot;
  const language::Lexicon& lexicon;
  const language::Synonyms& synonyms;
  const gazetteer::Gazetteer& gazetteer;
  Session& session;
  QueryWords& words;
  Deadline& deadline;
  const RemoteShards& remote;
  RemoteShards::Time remote_until = std::chrono::steady_clock::now() + RemoteShards::kAnswerTime;

  // `alike`: the query with its synonyms, where it has any.
  Plan plan(const QueryNode& query, const std::optional<QueryNode>& alike) const;
  Plan plan(const QueryNode& query) const;
  // Local indexes and remote ones as one. Error: unreadable.
  core::Result<Collected> run(const Plan& planned, std::size_t most) const;
  // Only the best, no facets.
  core::Result<Collected> run_uncounted(const Plan& planned, std::size_t most) const;
  // How many documents the query finds; 0 where it cannot be read.
  std::size_t count(const std::string& query) const;

 private:
  core::Result<Collected> run(const Plan& planned, std::size_t most, const Request& asked) const;
  core::Result<Collected> run_here(const Plan& planned, std::size_t most, const Request& asked) const;
};

}  // namespace szukajst::search
