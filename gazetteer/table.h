// The two tables of the gazetteer as they lie on disk: tab-separated, UTF-8, '#' begins a comment
// line, then a line of column names, then a row a unit. Only gazetteer.cpp includes this, and the generator
// of bench/.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "gazetteer/gazetteer.h"

namespace szukajst::gazetteer {

// One spelling of a name in a case; '~' before it in the table says that it is a common word too.
struct Spelling {
  std::string text;
  NameCase name_case = NameCase::nominative;
  bool plural = false;
  bool common_word = false;
  std::uint8_t former = 0;  // which of the former names, from 1; 0: the present one or a short one
};

struct UnitRow {
  Unit unit;
  std::vector<Spelling> spellings;
};

struct LocalityRow {
  Locality locality;
  std::vector<Spelling> spellings;
};

// Error: not_found, unreadable, malformed (file and line).
core::Result<std::vector<UnitRow>> read_units(const std::filesystem::path& file);
core::Result<std::vector<LocalityRow>> read_localities(const std::filesystem::path& file);

}  // namespace szukajst::gazetteer
