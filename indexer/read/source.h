// Finding what is to be read, and reading it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"

namespace szukajst::indexer {

// One input as it came: its name and its bytes, nothing known of them yet.
struct RawInput {
  std::string source;  // the path as it was given or found below a folder that was given
  std::string bytes;
};

struct ReadLimits {
  std::size_t file_bytes = std::size_t{256} << 20;
};

// One thing that could not be read or made sense of.
struct InputFailure {
  std::string source;
  core::Error error;
};

// One spelling for a path however it is given: "./a//b/" is "a/b"; "." is the absolute path of where one is.
std::filesystem::path normal_path(const std::filesystem::path& path);

// The files to read for the paths given: a file stands for itself, a folder for the readable
// formats below it (by name, ascending; hidden files and symbolic links out of it are passed over).
// A path that does not exist and a folder with nothing to read are failures; the rest goes on. Paths are put
// in their normal form ("./a//b/" is "a/b"), and what is met twice is given once.
std::vector<std::filesystem::path> find_inputs(const std::vector<std::filesystem::path>& paths,
                                               std::vector<InputFailure>& failures);

// A file that is open to be read. The disk is asked for its bytes when it is opened, so that they come while
// something else is done.
class OpenFile {
 public:
  // Errors: not_found, unreadable, too_large, malformed (0 bytes).
  static core::Result<OpenFile> open(const std::filesystem::path& path, const ReadLimits& limits = {});
  OpenFile(OpenFile&& other) noexcept
      : path_(std::move(other.path_)), size_(other.size_), descriptor_(std::exchange(other.descriptor_, -1)) {}
  OpenFile& operator=(OpenFile&& other) = delete;
  ~OpenFile();

  // Its bytes, once. Errors: unreadable, malformed (it has become empty).
  core::Result<RawInput> read();
  std::size_t size() const { return size_; }  // in bytes, when it was opened

 private:
  OpenFile(std::string path, std::size_t size, int descriptor)
      : path_(std::move(path)), size_(size), descriptor_(descriptor) {}

  std::string path_;
  std::size_t size_;
  int descriptor_;
};

// Opens and reads it. Errors: those of both.
core::Result<RawInput> read_file(const std::filesystem::path& path, const ReadLimits& limits = {});

}  // namespace szukajst::indexer
