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
    const bool proper = capitalised(reading.lemma);
    if (proper && (grammar_of.genders & kPersonal) != 0 && !grammar_of.plural)
      most = std::max(most, 4.0);
    else if (proper)
      most = std::max(most, 2.0);
    else if (grammar_of.part == PartOfSpeech::noun)
      most = std::max(most, 1.0);
  }
  return most;
}

}  // namespace

core::Result<NameDamage> NameDamage::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "person_damage.tsv";
  auto rows = read_table(file, 3);
  if (!rows) return rows.error();
  NameDamage damage;
  for (const Row& row : *rows) {
    const std::string& what = row.cell(0);
    if (what != "always" && what != "letter" && what != "likely" && what != "ending")
      return bad_row(file, row, "'" + what + "' is no always, letter, likely or ending");
    (what == "always"   ? damage.always_
     : what == "ending" ? damage.endings_
                        : damage.letters_)
        .push_back({row.cell(1), row.cell(2), what == "likely"});
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
  struct Spelling {
    std::string text;
    std::size_t next = 0;  // where a further change may begin
  };
  std::string best = base;
  double most = known(base, analyzer);
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
          const double score = known(changed.text, analyzer);
          if (score > most || (change.likely && score == most && score > 0 && best == base)) {
            most = score;
            best = changed.text;
          }
          further.push_back(std::move(changed));
        }
    spellings = std::move(further);
  }
  return most > 0 ? best : by_neighbours(base);
}

}  // namespace szukajst::indexer::extract
