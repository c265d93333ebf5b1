#include "indexer/extract/goals_columns.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

// What sets the cells of a line apart: a tab, a bar, or blanks.
char ColumnTable::separator(std::string_view text) {
  for (const char mark : {'\t', '|'})
    if (text.find(mark) != std::string_view::npos) return mark;
  return ' ';
}

std::vector<ColumnTable::Run> ColumnTable::runs(std::string_view text, std::size_t indent) {
  std::vector<Run> found;
  std::size_t column = indent;
  if (const char mark = separator(text); mark != ' ') {
    std::size_t index = 0;
    for (std::size_t begin = 0; begin <= text.size(); ++index) {
      const std::size_t end = std::min(text.find(mark, begin), text.size());
      if (const std::string_view cell = utf8::trim(text.substr(begin, end - begin)); !cell.empty())
        found.push_back({cell, index, index});
      begin = end + 1;
    }
    return found;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("  ", begin), text.size());
    const std::string_view run = text.substr(begin, end - begin);
    const std::size_t length = utf8::length(run);
    found.push_back({run, column, column + length});
    std::size_t next = text.find_first_not_of(' ', end);
    if (next == std::string_view::npos) next = text.size();
    column += length + (next - end);
    begin = next;
  }
  return found;
}

std::optional<ColumnTable> ColumnTable::open(std::string_view text, const Line& line,
                                             const GoalRules::Tables& tables) {
  const bool marked = separator(text) != ' ';
  if (!marked && text.find("  ") == std::string_view::npos) return std::nullopt;
  ColumnTable table(tables);
  table.separator_ = separator(text);
  std::size_t labels = 0, numbered = 0, areas = 0, unknown = 0;
  for (Run& run : runs(text, marked ? 0 : line.indent)) {
    if (run.text.ends_with(':')) run.text.remove_suffix(1);
    const auto label = read_label(run.text, tables);
    const bool bare = label && !label->colon && label->rest.empty() && label->tail.empty();
    if (bare) table.rank_ = std::min(table.rank_, label->labels.front()->rank);
    if (bare && label->number) ++numbered;
    if (bare && label->labels.front()->group == "area") ++areas;
    const FoldedWords words = folded_words(run.text);
    constexpr std::size_t kFewWords = 5;
    const bool other =
        words.size() <= kFewWords && (begins(tables.columns, words) || begins(tables.whens, words));
    // "Kierunek | Zakres | Podmiot", "Cele strategiczne   Cele operacyjne   Programy": one head may be called
    // whatever it is.
    const bool head = words.size() <= 2 && starts_upper(run.text) && !label &&
                      std::all_of(words.begin(), words.end(), [](const FoldedWord& word) {
                        return word.text.find_first_of("0123456789") == std::string::npos;
                      });
    if (!bare && !other && !head) return std::nullopt;
    unknown += bare || other ? 0 : 1;
    labels += bare ? 1 : 0;
    table.begins_.push_back(run.begin);
    table.actions_.push_back(bare && label->labels.front()->level == core::GoalLevel::action);
    table.cells_.push_back(
        {{run.text}, std::string(run.text), 1, static_cast<int>(table.begins_.size()), line.page});
  }
  if (labels == 0 || table.begins_.size() < 2) return std::nullopt;
  if (unknown > 1 ||
      (unknown == 1 && labels < 2 && (!table.by_bars() || labels + unknown == table.begins_.size())))
    return std::nullopt;
  // "Dziedzina   Kwota" heads a budget.
  if (areas == labels && numbered == 0) return std::nullopt;
  if (numbered > 0 && numbered < table.begins_.size()) return std::nullopt;
  table.pillars_ = numbered > 0;
  table.open_.resize(table.begins_.size());
  table.numbered_.resize(table.begins_.size());
  table.depths_.resize(table.begins_.size());
  table.closed_ = text.ends_with('|');
  return table;
}

std::size_t ColumnTable::column_of(const Run& run) const {
  constexpr std::size_t kSlack = 2;
  std::size_t column = 0;
  while (column + 1 < begins_.size() && begins_[column + 1] <= run.begin + (separator_ != ' ' ? 0 : kSlack))
    ++column;
  return column;
}

// "1.   Rozwój" is one cell.
std::vector<ColumnTable::Run> ColumnTable::with_numbers(std::vector<Run> runs) const {
  if (separator_ != ' ' || runs.size() < 2 || column_of(runs[0]) != column_of(runs[1])) return runs;
  const auto number = read_number(runs[0].text, 0);
  if (!number || number->end + 1 < runs[0].text.size()) return runs;
  const char* const end = runs[1].text.data() + runs[1].text.size();
  runs[1] = {
      {runs[0].text.data(), static_cast<std::size_t>(end - runs[0].text.data())}, runs[0].begin, runs[1].end};
  runs.erase(runs.begin());
  return runs;
}

// A run that fills its column and goes on in the next one with a single blank between is two cells.
std::vector<ColumnTable::Run> ColumnTable::part(std::vector<Run> runs) const {
  if (separator_ != ' ') return runs;
  std::vector<Run> parts;
  const auto taken = [&](std::size_t c) {
    return std::any_of(runs.begin(), runs.end(), [&](const Run& run) { return column_of(run) == c; });
  };
  for (Run run : runs) {
    for (std::size_t c = column_of(run) + 1; c < begins_.size() && run.end > begins_[c] && !taken(c); ++c) {
      std::size_t at = 0;
      for (std::size_t k = run.begin; k < begins_[c]; ++k) utf8::next(run.text, at);
      if (at == 0 || run.text[at - 1] != ' ') continue;
      parts.push_back({utf8::trim(run.text.substr(0, at)), run.begin, begins_[c] - 1});
      run = {run.text.substr(at), begins_[c], run.end};
    }
    parts.push_back(run);
  }
  return parts;
}

void ColumnTable::append(Cell& cell, const Run& run) {
  append_line(cell.text, run.text);
  cell.parts.push_back(run.text);
}

bool ColumnTable::begins_cell(std::string_view text) const {
  const Marker marker = read_marker(text);
  if (marker.family != Marker::Family::none && !marker.doubtful) return true;
  const auto label = read_label(text, *tables_);
  return label && !label->bare && (label->number || !label->rest.empty());
}

// "6. Monitoring" alone on its line below rows that begin with two cells or more, or whose numbers it does
// not go on from.
bool ColumnTable::heads_chapter(const std::vector<Run>& parts, int blank_before) {
  const Run& first = parts.front();
  if (separator_ != ' ' || column_of(first) > 0) return false;
  const auto number = read_number(first.text, 0);
  if (number && number->letter) rows_have_letters_ = true;
  if (!number || number->letter) return false;
  if (number->parts.size() > 1) {
    // "3.3 Prognoza" below "2.2"
    const std::vector<int> last = std::exchange(last_deep_, number->parts);
    const bool goes_on = number->parts.back() == 1 || last.size() != number->parts.size() ||
                         std::equal(last.begin(), last.end() - 1, number->parts.begin());
    rows_are_deep_ = true;
    return parts.size() == 1 && blank_before > 0 && !goes_on;
  }
  // "5. Monitoring" below "3.2", "3.3"
  if (parts.size() == 1 && blank_before > 0 && rows_are_deep_ && last_number_ == 0) return true;
  if (parts.size() == 1 && blank_before > 0 && last_number_ > 0 &&
      (rows_begin_wide_ || number->parts[0] != last_number_ + 1))
    return true;
  // "VI. Limity" below rows without numbers, or whose numbers are letters
  if (parts.size() == 1 && blank_before > 0 && last_number_ == 0 &&
      (rows_have_letters_ || (row_ > 1 && !numbered_[0])))
    return true;
  rows_begin_wide_ = parts.size() > 1 && (last_number_ == 0 || rows_begin_wide_);
  last_number_ = number->parts[0];
  return false;
}

// Text alone in the first column: behind an empty line, unless it begins a cell; or what is said of the
// whole table ("Wskaźniki: …").
bool ColumnTable::ends_table(const std::vector<Run>& whole, int blank_before) const {
  const Run& first = whole.front();
  if (separator_ != ' ' || pillars_ || whole.size() > 1 || column_of(first) > 0) return false;
  if (begins_cell(first.text)) return false;
  const std::size_t colon = first.text.find(": ");
  const bool field = colon != std::string_view::npos && starts_upper(first.text) &&
                     begins(tables_->columns, folded_words(first.text.substr(0, colon)));
  return blank_before > 0 || field;
}

// "1.1. Strefa   2.1. Szpital" below the pillars: what serves each of them. A row has more than one cell, or
// goes on in the one above.
bool ColumnTable::read_pillar_items(const std::vector<Run>& parts, int blank_before) {
  const bool all_begin =
      std::all_of(parts.begin(), parts.end(), [&](const Run& run) { return begins_cell(run.text); });
  if (all_begin ? parts.size() == 1 && (!pillar_items_ || blank_before > 0)
                : !pillar_items_ || blank_before > 0)
    return false;
  pillar_items_ = true;
  for (const Run& run : parts) {
    const std::size_t column = column_of(run);
    if (begins_cell(run.text)) {
      open_[column] = cells_.size();
      cells_.push_back({{run.text}, std::string(run.text), 0, static_cast<int>(column) + 1, cells_[0].page});
    } else if (open_[column]) {
      append(cells_[*open_[column]], run);
    }
  }
  return true;
}

// How many parts the number has that the cell begins with; 0 where it begins with none.
std::size_t ColumnTable::depth_of(std::string_view cell) {
  const Marker marker = read_marker(cell);
  return marker.number && !marker.doubtful ? marker.number->parts.size() : 0;
}

// The column whose cells are numbered as deep as this one, which stands in another or in none.
std::optional<std::size_t> ColumnTable::column_so_deep(std::string_view cell) const {
  const std::size_t depth = depth_of(cell);
  const auto at = std::ranges::find(depths_, depth);
  return depth > 1 && at != depths_.end() ? std::optional(static_cast<std::size_t>(at - depths_.begin()))
                                          : std::nullopt;
}

// Below a row whose cells bars set apart, a line without bars: its last cell goes on, or one that is numbered
// as those of its column stands on the line alone.
bool ColumnTable::read_without_bars(std::string_view text, const Line& line, int blank_before) {
  if (in_head_) return false;
  if (const auto column = column_so_deep(text)) {
    const std::string_view cell = utf8::trim(text);
    open_[*column] = last_ = cells_.size();
    cells_.push_back({{cell}, std::string(cell), ++row_, static_cast<int>(*column) + 1, line.page});
    return true;
  }
  constexpr std::size_t kFewWords = 3;
  if (blank_before > 0 || !last_ || begins_cell(text)) return false;
  Cell& cell = cells_[*last_];
  const FoldedWords words = folded_words(cell.text), behind = folded_words(text, kFewWords + 1);
  const bool goes_on = starts_lower(text) || hyphenated(cell.text) ||
                       (!words.empty() && tables_->joints.contains(words.back())) ||
                       (behind.size() <= kFewWords && text.find(':') == std::string_view::npos);
  if (!goes_on || is_term(cell.text, *tables_)) return false;
  append(cell, {text});
  return true;
}

// Where no line ends with a bar: the rows are numbered, this line is not, and it has as many cells as make
// the row above a whole one, the first of them going on in its last cell.
bool ColumnTable::fills_row(const std::vector<Run>& rest) const {
  return numbered_[0] && !rest.empty() && !begins_cell(rest[0].text) &&
         static_cast<std::size_t>(cells_[*last_].column) + rest.size() - 1 == begins_.size() &&
         rest.size() > 1;
}

// A row that ends with no bar, where the head does, or that lacks its last cells goes on in the next line.
bool ColumnTable::goes_on_row(std::string_view text, const Line& line, int blank_before) {
  if (!by_bars() || in_head_ || blank_before > 0 || !last_ || text.starts_with('|')) return false;
  const auto column = static_cast<std::size_t>(cells_[*last_].column);  // from 1: the next one's index
  const std::vector<Run> rest = runs(text, 0);
  if (closed_ ? row_closed_ && column >= begins_.size() : !fills_row(rest)) return false;
  for (const Run& run : rest) {
    if (run.begin == 0 && !row_closed_) {
      append(cells_[*last_], run);
      continue;
    }
    const std::size_t next = std::min(column - (row_closed_ ? 0 : 1) + run.begin, begins_.size() - 1);
    open_[next] = last_ = cells_.size();
    cells_.push_back({{run.text}, std::string(run.text), row_, static_cast<int>(next) + 1, line.page});
  }
  row_closed_ = text.ends_with('|');
  return true;
}

bool ColumnTable::read(std::string_view text, const Line& line, int blank_before) {
  if (goes_on_row(text, line, blank_before)) return true;
  const bool by_marks = separator_ != ' ';
  if (by_bars() && separator(text) != '|') return read_without_bars(text, line, blank_before);
  if (separator(text) != separator_) return false;
  std::vector<Run> whole = with_numbers(runs(text, by_marks ? 0 : line.indent));
  // Cells that were lost with their bars stood before the others.
  if (by_bars() && !whole.empty() && !text.starts_with('|') && whole.size() < begins_.size())
    if (const auto column = column_so_deep(whole.front().text); column && *column > whole.front().begin)
      for (const std::size_t lost = *column - whole.front().begin; Run & run : whole)
        run.begin += lost, run.end += lost;
  if (whole.empty() || ends_table(whole, blank_before)) return false;
  const std::vector<Run> parts = part(whole);
  const bool full = parts.size() == begins_.size();
  const bool marked =
      std::any_of(parts.begin(), parts.end(), [&](const Run& run) { return begins_cell(run.text); });
  if (pillars_) {
    if (pillar_items_ || (blank_before > 0 && pillars_filled_)) return read_pillar_items(parts, blank_before);
    for (const Run& run : parts) append(cells_[column_of(run)], run);
    return pillars_filled_ = true;
  }
  // Text across the columns; a new row has more than one cell.
  const Run& first = parts.front();
  constexpr std::size_t kAcross = 4;
  if (const std::size_t c = column_of(first);
      !by_marks && c + 1 < begins_.size() && parts.size() == 1 && first.end > begins_[c + 1] + kAcross)
    return false;
  if (const auto label = whole.size() == 1 ? read_label(whole.front().text, *tables_) : std::nullopt;
      label && !label->bare && label->labels.front()->rank < rank_)
    return false;
  // "Priorytet II<tab>Powiat zdrowy" below its rows
  if (const auto label = whole.size() == 2 ? read_label(whole.front().text, *tables_) : std::nullopt;
      label && label->number && label->rest.empty() && label->labels.front()->rank < rank_)
    return false;
  if (heads_chapter(parts, blank_before)) return false;
  if (in_head_ && blank_before == 0 && !full && !marked) {
    for (const Run& run : parts) append(cells_[column_of(run)], run);
    return true;
  }
  in_head_ = false;
  row_closed_ = text.ends_with('|');
  // What goes on in the cell above does not say when.
  const bool term =
      std::any_of(parts.begin(), parts.end(), [&](const Run& run) { return is_term(run.text, *tables_); });
  const bool fresh = blank_before > 0 || (full && (term || !starts_lower(first.text)));
  if (by_marks || fresh || marked) ++row_;
  for (const Run& run : parts) {
    const std::size_t column = column_of(run);
    const bool begins = begins_cell(run.text);
    // In a column whose cells are numbered each other line goes on.
    if (by_marks || begins || !open_[column] || (fresh && !numbered_[column])) {
      numbered_[column] = numbered_[column] || begins;
      if (const std::size_t depth = depth_of(run.text); depth > 0) depths_[column] = depth;
      open_[column] = last_ = cells_.size();
      cells_.push_back({{run.text}, std::string(run.text), row_, static_cast<int>(column) + 1, line.page});
    } else {
      append(cells_[*open_[column]], run);
    }
  }
  return true;
}

// Lines of a cell each of which had space for the next one's first word, in a column of actions without
// numbers: each is one of them, and nothing was wrapped. `width`: of the widest line of the column.
std::vector<ColumnTable::Cell> ColumnTable::items_of(Cell cell, std::size_t width) const {
  const auto column = static_cast<std::size_t>(cell.column) - 1;
  if (cell.row <= 1 || cell.parts.size() < 2 || !actions_[column] || numbered_[column])
    return {std::move(cell)};
  std::vector<Cell> items;
  for (const std::string_view line : cell.parts) {
    const std::string_view word = line.substr(0, line.find(' '));
    const bool begins =
        !items.empty() && utf8::length(items.back().parts.back()) + 1 + utf8::length(word) <= width;
    const FoldedWords words = items.empty() ? FoldedWords() : folded_words(items.back().text);
    const FoldedWords first = folded_words(word, 1);
    const bool joint = (!words.empty() && tables_->joints.contains(words.back())) ||
                       (!first.empty() && tables_->joints.contains(first.front()));
    if (items.empty() || (begins && !joint && !hyphenated(items.back().text)))
      items.push_back({{line}, std::string(line), cell.row, cell.column, cell.page});
    else
      append(items.back(), {line});
  }
  return items;
}

std::vector<ColumnTable::Cell> ColumnTable::take() {
  // Pillars are no rows: each is a label with its wording, and what serves it stands below.
  if (pillars_) {
    std::stable_sort(cells_.begin(), cells_.end(),
                     [](const Cell& a, const Cell& b) { return a.column < b.column; });
    for (Cell& cell : cells_) cell.row = cell.column = 0;
    return std::move(cells_);
  }
  std::vector<std::size_t> widths(begins_.size());
  for (const Cell& cell : cells_)
    for (const std::string_view line : cell.parts) {
      std::size_t& width = widths[static_cast<std::size_t>(cell.column) - 1];
      width = std::max(width, utf8::length(line));
    }
  std::vector<Cell> cells;
  for (Cell& cell : cells_) {
    const std::size_t width = widths[static_cast<std::size_t>(cell.column) - 1];
    std::ranges::move(items_of(std::move(cell), width), std::back_inserter(cells));
  }
  return cells;
}

}  // namespace szukajst::indexer::extract
