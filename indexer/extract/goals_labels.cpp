// Lines and headings that bear a label of goals.
#include "indexer/extract/goals_reader.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;
using Family = Marker::Family;

// "1/1" of "Wpisuje się w: kierunek 1/1", "2" of "Cel: 2": the number of the goal that the field names.
std::optional<Number> GoalReader::number_in_field(std::size_t i) const {
  constexpr std::size_t kWords = 4;
  if (i >= segments_.size()) return std::nullopt;
  const std::string_view text = segments_[i].text;
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos) return std::nullopt;
  const FoldedWords words = folded_words(text.substr(0, colon), kWords + 1);
  const bool goal_named =
      words.size() < kWords && std::any_of(words.begin(), words.end(), [](const FoldedWord& word) {
        return word.text == "cel" || word.text == "celu";
      });
  const std::string_view rest = utf8::trim(text.substr(colon + 1));
  if (goal_named)
    if (auto number = read_number(rest, 0)) return number;
  if (words.empty() || words.size() > kWords || tables_.serves.longest(words, 0) != words.size())
    return std::nullopt;
  if (auto label = read_label(rest, tables_); label && label->number && label->rest.empty())
    return label->number;
  auto number = read_slashed_number(rest, 0);
  if (!number) number = read_number(rest, 0);
  return number && number->end == rest.size() ? number : std::nullopt;
}

// "Cel: 2", "Realizowany cel: CS1, koszt: …": the goal that the field names.
std::optional<GoalTree::Index> GoalReader::goal_in_field(std::size_t i) const {
  const auto number = number_in_field(i);
  if (!number) return std::nullopt;
  const auto goal = tree_.printed(number->printed);
  return goal || number->parts.size() == 1 ? goal : tree_.printed(number->printed, true);
}

// Right below an action, or below other fields of its card: the goal that it serves.
bool GoalReader::read_served(std::size_t i) {
  constexpr std::size_t kMostFields = 4;
  if (tree_.open().empty()) return false;
  const std::size_t item = std::max(after_wording_.value_or(0), tree_.segment(tree_.open().back()));
  if (i <= item || i > item + 1 + kMostFields) return false;
  for (std::size_t k = item + 1; k < i; ++k)
    if (segments_[k].text.find(": ") == std::string::npos || segments_[k].blank_before > 0) return false;
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
GoalLevelRank GoalReader::level_of(const LabelMatch& match) {
  const Label& label = *match.labels.front();
  if (match.number)
    if (const auto code = codes_.find({&label, match.number->parts.size()}); code != codes_.end())
      return code->second;
  const bool outermost = !match.number || match.number->parts.size() == 1;
  // "Priorytety i cele" above "Priorytet I" and "Cel 1": the heading tells the first of them.
  const auto& open = tree_.open();
  const bool below_announced = announced_ && std::any_of(open.begin(), open.end(), [&](GoalTree::Index g) {
                                 return tree_.rank(g) < label.rank && tree_.rank(g) >= announced_->rank;
                               });
  if (announced_ && (!below_announced || announced_as_ == &label) && !label.level &&
      label.form == LabelForm::numbered && label.rank > kStrategicRank && outermost &&
      !(match.number && match.number->letter_code > 0)) {
    // "CEL II" behind the list of what "CEL I" is reached by, which has a heading of its own.
    const int number = match.number ? match.number->parts.back() : 0;
    if (announced_as_ != &label && series_ && series_->label == &label && number == series_->number + 1) {
      announced_ = series_->level;
      announced_at_ = current_;
    }
    announced_as_ = &label;
    series_ = {&label, *announced_, number};
    return *announced_;
  }
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
  if (read_goal_served(i, level, match)) return;
  if (match.number && !match.tail.empty()) enter_mentioned(match.tail);
  // "C1. Cel strategiczny:" above the wording
  const Marker& marker = segments_[i].marker;
  if (match.rest.empty())
    return read_wording_below(i, level,
                              match.number || marker.family != Family::code ? match.number : marker.number);
  // "Cel I – Zdrowi mieszkańcy: 2 cele operacyjne" sums up what is known.
  if (const std::size_t colon = match.rest.find(": "); match.number && colon != std::string_view::npos)
    if (const auto goal = tree_.alike(wording(match.rest.substr(0, colon)), std::nullopt, kSame);
        goal && tree_[*goal].level != GoalLevel::action && tree_.segment(*goal) < i) {
      tree_.enter(*goal);
      return;
    }
  // "Cel I: przychody firm z 61 do 75" says what a known one is to come to.
  if (match.number && tree_.printed(match.number->printed) && tells_change(match.rest) &&
      !tree_.alike(wording(match.rest), std::nullopt, kSame))
    return;
  // "Działanie 1.1: liczba miejsc" says how a known one is measured.
  if (match.number && match.number->parts.size() > 1 &&
      begins(tables_.measures, folded_words(match.rest, 2)) &&
      tree_.numbered(match.number->parts, kActionRank + 1))
    return;
  if (match.number && names_holder(match)) return;
  // "CS1 Gmina" in a row: what the abbreviation names stands elsewhere.
  if (match.labels.front()->form == LabelForm::code)
    if (const auto goal = tree_.printed(match.number->printed)) {
      tree_.enter(*goal);
      after_wording_ = i;
      return;
    }
  // "Z.1. Otwartość" below "4. Zasady"
  if (match.labels.front()->form == LabelForm::code && chapter_ && chapter_head_) {
    const FoldedWords head = folded_words(segments_[*chapter_head_].body());
    if (tables_.others.found(head) || tables_.indicators.found(head)) return;
  }
  // "Priorytet I: 2,5 mln zł."
  if (is_term(match.rest.substr(0, std::min(sentence_end(match.rest, tables_), match.rest.find(';'))),
              tables_))
    return;
  const Segment& segment = segments_[i];
  level.rank = rank_of_action(level, match);
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

// "… z 57% do 80%", "… ze 190 do 60 dni"
bool GoalReader::tells_change(std::string_view text) {
  static const Phrase kFrom("z|ze|od"), kTo("do|na");
  const auto amount = [&](const FoldedWords& words, std::size_t at) {
    return at < words.size() && utf8::is_digit(static_cast<unsigned char>(words[at].text[0]));
  };
  const FoldedWords words = folded_words(text);
  for (std::size_t at = 0; at + 3 < words.size(); ++at)
    if (kFrom.match(words, at) > 0 && amount(words, at + 1))
      for (std::size_t to = at + 2; to < std::min(words.size(), at + 5); ++to)
        if (kTo.match(words, to) > 0 && amount(words, to + 1)) return true;
  return false;
}

// "Priorytet 1: Zastępca Wójta Anna Lis", "Priorytet 1 – Anna Lis, sekretarz", and of a goal that is known
// "Cel 1.1: GOPS": who is responsible.
bool GoalReader::names_holder(const LabelMatch& match) const {
  constexpr std::size_t kMostWords = 3, kLongestAcronym = 6;
  const std::string_view whole = match.rest.substr(0, match.rest.find(';'));
  const std::string_view rest = whole.substr(0, whole.find(" ("));
  const FoldedWords words = folded_words(rest, kMostWords + 1);
  if (begins(tables_.posts, words)) return true;
  if (words.empty() || !tree_.printed(match.number->printed)) return false;
  const std::size_t comma = rest.find(", ");
  if (comma != std::string_view::npos && folded_words(rest.substr(0, comma)).size() <= kMostWords &&
      begins(tables_.posts, folded_words(rest.substr(comma + 2), kMostWords)))
    return true;
  const bool acronym = words[0].end <= kLongestAcronym && in_capitals(rest.substr(0, words[0].end));
  // "Referat Oświaty", "Biuro Promocji (kierownik …)", "GOPS"
  return words.size() <= kMostWords && is_doer(rest) && (acronym || begins(tables_.performers, words)) &&
         !tree_.alike(wording(whole), std::nullopt, 1.0);
}

// "A. Gospodarka (cel strategiczny: Nowe miejsca pracy)", "Obszar 1: Gospodarka – cel strategiczny: …": the
// goal of the field that the line numbers.
std::optional<LabelMatch> GoalReader::label_behind_field(const Segment& segment,
                                                         const std::optional<LabelMatch>& field) const {
  constexpr std::size_t kLongest = 400;
  const std::string_view text = segment.text;
  const bool area = field && field->labels.front()->group == "area" && field->number;
  if (text.size() > kLongest || segment.row > 0 || !(area || (!field && segment.marker.number)))
    return std::nullopt;
  for (std::size_t at = segment.marker.body + 2; at + 3 < text.size(); ++at) {
    if ((text[at] != 'c' && text[at] != 'C') || (text[at + 1] | 0x20) != 'e' || (text[at + 2] | 0x20) != 'l')
      continue;
    const bool bracket = text[at - 1] == '(' || text[at - 1] == '[';
    const std::string_view before = utf8::trim(text.substr(0, bracket ? at - 1 : at));
    std::size_t last = before.size() - 1;
    while (last > 0 && (before[last] & 0xC0) == 0x80) --last;
    const char32_t mark = char_at(before, last);
    if (!bracket && (text[at - 1] != ' ' ||
                     !(is_dash(mark) || is_sign(mark) || mark == ',' || mark == '.' || mark == ':')))
      continue;
    auto label = read_label(text.substr(at), tables_);
    if (!label || label->number || label->labels.size() > 1 || label->rest.empty() || !label->tail.empty())
      continue;
    const Label& first = *label->labels.front();
    // "… (cel: 2)" names a goal, and "… – cel: …" may be anything.
    if (first.form == LabelForm::list || first.level == GoalLevel::main || (label->bare && !bracket))
      continue;
    if (bracket) label->rest = label->rest.substr(0, label->rest.find_last_of(")]"));
    constexpr std::size_t kFewestWords = 2;
    if (!starts_upper(wording(label->rest)) || folded_words(label->rest).size() < kFewestWords) continue;
    label->number = area ? field->number : segment.marker.number;
    label->bare = false;
    return label;
  }
  return std::nullopt;
}

// "Przedsięwzięcie: …" without a number serves "Zadanie 1.1" above it.
int GoalReader::rank_of_action(GoalLevelRank level, const LabelMatch& match) {
  const Label* const label = match.labels.front();
  const Label* const above = std::exchange(labelled_as_, label);
  if (level.level != GoalLevel::action || match.number || !labelled_ || above == nullptr || chapter_ ||
      tree_[*labelled_].level != GoalLevel::action)
    return level.rank;
  const int rank = tree_.rank(*labelled_);
  if (above == label) return std::max(level.rank, rank);
  return rank == level.rank && !tree_[*labelled_].number.empty() ? rank + 1 : level.rank;
}

// "Cel strategiczny, któremu służy" above that goal, within the card of another one, which goes on behind it.
bool GoalReader::read_goal_served(std::size_t& i, GoalLevelRank level, const LabelMatch& match) {
  const std::size_t next = i + 1;
  if (match.tail.empty() || !tables_.services.found(folded_words(match.tail)) || tree_.open().empty() ||
      (match.rest.empty() && (next >= segments_.size() || labels_[next])))
    return false;
  const GoalTree::Index own = tree_.open().back();
  if (tree_.rank(own) <= level.rank) return false;
  const Segment& segment = segments_[match.rest.empty() ? next : i];
  const auto& number = match.rest.empty() ? segment.marker.number : match.number;
  tree_.set_open({});
  const auto served = add(level, number, match.rest.empty() ? segment.body() : match.rest, segment);
  if (served) tree_.set_parent(own, served);
  tree_.enter(own);
  labelled_ = own;
  if (match.rest.empty()) i = next;
  after_wording_ = i;
  return true;
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
  // "Cel główny 1" above "C.1.0. Lepsza jakość życia", and no other one of its kind
  if (number && level.level != GoalLevel::action && next + 1 < segments_.size() && !labels_[next] &&
      labels_[next + 1] && segments_[next].marker.number && segments_[next].marker.number->letter &&
      segments_[next].marker.number->parts.size() > 1) {
    labelled_ = add(level, segments_[next].marker.number, segments_[next].body(), segments_[next]);
    after_wording_ = i = next;
    return;
  }
  if (number && level.level != GoalLevel::action && next < segments_.size() && labels_[next] &&
      labels_[next]->labels.front()->form == LabelForm::code && labels_[next]->number &&
      labels_[next]->number->parts.size() > 1 && !labels_[next]->rest.empty()) {
    labelled_ = add(level, labels_[next]->number, labels_[next]->rest, segments_[next]);
    after_wording_ = i = next;
    return;
  }
  const bool follows = next < segments_.size() && (!labels_[next] || labels_[next]->bare) &&
                       segments_[next].marker.family != Family::section && table_head(next) == 0;
  // "Cel 1:" above ">> Zdrowie", which no other item follows.
  const auto alone = [&] {
    const Marker& marker = segments_[next].marker;
    const bool again = next + 1 < segments_.size() && !labels_[next + 1] &&
                       segments_[next + 1].marker.family == marker.family;
    return number && !marker.number && !marker.doubtful && level.level != GoalLevel::action && !again &&
           tree_.numbered(number->parts, level.rank + 1) == std::nullopt;
  };
  const bool lone = follows && segments_[next].marker.family != Family::none && alone();
  const bool marked = follows && segments_[next].marker.family != Family::none && !lone;
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
  // "Cel 1" above "Podmiot realizujący" in a card: the goal itself stands elsewhere.
  if (number && column_head(next))
    if (const auto goal = tree_.numbered(number->parts, level.rank + 1)) {
      tree_.enter(*goal);
      return;
    }
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
  // "Celem strategicznym programu jest …" below "2. Cel strategiczny"
  if (!number && read_sentences_of(next, segments_[next].text)) {
    after_wording_ = i = next;
    return;
  }
  labelled_ = add(level, number, lone ? segments_[next].body() : segments_[next].text, segments_[next]);
  after_wording_ = i = next;
}

// "Cele operacyjne:", the items here or in the next segments.
void GoalReader::read_plural(std::size_t& i, const LabelMatch& match) {
  // "Co chcemy osiągnąć?" right below "Cel 1 – Zielona gmina": the answer says more of that one.
  if (!match.labels.front()->level && match.labels.front()->group.empty() &&
      segments_[i].text.ends_with('?') && labelled_ && after_wording_ && *after_wording_ + 1 == i &&
      !tree_[*labelled_].number.empty())
    return;
  std::vector<GoalLevelRank> levels;
  for (const Label* label : match.labels) levels.push_back(tree_.level_of(*label, std::nullopt));
  // "Zadanie 1. …" and "Działania:" right below.
  if (labelled_ && after_wording_ && *after_wording_ + 1 == i && levels.front().level == GoalLevel::action &&
      tree_.rank(*labelled_) >= levels.front().rank)
    levels.front().rank = tree_.rank(*labelled_) + 1;
  const bool outermost = levels[0].rank <= kStrategicRank || match.labels[0]->group == "loose";
  if (levels.size() == 2 && outermost && levels[1].level == GoalLevel::action &&
      !lists_below_decimals(*match.labels[1]))
    two_levels_ = true;
  const bool mentioned = enter_mentioned(match.tail) || enter_numbered(match.tail);
  if (levels.front().level != GoalLevel::action && match.rest.empty() &&
      match.labels.front()->group != "loose")
    announced_ = levels.front(), announced_at_ = i, announced_as_ = nullptr;
  const bool own = match.labels.front()->group == "own";
  if (levels.front().level == GoalLevel::action && !mentioned && !may_serve(folded_words(match.tail), own)) {
    // "KIERUNKI ROZWOJU" above "A. Drogi", "A.1. Mosty": they serve no goals, but are these themselves.
    if (tree_.empty() && match.labels.size() == 1 && match.rest.empty() && outline_below(i)) {
      levels = {{GoalLevel::strategic, kStrategicRank}};
      if (three_deep_) levels.push_back(below(GoalLevel::strategic));
      levels.emplace_back();
      return open_list(std::move(levels), false);
    }
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
  if (!next_is_marked(i) && !match.colon && levels.front().level != GoalLevel::action &&
      read_below_heading(i, levels))
    return;
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
bool GoalReader::may_serve(std::span<const FoldedWord> whose, bool own) {
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
  // "3.1. Powietrze" above "Cel: czyste powietrze"
  if (const auto& below = labels_[i + 2];
      subsection && below && !below->bare && below->colon && !below->rest.empty() && !below->number &&
      below->labels.size() == 1 && below->labels.front()->form != LabelForm::list &&
      below->labels.front()->level != GoalLevel::action)
    return true;
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
    const FoldedWords words = folded_words(item.text);
    if (item.marker.family != Family::none || item.row > 0 || !starts_upper(item.text) ||
        item.text.size() > kLongest || words.size() < kWords || item.text.ends_with('.') ||
        item.text.ends_with(':') || (k > i + 1 && item.blank_before > 0))
      return false;
  }
  return true;
}

// An abbreviation marks an item, too: "CS1. …" below "Osiągnięciu tego celu służą cele szczegółowe:".
bool GoalReader::next_is_marked(std::size_t i) const {
  if (i + 1 >= segments_.size()) return false;
  const auto& label = labels_[i + 1];
  if (label)
    return !label->bare && label->number && label->labels.front()->form == LabelForm::code &&
           !label->rest.empty();
  return segments_[i + 1].marker.family != Family::none && segments_[i + 1].marker.family != Family::section;
}

}  // namespace szukajst::indexer::extract
