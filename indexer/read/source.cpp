#include "indexer/read/source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>

#include "core/utf8.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;

// What a folder is searched for; a file that is named itself is read whatever it is called.
constexpr std::array<std::string_view, 6> kReadable{".txt", ".text", ".html", ".htm", ".xhtml", ".shtml"};

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

// All readable files below a folder, in no order. Symbolic links are not followed, so that a link
// to a folder above ends no run.
void walk(const fs::path& folder, std::vector<fs::path>& files, std::vector<InputFailure>& failures) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (hidden(path) || entry->is_symlink(ignored)) continue;
    if (entry->is_directory(ignored)) {
      walk(path, files, failures);
    } else if (entry->is_regular_file(ignored) && readable(path)) {
      files.push_back(path);
    }
  }
  if (error) failures.push_back(failure(folder, core::ErrorCode::unreadable, error.message()));
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
  std::set<fs::path> seen;
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
      std::ranges::sort(files);
      if (files.empty() && failures.size() == failed)
        failures.push_back(failure(path, core::ErrorCode::not_found, "a folder with nothing to read in it"));
    } else {
      files.push_back(path);
    }
    for (fs::path& file : files)
      if (seen.insert(file.lexically_normal()).second) inputs.push_back(std::move(file));
  }
  return inputs;
}

core::Result<RawInput> read_file(const fs::path& path, const ReadLimits& limits) {
  const auto failed = [&](core::ErrorCode code, std::string_view why) {
    return core::Error{code, path.string() + ": " + std::string(why)};
  };
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return failed(core::ErrorCode::not_found, "no such file");
  if (error) return failed(core::ErrorCode::unreadable, error.message());
  if (fs::is_directory(status)) return failed(core::ErrorCode::unreadable, "a folder, not a file");
  // A pipe or a device could block for ever or never end.
  if (!fs::is_regular_file(status)) return failed(core::ErrorCode::unreadable, "not a regular file");

  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed(core::ErrorCode::unreadable, std::strerror(errno));
  const auto size = fs::file_size(path, error);
  if (error) return failed(core::ErrorCode::unreadable, error.message());
  if (size > limits.file_bytes)
    return failed(core::ErrorCode::too_large,
                  "larger than the " + megabytes(limits.file_bytes) + " that one file may have");

  RawInput input{path.string(), std::string(size, '\0')};
  file.read(input.bytes.data(), static_cast<std::streamsize>(size));
  if (file.bad()) return failed(core::ErrorCode::unreadable, "reading failed");
  input.bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (input.bytes.empty()) return failed(core::ErrorCode::malformed, "the file is empty (0 bytes)");
  return input;
}

}  // namespace szukajst::indexer
