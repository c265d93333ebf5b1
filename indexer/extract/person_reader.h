// The tables of person_names.h as they are in memory, and what reads a name where it stands; shared by the
// files that implement it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/extract/endings.h"
#include "indexer/extract/person_damage.h"
#include "indexer/extract/person_names.h"

namespace szukajst::indexer::extract {

struct PersonRules::Tables {
  struct GivenName {
    std::string name;
    bool male = false, female = false;
  };
  std::unordered_map<std::string, GivenName> given;  // by the name in lower case
  std::vector<std::string> given_in_order;           // those, ascending
  // Whether one of them begins so; in lower case.
  bool may_begin_given(std::string_view letters) const;
  EndingTable endings;
  NameDamage damage;
  std::unordered_set<std::string> namesake, no_name, shared, surnames_too;
  std::vector<std::string> declined;     // endings
  language::Word::Notes::Taker in_text;  // see Persons::Reader::has_look
  language::Word::Notes::Taker in_damaged_text = language::Word::Notes::Taker::in_place_of(in_text);
};

// What a given name in some case may be.
struct Hypothesis {
  std::string given;  // nominative
  char gender = 'm';
  unsigned cases = 0;
};

struct Surname {
  std::string nominative;
  double score = 0;
};

// As a name is written where capitals do not shout it.
std::string as_written(std::string_view word);
bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings);

class Persons::Reader {
 public:
  Reader(const SourceText& source, const PersonRules::Tables& tables);

  // The name that begins at `token`; end = first where there is none.
  // `cases`: those in which it may stand; `end`: where the surname ends at least.
  Person read(std::size_t token, unsigned role_cases, bool any_given, unsigned cases,
              std::size_t end = 0) const;
  std::vector<Hypothesis> given_hypotheses(std::size_t token, bool any_given) const;
  // Without any_given; asked often, of each token once.
  const std::vector<Hypothesis>& known_given(std::size_t token) const {
    static const std::vector<Hypothesis> kNone;
    if (!has_look(token, kGiven)) return kNone;
    auto& known = given_[token];
    if (!known) known = given_hypotheses(token, false);
    return *known;
  }
  // "radny Ebert Jan": a name whose first word is no known given name and whose second is one.
  Person turned(const Person& person) const;
  // The name that begins with its surname at `token`: "Nowak Anna".
  Person read_reversed(std::size_t token) const;
  bool is_namesake(std::size_t token) const;
  // Whether the name is a place's or part of one: "Kazimierz Dolny", "Góra Świętej Małgorzaty Anna Nowak".
  bool in_place(const Person& person) const;
  const SourceText& source() const { return source_; }
  std::string restored(const std::string& name) const {
    return source_.lost_diacritics ? tables_.damage.restored(name, source_.analyzer) : name;
  }

 private:
  // What a word's spelling and readings say by themselves, found out once a distinct word. It costs as much
  // as some look-ups: what has to begin with a capital is not asked for it without.
  enum Look : std::uint32_t {
    kGiven = 1,    // may be a given name of the table, in any case
    kSurname = 2,  // may be a surname
  };
  bool has_look(std::size_t token, Look look) const {
    const auto& taker = source_.lost_diacritics ? tables_.in_damaged_text : tables_.in_text;
    return (source_.tokens[token].word->notes.of(taker, [&] { return find_look(token); }) & look) != 0;
  }
  std::uint32_t find_look(std::size_t token) const;
  bool attested(std::string_view name) const;
  std::size_t surname_end(std::size_t token) const;
  std::string spelling(std::size_t token) const;
  bool may_be_surname(std::size_t token) const;
  bool is_posts_namesake(std::size_t token) const;
  bool is_second_surname(std::size_t token) const;
  bool is_small_surname(std::size_t token) const;
  bool begins_line(std::size_t token) const {
    return source_.lines[source_.line_of_token(token)].first_token == token;
  }
  Surname surname(std::string_view form, const Hypothesis& hypothesis) const;
  Person read_initial(std::size_t token, unsigned role_cases) const;
  bool is_initial(std::size_t token) const;
  Person best(std::size_t first, std::size_t surname_at, std::size_t end,
              const std::vector<Hypothesis>& hypotheses, unsigned role_cases) const;

  const SourceText& source_;
  const PersonRules::Tables& tables_;
  mutable std::optional<std::unordered_set<std::string_view>> attested_;  // once asked for
  mutable std::vector<std::optional<std::vector<Hypothesis>>> given_;     // by token
};

}  // namespace szukajst::indexer::extract
