// Items of lists that a label has opened.
#include "indexer/extract/goals_reader.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;

void GoalReader::open_list(std::vector<GoalLevelRank> levels, bool plain_items) {
  interrupt_list();
  list_.emplace();
  list_->levels = std::move(levels);
  list_->plain_items = plain_items;
  list_->base = tree_.open();
  const std::size_t heading = segments_[current_].marker.number || !chapter_head_ ? current_ : *chapter_head_;
  list_->heading = segments_[heading].marker;
  list_->heading_sign = labels_[heading] ? GoalList::sign_of(segments_[heading]) : 0;
  list_->heading_indent = segments_[heading].indent;
  list_->heading_in_capitals = in_capitals(segments_[heading].text);
  expect_next_of_series();
}

// "Cele szczegółowe:" above "c) …", where the list below the same words has ended with "b)" before.
void GoalReader::expect_next_of_series() {
  constexpr int kMissed = 2;  // numbers that may be lost in between
  if (current_ + 1 >= segments_.size()) return;
  const Segment& first = segments_[current_ + 1];
  if (!first.marker.number || first.marker.number->parts.size() > 1) return;
  const auto last = last_items_.find({first.marker.family, list_->levels.front().rank});
  const int number = first.marker.number->parts.front();
  if (last != last_items_.end() && number > last->second && number <= last->second + 1 + kMissed)
    list_->expect(first);
}

// Something else than an item has come. A list whose every item is followed by something else may go on
// below it ("1. …", a paragraph, "2. …").
void GoalReader::interrupt_list() {
  if (!list_) return;
  const bool numbered = !list_->depths.empty() && !list_->depths[0].number.empty();
  const bool resumable = !list_->table && !list_->adjacent && list_->items > 0 && numbered;
  // What comes now serves the last item, where more of them may follow; or no single one of several, but what
  // all of them serve.
  // "Zadania:" farther in than the items serves the last of them.
  const bool deeper =
      !list_->depths.empty() && !list_->table && segments_[current_].indent > list_->depths.back().indent;
  if (list_->items > 1 && !resumable && !deeper && list_->levels.front().level != GoalLevel::action)
    tree_.set_open(list_->base);
  if (resumable) outer_.push_back(*std::move(list_));
  list_.reset();
}

void GoalReader::end_lists() {
  interrupt_list();
  outer_.clear();
}

// True where the segment was an item of the open list, or of one that was interrupted.
bool GoalReader::read_item(const Segment& segment, std::size_t i) {
  // "Ile to kosztuje?" behind a list: the next part.
  if (segment.text.ends_with('?') && !segment.marker.number &&
      begins(tables_.questions, folded_words(segment.body(), 3))) {
    end_lists();
    return true;
  }
  // "4.1 Struktura celów" below "4. Cele strategiczne": a heading.
  static const Phrase kStructure("układ|system|drzewo|hierarchia|struktura|schemat|zestawienie celów");
  if (const FoldedWords words = folded_words(segment.body(), 4);
      list_ && kStructure.match(words, 0) == words.size() && !words.empty())
    return false;
  if (list_) {
    if (const auto depth = list_->place(segment)) return take_item(segment, *depth, i);
    interrupt_list();
  }
  // The innermost of the interrupted ones that it goes on; those within that one are over.
  for (std::size_t k = outer_.size(); k-- > 0;) {
    if (outer_[k].depths.front().family != segment.marker.family) continue;
    GoalList list = outer_[k];
    const auto depth = list.place(segment);
    if (!depth || *depth > 0) continue;
    outer_.resize(k);
    list_ = std::move(list);
    return take_item(segment, 0, i);
  }
  // "1." of another list: what follows it goes on none of these.
  if (const auto& number = segment.marker.number; number && number->parts == std::vector<int>{1})
    std::erase_if(outer_,
                  [&](const GoalList& list) { return list.depths.front().family == segment.marker.family; });
  return false;
}

bool GoalReader::take_item(const Segment& segment, std::size_t depth, std::size_t i) {
  GoalList& list = *list_;
  if (list.details_below && depth > *list.details_below) return true;
  list.details_below.reset();
  if (has_details(segment.text)) list.details_below = depth;
  if (depth == 0) {
    tree_.set_open(list.base);
    list.adjacent = list.adjacent || (list.items > 0 && list.last_item + 1 == i);
    list.last_item = i;
    ++list.items;
    if (const auto& number = segment.marker.number; number && number->parts.size() == 1)
      last_items_[{segment.marker.family, list.levels.front().rank}] = number->parts.front();
  }
  if (list.levels.front().level == GoalLevel::action && names_goal_served(segment)) return true;
  if (depth < list.levels.size() && (!list.means_behind || !add_with_means(list.levels[depth], segment)))
    add(list.levels[depth], segment.marker.number, segment.body(), segment);
  else if (depth < list.levels.size())
    return true;
  else if (list.levels.back().level != GoalLevel::action)
    add(below(list.levels.back().level), segment.marker.number, segment.body(), segment);
  else
    list.details_below = depth - 1;
  return true;
}

// "I.1. – nowy most; objazd", "A.1: objazd" below "Zadania": what serves the goal of that number.
bool GoalReader::names_goal_served(const Segment& segment) {
  const auto& number = segment.marker.number;
  if (!number || number->parts.size() < 2 || segment.row > 0) return false;
  const std::string_view body = segment.body(), text = segment.text;
  const bool set_apart = body.starts_with("–") || body.starts_with("—") || body.starts_with("- ") ||
                         (number->end < text.size() && text[number->end] == ':');
  auto goal = set_apart ? tree_.printed(number->printed) : std::nullopt;
  if (!goal && set_apart) goal = tree_.numbered(number->parts, kActionRank);
  if (!goal || tree_[*goal].level == GoalLevel::action || body.starts_with(tree_[*goal].text) ||
      is_term(wording(body), tables_))
    return false;
  const GoalTree::Path open = tree_.open();
  tree_.enter(*goal);
  add_items(GoalLevelRank{}, inline_items(wording(body)), segment);
  tree_.set_open(open);
  return true;
}

// "Zdrowa gmina: przychodnia; karetka" where a list gives goals with what they are reached by.
bool GoalReader::add_with_means(GoalLevelRank level, const Segment& segment) {
  const std::string_view text = segment.body();
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos) return false;
  const auto means = enumerated_items(utf8::trim(text.substr(colon + 1)), 0);
  const auto goal = add(level, segment.marker.number, text.substr(0, colon), segment);
  if (goal) add_items(GoalLevelRank{}, means, segment);
  return goal.has_value();
}

// "… poprawa jakości życia, w tym:"
bool GoalReader::has_details(std::string_view text) const {
  return ends_with_phrase(text, tables_.details);
}

// "Rozwój sportu, w szczególności przez": without the words that announce the details.
std::string_view GoalReader::without_details(std::string_view text) const {
  constexpr std::size_t kMostWords = 3;
  const FoldedWords words = folded_words(text);
  for (std::size_t at = words.size() - std::min(words.size(), kMostWords); at > 0 && at < words.size(); ++at)
    for (const Phrase& phrase : tables_.details)
      if (at + phrase.match(words, at) == words.size()) return text.substr(0, words[at].begin);
  return text;
}

}  // namespace szukajst::indexer::extract
