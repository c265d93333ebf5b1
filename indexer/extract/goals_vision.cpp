// The vision and the mission: behind their name ("Wizja: …"), below it as a heading, or in a sentence.
#include <algorithm>

#include "core/utf8.h"
#include "indexer/extract/goals_characters.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/goals_reader.h"

namespace szukajst::indexer::extract {
namespace {

constexpr std::size_t kLongestAim = 700, kShortestAim = 10;  // in bytes

}  // namespace

std::optional<std::string> GoalReader::find_aim(const PhraseList& names, core::Evidence& evidence) {
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    auto aim = aim_in(i, names);
    if (!aim) continue;
    evidence = place(*aim, segments_[i]);
    // Below its heading.
    if (evidence.empty() && i + 1 < segments_.size()) evidence = place(*aim, segments_[i + 1]);
    return aim;
  }
  return std::nullopt;
}

std::optional<std::string> GoalReader::aim_in(std::size_t i, const PhraseList& names) const {
  constexpr std::size_t kHeadWords = 12;
  const std::string_view text = segments_[i].body();
  const FoldedWords first = folded_words(text, 1);
  if (first.empty() || !names.may_begin(first[0])) return std::nullopt;
  const FoldedWords words = folded_words(text, kHeadWords + 1);
  const std::size_t count = names.longest(words, 0);
  if (count == 0) return std::nullopt;
  const auto worded = [](std::string_view aim) -> std::optional<std::string> {
    std::string found = wording(aim);
    if (found.size() < kShortestAim || found.size() > kLongestAim) return std::nullopt;
    return found;
  };
  // "Wizja gminy do 2030 r.: …", "Wizja – …", "Misja „…”", "Wizja >> …"
  constexpr std::size_t kLongestHead = 90;
  const std::string_view behind = text.substr(words[count - 1].end);
  if (const std::string_view wording = core::utf8::trim(behind); skip_signs(wording, 0) > 0)
    return worded(wording.substr(skip_signs(wording, 0)));
  std::size_t mark = std::string_view::npos, size = 0;
  for (const std::string_view sign : {": ", " – ", " - ", " „", " ,,"})
    if (const std::size_t at = behind.find(sign); at < mark)
      mark = at, size = sign == " „" || sign == " ,," ? 0 : sign.size();
  if (mark < kLongestHead && behind.substr(0, mark).find(". ") == std::string_view::npos)
    return worded(behind.substr(mark + size));
  // "Wizją gminy jest …"
  for (std::size_t at = count; at < words.size(); ++at)
    if (words[at].text == "jest" || words[at].text == "brzmi" || words[at].text == "to") {
      const std::string_view sentence = text.substr(words[at].end);
      return worded(sentence.substr(0, sentence_end(sentence, tables_)));
    }
  // A heading.
  const bool heading = words.size() <= kHeadWords && !text.ends_with('.') && !text.ends_with(';') &&
                       !text.ends_with(',') && (text.ends_with(':') || !starts_lower(text));
  return heading ? aim_below(i) : std::nullopt;
}

// "Misja gminy" over some sentences about missions, and below them the mission in quotation marks, a
// paragraph of its own: that paragraph; nothing where none of the next few is one.
std::optional<std::string> GoalReader::quoted_below(std::size_t i) const {
  constexpr std::size_t kReach = 5, kHeadWords = 6;  // segments; words of the next heading
  const auto named = [&](std::size_t k) {
    const FoldedWords words = folded_words(segments_[k].body(), kHeadWords);
    return begins(tables_.visions, words) || begins(tables_.missions, words);
  };
  // What is no sentence about visions is one.
  if (i + 1 >= segments_.size()) return std::nullopt;
  const std::string_view next = segments_[i + 1].text;
  if (!next.ends_with(':') && next.find(". ") == std::string_view::npos && !named(i + 1)) return std::nullopt;
  for (std::size_t k = i + 1; k < std::min(segments_.size(), i + 1 + kReach); ++k) {
    const std::string_view text = core::utf8::trim(segments_[k].text);
    if (labels_[k] && !labels_[k]->bare) return std::nullopt;
    if (named(k) && !text.ends_with('.') && folded_words(text, kHeadWords + 1).size() <= kHeadWords)
      return std::nullopt;  // the next heading
    const std::string_view inner = extract::quoted(text);
    constexpr std::size_t kMarks = 8;  // bytes of both quotation marks and a full stop
    if (inner.size() < kShortestAim || inner.size() > kLongestAim || inner.size() + kMarks < text.size())
      continue;
    return wording(inner);
  }
  return std::nullopt;
}

// The paragraph below the heading, where it is one.
std::optional<std::string> GoalReader::aim_below(std::size_t i) const {
  if (auto aim = quoted_below(i)) return aim;
  if (i + 1 >= segments_.size() || (labels_[i + 1] && !labels_[i + 1]->bare) ||
      segments_[i + 1].marker.family != Marker::Family::none)
    return std::nullopt;
  std::string aim = wording(segments_[i + 1].text);
  constexpr std::size_t kFewestWords = 3;
  if (aim.size() < kShortestAim || aim.size() > kLongestAim || segments_[i + 1].text.ends_with(':') ||
      (extract::quoted(segments_[i + 1].text).empty() &&
       folded_words(aim, kFewestWords).size() < kFewestWords))
    return std::nullopt;
  for (const PhraseList* names : {&tables_.visions, &tables_.missions})
    if (begins(*names, folded_words(aim, kFewestWords))) return std::nullopt;
  return aim;
}

}  // namespace szukajst::indexer::extract
