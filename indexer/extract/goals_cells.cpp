// Goals in tables: cells one a line, as PDF readers give them, or set apart by bars.
#include <algorithm>
#include <utility>

#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

using Family = Marker::Family;

bool GoalReader::column_head(std::size_t i) const {
  constexpr std::size_t kFewWords = 4;
  const std::vector<FoldedWord> words = folded_words(segments_[i].text);
  return words.size() <= kFewWords && (begins(tables_.columns, words) || begins(tables_.whens, words));
}

bool GoalReader::bare_label(std::size_t i) const {
  return labels_[i] && !labels_[i]->number && !labels_[i]->colon && labels_[i]->rest.empty() &&
         labels_[i]->tail.empty() && segments_[i].marker.family == Family::none;
}

// How many segments from i on are the heads of a table's columns; 0 where no table begins.
std::size_t GoalReader::table_head(std::size_t i) const {
  std::size_t labels = 0, columns = 0, end = i;
  for (; end < segments_.size(); ++end) {
    const bool label = bare_label(end);
    if (!label && !column_head(end)) break;
    ++(label ? labels : columns);
  }
  if (labels == 0 || end == segments_.size()) return 0;
  constexpr std::size_t kColumns = 3;  // two may be a heading and a label below it
  if (labels + columns >= kColumns) return end - i;
  const bool close = segments_[i + 1].blank_before == 0;
  return labels + columns == 2 && close && segments_[end].marker.number ? 2 : 0;
}

void GoalReader::open_table(std::size_t i, std::size_t width) {
  std::vector<GoalLevelRank> levels;
  Row row;
  for (std::size_t k = i; k < i + width; ++k) {
    if (!bare_label(k)) {
      if (begins(tables_.whens, folded_words(segments_[k].text))) row.when = row.columns.size();
      row.columns.emplace_back();
      continue;
    }
    for (const Label* label : labels_[k]->labels) levels.push_back(tree_.level_of(*label, std::nullopt));
    row.columns.emplace_back(levels.back());
  }
  // The head again, on a new page.
  if (list_ && list_->table && levels.size() == list_->levels.size()) return;
  end_lists();
  tree_.close_from(levels.front().rank);
  open_list(std::move(levels), false);
  list_->table = true;
  row_ = std::move(row);
}

// A cell of a table whose cells bear no numbers. The cell that says when tells where a row ends; what
// stands to the left of a row's cells was said in a row above.
void GoalReader::read_row_cell(std::size_t i) {
  if (!list_ || !list_->table || !list_->depths.empty() || !row_.when) return;
  if (!row_.when_read && is_term(segments_[i].text, tables_)) row_.when_read = row_.cells.size();
  row_.cells.push_back(i);
  const std::size_t behind = row_.columns.size() - 1 - *row_.when;
  if (!row_.when_read || row_.cells.size() <= *row_.when_read + behind) return;
  const std::size_t count = row_.cells.size();
  for (std::size_t k = 0; k < count && count <= row_.columns.size(); ++k) {
    const auto& level = row_.columns[row_.columns.size() - count + k];
    const Segment& cell = segments_[row_.cells[k]];
    if (level) add(*level, std::nullopt, cell.text, cell);
  }
  row_.cells.clear();
  row_.when_read.reset();
}

// "| Cel strategiczny | Cel operacyjny | Termin |": what each column holds.
bool GoalReader::read_bar_head(std::size_t& i) {
  if (segments_[i].row == 0) return false;
  std::size_t end = i, labels = 0;
  std::vector<std::optional<GoalLevelRank>> columns;
  for (; end < segments_.size() && segments_[end].row == segments_[i].row; ++end) {
    if (!bare_label(end) && !column_head(end)) return false;
    columns.resize(static_cast<std::size_t>(segments_[end].column) + 1);
    if (!bare_label(end)) continue;
    columns.back() = tree_.level_of(*labels_[end]->labels.front(), std::nullopt);
    ++labels;
  }
  if (labels == 0 || end == i + 1) return false;
  end_lists();
  bar_columns_ = std::move(columns);
  const auto first =
      std::find_if(bar_columns_.begin(), bar_columns_.end(), [](const auto& c) { return c.has_value(); });
  tree_.close_from((*first)->rank);
  i = end - 1;
  return true;
}

// True where the segment is a cell of a table whose head is known.
bool GoalReader::read_bar_cell(const Segment& segment) {
  if (segment.row == 0) bar_columns_.clear();
  if (bar_columns_.empty()) return false;
  const auto column = static_cast<std::size_t>(segment.column);
  const bool rule = segment.text.find_first_not_of("-: ") == std::string::npos;  // "|---|:--|"
  if (!rule && column < bar_columns_.size() && bar_columns_[column])
    add(*bar_columns_[column], segment.marker.number, segment.body(), segment);
  return true;
}

}  // namespace szukajst::indexer::extract
