#include "search/query_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "core/kinds.h"
#include "core/teryt.h"
#include "core/utf8.h"
#include "language/normalise.h"
#include "language/tokenizer.h"

namespace szukajst::search {
namespace {

namespace utf8 = core::utf8;
using core::QueryField;
using Type = QueryNode::Type;

constexpr std::size_t kShortestPrefix = 3;            // letters before a star
constexpr std::uint32_t kNear = 10, kFurthest = 100;  // words between those that are near

enum class Operator { any, all, no };
constexpr std::array<std::pair<std::string_view, Operator>, 6> kOperators{{
    {"OR", Operator::any},
    {"LUB", Operator::any},
    {"AND", Operator::all},
    {"ORAZ", Operator::all},
    {"NOT", Operator::no},
    {"NIE", Operator::no},
}};

// What rodzaj: takes beside the names of core::DocumentKind, without diacritics. Extend freely.
constexpr std::array<std::pair<std::string_view, core::DocumentKind>, 22> kKindNames{{
    {"strategia", core::DocumentKind::strategy},
    {"strategie", core::DocumentKind::strategy},
    {"program", core::DocumentKind::programme},
    {"programy", core::DocumentKind::programme},
    {"uchwala", core::DocumentKind::resolution},
    {"uchwaly", core::DocumentKind::resolution},
    {"praktyka", core::DocumentKind::practice},
    {"praktyki", core::DocumentKind::practice},
    {"partnerstwo", core::DocumentKind::partnership},
    {"partnerstwa", core::DocumentKind::partnership},
    {"porozumienie", core::DocumentKind::partnership},
    {"aktualnosc", core::DocumentKind::news},
    {"aktualnosci", core::DocumentKind::news},
    {"wiadomosc", core::DocumentKind::news},
    {"wiadomosci", core::DocumentKind::news},
    {"protokol", core::DocumentKind::minutes},
    {"protokoly", core::DocumentKind::minutes},
    {"ogloszenie", core::DocumentKind::notice},
    {"ogloszenia", core::DocumentKind::notice},
    {"obwieszczenie", core::DocumentKind::notice},
    {"inny", core::DocumentKind::other},
    {"inne", core::DocumentKind::other},
}};

std::optional<core::DocumentKind> kind_named(std::string_view text) {
  const std::string folded = utf8::fold(utf8::lower(text));
  if (const auto kind = core::document_kind(folded)) return kind;
  for (const auto& [name, kind] : kKindNames) {
    if (name == folded) return kind;
  }
  return std::nullopt;
}

// "2020", "2020..2024", "2020-2024", "2020..", "..2024"
std::optional<QueryNode> years_named(std::string_view text) {
  const auto year = [](std::string_view digits) -> std::optional<int> {
    int value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    return digits.size() == 4 && error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
  };
  QueryNode node;
  node.type = Type::years;
  std::size_t gap = text.find(".."), width = 2;
  for (const std::string_view dash : {"-", "–"}) {
    if (gap == std::string_view::npos) gap = text.find(dash), width = dash.size();
  }
  if (gap == std::string_view::npos) {
    node.from = node.to = year(text);
    return node.from ? std::optional(node) : std::nullopt;
  }
  const std::string_view from = text.substr(0, gap), to = text.substr(gap + width);
  node.from = year(from), node.to = year(to);
  const bool read = (node.from || from.empty()) && (node.to || to.empty()) && (node.from || node.to);
  return read ? std::optional(node) : std::nullopt;
}

QueryNode group(Type type, std::vector<QueryNode> children, bool side_by_side = false) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.type = type;
  node.children = std::move(children);
  node.side_by_side = side_by_side;
  return node;
}

class Parser {
 public:
  Parser(std::string_view text, const QueryLimits& limits) : text_(text), limits_(limits) {}

  core::Result<ParsedQuery> run() {
    std::vector<QueryNode> parts;
    while (!done() && error_.empty()) {
      if (auto part = any(QueryField::any, 0)) parts.push_back(std::move(*part));
      if (!done() && text_[at_] == ')') diagnose("unbalanced_parenthesis", ")"), ++at_;
    }
    if (!error_.empty()) return core::Error{core::ErrorCode::too_large, error_};
    if (parts.empty()) {
      if (diagnostics_.empty() && !core::utf8::trim(text_).empty()) diagnose("no_words", text_);
      return ParsedQuery{std::string(text_), {}, std::move(diagnostics_)};
    }
    return ParsedQuery{std::string(text_), group(Type::all, std::move(parts), true), std::move(diagnostics_)};
  }

 private:
  // any := all (OR all)*
  std::optional<QueryNode> any(QueryField field, std::size_t depth) {
    if (depth > limits_.depth) {
      error_ = "the query is nested deeper than " + std::to_string(limits_.depth) + " levels";
      return std::nullopt;
    }
    std::vector<QueryNode> parts;
    std::string_view dangling;
    while (true) {
      auto part = all(field, depth);
      if (part) {
        parts.push_back(std::move(*part));
        dangling = {};
      } else if (!dangling.empty()) {
        diagnose("dangling_operator", dangling);
      }
      const std::string_view before = rest();
      if (!take(Operator::any)) break;
      dangling = before.substr(0, before.size() - rest().size());
      if (parts.empty()) diagnose("dangling_operator", dangling), dangling = {};
    }
    if (parts.empty()) return std::nullopt;
    return group(Type::any, std::move(parts));
  }

  // all := one (AND? one)*
  std::optional<QueryNode> all(QueryField field, std::size_t depth) {
    std::vector<QueryNode> parts;
    bool side_by_side = true;
    while (!at_end_of_group() && error_.empty()) {
      if (peek() == Operator::any) break;
      const std::string_view before = rest();
      if (take(Operator::all)) {
        const std::string_view written = before.substr(0, before.size() - rest().size());
        if (parts.empty() || at_end_of_group() || peek() == Operator::any) {
          diagnose("dangling_operator", written);
        } else {
          side_by_side = false;
        }
        continue;
      }
      if (const auto distance = take_near()) {
        while (take_near()) diagnose("dangling_operator", "NEAR");
        auto right = at_end_of_group() || peek() ? std::nullopt : one(field, depth);
        if (parts.empty() || !right) {
          diagnose("dangling_operator", utf8::trim(before.substr(0, before.find_first_of(" \t"))));
          if (right) parts.push_back(std::move(*right));
        } else if (!bring_near(parts.back(), *right, *distance)) {
          diagnose("near_of_words", before.substr(0, before.find_first_of(" \t")));
          parts.push_back(std::move(*right));
        }
        continue;
      }
      if (auto part = one(field, depth)) parts.push_back(std::move(*part));
    }
    if (parts.empty()) return std::nullopt;
    return group(Type::all, std::move(parts), side_by_side);
  }

  // Makes of two words, or of words that are near already and one more, a node. False for anything else.
  static bool bring_near(QueryNode& left, QueryNode& right, std::uint32_t distance) {
    const bool begun = left.type == Type::near && left.distance == distance;
    if ((left.type != Type::word && !begun) || right.type != Type::word || left.field != right.field)
      return false;
    if (!begun) {
      left.words = {std::move(left.text)};
      left.text.clear();
      left.type = Type::near;
      left.quoted = false;
      left.distance = distance;
    }
    left.words.push_back(std::move(right.text));
    left.ranges.push_back(right.ranges.front());
    return true;
  }

  // one := (NOT | '-') one | field ':' one | '(' any ')' | phrase | word
  std::optional<QueryNode> one(QueryField field, std::size_t depth) {
    const std::string_view before = rest();
    const bool minus = text_[at_] == '-';
    if (minus ? at_ + 1 < text_.size() && !space_at(at_ + 1) && text_[at_ + 1] != '-' : take(Operator::no)) {
      if (minus) ++at_;
      return negated(field, depth, before);
    }
    if (minus) return pass_over_dashes();
    if (text_[at_] == '+') return ++at_, std::nullopt;
    if (text_[at_] == '(') return in_parentheses(field, depth);
    if (const std::size_t quote = quote_at(at_); quote > 0) return quoted(quote, field);
    return chunk(field, depth);
  }

  // Of several the last may still negate what follows it.
  std::optional<QueryNode> pass_over_dashes() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] == '-') ++at_;
    const bool alone = at_ == text_.size() || space_at(at_) > 0;
    if (alone) {
      diagnose("dangling_operator", text_.substr(begin, at_ - begin));
    } else {
      --at_;
    }
    return std::nullopt;
  }

  std::optional<QueryNode> negated(QueryField field, std::size_t depth, std::string_view before) {
    const std::string_view written = utf8::trim(before.substr(0, before.size() - rest().size()));
    if (at_end_of_group() || peek() == Operator::any || peek() == Operator::all) {
      diagnose("dangling_operator", written);
      return std::nullopt;
    }
    if (depth >= limits_.depth) {
      error_ = "the query is nested deeper than " + std::to_string(limits_.depth) + " levels";
      return std::nullopt;
    }
    auto child = one(field, depth + 1);
    if (!child) return std::nullopt;
    QueryNode node;
    node.type = Type::no;
    node.children.push_back(std::move(*child));
    return node;
  }

  std::optional<QueryNode> in_parentheses(QueryField field, std::size_t depth) {
    const std::size_t begin = at_++;
    auto node = any(field, depth + 1);
    if (!error_.empty()) return std::nullopt;
    if (done()) {
      diagnose("unbalanced_parenthesis", text_.substr(begin));
    } else {
      ++at_;  // ')'
      if (!node) diagnose("empty_parentheses", text_.substr(begin, at_ - begin));
    }
    return node;
  }

  std::optional<QueryNode> quoted(std::size_t quote, QueryField field) {
    const std::size_t begin = at_ + quote;
    std::size_t end = begin;
    while (end < text_.size() && quote_at(end) == 0) ++end;
    if (end == text_.size()) {
      diagnose("unclosed_quote", text_.substr(at_));
      at_ = begin;
      return std::nullopt;
    }
    const std::string_view inside = text_.substr(begin, end - begin);
    at_ = end + quote_at(end);
    if (utf8::trim(inside).empty()) {
      diagnose("empty_quotes", inside);
      return std::nullopt;
    }
    if (auto special = special_value(inside, field)) return special;
    auto node = words(inside, word_field(field));
    if (node) node->quoted = true;
    return node;
  }

  // What stands between spaces, parentheses and quotes.
  std::optional<QueryNode> chunk(QueryField field, std::size_t depth) {
    std::size_t end = at_;
    while (end < text_.size() && !space_at(end) && text_[end] != '(' && text_[end] != ')' &&
           quote_at(end) == 0)
      ++end;
    std::string_view raw = text_.substr(at_, end - at_);
    const std::size_t colon = raw.find(':');
    if (colon != std::string_view::npos && colon > 0 && letters(raw.substr(0, colon))) {
      const std::string_view name = raw.substr(0, colon), value = raw.substr(colon + 1);
      if (const auto named = core::query_field(name)) {
        at_ += colon + 1;
        return value_of(*named, name, depth);
      }
      const bool joined = end < text_.size() && !space_at(end) && text_[end] != ')';  // name:"…" or name:(…)
      if ((!value.empty() || joined) && !value.starts_with("//")) {
        diagnose("unknown_field", name);
        at_ += colon + 1;
        return words(name, word_field(field));
      }
    }
    at_ = end;
    if (auto special = special_value(raw, field)) return special;
    if (raw == "*") return QueryNode{};
    return raw.ends_with('*') ? prefix(raw, word_field(field)) : words(raw, word_field(field));
  }

  std::optional<QueryNode> value_of(QueryField field, std::string_view name, std::size_t depth) {
    if (at_end_of_group() || peek()) {
      diagnose("empty_field", name);
      return std::nullopt;
    }
    if (depth >= limits_.depth) {
      error_ = "the query is nested deeper than " + std::to_string(limits_.depth) + " levels";
      return std::nullopt;
    }
    return one(field, depth + 1);
  }

  // Kinds, years, codes of places. What is none is searched as words, and said so.
  std::optional<QueryNode> special_value(std::string_view raw, QueryField field) {
    const std::string_view value = utf8::trim(raw);
    if (field == QueryField::year) {
      auto years = years_named(value);
      if (!years) {
        diagnose("malformed_years", value);
      } else if (years->from && years->to && *years->from > *years->to) {
        diagnose("years_swapped", value);
        std::swap(years->from, years->to);
      }
      return years;
    }
    QueryNode node;
    node.text = value;
    if (field == QueryField::kind) {
      const auto kind = kind_named(value);
      if (!kind) return diagnose("unknown_kind", value), std::nullopt;
      node.type = Type::kind;
      node.text = core::name(*kind);
      return node;
    }
    if (field != QueryField::place || !core::Teryt::parse(value)) return std::nullopt;
    node.type = Type::place;
    return node;
  }

  static QueryField word_field(QueryField field) {
    return field == QueryField::kind || field == QueryField::year ? QueryField::any : field;
  }

  std::optional<QueryNode> prefix(std::string_view raw, QueryField field) {
    std::string_view stem = raw;
    while (stem.ends_with('*')) stem.remove_suffix(1);
    const auto tokens = language::tokenize(stem);
    const bool ends_in_word = !tokens.empty() && tokens.back().range.end == stem.size();
    const std::string_view last = ends_in_word ? tokens.back().range.in(stem) : std::string_view{};
    if (utf8::length(last) < kShortestPrefix) {
      diagnose("short_wildcard", raw);
      return words(stem, field);
    }
    std::vector<QueryNode> parts;
    if (auto before = words(stem.substr(0, tokens.back().range.begin), field))
      parts.push_back(std::move(*before));
    parts.push_back(leaf(Type::prefix, last, field));
    return group(Type::all, std::move(parts), true);
  }

  // One word, or a phrase of the words that punctuation joins ("społeczno-gospodarczy").
  std::optional<QueryNode> words(std::string_view raw, QueryField field) {
    const auto tokens = language::tokenize(raw);
    if (tokens.empty()) return std::nullopt;
    if (tokens.size() == 1) return leaf(Type::word, tokens.front().range.in(raw), field);
    QueryNode node;
    node.type = Type::phrase;
    node.field = field;
    for (const language::Token& token : tokens) {
      node.words.emplace_back(token.range.in(raw));
      node.ranges.push_back(range_of(token.range.in(raw)));
      count_word();
    }
    return node;
  }

  QueryNode leaf(Type type, std::string_view text, QueryField field) {
    count_word();
    QueryNode node;
    node.type = type;
    node.field = field;
    node.text = text;
    node.ranges.push_back(range_of(text));
    return node;
  }

  // `part`: a part of the text itself.
  core::ByteRange range_of(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    return {begin, begin + part.size()};
  }

  void count_word() {
    if (++words_ > limits_.words)
      error_ = "the query has more than " + std::to_string(limits_.words) + " words";
  }

  void diagnose(std::string code, std::string_view detail) {
    diagnostics_.push_back({std::move(code), std::string(utf8::trim(detail))});
  }

  // --- the text ---

  // White space at the byte; the no-break space has two bytes.
  std::size_t space_at(std::size_t at) const {
    const std::string_view left = text_.substr(at);
    if (left.empty()) return 0;
    return left.starts_with("\xC2\xA0")                               ? 2
           : (left[0] == ' ' || (left[0] >= '\t' && left[0] <= '\r')) ? 1
                                                                      : 0;
  }
  // The size of the quotation mark at the byte: " „ ” “ « »
  std::size_t quote_at(std::size_t at) const {
    const std::string_view left = text_.substr(at);
    for (const std::string_view quote : {"\"", "„", "”", "“", "«", "»"}) {
      if (left.starts_with(quote)) return quote.size();
    }
    return 0;
  }
  static bool letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = utf8::next(text, at);
      if (!utf8::is_letter(c) && c != '_') return false;
    }
    return true;
  }
  void skip_space() {
    while (at_ < text_.size() && space_at(at_) > 0) at_ += space_at(at_);
  }
  bool done() {
    skip_space();
    return at_ >= text_.size();
  }
  bool at_end_of_group() { return done() || text_[at_] == ')'; }
  std::string_view rest() {
    skip_space();
    return text_.substr(at_);
  }

  std::optional<std::pair<Operator, std::size_t>> operator_here() {
    const std::string_view left = rest();
    for (const auto& [word, meaning] : kOperators) {
      if (!left.starts_with(word)) continue;
      const std::size_t behind = at_ + word.size();
      if (behind == text_.size() || space_at(behind) > 0 || text_[behind] == '(' || text_[behind] == ')' ||
          quote_at(behind) > 0)
        return std::pair(meaning, word.size());
    }
    return std::nullopt;
  }
  std::optional<Operator> peek() {
    const auto here = operator_here();
    return here ? std::optional(here->first) : std::nullopt;
  }
  // "NEAR", "BLISKO/5": how many words apart.
  std::optional<std::uint32_t> take_near() {
    const std::string_view left = rest();
    for (const std::string_view word : {"NEAR", "BLISKO"}) {
      if (!left.starts_with(word)) continue;
      std::size_t size = word.size();
      std::uint32_t distance = kNear;
      if (left.substr(size).starts_with('/')) {
        const char* const begin = left.data() + size + 1;
        const auto [end, error] = std::from_chars(begin, left.data() + left.size(), distance);
        if (error != std::errc() || distance == 0 || distance > kFurthest) continue;
        size = static_cast<std::size_t>(end - left.data());
      }
      const std::size_t behind = at_ + size;
      if (behind < text_.size() && space_at(behind) == 0 && text_[behind] != '(' && text_[behind] != ')')
        continue;
      at_ = behind;
      return distance;
    }
    return std::nullopt;
  }
  bool take(Operator wanted) {
    const auto here = operator_here();
    if (!here || here->first != wanted) return false;
    at_ += here->second;
    return true;
  }

  std::string_view text_;
  const QueryLimits& limits_;
  std::size_t at_ = 0, words_ = 0;
  std::string error_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

bool is_operator(std::string_view word) {
  for (const std::string_view near : {"NEAR", "BLISKO"}) {
    if (!word.starts_with(near)) continue;
    const std::string_view behind = word.substr(near.size());
    const auto digits = behind.starts_with('/') ? behind.substr(1) : std::string_view("-");
    if (behind.empty() || std::ranges::all_of(digits, utf8::is_digit)) return true;
  }
  return std::ranges::any_of(kOperators, [&](const auto& each) { return each.first == word; });
}

core::Result<ParsedQuery> parse_query(std::string_view query, const QueryLimits& limits) {
  if (query.size() > limits.bytes) {
    return core::Error{core::ErrorCode::too_large,
                       "the query is longer than " + std::to_string(limits.bytes) + " bytes"};
  }
  const std::string text = language::normalise(query);
  return Parser(text, limits).run();
}

}  // namespace szukajst::search
