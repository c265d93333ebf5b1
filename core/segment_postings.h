// The inverted index of a segment: in which documents, or goals, each use of its tokens stands, and how often
// (docs/index_format.md). Written from the tokens alone; what a term posts is what its uses post.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>

#include "core/columns.h"
#include "core/fields.h"
#include "core/result.h"
#include "core/scope_postings.h"
#include "core/segment_tokens.h"
#include "core/use_pairs.h"

namespace szukajst::core {

inline constexpr std::array<Scope, 7> kPostedScopes{Scope::body,   Scope::title,   Scope::goals, Scope::goal,
                                                    Scope::person, Scope::partner, Scope::place};

// Mapped; immutable and thread-safe. Whatever the file's bytes are, reading it stays within it, and offsets
// within their windows.
class SegmentPostings {
 public:
  // Errors: those of Columns::open; malformed where the file does not fit the tokens.
  static Result<SegmentPostings> open(const std::filesystem::path& path, const SegmentTokens& tokens);

  const ScopePostings& of(Scope scope) const { return scopes_[place_of(scope)]; }
  // None where the scope has few entries.
  const UsePairs& pairs(Scope scope) const { return pairs_[place_of(scope)]; }
  // Whether these are the postings that the tokens give. O(all tokens).
  bool fit(const SegmentTokens& tokens) const;
  const Columns& file() const { return file_; }

 private:
  explicit SegmentPostings(Columns file) : file_(std::move(file)) {}
  static std::size_t place_of(Scope scope);

  Columns file_;
  std::array<ScopePostings, kPostedScopes.size()> scopes_;
  std::array<UsePairs, kPostedScopes.size()> pairs_;
};

// Reads the tokens of a scope once to count, and again for each `batch` postings, which are gathered in
// memory (2 or 4 bytes each) beside 18 bytes a use, 8 a term, and 4 a window and dense use; for pairs at
// most 70 MB. Errors:
// unwritable, too_large.
Result<Done> write_postings(const SegmentTokens& tokens, const std::filesystem::path& path,
                            std::size_t batch = std::size_t{16} << 20);

}  // namespace szukajst::core
