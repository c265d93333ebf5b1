// Named arrays of numbers in one file that is mapped, not parsed: the columns of an index segment.
// The layout: docs/index_format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/result.h"

namespace szukajst::core {

// Writes a file of columns one after the other, in little memory. What fails is told by finish. Not
// thread-safe.
class ColumnsFile {
 public:
  // Makes the file, or empties it. `columns`: how many there will be.
  ColumnsFile(std::filesystem::path path, std::size_t columns);
  ColumnsFile(const ColumnsFile&) = delete;
  ColumnsFile& operator=(const ColumnsFile&) = delete;
  ~ColumnsFile();

  // What is appended from now on is the column of this name: at most 31 bytes, given once a file.
  void begin(std::string_view name, std::size_t width);
  void append(const void* data, std::size_t bytes);
  template <typename T>
  void add(std::string_view name, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= 8);
    begin(name, sizeof(T));
    append(values.data(), values.size_bytes());
  }
  // Waits until the file is on the disk; the last call. Error: unwritable.
  Result<Done> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Gathers arrays and writes them once. Not thread-safe.
class ColumnsWriter {
 public:
  // `name`: at most 31 bytes, given once a file.
  template <typename T>
  void add(std::string_view name, const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= 8);
    add_bytes(name, values.data(), values.size(), sizeof(T));
  }
  void add(std::string_view name, std::string_view bytes) { add_bytes(name, bytes.data(), bytes.size(), 1); }

  // Writes the file and waits until it is on the disk. Error: unwritable.
  Result<Done> write(const std::filesystem::path& path) const;

 private:
  struct Column {
    std::string name;
    std::string bytes;
    std::uint32_t width = 1;
  };
  void add_bytes(std::string_view name, const void* data, std::size_t count, std::size_t width);
  std::vector<Column> columns_;
};

// A columns file, mapped read-only for as long as the object lives. While it lives, a shared lock
// on the file tells writers that the segment is in use. Immutable and thread-safe.
class Columns {
 public:
  // Errors: not_found, unreadable, malformed (cut off, or no columns file).
  static Result<Columns> open(const std::filesystem::path& path);

  bool has(std::string_view name) const { return find(name, 0) != nullptr; }
  // The array; empty where there is none of this name and width.
  template <typename T>
  std::span<const T> get(std::string_view name) const {
    const Entry* entry = find(name, sizeof(T));
    if (entry == nullptr) return {};
    return {reinterpret_cast<const T*>(file_->data + entry->offset), static_cast<std::size_t>(entry->count)};
  }
  // Whether the bytes are those that were written. O(size of the file).
  bool intact() const;
  std::size_t bytes() const { return file_->size; }

 private:
  struct Entry {
    char name[32];
    std::uint64_t offset, count;
    std::uint32_t width, reserved;
  };
  struct Mapping {
    const char* data = nullptr;
    std::size_t size = 0;
    int descriptor = -1;
    Mapping() = default;
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping();
  };
  friend class ColumnsFile;
  friend class ColumnsWriter;

  explicit Columns(std::unique_ptr<const Mapping> file) : file_(std::move(file)) {}
  std::span<const Entry> entries() const;
  const Entry* find(std::string_view name, std::size_t width) const;  // width 0: any

  std::unique_ptr<const Mapping> file_;
};

}  // namespace szukajst::core
