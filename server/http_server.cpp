#include "server/http_server.h"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/Net/TCPServerParams.h>
#include <Poco/String.h>
#include <Poco/ThreadPool.h>
#include <Poco/Timestamp.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>
#include <sstream>
#include <string_view>
#include <thread>
#include <utility>

#include "core/log.h"
#include "server/url.h"

#if defined(__SANITIZE_THREAD__)
// Poco's library is not built with the thread sanitizer, which therefore does not see that the accepting
// thread's and the connection's references to a socket are counted atomically.
extern "C" const char* __tsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "race:Poco::Net::SocketImpl::close\nrace:Poco::Net::TCPServer::run\n";
}
#endif

namespace szukajst::server {
namespace {

namespace net = Poco::Net;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kBacklog = 128;
constexpr int kWaiters = 8;                    // threads in which clients over the limit wait for a place
constexpr int kMostWaiting = 256;              // accepted connections that no thread has taken yet
constexpr milliseconds kSlice{100};            // how long a wait overlooks that the server stops
constexpr milliseconds kPatience{500};         // that a client over the limit waits before it is refused
constexpr milliseconds kPause{2};              // between its looks for a place
constexpr milliseconds kSilence{1'000};        // of a new client, while others wait
constexpr milliseconds kSendTime{10'000};      // that a client may take nothing
constexpr milliseconds kSendWhole{60'000};     // for a whole answer
constexpr milliseconds kLinger{500};           // to take in what a refused client is still sending
constexpr std::string_view kRetryAfter = "2";  // seconds

Poco::Timespan timespan(milliseconds time) {
  return Poco::Timespan(time.count() * Poco::Timespan::MILLISECONDS);
}

struct Shared {
  HttpServer::Handler handler;
  HttpLimits limits;
  std::atomic<int> served = 0;   // connections
  std::atomic<int> waiting = 0;  // connections over the limit
  std::atomic<bool> stopping = false;

  bool crowded() const { return waiting.load() > 0; }

  // Takes one of the places; false where there is none.
  bool enter() {
    int now = served.load();
    while (now < limits.connections)
      if (served.compare_exchange_weak(now, now + 1)) return true;
    return false;
  }
};

// Gives a counted place back.
struct Leave {
  explicit Leave(std::atomic<int>& places) : counter(places) {}
  ~Leave() { --counter; }
  Leave(const Leave&) = delete;
  Leave& operator=(const Leave&) = delete;
  std::atomic<int>& counter;
};

HttpResponse plain(int status, std::string body) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

class Connection : public net::TCPServerConnection {
 public:
  Connection(const net::StreamSocket& socket, Shared& shared)
      : TCPServerConnection(socket), shared_(shared) {}

  void run() override {
    try {
      socket().setSendTimeout(timespan(kSendTime));
      if (!shared_.enter() && !wait_to_enter()) return refuse();
      const Leave place(shared_.served);
      while (serve_one()) {
      }
    } catch (const Poco::Exception& error) {
      core::log::debug("a connection broke: " + error.displayText());
    } catch (const std::exception& error) {
      core::log::error(std::string("a connection broke: ") + error.what());
    }
  }

 private:
  enum class Head { complete, none, slow, large };

  bool wait_to_enter() {
    ++shared_.waiting;
    const Leave place(shared_.waiting);
    const auto until = Clock::now() + kPatience;
    while (Clock::now() < until && !shared_.stopping) {
      std::this_thread::sleep_for(kPause);
      if (shared_.enter()) return true;
    }
    return false;
  }

  void refuse() {
    HttpResponse response = plain(503, "The server is busy; try again in a moment.\n");
    response.headers.emplace_back("Retry-After", kRetryAfter);
    send(response, false, false);
    linger();
  }

  // Anything but no length or a length of 0. (An encoding, two lengths, or one that is no number may be read
  // otherwise by a proxy in front, which would let one request hide in another.)
  static bool announces_body(const net::HTTPRequest& parsed) {
    if (parsed.has(net::HTTPMessage::TRANSFER_ENCODING)) return true;
    return std::any_of(parsed.begin(), parsed.end(), [](const auto& field) {
      return Poco::icompare(field.first, net::HTTPMessage::CONTENT_LENGTH) == 0 && field.second != "0";
    });
  }

  // Whether the connection stays open for another request.
  bool serve_one() {
    std::string head;
    switch (read_head(head)) {
      case Head::none:
        return false;
      case Head::slow:
        return reject(plain(408, "The request took too long to arrive.\n"));
      case Head::large:
        return reject(plain(431, "The head of the request is larger than this server reads.\n"));
      case Head::complete:
        break;
    }
    net::HTTPRequest parsed;
    try {
      std::istringstream stream(head);
      parsed.read(stream);
    } catch (const Poco::Exception&) {
      return reject(plain(400, "The head of the request cannot be read.\n"));
    }
    if (!parsed.getVersion().starts_with("HTTP/"))
      return reject(plain(400, "The head of the request cannot be read.\n"));
    if (parsed.getVersion() != net::HTTPMessage::HTTP_1_1 &&
        parsed.getVersion() != net::HTTPMessage::HTTP_1_0)
      return reject(plain(505, "This server speaks HTTP/1.1 and HTTP/1.0.\n"));
    // One host is named, in HTTP/1.1 always (RFC 9112, 3.2).
    const auto hosts = std::count_if(parsed.begin(), parsed.end(), [](const auto& field) {
      return Poco::icompare(field.first, net::HTTPRequest::HOST) == 0;
    });
    if (hosts > 1 || (hosts == 0 && parsed.getVersion() == net::HTTPMessage::HTTP_1_1))
      return reject(plain(400, "The head of the request must name one host.\n"));
    // Nothing here takes a body; one that comes anyway ends the connection, so that it is not read as a
    // request.
    const bool body = announces_body(parsed);
    const bool keep = parsed.getKeepAlive() && !body && !shared_.stopping && !shared_.crowded();
    send(handle(parsed), keep, parsed.getMethod() == "HEAD");
    if (body) linger();
    return keep;
  }

  bool reject(const HttpResponse& response) {
    send(response, false, false);
    linger();
    return false;
  }

  HttpResponse handle(const net::HTTPRequest& parsed) const {
    HttpRequest request;
    request.method = parsed.getMethod();
    request.accept = parsed.get("Accept", "");
    request.if_none_match = parsed.get("If-None-Match", "");
    if (parsed.has("Host") && !parsed.getHost().empty()) {
      const bool secure = parsed.get("X-Forwarded-Proto", "") == "https";
      request.origin = (secure ? "https://" : "http://") + parsed.getHost();
    }
    set_target(request, parsed.getURI());
    try {
      return shared_.handler(request);
    } catch (const std::exception& error) {
      core::log::error("a request for " + request.path + " failed: " + error.what());
      return plain(500, "The server failed to answer; the failure is in its log.\n");
    }
  }

  // Takes a head out of what has arrived, waiting for it as long as the limits allow.
  Head read_head(std::string& head) {
    const HttpLimits& limits = shared_.limits;
    // A new connection has as long as a head may take; one kept open waits less for its next request.
    Clock::time_point until = Clock::now() + (served_ ? limits.idle_time : limits.head_time);
    bool begun = !buffer_.empty();
    if (begun) until = Clock::now() + limits.head_time;
    while (true) {
      // Empty lines before a request are to be passed over (RFC 9112, 2.2).
      buffer_.erase(0, std::min(buffer_.find_first_not_of("\r\n"), buffer_.size()));
      const std::size_t end = buffer_.find("\r\n\r\n");
      if (std::min(end, buffer_.size()) > limits.head_bytes) return Head::large;
      if (end != std::string::npos) {
        head = buffer_.substr(0, end + 4);
        buffer_.erase(0, end + 4);
        served_ = true;
        return Head::complete;
      }
      if (!begun && !buffer_.empty()) {
        begun = true;
        until = Clock::now() + limits.head_time;
      }
      switch (receive(until, begun)) {
        case Head::complete:
          break;
        case Head::slow:
          return begun ? Head::slow : Head::none;
        default:
          return Head::none;
      }
    }
  }

  // complete: more has arrived; slow: nothing until then; none: the connection is over.
  Head receive(Clock::time_point until, bool begun) {
    const auto since = Clock::now();
    while (true) {
      const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now());
      if (left.count() <= 0) return Head::slow;
      if (socket().poll(timespan(std::min(left, kSlice)), net::Socket::SELECT_READ)) break;
      if (shared_.stopping) return Head::none;
      // One who says nothing gives way to others who want its place.
      const bool silent = !begun && (served_ || Clock::now() - since > kSilence);
      if (silent && shared_.crowded()) return Head::none;
    }
    std::array<char, 4096> bytes{};
    const int count = socket().receiveBytes(bytes.data(), static_cast<int>(bytes.size()));
    if (count <= 0) return Head::none;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return Head::complete;
  }

  void send(const HttpResponse& response, bool keep, bool head_only) {
    net::HTTPResponse message(net::HTTPMessage::HTTP_1_1,
                              static_cast<net::HTTPResponse::HTTPStatus>(response.status));
    message.set("Date",
                Poco::DateTimeFormatter::format(Poco::Timestamp(), Poco::DateTimeFormat::HTTP_FORMAT));
    if (response.status != 304) {
      message.setContentType(response.content_type);
      message.setContentLength64(static_cast<Poco::Int64>(response.body.size()));
    }
    for (const auto& [name, value] : response.headers) message.add(name, value);
    message.set("Connection", keep ? "keep-alive" : "close");
    std::ostringstream stream;
    message.write(stream);
    std::string bytes = stream.str();
    if (!head_only) bytes += response.body;
    const auto until = Clock::now() + kSendWhole;
    for (std::string_view rest = bytes; !rest.empty();) {
      const auto most = std::min<std::size_t>(rest.size(), std::numeric_limits<int>::max());
      const int sent = socket().sendBytes(rest.data(), static_cast<int>(most));
      if (sent <= 0 || Clock::now() > until) throw net::NetException("the client takes nothing more");
      rest.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  // Closing while the client still sends would make its system throw our answer away; so what comes is
  // taken in for a moment.
  void linger() {
    socket().shutdownSend();
    const auto until = Clock::now() + kLinger;
    std::array<char, 4096> bytes{};
    while (Clock::now() < until && !shared_.stopping) {
      if (!socket().poll(timespan(kSlice), net::Socket::SELECT_READ)) continue;
      if (socket().receiveBytes(bytes.data(), static_cast<int>(bytes.size())) <= 0) return;
    }
  }

  Shared& shared_;
  std::string buffer_;   // arrived and not yet taken
  bool served_ = false;  // a request before this one
};

class Factory : public net::TCPServerConnectionFactory {
 public:
  explicit Factory(Shared& shared) : shared_(shared) {}
  net::TCPServerConnection* createConnection(const net::StreamSocket& socket) override {
    return new Connection(socket, shared_);
  }

 private:
  Shared& shared_;
};

core::Result<net::SocketAddress> resolve(std::string address, std::uint16_t port) {
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  net::IPAddress ip;
  if (net::IPAddress::tryParse(address, ip)) return net::SocketAddress(ip, port);
  try {
    return net::SocketAddress(address, port);
  } catch (const Poco::Exception&) {
    return core::Error{core::ErrorCode::malformed,
                       "'" + address + "' is neither an IP address nor the name of this machine"};
  }
}

std::string shown(const std::string& address, std::uint16_t port) {
  return address + ":" + std::to_string(port);
}

}  // namespace

struct HttpServer::State {
  explicit State(Handler handler, const HttpLimits& limits)
      : shared{std::move(handler), limits}, threads(1, limits.connections + kWaiters + 1) {}

  Shared shared;
  Poco::ThreadPool threads;
  std::optional<net::TCPServer> server;
  std::uint16_t port = 0;
  std::once_flag stopped;
};

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() {
  if (state_) stop();
}

core::Result<HttpServer> HttpServer::start(Handler handler, const std::string& address, std::uint16_t port,
                                           const HttpLimits& limits) {
  auto endpoint = resolve(address, port);
  if (!endpoint) return endpoint.error();
  auto state = std::make_unique<State>(std::move(handler), limits);
  try {
    net::ServerSocket socket;
    // The address of a server that has just ended may be taken over, one that another listens on may not.
    socket.bind(*endpoint, true, false);
    socket.listen(kBacklog);
    net::TCPServerParams::Ptr parameters = new net::TCPServerParams;
    parameters->setMaxThreads(limits.connections + kWaiters);
    parameters->setMaxQueued(kMostWaiting);
    state->server.emplace(new Factory(state->shared), state->threads, socket, parameters);
    state->server->start();
    state->port = state->server->port();
  } catch (const net::NetException& error) {
    if (error.code() == POCO_EADDRINUSE) {
      return core::Error{core::ErrorCode::conflict,
                         shown(address, port) + " is in use by another program; choose another port"};
    }
    if (error.code() == POCO_EADDRNOTAVAIL)
      return core::Error{core::ErrorCode::malformed, "'" + address + "' is no address of this machine"};
    return core::Error{core::ErrorCode::unreadable,
                       "cannot listen on " + shown(address, port) + ": " + error.displayText()};
  } catch (const Poco::Exception& error) {
    return core::Error{core::ErrorCode::unreadable,
                       "cannot listen on " + shown(address, port) + ": " + error.displayText()};
  }
  return HttpServer(std::move(state));
}

std::uint16_t HttpServer::port() const {
  return state_->port;
}

void HttpServer::stop() {
  std::call_once(state_->stopped, [this] {
    state_->shared.stopping = true;
    state_->server->stop();
    state_->threads.joinAll();
    state_->server.reset();  // with it the port is free
  });
}

}  // namespace szukajst::server
