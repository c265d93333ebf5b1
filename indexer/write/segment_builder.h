// A segment on its way to the disk. Its files: docs/index_format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "core/goal_wordings.h"
#include "core/index_format.h"
#include "core/kept_texts.h"
#include "core/result.h"
#include "core/segment_columns.h"
#include "core/segment_tokens.h"
#include "core/suggestions.h"
#include "indexer/write/draft.h"

namespace szukajst::indexer {

// A segment on its way: drafts, made one in the order in which they were taken.
class SegmentBuilder {
 public:
  // `numbers`: those of most drafts.
  SegmentBuilder(std::filesystem::path path, std::string name, bool shard,
                 std::shared_ptr<core::SharedUseNumbers> numbers);
  void take(Draft draft);
  std::size_t documents() const { return columns_.documents(); }
  bool full() const;

  // Everything on the disk; the segment is complete but nothing refers to it yet.
  core::Result<core::SegmentInfo> finish();

 private:
  // Makes one database of those of all drafts, by kind of database and then by draft.
  void compact(std::initializer_list<std::string (*)(const std::filesystem::path&)> kinds,
               const std::string& into) const;
  // From the tokens, which are on the disk; what is read of them is let go of again.
  core::Result<core::Done> write_postings();
  void fold();

  std::filesystem::path path_;
  std::string name_;
  bool shard_;
  std::filesystem::path beside_;  // what is of no draft
  core::SegmentColumnsWriter columns_;
  core::SegmentTokensWriter tokens_;
  core::KeptTextsWriter texts_;
  core::SuggestionsWriter suggestions_;
  core::GoalWordingsWriter goal_wordings_;
  std::vector<std::filesystem::path> drafts_;
  std::size_t goals_ = 0, bytes_ = 0;
  std::uint64_t length_ = 0, goal_length_ = 0;  // of a shard's texts, in tokens
};

}  // namespace szukajst::indexer
