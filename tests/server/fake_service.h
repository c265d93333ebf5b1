// Search answers made by hand, so that routes and pages are tested without an index.
#pragma once

#include <string>

#include "server/http.h"
#include "server/render/pages.h"
#include "server/routes.h"
#include "server/service.h"

namespace szukajst::server {

// Of the first document that the fake service knows.
inline constexpr const char* kStrategyId = "00000000000000aa";
inline constexpr const char* kEvidenceId = "00000000000000cc";

search::StoredDocument strategy_document();  // two pages, goals, officials, two mended words
search::StoredDocument evidence_document();  // two pages, with evidence
search::StoredDocument practice_document();  // one page, with a card

// Two documents, whatever the query; for goals two goals of the first.
search::Answer answer_of(const search::Request& request);

SearchService fake_service();

Pages load_pages();    // from the build's data folder
Routes fake_routes();  // over fake_service
HttpRequest get(const std::string& target, const std::string& accept = "");

// How often `part` stands in `text`.
std::size_t count_of(const std::string& text, const std::string& part);

}  // namespace szukajst::server
