#include "indexer/extract/practice_labels.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/phrase.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kLongestLabel = 9;  // words
constexpr std::size_t kTolerant = 5;      // letters of a word of which one may be wrong

// A folded word with letters for the digits that scanners make of them.
std::string worn(std::string word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return word;
  for (char& c : word) {
    if (c == '0' || c == '6') c = 'o';
    if (c == '1') c = 'l';
  }
  return word;
}

bool same(const std::string& word, const std::string& known, bool exact = false) {
  return word == known || (!exact && known.size() >= kTolerant && nearly_equal(word, known));
}

// "M E T R Y K A" → "metryka"
std::string joined(std::string_view line) {
  std::string text = utf8::lower(utf8::collapse(line));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t letter = at;
    utf8::next(text, at);
    if (at >= text.size()) break;
    if (text[at] != ' ' || (letter > 0 && text[letter - 1] != ' ')) return text;
    ++at;
  }
  std::erase(text, ' ');
  return text;
}

std::vector<std::string> worn_words(std::span<const FoldedWord> words) {
  std::vector<std::string> result;
  for (const FoldedWord& word : words) result.push_back(worn(std::string(word.text)));
  return result;
}

}  // namespace

PracticeLabels::Label PracticeLabels::label_of(std::string_view text) {
  Label label;
  label.stem = text.ends_with('*');
  label.words = worn_words(folded_words(text));
  return label;
}

core::Result<PracticeLabels> PracticeLabels::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "practice_labels.tsv";
  auto rows = read_table(file, 2);
  if (!rows) return rows.error();
  PracticeLabels labels;
  for (const Row& row : *rows) {
    Label label = label_of(row.cell(1));
    if (label.words.empty()) return bad_row(file, row, "no words");
    if (row.cell(0) == "heading") {
      labels.headings_.push_back(std::move(label));
    } else if (row.cell(0) == "series") {
      labels.series_.push_back(std::move(label));
    } else if (row.cell(0) == "word") {
      labels.further_.insert(label.words.begin(), label.words.end());
    } else if (row.cell(0) == "theme") {
      labels.themes_.push_back(utf8::lower(utf8::fold(row.cell(1))));
    } else if (row.cell(0) == "sure" || row.cell(0) == "likely") {
      label.sure = row.cell(0) == "sure";
      labels.by_first_[label.words.front()].push_back(std::move(label));
    } else {
      return bad_row(file, row, "'" + row.cell(0) + "' is no kind of label");
    }
  }
  for (const auto& [first, all] : labels.by_first_) {
    if (labels.firsts_.size() <= first.size()) labels.firsts_.resize(first.size() + 1);
    labels.firsts_[first.size()].push_back({first, WordSketch(first)});
  }
  return labels;
}

const PracticeLabels::Label* PracticeLabels::longest(const std::vector<std::string>& words, bool exact,
                                                     std::size_t& taken) const {
  const Label* best = nullptr;
  const auto consider = [&](const std::vector<Label>& labels) {
    for (const Label& label : labels) {
      if (label.words.size() > words.size() || (best != nullptr && label.words.size() <= taken)) continue;
      bool meets = true;
      for (std::size_t i = 1; i < label.words.size() && meets; ++i) {
        const bool stem = label.stem && i + 1 == label.words.size();
        meets = stem ? words[i].starts_with(label.words[i]) : same(words[i], label.words[i], exact);
      }
      if (!meets) continue;
      best = &label;
      taken = label.words.size();
    }
  };
  if (const auto there = by_first_.find(words.front()); there != by_first_.end()) {
    consider(there->second);
  } else if (!exact) {
    const std::string& word = words.front();
    const WordSketch sketch(word);
    for (std::size_t length = word.size() - 1; length <= word.size() + 1 && length < firsts_.size(); ++length)
      for (const First& first : firsts_[length])
        if (first.sketch.may_be_near(sketch) && same(word, first.word)) consider(by_first_.at(first.word));
  }
  return best;
}

bool PracticeLabels::may_begin(const std::string& word) const {
  if (by_first_.contains(word)) return true;
  const WordSketch sketch(word);
  for (std::size_t length = word.size() - 1; length <= word.size() + 1 && length < firsts_.size(); ++length)
    for (const First& first : firsts_[length])
      if (first.sketch.may_be_near(sketch) && same(word, first.word)) return true;
  return false;
}

bool PracticeLabels::may_begin(const FoldedForm& form) const {
  return form.notes.of(taker_, [&] { return std::uint64_t{may_begin(worn(form.text))}; }) != 0;
}

PracticeLabels::Match PracticeLabels::match(std::string_view text, bool exact) const {
  constexpr std::size_t kLongest = 120;  // bytes
  constexpr std::size_t kMark = 3;       // a bullet or a quotation mark before the label
  const FoldedWords first = folded_words(text.substr(0, kLongest), 1);
  if (first.empty() || first[0].begin > kMark || !may_begin(*first[0].form) ||
      (exact && !by_first_.contains(worn(std::string(first[0].text)))))
    return {};
  const FoldedWords found = folded_words(text.substr(0, kLongest), kLongestLabel);
  std::vector<std::string> words = worn_words(found);
  if (begins(series_, words)) return {};
  std::size_t taken = 0;
  const Label* label = longest(words, exact, taken);
  if (label == nullptr) return {};
  // Nothing but a space, a hyphen or a slash stands between the words of one label.
  const auto parted = [&](std::size_t word) {
    const std::string_view gap = text.substr(found[word - 1].end, found[word].begin - found[word - 1].end);
    return gap != " " && gap != "-" && gap != "/" && gap != " / " && gap != ". ";
  };
  for (std::size_t i = 1; i < taken; ++i)
    if (parted(i)) return {};
  while (taken < found.size() && !parted(taken) && further_.contains(words[taken])) ++taken;
  // "wspólnie z Gminą Lubicz": no label, though it is one without its marks.
  for (std::size_t i = 0; exact && i < taken; ++i)
    if (text.substr(0, found[i].end).ends_with("ą") || text.substr(0, found[i].end).ends_with("ę")) return {};
  // "Liczba mieszkańców (2019)": what stands in brackets behind it.
  std::size_t end = found[taken - 1].end;
  if (text.substr(end).starts_with(" ("))
    if (const std::size_t close = text.find(')', end); close != std::string_view::npos) end = close + 1;
  if (text.substr(end).starts_with(".")) ++end;
  // "Powiat / województwo": two labels of one value.
  for (const std::string_view slash : {" / ", "/"})
    if (text.substr(end).starts_with(slash))
      if (const std::size_t second = match(text.substr(end + slash.size()), exact).bytes; second > 0)
        return {end + slash.size() + second, label->sure};
  return {end, label->sure};
}

bool PracticeLabels::begins(const std::vector<Label>& labels, const std::vector<std::string>& words) {
  return std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
    if (label.words.size() > words.size()) return false;
    for (std::size_t i = 0; i < label.words.size(); ++i)
      if (!same(words[i], label.words[i])) return false;
    return true;
  });
}

bool PracticeLabels::heading(std::string_view line) const {
  constexpr std::size_t kLongestHeading = 45;  // code points
  if (line.find(':') != std::string_view::npos || utf8::length(line) > kLongestHeading) return false;
  const std::vector<std::string> words = worn_words(folded_words(joined(line)));
  return begins(headings_, words);
}

bool PracticeLabels::theme(std::string_view line) const {
  const std::string plain = utf8::lower(utf8::fold(line));
  return std::any_of(themes_.begin(), themes_.end(),
                     [&](const std::string& theme) { return plain.find(theme) != std::string::npos; });
}

}  // namespace szukajst::indexer::extract
