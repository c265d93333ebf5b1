// Goals in running text: sentences that give them, announce them, or name those that stand elsewhere.
#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;
using Family = Marker::Family;

// "Realizacja celu odbywa się przez:", "Realizacja celu szczegółowego: „…”", "… trzy cele strategiczne:"
bool GoalReader::read_announcement(std::size_t i) {
  const Segment& segment = segments_[i];
  const FoldedWords words = folded_words(segment.body());
  // "Drugi z nich, „Zdrowa gmina”, osiągniemy przez:" gives a goal.
  if (words.empty()) return false;
  // "Pierwszy cel to „Zdrowa gmina”. W jego ramach wymieniono cele operacyjne:" announces more.
  if (ordinal_value(words, 0, tables_) > 0 && !quoted(segment.body()).empty())
    return segment.text.ends_with(':') && last_sentence(segment.body()) > 0 && next_is_marked(i) &&
           read_list_announced(i, words);
  if (tree_.empty() && quoted(segment.body()).empty()) return read_list_announced(i, words);
  if (begins(tables_.duties, words)) {
    end_lists();
    return true;
  }
  const bool realisation = tables_.realisations.match(words, 0) > 0;
  if (read_reached_by(i, words) || read_reference(i)) return true;
  if (!realisation || !enter_mentioned(segment.body(), &segment))
    return read_list_announced(i, words) || read_named_list(i) || read_means_below(i);
  const GoalTree::Path mentioned = tree_.open();
  end_lists();
  tree_.set_open(mentioned);
  if (segment.text.ends_with(':') && next_is_marked(i)) open_list({{GoalLevel::action, kActionRank}}, false);
  after_wording_ = i;
  return true;
}

// What a goal is reached by follows here or below.
bool GoalReader::read_reached_by(std::size_t i, std::span<const FoldedWord> words) {
  const Segment& segment = segments_[i];
  const std::string_view text = segment.body();
  for (const Label& label : tables_.labels_at(words, 0, LabelForm::by)) {
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
    // "Cele, o których mowa w § 2, realizuje się przez:" is said of all of them.
    const bool own = label.group == "own" || words[0].text == "cele";
    if (!enter_mentioned(text, &segment) && (chapter_ || (own && tree_.open().empty())) &&
        !may_serve({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}, own))
      return false;
    GoalLevelRank level{*label.level, label.rank};
    // "Osiągnięciu celu strategicznego służą następujące cele operacyjne:"
    for (std::size_t at = count; at < words.size() && words[at].end <= words[count - 1].end + colon; ++at)
      for (const Label& named : tables_.labels_at(words, at, LabelForm::announce))
        if (named.form == LabelForm::announce && named.level && named.rank > kStrategicRank &&
            named.level != GoalLevel::action && named.phrase.match(words, at) > 1)
          level = {*named.level, named.rank};
    tree_.close_from(level.rank);
    if (rest.empty())
      open_list({level}, !next_is_marked(i));
    else
      add_items(level, enumerated_items(rest, announced_count(words, count)), segment);
    return true;
  }
  return false;
}

// "Dokument wskazuje trzy cele strategiczne:" with the list below; without a colon where the sentence says
// that it gives them and a first item follows ("Poniżej przedstawiono cele strategiczne.").
bool GoalReader::read_list_announced(std::size_t i, std::span<const FoldedWord> words) {
  const std::string_view text = segments_[i].body();
  if (!next_is_marked(i)) return read_goal_announced(i, words);
  constexpr std::size_t kLastWords = 6, kMostTailWords = 12;
  const bool colon = text.ends_with(':') || text.ends_with('?');  // "Jakie są cele strategiczne?"
  if (!colon && !announces_first_item(i, words) && !promises_series(i, words)) return false;
  const Label* announced = nullptr;
  std::size_t end = 0;
  for (std::size_t at = !colon || words.size() < kMostTailWords ? 0 : words.size() - kMostTailWords;
       at < words.size(); ++at)
    for (const Label& label : tables_.labels_at(words, at, LabelForm::announce)) {
      if (label.form != LabelForm::announce) continue;
      // A word alone is taken by its letters: "priorytetowe" is no "priorytetów".
      const std::size_t count = label.phrase.match(words, at, label.phrase.size() == 1);
      const std::string_view to_end = text.substr(words[at].begin);
      // "W odniesieniu do pierwszego z celów strategicznych przyjęto działania:"
      const bool of_them = at > 0 && words[at - 1].text == "z";
      if (count == 0 || of_them || at + count < end || sentence_end(to_end, tables_) < to_end.size())
        continue;
      // "… cele strategiczne powiatu na lata 2021–2025:"
      const bool near_end = !colon || at + kLastWords >= words.size();
      if (!near_end && !begins(tables_.tails, words, at + count)) continue;
      // Of "następujące cele operacyjne" the last two words; of "cele strategiczne oraz operacyjne" the
      // first.
      if (announced && (at >= end || at + count == end)) continue;
      announced = &label;
      end = at + count;
    }
  if (!announced) return read_count_announced(i, words);
  read_sentences_of(i, text.substr(0, last_sentence(text)));
  interrupt_list();
  const bool mentioned = enter_mentioned(text) || enter_nth(words, end);
  if (announced->level == GoalLevel::action && (tree_.open().empty() || (chapter_ && !mentioned)))
    return false;
  tree_.close_from(announced->rank);
  open_list({{*announced->level, announced->rank}}, false);
  // "Proponowane cele strategiczne i przypisane im działania:"
  list_->means_behind =
      announced->level != GoalLevel::action &&
      announces_means({words.begin() + static_cast<std::ptrdiff_t>(end), words.end()}, words.size() - end);
  return true;
}

// "Cele strategiczne" above "Wybrano pięć celów o równej randze:", whose level the heading has told; in a
// strategy that has named none yet they are its strategic ones.
bool GoalReader::read_count_announced(std::size_t i, std::span<const FoldedWord> words) {
  constexpr std::size_t kMostBehind = 6;  // words
  constexpr std::size_t kFarthest = 6;    // segments below the heading
  if (!segments_[i].text.ends_with(':')) return false;
  const bool known = announced_ && i <= announced_at_ + kFarthest;
  if (!known && (!tree_.empty() || !titled_ || of_another_document(words))) return false;
  for (std::size_t at = words.size() - std::min(words.size(), kMostBehind); at < words.size(); ++at) {
    const std::size_t count = at == 0 ? 0 : announced_count(words, at - 1);
    if (count < 2 || (words[at].text != "celow" && words[at].text != "cele")) continue;
    if (!known && series_below(i) != count) continue;
    interrupt_list();
    const GoalLevelRank level = known ? *announced_ : GoalLevelRank{GoalLevel::strategic, kStrategicRank};
    tree_.close_from(level.rank);
    open_list({level}, false);
    return true;
  }
  return false;
}

// "… przyjęto następujący cel główny:" above its wording.
bool GoalReader::read_goal_announced(std::size_t i, std::span<const FoldedWord> words) {
  constexpr std::size_t kWords = 2, kLongestWording = 300;
  if (!segments_[i].text.ends_with(':') || words.size() <= kWords || i + 1 >= segments_.size()) return false;
  const Segment& below = segments_[i + 1];
  if (labels_[i + 1] || below.marker.family != Family::none || below.row > 0 || below.text.ends_with(':') ||
      below.text.size() > kLongestWording || sentence_end(below.text, tables_) < below.text.size())
    return false;
  const auto give = [&](const Label& label) {
    note_announcement(i, words);
    interrupt_list();
    const GoalLevelRank level = tree_.level_of(label, std::nullopt);
    tree_.close_from(level.rank);
    if (!add(level, std::nullopt, below.text, below)) return false;
    after_wording_ = i + 1;
    return true;
  };
  const std::size_t at = words.size() - kWords;
  for (const Label& label : tables_.labels_at(words, at, LabelForm::goal))
    if (label.form == LabelForm::goal && label.phrase.match(words, at, true) == kWords) return give(label);
  // "… podporządkowane celowi głównemu, jakim jest:"
  static const Phrase kWhichIs("jakim|którym jest|będzie|pozostaje");
  if (words.size() < 2 * kWords || kWhichIs.match(words, at) != kWords) return false;
  for (const Label& label : tables_.labels_at(words, at - kWords, LabelForm::mention))
    if (label.form == LabelForm::mention && label.level &&
        label.phrase.match(words, at - kWords, true) == kWords)
      return give(label);
  return false;
}

bool GoalReader::announces_first_item(std::size_t i, std::span<const FoldedWord> words) const {
  const auto& number = segments_[i + 1].marker.number;
  if (!number || number->parts != std::vector<int>{1} || !segments_[i].text.ends_with('.')) return false;
  for (std::size_t at = 0; at < words.size(); ++at)
    if (begins(tables_.announcers, words, at)) return true;
  return false;
}

// "Wynikają z niego trzy cele strategiczne." above three items of one series.
bool GoalReader::promises_series(std::size_t i, std::span<const FoldedWord> words) const {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    const std::size_t count = announced_count(words, at);
    if (count < 2) continue;
    for (const Label& label : tables_.labels_at(words, at + 1, LabelForm::announce))
      if (label.form == LabelForm::announce && label.phrase.match(words, at + 1) > 0)
        return series_below(i) == count;
  }
  return false;
}

// How many items the series has that begins right below: lines with numbers of one shape one after the other,
// whatever stands below each; or bullets right below one another.
std::size_t GoalReader::series_below(std::size_t i) const {
  constexpr std::size_t kFarthest = 120;  // segments
  const std::size_t first = i + 1, end = std::min(segments_.size(), first + kFarthest);
  if (first >= end || labels_[first]) return 0;
  const auto& number = segments_[first].marker.number;
  std::size_t count = 0;
  if (!number) {
    const Segment& item = segments_[first];
    while (first + count < end && segments_[first + count].marker.family == item.marker.family &&
           segments_[first + count].indent == item.indent)
      ++count;
    return count;
  }
  std::vector<int> next = number->parts;
  if (next.back() != 1) return 0;
  const std::string shape = shape_of(*number);
  for (std::size_t k = first; k < end; ++k) {
    const Marker& marker = segments_[k].marker;
    if (marker.family == Family::section) break;
    if (marker.family != segments_[first].marker.family || shape_of(*marker.number) != shape) continue;
    if (marker.number->parts != next) break;
    ++next.back();
    ++count;
  }
  return count;
}

// "Celem głównym programu jest …. Cele szczegółowe to: a) …; b) …"
bool GoalReader::read_sentences(std::size_t i) {
  const Segment& segment = segments_[i];
  std::string_view text = segment.body();
  if (segment.marker.family == Family::section) text = text.substr(read_marker(text).body);
  return read_sentences_of(i, text);
}

bool GoalReader::read_sentences_of(std::size_t i, std::string_view text) {
  bool found = false;
  const std::string_view whole = text;
  const FoldedWords words = folded_words(whole);
  while (!text.empty()) {
    const std::size_t end = sentence_end(text, tables_);
    const auto begin = static_cast<std::size_t>(text.data() - whole.data());
    if (may_tell_of_goals(words, begin, begin + end))
      for (const std::string_view clause : clauses(text.substr(0, end))) found |= read_sentence(i, clause);
    text = utf8::trim(text.substr(std::min(text.size(), end + 1)));
  }
  return found;
}

// Whether a word between the bytes may begin what read_sentence looks for: without one it finds nothing.
bool GoalReader::may_tell_of_goals(std::span<const FoldedWord> words, std::size_t begin,
                                   std::size_t end) const {
  const auto first =
      std::ranges::partition_point(words, [&](const FoldedWord& word) { return word.begin < begin; });
  for (auto word = first; word != words.end() && word->begin < end; ++word)
    if (tables_.label_phrases.may_begin(*word) || tables_.ordinals.may_begin(*word) ||
        tables_.further.may_begin(*word) || tables_.means.may_begin(*word))
      return true;
  return false;
}

// Where the last sentence begins.
std::size_t GoalReader::last_sentence(std::string_view text) const {
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = begin + sentence_end(text.substr(begin), tables_);
    if (end + 1 >= text.size()) return begin;
    begin = end + 1;
  }
}

// "Wójt wyjaśnił, że celem głównym jest …, a cele szczegółowe to …": three.
std::vector<std::string_view> GoalReader::clauses(std::string_view sentence) const {
  const FoldedWords words = folded_words(sentence);
  std::vector<std::string_view> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    // "Jak wyjaśnia Zofia Lis, cele szczegółowe są trzy: …"
    const bool behind_comma = sentence[words[at].end] == ',';
    if (!behind_comma && !tables_.clauses.contains(words[at])) continue;
    // "…, drugim zaś nowe drogi"
    bool gives_goal =
        behind_comma && begins(tables_.turns, words, at + 2) && ordinal_value(words, at + 1, tables_) > 1;
    for (const Label& label : tables_.labels_at(words, at + 1))
      gives_goal = gives_goal || ((label.form == LabelForm::sentence || label.form == LabelForm::sentences) &&
                                  label.phrase.match(words, at + 1) > 0);
    if (!gives_goal) continue;
    const std::size_t end = behind_comma ? words[at].end : words[at].begin;
    found.push_back(utf8::trim(sentence.substr(begin, end - begin)));
    begin = words[at + 1].begin;
  }
  found.push_back(sentence.substr(begin));
  return found;
}

bool GoalReader::read_sentence(std::size_t i, std::string_view sentence) {
  const FoldedWords all = folded_words(sentence);
  std::span<const FoldedWord> words = all;
  // "Trzecim celem …", "Kolejnym celem …", "Trzecim wreszcie celem …"
  int nth = ordinal_value(words, 0, tables_);
  const bool numbered = nth > 0;
  // "Za trzeci cel strategiczny uznaje się …"
  std::vector<FoldedWord> others;
  const int behind = numbered ? 0 : ordinal_value(words, 1, tables_);
  if (behind > 0 || (!numbered && begins(tables_.further, words, 1))) {
    others.assign(words.begin(), words.end());
    others.erase(others.begin() + 1);
    for (const Label& label : tables_.labels_at(others, 0))
      if (label.form == LabelForm::sentence && label.phrase.match(others, 0) > 0) {
        words = others, nth = behind;
        break;
      }
  }
  const std::size_t ordinal = numbered && begins(tables_.further, words, 1) ? 2
                              : numbered || begins(tables_.further, words)  ? 1
                                                                            : 0;
  // One behind "Pierwszym z nich" may begin with any letter.
  std::vector<const Label*> labels;
  if (ordinal == 0) {
    for (const Label& label : tables_.labels_at(words, 0)) labels.push_back(&label);
  } else {
    for (const Label& label : tables_.labels) labels.push_back(&label);
  }
  for (const Label* const candidate : labels) {
    const Label& label = *candidate;
    if (label.form != LabelForm::sentence && label.form != LabelForm::sentences) continue;
    std::size_t first = 0, length = label.phrase.match(words, 0);
    if (length == 0 && ordinal > 0) first = ordinal, length = label.phrase.match(words, ordinal);
    if (length == 0) continue;
    const std::size_t count = first + length;
    if (length >= label.phrase.size() && !about_document(label, words, count)) continue;
    std::string_view rest = utf8::trim(sentence.substr(words[count - 1].end));
    // "Za cel strategiczny uznaje się rozwój gminy."
    static constexpr std::string_view kReflexive = "się ";
    if (rest.starts_with(kReflexive)) rest = utf8::trim(rest.substr(kReflexive.size()));
    // "… cele szczegółowe są trzy: …"
    std::size_t expected = announced_count(words, count);
    // "… cztery cele szczegółowe. Są to: …"
    if (!label.level && label.form == LabelForm::sentences) {
      if (!counted_at_ || i > *counted_at_ + 1 || counted_ < 2) continue;
      expected = counted_;
    } else if (expected > 0 && sentence[words[count].end] == ':')
      rest = rest.substr(words[count].end - words[count].begin);
    if (rest.starts_with(':')) rest = utf8::trim(rest.substr(1));
    // "…, a celami szczegółowymi – nowe drogi i …"
    constexpr std::size_t kBare = 2;
    const bool dash = rest.starts_with("– ") || rest.starts_with("- ") || rest.starts_with("— ");
    if (label.form == LabelForm::sentences && label.level && label.phrase.size() == kBare) {
      if (!dash) continue;
      rest = utf8::trim(rest.substr(rest.find(' ')));
    }
    if (!label.level && !announced_) continue;
    const GoalLevelRank level = label.level ? GoalLevelRank{*label.level, label.rank} : *announced_;
    // "Trzeci cel to przede wszystkim remont szkoły" where the third one is known.
    if (nth > 0 && !rest.empty()) {
      constexpr double kAlike = 0.6;
      const auto known = tree_.nth(nth, level.level);
      // Of the goals that serve another one it is not the first, either.
      std::optional<GoalTree::Index> served;
      for (const GoalTree::Index open : tree_.open())
        if (tree_.rank(open) < level.rank) served = open;
      if (known && tree_[*known].parent == served && tree_.likeness(*known, wording(rest)) < kAlike)
        return false;
    }
    end_lists();
    // "Zadaniami programu są:" in a paragraph of its own.
    if (level.level == GoalLevel::action && tree_.open().empty() &&
        !may_serve({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}, false))
      return false;
    tree_.close_from(level.rank);
    // One goal may well have a semicolon; several that are marked are several goals.
    const bool marked = !rest.empty() && !inline_items(rest).front().number.empty();
    // "Cel główny sformułowano następująco:"
    const bool below = rest.empty() && label.form == LabelForm::sentence && i + 1 < segments_.size() &&
                       segments_[i + 1].marker.family == Family::none && !labels_[i + 1];
    if (below)
      add(level, std::nullopt, segments_[i + 1].text, segments_[i + 1]);
    else if (rest.empty())
      open_list({level}, !next_is_marked(i));
    else if (label.form == LabelForm::sentences || marked)
      read_items_of(i, rest, {level}, expected);
    else
      add(level, std::nullopt, rest, segments_[i]);
    after_wording_ = i;
    if (nth > 0) ordinal_ = {nth, level};
    return true;
  }
  if (read_nth_quoted(i, words, sentence) || read_named_goals(i, words, sentence)) return true;
  // "Służyć temu będą dwa cele operacyjne.": what they are comes next.
  if (only_counts_goals(words)) {
    note_announcement(i, words);
    return false;
  }
  if (read_announced_items(i, words, sentence) || read_means_of(i, words, sentence) ||
      read_means(i, words, sentence) || read_next_ordinal(i, words, sentence))
    return true;
  note_announcement(i, words);
  return false;
}

// Whether the sentence ends with how many goals there are: "… dwa cele operacyjne".
bool GoalReader::only_counts_goals(std::span<const FoldedWord> words) const {
  constexpr std::size_t kLongestLabel = 3;  // words
  for (std::size_t at = words.size() - std::min(words.size(), kLongestLabel + 1); at + 1 < words.size();
       ++at) {
    if (announced_count(words, at) == 0) continue;
    for (const Label& label : tables_.labels_at(words, at + 1, LabelForm::announce))
      if (label.form == LabelForm::announce && label.level != GoalLevel::action &&
          label.phrase.match(words, at + 1) == words.size() - at - 1)
        return true;
  }
  return false;
}

// "… realizowany przez trzy cele operacyjne. Pierwszym z nich jest …"
void GoalReader::note_announcement(std::size_t i, std::span<const FoldedWord> words) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    if (announced_count(words, at) == 0) continue;
    for (const Label& label : tables_.labels_at(words, at + 1, LabelForm::announce))
      if (label.form == LabelForm::announce && label.level != GoalLevel::action &&
          label.phrase.match(words, at + 1) > 0) {
        announced_ = GoalLevelRank{*label.level, label.rank};
        counted_at_ = i;
        counted_ = announced_count(words, at);
        enter_nth(words, at);
      }
  }
}

// "Do pierwszego z nich przypisano dwa cele operacyjne." above what these are.
bool GoalReader::enter_nth(std::span<const FoldedWord> words, std::size_t end) {
  constexpr std::size_t kFirstWords = 4;
  static const Phrase kOfThem("z nich|celów");
  for (std::size_t at = 1; at + 2 < std::min(end, kFirstWords + 2); ++at) {
    const int value = kOfThem.match(words, at + 1) > 0 ? ordinal_value(words, at, tables_) : 0;
    const auto goal = value > 0 ? tree_.nth(value, std::nullopt) : std::nullopt;
    if (!goal || tree_[*goal].level == GoalLevel::action) continue;
    tree_.enter(*goal);
    chapter_ = false;
    return true;
  }
  return false;
}

// "Wskazano trzy cele strategiczne: (1) …, (2) …, (3) …"
bool GoalReader::read_announced_items(std::size_t i, std::span<const FoldedWord> words,
                                      std::string_view sentence) {
  const std::size_t colon = sentence.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view rest = utf8::trim(sentence.substr(colon + 1));
  if (rest.empty()) return false;
  constexpr std::size_t kBehind = 2;  // words between label and colon
  for (std::size_t at = 0; at < words.size() && words[at].end <= colon; ++at)
    for (const Label& label : tables_.labels_at(words, at, LabelForm::announce)) {
      if (label.form != LabelForm::announce || label.level == GoalLevel::action) continue;
      // "… jeden cel operacyjny: nowoczesne szkoły"
      const std::size_t count = label.phrase.match(words, at);
      // "następujące cele operacyjne": the last two words say which.
      const bool goes_on = count > 0 && at + count < words.size() && words[at + count].end <= colon &&
                           begins(tables_.adjectives, words, at + count);
      // "Trzy cele strategiczne odpowiadają wymiarom: …"
      const bool of_others = count > 0 && at + count < words.size() && words[at + count].end <= colon &&
                             begins(tables_.others, words, at + count);
      if (count == 0 || goes_on || of_others ||
          (at + count + kBehind < words.size() && words[at + count + kBehind].end <= colon))
        continue;
      const std::size_t expected = at > 0 ? announced_count(words, at - 1) : 0;
      const auto items = enumerated_items(rest, expected);
      const bool marked = items.size() > 1 && !items.front().number.empty();
      // "Składają się na niego cele operacyjne: … oraz …", right behind the goal that they serve.
      const bool listed = items.size() > 1 && expected == 0 && starts_lower(rest);
      const bool serving = listed && words[at + count - 1].end == colon && serves_open(i, label.rank);
      if (!marked && !serving && !(listed && gives_goals(words, at)) &&
          (expected == 0 || items.size() != expected))
        continue;
      end_lists();
      enter_mentioned(sentence.substr(0, colon));
      add_items({*label.level, label.rank}, items, segments_[i]);
      after_wording_ = i;
      return true;
    }
  return false;
}

// "Przyjęto następujące cele …", and not another document's.
bool GoalReader::gives_goals(std::span<const FoldedWord> words, std::size_t label) const {
  bool given = false;
  for (std::size_t at = 0; at < label; ++at) given = given || begins(tables_.announcers, words, at);
  return given && !of_another_document(words);
}

// Whether goals of this rank would serve the one that was read just now.
bool GoalReader::serves_open(std::size_t i, int rank) const {
  const bool close = after_wording_ && i <= *after_wording_ + 1;
  return close && !chapter_ && !tree_.open().empty() && tree_.rank(tree_.open().back()) < rank;
}

// "Cel ten osiągniemy poprzez budowę …, remont … oraz zakup …": behind a goal's sentence.
bool GoalReader::read_means(std::size_t i, std::span<const FoldedWord> words, std::string_view sentence) {
  const bool close = after_wording_ && i <= *after_wording_ + 1;
  if (!close || chapter_ || tree_.open().empty()) return false;
  for (const Label& label : tables_.labels_at(words, 0, LabelForm::by)) {
    if (label.form != LabelForm::by) continue;
    const std::size_t count = label.phrase.match(words, 0);
    if (count == 0) continue;
    std::string_view rest = sentence.substr(words[count - 1].end);
    if (const std::size_t colon = rest.find(':'); colon != std::string_view::npos)
      rest = rest.substr(colon + 1);
    else if (!folded_words(rest).empty() && announced_count(words, count) > 0)
      return false;  // "… służą dwa działania, które …"
    rest = utf8::trim(rest);
    if (rest.empty()) {
      if (!next_is_marked(i)) return false;
      open_list({{*label.level, label.rank}}, false);
      return true;
    }
    add_items({*label.level, label.rank}, enumerated_items(rest, announced_count(words, count)),
              segments_[i]);
    after_wording_ = i;
    return true;
  }
  // "Złożą się na to: a) …, b) …"
  constexpr std::size_t kMostWords = 10;
  const std::size_t colon = sentence.find(": ");
  if (colon == std::string_view::npos) return false;
  const auto end = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const FoldedWord& w) { return w.end <= colon; }));
  if (end > kMostWords || !announces_means(words, end)) return false;
  const auto items = enumerated_items(utf8::trim(sentence.substr(colon + 1)), 0);
  if (items.size() < 2) return false;
  add_items({GoalLevel::action, kActionRank}, items, segments_[i]);
  after_wording_ = i;
  return true;
}

// "W ramach drugiego z nich powiat planuje: …, …": of the second goal.
bool GoalReader::read_means_of_nth(std::size_t i, std::span<const FoldedWord> words, std::string_view head,
                                   std::string_view items) {
  constexpr std::size_t kMostWords = 8;
  static const Phrase kWithin("w ramach|zakresie");
  const std::size_t within = kWithin.match(words, 0);
  const int ordinal = within > 0 ? ordinal_value(words, within, tables_) : 0;
  if (ordinal == 0 || !starts_lower(items) || folded_words(head).size() > kMostWords) return false;
  const auto goal = tree_.nth(ordinal, std::nullopt);
  if (!goal || tree_[*goal].level == GoalLevel::action) return false;
  end_lists();
  tree_.enter(*goal);
  add_items(GoalLevelRank{}, enumerated_items(items, 0), segments_[i]);
  after_wording_ = i;
  return true;
}

// "Do celu 1 zgłoszono zadania: …, …"
bool GoalReader::read_means_of(std::size_t i, std::span<const FoldedWord> words, std::string_view sentence) {
  constexpr std::size_t kMostWords = 10;
  const std::size_t colon = sentence.find(": ");
  if (tree_.empty() || colon == std::string_view::npos) return false;
  if (read_means_of_nth(i, words, sentence.substr(0, colon), utf8::trim(sentence.substr(colon + 1))))
    return true;
  const auto end = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const FoldedWord& w) { return w.end <= colon; }));
  const std::string_view rest = utf8::trim(sentence.substr(colon + 1));
  if (end == 0 || end > kMostWords || !announces_means(words, end) || !starts_lower(rest)) return false;
  const GoalTree::Path open = tree_.open();
  if (!enter_mentioned(sentence.substr(0, colon))) return false;
  if (tree_.rank(tree_.open().back()) >= kActionRank) return tree_.set_open(open), false;
  const GoalTree::Path mentioned = tree_.open();
  end_lists();
  tree_.set_open(mentioned);
  add_items(GoalLevelRank{}, enumerated_items(rest, announced_count(words, end - 1)), segments_[i]);
  after_wording_ = i;
  return true;
}

// "Drugim – rozwój sieci.", behind "Pierwszym z nich jest …"; "Pierwszy – …", behind "… trzy cele
// strategiczne."
bool GoalReader::read_next_ordinal(std::size_t i, std::span<const FoldedWord> words,
                                   std::string_view sentence) {
  if (words.size() < 2) return false;
  if (announced_ && counted_at_ && i <= *counted_at_ + 1 && ordinal_value(words, 0, tables_) == 1)
    ordinal_ = {0, *announced_};
  if (!ordinal_) return false;
  const bool next = ordinal_value(words, 0, tables_) == ordinal_->value + 1 || begins(tables_.further, words);
  const std::string_view behind = utf8::trim(sentence.substr(words[0].end, words[1].begin - words[0].end));
  const bool turns = behind.empty() && words.size() > 2 && begins(tables_.turns, words, 1);
  if (!next || !(turns || behind == "–" || behind == "-" || behind == "—" || behind == ":")) return false;
  tree_.close_from(ordinal_->level.rank);
  if (!add(ordinal_->level, std::nullopt, sentence.substr(words[turns ? 2 : 1].begin), segments_[i]))
    return false;
  ++ordinal_->value;
  after_wording_ = i;
  return true;
}

// "Jak to osiągniemy?", "Co zrobimy w pierwszej kolejności:" with the list below, in a goal's own part; or as
// the last of some sentences that give the goal itself.
bool GoalReader::read_means_below(std::size_t i) {
  constexpr std::size_t kMostWords = 12;
  const std::string_view text = segments_[i].body();
  if (!(text.ends_with(':') || text.ends_with('?')) || !next_is_marked(i) ||
      segments_[i + 1].marker.family == Family::section)
    return false;
  // "2) lepsze warunki organizacji, realizowane przez:" is an item.
  if (segments_[i].marker.number && without_remark(text).size() < text.size()) return false;
  const std::size_t last = last_sentence(text);
  const FoldedWords words = folded_words(text.substr(last));
  if (words.size() > kMostWords || !(announces_means(words, words.size()) || heads_again(i))) return false;
  const bool read = last > 0 && read_sentences_of(i, text.substr(0, last));
  if (chapter_) return read;
  const auto& open = tree_.open();
  const auto served = std::find_if(open.rbegin(), open.rend(),
                                   [&](GoalTree::Index g) { return tree_.rank(g) < kActionRank; });
  if (served == open.rend() || tree_.served(*served)) return read;
  const GoalTree::Index goal = *served;
  interrupt_list();
  tree_.enter(goal);
  open_list({{GoalLevel::action, kActionRank}}, false);
  return true;
}

// "Zobowiązania:" close below a goal, as below the others: a word of this document's for what they are
// reached by, unless it tells something else.
bool GoalReader::heads_again(std::size_t i) const {
  constexpr std::size_t kMostWords = 3;
  const Segment& segment = segments_[i];
  const FoldedWords words = folded_words(segment.text, kMostWords + 1);
  const bool close = after_wording_ && i <= *after_wording_ + 2;
  if (!close || segment.marker.family != Family::none || words.size() > kMostWords) return false;
  const auto head = heads_.find(segment.text);
  if (head == heads_.end() || head->second < 2) return false;
  for (const PhraseList* list : {&tables_.others, &tables_.columns, &tables_.whens, &tables_.indicators,
                                 &tables_.aparts, &tables_.accords, &tables_.parts})
    for (std::size_t at = 0; at < words.size(); ++at)
      if (begins(*list, words, at)) return false;
  return true;
}

// Whether the first words, up to `end`, say that what a goal is reached by follows.
bool GoalReader::announces_means(std::span<const FoldedWord> words, std::size_t end) const {
  bool means = false;
  for (std::size_t at = 0; at < end; ++at) {
    if (begins(tables_.others, words, at)) return false;
    means = means || begins(tables_.means, words, at);
  }
  return means;
}

// "… dwa działania", "… 3 działania": how many; 0 where no such number stands behind the words.
std::size_t GoalReader::announced_count(std::span<const FoldedWord> words, std::size_t behind) const {
  if (behind >= words.size()) return 0;
  const std::string_view word = words[behind].text;
  if (word.size() == 1 && word[0] >= '2' && word[0] <= '9') return static_cast<std::size_t>(word[0] - '0');
  return tables_.counts.number(words, behind);
}

// "Głównym celem programu jest", and not "Głównym celem spotkania jest".
bool GoalReader::about_document(const Label& label, std::span<const FoldedWord> words,
                                std::size_t count) const {
  if (!label.phrase.has_gap()) return true;
  // "Celem głównym Projektu jest …" in an agreement on it.
  const bool agreement = kind_ == core::DocumentKind::partnership;
  for (std::size_t at = 0; at < count; ++at)
    if (begins(tables_.subjects, words, at) || in_title(words[at]) ||
        (agreement && words[at].text == "projektu"))
      return true;
  return false;
}

// A word of the title in any case: but for its ending.
bool GoalReader::in_title(const FoldedWord& word) const {
  constexpr std::size_t kStem = 5, kEnding = 3;
  return word.text.size() >= kStem &&
         std::any_of(title_words_.begin(), title_words_.end(), [&](const std::string& known) {
           const std::size_t stem =
               std::max(kStem, std::min(known.size(), word.text.size()) - std::min(kEnding, known.size()));
           return known.compare(0, stem, word.text, 0, stem) == 0;
         });
}

}  // namespace szukajst::indexer::extract
