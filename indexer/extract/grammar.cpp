#include "indexer/extract/grammar.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;

// Calls `use` with each part of `text` between separators.
template <typename Use>
void split(std::string_view text, char separator, Use use) {
  while (true) {
    const std::size_t at = text.find(separator);
    use(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

unsigned gender_bits(std::string_view name) {
  if (name == "m1" || name == "p1") return kPersonal | kMasculine;
  if (name == "m2" || name == "m3") return kMasculine;
  if (name == "f") return kFeminine;
  if (name == "n" || name == "n1" || name == "n2") return kNeuter;
  return 0;
}

PartOfSpeech part_of_speech(std::string_view name) {
  static constexpr std::array kVerbs = {"fin",    "praet",  "impt", "imps", "inf",
                                        "bedzie", "winien", "aglt", "verb"};
  if (name == "subst" || name == "ger") return PartOfSpeech::noun;
  if (name == "adj" || name == "ppas" || name == "pact") return PartOfSpeech::adjective;
  if (name == "prep") return PartOfSpeech::preposition;
  return std::find(kVerbs.begin(), kVerbs.end(), name) != kVerbs.end() ? PartOfSpeech::verb
                                                                       : PartOfSpeech::other;
}

bool ends_sentence(std::string_view gap, std::string_view word, std::string_view next,
                   const Abbreviations& abbreviations) {
  if (holds_blank_line(gap)) return true;
  const std::size_t mark = gap.find_first_of(".!?");
  if (mark != std::string_view::npos) {
    const bool spaced = mark + 1 < gap.size();
    const bool begins =
        capitalised(next) || (!next.empty() && utf8::is_digit(static_cast<unsigned char>(next[0])));
    if (!spaced || !begins || gap[mark] != '.') return spaced && begins;
    return !abbreviations.contains(utf8::lower(word)) && !(utf8::length(word) == 1 && capitalised(word));
  }
  // A new line begins a sentence where it begins with a list's mark.
  const std::size_t line_end = gap.rfind('\n');
  if (line_end == std::string_view::npos) return false;
  const std::string_view mark_of_item = utf8::trim(gap.substr(line_end));
  return !mark_of_item.empty() && mark_of_item != "„" && mark_of_item != "\"" && mark_of_item != "(";
}

}  // namespace

unsigned case_bit(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, unsigned>, 6> kCases = {{{"nom", kNominative},
                                                                                   {"gen", kGenitive},
                                                                                   {"dat", kDative},
                                                                                   {"acc", kAccusative},
                                                                                   {"inst", kInstrumental},
                                                                                   {"loc", kLocative}}};
  for (const auto& [text, bit] : kCases)
    if (text == name) return bit;
  return 0;
}

namespace {

Grammar grammar_of(std::string_view tag) {
  Grammar result;
  bool first = true;
  split(tag, ':', [&](std::string_view feature) {
    if (std::exchange(first, false)) {
      result.part = part_of_speech(feature);
      return;
    }
    split(feature, '.', [&](std::string_view value) {
      if (value == "pl") result.plural = true;
      result.cases |= case_bit(value);
      result.genders |= gender_bits(value);
    });
  });
  if (result.part == PartOfSpeech::preposition) result.cases = 0;
  return result;
}

}  // namespace

// Tags are hundreds, readings are asked for all the time: each thread remembers what it has taken apart.
Grammar grammar(const language::Reading& reading) {
  struct Known {
    std::string tag;
    Grammar grammar = grammar_of({});
  };
  constexpr std::size_t kPlaces = 2048;
  thread_local std::vector<Known> known(kPlaces);
  std::size_t hash = reading.tag.size();
  for (const char c : reading.tag) hash = hash * 31 + static_cast<unsigned char>(c);
  Known& place = known[(hash ^ hash >> 11) % kPlaces];
  if (place.tag != reading.tag) place = {reading.tag, grammar_of(reading.tag)};
  return place.grammar;
}

bool all_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    if (!utf8::is_letter(c)) continue;
    if (!utf8::is_upper(c)) return false;
    ++letters;
  }
  return letters >= 2;
}

bool has_lemma(const language::Word& word, std::string_view lemma) {
  return std::find(word.lemmas.begin(), word.lemmas.end(), lemma) != word.lemmas.end();
}

bool is_common_word(const language::Word& word) {
  return word.source != language::WordSource::guess &&
         std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
           return !reading.lemma.empty() && !capitalised(reading.lemma);
         });
}

bool is_verb(const language::Word& word) {
  return !word.readings.empty() &&
         std::all_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
           return grammar(reading).part == PartOfSpeech::verb;
         });
}

bool names_people(const language::Word& word) {
  bool people = false;
  for (const language::Reading& reading : word.readings) {
    const Grammar known = grammar(reading);
    if (known.part != PartOfSpeech::noun || word.source == language::WordSource::guess) continue;
    if (capitalised(reading.lemma)) return false;
    const bool woman = known.genders == kFeminine;  // "pani prezes"
    if ((known.genders & kPersonal) == 0 && !woman) return false;
    people |= !woman;
  }
  return people;
}

bool only_space(std::string_view gap) {
  return utf8::trim(gap).empty();
}

bool holds_blank_line(std::string_view gap) {
  const std::size_t first = gap.find('\n');
  if (first == std::string_view::npos) return false;
  const std::size_t second = gap.find('\n', first + 1);
  return second != std::string_view::npos && only_space(gap.substr(first, second - first));
}

namespace {

// "W 2012 r. Gmina Lubicz przystąpiła …", "w 2012 r. – Powiat": the year's full stop, before anything is
// said.
bool goes_on_behind_year(const SourceText& source, std::size_t first, std::size_t next) {
  if (source.tokens[next - 1].word->form != "r") return false;
  const std::string_view gap = source.after(next - 1);
  if (gap.find('\n') != std::string_view::npos) return false;
  if (gap.starts_with(". –") || gap.starts_with(". -")) return true;
  for (std::size_t t = first; t < next; ++t)
    for (const language::Reading& reading : source.tokens[t].word->readings)
      if (grammar(reading).part == PartOfSpeech::verb) return false;
  return true;
}

}  // namespace

core::Result<Abbreviations> Abbreviations::load(const std::filesystem::path& folder) {
  auto rows = read_table(folder / "sentences_abbreviations.tsv", 1);
  if (!rows) return rows.error();
  Abbreviations result;
  for (const Row& row : *rows) result.words_.insert(row.cell(0));
  return result;
}

Sentences find_sentences(const SourceText& source, const Abbreviations& abbreviations) {
  Sentences result;
  result.of.resize(source.tokens.size());
  for (std::size_t i = 0; i < source.tokens.size(); ++i) {
    // Most words stand behind a blank alone, which ends no sentence.
    if (i == 0 || (!source.blank_after(i - 1) && !source.false_blank(i) &&
                   ends_sentence(source.after(i - 1), source.token(i - 1), source.token(i), abbreviations) &&
                   !goes_on_behind_year(source, result.starts.back(), i)))
      result.starts.push_back(i);
    result.of[i] = static_cast<std::uint32_t>(result.starts.size() - 1);
  }
  result.starts.push_back(source.tokens.size());
  return result;
}

}  // namespace szukajst::indexer::extract
