#include "search/remote/answer.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

#include "core/fields.h"
#include "core/shard_values.h"
#include "search/freshness.h"
#include "search/ranking.h"
#include "search/remote/query.h"
#include "search/remote/weigher.h"

namespace szukajst::search {
namespace {

using core::MatchKind;
using core::ShardSlot;
using core::Stream;
using core::Tag;

// So many more than wanted are weighed: the server orders by weights of its own.
constexpr std::size_t kWeighedBeside = 50;

void add_counts(const Xapian::ValueCountMatchSpy& spy, std::size_t facet, ValueCounts& counts) {
  for (auto at = spy.values_begin(); at != spy.values_end(); ++at) {
    if (facet == kLevelFacet) {
      counts[*at].count += at.get_termfreq();
      continue;
    }
    const auto entries = core::decode_facet(*at);
    if (!entries) throw Xapian::DatabaseCorruptError("no values of a facet");
    for (const core::FacetEntry& entry : *entries) {
      ValueCount& value = counts[entry.value];
      if (value.label.empty()) value.label = entry.label;
      value.count += at.get_termfreq();
    }
  }
}

// How many documents have a word that begins so.
std::size_t matches_of_prefix(const Plan& plan, const Request& request, std::size_t index,
                              const Xapian::Database& database) {
  const core::QueryField field = plan.words[index].field;
  Plan alone;
  alone.words = plan.words;
  alone.among_goals = fields_of(field, plan.among_goals).front().scope == core::Scope::goal;
  alone.root.type = QueryNode::Type::prefix;
  alone.root.field = field;
  alone.root.words = {{index, 0}};
  Xapian::Enquire enquire(database);
  enquire.set_query(RemoteQuery(alone, request, database).words());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount() + 1).get_matches_estimated();
}

}  // namespace

RemoteFound ask_shard(const Xapian::Database& database, const RemoteQuestion& question) {
  const Request& request = question.request;
  const bool goals = question.plan.among_goals;
  const RemoteQuery query(question.plan, request, database);
  const Xapian::Query words = query.words();
  const Xapian::doccount all = database.get_doccount();
  const bool ranked = by_relevance(request.sort) && question.plan.ranked();
  const ShardSlot order = request.sort == Sort::title    ? ShardSlot::title
                          : request.sort == Sort::oldest ? ShardSlot::oldest
                                                         : ShardSlot::newest;
  const Freshness freshness(request);
  RemoteFound found;
  std::array<std::unique_ptr<Xapian::ValueCountMatchSpy>, core::kFacets + 1> spies;
  const auto slot = [](std::size_t facet) {
    return facet == kLevelFacet ? core::slot(ShardSlot::goal_level) : core::facet_slot(facet);
  };
  const std::size_t facets = request.facets ? core::kFacets + (goals ? 1 : 0) : 0;
  Xapian::Enquire enquire(database);
  // One question for all facets that are not filtered and the best; of each of the others one of its own.
  enquire.set_query(query.filtered(words, std::nullopt));
  if (ranked) {
    enquire.set_weighting_scheme(Xapian::BM25Weight(request.weights.saturation, 0, 1, kLengthShare, 0.5));
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(core::slot(order), false);
  }
  for (std::size_t facet = 0; facet < facets; ++facet) {
    if (query.selected(facet)) continue;
    spies[facet] = std::make_unique<Xapian::ValueCountMatchSpy>(slot(facet));
    enquire.add_matchspy(spies[facet].get());
  }
  const auto wanted =
      static_cast<Xapian::doccount>(question.most + (ranked && question.most > 0 ? kWeighedBeside : 0));
  const Xapian::MSet best = enquire.get_mset(0, wanted, all + 1);
  found.total = best.get_matches_estimated();
  best.fetch();
  for (auto at = best.begin(); at != best.end(); ++at) {
    const Xapian::Document document = at.get_document();
    RemoteMatch match;
    match.id = document.get_value(core::slot(ShardSlot::id));
    if (goals) match.goal = core::number_of(document.get_value(core::slot(ShardSlot::goal_index)));
    match.order = document.get_value(core::slot(order));
    if (ranked)
      match.score = RemoteWeigher(question, database, document).score() *
                    freshness.factor(core::day_of_order(document.get_value(core::slot(ShardSlot::newest))));
    if (request.details && !goals) match.kept = document.get_data();
    found.best.push_back(std::move(match));
  }
  if (ranked) {
    std::ranges::sort(found.best, [](const RemoteMatch& a, const RemoteMatch& b) {
      return a.score != b.score ? a.score > b.score : a.id != b.id ? a.id < b.id : a.goal < b.goal;
    });
    if (found.best.size() > question.most) found.best.resize(question.most);
  }
  for (RemoteMatch& match : found.best) {
    if (!request.details || !goals) continue;
    const std::string parent = core::term(Tag::id, match.id);
    const auto at = database.postlist_begin(parent);
    if (at != database.postlist_end(parent)) match.kept = database.get_document(*at).get_data();
  }
  for (std::size_t facet = 0; facet < facets; ++facet) {
    if (!spies[facet]) {
      spies[facet] = std::make_unique<Xapian::ValueCountMatchSpy>(slot(facet));
      Xapian::Enquire alone(database);
      alone.set_query(query.filtered(words, facet));
      alone.set_weighting_scheme(Xapian::BoolWeight());
      alone.add_matchspy(spies[facet].get());
      alone.get_mset(0, 0, all + 1);
    }
    add_counts(*spies[facet], facet, found.counts[facet]);
  }
  return found;
}

std::size_t documents_with(const Plan& plan, const Request& request, std::size_t index,
                           const Xapian::Database& database) {
  const PlannedWord& word = plan.words[index];
  const bool among_goals = plan.among_goals;
  if (word.prefix) return matches_of_prefix(plan, request, index, database);
  const core::Scope scope = fields_of(word.field, among_goals).front().scope;
  std::size_t most = database.get_termfreq(core::term(scope, Stream::exact, word.query.form));
  for (const bool ocr : {false, true}) {
    if (ocr && most > 0) break;
    for (const language::QueryKey& key : word.query.keys)
      if ((key.kind == MatchKind::ocr) == ocr)
        most = std::max<std::size_t>(most, database.get_termfreq(core::term(scope, Stream::key, key.key)));
  }
  return most;
}

}  // namespace szukajst::search
