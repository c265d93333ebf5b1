#include "search/remote/collect.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/shard_values.h"
#include "search/ranking.h"
#include "search/remote/facets.h"

namespace szukajst::search {
namespace {

struct Placed {
  Found found;
  std::string id, order;
  std::size_t goal = 0;
};

std::string order_of(const core::OrderKeys& keys, Sort sort) {
  return sort == Sort::title ? keys.title : sort == Sort::oldest ? keys.oldest : keys.newest;
}

}  // namespace

core::Result<Collected> collect_everywhere(Plan plan, const Request& request, std::size_t most,
                                           const Snapshot& snapshot, const gazetteer::Gazetteer& gazetteer,
                                           const RemoteShards& remote, RemoteShards::Time until,
                                           const CollectHere& collect_here) {
  if (const auto why = unanswerable(request)) return core::Error{core::ErrorCode::unsupported, *why};
  // A word is as rare as it is in all indexes together, wherever it is weighed.
  RemoteStatistics statistics = remote.statistics(plan, request, until);
  const Collection& here = plan.among_goals ? snapshot.goals : snapshot.documents;
  const std::size_t there = plan.among_goals ? statistics.sizes.goals : statistics.sizes.documents;
  for (std::size_t i = 0; i < plan.words.size(); ++i) {
    PlannedWord& word = plan.words[i];
    const bool of_goals = fields_of(word.field, plan.among_goals).front().scope == core::Scope::goal;
    const std::size_t all_there = of_goals ? statistics.sizes.goals : statistics.sizes.documents;
    if (word.prefix) {  // weighed by each local segment for itself
      word.rarity = rarity(statistics.with[i], all_there);
      continue;
    }
    const std::size_t all_here = of_goals ? snapshot.goals.size : snapshot.documents.size;
    word.rarity = rarity(word.with + statistics.with[i], all_here + all_there);
    word.found = word.with + statistics.with[i] > 0;
  }
  const auto length = plan.among_goals ? statistics.sizes.goal_length : statistics.sizes.length;
  const double average = here.size > 0 ? here.average_length
                         : there > 0 ? std::max(1.0, static_cast<double>(length) / static_cast<double>(there))
                                     : 1;

  Request all = request;
  all.facet_values = std::numeric_limits<std::size_t>::max();
  auto local = collect_here(plan, most, all);
  if (!local) return local.error();
  std::vector<std::string> down = std::move(statistics.down);
  auto found = remote.search({plan, request, most, average}, down, until);
  if (!found) return found.error();

  Collected sum = *std::move(local);
  sum.total += found->total;
  sum.partial = sum.partial || !down.empty();
  sum.down = std::move(down);
  if (request.facets) sum.facets = add_remote(sum.facets, found->counts, request, gazetteer);
  std::vector<Placed> placed;
  for (const Found& each : sum.best) {
    const core::SegmentColumns& columns = snapshot.segments[each.segment].columns;
    const std::size_t document = each.document - 1;
    const std::size_t goal = plan.among_goals ? columns.goal_indexes[each.goal] : 0;
    const std::string id(columns.ids[document]);
    placed.push_back(
        {each, id,
         order_of(core::order_keys(columns.days[document], columns.title_keys[document], id, goal),
                  request.sort),
         goal});
  }
  for (std::size_t i = 0; i < found->best.size(); ++i) {
    const RemoteMatch& match = found->best[i];
    Found place;
    place.score = match.score;
    place.remote = i;
    placed.push_back({place, match.id, match.order, match.goal});
  }
  const bool ranked = by_relevance(request.sort) && plan.ranked();
  std::ranges::sort(placed, [&](const Placed& a, const Placed& b) {
    if (!ranked) return a.order < b.order;
    if (a.found.score != b.found.score) return a.found.score > b.found.score;
    return a.id != b.id ? a.id < b.id : a.goal < b.goal;
  });
  if (placed.size() > most) placed.resize(most);
  sum.best.clear();
  for (const Placed& each : placed) sum.best.push_back(each.found);
  sum.remote = std::move(found->best);
  return sum;
}

}  // namespace szukajst::search
