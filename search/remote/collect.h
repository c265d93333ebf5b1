// Local and remote indexes as one: one order, sums of totals and facets.
#pragma once

#include <functional>

#include "search/collector.h"
#include "search/remote/shards.h"

namespace szukajst::search {

// `here`: collects of the local indexes, with the plan it is given. Errors: unsupported, where no remote
// index can answer the plan; those of `here`.
using CollectHere =
    std::function<core::Result<Collected>(const Plan& plan, std::size_t most, const Request& request)>;
core::Result<Collected> collect_everywhere(Plan plan, const Request& request, std::size_t most,
                                           const Snapshot& snapshot, const gazetteer::Gazetteer& gazetteer,
                                           const RemoteShards& remote, RemoteShards::Time until,
                                           const CollectHere& here);

}  // namespace szukajst::search
