#include "language/abbreviations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <utility>

#include "core/utf8.h"
#include "language/context.h"
#include "language/normalise.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

// How an acronym declines; behind a hyphen or right behind its letters.
constexpr std::array<std::string_view, 33> kEndings = {
    "a",    "ach", "ami", "ą",   "cie",  "e",   "em", "emu", "ę",    "i",  "iach",
    "iami", "ie",  "iem", "iom", "iów",  "m",   "om", "owi", "owie", "ów", "sach",
    "sami", "sem", "sie", "som", "sowi", "sów", "su", "sy",  "u",    "y",  "ym"};

// Words shortened in the middle, and two that are one abbreviation: those of data/abbreviations.tsv.
constexpr std::string_view kContractions[] = {
#include "language/contractions.inc"
};

// What part of an abbreviation's readings, or of an acronym's, is believed beside those of another word.
constexpr float kShareOfAbbreviation = 0.3F, kShareOfAcronym = 0.5F;

bool is_abbreviation(const Reading& reading) {
  return reading.tag.starts_with("brev");
}

// How many letters, all of them capitals; 0 where another sign is among them.
std::size_t capitals(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (!utf8::is_upper(utf8::next(text, at))) return 0;
  }
  return count;
}

// Puts the lemmas in front of the readings, together with `share` of all likelihood, or all where they are
// alone.
void put(const std::vector<std::string>& lemmas, std::string_view tag, float share,
         std::vector<Reading>& readings) {
  if (readings.empty()) share = 1;
  for (Reading& reading : readings) reading.likelihood *= 1 - share;
  std::vector<Reading> all;
  // The first is as likely as all behind it.
  float rest = share;
  for (std::size_t i = 0; i < lemmas.size(); ++i) {
    const float own = i + 1 < lemmas.size() ? rest / 2 : rest;
    rest -= own;
    all.push_back({lemmas[i], std::string(tag), own});
  }
  std::ranges::move(readings, std::back_inserter(all));
  readings = std::move(all);
}

}  // namespace

core::Result<Abbreviations> Abbreviations::open(const std::filesystem::path& file) {
  std::ifstream lines(file);
  if (!lines) return core::Error{core::ErrorCode::not_found, "cannot read " + file.string()};
  Abbreviations table;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos || tab == 0 || tab + 1 == line.size()) {
      return core::Error{core::ErrorCode::malformed, file.string() + ":" + std::to_string(number) +
                                                         ": not an abbreviation and its lemmas: " + line};
    }
    auto& lemmas = table.expansions_[line.substr(0, tab)];
    for (std::size_t at = tab + 1; at <= line.size();) {
      const auto end = std::min(line.find('|', at), line.size());
      lemmas.push_back(line.substr(at, end - at));
      at = end + 1;
    }
  }
  return table;
}

void Abbreviations::correct(std::string_view spelling, std::vector<Reading>& readings,
                            WordSource& source) const {
  const std::size_t capital = capitals(spelling);
  if (capital == 1) return static_cast<void>(std::erase_if(readings, is_abbreviation));
  const auto listed = expansions_.find(fold_case(spelling));
  if (listed != expansions_.end()) {
    // What its ending says of a word that no dictionary has is worth less than the table.
    std::erase_if(readings, [&](const Reading& reading) {
      return is_abbreviation(reading) || source == WordSource::guess || source == WordSource::none;
    });
    put(listed->second, kAbbreviationKind, kShareOfAbbreviation, readings);
    source = WordSource::polimorf;
  } else if (!std::ranges::all_of(readings, is_abbreviation)) {
    std::erase_if(readings, [](const Reading& reading) { return reading.tag == kAbbreviationKind; });
  }
  constexpr std::size_t kLongestAcronym = 3;
  if (capital >= 2 && capital <= kLongestAcronym &&
      std::ranges::none_of(readings, [&](const Reading& reading) { return reading.lemma == spelling; })) {
    put({std::string(spelling)}, {}, kShareOfAcronym, readings);
  }
}

std::string_view acronym_of(std::string_view spelling) {
  std::size_t end = 0;
  std::size_t letters = 0;
  // Capitals, and small letters between two of them: "UMiG".
  for (std::size_t at = 0; at < spelling.size();) {
    const char32_t c = utf8::next(spelling, at);
    if (!utf8::is_letter(c)) break;
    if (utf8::is_upper(c)) {
      ++letters;
      end = at;
    }
  }
  if (letters < 2 || end == spelling.size()) return {};
  const std::string_view acronym = spelling.substr(0, end);
  std::string_view ending = spelling.substr(end);
  const bool hyphen = ending.starts_with('-');
  if (hyphen) ending.remove_prefix(1);
  // Without a hyphen the letters in front must be capitals alone, or every name with two capitals were one.
  if (!hyphen && capitals(acronym) == 0) return {};
  return std::ranges::find(kEndings, ending) != kEndings.end() ? acronym : std::string_view();
}

bool is_contraction(std::string_view spelling) {
  const std::string lower = utf8::lower(spelling);
  return std::ranges::find(kContractions, lower) != std::end(kContractions);
}

}  // namespace szukajst::language
