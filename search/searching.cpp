#include "search/searching.h"

#include <algorithm>
#include <functional>
#include <span>
#include <vector>

#include "search/proximity.h"
#include "search/query_parser.h"
#include "search/remote/collect.h"
#include "search/synonym_query.h"
#include "search/word_uses.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kReordered = 100;  // results whose words' nearness counts

}  // namespace

Plan Searching::plan(const QueryNode& query, const std::optional<QueryNode>& alike) const {
  const bool loosely = request.synonyms && request.loosest != core::MatchKind::exact;
  return make_plan(alike && loosely ? *alike : query, request.goals, {snapshot, lexicon, words});
}

Plan Searching::plan(const QueryNode& query) const {
  return plan(query, with_synonyms(query, synonyms, words));
}

core::Result<Collected> Searching::run(const Plan& planned, std::size_t most) const {
  return run(planned, most, request);
}

core::Result<Collected> Searching::run_uncounted(const Plan& planned, std::size_t most) const {
  Request uncounted = request;
  uncounted.facets = false;
  return run(planned, most, uncounted);
}

std::size_t Searching::count(const std::string& query) const {
  const auto parsed = parse_query(query);
  if (!parsed) return 0;
  const auto collected = run_uncounted(plan(parsed->root), 0);
  return collected ? collected->total : 0;
}

core::Result<Collected> Searching::run(const Plan& planned, std::size_t most, const Request& asked) const {
  if (remote.empty()) return run_here(planned, most, asked);
  const auto here = [&](const Plan& local, std::size_t wanted, const Request& all) {
    return run_here(local, wanted, all);
  };
  return collect_everywhere(planned, asked, most, snapshot, gazetteer, remote, remote_until, here);
}

core::Result<Collected> Searching::run_here(const Plan& planned, std::size_t most,
                                            const Request& asked) const {
  const std::vector<std::size_t> plain = plain_words(planned);
  const bool by_nearness = most > 0 && weighs_nearness(asked, plain);
  auto collected = collect(planned, asked, by_nearness ? std::max(most, kReordered) : most, snapshot, session,
                           gazetteer, deadline);
  if (!collected || !by_nearness) return collected;
  std::vector<WordUses> uses;
  for (const SegmentView& segment : snapshot.segments)
    uses.emplace_back(segment.tokens, planned, asked.loosest);
  // So many at all times, whichever page is asked for: else a hit might stand on two pages.
  const std::span<Found> first(collected->best.begin(), std::min(collected->best.size(), kReordered));
  for (Found& found : first)
    found.score *= 1 + asked.weights.proximity * proximity(plain, found.document - 1, uses[found.segment]);
  std::ranges::stable_sort(first, std::greater(), &Found::score);
  collected->best.resize(std::min(collected->best.size(), most));
  return collected;
}

}  // namespace szukajst::search
