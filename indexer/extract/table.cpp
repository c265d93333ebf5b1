#include "indexer/extract/table.h"

#include <fstream>
#include <string_view>
#include <utility>

#include "core/utf8.h"

namespace szukajst::indexer::extract {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    const std::string_view cell = core::utf8::trim(line.substr(begin, end - begin));
    if (!cell.empty()) cells.emplace_back(cell == "-" ? std::string_view() : cell);
    begin = end + 1;
  }
  return cells;
}

}  // namespace

const std::string& Row::cell(std::size_t i) const {
  static const std::string kNothing;
  return i < cells.size() ? cells[i] : kNothing;
}

core::Error bad_row(const std::filesystem::path& file, const Row& row, const std::string& why) {
  return {core::ErrorCode::malformed, file.string() + ":" + std::to_string(row.line) + ": " + why};
}

core::Result<std::vector<Row>> read_table(const std::filesystem::path& file, std::size_t columns) {
  std::ifstream in(file);
  if (!in) return core::Error{core::ErrorCode::not_found, "no rule table " + file.string()};
  std::vector<Row> rows;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.starts_with('#') || core::utf8::trim(line).empty()) continue;
    Row row{number, cells_of(line)};
    if (!core::utf8::valid(line)) return bad_row(file, row, "not UTF-8");
    if (row.cells.size() < columns)
      return bad_row(file, row, std::to_string(columns) + " cells are needed, set apart by tabs");
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace szukajst::indexer::extract
