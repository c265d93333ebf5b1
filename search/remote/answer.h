// What one shard answers. Xapian's exceptions go through.
#pragma once

#include <xapian.h>

#include <cstddef>

#include "search/remote/shards.h"

namespace szukajst::search {

// The best matches, their total and the exact counts of all facets.
RemoteFound ask_shard(const Xapian::Database& database, const RemoteQuestion& question);

// Of how many documents (or goals) a word of the plan is, as make_plan counts.
std::size_t documents_with(const Plan& plan, const Request& request, std::size_t index,
                           const Xapian::Database& database);

}  // namespace szukajst::search
