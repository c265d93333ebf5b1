// What the entries of an index that is made to be served by xapian-tcpsrv hold beside their terms, in value
// slots: all that counting and sorting on the server, and weighing what it finds, need. Written by the
// indexer, read by search/remote.cpp. The layout: docs/index_format.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/segment_columns.h"

namespace szukajst::core {

// Facet f stands in slot kFirstFacet + f, encoded by encode_facet.
enum class ShardSlot : std::uint32_t {
  id,      // of the document, also where the entry is a goal
  newest,  // order_keys, ascending
  oldest,
  title,
  length,      // in tokens, decimal
  goal_index,  // in the record, decimal; of goals alone
  goal_level,  // core::name; of goals alone
  first_facet = 10,
};
inline constexpr std::uint32_t slot(ShardSlot which) {
  return static_cast<std::uint32_t>(which);
}
inline constexpr std::uint32_t facet_slot(std::size_t facet) {
  return slot(ShardSlot::first_facet) + static_cast<std::uint32_t>(facet);
}

// By what entries are put in order, bytewise ascending; never equal for two of different ids. `goal`: index
// in the record, 0 of documents.
struct OrderKeys {
  std::string newest, oldest, title;
};
// The day that OrderKeys::newest tells; 0 where it tells none.
std::uint32_t day_of_order(std::string_view newest);
OrderKeys order_keys(std::uint32_t day, std::string_view title_key, std::string_view id, std::size_t goal);

// The values of one document in one string, so that the server counts them in one slot.
std::string encode_facet(const std::vector<FacetEntry>& entries);
// Nothing where the bytes are no such string.
std::optional<std::vector<FacetEntry>> decode_facet(std::string_view bytes);

// A number among the values or terms of a shard; 0 where it is none.
std::size_t number_of(std::string_view value);

// The metadata of a shard's database.
inline constexpr const char* kShardMetadata = "szukajst";
struct ShardSizes {
  std::size_t documents = 0, goals = 0;
  std::uint64_t length = 0, goal_length = 0;  // of all together, in tokens
};
std::string encode_sizes(const ShardSizes& sizes);
std::optional<ShardSizes> decode_sizes(std::string_view bytes);

}  // namespace szukajst::core
