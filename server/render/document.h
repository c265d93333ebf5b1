// The page of one document, as a view of templates/document.html.
#pragma once

#include <string_view>

#include "search/searcher.h"
#include "server/language.h"
#include "server/render/strings.h"
#include "server/render/view.h"

namespace szukajst::server {

// Adds to `page`, which frame() made. `origin`: "http://host:port", may be empty.
void add_document(View& page, const Strings& strings, Language language,
                  const search::StoredDocument& document, std::string_view origin);

}  // namespace szukajst::server
