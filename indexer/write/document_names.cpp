#include "indexer/write/document_names.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/teryt.h"

namespace szukajst::indexer {

std::vector<core::DocumentName> document_names(const core::DocumentRow& row, std::string_view title,
                                               const gazetteer::Gazetteer& gazetteer) {
  std::vector<core::DocumentName> names;
  const auto entries = [&](core::Facet facet) -> const auto& {
    return row.facets[static_cast<std::size_t>(facet)];
  };
  std::set<core::Teryt> places;
  for (const core::FacetEntry& entry : entries(core::Facet::place)) {
    for (auto code = core::Teryt::parse(entry.value); code && places.insert(*code).second;
         code = code->parent()) {
      const gazetteer::Unit* unit = gazetteer.find(*code);
      if (unit != nullptr) names.push_back({core::NameKind::place, unit->label, core::teryt_number(*code)});
    }
  }
  static constexpr std::array<std::pair<core::Facet, core::NameKind>, 3> kNamed{{
      {core::Facet::official, core::NameKind::official},
      {core::Facet::partner, core::NameKind::partner},
      {core::Facet::programme, core::NameKind::programme},
  }};
  for (const auto& [facet, kind] : kNamed)
    for (const core::FacetEntry& entry : entries(facet)) names.push_back({kind, entry.label});
  if (!title.empty()) names.push_back({core::NameKind::title, std::string(title)});
  return names;
}

}  // namespace szukajst::indexer
