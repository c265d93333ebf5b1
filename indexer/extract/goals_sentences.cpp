// Goals in running text: sentences that give them, announce them, or name those that stand elsewhere.
#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;
using Family = Marker::Family;

// "Realizacja celu odbywa się przez:", "Realizacja celu szczegółowego: „…”", "… trzy cele strategiczne:"
bool GoalReader::read_announcement(std::size_t i) {
  const Segment& segment = segments_[i];
  const std::vector<FoldedWord> words = folded_words(segment.body());
  if (words.empty()) return false;
  if (tree_.empty()) return read_list_announced(i, words);
  static const Phrase kRealisation("realizacj*|osiągnięci*");
  const bool realisation = kRealisation.match(words, 0) > 0;
  if (read_reached_by(i, words, realisation)) return true;
  if (!realisation || !enter_mentioned(segment.body(), &segment)) return read_list_announced(i, words);
  const GoalTree::Path mentioned = tree_.open();
  end_lists();
  tree_.set_open(mentioned);
  if (segment.text.ends_with(':') && next_is_marked(i)) open_list({{GoalLevel::action, kActionRank}}, false);
  after_wording_ = i;
  return true;
}

// What a goal is reached by follows here or below.
bool GoalReader::read_reached_by(std::size_t i, const std::vector<FoldedWord>& words, bool realisation) {
  const Segment& segment = segments_[i];
  const std::string_view text = segment.body();
  for (const Label& label : tables_.labels) {
    if (label.form != LabelForm::by) continue;
    const std::size_t count = label.phrase.match(words, 0);
    if (count == 0) continue;
    const std::string_view behind = text.substr(words[count - 1].end);
    const std::size_t colon = behind.find(':');
    const bool ends_here = colon != std::string_view::npos || utf8::trim(behind).empty() || next_is_marked(i);
    if (!ends_here) continue;
    const std::string_view rest = colon == std::string_view::npos ? "" : utf8::trim(behind.substr(colon + 1));
    // Further sentences are read one by one.
    if (sentence_end(rest, tables_) < rest.size() && inline_items(rest).size() < 2) return false;
    interrupt_list();
    if (!enter_mentioned(text, realisation ? &segment : nullptr) && chapter_) return false;
    tree_.close_from(label.rank);
    if (rest.empty())
      open_list({{*label.level, label.rank}}, !next_is_marked(i));
    else
      add_items({*label.level, label.rank}, enumerated_items(rest, announced_count(words, count)), segment);
    return true;
  }
  return false;
}

// "Dokument wskazuje trzy cele strategiczne:" with the list below.
bool GoalReader::read_list_announced(std::size_t i, const std::vector<FoldedWord>& words) {
  const std::string_view text = segments_[i].body();
  if (!text.ends_with(':') || !next_is_marked(i)) return false;
  constexpr std::size_t kLastWords = 6;
  for (std::size_t at = words.size() > kLastWords ? words.size() - kLastWords : 0; at < words.size(); ++at)
    for (const Label& label : tables_.labels) {
      if (label.form != LabelForm::announce || label.phrase.match(words, at) == 0) continue;
      const std::string_view to_end = text.substr(words[at].begin);
      if (sentence_end(to_end, tables_) < to_end.size()) continue;
      interrupt_list();
      const bool mentioned = enter_mentioned(text);
      if (label.level == GoalLevel::action && (tree_.open().empty() || (chapter_ && !mentioned)))
        return false;
      tree_.close_from(label.rank);
      open_list({{*label.level, label.rank}}, false);
      return true;
    }
  return false;
}

// "Celem głównym programu jest …. Cele szczegółowe to: a) …; b) …"
bool GoalReader::read_sentences(std::size_t i) {
  const Segment& segment = segments_[i];
  std::string_view text = segment.body();
  if (segment.marker.family == Family::section) text = text.substr(read_marker(text).body);
  bool found = false;
  while (!text.empty()) {
    const std::size_t end = sentence_end(text, tables_);
    found |= read_sentence(i, text.substr(0, end));
    text = utf8::trim(text.substr(std::min(text.size(), end + 1)));
  }
  return found;
}

bool GoalReader::read_sentence(std::size_t i, std::string_view sentence) {
  const std::vector<FoldedWord> words = folded_words(sentence);
  const std::size_t ordinal = begins(tables_.ordinals, words) ? 1 : 0;
  for (const Label& label : tables_.labels) {
    if (label.form != LabelForm::sentence && label.form != LabelForm::sentences) continue;
    std::size_t first = 0, length = label.phrase.match(words, 0);
    if (length == 0 && ordinal > 0) first = ordinal, length = label.phrase.match(words, ordinal);
    if (length == 0) continue;
    const std::size_t count = first + length;
    if (length >= label.phrase.size() && !about_document(label, words, count)) continue;
    std::string_view rest = utf8::trim(sentence.substr(words[count - 1].end));
    if (rest.starts_with(':')) rest = utf8::trim(rest.substr(1));
    const GoalLevelRank level{*label.level, label.rank};
    end_lists();
    tree_.close_from(label.rank);
    // One goal may well have a semicolon; several that are marked are several goals.
    const bool marked = !rest.empty() && !inline_items(rest).front().number.empty();
    if (rest.empty())
      open_list({level}, !next_is_marked(i));
    else if (label.form == LabelForm::sentences || marked)
      read_items_of(i, rest, {level});
    else
      add(level, std::nullopt, rest, segments_[i]);
    after_wording_ = i;
    return true;
  }
  return read_announced_items(i, words, sentence) || read_means(i, words, sentence);
}

// "Wskazano trzy cele strategiczne: (1) …, (2) …, (3) …"
bool GoalReader::read_announced_items(std::size_t i, const std::vector<FoldedWord>& words,
                                      std::string_view sentence) {
  const std::size_t colon = sentence.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view rest = utf8::trim(sentence.substr(colon + 1));
  if (rest.empty()) return false;
  constexpr std::size_t kBehind = 2;  // words between label and colon
  for (std::size_t at = 0; at < words.size() && words[at].end <= colon; ++at)
    for (const Label& label : tables_.labels) {
      if (label.form != LabelForm::announce || label.level == GoalLevel::action) continue;
      const std::size_t count = label.phrase.match(words, at);
      if (count == 0 || (at + count + kBehind < words.size() && words[at + count + kBehind].end <= colon))
        continue;
      const std::size_t expected = at > 0 ? announced_count(words, at - 1) : 0;
      const auto items = enumerated_items(rest, expected);
      const bool marked = items.size() > 1 && !items.front().number.empty();
      if (!marked && (expected == 0 || items.size() != expected)) continue;
      end_lists();
      add_items({*label.level, label.rank}, items, segments_[i]);
      after_wording_ = i;
      return true;
    }
  return false;
}

// "Cel ten osiągniemy poprzez budowę …, remont … oraz zakup …": behind a goal's sentence.
bool GoalReader::read_means(std::size_t i, const std::vector<FoldedWord>& words, std::string_view sentence) {
  const bool close = after_wording_ && i <= *after_wording_ + 1;
  if (!close || chapter_ || tree_.open().empty()) return false;
  for (const Label& label : tables_.labels) {
    if (label.form != LabelForm::by) continue;
    const std::size_t count = label.phrase.match(words, 0);
    if (count == 0) continue;
    std::string_view rest = sentence.substr(words[count - 1].end);
    if (const std::size_t colon = rest.find(':'); colon != std::string_view::npos)
      rest = rest.substr(colon + 1);
    else if (!folded_words(rest).empty() && announced_count(words, count) > 0)
      return false;  // "… służą dwa działania, które …"
    rest = utf8::trim(rest);
    if (rest.empty()) return false;
    add_items({*label.level, label.rank}, enumerated_items(rest, announced_count(words, count)),
              segments_[i]);
    after_wording_ = i;
    return true;
  }
  return false;
}

// "… dwa działania": how many; 0 where no number stands behind the words.
std::size_t GoalReader::announced_count(const std::vector<FoldedWord>& words, std::size_t behind) {
  static const Phrase kCounts[] = {Phrase("dwa|dwie|dwóch"), Phrase("trzy|trzech"), Phrase("cztery|czterech"),
                                   Phrase("pięć|pięciu"), Phrase("sześć|sześciu")};
  if (behind >= words.size()) return 0;
  for (std::size_t n = 0; n < std::size(kCounts); ++n)
    if (kCounts[n].match(words, behind, true) > 0) return n + 2;
  return 0;
}

// Parts that are marked or set apart by semicolons, or else by commas and "oraz".
std::vector<InlineItem> GoalReader::enumerated_items(std::string_view text, std::size_t expected) const {
  std::vector<InlineItem> items = inline_items(text);
  if (items.size() != 1 || !items.front().number.empty()) return items;
  const auto parts = [&](bool commas, bool ands) {
    std::vector<InlineItem> found;
    std::size_t begin = 0;
    const auto cut = [&](std::size_t at, std::size_t size) {
      if (const std::string_view part = utf8::trim(text.substr(begin, at - begin)); !part.empty())
        found.push_back({{}, part});
      begin = at + size;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::string_view here = text.substr(at);
      for (const std::string_view joint : {", a także ", ", oraz ", " a także ", " oraz "})
        if (here.starts_with(joint) && at >= begin) cut(at, joint.size());
      if (at < begin) continue;
      if (ands && here.starts_with(" i ")) cut(at, std::string_view(" i ").size());
      if (commas && here.starts_with(", ") && !begins(tables_.relatives, folded_words(here.substr(0, 80))))
        cut(at, std::string_view(", ").size());
    }
    cut(text.size(), 0);
    return found;
  };
  if (expected > 0)
    for (const auto& [commas, ands] : {std::pair(false, false), {true, false}, {false, true}, {true, true}})
      if (auto found = parts(commas, ands); found.size() == expected) return found;
  return parts(true, false);
}

// "Głównym celem programu jest", and not "Głównym celem spotkania jest".
bool GoalReader::about_document(const Label& label, const std::vector<FoldedWord>& words,
                                std::size_t count) const {
  if (!label.phrase.has_gap()) return true;
  for (std::size_t at = 0; at < count; ++at)
    if (begins(tables_.subjects, words, at)) return true;
  return false;
}

// Enters the goal that a text names by number or in quotation marks ("… celu operacyjnego 2.4 …"); one
// that stands nowhere else is listed, if a segment to list it from is given.
bool GoalReader::enter_mentioned(std::string_view text, const Segment* may_list) {
  constexpr std::size_t kFirstWords = 12;
  const std::vector<FoldedWord> words = folded_words(text);
  for (std::size_t at = 0; at < std::min(words.size(), kFirstWords); ++at)
    for (const Label& label : tables_.labels) {
      if (label.form != LabelForm::mention) continue;
      const std::size_t count = label.phrase.match(words, at);
      if (count == 0) continue;
      std::size_t behind = words[at + count - 1].end;
      while (behind < text.size() && (text[behind] == ' ' || text[behind] == ':')) ++behind;
      if (text.substr(behind).starts_with("nr ")) behind += 3;
      return enter_named(label, text.substr(behind), may_list);
    }
  return false;
}

bool GoalReader::enter_named(const Label& label, std::string_view text, const Segment* may_list) {
  constexpr double kAlike = 0.75;
  const std::string name = wording(quoted(text));
  std::optional<GoalTree::Index> goal;
  if (!name.empty()) goal = tree_.alike(name, label.level, kAlike);
  const auto number = read_number(text, 0);
  if (!goal && number && !number->letter) {
    goal = tree_.numbered(number->parts, label.level ? label.rank + 1 : kActionRank);
    if (goal && label.level && tree_[*goal].level != *label.level) goal.reset();
  }
  if (goal) {
    tree_.enter(*goal);
    chapter_ = false;
    return true;
  }
  if (!may_list || name.empty() || !label.level) return false;
  return add({*label.level, label.rank}, number, name, *may_list).has_value();
}

}  // namespace szukajst::indexer::extract
