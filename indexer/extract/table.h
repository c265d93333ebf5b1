// Reads the rule tables: tab-separated values, a row a line, '#' at a line's beginning a comment.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace szukajst::indexer::extract {

struct Row {
  int line = 0;                    // in the file, from 1
  std::vector<std::string> cells;  // trimmed; at least as many as were asked for, further ones may be empty

  // The cell, or an empty text where the row ends before it.
  const std::string& cell(std::size_t i) const;
};

// Cells may be set apart by several tabs in a row, so a cell that stands for nothing is written "-",
// and is given as an empty text. Error: not_found; malformed (a row with fewer than `columns`
// cells, bytes that are no UTF-8), naming file and line.
core::Result<std::vector<Row>> read_table(const std::filesystem::path& file, std::size_t columns);

// What the words of a column stand for, and the value of one of them; nothing for a word that is none.
template <typename Value, std::size_t n>
using NamedValues = std::array<std::pair<std::string_view, Value>, n>;

template <typename Value, std::size_t n>
std::optional<Value> value_of(const NamedValues<Value, n>& names, std::string_view name) {
  for (const auto& [text, value] : names)
    if (text == name) return value;
  return std::nullopt;
}

// The error for a row whose cells make no sense: "FILE:LINE: WHY".
core::Error bad_row(const std::filesystem::path& file, const Row& row, const std::string& why);

}  // namespace szukajst::indexer::extract
