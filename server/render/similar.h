// Documents alike in subject, for pages.
#pragma once

#include <string_view>
#include <vector>

#include "search/similar_document.h"
#include "server/language.h"
#include "server/render/strings.h"
#include "server/render/view.h"

namespace szukajst::server {

// The names in JSON, which the keys of labels end in: "same_wording"; "programme".
std::string_view name(search::Resemblance resemblance);
std::string_view name(search::SimilarDocument::Shared::Type type);

// Sets what the template _similar.html shows.
void add_similar(View& page, const Strings& strings, Language language,
                 const std::vector<search::SimilarDocument>& similar);

}  // namespace szukajst::server
