#include "search/remote_shards.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <span>
#include <thread>

#include "core/fields.h"
#include "core/log.h"
#include "language/normalise.h"
#include "search/freshness.h"
#include "search/proximity.h"
#include "search/ranking.h"

namespace szukajst::search {
namespace {

using core::Error;
using core::ErrorCode;
using core::MatchKind;
using core::ShardSlot;
using core::Stream;
using core::Tag;
using Type = QueryNode::Type;
using Query = Xapian::Query;

constexpr std::string_view kBegins = "tcp:";
constexpr std::size_t kMostExpansions = 1000;  // as MatchSettings::most_expansions
// So many more than wanted are weighed: the server orders by weights of its own.
constexpr std::size_t kWeighedBeside = 50;

constexpr std::array<Tag, core::kFacets> kTagOf{Tag::kind,     Tag::place,   Tag::year,
                                                Tag::official, Tag::partner, Tag::programme};

std::size_t number(const std::string& text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Not Query::MatchAll, whose copies in different threads would count one another without a lock.
Query everything() {
  return Query(std::string());
}

Query any_of(const std::vector<std::string>& terms) {
  return {Query::OP_OR, terms.begin(), terms.end()};
}

// Makes the questions of one request. Asks the server for the words that begin in some way, and which years
// there are; nothing else.
class Questions {
 public:
  Questions(const RemoteQuestion& question, const Xapian::Database& database)
      : plan_(question.plan), request_(question.request), database_(database) {}

  // What matches the query itself, ranked.
  Query words() const { return build(plan_.root); }

  // Of all filters but one.
  Query filtered(const Query& words, std::optional<std::size_t> without) const {
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

  // The terms of the values chosen of a facet; nothing where it is not filtered.
  std::optional<std::vector<std::string>> selected(std::size_t facet) const {
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

 private:
  std::string tag(Tag which, std::string_view value) const {
    std::string term = core::term(which, value);
    return plan_.among_goals ? core::of_goal(std::move(term)) : term;
  }

  std::vector<std::string> years(std::optional<int> from, std::optional<int> to) const {
    const std::string begins = tag(Tag::year, "");
    std::vector<std::string> terms;
    for (auto at = database_.allterms_begin(begins); at != database_.allterms_end(begins); ++at) {
      const auto year = static_cast<int>(number((*at).substr(begins.size())));
      if ((!from || year >= *from) && (!to || year <= *to)) terms.push_back(*at);
    }
    return terms;
  }

  Query build(const PlanNode& node) const {
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

  static Query unranked(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

  Query all(std::span<const PlanNode> children) const {
    std::vector<Query> wanted, unwanted;
    for (const PlanNode& child : children)
      child.type == Type::no ? unwanted.push_back(build(child.children.front()))
                             : wanted.push_back(build(child));
    Query query = wanted.empty() ? everything() : Query(Query::OP_AND, wanted.begin(), wanted.end());
    if (unwanted.empty()) return query;
    return {Query::OP_AND_NOT, query, Query(Query::OP_OR, unwanted.begin(), unwanted.end())};
  }

  // As WordMatcher matches it in one field.
  Query word_in(const PlannedWord& word, const FieldUse& use) const {
    const language::QueryWord& query = word.query;
    const auto counted = [&](Stream stream, std::string_view text, MatchKind kind) {
      const double weight =
          weight_of(use, request_.weights) * request_.weights.kinds[static_cast<std::size_t>(kind)];
      return Query(Query::OP_SCALE_WEIGHT, Query(core::term(use.scope, stream, text)), weight);
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

  std::vector<std::string> beginnings(const PlannedWord& word, core::Scope scope) const {
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
      gather(core::term(scope, Stream::exact, form), 0, false);
    } else {
      // Whatever letter with a diacritic a word may have: all that begin with the first one, as far as they
      // fold to the beginning.
      const std::string tag = core::prefix(scope, Stream::exact);
      for (const std::string& first : language_variants(folded)) gather(tag + first, tag.size(), true);
      if (request_.loosest == MatchKind::ocr) gather(core::term(scope, Stream::ocr, folded), 0, false);
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

  // What a word may begin with that begins so when folded; the letters are those of uses_beginning.
  static std::vector<std::string> language_variants(const std::string& folded) {
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

  // The words as they match alone, all of them in one field, and there by their keys as they are to stand.
  Query side_by_side(const PlanNode& node) const {
    std::vector<Query> fields;
    for (const FieldUse& use : fields_of(node.field, plan_.among_goals)) {
      if (!use.drives) continue;
      std::vector<Query> words, places;
      std::uint32_t next = 0;
      for (const auto& [index, distance] : node.words) {
        const PlannedWord& word = plan_.words[index];
        words.push_back(word_in(word, use));
        // In a phrase anything may stand where a stop word is; before the first nothing is asked.
        for (; node.type == Type::phrase && !places.empty() && next < distance; ++next)
          places.emplace_back(core::any_token(use.scope));
        next = distance + 1;
        std::vector<std::string> keys;
        for (const language::QueryKey& key : word.query.keys)
          if (may_use(key, request_.loosest)) keys.push_back(core::term(use.scope, Stream::key, key.key));
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

  const Plan& plan_;
  const Request& request_;
  const Xapian::Database& database_;
};

// Weighs one document as the matchers do, from how often each of its terms stands in it.
class Weigher {
 public:
  Weigher(const RemoteQuestion& question, const Xapian::Database& database, const Xapian::Document& document)
      : question_(question),
        database_(database),
        id_(document.get_docid()),
        sure_(question.plan.root.type == Type::phrase || question.plan.root.type == Type::near),
        length_(static_cast<std::uint32_t>(number(document.get_value(core::slot(ShardSlot::length))))) {
    for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at)
      if (at.get_wdf() > 0) counts_.emplace(*at, at.get_wdf());
  }

  double score() const {
    const double score = this->score(question_.plan.root).value_or(0);
    const std::vector<std::size_t> plain = plain_words(question_.plan);
    if (!weighs_nearness(question_.request, plain)) return score;
    std::vector<std::pair<std::size_t, std::size_t>> where;
    for (std::size_t word = 0; word < plain.size(); ++word) {
      const auto places = this->places(question_.plan.words[plain[word]], core::Scope::body);
      for (std::size_t i = 0; i < std::min(places.size(), kMostPlaces); ++i)
        where.emplace_back(places[i], word);
    }
    return score *
           (1 + question_.request.weights.proximity * proximity(std::move(where), plain.size(), length_));
  }

 private:
  // Nothing where a word of it is not met: of words any of which are wanted the others do not count.
  std::optional<double> score(const PlanNode& node) const {
    switch (node.type) {
      case Type::word:
      case Type::prefix:
        return of_word(node.words.front().first, fields_of(node.field, question_.plan.among_goals));
      case Type::phrase:
      case Type::near: {
        std::vector<std::pair<core::Scope, double>> fields;  // with all of the words
        for (const FieldUse& use : fields_of(node.field, question_.plan.among_goals)) {
          if (!use.drives) continue;
          double sum = 0;
          bool all = true;
          for (const auto& [index, distance] : node.words) {
            const auto each = of_word(index, {&use, 1});
            all = all && each.has_value();
            sum += each.value_or(0);
          }
          if (all) fields.emplace_back(use.scope, sum);
        }
        // Where they stand costs a question for each term: only what the match leaves open is asked.
        std::optional<double> sum;
        for (const auto& [scope, each] : fields)
          if ((fields.size() == 1 && sure_) || stands_so(node, scope)) sum = sum.value_or(0) + each;
        return sum;
      }
      case Type::all: {
        double sum = 0;
        for (const PlanNode& child : node.children) {
          if (child.type == Type::no) continue;
          const auto each = score(child);
          if (!each) return std::nullopt;
          sum += *each;
        }
        return sum;
      }
      case Type::any: {
        std::optional<double> sum;
        for (const PlanNode& child : node.children)
          if (const auto each = score(child))
            sum = node.synonyms ? std::max(sum.value_or(0), *each) : sum.value_or(0) + *each;
        return sum;
      }
      default:
        return 0;
    }
  }

  // Where the word stands by its keys, ascending.
  std::vector<std::uint32_t> places(const PlannedWord& word, core::Scope scope) const {
    std::vector<std::uint32_t> places;
    for (const language::QueryKey& key : word.query.keys) {
      const std::string term = core::term(scope, Stream::key, key.key);
      if (!may_use(key, question_.request.loosest) || !counts_.contains(term)) continue;
      for (auto at = database_.positionlist_begin(id_, term); at != database_.positionlist_end(id_, term);
           ++at)
        places.push_back(*at);
    }
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());  // of several keys of one token
    return places;
  }

  bool stands_so(const PlanNode& node, core::Scope scope) const {
    std::vector<std::vector<std::uint32_t>> where;
    std::vector<std::uint32_t> starts;
    for (const auto& [index, distance] : node.words) {
      where.push_back(places(question_.plan.words[index], scope));
      starts.insert(starts.end(), where.back().begin(), where.back().end());
    }
    if (node.type == Type::phrase) {
      const std::uint32_t first = node.words.front().second;
      return std::ranges::any_of(where.front(), [&](std::uint32_t start) {
        for (std::size_t i = 1; i < where.size(); ++i)
          if (!std::ranges::binary_search(where[i], start + node.words[i].second - first)) return false;
        return true;
      });
    }
    return std::ranges::any_of(starts, [&](std::uint32_t start) {
      std::vector<std::uint32_t> taken;  // a place is one word's
      return std::ranges::all_of(where, [&](const std::vector<std::uint32_t>& each) {
        const auto free = std::ranges::find_if(each, [&](std::uint32_t place) {
          return place >= start && place <= start + node.distance &&
                 std::ranges::find(taken, place) == taken.end();
        });
        if (free != each.end()) taken.push_back(*free);
        return free != each.end();
      });
    });
  }

  std::uint32_t count(core::Scope scope, Stream stream, std::string_view text) const {
    const auto found = counts_.find(core::term(scope, stream, text));
    return found == counts_.end() ? 0 : found->second;
  }

  std::optional<double> of_word(std::size_t index, std::span<const FieldUse> fields) const {
    const PlannedWord& word = question_.plan.words[index];
    const Weights& weights = question_.request.weights;
    double frequency = 0;
    bool drives = false;
    for (const FieldUse& use : fields) {
      const double met =
          weighted(word.prefix ? beginning(word, use.scope) : meetings(word, use.scope), weights);
      if (met <= 0) continue;
      drives = drives || use.drives;
      const bool by_length = use.by_length && weights.lengths;
      frequency +=
          weight_of(use, weights) * met * (by_length ? length_factor(length_, question_.average_length) : 1);
    }
    if (!drives) return std::nullopt;
    return word.rarity * saturated(frequency, weights);
  }

  // As WordMatcher::meetings.
  Meetings meetings(const PlannedWord& word, core::Scope scope) const {
    const language::QueryWord& query = word.query;
    const MatchKind loosest = question_.request.loosest;
    const std::uint32_t exact = count(scope, Stream::exact, query.form);
    Meetings met{exact, 0, 0, 0};
    if (query.stop) return met;
    std::uint32_t lemma = 0, key = 0, damaged = 0, guessed = 0;
    for (const std::string& each : query.lemmas) lemma = std::max(lemma, count(scope, Stream::lemma, each));
    for (const language::QueryKey& each : query.keys) {
      if (each.kind > loosest) continue;
      const std::uint32_t here = count(scope, Stream::key, each.key);
      if (each.kind == MatchKind::ocr) {
        guessed = std::max(guessed, here);
      } else if (here > key) {
        key = here;
        damaged = count(scope, Stream::ocr, each.key);
      }
    }
    const std::uint32_t close = std::max(exact, lemma), known = std::max(close, key);
    met[1] = lemma > exact ? lemma - exact : 0;
    if (key > close) {
      met[3] = std::min(damaged, key - close);
      met[2] = key - close - met[3];
    }
    if (guessed > known) met[3] += guessed - known;
    for (auto kind = static_cast<std::size_t>(loosest) + 1; kind < met.size(); ++kind) met[kind] = 0;
    return met;
  }

  // As uses_beginning counts.
  Meetings beginning(const PlannedWord& word, core::Scope scope) const {
    const std::string form = language::fold_case(word.text), folded = language::fold_all(word.text);
    const auto sum = [&](Stream stream, const std::string& begins, bool folds) {
      const std::string tag = core::prefix(scope, stream);
      std::uint32_t times = 0;
      for (auto at = counts_.lower_bound(folds ? tag : tag + begins);
           at != counts_.end() && at->first.starts_with(folds ? tag : tag + begins); ++at)
        if (!folds || language::fold_all(at->first.substr(tag.size())).starts_with(begins))
          times += at->second;
      return times;
    };
    const std::uint32_t exact = sum(Stream::exact, form, false);
    if (question_.request.loosest < MatchKind::folded) return {exact, 0, 0, 0};
    const std::uint32_t spelling = sum(Stream::exact, folded, true);
    const std::uint32_t known = std::max(spelling, sum(Stream::lemma, folded, true));
    const std::uint32_t key = sum(Stream::key, folded, false);
    const std::uint32_t mended = key > known ? key - known : 0;
    const std::uint32_t misread = std::min(sum(Stream::ocr, folded, false), mended);
    const bool ocr = question_.request.loosest == MatchKind::ocr;
    return {exact, 0, spelling - exact + mended - misread, ocr ? misread : 0};
  }

  const RemoteQuestion& question_;
  const Xapian::Database& database_;
  Xapian::docid id_;
  bool sure_;  // whether a phrase must stand somewhere, for the document matched
  std::uint32_t length_;
  std::map<std::string, std::uint32_t> counts_;
};

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

RemoteFound ask(const Xapian::Database& database, const RemoteQuestion& question) {
  const Request& request = question.request;
  const bool goals = question.plan.among_goals;
  const Questions questions(question, database);
  const Query words = questions.words();
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
  enquire.set_query(questions.filtered(words, std::nullopt));
  if (ranked) {
    enquire.set_weighting_scheme(Xapian::BM25Weight(request.weights.saturation, 0, 1, kLengthShare, 0.5));
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(core::slot(order), false);
  }
  for (std::size_t facet = 0; facet < facets; ++facet) {
    if (questions.selected(facet)) continue;
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
    if (goals) match.goal = number(document.get_value(core::slot(ShardSlot::goal_index)));
    match.order = document.get_value(core::slot(order));
    if (ranked)
      match.score = Weigher(question, database, document).score() *
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
      alone.set_query(questions.filtered(words, facet));
      alone.set_weighting_scheme(Xapian::BoolWeight());
      alone.add_matchspy(spies[facet].get());
      alone.get_mset(0, 0, all + 1);
    }
    add_counts(*spies[facet], facet, found.counts[facet]);
  }
  return found;
}

// How many documents have a word that begins so.
std::size_t matches_of_prefix(const Plan& plan, const Request& request, std::size_t index,
                              const Xapian::Database& database) {
  RemoteQuestion alone{plan, request, 0, 1};
  alone.plan.root = {};
  alone.plan.root.type = Type::prefix;
  alone.plan.root.field = plan.words[index].field;
  alone.plan.root.words = {{index, 0}};
  Xapian::Enquire enquire(database);
  enquire.set_query(Questions(alone, database).words());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount() + 1).get_matches_estimated();
}

// Of how many documents a word is, as make_plan counts.
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

struct Statistics {
  core::ShardSizes sizes;
  std::vector<std::size_t> with;
};

core::ShardSizes sizes_of(const Xapian::Database& database) {
  const auto sizes = core::decode_sizes(database.get_metadata(core::kShardMetadata));
  if (!sizes) throw Xapian::DatabaseVersionError("it was not made by szukajst index --shard");
  return *sizes;
}

// One shard with its connections. Shared with the threads that are asking it, which may outlive a request.
struct Shard {
  explicit Shard(RemoteAddress where) : address(std::move(where)) {}

  RemoteAddress address;
  std::mutex mutex;
  std::vector<Xapian::Database> idle;
  bool down = false;

  bool is_down() {
    const std::lock_guard lock(mutex);
    return down;
  }
  void set_down(bool now, const std::string& why) {
    const std::lock_guard lock(mutex);
    if (now != down) core::log::warning(address.name + (now ? " is down: " + why : " is there again"));
    down = now;
    if (now) idle.clear();
  }
  Xapian::Database connect() const {
    return Xapian::Remote::open(address.host, address.port,
                                static_cast<useconds_t>(RemoteShards::kAnswerTime.count()),
                                static_cast<useconds_t>(RemoteShards::kConnectTime.count()));
  }
  // Calls with a connection; once more with a fresh one where the server had closed an idle one.
  template <typename T>
  T with_connection(const std::function<T(const Xapian::Database&)>& f) {
    std::optional<Xapian::Database> kept;
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) kept = std::move(idle.back()), idle.pop_back();
    }
    if (kept) {
      try {
        return finish<T>(f, *kept);
      } catch (const Xapian::NetworkTimeoutError&) {
        throw;
      } catch (const Xapian::Error&) {
        const std::lock_guard lock(mutex);
        idle.clear();
      }
    }
    Xapian::Database fresh = connect();
    sizes_of(fresh);
    return finish<T>(f, fresh);
  }

 private:
  template <typename T>
  T finish(const std::function<T(const Xapian::Database&)>& f, const Xapian::Database& database) {
    T value = f(database);
    const std::lock_guard lock(mutex);
    idle.push_back(database);
    return value;
  }
};

// Threads under way; none outlives the RemoteShards.
struct Running {
  std::mutex mutex;
  std::condition_variable ended;
  std::size_t threads = 0;

  template <typename Function>
  void start(const std::shared_ptr<Running>& self, Function&& function) {
    {
      const std::lock_guard lock(mutex);
      ++threads;
    }
    std::thread([self, f = std::forward<Function>(function)]() mutable {
      f();
      const std::lock_guard lock(self->mutex);
      --self->threads;
      self->ended.notify_all();
    }).detach();
  }
  void wait() {
    std::unique_lock lock(mutex);
    ended.wait(lock, [&] { return threads == 0; });
  }
};

}  // namespace

struct RemoteShards::State {
  std::vector<std::shared_ptr<Shard>> shards;
  std::shared_ptr<Running> running = std::make_shared<Running>();
  std::condition_variable_any stopping;
  std::jthread watcher;

  ~State() {
    watcher = {};
    running->wait();
  }

  // What each shard answers; nothing of one that is down, or does not answer in time.
  template <typename T>
  std::vector<std::optional<T>> ask_all(const std::function<T(const Xapian::Database&)>& f, Time until) {
    using Answered = std::optional<T>;
    // One that hangs takes half of the time that is left, so that the others are asked what comes next.
    const auto begin = std::chrono::steady_clock::now(), end = begin + std::max(until - begin, {}) / 2;
    std::vector<std::future<Answered>> answers(shards.size());
    for (std::size_t i = 0; i < shards.size(); ++i) {
      if (shards[i]->is_down()) continue;
      auto promise = std::make_shared<std::promise<Answered>>();
      answers[i] = promise->get_future();
      running->start(running, [shard = shards[i], promise, f] {
        try {
          promise->set_value(shard->with_connection(f));
        } catch (const Xapian::Error& error) {
          shard->set_down(true, error.get_description());
          promise->set_value(std::nullopt);
        } catch (const std::exception& error) {
          shard->set_down(true, error.what());
          promise->set_value(std::nullopt);
        }
      });
    }
    std::vector<Answered> all(shards.size());
    for (std::size_t i = 0; i < shards.size(); ++i) {
      if (!answers[i].valid()) continue;
      if (answers[i].wait_until(end) == std::future_status::ready)
        all[i] = answers[i].get();
      else if (end - begin >= kAnswerTime / 3)  // less is no time to judge by
        shards[i]->set_down(true, "no answer in time");
    }
    return all;
  }

  template <typename T>
  void note_down(const std::vector<std::optional<T>>& answers, std::vector<std::string>& down) const {
    for (std::size_t i = 0; i < shards.size(); ++i)
      if (!answers[i] && std::ranges::find(down, shards[i]->address.name) == down.end())
        down.push_back(shards[i]->address.name);
  }

  void watch(const std::stop_token& stop) {
    std::mutex asleep;
    std::unique_lock lock(asleep);
    while (!stopping.wait_for(lock, stop, kRetry, [] { return false; })) {
      if (stop.stop_requested()) return;
      for (const auto& shard : shards) {
        if (!shard->is_down()) continue;
        try {
          sizes_of(shard->connect());
          shard->set_down(false, {});
        } catch (const Xapian::Error&) {  // still down; told when it went
        }
      }
    }
  }
};

bool is_remote(std::string_view index) {
  return index.starts_with(kBegins);
}

core::Result<RemoteAddress> remote_address(std::string_view index) {
  const std::string name(index);
  const std::string_view rest = index.substr(std::min(index.size(), kBegins.size()));
  const std::size_t colon = rest.rfind(':');
  const Error fault{ErrorCode::malformed, name + ": tcp:HOST:PORT is wanted"};
  if (!is_remote(index) || colon == std::string_view::npos || colon == 0) return fault;
  RemoteAddress address{name, std::string(rest.substr(0, colon)), 0};
  const std::string_view port = rest.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (error != std::errc() || end != port.data() + port.size() || address.port == 0 || address.port > 65535)
    return fault;
  return address;
}

namespace {

bool of_document_among_goals(const PlanNode& node) {
  const bool words = node.type == Type::word || node.type == Type::prefix || node.type == Type::phrase ||
                     node.type == Type::near;
  if (words && fields_of(node.field, true).front().scope != core::Scope::goal) return true;
  return std::ranges::any_of(node.children, of_document_among_goals);
}

}  // namespace

std::optional<std::string> unanswerable(const Plan& plan, const Request& request) {
  if (request.loosest == MatchKind::folded)
    return "a remote index answers no search for words without diacritics alone (loosest folded)";
  if (plan.among_goals && of_document_among_goals(plan.root))
    return "a remote index answers no search among goals by words of their documents";
  return std::nullopt;
}

RemoteShards::RemoteShards(std::vector<RemoteAddress> addresses) : state_(std::make_unique<State>()) {
  for (RemoteAddress& address : addresses)
    state_->shards.push_back(std::make_shared<Shard>(std::move(address)));
  if (!state_->shards.empty())
    state_->watcher =
        std::jthread([state = state_.get()](const std::stop_token& stop) { state->watch(stop); });
}
RemoteShards::~RemoteShards() = default;

std::size_t RemoteShards::size() const {
  return state_->shards.size();
}

RemoteStatistics RemoteShards::statistics(const Plan& plan, const Request& request, Time until) const {
  // What the threads use may outlive the call.
  const auto shared = std::make_shared<const std::pair<Plan, Request>>(plan, request);
  const auto answers = state_->ask_all<Statistics>(
      [shared](const Xapian::Database& database) {
        const auto& [asked, with] = *shared;
        Statistics statistics{sizes_of(database), {}};
        for (std::size_t i = 0; i < asked.words.size(); ++i)
          statistics.with.push_back(documents_with(asked, with, i, database));
        return statistics;
      },
      until);
  RemoteStatistics sum{{}, std::vector<std::size_t>(plan.words.size()), {}};
  for (const auto& answer : answers) {
    if (!answer) continue;
    sum.sizes.documents += answer->sizes.documents, sum.sizes.goals += answer->sizes.goals;
    sum.sizes.length += answer->sizes.length, sum.sizes.goal_length += answer->sizes.goal_length;
    for (std::size_t i = 0; i < sum.with.size(); ++i) sum.with[i] += answer->with[i];
  }
  state_->note_down(answers, sum.down);
  return sum;
}

core::Result<RemoteFound> RemoteShards::search(const RemoteQuestion& question, std::vector<std::string>& down,
                                               Time until) const {
  const auto shared = std::make_shared<const RemoteQuestion>(question);
  const auto answers = state_->ask_all<RemoteFound>(
      [shared](const Xapian::Database& database) { return ask(database, *shared); }, until);
  RemoteFound all;
  for (const auto& answer : answers) {
    if (!answer) continue;
    all.total += answer->total;
    for (std::size_t facet = 0; facet < all.counts.size(); ++facet) {
      for (const auto& [value, counted] : answer->counts[facet]) {
        ValueCount& sum = all.counts[facet][value];
        if (sum.label.empty()) sum.label = counted.label;
        sum.count += counted.count;
      }
    }
    all.best.insert(all.best.end(), answer->best.begin(), answer->best.end());
  }
  state_->note_down(answers, down);
  return all;
}

std::optional<std::string> RemoteShards::document(std::string_view id, std::vector<std::string>& down) const {
  const auto answers = state_->ask_all<std::string>(
      [term = core::term(Tag::id, id)](const Xapian::Database& database) {
        const auto at = database.postlist_begin(term);
        return at == database.postlist_end(term) ? std::string() : database.get_document(*at).get_data();
      },
      std::chrono::steady_clock::now() + kAnswerTime);
  state_->note_down(answers, down);
  for (const auto& answer : answers)
    if (answer && !answer->empty()) return *answer;
  return std::nullopt;
}

}  // namespace szukajst::search
