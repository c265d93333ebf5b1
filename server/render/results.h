// The page of results, among documents or goals, as a view of templates/results.html.
#pragma once

#include <string>

#include "search/request.h"
#include "server/language.h"
#include "server/parameters.h"
#include "server/render/facets.h"
#include "server/render/strings.h"
#include "server/render/view.h"

namespace szukajst::server {

// Adds to `page`, which frame() made.
void add_results(View& page, const Strings& strings, const Parameters& parameters,
                 const search::Answer& answer, const PlaceLabel& place_label);

// "3 dokumenty: „współpraca”", for the page's heading and title.
std::string results_heading(const Strings& strings, const Parameters& parameters,
                            const search::Answer& answer);

// "15 grudnia 2014" or "2021–2030", whichever is known; empty where nothing is.
std::string when(const Strings& strings, Language language, const std::optional<core::Date>& date,
                 const std::optional<core::Period>& period);

// A document's title; for one without, the last part of its source.
std::string title_or_source(const std::string& title, const std::string& source);

// At most so many code points, cut between words, with "…" where something is left out.
std::string shortened(const std::string& text, std::size_t most);

}  // namespace szukajst::server
