// The labels of practice cards, known whatever scanning did to them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/result.h"
#include "indexer/extract/phrase.h"

namespace szukajst::indexer::extract {

// Immutable and thread-safe.
class PracticeLabels {
 public:
  // Reads practice_labels.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<PracticeLabels> load(const std::filesystem::path& folder);

  struct Match {
    std::size_t bytes = 0;  // of the text; 0 where it begins with no label
    bool sure = false;      // hardly anything but a practice has such a label
  };
  // The longest label that the text begins with: a beginning that the table has, and the words of labels
  // behind it. With `exact` no word may have a wrong letter.
  Match match(std::string_view text, bool exact = false) const;
  bool known(std::string_view label) const { return match(label).bytes > 0; }
  // Whether nothing but a known label stands in the text.
  bool whole(std::string_view text) const { return !text.empty() && match(text).bytes == text.size(); }
  // Whether the line stands over a card ("M E T R Y K A", "Karta praktyki").
  bool heading(std::string_view line) const;
  // Whether a label may begin with the word: found out once for a word and thread.
  bool may_begin(const FoldedForm& form) const;
  // Whether the line speaks of practices.
  bool theme(std::string_view line) const;

 private:
  struct Label {
    std::vector<std::string> words;  // as they are compared; the last may be a stem
    bool stem = false;
    bool sure = false;
  };
  static Label label_of(std::string_view text);
  static bool begins(const std::vector<Label>& labels, const std::vector<std::string>& words);
  // Whether a label may have the word first, one letter of which may be wrong.
  bool may_begin(const std::string& word) const;
  const Label* longest(const std::vector<std::string>& words, bool exact, std::size_t& taken) const;

  FoldedForm::Notes::Taker taker_;
  std::unordered_map<std::string, std::vector<Label>> by_first_;
  struct First {
    std::string word;
    WordSketch sketch;
  };
  std::vector<std::vector<First>> firsts_;  // those first words by their length, for damaged ones
  std::vector<Label> headings_;
  std::vector<Label> series_;                // what a title of a series begins with, and no label
  std::unordered_set<std::string> further_;  // words that labels go on with
  std::vector<std::string> themes_;
};

}  // namespace szukajst::indexer::extract
