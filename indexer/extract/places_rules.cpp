#include <algorithm>
#include <utility>

#include "indexer/extract/places_tables.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace {

constexpr NamedValues<PlaceWord, 28> kPlaceWords = {{{"municipality", PlaceWord::municipality},
                                                     {"town", PlaceWord::town},
                                                     {"rural-office", PlaceWord::rural_office},
                                                     {"town-office", PlaceWord::town_office},
                                                     {"county", PlaceWord::county},
                                                     {"voivodeship", PlaceWord::voivodeship},
                                                     {"locality", PlaceWord::locality},
                                                     {"urban", PlaceWord::urban},
                                                     {"rural", PlaceWord::rural},
                                                     {"street", PlaceWord::street},
                                                     {"seat", PlaceWord::seat},
                                                     {"road", PlaceWord::road},
                                                     {"glue", PlaceWord::glue},
                                                     {"village-head", PlaceWord::village_head},
                                                     {"issuer", PlaceWord::issuer},
                                                     {"head", PlaceWord::head},
                                                     {"of", PlaceWord::of},
                                                     {"part", PlaceWord::part_of_name},
                                                     {"attribute", PlaceWord::attribute},
                                                     {"near", PlaceWord::near},
                                                     {"joins", PlaceWord::joins},
                                                     {"month", PlaceWord::month},
                                                     {"visits", PlaceWord::visits},
                                                     {"title", PlaceWord::title},
                                                     {"water", PlaceWord::water},
                                                     {"councillor", PlaceWord::councillor},
                                                     {"regional", PlaceWord::regional},
                                                     {"settlement", PlaceWord::settlement}}};

unsigned cases_of(std::string_view names) {
  unsigned bits = 0;
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    bits |= case_bit(names.substr(0, comma));
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return bits;
}

}  // namespace

PlaceRules::PlaceRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
PlaceRules::PlaceRules(PlaceRules&&) noexcept = default;
PlaceRules& PlaceRules::operator=(PlaceRules&&) noexcept = default;
PlaceRules::~PlaceRules() = default;

core::Result<PlaceRules> PlaceRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path contexts_file = folder / "places_contexts.tsv";
  const std::filesystem::path prepositions_file = folder / "places_prepositions.tsv";
  auto contexts = read_table(contexts_file, 2);
  if (!contexts) return contexts.error();
  auto prepositions = read_table(prepositions_file, 3);
  if (!prepositions) return prepositions.error();
  auto not_places = read_table(folder / "places_not.tsv", 1);
  if (!not_places) return not_places.error();

  auto tables = std::make_unique<Tables>();
  tables->book.enter(tables->regions);
  for (const Row& row : *contexts) {
    if (row.cell(0) == "region") {
      const auto code = core::Teryt::parse(row.cell(2));
      if (!code) return bad_row(contexts_file, row, "'" + row.cell(2) + "' is no code of a voivodeship");
      tables->regions.add(LemmaPattern(row.cell(1)));
      tables->voivodeships.push_back(*code);
      continue;
    }
    const auto word = value_of(kPlaceWords, row.cell(0));
    if (!word) return bad_row(contexts_file, row, "'" + row.cell(0) + "' is no kind of word");
    tables->words.emplace(row.cell(1), *word);
    tables->any_words.add(row.cell(1));
  }
  for (const Row& row : *prepositions) {
    const unsigned cases = cases_of(row.cell(1));
    if (cases == 0) return bad_row(prepositions_file, row, "'" + row.cell(1) + "' names no case");
    tables->prepositions[row.cell(0)] = {cases, cases_of(row.cell(2)), row.cell(3)};
  }
  for (const Row& row : *not_places) {
    tables->not_places.insert(row.cell(0));
    if (row.cell(1) == "river") tables->rivers.insert(row.cell(0));
  }
  return PlaceRules(std::move(tables));
}

std::uint32_t PlaceRules::Tables::find_meanings(const language::Word& word) const {
  std::uint32_t bits = 0;
  const auto add = [&](const std::string& text) {
    if (!any_words.may_hold(text)) return;
    const auto [begin, end] = words.equal_range(text);
    for (auto entry = begin; entry != end; ++entry) bits |= bit(entry->second);
  };
  add(word.form);
  for (const std::string& lemma : word.lemmas)
    if (lemma != word.form) add(lemma);
  return bits;
}

}  // namespace szukajst::indexer::extract
