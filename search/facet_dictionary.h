// The values of a facet over all segments of a snapshot. Each segment numbers its values for itself;
// here each value has one number, so that counting is adding, and sorting compares numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/segment_columns.h"
#include "gazetteer/gazetteer.h"

namespace szukajst::search {

struct SegmentView;

// The sets of values of a segment (core::FacetColumn), as what counting a document of the set adds.
struct FacetSets {
  // The units above places are given the sum of those in them, once all is counted: what two places of one
  // set have in common would be given it twice. So the set takes 1 from it; then the number has this bit.
  static constexpr std::uint32_t kTakes = 0x8000'0000;

  std::vector<std::uint32_t> starts, numbers;  // by set: a run of numbers
};

struct FacetDictionary {
  std::vector<std::string> values;   // ascending
  std::vector<std::string> labels;   // as shown; empty where the value is
  std::vector<std::uint32_t> ranks;  // places in the order of labels, as a dictionary has them
  std::vector<std::vector<std::uint32_t>> by_segment;  // from a segment's code to the number here
  std::vector<FacetSets> sets;                         // by segment
  // Of places, by number, that of the unit it lies in, a lesser one, or size(); of other facets empty.
  std::vector<std::uint32_t> parents;

  const std::string& shown(std::size_t number) const {
    return labels[number].empty() ? values[number] : labels[number];
  }
  // The number of the value; size() where it has none.
  std::size_t find(std::string_view value) const;
  // The innermost that both lie in, or are; size() where there is none. Of places alone.
  std::uint32_t common(std::uint32_t a, std::uint32_t b) const {
    while (a != b && a < size() && b < size()) a > b ? a = parents[a] : b = parents[b];
    return a == b ? a : static_cast<std::uint32_t>(size());
  }
  std::size_t size() const { return values.size(); }
};

using FacetDictionaries = std::array<FacetDictionary, core::kFacets>;

FacetDictionaries make_dictionaries(const std::vector<SegmentView>& segments,
                                    const gazetteer::Gazetteer& gazetteer);

// What is shown for a TERYT code: the label of the unit, or the code where there is no such unit.
std::string label_of(std::string_view code, const gazetteer::Gazetteer& gazetteer);

}  // namespace szukajst::search
