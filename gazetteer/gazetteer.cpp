#include "gazetteer/gazetteer.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <mutex>
#include <numbers>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "gazetteer/name_guesser.h"
#include "gazetteer/table.h"
#include "gazetteer/word_trie.h"

namespace szukajst::gazetteer {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

// The words of a name, as a tokenizer that splits at hyphens gives them.
std::vector<std::string> words_as_written(std::string_view name) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -()", at), name.size());
    if (end > at) words.emplace_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<std::string> words_of(std::string_view name) {
  return words_as_written(core::utf8::lower(name));
}

const Unit* find_in(const std::vector<Unit>& units, const core::Teryt& code) {
  const auto at =
      std::lower_bound(units.begin(), units.end(), code,
                       [](const Unit& unit, const core::Teryt& wanted) { return unit.code < wanted; });
  return at != units.end() && at->code == code ? &*at : nullptr;
}

// The order of the forms of one spelling. "Grudziądz" is the city before the rural municipality around
// it, and the municipality before the city county; "toruński" is the county before the town.
constexpr int kRanks = 4;
int rank(const Unit& unit, NameCase name_case) {
  const bool municipality = unit.kind() == core::PlaceKind::municipality;
  if (name_case == NameCase::adjective) return municipality ? 1 : 0;
  if (!municipality) return 3;
  if (unit.type == UnitType::urban) return 0;
  return unit.type == UnitType::urban_rural ? 1 : 2;
}

// What is made when it is first asked for: most commands need little of the gazetteer.
template <typename Value>
class Late {
 public:
  // `make(value)` fills it, once; other threads wait for it.
  template <typename Make>
  const Value& get(Make&& make) const {
    std::call_once(made_, [&] { make(value_); });
    return value_;
  }

 private:
  mutable std::once_flag made_;
  mutable Value value_;
};

template <typename Item>
void sort_each_once(std::vector<Item>& items) {
  std::ranges::sort(items);
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

struct Gazetteer::Index {
  using Nominatives = std::vector<std::pair<std::string, std::string>>;

  std::vector<Unit> units;
  std::vector<Unit> districts;
  std::vector<Locality> localities;  // the districts stand at the end of it too
  std::vector<std::pair<core::Teryt, std::vector<Spelling>>> unit_spellings;  // in the table's order
  std::vector<std::vector<Spelling>> locality_spellings;                      // of each locality

  const WordTrie<NameForm>& names() const;
  const WordTrie<NameForm>& folded_names() const;
  const WordTrie<LocalityForm>& locality_names() const;
  const std::vector<std::string>& words() const;
  const Nominatives& nominatives() const;
  const NameGuesser& guesser() const;

  // What is wrong with the register as a whole, or nothing.
  std::string fault() const;
  void add_units(std::vector<UnitRow> rows);
  void add_localities(std::vector<LocalityRow> rows, const std::vector<UnitRow>& district_rows);

 private:
  // `visit(unit, spellings)` for each unit, then `visit(locality, spellings)` for each locality.
  template <typename Visit>
  void for_each_place(Visit&& visit) const {
    for (const auto& [code, spellings] : unit_spellings) visit(*find_in(units, code), spellings);
    for (std::size_t i = 0; i < localities.size(); ++i) visit(localities[i], locality_spellings[i]);
  }
  // `visit(form, text)` for each form of a unit's name, those first that come first of one spelling; those of
  // former names come last.
  template <typename Visit>
  void for_each_form(Visit&& visit) const {
    for (int wanted = 0; wanted < 2 * kRanks; ++wanted) {
      for (const auto& [code, spellings] : unit_spellings) {
        const Unit* unit = find_in(units, code);
        for (const Spelling& form : spellings) {
          if (rank(*unit, form.name_case) + (form.former > 0 ? kRanks : 0) == wanted)
            visit(NameForm{unit, form.name_case, form.plural, form.common_word, form.former}, form.text);
        }
      }
    }
  }

  Late<WordTrie<NameForm>> names_, folded_names_;
  Late<WordTrie<LocalityForm>> locality_names_;
  Late<std::vector<std::string>> words_;
  Late<Nominatives> nominatives_;
  Late<NameGuesser> guesser_;
};

double distance(const Coordinates& a, const Coordinates& b) {
  constexpr double kEarthRadius = 6371;  // kilometres
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const double x = radians(b.longitude - a.longitude) * std::cos(radians((a.latitude + b.latitude) / 2));
  return kEarthRadius * std::hypot(x, radians(b.latitude - a.latitude));
}

core::PlaceKind Unit::kind() const {
  switch (type) {
    case UnitType::voivodeship:
      return core::PlaceKind::voivodeship;
    case UnitType::land_county:
    case UnitType::city_county:
      return core::PlaceKind::county;
    case UnitType::urban:
    case UnitType::rural:
    case UnitType::urban_rural:
      return core::PlaceKind::municipality;
    case UnitType::district:
      break;
  }
  return core::PlaceKind::locality;
}

const WordTrie<NameForm>& Gazetteer::Index::names() const {
  return names_.get([this](auto& trie) {
    for_each_form([&](const NameForm& form, const std::string& text) { trie.add(words_of(text), form); });
    trie.finish();
  });
}

const WordTrie<NameForm>& Gazetteer::Index::folded_names() const {
  return folded_names_.get([this](auto& trie) {
    for_each_form([&](const NameForm& form, const std::string& text) {
      trie.add(words_of(core::utf8::fold(text)), form);
    });
    trie.finish();
  });
}

const WordTrie<LocalityForm>& Gazetteer::Index::locality_names() const {
  return locality_names_.get([this](auto& trie) {
    for (std::size_t i = 0; i < localities.size(); ++i) {
      for (const Spelling& form : locality_spellings[i])
        trie.add(words_of(form.text), {&localities[i], form.name_case, form.common_word});
    }
    trie.finish();
  });
}

const std::vector<std::string>& Gazetteer::Index::words() const {
  return words_.get([this](auto& words) {
    for_each_place([&](const auto&, const std::vector<Spelling>& spellings) {
      for (const Spelling& spelling : spellings)
        std::ranges::move(words_as_written(spelling.text), std::back_inserter(words));
    });
    sort_each_once(words);
  });
}

const Gazetteer::Index::Nominatives& Gazetteer::Index::nominatives() const {
  return nominatives_.get([this](Nominatives& nominatives) {
    for_each_place([&](const auto& place, const std::vector<Spelling>& spellings) {
      const auto of_name = words_of(place.name);
      for (const Spelling& spelling : spellings) {
        if (spelling.name_case == NameCase::adjective) continue;
        auto in_case = words_of(spelling.text);
        if (in_case.size() != of_name.size()) continue;
        for (std::size_t i = 0; i < of_name.size(); ++i)
          nominatives.emplace_back(std::move(in_case[i]), of_name[i]);
      }
    });
    sort_each_once(nominatives);
  });
}

const NameGuesser& Gazetteer::Index::guesser() const {
  return guesser_.get([this](NameGuesser& guesser) {
    const auto teach = [&](const std::string& name, const std::vector<Spelling>& spellings,
                           const std::optional<Coordinates>& where) {
      if (name.find_first_of(" -") != std::string::npos) return;
      std::vector<NameGuesser::Form> forms;
      for (const Spelling& spelling : spellings)
        if (spelling.name_case != NameCase::adjective && spelling.text.find(' ') == std::string::npos)
          forms.push_back({spelling.name_case, spelling.text});
      guesser.add(name, forms, where);
    };
    for (const auto& [code, spellings] : unit_spellings) {
      const Unit& unit = *find_in(units, code);
      if (unit.kind() == core::PlaceKind::municipality) teach(unit.name, spellings, unit.coordinates);
    }
    for (std::size_t i = 0; i < localities.size(); ++i) {
      const Locality& locality = localities[i];
      if (locality.unit && !locality.code) teach(locality.name, locality_spellings[i], locality.coordinates);
    }
  });
}

void Gazetteer::Index::add_units(std::vector<UnitRow> rows) {
  units.reserve(rows.size());
  unit_spellings.reserve(rows.size());
  for (UnitRow& row : rows) {
    unit_spellings.emplace_back(row.unit.code, std::move(row.spellings));
    units.push_back(std::move(row.unit));
  }
  std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.code < b.code; });
}

void Gazetteer::Index::add_localities(std::vector<LocalityRow> rows,
                                      const std::vector<UnitRow>& district_rows) {
  for (const UnitRow& row : district_rows) {
    // A city with districts is one municipality, which the register numbers 01.
    const std::string city = row.unit.code.text().substr(0, 4) + "01";
    rows.push_back({{.name = row.unit.name,
                     .unit = core::Teryt::parse(city),
                     .code = row.unit.code,
                     .coordinates = row.unit.coordinates,
                     .population = 0,
                     .common_word = row.unit.common_word},
                    row.spellings});
    districts.push_back(row.unit);
  }
  std::sort(districts.begin(), districts.end(), [](const Unit& a, const Unit& b) { return a.code < b.code; });
  localities.reserve(rows.size());
  locality_spellings.reserve(rows.size());
  for (LocalityRow& row : rows) {
    localities.push_back(std::move(row.locality));
    locality_spellings.push_back(std::move(row.spellings));
  }
}

std::string Gazetteer::Index::fault() const {
  for (std::size_t i = 1; i < units.size(); ++i) {
    if (units[i - 1].code == units[i].code) return "the code " + units[i].code.text() + " stands twice";
  }
  for (const std::vector<Unit>* all : {&units, &districts}) {
    for (const Unit& unit : *all) {
      const auto parent = unit.code.parent();
      if (parent && find_in(units, *parent) == nullptr)
        return "the unit above " + unit.code.text() + " is missing";
    }
  }
  for (const Locality& locality : localities) {
    if (locality.unit && find_in(units, *locality.unit) == nullptr) {
      return "the unit " + locality.unit->text() + " of the locality " + locality.name + " is missing";
    }
  }
  return {};
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& folder) {
  auto unit_rows = read_units(folder / "units.tsv");
  if (!unit_rows) return unit_rows.error();
  auto locality_rows = read_localities(folder / "localities.tsv");
  if (!locality_rows) return locality_rows.error();

  const auto district = std::stable_partition(unit_rows->begin(), unit_rows->end(), [](const UnitRow& row) {
    return row.unit.type != UnitType::district;
  });
  const std::vector<UnitRow> district_rows(std::make_move_iterator(district),
                                           std::make_move_iterator(unit_rows->end()));
  unit_rows->erase(district, unit_rows->end());

  auto index = std::make_unique<Index>();
  index->add_units(*std::move(unit_rows));
  index->add_localities(*std::move(locality_rows), district_rows);
  if (const std::string fault = index->fault(); !fault.empty()) {
    return Error{ErrorCode::malformed, folder.string() + ": " + fault};
  }
  return Gazetteer(std::move(index));
}

Gazetteer::Gazetteer(std::unique_ptr<const Index> index) : index_(std::move(index)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

const Unit* Gazetteer::find(const core::Teryt& code) const {
  const Unit* unit = find_in(index_->units, code);
  return unit != nullptr ? unit : find_in(index_->districts, code);
}

std::span<const Unit> Gazetteer::units() const {
  return index_->units;
}
std::span<const Unit> Gazetteer::districts() const {
  return index_->districts;
}
std::span<const Locality> Gazetteer::localities() const {
  return index_->localities;
}

std::vector<const Unit*> Gazetteer::children(const core::Teryt& code) const {
  std::vector<const Unit*> found;
  const auto& units = index_->units;
  auto at = std::upper_bound(units.begin(), units.end(), code,
                             [](const core::Teryt& wanted, const Unit& unit) { return wanted < unit.code; });
  // Codes ascend as texts, so all that lies in a unit stands right behind it.
  for (; at != units.end() && code.contains(at->code); ++at) {
    if (at->code.text().size() == code.text().size() + 2) found.push_back(&*at);
  }
  return found;
}

NameMatch Gazetteer::match(std::span<const std::string_view> words) const {
  const auto found = index_->names().longest(words);
  return {found.words, found.forms};
}

bool Gazetteer::begins_name(const std::string& word) const {
  return index_->names().begins(word);
}

NameMatch Gazetteer::match_folded(std::span<const std::string_view> words) const {
  std::vector<std::string> folded;
  folded.reserve(words.size());
  for (const std::string_view word : words) folded.push_back(core::utf8::fold(word));
  const auto found = index_->folded_names().longest(folded);
  return {found.words, found.forms};
}

LocalityMatch Gazetteer::match_locality(std::span<const std::string_view> words) const {
  const auto found = index_->locality_names().longest(words);
  return {found.words, found.forms};
}

std::span<const NameForm> Gazetteer::forms(std::string_view name) const {
  const std::vector<std::string> words = words_of(name);
  const auto found = index_->names().longest(words);
  return found.words == words.size() ? found.forms : std::span<const NameForm>();
}

const NameGuesser& Gazetteer::guesser() const {
  return index_->guesser();
}

std::span<const std::string> Gazetteer::words() const {
  return index_->words();
}

std::span<const std::pair<std::string, std::string>> Gazetteer::nominatives() const {
  return index_->nominatives();
}

}  // namespace szukajst::gazetteer
