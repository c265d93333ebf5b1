#include "core/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

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

DurableFile::DurableFile(std::filesystem::path path)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  note(descriptor_ >= 0);
}
DurableFile::DurableFile(DurableFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      trouble_(other.trouble_) {}
DurableFile::~DurableFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void DurableFile::note(bool done) {
  if (!done && trouble_ == 0) trouble_ = errno;
}

void DurableFile::append(std::string_view bytes) {
  if (trouble_ == 0) note(write_all(descriptor_, bytes));
}

void DurableFile::rewrite_beginning(std::string_view bytes) {
  if (trouble_ == 0) note(::lseek(descriptor_, 0, SEEK_SET) == 0);
  append(bytes);
}

Result<Done> DurableFile::finish() {
  if (trouble_ == 0) note(::fsync(descriptor_) == 0);
  if (descriptor_ >= 0) note(::close(std::exchange(descriptor_, -1)) == 0);
  if (trouble_ == 0) return Done{};
  errno = trouble_;
  return unwritable(path_);
}

Result<Done> write_durably(const std::filesystem::path& path, std::initializer_list<std::string_view> parts) {
  DurableFile file(path);
  for (const std::string_view part : parts) file.append(part);
  return file.finish();
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
