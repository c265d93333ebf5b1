#include "server/routes.h"

#include <string>
#include <string_view>
#include <utility>

#include "core/log.h"
#include "core/utf8.h"
#include "server/render/json.h"
#include "server/render/suggestions.h"

namespace szukajst::server {
namespace {

constexpr std::string_view kDocuments = "/documents/", kStatic = "/static/";

// Nothing but our own style sheet, images and script, which asks nobody but us; no frames, no plug-ins.
constexpr std::string_view kContentPolicy =
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

HttpResponse html(std::string body, int status = 200) {
  return {status, "text/html; charset=utf-8", std::move(body), {{"Vary", "Accept"}}};
}

// Public data: pages of other sites may read it.
HttpResponse json(std::string body, int status = 200) {
  return {status,
          "application/json; charset=utf-8",
          std::move(body),
          {{"Vary", "Accept"}, {"Access-Control-Allow-Origin", "*"}}};
}

}  // namespace

Routes::Routes(SearchService service, Pages pages) : service_(std::move(service)), pages_(std::move(pages)) {}

HttpResponse Routes::answer(const HttpRequest& request) const {
  const Parameters parameters = read_parameters(request);
  const std::string_view path = request.path;
  const auto respond = [&]() -> HttpResponse {
    if (request.method != "GET" && request.method != "HEAD") {
      HttpResponse response = problem(parameters, 405, "error.method", {{"method", request.method}});
      response.headers.emplace_back("Allow", "GET, HEAD");
      return response;
    }
    if (path.starts_with(kStatic)) return file(request, parameters);
    if (path == "/healthz") return json(render_json(service_.statistics()));
    const bool known = path == "/" || path == "/search" || path == "/goals" || path == "/suggest" ||
                       path == "/opensearch.xml" || path.starts_with(kDocuments);
    if (!known) return problem(parameters, 404, "error.path");
    if (const auto& wrong = parameters.problem) {
      return problem(parameters, 400, wrong->reason,
                     {{"parameter", wrong->parameter}, {"value", wrong->value}});
    }
    if (path.starts_with(kDocuments)) return document(request, parameters);
    if (path == "/suggest") return suggest(request, parameters);
    if (path == "/opensearch.xml") return open_search(request, parameters);
    return path == "/" ? start(parameters) : search(parameters);
  };
  HttpResponse response = respond();
  response.headers.emplace_back("Content-Security-Policy", kContentPolicy);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "same-origin");
  return response;
}

HttpResponse Routes::start(const Parameters& parameters) const {
  search::Request everything;
  everything.per_page = 1;
  const auto all = service_.search(everything);
  if (!all) return failure(parameters, all.error());
  return html(pages_.start(parameters, *all, service_.statistics()));
}

HttpResponse Routes::search(const Parameters& parameters) const {
  const auto answer = service_.search(parameters.request);
  if (!answer) return failure(parameters, answer.error());
  if (parameters.format == Format::json)
    return json(render_json(parameters.request, *answer, parameters.language));
  return html(pages_.results(parameters, *answer, service_.place_label));
}

HttpResponse Routes::suggest(const HttpRequest& request, const Parameters& parameters) const {
  const std::string& query = parameters.request.query;
  const auto completions = service_.complete(query);
  if (!completions) return failure(parameters, completions.error());
  return {200,
          "application/x-suggestions+json; charset=utf-8",
          render_suggestions(query, *completions, pages_.strings(), parameters.language, request.origin),
          {{"Access-Control-Allow-Origin", "*"}}};
}

HttpResponse Routes::open_search(const HttpRequest& request, const Parameters& parameters) const {
  return {200,
          "application/opensearchdescription+xml; charset=utf-8",
          pages_.open_search(parameters.language, request.origin),
          {{"Access-Control-Allow-Origin", "*"}}};
}

HttpResponse Routes::document(const HttpRequest& request, const Parameters& parameters) const {
  const std::string_view id = std::string_view(request.path).substr(kDocuments.size());
  const auto document = service_.document(id);
  if (!document) {
    if (document.error().code == core::ErrorCode::not_found)
      return problem(parameters, 404, "error.document");
    return failure(parameters, document.error());
  }
  if (parameters.format == Format::json) return json(render_json(*document));
  return html(pages_.document(parameters, *document, request.origin));
}

HttpResponse Routes::file(const HttpRequest& request, const Parameters& parameters) const {
  const StaticFile* file = pages_.file(std::string_view(request.path).substr(kStatic.size()));
  if (file == nullptr) return problem(parameters, 404, "error.path");
  const std::string tag = '"' + file->version + '"';
  // Its address carries the version, so that a copy may be kept for long.
  HttpResponse response{
      200, file->content_type, file->body, {{"ETag", tag}, {"Cache-Control", "public, max-age=31536000"}}};
  if (request.if_none_match == tag) response.status = 304, response.body.clear();
  return response;
}

HttpResponse Routes::failure(const Parameters& parameters, const core::Error& error) const {
  if (error.code == core::ErrorCode::too_large) {
    const auto& request = parameters.request;
    const auto first =
        (static_cast<std::size_t>(request.page) - 1) * static_cast<std::size_t>(request.per_page);
    const bool deep = first >= kDeepestResult;
    return problem(parameters, 400, deep ? "error.deep" : "error.query",
                   {{"parameter", deep ? "page" : "q"}});
  }
  if (error.code == core::ErrorCode::busy) {
    HttpResponse response = problem(parameters, 503, "error.busy");
    response.headers.emplace_back("Retry-After", "2");
    return response;
  }
  core::log::error("a request failed: " + error.message);
  return problem(parameters, 500, "error.internal");
}

HttpResponse Routes::problem(const Parameters& parameters, int status, std::string_view key,
                             Strings::Values values) const {
  const std::string message = pages_.strings().fill(parameters.language, key, values);
  if (parameters.format == Format::html) return html(pages_.error(parameters, status, message), status);
  std::string_view parameter;
  for (const auto& [name, value] : values)
    if (name == "parameter") parameter = value;
  return json(error_json(status, parameter, message), status);
}

}  // namespace szukajst::server
