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
    interrupt_list();
    if (!enter_mentioned(text, realisation ? &segment : nullptr) && chapter_) return false;
    tree_.close_from(label.rank);
    const std::string_view rest = colon == std::string_view::npos ? "" : utf8::trim(behind.substr(colon + 1));
    if (rest.empty())
      open_list({{*label.level, label.rank}}, !next_is_marked(i));
    else
      add_items({*label.level, label.rank}, inline_items(rest), segment);
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
  for (const Label& label : tables_.labels) {
    if (label.form != LabelForm::sentence && label.form != LabelForm::sentences) continue;
    const std::size_t count = label.phrase.match(words, 0);
    if (count == 0 || !about_document(label, words, count)) continue;
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
    return true;
  }
  return false;
}

// "Głównym celem programu jest", and not "Głównym celem spotkania jest".
bool GoalReader::about_document(const Label& label, const std::vector<FoldedWord>& words,
                                std::size_t count) const {
  if (!label.phrase.has_gap() || count < label.phrase.size()) return true;
  for (std::size_t at = 0; at < count; ++at)
    if (begins(tables_.subjects, words, at)) return true;
  return false;
}

// Enters the goal that a text names by number or in quotation marks ("… celu operacyjnego 1.3 …"); one
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
