// Chapters that list the goals of other documents: "2. Spójność z dokumentami wyższego rzędu".
#include <algorithm>

#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {

using core::GoalLevel;
using Family = Marker::Family;

namespace {

// "3" or "2.5" behind "2.4", "3" behind "2.4.1": the next heading of this depth or of an outer one.
bool comes_next(const std::vector<int>& heading, const std::vector<int>& number) {
  if (number.empty() || number.size() > heading.size()) return false;
  std::vector<int> next(heading.begin(), heading.begin() + static_cast<std::ptrdiff_t>(number.size()));
  ++next.back();
  return next == number;
}

}  // namespace

namespace {

// "Słowniczek", "Słownik pojęć": heads what the words for goals mean.
bool is_glossary(const FoldedWords& words) {
  static const Phrase kGlossary("słowniczek|słownik|glosariusz|definicje"),
      kOfTerms("pojęć|terminów|skrótów");
  const std::size_t named = kGlossary.match(words, 0);
  return named > 0 && named + kOfTerms.match(words, named) == words.size();
}

}  // namespace

// "Zgodność celów z celami powiatu", "… zgodne z celami strategii powiatu:"
bool GoalReader::heads_foreign(std::size_t i) const {
  constexpr std::size_t kLongest = 160, kWithin = 6;
  const Segment& segment = segments_[i];
  const std::string_view text = segment.body();
  if (text.size() > kLongest || segment.row > 0 || labels_[i] || text.ends_with('.') ||
      i + 1 == segments_.size())
    return false;
  const FoldedWords words = folded_words(text, 2 * kWithin);
  if (is_glossary(words)) return true;
  const bool sentence = text.ends_with(':');
  for (std::size_t at = 0; at < std::min(words.size(), sentence ? kWithin : std::size_t{1}); ++at) {
    if (!begins(tables_.accords, words, at)) continue;
    for (std::size_t with = at + 1; with < std::min(words.size(), at + kWithin); ++with)
      if (words[with].text == "z" || words[with].text == "ze" || words[with].text == "wobec") {
        // In a table of contents without stops the next heading stands right below.
        const auto& below = segments_[i + 1].marker.number;
        return !(segment.marker.number && below && comes_next(segment.marker.number->parts, below->parts));
      }
  }
  return false;
}

// Whether the segment is behind the chapter.
bool GoalReader::behind_foreign(std::size_t i) const {
  const Segment& segment = segments_[i];
  const Segment& heading = segments_[*foreign_];
  // "Cel strategiczny – kierunek zmiany w dziedzinie."
  if (is_glossary(folded_words(heading.body())))
    return segment.text.find(" – ") == std::string::npos && segment.text.find(" - ") == std::string::npos;
  if (segment.marker.family == Family::section || begins_part(segment.text)) return true;
  const auto& number = segment.marker.number;
  const auto& of_heading = heading.marker.number;
  // A sentence's list ends where its items do.
  if (heading.text.ends_with(':') && segment.marker.family == Family::none && !labels_[i]) return true;
  if (of_heading) {
    if (!number || segment.blank_before == 0 || shape_of(*number)[0] != shape_of(*of_heading)[0])
      return false;
    const auto& above = segments_[i - 1].marker.number;
    const bool item = above && comes_next(above->parts, number->parts) && i - 1 > *foreign_;
    return !item && comes_next(of_heading->parts, number->parts);
  }
  // Below a heading without a number: another one like it that names no document.
  if (segment.blank_before == 0 || number || in_capitals(segment.text) != in_capitals(heading.text))
    return false;
  const auto names_document = [&](std::size_t k) {
    const FoldedWords words = folded_words(segments_[k].text);
    for (std::size_t at = 0; at < words.size(); ++at)
      if (begins(tables_.titles, words, at) || begins(tables_.foreign, words, at)) return true;
    return false;
  };
  // A cell above it names the document of its own row.
  const bool below_table = segments_[i - 1].row > 0 || segments_[i - 1].text.find(" | ") != std::string::npos;
  if (names_document(i) || (!below_table && names_document(i - 1))) return false;
  constexpr std::size_t kLongestHead = 80;
  if (labels_[i])
    return labels_[i]->labels.front()->form == LabelForm::list ||
           labels_[i]->labels.front()->level == GoalLevel::main;
  return segment.marker.family == Family::none && segment.text.size() <= kLongestHead &&
         segment.text.find_first_of(".:;,") == std::string::npos;
}

// True for what stands in such a chapter.
bool GoalReader::read_foreign(std::size_t i) {
  if (foreign_ && behind_foreign(i)) foreign_.reset();
  if (!foreign_ && heads_foreign(i)) {
    foreign_ = i;
    end_lists();
    chapter_ = true;
  }
  if (foreign_) foreign_segments_.insert(i);
  return foreign_.has_value();
}

}  // namespace szukajst::indexer::extract
