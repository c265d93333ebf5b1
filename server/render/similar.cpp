#include "server/render/similar.h"

#include <array>
#include <string>
#include <utility>

#include "server/parameters.h"
#include "server/render/labels.h"
#include "server/render/results.h"

namespace szukajst::server {
namespace {

constexpr std::size_t kShownTitle = 160;  // code points

using search::Resemblance;
using Shared = search::SimilarDocument::Shared;

// "turystyka, rower, szlak", by kind of what is shared; in the order of the enumeration.
View::List reasons(const Strings& strings, Language language, const std::vector<Shared>& because) {
  View::List groups;
  for (const auto type :
       {Shared::Type::word, Shared::Type::programme, Shared::Type::partner, Shared::Type::place}) {
    std::string texts;
    for (const Shared& each : because)
      if (each.type == type) texts += (texts.empty() ? "" : ", ") + each.text;
    if (texts.empty()) continue;
    groups.push_back(View()
                         .set("name", strings.get(language, "similar." + std::string(name(type))))
                         .set("texts", std::move(texts)));
  }
  return groups;
}

}  // namespace

std::string_view name(Resemblance resemblance) {
  static constexpr std::array<std::string_view, 3> kNames{"alike", "version", "same_wording"};
  return kNames[static_cast<std::size_t>(resemblance)];
}

std::string_view name(Shared::Type type) {
  static constexpr std::array<std::string_view, 4> kNames{"word", "place", "programme", "partner"};
  return kNames[static_cast<std::size_t>(type)];
}

void add_similar(View& page, const Strings& strings, Language language,
                 const std::vector<search::SimilarDocument>& similar) {
  View::List views;
  for (const search::SimilarDocument& each : similar) {
    const bool alike = each.resemblance == Resemblance::alike;
    views.push_back(
        View()
            .set("url", document_url(each.id, language))
            .set("title", shortened(title_or_source(each.title, each.source), kShownTitle))
            .set("kind", core::name(each.kind))
            .set("kind_label", label(each.kind, language))
            .set("has_unit", !each.unit.empty())
            .set("unit", each.unit)
            .set("has_year", each.year.has_value())
            .set("year", each.year ? std::to_string(*each.year) : "")
            .set("noted", !alike)
            .set("note", alike ? "" : strings.get(language, "similar." + std::string(name(each.resemblance))))
            .set("has_versions", each.versions > 0)
            .set("versions", strings.counted(language, "similar.versions", each.versions))
            .set("reasons", reasons(strings, language, each.because)));
  }
  page.set_list("similar", std::move(views));
}

}  // namespace szukajst::server
