// One thread's way to the documents with a tag: all that search knows of the database of a segment. (Words:
// search/word_postings.h.)
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace szukajst::search {

// The number of a document or goal in its segment, from 1.
using Number = std::uint32_t;
inline constexpr Number kNoMore = 0xFFFFFFFF;

// Walks the entries that have a term, ascending. Postings are fetched in blocks, so that a step costs no
// call into the database. Not thread-safe; lives no longer than its reader.
class PostingCursor {
 public:
  PostingCursor();  // of a term that is nowhere
  PostingCursor(PostingCursor&&) noexcept;
  PostingCursor& operator=(PostingCursor&&) noexcept;
  ~PostingCursor();

  Number number() const { return at_ < size_ ? numbers_[at_] : kNoMore; }
  // The first posting with this number or a greater one.
  void seek(Number target) {
    while (at_ < size_ && numbers_[at_] < target) ++at_;
    if (at_ == size_ && size_ > 0) fetch(target);
  }

 private:
  friend class IndexReader;
  struct Source;
  static constexpr std::uint32_t kBlock = 64;
  explicit PostingCursor(std::unique_ptr<Source> source);
  void fetch(Number target);

  std::unique_ptr<Source> source_;
  std::uint32_t at_ = 0, size_ = 0, block_ = 4;
  std::array<Number, kBlock> numbers_;
};

// Not thread-safe: one a thread. Trouble with the database while walking ends cursors early and is
// told by trouble().
class IndexReader {
 public:
  struct State;

  // `segment`: its folder. Errors: unreadable (missing, cut off, of another version).
  static core::Result<IndexReader> open(const std::filesystem::path& segment);
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;
  ~IndexReader();

  std::size_t frequency(const std::string& term) const;  // of how many documents and goals
  PostingCursor cursor(const std::string& term) const;
  std::size_t size() const;  // documents and goals

  std::optional<std::string> trouble() const;
  // Calls `f` with each term, by term, with its frequency and how often it stands in all entries together.
  void for_each_term(const std::function<void(std::string_view, std::size_t, std::uint64_t)>& f) const;
  // Reads the whole database, slowly; each finding a sentence. `shard`: whether it holds positions, term
  // lists and documents.
  std::vector<std::string> faults(bool shard) const;

 private:
  explicit IndexReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace szukajst::search
