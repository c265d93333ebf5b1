#include "server/render/document.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "server/parameters.h"
#include "server/render/facets.h"
#include "server/render/labels.h"
#include "server/render/results.h"

namespace szukajst::server {
namespace {

namespace utf8 = core::utf8;

// A line at least this long, in bytes, that ends before a lower-case letter was broken by the width of its
// page.
constexpr std::size_t kFullLine = 50;

struct Context {
  const Strings& strings;
  Language language;
};

// ---- The text, as it stands, with its mended words marked.

class TextPages {
 public:
  TextPages(const Context& context, const search::StoredDocument& document)
      : context_(context), text_(document.text.text), repairs_(document.repairs) {}

  View::List paragraphs(std::size_t begin, std::size_t end) {
    View::List paragraphs, segments;
    while (begin < end) {
      const std::size_t line_end = std::min(text_.find('\n', begin), end);
      const std::string_view line = text_.substr(begin, line_end - begin);
      const std::size_t next = std::min(line_end + 1, end);
      if (utf8::trim(line).empty()) {
        if (!segments.empty()) paragraphs.push_back(paragraph(std::exchange(segments, {})));
      } else {
        if (!segments.empty()) segments.push_back(View().set(joined_ ? "space" : "break", true));
        add_line(segments, begin, line_end);
        joined_ = line.size() >= kFullLine && begins_small(next, end);
      }
      begin = next;
    }
    if (!segments.empty()) paragraphs.push_back(paragraph(std::move(segments)));
    return paragraphs;
  }

 private:
  static View paragraph(View::List segments) { return View().set("segments", std::move(segments)); }

  bool begins_small(std::size_t at, std::size_t end) const {
    if (at >= end) return false;
    const char32_t c = utf8::next(text_, at);
    return utf8::is_letter(c) && !utf8::is_upper(c);
  }

  void add_plain(View::List& segments, std::size_t begin, std::size_t end) const {
    if (begin < end) segments.push_back(View().set("plain", text_.substr(begin, end - begin)));
  }

  void add_line(View::List& segments, std::size_t begin, std::size_t end) {
    for (; next_repair_ < repairs_.size() && repairs_[next_repair_].source.begin < end; ++next_repair_) {
      const core::Repair& repair = repairs_[next_repair_];
      const std::size_t from = repair.source.begin, to = std::min(repair.source.end, end);
      if (from < begin || to <= from) continue;
      add_plain(segments, begin, from);
      segments.push_back(
          View()
              .set("mended", repair.mended)
              .set("hint", context_.strings.fill(context_.language, "mended", {{"word", repair.mended}}))
              .set("found", text_.substr(from, to - from)));
      begin = to;
    }
    add_plain(segments, begin, end);
  }

  const Context& context_;
  std::string_view text_;
  const std::vector<core::Repair>& repairs_;
  std::size_t next_repair_ = 0;
  bool joined_ = false;
};

View::List text_pages(const Context& context, const search::StoredDocument& document) {
  const auto& starts = document.text.page_starts;
  TextPages text(context, document);
  View::List pages;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : document.text.text.size();
    pages.push_back(View()
                        .set("n", std::to_string(i + 1))
                        .set("page_heading", context.strings.fill(context.language, "document.page",
                                                                  {{"n", std::to_string(i + 1)}}))
                        .set("paragraphs", text.paragraphs(starts[i], end)));
  }
  return pages;
}

// ---- What was extracted.

std::string search_for(const Context& context, const std::function<void(search::Request&)>& choose) {
  search::Request request;
  choose(request);
  return search_url(request, context.language);
}

View item(std::string_view text, std::string url, std::string note = "") {
  View view;
  const bool linked = !url.empty(), noted = !note.empty();
  view.set("text", text)
      .set("linked", linked)
      .set("url", std::move(url))
      .set("noted", noted)
      .set("note", std::move(note));
  return view;
}

View::List places(const Context& context, const core::Record& record) {
  View::List views;
  for (const core::Place& place : record.places) {
    std::string url;
    if (place.teryt && place.kind != core::PlaceKind::locality)
      url = search_for(context,
                       [&](search::Request& request) { request.filters.places.push_back(*place.teryt); });
    views.push_back(
        item(place.name, std::move(url), place.mentions > 1 ? "×" + std::to_string(place.mentions) : ""));
  }
  return views;
}

View::List officials(const Context& context, const core::Record& record) {
  View::List views;
  for (const core::Official& official : record.officials) {
    const auto url = search_for(
        context, [&](search::Request& request) { request.filters.officials.push_back(official.name); });
    views.push_back(item(official.name, url, official.role + (official.unit ? ", " + *official.unit : "")));
  }
  return views;
}

View::List partners(const Context& context, const core::Record& record) {
  View::List views;
  for (const core::Partner& partner : record.partners) {
    views.push_back(item(partner.name, search_for(context, [&](search::Request& request) {
                           request.filters.partners.push_back(partner.name);
                         })));
  }
  return views;
}

View::List programmes(const Context& context, const core::Record& record) {
  View::List views;
  for (const std::string& programme : record.programmes) {
    views.push_back(item(programme, search_for(context, [&](search::Request& request) {
                           request.filters.programmes.push_back(programme);
                         })));
  }
  return views;
}

View::List amounts(const Context& context, const core::Record& record) {
  View::List views;
  for (const core::Money& money : record.money)
    views.push_back(item(amount(context.language, money.hundredths) + "\u00A0" + money.currency, ""));
  return views;
}

View::List facts(const Context& context, const core::Record& record) {
  View::List groups;
  const auto put = [&](std::string_view key, View::List items) {
    if (!items.empty())
      groups.push_back(
          View().set("name", context.strings.get(context.language, key)).set("items", std::move(items)));
  };
  put("facet.kind",
      {item(label(record.kind, context.language), search_for(context, [&](search::Request& request) {
              request.filters.kinds.push_back(record.kind);
            }))});
  if (record.period)
    put("document.period", {item(context.strings.period(context.language, *record.period), "")});
  if (record.date) put("document.date", {item(context.strings.date(context.language, *record.date), "")});
  put("document.places", places(context, record));
  put("document.officials", officials(context, record));
  put("document.partners", partners(context, record));
  put("document.programmes", programmes(context, record));
  put("document.money", amounts(context, record));
  return groups;
}

// Each goal with its depth under the goals that it serves; a parent stands before its children.
View::List goals(const Context& context, const core::Record& record) {
  constexpr int kDeepest = 4;
  std::vector<int> depths;
  View::List views;
  for (std::size_t i = 0; i < record.goals.size(); ++i) {
    const core::Goal& goal = record.goals[i];
    depths.push_back(goal.parent && *goal.parent < i ? std::min(kDeepest, depths[*goal.parent] + 1) : 0);
    views.push_back(View()
                        .set("n", std::to_string(i))
                        .set("depth", std::to_string(depths.back()))
                        .set("level", core::name(goal.level))
                        .set("level_label", label(goal.level, context.language))
                        .set("has_number", !goal.number.empty())
                        .set("number", goal.number)
                        .set("wording", goal.text)
                        .set("page_url", "#page-" + std::to_string(goal.page))
                        .set("page_label", context.strings.fill(context.language, "page_short",
                                                                {{"n", std::to_string(goal.page)}})));
  }
  return views;
}

View::List card(const core::Record& record) {
  View::List rows;
  if (!record.practice) return rows;
  for (const auto& [name, value] : *record.practice)
    rows.push_back(View().set("name", name).set("value", value));
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
  const Context context{strings, language};
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
      .set_list("goals", goals(context, record))
      .set_list("card", card(record))
      .set("many_pages", document.text.pages() > 1)
      .set("has_mended", !document.repairs.empty())
      .set("mended_note", strings.counted(language, "document.mended", document.repairs.size()))
      .set("words_note", strings.counted(language, "document.words", count(record.quality.words)))
      .set("pages_note", strings.counted(language, "document.pages", count(document.text.pages())))
      .set("text_pages", text_pages(context, document))
      .set("address", address)
      .set("citation", citation(context, record, address));
}

}  // namespace szukajst::server
