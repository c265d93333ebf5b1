#include "core/kinds.h"

#include <array>

namespace szukajst::core {
namespace {

constexpr std::array<std::string_view, 9> kDocumentKinds{
    "strategy", "programme", "resolution", "practice", "partnership", "news", "minutes", "notice", "other"};
constexpr std::array<std::string_view, 5> kGoalLevels{"main", "strategic", "operational", "specific",
                                                      "action"};
constexpr std::array<std::string_view, 4> kPlaceKinds{"voivodeship", "county", "municipality", "locality"};
constexpr std::array<std::string_view, 7> kPartnershipForms{
    "letter_of_intent",   "agreement",       "association", "union",
    "local_action_group", "functional_area", "consortium"};
constexpr std::array<std::string_view, 4> kMatchKinds{"exact", "inflected", "folded", "ocr"};

template <typename Kind, std::size_t size>
std::optional<Kind> find(const std::array<std::string_view, size>& names, std::string_view name) {
  for (std::size_t i = 0; i < size; ++i)
    if (names[i] == name) return static_cast<Kind>(i);
  return std::nullopt;
}

}  // namespace

std::string_view name(DocumentKind kind) {
  return kDocumentKinds[static_cast<std::size_t>(kind)];
}
std::string_view name(GoalLevel level) {
  return kGoalLevels[static_cast<std::size_t>(level)];
}
std::string_view name(PlaceKind kind) {
  return kPlaceKinds[static_cast<std::size_t>(kind)];
}
std::string_view name(PartnershipForm form) {
  return kPartnershipForms[static_cast<std::size_t>(form)];
}
std::string_view name(MatchKind kind) {
  return kMatchKinds[static_cast<std::size_t>(kind)];
}

std::optional<DocumentKind> document_kind(std::string_view name) {
  return find<DocumentKind>(kDocumentKinds, name);
}
std::optional<GoalLevel> goal_level(std::string_view name) {
  return find<GoalLevel>(kGoalLevels, name);
}
std::optional<PlaceKind> place_kind(std::string_view name) {
  return find<PlaceKind>(kPlaceKinds, name);
}
std::optional<PartnershipForm> partnership_form(std::string_view name) {
  return find<PartnershipForm>(kPartnershipForms, name);
}
std::optional<MatchKind> match_kind(std::string_view name) {
  return find<MatchKind>(kMatchKinds, name);
}

}  // namespace szukajst::core
