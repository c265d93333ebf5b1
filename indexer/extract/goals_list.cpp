#include "indexer/extract/goals_list.h"

#include <algorithm>

#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"

namespace szukajst::indexer::extract {
namespace {

using Family = Marker::Family;
using Depths = std::vector<GoalList::Depth>;

// "1.3" behind "1.2", "4" behind "3".
bool follows(const std::vector<int>& before, const std::vector<int>& number) {
  return !before.empty() && before.size() == number.size() &&
         std::equal(number.begin(), number.end() - 1, before.begin()) && number.back() == before.back() + 1;
}

// Whether a decimal number stands where the list has come to: "2.1" below "2", "1.3" behind "1.2".
bool goes_on(const Depths& depths, const std::vector<int>& number, std::size_t depth) {
  if (depth < depths.size()) {
    const std::vector<int>& last = depths[depth].number;
    if (last.size() == number.size() && std::equal(number.begin(), number.end() - 1, last.begin()))
      return number.back() > last.back();
  }
  if (depth > 0) {
    const std::vector<int>& above = depths[depth - 1].number;
    return above.size() + 1 == number.size() && std::equal(above.begin(), above.end(), number.begin());
  }
  if (depths.empty()) return true;
  // "2.1" behind "1.3", but "1.1" behind "2.2" begins another series: of indicators, of costs.
  return number.back() == 1 && (depth > 0 || depths[0].number < number);
}

// "▪" below "●", farther in or farther out than that: not of its depth.
bool other_sign(const GoalList::Depth& known, const Segment& segment) {
  const char32_t sign = GoalList::sign_of(segment);
  return sign != known.sign && sign != 0 && known.sign != 0 && segment.indent != known.indent;
}

}  // namespace

char32_t GoalList::sign_of(const Segment& segment) {
  return segment.marker.number || segment.marker.body == 0 || segment.text.empty() ? U'\0'
                                                                                   : char_at(segment.text, 0);
}

std::optional<std::size_t> GoalList::decimal_depth(const std::vector<int>& number) {
  if (depths.empty()) base_parts = table && levels.size() > 1 ? 1 : number.size();
  // Decimal numbers below bullets are a list of their own.
  const std::size_t base_size = depths.empty() || !depths[0].number.empty() ? base_parts : number.size();
  if (number.size() < base_size) return std::nullopt;
  const std::size_t depth = number.size() - base_size;
  if (depth > depths.size() || !goes_on(depths, number, depth)) return std::nullopt;
  return depth;
}

std::optional<std::size_t> GoalList::marked_depth(const Segment& segment,
                                                  const std::vector<int>& number) const {
  constexpr std::size_t kIndentStep = 2;
  constexpr int kMissed = 2;  // numbers that may be lost in between
  for (std::size_t d = depths.size(); d-- > 0;) {
    const Depth& known = depths[d];
    const bool deeper = number.empty() && segment.indent >= known.indent + kIndentStep;
    const bool outer =
        d > 0 && depths[d - 1].family == known.family && segment.indent + kIndentStep <= known.indent;
    if (known.family != segment.marker.family || deeper || outer || other_sign(known, segment)) continue;
    // A number that does not go on from the last one begins something else.
    if (!number.empty() &&
        (number.back() <= known.number.back() || number.back() > known.number.back() + kMissed))
      return std::nullopt;
    return d;
  }
  // Another kind of marker begins a list in the list, if it can be the beginning of one.
  if (!number.empty() && number.back() != 1) return std::nullopt;
  const bool apart =
      !depths.empty() && segment.blank_before > last_blank && segment.indent <= depths.back().indent;
  if (!number.empty() && apart) return std::nullopt;
  return depths.size();
}

// "3. Adresaci" below "2. Cele:" with its items "1." and "2."; "3.4. Projekty" in chapter 3.3.
bool GoalList::next_heading(const Segment& segment) const {
  const Marker& marker = segment.marker;
  // "▸ Pieniądze" behind "▸ Nasze cele"
  if (heading_sign != 0 && sign_of(segment) == heading_sign && segment.indent <= heading_indent) return true;
  if ((items == 0 && !table) || !heading.number || !marker.number || marker.family != heading.family)
    return false;
  const bool apart = segment.blank_before > 0 || (heading_in_capitals && in_capitals(segment.text));
  if (!follows(heading.number->parts, marker.number->parts) || !apart) return false;
  const bool next_item = std::any_of(depths.begin(), depths.end(), [&](const Depth& depth) {
    return follows(depth.number, marker.number->parts);
  });
  return !next_item ||
         (segment.blank_before > last_blank && in_capitals(segment.text) == heading_in_capitals);
}

std::optional<std::size_t> GoalList::place(const Segment& segment) {
  const Marker& marker = segment.marker;
  if (next_heading(segment)) return std::nullopt;
  std::vector<int> number = marker.number ? marker.number->parts : std::vector<int>{};
  const bool decimal =
      marker.family == Family::decimal || marker.family == Family::code || (table && !number.empty());
  const auto depth = decimal ? decimal_depth(number) : marked_depth(segment, number);
  if (!depth) return std::nullopt;
  last_blank = segment.blank_before;
  depths.resize(*depth + 1);
  depths[*depth] = {marker.family, segment.indent, std::move(number), sign_of(segment)};
  return depth;
}

void GoalList::expect(const Segment& segment) {
  std::vector<int> before = segment.marker.number->parts;
  --before.back();
  base_parts = before.size();
  depths = {{segment.marker.family, segment.indent, std::move(before)}};
}

}  // namespace szukajst::indexer::extract
