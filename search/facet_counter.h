// Filters and counts in one pass. A facet's counts leave its own selection out: a match that fails
// the filter of one facet alone is still counted for that facet.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/segment_columns.h"
#include "gazetteer/gazetteer.h"
#include "search/request.h"
#include "search/snapshot.h"

namespace szukajst::search {

// Not thread-safe: one a run over the matches.
class FacetCounter {
 public:
  // By facet, the counts that FacetSums adds to. Of places the units above are left to be added.
  using Totals = std::array<std::vector<std::uint32_t>, core::kFacets>;

  // `filters` and `snapshot` outlive the counter. Without `counts` it only filters.
  FacetCounter(const Filters& filters, const Snapshot& snapshot, bool among_goals, bool counts);

  // The matches that follow are of this segment.
  void enter(std::size_t segment);
  // Counts the matches, and leaves of them those that pass all filters. Ordinals from 0; `goals` is empty but
  // among goals, where each stands beside its document.
  void take(std::vector<std::uint32_t>& documents, std::vector<std::uint32_t>& goals);
  // Takes all documents of the snapshot that live, at once; only without filters.
  void take_all();
  // `most`: values of a facet of names, the commonest; those that are selected stay.
  Facets finish(const gazetteer::Gazetteer& gazetteer, std::size_t most);
  // The counts of all that was taken.
  Totals totals();

 private:
  static constexpr std::size_t kGoalLevel = core::kFacets;  // the facet of goals alone
  static constexpr std::size_t kNone = core::kFacets + 1;
  static constexpr std::size_t kSeveral = core::kFacets + 2;
  using Ordinals = std::vector<std::uint32_t>;
  struct State {
    bool filtered = false;
    std::vector<std::uint8_t> selected;  // by number in the dictionary; empty where not filtered
    std::vector<std::uint32_t> counts;   // by number in the dictionary
    std::vector<std::uint8_t> passes;    // by code in the segment, and of no value; empty where not filtered
    // Of the segment, by code of a document's values; empty while there are fewer matches than codes.
    std::vector<std::uint32_t> by_code;
    std::size_t seen = 0;            // matches in the segment
    std::vector<FacetValue> absent;  // selected values that the index does not have
  };

  State& state(core::Facet facet) { return states_[static_cast<std::size_t>(facet)]; }
  // `value`: what is compared; `shown`: what is told of it where the index does not have it.
  void select(core::Facet facet, const std::string& value, const std::string& shown);
  void select_years();
  // Which filter each of the matches fails: kNone, a facet alone, kSeveral.
  void judge(const Ordinals& documents, const Ordinals& goals);
  void count(std::size_t facet, const Ordinals& documents);
  void count_levels(const Ordinals& goals);
  void leave();  // adds up the segment
  void add_units_above();
  // By what values are told: the least first.
  std::uint64_t order(std::size_t facet, std::uint32_t number) const;
  std::vector<std::uint32_t> commonest(std::size_t facet, std::size_t most) const;  // in no order
  std::vector<FacetValue> flat(std::size_t facet, std::size_t most) const;
  std::vector<FacetValue> years() const;
  std::vector<FacetValue> places(const gazetteer::Gazetteer& gazetteer) const;

  const Filters& filters_;
  const Snapshot& snapshot_;
  bool among_goals_, counts_;
  std::size_t segment_ = 0;
  bool entered_ = false;
  std::array<State, core::kFacets> states_;
  bool level_filtered_ = false;
  std::array<bool, 5> levels_{};
  std::array<std::size_t, 5> level_counts_{};
  std::vector<std::uint8_t> failed_;  // by match
  Ordinals passed_, alone_, alone_goals_;
};

}  // namespace szukajst::search
