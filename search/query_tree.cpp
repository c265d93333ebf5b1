#include "search/query_tree.h"

#include <string_view>

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

}  // namespace szukajst::search
