// What a name that no table has is in the nominative: learnt from the forms of the names that the tables
// have, and from those that lie around, since "Borowie" is Borowo in Wielkopolska and Borów in Mazowsze.
// Immutable and thread-safe once filled.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/gazetteer.h"

namespace szukajst::gazetteer {

class NameGuesser {
 public:
  struct Form {
    NameCase name_case = NameCase::nominative;
    std::string_view text;
  };
  // A name of one word, with its capital; `forms`: its cases; `where` it lies.
  void add(std::string_view nominative, const std::vector<Form>& forms,
           const std::optional<Coordinates>& where);

  // How names end around a point.
  class Region {
   private:
    friend class NameGuesser;
    std::vector<double> endings_;  // by the number of the ending: the names that end so, the nearer the more
    double names_ = 0;
  };
  // How many names end as this one does, by its last three letters.
  double names_like(std::string_view nominative) const;
  // Costs a walk over all names: make it once a text.
  Region around(const Coordinates& point) const;

  struct Guess {
    std::string nominative;
    char gender = 'm';  // m, f, n; p a plural name
    // How likely: the natural logarithm of the share of names in that case that end as the form does, times
    // the share of those that have this nominative.
    double log_share = 0;
    double habit = 0;  // how much more usual that nominative's ending is in the region, as a logarithm
  };
  // What a place may be called whose name stands as `form` in the case; the order is not told. The
  // region may be null.
  std::vector<Guess> nominatives(std::string_view form, NameCase name_case, const Region* region) const;

 private:
  // "-ach" in place of "-y" for a plural name
  struct Change {
    std::string form_tail, nominative_tail;
    char gender = 'm';
    bool operator==(const Change&) const = default;
  };
  struct Seen {
    std::size_t change = 0;
    double times = 0;
  };
  struct Lying {
    Coordinates where;
    std::array<std::size_t, 2> endings{};  // numbers
  };

  void count(std::string key, std::size_t change);
  double habit(std::string_view nominative, const Region& region) const;

  std::vector<Change> changes_;
  std::unordered_map<std::string, std::vector<std::size_t>> changes_by_tail_;
  std::unordered_map<std::string, std::vector<Seen>> seen_;  // by case and the last letters of the form
  std::unordered_map<std::string, std::size_t> ending_numbers_;
  std::vector<double> endings_;  // by number: names of all Poland
  double names_ = 0;
  std::vector<Lying> lying_;
};

}  // namespace szukajst::gazetteer
