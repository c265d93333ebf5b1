// The first pass over a text's places: every name with all that it may mean.
#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/places.h"
#include "indexer/extract/places_tables.h"

namespace szukajst::indexer::extract {

struct PlaceCandidate {
  const gazetteer::Unit* unit = nullptr;
  double context = 0;  // what the words beside the name say for it
};

struct RawMention {
  PlaceMention mention;                    // without its unit
  std::vector<PlaceCandidate> candidates;  // empty: a locality, if anything
  unsigned unit_cases = 0;                 // in which a unit's name would stand
  unsigned locality_cases = 0;             // in which a locality's name would stand; 0: none can be meant
  std::optional<gazetteer::UnitType> type = {};  // that the names of its list share
  bool among_villages = false;                   // goes on a list whose name before is no unit's
  bool weak = false;         // may as well be no name: counts only beside a better mention
  bool initial = false;      // begins a sentence, where every word has a capital
  bool seat = false;         // after "Starostwo Powiatowe w"
  bool shares_noun = false;  // an adjective alone: its noun is the one of the mention before
  bool stretch = false;      // a hyphen behind it parts it from the next place
  bool office = false;       // after "Rada Miejska w", "Urząd Gminy w"
};

std::vector<RawMention> scan_places(const SourceText& source, const Persons& persons,
                                    const Sentences& sentences, const Cells& cells,
                                    const PlaceRules::Tables& tables);

}  // namespace szukajst::indexer::extract
