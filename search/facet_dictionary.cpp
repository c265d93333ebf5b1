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

// Calls with the numbers of each code of a segment, ascending.
template <typename Function>
void each_sum(const core::FacetColumn& column, const std::vector<std::uint32_t>& number_of,
              const FacetDictionary& dictionary, const Function& add) {
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t number : number_of) {
    numbers = {number};
    add(numbers);
  }
  numbers.clear();
  add(numbers);
  for (std::size_t set = 0; set < column.sets(); ++set) {
    const std::uint32_t begin = column.set_starts[set], end = column.set_starts[set + 1];
    numbers.clear();
    for (std::uint32_t at = begin; at < end; ++at) {
      const std::uint32_t number = number_of[column.set_codes[at]];
      numbers.push_back(number);
      if (dictionary.parents.empty() || at == begin) continue;
      // They ascend, so that neighbours have most in common.
      const std::uint32_t common = dictionary.common(number_of[column.set_codes[at - 1]], number);
      if (common < dictionary.size())
        numbers.push_back(static_cast<std::uint32_t>(dictionary.taken() + common));
    }
    add(numbers);
  }
}

template <typename Number, std::size_t kWidth>
FacetSums make_sums_of(const core::FacetColumn& column, const std::vector<std::uint32_t>& number_of,
                       const FacetDictionary& dictionary) {
  static_assert(FacetSums::kUnused % kWidth == 0);
  FacetSums sums;
  FacetSums::Table<Number, kWidth> table;
  table.reserve(number_of.size() + 1 + column.sets());
  each_sum(column, number_of, dictionary, [&](const std::vector<std::uint32_t>& numbers) {
    const std::size_t unused = dictionary.size() + table.size() * kWidth % FacetSums::kUnused;
    auto& few = table.emplace_back();
    for (std::size_t i = 0; i < kWidth; ++i)
      few[i] = static_cast<Number>(i < numbers.size() ? numbers[i] : unused + i);
    if (numbers.size() <= kWidth) return;
    const std::size_t begin = sums.rest.size();
    const bool halves = sizeof(Number) == sizeof(std::uint16_t);
    few = {FacetSums::kMore<Number>, static_cast<Number>(begin),
           static_cast<Number>(halves ? begin >> 16 : 0), static_cast<Number>(numbers.size())};
    sums.rest.insert(sums.rest.end(), numbers.begin(), numbers.end());
  });
  sums.of_code = std::move(table);
  return sums;
}

FacetSums make_sums(const core::FacetColumn& column, const std::vector<std::uint32_t>& number_of,
                    const FacetDictionary& dictionary) {
  if (dictionary.counts() >= FacetSums::kMore<std::uint16_t>)
    return make_sums_of<std::uint32_t, 4>(column, number_of, dictionary);
  return dictionary.parents.empty() ? make_sums_of<std::uint16_t, 4>(column, number_of, dictionary)
                                    : make_sums_of<std::uint16_t, 8>(column, number_of, dictionary);
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
      for (std::size_t i = 0; i < dictionary.size(); ++i) {
        dictionary.unit_labels.push_back(unit_label(dictionary.values[i], gazetteer));
        dictionary.labels[i] = dictionary.unit_labels[i];
      }
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
  const std::string_view label = unit_label(code, gazetteer);
  return std::string(label.empty() ? code : label);
}

std::string_view unit_label(std::string_view code, const gazetteer::Gazetteer& gazetteer) {
  const auto teryt = core::Teryt::parse(code);
  const gazetteer::Unit* unit = teryt ? gazetteer.find(*teryt) : nullptr;
  return unit != nullptr ? std::string_view(unit->label) : std::string_view();
}

}  // namespace szukajst::search
