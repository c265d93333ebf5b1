#include "indexer/extract/goals_field_columns.h"

#include <algorithm>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

// In code points, as the page shows it.
struct Field {
  std::size_t indent = 0, value_column = 0;
  std::size_t value = 0;  // bytes; 0: the line is no such field
  bool known = false;     // the field's name is one that cards of goals have
};

// "Nazwa            Drogi bez kolein": a name of few words and one cell behind it.
Field field_at(const SourceText& source, std::size_t i, const GoalRules::Tables& tables) {
  constexpr std::size_t kLongestName = 60, kMostWords = 4;  // bytes; words
  const std::string_view text = source.line(i);
  const std::size_t gap = text.substr(0, kLongestName).find("  ");
  if (gap == std::string_view::npos) return {};
  const std::size_t value = text.find_first_not_of(' ', gap);
  const std::string_view name = text.substr(0, gap);
  if (value == std::string_view::npos || text.find("  ", value) != std::string_view::npos ||
      !starts_upper(name) || name.find_first_of("0123456789|.:") != std::string_view::npos)
    return {};
  const FoldedWords words = folded_words(name, kMostWords + 1);
  if (words.empty() || words.size() > kMostWords) return {};
  const std::size_t indent = source.lines[i].indent;
  const auto label = read_label(name, tables);
  // "KARTA CELU   G1" heads the card.
  if (const auto number = read_number(text, value); label && number && number->end == text.size()) return {};
  const bool known = begins(tables.names, words) || begins(tables.columns, words) ||
                     begins(tables.whos, words) || begins(tables.indicators, words) ||
                     begins(tables.whens, words) || (label && label->rest.empty() && !label->number);
  return {indent, indent + utf8::length(text.substr(0, value)), value, known};
}

}  // namespace

std::vector<std::size_t> field_columns(const SourceText& source, const GoalRules::Tables& tables) {
  constexpr std::size_t kFewest = 3, kFewestKnown = 2, kSlack = 1;
  std::vector<std::size_t> values(source.lines.size());
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const Field first = field_at(source, i, tables);
    if (first.value == 0) continue;
    std::vector<std::pair<std::size_t, std::size_t>> card{{i, first.value}};
    std::size_t known = first.known ? 1 : 0, end = i + 1;
    for (; end < source.lines.size() && source.lines[end].blank_before == 0; ++end) {
      // A field's value goes on below itself.
      if (source.lines[end].indent + kSlack >= first.value_column) continue;
      const Field next = field_at(source, end, tables);
      const std::size_t apart =
          std::max(next.value_column, first.value_column) - std::min(next.value_column, first.value_column);
      if (next.value == 0 || next.indent != first.indent || apart > kSlack) break;
      card.emplace_back(end, next.value);
      known += next.known ? 1 : 0;
    }
    if (card.size() >= kFewest && known >= kFewestKnown)
      for (const auto& [line, value] : card) values[line] = value;
    i = end - 1;
  }
  return values;
}

}  // namespace szukajst::indexer::extract
