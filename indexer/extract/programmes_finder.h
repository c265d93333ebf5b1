// One reading of a text for names of funding programmes: abbreviations and names written out.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "core/word_filter.h"
#include "indexer/extract/lemma_pattern.h"
#include "indexer/extract/programmes.h"

namespace szukajst::indexer::extract {

inline constexpr std::size_t kLongCode = 4;  // bytes of an abbreviation that one mark too many does not hide

struct ProgrammeRules::Tables {
  // By the first token: abbreviations with their further tokens, the longest first.
  struct Code {
    std::string text, name;
    bool quoted = false;  // common words: a name only in quotation marks or behind "program"
  };
  std::unordered_map<std::string, std::vector<Code>> codes;
  core::WordFilter first_of_code;                       // of their keys
  std::unordered_map<std::string, std::string> folded;  // "wfosigw", "efrrow": what damaged texts have
  std::unordered_set<std::string> owners;               // whose programme it is, and no name of one
  std::unordered_set<std::string> open_codes;           // that capitals may follow
  std::unordered_set<std::string> facilities;           // lemmas: "Klub Senior+" is no programme
  std::unordered_set<std::string> pairs;                // that two names with a dash may follow
  std::vector<std::string> stems;
  LemmaPatternBook book;
  LemmaPatternIndex names;
  std::vector<std::string> name_of;
  LemmaPatternIndex open_names;
  std::vector<std::string> open_name_of;
  std::unordered_set<std::string> heads;
  std::unordered_map<std::string, std::unordered_set<std::string>> kinds;
  std::vector<std::string> funding;  // lemmas
  LemmaPatternIndex none;
  std::vector<std::pair<std::string, std::string>> suffixes;  // "WK-P", "04"
  language::Word::Notes::Taker taker;  // notes whether a name may be found from a word on
};

char32_t first_code_point(std::string_view word);
// "2027"
bool is_year(std::string_view word);
// "FEdKP", "FEWiM": capitals with a small letter among them.
bool mostly_capitals(std::string_view word);

class ProgrammeFinder {
 public:
  ProgrammeFinder(const SourceText& source, const ProgrammeRules::Tables& tables, std::string voivodeship)
      : source_(source), tables_(tables), voivodeship_(std::move(voivodeship)) {}
  Programmes find();

 private:
  // Whether one of the ways below may find anything from the token on: found out once a distinct word.
  bool may_begin(std::size_t token) const {
    return source_.tokens[token].word->notes.of(tables_.taker, [&] { return may_find(token) ? 1U : 0U; }) !=
           0;
  }
  bool may_find(std::size_t token) const;
  // Each gives the token behind what it found, or `token` where it found nothing.
  std::size_t code(std::size_t token);
  bool set_apart(std::size_t token) const;
  bool names_facility(std::size_t token, std::string_view name) const;
  std::size_t pair(const std::string& name, std::size_t end);
  bool pays(std::size_t token) const;
  std::pair<std::string, std::size_t> in_brackets(std::string_view name, std::size_t end) const;
  std::size_t add_named(std::string name, std::size_t end);
  bool capital_by_place(std::size_t token, std::size_t end) const;
  std::size_t bordered(std::size_t token) const;
  bool is_owner(std::size_t token) const;
  bool may_name(std::size_t token) const;
  bool funds(std::size_t token) const;
  bool only_plural(std::size_t token) const;
  void drop_spelt_out();
  std::size_t regional(std::size_t token);
  std::size_t capitals(std::size_t token);
  bool may_be_capitals(std::string_view word) const;
  bool is_preposition_there(std::size_t token) const;
  std::size_t dated(std::size_t token);
  std::string nearest_code(std::string_view word) const;
  std::size_t name(std::size_t token);
  std::size_t quoted(std::size_t token);
  std::size_t add_quoted(std::size_t token, std::size_t end);
  std::size_t headed(std::size_t token);
  std::size_t add_capitals(std::size_t token);
  // Whether the tables know the abbreviation, which is read for itself then.
  bool is_code(std::size_t token) const {
    const std::string word(source_.token(token));
    return tables_.codes.contains(word) || tables_.open_codes.contains(word);
  }
  std::size_t explained(std::size_t code, std::size_t token) const;
  bool is_head(std::size_t token, std::size_t first, std::size_t end) const;
  bool space_before(std::size_t token) const {
    const std::string_view gap = source_.after(token - 1);
    if (gap == " " || gap == "\n") return true;
    // "Rządowego" over "      Funduszu": the lines of a paragraph may be set in.
    return gap.starts_with('\n') && only_space(gap) && !holds_blank_line(gap);
  }
  std::size_t behind_years(std::string_view name, std::size_t end) const;
  std::size_t add(std::string name, std::size_t end);  // from first_ on

  const SourceText& source_;
  const ProgrammeRules::Tables& tables_;
  const std::string voivodeship_;  // code; empty where the document has none
  std::size_t first_ = 0;          // the first token of the name that is being read
  Programmes found_;
};

}  // namespace szukajst::indexer::extract
