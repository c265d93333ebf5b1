#include "core/segment_postings.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace szukajst::core {
namespace {

constexpr std::uint32_t kCountBits = 5, kWindowShift = 16;
static_assert(kPostingsWindow << kCountBits == std::uint32_t{1} << kWindowShift);
static_assert(kManyTimes == (std::uint32_t{1} << kCountBits) - 1);

constexpr std::size_t kColumnsOfScope = 10;
constexpr std::size_t kMostEntries = std::size_t{kPostingsWindow} << (32 - kWindowShift);

std::string column(Scope scope, std::string_view name) {
  return std::string(1, static_cast<char>(scope)).append(name);
}

std::uint32_t windows_of(std::size_t entries) {
  return static_cast<std::uint32_t>((entries + kPostingsWindow - 1) / kPostingsWindow);
}

std::uint32_t posting_of(std::uint32_t entry, std::uint32_t count) {
  return entry << kCountBits | std::min(count, kManyTimes);
}

// The place of a number in an ascending list, or nothing.
std::size_t place_of(std::span<const std::uint32_t> numbers, std::uint32_t number) {
  const auto found = std::lower_bound(numbers.begin(), numbers.end(), number);
  if (found == numbers.end() || *found != number) return numbers.size();
  return static_cast<std::size_t>(found - numbers.begin());
}

// Calls `f(entry, use, count)` for each distinct use of each entry of a scope; entries ascend.
class ScopeScan {
 public:
  ScopeScan(const SegmentTokens& tokens, Scope scope)
      : tokens_(tokens), scope_(scope), counts_(tokens.uses()) {}

  std::size_t entries() const { return scope_ == Scope::goal ? tokens_.all_goals() : tokens_.documents(); }
  template <typename Function>
  void each(const Function& f) {
    std::uint32_t entry = 0;
    const auto add = [&](const Tokens& run, std::uint32_t) { count(run); };
    for (std::size_t document = 0; document < tokens_.documents(); ++document) {
      if (scope_ != Scope::goal) {
        tokens_.for_each_run_in(scope_, document, add);
        take(entry++, f);
        continue;
      }
      for (std::size_t goal = 0; goal < tokens_.goals(document); ++goal) {
        count(tokens_.goal(document, goal));
        take(entry++, f);
      }
    }
  }

 private:
  void count(const Tokens& run) {
    Tokens::Last last;
    for (std::size_t place = 0; place < run.size(); ++place) {
      const std::uint32_t use = run.use(place, last);
      if (use == Tokens::kNothing || use == Tokens::kBetweenNames || use >= counts_.size()) continue;
      if (counts_[use]++ == 0) distinct_.push_back(use);
    }
  }
  template <typename Function>
  void take(std::uint32_t entry, const Function& f) {
    for (const std::uint32_t use : distinct_) f(entry, use, std::exchange(counts_[use], 0));
    distinct_.clear();
  }

  const SegmentTokens& tokens_;
  Scope scope_;
  std::vector<std::uint32_t> counts_, distinct_;  // of the entry that is read; by use
};

// How much there is of everything in a scope.
struct Sizes {
  std::vector<std::uint32_t> of_uses;             // by use: how many entries have it
  std::vector<std::uint32_t> terms, frequencies;  // of terms that several of these uses post
};

Sizes sizes_of(ScopeScan& scan, const SegmentTokens& tokens) {
  Sizes sizes;
  sizes.of_uses.resize(tokens.uses());
  std::vector<std::uint32_t> frequencies(tokens.terms()), last(tokens.terms());
  scan.each([&](std::uint32_t entry, std::uint32_t use, std::uint32_t) {
    ++sizes.of_uses[use];
    for (const std::uint32_t term : tokens.terms_of(use))
      if (std::exchange(last[term], entry + 1) != entry + 1) ++frequencies[term];
  });
  for (std::uint32_t term = 0; term < frequencies.size(); ++term) {
    const auto uses = tokens.uses_of(term);
    const auto present =
        std::count_if(uses.begin(), uses.end(), [&](std::uint32_t use) { return sizes.of_uses[use] > 0; });
    if (present < 2) continue;
    sizes.terms.push_back(term);
    sizes.frequencies.push_back(frequencies[term]);
  }
  return sizes;
}

// Writes the columns of one scope.
class ScopeWriter {
 public:
  ScopeWriter(const SegmentTokens& tokens, Scope scope, std::size_t batch, ColumnsFile& file)
      : tokens_(tokens),
        scope_(scope),
        batch_(batch),
        file_(file),
        scan_(tokens, scope),
        windows_(windows_of(scan_.entries())) {}

  // Error: too_large.
  Result<Done> write() {
    if (scan_.entries() > kMostEntries) return too_large();
    const Sizes sizes = sizes_of(scan_, tokens_);
    std::vector<std::uint32_t> dense, sparse;
    std::uint64_t in_dense = 0, in_sparse = 0;
    std::vector<std::uint32_t> starts{0};
    for (std::uint32_t use = 0; use < sizes.of_uses.size(); ++use) {
      const std::uint32_t size = sizes.of_uses[use];
      // The smaller form: 2 bytes a posting and 4 a window, or 4 a posting.
      if (size > 2 * (std::uint64_t{windows_} + 1)) {
        dense.push_back(use);
        in_dense += size;
      } else if (size > 0) {
        sparse.push_back(use);
        in_sparse += size;
        starts.push_back(static_cast<std::uint32_t>(in_sparse));
      }
    }
    if (std::max(in_dense, in_sparse) > std::numeric_limits<std::uint32_t>::max()) return too_large();
    add(".dense.uses", dense);
    add(".sparse.uses", sparse);
    add(".sparse.starts", starts);
    std::vector<std::uint32_t> directory;
    file_.begin(column(scope_, ".dense"), sizeof(std::uint16_t));
    write_lists<std::uint16_t>(dense, sizes, &directory);
    add(".dense.windows", directory);
    file_.begin(column(scope_, ".sparse"), sizeof(std::uint32_t));
    write_lists<std::uint32_t>(sparse, sizes, nullptr);
    std::sort(many_.begin(), many_.end());
    std::vector<std::uint32_t> uses, entries, counts;
    for (const auto& [use, entry, count] : many_)
      uses.push_back(use), entries.push_back(entry), counts.push_back(count);
    add(".many.uses", uses);
    add(".many.entries", entries);
    add(".many.counts", counts);
    // Both in one, so that what is looked up lies side by side.
    std::vector<std::uint32_t> terms = sizes.terms;
    terms.insert(terms.end(), sizes.frequencies.begin(), sizes.frequencies.end());
    add(".terms", terms);
    return Done{};
  }

 private:
  static Error too_large() {
    return {ErrorCode::too_large, "a segment has more documents or goals than its postings can tell"};
  }
  void add(std::string_view name, const std::vector<std::uint32_t>& values) {
    file_.add(column(scope_, name), std::span<const std::uint32_t>(values));
  }

  // The postings of the uses, one list behind the other, as many lists at a time as a batch holds.
  template <typename Number>
  void write_lists(const std::vector<std::uint32_t>& uses, const Sizes& sizes,
                   std::vector<std::uint32_t>* directory) {
    std::uint32_t written = 0;
    for (std::size_t begin = 0, end = 0; begin < uses.size(); begin = end) {
      std::vector<std::uint32_t> next(sizes.of_uses.size(), kElsewhere);  // by use, where in the batch
      std::size_t total = 0;
      while (end < uses.size() && (end == begin || total + sizes.of_uses[uses[end]] <= batch_)) {
        next[uses[end]] = static_cast<std::uint32_t>(total);
        total += sizes.of_uses[uses[end++]];
      }
      std::vector<Number> postings(total);
      if (directory != nullptr) directory->resize(end * (windows_ + std::size_t{1}));
      std::vector<std::uint32_t> places(directory != nullptr ? sizes.of_uses.size() : 0);
      for (std::size_t i = begin; i < end && directory != nullptr; ++i)
        places[uses[i]] = static_cast<std::uint32_t>(i);
      scan_.each([&](std::uint32_t entry, std::uint32_t use, std::uint32_t count) {
        if (next[use] == kElsewhere) return;
        postings[next[use]++] = static_cast<Number>(posting_of(entry, count));
        if (count >= kManyTimes) many_.push_back({use, entry, count});
        // First how many each window has.
        if (directory != nullptr)
          ++(*directory)[places[use] * (windows_ + std::size_t{1}) + entry / kPostingsWindow + 1];
      });
      if (directory != nullptr) {
        for (std::size_t i = begin; i < end; ++i) {
          std::uint32_t* const of_use = directory->data() + i * (windows_ + std::size_t{1});
          of_use[0] = written;
          std::partial_sum(of_use, of_use + windows_ + 1, of_use);
          written = of_use[windows_];
        }
      }
      file_.append(postings.data(), postings.size() * sizeof(Number));
    }
  }

  static constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;
  const SegmentTokens& tokens_;
  Scope scope_;
  std::size_t batch_;
  ColumnsFile& file_;
  ScopeScan scan_;
  std::uint32_t windows_;
  std::vector<std::array<std::uint32_t, 3>> many_;  // use, entry, count
};

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

Result<SegmentPostings> SegmentPostings::open(const std::filesystem::path& path,
                                              const SegmentTokens& tokens) {
  auto opened = Columns::open(path);
  if (!opened) return opened.error();
  SegmentPostings postings(std::move(*opened));
  for (std::size_t i = 0; i < kPostedScopes.size(); ++i) {
    const Scope of = kPostedScopes[i];
    ScopePostings& scope = postings.scopes_[i];
    const auto numbers = [&](std::string_view name) {
      return postings.file_.get<std::uint32_t>(column(of, name));
    };
    scope.entries_ = of == Scope::goal ? tokens.all_goals() : tokens.documents();
    scope.windows_ = windows_of(scope.entries_);
    scope.dense_uses_ = numbers(".dense.uses");
    scope.dense_windows_ = numbers(".dense.windows");
    scope.dense_ = postings.file_.get<std::uint16_t>(column(of, ".dense"));
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
        scope.entries_ <= kMostEntries &&
        scope.dense_windows_.size() == scope.dense_uses_.size() * (scope.windows_ + std::size_t{1}) &&
        starts.size() == scope.sparse_uses_.size() + 1 && starts.front() == 0 &&
        starts.back() == scope.sparse_.size() && std::is_sorted(starts.begin(), starts.end()) &&
        scope.many_uses_.size() == scope.many_entries_.size() &&
        scope.many_uses_.size() == scope.many_counts_.size() && terms.size() % 2 == 0;
    if (!whole) {
      return Error{ErrorCode::malformed,
                   "the postings file " + path.string() + " does not fit the tokens of its segment"};
    }
  }
  return postings;
}

const ScopePostings& SegmentPostings::of(Scope scope) const {
  const auto found = std::find(kPostedScopes.begin(), kPostedScopes.end(), scope);
  return scopes_[static_cast<std::size_t>(found - kPostedScopes.begin())];
}

bool SegmentPostings::fit(const SegmentTokens& tokens) const {
  bool same = true;
  for (std::size_t i = 0; i < kPostedScopes.size() && same; ++i) {
    const ScopePostings& scope = scopes_[i];
    ScopeScan scan(tokens, kPostedScopes[i]);
    const Sizes sizes = sizes_of(scan, tokens);
    same = std::ranges::equal(sizes.terms, scope.terms_) &&
           std::ranges::equal(sizes.frequencies, scope.frequencies_);
    std::vector<UseCursor> cursors;
    std::size_t many = 0, uses = 0;
    for (std::uint32_t use = 0; use < tokens.uses() && same; ++use) {
      same = scope.size(use) == sizes.of_uses[use];
      uses += sizes.of_uses[use] > 0 ? 1U : 0U;
    }
    same = same && uses == scope.dense_uses_.size() + scope.sparse_uses_.size();
    if (!same) break;
    for (std::uint32_t use = 0; use < tokens.uses(); ++use) cursors.push_back(scope.cursor(use));
    scan.each([&](std::uint32_t entry, std::uint32_t use, std::uint32_t count) {
      many += count >= kManyTimes ? 1U : 0U;
      same = same && cursors[use].count_at(entry / kPostingsWindow, entry % kPostingsWindow) == count;
    });
    same = same && many == scope.many_uses_.size();
  }
  return same;
}

Result<Done> write_postings(const SegmentTokens& tokens, const std::filesystem::path& path,
                            std::size_t batch) {
  ColumnsFile file(path, kPostedScopes.size() * kColumnsOfScope);
  for (const Scope scope : kPostedScopes)
    if (auto written = ScopeWriter(tokens, scope, batch, file).write(); !written) return written.error();
  return file.finish();
}

}  // namespace szukajst::core
