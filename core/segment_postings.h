// The inverted index of a segment: in which documents, or goals, each use of its tokens stands, and how often
// (docs/index_format.md). Written from the tokens alone; what a term posts is what its uses post.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "core/columns.h"
#include "core/fields.h"
#include "core/result.h"
#include "core/segment_tokens.h"

namespace szukajst::core {

// Entries of a scope, documents or goals by their ordinals, lie in windows of so many.
inline constexpr std::uint32_t kPostingsWindow = 2048;
// A count of so many or more stands apart.
inline constexpr std::uint32_t kManyTimes = 31;

inline constexpr std::array<Scope, 7> kPostedScopes{Scope::body,   Scope::title,   Scope::goals, Scope::goal,
                                                    Scope::person, Scope::partner, Scope::place};

class ScopePostings;

// Walks what one use posts in a scope, window by window, never back. Lives no longer than its segment. Not
// thread-safe.
class UseCursor {
 public:
  UseCursor() = default;  // of a use that stands nowhere

  std::size_t size() const { return size_; }
  // The first window from this one on that has postings, or the number of windows.
  std::uint32_t next_window(std::uint32_t window);
  bool any_in(std::uint32_t window) {
    if (dense_ != nullptr) return !dense_part(window).empty();
    seek(window);
    return at_ != end_ && *at_ >> kWindowShift == window;
  }
  // How many postings the window has, where that is told at once: of a use that has few, 0.
  std::uint32_t dense_in_window(std::uint32_t window) const {
    return dense_ != nullptr ? static_cast<std::uint32_t>(dense_part(window).size()) : 0;
  }
  // Calls `f(offset, count)` for each posting of the window; offsets are below kPostingsWindow and ascend.
  template <typename Function>
  void read(std::uint32_t window, Function&& f) {
    if (dense_ != nullptr) {
      for (const std::uint16_t each : dense_part(window)) f(each >> kCountBits, count_of(each, window));
    } else {
      seek(window);
      for (; at_ != end_ && *at_ >> kWindowShift == window; ++at_) {
        const auto each = static_cast<std::uint16_t>(*at_);
        f(each >> kCountBits, count_of(each, window));
      }
    }
  }
  // How often the use stands at the place of a window; 0 where it does not. Offsets need not ascend.
  std::uint32_t count_at(std::uint32_t window, std::uint32_t offset);

 private:
  friend class ScopePostings;
  static constexpr std::uint32_t kCountBits = 5, kWindowShift = 16;

  std::span<const std::uint16_t> dense_part(std::uint32_t window) const;
  void seek(std::uint32_t window) {
    if (at_ != end_ && *at_ < window << kWindowShift) leap(window);
  }
  void leap(std::uint32_t window);
  std::uint32_t count_of(std::uint16_t posting, std::uint32_t window) const {
    const std::uint32_t count = posting & kManyTimes;
    return count < kManyTimes ? count : many(posting, window);
  }
  std::uint32_t many(std::uint16_t posting, std::uint32_t window) const;

  const ScopePostings* scope_ = nullptr;
  const std::uint16_t* dense_ = nullptr;                // of the whole scope; null where the use is sparse
  const std::uint32_t* windows_ = nullptr;              // of a dense use
  const std::uint32_t *at_ = nullptr, *end_ = nullptr;  // of a sparse one
  std::uint32_t use_ = 0;
  std::size_t size_ = 0;
};

// What is posted in one scope.
class ScopePostings {
 public:
  std::size_t entries() const { return entries_; }
  std::uint32_t windows() const { return windows_; }
  UseCursor cursor(std::uint32_t use) const;
  // How many entries have the use.
  std::size_t size(std::uint32_t use) const { return cursor(use).size(); }
  // How many entries have the term of this number in the segment's tokens.
  std::size_t frequency(const SegmentTokens& tokens, std::uint32_t term) const;

 private:
  friend class SegmentPostings;
  friend class UseCursor;

  std::size_t entries_ = 0;
  std::uint32_t windows_ = 0;
  std::span<const std::uint32_t> dense_uses_, dense_windows_, sparse_uses_, sparse_starts_, sparse_;
  std::span<const std::uint16_t> dense_;
  std::span<const std::uint32_t> many_uses_, many_entries_, many_counts_;
  std::span<const std::uint32_t> terms_, frequencies_;
};

inline std::span<const std::uint16_t> UseCursor::dense_part(std::uint32_t window) const {
  if (window >= scope_->windows_) return {};
  const std::uint32_t from = windows_[window], to = windows_[window + 1];
  if (from > to || to > scope_->dense_.size()) return {};  // only in a damaged file
  return {dense_ + from, dense_ + to};
}

// Mapped; immutable and thread-safe. Whatever the file's bytes are, reading it stays within it, and offsets
// within their windows.
class SegmentPostings {
 public:
  // Errors: those of Columns::open; malformed where the file does not fit the tokens.
  static Result<SegmentPostings> open(const std::filesystem::path& path, const SegmentTokens& tokens);

  const ScopePostings& of(Scope scope) const;
  // Whether these are the postings that the tokens give. O(all tokens).
  bool fit(const SegmentTokens& tokens) const;
  const Columns& file() const { return file_; }

 private:
  explicit SegmentPostings(Columns file) : file_(std::move(file)) {}
  Columns file_;
  std::array<ScopePostings, kPostedScopes.size()> scopes_;
};

// Reads the tokens of a scope once to count, and again for each `batch` postings, which are gathered in
// memory (2 or 4 bytes each) beside 16 bytes a use, 8 a term, and 4 a window and dense use. Errors:
// unwritable, too_large.
Result<Done> write_postings(const SegmentTokens& tokens, const std::filesystem::path& path,
                            std::size_t batch = std::size_t{16} << 20);

}  // namespace szukajst::core
