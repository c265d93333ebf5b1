// Cards whose fields say of each goal what it is: "Rodzaj celu: operacyjny", "Oznaczenie: I.1", "Brzmienie
// celu: Nowe drogi".
#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

// "Rodzaj celu" and "strategiczny" of "Rodzaj celu: strategiczny".
struct Field {
  std::string_view name, value;
};

Field field_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  return {text.substr(0, colon), utf8::trim(text.substr(colon + 1))};
}

}  // namespace

// The label that "strategiczny", as a goal's kind, stands for; null for other words.
const Label* GoalReader::label_of_kind(std::string_view kind) const {
  constexpr std::size_t kMostWords = 3;
  if (kind.empty() || folded_words(kind, kMostWords + 1).size() > kMostWords) return nullptr;
  for (const std::string& full : {std::string(kind), "cel " + std::string(kind)})
    if (const auto label = read_label(full, tables_);
        label && label->rest.empty() && label->tail.empty() && label->labels.size() == 1 &&
        label->labels.front()->level && label->labels.front()->group != "area")
      return label->labels.front();
  return nullptr;
}

// Each card's wording gets the label that its kind stands for, and the number of its field.
void GoalReader::find_field_cards() {
  constexpr std::size_t kMostFields = 10;
  struct Card {
    std::size_t kind, wording;
    const Label* label;
    std::optional<Number> number;
  };
  std::vector<Card> cards;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Field kind = field_of(segments_[i].body());
    if (segments_[i].row > 0 || !begins(tables_.kinds, folded_words(kind.name))) continue;
    Card card{i, i, label_of_kind(kind.value), std::nullopt};
    if (card.label == nullptr) continue;
    for (std::size_t k = i + 1; k < std::min(segments_.size(), i + kMostFields) && card.wording == i; ++k) {
      const Field field = field_of(segments_[k].body());
      const FoldedWords words = folded_words(field.name);
      if (begins(tables_.kinds, words) || segments_[k].row > 0) break;
      if (begins(tables_.names, words) && !field.value.empty())
        card.wording = k;
      else if (begins(tables_.numbers, words) && !card.number)
        card.number = read_number(field.value, 0);
    }
    if (card.wording > i) cards.push_back(std::move(card));
  }
  if (cards.size() < 2) return;
  for (Card& card : cards) {
    const Label& label = own_labels_.emplace_back(
        Label{card.label->phrase, LabelForm::goal, card.label->level, card.label->rank, {}});
    for (std::size_t k = card.kind; k < card.wording; ++k) labels_[k].reset();
    labels_[card.wording] = LabelMatch{
        {&label}, std::move(card.number), true, false, {}, field_of(segments_[card.wording].body()).value};
  }
}

// "Kod celu: C1", the code there or in the next line, above "Cel strategiczny: Czyste rzeki": the goal's
// number.
void GoalReader::number_coded_cards() {
  std::vector<std::array<std::size_t, 2>> found;  // the field, the label
  std::vector<Number> numbers;
  for (std::size_t i = 0; i + 1 < segments_.size(); ++i) {
    const std::string_view text = segments_[i].body();
    const std::size_t colon = text.find(':');
    if (segments_[i].row > 0 || colon == std::string_view::npos) continue;
    const FoldedWords words = folded_words(text.substr(0, colon));
    if (words.empty() || tables_.numbers.longest(words, 0) != words.size()) continue;
    std::string_view value = utf8::trim(text.substr(colon + 1));
    std::size_t next = i + 1;
    if (value.empty()) value = segments_[next++].text;
    auto number = read_number(value, 0);
    if (!number || number->end != value.size() || next >= segments_.size()) continue;
    const auto& label = labels_[next];
    if (!label || label->bare || label->number || label->labels.size() > 1 ||
        label->labels.front()->form != LabelForm::goal)
      continue;
    found.push_back({i, next});
    numbers.push_back(*std::move(number));
  }
  if (found.size() < 2) return;
  for (std::size_t k = 0; k < found.size(); ++k) {
    for (std::size_t i = found[k][0]; i < found[k][1]; ++i) labels_[i].reset();
    labels_[found[k][1]]->number = std::move(numbers[k]);
  }
}

}  // namespace szukajst::indexer::extract
