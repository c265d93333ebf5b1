// Filters as a page shows them: facets with links and boxes, chips of what is chosen, hidden form fields.
#pragma once

#include <functional>
#include <string>

#include "core/teryt.h"
#include "search/request.h"
#include "server/language.h"
#include "server/render/strings.h"
#include "server/render/view.h"

namespace szukajst::server {

using PlaceLabel = std::function<std::string(const core::Teryt&)>;

inline constexpr std::size_t kFacetHead = 10;   // values shown at once; the others are opened by hand
inline constexpr std::size_t kFacetMost = 200;  // values of one facet on a page, places within places too

// A facet each: {name, parameter, head, tail, more_label, is_year, …}; facets without values are left out.
// Of more places than kFacetMost only those in a chosen one are told: choosing one opens it.
View::List facets_view(const Strings& strings, Language language, const search::Request& request,
                       const search::Facets& facets);

// A view for each chosen value: {name, label, url}, the url being the search without it.
View::List chips_view(const Strings& strings, Language language, const search::Request& request,
                      const PlaceLabel& place_label);

// {name, value} of everything that the form of the facets must keep: all but its own fields and the page.
View::List kept_by_facets(const search::Request& request, const search::Facets& facets, Language language);
// The same for the form of the query: all but the query and the page.
View::List kept_by_query(const search::Request& request, Language language);

// The years of a facet as a bar chart: {width, height, bars: [{x, y, width, height, label, url}]}; nothing
// to draw (false) for fewer than three years.
View histogram_view(const Strings& strings, Language language, const search::Request& request,
                    const std::vector<search::FacetValue>& years);

// The request with a value chosen, or no longer chosen; on its first page.
search::Request toggled(search::Request request, std::string_view parameter, const std::string& value);

// A facet's value as readers know it: kinds and levels have labels, places and years their own.
std::string facet_label(std::string_view parameter, const search::FacetValue& value, Language language);

}  // namespace szukajst::server
