#include <memory>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/opened_index.h"
#include "cli/output.h"
#include "core/utf8.h"
#include "server/render/json.h"
#include "server/render/similar.h"

namespace szukajst::cli {
namespace {

void print_readable_line(std::string_view text) {
  print_line(printable(text));
}

// The text with each highlighted range in brackets.
std::string marked(std::string_view text, const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
  std::string result;
  std::size_t code_point = 0, range = 0;
  for (std::size_t at = 0; at < text.size(); ++code_point) {
    if (range < ranges.size() && code_point == ranges[range].second) result += ']', ++range;
    if (range < ranges.size() && code_point == ranges[range].first) result += '[';
    core::utf8::append(result, core::utf8::next(text, at));
  }
  if (range < ranges.size() && code_point == ranges[range].second) result += ']';
  return result;
}

void print_hit(int number, const search::Hit& hit) {
  const auto& document = hit.document;
  if (hit.goal) {
    const auto& goal = hit.goal->goal;
    print_readable_line(std::to_string(number) + ". " + (goal.number.empty() ? "" : goal.number + " ") +
                        marked(goal.text, hit.goal->highlights));
    print_readable_line("   " + std::string(core::name(goal.level)) + " · " + document.title + " · " +
                        document.source);
  } else {
    print_readable_line(std::to_string(number) + ". " +
                        (document.title.empty() ? document.source : document.title));
    print_readable_line("   " + std::string(core::name(document.kind)) + " · " + document.source + " · " +
                        document.id);
  }
  if (hit.goal && hit.goal->alike.total > 0) {
    std::string where;
    for (const auto& alike : hit.goal->alike.goals)
      where += (where.empty() ? "" : "; ") + (alike.unit.empty() ? alike.document : alike.unit) +
               (alike.year ? " " + std::to_string(*alike.year) : "");
    print_readable_line("   the same goal elsewhere (" + std::to_string(hit.goal->alike.total) +
                        "): " + where);
  }
  for (const auto& match : hit.match)
    print_readable_line("   " + match.word + " → " + match.found + " (" + std::string(core::name(match.as)) +
                        ")");
  for (const auto& snippet : hit.snippets)
    print_readable_line("   p. " + std::to_string(snippet.page) + ": " +
                        marked(snippet.text, snippet.highlights));
}

void print_facet(std::string_view name, const std::vector<search::FacetValue>& values, int depth = 0) {
  if (values.empty()) return;
  if (depth == 0) print_readable_line(std::string(name) + ":");
  for (const auto& value : values) {
    print_readable_line(std::string(static_cast<std::size_t>(2 + 2 * depth), ' ') +
                        std::string(value.shown()) + "  " + std::to_string(value.count) +
                        (value.selected ? "  *" : ""));
    print_facet(name, value.children, depth + 1);
  }
}

void print_readable(const search::Request& request, const search::Answer& answer) {
  print_readable_line(std::to_string(answer.total) + (request.goals ? " goals" : " documents") +
                      (answer.partial ? " (partial)" : ""));
  for (const auto& diagnostic : answer.diagnostics)
    print_readable_line("note: " + diagnostic.code + ": " + diagnostic.detail);
  if (request.synonyms && !answer.synonyms.empty()) {
    std::string also;
    for (const std::string& each : answer.synonyms) also.append(also.empty() ? "" : ", ").append(each);
    print_readable_line("searched too: " + also);
  }
  if (answer.did_you_mean) print_readable_line("did you mean: " + *answer.did_you_mean);
  int number = (answer.page - 1) * answer.per_page;
  for (const auto& hit : answer.hits) print_hit(++number, hit);
  if (!answer.more.empty()) print_readable_line("with some of the words:");
  for (const auto& hit : answer.more) {
    print_hit(++number, hit);
    std::string missing;
    for (const std::string& word : hit.missing) missing.append(missing.empty() ? "" : ", ").append(word);
    if (!missing.empty()) print_readable_line("   without: " + missing);
  }
  if (!request.facets) return;
  const auto& facets = answer.facets;
  print_facet("kind", facets.kind);
  print_facet("place", facets.place);
  print_facet("year", facets.year);
  print_facet("official", facets.official);
  print_facet("partner", facets.partner);
  print_facet("programme", facets.programme);
  print_facet("goal level", facets.goal_level);
}

int suggest(const SearchOptions& options, const search::Searcher& searcher) {
  const auto completions = searcher.complete(options.request.query);
  if (!completions) return print_error(completions.error()), kIndexUnusable;
  if (options.json) {
    print_line(server::render_json(options.request.query, *completions));
  } else {
    for (const search::Completion& each : *completions)
      print_readable_line(each.text + (each.within.empty() ? "" : " (" + each.within + ")"));
  }
  return finish_output() ? kDone : kSomeFailed;
}

// Documents like one, in place of what a query finds.
int similar(const SearchOptions& options, const search::Searcher& searcher) {
  const auto documents = searcher.similar(options.similar);
  if (!documents) {
    const bool unknown = documents.error().code == core::ErrorCode::not_found;
    return print_error(documents.error()), unknown ? kWrongUsage : kIndexUnusable;
  }
  if (options.json) {
    print_line(server::render_json(options.similar, *documents));
    return finish_output() ? kDone : kSomeFailed;
  }
  int number = 0;
  for (const search::SimilarDocument& each : *documents) {
    print_readable_line(std::to_string(++number) + ". " + (each.title.empty() ? each.source : each.title));
    std::string line = "   " + std::string(core::name(each.kind)) + " · " + each.source + " · " + each.id;
    if (each.resemblance != search::Resemblance::alike)
      line += " · " + std::string(server::name(each.resemblance));
    if (each.versions > 0) line += " · versions: " + std::to_string(each.versions + 1);
    print_readable_line(line);
    std::string because;
    for (const auto& shared : each.because) because.append(because.empty() ? "" : ", ").append(shared.text);
    print_readable_line("   in common: " + because);
  }
  return finish_output() ? kDone : kSomeFailed;
}

}  // namespace

int search(const SearchOptions& options) {
  return with_indexes(options.indexes, [&](const OpenedIndex& opened) {
    if (options.suggest) return suggest(options, opened.searcher);
    if (!options.similar.empty()) return similar(options, opened.searcher);
    const auto answer = opened.searcher.search(options.request);
    if (!answer) {
      const auto code = answer.error().code;
      const bool broken = code == core::ErrorCode::unreadable || code == core::ErrorCode::busy;
      return print_error(answer.error()), broken ? kIndexUnusable : kWrongUsage;
    }
    if (options.json) {
      print_line(server::render_json(options.request, *answer));
    } else {
      print_readable(options.request, *answer);
    }
    return finish_output() ? kDone : kSomeFailed;
  });
}

}  // namespace szukajst::cli
