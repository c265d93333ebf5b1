// Percent-encoding and the query part of URLs (the form encoding of the WHATWG URL standard).
#pragma once

#include <string>
#include <string_view>

#include "server/http.h"

namespace szukajst::server {

// Bytes for %XX; a '%' that no two hexadecimal digits follow stands for itself, as in browsers.
// `plus_is_space`: as in queries and forms.
std::string percent_decode(std::string_view text, bool plus_is_space);

// Fit for a name or value in a query: letters, digits and "*-._" stay, a space becomes '+'.
std::string form_encode(std::string_view text);

// The target of a request line, "/search?q=a" or "http://host/search?q=a": sets path and parameters.
void set_target(HttpRequest& request, std::string_view target);

}  // namespace szukajst::server
