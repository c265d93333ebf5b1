#include "shard_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <thread>

#include "core/index_format.h"

namespace szukajst::search {
namespace {

using namespace std::chrono_literals;

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  EXPECT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), size), 0);
  EXPECT_EQ(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size), 0);
  ::close(socket);
  return ntohs(address.sin_port);
}

}  // namespace

bool ShardServer::installed() {
  return std::filesystem::exists(kProgram);
}

ShardServer::ShardServer(const std::filesystem::path& index) : port_(free_port()) {
  const auto manifest = core::read_manifest(index);
  if (manifest && manifest->segments.size() == 1)
    segment_ = core::segment_path(index, manifest->segments[0].name);
  start();
}

ShardServer::~ShardServer() {
  stop();
}

void ShardServer::start() {
  const std::string port = std::to_string(port_);
  process_ = ::fork();
  if (process_ == 0) {
    ::setpgid(0, 0);  // it forks for each connection
    ::execl(kProgram, kProgram, "--quiet", "--interface", "127.0.0.1", "--port", port.c_str(),
            segment_.c_str(), nullptr);
    ::_exit(127);
  }
  for (int i = 0; i < 400 && !answers(); ++i) std::this_thread::sleep_for(10ms);
}

void ShardServer::stop() {
  if (process_ <= 0) return;
  ::kill(-process_, SIGCONT);
  ::kill(-process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = 0;
}

void ShardServer::signal(int which) const {
  ::kill(-process_, which);
}

std::string ShardServer::name() const {
  return "tcp:127.0.0.1:" + std::to_string(port_);
}

bool ShardServer::answers() const {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(port_);
  const bool connected = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(socket);
  return connected;
}

}  // namespace szukajst::search
