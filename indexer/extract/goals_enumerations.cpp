// What a sentence enumerates: marked items, clauses, nouns in a row.
#include "indexer/extract/goals_reader.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/goals_layout.h"
#include "indexer/extract/grammar.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

// "po pierwsze – …, po drugie – …", "pierwszy – …, drugi – …"; empty where no such parts stand in the text.
std::vector<InlineItem> GoalReader::ordinal_items(std::string_view text) const {
  std::vector<InlineItem> items;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (!items.empty()) items.back().text = utf8::trim(text.substr(begin, end - begin));
  };
  const auto set_apart = [](std::string_view mark) {
    return mark.starts_with(" – ") || mark.starts_with(" - ") || mark.starts_with(" — ") ||
           mark.starts_with(": ");
  };
  const FoldedWords words = folded_words(text);
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    const bool adverb = words[at].text == "po";
    const std::size_t ordinal = adverb ? at + 1 : at;
    if (ordinal_value(words, ordinal, tables_) != static_cast<int>(items.size()) + 1 ||
        !(adverb || set_apart(text.substr(words[ordinal].end))))
      continue;
    close(words[at].begin);
    items.push_back({});
    begin = words[ordinal].end;
    at = ordinal;
  }
  close(text.size());
  return items.size() > 1 ? items : std::vector<InlineItem>{};
}

namespace {

// The cases that a preposition takes, CaseBits; 0 for any other word.
unsigned governed_by(const language::Word& word) {
  unsigned cases = 0;
  for (const language::Reading& reading : word.readings) {
    if (grammar(reading).part != PartOfSpeech::preposition) continue;
    const std::string_view tag = reading.tag;
    for (std::size_t begin = 0; begin < tag.size();) {
      const std::size_t end = std::min(tag.find_first_of(":.", begin), tag.size());
      cases |= case_bit(tag.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return cases;
}

}  // namespace

// In which cases the word may stand, CaseBits; 0 where it is no noun and no adjective.
unsigned GoalReader::cases_of(const FoldedWord& word, std::string_view text) const {
  unsigned cases = 0;
  for (const language::Reading& reading :
       source_.analyzer.word(text.substr(word.begin, word.end - word.begin)).readings) {
    const Grammar form = grammar(reading);
    if (form.part == PartOfSpeech::noun || form.part == PartOfSpeech::adjective) cases |= form.cases;
  }
  return cases;
}

// Whether the words behind "i" begin an item of their own, and no noun goes on with the one before: they are
// in the case that the item before begins in, and not in that of its last word ("staże dla uczniów i nowy
// autobus", but "budowa dróg i chodników", "dbałość o lasy i parki").
bool GoalReader::begins_item(std::string_view before, std::string_view behind) const {
  const FoldedWords words = folded_words(before), next = folded_words(behind, 2);
  if (words.size() < 2 || next.size() < 2) return false;
  unsigned last = cases_of(words.back(), before);
  constexpr std::size_t kFarthest = 3;
  unsigned governed = 0;  // the cases behind the nearest preposition
  for (std::size_t back = 2; back <= std::min(kFarthest + 1, words.size()) && governed == 0; ++back) {
    const FoldedWord& word = words[words.size() - back];
    governed = governed_by(source_.analyzer.word(before.substr(word.begin, word.end - word.begin)));
  }
  if (governed != 0)
    last &= governed;
  else if ((last & kGenitive) != 0)
    last = kGenitive;
  const unsigned item = cases_of(next.front(), behind);
  return (item & cases_of(words.front(), before)) != 0 && (item & last) == 0;
}

// Parts that are marked or set apart by semicolons, or else by commas and "oraz".
std::vector<InlineItem> GoalReader::enumerated_items(std::string_view text, std::size_t expected) const {
  if (auto items = ordinal_items(text); !items.empty()) return items;
  std::vector<InlineItem> items = inline_items(text);
  if (items.size() != 1 || !items.front().number.empty()) return items;
  // "otworzyć klasę i wyremontować internat": infinitives, each of which begins an item.
  const auto infinitive = [](std::string_view words) {
    return starts_lower(words) && words.substr(0, words.find(' ')).ends_with("ć");
  };
  const bool infinitives = infinitive(text);
  // Behind the comma: "…, który …", "…, w tym …", "…, na placu …".
  const auto goes_on = [&](std::string_view behind) {
    const FoldedWords words = folded_words(behind.substr(0, 80), 3);
    return words.empty() || tables_.joints.contains(words.front()) || begins(tables_.relatives, words);
  };
  const auto parts = [&](bool commas, bool ands) {
    std::vector<InlineItem> found;
    std::size_t begin = 0;
    const auto cut = [&](std::size_t at, std::size_t size) {
      if (const std::string_view part = utf8::trim(text.substr(begin, at - begin)); !part.empty())
        found.push_back({{}, part});
      begin = at + size;
    };
    std::size_t quote = 0;  // where the quotation that stands here ends
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::string_view here = text.substr(at);
      if (here.starts_with("„"))
        if (const std::size_t end = here.find("”"); end != std::string_view::npos) quote = at + end;
      // "(koszt: 86 mln zł, w tym FEDS)" belongs to what stands before it.
      if (here.starts_with('('))
        if (const std::size_t end = here.find(')'); end != std::string_view::npos)
          quote = std::max(quote, at + end);
      if (at < quote) continue;
      for (const std::string_view joint :
           {", a także ", ", a wreszcie ", ", wreszcie ", ", oraz ", " a także ", " oraz "})
        if (here.starts_with(joint) && at >= begin) cut(at, joint.size());
      if (at < begin) continue;
      constexpr std::string_view kAnd = " i ";
      const bool verb_behind = infinitives && here.starts_with(kAnd) && infinitive(here.substr(kAnd.size()));
      if ((ands && here.starts_with(kAnd)) || verb_behind) cut(at, kAnd.size());
      if (commas && here.starts_with(", ") && !goes_on(here)) cut(at, std::string_view(", ").size());
    }
    cut(text.size(), 0);
    return found;
  };
  if (expected > 0)
    for (const auto& [commas, ands] : {std::pair(false, false), {true, false}, {false, true}, {true, true}})
      if (auto found = parts(commas, ands); found.size() == expected) return found;
  auto found = parts(true, false);
  // "…, promocja gminy i poprawa dróg": an enumeration has such a word.
  constexpr std::string_view kAnd = " i ";
  if (text.find(" oraz ") != std::string_view::npos || text.find(" a także ") != std::string_view::npos)
    return found;
  const std::string_view last = found.back().text;
  std::size_t joint = std::string_view::npos;
  for (std::size_t at = last.find(kAnd); at != std::string_view::npos; at = last.find(kAnd, at + 1))
    if (begins_item(last.substr(0, at), last.substr(at + kAnd.size()))) joint = at;
  if (joint != std::string_view::npos) {
    found.back().text = utf8::trim(last.substr(0, joint));
    found.push_back({{}, utf8::trim(last.substr(joint + kAnd.size()))});
  }
  return found;
}

}  // namespace szukajst::indexer::extract
