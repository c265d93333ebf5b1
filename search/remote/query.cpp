#include "search/remote/query.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/shard_values.h"
#include "language/normalise.h"

namespace szukajst::search {
namespace {

using core::MatchKind;
using core::Stream;
using core::Tag;
using Type = QueryNode::Type;
using Query = Xapian::Query;

constexpr std::size_t kMostExpansions = 1000;  // as MatchSettings::most_expansions

constexpr std::array<Tag, core::kFacets> kTagOf{Tag::kind,     Tag::place,   Tag::year,
                                                Tag::official, Tag::partner, Tag::programme};

// Not Query::MatchAll, whose copies in different threads would count one another without a lock.
Query everything() {
  return Query(std::string());
}

Query any_of(const std::vector<std::string>& terms) {
  return {Query::OP_OR, terms.begin(), terms.end()};
}

Query unranked(const Query& query) {
  return {Query::OP_SCALE_WEIGHT, query, 0.0};
}

bool of_document(bool among_goals, core::Scope scope) {
  return among_goals && scope != core::Scope::goal;
}

// What a word may begin with that begins so when folded; the letters are those of uses_beginning.
std::vector<std::string> language_variants(const std::string& folded) {
  static const std::map<char, std::vector<std::string>> kVariants{
      {'a', {"ą"}}, {'c', {"ć"}}, {'e', {"ę"}}, {'l', {"ł"}},     {'n', {"ń"}},
      {'o', {"ó"}}, {'s', {"ś"}}, {'u', {"ü"}}, {'z', {"ź", "ż"}}};
  std::vector<std::string> all{""};
  for (std::size_t i = 0; i < std::min<std::size_t>(folded.size(), 3); ++i) {
    const auto variants = kVariants.find(folded[i]);
    std::vector<std::string> longer;
    for (const std::string& each : all) {
      longer.push_back(each + folded[i]);
      if (variants == kVariants.end()) continue;
      for (const std::string& variant : variants->second) longer.push_back(each + variant);
    }
    all = std::move(longer);
  }
  return all;
}

}  // namespace

std::string shard_term(bool among_goals, core::Scope scope, Stream stream, std::string_view word) {
  std::string term = core::term(scope, stream, word);
  return of_document(among_goals, scope) ? core::of_goal(std::move(term)) : term;
}

std::string shard_prefix(bool among_goals, core::Scope scope, Stream stream) {
  std::string prefix = core::prefix(scope, stream);
  return of_document(among_goals, scope) ? core::of_goal(std::move(prefix)) : prefix;
}

Query RemoteQuery::filtered(const Query& words, std::optional<std::size_t> without) const {
  Query all = words;
  const auto type = plan_.among_goals ? core::kGoalType : core::kDocumentType;
  all = Query(Query::OP_FILTER, all, Query(core::term(Tag::type, type)));
  for (std::size_t facet = 0; facet <= core::kFacets; ++facet) {
    if (facet == without) continue;
    if (const auto terms = selected(facet)) all = Query(Query::OP_FILTER, all, any_of(*terms));
  }
  if (!request_.filters.sources.empty()) {
    std::vector<std::string> terms;
    for (const std::string& source : request_.filters.sources) {
      const auto names = core::source_and_folders(source);
      if (!names.empty()) terms.push_back(tag(Tag::source, names.front()));
    }
    all = Query(Query::OP_FILTER, all, any_of(terms));
  }
  return all;
}

std::optional<std::vector<std::string>> RemoteQuery::selected(std::size_t facet) const {
  const Filters& filters = request_.filters;
  std::vector<std::string> terms;
  const auto names = [&](const std::vector<std::string>& chosen) {
    for (const std::string& name : chosen) terms.push_back(tag(kTagOf[facet], core::name_key(name)));
  };
  if (facet == kLevelFacet) {
    if (!plan_.among_goals || filters.goal_levels.empty()) return std::nullopt;
    for (const core::GoalLevel level : filters.goal_levels)
      terms.push_back(core::term(Tag::goal_level, core::name(level)));
    return terms;
  }
  switch (static_cast<core::Facet>(facet)) {
    case core::Facet::kind:
      for (const core::DocumentKind kind : filters.kinds) terms.push_back(tag(Tag::kind, core::name(kind)));
      break;
    case core::Facet::place:
      for (const core::Teryt& place : filters.places) terms.push_back(tag(Tag::place, place.text()));
      break;
    case core::Facet::year:
      if (!filters.from && !filters.to) return std::nullopt;
      return years(filters.from, filters.to);
    case core::Facet::official:
      names(filters.officials);
      break;
    case core::Facet::partner:
      names(filters.partners);
      break;
    case core::Facet::programme:
      names(filters.programmes);
      break;
  }
  if (terms.empty()) return std::nullopt;
  return terms;
}

std::string RemoteQuery::tag(Tag which, std::string_view value) const {
  std::string term = core::term(which, value);
  return plan_.among_goals ? core::of_goal(std::move(term)) : term;
}

std::vector<std::string> RemoteQuery::years(std::optional<int> from, std::optional<int> to) const {
  const std::string begins = tag(Tag::year, "");
  std::vector<std::string> terms;
  for (auto at = database_.allterms_begin(begins); at != database_.allterms_end(begins); ++at) {
    const auto year = static_cast<int>(core::number_of((*at).substr(begins.size())));
    if ((!from || year >= *from) && (!to || year <= *to)) terms.push_back(*at);
  }
  return terms;
}

Query RemoteQuery::build(const PlanNode& node) const {
  switch (node.type) {
    case Type::everything:
      return everything();
    case Type::word:
    case Type::prefix: {
      const PlannedWord& word = plan_.words[node.words.front().first];
      Query driving, adding;
      for (const FieldUse& use : fields_of(node.field, plan_.among_goals))
        (use.drives ? driving : adding) |= word_in(word, use);
      return adding.empty() ? driving : Query(Query::OP_AND_MAYBE, driving, adding);
    }
    case Type::phrase:
    case Type::near:
      return side_by_side(node);
    case Type::all:
      return all({node.children.data(), node.children.size()});
    case Type::any: {
      std::vector<Query> children;
      for (const PlanNode& child : node.children) children.push_back(build(child));
      return {node.synonyms ? Query::OP_MAX : Query::OP_OR, children.begin(), children.end()};
    }
    case Type::no:
      return all({&node, 1});
    case Type::years:
      return unranked(any_of(years(node.from, node.to)));
    case Type::kind:
      return unranked(Query(tag(Tag::kind, node.text)));
    case Type::place:
      return unranked(Query(tag(Tag::place, node.text)));
  }
  return everything();
}

Query RemoteQuery::all(std::span<const PlanNode> children) const {
  std::vector<Query> wanted, unwanted;
  for (const PlanNode& child : children)
    child.type == Type::no ? unwanted.push_back(build(child.children.front()))
                           : wanted.push_back(build(child));
  Query query = wanted.empty() ? everything() : Query(Query::OP_AND, wanted.begin(), wanted.end());
  if (unwanted.empty()) return query;
  return {Query::OP_AND_NOT, query, Query(Query::OP_OR, unwanted.begin(), unwanted.end())};
}

// As WordMatcher matches it in one field.
Query RemoteQuery::word_in(const PlannedWord& word, const FieldUse& use) const {
  const language::QueryWord& query = word.query;
  const auto counted = [&](Stream stream, std::string_view text, MatchKind kind) {
    const double weight =
        weight_of(use, request_.weights) * request_.weights.kinds[static_cast<std::size_t>(kind)];
    return Query(Query::OP_SCALE_WEIGHT, Query(shard_term(plan_.among_goals, use.scope, stream, text)),
                 weight);
  };
  if (word.prefix) return any_of(beginnings(word, use.scope));
  std::vector<Query> streams{counted(Stream::exact, query.form, MatchKind::exact)};
  if (!query.stop && request_.loosest >= MatchKind::inflected)
    for (const std::string& lemma : query.lemmas)
      streams.push_back(counted(Stream::lemma, lemma, MatchKind::inflected));
  if (!query.stop && request_.loosest >= MatchKind::folded)
    for (const language::QueryKey& key : query.keys)
      if (key.kind <= request_.loosest)
        streams.push_back(counted(Stream::key, key.key, std::max(key.kind, MatchKind::folded)));
  return {Query::OP_MAX, streams.begin(), streams.end()};
}

std::vector<std::string> RemoteQuery::beginnings(const PlannedWord& word, core::Scope scope) const {
  const std::string form = language::fold_case(word.text), folded = language::fold_all(word.text);
  std::vector<std::pair<std::string, std::size_t>> found;
  const auto gather = [&](const std::string& begins, std::size_t skip, bool folds) {
    for (auto at = database_.allterms_begin(begins); at != database_.allterms_end(begins); ++at) {
      const std::string term = *at;
      if (!folds || language::fold_all(term.substr(skip)).starts_with(folded))
        found.emplace_back(term, at.get_termfreq());
    }
  };
  if (request_.loosest < MatchKind::folded) {
    gather(shard_term(plan_.among_goals, scope, Stream::exact, form), 0, false);
  } else {
    // Whatever letter with a diacritic a word may have: all that begin with the first one, as far as they
    // fold to the beginning.
    const std::string tag = shard_prefix(plan_.among_goals, scope, Stream::exact);
    for (const std::string& first : language_variants(folded)) gather(tag + first, tag.size(), true);
    if (request_.loosest == MatchKind::ocr)
      gather(shard_term(plan_.among_goals, scope, Stream::ocr, folded), 0, false);
  }
  if (found.size() > kMostExpansions) {
    std::ranges::nth_element(found, found.begin() + kMostExpansions,
                             [](const auto& a, const auto& b) { return a.second > b.second; });
    found.resize(kMostExpansions);
  }
  std::vector<std::string> terms;
  for (auto& [term, frequency] : found) terms.push_back(std::move(term));
  return terms;
}

// The words as they match alone, all of them in one field, and there by their keys as they are to stand.
Query RemoteQuery::side_by_side(const PlanNode& node) const {
  std::vector<Query> fields;
  for (const FieldUse& use : fields_of(node.field, plan_.among_goals)) {
    if (!use.drives) continue;
    const std::string any_token = of_document(plan_.among_goals, use.scope)
                                      ? core::of_goal(core::any_token(use.scope))
                                      : core::any_token(use.scope);
    std::vector<Query> words, places;
    std::uint32_t next = 0;
    for (const auto& [index, distance] : node.words) {
      const PlannedWord& word = plan_.words[index];
      words.push_back(word_in(word, use));
      // In a phrase anything may stand where a stop word is; before the first nothing is asked.
      for (; node.type == Type::phrase && !places.empty() && next < distance; ++next)
        places.emplace_back(any_token);
      next = distance + 1;
      std::vector<std::string> keys;
      for (const language::QueryKey& key : word.query.keys)
        if (may_use(key, request_.loosest))
          keys.push_back(shard_term(plan_.among_goals, use.scope, Stream::key, key.key));
      places.push_back(any_of(keys));
    }
    const Query where(
        node.type == Type::near ? Query::OP_NEAR : Query::OP_PHRASE, places.begin(), places.end(),
        static_cast<Xapian::termcount>(node.type == Type::near
                                           ? std::max<std::size_t>(node.distance + 1, places.size())
                                           : places.size()));
    const Query together(Query::OP_AND, words.begin(), words.end());
    fields.push_back(places.size() > 1 ? Query(Query::OP_FILTER, together, where) : together);
  }
  return {Query::OP_OR, fields.begin(), fields.end()};
}

}  // namespace szukajst::search
