#include "search/matcher.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "search/phrase_pairs.h"
#include "search/ranking.h"
#include "search/word_matcher.h"
#include "search/word_postings.h"
#include "search/word_uses.h"

namespace szukajst::search {
namespace {

using Type = QueryNode::Type;
using MatcherPtr = std::unique_ptr<Matcher>;

// Every number from the first to the last.
class RangeMatcher final : public Matcher {
 public:
  RangeMatcher(Number first, Number last) : first_(first), last_(last) {}
  Number next(Number target) override {
    const Number next = std::max(target, first_);
    return next > last_ ? kNoMore : next;
  }
  void match(const Window& /*window*/, const Mask& among, Mask& found) override { found = among; }
  std::size_t cost() const override { return last_ - first_ + 1; }

 private:
  Number first_, last_;
};

// Documents that have one of the chosen values of a facet.
class FacetMatcher final : public Matcher {
 public:
  FacetMatcher(const core::FacetColumn& column, std::vector<std::uint8_t> chosen)
      : column_(column), chosen_(std::move(chosen)) {}
  Number next(Number target) override { return target > column_.documents() ? kNoMore : target; }
  void match(const Window& window, const Mask& among, Mask& found) override {
    found = among;
    among.each([&](std::uint32_t offset) {
      if (!column_.any_of(window.first + offset - 1, chosen_)) found.remove(offset);
    });
  }
  std::size_t cost() const override { return column_.documents(); }

 private:
  const core::FacetColumn& column_;
  std::vector<std::uint8_t> chosen_;  // by code
};

class AllMatcher final : public Matcher {
 public:
  // At least one that is wanted.
  AllMatcher(std::vector<MatcherPtr> wanted, std::vector<MatcherPtr> unwanted, Deadline& deadline)
      : unwanted_(std::move(unwanted)), deadline_(deadline) {
    std::vector<std::pair<std::size_t, MatcherPtr>> by_cost;
    for (MatcherPtr& each : wanted)
      by_cost.emplace_back(wanted.size() > 1 ? each->cost() : 0, std::move(each));
    std::ranges::stable_sort(by_cost, {}, &std::pair<std::size_t, MatcherPtr>::first);
    for (auto& [cost, each] : by_cost) wanted_.push_back(std::move(each));
  }
  Number next(Number target) override { return wanted_.front()->next(target); }
  void match(const Window& window, const Mask& among, Mask& found) override {
    found = among;
    for (auto& each : wanted_) {
      const Mask left = found;
      each->match(window, left, found);
      if (found.none()) return;
    }
    for (auto& each : unwanted_) {
      Mask not_wanted;
      each->match(window, found, not_wanted);
      found -= not_wanted;
    }
    // What is unwanted may have ended early, for want of time.
    if (!unwanted_.empty() && deadline_.met()) found = {};
  }
  double score(std::uint32_t offset) override {
    double sum = 0;
    for (auto& each : wanted_) sum += each->score(offset);
    return sum;
  }
  void add_bounds(const Mask& found, bool dense, Bounds& bounds) const override {
    for (const auto& each : wanted_) each->add_bounds(found, dense, bounds);
  }
  std::size_t cost() const override { return wanted_.front()->cost(); }

 private:
  std::vector<MatcherPtr> wanted_, unwanted_;
  Deadline& deadline_;
};

class AnyMatcher final : public Matcher {
 public:
  // `alike`: the children say the same, so that the best of them counts alone.
  explicit AnyMatcher(std::vector<MatcherPtr> children, bool alike = false)
      : children_(std::move(children)), found_(children_.size()), alike_(alike) {}
  Number next(Number target) override {
    Number next = kNoMore;
    for (auto& child : children_) next = std::min(next, child->next(target));
    return next;
  }
  void match(const Window& window, const Mask& among, Mask& found) override {
    found = {};
    for (std::size_t i = 0; i < children_.size(); ++i) {
      children_[i]->match(window, among, found_[i]);
      found |= found_[i];
    }
  }
  double score(std::uint32_t offset) override {
    double sum = 0, best = 0;
    for (std::size_t i = 0; i < children_.size(); ++i) {
      if (!found_[i].has(offset)) continue;
      const double score = children_[i]->score(offset);
      sum += score;
      best = std::max(best, score);
    }
    return alike_ ? best : sum;
  }
  void add_bounds(const Mask& found, bool dense, Bounds& bounds) const override {
    Bounds best;
    if (alike_) best.fill(0);
    for (std::size_t i = 0; i < children_.size(); ++i) {
      if (found_[i].none()) continue;
      Mask both = found;
      both &= found_[i];
      if (!alike_) {
        children_[i]->add_bounds(both, dense, bounds);
        continue;
      }
      Bounds of_child{};
      children_[i]->add_bounds(both, dense, of_child);
      both.each([&](std::uint32_t offset) { best[offset] = std::max(best[offset], of_child[offset]); });
    }
    if (alike_) found.each([&](std::uint32_t offset) { bounds[offset] += best[offset]; });
  }
  std::size_t cost() const override {
    std::size_t cost = 0;
    for (const auto& child : children_) cost += child->cost();
    return cost;
  }

 private:
  std::vector<MatcherPtr> children_;
  std::vector<Mask> found_;  // of the window, by child
  bool alike_;
};

// Documents with all words of a phrase, or of words that are to be near, in one field, where they stand so.
class PhraseMatcher final : public Matcher {
 public:
  PhraseMatcher(const PlanNode& phrase, const MatchSources& sources, core::Scope scope,
                core::MatchKind loosest, MatcherPtr words)
      : columns_(sources.segment.columns),
        deadline_(sources.deadline),
        scope_(scope),
        uses_(sources.segment.tokens, sources.plan, loosest),
        words_(std::move(words)) {
    if (phrase.type == Type::near) {
      near_.emplace(phrase, uses_);
    } else {
      phrase_.emplace(phrase, uses_);
    }
    pairs_.emplace(phrase, uses_, scope, sources.segment.postings);
    if (!pairs_->any() || pairs_->cost() / kLook > words_->cost()) pairs_.reset();
  }
  Number next(Number target) override { return words_->next(target); }
  void match(const Window& window, const Mask& among, Mask& found) override {
    Mask words, may = among;
    found = {};
    if (pairs_) {
      pairs_->read((window.first - first()) / kWindow, may, found);
      may &= among;
      if (may.none()) return static_cast<void>(found = {});
    }
    words_->match(window, may, words);
    found &= words;
    words -= found;
    candidates_.clear();
    words.each([&](std::uint32_t offset) { candidates_.push_back(offset); });
    if (phrase_ && scope_ == core::Scope::body) return find_in_bodies(window, found);
    for (const std::uint32_t offset : candidates_)
      if (!deadline_.passed() && stands_so(window.first + offset)) found.add(offset);
  }
  double score(std::uint32_t offset) override { return words_->score(offset); }
  void add_bounds(const Mask& found, bool dense, Bounds& bounds) const override {
    words_->add_bounds(found, dense, bounds);
  }
  std::size_t cost() const override { return words_->cost(); }

 private:
  // A look into a document's tokens takes as long as reading so many postings.
  static constexpr std::size_t kLook = 128;

  // The number of the scope's first entry.
  Number first() const {
    return scope_ == core::Scope::goal ? static_cast<Number>(columns_.lengths.size()) + 1 : 1;
  }
  // Texts lie far apart: memory is to bring them while those before them are looked at.
  void find_in_bodies(const Window& window, Mask& found) {
    constexpr std::size_t kAhead = 16;
    const std::size_t size = candidates_.size();
    const auto document = [&](std::size_t i) -> std::size_t { return window.first + candidates_[i] - 1; };
    const core::SegmentTokens& tokens = uses_.tokens();
    std::array<core::Tokens, kAhead> bodies;
    for (std::size_t i = 0; i < size + kAhead; ++i) {
      if (i + kAhead < size) tokens.fetch_place(document(i + kAhead));
      core::Tokens& body = bodies[i % kAhead];  // the one before in its place is looked at now
      if (i >= kAhead && !deadline_.passed() && phrase_->stands_in(body)) found.add(candidates_[i - kAhead]);
      if (i >= size) continue;
      body = tokens.text(document(i), core::TextField::body);
      core::SegmentTokens::fetch(body);
    }
  }
  TextPlace text_of(Number number) const {
    TextPlace text{scope_, number - 1};
    if (scope_ == core::Scope::goal) {
      const std::size_t goal = number - 1 - columns_.lengths.size();
      text.document = columns_.goal_parents[goal];
      text.goal = goal - columns_.goal_starts[text.document];
    }
    return text;
  }
  bool stands_so(Number number) const {
    const TextPlace text = text_of(number);
    return phrase_ ? phrase_->stands_in(text) : !near_->places(text).empty();
  }

  const core::SegmentColumns& columns_;
  Deadline& deadline_;
  core::Scope scope_;
  WordUses uses_;
  std::optional<PhraseFinder> phrase_;
  std::optional<PhrasePairs> pairs_;  // where they spare more than they cost
  std::optional<NearFinder> near_;
  MatcherPtr words_;
  std::vector<std::uint32_t> candidates_;  // of a window, by offset: what has all words
};

// Goals whose document matches. Walks the documents in windows of their own, each once.
class OfDocumentMatcher final : public Matcher {
 public:
  OfDocumentMatcher(const SegmentView& segment, MatcherPtr documents, bool scores, Deadline& deadline)
      : columns_(segment.columns),
        documents_(std::move(documents)),
        before_(static_cast<Number>(segment.info.documents)),
        scores_(scores),
        deadline_(deadline) {}
  Number next(Number target) override {
    std::size_t goal = target > before_ ? target - before_ - 1 : 0;
    if (goal >= columns_.goal_parents.size()) return kNoMore;
    const Number parent = columns_.goal_parents[goal] + 1;
    if (parent < window_.end()) return before_ + static_cast<Number>(goal) + 1;
    const Number document = documents_->next(parent);
    if (document == kNoMore) return kNoMore;
    if (document > parent) goal = columns_.goal_starts[document - 1];
    return goal < columns_.goal_parents.size() ? before_ + static_cast<Number>(goal) + 1 : kNoMore;
  }
  void match(const Window& window, const Mask& among, Mask& found) override {
    found = {};
    among.each([&](std::uint32_t offset) {
      const std::uint32_t document = columns_.goal_parents[window.first + offset - before_ - 1];
      if (document + 1 >= window_.end()) {
        if (deadline_.look()) return;
        enter(document);
      }
      const std::uint32_t there = document + 1 - window_.first;
      if (!found_.has(there)) return;
      found.add(offset);
      if (scores_) goal_scores_[offset] = document_scores_[there];
    });
  }
  double score(std::uint32_t offset) override { return scores_ ? goal_scores_[offset] : 0; }
  void add_bounds(const Mask& found, bool /*dense*/, Bounds& bounds) const override {
    if (!scores_) return;
    found.each([&](std::uint32_t offset) { bounds[offset] += static_cast<float>(goal_scores_[offset]); });
  }
  std::size_t cost() const override { return documents_->cost(); }

 private:
  // Matches the window with this document, all of which have goals: other windows of goals may ask for the
  // rest.
  void enter(std::uint32_t document) {
    window_.first = document / kWindow * kWindow + 1;
    window_.size = std::min<std::uint32_t>(kWindow, before_ + 1 - window_.first);
    Mask with_goals;
    for (std::uint32_t offset = 0; offset < window_.size; ++offset) {
      const std::size_t at = window_.first + offset - 1;
      if (columns_.goal_starts[at] < columns_.goal_starts[at + 1]) with_goals.add(offset);
    }
    documents_->match(window_, with_goals, found_);
    if (scores_)
      found_.each([&](std::uint32_t offset) { document_scores_[offset] = documents_->score(offset); });
  }

  const core::SegmentColumns& columns_;
  MatcherPtr documents_;
  Number before_;
  bool scores_;
  Deadline& deadline_;
  Window window_;  // of documents
  Mask found_;
  std::array<double, kWindow> document_scores_, goal_scores_;
};

class Builder {
 public:
  Builder(const MatchSources& sources, const MatchSettings& settings, bool& cut)
      : sources_(sources), settings_(settings), cut_(cut) {}

  MatcherPtr build(const PlanNode& node, bool goals) const {
    if (goals && says_of_document(node))
      return std::make_unique<OfDocumentMatcher>(sources_.segment, build(node, false), settings_.scores,
                                                 sources_.deadline);
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
    if (!goals)
      return {segment.columns.lengths, segment.length_factors, 1, sources_.snapshot.documents.average_length};
    return {segment.columns.goal_lengths, segment.goal_length_factors,
            static_cast<Number>(segment.info.documents + 1), sources_.snapshot.goals.average_length};
  }

  MatcherPtr word(const PlanNode& node, bool goals) const {
    const PlannedWord& planned = sources_.plan.words[node.words.front().first];
    const auto fields = fields_of(node.field, goals);
    return planned.prefix ? beginning(planned, fields, goals) : word_in(planned, fields, goals);
  }
  MatcherPtr word_in(const PlannedWord& planned, std::span<const FieldUse> fields, bool goals) const {
    const SegmentView& segment = sources_.segment;
    return std::make_unique<WordMatcher>(uses_of(planned.query, settings_.loosest, segment.tokens),
                                         planned.rarity, fields, segment.postings, lengths(goals), settings_);
  }
  // Of a beginning it is not known before in how many documents it is.
  MatcherPtr beginning(const PlannedWord& planned, std::span<const FieldUse> fields, bool goals) const {
    const SegmentView& segment = sources_.segment;
    const auto uses = uses_beginning(planned.text, settings_.loosest, fields.front().scope,
                                     settings_.most_expansions, segment, cut_);
    auto matcher =
        std::make_unique<WordMatcher>(uses, 0, fields, segment.postings, lengths(goals), settings_);
    if (!settings_.scores) return matcher;
    MatchSettings unscored = settings_;
    unscored.scores = false;
    const std::size_t with =
        WordMatcher(uses, 0, fields, segment.postings, lengths(goals), unscored).count_all(sources_.deadline);
    matcher->set_rarity(
        rarity(with, goals ? sources_.snapshot.goals.size : sources_.snapshot.documents.size));
    return matcher;
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
    MatchSettings unscored = settings_;
    unscored.scores = false;
    const Builder against(sources_, unscored, cut_);
    std::vector<MatcherPtr> wanted, unwanted;
    for (const PlanNode& child : children) {
      if (child.type == Type::no) {
        unwanted.push_back(against.build(child.children.front(), goals));
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
    for (std::uint32_t code = 0; code < chosen.size(); ++code) {
      const std::uint32_t above = column.parent(code);
      chosen[code] =
          node.type == Type::years ? in_years(column.values[code], node) : column.values[code] == node.text;
      if (above < chosen.size() && chosen[above] != 0) chosen[code] = 1;
    }
    return std::make_unique<FacetMatcher>(column, std::move(chosen));
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

}  // namespace szukajst::search
