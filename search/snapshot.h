// The state of one index or several that a searcher answers from: what their manifests name, mapped. Holds
// the segments against sweeping. Immutable and thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/goal_wordings.h"
#include "core/index_format.h"
#include "core/kept_texts.h"
#include "core/result.h"
#include "core/segment_columns.h"
#include "core/segment_postings.h"
#include "core/segment_tokens.h"
#include "core/suggestions.h"
#include "gazetteer/gazetteer.h"
#include "language/analyzer.h"
#include "search/facet_dictionary.h"
#include "search/index_reader.h"

namespace szukajst::search {

struct SegmentView {
  std::filesystem::path path;
  core::SegmentInfo info;
  core::SegmentColumns columns;
  core::SegmentTokens tokens;
  core::SegmentPostings postings;
  core::KeptTexts texts;
  core::Suggestions suggestions;
  core::GoalWordings goal_wordings;
  bool shard = false;                                      // core::Manifest::shard
  std::vector<std::uint8_t> deleted;                       // by ordinal of document; empty where none is
  std::vector<float> length_factors, goal_length_factors;  // search/ranking.h, by ordinal

  bool live(std::size_t document) const { return deleted.empty() || deleted[document] == 0; }
};

// What ranking needs of a collection as a whole.
struct Collection {
  std::size_t size = 0;
  double average_length = 1;
};

struct Snapshot {
  std::uint64_t generation = 0;  // commits, of all indexes together
  std::vector<SegmentView> segments;
  Collection documents, goals;                                   // that live
  FacetDictionaries facets;                                      // by core::Facet
  std::array<std::vector<std::uint32_t>, core::kFacets> totals;  // FacetCounter::totals of all that live

  // Errors: not_found, malformed, unsupported, unreadable.
  static core::Result<Snapshot> open(const std::vector<std::filesystem::path>& indexes,
                                     const language::AnalyzerSettings& settings,
                                     const gazetteer::Gazetteer& gazetteer);
};

}  // namespace szukajst::search
