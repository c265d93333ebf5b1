// The tables of places.h as they are in memory; shared by the files that implement it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/teryt.h"
#include "core/word_filter.h"
#include "gazetteer/name_guesser.h"
#include "indexer/extract/lemma_pattern.h"
#include "indexer/extract/places.h"

namespace szukajst::indexer::extract {

enum class PlaceWord {
  municipality,
  town,
  rural_office,
  town_office,
  county,
  voivodeship,
  locality,
  urban,
  rural,
  street,
  seat,
  road,
  glue,
  village_head,
  issuer,
  head,
  of,
  part_of_name,
  attribute,
  near,
  joins,
  month,
  visits,
  title,
  water,
  councillor,
  regional,
  settlement
};

struct PlaceRules::Tables {
  std::unordered_multimap<std::string, PlaceWord> words;  // by lemma
  core::WordFilter any_words;                             // those of `words`
  struct Preposition {
    unsigned unit_cases = 0, locality_cases = 0;
    std::string behind;  // the preposition of the place that it must follow; empty: none need be
  };
  std::unordered_map<std::string, Preposition> prepositions;  // by form
  std::unordered_set<std::string> not_places;                 // lemmas
  std::unordered_set<std::string> rivers;                     // those of them that are rivers
  LemmaPatternBook book;
  LemmaPatternIndex regions;
  std::vector<core::Teryt> voivodeships;  // of the regions
  // All that the word means, a bit for each PlaceWord.
  std::uint32_t meanings(const language::Word& word) const {
    return word.notes.of(taker_, [&] { return find_meanings(word); });
  }
  bool means(const language::Word& word, PlaceWord wanted) const {
    return (meanings(word) & bit(wanted)) != 0;
  }
  static constexpr unsigned bit(PlaceWord word) { return 1U << static_cast<unsigned>(word); }
  static_assert(static_cast<unsigned>(PlaceWord::settlement) < 32);

 private:
  std::uint32_t find_meanings(const language::Word& word) const;
  language::Word::Notes::Taker taker_;
};

// Names of villages, from any case to the nominative. One a text.
class LocalityNames {
 public:
  LocalityNames(const SourceText& source, const PlaceRules::Tables& tables);
  // The names that follow lie around here: the names that the gazetteer has around tell -ów from -owo. Null,
  // as at first: anywhere.
  void go_to(const gazetteer::Unit* unit);

  struct Name {
    std::size_t end = 0;  // behind its last token; the token itself where no name stands there
    std::string nominative;
  };
  // The name that begins at `token` and stands in one of `cases`; it ends before token `most` at the latest.
  Name read(std::size_t token, unsigned cases, std::size_t most) const;
  // Whether that name may have several words: never false where it has.
  bool may_be_long(std::size_t token, unsigned cases, std::size_t most) const;
  // "Łowicz Wałecki", also where a line ends within it: whether a county's adjective behind the word at
  // `token` tells a village from its namesakes.
  bool has_county_attribute(std::size_t token) const;
  // "Zakrzewo Małe" of "Zakrzewo Wielkie" and the adjective at `token`, in any case.
  std::string sharing(const std::string& name, std::size_t token) const;
  // Tells that a village's name stands at `token`: several forms of one name help to read each of them.
  void hear(std::size_t token, unsigned cases);
  // Whether it stands in the text.
  bool attested(const std::string& nominative) const;
  // Whether the word may be a name's adjective in one of the cases.
  bool adjectival(std::size_t token, unsigned cases) const;

 private:
  struct Noun {
    std::string nominative;
    char gender = 0;  // m, f, n, p
    double score = -1e9;
  };
  std::vector<Noun> by_dictionary(const language::Word& word, unsigned cases) const;
  static constexpr std::string_view kAllGenders = "mfnp";
  // All that the form may be; their scores leave out what else the text says.
  // `part`: of a name of several words, where words of the language stand: "Nowa Wieś", "Lubicz-Osada".
  std::vector<Noun> nouns(std::string_view form, unsigned cases, std::string_view genders, bool part) const;
  Noun noun(std::string_view form, unsigned cases, std::string_view genders = kAllGenders,
            bool part = false) const;
  static std::string_view genders_beside(std::string_view adjective);
  std::string adjective(std::string_view form, char gender) const;
  bool follows(std::size_t token, std::string_view gap, unsigned cases, std::size_t most) const;
  double known_name(const Noun& noun) const;
  double familiarity(const std::string& nominative) const;
  bool settlement_follows(std::size_t token, std::size_t most) const;

  const SourceText& source_;
  const PlaceRules::Tables& tables_;
  const gazetteer::Unit* here_ = nullptr;
  // What lies around here; null where here is anywhere. Few documents have a name that asks for it.
  const gazetteer::NameGuesser::Region* region() const;
  mutable std::unordered_map<const gazetteer::Unit*, gazetteer::NameGuesser::Region> regions_;
  mutable const gazetteer::NameGuesser::Region* region_ = nullptr;  // of them, once asked for
  mutable std::optional<std::unordered_set<std::string_view>> attested_;  // once asked for
  std::unordered_set<std::string> forms_;                                 // heard
  std::unordered_map<std::string, int> heard_;  // by nominative: forms that may be its own
  std::unordered_set<std::string> named_;       // nominatives that stand where no other case does
};

}  // namespace szukajst::indexer::extract
