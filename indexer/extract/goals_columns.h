// Tables whose columns are set apart by blanks, tabs or bars, as text copied from PDF files has them.
// Internal to the goal extractor.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/goals_tables.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

class ColumnTable {
 public:
  struct Cell {
    std::vector<std::string_view> parts;  // its lines, of the source
    std::string text;                     // its lines joined
    int row = 0, column = 0;              // from 1; the head is row 1
    int page = 1;
  };

  // The table that the line is the head of: names of columns set apart by two blanks or more, tabs or bars,
  // one at least a label of goals.
  static std::optional<ColumnTable> open(std::string_view text, const Line& line,
                                         const GoalRules::Tables& tables);

  // False where the line is none of the table's.
  bool read(std::string_view text, const Line& line, int blank_before);

  std::vector<Cell> take();  // in reading order
  int rows() const { return row_; }
  bool by_bars() const { return separator_ == '|'; }

 private:
  static constexpr int kLastRank = 1000;
  struct Run {
    std::string_view text;
    std::size_t begin = 0, end = 0;  // columns of the page, in code points
  };

  explicit ColumnTable(const GoalRules::Tables& tables) : tables_(&tables) {}
  static char separator(std::string_view text);
  static std::vector<Run> runs(std::string_view text, std::size_t indent);
  std::vector<Run> with_numbers(std::vector<Run> runs) const;
  std::vector<Run> part(std::vector<Run> runs) const;
  std::size_t column_of(const Run& run) const;
  static void append(Cell& cell, const Run& run);
  bool begins_cell(std::string_view text) const;
  std::vector<Cell> items_of(Cell cell, std::size_t width) const;
  bool heads_chapter(const std::vector<Run>& parts, int blank_before);
  bool ends_table(const std::vector<Run>& whole, int blank_before) const;
  static std::size_t depth_of(std::string_view cell);
  std::optional<std::size_t> column_so_deep(std::string_view cell) const;
  bool fills_row(const std::vector<Run>& rest) const;
  bool goes_on_row(std::string_view text, const Line& line, int blank_before);
  bool read_without_bars(std::string_view text, const Line& line, int blank_before);
  bool read_pillar_items(const std::vector<Run>& parts, int blank_before);

  const GoalRules::Tables* tables_;
  char separator_ = ' ';             // of the cells in a line
  std::vector<std::size_t> begins_;  // where the columns begin
  std::vector<Cell> cells_;
  std::vector<std::optional<std::size_t>> open_;  // the cell that each column's next line may go on in
  std::vector<bool> numbered_;                    // the column has cells that begin with a number or a label
  std::vector<std::size_t> depths_;  // of the numbers that each column's cells begin with; 0: none
  std::optional<std::size_t> last_;  // the last cell
  std::vector<bool> actions_;        // the column is headed by a label of actions
  int rank_ = kLastRank;             // the lowest of the labels in its head
  bool pillars_ = false;             // each head is a label with a number, its wording below
  bool pillars_filled_ = false;
  bool pillar_items_ = false;       // rows below the pillars' wordings, of what serves them
  bool closed_ = false;             // its head ends with a bar
  bool row_closed_ = true;          // its last line does
  bool rows_are_deep_ = false;      // numbered "1.1", "1.2"
  bool rows_have_letters_ = false;  // numbered "a)", "b)"
  int row_ = 1;
  int last_number_ = 0;           // that a row has begun with
  std::vector<int> last_deep_;    // such a number that a row has begun with
  bool rows_begin_wide_ = false;  // each of these rows has begun with more than one cell
  bool in_head_ = true;
};

}  // namespace szukajst::indexer::extract
