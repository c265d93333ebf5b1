// Territorial units and other localities that a text names, namesakes told apart.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "gazetteer/gazetteer.h"
#include "indexer/extract/cells.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/person_names.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// Words that tell places, and how names of villages decline; immutable and thread-safe.
class PlaceRules {
 public:
  // Reads the places_*.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<PlaceRules> load(const std::filesystem::path& folder);
  PlaceRules(PlaceRules&&) noexcept;
  PlaceRules& operator=(PlaceRules&&) noexcept;
  ~PlaceRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit PlaceRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// What the words before a name say of it.
enum class PlaceContext {
  none,
  preposition,
  municipality,
  town,
  rural_office,
  town_office,
  county,
  voivodeship,
  locality
};

struct PlaceMention {
  std::size_t lead = 0;            // the first token of what belongs to it: "gmina", "w"
  std::size_t first = 0, end = 0;  // tokens of the name
  PlaceContext context = PlaceContext::none;
  bool listed = false;  // further names of a list that a kind opens: "gminy: Stolno, Lisewo"
  const gazetteer::Unit* unit = nullptr;    // null for a locality
  const gazetteer::Unit* county = nullptr;  // whose office has its seat here: "Starostwo Powiatowe w Toruniu"
  std::string locality;                     // nominative; empty for a unit
};

struct Places {
  std::vector<core::Place> places;     // each once, in the order of their first mention
  std::vector<PlaceMention> mentions;  // in the order of the text
  // The units that the document is the work of or is about; null where none stands out.
  const gazetteer::Unit* municipality = nullptr;
  const gazetteer::Unit* county = nullptr;
  const gazetteer::Unit* voivodeship = nullptr;
  const gazetteer::Unit* owner = nullptr;  // the one of the three whose document it is

  // The mention that begins at the token or whose name covers it; null where none does.
  const PlaceMention* at(std::size_t token) const;
};

Places find_places(const SourceText& source, const Persons& persons, const Sentences& sentences,
                   const Cells& cells, const PlaceRules& rules);

}  // namespace szukajst::indexer::extract
