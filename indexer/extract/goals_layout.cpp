// Lines that belong to the page alone are left out; cells of tables are set apart.
#include "indexer/extract/goals_layout.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_columns.h"
#include "indexer/extract/goals_field_columns.h"
#include "indexer/extract/goals_furniture.h"
#include "indexer/extract/goals_lines.h"
#include "indexer/extract/goals_side_by_side.h"
#include "indexer/extract/goals_signs.h"

namespace szukajst::indexer::extract {
namespace {

namespace utf8 = core::utf8;

char32_t first_char(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : utf8::next(text, at);
}

// Where "1.1." begins in "1. Aktywni mieszkańcy 1.1. Integracja", a table's row on one line; the size of the
// text where no number of the next depth stands in it.
std::size_t next_depth(std::string_view text, const Number& number) {
  constexpr std::size_t kLongestItem = 2000;  // bytes
  for (std::size_t at = text.find(' '); at < kLongestItem; at = text.find(' ', at + 1)) {
    const auto next = read_number(text, at + 1);
    if (!next || next->parts.size() != number.parts.size() + 1 || next->parts.back() != 1) continue;
    if (!std::equal(number.parts.begin(), number.parts.end(), next->parts.begin()) ||
        next->end + 1 >= text.size())
      continue;
    // "1.1 Drogi 1.1.1 Most": neither has a stop.
    const bool stopped = text[number.end] == '.';
    if (text[next->end] == '.' ||
        (!stopped && text[next->end] == ' ' && starts_upper(text.substr(next->end + 1))))
      return at + 1;
  }
  return text.size();
}

// Where "4." begins in "3. Nowe drogi 4. Nowe mosty", items of a list that were read as one line; the size of
// the text where no such number stands in it.
std::size_t next_item(std::string_view text, const Marker& marker, const GoalRules::Tables& tables) {
  if (marker.family != Marker::Family::digits && marker.family != Marker::Family::bracket) return text.size();
  if (marker.number->end >= text.size()) return text.size();
  constexpr std::size_t kLongestItem = 2000;  // bytes
  const bool upper = starts_upper(text.substr(marker.body));
  for (std::size_t at = text.find(' ', marker.body); at < marker.body + kLongestItem;
       at = text.find(' ', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.empty() || !utf8::is_digit(static_cast<unsigned char>(rest.front()))) continue;
    const Marker next = read_marker(rest);
    if (next.family != marker.family || next.number->parts[0] != marker.number->parts[0] + 1 ||
        starts_upper(rest.substr(next.body)) != upper || !utf8::is_letter(first_char(rest.substr(next.body))))
      continue;
    // "załącznik nr 2. Program", "w ust. 2. Wójt"
    const std::string_view before = text.substr(0, at);
    const FoldedWords words = folded_words(before.substr(before.rfind(' ') + 1));
    constexpr std::size_t kShortest = 4;
    if (words.empty() || words.back().text.size() < kShortest || tables.shorts.contains(words.back()))
      continue;
    return at + 1;
  }
  return text.size();
}

// A line that is but a number: "1.1.", "II", "3)", "A.1.1"; a letter alone is a word.
std::optional<Number> number_alone(std::string_view text) {
  auto number = read_number(text, 0);
  if (!number || (number->letter && number->parts.size() < 2)) return std::nullopt;
  const std::string_view rest = text.substr(number->end);
  return rest.empty() || rest == "." || rest == ")" || rest == ":" ? std::move(number) : std::nullopt;
}

// Whether the next line is the first of those that go on the number: "1.1" below "1".
bool has_child(const SourceText& source, std::size_t i, int number) {
  if (i + 1 >= source.lines.size()) return false;
  const auto child = read_number(source.line(i + 1), 0);
  return child && child->parts == std::vector<int>{number, 1};
}

// The lines that begin with a number without a stop, "I  Rozwój", "II  Zdrowie": one after the other they are
// the items of a list. An Arabic number has to be set apart by two blanks, or the rest is in capitals, or
// what goes on the number stands below.
std::vector<bool> unstopped_numbers(const SourceText& source) {
  struct Chain {
    int last = 0;
    std::size_t first = 0;  // line
  } chains[2];
  std::vector<bool> found(source.lines.size());
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const std::string_view text = source.line(i);
    const auto number = read_number(text, 0);
    if (!number || number->parts.size() > 1 || number->letter || number->code) continue;
    const std::size_t body = text.find_first_not_of(" \t", number->end);
    if (body == std::string_view::npos || body == number->end) continue;
    const std::string_view rest = text.substr(body);
    const bool apart = body > number->end + 1 || text[number->end] == '\t';
    const bool heading = apart || in_capitals(rest) || has_child(source, i, number->parts[0]);
    if (number->roman ? !starts_upper(rest) : !heading || !utf8::is_letter(first_char(rest))) continue;
    Chain& chain = chains[number->roman ? 1 : 0];
    if (number->parts[0] == 1) {
      chain = {1, i};
    } else if (chain.last > 0 && number->parts[0] == chain.last + 1) {
      found[chain.first] = found[i] = true;
      ++chain.last;
    }
  }
  return found;
}

class LineReader {
 public:
  LineReader(const SourceText& source, const GoalRules::Tables& tables)
      : source_(source),
        tables_(tables),
        repeated_(count_lines(source, tables)),
        unstopped_(unstopped_numbers(source)),
        field_values_(field_columns(source, tables)),
        contents_(tables) {}

  // "Al. Szlaki" where another line begins with "A2": recognition took the digit for a letter.
  std::string mended_code(std::string_view text) const {
    constexpr std::size_t kCode = 2;
    if (text.size() <= kCode || text[0] < 'A' || text[0] > 'H' || (text[1] != 'l' && text[1] != 'I') ||
        std::string_view(".: )").find(text[kCode]) == std::string_view::npos)
      return {};
    const auto index = static_cast<std::size_t>(text[0] - 'A');
    if (!second_codes_[index] && !(codes_ > 0 && headed_[index])) return {};
    std::string mended(text);
    mended[1] = '1';
    return mended;
  }

  // Which letters number lines as "A2" and as "A." do.
  void note_codes() {
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      const std::string_view text = source_.line(i);
      if (text.size() < 3 || text[0] < 'A' || text[0] > 'H') continue;
      const auto index = static_cast<std::size_t>(text[0] - 'A');
      if (utf8::is_digit(static_cast<unsigned char>(text[1]))) ++codes_;
      if (text[1] == '2') second_codes_[index] = true;
      if (text[1] == '.' || text.substr(1, 2) == " -" || text.substr(1).starts_with(" –"))
        headed_[index] = true;
    }
  }

  Layout read() {
    note_codes();
    std::optional<ColumnTable> table;
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      const Line& line = source_.lines[i];
      if (number_above_ == i) continue;  // has been read with the number above it
      std::string_view text = without_signs(without_branches(without_frame(source_.line(i))));
      blank_ += line.blank_before;
      if (text.empty()) continue;
      // "**Cel nadrzędny:** Zdrowa gmina" in light markup
      if (text.starts_with("**") && text.find("**", 2) != std::string_view::npos) {
        std::string& plain = layout_.joined.emplace_back();
        for (std::size_t at = 0; at < text.size(); ++at)
          if (text.substr(at, 2) == "**")
            ++at;
          else
            plain += text[at];
        text = utf8::trim(plain);
      }
      if (joins_label(text, line)) continue;
      if (std::string mended = mended_code(text); !mended.empty()) {
        add_line(layout_.joined.emplace_back(std::move(mended)), line, std::exchange(blank_, 0),
                 {line.range});
        continue;
      }
      if (rule(text)) {
        boxed_ = std::count(text.begin(), text.end(), '+') == 2 && !boxed_;
        if (boxed_ && table) {
          end_table(*table);
          table.reset();
        }
        blank_ = std::max(blank_, 1);
        continue;
      }
      boxed_ = boxed_ && text.starts_with('|');
      if (boxed_) text = in_box(text);
      // A box between tables whose rows begin with no bar.
      if (table && table->by_bars() && in_box(text).size() < text.size()) {
        end_table(*table);
        table.reset();
      }
      if (!table && field_values_[i] > 0) {
        add_field(i);
        continue;
      }
      if (!table && read_side_by_side(i)) continue;
      if (!table)
        if (std::string headed = number_before_bar(text, i); !headed.empty()) {
          add_line(layout_.joined.emplace_back(std::move(headed)), line, std::exchange(blank_, 0),
                   {line.range});
          continue;
        }
      auto cells = labelled_cells(text);
      if (cells.empty()) cells = numbered_cells(text);
      if (!cells.empty() && !table) {
        for (const std::string_view cell : cells) add_line(cell, line, std::max(blank_, 1));
        blank_ = 0;
        continue;
      }
      if (!table && read_labelled_row(text, line)) continue;
      const bool own_row = text.starts_with('|') && text.size() > 1 && !(table && table->by_bars());
      if (own_row || row_without_bar(text)) {
        add_row(i);
        blank_ = 0;
        continue;
      }
      if (std::string words = without_spacing(text); !words.empty()) {
        add_line(layout_.joined.emplace_back(std::move(words)), line, blank_, {line.range});
        blank_ = 0;
        continue;
      }
      if (const auto cell = !table ? first_cell_of_row(text, line) : std::nullopt) {
        if (!cell->empty()) add_line(*cell, line, blank_);
        blank_ = 0;
        continue;
      }
      if (std::string label = label_set_apart(text); !label.empty()) {
        if (table) end_table(*table);
        table.reset();
        add_line(layout_.joined.emplace_back(std::move(label)), line, blank_, {line.range});
        blank_ = 0;
        continue;
      }
      if (read_number_alone(i)) continue;
      const std::string_view whole = boxed_ ? text : with_tabs(line);
      // The head of a table may stand below each goal, and is no running head then.
      auto head = ColumnTable::open(whole, line, tables_);
      const bool furniture = !head && page_furniture(text, repeated_, tables_);
      if (contents_.holds(text) || furniture || parts_word(i)) {
        blank_ = std::max(blank_, 1);
        continue;
      }
      if (head) {
        if (table) end_table(*table);
        table = std::move(head);
      } else if (table && table->read(whole, line, blank_)) {
      } else {
        if (table) end_table(*table);
        table.reset();
        if (unstopped_[i])
          add_unstopped(text, line);
        else
          add_cells(without_last_term(text), line);
      }
      blank_ = 0;
    }
    if (table) end_table(*table);
    return std::move(layout_);
  }

 private:
  // The line with the tabs before it: the empty cells of a table.
  std::string_view with_tabs(const Line& line) const {
    std::size_t begin = line.range.begin;
    while (begin > 0 && source_.text()[begin - 1] == '\t') --begin;
    return source_.text().substr(begin, line.range.end - begin);
  }

  void end_table(ColumnTable& table) {
    for (ColumnTable::Cell& cell : table.take()) {
      const std::string& text = layout_.joined.emplace_back(std::move(cell.text));
      const int row = cell.row > 0 ? row_ + cell.row : 0;
      LayoutLine& line =
          layout_.lines.emplace_back(LayoutLine{text, 0, utf8::length(text), 1, cell.page, row, cell.column});
      for (const std::string_view part : cell.parts) line.parts.push_back(source_.place(part));
    }
    row_ += table.rows();
  }

  // "CEL" over "STRATEGICZNY" over "1": a label that its lines, none apart, make together.
  bool joins_label(std::string_view text, const Line& line) {
    if (line.blank_before > 0 || layout_.lines.empty() || text.find(' ') != std::string_view::npos)
      return false;
    LayoutLine& last = layout_.lines.back();
    constexpr std::size_t kLongest = 40;  // bytes
    if (last.row > 0 || last.text.size() > kLongest ||
        last.text.find_first_of("0123456789:.") != std::string_view::npos)
      return false;
    const std::string both = std::string(last.text) + ' ' + std::string(text);
    const auto label = read_label(both, tables_);
    if (!label || !label->rest.empty() || !label->tail.empty() || label->labels.size() > 1 || label->bare)
      return false;
    const bool number = read_number(text, 0) && label->number && read_number(text, 0)->end == text.size();
    const auto alone = read_label(last.text, tables_);
    const bool word = !label->number && in_capitals(both) && alone && alone->bare &&
                      label->labels.front()->form == LabelForm::goal;
    // The number of a page stands apart.
    if (!word && !(number && alone && alone->labels.front()->form == LabelForm::goal && line.indent > 0))
      return false;
    last.text = layout_.joined.emplace_back(both);
    last.length = utf8::length(last.text);
    last.parts.push_back(line.range);
    return true;
  }

  // "Cele szczegółowe | 1.1 Drogi", and below it "| 1.2 Szkoły", "Wskaźniki | 12 km": a table with its heads
  // in the first column. The label and each cell are lines of their own.
  bool read_labelled_row(std::string_view text, const Line& line) {
    const std::size_t bar = text.find('|');
    if (bar == std::string_view::npos || text.find('|', bar + 1) != std::string_view::npos)
      return labelled_rows_ = false;
    const std::string_view head = utf8::trim(text.substr(0, bar)), cell = utf8::trim(text.substr(bar + 1));
    if (cell.empty()) return false;
    if (!head.empty()) {
      const auto label = read_label(head, tables_);
      const bool list = label && label->rest.empty() && !label->number && !label->bare &&
                        label->labels.front()->form == LabelForm::list;
      // "Cele szczegółowe | Wskaźniki" heads columns.
      const auto label_of_cell = read_label(cell, tables_);
      const FoldedWords words = folded_words(cell);
      const bool heads = (label_of_cell && label_of_cell->rest.empty()) || begins(tables_.columns, words) ||
                         begins(tables_.whens, words);
      if ((label && label->number) || (!labelled_rows_ && (!list || heads))) return false;
      labelled_rows_ = true;
      add_line(layout_.joined.emplace_back(std::string(head) + ':'), line, std::exchange(blank_, 0),
               {line.range});
    } else if (!labelled_rows_) {
      return false;
    }
    add_line(cell, line, std::exchange(blank_, 0));
    return true;
  }

  // "Nazwa          Drogi bez kolein" as "Nazwa: Drogi bez kolein"; what bears a number of its own, as
  // "Kierunki       1.1 Drogi" does, is a line of its own.
  void add_field(std::size_t i) {
    const Line& line = source_.lines[i];
    const std::string_view text = source_.line(i), value = text.substr(field_values_[i]);
    std::string& name = layout_.joined.emplace_back(utf8::trim(text.substr(0, field_values_[i])));
    name += ':';
    if (read_marker(value).family != Marker::Family::none) {
      add_line(name, line, std::exchange(blank_, 0), {source_.place(text.substr(0, field_values_[i]))});
      add_line(value, line, 0);
    } else {
      name += ' ';
      name += value;
      add_line(name, line, std::exchange(blank_, 0), {line.range});
    }
  }

  // "1. Zdrowie     2. Drogi", which may be wrapped: `i` moves to the last of their lines.
  bool read_side_by_side(std::size_t& i) {
    if (contents_.inside()) return false;
    const SideBySide items = side_by_side(source_, i, tables_);
    for (const SideBySide::Item& item : items.items) {
      std::vector<core::ByteRange> parts;
      for (const std::string_view part : item.parts) parts.push_back(source_.place(part));
      add_line(layout_.joined.emplace_back(item.text), source_.lines[i], std::exchange(blank_, 0),
               std::move(parts));
    }
    if (!items.items.empty()) i += items.lines - 1;
    return !items.items.empty();
  }

  // "1. Kampania w każdej     PCPR     2024" below "Lp. Zadanie Realizator Termin": the cell of the goal, and
  // of further lines as much as stands below it. Nothing where the line is no row of such a table.
  std::optional<std::string_view> first_cell_of_row(std::string_view text, const Line& line) {
    constexpr std::size_t kSlack = 2;
    if (!heads_on_line_) return std::nullopt;
    const Marker marker = read_marker(text);
    const bool row = marker.number && marker.family == Marker::Family::digits;
    if (!row && (marker.family != Marker::Family::none || line.blank_before > 0 || second_column_ == 0)) {
      heads_on_line_ = false;
      return std::nullopt;
    }
    const std::size_t gap = std::min(text.find("  ", row ? marker.body : 0), text.size());
    if (row) {
      const std::size_t second = text.find_first_not_of(' ', gap);
      second_column_ =
          second == std::string_view::npos ? 0 : line.indent + utf8::length(text.substr(0, second));
    } else if (line.indent + kSlack >= second_column_) {
      return std::string_view();
    }
    return text.substr(0, gap);
  }

  // A number on a line of its own belongs to the label before it or to the words after it. True where the
  // line was read.
  bool read_number_alone(std::size_t i) {
    const std::string_view text = source_.line(i);
    if (text.size() > kLongestNumber) return false;
    rows_are_numbered(text);
    const auto number = number_alone(text);
    if (!number || contents_.inside()) return false;
    const bool plain = number->parts.size() == 1 && number->end == text.size() && !number->code;
    if (!layout_.lines.empty()) {
      LayoutLine& last = layout_.lines.back();
      const auto label = read_label(last.text, tables_);
      if (last.row == 0 && label && label->labels.size() == 1 && !label->number && !label->colon &&
          label->rest.empty() && label->tail.empty() && label->labels.front()->form != LabelForm::list &&
          blank_ <= 1) {
        std::string& joined = layout_.joined.emplace_back(last.text);
        joined += ' ';
        joined += text;
        last.text = joined;
        last.parts.push_back(source_.place(text));
        return true;
      }
    }
    const bool next_row = numbered_rows_ && number->parts[0] <= last_row_ + 1;
    if (plain && !next_row) return false;
    if (i + 1 == source_.lines.size()) return false;
    const std::string_view next = source_.line(i + 1);
    // "1.1" above "CELE SZCZEGÓŁOWE" and the first of them.
    if (above_list(i + 1)) {
      add_line(next, source_.lines[i + 1], std::exchange(blank_, 0));
      number_ = text;
      number_above_ = i + 1;
      return true;
    }
    if (number_alone(next) || read_marker(next).family != Marker::Family::none || is_term(next, tables_))
      return false;
    if (plain) last_row_ = number->parts[0];
    number_ = text;
    return true;
  }

  // A label of several goals, and right below it a line that may be the first of them but bears no number.
  bool above_list(std::size_t i) const {
    if (i + 1 >= source_.lines.size()) return false;
    const auto label = read_label(source_.line(i), tables_);
    const std::string_view first = source_.line(i + 1);
    return label && label->labels.front()->form == LabelForm::list && label->rest.empty() && !label->colon &&
           source_.lines[i].blank_before == 0 && source_.lines[i + 1].blank_before == 0 &&
           starts_upper(first) && read_marker(first).family == Marker::Family::none &&
           !read_label(first, tables_) && i + 2 < source_.lines.size() &&
           (number_alone(source_.line(i + 2)) || source_.lines[i + 2].blank_before > 0);
  }

  // "Lp." heads a column of numbers.
  void rows_are_numbered(std::string_view text) {
    const FoldedWords words = folded_words(text, 4);
    if (words.empty() ||
        std::none_of(tables_.numbers.begin(), tables_.numbers.end(),
                     [&](const Phrase& phrase) { return phrase.match(words, 0, true) == words.size(); }))
      return;
    numbered_rows_ = true;
    last_row_ = 0;
  }

  // A running head that stands within a word that was parted at the page's end.
  bool parts_word(std::size_t i) const {
    constexpr std::size_t kHeadLines = 3;
    if (layout_.lines.empty() || !hyphenated(layout_.lines.back().text) || starts_lower(source_.line(i)) ||
        hyphen_again(source_.line(i)))
      return false;
    for (std::size_t k = i + 1; k < std::min(source_.lines.size(), i + kHeadLines); ++k)
      if (starts_lower(source_.line(k))) return true;
    return false;
  }

  // "▶ II | Czysta gmina" as "II. Czysta gmina"; empty for any other line, and for a row of a table, which
  // has another row, or its heads, right above or below.
  std::string number_before_bar(std::string_view text, std::size_t i) const {
    constexpr std::string_view kBar = " | ";
    constexpr std::size_t kFarthest = 16;  // bytes before the bar
    const std::size_t bar = text.substr(0, kFarthest).find(kBar);
    if (bar == std::string_view::npos || text.find('|', bar + kBar.size()) != std::string_view::npos)
      return {};
    const auto number_of = [&](std::string_view line) -> std::optional<Number> {
      const std::size_t at = line.substr(0, kFarthest).find(kBar);
      if (at == std::string_view::npos) return std::nullopt;
      const std::size_t begin = skip_signs(line, 0);
      auto number = read_number(line, begin);
      if (!number || number->end < at || line.find_first_not_of(". )", number->end) < at) return std::nullopt;
      return number;
    };
    const std::string_view rest = utf8::trim(text.substr(bar + kBar.size()));
    const auto number = number_of(text);
    if (!number || !starts_upper(rest)) return {};
    const auto head = [&](std::size_t k) {
      const std::string_view other = source_.line(k);
      return other.find(kBar) != std::string_view::npos && !number_of(other);
    };
    if ((i > 0 && head(i - 1)) || (i + 1 < source_.lines.size() && head(i + 1))) return {};
    // Numbers of one depth alone may be a table's, whose heads stand further up.
    const auto deeper = [&](std::size_t k) {
      const auto other = k < source_.lines.size() ? number_of(source_.line(k)) : std::nullopt;
      return other && other->parts.size() != number->parts.size();
    };
    if (number->parts.size() == 1 && !number->roman && !number->letter && !deeper(i + 1)) return {};
    return number->printed + ". " + std::string(rest);
  }

  // "CEL STRATEGICZNY A  Zdrowe miasto" as "CEL STRATEGICZNY A. Zdrowe miasto"; empty for any other line.
  std::string label_set_apart(std::string_view text) const {
    const std::size_t gap = std::min(text.find("  "), text.find('\t'));
    if (gap == std::string_view::npos) return {};
    const std::string_view rest = utf8::trim(text.substr(gap));
    if (!starts_upper(rest) || rest.find("  ") != std::string_view::npos ||
        rest.find('\t') != std::string_view::npos)
      return {};
    const std::string_view head = text.substr(0, gap);
    const auto label = read_label(head, tables_);
    if (!label || !label->number || !label->rest.empty() || label->colon || label->labels.size() > 1 ||
        label->number->printed.empty() || !head.ends_with(label->number->printed) ||
        read_label(rest, tables_))
      return {};
    return std::string(head) + ". " + std::string(rest);
  }

  // "CS 1. Zdrowie | CS 2. Praca": the cells, where each is labelled and numbered itself; empty for any other
  // line.
  std::vector<std::string_view> labelled_cells(std::string_view text) const {
    const std::string_view separator = text.find(" | ") != std::string_view::npos ? " | " : "   ";
    if (text.find(separator) == std::string_view::npos) return {};
    std::vector<std::string_view> cells;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(separator, begin), text.size());
      std::string_view cell = utf8::trim(text.substr(begin, end - begin));
      while (cell.starts_with('|')) cell = utf8::trim(cell.substr(1));
      while (cell.ends_with('|')) cell = utf8::trim(cell.substr(0, cell.size() - 1));
      begin = end + separator.size();
      if (cell.empty()) continue;
      const auto label = read_label(cell, tables_);
      if (!label || label->bare || !label->number || label->rest.empty()) return {};
      cells.push_back(cell);
    }
    return cells.size() > 1 ? cells : std::vector<std::string_view>{};
  }

  // "1. Ludzie   1.1. Szkoła   1.1.1. Nowa sala": a row of the goals' tree, each cell below the one before
  // it; empty for any other line.
  static std::vector<std::string_view> numbered_cells(std::string_view text) {
    std::vector<std::string_view> cells;
    std::vector<int> above;
    if (text.find("  ") == std::string_view::npos) return cells;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find("  ", begin), text.size());
      const std::string_view cell = utf8::trim(text.substr(begin, end - begin));
      begin = end + 1;
      if (cell.empty()) continue;
      const Marker marker = read_marker(cell);
      if (!marker.number ||
          marker.number->parts.size() != (above.empty() ? marker.number->parts.size() : above.size() + 1) ||
          !std::equal(above.begin(), above.end(), marker.number->parts.begin()))
        return {};
      above = marker.number->parts;
      cells.push_back(cell);
    }
    return cells.size() > 1 ? cells : std::vector<std::string_view>{};
  }

  // "a | b | c |" below a row: its first bar is damaged.
  bool row_without_bar(std::string_view text) const {
    return !layout_.lines.empty() && layout_.lines.back().row > 0 && layout_.lines.back().row == row_ &&
           row_cells_ > 1 && text.ends_with('|') && std::count(text.begin(), text.end(), '|') > 1;
  }

  // "| a | b |", which may be wrapped: `i` moves to its last line.
  void add_row(std::size_t& i) {
    constexpr std::size_t kMostLines = 6;
    const Line& line = source_.lines[i];
    std::string_view text = source_.line(i);
    std::size_t last = i;
    std::vector<core::ByteRange> parts{line.range};
    const bool damaged = !text.starts_with('|');
    while (!source_.line(last).ends_with('|') && last + 1 < source_.lines.size() && last < i + kMostLines &&
           !source_.line(last + 1).starts_with('|') &&
           (source_.lines[last + 1].blank_before == 0 || source_.line(last + 1).ends_with('|')))
      ++last;
    if (last > i) {
      std::string joined(text);
      for (std::size_t k = i + 1; k <= last; ++k) {
        append_line(joined, source_.line(k));
        parts.push_back(source_.lines[k].range);
      }
      text = layout_.joined.emplace_back(std::move(joined));
      i = last;
    }
    ++row_;
    const auto cells = static_cast<int>(std::count(text.begin(), text.end(), '|')) - (damaged ? 0 : 1);
    // Cells that are lost with their bars stood before the others.
    int column = damaged ? std::max(1, 1 + row_cells_ - cells) : 1;
    if (!damaged) row_cells_ = cells;
    for (std::size_t begin = damaged ? 0 : 1; begin < text.size(); ++column) {
      const std::size_t end = std::min(text.find('|', begin), text.size());
      for (std::string_view cell : lines_of_cell(text.substr(begin, end - begin))) {
        // "**Cel operacyjny**" in light markup.
        if (constexpr std::string_view kBold = "**";
            cell.size() > 2 * kBold.size() && cell.starts_with(kBold) && cell.ends_with(kBold))
          cell = utf8::trim(cell.substr(kBold.size(), cell.size() - 2 * kBold.size()));
        layout_.lines.push_back(
            {cell, line.indent, utf8::length(cell), std::max(blank_, 1), line.page, row_, column, parts});
      }
      begin = end + 1;
    }
  }

  // "1.1. Zdrowie<br>1.2. Praca": two.
  static std::vector<std::string_view> lines_of_cell(std::string_view cell) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < cell.size();) {
      const std::size_t end = std::min(cell.find("<br", begin), cell.size());
      if (const std::string_view text = utf8::trim(cell.substr(begin, end - begin)); !text.empty())
        lines.push_back(text);
      begin = std::min(cell.find('>', end), cell.size() - 1) + 1;
    }
    return lines;
  }

  // "I  Rozwój" as "I. Rozwój".
  void add_unstopped(std::string_view text, const Line& line) {
    const std::size_t end = text.find_first_of(" \t");
    std::string& joined = layout_.joined.emplace_back(text.substr(0, end));
    joined += '.';
    joined += text.substr(end);
    add_line(joined, line, blank_, {line.range});
  }

  // "P1  Nowe centrum          4 200 000": without what it costs or when it is done.
  std::string_view without_last_term(std::string_view text) const {
    const std::size_t gap = text.rfind("  ");
    if (gap == std::string_view::npos || !is_term(text.substr(gap), tables_)) return text;
    const std::string_view before = utf8::trim(text.substr(0, gap));
    const bool item = read_marker(before).family != Marker::Family::none || read_label(before, tables_);
    return item ? before : text;
  }

  // Of "1.1.<tab>Rozwój" the whole, of "Lipki<tab>2024" each.
  void add_cells(std::string_view text, const Line& line) {
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = std::min(text.find('\t', begin), text.size());
      // A tab behind a marker is but a space.
      if (end < text.size() &&
          read_marker(std::string(text.substr(begin, end - begin)) + " x").body > end - begin)
        end = std::min(text.find('\t', end + 1), text.size());
      const std::string_view cell = utf8::trim(text.substr(begin, end - begin));
      if (!cell.empty()) add_line(cell, line, begin == 0 ? blank_ : std::max(blank_, 1));
      begin = end + 1;
    }
  }

  // `parts`: of what the text was put together; empty where it is a view of the source.
  void add_line(std::string_view text, const Line& line, int blank, std::vector<core::ByteRange> parts = {}) {
    const std::vector<std::string_view> heads = table_heads(text, tables_);
    for (const std::string_view head : heads) {
      rows_are_numbered(head);
      const int apart = head.data() == heads[0].data() ? blank : 0;
      layout_.lines.push_back(
          {head, line.indent, utf8::length(head), apart, line.page, 0, 0, {line.range}, true});
    }
    if (heads.size() == 2) flat_table_ = true;
    constexpr std::size_t kFewest = 3;
    if (!heads.empty()) {
      heads_on_line_ = heads.size() >= kFewest && begins(tables_.numbers, folded_words(heads[0], 2)) &&
                       read_label(heads[1], tables_).has_value() && !read_label(heads[2], tables_);
      second_column_ = 0;
    }
    if (!heads.empty()) return;
    if (!number_.empty()) {
      parts.push_back(source_.place(number_));
      std::string& joined = layout_.joined.emplace_back(std::exchange(number_, {}));
      if (utf8::is_digit(static_cast<unsigned char>(joined.back()))) joined += '.';
      joined += ' ';
      joined += text;
      parts.push_back(source_.place(text));
      text = joined;
      blank = std::max(blank, 1);
    }
    Marker marker = read_marker(text);
    // "– 1.1. Rozwój …"
    if (marker.family != Marker::Family::none && !marker.number && !marker.doubtful)
      if (Marker inner = read_marker(text.substr(marker.body)); inner.number && !inner.doubtful) {
        text = text.substr(marker.body);
        marker = std::move(inner);
      }
    std::size_t end = marker.number && !marker.number->code ? next_depth(text, *marker.number) : text.size();
    int apart = std::max(blank, 1);  // from what stands on the same line
    // "1. Edukacja – lekcje regionalne", two cells of a row that was read as one line.
    if (const auto label = marker.number || !flat_table_ ? std::nullopt : read_label(text, tables_);
        label && label->number)
      flat_table_ = false;
    if (flat_table_ && marker.number)
      if (const std::size_t dash = std::min(text.find(" - "), text.find(" – ")); dash < end) end = dash + 1;
    if (const std::size_t item = next_item(text.substr(0, end), marker, tables_); item < end) {
      end = item;
      apart = 0;
    }
    const std::string_view first = utf8::trim(text.substr(0, end));
    layout_.lines.push_back({first, line.indent, utf8::length(first), blank, line.page, 0, 0,
                             parts.empty() ? std::vector{source_.place(first)} : parts});
    if (end < text.size()) add_line(text.substr(end), line, apart, std::move(parts));
  }

  static constexpr std::size_t kLongestNumber = 10;

  const SourceText& source_;
  const GoalRules::Tables& tables_;
  const Repeated repeated_;
  const std::vector<bool> unstopped_;
  const std::vector<std::size_t> field_values_;  // of lines that begin a field: where it goes on, in bytes
  Contents contents_;
  Layout layout_;
  int blank_ = 0, row_ = 0;
  std::array<bool, 8> second_codes_{}, headed_{};  // by letter: lines begin with "A2", with "A."
  int codes_ = 0;                                  // lines that begin with a letter and a digit
  int row_cells_ = 0;                              // of the last row whose cells bars set apart
  std::string_view number_;                        // a number that stood alone on the line before
  std::size_t number_above_ =
      static_cast<std::size_t>(-1);  // a line that has been read with a number above it
  bool labelled_rows_ = false;       // the rows of a table have their heads in its first column
  bool numbered_rows_ = false;       // a table has a column of numbers
  int last_row_ = 0;                 // the last of them
  bool boxed_ = false;               // within a box of one cell
  bool heads_on_line_ = false;       // of a table whose rows have one cell of goals behind their numbers
  std::size_t second_column_ = 0;    // where the cells behind that one begin; 0: not known
  bool flat_table_ = false;          // rows of two columns stand on one line each, nothing between the cells
};

}  // namespace

bool starts_lower(std::string_view text) {
  const char32_t c = first_char(text);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

bool starts_upper(std::string_view text) {
  return utf8::is_upper(first_char(text));
}

bool in_capitals(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (!utf8::is_letter(c)) continue;
    if (!utf8::is_upper(c)) return false;
    ++letters;
  }
  return letters > 3;
}

bool hyphenated(std::string_view text) {
  if (!text.ends_with('-') || text.size() < 3) return false;
  const auto before = static_cast<unsigned char>(text[text.size() - 2]);
  return before >= 0x80 || utf8::is_letter(before);
}

bool hyphen_again(std::string_view line) {
  return line.starts_with('-') && utf8::is_letter(first_char(line.substr(1)));
}

void append_line(std::string& text, std::string_view line) {
  if (hyphenated(text) && hyphen_again(line))
    line.remove_prefix(1);
  else if (hyphenated(text) && starts_lower(line))
    text.pop_back();
  else
    text += ' ';
  text += utf8::collapse(line);
}

namespace {

// Where an empty line stands between nearly all lines, wrapped ones as well, it does not set them apart.
void close_double_spacing(std::vector<LayoutLine>& lines) {
  constexpr std::size_t kFewest = 8;
  constexpr double kMost = 0.7;
  const auto goes_on = [&](std::size_t i) {
    const std::string_view before = lines[i - 1].text;
    return lines[i].blank_before == 1 && lines[i].row == 0 && !lines[i].text.ends_with(':') &&
           starts_lower(lines[i].text) && !before.empty() &&
           std::string_view(".,;:!?").find(before.back()) == std::string_view::npos &&
           read_marker(lines[i].text).family == Marker::Family::none;
  };
  std::size_t spaced = 0, wrapped = 0, capital = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].blank_before > 0) ++spaced;
    if (goes_on(i)) ++wrapped;
    if (starts_upper(lines[i].text)) ++capital;
  }
  if (lines.size() < kFewest || wrapped < 2 || capital < wrapped ||
      static_cast<double>(spaced) < kMost * static_cast<double>(lines.size()))
    return;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (goes_on(i)) lines[i].blank_before = 0;
}

}  // namespace

Layout layout(const SourceText& source, const GoalRules::Tables& tables) {
  Layout layout = LineReader(source, tables).read();
  close_double_spacing(layout.lines);
  return layout;
}

}  // namespace szukajst::indexer::extract
