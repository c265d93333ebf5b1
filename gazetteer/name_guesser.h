// What a name that no table has is in the nominative: learnt from the forms of the names that the tables
// have, region by region, since "Borowie" is Borowo in Wielkopolska and Borów in Mazowsze. Immutable and
// thread-safe once filled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/teryt.h"
#include "gazetteer/gazetteer.h"

namespace szukajst::gazetteer {

class NameGuesser {
 public:
  struct Form {
    NameCase name_case = NameCase::nominative;
    std::string_view text;
  };
  // A name of one word, with its capital; `forms`: its cases; `unit`: where the place lies.
  void add(std::string_view nominative, const std::vector<Form>& forms, const core::Teryt& unit);

  struct Guess {
    std::string nominative;
    char gender = 'm';  // m, f, n; p a plural name
    // How likely: the natural logarithm of the share of names in that case that end as the form does, times
    // the share of those that have this nominative, times how much more usual that is in the voivodeship.
    double log_share = 0;
  };
  // What a place may be called whose name stands as `form` in the case; the order is not told. The
  // voivodeship may be null.
  std::vector<Guess> nominatives(std::string_view form, NameCase name_case,
                                 const core::Teryt* voivodeship) const;

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
  struct Region {
    std::unordered_map<std::string, double> endings;  // of nominatives
    double names = 0;
  };

  void count(std::string key, std::size_t change);
  double habit(std::string_view nominative, const core::Teryt* voivodeship) const;

  std::vector<Change> changes_;
  std::unordered_map<std::string, std::vector<std::size_t>> changes_by_tail_;
  std::unordered_map<std::string, std::vector<Seen>> seen_;  // by case and the last letters of the form
  Region poland_;
  std::map<std::string, Region, std::less<>> voivodeships_;  // by code
};

}  // namespace szukajst::gazetteer
