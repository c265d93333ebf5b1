#include "core/scope_postings.h"

#include <algorithm>
#include <limits>

namespace szukajst::core {
namespace {

// The place of a number in an ascending list, or how many it has.
std::size_t place_of(std::span<const std::uint32_t> numbers, std::uint32_t number) {
  const auto found = std::lower_bound(numbers.begin(), numbers.end(), number);
  if (found == numbers.end() || *found != number) return numbers.size();
  return static_cast<std::size_t>(found - numbers.begin());
}

}  // namespace

std::uint32_t UseCursor::next_window(std::uint32_t window) {
  if (scope_ == nullptr) return std::numeric_limits<std::uint32_t>::max();
  if (dense_ == nullptr) {
    seek(window);
    return at_ != end_ ? *at_ >> kWindowShift : scope_->windows_;
  }
  while (window < scope_->windows_ && dense_part(window).empty()) ++window;
  return window;
}

std::uint32_t UseCursor::count_at(std::uint32_t window, std::uint32_t offset) {
  if (dense_ != nullptr) {
    const auto part = dense_part(window);
    const auto found = std::lower_bound(part.begin(), part.end(), offset << kCountBits);
    return found != part.end() && *found >> kCountBits == offset ? count_of(*found, window) : 0;
  }
  seek(window);
  const std::uint32_t wanted = window << kWindowShift | offset << kCountBits;
  const auto* found = std::lower_bound(at_, end_, wanted);
  if (found == end_ || *found >> kCountBits != wanted >> kCountBits) return 0;
  return count_of(static_cast<std::uint16_t>(*found), window);
}

void UseCursor::leap(std::uint32_t window) {
  const std::uint32_t first = window << kWindowShift;
  // What lies near is near: steps double until it is passed.
  std::ptrdiff_t step = 1;
  while (end_ - at_ > step && at_[step] < first) at_ += step, step *= 2;
  at_ = std::lower_bound(at_, at_ + std::min(step + 1, end_ - at_), first);
}

std::uint32_t UseCursor::many(std::uint16_t posting, std::uint32_t window) const {
  const auto uses = std::equal_range(scope_->many_uses_.begin(), scope_->many_uses_.end(), use_);
  const auto begin = static_cast<std::size_t>(uses.first - scope_->many_uses_.begin());
  const auto entries =
      scope_->many_entries_.subspan(begin, static_cast<std::size_t>(uses.second - uses.first));
  const std::size_t at = place_of(entries, window * kPostingsWindow + (posting >> kCountBits));
  return at < entries.size() ? scope_->many_counts_[begin + at] : kManyTimes;
}

UseCursor ScopePostings::cursor(std::uint32_t use) const {
  UseCursor cursor;
  cursor.scope_ = this;
  cursor.use_ = use;
  if (const std::size_t at = place_of(dense_uses_, use); at < dense_uses_.size()) {
    cursor.dense_ = dense_.data();
    cursor.windows_ = dense_windows_.data() + at * (windows_ + std::size_t{1});
    cursor.size_ = std::max(cursor.windows_[windows_], cursor.windows_[0]) - cursor.windows_[0];
  } else if (const std::size_t place = place_of(sparse_uses_, use); place < sparse_uses_.size()) {
    cursor.at_ = sparse_.data() + sparse_starts_[place];
    cursor.end_ = sparse_.data() + sparse_starts_[place + 1];
    cursor.size_ = static_cast<std::size_t>(cursor.end_ - cursor.at_);
  }
  return cursor;
}

std::size_t ScopePostings::frequency(const SegmentTokens& tokens, std::uint32_t term) const {
  if (const std::size_t at = place_of(terms_, term); at < terms_.size()) return frequencies_[at];
  std::size_t frequency = 0;
  for (const std::uint32_t use : tokens.uses_of(term)) frequency = std::max(frequency, size(use));
  return frequency;
}

Result<ScopePostings> ScopePostings::read(const Columns& file, const std::string& name, std::size_t entries) {
  ScopePostings scope;
  const auto numbers = [&](std::string_view column) {
    return file.get<std::uint32_t>(std::string(name).append(column));
  };
  scope.entries_ = entries;
  scope.windows_ = windows_of(entries);
  scope.dense_uses_ = numbers(".dense.uses");
  scope.dense_windows_ = numbers(".dense.windows");
  scope.dense_ = file.get<std::uint16_t>(name + ".dense");
  scope.sparse_uses_ = numbers(".sparse.uses");
  scope.sparse_starts_ = numbers(".sparse.starts");
  scope.sparse_ = numbers(".sparse");
  scope.many_uses_ = numbers(".many.uses");
  scope.many_entries_ = numbers(".many.entries");
  scope.many_counts_ = numbers(".many.counts");
  const auto terms = numbers(".terms");
  scope.terms_ = terms.first(terms.size() / 2);
  scope.frequencies_ = terms.subspan(terms.size() / 2);
  const auto& starts = scope.sparse_starts_;
  const bool whole =
      entries <= kMostEntries &&
      scope.dense_windows_.size() == scope.dense_uses_.size() * (scope.windows_ + std::size_t{1}) &&
      starts.size() == scope.sparse_uses_.size() + 1 && starts.front() == 0 &&
      starts.back() == scope.sparse_.size() && std::is_sorted(starts.begin(), starts.end()) &&
      scope.many_uses_.size() == scope.many_entries_.size() &&
      scope.many_uses_.size() == scope.many_counts_.size() && terms.size() % 2 == 0;
  if (!whole) return Error{ErrorCode::malformed, "the postings " + name + " do not fit their segment"};
  return scope;
}

}  // namespace szukajst::core
