#include "server/server.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <semaphore>
#include <thread>
#include <utility>

#include "core/data_folder.h"
#include "server/http_server.h"
#include "server/render/pages.h"
#include "server/routes.h"

namespace szukajst::server {
namespace {

// How long a search waits for a core.
constexpr std::chrono::seconds kPatience{10};

// As many searches run at once as there are cores, however many connections: more would only make each slower
// and its time limit cut.
class Cores {
 public:
  core::Result<search::Answer> search(const search::Searcher& searcher, const search::Request& request) {
    if (!free_.try_acquire_for(kPatience))
      return core::Error{core::ErrorCode::busy, "more searches wait than the server can answer"};
    struct Leave {
      std::counting_semaphore<>& free;
      ~Leave() { free.release(); }
    } leave{free_};
    return searcher.search(request);
  }

 private:
  std::counting_semaphore<> free_{std::max(1, static_cast<int>(std::thread::hardware_concurrency()))};
};

SearchService service(const search::LiveSearcher& searcher, const gazetteer::Gazetteer& gazetteer) {
  return {
      [&searcher, cores = std::make_shared<Cores>()](const search::Request& request) {
        return cores->search(*searcher.newest(), request);
      },
      [&searcher](std::string_view id) { return searcher.newest()->document(id); },
      [&searcher](std::string_view query) { return searcher.newest()->complete(query); },
      [&searcher] { return searcher.newest()->statistics(); },
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

core::Result<Server> Server::start(const search::LiveSearcher& searcher,
                                   const gazetteer::Gazetteer& gazetteer, const ServerOptions& options) {
  auto pages = Pages::load(core::data_folder() / "pages");
  if (!pages) return pages.error();
  auto state = std::make_unique<State>(State{Routes(service(searcher, gazetteer), *std::move(pages)), {}});
  auto http = HttpServer::start(
      [&routes = state->routes](const HttpRequest& request) { return routes.answer(request); },
      options.address, options.port, HttpLimits{});
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
