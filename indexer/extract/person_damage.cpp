#include "indexer/extract/person_damage.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;

constexpr double kSurname = 4;            // of what a dictionary knows, a surname
constexpr std::size_t kLongestName = 40;  // bytes; nobody is called so

std::string key_of(std::string_view left, std::string_view letter, std::string_view right) {
  return std::string(left).append("|").append(letter).append("|").append(right);
}

// How well a dictionary knows the form as a surname, in any case.
double known(std::string_view form, language::Analyzer& analyzer) {
  const language::Word& word = analyzer.word(form);
  if (word.source == language::WordSource::guess || word.source == language::WordSource::none) return 0;
  double most = 0;
  for (const language::Reading& reading : word.readings) {
    const Grammar grammar_of = grammar(reading);
    if (grammar_of.plural) continue;  // "Symeonów", "Opałach": one bearer's name is meant
    const bool proper = capitalised(reading.lemma);
    if (proper && (grammar_of.genders & kPersonal) != 0)
      most = std::max(most, kSurname);
    else if (proper)
      most = std::max(most, 2.0);
    else if (grammar_of.part == PartOfSpeech::noun)
      most = std::max(most, 1.0);
  }
  return most;
}

// What no damage changes: letters without diacritics; l for t, too, which a recognised ł may become, where
// told so, behind a star that tells these from the others.
std::string skeleton(std::string_view name, bool l_for_t) {
  std::string result(l_for_t ? "*" : "");
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = utf8::next(name, at);
    if (l_for_t && c == U't')
      result += 'l';
    else if (c == U'6' || c == U'é')
      result += 'o';
    else
      utf8::append(result, utf8::lower(c));
  }
  return utf8::fold(result);
}

// The parts of a surname that stay in all cases: "Żmud", "Małk" beside "Małek", "Orłowsk". All but the first
// need an ending, and so does the first of a surname that a vowel ends.
std::vector<std::string> stems(const std::string& surname) {
  std::vector<std::string> found = {surname};
  const auto without = [&](std::string_view tail) { return surname.substr(0, surname.size() - tail.size()); };
  if (surname.ends_with("ek") || surname.ends_with("ec") || surname.ends_with("eń"))
    found.push_back(without("ek") + surname.substr(surname.size() - 1));
  for (const std::string_view ending : {"a", "o", "y", "i"})
    if (surname.ends_with(ending)) found = {without(ending)};
  return found;
}

}  // namespace

core::Result<NameDamage> NameDamage::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "person_damage.tsv";
  auto rows = read_table(file, 3);
  if (!rows) return rows.error();
  NameDamage damage;
  for (const Row& row : *rows) {
    const std::string& what = row.cell(0);
    if (what == "suffix" || what == "case" || what == "never") {
      (what == "suffix" ? damage.suffixes_
       : what == "case" ? damage.cases_
                        : damage.never_)
          .push_back(row.cell(1));
      continue;
    }
    if (what != "always" && what != "letter" && what != "likely" && what != "ending" && what != "rare-ending")
      return bad_row(
          file, row,
          "'" + what + "' is no always, letter, likely, ending, rare-ending, suffix, case or never");
    (what == "always"        ? damage.always_
     : what == "ending"      ? damage.endings_
     : what == "rare-ending" ? damage.rare_endings_
                             : damage.letters_)
        .push_back({row.cell(1), row.cell(2), what == "likely"});
  }
  auto surnames = read_table(folder / "person_surnames.tsv", 1);
  if (!surnames) return surnames.error();
  for (const Row& row : *surnames)
    for (std::size_t begin = 0; begin < row.cell(0).size();) {
      const std::size_t end = std::min(row.cell(0).find(' ', begin), row.cell(0).size());
      for (const std::string& stem : stems(row.cell(0).substr(begin, end - begin)))
        for (const bool l_for_t : {false, true})
          damage.common_.try_emplace(skeleton(stem, l_for_t), Stem{stem, stem.size() == end - begin});
      begin = end + 1;
    }
  auto learnt = read_table(folder / "person_letters.tsv", 4);
  if (!learnt) return learnt.error();
  for (const Row& row : *learnt) damage.learnt_[key_of(row.cell(0), row.cell(1), row.cell(2))] = row.cell(3);
  return damage;
}

std::vector<std::string> NameDamage::spellings(std::string_view name) const {
  std::vector<std::string> found;
  for (const Change& change : letters_)
    for (std::size_t at = name.find(change.seen); at != std::string_view::npos;
         at = name.find(change.seen, at + 1))
      found.emplace_back(name).replace(at, change.seen.size(), change.meant);
  return found;
}

std::string NameDamage::by_neighbours(std::string_view surname) const {
  // As the table was learnt: longer surroundings first.
  static constexpr std::array<std::pair<std::size_t, std::size_t>, 7> kSurroundings = {
      {{3, 3}, {2, 3}, {3, 2}, {2, 2}, {1, 2}, {2, 1}, {1, 1}}};
  std::vector<std::string> letters = {"^", "^", "^"};
  for (std::size_t at = 0; at < surname.size();)
    utf8::append(letters.emplace_back(), utf8::next(surname, at));
  letters.insert(letters.end(), {"$", "$", "$"});
  const auto joined = [&](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += letters[i];
    return text;
  };
  std::string result;
  for (std::size_t i = 3; i + 3 < letters.size(); ++i) {
    const std::string* letter = &letters[i];
    for (const auto& [left, right] : kSurroundings) {
      const auto known = learnt_.find(key_of(joined(i - left, i), letters[i], joined(i + 1, i + 1 + right)));
      if (known == learnt_.end()) continue;
      letter = &known->second;
      break;
    }
    result += *letter;
  }
  return result;
}

bool NameDamage::never_holds(std::string_view surname) const {
  return std::ranges::any_of(
      never_, [&](const std::string& never) { return surname.find(never) != std::string_view::npos; });
}

// The common surname, in the case in which it stands; empty where none is like it.
std::string NameDamage::common(std::string_view surname, language::Analyzer& analyzer) const {
  const auto is_case = [&](std::string_view ending) {
    return ending.empty() || std::find(cases_.begin(), cases_.end(), ending) != cases_.end();
  };
  constexpr std::size_t kLongestCase = 5, kShortest = 3;  // bytes
  for (std::size_t tail = 0; tail <= kLongestCase && tail + kShortest <= surname.size(); ++tail) {
    const std::string_view stem = surname.substr(0, surname.size() - tail),
                           ending = surname.substr(stem.size());
    if (!is_case(ending)) continue;
    auto found = common_.find(skeleton(stem, false));
    if (found == common_.end()) found = common_.find(skeleton(stem, true));
    if (found == common_.end() || utf8::length(found->second.text) != utf8::length(stem)) continue;
    if (ending.empty() && !found->second.whole) continue;  // "Mak" is no "Mąka"
    // "Matuszek" need be no "Małuszek": a t that a dictionary's surname has is one.
    const bool true_t = stem.find('t') != std::string_view::npos &&
                        std::count(stem.begin(), stem.end(), 't') !=
                            std::count(found->second.text.begin(), found->second.text.end(), 't') &&
                        known(surname, analyzer) >= kSurname;
    if (true_t) continue;
    // "Wojtasa" is none of Wojtaś, whose ś softens before an ending.
    if (never_holds(found->second.text + std::string(ending))) continue;
    // "Zapale" of Zapała: before -e the stem's last letter is another one.
    if (ending != "e" && ending != "ie") return found->second.text + std::string(ending);
    const auto last = [](std::string_view text) {
      std::size_t at = text.size() - 1;
      while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
      return at;
    };
    return found->second.text.substr(0, last(found->second.text)) + std::string(surname.substr(last(stem)));
  }
  return {};
}

// How surely the surname is made of a known word and an ending of surnames: "Pręcikowski" of "pręcik".
double NameDamage::made_of(std::string_view surname, language::Analyzer& analyzer) const {
  constexpr std::size_t kShortest = 4;  // letters of a word
  double most = 0;
  for (const std::string& suffix : suffixes_) {
    if (!surname.ends_with(suffix) || surname.size() < suffix.size() + kShortest) continue;
    const std::string stem = utf8::lower(surname.substr(0, surname.size() - suffix.size()));
    for (const std::string_view tail : {"", "a", "o", "ek", "ka", "ko"}) {
      // "żaczk" of "żaczek"
      const bool fleeting = tail == "ek" || tail == "ka" || tail == "ko";
      if (fleeting && !stem.ends_with('k')) continue;
      const std::string word =
          fleeting ? stem.substr(0, stem.size() - 1) + std::string(tail) : stem + std::string(tail);
      const language::Word& found = analyzer.word(word);
      if (found.source == language::WordSource::guess || found.source == language::WordSource::none ||
          std::find(found.lemmas.begin(), found.lemmas.end(), word) == found.lemmas.end())
        continue;
      most = std::max(most, static_cast<double>(utf8::length(stem)));
    }
  }
  return most;
}

std::string NameDamage::restored(std::string_view surname, language::Analyzer& analyzer) const {
  std::string base(surname);
  if (base.size() > kLongestName) return base;
  for (const Change& change : always_)
    if (const std::size_t at = base.find(change.seen); at != std::string::npos)
      base.replace(at, change.seen.size(), change.meant);
  for (const Change& change : endings_)
    if (base.ends_with(change.seen)) {
      base.replace(base.size() - change.seen.size(), change.seen.size(), change.meant);
      break;
    }
  if (std::string usual = common(base, analyzer); !usual.empty()) return usual;
  struct Spelling {
    std::string text;
    std::size_t next = 0;  // where a further change may begin
  };
  std::string best = base;
  double most = known(base, analyzer);
  std::string made = base;
  double best_made = made_of(base, analyzer);
  std::vector<Spelling> spellings = {{base, 0}};
  for (int changes = 1; changes <= 2; ++changes) {
    std::vector<Spelling> further;
    for (const Spelling& spelling : spellings)
      for (const Change& change : letters_)
        for (std::size_t at = spelling.text.find(change.seen, spelling.next); at != std::string::npos;
             at = spelling.text.find(change.seen, at + 1)) {
          if (at + change.seen.size() == spelling.text.size() && change.likely) break;
          Spelling changed = spelling;
          changed.text.replace(at, change.seen.size(), change.meant);
          changed.next = at + change.meant.size();
          if (never_holds(changed.text)) continue;
          const double score = known(changed.text, analyzer);
          if (most == 0 && score == 0)
            if (const double of_word = made_of(changed.text, analyzer); of_word > best_made) {
              best_made = of_word;
              made = changed.text;
            }
          if (score > most || (change.likely && score == most && score > 0 && best == base)) {
            most = score;
            best = changed.text;
          }
          further.push_back(std::move(changed));
        }
    spellings = std::move(further);
  }
  if (most > 0) return best;
  if (best_made > 0 && made != base) return made;
  std::string spelt = by_neighbours(base);
  for (const Change& change : rare_endings_)
    if (spelt.ends_with(change.seen)) {
      spelt.replace(spelt.size() - change.seen.size(), change.seen.size(), change.meant);
      break;
    }
  return spelt;
}

}  // namespace szukajst::indexer::extract
