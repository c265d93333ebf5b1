// Answers as JSON: docs/api.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/request.h"
#include "search/searcher.h"
#include "server/language.h"

namespace szukajst::server {

// One line without line end. "facets" is null where the request wanted none; kinds and goal levels
// are labelled in `language`.
std::string render_json(const search::Request& request, const search::Answer& answer,
                        Language language = Language::polish);

// The record as `szukajst extract --json` prints it, with "url"; "text", the pages and what is mended in
// them; "alike", the same goals elsewhere; "similar", documents alike.
std::string render_json(const search::StoredDocument& document);

// {"id": …, "similar": […]}, as `szukajst search --similar --json` prints it.
std::string render_json(std::string_view id, const std::vector<search::SimilarDocument>& similar);

// [{"text": …, "type": …, "value": …, "within": …}], as `szukajst search --suggest --json` prints it, with
// the query:
// {"query": …, "suggestions": […]}
std::string render_json(std::string_view query, const std::vector<search::Completion>& completions);

// {"status": "ok", "documents": …, "goals": …, "generation": …}
std::string render_json(const search::IndexStatistics& statistics);

// {"error": {"status": …, "parameter": … or null, "message": …}}
std::string error_json(int status, std::string_view parameter, std::string_view message);

}  // namespace szukajst::server
