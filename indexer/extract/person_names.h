// Names of people, in any case, brought to the nominative.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Given names and endings of surnames; immutable and thread-safe.
class PersonRules {
 public:
  // Reads person_given_names.tsv, person_endings.tsv and person_words.tsv of `folder`.
  // Error: not_found, malformed (file and line).
  static core::Result<PersonRules> load(const std::filesystem::path& folder);
  PersonRules(PersonRules&&) noexcept;
  PersonRules& operator=(PersonRules&&) noexcept;
  ~PersonRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit PersonRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

struct Person {
  std::size_t first = 0, end = 0;  // tokens, without degrees and "p."
  std::string name;                // nominative, given name first
  char gender = 'm';               // 'm' or 'f'
  unsigned cases = 0;              // CaseBits in which the name may stand
  bool initial = false;            // "Z. Nowak": the given name is a letter alone
  bool namesake = false;           // "im. Jana Nowaka", "ul. Jana Nowaka": not a person of the text
  bool reversed = false;           // "Nowak Anna" in the text
};

// The people named in one text. Borrows the text and the rules.
class Persons {
 public:
  Persons(const SourceText& source, const PersonRules& rules);
  Persons(Persons&&) noexcept;
  ~Persons();

  // In the order of the text: the names that hold a given name of the table or begin with an initial.
  const std::vector<Person>& all() const { return all_; }
  // The person whose name covers the token; null where none does.
  const Person* covering(std::size_t token) const;
  // Whether the token may be a given name of the table, in any case.
  bool may_be_given(std::size_t token) const;
  // The name as it likely stood on paper, where the text has lost its diacritics; else as it is.
  std::string restored(const std::string& name) const;
  // Where the first name behind the token begins; a number behind all tokens where there is none.
  std::size_t next(std::size_t token) const;
  // A person's name that begins at `token`, where the text beside it (a role) says that one stands there:
  // then the given name need not be in the table. `cases`: those of the role, 0 where unknown.
  // `end` = `first` where no name stands there.
  Person at(std::size_t token, unsigned cases) const;
  // `person` with a surname that goes on as far as `end`: "Nowak - Lis", blanks around the hyphen.
  Person until(const Person& person, std::size_t end) const;
  // The name that begins at `token`, if it may stand in the nominative; end = first where it may not.
  Person in_nominative(std::size_t token) const;

 private:
  class Reader;
  std::unique_ptr<const Reader> reader_;
  std::vector<Person> all_;
};

}  // namespace szukajst::indexer::extract
