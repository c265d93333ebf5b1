#include "search/plan.h"

#include <algorithm>

#include "language/normalise.h"
#include "search/ranking.h"
#include "search/word_postings.h"

namespace szukajst::search {
namespace {

using Type = QueryNode::Type;

class Planner {
 public:
  Planner(Plan& plan, const PlanSources& sources)
      : plan_(plan), query_words_(sources.words), lexicon_(sources.lexicon) {}

  PlanNode node(const QueryNode& query, bool wanted) {
    PlanNode planned;
    planned.type = query.type;
    planned.field = query.field;
    planned.text = query.text;
    planned.from = query.from, planned.to = query.to;
    planned.synonyms = query.synonyms;
    switch (query.type) {
      case Type::word:
      case Type::prefix:
        planned.words.emplace_back(word(query.text, query, wanted), 0);
        break;
      case Type::phrase:
        return phrase(query, wanted);
      case Type::near:
        return near(query, wanted);
      case Type::all:
        planned.children = without_stop_words(query, wanted);
        break;
      case Type::any:
      case Type::no:
        for (const QueryNode& child : query.children)
          planned.children.push_back(node(child, wanted != (query.type == Type::no)));
        break;
      default:
        break;
    }
    return planned;
  }

 private:
  std::size_t word(const std::string& text, const QueryNode& query, bool wanted) {
    PlannedWord planned{text,
                        query.field,
                        query_words_.of(text),
                        query.type == Type::prefix,
                        wanted,
                        0,
                        true,
                        query.ranges.at(0),
                        query.says};
    if (query.type == Type::word) add_related(planned.query);
    plan_.words.push_back(std::move(planned));
    return plan_.words.size() - 1;
  }

  // Adjectives made of the word, or the noun it is made of, match as its own forms do.
  void add_related(language::QueryWord& word) const {
    const std::vector<std::string> own = word.lemmas;
    for (const std::string& lemma : own) {
      for (std::string& related : lexicon_.relatives(lemma)) {
        word.keys.push_back({language::fold_all(related), core::MatchKind::folded});
        word.lemmas.push_back(std::move(related));
      }
    }
  }

  // Stop words have no positions: between others they keep their distance in a phrase, and they are not
  // looked for, but where there is nothing else.
  PlanNode phrase(const QueryNode& query, bool wanted) {
    PlanNode planned;
    planned.type = Type::phrase;
    planned.field = query.field;
    const bool all_stop = std::all_of(query.words.begin(), query.words.end(),
                                      [&](const std::string& each) { return query_words_.of(each).stop; });
    std::size_t first = query.words.size();
    for (std::size_t i = 0; i < query.words.size(); ++i) {
      const std::string& text = query.words[i];
      const language::QueryWord& word = query_words_.of(text);
      if (word.stop && !all_stop) continue;
      first = std::min(first, i);
      const auto distance = static_cast<std::uint32_t>(i - first);
      plan_.words.push_back(
          {text, query.field, word, false, wanted, 0, true, query.ranges.at(i), query.says});
      plan_.words.back().distance = distance;
      if (!query.says.empty())
        plan_.words.back().spans = planned.words.empty() ? static_cast<std::uint32_t>(query.words.size()) : 0;
      planned.words.emplace_back(plan_.words.size() - 1, distance);
    }
    if (!all_stop) return planned;
    PlanNode all;
    all.type = Type::all;
    for (const auto& [index, distance] : planned.words) {
      PlanNode child;
      child.type = Type::word;
      child.field = query.field;
      child.words.emplace_back(index, 0);
      all.children.push_back(std::move(child));
    }
    return all;
  }

  // Stop words have no positions: they are left out, and where fewer than two words are left, these are all.
  PlanNode near(const QueryNode& query, bool wanted) {
    PlanNode planned;
    planned.field = query.field;
    planned.distance = query.distance;
    const auto stop = [&](const std::string& text) { return query_words_.of(text).stop; };
    const bool all_stop = std::all_of(query.words.begin(), query.words.end(), stop);
    for (std::size_t i = 0; i < query.words.size(); ++i) {
      const std::string& text = query.words[i];
      if (stop(text) && !all_stop) continue;
      plan_.words.push_back(
          {text, query.field, query_words_.of(text), false, wanted, 0, true, query.ranges.at(i), {}});
      planned.words.emplace_back(plan_.words.size() - 1, 0);
    }
    if (!all_stop && planned.words.size() > 1) {
      planned.type = Type::near;
      return planned;
    }
    PlanNode all;
    all.type = Type::all;
    for (const auto& word : planned.words) {
      PlanNode child;
      child.type = Type::word;
      child.field = query.field;
      child.words.push_back(word);
      all.children.push_back(std::move(child));
    }
    return all;
  }

  std::vector<PlanNode> without_stop_words(const QueryNode& query, bool wanted) {
    const auto stop = [&](const QueryNode& child) {
      return child.type == Type::word && query_words_.of(child.text).stop;
    };
    const bool others =
        std::any_of(query.children.begin(), query.children.end(),
                    [&](const QueryNode& child) { return child.type != Type::no && !stop(child); });
    std::vector<PlanNode> children;
    for (const QueryNode& child : query.children) {
      if (!others || !stop(child)) children.push_back(node(child, wanted));
    }
    return children;
  }

  Plan& plan_;
  QueryWords& query_words_;
  const language::Lexicon& lexicon_;
};

// Of how many documents a word is: those of its commonest key in the field that matters most.
std::size_t documents_with(const PlannedWord& word, core::Scope scope, const SegmentView& segment) {
  std::size_t most = frequency(segment, scope, core::Stream::exact, word.query.form);
  const auto look = [&](bool ocr) {
    for (const language::QueryKey& key : word.query.keys) {
      if ((key.kind == core::MatchKind::ocr) == ocr)
        most = std::max(most, frequency(segment, scope, core::Stream::key, key.key));
    }
  };
  look(false);
  if (most == 0) look(true);
  return most;
}

}  // namespace

bool Plan::ranked() const {
  return std::any_of(words.begin(), words.end(), [](const PlannedWord& word) { return word.wanted; });
}

Plan make_plan(const QueryNode& query, bool among_goals, const PlanSources& sources) {
  Plan plan;
  plan.among_goals = among_goals;
  plan.root = Planner(plan, sources).node(query, true);
  for (PlannedWord& word : plan.words) {
    const core::Scope scope = fields_of(word.field, among_goals).front().scope;
    const std::size_t size =
        scope == core::Scope::goal ? sources.snapshot.goals.size : sources.snapshot.documents.size;
    std::size_t with = 0;
    for (const SegmentView& segment : sources.snapshot.segments)
      with += word.prefix ? 0 : documents_with(word, scope, segment);
    word.with = with;
    word.rarity = rarity(with, size);
    word.found = word.prefix || with > 0;
  }
  return plan;
}

}  // namespace szukajst::search
