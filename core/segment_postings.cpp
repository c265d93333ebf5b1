#include "core/segment_postings.h"

#include <algorithm>
#include <array>
#include <functional>
#include <future>
#include <limits>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace szukajst::core {
namespace {

constexpr std::uint32_t kCountBits = 5;
static_assert(kPostingsWindow << kCountBits == std::uint32_t{1} << 16);
static_assert(kManyTimes == (std::uint32_t{1} << kCountBits) - 1);

constexpr std::size_t kColumnsOfScope = 10, kColumnsOfPairs = 10;
constexpr std::string_view kPairs = ".pairs";
// Of fewer no part is done beside another.
constexpr std::size_t kFewEntries = 4096;

std::string column(Scope scope, std::string_view name) {
  return std::string(1, static_cast<char>(scope)).append(name);
}

std::uint32_t posting_of(std::uint32_t entry, std::uint32_t count) {
  return entry << kCountBits | std::min(count, kManyTimes);
}

// Calls `f(entry, use, count)` for each distinct use of each entry of a scope; entries ascend.
class ScopeScan {
 public:
  ScopeScan(const SegmentTokens& tokens, Scope scope)
      : tokens_(tokens), scope_(scope), counts_(tokens.uses()) {}

  std::size_t entries() const { return entries_of(tokens_, scope_); }
  template <typename Function>
  void each(const Function& f) {
    each_of(0, tokens_.documents(), f);
  }
  // The same of some documents, entries counted from the first of these.
  template <typename Function>
  void each_of(std::size_t begin, std::size_t end, const Function& f) {
    for_each_entry(
        tokens_, scope_, begin, end, [&](const Tokens& run) { count(run); },
        [&](std::uint32_t entry) {
          for (const std::uint32_t use : distinct_) f(entry, use, std::exchange(counts_[use], 0));
          distinct_.clear();
        });
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
  const SegmentTokens& tokens_;
  Scope scope_;
  std::vector<std::uint32_t> counts_, distinct_;  // of the entry that is read; by use
};

// How much there is of everything in a scope.
struct Sizes {
  std::vector<std::uint32_t> of_uses;             // by use: how many entries have it
  std::vector<std::uint32_t> of_terms;            // the same by term
  std::vector<std::uint32_t> terms, frequencies;  // of terms that several of these uses post
};

// Of entries of these documents.
Sizes counts_of(ScopeScan scan, const SegmentTokens& tokens, std::size_t begin, std::size_t end) {
  Sizes sizes;
  sizes.of_uses.resize(tokens.uses());
  sizes.of_terms.resize(tokens.terms());
  std::vector<std::uint32_t> last(tokens.terms());
  scan.each_of(begin, end, [&](std::uint32_t entry, std::uint32_t use, std::uint32_t) {
    ++sizes.of_uses[use];
    for (const std::uint32_t term : tokens.terms_of(use))
      if (std::exchange(last[term], entry + 1) != entry + 1) ++sizes.of_terms[term];
  });
  return sizes;
}

Sizes sizes_of(const ScopeScan& scan, const SegmentTokens& tokens) {
  // Whoever commits waits for this: one half is counted beside the other.
  const std::size_t middle = scan.entries() < kFewEntries ? 0 : tokens.documents() / 2;
  std::future<Sizes> half;
  if (middle > 0) half = std::async(std::launch::async, [&] { return counts_of(scan, tokens, 0, middle); });
  Sizes sizes = counts_of(scan, tokens, middle, tokens.documents());
  if (middle > 0) {
    const auto add = [](std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& more) {
      std::ranges::transform(to, more, to.begin(), std::plus<>());
    };
    const Sizes more = half.get();
    add(sizes.of_uses, more.of_uses);
    add(sizes.of_terms, more.of_terms);
  }
  for (std::uint32_t term = 0; term < sizes.of_terms.size(); ++term) {
    const auto uses = tokens.uses_of(term);
    const auto present =
        std::count_if(uses.begin(), uses.end(), [&](std::uint32_t use) { return sizes.of_uses[use] > 0; });
    if (present < 2) continue;
    sizes.terms.push_back(term);
    sizes.frequencies.push_back(sizes.of_terms[term]);
  }
  return sizes;
}

using Many = std::array<std::uint32_t, 3>;  // list, entry, count

// Writes lists of entries. `Scan`: calls `f(entry, list, count)` for all that they hold, entries ascending.
template <typename Scan>
class ListsWriter {
 public:
  // The names of the columns begin with `name`.
  ListsWriter(Scan& scan, std::string name, std::size_t batch, ColumnsFile& file)
      : scan_(scan),
        name_(std::move(name)),
        batch_(batch),
        file_(file),
        windows_(windows_of(scan.entries())) {}

  // `sizes`: by list, how many entries it has. Error: too_large.
  Result<Done> write(const std::vector<std::uint32_t>& sizes) {
    if (scan_.entries() > kMostEntries) return too_large();
    std::vector<std::uint32_t> dense, sparse;
    std::uint64_t in_dense = 0, in_sparse = 0;
    std::vector<std::uint32_t> starts{0};
    for (std::uint32_t list = 0; list < sizes.size(); ++list) {
      const std::uint32_t size = sizes[list];
      // The smaller form: 2 bytes a posting and 4 a window, or 4 a posting.
      if (size > 2 * (std::uint64_t{windows_} + 1)) {
        dense.push_back(list);
        in_dense += size;
      } else if (size > 0) {
        sparse.push_back(list);
        in_sparse += size;
        starts.push_back(static_cast<std::uint32_t>(in_sparse));
      }
    }
    if (std::max(in_dense, in_sparse) > std::numeric_limits<std::uint32_t>::max()) return too_large();
    add(".dense.uses", dense);
    add(".sparse.uses", sparse);
    add(".sparse.starts", starts);
    // Whoever commits waits for this: the one are gathered beside the other.
    std::future<std::vector<std::uint32_t>> beside;
    std::vector<Many> many;
    if (scan_.entries() >= kFewEntries && in_sparse <= batch_)
      beside = std::async(std::launch::async, [&, scan = scan_]() mutable {
        return gather<std::uint32_t>(scan, sparse, sizes, many, [](auto, auto) {});
      });
    std::vector<std::uint32_t> directory;
    file_.begin(name_ + ".dense", sizeof(std::uint16_t));
    write_dense(dense, sizes, directory);
    add(".dense.windows", directory);
    file_.begin(name_ + ".sparse", sizeof(std::uint32_t));
    if (beside.valid())
      append(beside.get());
    else
      for_each_batch(sparse, sizes, [&](std::span<const std::uint32_t> lists) {
        append(gather<std::uint32_t>(scan_, lists, sizes, many, [](auto, auto) {}));
      });
    many_.insert(many_.end(), many.begin(), many.end());
    return Done{};
  }
  // What the lists written cannot tell.
  void write_counts() {
    std::sort(many_.begin(), many_.end());
    std::vector<std::uint32_t> uses, entries, counts;
    for (const auto& [use, entry, count] : many_)
      uses.push_back(use), entries.push_back(entry), counts.push_back(count);
    add(".many.uses", uses);
    add(".many.entries", entries);
    add(".many.counts", counts);
  }

 private:
  static Error too_large() {
    return {ErrorCode::too_large, "a segment has more documents or goals than its postings can tell"};
  }
  void add(std::string_view name, const std::vector<std::uint32_t>& values) {
    file_.add(std::string(name_).append(name), std::span<const std::uint32_t>(values));
  }

  template <typename Number>
  void append(const std::vector<Number>& postings) {
    file_.append(postings.data(), postings.size() * sizeof(Number));
  }

  // Calls `f(lists)` for as many of the lists at a time as a batch holds.
  template <typename Function>
  void for_each_batch(std::span<const std::uint32_t> lists, const std::vector<std::uint32_t>& sizes,
                      const Function& f) const {
    for (std::size_t begin = 0, end = 0; begin < lists.size(); begin = end) {
      for (std::size_t total = 0; end < lists.size() && (end == begin || total + sizes[lists[end]] <= batch_);
           ++end)
        total += sizes[lists[end]];
      f(lists.subspan(begin, end - begin));
    }
  }

  // The postings of these lists, one behind the other. Calls `each(place, entry)` for each, `place` that of
  // its list among them.
  template <typename Number, typename Function>
  static std::vector<Number> gather(Scan& scan, std::span<const std::uint32_t> lists,
                                    const std::vector<std::uint32_t>& sizes, std::vector<Many>& many,
                                    const Function& each) {
    struct Place {
      std::uint32_t next = 0, list = kElsewhere;
    };
    std::vector<Place> places(sizes.size());  // by list, where among these postings
    std::uint32_t total = 0;
    for (std::uint32_t i = 0; i < lists.size(); ++i)
      places[lists[i]] = {std::exchange(total, total + sizes[lists[i]]), i};
    std::vector<Number> postings(total);
    scan.each([&](std::uint32_t entry, std::uint32_t list, std::uint32_t count) {
      Place& place = places[list];
      if (place.list == kElsewhere) return;
      postings[place.next++] = static_cast<Number>(posting_of(entry, count));
      if (count >= kManyTimes) many.push_back({list, entry, count});
      each(place.list, entry);
    });
    return postings;
  }

  void write_dense(std::span<const std::uint32_t> dense, const std::vector<std::uint32_t>& sizes,
                   std::vector<std::uint32_t>& directory) {
    const std::size_t row = windows_ + std::size_t{1};
    std::uint32_t written = 0;
    for_each_batch(dense, sizes, [&](std::span<const std::uint32_t> lists) {
      const std::size_t before = directory.size();
      directory.resize(before + lists.size() * row);
      // First how many each window has.
      append(gather<std::uint16_t>(scan_, lists, sizes, many_, [&](std::uint32_t place, std::uint32_t entry) {
        ++directory[before + place * row + entry / kPostingsWindow + 1];
      }));
      for (std::size_t i = 0; i < lists.size(); ++i) {
        std::uint32_t* const of_list = directory.data() + before + i * row;
        of_list[0] = written;
        std::partial_sum(of_list, of_list + row, of_list);
        written = of_list[windows_];
      }
    });
  }

  static constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;
  Scan& scan_;
  std::string name_;
  std::size_t batch_;
  ColumnsFile& file_;
  std::uint32_t windows_;
  std::vector<Many> many_;
};

// Whether the lists are these, and each tells what the scan does; `many`: where a count stands apart.
template <typename Scan>
bool same_lists(Scan& scan, const std::vector<std::uint32_t>& sizes, const ScopePostings& scope) {
  std::vector<UseCursor> cursors;
  std::size_t some = 0, many = 0;
  for (std::uint32_t list = 0; list < sizes.size(); ++list) {
    cursors.push_back(scope.cursor(list));
    if (cursors.back().size() != sizes[list]) return false;
    some += sizes[list] > 0 ? 1U : 0U;
  }
  if (some != scope.lists()) return false;
  bool same = true;
  scan.each([&](std::uint32_t entry, std::uint32_t list, std::uint32_t count) {
    many += count >= kManyTimes ? 1U : 0U;
    same = same && cursors[list].count_at(entry / kPostingsWindow, entry % kPostingsWindow) == count;
  });
  return same && many == scope.counts_apart();
}

Result<Done> write_scope(const SegmentTokens& tokens, Scope of, std::size_t batch, ColumnsFile& file) {
  ScopeScan scan(tokens, of);
  const Sizes sizes = sizes_of(scan, tokens);
  // Whoever commits waits for this: pairs are chosen while the words' lists are written.
  std::future<PairScan> chosen;
  if (PairScan::worthwhile(scan.entries()))
    chosen = std::async(std::launch::async, [&] { return PairScan(tokens, of, sizes.of_terms); });
  ListsWriter writer(scan, column(of, ""), batch, file);
  if (auto written = writer.write(sizes.of_uses); !written) return written.error();
  writer.write_counts();
  // Both in one, so that what is looked up lies side by side.
  std::vector<std::uint32_t> terms = sizes.terms;
  terms.insert(terms.end(), sizes.frequencies.begin(), sizes.frequencies.end());
  file.add(column(of, ".terms"), std::span<const std::uint32_t>(terms));
  if (!chosen.valid()) return Done{};
  PairScan pairs = chosen.get();
  UsePairs::write(pairs.lists(), column(of, kPairs), file);
  return ListsWriter(pairs, column(of, kPairs), batch, file).write(pairs.lists().sizes);
}

}  // namespace

Result<SegmentPostings> SegmentPostings::open(const std::filesystem::path& path,
                                              const SegmentTokens& tokens) {
  auto opened = Columns::open(path);
  if (!opened) return opened.error();
  SegmentPostings postings(std::move(*opened));
  const auto malformed = [&](const Error& error) {
    return Error{ErrorCode::malformed, path.string() + ": " + error.message};
  };
  for (std::size_t i = 0; i < kPostedScopes.size(); ++i) {
    const std::size_t entries = entries_of(tokens, kPostedScopes[i]);
    auto scope = ScopePostings::read(postings.file_, column(kPostedScopes[i], ""), entries);
    if (!scope) return malformed(scope.error());
    postings.scopes_[i] = *std::move(scope);
    if (!PairScan::worthwhile(entries)) continue;
    auto pairs = UsePairs::read(postings.file_, column(kPostedScopes[i], kPairs), entries);
    if (!pairs) return malformed(pairs.error());
    postings.pairs_[i] = *std::move(pairs);
  }
  return postings;
}

std::size_t SegmentPostings::place_of(Scope scope) {
  const auto found = std::find(kPostedScopes.begin(), kPostedScopes.end(), scope);
  return static_cast<std::size_t>(found - kPostedScopes.begin());
}

bool SegmentPostings::fit(const SegmentTokens& tokens) const {
  for (std::size_t i = 0; i < kPostedScopes.size(); ++i) {
    ScopeScan scan(tokens, kPostedScopes[i]);
    const Sizes sizes = sizes_of(scan, tokens);
    if (!std::ranges::equal(sizes.terms, scopes_[i].terms()) ||
        !std::ranges::equal(sizes.frequencies, scopes_[i].frequencies()) ||
        !same_lists(scan, sizes.of_uses, scopes_[i]))
      return false;
    if (!PairScan::worthwhile(scan.entries())) continue;
    PairScan pairs(tokens, kPostedScopes[i], sizes.of_terms);
    if (!pairs_[i].fit(pairs.lists()) || !same_lists(pairs, pairs.lists().sizes, pairs_[i].lists()))
      return false;
  }
  return true;
}

Result<Done> write_postings(const SegmentTokens& tokens, const std::filesystem::path& path,
                            std::size_t batch) {
  std::size_t columns = 0;
  for (const Scope scope : kPostedScopes)
    columns += kColumnsOfScope + (PairScan::worthwhile(entries_of(tokens, scope)) ? kColumnsOfPairs : 0);
  ColumnsFile file(path, columns);
  for (const Scope scope : kPostedScopes)
    if (auto written = write_scope(tokens, scope, batch, file); !written) return written.error();
  return file.finish();
}

}  // namespace szukajst::core
