// One reading of a text for the card of a practice. A card is tried in each layout, and the best reading
// kept.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/practice.h"

namespace szukajst::indexer::extract {

inline constexpr std::size_t kLongestLabel = 60;  // code points
inline constexpr std::size_t kFewestKnown = 3;    // labels that make a card

// How the labels and values of a line are set apart.
enum class CardLayout { colon, dash, row, columns, leaders, inlined, space };

struct CardField {
  std::string_view label, value;  // of the text
};

// A card as it is being read.
struct ReadCard {
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<core::Evidence> evidence;
  std::vector<core::ByteRange> labels, values;
  std::size_t sure = 0, known = 0;
  bool marked = false;             // whether a mark of its own parts labels and values
  std::size_t begin = 0, end = 0;  // lines

  // Of two readings of a text the one that knows more, and leaves less open, is right.
  std::size_t worth() const {
    const auto open = static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(), [](const auto& field) { return field.second.empty(); }));
    return 2 * known + fields.size() - std::min(fields.size(), 2 * open);
  }
};

// A line without its bullet, and which marks it has that may part labels and values.
struct LineLook {
  std::string_view text;
  bool colon = false, dash = false, bar = false, wide = false, leader = false;

  bool may_have(CardLayout layout) const {
    switch (layout) {
      case CardLayout::colon:
      case CardLayout::inlined:
        return colon;
      case CardLayout::dash:
        return dash;
      case CardLayout::row:
        return bar;
      case CardLayout::columns:
        return wide;
      case CardLayout::leaders:
        return leader;
      case CardLayout::space:
        break;
    }
    return true;
  }
};

std::string_view without_bullet(std::string_view text);
// Whether a small letter stands at `at`.
bool starts_small(std::string_view text, std::size_t at);
bool capitals(std::string_view text);
bool is_digit(char c);
LineLook look_of(std::string_view text);

class PracticeReader {
 public:
  PracticeReader(const SourceText& source, const PracticeLabels& labels, const DateRules& dates)
      : source_(source), labels_(labels), dates_(dates) {
    looks_.reserve(source.lines.size());
    for (const Line& line : source.lines) {
      headings_.push_back(labels.heading(line.range.in(source.text())));
      looks_.push_back(look_of(without_bullet(line.range.in(source.text()))));
    }
  }

  std::optional<Practice> read();

 private:
  std::size_t size() const { return source_.lines.size(); }
  std::string_view line(std::size_t i) const { return looks_[i].text; }
  int blank_before(std::size_t i) const { return source_.lines[i].blank_before; }
  bool looks_like_label(std::string_view text) const;

  // Fields of one line.
  std::vector<CardField> fields(std::size_t line, CardLayout layout) const;
  std::vector<CardField> marked_field(std::string_view text, std::size_t at, std::size_t width) const;
  std::vector<CardField> cell_fields(const std::vector<std::string_view>& cells) const;
  std::vector<CardField> inlined_fields(std::string_view text) const;
  CardField next_field(std::string_view value) const;
  std::vector<CardField> leader_field(std::string_view text) const;
  std::vector<CardField> spaced_fields(std::string_view text) const;
  std::vector<CardField> capitals_field(std::string_view text) const;

  // Cards that begin at a line; without fields where none does.
  ReadCard lines_card(std::size_t begin, CardLayout layout) const;
  ReadCard stacked_card(std::size_t begin) const;
  ReadCard listed_card(std::size_t begin) const;
  ReadCard crossed_card(std::size_t begin) const;

  enum class Style { none, colon, capitals, plain };
  Style label_style(std::size_t line) const;
  bool label_of_style(std::size_t line, Style style) const;
  bool first_of_labels(std::size_t line) const;
  bool label_of_block(std::size_t line) const;
  bool section_within(std::size_t line, CardLayout layout) const;
  void part_alternating(std::size_t label, std::vector<std::size_t>& labels, std::size_t end,
                        bool single) const;

  void add(ReadCard& card, std::string_view label, std::string_view value) const;
  void go_on(ReadCard& card, std::string_view more, bool item) const;
  bool continues(std::size_t line, CardLayout layout, const std::string& value) const;
  bool of_practices() const;
  bool repeated_elsewhere(const ReadCard& card) const;
  bool is_card(const ReadCard& card, std::size_t begin) const;
  std::string value_of(std::string_view text) const;

  const SourceText& source_;
  const PracticeLabels& labels_;
  const DateRules& dates_;
  std::vector<bool> headings_;                // by line: whether it begins a card
  std::vector<LineLook> looks_;               // by line
  mutable std::optional<bool> of_practices_;  // once asked
  mutable std::unordered_map<std::string_view, int>
      heads_;  // of lines, up to a colon, and how often; once asked
};

}  // namespace szukajst::indexer::extract
