// Goals in tables: cells one a line, as PDF readers give them, or set apart by bars.
#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using Family = Marker::Family;

bool GoalReader::column_head(std::size_t i) const {
  constexpr std::size_t kFewWords = 4;
  const FoldedWords words = folded_words(segments_[i].text, kFewWords + 1);
  return words.size() <= kFewWords && (begins(tables_.columns, words) || begins(tables_.whens, words));
}

bool GoalReader::bare_label(std::size_t i) const {
  return labels_[i] && !labels_[i]->number && !labels_[i]->colon && labels_[i]->rest.empty() &&
         labels_[i]->tail.empty() && segments_[i].marker.family == Family::none;
}

// Whether the head of a column stands above goals; that of areas does not, where another stands above the
// goals of each area, or the document has called others its goals before.
bool GoalReader::holds_goals(std::size_t i, std::size_t begin, std::size_t end) const {
  if (!bare_label(i)) return false;
  const Label& head = *labels_[i]->labels.front();
  // "Przedsięwzięcie | Sposób realizacji": what is done, and how.
  for (std::size_t k = begin; k < i; ++k)
    if (bare_label(k) && head.level == core::GoalLevel::action &&
        labels_[k]->labels.front()->rank == head.rank)
      return false;
  if (head.group != "area") return true;
  for (std::size_t k = begin; k < end; ++k)
    if (bare_label(k) && labels_[k]->labels.front()->group != "area" &&
        labels_[k]->labels.front()->level != core::GoalLevel::action)
      return false;
  for (GoalTree::Index g = 0; g < tree_.size(); ++g) {
    const std::size_t segment = tree_.segment(g);
    if (tree_[g].level == core::GoalLevel::main || segment >= labels_.size() || !labels_[segment]) continue;
    const Label& label = *labels_[segment]->labels.front();
    if (!labels_[segment]->bare && label.group != "area" && label.level != core::GoalLevel::action)
      return false;
  }
  return true;
}

// How many segments from i on are the heads of a table's columns; 0 where no table begins.
std::size_t GoalReader::table_head(std::size_t i) const {
  std::size_t labels = 0, columns = 0, end = i;
  for (; end < segments_.size(); ++end) {
    if (segments_[end].row != segments_[i].row) break;
    const bool label = bare_label(end);
    if (!label && !column_head(end)) break;
    ++(label ? labels : columns);
  }
  if (labels == 0 || end == segments_.size()) return 0;
  constexpr std::size_t kColumns = 3;  // two may be a heading and a label below it
  if (labels + columns >= kColumns) return end - i;
  const auto depth = [&](std::size_t k) {
    return k < segments_.size() && segments_[k].marker.number ? segments_[k].marker.number->parts.size() : 0;
  };
  const bool two_depths = labels == 2 && depth(end) > 0 && depth(end + 1) == depth(end) + 1;
  const bool close = segments_[i + 1].blank_before == 0 || two_depths;
  // "Zadanie" and "Realizator": whoever does it tells where each cell ends.
  if (labels == 1 && columns == 1 && segments_[i + 1].blank_before == 0 && bare_label(i) &&
      labels_[i]->labels.front()->level == core::GoalLevel::action &&
      segments_[i + 1].text.find(':') == std::string::npos &&
      begins(tables_.whos, folded_words(segments_[i + 1].text)))
    return 2;
  return labels + columns == 2 && close && segments_[end].marker.number ? 2 : 0;
}

void GoalReader::open_table(std::size_t i, std::size_t width) {
  std::vector<GoalLevelRank> levels;
  Table table;
  for (std::size_t k = i; k < i + width; ++k) {
    if (!holds_goals(k, i, i + width)) {
      const FoldedWords words = folded_words(segments_[k].text);
      // A row's number is joined with the cell behind it.
      if (begins(tables_.numbers, words)) {
        table.numbers = table.columns.size();
        continue;
      }
      if (begins(tables_.whens, words)) table.when = table.columns.size();
      if (begins(tables_.indicators, words)) table.measured = true;
      table.columns.emplace_back();
      table.heads.emplace_back(segments_[k].text);
      continue;
    }
    for (const Label* label : labels_[k]->labels) levels.push_back(tree_.level_of(*label, std::nullopt));
    table.columns.emplace_back(levels.back());
    table.heads.emplace_back(segments_[k].text);
  }
  // The head again, on a new page or below the next goal.
  if (list_ && list_->table && levels.size() == list_->levels.size()) {
    table_.cells.clear();
    table_.when_read.reset();
    return;
  }
  for (std::size_t c = 1; c < table.columns.size(); ++c)
    if (table.columns[c - 1] && table.columns[c - 1]->level == core::GoalLevel::action && !table.columns[c] &&
        begins(tables_.whos, folded_words(table.heads[c])))
      table.performed = true;
  end_lists();
  tree_.close_from(levels.front().rank);
  if (!tree_.open().empty() && !chapter_) table.owner = tree_.open().back();
  open_list(std::move(levels), false);
  list_->table = true;
  table_ = std::move(table);
}

// The level of a cell that bears a number: what its label says, or the column behind that of numbers, or the
// column behind that of the goal whose number it goes on.
std::optional<GoalLevelRank> GoalReader::level_in_table(std::size_t i) const {
  if (labels_[i] && !labels_[i]->bare)
    return level_of_labelled_cell(*labels_[i]->labels.front(), segments_[i].text);
  const Number& number = *segments_[i].marker.number;
  // "1." before the cell of an area.
  if (table_.numbers && number.parts.size() == 1 && *table_.numbers < table_.columns.size() &&
      !table_.columns[*table_.numbers])
    return std::nullopt;
  if (number.parts.size() == 1) {
    // "1." behind "1.1.", whose column is the one before.
    const auto deep = table_.levels.find(2), plain = table_.levels.find(1);
    const bool outer = !table_.labelled && plain != table_.levels.end() && deep != table_.levels.end() &&
                       plain->second.rank <= deep->second.rank;
    if (deep != table_.levels.end() && !outer && !table_.numbers && !number.roman && !number.letter)
      if (const auto behind = level_behind(deep->second.rank)) return behind;
    if (table_.labelled && !table_.numbers) return level_behind(tree_.rank(*table_.labelled));
    return level_behind(0, number.roman ? 0 : table_.numbers.value_or(0));
  }
  if (const auto parent = tree_.numbered({number.parts.begin(), number.parts.end() - 1}, kActionRank))
    return level_behind(tree_.rank(*parent));
  // Their own column is the first, where what they serve stands in none.
  if (table_.levels.contains(number.parts.size() - 1)) return std::nullopt;
  const auto same = table_.levels.find(number.parts.size());
  return same != table_.levels.end() ? same->second : level_behind(0);
}

// "Cel 1. …" belongs to the column "Cel szczegółowy".
std::optional<GoalLevelRank> GoalReader::level_of_labelled_cell(const Label& label,
                                                                std::string_view text) const {
  if (label.level) return GoalLevelRank{*label.level, label.rank};
  constexpr std::size_t kStem = 3;
  const FoldedWords words = folded_words(text, 1);
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const FoldedWords head = folded_words(table_.heads[c], 1);
    if (table_.columns[c] && !head.empty() && head[0].text.substr(0, kStem) == words[0].text.substr(0, kStem))
      return table_.columns[c];
  }
  return std::nullopt;
}

// "Cel strategiczny 1. …" in the column "Cel": the cell says of which rank the column's goals are.
void GoalReader::settle_column(GoalLevelRank level, std::string_view text) {
  const FoldedWords words = folded_words(text, 1);
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const FoldedWords head = folded_words(table_.heads[c], 2);
    if (table_.columns[c] && table_.columns[c]->level == level.level && head.size() == 1 &&
        head[0].text == words[0].text)
      table_.columns[c] = level;
  }
}

// What the first column from this one on holds that is of a higher rank.
std::optional<GoalLevelRank> GoalReader::level_behind(int rank, std::size_t from) const {
  for (std::size_t c = from; c < table_.columns.size(); ++c)
    if (table_.columns[c] && table_.columns[c]->rank > rank) return table_.columns[c];
  return std::nullopt;
}

// A cell that bears a number or a label with one; true where the segment is such a cell.
bool GoalReader::read_table_cell(std::size_t& i) {
  if (!list_ || !list_->table || table_head(i) > 0) return false;
  const Segment& segment = segments_[i];
  const bool labelled = labels_[i] && !labels_[i]->bare;
  if (labelled &&
      (!labels_[i]->number || labels_[i]->labels.size() > 1 || is_term(labels_[i]->rest, tables_)))
    return false;
  const auto& number = labelled ? labels_[i]->number : segment.marker.number;
  if (is_term(segment.text, tables_)) return false;
  // "Źródła finansowania:" stands below the table.
  if (!number && segment.text.ends_with(':') && segment.marker.family == Family::none) {
    end_lists();
    return false;
  }
  if (!number) return read_bullet_in_table(segment);
  // "3.4. Projekty" below a table in chapter 3.3.
  if (!labelled && list_->next_heading(segment) &&
      !tree_.numbered(list_->heading.number->parts, kActionRank + 1))
    return false;
  if (!labelled && !next_in_column(*number, segment)) return false;
  // "CS1 Gmina", in a row that names the goal it serves.
  if (labelled && labels_[i]->labels.front()->form == LabelForm::code && tree_.printed(number->printed))
    return true;
  const auto level = level_in_table(i);
  // "1. Ochrona klimatu", an area, where the goals stand in the columns behind.
  if (!level && !labelled && table_.numbers && number->parts.size() == 1 &&
      *table_.numbers < table_.columns.size() && !table_.columns[*table_.numbers])
    return true;
  if (!level) return false;
  std::string_view text = labelled ? labels_[i]->rest : segment.body();
  const bool below = text.empty() && i + 1 < segments_.size() && !labels_[i + 1] &&
                     segments_[i + 1].marker.family == Family::none;
  if (!labelled && table_.labelled && !table_.numbers && number->parts.size() == 1 &&
      !(table_.levels.contains(2) && !number->letter && !number->roman))
    tree_.enter(*table_.labelled);
  if (labelled) settle_column(*level, segment.text);
  table_.cells.push_back(i);
  table_.levels.insert_or_assign(number->parts.size(), *level);
  table_.numbered_ranks.insert(level->rank);
  if (below) text = segments_[++i].text;
  const std::string kept = without_other_cells(segments_[i], text);
  if (!kept.empty()) text = kept;
  if (const auto goal = add(*level, number, text, segments_[i])) {
    table_.last = goal;
    if (labelled) table_.labelled = goal;
    after_wording_ = i;
  }
  return true;
}

// "9. Monitoring" below a table whose rows are numbered 1 to 4 heads another chapter. Numbers of one part
// begin with 1 and go on from the last one of their kind.
bool GoalReader::next_in_column(const Number& number, const Segment& segment) {
  constexpr int kMissed = 2;  // numbers that may be lost in between
  if (number.parts.size() > 1 || segment.marker.family == Family::none) return true;
  int& last = table_.last_numbers[segment.marker.family];
  const int value = number.parts[0];
  // Numbers may run through all tables of the document.
  const bool runs_on = segment.marker.family == Family::digits && value == last_in_tables_ + 1;
  if (value != 1 && value > last + kMissed && !runs_on) return false;
  last = value;
  if (segment.marker.family == Family::digits) last_in_tables_ = value;
  return true;
}

// A table's row that was read as one line, "Mapa aktywności Biuro Promocji do 30.06.2023": without what ends
// its first line, if that says when, by whom or how it is measured. What stands on further lines goes on in
// the first cell. Empty where nothing is to be left out.
std::string GoalReader::without_other_cells(const Segment& segment, std::string_view text) const {
  constexpr std::size_t kFewestWords = 2, kTermWords = 5, kMeasureWords = 4, kPerformerWords = 4;
  if (!table_.when && !table_.measured) return {};
  const std::string_view line = first_line(segment, text);
  const FoldedWords words = folded_words(line);
  if (words.size() < kFewestWords + 1) return {};
  const auto from = [&](std::size_t most) {
    return std::max(kFewestWords, words.size() - std::min(words.size(), most));
  };
  std::size_t end = words.size();
  for (std::size_t at = from(kTermWords); table_.when && at < end; ++at)
    if (is_term(line.substr(words[at].begin), tables_)) end = at;
  for (std::size_t at = from(kMeasureWords); table_.measured && at < end; ++at)
    if (begins(tables_.measures, words, at)) end = at;
  const bool found = end < words.size();
  for (std::size_t at = std::max(kFewestWords, end - std::min(end, kPerformerWords)); at < end; ++at) {
    const std::string_view word = line.substr(words[at].begin, words[at].end - words[at].begin);
    const bool acronym = in_capitals(word) || (word.size() == 3 && starts_upper(word.substr(2)));
    if (acronym || (found && begins(tables_.performers, words, at) && (starts_upper(word) || at + 1 == end)))
      end = at;
  }
  if (end == words.size()) return {};
  return std::string(utf8::trim(line.substr(0, words[end].begin))) + std::string(text.substr(line.size()));
}

// As much of the text as stands on the first of the segment's lines.
std::string_view GoalReader::first_line(const Segment& segment, std::string_view text) const {
  if (segment.parts.size() < 2) return text;
  const std::string line = utf8::collapse(segment.parts[0].in(source_.text()));
  const auto begin = static_cast<std::size_t>(text.data() - segment.text.data());
  const std::size_t end = segment.text.starts_with(line) ? line.size() : segment.text.size();
  return begin < end ? text.substr(0, end - begin) : text;
}

// A bullet below a numbered cell is of the level of the next column; there may be none, then it is a detail.
bool GoalReader::read_bullet_in_table(const Segment& segment) {
  if (segment.marker.family == Family::none || !table_.last) return false;
  if (goes_on_cell(current_)) return read_performed_cell(current_), true;
  tree_.enter(*table_.last);
  if (const auto level = level_behind(tree_.rank(*table_.last)))
    add(*level, std::nullopt, segment.body(), segment);
  return true;
}

// "kampania informacyjna PCPR 2023": all of a row whose first cell is a goal's wording.
bool GoalReader::read_row_on_line(std::size_t i) {
  const Segment& segment = segments_[i];
  if (table_.columns.empty() || !table_.columns.front() || is_term(segment.text, tables_)) return false;
  const std::string kept = without_other_cells(segment, segment.text);
  // Whoever carries it out stands between the wording and the term.
  if (kept.empty() || !starts_upper(utf8::trim(std::string_view(segment.text).substr(kept.size()))))
    return false;
  return add(*table_.columns.front(), std::nullopt, kept, segment).has_value();
}

// The cell that says when tells where a row ends; what stands to the left of a row's cells was said in a row
// above.
void GoalReader::read_row_cell(std::size_t i) {
  if (!list_ || !list_->table || !list_->depths.empty()) return;
  if (!table_.when) return read_performed_cell(i);
  if (table_.cells.empty() && read_row_on_line(i)) return;
  if (!table_.when_read && is_term(segments_[i].text, tables_)) table_.when_read = table_.cells.size();
  table_.cells.push_back(i);
  const std::size_t behind = table_.columns.size() - 1 - *table_.when;
  if (!table_.when_read || table_.cells.size() <= *table_.when_read + behind) return;
  // Two cells that were read as one: the first column is no other row's, where it alone holds goals.
  const std::size_t holding = static_cast<std::size_t>(std::count_if(
      table_.columns.begin(), table_.columns.end(), [](const auto& c) { return c.has_value(); }));
  if (table_.cells.size() + 1 == table_.columns.size() && holding == 1 && table_.columns[0])
    table_.cells.insert(table_.cells.begin() + 1, table_.cells[0]);
  const std::size_t count = table_.cells.size();
  for (std::size_t k = 0; k < count && count <= table_.columns.size(); ++k) {
    const auto& level = table_.columns[table_.columns.size() - count + k];
    const Segment& cell = segments_[table_.cells[k]];
    // What is of a level whose goals are numbered has been read, or is no goal.
    if (level && !table_.numbered_ranks.contains(level->rank)) add(*level, std::nullopt, cell.text, cell);
  }
  table_.cells.clear();
  table_.when_read.reset();
}

// "Lipnica" and "– Borek" below it: a dash within a cell's wording, and no bullet.
bool GoalReader::goes_on_cell(std::size_t i) const {
  const Segment& segment = segments_[i];
  return table_.unfinished && *table_.unfinished + 1 == i && segment.blank_before == 0 &&
         segment.marker.family == Family::dash;
}

// "gmina, szkoły", "PZD i powiat lipnicki": whoever carries an action out.
bool GoalReader::is_doer(std::string_view text) const {
  constexpr std::size_t kMostWords = 8, kNameWords = 4;
  const FoldedWords words = folded_words(text, kMostWords + 1);
  if (words.empty() || words.size() > kMostWords || text.ends_with('.')) return false;
  if (folded_words(text.substr(0, text.find(','))).size() > kNameWords) return false;
  const std::string_view first = text.substr(words[0].begin, words[0].end - words[0].begin);
  // "PZD", "GDDKiA"
  const bool acronym = first.size() > 2 && starts_upper(first) && starts_upper(first.substr(1));
  return acronym || begins(tables_.performers, words) || begins(tables_.doers, words);
}

// The segment's text without its last lines, if these say who carries it out; all of it if none do.
std::string_view GoalReader::without_doer(const Segment& segment) const {
  constexpr std::size_t kMostLines = 2;
  const std::string_view text = segment.text;
  std::string behind;
  for (std::size_t n = 1; n <= kMostLines && n < segment.parts.size(); ++n) {
    const std::string line = utf8::collapse(segment.parts[segment.parts.size() - n].in(source_.text()));
    behind = behind.empty() ? line : line + ' ' + behind;
    if (!text.ends_with(behind)) break;
    // "Spółdzielnia z udziałem | Gminy Lubicz": what goes on with the wording does not carry it out.
    const std::string_view before = utf8::trim(text.substr(0, text.size() - behind.size()));
    const FoldedWords words = folded_words(before);
    if (!words.empty() && tables_.joints.contains(words.back())) continue;
    if (is_doer(behind)) return before;
  }
  return text;
}

// An action without a number in a table whose next column says who carries it out: that tells where the cell
// ends, on the last line of the same segment or on one of its own.
void GoalReader::read_performed_cell(std::size_t i) {
  const auto served = table_.last ? table_.last : table_.owner;
  if (!table_.performed || !served) return;
  Segment cell = segments_[i];
  if (cell.text.ends_with(':') || cell.text.ends_with('?') || cell.text.ends_with('.') ||
      sentence_end(cell.text, tables_) < cell.text.size())
    return end_lists();
  const auto above = std::exchange(table_.unfinished, std::nullopt);
  const Segment* begin = above && *above + 1 == i ? &segments_[*above] : nullptr;
  std::string text;
  if (begin && is_doer(cell.text)) {
    cell = *begin;
    text = begin->text;
  } else {
    if (begin && cell.marker.family == Family::dash) {
      cell.text = begin->text + ' ' + cell.text;
      cell.parts.insert(cell.parts.begin(), begin->parts.begin(), begin->parts.end());
    }
    text = without_doer(cell);
    if (text.size() == cell.text.size()) {
      table_.unfinished = i;
      return;
    }
  }
  const auto level = level_behind(tree_.rank(*served));
  if (!level || level->level != core::GoalLevel::action) return;
  tree_.enter(*served);
  add(*level, std::nullopt, text, cell);
}

// "| Cel strategiczny | Cel operacyjny | Termin |": what each column holds.
bool GoalReader::read_bar_head(std::size_t& i) {
  if (segments_[i].row == 0) return false;
  std::size_t end = i, labels = 0, unknown = 0;
  std::vector<std::vector<GoalLevelRank>> columns;
  for (; end < segments_.size() && segments_[end].row == segments_[i].row; ++end) {
    // "Kierunek | Zakres | Podmiot": one may be called whatever it is.
    constexpr std::size_t kFewWords = 2;
    const bool head = bare_label(end) || column_head(end);
    if (!head && (++unknown > 1 || labels_[end] || !starts_upper(segments_[end].text) ||
                  folded_words(segments_[end].text).size() > kFewWords))
      return false;
    columns.resize(static_cast<std::size_t>(segments_[end].column) + 1);
    if (bare_label(end)) ++labels;
  }
  // "Projekt   Koszt" in a chapter of its own serves no goal.
  const bool actions_alone =
      chapter_ && labels == 1 && std::all_of(&labels_[i], &labels_[end - 1] + 1, [](const auto& label) {
        return !label || label->labels.front()->level == core::GoalLevel::action;
      });
  if (labels == 0 || end == i + 1 || actions_alone ||
      (unknown > 0 && labels < 2 && labels + unknown == end - i))
    return false;
  for (std::size_t k = i; k < end; ++k)
    if (holds_goals(k, i, end))
      for (const Label* label : labels_[k]->labels)
        columns[static_cast<std::size_t>(segments_[k].column)].push_back(
            tree_.level_of(*label, std::nullopt));
  // "Nr | Cel": the numbers tell whether it is an operational one.
  const auto goals = std::ranges::count_if(columns, [](const auto& levels) {
    return !levels.empty() && levels.front().level != core::GoalLevel::action;
  });
  for (std::size_t k = i; k < end && goals == 1; ++k)
    if (bare_label(k) && labels_[k]->labels.size() == 1 && !labels_[k]->labels.front()->level) {
      auto& levels = columns[static_cast<std::size_t>(segments_[k].column)];
      if (levels.size() == 1 && levels[0].level == core::GoalLevel::strategic)
        levels.push_back(below(levels[0].level));
    }
  end_lists();
  bar_columns_ = std::move(columns);
  bar_guessed_ = unknown > 0 && labels < 2;
  bar_numbers_ = 0;
  for (std::size_t k = i; k < end; ++k)
    if (begins(tables_.numbers, folded_words(segments_[k].text)))
      bar_numbers_ = static_cast<std::size_t>(segments_[k].column);
  const auto first =
      std::find_if(bar_columns_.begin(), bar_columns_.end(), [](const auto& c) { return !c.empty(); });
  tree_.close_from(first->front().rank);
  i = end - 1;
  return true;
}

// "| Priorytet 2. Rolnictwo |" alone in its row: what the columns hold serves it.
bool GoalReader::heads_columns(std::size_t i, const LabelMatch& label) const {
  const auto in_row = [&](std::size_t k) {
    return k < segments_.size() && segments_[k].row == segments_[i].row;
  };
  if (!label.number || (i > 0 && in_row(i - 1)) || in_row(i + 1)) return false;
  return std::all_of(bar_columns_.begin(), bar_columns_.end(), [&](const auto& levels) {
    return levels.empty() || label.labels.front()->rank < levels.front().rank;
  });
}

// "CS1" in the column of goals: the row's actions serve that one, which stands elsewhere.
bool GoalReader::serves_named(std::string_view cell) {
  const auto goal = tree_.printed(cell.substr(0, cell.find_last_not_of(". ") + 1));
  if (!goal || *goal >= row_goals_) return false;
  for (GoalTree::Index g = row_goals_; g < tree_.size(); ++g)
    if (tree_.rank(g) > tree_.rank(*goal)) tree_.set_parent(g, goal);
  return true;
}

// True where the segment is a cell of a table whose head is known.
bool GoalReader::read_bar_cell(std::size_t i) {
  const Segment& segment = segments_[i];
  if (segment.row == 0) bar_columns_.clear();
  if (bar_columns_.empty()) return false;
  if (i > 0 && segments_[i - 1].row != segment.row) row_goals_ = tree_.size();
  const auto column = static_cast<std::size_t>(segment.column);
  const LabelMatch* label = labels_[i] && !labels_[i]->bare && labels_[i]->labels.size() == 1 &&
                                    (labels_[i]->number || labels_[i]->colon)
                                ? &*labels_[i]
                                : nullptr;
  if (label && heads_columns(i, *label)) {
    bar_columns_.clear();
    return false;
  }
  // Of a table that has a head of its own kind only what is numbered by its place is a goal.
  const bool doubtful = bar_guessed_ && !bare_number_ && !row_number_ && !read_number(segment.text, 0);
  const bool rule = segment.text.find_first_not_of("-: ") == std::string::npos;  // "|---|:--|"
  if (column <= bar_numbers_)
    row_number_ = column == bar_numbers_ ? read_number(segment.text, 0) : std::nullopt;
  // "1.1 | Opieka nad dziećmi" where the first column is the goals': the wording stands in the next one.
  if (bare_number_ && column == bare_number_->column + 1 && row_number_ &&
      (column >= bar_columns_.size() || bar_columns_[column].empty())) {
    // "I.1 | liczba firm" says how a known one is measured.
    if (!tree_.printed(row_number_->printed) && !tree_.numbered(row_number_->parts, kActionRank + 1))
      add(bare_number_->level, std::exchange(row_number_, std::nullopt), segment.text, segment);
    bare_number_.reset();
    return true;
  }
  bare_number_.reset();
  if (doubtful || rule || column >= bar_columns_.size() || bar_columns_[column].empty() ||
      is_term(segment.text, tables_))
    return true;
  if (serves_named(segment.text)) return true;
  if (const auto alone = read_number(segment.text, 0);
      alone && segment.text.find_first_not_of(".)", alone->end) == std::string::npos && !alone->letter) {
    const std::vector<GoalLevelRank>& levels = bar_columns_[column];
    bare_number_ = {column, levels[std::min(alone->parts.size() - 1, levels.size() - 1)]};
    row_number_ = alone;
    return true;
  }
  const auto& number = segment.marker.number ? segment.marker.number : row_number_;
  // "Cel szczegółowy / zadanie" heads both: the number's depth tells which.
  const std::vector<GoalLevelRank>& levels = bar_columns_[column];
  const std::size_t depth = number ? number->parts.size() - 1 : 0;
  GoalLevelRank level = levels[std::min(depth, levels.size() - 1)];
  if (label && label->labels.front()->level && levels.size() > 1)
    level = {*label->labels.front()->level, label->labels.front()->rank};
  const std::vector<InlineItem> items = inline_items(segment.text);
  if (items.size() > 1)
    add_items(level, items, segment);
  else if (label && !label->rest.empty())
    add(level, label->number ? label->number : std::exchange(row_number_, std::nullopt), label->rest,
        segment);
  else
    add(level, segment.marker.number ? segment.marker.number : std::exchange(row_number_, std::nullopt),
        segment.body(), segment);
  return true;
}

}  // namespace szukajst::indexer::extract
