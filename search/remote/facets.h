// Facets of local and of remote indexes as one.
#pragma once

#include "gazetteer/gazetteer.h"
#include "search/remote/shards.h"
#include "search/request.h"

namespace szukajst::search {

// `local`: with all values, as FacetCounter gives them. The sum has them in the same order, of names at most
// Request::facet_values and those that are selected.
Facets add_remote(const Facets& local, const FacetCounts& remote, const Request& request,
                  const gazetteer::Gazetteer& gazetteer);

}  // namespace szukajst::search
