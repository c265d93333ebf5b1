#include "indexer/read/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>
#include <unordered_set>

#include "core/utf8.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;

// What a folder is searched for; a file that is named itself is read whatever it is called.
constexpr std::array<std::string_view, 6> kReadable{".txt", ".text", ".html", ".htm", ".xhtml", ".shtml"};

constexpr std::string_view kEmpty = "the file is empty (0 bytes)";

bool readable(const fs::path& path) {
  const std::string extension = core::utf8::lower(path.extension().string());
  return std::ranges::find(kReadable, extension) != kReadable.end();
}

bool hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

InputFailure failure(const fs::path& path, core::ErrorCode code, std::string_view why) {
  return {path.string(), {code, path.string() + ": " + std::string(why)}};
}

// All readable files below a folder, by name. Symbolic links are not followed, so that a link to a folder
// above ends no run.
void walk(const fs::path& folder, std::vector<fs::path>& files, std::vector<InputFailure>& failures) {
  struct Entry {
    fs::path path;
    bool folder;
  };
  std::vector<Entry> entries;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (hidden(path) || entry->is_symlink(ignored)) continue;
    if (entry->is_directory(ignored))
      entries.push_back({path, true});
    else if (entry->is_regular_file(ignored) && readable(path))
      entries.push_back({path, false});
  }
  if (error) failures.push_back(failure(folder, core::ErrorCode::unreadable, error.message()));
  std::ranges::sort(entries, {}, [](const Entry& each) -> const std::string& { return each.path.native(); });
  for (Entry& each : entries) {
    if (each.folder)
      walk(each.path, files, failures);
    else
      files.push_back(std::move(each.path));
  }
}

std::string megabytes(std::uintmax_t bytes) {
  return std::to_string((bytes + (1 << 20) - 1) >> 20) + " MiB";
}

}  // namespace

fs::path normal_path(const fs::path& path) {
  fs::path result = path.lexically_normal();
  if (!result.has_filename() && result.has_parent_path() && result != result.root_path())
    result = result.parent_path();
  std::error_code error;
  // "x.txt" in one folder and "x.txt" in another must not be one source.
  return result == "." ? fs::current_path(error) : result;
}

std::vector<fs::path> find_inputs(const std::vector<fs::path>& paths, std::vector<InputFailure>& failures) {
  std::vector<fs::path> inputs;
  std::unordered_set<std::string> seen;
  for (const fs::path& given : paths) {
    const fs::path path = normal_path(given);
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) {
      const bool missing = status.type() == fs::file_type::not_found;
      failures.push_back(missing ? failure(path, core::ErrorCode::not_found, "no such file or folder")
                                 : failure(path, core::ErrorCode::unreadable, error.message()));
      continue;
    }
    std::vector<fs::path> files;
    if (fs::is_directory(status)) {
      const std::size_t failed = failures.size();
      walk(path, files, failures);
      if (files.empty() && failures.size() == failed)
        failures.push_back(failure(path, core::ErrorCode::not_found, "a folder with nothing to read in it"));
    } else {
      files.push_back(path);
    }
    // No file stands twice below one folder.
    for (fs::path& file : files)
      if (paths.size() == 1 || seen.insert(file.lexically_normal().native()).second)
        inputs.push_back(std::move(file));
  }
  return inputs;
}

core::Result<OpenFile> OpenFile::open(const fs::path& path, const ReadLimits& limits) {
  const auto failed = [&](core::ErrorCode code, std::string_view why) {
    return core::Error{code, path.string() + ": " + std::string(why)};
  };
  // A pipe or a device could block for ever or never end.
  OpenFile file(path.string(), 0, ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (file.descriptor_ < 0 && errno == ENOENT) return failed(core::ErrorCode::not_found, "no such file");
  struct stat status {};
  if (file.descriptor_ < 0 || ::fstat(file.descriptor_, &status) != 0)
    return failed(core::ErrorCode::unreadable, std::strerror(errno));
  if (S_ISDIR(status.st_mode)) return failed(core::ErrorCode::unreadable, "a folder, not a file");
  if (!S_ISREG(status.st_mode)) return failed(core::ErrorCode::unreadable, "not a regular file");
  file.size_ = static_cast<std::size_t>(status.st_size);
  if (file.size_ > limits.file_bytes)
    return failed(core::ErrorCode::too_large,
                  "larger than the " + megabytes(limits.file_bytes) + " that one file may have");
  if (file.size_ == 0) return failed(core::ErrorCode::malformed, kEmpty);
  ::posix_fadvise(file.descriptor_, 0, 0, POSIX_FADV_WILLNEED);
  return file;
}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

core::Result<RawInput> OpenFile::read() {
  RawInput input{std::move(path_), std::string(size_, '\0')};
  std::size_t read = 0;
  while (read < size_) {
    const ssize_t more = ::read(descriptor_, input.bytes.data() + read, size_ - read);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) return core::Error{core::ErrorCode::unreadable, input.source + ": " + std::strerror(errno)};
    if (more == 0) break;
    read += static_cast<std::size_t>(more);
  }
  input.bytes.resize(read);
  if (read == 0) return core::Error{core::ErrorCode::malformed, input.source + ": " + std::string(kEmpty)};
  return input;
}

core::Result<RawInput> read_file(const fs::path& path, const ReadLimits& limits) {
  auto file = OpenFile::open(path, limits);
  if (!file) return file.error();
  return file->read();
}

}  // namespace szukajst::indexer
