// What the routes ask of a search engine. A set of functions, so that routes and pages are tested
// without an index; server.cpp fills it from a search::Searcher.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/teryt.h"
#include "search/searcher.h"

namespace szukajst::server {

// Each function is called by many threads at once.
struct SearchService {
  std::function<core::Result<search::Answer>(const search::Request&)> search;
  std::function<core::Result<search::StoredDocument>(std::string_view id)> document;
  std::function<core::Result<std::vector<search::Completion>>(std::string_view query)> complete;
  std::function<search::IndexStatistics()> statistics;
  // "powiat toruński"; the code itself for a unit that is in no register.
  std::function<std::string(const core::Teryt&)> place_label;
};

}  // namespace szukajst::server
