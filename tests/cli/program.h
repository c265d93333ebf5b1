// Runs the built program as a user would, and gives folders to run it on.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace szukajst::test {

struct ProgramRun {
  int status = -1;  // exit status; 128 + the number of a signal that ended it
  std::string out, err;
};

struct RunOptions {
  std::string input;                 // for standard input
  bool without_root_rights = false;  // file permissions bind even where the tests run as root
};

ProgramRun szukajst(const std::vector<std::string>& arguments, const RunOptions& options = {});

// A folder that is gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Writes a file below the folder and gives its path.
  std::string write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

// The program serving an index on a port that it chose; stopped with the object.
class Served {
 public:
  explicit Served(const std::filesystem::path& index);
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  int port() const { return port_; }
  struct Answer {
    int status = 0;
    std::string head, body;
  };
  // `target`: path and query, percent-encoded.
  Answer get(std::string_view target, std::string_view more_headers = "") const;

 private:
  pid_t child_ = -1;
  int port_ = 0;
};

std::filesystem::path samples();
std::filesystem::path seeds();  // may not exist: skip then

}  // namespace szukajst::test
