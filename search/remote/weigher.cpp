#include "search/remote/weigher.h"

#include <algorithm>
#include <utility>

#include "core/shard_values.h"
#include "language/normalise.h"
#include "search/proximity.h"
#include "search/remote/query.h"

namespace szukajst::search {
namespace {

using core::MatchKind;
using core::ShardSlot;
using core::Stream;
using Type = QueryNode::Type;

}  // namespace

RemoteWeigher::RemoteWeigher(const RemoteQuestion& question, const Xapian::Database& database,
                             const Xapian::Document& document)
    : question_(question),
      database_(database),
      id_(document.get_docid()),
      sure_(question.plan.root.type == Type::phrase || question.plan.root.type == Type::near),
      length_(
          static_cast<std::uint32_t>(core::number_of(document.get_value(core::slot(ShardSlot::length))))) {
  for (auto at = document.termlist_begin(); at != document.termlist_end(); ++at)
    if (at.get_wdf() > 0) counts_.emplace(*at, at.get_wdf());
}

double RemoteWeigher::score() const {
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

std::optional<double> RemoteWeigher::score(const PlanNode& node) const {
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

std::vector<std::uint32_t> RemoteWeigher::places(const PlannedWord& word, core::Scope scope) const {
  std::vector<std::uint32_t> places;
  for (const language::QueryKey& key : word.query.keys) {
    const std::string term = shard_term(question_.plan.among_goals, scope, Stream::key, key.key);
    if (!may_use(key, question_.request.loosest) || !counts_.contains(term)) continue;
    for (auto at = database_.positionlist_begin(id_, term); at != database_.positionlist_end(id_, term); ++at)
      places.push_back(*at);
  }
  std::ranges::sort(places);
  places.erase(std::ranges::unique(places).begin(), places.end());  // of several keys of one token
  return places;
}

bool RemoteWeigher::stands_so(const PlanNode& node, core::Scope scope) const {
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

std::uint32_t RemoteWeigher::count(core::Scope scope, Stream stream, std::string_view text) const {
  const auto found = counts_.find(shard_term(question_.plan.among_goals, scope, stream, text));
  return found == counts_.end() ? 0 : found->second;
}

std::optional<double> RemoteWeigher::of_word(std::size_t index, std::span<const FieldUse> fields) const {
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
Meetings RemoteWeigher::meetings(const PlannedWord& word, core::Scope scope) const {
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
Meetings RemoteWeigher::beginning(const PlannedWord& word, core::Scope scope) const {
  const std::string form = language::fold_case(word.text), folded = language::fold_all(word.text);
  const auto sum = [&](Stream stream, const std::string& begins, bool folds) {
    const std::string tag = shard_prefix(question_.plan.among_goals, scope, stream);
    std::uint32_t times = 0;
    for (auto at = counts_.lower_bound(folds ? tag : tag + begins);
         at != counts_.end() && at->first.starts_with(folds ? tag : tag + begins); ++at)
      if (!folds || language::fold_all(at->first.substr(tag.size())).starts_with(begins)) times += at->second;
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

}  // namespace szukajst::search
