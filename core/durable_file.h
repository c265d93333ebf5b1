// Files that must be on the disk, whole, before anything refers to them.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string_view>

#include "core/result.h"

namespace szukajst::core {

// A new or emptied file that is written piece by piece. What fails is told by finish. Not thread-safe.
class DurableFile {
 public:
  explicit DurableFile(std::filesystem::path path);
  DurableFile(DurableFile&& other) noexcept;
  DurableFile& operator=(DurableFile&&) = delete;
  ~DurableFile();

  void append(std::string_view bytes);
  // Puts the bytes over what stands at the beginning; the last thing that is written.
  void rewrite_beginning(std::string_view bytes);
  // Waits until all is on the disk. Error: unwritable.
  Result<Done> finish();

 private:
  void note(bool done);
  std::filesystem::path path_;
  int descriptor_;
  int trouble_ = 0;  // errno of the first thing that failed
};

// Writes the parts one after the other into a new or emptied file and waits until they are on the
// disk. Error: unwritable.
Result<Done> write_durably(const std::filesystem::path& path, std::initializer_list<std::string_view> parts);

// Waits until the folder's entries (files made, renamed, removed) are on the disk. Error: unwritable.
Result<Done> sync_folder(const std::filesystem::path& folder);

// Waits until the folder's files and its entries are on the disk. Error: unwritable.
Result<Done> sync_files(const std::filesystem::path& folder);

// Puts `bytes` in the place of the file at `path`: a reader sees the old or the new one, whole,
// whatever happens meanwhile. Goes by way of `path`.tmp. Error: unwritable.
Result<Done> replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace szukajst::core
