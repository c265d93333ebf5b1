#include "search/matcher.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "search/ranking.h"
#include "search/word_matcher.h"

namespace szukajst::search {
namespace {

using Type = QueryNode::Type;
using MatcherPtr = std::unique_ptr<Matcher>;

// Every number from the first to the last.
class RangeMatcher final : public Matcher {
 public:
  RangeMatcher(Number first, Number last) : first_(first), last_(last) { cost_ = last - first + 1; }
  void seek(Number target) override {
    number_ = std::max({number_, target, first_});
    if (number_ > last_) number_ = kNoMore;
  }

 private:
  Number first_, last_;
};

// Documents that have one of the chosen values of a facet.
class FacetMatcher final : public Matcher {
 public:
  FacetMatcher(const core::FacetColumn& column, std::vector<std::uint8_t> chosen, Deadline& deadline)
      : column_(column),
        chosen_(std::move(chosen)),
        documents_(column.starts.size() - 1),
        deadline_(deadline) {
    cost_ = documents_;
  }
  void seek(Number target) override {
    if (target <= number_ && number_ != 0) return;
    for (std::size_t document = std::max(target, Number{1}) - 1; document < documents_; ++document) {
      if (deadline_.passed()) break;
      const auto codes = column_.of(document);
      if (std::any_of(codes.begin(), codes.end(), [&](std::uint32_t code) { return chosen_[code] != 0; })) {
        number_ = static_cast<Number>(document + 1);
        return;
      }
    }
    number_ = kNoMore;
  }

 private:
  const core::FacetColumn& column_;
  std::vector<std::uint8_t> chosen_;  // by code
  std::size_t documents_;
  Deadline& deadline_;
};

class AllMatcher final : public Matcher {
 public:
  // At least one that is wanted.
  AllMatcher(std::vector<MatcherPtr> wanted, std::vector<MatcherPtr> unwanted, Deadline& deadline)
      : wanted_(std::move(wanted)), unwanted_(std::move(unwanted)), deadline_(deadline) {
    std::sort(wanted_.begin(), wanted_.end(),
              [](const auto& a, const auto& b) { return a->cost() < b->cost(); });
    cost_ = wanted_.front()->cost();
  }
  void seek(Number target) override {
    if (target <= number_ && number_ != 0) return;
    for (Number next = target;; target = next) {
      if (deadline_.passed()) return static_cast<void>(number_ = kNoMore);
      wanted_.front()->seek(target);
      number_ = wanted_.front()->number();
      if (number_ == kNoMore) return;
      next = number_;
      for (std::size_t i = 1; i < wanted_.size() && next == number_; ++i) {
        wanted_[i]->seek(number_);
        next = wanted_[i]->number();
      }
      if (next == kNoMore) return static_cast<void>(number_ = kNoMore);
      if (next != number_) continue;
      const bool here = std::none_of(unwanted_.begin(), unwanted_.end(), [&](auto& each) {
        return each->seek(number_), each->number() == number_;
      });
      // What is unwanted may have ended early, for want of time, before it came to this one.
      if (deadline_.met()) return static_cast<void>(number_ = kNoMore);
      if (here) return;
      ++next;
    }
  }
  double score() override {
    double sum = 0;
    for (auto& each : wanted_) sum += each->score();
    return sum;
  }

 private:
  std::vector<MatcherPtr> wanted_, unwanted_;
  Deadline& deadline_;
};

class AnyMatcher final : public Matcher {
 public:
  // `alike`: the children say the same, so that the best of them counts alone.
  explicit AnyMatcher(std::vector<MatcherPtr> children, bool alike = false)
      : children_(std::move(children)), alike_(alike) {
    for (const auto& child : children_) cost_ += child->cost();
  }
  void seek(Number target) override {
    if (target <= number_ && number_ != 0) return;
    number_ = kNoMore;
    for (auto& child : children_) {
      child->seek(target);
      number_ = std::min(number_, child->number());
    }
  }
  double score() override {
    double sum = 0, best = 0;
    for (auto& child : children_) {
      if (child->number() != number_) continue;
      const double score = child->score();
      sum += score;
      best = std::max(best, score);
    }
    return alike_ ? best : sum;
  }

 private:
  std::vector<MatcherPtr> children_;
  bool alike_;
};

// Documents with all words of a phrase, or of words that are to be near, in one field, where they stand so.
class PhraseMatcher final : public Matcher {
 public:
  PhraseMatcher(const PlanNode& phrase, const MatchSources& sources, core::Scope scope,
                core::MatchKind loosest, MatcherPtr words)
      : phrase_(phrase), sources_(sources), scope_(scope), loosest_(loosest), words_(std::move(words)) {
    cost_ = words_->cost();
  }
  void seek(Number target) override {
    if (target <= number_ && number_ != 0) return;
    for (words_->seek(target);; words_->seek(number_ + 1)) {
      number_ = sources_.deadline.look() ? kNoMore : words_->number();
      if (number_ == kNoMore) return;
      if (stands_so()) return;
    }
  }
  double score() override { return words_->score(); }

 private:
  bool stands_so() const {
    if (phrase_.type == Type::near)
      return !near_places(phrase_, sources_.plan, scope_, number_, sources_.reader, loosest_).empty();
    return !phrase_starts(phrase_, sources_.plan, scope_, number_, sources_.reader, loosest_).empty();
  }

  const PlanNode& phrase_;
  MatchSources sources_;
  core::Scope scope_;
  core::MatchKind loosest_;
  MatcherPtr words_;
};

// Goals whose document matches.
class OfDocumentMatcher final : public Matcher {
 public:
  OfDocumentMatcher(const SegmentView& segment, MatcherPtr documents, Deadline& deadline)
      : columns_(segment.columns),
        documents_(std::move(documents)),
        before_(segment.columns.lengths.size()),
        deadline_(deadline) {
    cost_ = documents_->cost();
  }
  void seek(Number target) override {
    if (target <= number_ && number_ != 0) return;
    std::size_t goal = target > before_ ? target - before_ - 1 : 0;
    while (goal < columns_.goal_parents.size() && !deadline_.passed()) {
      const std::size_t parent = columns_.goal_parents[goal];
      documents_->seek(static_cast<Number>(parent + 1));
      if (documents_->number() == kNoMore) break;
      if (documents_->number() == parent + 1)
        return static_cast<void>(number_ = static_cast<Number>(before_ + goal + 1));
      goal = columns_.goal_starts[documents_->number() - 1];
    }
    number_ = kNoMore;
  }
  double score() override { return documents_->score(); }

 private:
  const core::SegmentColumns& columns_;
  MatcherPtr documents_;
  std::size_t before_;
  Deadline& deadline_;
};

class Builder {
 public:
  Builder(const MatchSources& sources, const MatchSettings& settings, bool& cut)
      : sources_(sources), settings_(settings), cut_(cut) {}

  MatcherPtr build(const PlanNode& node, bool goals) const {
    if (goals && says_of_document(node))
      return std::make_unique<OfDocumentMatcher>(sources_.segment, build(node, false), sources_.deadline);
    switch (node.type) {
      case Type::everything:
        return everything(goals);
      case Type::word:
      case Type::prefix:
        return word(node, goals);
      case Type::phrase:
      case Type::near:
        return phrase(node, goals);
      case Type::all:
        return all(node.children, goals);
      case Type::any:
        return any(node, goals);
      case Type::no:
        return all({&node, 1}, goals);
      case Type::years:
      case Type::kind:
      case Type::place:
        return facet(node);
    }
    return everything(goals);
  }

 private:
  static bool says_of_document(const PlanNode& node) {
    switch (node.type) {
      case Type::years:
      case Type::kind:
      case Type::place:
        return true;
      case Type::word:
      case Type::prefix:
      case Type::phrase:
      case Type::near:
        return fields_of(node.field, true).front().scope != core::Scope::goal;
      default:
        return false;
    }
  }

  MatcherPtr everything(bool goals) const {
    const auto documents = static_cast<Number>(sources_.segment.info.documents);
    const auto all = static_cast<Number>(sources_.segment.info.goals + documents);
    return goals ? std::make_unique<RangeMatcher>(documents + 1, all)
                 : std::make_unique<RangeMatcher>(1, documents);
  }

  Lengths lengths(bool goals) const {
    const SegmentView& segment = sources_.segment;
    if (!goals) return {segment.columns.lengths, 1, sources_.snapshot.documents.average_length};
    return {segment.columns.goal_lengths, static_cast<Number>(segment.info.documents + 1),
            sources_.snapshot.goals.average_length};
  }

  MatcherPtr word(const PlanNode& node, bool goals) const {
    const PlannedWord& planned = sources_.plan.words[node.words.front().first];
    const auto fields = fields_of(node.field, goals);
    if (!planned.prefix) return word_in(planned, fields, goals);
    const std::size_t collection = goals ? sources_.snapshot.goals.size : sources_.snapshot.documents.size;
    return std::make_unique<PrefixMatcher>(planned, fields, sources_.reader, lengths(goals), collection,
                                           settings_, sources_.deadline, cut_);
  }
  MatcherPtr word_in(const PlannedWord& planned, std::span<const FieldUse> fields, bool goals) const {
    return std::make_unique<WordMatcher>(planned, fields, sources_.reader, lengths(goals), settings_.loosest,
                                         sources_.deadline);
  }

  // In each field that drives, a phrase of its own.
  MatcherPtr phrase(const PlanNode& node, bool goals) const {
    std::vector<MatcherPtr> in_fields;
    for (const FieldUse& use : fields_of(node.field, goals)) {
      if (!use.drives) continue;
      std::vector<MatcherPtr> words;
      for (const auto& [index, distance] : node.words)
        words.push_back(word_in(sources_.plan.words[index], {&use, 1}, goals));
      in_fields.push_back(std::make_unique<PhraseMatcher>(
          node, sources_, use.scope, settings_.loosest,
          std::make_unique<AllMatcher>(std::move(words), std::vector<MatcherPtr>{}, sources_.deadline)));
    }
    return in_fields.size() == 1 ? std::move(in_fields.front())
                                 : std::make_unique<AnyMatcher>(std::move(in_fields));
  }

  MatcherPtr all(std::span<const PlanNode> children, bool goals) const {
    std::vector<MatcherPtr> wanted, unwanted;
    for (const PlanNode& child : children) {
      if (child.type == Type::no) {
        unwanted.push_back(build(child.children.front(), goals));
      } else {
        wanted.push_back(build(child, goals));
      }
    }
    if (wanted.empty()) wanted.push_back(everything(goals));
    return std::make_unique<AllMatcher>(std::move(wanted), std::move(unwanted), sources_.deadline);
  }

  MatcherPtr any(const PlanNode& node, bool goals) const {
    std::vector<MatcherPtr> built;
    for (const PlanNode& child : node.children) built.push_back(build(child, goals));
    return std::make_unique<AnyMatcher>(std::move(built), node.synonyms);
  }

  MatcherPtr facet(const PlanNode& node) const {
    const core::Facet facet = node.type == Type::years  ? core::Facet::year
                              : node.type == Type::kind ? core::Facet::kind
                                                        : core::Facet::place;
    const core::FacetColumn& column = sources_.segment.columns.facet(facet);
    std::vector<std::uint8_t> chosen(column.values.size());
    for (std::size_t code = 0; code < chosen.size(); ++code)
      chosen[code] =
          node.type == Type::years ? in_years(column.values[code], node) : column.values[code] == node.text;
    return std::make_unique<FacetMatcher>(column, std::move(chosen), sources_.deadline);
  }

  static bool in_years(std::string_view value, const PlanNode& node) {
    int year = 0;
    std::from_chars(value.data(), value.data() + value.size(), year);
    return (!node.from || year >= *node.from) && (!node.to || year <= *node.to);
  }

  const MatchSources& sources_;
  const MatchSettings& settings_;
  bool& cut_;
};

}  // namespace

std::unique_ptr<Matcher> make_matcher(const MatchSources& sources, const MatchSettings& settings, bool& cut) {
  return Builder(sources, settings, cut).build(sources.plan.root, sources.plan.among_goals);
}

std::vector<std::pair<std::uint32_t, std::size_t>> near_places(const PlanNode& near, const Plan& plan,
                                                               core::Scope scope, Number number,
                                                               const IndexReader& reader,
                                                               core::MatchKind loosest) {
  using Place = std::pair<std::uint32_t, std::size_t>;
  std::vector<Place> places;
  for (std::size_t i = 0; i < near.words.size(); ++i) {
    for (const language::QueryKey& key : plan.words[near.words[i].first].query.keys) {
      if (!may_use(key, loosest)) continue;
      for (const std::uint32_t position :
           reader.positions(number, core::term(scope, core::Stream::key, key.key)))
        places.emplace_back(position, i);
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  // A window over the places that has each word.
  std::vector<Place> found;
  std::vector<std::size_t> times(near.words.size());
  std::size_t missing = near.words.size(), begin = 0, told = 0;
  for (std::size_t end = 0; end < places.size(); ++end) {
    missing -= times[places[end].second]++ == 0;
    for (; places[end].first - places[begin].first > near.distance; ++begin)
      missing += --times[places[begin].second] == 0;
    if (missing != 0) continue;
    for (told = std::max(told, begin); told <= end; ++told) found.push_back(places[told]);
  }
  return found;
}

std::vector<std::uint32_t> phrase_starts(const PlanNode& phrase, const Plan& plan, core::Scope scope,
                                         Number number, const IndexReader& reader, core::MatchKind loosest) {
  std::vector<std::uint32_t> starts;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const auto& [index, distance] = phrase.words[i];
    std::vector<std::uint32_t> here;
    for (const language::QueryKey& key : plan.words[index].query.keys) {
      if (!may_use(key, loosest)) continue;
      for (const std::uint32_t position :
           reader.positions(number, core::term(scope, core::Stream::key, key.key)))
        if (position > distance) here.push_back(position - distance);
    }
    std::sort(here.begin(), here.end());
    here.erase(std::unique(here.begin(), here.end()), here.end());
    if (i == 0) {
      starts = std::move(here);
    } else {
      std::vector<std::uint32_t> both;
      std::set_intersection(starts.begin(), starts.end(), here.begin(), here.end(), std::back_inserter(both));
      starts = std::move(both);
    }
    if (starts.empty()) break;
  }
  return starts;
}

}  // namespace szukajst::search
