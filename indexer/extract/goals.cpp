#include "indexer/extract/goals.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;
using Family = Marker::Family;

Aims extract_aims(const SourceText& source, const GoalRules& rules) {
  GoalReader reader(source, rules.tables());
  Aims aims;
  aims.vision = reader.find_aim(rules.tables().visions, aims.vision_evidence);
  aims.mission = reader.find_aim(rules.tables().missions, aims.mission_evidence);
  aims.goals = reader.read();
  return aims;
}

GoalReader::GoalReader(const SourceText& source, const GoalRules::Tables& tables)
    : source_(source), tables_(tables), segments_(segments(source, tables)) {
  for (std::size_t i = 0; i < segments_.size(); ++i) mend_roman(i);
  for (Segment& segment : segments_) {
    if (is_speech(segment)) segment.marker = {};
    complete_label(segment);
    labels_.push_back(read_label(segment.text, tables_));
    const Marker& marker = segment.marker;
    three_deep_ = three_deep_ || (marker.family == Family::decimal && marker.number->parts.size() > 2);
  }
  judge_labels();
  read_title();
}

// The words of the document's title, which may stand for it: "Celem głównym rewitalizacji jest …".
void GoalReader::read_title() {
  constexpr std::size_t kTop = 15, kLongestTitle = 300, kShortestWord = 5;
  for (std::size_t i = 0; i < std::min(kTop, segments_.size()); ++i) {
    const std::string& text = segments_[i].text;
    if (text.size() > kLongestTitle || text.ends_with('.') || labels_[i]) continue;
    const std::vector<FoldedWord> words = folded_words(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (!begins(tables_.titles, words, at)) continue;
      for (const FoldedWord& word : words)
        if (word.text.size() >= kShortestWord) title_words_.push_back(word.text);
      break;
    }
  }
}

// "11.2" right behind "II.1", or above "II.3": "II.2" whose strokes a scanner took for digits.
void GoalReader::mend_roman(std::size_t i) {
  constexpr std::size_t kMostStrokes = 3;
  const auto number_at = [&](std::size_t k) -> const std::optional<Number>& {
    static const std::optional<Number> kNone;
    return k < segments_.size() ? segments_[k].marker.number : kNone;
  };
  const auto& number = number_at(i);
  if (!number || number->roman || number->letter || number->parts.size() != 2) return;
  std::string& text = segments_[i].text;
  const std::size_t strokes = std::min(text.find_first_not_of('1'), text.size());
  if (strokes == 0 || strokes > kMostStrokes || text[strokes] != '.') return;
  const auto beside = [&](const std::optional<Number>& other, int step) {
    return other && other->roman && other->parts.size() == 2 &&
           other->parts[0] == static_cast<int>(strokes) && other->parts[1] + step == number->parts[1];
  };
  if (!(i > 0 && beside(number_at(i - 1), 1)) && !beside(number_at(i + 1), -1)) return;
  text.replace(0, strokes, strokes, 'I');
  segments_[i].marker = read_marker(text);
}

// "1) główny – …; 2) szczegółowe:" is short for "1) cel główny – …; 2) cele szczegółowe:".
void GoalReader::complete_label(Segment& segment) const {
  if (!segment.marker.number || segment.row > 0 || !starts_lower(segment.body())) return;
  if (read_label(segment.text, tables_)) return;
  for (const std::string& noun : tables_.nouns) {
    const std::string full = noun + ' ' + std::string(segment.body());
    const auto label = read_label(full, tables_);
    if (!label || !label->colon || label->bare || label->number || !label->tail.empty()) continue;
    const Label& first = *label->labels.front();
    if (first.level && first.phrase.size() == 2 && (!label->rest.empty() || first.form == LabelForm::list)) {
      segment.text.insert(segment.marker.body, noun + ' ');
      return;
    }
  }
}

// "– Budujemy drogi – mówi wójt."
bool GoalReader::is_speech(const Segment& segment) const {
  if (segment.marker.family != Family::dash) return false;
  const std::string_view text = segment.body();
  for (const std::string_view dash : {" – ", " - ", " — "})
    for (std::size_t at = text.find(dash); at != std::string_view::npos; at = text.find(dash, at + 1)) {
      constexpr std::size_t kWord = 40;
      if (begins(tables_.speeches, folded_words(text.substr(at + dash.size(), kWord), 2))) return true;
    }
  return false;
}

// What the labels of the whole document say about each of them.
void GoalReader::judge_labels() {
  const auto is = [&](std::size_t i, auto&& holds) {
    return i < labels_.size() && labels_[i] && holds(*labels_[i], *labels_[i]->labels.front());
  };
  const auto area = [](const LabelMatch&, const Label& label) { return label.group == "area"; };
  // "A.1", "B1": "C.1" and "D1" are but the next letters.
  const bool lettered = std::any_of(segments_.begin(), segments_.end(), [](const Segment& segment) {
    const auto& number = segment.marker.number;
    return number && (number->letter || number->letter_code > 0) && number->printed[0] < 'C' &&
           number->printed[0] >= 'A';
  });
  // "Filar 1: Ruch", or "Filar 1" and "Ruch" below it, right above.
  const auto below_area = [&](std::size_t i) {
    const auto alone = [&](const LabelMatch& match, const Label& label) {
      return area(match, label) && match.number && match.rest.empty();
    };
    return (i > 0 && is(i - 1, area)) || (i > 1 && !labels_[i - 1] && is(i - 2, alone));
  };
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    const auto one_letter = [](const LabelMatch&, const Label& label) {
      return label.form == LabelForm::code && label.phrase.letters() == 1;
    };
    if (lettered && is(i, one_letter)) labels_[i].reset();
    if (labels_[i] && labels_[i]->labels.front()->group == "outline" && !outline_below(i) &&
        !(below_area(i) && lists_goals(*labels_[i])))
      labels_[i].reset();
    // "Nazwa zadania: Nowy most" is no head of a column.
    if (labels_[i] && labels_[i]->labels.front()->group == "head" && !bare_label(i)) labels_[i].reset();
    // "Cel: …" below an area, or above what the goal is reached by.
    const auto says_goal = [](const LabelMatch& match, const Label& label) {
      return match.bare && match.colon && !match.rest.empty() && label.group.empty();
    };
    if (is(i, says_goal)) {
      const int rank = labels_[i]->labels.front()->rank;
      const auto below = [&](const LabelMatch& match, const Label& label) {
        return !match.bare && label.rank > rank;
      };
      // "1.1.1. Działanie: …"
      const bool numbered = segments_[i].marker.number && segments_[i].marker.number->parts.size() > 1;
      if (numbered || below_area(i) || is(i + 1, below)) labels_[i]->bare = false;
    }
    if (is(i, says_goal) && says_action_below(i)) labels_[i]->bare = false;
    const auto strategic = [](const LabelMatch& match, const Label& label) {
      return !match.bare && label.form == LabelForm::goal && label.level == GoalLevel::strategic &&
             label.group.empty();
    };
    const auto listed = [](const LabelMatch&, const Label& label) { return label.group == "outline"; };
    const auto in_area = [](const LabelMatch& match, const Label& label) {
      return !match.bare && label.form == LabelForm::numbered && !label.level &&
             (!match.number || match.number->parts.size() == 1);
    };
    has_strategic_ =
        has_strategic_ || is(i, strategic) || (below_area(i) && (is(i, in_area) || is(i, listed)));
  }
}

// "Cele: wodociąg; nowe drogi."
bool GoalReader::lists_goals(const LabelMatch& match) const {
  return match.colon && inline_items(match.rest).size() > 1 &&
         sentence_end(match.rest, tables_) == match.rest.size();
}

// "Zadanie: …" right below "Kierunek interwencji: …", or behind another one that stands there.
bool GoalReader::says_action_below(std::size_t i) const {
  constexpr std::size_t kFarthest = 8;  // segments of the fields in between
  const Label& label = *labels_[i]->labels.front();
  if (label.level != GoalLevel::action) return false;
  for (std::size_t k = i; k > 0 && i - k < kFarthest; --k) {
    const auto& above = labels_[k - 1];
    const bool goal = above && !above->bare && above->labels.size() == 1 && above->labels.front()->level &&
                      (above->number || above->colon) && !above->rest.empty();
    if (goal && above->labels.front() == &label) return true;
    if (goal && above->labels.front()->rank < label.rank) return k == i;
    const auto& number = segments_[k - 1].marker.number;
    if (number && number->parts.size() > 1) return k == i;  // "1.2. Zieleń"
    if (segments_[k - 1].marker.number ||
        sentence_end(segments_[k - 1].text, tables_) < segments_[k - 1].text.size())
      return false;
  }
  return false;
}

std::vector<core::Goal> GoalReader::read() {
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    current_ = i;
    if (read_bar_head(i) || read_bar_cell(i) || read_table_cell(i)) continue;
    if (const std::size_t width = table_head(i); width > 0) {
      open_table(i, width);
      i += width - 1;
    } else if (read_served(i)) {
    } else if (labels_[i] && !labels_[i]->bare) {
      read_labelled(i);
    } else {
      read_other(i);
    }
  }
  agree();
  return tree_.take();
}

std::optional<GoalTree::Index> GoalReader::add(GoalLevelRank level, const std::optional<Number>& number,
                                               std::string_view text, const Segment& segment) {
  text = first_cell(without_name_label(text));
  if (is_field(text)) return std::nullopt;
  const std::string_view sentence = without_remark(text.substr(0, sentence_end(text, tables_)));
  const std::string text_of_goal = wording(without_details(without_facts(sentence)));
  // "Cele operacyjne: 1.1, 1.2" but names those that stand elsewhere; "Cel 1. Cel 2." heads two columns.
  if (!has_word(text_of_goal)) return std::nullopt;
  for (auto label = read_label(text_of_goal, tables_); label && label->number && label->tail.empty();
       label = read_label(label->rest, tables_))
    if (label->rest.empty()) return std::nullopt;
  const auto goal = tree_.add(level, number, text_of_goal, segment.page);
  if (!goal) return goal;
  chapter_ = false;
  tree_.found_at(*goal, current_);
  tree_.stands_at(*goal, place(text_of_goal, segment));
  return goal;
}

bool GoalReader::has_word(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  const std::vector<FoldedWord> words = folded_words(text);
  return std::any_of(words.begin(), words.end(), [](const FoldedWord& word) {
    return word.text.size() >= kShortest &&
           std::none_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  });
}

// Several goals may stand in one segment, in their order.
core::Evidence GoalReader::place(std::string_view text, const Segment& segment) {
  if (segment.parts.empty()) return {};
  if (!finder_ || segment.parts.front() != finder_begins_) {
    finder_.emplace(source_.text(), segment.parts);
    finder_begins_ = segment.parts.front();
  }
  return finder_->find(text);
}

// "Nowe szkoły – wyjaśniła inspektor", "Nowe szkoły – osiągniemy przez:": without what stands behind the
// dash.
std::string_view GoalReader::without_remark(std::string_view text) const {
  std::size_t at = std::string_view::npos, behind = 0;
  for (const std::string_view dash : {" – ", " - ", " — "})
    if (const std::size_t last = text.rfind(dash);
        last != std::string_view::npos && (at == std::string_view::npos || last > at))
      at = last, behind = last + dash.size();
  // "…, realizowana przez:"
  if (const std::size_t comma = text.rfind(", "); text.ends_with(':') && comma != std::string_view::npos) {
    constexpr std::size_t kClause = 3;
    const std::vector<FoldedWord> clause = folded_words(text.substr(comma + 2));
    if (clause.size() > 1 && clause.size() <= kClause && announces_means(clause, clause.size()) &&
        tables_.joints.contains(clause.back().text))
      return text.substr(0, comma);
  }
  if (at == std::string_view::npos) return text;
  const std::vector<FoldedWord> words = folded_words(text.substr(behind));
  constexpr std::size_t kFewWords = 6;
  const bool means = text.ends_with(':') && words.size() <= kFewWords && announces_means(words, words.size());
  return means || begins(tables_.speeches, words) ? text.substr(0, at) : text;
}

// "Nazwa projektu: Wymiana okien": without the label.
std::string_view GoalReader::without_name_label(std::string_view text) const {
  const std::vector<FoldedWord> words = folded_words(text, 4);
  for (const Phrase& name : tables_.names)
    if (const std::size_t count = name.match(words, 0, true); count > 0)
      if (const std::size_t end = words[count - 1].end; end < text.size() && text[end] == ':')
        return text.substr(end + 1);
  return text;
}

// "Wymiana okien (koszt: 2 mln zł, termin: 2024)": without what stands in brackets; "Wymiana okien budżet:
// 2 mln zł": without the other columns' cells, which a colon tells.
std::string_view GoalReader::without_facts(std::string_view text) const {
  const bool square = text.ends_with(']');
  text = text.substr(0, text.find_last_not_of(". ") + 1);
  const std::size_t open = text.rfind(square ? " [" : " (");
  if (open == std::string_view::npos || open == 0 || !(square || text.ends_with(')')))
    return without_fields(text);
  const std::string_view inside = text.substr(open + 2);
  const std::vector<FoldedWord> words = folded_words(inside);
  if (begins(tables_.slogans, words)) return text.substr(0, open);
  // "(3 mln 250 tys. zł)", "(zadanie ciągłe)": what it costs, when it is done.
  if (is_term(inside, tables_)) return text.substr(0, open);
  const bool facts = begins(tables_.columns, words) || begins(tables_.whens, words);
  return facts && inside.find(':') != std::string_view::npos ? text.substr(0, open) : text;
}

std::string_view GoalReader::without_fields(std::string_view text) const {
  constexpr std::size_t kNameWords = 3;
  if (text.find(':') == std::string_view::npos) return text;
  const std::vector<FoldedWord> words = folded_words(text);
  for (std::size_t at = 1; at + 1 < words.size(); ++at)
    for (const std::vector<Phrase>* names : {&tables_.columns, &tables_.whens})
      for (const Phrase& name : *names) {
        const std::size_t count = name.match(words, at);
        if (count == 0 || count > kNameWords || text[words[at + count - 1].end] != ':') continue;
        // "… oraz koszty: …" is part of the sentence.
        if (text[words[at].begin - 1] == ' ' && !tables_.joints.contains(words[at - 1].text))
          return utf8::trim(text.substr(0, words[at].begin));
      }
  return text;
}

// "Lokalizacja: Rynek 4": a fact of the goal above, and none itself.
bool GoalReader::is_field(std::string_view text) const {
  constexpr std::size_t kNameWords = 4;
  if (text.find(':') == std::string_view::npos) return false;
  const std::vector<FoldedWord> words = folded_words(text, kNameWords);
  for (const std::vector<Phrase>* names : {&tables_.columns, &tables_.whens})
    for (const Phrase& name : *names)
      if (const std::size_t count = name.match(words, 0, true); count > 0)
        if (const std::size_t end = words[count - 1].end; end < text.size() && text[end] == ':') return true;
  return false;
}

void GoalReader::add_items(GoalLevelRank level, const std::vector<InlineItem>& items,
                           const Segment& segment) {
  tree_.close_from(level.rank);
  const GoalTree::Path base = tree_.open();
  for (const InlineItem& item : items) {
    tree_.set_open(base);
    add(level, item.number.empty() ? std::nullopt : read_number(item.number, 0), item.text, segment);
  }
  if (items.size() > 1) tree_.set_open(base);
}

// ---- lists

void GoalReader::open_list(std::vector<GoalLevelRank> levels, bool plain_items) {
  interrupt_list();
  list_.emplace();
  list_->levels = std::move(levels);
  list_->plain_items = plain_items;
  list_->base = tree_.open();
  const std::size_t heading = segments_[current_].marker.number || !chapter_head_ ? current_ : *chapter_head_;
  list_->heading = segments_[heading].marker;
  list_->heading_in_capitals = in_capitals(segments_[heading].text);
}

// Something else than an item has come. A list whose every item is followed by something else may go on
// below it ("1. …", a paragraph, "2. …").
void GoalReader::interrupt_list() {
  if (!list_) return;
  const bool numbered = !list_->depths.empty() && !list_->depths[0].number.empty();
  const bool resumable = !list_->table && !list_->adjacent && list_->items > 0 && numbered;
  // What comes now serves the last item, where more of them may follow; or no single one of several, but what
  // all of them serve.
  if (list_->items > 1 && !resumable && list_->levels.front().level != GoalLevel::action)
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
  const std::vector<FoldedWord> words = folded_words(text);
  for (std::size_t at = words.size() - std::min(words.size(), kMostWords); at > 0 && at < words.size(); ++at)
    for (const Phrase& phrase : tables_.details)
      if (at + phrase.match(words, at) == words.size()) return text.substr(0, words[at].begin);
  return text;
}

// ---- labels

// "Cel: 2", "Realizowany cel: CS1, koszt: …": the goal that the field names.
std::optional<GoalTree::Index> GoalReader::goal_in_field(std::size_t i) const {
  constexpr std::size_t kWords = 4;
  if (i >= segments_.size()) return std::nullopt;
  const std::string_view text = segments_[i].text;
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos) return std::nullopt;
  const std::vector<FoldedWord> words = folded_words(text.substr(0, colon), kWords);
  const bool goal_named =
      words.size() < kWords && std::any_of(words.begin(), words.end(), [](const FoldedWord& word) {
        return word.text == "cel" || word.text == "celu";
      });
  const std::string_view rest = utf8::trim(text.substr(colon + 1));
  const auto number = goal_named ? read_number(rest, 0) : std::nullopt;
  return number ? tree_.printed(number->printed) : std::nullopt;
}

// Right below an action: the goal that it serves.
bool GoalReader::read_served(std::size_t i) {
  if (!after_wording_ || *after_wording_ + 1 != i || tree_.open().empty()) return false;
  const GoalTree::Index action = tree_.open().back();
  if (tree_[action].level != GoalLevel::action) return false;
  const auto goal = goal_in_field(i);
  if (goal) tree_.set_parent(action, goal);
  return goal.has_value();
}

void GoalReader::read_labelled(std::size_t& i) {
  const LabelMatch& match = *labels_[i];
  const Label& label = *match.labels.front();
  if (label.group == "area" && has_strategic_) {
    area_letter_ = match.number && match.number->letter ? match.number->parts[0] : 0;
    return end_lists();
  }
  // "CS1: …" below "Cele szczegółowe:": what the document means by the abbreviation.
  if (label.form == LabelForm::code && list_ && list_->items == 0 && !list_->table && !match.rest.empty())
    codes_.emplace(std::pair(&label, match.number->parts.size()), list_->levels.front());
  interrupt_list();
  if (segments_[i].marker.number && match.rest.empty() && !match.number) chapter_head_ = i;
  // Lists of what such goals serve may go on behind them.
  if (label.level != GoalLevel::action)
    std::erase_if(outer_, [&](const GoalList& list) { return list.levels.front().rank >= label.rank; });
  if (match.labels.size() == 1 && label.form != LabelForm::list)
    read_single(i, match);
  else
    read_plural(i, match);
}

// "Cel 1. …" is of the level that a heading before it has announced ("Cele szczegółowe i kierunki działań").
GoalLevelRank GoalReader::level_of(const LabelMatch& match) const {
  const Label& label = *match.labels.front();
  if (match.number)
    if (const auto code = codes_.find({&label, match.number->parts.size()}); code != codes_.end())
      return code->second;
  const bool outermost = !match.number || match.number->parts.size() == 1;
  if (announced_ && !label.level && label.form == LabelForm::numbered && label.rank > kStrategicRank &&
      outermost && !(match.number && match.number->letter_code > 0))
    return *announced_;
  return tree_.level_of(label, match.number);
}

// "Cel strategiczny 2. …", the wording here or in the next segment.
void GoalReader::read_single(std::size_t& i, const LabelMatch& match) {
  GoalLevelRank level = level_of(match);
  // "Cel II. …" again, where a list has said before which level it is of.
  constexpr double kSame = 0.93;
  if (!match.labels.front()->level && !match.rest.empty())
    if (const auto goal = tree_.alike(wording(match.rest), std::nullopt, kSame))
      level = {tree_[*goal].level, tree_.rank(*goal)};
  if (match.rest.empty()) return read_wording_below(i, level, match.number);
  // "Działanie 1.1: liczba miejsc" says how a known one is measured.
  if (match.number && match.number->parts.size() > 1 &&
      begins(tables_.measures, folded_words(match.rest, 2)) &&
      tree_.numbered(match.number->parts, kActionRank + 1))
    return;
  // "CS1 Gmina" in a row: what the abbreviation names stands elsewhere.
  if (match.labels.front()->form == LabelForm::code)
    if (const auto goal = tree_.printed(match.number->printed)) {
      tree_.enter(*goal);
      after_wording_ = i;
      return;
    }
  // "Priorytet I: 2,5 mln zł."
  if (is_term(match.rest.substr(0, sentence_end(match.rest, tables_)), tables_)) return;
  const Segment& segment = segments_[i];
  const auto items = inline_items(match.rest);
  if (items.size() > 1 && !match.number && items.front().number == "1")
    return add_items(level, items, segment);
  const bool marked = !match.number && level.level != GoalLevel::main;
  labelled_ = add(level, marked ? segment.marker.number : match.number, match.rest, segment);
  after_wording_ = i;
  // "… Cel ten osiągniemy przez: …"
  const std::size_t end = sentence_end(match.rest, tables_);
  if (labelled_ && end < match.rest.size()) read_sentences_of(i, utf8::trim(match.rest.substr(end + 1)));
}

void GoalReader::read_wording_below(std::size_t& i, GoalLevelRank level,
                                    const std::optional<Number>& number) {
  std::size_t next = i + 1;
  // "Karta zadania nr 1" above "Cel: 2" and "Zadanie: …"
  if (const auto served = number && level.level == GoalLevel::action ? goal_in_field(next) : std::nullopt) {
    tree_.enter(*served);
    chapter_ = false;
    ++next;
    if (next < segments_.size() && labels_[next] && labels_[next]->bare && labels_[next]->colon &&
        !labels_[next]->rest.empty()) {
      labelled_ = add(level, number, labels_[next]->rest, segments_[next]);
      after_wording_ = i = next;
      return;
    }
  }
  // "Karta celu nr 1" above "Nazwa celu strategicznego: …"
  if (number && next < segments_.size() && labels_[next] && !labels_[next]->number &&
      !labels_[next]->rest.empty() && begins(tables_.names, folded_words(segments_[next].body(), 4))) {
    labels_[next]->number = number;
    return;
  }
  const bool follows = next < segments_.size() && (!labels_[next] || labels_[next]->bare) &&
                       segments_[next].marker.family != Family::section && table_head(next) == 0;
  const bool marked = follows && segments_[next].marker.family != Family::none;
  // "Cel operacyjny 1.2" above what serves it: the goal itself stands elsewhere.
  if (number && (!follows || marked))
    if (const auto goal = tree_.numbered(number->parts, level.rank + 1)) {
      tree_.enter(*goal);
      chapter_ = false;
      if (marked && !segments_[next].marker.number && tree_[*goal].level != GoalLevel::action)
        open_list({GoalLevelRank{}}, false);
      return;
    }
  if (!follows) return;
  if (marked) {
    tree_.close_from(level.rank);
    open_list({level}, false);
    // "Cel strategiczny" above "II. Zdrowie", as it stands above each of them.
    if (const auto& item = segments_[next].marker.number; item && item->parts.back() > 1)
      list_->expect(segments_[next]);
    return;
  }
  constexpr std::size_t kLongestWording = 400;
  if (is_paragraph(segments_[next].text, kLongestWording)) return;
  labelled_ = add(level, number, segments_[next].text, segments_[next]);
  after_wording_ = i = next;
}

// "Cele operacyjne:", the items here or in the next segments.
void GoalReader::read_plural(std::size_t i, const LabelMatch& match) {
  std::vector<GoalLevelRank> levels;
  for (const Label* label : match.labels) levels.push_back(tree_.level_of(*label, std::nullopt));
  // "Zadanie 1. …" and "Działania:" right below.
  if (labelled_ && after_wording_ && *after_wording_ + 1 == i && levels.front().level == GoalLevel::action &&
      tree_.rank(*labelled_) >= levels.front().rank)
    levels.front().rank = tree_.rank(*labelled_) + 1;
  const bool outermost = levels[0].rank <= kStrategicRank || match.labels[0]->group == "loose";
  if (levels.size() == 2 && outermost && levels[1].level == GoalLevel::action) two_levels_ = true;
  const bool mentioned = enter_mentioned(match.tail) || enter_numbered(match.tail);
  if (levels.front().level != GoalLevel::action && match.rest.empty() &&
      match.labels.front()->group != "loose")
    announced_ = levels.front();
  const bool own = match.labels.front()->group == "own";
  if (levels.front().level == GoalLevel::action && !mentioned && !may_serve(folded_words(match.tail), own)) {
    tasks_at_ = i;
    return;
  }
  if (!mentioned) tree_.close_from(levels.front().rank);
  // "1.1 CELE SZCZEGÓŁOWE Rozwój usług": the number is the first goal's.
  const Segment& segment = segments_[i];
  if (segment.marker.family == Family::decimal && inline_items(match.rest).size() == 1 &&
      read_marker(match.rest).family == Family::none) {
    add(levels.front(), segment.marker.number, match.rest, segment);
    after_wording_ = i;
    return;
  }
  if (!match.rest.empty()) return read_items_of(i, match.rest, std::move(levels));
  if (heads_sections(i, levels.front().level)) return;
  if (match.colon || next_is_marked(i) || plain_list_below(i))
    open_list(std::move(levels), !next_is_marked(i));
}

// "1. Zdrowie" and "1.1. Przychodnia" below it; other heads may stand between.
bool GoalReader::outline_below(std::size_t i) const {
  constexpr std::size_t kMostHeads = 2, kLongestHead = 60;
  std::size_t first = i + 1;
  while (first < segments_.size() && first <= i + kMostHeads &&
         segments_[first].text.size() <= kLongestHead && segments_[first].marker.family == Family::none)
    ++first;
  if (first + 1 >= segments_.size() || labels_[first] || labels_[first + 1]) return false;
  const auto& number = segments_[first].marker.number;
  const auto& child = segments_[first + 1].marker.number;
  return number && child && number->parts == std::vector<int>{1} && child->parts == std::vector<int>{1, 1};
}

// Whether actions that name no goal may serve the open one; in another chapter, or where none is open, only
// those of the document itself ("Zadania programu:", labels of the group "own"), which serve its main goal.
bool GoalReader::may_serve(const std::vector<FoldedWord>& whose, bool own) {
  if (!tree_.open().empty() && !chapter_) return true;
  constexpr std::size_t kFirstWords = 4;
  for (std::size_t at = 0; !own && at < std::min(whose.size(), kFirstWords); ++at)
    own = begins(tables_.subjects, whose, at) && !begins(tables_.parties, whose, at);
  if (!own) return false;
  auto served = tree_.nth(1, GoalLevel::main);
  if (!served) served = tree_.nth(1, std::nullopt);
  if (served) tree_.enter(*served);
  return served.has_value();
}

// Items within a segment; the last may be the first of a list that goes on below ("Cele: 1) …").
void GoalReader::read_items_of(std::size_t i, std::string_view text, std::vector<GoalLevelRank> levels,
                               std::size_t expected) {
  const auto items = enumerated_items(text.substr(0, sentence_end(text, tables_)), expected);
  if (items.size() != 1 || items.front().number.empty() || !next_is_marked(i)) {
    const auto marked = inline_items(text);
    return add_items(levels.front(), marked.size() > 1 ? marked : items, segments_[i]);
  }
  open_list(std::move(levels), false);
  Segment first = segments_[i];
  first.text = std::string(text);
  first.marker = read_marker(first.text);
  read_item(first, i);
}

// "3. Cele strategiczne" above "3.1. Wymiar społeczny" and "Cel strategiczny 1. …": the headings below it do
// not give the goals, but part them.
bool GoalReader::heads_sections(std::size_t i, GoalLevel level) const {
  if (i + 2 >= segments_.size() || labels_[i + 1] || !segments_[i + 1].marker.number) return false;
  const auto& heading = segments_[i].marker.number;
  const std::vector<int>& first = segments_[i + 1].marker.number->parts;
  const bool subsection = heading && first.size() == heading->parts.size() + 1 &&
                          std::equal(heading->parts.begin(), heading->parts.end(), first.begin());
  std::vector<int> second = first;
  ++second.back();
  constexpr std::size_t kFarthest = 300;  // segments
  for (std::size_t k = i + 2; k < std::min(segments_.size(), i + kFarthest); ++k) {
    const auto& label = labels_[k];
    if (label && !label->bare && label->labels.size() == 1 &&
        label->labels.front()->form == LabelForm::goal && label->labels.front()->level == level)
      return true;
    const auto& number = segments_[k].marker.number;
    if (!subsection && number && number->parts == second) return false;
  }
  return false;
}

// Two lines or more below a heading without a colon, each of which may be a goal: no sentences, no labels.
bool GoalReader::plain_list_below(std::size_t i) const {
  constexpr std::size_t kFewest = 2, kLongest = 160, kWords = 3;
  for (std::size_t k = i + 1; k <= i + kFewest; ++k) {
    if (k >= segments_.size() || labels_[k] || table_head(k) > 0) return false;
    const Segment& item = segments_[k];
    const std::vector<FoldedWord> words = folded_words(item.text);
    if (item.marker.family != Family::none || item.row > 0 || !starts_upper(item.text) ||
        item.text.size() > kLongest || words.size() < kWords || item.text.ends_with('.') ||
        item.text.ends_with(':') || (k > i + 1 && item.blank_before > 0))
      return false;
  }
  return true;
}

bool GoalReader::next_is_marked(std::size_t i) const {
  return i + 1 < segments_.size() && segments_[i + 1].marker.family != Family::none &&
         segments_[i + 1].marker.family != Family::section && !labels_[i + 1];
}

// ---- everything else

void GoalReader::read_other(std::size_t i) {
  const Segment& segment = segments_[i];
  if (is_term(segment.text, tables_)) return read_row_cell(i);
  const bool section = segment.marker.family == Family::section;
  if (section) chapter_ = true;
  if (announces_goals_and_actions(segment.body())) two_levels_ = true;
  if (read_scope(i)) return;
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

// Whether an open list has items that are numbered so deep.
bool GoalReader::list_with(const Segment& segment) const {
  const std::size_t size = segment.marker.number->parts.size();
  const auto has = [&](const GoalList& list) {
    return std::any_of(list.depths.begin(), list.depths.end(),
                       [&](const GoalList::Depth& depth) { return depth.number.size() == size; });
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
  if (segment.marker.number && !(below_goal && begins_actions(segment))) {
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
  open_list({action ? GoalLevelRank{} : below(tree_[goal].level)}, false);
  read_item(segment, i);
}

// "a) …" or "1) …", close below a goal's wording.
bool GoalReader::begins_actions(const Segment& segment) const {
  const Family family = segment.marker.family;
  return (family == Family::letter || family == Family::bracket) &&
         segment.marker.number->parts.back() == 1 && segment.blank_before == 0;
}

// "Cele programu i kierunki działań" above "Cel 1. …" and "1.1. …": there is no level in between.
bool GoalReader::announces_goals_and_actions(std::string_view heading) const {
  constexpr std::size_t kLongest = 120, kMostTailWords = 3, kFewest = 3;
  if (heading.size() > kLongest || heading.find(',') != std::string_view::npos) return false;
  const std::vector<FoldedWord> words = folded_words(heading);
  const auto is_noun = [&](const std::string& noun) { return !words.empty() && words[0].text == noun; };
  if (words.size() < kFewest || std::none_of(tables_.nouns.begin(), tables_.nouns.end(), is_noun))
    return false;
  for (std::size_t at = 1; at + 1 < words.size() && at <= kMostTailWords + 1; ++at) {
    if (words[at].text != "i" && words[at].text != "oraz") continue;
    return std::any_of(tables_.labels.begin(), tables_.labels.end(), [&](const Label& label) {
      const std::size_t count = label.form == LabelForm::list && label.level == GoalLevel::action
                                    ? label.phrase.match(words, at + 1, true)
                                    : 0;
      return count > 0 && (at + 1 + count == words.size() || begins(tables_.tails, words, at + 1 + count));
    });
  }
  return false;
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
  if (lettered ? tree_.shaped(shape, parts).has_value() : tree_.numbered(parts, kActionRank + 1).has_value())
    return false;
  auto parent = lettered ? tree_.lettered(number.letter_code, kActionRank)
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
      !(first || (lettered ? tree_.shaped(shape, before) : tree_.numbered(before, kActionRank + 1))))
    return false;
  if (is_paragraph(segment.body(), kLongestWording)) return false;
  if (tree_[*parent].level == GoalLevel::action) return true;
  interrupt_list();
  tree_.enter(*parent);
  GoalLevelRank level = below(tree_[*parent].level);
  if (number.lettered)
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
  const std::string_view text = segments_[i].body();
  if (text.size() > kLongest) return false;
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

// "Rozdział 4", "Uzasadnienie", but not "Uzasadnienie: co czwarty …", which belongs to a goal.
bool GoalReader::begins_part(std::string_view text) const {
  const std::vector<FoldedWord> words = folded_words(text);
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
  if (begins_part(std::string_view(segment.text).substr(0, kChapterHead))) {
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
