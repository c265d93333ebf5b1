#include <algorithm>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/places_tables.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;

constexpr double kRegion = 6;  // what the region's habit weighs among the scores of names

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

unsigned known_genders(char gender) {
  return gender == 'm' ? unsigned{kMasculine} : gender == 'f' ? unsigned{kFeminine} : unsigned{kNeuter};
}

}  // namespace

LocalityNames::LocalityNames(const SourceText& source, const PlaceRules::Tables& tables,
                             const gazetteer::Unit* voivodeship)
    : source_(source), tables_(tables), voivodeship_(voivodeship) {
  for (std::size_t i = 0; i < source.tokens.size(); ++i)
    if (capitalised(source.token(i))) attested_.insert(source.token(i));
  if (voivodeship == nullptr) return;
  // How often the region's names have each of two endings that share their cases; half of one each to begin
  // with.
  const auto share = [&](std::initializer_list<std::string_view> longer,
                         std::initializer_list<std::string_view> shorter) {
    double with_longer = 1, with_shorter = 1;
    const auto count = [&](const std::string& name) {
      with_longer += ends_with_any(name, longer) ? 1 : 0;
      with_shorter += ends_with_any(name, shorter) ? 1 : 0;
    };
    for (const gazetteer::Unit& unit : source.gazetteer.units())
      if (unit.kind() == core::PlaceKind::municipality && voivodeship->code.contains(unit.code))
        count(unit.name);
    for (const gazetteer::Locality& locality : source.gazetteer.localities())
      if (locality.unit && voivodeship->code.contains(*locality.unit)) count(locality.name);
    return with_longer / (with_longer + with_shorter);
  };
  owo_share_ = share({"owo", "ewo"}, {"ów", "ew"});
  ino_share_ = share({"ino", "yno"}, {"in", "yn"});
}

double LocalityNames::familiarity(const std::string& nominative) const {
  double score = 0;
  if (chosen_.contains(nominative)) score += 6;
  if (attested_.contains(nominative)) score += 4;
  if (ends_with_any(nominative, {"owo", "ewo"})) score += kRegion * owo_share_;
  if (ends_with_any(nominative, {"ów", "ew"})) score += kRegion * (1 - owo_share_);
  if (ends_with_any(nominative, {"ino", "yno"})) score += kRegion * ino_share_;
  if (ends_with_any(nominative, {"in", "yn"})) score += kRegion * (1 - ino_share_);
  const std::string_view word = nominative;
  const auto known = source_.gazetteer.match_locality({&word, 1});
  const auto unit = source_.gazetteer.match({&word, 1});
  bool elsewhere = false;
  for (const gazetteer::NameForm& form : unit.forms)
    elsewhere |= unit.words == 1 && form.name_case == gazetteer::NameCase::nominative;
  for (const gazetteer::LocalityForm& form : known.forms) {
    if (form.name_case != gazetteer::NameCase::nominative) continue;
    elsewhere = true;
    if (voivodeship_ != nullptr && form.locality->unit && voivodeship_->code.contains(*form.locality->unit))
      return score + 3;
  }
  return elsewhere ? score + 1 : score;
}

LocalityNames::Noun LocalityNames::noun(std::string_view form, unsigned cases,
                                        std::string_view genders) const {
  Noun best;
  const auto offer = [&](std::string nominative, char gender, double score) {
    if (genders.find(gender) == std::string_view::npos) return;
    score += familiarity(nominative);
    if (score > best.score) best = {std::move(nominative), gender, score};
  };
  if (cases & kNominative)
    offer(std::string(form), form.ends_with('a') ? 'f' : 'm',
          ends_with_any(form, {"nie", "wie", "cie", "dzie", "rze", "ach", "u", "ym"}) ? 1 : 3);
  // What has no life has one form for nominative and accusative.
  if ((cases & kAccusative) != 0 && !ends_with_any(form, {"ę", "ą"}))
    offer(std::string(form),
          ends_with_any(form, {"y", "i"})   ? 'p'
          : ends_with_any(form, {"o", "e"}) ? 'n'
                                            : 'm',
          2.5);
  const language::Word& word = source_.analyzer.word(form);
  for (const language::Reading& reading : word.readings) {
    const Grammar known = grammar(reading);
    if (known.part != PartOfSpeech::noun || (known.cases & cases) == 0) continue;
    if (word.source == language::WordSource::guess) continue;
    if ((known.genders & kPersonal) != 0 && capitalised(reading.lemma)) continue;  // a surname
    const char gender = known.plural                  ? 'p'
                        : (known.genders & kFeminine) ? 'f'
                        : (known.genders & kNeuter)   ? 'n'
                                                      : 'm';
    if (!known.plural || ends_with_any(reading.lemma, {"y", "e", "i"}))
      offer(with_capital(reading.lemma), gender, capitalised(reading.lemma) ? 6 : 4);
  }
  for (const char gender : {'m', 'n', 'f', 'p'}) {
    // A dictionary that knows the form knows its number and gender too.
    const bool known = word.source == language::WordSource::polimorf;
    const bool fits =
        !known || std::any_of(word.readings.begin(), word.readings.end(), [&](const auto& reading) {
          const Grammar g = grammar(reading);
          return (g.cases & cases) != 0 && g.plural == (gender == 'p') &&
                 (gender == 'p' || (g.genders & known_genders(gender)) != 0);
        });
    const auto candidates =
        tables_.endings.candidates(form, std::string(1, gender), cases & ~unsigned{kNominative});
    for (std::size_t i = 0; i < candidates.size(); ++i)
      offer(candidates[i].nominative, gender,
            (fits ? 2.5 : 0.5) + 0.3 * static_cast<double>(candidates[i].specificity) -
                0.1 * static_cast<double>(i));
  }
  return best;
}

bool LocalityNames::adjectival(std::size_t token, unsigned cases) const {
  const language::Word& word = *source_.tokens[token].word;
  const bool known =
      std::any_of(word.readings.begin(), word.readings.end(), [&](const language::Reading& reading) {
        const Grammar g = grammar(reading);
        return g.part == PartOfSpeech::adjective && (g.cases & cases) != 0;
      });
  return known || ends_with_any(source_.token(token), {"skiej", "ckiej", "skim", "ckim", "skich", "ckich",
                                                       "skiego", "ckiego", "owej", "owym", "owego"});
}

std::string LocalityNames::adjective(std::string_view form, char gender) const {
  const language::Word& word = source_.analyzer.word(form);
  for (const language::Reading& reading : word.readings)
    if (word.source != language::WordSource::guess && grammar(reading).part == PartOfSpeech::adjective)
      return with_capital(adjective_in_gender(reading.lemma, gender));
  for (const std::string_view ending : {"iego", "ego", "iej", "ej", "ich", "ych", "im", "ym", "ą", "a"}) {
    if (!form.ends_with(ending)) continue;
    std::string stem(form.substr(0, form.size() - ending.size()));
    const bool soft = ending.starts_with('i') || ends_with_any(stem, {"k", "g"});
    return adjective_in_gender(stem + (soft ? "i" : "y"), gender);
  }
  return std::string(form);
}

// The genders of nouns that the adjective may stand beside: "Wielkiej" f, "Dworskim" m and n.
std::string_view LocalityNames::genders_beside(std::string_view adjective) {
  if (ends_with_any(adjective, {"ej", "ą", "a"})) return "f";
  if (ends_with_any(adjective, {"ych", "ich", "ymi", "imi"})) return "p";
  if (ends_with_any(adjective, {"ego", "ym", "im"})) return "mn";
  if (ends_with_any(adjective, {"e"})) return "np";
  return "m";
}

LocalityNames::Name LocalityNames::read(std::size_t token, unsigned cases) {
  Name name{token, {}};
  const auto follows = [&](std::string_view gap) {
    return token + 1 < source_.tokens.size() && source_.after(token) == gap &&
           capitalised(source_.token(token + 1)) && utf8::length(source_.token(token + 1)) > 2;
  };
  const std::string_view first = source_.token(token);
  if (follows("-")) {
    const Noun head = noun(first, cases), tail = noun(source_.token(token + 1), cases);
    if (head.score < 0 || tail.score < 0) return name;
    name = {token + 2, head.nominative + "-" + tail.nominative};
  } else if (follows(" ") && adjectival(token + 1, cases) && !adjectival(token, cases)) {
    const Noun head = noun(first, cases, genders_beside(source_.token(token + 1)));
    if (head.score < 0) return name;
    name = {token + 2, head.nominative + " " + adjective(source_.token(token + 1), head.gender)};
  } else if (follows(" ") && adjectival(token, cases)) {
    const Noun tail = noun(source_.token(token + 1), cases, genders_beside(first));
    if (tail.score < 0) return name;
    name = {token + 2, adjective(first, tail.gender) + " " + tail.nominative};
    // "Nowa Wieś Ełcka"
    const std::size_t third = token + 2;
    if (third < source_.tokens.size() && source_.after(third - 1) == " " &&
        capitalised(source_.token(third)) && adjectival(third, cases) &&
        genders_beside(source_.token(third)).find(tail.gender) != std::string_view::npos)
      name = {third + 1, name.nominative + " " + adjective(source_.token(third), tail.gender)};
  } else {
    const Noun head = noun(first, cases);
    if (head.score < 0) return name;
    name = {token + 1, head.nominative};
    // "Osiek nad Wisłą": names that others bear are told apart so.
    const std::size_t river = token + 2;
    if (river < source_.tokens.size() && source_.after(token) == " " &&
        source_.tokens[token + 1].word->form == "nad" && source_.after(token + 1) == " " &&
        capitalised(source_.token(river)) && !source_.gazetteer.forms(head.nominative).empty())
      name = {river + 1, head.nominative + " nad " + std::string(source_.token(river))};
  }
  chosen_.insert(name.nominative);
  return name;
}

}  // namespace szukajst::indexer::extract
