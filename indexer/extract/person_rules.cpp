#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/person_reader.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

PersonRules::PersonRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
PersonRules::PersonRules(PersonRules&&) noexcept = default;
PersonRules& PersonRules::operator=(PersonRules&&) noexcept = default;
PersonRules::~PersonRules() = default;

bool PersonRules::Tables::may_begin_given(std::string_view letters) const {
  const auto at = std::ranges::lower_bound(given_in_order, letters, std::less<>());
  return at != given_in_order.end() && at->starts_with(letters);
}

core::Result<PersonRules> PersonRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path names_file = folder / "person_given_names.tsv";
  const std::filesystem::path words_file = folder / "person_words.tsv";
  auto names = read_table(names_file, 2);
  if (!names) return names.error();
  auto words = read_table(words_file, 2);
  if (!words) return words.error();
  auto endings = EndingTable::load(folder / "person_endings.tsv");
  if (!endings) return endings.error();
  auto damage = NameDamage::load(folder);
  if (!damage) return damage.error();
  auto tables = std::make_unique<Tables>();
  tables->endings = std::move(*endings);
  tables->damage = std::move(*damage);
  for (const Row& row : *names) {
    if (row.cell(1) != "m" && row.cell(1) != "f") return bad_row(names_file, row, "the gender is m or f");
    Tables::GivenName& given = tables->given[utf8::lower(row.cell(0))];
    given.name = row.cell(0);
    (row.cell(1) == "m" ? given.male : given.female) = true;
  }
  for (const auto& [name, given] : tables->given) tables->given_in_order.push_back(name);
  std::ranges::sort(tables->given_in_order);
  for (const Row& row : *words) {
    if (row.cell(0) == "namesake")
      tables->namesake.insert(row.cell(1));
    else if (row.cell(0) == "no-name")
      tables->no_name.insert(row.cell(1));
    else if (row.cell(0) == "shared")
      tables->shared.insert(row.cell(1));
    else if (row.cell(0) == "surname")
      tables->surnames_too.insert(row.cell(1));
    else if (row.cell(0) == "declined")
      tables->declined.push_back(row.cell(1));
    else
      return bad_row(words_file, row, "'" + row.cell(0) + "' is no kind of word");
  }
  return PersonRules(std::move(tables));
}

}  // namespace szukajst::indexer::extract
