#include "server/server.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/data_folder.h"
#include "server/http_server.h"
#include "server/render/pages.h"
#include "server/routes.h"

namespace szukajst::server {
namespace {

SearchService service(const search::Searcher& searcher, const gazetteer::Gazetteer& gazetteer) {
  return {
      [&searcher](const search::Request& request) { return searcher.search(request); },
      [&searcher](std::string_view id) { return searcher.document(id); },
      [&searcher] { return searcher.statistics(); },
      [&gazetteer](const core::Teryt& code) {
        const gazetteer::Unit* unit = gazetteer.find(code);
        return unit == nullptr ? code.text() : unit->label;
      },
  };
}

}  // namespace

struct Server::State {
  Routes routes;
  std::optional<HttpServer> http;
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server::~Server() = default;

core::Result<Server> Server::start(const search::Searcher& searcher, const gazetteer::Gazetteer& gazetteer,
                                   const ServerOptions& options) {
  auto pages = Pages::load(core::data_folder() / "pages");
  if (!pages) return pages.error();
  auto state = std::make_unique<State>(State{Routes(service(searcher, gazetteer), *std::move(pages)), {}});
  HttpLimits limits;
  limits.connections = std::max(1, options.threads);
  auto http = HttpServer::start(
      [&routes = state->routes](const HttpRequest& request) { return routes.answer(request); },
      options.address, options.port, limits);
  if (!http) return http.error();
  state->http.emplace(*std::move(http));
  return Server(std::move(state));
}

std::uint16_t Server::port() const {
  return state_->http->port();
}
void Server::stop() {
  state_->http->stop();
}

}  // namespace szukajst::server
