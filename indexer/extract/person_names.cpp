#include "indexer/extract/person_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <unordered_set>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/person_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

constexpr unsigned kAnyCase = ~0U;

Persons::Reader::Reader(const SourceText& source, const PersonRules::Tables& tables)
    : source_(source), tables_(tables), given_(source.tokens.size()) {}

// Whether the text has the name, with its capital.
bool Persons::Reader::attested(std::string_view name) const {
  if (!attested_) {
    attested_.emplace();
    for (std::size_t i = 0; i < source_.tokens.size(); ++i)
      if (capitalised(source_.token(i))) attested_->insert(source_.token(i));
  }
  return attested_->contains(name);
}

std::uint32_t Persons::Reader::find_look(std::size_t token) const {
  const std::string_view form = source_.token(token);
  const language::Word& word = *source_.tokens[token].word;
  std::uint32_t look = given_hypotheses(token, false).empty() ? 0U : std::uint32_t{kGiven};
  if (!capitalised(form)) return look;
  const std::size_t letters = utf8::length(form);
  const bool abbreviation = all_capitals(form) && letters <= 3;  // "II", "MP"
  if (letters > 1 && !abbreviation && std::ranges::none_of(word.lemmas, [&](const std::string& lemma) {
        return tables_.no_name.contains(lemma);
      }))
    look |= kSurname;
  return look;
}

std::vector<Hypothesis> Persons::Reader::given_hypotheses(std::size_t token, bool any_given) const {
  std::vector<Hypothesis> found;
  const std::string form = as_written(source_.token(token));
  const auto add = [&](const std::string& given, char gender, unsigned cases) {
    for (Hypothesis& other : found)
      if (other.given == given && other.gender == gender) {
        other.cases |= cases;
        return;
      }
    found.push_back({given, gender, cases});
  };
  const auto add_known = [&](const std::string& lemma, unsigned genders, unsigned cases) {
    const auto given = tables_.given.find(lemma);
    if (given == tables_.given.end()) return;
    if (given->second.male && (genders & kPersonal)) add(given->second.name, 'm', cases);
    if (given->second.female && (genders & kFeminine)) add(given->second.name, 'f', cases);
  };
  add_known(utf8::lower(form), kPersonal | kFeminine, kNominative);
  const language::Word& word = *source_.tokens[token].word;
  // The word has the lemmas of its readings in lower case.
  const bool any_lemma = std::ranges::any_of(
      word.lemmas, [&](const std::string& lemma) { return tables_.given.contains(lemma); });
  if (any_lemma)
    for (const language::Reading& reading : word.readings) {
      const Grammar known = grammar(reading);
      if (known.part != PartOfSpeech::noun || known.plural) continue;
      add_known(utf8::lower(reading.lemma), known.genders, known.cases);
    }
  // "Witolda" is a woman's name and a case of "Witold": the list of names knows the one, no dictionary the
  // other.
  const bool only_womans = std::all_of(found.begin(), found.end(), [](const Hypothesis& known) {
    return known.gender == 'f' && known.cases == kNominative;
  });
  // What an ending is taken for leaves the letters before it.
  const bool may_end = tables_.may_begin_given(utf8::lower(tables_.endings.kept(form)));
  for (const char gender : {'m', 'f'})
    if (may_end && (found.empty() || (gender == 'm' && only_womans)))
      for (const auto& candidate :
           tables_.endings.candidates(form, std::string(1, gender), ~0U & ~kNominative))
        add_known(utf8::lower(candidate.nominative), gender == 'm' ? kPersonal : kFeminine,
                  kGenitive | kDative | kAccusative | kInstrumental | kLocative);
  if (found.empty() && source_.lost_diacritics)
    for (const std::string& spelling : tables_.damage.spellings(form))
      add_known(utf8::lower(spelling), kPersonal | kFeminine, kNominative);
  // "Zyte", "Kosma": an ę or ą whose tail was lost
  if (source_.lost_diacritics)
    for (const auto& [seen, meant, known_case] :
         {std::tuple('e', "ę", kAccusative), std::tuple('a', "ą", kInstrumental)}) {
      if (form.empty() || form.back() != seen) continue;
      const std::string whole = form.substr(0, form.size() - 1) + meant;
      for (const language::Reading& reading : source_.analyzer.word(whole).readings) {
        const Grammar known = grammar(reading);
        if (known.part == PartOfSpeech::noun && !known.plural && (known.cases & known_case) != 0)
          add_known(utf8::lower(reading.lemma), known.genders, known_case);
      }
    }
  if (found.empty() && any_given) {
    for (const language::Reading& reading : word.readings) {
      const Grammar known = grammar(reading);
      if (known.part != PartOfSpeech::noun || known.plural || !capitalised(reading.lemma)) continue;
      if (known.genders & kPersonal) add(reading.lemma, 'm', known.cases);
      if (known.genders & kFeminine) add(reading.lemma, 'f', known.cases);
    }
    add(form, form.ends_with('a') ? 'f' : 'm', kNominative);
  }
  return found;
}

bool Persons::Reader::may_be_surname(std::size_t token) const {
  return token < source_.tokens.size() && source_.tokens[token].token.kind == language::TokenKind::word &&
         capitalised(source_.token(token)) && has_look(token, kSurname);
}

// "Władysław Marszałek": a surname that is a post's word too, with a given name before it, which the
// dictionaries know as a surname; nothing behind it says whose post it would be.
bool Persons::Reader::is_posts_namesake(std::size_t token) const {
  if (token == 0 || token >= source_.tokens.size() || source_.after(token - 1) != " ") return false;
  const std::string_view form = source_.token(token);
  const language::Word& word = *source_.tokens[token].word;
  if (!capitalised(form) || all_capitals(form)) return false;
  if (std::none_of(word.lemmas.begin(), word.lemmas.end(),
                   [&](const std::string& lemma) { return tables_.surnames_too.contains(lemma); }))
    return false;
  if (token + 1 >= source_.tokens.size()) return true;
  const std::string_view behind = source_.after(token);
  if (behind != " ") return true;
  const language::Word& next = *source_.tokens[token + 1].word;
  // "Anna Marszałek Skarbnik Gminy"
  if (std::any_of(next.lemmas.begin(), next.lemmas.end(),
                  [&](const std::string& lemma) { return tables_.surnames_too.contains(lemma); }))
    return true;
  return !capitalised(source_.token(token + 1)) &&
         (next.readings.empty() ||
          !std::all_of(next.readings.begin(), next.readings.end(), [](const language::Reading& reading) {
            const Grammar known = grammar(reading);
            return known.part == PartOfSpeech::noun && (known.cases & kGenitive) != 0;
          }));
}

// "Renata Jesionowska – Zawieja": a woman's second surname behind a dash, which no other name follows.
bool Persons::Reader::is_second_surname(std::size_t token) const {
  if (token >= source_.tokens.size() || !may_be_surname(token) || all_capitals(source_.token(token)))
    return false;
  const std::string_view gap = source_.after(token - 1), behind = source_.after(token);
  if ((gap != " – " && gap != " - ") || !known_given(token).empty()) return false;
  const bool another =
      token + 1 < source_.tokens.size() && behind == " " && capitalised(source_.token(token + 1));
  const language::Word& word = *source_.tokens[token].word;
  if (another || word.source == language::WordSource::guess || is_common_word(word)) return false;
  const std::string_view form = source_.token(token);
  return source_.gazetteer.match({&form, 1}).words == 0 &&
         std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
           const Grammar known = grammar(reading);
           return capitalised(reading.lemma) && (known.genders & kPersonal) != 0 && !known.plural;
         });
}

// "Gerwazy topatka": in a text that has lost its diacritics, a surname whose Ł was read as a small t.
bool Persons::Reader::is_small_surname(std::size_t token) const {
  if (!source_.lost_diacritics || token == 0 || token >= source_.tokens.size() ||
      source_.after(token - 1) != " ")
    return false;
  const std::string_view form = source_.token(token);
  constexpr std::size_t kShortest = 5;  // letters
  return form.starts_with('t') && form.size() >= kShortest &&
         source_.tokens[token].word->source == language::WordSource::guess;
}

namespace {

// A hyphen, also where the line ends at it; Polish spelling repeats it then at the next line's beginning.
bool is_hyphen(std::string_view gap) {
  if (gap == "-") return true;
  const std::size_t line = gap.find('\n');
  if (line == std::string_view::npos || holds_blank_line(gap)) return false;
  const std::string_view above = gap.substr(0, line), below = utf8::trim(gap.substr(line));
  return above == "-" && (below.empty() || below == "-");
}

}  // namespace

// Where the surname that begins at `token` ends: the parts that hyphens join.
std::size_t Persons::Reader::surname_end(std::size_t token) const {
  std::size_t end = token + 1;
  const auto goes_on = [&](std::size_t next) {
    // "Cieslak-wit": recognition took the capital for a small letter.
    const language::Word& word = *source_.tokens[next].word;
    return capitalised(source_.token(next)) ||
           (source_.lost_diacritics && source_.after(next - 1) == "-" &&
            std::none_of(word.lemmas.begin(), word.lemmas.end(),
                         [&](const std::string& lemma) { return tables_.no_name.contains(lemma); }));
  };
  while (end < source_.tokens.size() && is_hyphen(source_.after(end - 1)) && goes_on(end)) ++end;
  return end;
}

// "J." of "J. Nowak"
bool Persons::Reader::is_initial(std::size_t token) const {
  const std::string_view letter = source_.token(token);
  return utf8::length(letter) == 1 && capitalised(letter) &&
         (source_.after(token) == "." || source_.after(token) == ". ");
}

Person Persons::Reader::read_initial(std::size_t token, unsigned role_cases) const {
  Person none{.first = token, .end = token, .name = {}};
  const std::string_view letter = source_.token(token);
  if (!is_initial(token)) return none;
  // "P. Jan Mak" is Mr Mak.
  if (letter == "P" && token + 2 < source_.tokens.size() && source_.after(token + 1) == " " &&
      may_be_surname(token + 2) && !known_given(token + 1).empty())
    return none;
  // "Anna N., Jan Mak": a surname of which only a letter is given.
  if (token > 0 && source_.after(token - 1) == " " && capitalised(source_.token(token - 1)) &&
      !known_given(token - 1).empty())
    return none;
  const bool numbered = source_.lines[source_.line_of_token(token)].first_token == token;  // "V. Monitoring"
  if (numbered || !may_be_surname(token + 1) || all_capitals(source_.token(token + 1))) return none;
  const std::size_t end = surname_end(token + 1);
  if (role_cases != 0 && (role_cases & kNominative) == 0) {
    const std::string given = std::string(letter) + ".";
    Person declined =
        best(token, token + 1, end, {{given, 'm', role_cases}, {given, 'f', role_cases}}, role_cases);
    declined.initial = true;
    if (declined.end != declined.first) return declined;
  }
  std::string name = std::string(letter) + ".";
  for (std::size_t i = token + 1; i < end; ++i)
    name.append(i == token + 1 ? " " : "-").append(source_.token(i));
  return {token, end, std::move(name), 'm', kNominative, true, false};
}

Person Persons::Reader::read(std::size_t token, unsigned role_cases, bool any_given, unsigned cases,
                             std::size_t end) const {
  Person none{.first = token, .end = token, .name = {}};
  const std::string_view form = source_.token(token);
  if (source_.tokens[token].token.kind != language::TokenKind::word || !capitalised(form)) return none;
  if (utf8::length(form) == 1) return read_initial(token, role_cases);
  if (!any_given && !has_look(token, kGiven)) return none;
  const auto joined = [&](std::size_t i) {
    const std::string_view gap = source_.after(i);
    return i + 1 < source_.tokens.size() && only_space(gap) && !gap.empty() &&
           (!holds_blank_line(gap) || source_.false_blank(i + 1));
  };
  // "Anna M. Nowak"; but "Anna N. Jan Mak" are two.
  const bool middle_initial =
      joined(token) && is_initial(token + 1) && may_be_surname(token + 2) && known_given(token + 2).empty();
  if (!joined(token) || (!may_be_surname(token + 1) && !middle_initial && !is_posts_namesake(token + 1) &&
                         !is_small_surname(token + 1)))
    return none;
  std::vector<Hypothesis> hypotheses = given_hypotheses(token, any_given && may_be_surname(token));
  std::erase_if(hypotheses, [&](const Hypothesis& known) { return (known.cases & cases) == 0; });
  for (Hypothesis& known : hypotheses) known.cases &= cases;
  if (hypotheses.empty()) return none;
  std::size_t surname_at = token + 1;
  if (middle_initial) {
    surname_at = token + 2;
    for (Hypothesis& known : hypotheses) known.given.append(" ").append(source_.token(token + 1)).append(".");
  }
  // A second given name, which must agree with the first: "Anna Maria Nowak".
  std::vector<Hypothesis> second = known_given(token + 1);
  // "Jan Maria Nowak"
  for (std::size_t i = 0, known = second.size(); i < known; ++i)
    if (second[i].gender == 'f' && tables_.shared.contains(utf8::lower(second[i].given)))
      second.push_back({second[i].given, 'm', second[i].cases});
  if (!middle_initial && !second.empty() && source_.after(token + 1) == " " && may_be_surname(token + 2)) {
    const bool agree = std::any_of(second.begin(), second.end(), [&](const Hypothesis& b) {
      return std::any_of(hypotheses.begin(), hypotheses.end(), [&](const Hypothesis& a) {
        return a.gender == b.gender && (a.cases & b.cases) != 0;
      });
    });
    if (!agree) return none;
    surname_at = token + 2;
    for (Hypothesis& a : hypotheses)
      for (const Hypothesis& b : second)
        if (a.gender == b.gender && (a.cases & b.cases) != 0) {
          a.given += " " + b.given;
          break;
        }
  }
  std::size_t surname_stop = surname_end(surname_at);
  const bool womans = std::any_of(hypotheses.begin(), hypotheses.end(),
                                  [](const Hypothesis& known) { return known.gender == 'f'; });
  if (womans && is_second_surname(surname_stop)) ++surname_stop;
  return best(token, surname_at, std::max(surname_stop, end), hypotheses, role_cases);
}

Person Persons::Reader::read_reversed(std::size_t token) const {
  Person none{.first = token, .end = token, .name = {}};
  if (!may_be_surname(token) || !known_given(token).empty()) return none;
  const std::size_t given = surname_end(token);
  const bool joined = given < source_.tokens.size() && source_.after(given - 1) == " ";
  if (!joined || !capitalised(source_.token(given)) || !has_look(given, kGiven)) return none;
  // "burmistrz | Milicza Piotr Lech": a unit's name behind a post, where a line ends
  if (const std::string_view form = source_.token(token); token > 0 && only_space(source_.after(token - 1)) &&
                                                          !holds_blank_line(source_.after(token - 1)) &&
                                                          source_.gazetteer.match({&form, 1}).words != 0) {
    const std::vector<std::string>& before = source_.tokens[token - 1].word->lemmas;
    if (std::any_of(before.begin(), before.end(),
                    [&](const std::string& lemma) { return tables_.no_name.contains(lemma); }))
      return none;
  }
  const auto stands_alone = [&](std::string_view gap) {
    return gap.empty() || gap.find_first_not_of(' ') != std::string_view::npos || gap.size() > 2;
  };
  if (token > 0 && !stands_alone(source_.after(token - 1)) && capitalised(source_.token(token - 1)))
    return none;
  if (token > 0 && only_space(source_.after(token - 1)) && !begins_line(token)) return none;
  std::size_t end = given + 1;
  const bool second = end < source_.tokens.size() && source_.after(given) == " " &&
                      capitalised(source_.token(end)) && !known_given(end).empty();
  if (second) ++end;
  if (end < source_.tokens.size() && source_.after(end - 1) == " " && capitalised(source_.token(end)))
    return none;
  std::string name;
  char gender = 0;
  for (std::size_t t = given; t < end; ++t) {
    const auto hypotheses = known_given(t);
    const auto known = std::find_if(hypotheses.begin(), hypotheses.end(), [&](const Hypothesis& h) {
      return (h.cases & kNominative) != 0 && (gender == 0 || h.gender == gender);
    });
    if (known == hypotheses.end()) return none;
    gender = known->gender;
    name += known->given + " ";
  }
  for (std::size_t t = token; t < given; ++t)
    name.append(t == token ? "" : "-").append(as_written(source_.token(t)));
  return {token, end, std::move(name), gender, kNominative, false, false, true};
}

Person Persons::Reader::turned(const Person& person) const {
  Person none{.first = person.first, .end = person.first, .name = {}};
  if (person.initial || person.end != person.first + 2 || !known_given(person.first).empty()) return none;
  for (const Hypothesis& known : known_given(person.first + 1))
    if ((known.cases & kNominative) != 0)
      return {person.first, person.end,  known.given + " " + as_written(source_.token(person.first)),
              known.gender, kNominative, false,
              false,        true};
  return none;
}

bool Persons::Reader::in_place(const Person& person) const {
  for (std::size_t back = 0; back <= 2 && back <= person.first; ++back) {
    const std::size_t first = person.first - back;
    // "Burmistrz Nowego Dworu" over "Mazowieckiego Jan Mak"
    const std::string_view gap = source_.after(first);
    if (!capitalised(source_.token(first)) || !only_space(gap) || gap.empty() || holds_blank_line(gap) ||
        gap.find("  ") != std::string_view::npos)
      return false;
    std::vector<std::string_view> words;
    for (std::size_t t = first; t < person.end; ++t) words.push_back(source_.token(t));
    const std::size_t named = source_.gazetteer.match(words).words;
    if (back == 0 ? named == words.size() : named > back) return true;
  }
  return false;
}

bool Persons::Reader::is_namesake(std::size_t token) const {
  for (std::size_t back = 1; back <= 3 && back <= token; ++back) {
    const language::Word& word = *source_.tokens[token - back].word;
    // "Nazwa ulicy", and a paragraph below it "Wiceprzewodnicząca Rady Anna Nowak"
    const std::string_view between = source_.after(token - back);
    if (holds_blank_line(between) || between.find_first_of(",;:)") != std::string_view::npos) return false;
    if (tables_.namesake.contains(word.form)) return true;
    if (std::any_of(word.lemmas.begin(), word.lemmas.end(),
                    [&](const std::string& lemma) { return tables_.namesake.contains(lemma); }))
      return true;
    if (!capitalised(source_.token(token - back))) return false;
    if (!known_given(token - back).empty()) return false;  // "Góry Świętej Małgorzaty Jan Nowak"
  }
  return false;
}

Persons::Persons(const SourceText& source, const PersonRules& rules)
    : reader_(std::make_unique<const Reader>(source, rules.tables())) {
  for (std::size_t i = 0; i + 1 < source.tokens.size();) {
    // Every name begins with a capital.
    if (source.tokens[i].token.kind != language::TokenKind::word || !capitalised(source.token(i))) {
      ++i;
      continue;
    }
    Person person = reader_->read(i, 0, false, kAnyCase);
    if (person.end == person.first) person = reader_->read_reversed(i);
    if (person.end == person.first || reader_->in_place(person)) {
      ++i;
      continue;
    }
    person.namesake = reader_->is_namesake(i);
    i = person.end;
    all_.push_back(std::move(person));
  }
}

Persons::Persons(Persons&&) noexcept = default;
Persons::~Persons() = default;

const Person* Persons::covering(std::size_t token) const {
  const auto after = std::upper_bound(all_.begin(), all_.end(), token,
                                      [](std::size_t t, const Person& person) { return t < person.first; });
  return after != all_.begin() && token < std::prev(after)->end ? &*std::prev(after) : nullptr;
}

std::string Persons::restored(const std::string& name) const {
  return reader_->restored(name);
}

bool Persons::may_be_given(std::size_t token) const {
  return !reader_->known_given(token).empty();
}

std::size_t Persons::next(std::size_t token) const {
  const auto after = std::upper_bound(all_.begin(), all_.end(), token,
                                      [](std::size_t t, const Person& person) { return t < person.first; });
  return after == all_.end() ? static_cast<std::size_t>(-1) : after->first;
}

Person Persons::at(std::size_t token, unsigned cases) const {
  if (const Person* known = covering(token); known != nullptr && known->reversed) return *known;
  Person person = reader_->read(token, cases, true, kAnyCase);
  if (Person turned = reader_->turned(person); turned.end != turned.first) return turned;
  if (person.end != person.first) person.namesake = reader_->is_namesake(token);
  return person;
}

Person Persons::until(const Person& person, std::size_t end) const {
  return reader_->read(person.first, 0, false, person.cases, end);
}

Person Persons::in_nominative(std::size_t token) const {
  return reader_->read(token, 0, false, kNominative);
}

}  // namespace szukajst::indexer::extract
