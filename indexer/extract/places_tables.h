// The tables of places.h as they are in memory; shared by the files that implement it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "indexer/extract/endings.h"
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
  of,
  part_of_name
};

struct PlaceRules::Tables {
  std::unordered_multimap<std::string, PlaceWord> words;  // by lemma
  struct Preposition {
    unsigned unit_cases = 0, locality_cases = 0;
  };
  std::unordered_map<std::string, Preposition> prepositions;  // by form
  std::unordered_set<std::string> not_places;                 // lemmas
  EndingTable endings;

  // All that the word means, a bit for each PlaceWord.
  unsigned meanings(const language::Word& word) const;
  bool means(const language::Word& word, PlaceWord wanted) const {
    return (meanings(word) & bit(wanted)) != 0;
  }
  static constexpr unsigned bit(PlaceWord word) { return 1U << static_cast<unsigned>(word); }
};

// Names of villages, from any case to the nominative. One a text: it remembers what it chose.
class LocalityNames {
 public:
  // `voivodeship`: the text's own, whose names tell -ów from -owo; may be null.
  LocalityNames(const SourceText& source, const PlaceRules::Tables& tables,
                const gazetteer::Unit* voivodeship);

  struct Name {
    std::size_t end = 0;  // behind its last token; the token itself where no name stands there
    std::string nominative;
  };
  // The name that begins at `token` and stands in one of `cases`.
  Name read(std::size_t token, unsigned cases);

 private:
  struct Noun {
    std::string nominative;
    char gender = 0;  // m, f, n, p
    double score = -1;
  };
  Noun noun(std::string_view form, unsigned cases, std::string_view genders = "mfnp") const;
  static std::string_view genders_beside(std::string_view adjective);
  std::string adjective(std::string_view form, char gender) const;
  bool adjectival(std::size_t token, unsigned cases) const;
  double familiarity(const std::string& nominative) const;

  const SourceText& source_;
  const PlaceRules::Tables& tables_;
  const gazetteer::Unit* voivodeship_;
  double owo_share_ = 0.5;  // of the region's names in -ów and -owo, those in -owo
  double ino_share_ = 0.5;  // of those in -in and -ino, those in -ino
  std::unordered_set<std::string_view> attested_;
  std::unordered_set<std::string> chosen_;
};

}  // namespace szukajst::indexer::extract
