// A last reading of what stands below a heading of goals where nothing else has found any: whatever a
// document calls its goals and however it sets them, lines of one look are of one depth (goals_outline.h).
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_outline.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
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
  constexpr std::size_t kTree = 3;  // depths
  if (!titled_) return;
  std::set<std::size_t> found;  // segments
  for (GoalTree::Index g = 0; g < tree_.size(); ++g) found.insert(tree_.segment(g));
  for (std::size_t i = 0; i + 2 < segments_.size(); ++i) {
    if (foreign_segments_.contains(i)) continue;
    auto levels = levels_of_heading(i);
    if (levels.empty()) continue;
    const std::size_t end = end_of_region(i);
    const auto next = found.upper_bound(i);
    if (next != found.end() && *next < end) continue;
    const Outline outline = outline_of(i + 1, end, levels.size());
    if (!outline.holds()) continue;
    // A tree of goals with one at its top.
    if (outline.items(outline.first()) == 1 && levels.front().level != GoalLevel::main) {
      if (levels.size() > 1 || outline.depths() < kTree + outline.first()) continue;
      levels = {{GoalLevel::main, kMainRank}, {GoalLevel::strategic, kStrategicRank}};
    }
    read_outline(outline, std::move(levels));
  }
  read_largest_outline();
}

// A strategy that has given no goal at all has set them below a heading that tells nothing: the largest
// outline of two depths below any short line is the best supported reading.
void GoalReader::read_largest_outline() {
  constexpr std::size_t kFewestItems = 5;
  if (!is_plan() || !tree_.empty()) return;
  std::optional<Outline> best;
  std::size_t most = kFewestItems - 1;
  for (std::size_t i = 0; i + kFewestItems < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    const std::string_view text = segment.body();
    if (foreign_segments_.contains(i) || segment.row > 0 || text.size() > kLongestHead ||
        text.ends_with('.') || text.ends_with(';') || text.ends_with(',') || stands_apart(text))
      continue;
    const FoldedWords words = folded_words(text);
    if (begins(tables_.questions, words) || tables_.others.found(words) || tables_.indicators.found(words) ||
        begins(tables_.chapters, words))
      continue;
    Outline outline = outline_of(i + 1, end_of_region(i), 1);
    if (!outline.holds() || outline.depths() != outline.first() + 2 || outline.items(outline.first()) < 2 ||
        outline.items(outline.first()) + outline.items(outline.first() + 1) <= most)
      continue;
    // Each of the outermost is a heading: it bears a number, or is in capitals.
    const bool headings = std::ranges::all_of(outline.pieces(), [&](const OutlinePiece& piece) {
      return piece.kind != Kind::item || piece.depth != outline.first() || !piece.number.empty() ||
             in_capitals(piece.text);
    });
    if (!headings) continue;
    most = outline.items(outline.first()) + outline.items(outline.first() + 1);
    best = std::move(outline);
  }
  if (best) read_outline(*best, {{GoalLevel::strategic, kStrategicRank}});
}

// "Litera oznacza cel strategiczny, litera z cyfrą – cel szczegółowy.": what the document says of its levels
// goes before anything that its labels and numbers may say elsewhere. True where the outline below has as
// many depths, which were read then; `i` moves behind it.
bool GoalReader::read_legend(std::size_t& i) {
  if (!titled_ || tree_.size() > 1) return false;
  auto levels = levels_of_sentence(i);
  // "Cel nadrzędny rozłożono na cztery cele strategiczne" behind the main goal.
  if (!levels.empty() && levels.front().level == GoalLevel::main && tree_.nth(1, GoalLevel::main))
    levels.erase(levels.begin());
  if (levels.size() < 2) return false;
  const std::size_t end = end_of_region(i);
  Outline outline = outline_of(i + 1, end, levels.size());
  // Something else has begun within the region.
  if (const std::size_t deeper = outline.deeper_than(levels.size() + outline.first()); deeper < end)
    outline = outline_of(i + 1, deeper, levels.size());
  if (!outline.holds() || outline.depths() != levels.size() + outline.first() ||
      (outline.items(outline.first()) < 2 && levels.front().level != GoalLevel::main))
    return false;
  end_lists();
  read_outline(outline, std::move(levels));
  i = end - 1;
  return true;
}

// Below a heading that nothing else has made a list of: `i` moves behind the outline.
bool GoalReader::read_below_heading(std::size_t& i, const std::vector<GoalLevelRank>& levels) {
  if (!titled_ || levels_of_heading(i).empty()) return false;
  const std::size_t end = end_of_region(i);
  const Outline outline = outline_of(i + 1, end, levels.size());
  if (!outline.holds() || outline.depths() < 2 || outline.items(outline.first()) < 2) return false;
  // A sentence gives or announces them first.
  for (const OutlinePiece& piece : outline.pieces()) {
    if (piece.kind == Kind::item) break;
    const FoldedWords words = folded_words(segments_[piece.segment].text);
    for (std::size_t at = 0; at < words.size(); ++at)
      for (const Label& label : tables_.labels_at(words, at))
        if (label.form >= LabelForm::sentence && label.form <= LabelForm::announce &&
            label.phrase.match(words, at, true) > 0)
          return false;
  }
  read_outline(outline, levels);
  i = end - 1;
  return true;
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

// "Każdy wymiar ma cel strategiczny i cele operacyjne.", "Cel nadrzędny → Filary (cele strategiczne) →
// Zadania": the levels that a sentence names from the outermost one on; two of goals, or one and what it is
// reached by.
std::vector<GoalLevelRank> GoalReader::levels_of_sentence(std::size_t i) const {
  constexpr std::size_t kLongest = 600, kJoined = 3;
  const Segment& segment = segments_[i];
  if (segment.row > 0 || segment.text.size() > kLongest || segment.marker.family != Family::none ||
      segment.text.ends_with(':'))
    return {};
  if (labels_[i] && (labels_[i]->number || labels_[i]->rest.find("→") == std::string_view::npos)) return {};
  std::string_view text = segment.text;
  while (!text.empty()) {
    const std::size_t end = sentence_end(text, tables_);
    const FoldedWords words = folded_words(text.substr(0, end));
    text = utf8::trim(text.substr(std::min(text.size(), end + 1)));
    std::vector<GoalLevelRank> levels;
    std::size_t and_at = 0;  // the last word "i"
    bool outwards = false;   // one of them goes before the one that it serves
    for (std::size_t at = 0; at < words.size(); ++at) {
      const Label* named = nullptr;
      for (const Label& label : tables_.labels_at(words, at)) {
        // "Celem głównym jest …" gives a goal itself.
        outwards = outwards || (at == 0 &&
                                (label.form == LabelForm::sentence || label.form == LabelForm::sentences ||
                                 label.form == LabelForm::by) &&
                                label.phrase.match(words, at, true) > 0);
        if (!named && label.level && (label.form <= LabelForm::list || label.form == LabelForm::announce) &&
            label.group != "area" && label.group != "loose" && label.phrase.match(words, at, true) > 0)
          named = &label;
      }
      // "…, cele szczegółowe i projekty", "… cele strategiczne i przypisano im zadania"
      and_at = words[at].text == "i" || words[at].text == "oraz" ? at : and_at;
      if (!named && !levels.empty() && begins(tables_.means, words, at) && and_at > 0 &&
          at - and_at <= kJoined)
        note(levels, GoalLevelRank{});
      if (!named || (levels.empty() && named->level == GoalLevel::action)) continue;
      outwards = outwards || (!levels.empty() && named->rank < levels.back().rank);
      note(levels, {*named->level, named->rank});
    }
    if (levels.size() > 1 && !outwards && !of_another_document(words)) {
      // What stands between the levels are kinds of actions.
      std::vector<GoalLevelRank> kept;
      for (const GoalLevelRank& level : levels)
        if (kept.empty() || kept.back().level != level.level) kept.push_back(level);
      if (kept.size() > 1) return kept;
    }
  }
  return {};
}

// Where what stands below the heading ends.
std::size_t GoalReader::end_of_region(std::size_t heading) const {
  constexpr std::size_t kMost = 200, kFarthest = 10;  // segments
  std::size_t head = heading;
  while (!segments_[head].marker.number && head > 0 && heading - head < kFarthest) --head;
  const auto& number = segments_[head].marker.number;
  std::size_t end = heading + 1;
  for (; end < std::min(segments_.size(), heading + kMost); ++end) {
    const Segment& segment = segments_[end];
    const bool apart = segment.blank_before > 0;
    if (segment.row > 0 || table_head(end) > 0 || begins_part(segment.text)) break;
    if (segment.marker.family == Family::section && end > heading + 1) break;
    if (apart) {
      const FoldedWords words = folded_words(segment.body(), 3);
      const bool asks = segment.text.ends_with('?') && !segment.marker.number;
      if (asks || stands_apart(segment.body()) || begins(tables_.questions, words) ||
          begins(tables_.accords, words) ||
          (begins(tables_.indicators, words) && !segment.text.ends_with(':')))
        break;
    }
    // "5. Budżet" behind "4. Zamierzenia"
    if (const auto& next = segment.marker.number; apart && number && next &&
                                                  shape_of(*number) == shape_of(*next) &&
                                                  next->parts.back() == number->parts.back() + 1)
      break;
    if (apart && end > heading + 1 && !levels_of_heading(end).empty()) break;
  }
  return end;
}

// The outline that the segments make: by how far in their lines stand, or else by how they are set otherwise.
Outline GoalReader::outline_of(std::size_t begin, std::size_t end, std::size_t named) const {
  std::set<std::size_t> indents;
  for (std::size_t k = begin; k < end; ++k)
    if (segments_[k].marker.family == Family::none) indents.insert(segments_[k].indent);
  if (indents.size() > 1)
    if (Outline outline(pieces_of(begin, end, true), named); outline.holds()) return outline;
  return Outline(pieces_of(begin, end, false), named);
}

// Whether bullets of different signs stand differently far in: "●" and, farther in, "▪".
bool GoalReader::signs_tell_depth(std::size_t begin, std::size_t end) const {
  std::map<std::size_t, char32_t> by_indent;
  std::set<char32_t> signs;
  for (std::size_t k = begin; k < end; ++k) {
    const Segment& segment = segments_[k];
    if (segment.marker.family != Family::bullet) continue;
    const char32_t sign = char_at(segment.text, 0);
    signs.insert(sign);
    if (by_indent.emplace(segment.indent, sign).first->second != sign) return false;
  }
  return signs.size() > 1;
}

// What the segments are; none where a label tells more than their looks do.
std::vector<OutlinePiece> GoalReader::pieces_of(std::size_t begin, std::size_t end, bool indented) const {
  constexpr std::size_t kFewWords = 10;
  std::vector<OutlinePiece> pieces;
  const bool told = signs_tell_depth(begin, end);
  for (std::size_t k = begin; k < end; ++k) {
    const Segment& segment = segments_[k];
    const Marker& marker = segment.marker;
    OutlinePiece& piece = pieces.emplace_back();
    piece.segment = k;
    piece.text = segment.body();
    if (marker.family == Family::section) piece.text = piece.text.substr(read_marker(piece.text).body);
    if (const auto& label = labels_[k]; label && !label->bare) {
      const Label& first = *label->labels.front();
      piece.text = label->rest;
      if (first.form == LabelForm::code && !label->rest.empty() && label->number) {
        piece.kind = Kind::item;
        piece.look = shape_of(*label->number);
        piece.number = label->number->parts;
      } else if (first.group == "area") {
        piece.kind = Kind::item;
        piece.look = "area";
        piece.plain = piece.area = true;
      } else if (first.form == LabelForm::list && first.level == GoalLevel::action) {
        piece.kind = label->rest.empty() ? Kind::lead : Kind::inline_items;
      } else {
        return {};
      }
      continue;
    }
    const bool colon = piece.text.ends_with(':');
    const FoldedWords words = folded_words(piece.text);
    // "1. Celem głównym programu jest …" gives a goal itself.
    for (const Label& first : tables_.labels_at(words, 0))
      if ((first.form == LabelForm::sentence || first.form == LabelForm::sentences) &&
          first.phrase.match(words, 0, true) > 0)
        return {};
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
      if (marker.family == Family::bullet && told) utf8::append(piece.look, char_at(segment.text, 0));
      if (colon) piece.text.remove_suffix(1);
      piece.question = marker.number && piece.text.ends_with('?');
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
      piece.look = indented                            ? "indent " + std::to_string(segment.indent)
                   : in_capitals(piece.text)           ? "capitals"
                   : segment.blank_before > 0 && below ? "heading"
                                                       : "line";
    }
  }
  return pieces;
}

void GoalReader::read_outline(const Outline& outline, std::vector<GoalLevelRank> levels) {
  if (!outline.holds()) return;
  const std::size_t first = outline.first();
  // "Cele i działania" above three depths, the second of which is always served: goals are these, too.
  if (levels.size() > 1 && levels.back().level == GoalLevel::action &&
      levels.size() + first + 1 == outline.depths() && outline.all_served(first + levels.size() - 1) &&
      levels[levels.size() - 2].level == GoalLevel::strategic)
    levels.insert(levels.end() - 1, below(GoalLevel::strategic));
  while (levels.size() + first < outline.depths()) {
    const GoalLevelRank last = levels.back();
    const std::size_t depth = levels.size() + first;
    const bool deeper =
        outline.apart(depth) || last.level == GoalLevel::main ||
        (last.level == GoalLevel::strategic && depth + 1 < outline.depths() && outline.all_served(depth));
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
  for (const OutlinePiece& piece : outline.pieces()) {
    current_ = piece.segment;
    const Segment& segment = segments_[piece.segment];
    if (piece.kind == Kind::inline_items && tree_.open().size() > base.size()) {
      const GoalTree::Path open = tree_.open();
      add_items(GoalLevelRank{}, inline_items(piece.text), segment);
      tree_.set_open(open);
    } else if (piece.kind == Kind::item && piece.depth >= first) {
      const GoalLevelRank level = levels[piece.depth - first];
      if (piece.depth == first) tree_.set_open(base);
      tree_.close_from(level.rank);
      const auto& label = labels_[piece.segment];
      // The answer to a question is of the number that the question bears.
      const Segment& marked = piece.question && !segment.marker.number && piece.segment > 0
                                  ? segments_[piece.segment - 1]
                                  : segment;
      add(level, label && label->number ? label->number : marked.marker.number, piece.text, segment);
    }
  }
}

}  // namespace szukajst::indexer::extract
