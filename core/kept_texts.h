// The documents of a segment as they are kept (core/index_format.h), packed with a dictionary that is
// learnt from the first of them: most are short, and alone a short text hardly packs. The layout:
// docs/index_format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/columns.h"
#include "core/result.h"

namespace szukajst::core {

// Holds the first few megabytes in memory, the rest goes to the file at once. Not thread-safe.
class KeptTextsWriter {
 public:
  // Makes the file, or empties it.
  explicit KeptTextsWriter(const std::filesystem::path& path);
  KeptTextsWriter(KeptTextsWriter&&) noexcept;
  ~KeptTextsWriter();

  void add(std::string bytes);
  // Waits until the file is on the disk; the last call. Error: unwritable.
  Result<Done> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Mapped; immutable and thread-safe.
class KeptTexts {
 public:
  // Errors: those of Columns::open; malformed where the texts do not fit the count.
  static Result<KeptTexts> open(const std::filesystem::path& path, std::size_t documents);
  KeptTexts(KeptTexts&&) noexcept;
  KeptTexts& operator=(KeptTexts&&) noexcept;
  ~KeptTexts();

  // The bytes that were added. Error: malformed.
  Result<std::string> read(std::size_t document) const;
  const Columns& file() const { return file_; }

 private:
  struct Dictionary;
  KeptTexts(Columns file, std::unique_ptr<const Dictionary> dictionary);

  Columns file_;
  std::unique_ptr<const Dictionary> dictionary_;
  std::span<const std::uint64_t> starts_;
  std::span<const char> bytes_;
};

}  // namespace szukajst::core
