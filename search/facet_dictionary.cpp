#include "search/facet_dictionary.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "core/fields.h"
#include "search/snapshot.h"

namespace szukajst::search {
namespace {

struct Entry {
  std::string_view value, label;
  bool operator<(const Entry& other) const { return value < other.value; }
};

FacetDictionary make_dictionary(const std::vector<SegmentView>& segments, std::size_t facet) {
  std::vector<Entry> entries;
  for (const SegmentView& segment : segments) {
    const core::FacetColumn& column = segment.columns.facets[facet];
    for (std::size_t code = 0; code < column.values.size(); ++code)
      entries.push_back({column.values[code], column.labels[code]});
  }
  std::stable_sort(entries.begin(), entries.end());  // of several labels, the first segment's stays
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [](const Entry& a, const Entry& b) { return a.value == b.value; }),
                entries.end());
  FacetDictionary dictionary;
  for (const Entry& entry : entries) {
    dictionary.values.emplace_back(entry.value);
    dictionary.labels.emplace_back(entry.label);
  }
  for (const SegmentView& segment : segments) {
    const core::TextColumn& values = segment.columns.facets[facet].values;
    auto& numbers = dictionary.by_segment.emplace_back(values.size());
    for (std::size_t code = 0; code < numbers.size(); ++code)
      numbers[code] = static_cast<std::uint32_t>(dictionary.find(values[code]));
  }
  return dictionary;
}

FacetSums make_sums(const core::FacetColumn& column, const std::vector<std::uint32_t>& number_of,
                    const FacetDictionary& dictionary) {
  FacetSums sums;
  const std::size_t values = column.values.size();
  sums.of_code.reserve(values + 1 + column.sets());
  std::vector<std::uint32_t> numbers;
  const auto add = [&] {
    const auto unused = static_cast<std::uint32_t>(dictionary.size());
    FacetSums::Few few{unused, unused + 1, unused + 2, unused + 3};
    static_assert(std::tuple_size_v<FacetSums::Few> == FacetSums::kUnused);
    if (numbers.size() <= few.size()) {
      std::ranges::copy(numbers, few.begin());
    } else {
      few = {FacetSums::kMore, static_cast<std::uint32_t>(sums.rest.size()),
             static_cast<std::uint32_t>(numbers.size()), 0};
      sums.rest.insert(sums.rest.end(), numbers.begin(), numbers.end());
    }
    sums.of_code.push_back(few);
  };
  for (std::size_t code = 0; code < values; ++code) {
    numbers = {number_of[code]};
    add();
  }
  numbers.clear();
  add();
  for (std::size_t set = 0; set < column.sets(); ++set) {
    const std::uint32_t begin = column.set_starts[set], end = column.set_starts[set + 1];
    numbers.clear();
    for (std::uint32_t at = begin; at < end; ++at) {
      const std::uint32_t number = number_of[column.set_codes[at]];
      numbers.push_back(number);
      if (dictionary.parents.empty() || at == begin) continue;
      // They ascend, so that neighbours have most in common.
      const std::uint32_t common = dictionary.common(number_of[column.set_codes[at - 1]], number);
      if (common < dictionary.size()) numbers.push_back(common | FacetSums::kTakes);
    }
    add();
  }
  return sums;
}

void rank(FacetDictionary& dictionary) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < dictionary.size(); ++i) keys.push_back(core::sort_key(dictionary.shown(i)));
  std::vector<std::uint32_t> order(dictionary.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  dictionary.ranks.resize(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) dictionary.ranks[order[place]] = place;
}

}  // namespace

std::size_t FacetDictionary::find(std::string_view value) const {
  const auto found = std::lower_bound(values.begin(), values.end(), value);
  return found != values.end() && *found == value ? static_cast<std::size_t>(found - values.begin())
                                                  : values.size();
}

FacetDictionaries make_dictionaries(const std::vector<SegmentView>& segments,
                                    const gazetteer::Gazetteer& gazetteer) {
  FacetDictionaries dictionaries;
  for (std::size_t facet = 0; facet < core::kFacets; ++facet) {
    FacetDictionary& dictionary = dictionaries[facet] = make_dictionary(segments, facet);
    if (static_cast<core::Facet>(facet) == core::Facet::place) {
      for (std::size_t i = 0; i < dictionary.size(); ++i)
        dictionary.labels[i] = label_of(dictionary.values[i], gazetteer);
      dictionary.parents = core::parents_of_places(dictionary.values);
    }
    rank(dictionary);
    for (std::size_t i = 0; i < segments.size(); ++i)
      dictionary.sums.push_back(
          make_sums(segments[i].columns.facets[facet], dictionary.by_segment[i], dictionary));
  }
  return dictionaries;
}

std::string label_of(std::string_view code, const gazetteer::Gazetteer& gazetteer) {
  const auto teryt = core::Teryt::parse(code);
  const gazetteer::Unit* unit = teryt ? gazetteer.find(*teryt) : nullptr;
  return unit != nullptr ? unit->label : std::string(code);
}

}  // namespace szukajst::search
