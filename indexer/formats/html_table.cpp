#include "indexer/formats/html_table.h"

#include <libxml/tree.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/utf8.h"
#include "indexer/formats/html_node.h"

namespace szukajst::indexer::formats {
namespace {

namespace utf8 = core::utf8;

bool single_line(const std::string& text) {
  return text.find('\n') == std::string::npos;
}

// NOLINTNEXTLINE(misc-no-recursion): the parser bounds the depth
bool has_table(const xmlNode* node) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next)
    if (is_element(child) && (tag(child) == "table" || has_table(child))) return true;
  return false;
}

// Whether all the text of the cell stands in one <b> or <strong>.
bool in_bold(const xmlNode* cell) {
  const xmlNode* only = nullptr;
  for (const xmlNode* child = cell->children; child != nullptr; child = child->next) {
    if (is_text(child) && utf8::trim(characters(child)).empty()) continue;
    if (only != nullptr || !is_element(child)) return false;
    only = child;
  }
  if (only == nullptr) return false;
  if (among(tag(only), "b strong")) return true;
  return among(tag(only), "p span div font") && in_bold(only);
}

void read_rows(const xmlNode* part, std::vector<TableRow>& rows, std::vector<const xmlNode*>& captions) {
  for (const xmlNode* child = part->children; child != nullptr; child = child->next) {
    const std::string_view name = tag(child);
    if (among(name, "thead tbody tfoot")) read_rows(child, rows, captions);
    if (name == "caption") captions.push_back(child);
    if (name != "tr") continue;
    TableRow& row = rows.emplace_back();
    for (const xmlNode* cell = child->children; cell != nullptr; cell = cell->next)
      if (among(tag(cell), "td th")) row.push_back({cell, tag(cell) == "th" || in_bold(cell), {}});
  }
}

std::size_t columns(const std::vector<TableRow>& rows) {
  std::size_t most = 0;
  for (const TableRow& row : rows) most = std::max(most, row.size());
  return most;
}

bool all_headings(const TableRow& row) {
  return std::ranges::all_of(row, [](const TableCell& cell) { return cell.heading || cell.text.empty(); });
}

bool is_label(const TableCell& cell) {
  constexpr std::size_t kLongestLabel = 80;
  return !cell.text.empty() && single_line(cell.text) && utf8::length(cell.text) <= kLongestLabel &&
         (cell.heading || cell.text.ends_with(':'));
}

// Whether the table's rows are labels with their values, one pair or several in a row.
bool labels_and_values(const std::vector<TableRow>& rows) {
  std::size_t pairs = 0, labelled = 0;
  for (const TableRow& row : rows) {
    if (row.size() <= 1) continue;  // a line across the table
    if (row.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < row.size(); i += 2) {
      ++pairs;
      if (is_label(row[i]) && (row[i + 1].text.empty() || !is_label(row[i + 1]))) ++labelled;
    }
  }
  return pairs > 0 && labelled * 10 >= pairs * 7;
}

// The same where nothing marks the labels: three rows or more, all of two cells, the first short words that
// begin with a capital letter.
bool plain_pairs(const std::vector<TableRow>& rows) {
  constexpr std::size_t kFewestRows = 3, kLongestLabel = 32;
  const auto label = [](const std::string& text) {
    std::size_t at = 0;
    return !text.empty() && single_line(text) && utf8::length(text) <= kLongestLabel &&
           utf8::is_upper(utf8::next(text, at)) && !text.ends_with('.') &&
           text.find(',') == std::string::npos;
  };
  return rows.size() >= kFewestRows && std::ranges::all_of(rows, [&](const TableRow& row) {
           return row.size() == 2 && label(row[0].text) && !row[1].heading;
         });
}

// "1", "1.", "1.2.", "II.", "a)": a row's number and no more.
bool ordinal(std::string_view text) {
  constexpr std::size_t kLongest = 8;
  if (text.empty() || text.size() > kLongest) return false;
  const bool digits = utf8::is_digit(static_cast<unsigned char>(text.front()));
  const bool roman = text.find_first_not_of("IVX.)") == std::string_view::npos;
  const bool letter = text.size() == 2 && text[1] == ')';
  return (digits && text.find_first_not_of("0123456789.)") == std::string_view::npos) || roman || letter;
}

bool numbered_pairs(const std::vector<TableRow>& rows) {
  std::size_t numbered = 0, all = 0;
  for (const TableRow& row : rows) {
    if (row.size() < 2 || all_headings(row)) continue;
    ++all;
    if (row.size() == 2 && ordinal(row[0].text)) ++numbered;
  }
  return all > 0 && numbered * 10 >= all * 8;
}

// "100 000 zł", "1,5 mln zł", "12 %": a figure with its unit. A year is none: it is a term, not an amount.
bool numeric(std::string_view text) {
  constexpr std::size_t kLongest = 24, kLongestUnit = 5, kDigitsOfYear = 4;
  if (text.empty() || text.size() > kLongest || !utf8::is_digit(static_cast<unsigned char>(text.front())))
    return false;
  if (text.size() == kDigitsOfYear && (text.starts_with("19") || text.starts_with("20"))) return false;
  std::size_t unit = 0;
  for (std::size_t at = 0; at < text.size();) {
    unit = utf8::is_letter(utf8::next(text, at)) ? unit + 1 : 0;
    if (unit > kLongestUnit) return false;
  }
  return text.find("–") == std::string_view::npos;
}

// Whether a table is one of figures: every cell one line, and of those behind the first column of the
// rows below the head more than half are figures (half, where the first column only numbers the rows).
bool figures(const std::vector<TableRow>& rows) {
  std::size_t cells = 0, numbers = 0, ordinals = 0, body = 0;
  for (const TableRow& row : rows) {
    const bool head = all_headings(row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!single_line(row[i].text)) return false;
      if (i == 0 || head) continue;
      ++cells;
      if (numeric(row[i].text)) ++numbers;
    }
    if (head || row.empty()) continue;
    ++body;
    if (ordinal(row[0].text)) ++ordinals;
  }
  const bool numbered = ordinals * 10 >= body * 8;
  return numbers > 0 && (numbers * 2 > cells || (numbered && numbers * 2 == cells));
}

void write_pairs(const std::vector<TableRow>& rows, LineWriter& out) {
  for (const TableRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); i += 2) {
      out.break_line();
      if (row.size() == 1) {
        out.lines(row[0].text);
        continue;
      }
      std::string line = row[i].text;
      if (!line.empty() && !line.ends_with(':')) line += ':';
      for (const char c : row[i + 1].text.empty() ? std::string() : "  " + row[i + 1].text) {
        line += c;
        if (c == '\n') line += ' ';
      }
      out.lines(line);
    }
  }
}

void write_numbered(const std::vector<TableRow>& rows, LineWriter& out) {
  for (const TableRow& row : rows) {
    out.break_line();
    std::string line;
    for (const TableCell& cell : row) {
      if (!line.empty() && !cell.text.empty())
        line += line.ends_with('.') || line.ends_with(')') ? " " : ". ";
      line += cell.text;
    }
    out.lines(line);
  }
}

void write_figures(const std::vector<TableRow>& rows, LineWriter& out) {
  for (const TableRow& row : rows) {
    out.break_line();
    std::string line;
    for (const TableCell& cell : row) line += (line.empty() ? "" : "   ") + cell.text;
    out.lines(line);
  }
}

void write_cells(const std::vector<TableRow>& rows, LineWriter& out) {
  for (const TableRow& row : rows) {
    const bool head = all_headings(row);
    std::string number;  // "1.1." in a cell of its own belongs to the cell after it
    out.break_paragraph();
    for (const TableCell& cell : row) {
      if (ordinal(cell.text) && cell.text.find('.') < cell.text.size() - 1 && &cell != &row.back()) {
        number = cell.text + ' ';
        continue;
      }
      if (head) {
        out.break_line();
      } else {
        out.break_paragraph();
      }
      out.lines(std::exchange(number, {}) + cell.text);
    }
  }
}

}  // namespace

void write_table(const xmlNode* table, LineWriter& out, bool as_layout,
                 const std::function<std::string(const xmlNode*)>& lay_out_cell,
                 const std::function<void(const xmlNode*)>& walk_into) {
  std::vector<TableRow> rows;
  std::vector<const xmlNode*> captions;
  read_rows(table, rows, captions);
  for (const xmlNode* caption : captions) {
    out.break_paragraph();
    walk_into(caption);
  }
  out.break_paragraph();
  if (rows.empty()) {
    walk_into(table);
  } else if (as_layout || columns(rows) < 2 || has_table(table) ||
             among(attribute(table, "role"), "presentation none")) {
    for (const TableRow& row : rows) {
      for (const TableCell& cell : row) {
        out.break_paragraph();
        walk_into(cell.node);
      }
    }
  } else {
    for (TableRow& row : rows)
      for (TableCell& cell : row) cell.text = utf8::trim(lay_out_cell(cell.node));
    const bool numbered = numbered_pairs(rows), figured = figures(rows);
    if (labels_and_values(rows) || (!numbered && !figured && plain_pairs(rows))) {
      write_pairs(rows, out);
    } else if (numbered) {
      write_numbered(rows, out);
    } else if (figured) {
      write_figures(rows, out);
    } else {
      write_cells(rows, out);
    }
  }
  out.break_paragraph();
}

}  // namespace szukajst::indexer::formats
