// The server end to end, over loopback, by plain sockets: what real clients may send.
#include "server/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "core/log.h"
#include "tests/server/fake_service.h"

namespace szukajst::server {
namespace {

using std::chrono::milliseconds;

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    const timeval patience{20, 0};  // so that a server that never answers fails the test, not the run
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  void send(const std::string& bytes) const {
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t sent = ::send(socket_, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server has closed: the answer says why
      at += static_cast<std::size_t>(sent);
    }
  }
  // Until the server closes, or until `enough` stands in what came. A server that does neither within the
  // patience of this client fails the test.
  std::string receive(const std::string& enough = "") const {
    std::string bytes;
    std::vector<char> buffer(65536);
    while (enough.empty() || bytes.find(enough) == std::string::npos) {
      const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
      EXPECT_FALSE(count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) << "nothing came";
      if (count <= 0) break;
      bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return bytes;
  }
  std::string ask(const std::string& bytes) const {
    send(bytes);
    return receive();
  }

 private:
  int socket_;
  bool connected_ = false;
};

HttpServer serve(HttpServer::Handler handler, const HttpLimits& limits = {}) {
  auto server = HttpServer::start(std::move(handler), "127.0.0.1", 0, limits);
  if (!server) throw std::runtime_error(server.error().message);
  return *std::move(server);
}

HttpServer serve_pages(const HttpLimits& limits = {}) {
  auto routes = std::make_shared<Routes>(fake_routes());
  return serve([routes](const HttpRequest& request) { return routes->answer(request); }, limits);
}

HttpResponse echo(const HttpRequest& request) {
  HttpResponse response;
  response.body = request.method + " " + request.path;
  for (const auto& [name, value] : request.parameters)
    response.body.append(" ").append(name).append("=").append(value);
  response.body += " [" + request.accept + "] " + request.origin;
  return response;
}

std::string status_line(const std::string& answer) {
  return answer.substr(0, answer.find("\r\n"));
}
std::string body(const std::string& answer) {
  return answer.substr(answer.find("\r\n\r\n") + 4);
}
const std::string kClose = " HTTP/1.1\r\nHost: h:1\r\nConnection: close\r\n\r\n";

TEST(HttpServer, HandsRequestsOnDecoded) {
  const HttpServer server = serve(echo);
  const std::string answer = Client(server.port())
                                 .ask(
                                     "GET /a%20b?q=%C5%82+x HTTP/1.1\r\nHost: h:1\r\nAccept: text/html\r\n"
                                     "Connection: close\r\n\r\n");
  EXPECT_EQ(status_line(answer), "HTTP/1.1 200 OK");
  EXPECT_EQ(body(answer), "GET /a b q=ł x [text/html] http://h:1");
  EXPECT_NE(answer.find("\r\nDate: "), std::string::npos);
  EXPECT_NE(answer.find("\r\nConnection: close\r\n"), std::string::npos);
}

TEST(HttpServer, ServesPages) {
  const HttpServer server = serve_pages();
  const std::string answer = Client(server.port()).ask("GET /search?q=a" + kClose);
  EXPECT_EQ(status_line(answer), "HTTP/1.1 200 OK");
  EXPECT_NE(answer.find("\r\nContent-Type: text/html; charset=utf-8\r\n"), std::string::npos);
  EXPECT_NE(answer.find("\r\nContent-Length: " + std::to_string(body(answer).size()) + "\r\n"),
            std::string::npos);
  EXPECT_NE(answer.find("</html>"), std::string::npos);
}

TEST(HttpServer, AMalformedParameterIs400) {
  const HttpServer server = serve_pages();
  const std::string answer = Client(server.port()).ask("GET /search?q=%C3&format=json" + kClose);
  EXPECT_EQ(status_line(answer), "HTTP/1.1 400 Bad Request");
  EXPECT_NE(answer.find("\"parameter\":\"q\""), std::string::npos);
}

TEST(HttpServer, HeadHasTheHeadersAndNoBody) {
  const HttpServer server = serve_pages();
  const std::string whole = Client(server.port()).ask("GET /search?q=a" + kClose);
  const std::string head = Client(server.port()).ask("HEAD /search?q=a" + kClose);
  EXPECT_EQ(status_line(head), "HTTP/1.1 200 OK");
  EXPECT_EQ(body(head), "");
  EXPECT_NE(head.find("\r\nContent-Length: " + std::to_string(body(whole).size()) + "\r\n"),
            std::string::npos);
}

TEST(HttpServer, OtherMethodsAre405AndTheirBodiesNoRequests) {
  const HttpServer server = serve_pages();
  const std::string smuggled = "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n";
  const std::string answer =
      Client(server.port())
          .ask("POST /search HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(smuggled.size()) +
               "\r\n\r\n" + smuggled);
  EXPECT_EQ(status_line(answer), "HTTP/1.1 405 Method Not Allowed");
  EXPECT_NE(answer.find("\r\nAllow: GET, HEAD\r\n"), std::string::npos);
  EXPECT_EQ(count_of(answer, "HTTP/1.1 "), 1U);
}

TEST(HttpServer, KeepsAConnectionForMoreRequests) {
  const HttpServer server = serve(echo);
  const Client client(server.port());
  client.send("GET /one HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_NE(client.receive("http://h").find("GET /one"), std::string::npos);
  const std::string two = client.ask("GET /two" + kClose);
  EXPECT_EQ(body(two), "GET /two [] http://h:1");
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
  const HttpServer server = serve(echo);
  const std::string answers =
      Client(server.port()).ask("GET /one HTTP/1.1\r\nHost: h\r\n\r\nGET /two" + kClose);
  EXPECT_EQ(count_of(answers, "HTTP/1.1 200 OK"), 2U);
  EXPECT_LT(answers.find("GET /one"), answers.find("GET /two"));
}

TEST(HttpServer, AnOldClientGetsItsConnectionClosed) {
  const HttpServer server = serve(echo);
  EXPECT_EQ(body(Client(server.port()).ask("GET /old HTTP/1.0\r\n\r\n")), "GET /old [] ");
}

TEST(HttpServer, AHeadOverTheLimitIs431) {
  const HttpServer server = serve(echo);
  const std::string start = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
  const std::size_t most = HttpLimits{}.head_bytes;
  EXPECT_EQ(most, 16U << 10);
  const auto head = [&](std::size_t bytes) {
    std::string text = start;
    for (int i = 0; text.size() + 1100 < bytes; ++i)
      text += "X-Fill-" + std::to_string(i) + ": " + std::string(1000, 'x') + "\r\n";
    text += "X-Last: " + std::string(bytes - text.size() - 8, 'y');
    return text;
  };
  EXPECT_EQ(status_line(Client(server.port()).ask(head(most) + "\r\n\r\n")), "HTTP/1.1 200 OK");
  EXPECT_EQ(status_line(Client(server.port()).ask(head(most + 1) + "\r\n\r\n")),
            "HTTP/1.1 431 Request Header Fields Too Large");
  // without an end, and more of it than any buffer holds
  EXPECT_EQ(status_line(Client(server.port()).ask(start + "X: " + std::string(300'000, 'x'))),
            "HTTP/1.1 431 Request Header Fields Too Large");
}

TEST(HttpServer, WhatIsNoHttpIs400) {
  const HttpServer server = serve(echo);
  EXPECT_EQ(status_line(Client(server.port()).ask("\x16\x03\x01 no http\r\n\r\n")),
            "HTTP/1.1 400 Bad Request");
  EXPECT_EQ(status_line(Client(server.port()).ask("GET / HTTP/3.7\r\n\r\n")),
            "HTTP/1.1 505 HTTP Version Not Supported");
}

TEST(HttpServer, OneHostIsNamed) {
  const HttpServer server = serve(echo);
  for (const char* head : {"GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
                           "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n"})
    EXPECT_EQ(status_line(Client(server.port()).ask(head)), "HTTP/1.1 400 Bad Request") << head;
  EXPECT_EQ(status_line(Client(server.port()).ask("GET / HTTP/1.0\r\n\r\n")), "HTTP/1.1 200 OK");
}

TEST(HttpServer, AHeadThatNeverEndsIs408) {
  HttpLimits limits;
  limits.head_time = milliseconds(150);
  const HttpServer server = serve(echo, limits);
  EXPECT_EQ(status_line(Client(server.port()).ask("GET / HTTP/1.1\r\nHost")),
            "HTTP/1.1 408 Request Time-out");
}

TEST(HttpServer, AnIdleConnectionIsClosed) {
  HttpLimits limits;
  limits.idle_time = milliseconds(100);
  const HttpServer server = serve(echo, limits);
  const Client client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(count_of(client.receive(), "HTTP/1.1 200 OK"), 1U);  // ends because the server closes
}

TEST(HttpServer, WhatAHandlerThrowsIs500) {
  core::log::set_level(core::log::Level::off);
  const HttpServer server = serve_pages();
  EXPECT_EQ(status_line(Client(server.port()).ask("GET /search?q=rzut" + kClose)),
            "HTTP/1.1 500 Internal Server Error");
  EXPECT_EQ(status_line(Client(server.port()).ask("GET /healthz" + kClose)), "HTTP/1.1 200 OK");
  core::log::set_level(core::log::Level::info);
}

TEST(HttpServer, OneTooManyIs503WithRetryAfter) {
  HttpLimits limits;
  limits.connections = 2;
  std::promise<void> release;
  const std::shared_future<void> released = release.get_future().share();
  std::atomic<int> inside = 0;
  const HttpServer server = serve(
      [&, released](const HttpRequest& request) {
        ++inside;
        released.wait();
        return echo(request);
      },
      limits);
  const Client first(server.port()), second(server.port());
  first.send("GET /1" + kClose);
  second.send("GET /2" + kClose);
  while (inside < 2) std::this_thread::yield();
  const std::string refused = Client(server.port()).ask("GET /3" + kClose);
  EXPECT_EQ(status_line(refused), "HTTP/1.1 503 Service Unavailable");
  EXPECT_NE(refused.find("\r\nRetry-After: "), std::string::npos);
  release.set_value();
  EXPECT_EQ(status_line(first.receive()), "HTTP/1.1 200 OK");
  EXPECT_EQ(status_line(second.receive()), "HTTP/1.1 200 OK");
}

TEST(HttpServer, ABurstOverTheLimitIsServedInTurn) {
  HttpLimits limits;
  limits.connections = 1;
  const HttpServer server = serve(echo, limits);
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 6; ++i) {
    clients.push_back(std::make_unique<Client>(server.port()));
    clients.back()->send("GET /" + kClose);
  }
  for (const auto& client : clients) EXPECT_EQ(status_line(client->receive()), "HTTP/1.1 200 OK");
}

TEST(HttpServer, IdleConnectionsGiveWayToNewOnes) {
  HttpLimits limits;
  limits.connections = 1;
  limits.idle_time = milliseconds(60'000);
  const HttpServer server = serve(echo, limits);
  const Client idle(server.port());
  idle.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n");
  idle.receive("http://h");
  EXPECT_EQ(status_line(Client(server.port()).ask("GET /2" + kClose)), "HTTP/1.1 200 OK");
  EXPECT_EQ(idle.receive(), "");  // closed long before its minute is over
}

TEST(HttpServer, ManyClientsAtOnce) {
  const HttpServer server = serve_pages();
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  threads.reserve(8);
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 10; ++k)
        good += Client(server.port()).ask("GET /search?q=a" + kClose).find("</html>") != std::string::npos;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, 80);
}

TEST(HttpServer, APortInUseIsAConflict) {
  const HttpServer server = serve(echo);
  const auto second = HttpServer::start(echo, "127.0.0.1", server.port(), {});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, core::ErrorCode::conflict);
  EXPECT_NE(second.error().message.find("127.0.0.1:" + std::to_string(server.port())), std::string::npos);
}

TEST(HttpServer, AnAddressThatIsNoneIsMalformed) {
  for (const char* address : {"999.1.1.1", "not a host", "203.0.113.7"}) {
    const auto server = HttpServer::start(echo, address, 0, {});
    ASSERT_FALSE(server) << address;
    EXPECT_EQ(server.error().code, core::ErrorCode::malformed) << server.error().message;
    EXPECT_NE(server.error().message.find(address), std::string::npos);
  }
}

TEST(HttpServer, StopsAndFreesThePort) {
  HttpServer server = serve(echo);
  const std::uint16_t port = server.port();
  const Client idle(port);
  idle.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  idle.receive("http://h");
  server.stop();
  server.stop();  // once more does no harm
  EXPECT_EQ(idle.receive(), "");
  const auto again = HttpServer::start(echo, "127.0.0.1", port, {});
  EXPECT_TRUE(again) << (again ? "" : again.error().message);
}

}  // namespace
}  // namespace szukajst::server
