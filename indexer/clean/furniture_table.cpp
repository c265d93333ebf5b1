#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/clean/clean.h"
#include "indexer/clean/entries.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer {
namespace {

using clean_steps::Action;
using clean_steps::Element;
using clean_steps::Pattern;
using clean_steps::Word;

constexpr std::array<std::pair<std::string_view, Action>, 16> kActions{{{"line", Action::line},
                                                                        {"top", Action::top},
                                                                        {"day", Action::day},
                                                                        {"label", Action::label},
                                                                        {"lead", Action::lead},
                                                                        {"trail", Action::trail},
                                                                        {"paragraph", Action::paragraph},
                                                                        {"teasers", Action::teasers},
                                                                        {"tail", Action::tail},
                                                                        {"heading", Action::heading},
                                                                        {"item", Action::item},
                                                                        {"site", Action::site},
                                                                        {"keep", Action::keep},
                                                                        {"resume", Action::resume},
                                                                        {"card", Action::card},
                                                                        {"switch", Action::switch_words}}};

// Months in the genitive and in the nominative, days of the week, in short too: as skeletons.
bool is_month(const std::string& key) {
  static const std::array<std::string, 24> kMonths = [] {
    std::array<std::string, 24> months{"styczeń",  "luty",         "marzec",    "kwiecień", "maj",
                                       "czerwiec", "lipiec",       "sierpień",  "wrzesień", "październik",
                                       "listopad", "grudzień",     "stycznia",  "lutego",   "marca",
                                       "kwietnia", "maja",         "czerwca",   "lipca",    "sierpnia",
                                       "września", "października", "listopada", "grudnia"};
    for (std::string& month : months) month = clean_steps::skeleton(month);
    return months;
  }();
  return std::ranges::find(kMonths, key) != kMonths.end();
}

bool is_weekday(const std::string& key) {
  static const std::array<std::string, 16> kDays = [] {
    std::array<std::string, 16> days{"poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota",
                                     "niedziela",    "pon",    "pn",    "wt",       "śr",     "czw",
                                     "pt",           "sob",    "nd",    "niedz"};
    for (std::string& day : days) day = clean_steps::skeleton(day);
    return days;
  }();
  return std::ranges::find(kDays, key) != kDays.end();
}

bool fits_one(const Element& element, const Word& word) {
  switch (element.kind) {
    case Element::Kind::word:
      return !word.number && word.key == element.key && (word.colon || !element.colon);
    case Element::Kind::number:
      return word.number;
    case Element::Kind::month:
      return is_month(word.key);
    case Element::Kind::weekday:
      return is_weekday(word.key);
    case Element::Kind::one:
      return !word.number;
    case Element::Kind::any:
      return true;
  }
  return false;
}

// Whether the elements take all of the words ("*" any number of them). Patterns have few stars:
// the usual walk with one point to go back to.
bool fits_all(std::span<const Element> elements, std::span<const Word> words) {
  std::size_t e = 0, w = 0;
  std::size_t star = elements.size(), resume = 0;
  while (w < words.size()) {
    if (e < elements.size() && elements[e].kind == Element::Kind::any) {
      star = e++;
      resume = w;
    } else if (e < elements.size() && fits_one(elements[e], words[w])) {
      ++e;
      ++w;
    } else if (star != elements.size()) {
      e = star + 1;
      w = ++resume;
    } else {
      return false;
    }
  }
  return std::ranges::all_of(elements.subspan(e),
                             [](const Element& x) { return x.kind == Element::Kind::any; });
}

// A pattern from its written form; nothing where it says nothing.
std::vector<Element> elements_of(std::string_view written) {
  constexpr std::array<std::pair<std::string_view, Element::Kind>, 5> kNames{
      {{"*", Element::Kind::any},
       {"{w}", Element::Kind::one},
       {"{n}", Element::Kind::number},
       {"{month}", Element::Kind::month},
       {"{weekday}", Element::Kind::weekday}}};
  std::vector<Element> elements;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end = std::min(written.find(' ', at), written.size());
    const std::string_view part = written.substr(at, end - at);
    at = end + 1;
    if (part.empty()) continue;
    const auto* name = std::ranges::find(kNames, part, &std::pair<std::string_view, Element::Kind>::first);
    if (name != kNames.end()) {
      elements.push_back({name->second, {}, false});
      continue;
    }
    for (Word& word : clean_steps::words_of(part))
      elements.push_back(
          {word.number ? Element::Kind::number : Element::Kind::word, std::move(word.key), word.colon});
  }
  return elements;
}

std::uint32_t bit(Action action) {
  return std::uint32_t{1} << static_cast<unsigned>(action);
}

// Calls visit(pattern, at) for each pattern that could fit the words, until one says yes; whether one did.
// `inner`: the words that may stand behind a pattern's "*"; `at`: which of them does, 0 for other patterns.
template <typename Visit>
bool any_pattern(const FurnitureTable::Entries& entries, std::span<const Word> words,
                 std::span<const Word> inner, const Visit& visit) {
  if (words.empty()) return false;
  const auto any_of = [&](const std::vector<std::size_t>& patterns, std::size_t at) {
    return std::ranges::any_of(patterns, [&](std::size_t i) { return visit(entries.patterns[i], at); });
  };
  const auto any_under = [&](const FurnitureTable::Entries::ByWord& by_word, const std::string& key,
                             std::size_t at) {
    const auto* const found = by_word.find(key);
    return found != nullptr && any_of(found->value, at);
  };
  const std::string& first = words.front().key;
  if (entries.may_be(entries.first_lengths, first) && any_under(entries.by_first, first, 0)) return true;
  if (any_of(entries.others, 0)) return true;
  return std::ranges::any_of(inner, [&](const Word& word) {
    return entries.may_be(entries.inner_lengths, word.key) &&
           any_under(entries.by_inner, word.key, static_cast<std::size_t>(&word - words.data()));
  });
}

// Whether the pattern takes all of the words; a "*" that it begins with, those before the word `at`.
bool takes(const Pattern& pattern, std::span<const Word> words, std::size_t at) {
  if (!(pattern.open ? pattern.least <= words.size() : pattern.least == words.size())) return false;
  const bool inner = pattern.elements.front().kind == Element::Kind::any && pattern.elements.size() > 1 &&
                     pattern.elements[1].kind == Element::Kind::word;
  return inner ? fits_all(std::span(pattern.elements).subspan(1), words.subspan(at))
               : fits_all(pattern.elements, words);
}

}  // namespace

std::uint32_t FurnitureTable::Entries::actions(std::span<const Word> words) const {
  std::uint32_t actions = 0;
  any_pattern(*this, words, words, [&](const Pattern& pattern, std::size_t at) {
    const std::uint32_t one = bit(pattern.action);
    if ((actions & one) == 0 && takes(pattern, words, at)) actions |= one;
    return false;
  });
  return actions;
}

bool FurnitureTable::Entries::fits(std::span<const Word> words, Action action) const {
  return any_pattern(*this, words, words, [&](const Pattern& pattern, std::size_t at) {
    return pattern.action == action && takes(pattern, words, at);
  });
}

std::size_t FurnitureTable::Entries::begins(std::span<const Word> words,
                                            std::initializer_list<Action> actions) const {
  std::uint32_t wanted = 0;
  for (const Action action : actions) wanted |= bit(action);
  const std::size_t within = (inner_actions & wanted) != 0 ? std::min(longest, words.size()) : 0;
  std::size_t most = 0;
  any_pattern(*this, words, words.first(within), [&](const Pattern& pattern, std::size_t) {
    const std::size_t length = pattern.elements.size();
    if ((wanted & bit(pattern.action)) != 0 && length > most && length <= words.size() &&
        fits_all(pattern.elements, words.first(length)))
      most = length;
    return false;
  });
  return most;
}

FurnitureTable::FurnitureTable(std::unique_ptr<const Entries> entries) : entries_(std::move(entries)) {}
FurnitureTable::FurnitureTable(FurnitureTable&&) noexcept = default;
FurnitureTable& FurnitureTable::operator=(FurnitureTable&&) noexcept = default;
FurnitureTable::~FurnitureTable() = default;

core::Result<FurnitureTable> FurnitureTable::load(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "furniture.tsv";
  const auto rows = extract::read_table(path, 2);
  if (!rows) return rows.error();
  auto entries = std::make_unique<Entries>();
  for (const extract::Row& row : *rows) {
    const std::string& name = row.cell(0);
    const auto* action = std::ranges::find(kActions, name, &std::pair<std::string_view, Action>::first);
    if (action == kActions.end()) return extract::bad_row(path, row, "unknown action '" + name + "'");
    Pattern pattern{action->second, elements_of(row.cell(1))};
    const auto stars =
        static_cast<std::size_t>(std::ranges::count(pattern.elements, Element::Kind::any, &Element::kind));
    pattern.open = stars > 0;
    pattern.least = pattern.elements.size() - stars;
    if (pattern.least == 0) return extract::bad_row(path, row, "a pattern that fits everything");
    const auto& elements = pattern.elements;
    entries->longest = std::max(entries->longest, elements.size());
    const auto note = [](Entries::Lengths& lengths, const std::string& key) {
      lengths[static_cast<unsigned char>(key[0])] |= std::uint64_t{1} << (key.size() % 64);
    };
    const std::size_t place = entries->patterns.size();
    if (elements.front().kind == Element::Kind::word) {
      entries->by_first.try_emplace(elements.front().key).first->value.push_back(place);
      note(entries->first_lengths, elements.front().key);
    } else if (elements.size() > 1 && elements[0].kind == Element::Kind::any &&
               elements[1].kind == Element::Kind::word) {
      const std::string& key = elements[1].key;
      entries->by_inner.try_emplace(key).first->value.push_back(place);
      entries->inner_actions |= bit(pattern.action);
      note(entries->inner_lengths, key);
    } else {
      entries->others.push_back(place);
    }
    entries->patterns.push_back(std::move(pattern));
  }
  if (entries->patterns.empty())
    return core::Error{core::ErrorCode::malformed, path.string() + ": no pattern in it"};
  return FurnitureTable(std::move(entries));
}

}  // namespace szukajst::indexer
