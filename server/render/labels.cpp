#include "server/render/labels.h"

#include <array>

namespace szukajst::server {
namespace {

// A row a value, in the order of the enumeration; a column a language, in the order of Language.
using Label = std::array<std::string_view, kLanguages.size()>;

constexpr std::array<Label, 9> kDocumentKinds{{{"strategia", "strategy"},
                                               {"program", "programme"},
                                               {"uchwała", "resolution"},
                                               {"dobra praktyka", "practice"},
                                               {"partnerstwo", "partnership"},
                                               {"aktualność", "news"},
                                               {"protokół", "minutes"},
                                               {"ogłoszenie", "notice"},
                                               {"inny dokument", "other document"}}};
constexpr std::array<Label, 5> kGoalLevels{{{"cel główny", "main goal"},
                                            {"cel strategiczny", "strategic goal"},
                                            {"cel operacyjny", "operational goal"},
                                            {"cel szczegółowy", "specific goal"},
                                            {"działanie", "action"}}};
constexpr std::array<Label, 4> kMatchKinds{{{"dokładnie", "exact"},
                                            {"inna forma słowa", "another form of the word"},
                                            {"bez polskich znaków", "without Polish letters"},
                                            {"po poprawieniu OCR", "after mending OCR"}}};

static_assert(static_cast<std::size_t>(core::DocumentKind::other) + 1 == kDocumentKinds.size());
static_assert(static_cast<std::size_t>(core::GoalLevel::action) + 1 == kGoalLevels.size());
static_assert(static_cast<std::size_t>(core::MatchKind::ocr) + 1 == kMatchKinds.size());

template <typename Kind, std::size_t size>
std::string_view pick(const std::array<Label, size>& labels, Kind kind, Language language) {
  return labels.at(static_cast<std::size_t>(kind)).at(static_cast<std::size_t>(language));
}

}  // namespace

std::string_view label(core::DocumentKind kind, Language language) {
  return pick(kDocumentKinds, kind, language);
}
std::string_view label(core::GoalLevel level, Language language) {
  return pick(kGoalLevels, level, language);
}
std::string_view label(core::MatchKind kind, Language language) {
  return pick(kMatchKinds, kind, language);
}

}  // namespace szukajst::server
