// An index of one segment behind Xapian's own server, in a process of its own on this machine.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace szukajst::search {

// Not thread-safe, but for signal().
class ShardServer {
 public:
  static constexpr const char* kProgram = "/usr/bin/xapian-tcpsrv";
  static bool installed();

  // Starts it; answers when that returns. `index`: as `szukajst index --shard` makes it.
  explicit ShardServer(const std::filesystem::path& index);
  ShardServer(const ShardServer&) = delete;
  ShardServer& operator=(const ShardServer&) = delete;
  ~ShardServer();

  void start();
  void stop();
  void signal(int which) const;
  std::string name() const;  // "tcp:127.0.0.1:PORT"

 private:
  bool answers() const;

  int port_;
  std::filesystem::path segment_;
  pid_t process_ = 0;
};

}  // namespace szukajst::search
