// The parameters of the public URLs (docs/api.md): from a query to values, and back to the one
// canonical URL of a search.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "search/request.h"
#include "server/http.h"
#include "server/language.h"

namespace szukajst::server {

enum class Format { html, json };

inline constexpr int kMostPerPage = 100;
inline constexpr std::size_t kMostValues = 64;       // of one filter
inline constexpr std::size_t kDeepestResult = 1000;  // as search/ limits it

// Why a request cannot be answered: the parameter as it stood, and the key of a sentence in strings.tsv.
struct ParameterProblem {
  std::string parameter;
  std::string value;   // mended to UTF-8 and shortened, fit to be shown
  std::string reason;  // "reason.number", …
};

struct Parameters {
  search::Request request;
  Language language = Language::polish;
  Format format = Format::html;
  std::optional<ParameterProblem> problem;  // the first found; the other members then are what could be read
};

// Unknown parameters are passed over; an empty value is as none. `request.goals` is set by the path.
// Where `format` is not given, the Accept header decides.
Parameters read_parameters(const HttpRequest& http);

std::string_view name(search::Sort sort);

// What a form keeps, and what a URL is made of: names and values in the order of docs/api.md,
// defaults left out.
NamedTexts parameters_of(const search::Request& request, Language language);

// "/search?…" or "/goals?…" of the request. Equal requests have equal URLs.
std::string search_url(const search::Request& request, Language language, Format format = Format::html);
// "/documents/ID", with the fragment where one is given.
std::string document_url(std::string_view id, Language language, std::string_view fragment = "");

}  // namespace szukajst::server
