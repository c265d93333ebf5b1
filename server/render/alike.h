// The same goal elsewhere, for pages.
#pragma once

#include <string_view>

#include "search/request.h"
#include "server/language.h"
#include "server/render/strings.h"
#include "server/render/view.h"

namespace szukajst::server {

// The name of a relation in JSON, and the end of the key of its label: "copied_from".
std::string_view name(search::Relation relation);

// Sets what the template _alike.html shows.
void add_alike(View& view, const Strings& strings, Language language, const search::AlikeGoals& alike);

}  // namespace szukajst::server
