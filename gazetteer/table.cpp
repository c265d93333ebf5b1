#include "gazetteer/table.h"

#include <charconv>
#include <fstream>
#include <iterator>
#include <utility>

#include "core/utf8.h"

namespace szukajst::gazetteer {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

// The columns that hold spellings, in the order of both tables; localities have no adjectives.
struct SpellingColumn {
  NameCase name_case;
  bool plural;
};
constexpr std::array kSpellingColumns = {
    SpellingColumn{NameCase::genitive, false},   SpellingColumn{NameCase::dative, false},
    SpellingColumn{NameCase::accusative, false}, SpellingColumn{NameCase::instrumental, false},
    SpellingColumn{NameCase::locative, false},   SpellingColumn{NameCase::adjective, false},
    SpellingColumn{NameCase::adjective, true},
};
constexpr std::size_t kUnitColumns = 13;
constexpr std::size_t kLocalityColumns = 10;

struct TypeName {
  std::string_view name;
  UnitType type;
  core::TerytLevel level;
  std::string_view label;  // stands before the name
};
constexpr std::array kTypes = {
    TypeName{"voivodeship", UnitType::voivodeship, core::TerytLevel::voivodeship, "województwo "},
    TypeName{"land_county", UnitType::land_county, core::TerytLevel::county, "powiat "},
    TypeName{"city_county", UnitType::city_county, core::TerytLevel::county, "miasto "},
    TypeName{"urban", UnitType::urban, core::TerytLevel::municipality, "miasto "},
    TypeName{"rural", UnitType::rural, core::TerytLevel::municipality, "gmina "},
    TypeName{"urban_rural", UnitType::urban_rural, core::TerytLevel::municipality, "gmina "},
    TypeName{"district", UnitType::district, core::TerytLevel::municipality, "dzielnica "},
};

const TypeName* type_named(std::string_view name) {
  for (const TypeName& type : kTypes) {
    if (type.name == name) return &type;
  }
  return nullptr;
}

// What stands before a spelling: "~" where it is a word of the language too, "^1" where the name is the first
// of the unit's former ones, "^2" the second, and so on.
struct Marks {
  bool common = false;
  std::uint8_t former = 0;
};
Marks take_marks(std::string_view& spelling) {
  Marks marks;
  for (; spelling.starts_with('~') || spelling.starts_with('^'); spelling.remove_prefix(1)) {
    if (spelling.front() == '~') {
      marks.common = true;
    } else if (spelling.size() > 1 && spelling[1] >= '1' && spelling[1] <= '9') {
      spelling.remove_prefix(1);
      marks.former = static_cast<std::uint8_t>(spelling.front() - '0');
    }
  }
  return marks;
}

// Several spellings stand with '|' between them.
void add_spellings(std::string_view cell, SpellingColumn column, std::vector<Spelling>& spellings) {
  while (!cell.empty()) {
    const std::size_t bar = cell.find('|');
    std::string_view text = cell.substr(0, bar);
    cell = bar == std::string_view::npos ? std::string_view() : cell.substr(bar + 1);
    const Marks marks = take_marks(text);
    if (!text.empty())
      spellings.push_back({std::string(text), column.name_case, column.plural, marks.common, marks.former});
  }
}

template <typename Number>
bool parse_number(std::string_view cell, Number& number) {
  const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return failure == std::errc() && end == cell.data() + cell.size();
}

// Both cells empty: no coordinates. False for anything that is no place on Earth.
bool parse_coordinates(std::string_view latitude, std::string_view longitude,
                       std::optional<Coordinates>& to) {
  if (latitude.empty() && longitude.empty()) return true;
  Coordinates place;
  if (!parse_number(latitude, place.latitude) || !parse_number(longitude, place.longitude)) return false;
  if (place.latitude < -90 || place.latitude > 90 || place.longitude < -180 || place.longitude > 180)
    return false;
  to = place;
  return true;
}

using Cells = std::vector<std::string_view>;

// Hands every row's cells to `row`, which says what is wrong with them, or nothing.
Result<core::Done> read_table(const std::filesystem::path& file, std::size_t columns,
                              const std::function<std::string_view(const Cells&)>& row) {
  std::error_code status;
  if (!std::filesystem::exists(file, status)) {
    return Error{ErrorCode::not_found, "the gazetteer's table " + file.string() + " does not exist"};
  }
  std::ifstream stream(file, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.is_open() || stream.bad()) {
    return Error{ErrorCode::unreadable, "the gazetteer's table " + file.string() + " cannot be read"};
  }
  std::string_view rest = content;
  Cells cells;
  bool names_read = false;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    cells.clear();
    for (std::size_t tab = 0; tab != std::string_view::npos;) {
      tab = line.find('\t');
      cells.push_back(line.substr(0, tab));
      if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
    }
    std::string_view fault;
    if (cells.size() != columns) {
      fault = "another number of columns than the table has";
    } else if (names_read) {
      fault = row(cells);
    }
    if (!fault.empty()) {
      return Error{ErrorCode::malformed,
                   file.string() + ":" + std::to_string(number) + ": " + std::string(fault)};
    }
    names_read = true;
  }
  if (!names_read) return Error{ErrorCode::malformed, file.string() + ":1: no line of column names"};
  return core::Done{};
}

}  // namespace

Result<std::vector<UnitRow>> read_units(const std::filesystem::path& file) {
  std::vector<UnitRow> rows;
  const auto add = [&rows](const Cells& cells) -> std::string_view {
    const auto code = core::Teryt::parse(cells[0]);
    const TypeName* type = type_named(cells[1]);
    if (!code) return "no code of 2, 4 or 6 digits";
    if (type == nullptr) return "an unknown type of unit";
    if (code->level() != type->level) return "a code whose length does not fit the type";
    std::string_view name = cells[2].substr(0, cells[2].find('|'));
    const bool common = take_marks(name).common;
    if (name.empty() || !core::utf8::valid(name)) return "no name";
    UnitRow row{.unit = {.code = *code,
                         .type = type->type,
                         .name = std::string(name),
                         .label = std::string(type->label) + std::string(name),
                         .seat = std::string(cells[5].empty() ? name : cells[5]),
                         .coordinates = std::nullopt,
                         .common_word = common,
                         .former = {}},
                .spellings = {}};
    if (!parse_coordinates(cells[3], cells[4], row.unit.coordinates))
      return "no degrees of latitude and longitude";
    const bool adjective = type->type == UnitType::voivodeship || type->type == UnitType::land_county;
    add_spellings(cells[2], {adjective ? NameCase::adjective : NameCase::nominative, false}, row.spellings);
    for (const Spelling& spelling : row.spellings) {
      if (spelling.former > 0) row.unit.former.push_back(std::string(type->label) + spelling.text);
    }
    for (std::size_t i = 0; i < kSpellingColumns.size(); ++i) {
      add_spellings(cells[6 + i], kSpellingColumns[i], row.spellings);
    }
    for (const Spelling& spelling : row.spellings)
      if (spelling.former > row.unit.former.size()) return "a form of a former name that is not there";
    rows.push_back(std::move(row));
    return {};
  };
  if (auto read = read_table(file, kUnitColumns, add); !read) return read.error();
  return rows;
}

Result<std::vector<LocalityRow>> read_localities(const std::filesystem::path& file) {
  std::vector<LocalityRow> rows;
  const auto add = [&rows](const Cells& cells) -> std::string_view {
    LocalityRow row;
    std::string_view name = cells[0].substr(0, cells[0].find('|'));
    row.locality.common_word = take_marks(name).common;
    if (name.empty() || !core::utf8::valid(name)) return "no name";
    row.locality.name = name;
    if (!cells[1].empty()) {
      row.locality.unit = core::Teryt::parse(cells[1]);
      if (!row.locality.unit) return "no code of 2, 4 or 6 digits";
    }
    if (!parse_coordinates(cells[2], cells[3], row.locality.coordinates)) {
      return "no degrees of latitude and longitude";
    }
    if (!cells[4].empty() && !parse_number(cells[4], row.locality.population))
      return "no number of inhabitants";
    add_spellings(cells[0], {NameCase::nominative, false}, row.spellings);
    for (std::size_t i = 0; i + 5 < kLocalityColumns; ++i) {
      add_spellings(cells[5 + i], kSpellingColumns[i], row.spellings);
    }
    rows.push_back(std::move(row));
    return {};
  };
  if (auto read = read_table(file, kLocalityColumns, add); !read) return read.error();
  return rows;
}

}  // namespace szukajst::gazetteer
