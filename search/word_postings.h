// Which uses of a segment's tokens meet a word of a query, and how closely; in which documents they stand.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.h"
#include "core/kinds.h"
#include "core/segment_postings.h"
#include "core/segment_tokens.h"
#include "language/analyzer.h"
#include "search/index_reader.h"
#include "search/snapshot.h"
#include "search/window.h"

namespace szukajst::search {

// A use that meets a word, and how: each has one kind, the closest.
struct MetUse {
  std::uint32_t use = 0;
  core::MatchKind kind = core::MatchKind::exact;
};

// The uses that meet the word as closely as is asked or closer, ascending.
std::vector<MetUse> uses_of(const language::QueryWord& word, core::MatchKind loosest,
                            const core::SegmentTokens& tokens);

// The same of all words that begin so. `beginning`: as the query has it. Of more than `most` terms of one
// kind the commonest in the scope are taken, and `cut` is set.
std::vector<MetUse> uses_beginning(std::string_view beginning, core::MatchKind loosest, core::Scope scope,
                                   std::size_t most, const SegmentView& segment, bool& cut);

// How many documents (of Scope::goal, goals) of the segment have the term.
std::size_t frequency(const SegmentView& segment, core::Scope scope, core::Stream stream,
                      std::string_view word);

// Of those uses that have one of the terms, what they post in the scope.
std::vector<core::UseCursor> cursors_of(const SegmentView& segment, core::Scope scope, core::Stream stream,
                                        const std::vector<std::string>& words);

// Calls `f(number, count)` for each document that has the term, ascending. `scope`: not Scope::goal.
template <typename Function>
void for_each_with(const SegmentView& segment, core::Scope scope, core::Stream stream,
                   const std::string& word, const Function& f) {
  std::vector<core::UseCursor> cursors = cursors_of(segment, scope, stream, {word});
  std::array<std::uint32_t, kWindow> counts{};
  for (std::uint32_t window = 0; window < segment.postings.of(scope).windows(); ++window) {
    Mask there;
    for (core::UseCursor& each : cursors) {
      each.read(window, [&](std::uint32_t offset, std::uint32_t count) {
        there.add(offset);
        counts[offset] += count;
      });
    }
    there.each([&](std::uint32_t offset) {
      if (const Number number = window * kWindow + offset + 1; number <= segment.info.documents)
        f(number, counts[offset]);
      counts[offset] = 0;
    });
  }
}

// Walks the documents that have one of several terms. Lives no longer than the segment. Not thread-safe.
class TermsCursor {
 public:
  // `words`: of the stream. `scope`: not Scope::goal.
  TermsCursor(const SegmentView& segment, core::Scope scope, core::Stream stream,
              const std::vector<std::string>& words);
  // At most so many documents have them.
  std::size_t frequency() const { return frequency_; }
  // The first document with this number or a greater one; kNoMore. Numbers ascend from call to call.
  Number seek(Number target);

 private:
  std::vector<core::UseCursor> cursors_;
  std::uint32_t windows_ = 0;
  std::size_t frequency_ = 0;
  std::uint32_t window_ = 0xFFFFFFFF;  // the one that was read
  Mask there_;                         // what is there of it
};

}  // namespace szukajst::search
