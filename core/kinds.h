// The closed sets of values that records, indexes, URLs and pages share, and their names.
// Every name is the one that stands in JSON and in URLs; labels for readers are in server/.
#pragma once

#include <optional>
#include <string_view>

namespace szukajst::core {

enum class DocumentKind {
  strategy,
  programme,
  resolution,
  practice,
  partnership,
  news,
  minutes,
  notice,
  other
};
enum class GoalLevel { main, strategic, operational, specific, action };
enum class PartnershipForm {
  letter_of_intent,
  agreement,
  association,
  union_of_units,
  local_action_group,
  functional_area,
  consortium
};
enum class PlaceKind { voivodeship, county, municipality, locality };

// How a word of a text met a word of a query, from the closest to the loosest.
enum class MatchKind { exact, inflected, folded, ocr };

std::string_view name(DocumentKind);
std::string_view name(GoalLevel);
std::string_view name(PlaceKind);
std::string_view name(PartnershipForm);
std::string_view name(MatchKind);

// Nothing for a name that is not in the set.
std::optional<DocumentKind> document_kind(std::string_view name);
std::optional<GoalLevel> goal_level(std::string_view name);
std::optional<PlaceKind> place_kind(std::string_view name);
std::optional<PartnershipForm> partnership_form(std::string_view name);
std::optional<MatchKind> match_kind(std::string_view name);

}  // namespace szukajst::core
