#include "indexer/extract/goals_side_by_side.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

struct Cell {
  std::string_view text;
  std::size_t column = 0;
};

// Parts that two blanks or more set apart.
std::vector<Cell> cells_of(std::string_view text, std::size_t indent) {
  std::vector<Cell> cells;
  std::size_t column = indent;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("  ", begin), text.size());
    const std::size_t next = std::min(text.find_first_not_of(' ', end), text.size());
    cells.push_back({text.substr(begin, end - begin), column});
    column += utf8::length(text.substr(begin, next - begin));
    begin = next;
  }
  return cells;
}

// The number that the cell begins with, alone or in a label: "2. Dobre drogi", "Cel 2. Dobre drogi".
std::optional<Number> number_of(std::string_view cell, const GoalRules::Tables& tables) {
  const Marker marker = read_marker(cell);
  if (marker.number && !marker.doubtful) return marker.number;
  const auto label = read_label(cell, tables);
  return label && !label->rest.empty() ? label->number : std::nullopt;
}

// The numbers that the cells begin with, where each begins with one of a series' and they rise from left to
// right: "1.", "2." or "1.1", "2.1".
std::vector<Number> series_of(const std::vector<Cell>& cells, const GoalRules::Tables& tables) {
  std::vector<Number> numbers;
  for (const Cell& cell : cells) {
    auto number = number_of(cell.text, tables);
    if (!number || (!numbers.empty() &&
                    (shape_of(*number) != shape_of(numbers.back()) || number->parts <= numbers.back().parts)))
      return {};
    numbers.push_back(*std::move(number));
  }
  return numbers;
}

}  // namespace

SideBySide side_by_side(const SourceText& source, std::size_t i, const GoalRules::Tables& tables) {
  constexpr std::size_t kFewest = 2, kSlack = 2, kMostLines = 40;
  SideBySide found;
  if (source.line(i).find("  ") == std::string_view::npos) return found;
  std::vector<Cell> cells = cells_of(source.line(i), source.lines[i].indent);
  if (cells.size() < kFewest || series_of(cells, tables).size() < kFewest) return found;
  std::vector<std::size_t> columns, last(cells.size());
  for (const Cell& cell : cells) columns.push_back(cell.column);
  for (std::size_t k = i; k < source.lines.size() && k < i + kMostLines; ++k) {
    if (k > i && source.lines[k].blank_before > 0) break;
    if (k > i) cells = cells_of(source.line(k), source.lines[k].indent);
    std::vector<std::size_t> places;
    for (const Cell& cell : cells)
      for (std::size_t c = 0; c < columns.size(); ++c)
        if (std::max(cell.column, columns[c]) - std::min(cell.column, columns[c]) <= kSlack)
          places.push_back(c);
    const std::vector<Number> numbers = series_of(cells, tables);
    const bool begins = std::ranges::any_of(
        cells, [&](const Cell& cell) { return number_of(cell.text, tables).has_value(); });
    if (places.size() != cells.size() || begins != !numbers.empty()) break;
    for (std::size_t n = 0; n < cells.size(); ++n) {
      if (!numbers.empty()) {
        last[places[n]] = found.items.size();
        found.items.push_back({numbers[n], cells[n].column, std::string(cells[n].text), {cells[n].text}});
      } else {
        append_line(found.items[last[places[n]]].text, cells[n].text);
        found.items[last[places[n]]].parts.push_back(cells[n].text);
      }
    }
    ++found.lines;
  }
  std::ranges::stable_sort(found.items, {}, [](const SideBySide::Item& item) { return item.number.parts; });
  return found;
}

}  // namespace szukajst::indexer::extract
