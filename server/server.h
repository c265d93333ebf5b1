// The HTTP server: routes, parameters, renderers. Poco appears in http_server.cpp alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/result.h"
#include "search/live_searcher.h"

namespace szukajst::server {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: any that is free
};

// Serves until stopped. Thread-safe.
class Server {
 public:
  // `searcher` and `gazetteer` outlive the server. Templates and style sheet come from
  // core::data_folder() / "pages". Errors: conflict (the port is in use), not_found (templates),
  // malformed (an address that is none).
  static core::Result<Server> start(const search::LiveSearcher& searcher,
                                    const gazetteer::Gazetteer& gazetteer, const ServerOptions& options);
  Server(Server&&) noexcept;
  ~Server();  // stops

  std::uint16_t port() const;
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace szukajst::server
