// What speaks against a place: words of the language, peoples, surnames, brands, institutions, rivers,
// ranges.
#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "gazetteer/name_guesser.h"
#include "indexer/extract/places_scanner.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;

// "Szwedami", "Ukraińcami": whether the word may be people.
bool names_a_people(const language::Word& word) {
  return word.source != language::WordSource::guess &&
         std::ranges::any_of(word.readings, [](const language::Reading& reading) {
           const Grammar known = grammar(reading);
           return known.part == PartOfSpeech::noun && known.plural && (known.genders & kPersonal) != 0;
         });
}

bool ends_hard(std::string_view form) {
  if (!form.ends_with('y') || form.size() < 2) return false;
  form.remove_suffix(1);
  for (const std::string_view soft : {"cz", "sz", "rz", "dz", "c", "ż", "dż"})
    if (form.ends_with(soft)) return false;
  const char last = form.back();
  return form.ends_with("ł") || std::string_view("bpwfmntdszrkgh").find(last) != std::string_view::npos;
}

}  // namespace

bool has_people_in(const language::Word& word, unsigned cases) {
  return std::ranges::any_of(word.readings, [&](const language::Reading& reading) {
    const Grammar known = grammar(reading);
    return known.part == PartOfSpeech::noun && (known.cases & cases) != 0;
  });
}

// Whether the word is one that no village is called by. A river's name in the plural is a village's: "Łęgi".
// What a dictionary does not know is no form of a word that it knows: "Ładzy", though "ład" ends otherwise.
// `cases`: in which it stands.
bool PlaceScanner::no_village(std::size_t token, unsigned cases) const {
  const language::Word& word = *source_.tokens[token].word;
  const bool guessed = word.source == language::WordSource::guess;
  const auto other_case = [&](const std::string& lemma) {  // "w Proboszczowie"
    bool people = !guessed, in_case = false, any = false;
    for (const language::Reading& reading : word.readings) {
      if (reading.lemma != lemma) continue;
      const Grammar known = grammar(reading);
      any = true;
      people &= (known.genders & kPersonal) != 0;
      in_case |= (known.cases & cases) != 0;
    }
    return any && people && !in_case;
  };
  const auto plural = [&](const std::string& lemma) {
    bool any = false, all = true;
    for (const language::Reading& reading : word.readings) {
      if (utf8::lower(reading.lemma) != lemma || grammar(reading).part != PartOfSpeech::noun) continue;
      any = true;
      all &= grammar(reading).plural;
    }
    return any && all;
  };
  return std::ranges::any_of(word.lemmas, [&](const std::string& lemma) {
    if (!tables_.not_places.contains(lemma)) return false;
    if (guessed) return source_.analyzer.word(lemma).source == language::WordSource::guess;
    return !other_case(lemma) && !(tables_.rivers.contains(lemma) && plural(lemma));
  });
}

// "w Czechach, Grębocinie i Rogówku": whether the word, which ends before `end`, opens a list of villages, so
// that it is one, whatever else it means.
bool PlaceScanner::among_villages(std::size_t token, std::size_t end, unsigned cases) const {
  constexpr std::size_t kFewest = 2;  // further names, one of which at least ends as villages' do
  std::size_t typical = 0, possible = 0;
  bool again = false;  // "w Grupie i Górnej Grupie"
  for (std::size_t at = end; at + 1 < source_.tokens.size();) {
    const std::string_view mark = source_.after(at - 1);
    const bool last = mark == " " && means(at, PlaceWord::glue) && source_.after(at) == " ";
    if (last) ++at;
    if (!last && mark != ", ") break;
    if (!capitalised(source_.token(at)) || persons_.covering(at) != nullptr) break;
    const LocalityNames::Name name = names_.read(at, cases, persons_.next(at));
    if (name.end == at) break;
    again |= last && name.end == at + 2 && source_.token(name.end - 1) == source_.token(token);
    const Villager kind = villager(at, name, cases);
    if (kind == Villager::none) break;
    typical += kind == Villager::typical ? 1 : 0;
    possible += kind == Villager::possible ? 1 : 0;
    at = name.end;
    if (last) break;
  }
  return (typical > 0 && typical + possible >= kFewest) || again;
}

// Where the ending says more than the words before the name: no genitive ends in -ami or -em, and such a name
// behind "z" is in the instrumental ("graniczy z Mechelinkami"). 0 where the name is a place's in neither.
unsigned PlaceScanner::told_by_ending(std::size_t token, const NameContext& context) const {
  const std::string_view form = source_.token(token);
  // "Żyzna w Pomysły": no locative ends in -y behind a hard consonant.
  if (context.locality_cases == kLocative && ends_hard(form)) return 0;
  if (context.locality_cases != kGenitive) return context.locality_cases;
  if (form.ends_with("ami"))
    return names_a_people(*source_.tokens[token].word) ? 0U : unsigned{kInstrumental};
  if (!form.ends_with("em") || form.size() < 5) return context.locality_cases;
  const bool among_places = context.goes_on && found_.back().mention.context == PlaceContext::preposition;
  return among_places ? unsigned{kInstrumental} : 0;
}

// What speaks for a name of a list being a village's, where no word tells what it is.
PlaceScanner::Villager PlaceScanner::villager(std::size_t token, const LocalityNames::Name& name,
                                              unsigned cases) const {
  constexpr double kTypical = 10;  // names of the gazetteer that end so
  const language::Word& word = *source_.tokens[token].word;
  if (!written_as_name(source_.token(token)) || persons_.covering(token) != nullptr ||
      no_village(token, cases))
    return Villager::none;
  if ((cases & kNominative) != 0 && persons_.may_be_given(token)) return Villager::none;
  const std::string_view spelling = source_.token(token);
  const auto listed = source_.gazetteer.match_locality({&spelling, 1});
  bool known = std::any_of(listed.forms.begin(), listed.forms.end(),
                           [&](const auto& form) { return (case_bits(form.name_case) & cases) != 0; });
  bool surname = false;
  for (const language::Reading& reading : word.readings) {
    const Grammar grammar_of = grammar(reading);
    if (word.source == language::WordSource::guess || !capitalised(reading.lemma)) continue;
    const bool personal = (grammar_of.genders & kPersonal) != 0;
    known |= grammar_of.part == PartOfSpeech::noun && !personal && (grammar_of.cases & cases) != 0;
    surname |= personal && !grammar_of.plural;
  }
  if (known && !is_common_word(word)) return Villager::typical;
  if (is_common_word(word) || surname) return known ? Villager::possible : Villager::doubtful;
  return source_.gazetteer.guesser().names_like(name.nominative) >= kTypical ? Villager::typical
                                                                             : Villager::possible;
}

bool PlaceScanner::begins_sentence(std::size_t token) const {
  if (token == sentences_.first(token)) return true;
  const std::size_t line = source_.line_of_token(token);
  return source_.lines[line].first_token == token;
}

// "Stowarzyszenie „Pogórze za Miedzą”": a name of three words that hardly tells where anything is.
bool PlaceScanner::is_brand(std::size_t token, std::size_t end) const {
  constexpr std::size_t kLongestBrand = 3;
  const auto opens = [&](std::size_t first) {
    const std::string_view before = first == 0 ? std::string_view{} : source_.after(first - 1);
    return before.ends_with("„") || before.ends_with('"');
  };
  std::size_t first = token;
  while (first > 0 && end - first < kLongestBrand && !opens(first) && only_space(source_.after(first - 1)))
    --first;
  if (!opens(first)) return false;
  while (end < source_.tokens.size() && end - first < kLongestBrand && only_space(source_.after(end - 1)))
    ++end;
  const std::string_view behind = source_.after(end - 1);
  return end - first > 1 && (behind.starts_with("”") || behind.starts_with('"'));
}

bool PlaceScanner::in_quotes(std::size_t token) const {
  const std::size_t first = sentences_.first(token);
  for (std::size_t i = token; i-- > first && token - i < 12;) {
    const std::string_view between = source_.after(i);
    if (between.find("”") != std::string_view::npos) return false;
    if (between.find("„") != std::string_view::npos) return true;
  }
  return first > 0 && source_.after(first - 1).find("„") != std::string_view::npos && token - first < 12;
}

// Whether a name without any word before it that tells a place may be one.
bool PlaceScanner::bare_allowed(std::size_t token, bool& weak) const {
  const bool initial = begins_sentence(token);
  const bool common = is_common_word(*source_.tokens[token].word);
  weak = common;
  if (in_quotes(token)) return false;
  if (initial) return true;
  // "STARY TORUŃ – działki nr 5 i 6" is a village.
  const bool after_capital = gap(token - 1).empty() && capitalised(source_.token(token - 1)) &&
                             (!begins_sentence(token - 1) || means(token - 1, PlaceWord::attribute));
  return !after_capital;  // "Bank Gdański", "Klub Wioślarski Toruń"
}

// "Osiek nad Wisłą" beside a municipality of Osiek: a village that bears more than the unit's name.
bool PlaceScanner::has_longer_name(std::size_t token) const {
  return token + 1 < source_.tokens.size() && source_.after(token - 1) == " " &&
         source_.after(token) == " " && source_.tokens[token].word->form == "nad" &&
         capitalised(source_.token(token + 1));
}

// "Wisła Mała", "Zamek Bierzgłowski": a village, though its first word alone is none.
bool PlaceScanner::has_attribute(std::size_t token) const {
  const std::size_t next = token + 1;
  if (next >= source_.tokens.size() || source_.after(token) != " " || !capitalised(source_.token(next)))
    return false;
  if (means(next, PlaceWord::attribute)) return true;
  const language::Word& word = *source_.tokens[token].word;
  const language::Word& beside = *source_.tokens[next].word;
  const bool river = std::ranges::any_of(
      word.lemmas, [&](const std::string& lemma) { return tables_.rivers.contains(lemma); });
  const bool of_place = std::ranges::any_of(beside.lemmas, [&](const std::string& lemma) {
    if (tables_.not_places.contains(lemma)) return false;
    const bool guessed = beside.source == language::WordSource::guess;
    const auto ends = [&](std::string_view ending) { return lemma.ends_with(ending); };
    return ends("ski") || ends("cki") || ends("dzki") ||
           (guessed && (ends("ska") || ends("cka") || ends("dzka")));
  });
  // "Zamek Krzyżacki" is one, and no village.
  return of_place &&
         (river || (means(token, PlaceWord::part_of_name) && beside.source == language::WordSource::guess));
}

// A common word before a further capital: "w Domu Kultury", "z Koła Gospodyń".
bool PlaceScanner::names_institution(std::size_t token, std::size_t end) const {
  return is_common_word(*source_.tokens[token].word) && end < source_.tokens.size() &&
         source_.after(end - 1) == " " && capitalised(source_.token(end)) &&
         persons_.covering(end) == nullptr;
}

// "nad Wisłą", "doliny Wisły": what is no place without a word that says so, unless something lies in it.
bool PlaceScanner::is_river(std::size_t token, const NameContext& context) const {
  static constexpr std::array<std::string_view, 5> kInside = {"w", "we", "z", "ze", "do"};
  const auto& lemmas = source_.tokens[token].word->lemmas;
  if (std::none_of(lemmas.begin(), lemmas.end(),
                   [&](const std::string& lemma) { return tables_.not_places.contains(lemma); }))
    return false;
  // "z Turku i Koła" goes on as "z Koła" would.
  const std::string_view before =
      context.goes_on ? opening_word(found_.size() - 1) : source_.tokens[context.lead].word->form;
  return context.kind != PlaceContext::preposition || (context.listed && !context.goes_on) ||
         std::find(kInside.begin(), kInside.end(), before) == kInside.end();
}

// "sołtys Mądel" where the text has a "Jerzy Mądel".
bool PlaceScanner::is_surname(std::size_t token) const {
  return std::ranges::any_of(persons_.all(), [&](const Person& person) {
    return person.end > person.first + 1 && source_.token(person.end - 1) == source_.token(token) &&
           person.name.ends_with(source_.token(token));
  });
}

// Whether an adjective of a county's ending stands without a noun.
bool PlaceScanner::stands_for_county(std::size_t token) const {
  const std::string_view form = source_.token(token);
  if (std::ranges::none_of(
          std::array<std::string_view, 6>{"skiego", "ckiego", "dzkiego", "skiem", "ckiem", "dzkiem"},
          [&](std::string_view ending) { return form.ends_with(ending); }))
    return false;
  // "między Koszalinem a Słupskiem" are towns.
  if (form.ends_with("iem") && token > 0 && source_.tokens[token - 1].word->form != "w" &&
      source_.tokens[token - 1].word->form != "we")
    return false;
  // "Fundusze Europejskie dla Lubelskiego": what the programme is called.
  if (token > 1 && source_.tokens[token - 1].word->form == "dla" && source_.after(token - 2) == " " &&
      capitalised(source_.token(token - 2)))
    return false;
  if (token + 1 >= source_.tokens.size() || !only_space(source_.after(token))) return true;
  return is_verb(*source_.tokens[token + 1].word) || means(token + 1, PlaceWord::glue);
}

// "w Górach Opawskich": a range, and no village.
bool PlaceScanner::is_mountains(std::size_t token) const {
  static constexpr std::array<std::string_view, 5> kMountains = {"góry", "gór", "górach", "górami", "górom"};
  static constexpr std::array<std::string_view, 6> kEndings = {"skie", "skich", "skimi",
                                                               "ckie", "ckich", "ckimi"};
  if (std::ranges::find(kMountains, source_.tokens[token].word->form) == kMountains.end() ||
      token + 1 >= source_.tokens.size() || source_.after(token) != " " ||
      !capitalised(source_.token(token + 1)))
    return false;
  return std::ranges::any_of(
      kEndings, [&](std::string_view ending) { return source_.token(token + 1).ends_with(ending); });
}

// "doliny Sanu, Solinki i Wetliny": whether the token goes on a list of rivers.
bool PlaceScanner::in_list_of_rivers(std::size_t token) const {
  constexpr std::size_t kMost = 12;  // names
  const auto joint = [&](std::size_t t) {
    const std::string& form = source_.tokens[t].word->form;
    return form == "i" || form == "oraz";
  };
  for (std::size_t names = 0; names < kMost && token > 1; ++names) {
    std::size_t before = token - 1;
    if (joint(before) && source_.after(before) == " " && source_.after(before - 1) == " ")
      --before;
    else if (source_.after(before) != ", ")
      return names > 0 && source_.after(before) == " " && means(before, PlaceWord::water);
    if (!capitalised(source_.token(before))) return false;
    token = before;
  }
  return false;
}

}  // namespace szukajst::indexer::extract
