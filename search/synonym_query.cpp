#include "search/synonym_query.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace szukajst::search {
namespace {

using core::QueryField;
using Type = QueryNode::Type;

// Words as they stand; names have no synonyms.
bool replaceable(const QueryNode& node) {
  const bool words = node.type == Type::word || node.type == Type::phrase;
  const bool field = node.field == QueryField::any || node.field == QueryField::title ||
                     node.field == QueryField::goal || node.field == QueryField::partner;
  return words && field && !node.quoted;
}

std::vector<std::string_view> words_of(const QueryNode& node) {
  if (node.type == Type::word) return {node.text};
  return {node.words.begin(), node.words.end()};
}

class Expander {
 public:
  Expander(const language::Synonyms& synonyms, QueryWords& words) : synonyms_(synonyms), words_(words) {}

  bool found() const { return found_; }

  QueryNode node(QueryNode query) {
    switch (query.type) {
      case Type::word:
      case Type::phrase: {
        std::vector<QueryNode> alone;
        alone.push_back(std::move(query));
        return std::move(side_by_side(std::move(alone)).front());
      }
      case Type::all:
        query.children = side_by_side(std::move(query.children));
        if (query.children.size() == 1) return std::move(query.children.front());
        return query;
      case Type::any:
        for (QueryNode& child : query.children) child = node(std::move(child));
        return query;
      default:
        return query;
    }
  }

 private:
  std::vector<QueryNode> side_by_side(std::vector<QueryNode> children) {
    std::vector<QueryNode> expanded;
    for (std::size_t at = 0; at < children.size();) {
      const std::size_t said = replaceable(children[at]) ? replace(children, at, expanded) : 0;
      if (said == 0) {
        QueryNode& child = children[at];
        const bool words = child.type == Type::word || child.type == Type::phrase;
        expanded.push_back(words ? std::move(child) : node(std::move(child)));
      }
      at += std::max<std::size_t>(said, 1);
    }
    return expanded;
  }

  // Puts an `any` for as many children from `at` on as say what has synonyms; how many.
  std::size_t replace(std::vector<QueryNode>& children, std::size_t at, std::vector<QueryNode>& into) {
    std::vector<std::string_view> spellings;
    std::vector<const language::QueryWord*> words;
    std::vector<std::size_t> ends;  // words up to the end of each child
    for (std::size_t i = at; i < children.size(); ++i) {
      if (!replaceable(children[i]) || children[i].field != children[at].field) break;
      for (const std::string_view word : words_of(children[i])) {
        spellings.push_back(word);
        words.push_back(&words_.of(std::string(word)));
      }
      ends.push_back(words.size());
    }
    const language::Synonyms::Same same = synonyms_.at(spellings, words);
    const auto end = std::ranges::find(ends, same.words);
    if (same.others.empty() || end == ends.end()) return 0;
    const auto count = static_cast<std::size_t>(end - ends.begin()) + 1;

    std::string says;
    for (std::size_t i = 0; i < same.words; ++i) says.append(i == 0 ? "" : " ").append(spellings[i]);
    core::ByteRange range = children[at].ranges.front();
    range.end = children[at + count - 1].ranges.back().end;
    QueryNode any;
    any.type = Type::any;
    any.synonyms = true;
    const QueryField field = children[at].field;
    if (count == 1) {
      any.children.push_back(std::move(children[at]));
    } else {
      QueryNode asked;
      asked.type = Type::all;
      asked.side_by_side = true;
      const auto first = children.begin() + static_cast<std::ptrdiff_t>(at);
      asked.children.assign(std::make_move_iterator(first),
                            std::make_move_iterator(first + static_cast<std::ptrdiff_t>(count)));
      any.children.push_back(std::move(asked));
    }
    for (const language::Synonyms::Expression* other : same.others)
      any.children.push_back(synonym(*other, field, range, says));
    into.push_back(std::move(any));
    found_ = true;
    return count;
  }

  static QueryNode synonym(const language::Synonyms::Expression& expression, QueryField field,
                           core::ByteRange range, const std::string& says) {
    QueryNode node;
    node.type = expression.size() == 1 ? Type::word : Type::phrase;
    node.field = field;
    node.says = says;
    node.ranges.assign(expression.size(), range);
    if (expression.size() == 1) {
      node.text = expression.front();
    } else {
      node.words = expression;
    }
    return node;
  }

  const language::Synonyms& synonyms_;
  QueryWords& words_;
  bool found_ = false;
};

}  // namespace

std::vector<std::string> synonyms_in(const QueryNode& query) {
  if (!query.says.empty()) {
    std::string text = query.text;
    for (const std::string& word : query.words) text.append(text.empty() ? "" : " ").append(word);
    return {text};
  }
  std::vector<std::string> found;
  for (const QueryNode& child : query.children)
    std::ranges::move(synonyms_in(child), std::back_inserter(found));
  return found;
}

std::optional<QueryNode> with_synonyms(const QueryNode& query, const language::Synonyms& synonyms,
                                       QueryWords& words) {
  Expander expander(synonyms, words);
  QueryNode expanded = expander.node(query);
  return expander.found() ? std::optional(std::move(expanded)) : std::nullopt;
}

}  // namespace szukajst::search
