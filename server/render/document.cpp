#include "server/render/document.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/evidence.h"
#include "server/parameters.h"
#include "server/render/alike.h"
#include "server/render/document_text.h"
#include "server/render/facets.h"
#include "server/render/labels.h"
#include "server/render/results.h"
#include "server/render/similar.h"

namespace szukajst::server {
namespace {

struct Context {
  const Strings& strings;
  Language language;
  const core::PagedText& text;
};

// ---- What was extracted.

std::string search_for(const Context& context, const std::function<void(search::Request&)>& choose) {
  search::Request request;
  choose(request);
  return search_url(request, context.language);
}

// Links into the text: to the first place of the item on each page.
View::List places_in_text(const Context& context, core::EvidenceOf what, std::size_t index,
                          const core::Evidence& evidence) {
  constexpr std::size_t kMostLinks = 8;
  View::List links;
  int last = 0;
  for (std::size_t n = 0; n < evidence.size() && links.size() < kMostLinks; ++n) {
    const int page = context.text.page_at(evidence[n].begin);
    if (page == last) continue;
    last = page;
    const auto fill = [&](std::string_view key) {
      return context.strings.fill(context.language, key, {{"n", std::to_string(page)}});
    };
    links.push_back(View()
                        .set("url", "#" + evidence_anchor(what, index, n))
                        .set("label", fill(context.text.pages() > 1 ? "page_short" : "in_text"))
                        .set("hint", fill("in_text_page")));
  }
  return links;
}

struct Item {
  std::string text;
  std::string url = {};   // empty: no link
  std::string note = {};  // empty: none
  View::List where = {};
};

View view(Item item) {
  View view;
  const bool linked = !item.url.empty(), noted = !item.note.empty();
  view.set("text", std::move(item.text))
      .set("linked", linked)
      .set("url", std::move(item.url))
      .set("noted", noted)
      .set("note", std::move(item.note))
      .set_list("where", std::move(item.where));
  return view;
}

View::List places(const Context& context, const core::Record& record) {
  View::List views;
  for (std::size_t i = 0; i < record.places.size(); ++i) {
    const core::Place& place = record.places[i];
    std::string url;
    if (place.teryt && place.kind != core::PlaceKind::locality)
      url = search_for(context,
                       [&](search::Request& request) { request.filters.places.push_back(*place.teryt); });
    std::string note = place.mentions > 1 ? "×" + std::to_string(place.mentions) : "";
    if (place.former)
      note.append(note.empty() ? "" : ", ")
          .append(context.strings.fill(context.language, "place.former", {{"name", *place.former}}));
    views.push_back(view({place.name, std::move(url), std::move(note),
                          places_in_text(context, core::EvidenceOf::place, i, place.evidence)}));
  }
  return views;
}

View::List officials(const Context& context, const core::Record& record) {
  View::List views;
  for (std::size_t i = 0; i < record.officials.size(); ++i) {
    const core::Official& official = record.officials[i];
    auto url = search_for(
        context, [&](search::Request& request) { request.filters.officials.push_back(official.name); });
    views.push_back(
        view({official.name, std::move(url), official.role + (official.unit ? ", " + *official.unit : ""),
              places_in_text(context, core::EvidenceOf::official, i, official.evidence)}));
  }
  return views;
}

View::List partners(const Context& context, const core::Record& record) {
  View::List views;
  for (std::size_t i = 0; i < record.partners.size(); ++i) {
    const core::Partner& partner = record.partners[i];
    auto url = search_for(
        context, [&](search::Request& request) { request.filters.partners.push_back(partner.name); });
    views.push_back(view({partner.name, std::move(url), "",
                          places_in_text(context, core::EvidenceOf::partner, i, partner.evidence)}));
  }
  return views;
}

View::List programmes(const Context& context, const core::Record& record) {
  View::List views;
  for (std::size_t i = 0; i < record.programmes.size(); ++i) {
    const std::string& programme = record.programmes[i];
    auto url = search_for(context,
                          [&](search::Request& request) { request.filters.programmes.push_back(programme); });
    View::List where;
    if (i < record.evidence.programmes.size())
      where = places_in_text(context, core::EvidenceOf::programme, i, record.evidence.programmes[i]);
    views.push_back(view({programme, std::move(url), "", std::move(where)}));
  }
  return views;
}

View::List amounts(const Context& context, const core::Record& record) {
  View::List views;
  for (std::size_t i = 0; i < record.money.size(); ++i) {
    const core::Money& money = record.money[i];
    views.push_back(view({amount(context.language, money.hundredths) + "\u00A0" + money.currency, "", "",
                          places_in_text(context, core::EvidenceOf::money, i, money.evidence)}));
  }
  return views;
}

View::List facts(const Context& context, const core::Record& record) {
  View::List groups;
  const auto put = [&](std::string_view key, View::List items) {
    if (!items.empty())
      groups.push_back(
          View().set("name", context.strings.get(context.language, key)).set("items", std::move(items)));
  };
  put("facet.kind", {view({std::string(label(record.kind, context.language)),
                           search_for(context, [&](search::Request& request) {
                             request.filters.kinds.push_back(record.kind);
                           })})});
  if (record.period)
    put("document.period",
        {view({context.strings.period(context.language, *record.period), "", "",
               places_in_text(context, core::EvidenceOf::period, 0, record.evidence.period)})});
  if (record.date)
    put("document.date", {view({context.strings.date(context.language, *record.date), "", "",
                                places_in_text(context, core::EvidenceOf::date, 0, record.evidence.date)})});
  put("document.places", places(context, record));
  put("document.officials", officials(context, record));
  put("document.partners", partners(context, record));
  put("document.programmes", programmes(context, record));
  put("document.money", amounts(context, record));
  return groups;
}

// Each goal with its depth under the goals that it serves; a parent stands before its children.
View::List goals(const Context& context, const search::StoredDocument& document) {
  const core::Record& record = document.record;
  constexpr int kDeepest = 4;
  std::vector<int> depths;
  View::List views;
  for (std::size_t i = 0; i < record.goals.size(); ++i) {
    const core::Goal& goal = record.goals[i];
    depths.push_back(goal.parent && *goal.parent < i ? std::min(kDeepest, depths[*goal.parent] + 1) : 0);
    views.push_back(
        View()
            .set("n", std::to_string(i))
            .set("depth", std::to_string(depths.back()))
            .set("level", core::name(goal.level))
            .set("level_label", label(goal.level, context.language))
            .set("has_number", !goal.number.empty())
            .set("number", goal.number)
            .set("wording", goal.text)
            .set("page_url", goal.evidence.empty() ? "#page-" + std::to_string(goal.page)
                                                   : "#" + evidence_anchor(core::EvidenceOf::goal, i, 0))
            .set("page_label",
                 context.strings.fill(context.language, "page_short", {{"n", std::to_string(goal.page)}})));
    add_alike(views.back(), context.strings, context.language,
              i < document.alike.size() ? document.alike[i] : search::AlikeGoals());
  }
  return views;
}

View::List card(const Context& context, const core::Record& record) {
  View::List rows;
  for (std::size_t i = 0; record.practice && i < record.practice->size(); ++i) {
    const auto& [name, value] = (*record.practice)[i];
    View::List where;
    if (i < record.evidence.practice.size())
      where = places_in_text(context, core::EvidenceOf::practice, i, record.evidence.practice[i]);
    rows.push_back(View().set("name", name).set("value", value).set_list("where", std::move(where)));
  }
  return rows;
}

std::string citation(const Context& context, const core::Record& record, std::string_view address) {
  const std::string time = when(context.strings, context.language, record.date, record.period);
  return context.strings.fill(context.language, time.empty() ? "cite.undated" : "cite.dated",
                              {{"title", title_or_source(record.title, record.source)},
                               {"time", time},
                               {"source", record.source},
                               {"id", record.id},
                               {"address", address}});
}

}  // namespace

void add_document(View& page, const Strings& strings, Language language,
                  const search::StoredDocument& document, std::string_view origin) {
  const Context context{strings, language, document.text};
  const core::Record& record = document.record;
  const std::string time = when(strings, language, record.date, record.period);
  const std::string address = std::string(origin) + document_url(record.id, Language::polish);
  const auto count = [](int value) { return static_cast<std::size_t>(std::max(0, value)); };
  page.set("title", title_or_source(record.title, record.source))
      .set("kind", core::name(record.kind))
      .set("kind_label", label(record.kind, language))
      .set("text_language", record.language)
      .set("has_when", !time.empty())
      .set("when", time)
      .set("source", record.source)
      .set("id", record.id)
      .set("facts", facts(context, record))
      .set("goals_heading", strings.counted(language, "goals", record.goals.size()))
      .set_list("goals", goals(context, document))
      .set_list("card", card(context, record))
      .set("many_pages", document.text.pages() > 1)
      .set("has_mended", !document.repairs.empty())
      .set("mended_note", strings.counted(language, "document.mended", document.repairs.size()))
      .set("words_note", strings.counted(language, "document.words", count(record.quality.words)))
      .set("pages_note", strings.counted(language, "document.pages", count(document.text.pages())))
      .set("text_pages", text_pages(strings, language, document))
      .set("address", address)
      .set("citation", citation(context, record, address));
  add_similar(page, strings, language, document.similar);
}

}  // namespace szukajst::server
