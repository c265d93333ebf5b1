// The cells of a table that a decoder, or a printer, flattened to lines.
#pragma once

#include <string_view>
#include <vector>

namespace szukajst::indexer::extract {

// What bars part, empty cells left out; none where the line has no bar.
std::vector<std::string_view> barred_cells(std::string_view line);
// What tabs, or two spaces or more, part; a line without them is one cell.
std::vector<std::string_view> spaced_cells(std::string_view line);
// The first where there are bars, else the second.
std::vector<std::string_view> table_cells(std::string_view line);

}  // namespace szukajst::indexer::extract
