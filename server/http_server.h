// HTTP/1.1 over TCP around one handler. Poco appears in http_server.cpp alone.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/result.h"
#include "server/http.h"

namespace szukajst::server {

// Past each of them the client gets an answer that says so; docs/api.md names the status.
struct HttpLimits {
  int connections = 512;                        // served at once, a thread each; searches wait for a core
  std::size_t head_bytes = 16'384;              // of a request, its first line included
  std::chrono::milliseconds head_time{10'000};  // from a request's first byte to the end of its head
  std::chrono::milliseconds idle_time{5'000};   // that a connection waits for its next request
};

// Serves until stopped. Thread-safe.
class HttpServer {
 public:
  // Called by many threads at once; what it throws becomes a 500 and a line in the log.
  using Handler = std::function<HttpResponse(const HttpRequest&)>;

  // `address`: an IP address or a host's name; `port` 0: any that is free. Errors: conflict (the port is
  // in use), malformed (an address that is none), unreadable (the system forbids to listen there).
  static core::Result<HttpServer> start(Handler handler, const std::string& address, std::uint16_t port,
                                        const HttpLimits& limits);
  HttpServer(HttpServer&&) noexcept;
  ~HttpServer();  // stops

  std::uint16_t port() const;
  // Accepts no more, lets each request that is being answered end, and returns when all connections are
  // closed.
  void stop();

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace szukajst::server
