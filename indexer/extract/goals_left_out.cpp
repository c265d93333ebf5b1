// A last reading of what stands below a heading of goals where nothing else has found any: whatever a
// document calls its goals and however it sets them, lines of one look are of one depth (goals_outline.h).
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_outline.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

using core::GoalLevel;
using Family = Marker::Family;
using Kind = OutlinePiece::Kind;

namespace {

constexpr std::size_t kLongestItem = 200, kLongestHead = 100;  // bytes

void note(std::vector<GoalLevelRank>& levels, GoalLevelRank level) {
  if (levels.empty() || levels.back().rank < level.rank) levels.push_back(level);
}

}  // namespace

void GoalReader::read_left_out() {
  if (!titled_) return;
  std::set<std::size_t> found;  // segments
  for (GoalTree::Index g = 0; g < tree_.size(); ++g) found.insert(tree_.segment(g));
  for (std::size_t i = 0; i + 2 < segments_.size(); ++i) {
    if (foreign_segments_.contains(i)) continue;
    auto levels = levels_of_heading(i);
    if (levels.empty()) levels = levels_of_sentence(i);
    if (levels.empty()) continue;
    const std::size_t end = end_of_region(i);
    const auto next = found.upper_bound(i);
    if (next != found.end() && *next < end) continue;
    const Outline outline(pieces_of(i + 1, end), levels.size());
    read_outline(outline, std::move(levels));
  }
}

// "4. Zamierzenia", "CELE STRATEGICZNE WRAZ Z CELAMI OPERACYJNYMI", "Dokąd zmierzamy?": the levels that it
// names, outermost first; none for any other line.
std::vector<GoalLevelRank> GoalReader::levels_of_heading(std::size_t i) const {
  constexpr std::size_t kMostWords = 12;
  const Segment& segment = segments_[i];
  const Family family = segment.marker.family;
  const std::string_view text = segment.body();
  const bool marked = family == Family::none || family == Family::digits || family == Family::decimal ||
                      family == Family::roman || family == Family::letter;
  if (segment.row > 0 || !marked || text.size() > kLongestHead || text.empty() || starts_lower(text) ||
      std::string_view(".,;").find(text.back()) != std::string_view::npos)
    return {};
  if (labels_[i] && (!labels_[i]->rest.empty() || labels_[i]->number)) return {};
  const FoldedWords words = folded_words(text, kMostWords + 1);
  // "4   ZAMIERZENIA"
  const std::size_t number = !words.empty() && read_number(text, words[0].begin) ? 1 : 0;
  if (words.size() > kMostWords || !begins(tables_.headings, words, number)) return {};
  for (std::size_t at = number + 1; at < words.size(); ++at)
    for (const PhraseList* list : {&tables_.others, &tables_.indicators, &tables_.accords, &tables_.whens})
      if (begins(*list, words, at)) return {};
  std::vector<GoalLevelRank> levels;
  if (labels_[i])
    for (const Label* label : labels_[i]->labels) note(levels, tree_.level_of(*label, std::nullopt));
  for (std::size_t at = levels.empty() ? 0 : 1; at < words.size(); ++at)
    for (const Label& label : tables_.labels_at(words, at, LabelForm::announce))
      if (label.form == LabelForm::announce && label.level && label.phrase.match(words, at, true) > 0)
        note(levels, {*label.level, label.rank});
  if (levels.empty()) note(levels, {GoalLevel::strategic, kStrategicRank});
  return levels;
}

// "Każdy wymiar ma cel strategiczny i cele operacyjne.": the levels that a sentence names, two at least.
std::vector<GoalLevelRank> GoalReader::levels_of_sentence(std::size_t i) const {
  constexpr std::size_t kLongest = 400;
  const Segment& segment = segments_[i];
  if (segment.row > 0 || labels_[i] || segment.text.size() > kLongest || !segment.text.ends_with('.'))
    return {};
  const FoldedWords words = folded_words(std::string_view(segment.text).substr(last_sentence(segment.text)));
  std::vector<GoalLevelRank> levels;
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const Label& label : tables_.labels_at(words, at, LabelForm::announce))
      if (label.form == LabelForm::announce && label.level && label.phrase.match(words, at, true) > 0)
        note(levels, {*label.level, label.rank});
  return levels.size() > 1 && !of_another_document(words) ? levels : std::vector<GoalLevelRank>{};
}

// Where what stands below the heading ends.
std::size_t GoalReader::end_of_region(std::size_t heading) const {
  constexpr std::size_t kMost = 200;  // segments
  const auto& number = segments_[heading].marker.number;
  std::size_t end = heading + 1;
  for (; end < std::min(segments_.size(), heading + kMost); ++end) {
    const Segment& segment = segments_[end];
    const bool apart = segment.blank_before > 0;
    if (segment.row > 0 || table_head(end) > 0 || begins_part(segment.text)) break;
    if (segment.marker.family == Family::section && end > heading + 1) break;
    if (apart && (segment.text.ends_with('?') || stands_apart(segment.body()))) break;
    // "5. Budżet" behind "4. Zamierzenia"
    if (const auto& next = segment.marker.number; apart && number && next &&
                                                  shape_of(*number) == shape_of(*next) &&
                                                  next->parts.back() == number->parts.back() + 1)
      break;
    if (apart && end > heading + 1 && !levels_of_heading(end).empty()) break;
  }
  return end;
}

// What the segments are; none where a label tells more than their looks do.
std::vector<OutlinePiece> GoalReader::pieces_of(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kFewWords = 10;
  std::vector<OutlinePiece> pieces;
  for (std::size_t k = begin; k < end; ++k) {
    const Segment& segment = segments_[k];
    const Marker& marker = segment.marker;
    OutlinePiece& piece = pieces.emplace_back();
    piece.segment = k;
    piece.text = segment.body();
    if (marker.family == Family::section) piece.text = piece.text.substr(read_marker(piece.text).body);
    if (const auto& label = labels_[k]; label && !label->bare) {
      const Label& first = *label->labels.front();
      if (first.form != LabelForm::list || first.level != GoalLevel::action) return {};
      piece.kind = label->rest.empty() ? Kind::lead : Kind::inline_items;
      piece.text = label->rest;
      continue;
    }
    const bool colon = piece.text.ends_with(':');
    const FoldedWords words = folded_words(piece.text);
    const bool marked = marker.family != Family::none && marker.family != Family::section;
    if (colon && (!marker.number || words.size() > kFewWords)) {
      piece.kind = Kind::lead;
      piece.other = tables_.others.found(words) || tables_.indicators.found(words) ||
                    ends_with_phrase(piece.text, tables_.scopes);
    } else if (marked && piece.text.size() <= kLongestItem &&
               sentence_end(piece.text, tables_) == piece.text.size()) {
      piece.kind = Kind::item;
      piece.look = std::to_string(static_cast<int>(marker.family));
      if (marker.number) piece.look += shape_of(*marker.number), piece.number = marker.number->parts;
      if (colon) piece.text.remove_suffix(1);
    } else if (!marked && !piece.text.ends_with('.') && piece.text.size() <= kLongestHead &&
               piece.text.find(": ") == std::string_view::npos && starts_upper(piece.text)) {
      piece.kind = Kind::item;
      piece.plain = true;
      for (const Label& label : tables_.labels_at(words, 0, LabelForm::numbered))
        piece.area = piece.area || (label.form == LabelForm::numbered && label.group == "area" &&
                                    label.phrase.match(words, 0, true) > 0);
      // A heading stands apart from what is below it, or that bears a marker.
      const bool below =
          k + 1 == end || segments_[k + 1].blank_before > 0 || segments_[k + 1].marker.family != Family::none;
      piece.look = in_capitals(piece.text)             ? "capitals"
                   : segment.blank_before > 0 && below ? "heading"
                                                       : "line";
    }
  }
  return pieces;
}

void GoalReader::read_outline(const Outline& outline, std::vector<GoalLevelRank> levels) {
  if (!outline.holds()) return;
  const std::size_t first = outline.first();
  while (levels.size() + first < outline.depths()) {
    const GoalLevelRank last = levels.back();
    const bool deeper = outline.apart(levels.size() + first) || last.level == GoalLevel::main;
    levels.push_back(last.level == GoalLevel::action ? GoalLevelRank{last.level, last.rank + 1}
                     : deeper                        ? below(last.level)
                                                     : GoalLevelRank{});
  }
  // All of it serves the main goal; actions need one to serve.
  auto served = tree_.nth(1, GoalLevel::main);
  if (!served && levels.front().level == GoalLevel::action) {
    served = tree_.nth(1, std::nullopt);
    if (!served) return;
  }
  tree_.set_open({});
  if (served) tree_.enter(*served);
  const GoalTree::Path base = tree_.open();
  bool skipped = false;  // below "Wskaźniki:"
  std::size_t depth = 0;
  for (const OutlinePiece& piece : outline.pieces()) {
    current_ = piece.segment;
    const Segment& segment = segments_[piece.segment];
    if (piece.kind == Kind::lead) {
      skipped = piece.other;
    } else if (piece.kind == Kind::inline_items && !skipped && tree_.open().size() > base.size()) {
      const GoalTree::Path open = tree_.open();
      add_items(GoalLevelRank{}, inline_items(piece.text), segment);
      tree_.set_open(open);
    } else if (piece.kind == Kind::item && piece.depth >= first && !(skipped && piece.depth > depth)) {
      skipped = false;
      depth = piece.depth;
      if (depth == first) tree_.set_open(base);
      tree_.close_from(levels[depth - first].rank);
      add(levels[depth - first], segment.marker.number, piece.text, segment);
    }
  }
}

}  // namespace szukajst::indexer::extract
