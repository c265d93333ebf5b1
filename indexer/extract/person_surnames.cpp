// Surnames in any case, brought to the nominative.
#include <algorithm>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/person_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

std::string title_case(std::string_view word) {
  std::string result;
  bool first = true;
  for (std::size_t at = 0; at < word.size(); first = false) {
    const char32_t c = utf8::next(word, at);
    utf8::append(result, first ? utf8::upper(c) : utf8::lower(c));
  }
  return result;
}

}  // namespace

std::string as_written(std::string_view word) {
  return all_capitals(word) ? title_case(word) : std::string(word);
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

// As it stood on paper, as far as that can be told.
std::string Persons::Reader::spelling(std::size_t token) const {
  std::string form = as_written(source_.token(token));
  if (source_.lost_diacritics && form.starts_with('t')) form.replace(0, 1, "Ł");
  return source_.lost_diacritics ? tables_.damage.restored(with_capital(form), source_.analyzer) : form;
}

namespace {

// The surname that a dictionary's reading makes of a form; score 0 where it cannot be one.
Surname from_dictionary(const language::Reading& reading, const Hypothesis& hypothesis) {
  const Grammar known = grammar(reading);
  if (known.plural || (known.cases & hypothesis.cases) == 0) return {};
  const bool man = hypothesis.gender == 'm';
  std::string lemma = with_capital(reading.lemma);
  if (known.part == PartOfSpeech::adjective) {
    if (!lemma.ends_with('y') && !lemma.ends_with('i')) return {};  // "Bodziony", a participle of "bość"
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
  const bool in_case = (known.cases & hypothesis.cases & ~unsigned{kAccusative}) != 0;
  const bool thing = (known.genders & kMasculine) != 0 && in_case;
  const bool in_o = (known.genders & kNeuter) != 0 && in_case && lemma.ends_with('o');  // "Żądło"
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
    // There are a few men called "Plicka".
    offer(std::string(form), declined ? -6 : wrong_gender ? (man ? -5 : -6) : (man_only ? 1 : 3));
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
    // "radnego Mieczysława Kawczyk": a surname that nobody declined, rather than a Mieczysława; but "p.o.
    // dyrektora Anna Mazurska".
    constexpr double kOtherCase = 4;
    if (role_cases != 0 && (role_cases & kNominative) == 0 && (hypothesis.cases & role_cases) == 0 &&
        hypothesis.gender == 'f' && !source_.token(end - 1).ends_with('a'))
      score -= kOtherCase;
    // "Justynie Mak": hers is a dative, too, his a locative alone, which few names of people stand in.
    if (hypothesis.gender == 'm' && hypothesis.cases == kLocative) score -= kOnlyLocative;
    double parts = 0;
    for (std::size_t i = surname_at; i < end; ++i) {
      std::string form = spelling(i);
      // "Annę Matuszke": an ę whose tail was lost
      const bool oblique = (hypothesis.cases & kAccusative) != 0 && (hypothesis.cases & kNominative) == 0 &&
                           (hypothesis.gender == 'm' || hypothesis.cases == kAccusative);
      if (source_.lost_diacritics && oblique && form.ends_with('e')) form.replace(form.size() - 1, 1, "ę");
      // "Gerard Zielkę", "Kazimierza Chęcią": a tail too many
      const bool may_end_in_a = (hypothesis.cases & kInstrumental) != 0 ||
                                (hypothesis.gender == 'f' && (hypothesis.cases & kAccusative) != 0);
      if (source_.lost_diacritics && form.ends_with("ą") && !may_end_in_a)
        form.replace(form.size() - std::string_view("ą").size(), std::string::npos, "a");
      if (source_.lost_diacritics && form.ends_with("ę") && (hypothesis.cases & kAccusative) == 0)
        form.replace(form.size() - std::string_view("ę").size(), std::string::npos, "e");
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

}  // namespace szukajst::indexer::extract
