#include "indexer/write/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace szukajst::indexer {

core::Result<FileLock> FileLock::take(const std::filesystem::path& path, bool create) {
  const int descriptor = ::open(path.c_str(), (create ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return core::Error{core::ErrorCode::unwritable,
                       "cannot write " + path.string() + ": " + std::strerror(errno)};
  }
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    const bool held = errno == EWOULDBLOCK;
    core::Error error{held ? core::ErrorCode::conflict : core::ErrorCode::unwritable,
                      "cannot lock " + path.string() + ": " + std::strerror(errno)};
    ::close(descriptor);
    return error;
  }
  return FileLock(descriptor);
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace szukajst::indexer
