#include "server/render/results.h"

#include "server/render/alike.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/utf8.h"
#include "server/render/highlight.h"
#include "server/render/labels.h"

namespace szukajst::server {
namespace {

using search::Request;

constexpr std::size_t kShownPages = 12;   // of a hit's pages
constexpr std::size_t kShownTitle = 160;  // code points of a title in a list
constexpr int kPagerReach = 2;            // pages linked on either side of the present one

struct Context {
  const Strings& strings;
  Language language;
};

View choice(std::string_view label, bool current, const Request& request, Language language) {
  return View().set("label", label).set("current", current).set("url", search_url(request, language));
}

View::List sorts(const Context& context, const Request& request) {
  View::List views;
  // Nothing asked is nothing to be relevant to: the newest come first then.
  const bool asked = !core::utf8::trim(request.query).empty();
  const auto present = asked || !search::by_relevance(request.sort) ? request.sort : search::Sort::newest;
  for (const auto sort : {search::Sort::relevance, search::Sort::fresh, search::Sort::newest,
                          search::Sort::oldest, search::Sort::title}) {
    if (search::by_relevance(sort) && !asked) continue;
    Request sorted = request;
    sorted.sort = sort;
    sorted.page = 1;
    const std::string key = "sort." + std::string(name(sort));
    views.push_back(
        choice(context.strings.get(context.language, key), present == sort, sorted, context.language));
  }
  return views;
}

View::List match_kinds(const Context& context, const Request& request) {
  View::List views;
  for (const auto kind :
       {core::MatchKind::exact, core::MatchKind::inflected, core::MatchKind::folded, core::MatchKind::ocr}) {
    Request matched = request;
    matched.loosest = kind;
    matched.page = 1;
    const std::string key = "match." + std::string(core::name(kind));
    views.push_back(choice(context.strings.get(context.language, key), request.loosest == kind, matched,
                           context.language));
  }
  return views;
}

View::List why(const Context& context, const std::vector<search::WordMatch>& matches) {
  View::List views;
  for (const auto& match : matches) {
    views.push_back(View()
                        .set("word", match.word)
                        .set("found", match.found)
                        .set("differs", core::utf8::lower(match.word) != core::utf8::lower(match.found))
                        .set("synonym", match.synonym)
                        .set("as", core::name(match.as))
                        .set("as_label", label(match.as, context.language)));
  }
  return views;
}

std::string page_address(const Context& context, const std::string& id, int page) {
  return document_url(id, context.language, "page-" + std::to_string(page));
}

std::string page_label(const Context& context, int page) {
  return context.strings.fill(context.language, "page_short", {{"n", std::to_string(page)}});
}

View::List snippets(const Context& context, const search::Hit& hit) {
  View::List views;
  for (const auto& snippet : hit.snippets) {
    views.push_back(View()
                        .set("page_label", page_label(context, snippet.page))
                        .set("page_url", page_address(context, hit.document.id, snippet.page))
                        .set("segments", highlighted(snippet.text, snippet.highlights)));
  }
  return views;
}

View::List pages(const Context& context, const search::Hit& hit) {
  View::List views;
  for (const auto& page : hit.pages) {
    if (views.size() == kShownPages) break;
    views.push_back(
        View()
            .set("page_label", std::to_string(page.page))
            .set("page_url", page_address(context, hit.document.id, page.page))
            .set("times", context.strings.counted(context.language, "matches",
                                                  static_cast<std::size_t>(std::max(0, page.matches)))));
  }
  return views;
}

void add_document(View& view, const Context& context, const search::DocumentSummary& document) {
  const std::string time = when(context.strings, context.language, document.date, document.period);
  view.set("title", shortened(title_or_source(document.title, document.source), kShownTitle))
      .set("document_url", document_url(document.id, context.language))
      .set("source", document.source)
      .set("kind", core::name(document.kind))
      .set("kind_label", label(document.kind, context.language))
      .set("has_when", !time.empty())
      .set("when", time);
}

View::List missing(const search::Hit& hit) {
  View::List views;
  for (const std::string& word : hit.missing) views.push_back(View().set("word", word));
  return views;
}

View document_hit(const Context& context, const search::Hit& hit) {
  View view;
  add_document(view, context, hit.document);
  const bool many_pages = hit.pages.size() > 1;
  view.set("is_goal", false)
      .set("snippets", snippets(context, hit))
      .set_list("why", why(context, hit.match))
      .set_list("missing", missing(hit))
      .set("has_pages", many_pages)
      .set("pages", many_pages ? pages(context, hit) : View::List{})
      .set("more_pages", hit.pages.size() > kShownPages);
  return view;
}

View goal_view(const Context& context, const core::Goal& goal) {
  return View()
      .set("level", core::name(goal.level))
      .set("level_label", label(goal.level, context.language))
      .set("has_number", !goal.number.empty())
      .set("number", goal.number)
      .set("wording", goal.text);
}

View goal_hit(const Context& context, const search::Hit& hit, const search::Hit::GoalHit& goal) {
  View view = goal_view(context, goal.goal);
  add_document(view, context, hit.document);
  View::List parents;
  for (auto parent = goal.parents.rbegin(); parent != goal.parents.rend(); ++parent)
    parents.push_back(goal_view(context, *parent));
  const std::size_t dot = goal.id.rfind('.');
  const std::string fragment = "goal-" + (dot == std::string::npos ? goal.id : goal.id.substr(dot + 1));
  view.set("is_goal", true)
      .set("goal_url", document_url(hit.document.id, context.language, fragment))
      .set("segments", highlighted(goal.goal.text, goal.highlights))
      .set_list("parents", std::move(parents))
      .set("page_label", page_label(context, goal.goal.page))
      .set("page_url", page_address(context, hit.document.id, goal.goal.page))
      .set_list("why", why(context, hit.match))
      .set_list("missing", missing(hit));
  add_alike(view, context.strings, context.language, goal.alike);
  return view;
}

View pager(const Context& context, const Request& request, const search::Answer& answer) {
  const int per_page = std::max(1, answer.per_page);
  const auto reachable = static_cast<int>(std::min<std::size_t>(answer.total, kDeepestResult));
  const int last = (reachable + per_page - 1) / per_page;
  if (last < 2) return false;
  const auto url = [&](int page) {
    Request other = request;
    other.page = page;
    return search_url(other, context.language);
  };
  View::List pages;
  int before = 0;
  for (int page = 1; page <= last; ++page) {
    if (page != 1 && page != last && (page < answer.page - kPagerReach || page > answer.page + kPagerReach))
      continue;
    pages.push_back(View()
                        .set("n", number(context.language, static_cast<std::size_t>(page)))
                        .set("gap", page > before + 1)
                        .set("current", page == answer.page)
                        .set("url", url(page)));
    before = page;
  }
  return View()
      .set("has_previous", answer.page > 1)
      .set("previous_url", url(std::max(1, answer.page - 1)))
      .set("has_next", answer.page < last)
      .set("next_url", url(std::min(last, answer.page + 1)))
      .set("pages", std::move(pages));
}

View::List notes(const Context& context, const Request& request, const search::Answer& answer) {
  View::List views;
  const auto put = [&](std::string text) { views.push_back(View().set("note", std::move(text))); };
  for (const auto& diagnostic : answer.diagnostics) {
    const std::string key = "diagnostic." + diagnostic.code;
    put(context.strings.fill(context.language, context.strings.has(key) ? key : "diagnostic.other",
                             {{"detail", diagnostic.detail}}));
  }
  if (answer.partial) put(std::string(context.strings.get(context.language, "note.partial")));
  if (answer.total > kDeepestResult)
    put(context.strings.fill(context.language, "note.deep",
                             {{"n", number(context.language, kDeepestResult)}}));
  if (!request.goals && !request.filters.goal_levels.empty())
    put(std::string(context.strings.get(context.language, "note.goal_level")));
  return views;
}

}  // namespace

std::string when(const Strings& strings, Language language, const std::optional<core::Date>& date,
                 const std::optional<core::Period>& period) {
  if (period) return strings.period(language, *period);
  return date ? strings.date(language, *date) : "";
}

std::string title_or_source(const std::string& title, const std::string& source) {
  if (!core::utf8::trim(title).empty()) return title;
  const std::size_t slash = source.rfind('/');
  return slash == std::string::npos || slash + 1 == source.size() ? source : source.substr(slash + 1);
}

std::string shortened(const std::string& text, std::size_t most) {
  if (core::utf8::length(text) <= most) return text;
  std::size_t end = 0;
  for (std::size_t count = 0; count < most; ++count) core::utf8::next(text, end);
  const std::size_t space = text.rfind(' ', end);
  if (space != std::string::npos && space > end / 2) end = space;
  return text.substr(0, end) + "…";
}

std::string results_heading(const Strings& strings, const Parameters& parameters,
                            const search::Answer& answer) {
  const Language language = parameters.language;
  std::string count =
      answer.total == 0
          ? std::string(strings.get(language, "results.none"))
          : strings.counted(language, parameters.request.goals ? "goals" : "documents", answer.total);
  if (parameters.request.query.empty()) return count;
  return strings.fill(language, "results.heading", {{"count", count}, {"query", parameters.request.query}});
}

void add_results(View& page, const Strings& strings, const Parameters& parameters,
                 const search::Answer& answer, const PlaceLabel& place_label) {
  const Context context{strings, parameters.language};
  const Language language = parameters.language;
  const Request& request = parameters.request;
  const auto hit_views = [&](const std::vector<search::Hit>& found) {
    View::List views;
    for (const auto& hit : found)
      views.push_back(hit.goal ? goal_hit(context, hit, *hit.goal) : document_hit(context, hit));
    return views;
  };
  View::List hits = hit_views(answer.hits);

  Request other = request;
  other.goals = !request.goals;
  other.page = 1;
  if (!other.goals) other.filters.goal_levels.clear();
  Request without_filters = request;
  without_filters.filters = {};
  without_filters.page = 1;
  Request first_page = request;
  first_page.page = 1;
  Request suggested = request;
  suggested.query = answer.did_you_mean.value_or("");
  suggested.page = 1;

  Request switched = request;
  switched.synonyms = !request.synonyms;
  switched.page = 1;
  std::string synonyms;
  for (const std::string& each : answer.synonyms) synonyms.append(synonyms.empty() ? "" : ", ").append(each);
  const bool has_synonyms = !synonyms.empty() && request.loosest != core::MatchKind::exact;
  page.set("has_synonyms", has_synonyms)
      .set("synonyms",
           strings.fill(language, request.synonyms ? "synonyms.on" : "synonyms.off", {{"words", synonyms}}))
      .set("synonyms_switch", strings.get(language, request.synonyms ? "synonyms.without" : "synonyms.with"))
      .set("synonyms_url", search_url(switched, language));

  View::List chips = chips_view(strings, language, request, place_label);
  page.set("chip_count", std::to_string(chips.size()));
  page.set("past_end", hits.empty() && answer.total > 0);
  page.set("heading", results_heading(strings, parameters, answer))
      .set("documents_url", search_url(request.goals ? other : request, language))
      .set("goals_url", search_url(request.goals ? request : other, language))
      .set("among_goals", request.goals)
      .set("has_suggestion", answer.did_you_mean.has_value())
      .set("suggestion", answer.did_you_mean.value_or(""))
      .set("suggestion_url", search_url(suggested, language))
      .set("notes", notes(context, request, answer))
      .set_list("chips", std::move(chips))
      .set("clear_url", search_url(without_filters, language))
      .set("sorts", sorts(context, request))
      .set_list("match_kinds", request.query.empty() ? View::List{} : match_kinds(context, request))
      .set_list("facets", facets_view(strings, language, request, answer.facets))
      .set("kept_by_facets", kept_by_facets(request, answer.facets, language))
      .set("first_page_url", search_url(first_page, language))
      .set("first_rank", std::to_string((std::max(1, answer.page) - 1) * std::max(1, answer.per_page) + 1))
      .set_list("hits", std::move(hits))
      .set_list("more", hit_views(answer.more))
      .set("pager", pager(context, request, answer));
}

}  // namespace szukajst::server
