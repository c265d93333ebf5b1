#include "core/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>

namespace szukajst::core {
namespace {

Error unwritable(const std::filesystem::path& path) {
  return {ErrorCode::unwritable, "cannot write " + path.string() + ": " + std::strerror(errno)};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<Done> sync(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
  if (descriptor < 0) return unwritable(path);
  const bool synced = ::fsync(descriptor) == 0;
  const Error error = unwritable(path);
  ::close(descriptor);
  if (!synced) return error;
  return Done{};
}

}  // namespace

Result<Done> write_durably(const std::filesystem::path& path, std::initializer_list<std::string_view> parts) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return unwritable(path);
  bool written = true;
  for (const std::string_view part : parts) written = written && write_all(descriptor, part);
  written = written && ::fsync(descriptor) == 0;
  const int why = errno;
  if (::close(descriptor) != 0 || !written) {
    if (!written) errno = why;
    return unwritable(path);
  }
  return Done{};
}

Result<Done> sync_folder(const std::filesystem::path& folder) {
  return sync(folder, O_DIRECTORY);
}

Result<Done> sync_files(const std::filesystem::path& folder) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (!entry.is_regular_file(error)) continue;
    if (auto synced = sync(entry.path(), 0); !synced) return synced;
  }
  return sync_folder(folder);
}

Result<Done> replace_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path beside = path.string() + ".tmp";
  if (auto written = write_durably(beside, {bytes}); !written) return written.error();
  if (::rename(beside.c_str(), path.c_str()) != 0) return unwritable(path);
  return sync_folder(path.parent_path());
}

}  // namespace szukajst::core
