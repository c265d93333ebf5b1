// The rows of goals.tsv and goals_words.tsv as the goal extractor walks them. Internal to it.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/kinds.h"
#include "indexer/extract/goals.h"
#include "indexer/extract/phrase.h"

namespace szukajst::indexer::extract {

// As data/goals.tsv describes them.
enum class LabelForm { goal, numbered, list, sentence, sentences, by, announce, mention, code };

struct Label {
  Phrase phrase;
  LabelForm form;
  std::optional<core::GoalLevel> level;  // none: by the depth of the number
  int rank = 0;
  std::string group;
};

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
  // By the first_letters of what a word begins with: those that may begin so.
  std::array<std::array<std::vector<const Label*>, kFirstLetters>, kFirstLetters> labels_by_letters;
  // Those that may begin with the word; at words[at].
  SomeLabels labels_at(const FoldedWord& word) const {
    return SomeLabels(labels_by_letters[word.sketch.first][word.sketch.second]);
  }
  SomeLabels labels_at(const std::vector<FoldedWord>& words, std::size_t at) const {
    return at < words.size() ? labels_at(words[at]) : SomeLabels();
  }
  std::vector<Phrase> tails, subjects, columns, numbers, whens, slogans, terms, furniture, contents, chapters,
      details, ordinals, further, relatives, contacts, verbs, names, performers, announcers, leads, means,
      others, titles, speeches, scopes, references, indicators, measures, whos, doers, visions, missions,
      counts, parties, captions;  // ordinals: "first", "second" …, counts: "two", "three" … in this order
  std::set<std::string, std::less<>> joints, shorts, clauses;  // folded words
  std::vector<std::string> endings;                            // folded, of words that begin goals
  std::vector<std::string> obliques;  // folded, of nouns in the genitive and the like
  std::vector<std::string> nouns;     // that a numbered item's label may lack
};

// 1 for "pierwszy", 2 for "drugi" …, in any case and gender; 0 where words[at] is no ordinal.
int ordinal_value(const std::vector<FoldedWord>& words, std::size_t at, const GoalRules::Tables& tables);

// Whether the text's last words are one of the phrases of up to three words.
bool ends_with_phrase(std::string_view text, const std::vector<Phrase>& phrases);

// Whether one of the phrases begins at words[at].
bool begins(const std::vector<Phrase>& phrases, const std::vector<FoldedWord>& words, std::size_t at = 0);

}  // namespace szukajst::indexer::extract
