// Answers as JSON: docs/api.md.
#pragma once

#include <string>
#include <string_view>

#include "search/request.h"
#include "search/searcher.h"
#include "server/language.h"

namespace szukajst::server {

// One line without line end. "facets" is null where the request wanted none; kinds and goal levels
// are labelled in `language`.
std::string render_json(const search::Request& request, const search::Answer& answer,
                        Language language = Language::polish);

// The record as `szukajst extract --json` prints it, with "url" and "text", the pages and what is mended in
// them.
std::string render_json(const search::StoredDocument& document);

// {"status": "ok", "documents": …, "goals": …, "generation": …}
std::string render_json(const search::IndexStatistics& statistics);

// {"error": {"status": …, "parameter": … or null, "message": …}}
std::string error_json(int status, std::string_view parameter, std::string_view message);

}  // namespace szukajst::server
