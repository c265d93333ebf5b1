#include "indexer/extract/cells.h"

#include <algorithm>
#include <charconv>

namespace szukajst::indexer::extract {

namespace {

constexpr std::size_t kLongestHead = 4;  // tokens
constexpr std::size_t kLongestCell = 25;
constexpr std::size_t kFewestRows = 3;  // the heads' included

bool parts_cells(std::string_view gap, std::string_view least) {
  if (gap.find_first_of("|\t") != std::string_view::npos) return true;
  return gap.find(least) != std::string_view::npos;
}

}  // namespace

Cells::RowOfSpans Cells::cells_of_line(const SourceText& source, const Line& line) {
  RowOfSpans cells;
  // "Lp.  Miejscowość      Koszt": where a gap is wide, one of two blanks parts cells as well.
  constexpr std::string_view kWide = "   ";
  const std::string_view text = line.range.in(source.text());
  const std::string_view least = text.find(kWide) == std::string_view::npos ? kWide : kWide.substr(1);
  for (std::size_t t = line.first_token; t < line.end_token; ++t) {
    if (t == line.first_token || (!source.blank_after(t - 1) && parts_cells(source.after(t - 1), least)))
      cells.push_back({t, t});
    cells.back().end = t + 1;
  }
  return cells;
}

void Cells::add_table(const std::vector<RowOfSpans>& rows) {
  const RowOfSpans& heads = rows.front();
  for (const Span& head : heads)
    if (head.end - head.first > kLongestHead) return;
  for (std::size_t r = 1; r < rows.size(); ++r, ++rows_)
    for (std::size_t c = 0; c < std::min(heads.size(), rows[r].size()); ++c)
      if (rows[r][c].end > rows[r][c].first)
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

// Whether the row's number goes on with that of the row above: cells at its end were empty.
bool Cells::goes_on(const SourceText& source, const std::vector<RowOfSpans>& above, const RowOfSpans& row) {
  if (above.size() < 2 || row.size() < 2 || row.size() > above.front().size()) return false;
  const auto number = [&](const Span& cell) {
    const std::string_view text = source.token(cell.first);
    int value = 0;
    const bool whole =
        std::from_chars(text.data(), text.data() + text.size(), value).ptr == text.data() + text.size();
    return cell.end == cell.first + 1 && whole ? value : 0;
  };
  const int last = number(above.back().front());
  return last > 0 && number(row.front()) == last + 1;
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
      const std::string_view text = source.line(at);
      const bool empty = text == "-" || text == "–" || text == "—";
      const std::size_t tokens = line.end_token - line.first_token;
      fits &= empty || (tokens > 0 && tokens <= kLongestCell);
      row.push_back({line.first_token, line.end_token});
      ++at;
    } while (at < source.lines.size() && source.lines[at].blank_before == 0);
    if (!fits || (!rows.empty() && rows.front().size() != row.size() && !goes_on(source, rows, row)))
      finish();
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
