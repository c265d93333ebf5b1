// Tables of web pages as lines. What a table is for decides how it is laid out:
//   labels and values (a practice's card)   "Label:  value", further lines of the value indented by one
//   numbered rows of two columns            "1.1. text"
//   numbers                                 a line a row, cells three spaces apart
//   anything else (matrices of goals)       each cell a paragraph, row by row; a head's cells on lines
//                                           that follow one another, as PDF readers give such tables
//   layout (a table within, one column)     the cells as parts of the page, one after another
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/formats/html_node.h"
#include "indexer/formats/line_writer.h"

namespace szukajst::indexer::formats {

struct TableCell {
  const xmlNode* node = nullptr;
  bool heading = false;  // <th>, or all its text in bold
  std::string text;      // laid out; filled where the table is no layout
};
using TableRow = std::vector<TableCell>;

// Writes the table's contents. `lay_out_cell` gives a cell's own lines; `walk_into` writes a node's
// children as parts of the page.
void write_table(const xmlNode* table, LineWriter& out, bool as_layout,
                 const std::function<std::string(const xmlNode*)>& lay_out_cell,
                 const std::function<void(const xmlNode*)>& walk_into);

}  // namespace szukajst::indexer::formats
