// Walks all matches of a plan once: total, facets, and the best so many.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "gazetteer/gazetteer.h"
#include "search/deadline.h"
#include "search/plan.h"
#include "search/remote/shards.h"
#include "search/request.h"
#include "search/session.h"
#include "search/snapshot.h"

namespace szukajst::search {

// A match, by where it lies.
struct Found {
  std::size_t segment = 0;
  Number document = 0;
  std::size_t goal = 0;  // ordinal in the segment; only among goals
  double score = 0;
  // Of a match in a remote index: its place in Collected::remote; the rest but the score is not set.
  std::optional<std::size_t> remote = {};
};

struct Collected {
  std::size_t total = 0;
  bool partial = false;  // the deadline passed
  bool expansions_cut = false;
  std::vector<Found> best;  // in order, at most `most`
  Facets facets;
  std::vector<RemoteMatch> remote;
  std::vector<std::string> down;  // remote indexes that did not answer; then partial as well
};

// Error: unreadable, where the index failed.
core::Result<Collected> collect(const Plan& plan, const Request& request, std::size_t most,
                                const Snapshot& snapshot, const Session& session,
                                const gazetteer::Gazetteer& gazetteer, Deadline& deadline);

}  // namespace szukajst::search
