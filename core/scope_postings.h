// Lists of the entries of a scope (documents, or goals) in which something stands, as a segment's postings
// keep them (docs/index_format.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "core/columns.h"
#include "core/result.h"
#include "core/segment_tokens.h"

namespace szukajst::core {

// Entries of a scope, documents or goals by their ordinals, lie in windows of so many.
inline constexpr std::uint32_t kPostingsWindow = 2048;
// A count of so many or more stands apart.
inline constexpr std::uint32_t kManyTimes = 31;
// A scope has at most so many entries.
inline constexpr std::size_t kMostEntries = std::size_t{kPostingsWindow} << 16;

constexpr std::uint32_t windows_of(std::size_t entries) {
  return static_cast<std::uint32_t>((entries + kPostingsWindow - 1) / kPostingsWindow);
}

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

// What is posted in one scope: a list for each of some numbers, of uses as a rule.
class ScopePostings {
 public:
  // The columns whose names begin so. Error: malformed, where they do not fit so many entries.
  static Result<ScopePostings> read(const Columns& file, const std::string& name, std::size_t entries);

  std::size_t entries() const { return entries_; }
  std::uint32_t windows() const { return windows_; }
  UseCursor cursor(std::uint32_t use) const;
  // How many entries have the use.
  std::size_t size(std::uint32_t use) const { return cursor(use).size(); }
  // How many entries have the term of this number in the segment's tokens.
  std::size_t frequency(const SegmentTokens& tokens, std::uint32_t term) const;

  // How many lists there are; how many counts stand apart.
  std::size_t lists() const { return dense_uses_.size() + sparse_uses_.size(); }
  std::size_t counts_apart() const { return many_uses_.size(); }
  // The terms that several uses post, and in how many entries each is.
  std::span<const std::uint32_t> terms() const { return terms_; }
  std::span<const std::uint32_t> frequencies() const { return frequencies_; }

 private:
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

}  // namespace szukajst::core
