// Goals that a sentence names in its midst, label and wording.
#include "indexer/extract/goals_reader.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::GoalLevel;

namespace {

bool quote_begins(std::string_view text) {
  return text.starts_with("„") || text.starts_with(",,") || text.starts_with("\"") || text.starts_with("«");
}

// Where the first quotation of the text begins; its size where none does.
std::size_t first_quote(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !quote_begins(text.substr(at))) ++at;
  return at;
}

// Behind the quotation that the text begins with.
std::string_view behind_quote(std::string_view text) {
  const std::string_view inside = quoted(text);
  if (inside.empty()) return {};
  std::string_view behind =
      text.substr(static_cast<std::size_t>(inside.data() - text.data()) + inside.size());
  for (const std::string_view close : {"”", "“", "\"", "»", "''"})
    if (behind.starts_with(close)) return behind.substr(close.size());
  return behind;
}

}  // namespace

// Whether the words say that another document's goals are meant: "… zgodny z celem strategicznym kraju".
bool GoalReader::of_another_document(std::span<const FoldedWord> words) const {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (begins(tables_.foreign, words, at) && !in_title(words[at])) return true;
  return false;
}

// "Dokument wskazuje cel nadrzędny: „Zdrowa gmina”", "… cel operacyjny 3.1 „Drogi”, a także 3.2 „Chodniki”",
// "Odpowiedzią jest cel główny programu: zdrowa gmina".
bool GoalReader::read_named_goals(std::size_t i, std::span<const FoldedWord> words,
                                  std::string_view sentence) {
  constexpr std::size_t kShortestLabel = 2;  // words
  std::size_t read = 0;                      // up to this byte
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (words[at].begin < read) continue;
    const Label* label = nullptr;
    std::size_t count = 0;
    for (const Label& known : tables_.labels_at(words, at, LabelForm::goal))
      if (known.form == LabelForm::goal && known.phrase.size() >= kShortestLabel)
        if (const std::size_t met = known.phrase.match(words, at, true); met > count)
          label = &known, count = met;
    if (!label || of_another_document(words)) continue;
    const std::string_view behind = sentence.substr(words[at + count - 1].end);
    if (const std::size_t end = read_quoted(i, *label, behind); end > 0)
      read = words[at + count - 1].end + end;
    else if (read_named_behind_colon(i, *label, words, at, sentence))
      read = sentence.size();
  }
  if (read > 0) after_wording_ = i;
  return read > 0;
}

// Quotations behind a label, and those that go on the first: where the last of them ends; 0 where none stands
// close to it.
std::size_t GoalReader::read_quoted(std::size_t i, const Label& label, std::string_view behind) {
  constexpr std::size_t kBetween = 40, kMostWords = 3;  // bytes, words between label and quotation
  std::size_t end = 0;
  for (std::string_view rest = behind;;) {
    const std::size_t at = first_quote(rest);
    const std::string_view between = rest.substr(0, at);
    if (at == rest.size() || at > kBetween) return end;
    const FoldedWords words = folded_words(between);
    std::optional<Number> number;
    for (const FoldedWord& word : words)
      if (auto found = read_number(between, word.begin); found && !found->letter && !number)
        number = std::move(found);
    // Behind the first a number says that it goes on, or a word that joins both.
    const bool joined = number || (words.size() == 1 && tables_.joints.contains(words[0]));
    const std::size_t parts = number ? number->parts.size() : 0;
    if (words.size() > kMostWords + parts || (end > 0 && !joined)) return end;
    // "cel operacyjny jest „…”" gives it, "… przyjęto, że „…”" says something of it.
    if (between.find(", ") != std::string_view::npos && end == 0) return end;
    if (!add(tree_.level_of(label, number), number, quoted(rest.substr(at)), segments_[i])) return end;
    rest = behind_quote(rest.substr(at));
    end = behind.size() - rest.size();
  }
}

// "… jest cel główny programu: zdrowa gmina", to the sentence's end.
bool GoalReader::read_named_behind_colon(std::size_t i, const Label& label, std::span<const FoldedWord> words,
                                         std::size_t at, std::string_view sentence) {
  constexpr std::size_t kMostTailWords = 4;
  const std::size_t count = label.phrase.match(words, at, true);
  const std::size_t colon = sentence.find(": ", words[at + count - 1].end);
  if (colon == std::string_view::npos) return false;
  std::size_t behind = at + count;
  while (behind < words.size() && words[behind].end <= colon) ++behind;
  if (behind - at - count > kMostTailWords ||
      sentence.substr(words[at + count - 1].end, colon - words[at + count - 1].end).find(',') !=
          std::string_view::npos)
    return false;
  bool given = false;
  for (std::size_t k = 0; k < at; ++k)
    given = given || begins(tables_.verbs, words, k) || begins(tables_.announcers, words, k);
  const std::string_view rest = utf8::trim(sentence.substr(colon + 1));
  if (!given || rest.find(':') != std::string_view::npos || inline_items(rest).size() != 1) return false;
  tree_.close_from(label.rank);
  return add(tree_.level_of(label, std::nullopt), std::nullopt, rest, segments_[i]).has_value();
}

// "Pierwszy z nich, „Zdrowa gmina”, osiągniemy przez:"
bool GoalReader::read_nth_quoted(std::size_t i, std::span<const FoldedWord> words,
                                 std::string_view sentence) {
  constexpr std::size_t kMostWords = 5;
  const int value = ordinal_value(words, 0, tables_);
  const std::size_t quote = first_quote(sentence);
  if (value == 0 || quote == sentence.size()) return false;
  const FoldedWords before = folded_words(sentence.substr(0, quote));
  if (before.size() > kMostWords) return false;
  std::optional<GoalLevelRank> level = announced_;
  for (const Label& label : tables_.labels_at(words, 1, LabelForm::goal))
    if (label.form == LabelForm::goal && label.phrase.match(words, 1, true) > 1)
      level = tree_.level_of(label, std::nullopt);
  if (!level) return false;
  end_lists();
  tree_.close_from(level->rank);
  if (!add(*level, std::nullopt, quoted(sentence.substr(quote)), segments_[i])) return false;
  ordinal_ = {value, *level};
  after_wording_ = i;
  read_means_behind(i, behind_quote(sentence.substr(quote)));
  return true;
}

// ", osiągniemy przez: …", behind a goal that the sentence gives: what it is reached by, here or below.
void GoalReader::read_means_behind(std::size_t i, std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return;
  const FoldedWords words = folded_words(text.substr(0, colon));
  GoalLevelRank level;
  bool announced = announces_means(words, words.size());
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const Label& label : tables_.labels_at(words, at, LabelForm::announce))
      if (label.form == LabelForm::announce && label.phrase.match(words, at) > 1) {
        level = {*label.level, label.rank};
        announced = true;
      }
  if (!announced) return;
  const std::string_view rest = utf8::trim(text.substr(colon + 1));
  if (!rest.empty())
    add_items(level, enumerated_items(rest, 0), segments_[i]);
  else if (next_is_marked(i))
    open_list({level}, false);
}

}  // namespace szukajst::indexer::extract
