#include "search/query_tree.h"

#include <string_view>

#include "search/query_parser.h"

namespace szukajst::search {
namespace {

std::string joined(std::string_view opening, const QueryNode& node) {
  std::string text(opening);
  for (const QueryNode& child : node.children) {
    if (text.size() > 1) text += ' ';
    text += print(child);
  }
  return text + ")";
}

// Joins words that punctuation joined, and tells a word from an operator: no word has it inside.
constexpr char kJoint = '=';

// How closely what is written holds together, from the loosest.
enum class Binding { any, all, one };

std::string written(const QueryNode& node, Binding around);

std::string joined_by(const QueryNode& node, std::string_view joint, Binding own, Binding around) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += joint;
    text += written(child, static_cast<Binding>(static_cast<int>(own) + 1));
  }
  return own < around ? "(" + text + ")" : text;
}

std::string written_word(const QueryNode& node) {
  const std::string_view field = core::name(node.field);
  std::string text = field.empty() ? "" : std::string(field) + ":";
  switch (node.type) {
    case QueryNode::Type::prefix:
      return text + node.text + "*";
    case QueryNode::Type::phrase: {
      std::string words;
      for (const std::string& word : node.words) {
        if (!words.empty()) words += node.quoted ? ' ' : kJoint;
        words += word;
      }
      return text + (node.quoted ? "\"" + words + "\"" : words);
    }
    default:
      if (node.quoted) return text + '"' + node.text + '"';
      return text + node.text + (is_operator(node.text) ? std::string(1, kJoint) : "");
  }
}

std::string written(const QueryNode& node, Binding around) {
  switch (node.type) {
    case QueryNode::Type::everything:
      return "*";
    case QueryNode::Type::word:
    case QueryNode::Type::prefix:
    case QueryNode::Type::phrase:
      return written_word(node);
    case QueryNode::Type::near: {
      std::string text;
      for (const std::string& word : node.words) {
        if (!text.empty()) text += " NEAR/" + std::to_string(node.distance) + " ";
        QueryNode alone = node;
        alone.type = QueryNode::Type::word;
        alone.text = word;
        text += written_word(alone);
      }
      return around == Binding::one ? "(" + text + ")" : text;
    }
    case QueryNode::Type::all:
      return joined_by(node, node.side_by_side ? " " : " AND ", Binding::all, around);
    case QueryNode::Type::any:
      return joined_by(node, " OR ", Binding::any, around);
    case QueryNode::Type::no:
      return "NOT " + written(node.children.front(), Binding::one);
    default:
      return print(node);  // years, kind, place
  }
}

std::string with_field(const QueryNode& node, const std::string& text) {
  const std::string_view field = core::name(node.field);
  return field.empty() ? text : std::string(field) + ":" + text;
}

}  // namespace

std::string print(const QueryNode& node) {
  switch (node.type) {
    case QueryNode::Type::everything:
      return "*";
    case QueryNode::Type::word:
      return with_field(node, node.text);
    case QueryNode::Type::prefix:
      return with_field(node, node.text + "*");
    case QueryNode::Type::phrase: {
      std::string text;
      for (const std::string& word : node.words) text += (text.empty() ? "" : " ") + word;
      return with_field(node, "\"" + text + "\"");
    }
    case QueryNode::Type::near: {
      std::string text = "(near/" + std::to_string(node.distance);
      for (const std::string& word : node.words) text += " " + word;
      return with_field(node, text + ")");
    }
    case QueryNode::Type::all:
      return joined(node.side_by_side ? "(" : "(and", node);
    case QueryNode::Type::any:
      return joined("(or", node);
    case QueryNode::Type::no:
      return joined("(not", node);
    case QueryNode::Type::years: {
      const auto year = [](const std::optional<int>& value) { return value ? std::to_string(*value) : ""; };
      return "year:" + year(node.from) + ".." + year(node.to);
    }
    case QueryNode::Type::kind:
      return "kind:" + node.text;
    case QueryNode::Type::place:
      return "place:" + node.text;
  }
  return {};
}

std::string as_query(const QueryNode& node) {
  return written(node, Binding::any);
}

}  // namespace szukajst::search
