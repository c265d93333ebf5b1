#include "indexer/extract/cells.h"

#include <algorithm>

namespace szukajst::indexer::extract {

namespace {

constexpr std::size_t kLongestHead = 4;  // tokens
constexpr std::size_t kLongestCell = 25;
constexpr std::size_t kFewestRows = 3;  // the heads' included

bool parts_cells(std::string_view gap) {
  if (gap.find_first_of("|\t") != std::string_view::npos) return true;
  return gap.find("   ") != std::string_view::npos;
}

}  // namespace

Cells::RowOfSpans Cells::cells_of_line(const SourceText& source, const Line& line) {
  RowOfSpans cells;
  for (std::size_t t = line.first_token; t < line.end_token; ++t) {
    if (t == line.first_token || parts_cells(source.after(t - 1))) cells.push_back({t, t});
    cells.back().end = t + 1;
  }
  return cells;
}

void Cells::add_table(const std::vector<RowOfSpans>& rows) {
  const RowOfSpans& heads = rows.front();
  for (const Span& head : heads)
    if (head.end - head.first > kLongestHead) return;
  for (std::size_t r = 1; r < rows.size(); ++r, ++rows_)
    for (std::size_t c = 0; c < heads.size(); ++c)
      cells_.push_back({rows[r][c].first, rows[r][c].end, heads[c].first, heads[c].end, rows_});
}

void Cells::find_rows_on_lines(const SourceText& source) {
  std::vector<RowOfSpans> rows;
  const auto finish = [&] {
    if (rows.size() >= kFewestRows) add_table(rows);
    rows.clear();
  };
  for (const Line& line : source.lines) {
    RowOfSpans cells = cells_of_line(source, line);
    if (cells.size() < 2) {
      finish();
      continue;
    }
    if (!rows.empty() && rows.front().size() != cells.size()) finish();
    rows.push_back(std::move(cells));
  }
  finish();
}

void Cells::find_cells_on_lines(const SourceText& source) {
  std::vector<RowOfSpans> rows;
  const auto finish = [&] {
    if (rows.size() >= kFewestRows && rows.front().size() > 2) add_table(rows);
    rows.clear();
  };
  for (std::size_t at = 0; at < source.lines.size();) {
    RowOfSpans row;
    bool fits = true;
    do {
      const Line& line = source.lines[at];
      fits &= line.end_token - line.first_token <= kLongestCell && line.end_token > line.first_token;
      row.push_back({line.first_token, line.end_token});
      ++at;
    } while (at < source.lines.size() && source.lines[at].blank_before == 0);
    if (!fits || (!rows.empty() && rows.front().size() != row.size())) finish();
    if (fits) rows.push_back(std::move(row));
  }
  finish();
}

Cells::Cells(const SourceText& source) {
  find_rows_on_lines(source);
  find_cells_on_lines(source);
  std::sort(cells_.begin(), cells_.end(), [](const Cell& a, const Cell& b) { return a.first < b.first; });
}

const Cell* Cells::at(std::size_t token) const {
  const auto after = std::upper_bound(cells_.begin(), cells_.end(), token,
                                      [](std::size_t t, const Cell& cell) { return t < cell.first; });
  return after != cells_.begin() && token < std::prev(after)->end ? &*std::prev(after) : nullptr;
}

}  // namespace szukajst::indexer::extract
