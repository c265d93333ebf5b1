// Who and what documents of the generator tell of: territorial units with their names in cases, and in each
// unit invented officials and organisations.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/corpus/random.h"
#include "core/result.h"
#include "core/teryt.h"

namespace szukajst::bench {

// The cases that sentences need.
enum class Case { nominative, genitive, instrumental };

struct Name {
  std::array<std::string, 3> forms;  // by Case
  const std::string& in(Case wanted) const { return forms[static_cast<std::size_t>(wanted)]; }
};

struct Person {
  Name name;
  std::string role, role_genitive;
};

struct Unit {
  core::Teryt code;
  bool county = false;
  Name name;             // "gmina Lubicz", "gminy Lubicz", "gminą Lubicz"
  std::string locative;  // "Lubiczu", "powiecie toruńskim"
  std::vector<Person> officials;
  std::vector<Name> partners;
};

class Country {
 public:
  // `data`: core::data_folder(). Errors: those of the tables of the gazetteer and of given names.
  static core::Result<Country> make(const std::filesystem::path& data, std::uint64_t seed);

  // A unit, the large and lively ones more often.
  const Unit& unit(Random& random) const { return units_[by_weight_.draw(random)]; }
  // One of the same county.
  const Unit& neighbour(const Unit& unit, Random& random) const;
  // An organisation of the whole country; a programme that gives money.
  const Name& partner(Random& random) const { return partners_[partner_weights_.draw(random)]; }
  const std::string& programme(Random& random) const;

 private:
  explicit Country(std::vector<Unit> units);

  std::vector<Unit> units_;  // by code
  Weighted by_weight_;
  std::vector<Name> partners_;
  Weighted partner_weights_, programme_weights_;
};

}  // namespace szukajst::bench
