// Lines without a label: what number, depth and neighbours make goals of.
#include "indexer/extract/goals_reader.h"

#include <algorithm>

#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_lines.h"

namespace szukajst::indexer::extract {

using core::GoalLevel;
using Family = Marker::Family;

void GoalReader::read_other(std::size_t i) {
  const Segment& segment = segments_[i];
  if (is_term(segment.text, tables_)) return read_row_cell(i);
  const bool section = segment.marker.family == Family::section;
  if (section) chapter_ = true;
  if (const Label* actions = announces_goals_and_actions(segment.body());
      actions && !lists_below_decimals(*actions))
    two_levels_ = true;
  if (read_scope(i) || read_named_of(i)) return;
  if (read_announcement(i) || read_sentences(i)) return;
  if (section) return end_lists();
  if (!(list_ && list_->plain_items) && read_again(i)) return;
  if (segment.marker.family == Family::none)
    read_plain(i);
  else
    read_marked(i);
}

// "4.3 System monitorowania" behind the chapter "4.2 Cele", or behind "4.2.1" in it.
bool GoalReader::next_chapter(const Segment& segment) const {
  if (!chapter_head_ || segment.marker.family != Family::decimal || list_with(segment)) return false;
  std::vector<int> parts = segments_[*chapter_head_].marker.number->parts;
  const std::vector<int>& number = segment.marker.number->parts;
  if (number.size() < 2 || parts.size() < number.size()) return false;
  parts.resize(number.size());
  ++parts.back();
  return parts == number && segments_[*chapter_head_].marker.family == Family::decimal;
}

// Whether an open list has items that are numbered so deep, which the segment goes on: "1.3" behind "1.2",
// "2.1" behind "1.4", but not "3.3" behind "2.2".
bool GoalReader::list_with(const Segment& segment) const {
  const std::vector<int>& parts = segment.marker.number->parts;
  const auto has = [&](const GoalList& list) {
    return std::any_of(list.depths.begin(), list.depths.end(), [&](const GoalList::Depth& depth) {
      return depth.number.size() == parts.size() &&
             (parts.back() == 1 || std::equal(parts.begin(), parts.end() - 1, depth.number.begin()));
    });
  };
  return (list_ && has(*list_)) || std::any_of(outer_.begin(), outer_.end(), has);
}

void GoalReader::read_marked(std::size_t i) {
  const Segment& segment = segments_[i];
  // Right below "ZADANIA" in a chapter of its own.
  if (tasks_at_ && *tasks_at_ + 1 == i && !list_ && names_goal_served(segment)) {
    tasks_at_ = i;
    return;
  }
  if (next_chapter(segment)) {
    chapter_head_ = i;
    end_lists();
    chapter_ = true;
    return;
  }
  if ((list_ || !outer_.empty()) && read_item(segment, i)) return;
  const bool decimal = segment.marker.family == Family::decimal || segment.marker.family == Family::code;
  if (decimal && read_known_decimal(i)) return;
  const bool below_goal = after_wording_ && *after_wording_ + 1 == i && !tree_.open().empty();
  if (segment.marker.number && !(below_goal && (begins_actions(segment) || begins_anew(segment)))) {
    if (!begins_chapter(i)) return;
    chapter_head_ = i;
    end_lists();
    chapter_ = true;
    return;
  }
  // Bullets right below a goal's wording are what it is reached by; below an action they are its details.
  if (!below_goal || has_details(segments_[i - 1].text)) return;
  const GoalTree::Index goal = tree_.open().back();
  // Below a goal that others serve already they are something else: its indicators, its results.
  if (tree_.rank(goal) >= kActionRank || tree_.served(goal)) return;
  // What bears no number is hardly ever called a goal of its own.
  const bool action = !segment.marker.number && tree_[goal].level != GoalLevel::main;
  const bool goes_on = segment.marker.number && segment.marker.number->parts.back() > 1 && runs_on(segment);
  open_list({action ? GoalLevelRank{} : below(tree_[goal].level)}, false);
  if (goes_on) list_->expect(segment);
  read_item(segment, i);
}

// "1. …" right below a goal, as it stands below others.
bool GoalReader::begins_anew(const Segment& segment) const {
  return restarts_.contains(segment.marker.family) && segment.marker.number->parts == std::vector<int>{1};
}

// "a) …", "1) …" or "P-01 …", close below a goal's wording. Such codes run through the whole document.
bool GoalReader::begins_actions(const Segment& segment) const {
  const Family family = segment.marker.family;
  if (family == Family::code && segment.blank_before == 0 && segment.marker.number->parts.size() == 1 &&
      segment.marker.number->printed.find('-') != std::string::npos)
    return true;
  return (family == Family::letter || family == Family::bracket) && segment.blank_before == 0 &&
         (segment.marker.number->parts.back() == 1 || runs_on(segment));
}

// "(3) …" below a goal, "(2) …" having been the last action below the goal before it.
bool GoalReader::runs_on(const Segment& segment) const {
  if (segment.marker.family != Family::bracket || segment.marker.number->parts.size() != 1) return false;
  for (GoalTree::Index g = tree_.size(); g-- > 0;) {
    if (tree_[g].level != GoalLevel::action) continue;
    const std::size_t last = tree_.segment(g);
    const Marker& marker = segments_[last].marker;
    return marker.family == Family::bracket && marker.number->parts.size() == 1 &&
           marker.number->parts[0] + 1 == segment.marker.number->parts[0];
  }
  return false;
}

// "Kierunki działań:" below "1.1. …" and again below "2.1. …": these are the goals in between.
bool GoalReader::lists_below_decimals(const Label& actions) const {
  constexpr int kFewest = 2;
  int found = 0;
  for (std::size_t i = 1; i < segments_.size() && found < kFewest; ++i) {
    const auto& number = segments_[i - 1].marker.number;
    if (labels_[i] && !labels_[i]->bare && labels_[i]->rest.empty() &&
        labels_[i]->labels.front() == &actions && !labels_[i - 1] && number && number->parts.size() == 2)
      ++found;
  }
  return found == kFewest;
}

// "Cele programu i kierunki działań" above "Cel 1. …" and "1.1. …": there is no level in between. The label
// of the actions.
const Label* GoalReader::announces_goals_and_actions(std::string_view heading) const {
  constexpr std::size_t kLongest = 120, kMostTailWords = 3, kFewest = 3;
  if (heading.size() > kLongest || heading.find(',') != std::string_view::npos) return nullptr;
  const FoldedWords words = folded_words(heading);
  const auto is_noun = [&](const std::string& noun) { return !words.empty() && words[0].text == noun; };
  if (words.size() < kFewest || std::none_of(tables_.nouns.begin(), tables_.nouns.end(), is_noun))
    return nullptr;
  for (std::size_t at = 1; at + 1 < words.size() && at <= kMostTailWords + 1; ++at) {
    if (words[at].text != "i" && words[at].text != "oraz") continue;
    const std::size_t next = at + 1 + their(words, at + 1);
    const auto label = std::find_if(tables_.labels.begin(), tables_.labels.end(), [&](const Label& other) {
      const std::size_t count = other.form == LabelForm::list && other.level == GoalLevel::action
                                    ? other.phrase.match(words, next, true)
                                    : 0;
      return count > 0 && (next + count == words.size() || begins(tables_.tails, words, next + count));
    });
    return label == tables_.labels.end() ? nullptr : &*label;
  }
  return nullptr;
}

// "5. Monitoring", and not an item of some list.
bool GoalReader::begins_chapter(std::size_t i) const {
  if (i == 0) return true;
  const Segment& segment = segments_[i];
  const Segment& before = segments_[i - 1];
  const bool item_of_list = before.text.ends_with(':') || before.marker.family == segment.marker.family;
  return !item_of_list && segment.blank_before > 0;
}

// "1.2. Rozwój …" below "Cel strategiczny 1": the number says what it serves, if it is the next one.
bool GoalReader::read_known_decimal(std::size_t i) {
  constexpr std::size_t kLongestWording = 300;
  const Segment& segment = segments_[i];
  Number number = *segment.marker.number;
  std::vector<int>& parts = number.parts;
  // "P.1.1.2" below "C.1.1": the letter says what kind it is, the rest whose.
  if (number.letter && parts.size() > 2 && !tree_.numbered({parts.begin(), parts.end() - 1}, kActionRank))
    parts.erase(parts.begin());
  // "A1" below "Cel strategiczny A" goes on it as "1.1" does on "1".
  const bool lettered = number.code && number.letter_code > 0 && parts.size() == 1;
  const std::string shape = shape_of(number);
  if ((parts.size() < 2 && !lettered) || chapter_) return false;
  if (stands_apart(segment.body())) return chapter_ = true;
  // "A1.1" and "A1-1" go on "A1" and not on "B1".
  std::optional<GoalTree::Index> coded;
  if (number.code && number.letter_code > 0 && !lettered)
    coded = tree_.shaped(shape.substr(0, shape.rfind('.')), {parts.begin(), parts.end() - 1});
  const bool by_shape = lettered || coded;
  if (by_shape ? tree_.shaped(shape, parts).has_value() : tree_.numbered(parts, kActionRank + 1).has_value())
    return false;
  auto parent = coded      ? coded
                : lettered ? tree_.lettered(number.letter_code, kActionRank)
                           : tree_.numbered({parts.begin(), parts.end() - 1}, kActionRank);
  // "A1" below the goal of "Obszar A", which bears no number.
  if (!parent && lettered && area_letter_ == number.letter_code)
    for (const GoalTree::Index g : tree_.open())
      if (tree_[g].level == GoalLevel::strategic && tree_[g].number.empty()) parent = g;
  std::vector<int> before = parts;
  const bool first = --before.back() == 0;
  if (!parent && !lettered && parts.size() == 2)
    parent = counted_parent(i, parts.front(), first ? nullptr : &before);
  if (!parent ||
      !(first || (by_shape ? tree_.shaped(shape, before) : tree_.numbered(before, kActionRank + 1))))
    return false;
  if (is_paragraph(segment.body(), kLongestWording)) return false;
  if (tree_[*parent].level == GoalLevel::action) return true;
  interrupt_list();
  tree_.enter(*parent);
  GoalLevelRank level = below(tree_[*parent].level);
  // "1a" is what "1" is reached by, "1A" a goal below it.
  if (number.lettered && number.printed.back() >= 'a')
    level = {GoalLevel::action, kActionRank};
  else if (const auto same = tree_.level_of_depth(*parent, parts.size()))
    level = *same;
  else if (two_levels_ && !three_deep_ && parts.size() == 2)
    level = {GoalLevel::action, kActionRank};
  if (add(level, number, segment.body(), segment)) after_wording_ = i;
  return true;
}

// "2.1 Rodzinna opieka" below the second strategic goal, which bears no number: that goal. `before`: the
// number of the item before, which stands below the same goal; null for the first item, right below the
// goal's wording.
std::optional<GoalTree::Index> GoalReader::counted_parent(std::size_t i, int place,
                                                          const std::vector<int>* before) const {
  std::optional<GoalTree::Index> parent;
  if (before != nullptr) {
    if (const auto sibling = tree_.numbered(*before, kActionRank + 1)) parent = tree_[*sibling].parent;
  } else if (after_wording_ && *after_wording_ + 1 == i && !tree_.open().empty()) {
    parent = tree_.open().back();
  }
  if (!parent || !tree_[*parent].number.empty() || tree_[*parent].level == GoalLevel::main ||
      tree_.nth(place, tree_[*parent].level) != parent)
    return std::nullopt;
  return parent;
}

// A goal's wording again, as the heading of what is said about it.
bool GoalReader::read_again(std::size_t i) {
  constexpr std::size_t kShortest = 10, kLongest = 400;
  constexpr double kSame = 0.95;
  std::string_view text = segments_[i].body();
  if (text.size() > kLongest) return false;
  // "Ad I. Rozwój firm"
  if (text.starts_with("Ad ") || text.starts_with("Ad. "))
    if (const Marker marker = read_marker(text.substr(text.find(' ') + 1)); marker.number)
      text = text.substr(text.find(' ') + 1 + marker.body);
  const auto goal = tree_.alike(text, std::nullopt, kSame);
  if (!goal || tree_[*goal].level == GoalLevel::action) return false;
  // A word alone says too little, but for its number.
  const auto& number = segments_[i].marker.number;
  if (text.size() < kShortest && !(number && number->printed == tree_[*goal].number)) return false;
  interrupt_list();
  tree_.enter(*goal);
  after_wording_ = i;
  chapter_ = false;
  return true;
}

// Several sentences, and longer than a goal's wording.
bool GoalReader::is_paragraph(std::string_view text, std::size_t longest) const {
  return text.size() > longest && sentence_end(text, tables_) < text.size();
}

// "Monitoring i ewaluacja", "Wdrażanie strategii": the heading of a chapter, and no goal.
bool GoalReader::stands_apart(std::string_view text) const {
  constexpr std::size_t kMostWords = 7;
  const FoldedWords words = folded_words(text, kMostWords + 1);
  if (words.empty() || words.size() > kMostWords) return false;
  std::size_t at = tables_.aparts.longest(words, 0);
  if (at == 0) return false;
  while (at < words.size() && begins(tables_.tails, words, at)) ++at;
  return at == words.size();
}

// "Rozdział 4", "Uzasadnienie", but not "Uzasadnienie: co czwarty …", which belongs to a goal.
bool GoalReader::begins_part(std::string_view text) const {
  // "Uzasadnienie" as below each of the goals.
  if (const auto again = heads_.find(text); again != heads_.end() && again->second > 1) return false;
  const FoldedWords words = folded_words(text);
  for (const Phrase& chapter : tables_.chapters)
    if (const std::size_t count = chapter.match(words, 0, true); count > 0) {
      const std::string_view behind = text.substr(words[count - 1].end);
      return !behind.starts_with(':') || behind.size() == 1;
    }
  return false;
}

void GoalReader::read_plain(std::size_t i) {
  constexpr std::size_t kChapterHead = 60, kShortItem = 40;
  const Segment& segment = segments_[i];
  if (begins_part(std::string_view(segment.text).substr(0, kChapterHead)) ||
      (segment.blank_before > 0 && stands_apart(segment.text))) {
    chapter_ = true;
    return end_lists();
  }
  if (!list_) return;
  // "Każdemu celowi przypisano zadania." below a table of goals without stops.
  constexpr std::size_t kSentence = 4;  // words
  if (list_->table && !table_.numbered_ranks.empty() && !table_.when && segment.text.ends_with('.') &&
      segment.blank_before > 0 && folded_words(segment.text).size() >= kSentence &&
      starts_upper(segment.text))
    return end_lists();
  if (list_->table) return read_row_cell(i);
  // Items that bear no marker all begin with a capital letter, or none of them does.
  const bool farther =
      list_->items > 0 && segment.blank_before > list_->plain_blank && !starts_lower(segment.text);
  const bool ends_list = segment.text.ends_with(':') || segment.text.ends_with('?') ||
                         is_paragraph(segment.text, kShortItem) || farther;
  if (!list_->plain_items || ends_list) return interrupt_list();
  // The first items show how far apart they stand; what stands farther is no item.
  if (list_->items == 0) list_->plain_blank = segment.blank_before;
  if (list_->items == 1) list_->plain_blank = std::min(list_->plain_blank, segment.blank_before);
  tree_.set_open(list_->base);
  ++list_->items;
  const GoalLevelRank level = list_->levels.front();
  add_items(level, inline_items(segment.text), segment);
  after_wording_ = i;
}

}  // namespace szukajst::indexer::extract
