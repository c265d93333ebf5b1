// The segments that an index has, as its writer reads them.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/goal_wordings.h"
#include "core/index_format.h"
#include "core/kept_texts.h"
#include "core/result.h"
#include "core/segment_columns.h"
#include "core/segment_tokens.h"
#include "core/suggestions.h"
#include "gazetteer/gazetteer.h"
#include "indexer/write/draft.h"

namespace szukajst::indexer {

// A segment that is complete, with the tombstones of the next commit.
struct Segment {
  core::SegmentInfo info;
  core::SegmentColumns columns;
  core::SegmentTokens tokens;
  core::KeptTexts texts;
  core::Suggestions suggestions;
  core::GoalWordings goal_wordings;
  Xapian::Database database;
  std::set<std::uint32_t> deleted;

  std::size_t live() const { return info.documents - deleted.size(); }
  std::size_t live_goals() const;
};

core::Result<std::unique_ptr<Segment>> open_segment(const std::filesystem::path& index,
                                                    const core::SegmentInfo& info);

// The tags of each document and goal of a segment, by number - 1: what its texts do not tell.
std::vector<std::vector<std::string>> tags_of(const Segment& segment);

// The document, as it was analysed then. Takes its tags and its goals' out of `tags`.
core::Result<Prepared> prepared(const Segment& segment, std::uint32_t number,
                                std::vector<std::vector<std::string>>& tags,
                                const gazetteer::Gazetteer& gazetteer);

// Where the documents of a commit lie, by id. Immutable and thread-safe.
class KnownDocuments {
 public:
  struct Place {
    std::size_t segment = 0;
    std::uint32_t number = 0;
  };
  KnownDocuments() = default;
  explicit KnownDocuments(const std::vector<std::unique_ptr<Segment>>& segments);

  std::optional<Place> find(std::string_view id) const;
  bool has_same(std::string_view id, std::uint64_t content, std::uint64_t evidence) const;

 private:
  struct Entry {
    std::uint64_t id = 0;
    std::uint32_t segment = 0, number = 0;
  };
  std::vector<const Segment*> segments_;
  std::vector<Entry> entries_;
};

// Removes the folders below segments/ that the manifest does not name and that no reader uses; gives
// how many it had to leave.
std::size_t sweep(const std::filesystem::path& index, const core::Manifest& manifest);

}  // namespace szukajst::indexer
