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

Aims extract_aims(const SourceText& source, const GoalRules& rules, core::DocumentKind kind) {
  Aims aims;
  const Layout lines = layout(source, rules.tables());
  if (!is_plan(kind) && !may_hold_aims(lines, rules.tables())) return aims;
  GoalReader reader(source, lines, rules.tables(), kind);
  aims.vision = reader.find_aim(rules.tables().visions, aims.vision_evidence);
  aims.mission = reader.find_aim(rules.tables().missions, aims.mission_evidence);
  aims.goals = reader.read();
  return aims;
}

GoalReader::GoalReader(const SourceText& source, const Layout& layout, const GoalRules::Tables& tables,
                       core::DocumentKind kind)
    : source_(source), tables_(tables), kind_(kind), segments_(segments(source, layout, tables)) {
  for (std::size_t i = 0; i < segments_.size(); ++i) mend_roman(i);
  for (Segment& segment : segments_) {
    if (is_speech(segment)) segment.marker = {};
    complete_label(segment);
    labels_.push_back(read_label(segment.text, tables_));
    if (auto label = label_behind_field(segment, labels_.back())) labels_.back() = std::move(label);
    if (!labels_.back()) labels_.back() = label_in_apposition(segment);
  }
  free_labels_in_brackets();
  bring_labels_forward();
  spread_heads();
  drop_keywords();
  join_column_heads();
  free_measured();
  find_tiers();
  find_named_tiers();
  find_field_cards();
  number_coded_cards();
  for (const Segment& segment : segments_) {
    constexpr std::size_t kShort = 40;  // bytes
    if (segment.text.ends_with(':') || segment.text.size() <= kShort) ++heads_[segment.text];
    const Marker& marker = segment.marker;
    three_deep_ = three_deep_ || (marker.family == Family::decimal && marker.number->parts.size() > 2);
  }
  read_title();
  titled_ = (titled_ && kind != core::DocumentKind::practice) || is_plan();
  find_areas();
  judge_labels();
  find_own_labels();
  find_cards();
  raise_directions();
  find_restarts();
}

// The words of the document's title, which may stand for it: "Celem głównym rewitalizacji jest …".
void GoalReader::read_title() {
  constexpr std::size_t kTop = 15, kLongestTitle = 300, kShortestWord = 5;
  for (std::size_t i = 0; i < std::min(kTop, segments_.size()); ++i) {
    const std::string& text = segments_[i].text;
    if (text.size() > kLongestTitle || text.ends_with('.') || labels_[i]) continue;
    const FoldedWords words = folded_words(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (!begins(tables_.titles, words, at)) continue;
      titled_ = titled_ || segments_[i].marker.family == Family::none;
      for (const FoldedWord& word : words)
        if (word.text.size() >= kShortestWord) title_words_.emplace_back(word.text);
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

// "Meta, czyli cel główny" above its wording.
std::optional<LabelMatch> GoalReader::label_in_apposition(const Segment& segment) const {
  constexpr std::size_t kLongest = 80, kMostWords = 4;
  const std::string_view text = segment.text;
  const std::size_t comma = text.size() <= kLongest ? text.find(", ") : std::string_view::npos;
  if (comma == std::string_view::npos || !starts_upper(text) || segment.row > 0) return std::nullopt;
  const FoldedWords words = folded_words(text.substr(comma));
  const std::size_t count = tables_.appositions.longest(words, 0);
  if (count == 0 || count >= words.size() || folded_words(text.substr(0, comma)).size() > kMostWords)
    return std::nullopt;
  auto label = read_label(text.substr(comma + words[count].begin), tables_);
  if (!label || !label->rest.empty() || label->bare || label->labels.size() > 1) return std::nullopt;
  return label;
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
  // "Filar D. Dane", "Filar K. Kompetencje": "D.1", "K.1" go on these letters.
  std::string named_letters;
  for (const auto& label : labels_)
    if (label && label->number && label->number->letter && label->number->parts.size() == 1)
      named_letters += label->number->printed;
  // "Filar 1: Ruch", or "Filar 1" and "Ruch" below it, right above.
  const auto below_area = [&](std::size_t i) {
    const auto alone = [&](const LabelMatch& match, const Label& label) {
      return area(match, label) && match.number && match.rest.empty();
    };
    return (i > 0 && is(i - 1, area)) || (i > 1 && !labels_[i - 1] && is(i - 2, alone));
  };
  const auto cards = std::ranges::count_if(labels_, [](const auto& label) {
    return label && label->labels.front()->group == "head" && label->colon && !label->rest.empty();
  });
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    const auto one_letter = [](const LabelMatch&, const Label& label) {
      return label.form == LabelForm::code && label.phrase.letters() == 1;
    };
    if (is(i, one_letter) && (lettered || named_letters.find(segments_[i].text[0]) != std::string::npos))
      labels_[i].reset();
    if (labels_[i] && labels_[i]->labels.front()->group == "outline" && !outline_below(i) &&
        !(below_area(i) && lists_goals(*labels_[i])) && !parts_above(i))
      labels_[i].reset();
    // "Sposób realizacji programu" heads a chapter, and "Sposób realizacji:" a list.
    const auto chapter = [&](const LabelMatch& match, const Label& label) {
      return label.form == LabelForm::list && label.level == GoalLevel::action && match.rest.empty() &&
             !match.colon && !match.tail.empty() && stands_apart(segments_[i].body());
    };
    if (is(i, chapter)) labels_[i].reset();
    // "Nazwa zadania: Nowy most" is no head of a column; but in a programme that has a card for each of them
    // it gives one.
    if (labels_[i] && labels_[i]->labels.front()->group == "head" && !bare_label(i)) {
      if (labels_[i]->colon && !labels_[i]->rest.empty() && cards > 1 && titled_)
        labels_[i]->bare = false;
      else
        labels_[i].reset();
    }
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
    if (is(i, says_goal) && (says_action_below(i) || tells_goal_served(i))) labels_[i]->bare = false;
    const auto strategic = [](const LabelMatch& match, const Label& label) {
      return !match.bare && (label.form == LabelForm::goal || label.form == LabelForm::code) &&
             label.level == GoalLevel::strategic && label.group.empty();
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

// "Przedsięwzięcie: Nowa świetlica" in a card, close above "Wpisuje się w: kierunek 1.1".
bool GoalReader::tells_goal_served(std::size_t i) const {
  constexpr std::size_t kFarthest = 4;  // segments
  if (labels_[i]->labels.front()->level != GoalLevel::action) return false;
  for (std::size_t k = i + 1; k < std::min(segments_.size(), i + 1 + kFarthest); ++k) {
    if (segments_[k].blank_before > 0 || segments_[k].text.find(": ") == std::string::npos) return false;
    if (number_in_field(k)) return true;
  }
  return false;
}

// "Cele:" with "1.1" and "1.2" below it, right below "Kierunek 1: …".
bool GoalReader::parts_above(std::size_t i) const {
  if (i == 0 || i + 1 >= segments_.size() || !labels_[i]->rest.empty()) return false;
  const auto& above = labels_[i - 1];
  const auto& below = segments_[i + 1].marker.number;
  return above && !above->bare && above->number && above->number->parts.size() == 1 && below &&
         below->parts.size() == 2 && below->parts.front() == above->number->parts.front();
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
    if (goal && (above->labels.front()->rank < label.rank ||
                 (above->labels.front()->rank == label.rank && above->number)))
      return k == i;
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
    // Its parts are asked for again and again.
    const FoldedWords words = folded_words(segments_[i].text);
    const FoldedOnce once(segments_[i].text, words);
    if (read_foreign(i) || read_legend(i)) continue;
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
  read_left_out();
  agree();
  return tree_.take();
}

std::optional<GoalTree::Index> GoalReader::add(GoalLevelRank level, const std::optional<Number>& marked,
                                               std::string_view text, const Segment& segment) {
  std::optional<Number> number = marked;
  // "– działanie a) nowe boiska"
  if (level.level == GoalLevel::action && !number) {
    const FoldedWords words = folded_words(text, 2);
    for (const Label& label : tables_.labels_at(words, 0, LabelForm::numbered)) {
      if (words.size() < 2 || number || label.form != LabelForm::numbered ||
          label.level != GoalLevel::action || label.phrase.match(words, 0, true) != 1)
        continue;
      auto printed = read_number(text, words[1].begin);
      if (!printed || std::string_view(".):").find(text.substr(printed->end)[0]) == std::string_view::npos)
        continue;
      text = utf8::trim(text.substr(printed->end + 1));
      number = std::move(printed);
    }
  }
  // "– celu 1: rozwój kadr"
  if (const FoldedWords words = folded_words(text, 2);
      !number && words.size() == 2 && words[0].text == "celu") {
    auto printed = read_number(text, words[1].begin);
    if (printed && text.substr(printed->end).starts_with(':')) {
      text = utf8::trim(text.substr(printed->end + 1));
      number = std::move(printed);
    }
  }
  text = without_doer_below(first_cell(without_name_label(text)), segment);
  if (is_field(text)) return std::nullopt;
  const std::string_view sentence = without_remark(text.substr(0, sentence_end(text, tables_)));
  const std::string text_of_goal = wording(without_details(without_facts(sentence)));
  // "Cele operacyjne: 1.1, 1.2" but names those that stand elsewhere; "Cel 1. Cel 2." heads two columns.
  if (!has_word(text_of_goal)) return std::nullopt;
  for (auto label = read_label(text_of_goal, tables_); label && label->number && label->tail.empty();
       label = read_label(label->rest, tables_))
    if (label->rest.empty()) return std::nullopt;
  if (level.level == GoalLevel::action && list_ && list_->table && tree_.begins_action(text_of_goal))
    return std::nullopt;
  const auto goal = tree_.add(level, number, text_of_goal, segment.page);
  if (!goal) return goal;
  chapter_ = false;
  tree_.found_at(*goal, current_);
  tree_.stands_at(*goal, place(text_of_goal, segment));
  return goal;
}

bool GoalReader::has_word(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  const FoldedWords words = folded_words(text);
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
  // "Wspólna taryfa (do K1.1)" serves that one, and "Priorytet 1. Ludzie (P1)" is called so elsewhere.
  if (const std::size_t open = text.rfind(" ("); text.ends_with(')') && open != std::string_view::npos) {
    const std::string_view inside = text.substr(open + 2, text.size() - open - 3);
    if (const auto code = read_number(inside, 0); code && code->code && code->end == inside.size())
      return text.substr(0, open);
    const std::size_t blank = inside.find(' ');
    static const Phrase kServing("do|dla|dot|dotyczy|realizuje|zob|por");
    if (blank != std::string_view::npos && kServing.match(folded_words(inside, 1), 0) == 1)
      if (const auto number = read_number(inside, blank + 1);
          number && number->end == inside.size() && tree_.printed(number->printed, true))
        return text.substr(0, open);
  }
  std::size_t at = std::string_view::npos, behind = 0;
  for (const std::string_view dash : {" – ", " - ", " — "})
    if (const std::size_t last = text.rfind(dash);
        last != std::string_view::npos && (at == std::string_view::npos || last > at))
      at = last, behind = last + dash.size();
  // "…, realizowana przez:"
  if (const std::size_t comma = text.rfind(", "); text.ends_with(':') && comma != std::string_view::npos) {
    constexpr std::size_t kClause = 3;
    const FoldedWords clause = folded_words(text.substr(comma + 2));
    static const Phrase kBy("przez|poprzez");
    if (clause.size() == 1 && kBy.match(clause, 0) == 1) return text.substr(0, comma);
    if (clause.size() > 1 && clause.size() <= kClause && announces_means(clause, clause.size()) &&
        tables_.joints.contains(clause.back()))
      return text.substr(0, comma);
  }
  if (at == std::string_view::npos) return text;
  const FoldedWords words = folded_words(text.substr(behind));
  // "Nowe szkoły – 210 000 zł"
  if (!words.empty() && words.back().text == "zl" && is_term(text.substr(behind), tables_))
    return text.substr(0, at);
  constexpr std::size_t kFewWords = 6;
  const bool means = text.ends_with(':') && words.size() <= kFewWords && announces_means(words, words.size());
  return means || begins(tables_.speeches, words) ? text.substr(0, at) : text;
}

// "Nazwa projektu: Wymiana okien": without the label.
std::string_view GoalReader::without_name_label(std::string_view text) const {
  const FoldedWords words = folded_words(text, 4);
  for (const Phrase& name : tables_.names)
    if (const std::size_t count = name.match(words, 0, true); count > 0)
      if (const std::size_t end = words[count - 1].end; end < text.size() && text[end] == ':')
        return text.substr(end + 1);
  return text;
}

// "Rynek od nowa 2012–2013 2 000 000 RPO WP": a row whose columns recognition has lost, without the years,
// the amount and who pays it.
std::string_view GoalReader::without_lost_cells(std::string_view text) {
  constexpr std::size_t kFewestWords = 2, kMostBehind = 4;
  const FoldedWords words = folded_words(text);
  const auto digits = [&](std::size_t at, std::size_t least, std::size_t most) {
    const std::string_view word = words[at].text;
    return word.size() >= least && word.size() <= most &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const auto year = [&](std::size_t at) {
    return digits(at, 4, 4) && (words[at].text.starts_with("19") || words[at].text.starts_with("20"));
  };
  for (std::size_t at = kFewestWords; at + 2 < words.size(); ++at) {
    if (!year(at)) continue;
    std::size_t amount = at + (year(at + 1) ? 2 : 1);
    std::size_t groups = 0;
    if (amount + 1 >= words.size() || !digits(amount, 1, 3)) continue;
    for (++amount; amount < words.size() && digits(amount, 3, 3); ++amount) ++groups;
    if (groups > 0 && words.size() - amount <= kMostBehind) return text.substr(0, words[at].begin);
  }
  return text;
}

// "Wymiana okien (koszt: 2 mln zł, termin: 2024)": without what stands in brackets; "Wymiana okien budżet:
// 2 mln zł": without the other columns' cells, which a colon tells.
std::string_view GoalReader::without_facts(std::string_view text) const {
  text = without_lost_cells(text);
  const bool square = text.ends_with(']');
  text = text.substr(0, text.find_last_not_of(".;, ") + 1);
  const std::size_t open = text.rfind(square ? " [" : " (");
  if (open == std::string_view::npos || open == 0 || !(square || text.ends_with(')')))
    return without_fields(text);
  const std::string_view inside = text.substr(open + 2);
  const FoldedWords words = folded_words(inside);
  if (begins(tables_.slogans, words)) return text.substr(0, open);
  // "(3 mln 250 tys. zł)", "(zadanie ciągłe)": what it costs, when it is done.
  if (is_term(inside, tables_) || begins_with_term(inside)) return text.substr(0, open);
  const bool facts = begins(tables_.columns, words) || begins(tables_.whens, words);
  return facts && inside.find(':') != std::string_view::npos ? text.substr(0, open) : text;
}

// "Nowe kotły" above "(gminy)": without whoever carries it out.
std::string_view GoalReader::without_doer_below(std::string_view text, const Segment& segment) const {
  if (segment.parts.size() < 2 || text.find(" (") == std::string_view::npos) return text;
  const std::string line = utf8::collapse(segment.parts.back().in(source_.text()));
  const std::size_t close = line.find(')');
  return line.starts_with('(') && line.find_first_not_of(").,;", close) == std::string::npos &&
                 text.ends_with(line) && is_doer(std::string_view(line).substr(1, close - 1))
             ? utf8::trim(text.substr(0, text.size() - line.size()))
             : text;
}

std::string_view GoalReader::without_fields(std::string_view text) const {
  constexpr std::size_t kNameWords = 3;
  if (text.find(':') == std::string_view::npos) return text;
  const FoldedWords words = folded_words(text);
  for (std::size_t at = 1; at + 1 < words.size(); ++at)
    for (const PhraseList* names : {&tables_.columns, &tables_.whens})
      for (const Phrase& name : *names) {
        const std::size_t count = name.match(words, at);
        if (count == 0 || count > kNameWords || text[words[at + count - 1].end] != ':') continue;
        // "… oraz koszty: …" is part of the sentence.
        if (text[words[at].begin - 1] == ' ' && !tables_.joints.contains(words[at - 1]))
          return utf8::trim(text.substr(0, words[at].begin));
      }
  return text;
}

// "Lokalizacja: Rynek 4": a fact of the goal above, and none itself.
bool GoalReader::is_field(std::string_view text) const {
  constexpr std::size_t kNameWords = 4;
  if (text.find(':') == std::string_view::npos) return false;
  const FoldedWords words = folded_words(text, kNameWords);
  for (const PhraseList* names : {&tables_.columns, &tables_.whens})
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

}  // namespace szukajst::indexer::extract
