// Tables in a text: which cell each token stands in, and under which head.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Tokens [first, end) of a cell and of the head of its column; rows are numbered through the text.
struct Cell {
  std::size_t first = 0, end = 0;
  std::size_t head_first = 0, head_end = 0;
  std::size_t row = 0;
};

class Cells {
 public:
  // Tables whose cells are set apart by bars or wide gaps, a row a line; and those that stand a cell a line,
  // a blank line between rows. The first row holds the heads.
  explicit Cells(const SourceText& source);

  // In the order of the text; cells without tokens are left out.
  const std::vector<Cell>& all() const { return cells_; }
  // The cell that holds the token; null where it is in no table or in a table's heads.
  const Cell* at(std::size_t token) const;

 private:
  struct Span {
    std::size_t first = 0, end = 0;
  };
  using RowOfSpans = std::vector<Span>;
  static RowOfSpans cells_of_line(const SourceText& source, const Line& line);
  static bool goes_on(const SourceText& source, const std::vector<RowOfSpans>& above, const RowOfSpans& row);
  void add_table(const std::vector<RowOfSpans>& rows);
  void find_rows_on_lines(const SourceText& source);
  void find_cells_on_lines(const SourceText& source);

  std::vector<Cell> cells_;
  std::size_t rows_ = 0;
};

}  // namespace szukajst::indexer::extract
