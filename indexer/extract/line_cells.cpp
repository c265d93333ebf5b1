#include "indexer/extract/line_cells.h"

#include <algorithm>

#include "core/utf8.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

std::vector<std::string_view> barred_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  if (line.find('|') == std::string_view::npos) return cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    const std::string_view cell = utf8::trim(line.substr(begin, end - begin));
    if (!cell.empty()) cells.push_back(cell);
    begin = end + 1;
  }
  return cells;
}

std::vector<std::string_view> spaced_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min({line.find("  ", begin), line.find('\t', begin), line.size()});
    const std::string_view text = utf8::trim(line.substr(begin, end - begin));
    if (!text.empty()) cells.push_back(text);
    begin = end == line.size() ? end : end + 1;
  }
  return cells;
}

std::vector<std::string_view> table_cells(std::string_view line) {
  std::vector<std::string_view> cells = barred_cells(line);
  return cells.empty() ? spaced_cells(line) : cells;
}

}  // namespace szukajst::indexer::extract
