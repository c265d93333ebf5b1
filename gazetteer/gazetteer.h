// Poland's territorial units: every voivodeship, county and municipality by code and by name in
// every case, with hierarchy and coordinates; and the towns and villages that lie in them.
// Data: data/units.tsv, data/localities.tsv, see data/LICENCE.md. Thread-safe once loaded: what is derived of
// the tables, the names' forms, words and habits, is made once, when it is first asked for.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/kinds.h"
#include "core/result.h"
#include "core/teryt.h"

namespace szukajst::gazetteer {

// The register's type digit for municipalities; counties are land or city counties. Districts are the
// parts of five cities that the register lists beside municipalities ("146511 Ochota").
enum class UnitType { voivodeship, land_county, city_county, urban, rural, urban_rural, district };

struct Coordinates {
  double latitude = 0, longitude = 0;  // degrees, WGS 84
};
// Kilometres between two places of one country: exact to a few in a hundred.
double distance(const Coordinates& a, const Coordinates& b);

struct Unit {
  core::Teryt code;
  UnitType type;
  std::string name;   // as registered, in running-text case: "Stolno", "chełmiński", "kujawsko-pomorskie"
  std::string label;  // "gmina Stolno", "miasto Toruń", "powiat chełmiński", "województwo pomorskie"
  std::string seat;   // of a county or voivodeship, nominative ("Bydgoszcz, Toruń" where it has two);
                      // of a municipality its own name
  std::optional<Coordinates> coordinates;  // of a municipality its seat; of a larger unit its middle
  bool common_word = false;  // the name is a word of the language too: "Dobra", "Warta", "Klonowa"
  // As label, by names it had before or of units that it took over: "gmina Sitkówka-Nowiny"; mostly empty.
  std::vector<std::string> former;

  core::PlaceKind kind() const;  // of a district: locality
};

// A town or village of 500 people or more that does not bear the name of a municipality of its county;
// and each district.
struct Locality {
  std::string name;                 // nominative
  std::optional<core::Teryt> unit;  // the municipality, or the county where no more is known
  std::optional<core::Teryt> code;  // of a district alone: see Gazetteer::districts
  std::optional<Coordinates> coordinates;
  int population = 0;  // 0 where unknown
  bool common_word = false;
};

enum class NameCase { nominative, genitive, dative, accusative, instrumental, locative, adjective };

struct NameForm {
  const Unit* unit = nullptr;
  NameCase name_case = NameCase::nominative;  // adjective: any case of "toruński", "kujawsko-pomorski"
  bool plural = false;                        // of an adjective: "powiaty toruńskie i chełmińskie"
  bool common_word = false;                   // this very form is a word of the language too: "Warty"
  std::uint8_t former = 0;                    // of which of Unit::former, from 1; 0: of none
};

// A name found in a row of words: how many words it takes, and all that it may mean.
struct NameMatch {
  std::size_t words = 0;
  std::span<const NameForm> forms;
};

struct LocalityForm {
  const Locality* locality = nullptr;
  NameCase name_case = NameCase::nominative;  // never adjective
  bool common_word = false;
};

struct LocalityMatch {
  std::size_t words = 0;
  std::span<const LocalityForm> forms;
};

class NameGuesser;

class Gazetteer {
 public:
  // `folder`: core::data_folder() / "gazetteer". Error: not_found, malformed (file and line).
  static core::Result<Gazetteer> load(const std::filesystem::path& folder);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  // Null for a code that is in no register. "0463" is the county, "046301" the municipality.
  const Unit* find(const core::Teryt& code) const;
  std::span<const Unit> units() const;      // voivodeships, counties, municipalities; by code, ascending
  std::span<const Unit> districts() const;  // by code, ascending
  std::span<const Locality> localities() const;
  // The units one level down, by code; without districts.
  std::vector<const Unit*> children(const core::Teryt& code) const;

  // The longest name, in any case and in any spelling of letter case, at the beginning of `words`
  // (one token each, without punctuation; hyphens split words, as language::tokenize does).
  // words = 0 where there is none. Forms of other lengths are had by passing fewer words.
  // Of one name towns come first, then urban-rural and rural municipalities, then city counties; of
  // one adjective counties and voivodeships come before towns.
  NameMatch match(std::span<const std::string_view> words) const;
  // Whether a name that match() knows begins with the word, which is in lower case.
  bool begins_name(const std::string& word) const;
  // The same with diacritics left out of account on both sides: for queries typed without them and for
  // damaged texts. Try match() first: "zary" may be Żary here, and is a word as well.
  NameMatch match_folded(std::span<const std::string_view> words) const;
  // match() for localities and districts. A name may be many villages': see Locality::unit.
  LocalityMatch match_locality(std::span<const std::string_view> words) const;
  // All forms of exactly this name ("Torunia", "Kościerskiego", "Nowej Karczmy").
  std::span<const NameForm> forms(std::string_view name) const;
  // What a village that no table has is called in the nominative.
  const NameGuesser& guesser() const;
  // Every word of every form of every name, as written with its capitals; ascending, each once.
  std::span<const std::string> words() const;
  // Every word of every name's cases and the nominative of that word, both in lower case: "brzeźniu",
  // "brzeźnio"; ascending, each pair once.
  std::span<const std::pair<std::string, std::string>> nominatives() const;

 private:
  struct Index;
  explicit Gazetteer(std::unique_ptr<const Index> index);
  std::unique_ptr<const Index> index_;
};

}  // namespace szukajst::gazetteer
