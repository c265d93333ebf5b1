// Goals that stand elsewhere and are named by number, by wording or by their place: what follows serves them.
#include "indexer/extract/goals_reader.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;

// "2. W zakresie ochrony rodzin:" with the list below: what serves the goal of that wording, and none itself.
bool GoalReader::read_scope(std::size_t i) {
  constexpr std::size_t kLongestLine = 200;
  constexpr double kAlike = 0.6;
  const Segment& segment = segments_[i];
  const std::string_view text = segment.body();
  if (!text.ends_with(':') || text.size() > kLongestLine || !next_is_marked(i) || tree_.empty()) return false;
  const FoldedWords words = folded_words(text);
  const std::size_t scope = tables_.scopes.longest(words, 0);
  if (scope == 0 || scope == words.size()) return false;
  const auto goal = tree_.alike(wording(text.substr(words[scope].begin)), std::nullopt, kAlike);
  if (!goal || tree_[*goal].level == GoalLevel::action) return false;
  interrupt_list();
  tree_.enter(*goal);
  chapter_ = false;
  open_list({GoalLevelRank{}}, false);
  return true;
}

// "Program „Cztery pory roku” (A1)": an action with a name that serves the goal in brackets.
bool GoalReader::read_named_of(std::size_t i) {
  constexpr std::size_t kMostWords = 2, kLongestNumber = 12;
  const Segment& segment = segments_[i];
  const std::string_view text = utf8::trim(segment.body());
  const std::string_view name = quoted(text);
  const std::size_t open = text.rfind('(');
  if (tree_.empty() || name.empty() || segment.row > 0 || !text.ends_with(')') ||
      open == std::string_view::npos || text.size() - open > kLongestNumber)
    return false;
  const std::string_view before = text.substr(0, static_cast<std::size_t>(name.data() - text.data()));
  const FoldedWords words = folded_words(before, kMostWords + 1);
  const std::string_view behind =
      text.substr(before.size() + name.size(), open - before.size() - name.size());
  if (words.empty() || words.size() > kMostWords || !folded_words(behind).empty()) return false;
  const auto goal = tree_.printed(text.substr(open + 1, text.size() - open - 2));
  if (!goal) return false;
  end_lists();
  tree_.enter(*goal);
  if (add({GoalLevel::action, kFirstActionRank}, std::nullopt, name, segment)) after_wording_ = i;
  return true;
}

// "Ad 1.2" above what serves that goal.
bool GoalReader::read_reference(std::size_t i) {
  const FoldedWords words = folded_words(segments_[i].text, 4);
  const std::string_view text = segments_[i].text;
  const std::size_t count = tables_.references.longest(words, 0);
  if (count == 0 || count >= words.size()) return false;
  const auto number = read_number(text, words[count].begin);
  if (!number) return false;
  // "Do celu 1.2: remont mostu; nowy chodnik"
  const std::size_t rest = std::min(text.find_first_not_of(".:) ", number->end), text.size());
  const bool listed = text.substr(number->end, rest - number->end).find(':') != std::string_view::npos;
  if (rest < text.size() && !listed) return false;
  auto goal = tree_.numbered(number->parts, kFirstActionRank);
  if (!goal) goal = tree_.numbered(number->parts, kActionRank);
  if (!goal) return false;
  end_lists();
  tree_.enter(*goal);
  chapter_ = false;
  if (rest < text.size()) {
    add_items({GoalLevel::action, kActionRank}, inline_items(text.substr(rest)), segments_[i]);
    return true;
  }
  if (next_is_marked(i)) open_list({GoalLevelRank{}}, false);
  after_wording_ = i;
  return true;
}

// "1. W ramach celu szczegółowego nr 2:" with the list below.
bool GoalReader::read_named_list(std::size_t i) {
  const Segment& segment = segments_[i];
  constexpr std::size_t kLongestLine = 160;
  if (!segment.text.ends_with(':') || segment.text.size() > kLongestLine || !next_is_marked(i)) return false;
  // "Podmioty realizujące cel strategiczny 2:"
  if (begins(tables_.columns, folded_words(segment.body()))) return false;
  const GoalTree::Path before = tree_.open();
  if (!enter_mentioned(segment.body())) return false;
  const GoalTree::Path mentioned = tree_.open();
  tree_.set_open(before);
  interrupt_list();
  tree_.set_open(mentioned);
  open_list({{GoalLevel::action, kActionRank}}, false);
  return true;
}

// Enters the goal that a text names by number or in quotation marks ("… celu operacyjnego 2.4 …"); one
// that stands nowhere else is listed, if a segment to list it from is given.
bool GoalReader::enter_mentioned(std::string_view text, const Segment* may_list) {
  constexpr std::size_t kFirstWords = 12;
  const FoldedWords words = folded_words(text);
  for (std::size_t at = 0; at < std::min(words.size(), kFirstWords); ++at)
    for (const Label& label : tables_.labels_at(words, at, LabelForm::mention)) {
      if (label.form != LabelForm::mention) continue;
      const std::size_t count = label.phrase.match(words, at);
      if (count == 0) continue;
      std::size_t behind = words[at + count - 1].end;
      while (behind < text.size() && (text[behind] == ' ' || text[behind] == ':')) ++behind;
      if (text.substr(behind).starts_with("nr ")) behind += 3;
      int ordinal = ordinal_value(words, at + count, tables_);
      if (ordinal == 0 && at > 0) ordinal = ordinal_value(words, at - 1, tables_);
      return enter_named(label, text.substr(behind), ordinal, may_list);
    }
  return false;
}

// Enters the goal whose number of several parts the text names: "w ramach CO I.2", "dla 1.2".
bool GoalReader::enter_numbered(std::string_view text) {
  constexpr std::size_t kFirstWords = 12;
  for (const FoldedWord& word : folded_words(text, kFirstWords)) {
    const auto number = read_number(text, word.begin);
    if (!number || number->parts.size() < 2) continue;
    if (const auto goal = tree_.numbered(number->parts, kActionRank)) {
      tree_.enter(*goal);
      chapter_ = false;
      return true;
    }
  }
  return false;
}

// Where the number stands in ", o którym mowa w § 1 pkt 2", "… ust. 2 lit. b"; the text's size in any other
// text.
std::size_t GoalReader::behind_reference(std::string_view text) {
  constexpr std::size_t kLongestReference = 60;
  std::size_t behind = 0;
  for (const std::string_view part : {" pkt ", " lit. ", " lit "})
    if (const std::size_t at = text.substr(0, kLongestReference).rfind(part); at != std::string_view::npos)
      behind = std::max(behind, at + part.size());
  return behind == 0 ? text.size() : behind;
}

bool GoalReader::enter_named(const Label& label, std::string_view text, int ordinal,
                             const Segment* may_list) {
  constexpr double kAlike = 0.75;
  const std::string name = wording(quoted(text));
  std::optional<GoalTree::Index> goal;
  if (!name.empty()) goal = tree_.alike(name, label.level, kAlike);
  auto number = read_number(text, 0);
  if (!number) number = read_number(text, behind_reference(text));
  if (!goal && number && number->letter) {
    goal = tree_.printed(number->printed);
    if (goal && label.level && tree_[*goal].level != *label.level) goal.reset();
  } else if (!goal && number) {
    goal = tree_.numbered(number->parts, label.level ? label.rank + 1 : kActionRank);
    if (goal && label.level && tree_[*goal].level != *label.level) goal.reset();
  }
  if (!goal && ordinal > 0) goal = tree_.nth(ordinal, label.level);
  if (goal) {
    tree_.enter(*goal);
    chapter_ = false;
    return true;
  }
  if (!may_list || name.empty() || !label.level) return false;
  return add({*label.level, label.rank}, number, name, *may_list).has_value();
}

}  // namespace szukajst::indexer::extract
