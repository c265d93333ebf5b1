#include "indexer/extract/person_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "core/utf8.h"
#include "indexer/extract/endings.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/person_damage.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

constexpr unsigned kAnyCase = ~0U;

struct PersonRules::Tables {
  struct GivenName {
    std::string name;
    bool male = false, female = false;
  };
  std::unordered_map<std::string, GivenName> given;  // by the name in lower case
  EndingTable endings;
  NameDamage damage;
  std::unordered_set<std::string> namesake, no_name, shared, surnames_too;
  std::vector<std::string> declined;                      // endings
  language::Word::Notes::Taker in_text, in_damaged_text;  // see Persons::Reader::look
};

PersonRules::PersonRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
PersonRules::PersonRules(PersonRules&&) noexcept = default;
PersonRules& PersonRules::operator=(PersonRules&&) noexcept = default;
PersonRules::~PersonRules() = default;

core::Result<PersonRules> PersonRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path names_file = folder / "person_given_names.tsv";
  const std::filesystem::path words_file = folder / "person_words.tsv";
  auto names = read_table(names_file, 2);
  if (!names) return names.error();
  auto words = read_table(words_file, 2);
  if (!words) return words.error();
  auto endings = EndingTable::load(folder / "person_endings.tsv");
  if (!endings) return endings.error();
  auto damage = NameDamage::load(folder);
  if (!damage) return damage.error();
  auto tables = std::make_unique<Tables>();
  tables->endings = std::move(*endings);
  tables->damage = std::move(*damage);
  for (const Row& row : *names) {
    if (row.cell(1) != "m" && row.cell(1) != "f") return bad_row(names_file, row, "the gender is m or f");
    Tables::GivenName& given = tables->given[utf8::lower(row.cell(0))];
    given.name = row.cell(0);
    (row.cell(1) == "m" ? given.male : given.female) = true;
  }
  for (const Row& row : *words) {
    if (row.cell(0) == "namesake")
      tables->namesake.insert(row.cell(1));
    else if (row.cell(0) == "no-name")
      tables->no_name.insert(row.cell(1));
    else if (row.cell(0) == "shared")
      tables->shared.insert(row.cell(1));
    else if (row.cell(0) == "surname")
      tables->surnames_too.insert(row.cell(1));
    else if (row.cell(0) == "declined")
      tables->declined.push_back(row.cell(1));
    else
      return bad_row(words_file, row, "'" + row.cell(0) + "' is no kind of word");
  }
  return PersonRules(std::move(tables));
}

namespace {

// What a given name in some case may be.
struct Hypothesis {
  std::string given;  // nominative
  char gender = 'm';
  unsigned cases = 0;
};

struct Surname {
  std::string nominative;
  double score = 0;
};

std::string title_case(std::string_view word) {
  std::string result;
  bool first = true;
  for (std::size_t at = 0; at < word.size(); first = false) {
    const char32_t c = utf8::next(word, at);
    utf8::append(result, first ? utf8::upper(c) : utf8::lower(c));
  }
  return result;
}

std::string as_written(std::string_view word) {
  return all_capitals(word) ? title_case(word) : std::string(word);
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

}  // namespace

class Persons::Reader {
 public:
  Reader(const SourceText& source, const PersonRules::Tables& tables);

  // The name that begins at `token`; end = first where there is none.
  // `cases`: those in which it may stand; `end`: where the surname ends at least.
  Person read(std::size_t token, unsigned role_cases, bool any_given, unsigned cases,
              std::size_t end = 0) const;
  std::vector<Hypothesis> given_hypotheses(std::size_t token, bool any_given) const;
  // Without any_given; asked often, of each token once.
  const std::vector<Hypothesis>& known_given(std::size_t token) const {
    static const std::vector<Hypothesis> kNone;
    if (!has_look(token, kGiven)) return kNone;
    auto& known = given_[token];
    if (!known) known = given_hypotheses(token, false);
    return *known;
  }
  // "radny Ebert Jan": a name whose first word is no known given name and whose second is one.
  Person turned(const Person& person) const;
  // The name that begins with its surname at `token`: "Nowak Anna".
  Person read_reversed(std::size_t token) const;
  bool is_namesake(std::size_t token) const;
  // Whether the name is a place's or part of one: "Kazimierz Dolny", "Góra Świętej Małgorzaty Anna Nowak".
  bool in_place(const Person& person) const;
  const SourceText& source() const { return source_; }
  std::string restored(const std::string& name) const {
    return source_.lost_diacritics ? tables_.damage.restored(name, source_.analyzer) : name;
  }

 private:
  // What a word's spelling and readings say by themselves, found out once a distinct word. It costs as much
  // as some look-ups: what has to begin with a capital is not asked for it without.
  enum Look : std::uint32_t {
    kGiven = 1,    // may be a given name of the table, in any case
    kSurname = 2,  // may be a surname
  };
  bool has_look(std::size_t token, Look look) const {
    const auto& taker = source_.lost_diacritics ? tables_.in_damaged_text : tables_.in_text;
    return (source_.tokens[token].word->notes.of(taker, [&] { return find_look(token); }) & look) != 0;
  }
  std::uint32_t find_look(std::size_t token) const;
  bool attested(std::string_view name) const;
  std::size_t surname_end(std::size_t token) const;
  std::string spelling(std::size_t token) const;
  bool may_be_surname(std::size_t token) const;
  bool is_posts_namesake(std::size_t token) const;
  bool is_second_surname(std::size_t token) const;
  bool is_small_surname(std::size_t token) const;
  bool begins_line(std::size_t token) const {
    return source_.lines[source_.line_of_token(token)].first_token == token;
  }
  Surname surname(std::string_view form, const Hypothesis& hypothesis) const;
  Person read_initial(std::size_t token, unsigned role_cases) const;
  bool is_initial(std::size_t token) const;
  Person best(std::size_t first, std::size_t surname_at, std::size_t end,
              const std::vector<Hypothesis>& hypotheses, unsigned role_cases) const;

  const SourceText& source_;
  const PersonRules::Tables& tables_;
  mutable std::optional<std::unordered_set<std::string_view>> attested_;  // once asked for
  mutable std::vector<std::optional<std::vector<Hypothesis>>> given_;     // by token
};

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
  for (const char gender : {'m', 'f'})
    if (found.empty() || (gender == 'm' && only_womans))
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

// As it stood on paper, as far as that can be told.
std::string Persons::Reader::spelling(std::size_t token) const {
  std::string form = as_written(source_.token(token));
  if (source_.lost_diacritics && form.starts_with('t')) form.replace(0, 1, "Ł");
  return source_.lost_diacritics ? tables_.damage.restored(with_capital(form), source_.analyzer) : form;
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

namespace {

// The surname that a dictionary's reading makes of a form; score 0 where it cannot be one.
Surname from_dictionary(const language::Reading& reading, const Hypothesis& hypothesis) {
  const Grammar known = grammar(reading);
  if (known.plural || (known.cases & hypothesis.cases) == 0) return {};
  const bool man = hypothesis.gender == 'm';
  std::string lemma = with_capital(reading.lemma);
  if (known.part == PartOfSpeech::adjective) {
    if ((known.genders & (man ? kMasculine : kFeminine)) == 0) return {};
    // "nowy": the accusative of a thing, and of no man.
    if (man && (known.cases & hypothesis.cases) == kAccusative && (known.genders & kPersonal) == 0) return {};
    const double score = ends_with_any(lemma, {"ski", "cki", "dzki"}) ? 8 : 5;
    return {man ? lemma : adjective_in_gender(lemma, 'f'), score};
  }
  if (known.part != PartOfSpeech::noun) return {};
  const bool proper = capitalised(reading.lemma), open = lemma.ends_with('a');
  if (!man) {
    const bool womans = (known.genders & kFeminine) != 0 && (proper || open);
    return womans ? Surname{std::move(lemma), proper ? 8.0 : 5.0} : Surname{};
  }
  if ((known.genders & kPersonal) != 0 && proper) return {std::move(lemma), 8};
  // A thing's accusative is no man's.
  const bool thing =
      (known.genders & kMasculine) != 0 && (known.cases & hypothesis.cases & ~unsigned{kAccusative}) != 0;
  const bool in_o = (known.genders & kNeuter) != 0 && lemma.ends_with('o');  // "Żądło"
  return open || thing || in_o ? Surname{std::move(lemma), 5} : Surname{};
}

}  // namespace

Surname Persons::Reader::surname(std::string_view form, const Hypothesis& hypothesis) const {
  Surname best{std::string(form), -100};
  const auto offer = [&](std::string nominative, double score) {
    if (nominative != form && attested(nominative)) score += 4;
    if (score > best.score) best = {std::move(nominative), score};
  };
  const bool man = hypothesis.gender == 'm';
  const bool oblique = (hypothesis.cases & kNominative) == 0;
  const language::Word& word = source_.analyzer.word(form);
  const bool guessed = word.source == language::WordSource::guess;
  for (const language::Reading& reading : word.readings) {
    if (reading.tag.empty() && oblique != (reading.lemma == form))
      offer(reading.lemma, 5);  // hunspell knows no cases
    if (guessed) continue;
    // "Zofii Leśny": a man's form, which a woman's name keeps in every case
    if (const Grammar known = grammar(reading);
        !man && oblique && form.ends_with('y') && known.part == PartOfSpeech::adjective && !known.plural &&
        (known.genders & kPersonal) != 0 && (known.cases & kNominative) != 0)
      offer(std::string(form), 4);
    // "Danuty Madej"
    if (!man && oblique && form.ends_with("ej") && reading.lemma == form &&
        (grammar(reading).genders & kPersonal) != 0)
      offer(std::string(form), 6);
    if (Surname known = from_dictionary(reading, hypothesis); known.score > 0)
      offer(std::move(known.nominative), known.score);
  }
  const bool open = ends_with_any(form, {"a", "ą", "ę"}) || (!man && form.ends_with("ej"));
  const bool wrong_gender =
      man ? ends_with_any(form, {"ska", "cka", "dzka", "ską", "cką", "dzką", "skiej", "ckiej", "dzkiej"})
          : ends_with_any(form, {"ski", "cki", "dzki", "skiego", "ckiego", "dzkiego", "skiemu", "ckiemu",
                                 "dzkiemu", "skim", "ckim", "dzkim"});
  // "Ryszarda Kolebuka": endings that hardly any surname has in the nominative
  const bool man_only = ends_with_any(form, {"owi", "ego", "emu", "em"}) ||
                        std::ranges::any_of(tables_.declined, [&](const std::string& ending) {
                          return form.ends_with(ending);
                        });
  const bool declined = ends_with_any(form, {"ę", "ą"});  // as no nominative is
  if (!oblique)
    offer(std::string(form), wrong_gender || declined ? -6 : (man_only ? 1 : 3));
  else if (!man && !open)
    offer(std::string(form), wrong_gender || man_only ? -6 : ends_with_any(form, {"e", "y", "i"}) ? 1 : 4);
  else
    offer(std::string(form), wrong_gender                                            ? -6
                             : form.ends_with('o')                                   ? 1.5
                             : man && !open && !ends_with_any(form, {"y", "i", "e"}) ? -3
                                                                                     : -1);
  const auto candidates = tables_.endings.candidates(form, std::string(1, hypothesis.gender),
                                                     hypothesis.cases & ~unsigned{kNominative});
  for (std::size_t i = 0; i < candidates.size() && oblique; ++i)
    offer(candidates[i].nominative, 3 - 0.1 * static_cast<double>(i));
  return best;
}

Person Persons::Reader::best(std::size_t first, std::size_t surname_at, std::size_t end,
                             const std::vector<Hypothesis>& hypotheses, unsigned role_cases) const {
  Person result{.first = first, .end = first, .name = {}};
  double best_score = -4;
  // "Alojzy Necel": he, before a woman whose name nobody declines.
  constexpr double kHim = 1.1, kHer = 0.5, kOnlyLocative = 0.5;
  for (const Hypothesis& hypothesis : hypotheses) {
    std::string name = hypothesis.given;
    double score = (hypothesis.cases & kNominative) == 0 ? 0 : hypothesis.gender == 'm' ? kHim : kHer;
    if ((hypothesis.cases & role_cases) != 0) score += 3;
    // "Justynie Mak": hers is a dative, too, his a locative alone, which few names of people stand in.
    if (hypothesis.gender == 'm' && hypothesis.cases == kLocative) score -= kOnlyLocative;
    double parts = 0;
    for (std::size_t i = surname_at; i < end; ++i) {
      std::string form = spelling(i);
      // "Annę Matuszke": an ę whose tail was lost
      const bool oblique = (hypothesis.cases & kAccusative) != 0 && (hypothesis.cases & kNominative) == 0 &&
                           (hypothesis.gender == 'm' || hypothesis.cases == kAccusative);
      if (source_.lost_diacritics && oblique && form.ends_with('e')) form.replace(form.size() - 1, 1, "ę");
      // "Gerard Zielkę": a tail too many
      if (source_.lost_diacritics && (hypothesis.cases & kNominative) != 0)
        for (const auto& [tail, without] : {std::pair("ę", "e"), std::pair("ą", "a")})
          if (form.ends_with(tail))
            form.replace(form.size() - std::string_view(tail).size(), std::string::npos, without);
      Surname part = surname(form, hypothesis);
      // "Moniki Zielke", which no tail was lost of: no nominative has one.
      if (part.nominative.ends_with("ę")) part.nominative.replace(part.nominative.size() - 2, 2, "e");
      name += (i == surname_at ? " " : "-") + part.nominative;
      parts += part.score;
    }
    score += parts / static_cast<double>(end - surname_at);
    if (score <= best_score) continue;
    best_score = score;
    result = {first, end, std::move(name), hypothesis.gender, hypothesis.cases, false, false};
  }
  return result;
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
    if (!capitalised(source_.token(first)) || source_.after(first) != " ") return false;
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
