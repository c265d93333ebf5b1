// The values of a facet over all segments of a snapshot. Each segment numbers its values for itself;
// here each value has one number, so that counting is adding, and sorting compares numbers.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/segment_columns.h"
#include "gazetteer/gazetteer.h"

namespace szukajst::search {

struct SegmentView;

// What counting a document of a segment adds, by the code that stands for its values (core::FacetColumn):
// numbers of counts, as many for each code as most need, so that adding them takes no decision.
//
// The counts of a facet are those of its dictionary's values, then kUnused that nobody reads, then, of
// places, as many as there are values again. For units above places are given the sum of those in them, once
// all is counted: what two places of one document have in common would be given it twice, and is counted
// there, to be taken from it.
struct FacetSums {
  // What a code does not need adds to counts that nobody reads, each code's to others than its neighbours'
  // do: to add to what was just added to, the processor waits.
  static constexpr std::size_t kUnused = 32;
  template <typename Number, std::size_t kWidth>
  using Table = std::vector<std::array<Number, kWidth>>;
  // Of a code with more numbers: this, then where they begin in `rest` (of short numbers two, the lower
  // half first), and how many they are.
  template <typename Number>
  static constexpr Number kMore = std::numeric_limits<Number>::max();

  // Short numbers where they do, for these tables are read in no order; places have more in common.
  std::variant<Table<std::uint16_t, 4>, Table<std::uint16_t, 8>, Table<std::uint32_t, 4>> of_code;
  std::vector<std::uint32_t> rest;
};

struct FacetDictionary {
  std::vector<std::string> values;   // ascending
  std::vector<std::string> labels;   // as shown; empty where the value is
  std::vector<std::uint32_t> ranks;  // places in the order of labels, as a dictionary has them
  std::vector<std::vector<std::uint32_t>> by_segment;  // from a segment's code to the number here
  std::vector<FacetSums> sums;                         // by segment
  std::vector<std::string_view> unit_labels;           // of places, by number, as unit_label() gives them
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
  // Of the counts of FacetSums, where those begin that are to be taken, and how many there are in all.
  std::size_t taken() const { return size() + FacetSums::kUnused; }
  std::size_t counts() const { return taken() + (parents.empty() ? 0 : size()); }
};

using FacetDictionaries = std::array<FacetDictionary, core::kFacets>;

FacetDictionaries make_dictionaries(const std::vector<SegmentView>& segments,
                                    const gazetteer::Gazetteer& gazetteer);

// What is shown for a TERYT code: the label of the unit, or the code where there is no such unit.
std::string label_of(std::string_view code, const gazetteer::Gazetteer& gazetteer);
// The label of the unit, which the gazetteer keeps; empty where there is no such unit.
std::string_view unit_label(std::string_view code, const gazetteer::Gazetteer& gazetteer);

}  // namespace szukajst::search
