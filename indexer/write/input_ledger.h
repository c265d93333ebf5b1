// What each document of an index was made from: a file beside the manifest, by which the next run tells
// which inputs it need not process again. The layout: docs/index_format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"

namespace szukajst::indexer {

// Not thread-safe but for `find` of one that nobody changes.
class InputLedger {
 public:
  // An empty one where there is no such file, or where it is damaged: then all is processed again.
  static InputLedger open(const std::filesystem::path& path);
  // The file of an index's generation. A ledger tells of one generation alone: what was written for a commit
  // that never came is never believed.
  static std::filesystem::path path_of(const std::filesystem::path& index, std::uint64_t generation);

  bool empty() const { return entries_.empty() && changed_.empty(); }
  // What the document was made from; none where that is not known.
  std::optional<std::uint64_t> find(std::string_view id) const;
  // `input` 0: not known.
  void set(std::string_view id, std::uint64_t input);
  bool changed() const { return !changed_.empty(); }

  // Nothing where it tells of no document and never did. Error: unwritable.
  core::Result<core::Done> write(const std::filesystem::path& path);

 private:
  struct Entry {
    std::uint64_t id = 0, input = 0;
  };
  std::vector<Entry> entries_;  // as they were read, by id
  std::unordered_map<std::uint64_t, std::uint64_t> changed_;
};

}  // namespace szukajst::indexer
