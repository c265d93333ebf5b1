// Locks on files that end with the process, however it ends.
#pragma once

#include <filesystem>

#include "core/result.h"

namespace szukajst::indexer {

// An exclusive lock, held for as long as the object lives.
class FileLock {
 public:
  // Makes the file if `create`. Errors: conflict (somebody holds a lock on it), unwritable.
  static core::Result<FileLock> take(const std::filesystem::path& path, bool create);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace szukajst::indexer
