// Completions as browsers take them: docs/api.md, /suggest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/request.h"
#include "server/language.h"
#include "server/render/strings.h"

namespace szukajst::server {

// OpenSearch suggestions, one line: [query, [completions], [what each is], [the address of each]]. What a
// word is stays empty. `origin`: put before the addresses.
std::string render_suggestions(std::string_view query, const std::vector<search::Completion>& completions,
                               const Strings& strings, Language language, std::string_view origin);

}  // namespace szukajst::server
