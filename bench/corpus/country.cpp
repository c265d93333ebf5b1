#include "bench/corpus/country.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

#include "gazetteer/table.h"

namespace szukajst::bench {
namespace {

using gazetteer::NameCase;
using gazetteer::UnitType;

// ---- Tables. To make the country richer, add lines.

constexpr std::array<std::string_view, 40> kSurnameStems{
    "Bor",  "Brzez", "Choj", "Czar", "Dąbr",  "Dobr", "Gaj",   "Grab",  "Grod", "Jasi",
    "Jaw",  "Kal",   "Kam",  "Klim", "Kos",   "Kraj", "Krup",  "Lip",   "Łęcz", "Mal",
    "Mros", "Nowic", "Olsz", "Ostr", "Paw",   "Pias", "Rad",   "Rogal", "Rut",  "Sad",
    "Sob",  "Star",  "Tom",  "Wal",  "Wierz", "Wiś",  "Wróbl", "Zał",   "Zaw",  "Żuk"};
struct Ending {
  std::string_view male, female;
};
constexpr std::array<Ending, 9> kSurnameEndings{{{"owski", "owska"},
                                                 {"ewski", "ewska"},
                                                 {"ański", "ańska"},
                                                 {"iński", "ińska"},
                                                 {"icki", "icka"},
                                                 {"owicz", "owicz"},
                                                 {"czak", "czak"},
                                                 {"uch", "uch"},
                                                 {"as", "as"}}};

struct Role {
  std::string_view nominative, genitive;
};
constexpr Role kRuralHead{"wójt", "wójta"}, kTownHead{"burmistrz", "burmistrza"},
    kCityHead{"prezydent", "prezydenta"};
constexpr std::array<Role, 4> kMunicipalRoles{{{"sekretarz", "sekretarza"},
                                               {"skarbnik", "skarbnika"},
                                               {"przewodniczący rady", "przewodniczącego rady"},
                                               {"radny", "radnego"}}};
constexpr std::array<Role, 4> kCountyRoles{{{"starosta", "starosty"},
                                            {"wicestarosta", "wicestarosty"},
                                            {"przewodniczący rady powiatu", "przewodniczącego rady powiatu"},
                                            {"radny powiatu", "radnego powiatu"}}};

// Organisations of one unit: the first words in three cases; {g} stands for the unit's name in the genitive.
struct Pattern {
  std::string_view nominative, genitive, instrumental, behind;
};
constexpr std::array<Pattern, 7> kLocalPartners{{
    {"Stowarzyszenie", "Stowarzyszenia", "Stowarzyszeniem", " Przyjaciół {g}"},
    {"Fundacja", "Fundacji", "Fundacją", " Rozwoju {g}"},
    {"Ludowy Klub Sportowy", "Ludowego Klubu Sportowego", "Ludowym Klubem Sportowym", " {n}"},
    {"Ochotnicza Straż Pożarna", "Ochotniczej Straży Pożarnej", "Ochotniczą Strażą Pożarną", " w {l}"},
    {"Koło Gospodyń Wiejskich", "Koła Gospodyń Wiejskich", "Kołem Gospodyń Wiejskich", " w {l}"},
    {"Uniwersytet Trzeciego Wieku", "Uniwersytetu Trzeciego Wieku", "Uniwersytetem Trzeciego Wieku",
     " w {l}"},
    {"Towarzystwo", "Towarzystwa", "Towarzystwem", " Miłośników Ziemi {g}"},
}};
constexpr std::array<Pattern, 4> kNationalPartners{{
    {"Fundacja", "Fundacji", "Fundacją", ""},
    {"Stowarzyszenie", "Stowarzyszenia", "Stowarzyszeniem", ""},
    {"Związek", "Związku", "Związkiem", ""},
    {"Instytut", "Instytutu", "Instytutem", ""},
}};
constexpr std::array<std::string_view, 20> kNationalNames{
    "Jasny Brzeg", "Wspólna Droga", "Dobry Próg",    "Zielony Szlak", "Otwarte Okno",
    "Nasza Rzeka", "Czysty Nurt",   "Nowy Warsztat", "Ciepły Dom",    "Szeroki Tor",
    "Mądra Głowa", "Pomocna Dłoń",  "Bliski Sąsiad", "Mały Most",     "Stary Młyn",
    "Silna Wieś",  "Równy Start",   "Wolny Czas",    "Dobre Słowo",   "Złoty Wiek"};

// The commonest first.
constexpr std::array<std::string_view, 30> kProgrammes{"EFS",
                                                       "PROW",
                                                       "EFRR",
                                                       "RPO WK-P",
                                                       "Polski Ład",
                                                       "RFRD",
                                                       "RFIL",
                                                       "FERS",
                                                       "PO KL",
                                                       "RPO WM",
                                                       "POWER",
                                                       "RPO WP",
                                                       "FEnIKS",
                                                       "RPO WZ",
                                                       "POIiŚ",
                                                       "RPO WL",
                                                       "Interreg",
                                                       "ERASMUS+",
                                                       "PO RYBY",
                                                       "RPO WŁ",
                                                       "EFRROW",
                                                       "RPO WO",
                                                       "Czyste Powietrze",
                                                       "Maluch+",
                                                       "Senior+",
                                                       "RPO WD",
                                                       "Aktywna Tablica",
                                                       "RPO WŚ",
                                                       "Horyzont Europa",
                                                       "LIFE"};

// How unevenly units are told of.
constexpr double kUnitExponent = 0.75, kUnitShift = 12;

// ---- What is made of them.

bool ends(std::string_view word, std::string_view with) {
  return word.ends_with(with);
}
std::string but(std::string_view word, std::size_t bytes) {
  return std::string(word.substr(0, word.size() - bytes));
}

// As most names decline; an odd form now and then does no harm to a measurement.
Name decline(std::string name, bool female) {
  const auto all = [&](std::string genitive, std::string instrumental) {
    return Name{{std::move(name), std::move(genitive), std::move(instrumental)}};
  };
  if (ends(name, "ska") || ends(name, "cka")) return all(but(name, 1) + "iej", but(name, 1) + "ą");
  if (ends(name, "ski") || ends(name, "cki")) return all(name + "ego", name + "m");
  if (ends(name, "ia")) return all(but(name, 1) + "i", but(name, 1) + "ą");
  if (ends(name, "ka") || ends(name, "ga")) return all(but(name, 1) + "i", but(name, 1) + "ą");
  if (ends(name, "a")) return all(but(name, 1) + "y", but(name, 1) + "ą");
  if (female || ends(name, "y") || ends(name, "i") || ends(name, "o") || ends(name, "e"))
    return all(name, name);
  if (ends(name, "ek")) return all(but(name, 2) + "ka", but(name, 2) + "kiem");
  if (ends(name, "k") || ends(name, "g")) return all(name + "a", name + "iem");
  return all(name + "a", name + "em");
}

struct GivenName {
  std::string name;
  bool female = false;
};

core::Result<std::vector<GivenName>> read_given_names(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<GivenName> names;
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (line.starts_with('#') || tab == line.npos) continue;
    names.push_back({line.substr(0, tab), line.substr(tab + 1, 1) == "f"});
  }
  if (names.empty()) return core::Error{core::ErrorCode::unreadable, path.string() + ": no given names"};
  return names;
}

std::optional<std::string> spelling(const gazetteer::UnitRow& row, NameCase wanted,
                                    std::string_view ending = "") {
  for (const gazetteer::Spelling& each : row.spellings)
    if (each.name_case == wanted && !each.plural && ends(each.text, ending)) return each.text;
  return std::nullopt;
}

std::string filled(std::string_view pattern, const Unit& unit, const std::string& nominative,
                   const std::string& genitive) {
  std::string text(pattern);
  const auto put = [&](std::string_view slot, const std::string& value) {
    if (const auto at = text.find(slot); at != text.npos) text.replace(at, slot.size(), value);
  };
  put("{n}", nominative), put("{g}", genitive), put("{l}", unit.locative);
  return text;
}

class Maker {
 public:
  Maker(const std::vector<GivenName>& given, std::uint64_t seed)
      : random_(seed), given_(given), given_weights_(zipf(given.size(), 0.8, 5)) {}

  std::optional<Unit> unit(const gazetteer::UnitRow& row) {
    const UnitType type = row.unit.type;
    if (type == UnitType::land_county) return county(row);
    const bool town = type == UnitType::urban;
    if (!town && type != UnitType::rural && type != UnitType::urban_rural) return std::nullopt;
    const std::string& name = row.unit.name;
    const std::string genitive = spelling(row, NameCase::genitive).value_or(name);
    Unit made{row.unit.code, false, {}, spelling(row, NameCase::locative).value_or(name), {}, {}};
    made.name = town ? Name{{"miasto " + name, "miasta " + name, "miastem " + name}}
                     : Name{{"gmina " + name, "gminy " + name, "gminą " + name}};
    made.officials.push_back(person(type == UnitType::rural ? kRuralHead
                                    : random_.chance(0.1)   ? kCityHead
                                                            : kTownHead));
    for (const Role& role : kMunicipalRoles) made.officials.push_back(person(role));
    for (const Pattern& pattern : kLocalPartners) {
      if (random_.chance(0.7)) add_partner(made, pattern, name, genitive);
    }
    return made;
  }

 private:
  std::optional<Unit> county(const gazetteer::UnitRow& row) {
    const auto genitive = spelling(row, NameCase::adjective, "ego");
    if (!genitive) return std::nullopt;
    const std::string with = but(*genitive, 3) + "m";
    Unit made{row.unit.code, true, {}, "powiecie " + with, {}, {}};
    made.name = {{"powiat " + row.unit.name, "powiatu " + *genitive, "powiatem " + with}};
    for (const Role& role : kCountyRoles) made.officials.push_back(person(role));
    return made;
  }

  void add_partner(Unit& unit, const Pattern& pattern, const std::string& nominative,
                   const std::string& genitive) {
    const std::string behind = filled(pattern.behind, unit, nominative, genitive);
    unit.partners.push_back(
        {{std::string(pattern.nominative) + behind, std::string(pattern.genitive) + behind,
          std::string(pattern.instrumental) + behind}});
  }

  Person person(const Role& role) {
    const GivenName& given = given_[given_weights_.draw(random_)];
    const Ending& ending = random_.one_of(kSurnameEndings);
    const Name first = decline(given.name, given.female);
    const Name last = decline(
        std::string(random_.one_of(kSurnameStems)) + std::string(given.female ? ending.female : ending.male),
        given.female);
    Person made{{}, std::string(role.nominative), std::string(role.genitive)};
    for (std::size_t i = 0; i < made.name.forms.size(); ++i)
      made.name.forms[i] = first.forms[i] + " " + last.forms[i];
    return made;
  }

  Random random_;
  const std::vector<GivenName>& given_;
  Weighted given_weights_;
};

// The units' weights, spread over the country by chance.
std::vector<double> unit_weights(std::size_t count) {
  std::vector<double> weights = zipf(count, kUnitExponent, kUnitShift);
  Random random(count);
  for (std::size_t i = count; i > 1; --i) std::swap(weights[i - 1], weights[random.below(i)]);
  return weights;
}

std::vector<Name> national_partners() {
  std::vector<Name> made;
  for (std::size_t i = 0; i < kNationalNames.size() * 2; ++i) {
    const Pattern& pattern = kNationalPartners[i % kNationalPartners.size()];
    const std::string name = " " + std::string(kNationalNames[i % kNationalNames.size()]);
    made.push_back({{std::string(pattern.nominative) + name, std::string(pattern.genitive) + name,
                     std::string(pattern.instrumental) + name}});
  }
  return made;
}

}  // namespace

Country::Country(std::vector<Unit> units)
    : units_(std::move(units)),
      by_weight_(unit_weights(units_.size())),
      partners_(national_partners()),
      partner_weights_(zipf(partners_.size(), 1)),
      programme_weights_(zipf(kProgrammes.size(), 1, 2)) {}

core::Result<Country> Country::make(const std::filesystem::path& data, std::uint64_t seed) {
  const auto rows = gazetteer::read_units(data / "gazetteer" / "units.tsv");
  if (!rows) return rows.error();
  auto given = read_given_names(data / "extract" / "person_given_names.tsv");
  if (!given) return given.error();
  // The table is in the order of letters; which names are frequent is left to chance.
  Random random(seed);
  for (std::size_t i = given->size(); i > 1; --i) std::swap((*given)[i - 1], (*given)[random.below(i)]);
  Maker maker(*given, random.next());
  std::vector<Unit> units;
  for (const auto& row : *rows) {
    if (auto unit = maker.unit(row)) units.push_back(std::move(*unit));
  }
  std::ranges::sort(units, {}, &Unit::code);
  return Country(std::move(units));
}

const Unit& Country::neighbour(const Unit& unit, Random& random) const {
  const std::string county = unit.code.text().substr(0, 4);
  const auto of_county = [&](const Unit& each) { return std::string_view(each.code.text()).substr(0, 4); };
  const auto range = std::ranges::equal_range(units_, std::string_view(county), {}, of_county);
  return range[random.below(range.size())];
}

const std::string& Country::programme(Random& random) const {
  static const std::vector<std::string> names(kProgrammes.begin(), kProgrammes.end());
  return names[programme_weights_.draw(random)];
}

}  // namespace szukajst::bench
