// The rows of goals.tsv and goals_words.tsv as the goal extractor walks them. Internal to it.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/kinds.h"
#include "indexer/extract/goals.h"
#include "indexer/extract/phrase_list.h"

namespace szukajst::indexer::extract {

// As data/goals.tsv describes them.
enum class LabelForm { goal, numbered, list, sentence, sentences, by, announce, mention, code };
// Those of labels that begin lines.
inline bool labels_goals(LabelForm form) {
  return form == LabelForm::goal || form == LabelForm::numbered || form == LabelForm::list;
}
constexpr std::size_t kLabelForms = static_cast<std::size_t>(LabelForm::code) + 1;

struct Label {
  Phrase phrase;
  LabelForm form;
  std::optional<core::GoalLevel> level;  // none: by the depth of the number
  int rank = 0;
  std::string group;
  bool names_noun = false;  // one of its words is in GoalRules::Tables::noun_words
};

// By the first_letters of what a word begins with: the labels that may begin so.
using LabelsByLetters = std::array<std::array<std::vector<const Label*>, kFirstLetters>, kFirstLetters>;

// Some of the labels, in the order of the table.
class SomeLabels {
 public:
  SomeLabels() = default;
  explicit SomeLabels(const std::vector<const Label*>& labels) : labels_(labels) {}
  struct Iterator {
    const Label* const* place;
    const Label& operator*() const { return **place; }
    Iterator& operator++() { return ++place, *this; }
    bool operator==(const Iterator&) const = default;
  };
  Iterator begin() const { return {labels_.data()}; }
  Iterator end() const { return {labels_.data() + labels_.size()}; }

 private:
  std::span<const Label* const> labels_;
};

struct GoalRules::Tables {
  std::vector<Label> labels;  // those of more words first
  LabelsByLetters labels_by_letters;
  LabelsByLetters other_labels_by_letters;  // without those that name a noun
  // Those that may begin with the word; at words[at].
  SomeLabels labels_at(const FoldedWord& word) const {
    return label_phrases.may_begin(word)
               ? SomeLabels(labels_by_letters[word.sketch().first][word.sketch().second])
               : SomeLabels();
  }
  SomeLabels labels_at(std::span<const FoldedWord> words, std::size_t at) const {
    return at < words.size() ? labels_at(words[at]) : SomeLabels();
  }
  // The same; none where no label of the form does.
  SomeLabels labels_at(std::span<const FoldedWord> words, std::size_t at, LabelForm form) const {
    const bool may =
        at < words.size() && phrases_of_form[static_cast<std::size_t>(form)].may_begin(words[at]);
    return may ? SomeLabels(labels_by_letters[words[at].sketch().first][words[at].sketch().second])
               : SomeLabels();
  }
  PhraseBook book;
  PhraseList label_phrases;                             // of all labels
  std::array<PhraseList, kLabelForms> phrases_of_form;  // the same, by the form of the label
  PhraseList goal_phrases;  // of those that begin lines: the forms goal, numbered and list
  PhraseList noun_words;    // what labels that need one have for a noun: "cel|cele|celów|celach|celami"
  std::size_t farthest_noun = 0;  // in words, from where such a label begins
  // Of all labels and of all else without which a document has no aims; and of those that name no noun.
  PhraseList beginnings, other_beginnings;
  PhraseList tails, subjects, columns, numbers, whens, slogans, terms, furniture, contents, chapters, details,
      ordinals, further, relatives, contacts, verbs, names, performers, announcers, leads, means, others,
      titles, speeches, scopes, references, indicators, measures, whos, doers, posts, visions, missions,
      counts, parties, captions, foreign, accords, aparts, parts, headings, questions, services, serves,
      duties, appositions, listings, tiers, equals, kinds, turns, overviews,
      adjectives;  // ordinals: "first", "second" …, counts: "two", "three" … in this order
  Phrase realisations = Phrase("realizacj*|osiągnięci*");  // begin what serves a goal that is named
  FoldedSet joints, shorts, clauses, namings;
  std::vector<std::string> obliques;  // folded, of unknown words that begin no wording
  std::vector<std::string> endings;   // folded, of words that begin goals
  std::vector<std::string> nouns;     // that a numbered item's label may lack
};

// 1 for "pierwszy", 2 for "drugi" …, in any case and gender; 0 where words[at] is no ordinal.
int ordinal_value(std::span<const FoldedWord> words, std::size_t at, const GoalRules::Tables& tables);

// Whether the text's last words are one of the phrases of up to three words.
bool ends_with_phrase(std::string_view text, const PhraseList& phrases);

// Whether one of the phrases begins at words[at].
inline bool begins(const PhraseList& phrases, std::span<const FoldedWord> words, std::size_t at = 0) {
  return phrases.begins(words, at);
}

}  // namespace szukajst::indexer::extract
