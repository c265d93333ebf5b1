#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "gazetteer/name_guesser.h"
#include "indexer/extract/places_scanner.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;
using gazetteer::NameCase;
using gazetteer::UnitType;

constexpr double kNominativeName = 0.5;  // names are rather not declined behind their kind

// "-"; also with blanks around it ("warmińsko - mazurskie"), and where a line ends, when the next line begins
// with a further one: "kujawsko-|-pomorskie".
bool is_hyphen(std::string_view gap) {
  return gap == "-" || gap == "--" || gap == " - " || gap == " – " ||
         (gap.starts_with("-\n") && utf8::trim(gap.substr(1)) == "-");
}

}  // namespace

unsigned case_bits(NameCase name_case) {
  switch (name_case) {
    case NameCase::nominative:
      return kNominative;
    case NameCase::genitive:
      return kGenitive;
    case NameCase::dative:
      return kDative;
    case NameCase::accusative:
      return kAccusative;
    case NameCase::instrumental:
      return kInstrumental;
    case NameCase::locative:
      return kLocative;
    case NameCase::adjective:
      return 0;
  }
  return 0;
}

bool written_as_name(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const char32_t c = utf8::next(word, at);
    if (utf8::is_upper(c) != (letters == 0)) return false;
  }
  return letters >= 3;
}

bool names_municipality(PlaceContext context) {
  return context == PlaceContext::municipality || context == PlaceContext::town ||
         context == PlaceContext::rural_office || context == PlaceContext::town_office;
}

// The words from `token` on that one name may hold: set apart by white space or hyphens alone.
PlaceScanner::Words PlaceScanner::words_from(std::size_t token) const {
  Words words;
  for (std::size_t i = token; i < source_.tokens.size() && words.size() < kLongestName; ++i) {
    words.add(source_.token(i));
    const std::string_view between = source_.after(i);
    if (!is_hyphen(between) && (!only_space(between) || holds_blank_line(between))) break;
  }
  return words;
}

// "Gmina Gubin o statusie miejskim", "gmina Gubin (wiejska)"
std::optional<UnitType> PlaceScanner::type_behind(std::size_t token) const {
  if (token + 2 >= source_.tokens.size()) return std::nullopt;
  std::size_t at = token;
  const std::string_view mark = gap(token - 1);
  if (mark.empty() && source_.tokens[token].word->form == "o" &&
      has_lemma(*source_.tokens[token + 1].word, "status"))
    at = token + 2;
  else if (mark != "(")
    return std::nullopt;
  else if (means(at, PlaceWord::municipality))
    ++at;  // "z Gubina (gmina wiejska)"
  if (means(at, PlaceWord::urban)) return UnitType::urban;
  if (means(at, PlaceWord::rural)) return UnitType::rural;
  return std::nullopt;
}

// "do Chełmna, wsi w gminie Pniewy", "Stolno (wieś)": a village, whatever else bears its name.
bool PlaceScanner::village_behind(std::size_t token) const {
  if (token >= source_.tokens.size()) return false;
  const std::string_view mark = gap(token - 1);
  return (mark == "," || mark == "(") && means(token, PlaceWord::locality) &&
         (token + 1 >= source_.tokens.size() || !capitalised(source_.token(token + 1)));
}

// "od Wyszkowa w gminie Liw", "w Borku (gm. Lipki)": a village of that municipality, whatever other
// municipality bears its name.
bool PlaceScanner::in_other_municipality(std::size_t token, const RawMention& raw) const {
  const PlaceContext kind = raw.mention.context;
  if (token + 2 >= source_.tokens.size() || raw.locality_cases == 0 ||
      (kind != PlaceContext::none && kind != PlaceContext::preposition))
    return false;
  std::size_t at = token;
  if (source_.after(token - 1) == " " && source_.tokens[token].word->form == "w")
    ++at;
  else if (gap(token - 1) != "(")
    return false;
  const std::string_view behind = source_.after(at);
  if (!means(at, PlaceWord::municipality) || may_be_plural(at) || (behind != " " && behind != ". "))
    return false;
  const gazetteer::NameMatch match = source_.gazetteer.match(words_from(at + 1).span());
  bool municipality = false;
  for (const gazetteer::NameForm& form : match.forms) {
    if (form.name_case == NameCase::adjective || form.unit->kind() != core::PlaceKind::municipality) continue;
    municipality = true;
    for (const PlaceCandidate& own : raw.candidates)
      if (own.unit->name == form.unit->name) return false;
  }
  return municipality;
}

double PlaceScanner::score(const gazetteer::Unit& unit, const NameContext& context) const {
  const bool urban = unit.type == UnitType::urban, rural = unit.type == UnitType::rural;
  double score = 0;
  switch (context.kind) {
    case PlaceContext::municipality:
      score = urban ? -2 : 2;
      break;
    case PlaceContext::town:
      score = rural ? -8 : urban ? 2 : 1.5;
      break;
    case PlaceContext::rural_office:
      score = rural ? 3 : -8;
      break;
    case PlaceContext::town_office:
      score = rural ? -8 : 3;
      break;
    default:
      score = urban ? 2 : rural ? 1 : 1.5;
      break;
  }
  if (context.type) {
    if (context.kind == PlaceContext::preposition) {
      if (*context.type == UnitType::rural) score += rural ? 2 : 0;  // "Rada Gminy w"
    } else {
      score += unit.type == *context.type ? 5 : 0;
    }
  }
  return score;
}

std::size_t PlaceScanner::add_adjective(std::size_t token, const NameContext& context) {
  const core::PlaceKind kind =
      context.kind == PlaceContext::county ? core::PlaceKind::county : core::PlaceKind::voivodeship;
  if (!source_.gazetteer.begins_name(source_.tokens[token].word->form)) return token;
  Words words = words_from(token);
  while (!words.empty()) {
    const gazetteer::NameMatch match = source_.gazetteer.match(words.span());
    if (match.words == 0) return token;
    RawMention raw;
    for (const gazetteer::NameForm& form : match.forms) {
      const bool known = std::any_of(raw.candidates.begin(), raw.candidates.end(),
                                     [&](const PlaceCandidate& other) { return other.unit == form.unit; });
      if (form.name_case == NameCase::adjective && form.unit->kind() == kind && !known)
        raw.candidates.push_back({form.unit, 0});
    }
    if (!raw.candidates.empty()) {
      raw.mention = {context.lead, token, token + match.words, context.kind, context.listed, nullptr,
                     nullptr,      {}};
      found_.push_back(std::move(raw));
      return token + match.words;
    }
    words.resize(match.words - 1);
  }
  return token;
}

std::size_t PlaceScanner::add_municipality(std::size_t token, const NameContext& context) {
  if (!source_.gazetteer.begins_name(source_.tokens[token].word->form)) return token;
  Words words = words_from(token);
  // "na Białą Piska": of two words one has lost its ą.
  std::string whole;
  if (const auto named = words.span();
      source_.lost_diacritics && named.size() > 1 && named[0].ends_with("ą") && named[1].ends_with('a')) {
    whole = std::string(named[1].substr(0, named[1].size() - 1)) + "ą";
    words.replace(1, whole);
  }
  while (!words.empty()) {
    const gazetteer::NameMatch match = source_.gazetteer.match(words.span());
    if (match.words == 0) return token;
    RawMention raw;
    for (const gazetteer::NameForm& form : match.forms) {
      if (form.name_case == NameCase::adjective || form.unit->kind() != core::PlaceKind::municipality)
        continue;
      // "połączy Bielsko-Biała": an ą whose tail was lost
      const bool tail = source_.lost_diacritics && form.name_case == NameCase::nominative &&
                        (context.cases & (kAccusative | kInstrumental)) != 0 &&
                        form.unit->name.ends_with('a');
      if ((case_bits(form.name_case) & context.cases) == 0 && !tail) continue;
      if (context.region != nullptr && !context.region->code.contains(form.unit->code)) continue;
      const bool known = std::any_of(raw.candidates.begin(), raw.candidates.end(),
                                     [&](const PlaceCandidate& other) { return other.unit == form.unit; });
      const double nominative = form.name_case == NameCase::nominative ? kNominativeName : 0;
      if (!known) raw.candidates.push_back({form.unit, score(*form.unit, context) + nominative});
    }
    if (!raw.candidates.empty()) {
      raw.mention = {context.lead, token, token + match.words, context.kind, context.listed, nullptr,
                     nullptr,      {}};
      if (const auto type = type_behind(token + match.words))
        for (PlaceCandidate& candidate : raw.candidates)
          candidate.context += candidate.unit->type == *type ? 6 : 0;
      raw.unit_cases = context.cases;
      raw.locality_cases = context.locality_cases;
      if (village_behind(token + match.words) || in_other_municipality(token + match.words, raw))
        raw.mention.context = PlaceContext::locality;
      if (context.listed) raw.type = context.type;
      raw.among_villages = context.goes_on && found_.back().candidates.empty();
      raw.seat = context.seat;
      raw.office = context.office;
      const bool bare = context.kind == PlaceContext::none && !context.road && !context.listed;
      bool weak = false;
      if (bare && !bare_allowed(token, weak)) return token;
      const bool said = context.kind != PlaceContext::none && context.kind != PlaceContext::preposition;
      if (!said && match.words == 1 && names_institution(token, token + 1)) return token;
      if (!said && raw.locality_cases != 0 && has_longer_name(token + match.words)) return token;
      // "Łowicza Wałeckiego" is no town of Łowicz.
      if (!said && match.words == 1 && names_.has_county_attribute(token)) return token;
      // "w Lubiczu-Kolonii"
      const std::size_t behind = token + match.words;
      if (!said && raw.locality_cases != 0 && behind < source_.tokens.size() &&
          source_.after(behind - 1) == "-" && capitalised(source_.token(behind)))
        return token;
      // "sołectwa: Zielonka Pasłęcka", "w Golinie Wielkiej"
      const bool goes_on =
          match.words == 1 && behind < source_.tokens.size() && capitalised(source_.token(behind));
      if ((context.kind == PlaceContext::locality || !said) && raw.locality_cases != 0 && goes_on &&
          names_.may_be_long(token, context.locality_cases, persons_.next(token)) &&
          names_.read(token, context.locality_cases, persons_.next(token)).end > token + 1)
        return token;
      if (!said && match.words == 1 && is_river(token, context)) return token;
      const bool in_good_company =
          !found_.empty() && !found_.back().weak && glued(found_.back().mention.end, token);
      raw.weak = weak && match.words == 1 && !in_good_company;
      raw.initial = begins_sentence(token) || gap(token - 1).ends_with(':');
      found_.push_back(std::move(raw));
      return token + match.words;
    }
    words.resize(match.words - 1);
  }
  return token;
}

// "wójt Lisek": a case that the gazetteer has otherwise ("Lisków"), told by its ending.
std::size_t PlaceScanner::add_by_ending(std::size_t token, const NameContext& context) {
  if (!names_municipality(context.kind) || !written_as_name(source_.token(token))) return token;
  RawMention raw;
  for (const NameCase name_case : {NameCase::genitive, NameCase::locative}) {
    if ((case_bits(name_case) & context.cases) == 0) continue;
    for (const auto& guess :
         source_.gazetteer.guesser().nominatives(source_.token(token), name_case, nullptr))
      for (const gazetteer::NameForm& form : source_.gazetteer.forms(guess.nominative)) {
        if (form.name_case != NameCase::nominative || form.unit->kind() != core::PlaceKind::municipality)
          continue;
        const bool known = std::any_of(raw.candidates.begin(), raw.candidates.end(),
                                       [&](const PlaceCandidate& other) { return other.unit == form.unit; });
        if (!known) raw.candidates.push_back({form.unit, score(*form.unit, context)});
      }
  }
  if (raw.candidates.empty()) return token;
  raw.mention = {context.lead, token, token + 1, context.kind, context.listed, nullptr, nullptr, {}};
  found_.push_back(std::move(raw));
  return token + 1;
}

// "… do zabudowań wsi | Krasin zostanie …": whether the name begins a line within a sentence.
bool PlaceScanner::goes_on_in_next_line(std::size_t token) const {
  constexpr std::size_t kProse = 6;  // words of a line
  if (token == 0 || utf8::trim(source_.after(token - 1)) != "" || holds_blank_line(source_.after(token - 1)))
    return false;
  const Line& line = source_.lines[source_.line_of_token(token - 1)];
  return line.end_token == token && token - line.first_token >= kProse &&
         !capitalised(source_.token(token - 1)) && !is_common_word(*source_.tokens[token].word) &&
         sentences_.first(token) < token;
}

std::size_t PlaceScanner::add_locality(std::size_t token, const NameContext& context) {
  if (context.locality_cases == 0 || !written_as_name(source_.token(token))) return token;
  const language::Word& word = *source_.tokens[token].word;
  const bool sure = context.kind == PlaceContext::locality;
  const unsigned cases = told_by_ending(token, context);
  if (cases == 0) return token;
  if (!has_attribute(token) && no_village(token, cases) && !among_villages(token, token + 1, cases))
    return token;
  const std::string_view before = token > 0 ? source_.after(token - 1) : std::string_view();
  // The next line, or the next column: "Miejscowość      Przedsięwzięcie".
  if (sure && !context.listed && !goes_on_in_next_line(token) &&
      (before.find('\n') != std::string_view::npos || before.find("   ") != std::string_view::npos))
    return token;
  // "sołtys Mądel", "członkini zarządu Bartosik"
  if (!context.listed && (!sure || means(context.lead, PlaceWord::village_head)) && is_surname(token))
    return token;
  // "sołtysi sąsiednich wsi: Adam Kos z Krobi"
  if (const Person* person = persons_.covering(token);
      context.listed && person != nullptr && person->first == token) {
    constexpr std::size_t kBefore = 3;  // tokens
    for (std::size_t back = 1; back <= std::min(kBefore, context.lead); ++back)
      if (means(context.lead - back, PlaceWord::village_head)) return token;
  }
  const std::size_t most = is_stretch(token)                     ? token + 1
                           : persons_.covering(token) != nullptr ? token + kLongestName
                                                                 : persons_.next(token);
  LocalityNames::Name name = names_.read(token, cases, most);
  // A damaged form that is none of these cases may still begin a list: "w Zdrojewię, Gradnie i Bielatach".
  if (name.end == token && !is_common_word(word)) name.end = token + 1;
  if (name.end == token + 1 && has_attribute(token)) return token;
  for (std::size_t t = token + 1; t < name.end; ++t) {
    if (t > 0 && source_.tokens[t - 1].word->form == "nad") continue;  // "Osiek nad Wisłą"
    // "w Grupie i Górnej Grupie"
    if (context.goes_on && source_.token(t) == source_.token(found_.back().mention.first)) continue;
    for (const std::string& lemma : source_.tokens[t].word->lemmas)
      if (tables_.not_places.contains(lemma) && !means(t, PlaceWord::part_of_name))
        return token;  // "z Rządowego Funduszu"
  }
  if (name.end == token) return token;
  // "sołtys Irmgarda Labuda", "mieszkaniec Antoni Radny": a person whose name nobody knows.
  const bool head =
      token > 0 && ((sure && means(token - 1, PlaceWord::village_head)) ||
                    (means(token - 1, PlaceWord::of) && names_people(*source_.tokens[token - 1].word)));
  if (head && name.end == token + 1 && name.end < source_.tokens.size() && source_.after(token) == " " &&
      capitalised(source_.token(name.end)) && persons_.covering(name.end) == nullptr &&
      !means(name.end, PlaceWord::title))
    return token;
  if (!sure && (names_institution(token, name.end) || is_brand(token, name.end))) return token;
  // "mieszkańcy Wierzbiczan": people of no people
  const bool of_people = token > 0 && means(token - 1, PlaceWord::of) && only_space(before) &&
                         names_people(*source_.tokens[token - 1].word);
  // "w Kobuziach, Jaworówce i Letnikach"
  const bool within_list = context.goes_on && (cases & ~kLocative) == 0;
  if (!sure && !of_people && !within_list && name.end == token + 1 && names_people(word) &&
      has_people_in(word, cases))
    return token;
  // "przez Wicestarostę Toruńskiego"
  if (kind_of(token) != PlaceContext::none && names_people(word)) return token;
  RawMention raw;
  raw.mention = {context.lead, token, name.end, context.kind, context.listed, nullptr, nullptr, {}};
  raw.unit_cases = context.cases;
  raw.locality_cases = cases;
  raw.stretch = is_stretch(token);
  // "sołectw: Grębocina, Rogówka": what is declined once is declined to the list's end.
  if ((raw.locality_cases & ~kNominative) != 0 && !name.nominative.starts_with(source_.token(token)))
    raw.locality_cases &= ~kNominative;
  found_.push_back(std::move(raw));
  return add_sharing(name.end);
}

// Whether both words are adjectives in one case: they end alike, and both may be such.
bool PlaceScanner::like_adjective(std::size_t token, std::size_t other) const {
  const auto adjective = [&](std::size_t t) {
    const language::Word& word = *source_.tokens[t].word;
    return means(t, PlaceWord::attribute) ||
           std::ranges::any_of(word.readings, [](const language::Reading& reading) {
             return grammar(reading).part == PartOfSpeech::adjective;
           });
  };
  if (means(token, PlaceWord::attribute) && means(other, PlaceWord::attribute)) return true;
  static constexpr std::array<std::string_view, 9> kEndings = {"ej",  "ym", "im", "ego", "ych",
                                                               "ich", "a",  "ą",  "e"};
  return adjective(token) && adjective(other) && std::ranges::any_of(kEndings, [&](std::string_view ending) {
           return source_.token(token).ends_with(ending) && source_.token(other).ends_with(ending);
         });
}

// "w Zakrzewie Wielkim i Małym": the second adjective's village shares the noun of the one before, which ends
// at the token; where the last name ends.
std::size_t PlaceScanner::add_sharing(std::size_t end) {
  const RawMention before = found_.back();
  const std::size_t adjective = end + 1;
  if (before.mention.end < before.mention.first + 2 || adjective >= source_.tokens.size() ||
      !like_adjective(end - 1, adjective) || !capitalised(source_.token(adjective)) ||
      !means(end, PlaceWord::glue) || !gap(end - 1).empty() || !gap(end).empty())
    return end;
  const std::size_t next = adjective + 1;
  if (next < source_.tokens.size() && source_.after(adjective) == " " && capitalised(source_.token(next)))
    return end;
  RawMention raw = before;
  raw.mention.lead = raw.mention.first = adjective;
  raw.mention.end = next;
  raw.shares_noun = true;
  found_.push_back(std::move(raw));
  return next;
}

// "Mazowiecki Urząd Wojewódzki", "Wielkopolskiego Urzędu Marszałkowskiego": whether such an office stands
// there, maybe behind the second half of the adjective ("Kujawsko-Pomorskiego").
bool PlaceScanner::names_regional_office(std::size_t token) const {
  if (token < source_.tokens.size() && is_hyphen(source_.after(token - 1))) ++token;
  return token + 1 < source_.tokens.size() && source_.after(token - 1) == " " &&
         source_.after(token) == " " && has_lemma(*source_.tokens[token].word, "urząd") &&
         (has_lemma(*source_.tokens[token + 1].word, "wojewódzki") ||
          has_lemma(*source_.tokens[token + 1].word, "marszałkowski"));
}

// "samorząd Mazowsza", "wicemarszałek Dolnego Śląska": the voivodeship.
std::size_t PlaceScanner::add_region(std::size_t token) {
  if (source_.after(token - 1) != " ") return token;
  const LemmaPatternIndex::Match match = tables_.regions.longest(source_, token);
  if (match.tokens == 0) return token;
  const gazetteer::Unit* unit = source_.gazetteer.find(tables_.voivodeships[match.pattern]);
  if (unit == nullptr) return token;
  RawMention raw;
  raw.mention = {token - 1, token, token + match.tokens, PlaceContext::voivodeship, false, nullptr,
                 nullptr,   {}};
  raw.candidates.push_back({unit, 0});
  found_.push_back(std::move(raw));
  return token + match.tokens;
}

// Adds the place that begins at the token; where it ends, or the token itself where there is none.
std::size_t PlaceScanner::add(std::size_t token) {
  if (source_.tokens[token].token.kind != language::TokenKind::word) return token;
  const bool capital = capitalised(source_.token(token));
  if (!capital && !like_county(source_.token(token))) return token;
  // "w Poznaniu oraz Pan Jan Mak"
  if (means(token, PlaceWord::title) && token + 1 < source_.tokens.size()) {
    const Person* const next = persons_.covering(token + 1);
    if (next != nullptr && next->first == token + 1) return token;
  }
  if (in_list_of_rivers(token)) return token;
  if (is_mountains(token)) return token + 2;
  const Person* const covering = persons_.covering(token);
  const bool person = covering != nullptr;
  // "z dolnośląskiej gminy Krośnice"
  if (!capital && token + 1 < source_.tokens.size() && source_.after(token) == " " &&
      (means(token + 1, PlaceWord::municipality) || means(token + 1, PlaceWord::town)) &&
      region_of(token) != nullptr) {
    NameContext voivodeship;
    voivodeship.lead = token;
    voivodeship.kind = PlaceContext::voivodeship;
    return add_adjective(token, voivodeship);
  }
  if (token > 0 && means(token - 1, PlaceWord::regional))
    if (const std::size_t end = add_region(token); end != token) return end;
  NameContext context = before(token);
  if (const NameContext labelled = by_label(token); labelled.kind != PlaceContext::none) context = labelled;
  if (capital)
    if (const NameContext item = in_list_of_heads(token); item.kind != PlaceContext::none) context = item;
  // "wieś Dąbrówka Wielka", though that may be somebody's given name
  // "Nowa Wieś – Ewa Kos"
  const bool dashed = context.listed && gap(token - 1) != ":";
  // "radna z tej miejscowości Kinga Lis"
  const bool named = person && covering->first == token && token + 1 < source_.tokens.size() &&
                     persons_.may_be_given(token) &&
                     !names_.adjectival(token + 1, kNominative | kGenitive | kLocative);
  if (person && (context.kind != PlaceContext::locality || dashed || named ||
                 means(context.lead, PlaceWord::village_head)))
    return token;
  if (context.kind == PlaceContext::none && !context.street)
    if (const NameContext cell = in_cell(token); cell.kind != PlaceContext::none) context = cell;
  if (context.kind == PlaceContext::none && !context.street) {
    const NameContext list = in_list(token);
    if (list.kind != PlaceContext::none || list.road) context = list;
  }
  if (context.street) return token;
  if (context.kind == PlaceContext::county || context.kind == PlaceContext::voivodeship) {
    const std::size_t end = add_adjective(token, context);
    if (end != token || !capital) return end;
    context = NameContext{};
    context.lead = token;
  }
  // "chrzanowskiego starostwa"
  if (context.kind == PlaceContext::none && token + 1 < source_.tokens.size() &&
      source_.after(token) == " " && means(token + 1, PlaceWord::county) &&
      !capitalised(source_.token(token + 1)) == !capital) {
    NameContext county = context;
    county.kind = PlaceContext::county;
    if (const std::size_t end = add_adjective(token, county); end != token) return end;
  }
  if (!capital) {
    if (!is_further_county(token)) return token;
    context.kind = PlaceContext::county;
    return add_adjective(token, context);
  }
  if ((context.kind == PlaceContext::none || context.kind == PlaceContext::preposition) &&
      names_regional_office(token + 1)) {
    NameContext voivodeship = context;
    voivodeship.kind = PlaceContext::voivodeship;
    if (const std::size_t end = add_adjective(token, voivodeship); end != token) return end;
  }
  if (context.kind == PlaceContext::none) {
    if (const NameContext end_of_road = road(token); end_of_road.road) context = end_of_road;
    if (const NameContext village = before_municipality(token); village.kind != PlaceContext::none)
      context = village;
    if (const NameContext item = dated(token); item.kind != PlaceContext::none) context = item;
    if (const NameContext seat = in_parentheses(token); seat.kind != PlaceContext::none) context = seat;
  }
  // "drogi w Poznańskiem", "do Poddębickiego": the county's adjective alone.
  if (context.kind == PlaceContext::preposition && stands_for_county(token)) {
    NameContext county = context;
    county.kind = PlaceContext::county;
    if (const std::size_t end = add_adjective(token, county); end != token) return end;
    // "w Łódzkiem"
    county.kind = PlaceContext::voivodeship;
    if (const std::size_t end = add_adjective(token, county); end != token) return end;
  }
  std::size_t end = add_municipality(token, context);
  // "lubelskiego Oddziału": what lies in no such voivodeship stands there as if alone.
  if (end == token && context.region != nullptr) {
    context = NameContext{};
    context.lead = token;
    end = add_municipality(token, context);
  }
  if (end == token) end = add_by_ending(token, context);
  if (end == token && context.kind == PlaceContext::none && !context.road) context = with_attribute(token);
  if (end == token && context.kind == PlaceContext::none && !context.road) context = bare_list(token);
  return end != token ? end : add_locality(token, context);
}

std::vector<RawMention> PlaceScanner::scan() {
  for (std::size_t i = 0; i < source_.tokens.size();) {
    const std::size_t end = add(i);
    i = end > i ? end : i + 1;
  }
  return std::move(found_);
}

std::vector<RawMention> scan_places(const SourceText& source, const Persons& persons,
                                    const Sentences& sentences, const Cells& cells,
                                    const PlaceRules::Tables& tables) {
  return PlaceScanner(source, persons, sentences, cells, tables).scan();
}

}  // namespace szukajst::indexer::extract
