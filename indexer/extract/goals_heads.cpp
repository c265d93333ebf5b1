// Labels whose wordings stand further on: heads of a table's columns side by side, keywords above the
// sentence, rows of a table of measures.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using Family = Marker::Family;

// Whether the segment is a label with a number and nothing else.
bool GoalReader::numbered_head(std::size_t i) const {
  const auto& label = labels_[i];
  return label && label->number && label->rest.empty() && label->tail.empty() && !label->bare &&
         label->labels.size() == 1 && segments_[i].row == 0 && segments_[i].marker.family == Family::none;
}

// Whether the segment may be a goal's wording that stands alone.
bool GoalReader::bare_wording(std::size_t i) const {
  constexpr std::size_t kLongest = 250;  // bytes
  const Segment& segment = segments_[i];
  return !labels_[i] && segment.row == 0 && segment.marker.family == Family::none &&
         segment.text.size() <= kLongest && starts_upper(segment.text) && !segment.text.ends_with('.') &&
         !segment.text.ends_with(':');
}

// "Cel strategiczny 1", "Cel strategiczny 2", and behind them their wordings in the same order: a table's row
// of heads above a row of cells, a cell a line.
void GoalReader::spread_heads() {
  constexpr std::size_t kFewest = 2;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    std::size_t end = i;
    const auto goes_on = [&] {
      if (end >= segments_.size() || !numbered_head(end)) return false;
      if (end == i) return true;
      const LabelMatch &head = *labels_[end], &before = *labels_[end - 1];
      return head.labels.front() == before.labels.front() && segments_[end].blank_before == 0 &&
             head.number->parts.size() == before.number->parts.size() &&
             head.number->parts.back() == before.number->parts.back() + 1;
    };
    while (goes_on()) ++end;
    const std::size_t count = end - i, last = end + count;
    if (count < kFewest || last > segments_.size()) {
      if (end > i) i = end - 1;
      continue;
    }
    bool fits = segments_[end].blank_before == 0;
    for (std::size_t k = end; k < last && fits; ++k) fits = bare_wording(k);
    // One more wording than heads: some of the lines belong together, and nobody knows which.
    fits = fits && (last == segments_.size() || segments_[last].blank_before > 0 || !bare_wording(last));
    if (fits) {
      std::vector<Segment> spread;
      for (std::size_t k = 0; k < count; ++k) {
        spread.push_back(std::move(segments_[i + k]));
        spread.push_back(std::move(segments_[end + k]));
      }
      std::ranges::move(spread, segments_.begin() + static_cast<std::ptrdiff_t>(i));
      for (std::size_t k = i; k < last; ++k) labels_[k] = read_label(segments_[k].text, tables_);
    }
    i = last - 1;
  }
}

// "Cel strategiczny: Ludzie" above "Dobrze wykształceni mieszkańcy powiatu" and a label: a keyword above the
// goal. Two of them, and no goal of that label without, make a way of writing.
void GoalReader::drop_keywords() {
  constexpr std::size_t kMostWords = 2, kFewestWords = 3, kFewest = 2;
  std::map<const Label*, std::vector<std::size_t>> found;
  std::map<const Label*, std::size_t> worded;  // how many have words behind them
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const auto& label = labels_[i];
    if (!label || label->rest.empty() || label->bare || label->labels.size() > 1) continue;
    const Label* const named = label->labels.front();
    if (named->form != LabelForm::goal || !named->level || segments_[i].row > 0) continue;
    ++worded[named];
    if (i + 2 < segments_.size() && folded_words(label->rest, kMostWords + 1).size() <= kMostWords &&
        bare_wording(i + 1) && folded_words(segments_[i + 1].text, kFewestWords).size() >= kFewestWords &&
        labels_[i + 2])
      found[named].push_back(i);
  }
  for (const auto& [named, heads] : found) {
    if (heads.size() < kFewest || heads.size() < worded[named]) continue;
    for (const std::size_t i : heads) {
      std::string& text = segments_[i].text;
      text.resize(static_cast<std::size_t>(labels_[i]->rest.data() - text.data()));
      text.resize(utf8::trim(text).size());
      labels_[i] = read_label(text, tables_);
    }
  }
}

// "Cel strategiczny 1" above "Liczba miejsc w żłobkach", the goal having its wording elsewhere: a row of a
// table of measures.
void GoalReader::free_measured() {
  const auto measured = [&](std::size_t i) {
    return numbered_head(i) && i + 1 < segments_.size() && !labels_[i + 1] &&
           begins(tables_.measures, folded_words(segments_[i + 1].text, 2));
  };
  const auto name = [&](std::size_t i) {
    return std::pair{labels_[i]->labels.front()->rank, labels_[i]->number->printed};
  };
  std::map<std::pair<int, std::string>, bool> worded;
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (!labels_[i] || labels_[i]->bare || !labels_[i]->number) continue;
    if (measured(i))
      rows.push_back(i);
    else
      worded[name(i)] = true;
  }
  for (const std::size_t i : rows)
    if (worded.contains(name(i))) labels_[i].reset();
}

// Takes out the segments [from, to) with their labels. What labels tell of their wordings are parts of their
// segments' texts, which move.
void GoalReader::take_out(std::size_t from, std::size_t to) {
  struct Part {
    std::size_t begin, size;
    Part(std::string_view part, const std::string& text)
        : begin(part.empty() ? 0 : static_cast<std::size_t>(part.data() - text.data())), size(part.size()) {}
    std::string_view in(const std::string& text) const { return std::string_view(text).substr(begin, size); }
  };
  std::vector<std::pair<Part, Part>> parts;  // rest and tail, of each label from `to` on
  for (std::size_t k = to; k < segments_.size(); ++k)
    if (labels_[k])
      parts.emplace_back(Part(labels_[k]->rest, segments_[k].text),
                         Part(labels_[k]->tail, segments_[k].text));
  const auto begin = static_cast<std::ptrdiff_t>(from), end = static_cast<std::ptrdiff_t>(to);
  segments_.erase(segments_.begin() + begin, segments_.begin() + end);
  labels_.erase(labels_.begin() + begin, labels_.begin() + end);
  auto part = parts.begin();
  for (std::size_t k = from; k < segments_.size(); ++k) {
    if (!labels_[k]) continue;
    labels_[k]->rest = part->first.in(segments_[k].text);
    labels_[k]->tail = part->second.in(segments_[k].text);
    ++part;
  }
}

// "Cele operacyjne", "Działania", "Realizatorzy" above "1. Nowe drogi" and "a) most": the heads of a table
// whose cells have a line each. Two of them head one list of two levels; the others say what else the table
// has.
void GoalReader::join_column_heads() {
  constexpr std::size_t kMostHeads = 5, kMostWords = 3;
  const auto lists = [&](std::size_t i) {
    const auto& label = labels_[i];
    return label && !label->number && !label->colon && !label->bare && label->rest.empty() &&
           label->tail.empty() && label->labels.size() == 1 &&
           label->labels.front()->form == LabelForm::list && label->labels.front()->level &&
           segments_[i].row == 0 && segments_[i].marker.family == Family::none;
  };
  const auto other_head = [&](std::size_t i) {
    const FoldedWords words = folded_words(segments_[i].text, kMostWords + 1);
    return !labels_[i] && segments_[i].row == 0 && segments_[i].marker.family == Family::none &&
           segments_[i].blank_before == 0 && words.size() <= kMostWords && starts_upper(segments_[i].text);
  };
  for (std::size_t i = 0; i + 1 < segments_.size(); ++i) {
    if (!lists(i) || !lists(i + 1) || segments_[i + 1].blank_before > 0 ||
        labels_[i]->labels.front()->rank >= labels_[i + 1]->labels.front()->rank)
      continue;
    std::size_t first = i + 2;
    while (first < std::min(segments_.size(), i + 2 + kMostHeads) && other_head(first)) ++first;
    if (first + 1 >= segments_.size()) return;
    const Marker &outer = segments_[first].marker, &inner = segments_[first + 1].marker;
    const auto begins_list = [](const Marker& marker) {
      return marker.number && marker.number->parts == std::vector<int>{1};
    };
    if (!begins_list(outer) || !begins_list(inner) || outer.family == inner.family) continue;
    segments_[i].text += " i " + utf8::lower(segments_[i + 1].text);
    labels_[i] = read_label(segments_[i].text, tables_);
    take_out(i + 1, first);
  }
}

}  // namespace szukajst::indexer::extract
