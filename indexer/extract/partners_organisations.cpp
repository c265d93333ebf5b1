// The names of organisations, companies and units abroad among the parties.
#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/partners_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kLongestName = 12;  // tokens of an organisation's name
constexpr std::size_t kFullLine = 60;     // bytes: a shorter line ends before the next by its author's will

}  // namespace

bool PartnerFinder::is_head(std::size_t token) const {
  if (!capitalised(source_.token(token))) return false;
  return tables_.heads.has(*source_.tokens[token].word);
}

// Those whose heads sign for them beside heads of units.
bool PartnerFinder::is_society(std::size_t token) const {
  static constexpr std::array<std::string_view, 5> kSocieties = {"stowarzyszenie", "fundacja", "towarzystwo",
                                                                 "federacja", "związek"};
  return std::ranges::any_of(
      kSocieties, [&](std::string_view lemma) { return has_lemma(*source_.tokens[token].word, lemma); });
}

// The noun that an organisation's name at the token begins with, behind its adjectives; `end` where there is
// none.
std::size_t PartnerFinder::head_of(std::size_t token, std::size_t end) const {
  constexpr std::size_t kMost = 3;  // adjectives or halves of them, with the word between two
  unsigned agreeing = ~0U;          // cases
  for (std::size_t head = token; head < std::min(end, token + kMost + 1); ++head) {
    // "Przewodniczącym Komitetu": not its adjective.
    if (is_head(head)) return head == token || cases(head) == 0 || (cases(head) & agreeing) != 0 ? head : end;
    // "Miejska i Gminna Biblioteka"
    if (head > token && source_.tokens[head].word->form == "i" && source_.after(head) == " " &&
        places_.at(head - 1) == nullptr)
      continue;
    // "Warmińsko-Mazurski Ośrodek"
    if (source_.after(head) == "-" && head + 1 < end && capitalised(source_.token(head)) &&
        capitalised(source_.token(head + 1)) && source_.token(head).ends_with('o'))
      continue;
    unsigned as_adjective = 0;
    for (const language::Reading& reading : source_.tokens[head].word->readings)
      if (const Grammar known = grammar(reading); known.part == PartOfSpeech::adjective)
        as_adjective |= known.cases;
    agreeing &= as_adjective;
    // At the end of a paragraph's line, but not of a heading: "SEKTOR SPOŁECZNY" over "Stowarzyszenie …".
    const bool wrapped = source_.after(head) == "\n" && !all_capitals(source_.token(head)) &&
                         source_.line(source_.line_of_token(head)).size() >= kFullLine;
    if (agreeing == 0 || !capitalised(source_.token(head)) || (source_.after(head) != " " && !wrapped)) break;
  }
  return end;
}

// "Powiat Żarski": in a case in which it belongs to no name before it.
bool PartnerFinder::begins_unit(std::size_t token) const {
  const PlaceMention* mention = places_.at(token);
  return mention != nullptr && mention->lead == token && mention->first > token &&
         mention->context != PlaceContext::preposition && cases(token) != 0 &&
         (cases(token) & kGenitive) == 0;
}

// An organisation at a line's beginning, below another one.
bool PartnerFinder::begins_item(std::size_t token) const {
  return source_.after(token - 1).find('\n') != std::string_view::npos && is_head(token);
}

// Behind the legal form that stands at the token ("Sp. z o.o.", "S.A."); the token itself where none does.
std::size_t PartnerFinder::legal_form(std::size_t token) const {
  constexpr std::size_t kMost = 4;  // tokens
  std::string letters;
  std::size_t form = token;
  for (std::size_t t = token; t < std::min(source_.tokens.size(), token + kMost); ++t) {
    const std::string_view gap = t == token ? std::string_view(" ") : source_.after(t - 1);
    if (gap != " " && gap != "." && gap != ". ") break;
    // "z 0.0.": recognition takes an o alone for a nought
    for (const char c : source_.tokens[t].word->form)
      if (c != '.') letters += c == '0' ? 'o' : c;
    if (std::ranges::none_of(tables_.suffixes,
                             [&](const std::string& suffix) { return suffix.starts_with(letters); }))
      break;
    if (tables_.suffixes.contains(letters)) form = t + 1;
  }
  // "sa" is a word, too.
  const bool short_form = form > token && form - token <= 2;
  return short_form && !all_capitals(source_.token(token)) && source_.after(token) != "." ? token : form;
}

// A company's name that its legal form ends, and where its seat or its branch is; behind it, or the token
// itself where none begins there.
std::size_t PartnerFinder::add_company(std::size_t token, std::size_t end) {
  if (tables_.staff.longest(source_, token).tokens > 0) return token;  // "Prezes Wodociągów sp. z o.o."
  const std::size_t most = std::min(end, token + kLongestName);
  std::size_t form = token + 1, stop = token;
  for (; form < most && stop == token; ++form) {
    const std::string_view gap = source_.after(form - 1);
    const bool joined = gap == " " || gap == "\n" || gap == "-" || gap == " „" || gap == "” ";
    // "Wójt Gminy Lubicz Jan Mak i Prezes Wodociągów sp. z o.o.": another name.
    // "Jan Mak, Wójt" over "Spółka Koleje S.A.": the next row.
    if (!joined || (gap == "\n" && is_head(form)) || persons_.covering(form) != nullptr ||
        tables_.staff.longest(source_, form).tokens > 0)
      return token;
    if (const std::size_t behind = legal_form(form); behind > form && gap != "-") stop = behind;
    if (stop == token && !capitalised(source_.token(form)) && source_.tokens[form].word->form != "i")
      return token;
  }
  if (stop == token) return token;
  const std::size_t head = head_of(token, stop);  // "Miejskim Przedsiębiorstwem …"
  std::string name = nominative_phrase(source_, token, head == stop ? token : head, stop);
  constexpr std::string_view kWorn = " z 0.0", kForm = " z o.o";
  if (const std::size_t at = name.rfind(kWorn); at != std::string::npos)
    name.replace(at, kWorn.size(), kForm);
  // "S.A.", and not "SA."
  if (source_.after(stop - 1).starts_with('.') &&
      (source_.after(stop - 2) == "." || source_.token(stop - 1).find('.') != std::string_view::npos))
    name += '.';
  // "w Toruniu", "Oddział w Toruniu"
  const std::string_view gap = source_.after(stop - 1);
  if (stop + 1 < end && (gap == " " || gap == ". ")) {
    const std::string& form_behind = source_.tokens[stop].word->form;
    const bool seat = (form_behind == "w" || form_behind == "we") && capitalised(source_.token(stop + 1)) &&
                      source_.after(stop) == " ";
    const bool branch = has_lemma(*source_.tokens[stop].word, "oddział");
    if (seat || branch) {
      const std::size_t last = end_of_name(source_, seat ? stop + 1 : stop, end, true);
      const std::size_t begin = source_.tokens[stop].token.range.begin;
      name += " " +
              utf8::collapse(source_.text().substr(begin, source_.tokens[last - 1].token.range.end - begin));
      stop = last;
    }
  }
  add_name(name, {token, stop});
  return stop;
}

// "Stronę społeczną tworzą": whether words that tell of parties, more than one, end right before the token.
bool PartnerFinder::ends_cue(std::size_t token) const {
  constexpr std::size_t kMost = 4;  // tokens
  for (std::size_t length = 2; length <= std::min(kMost, token); ++length)
    for (const LemmaPatternIndex::Match& match : tables_.cues_by_pattern.all(source_, token - length))
      if (match.tokens == length && tables_.cues[match.pattern].scope != PartnerScope::none) return true;
  return false;
}

// The organisation whose name begins at the token; behind it, or the token itself where none does.
std::size_t PartnerFinder::add_organisation(std::size_t token, std::size_t end, bool offices) {
  // "Projektu Centrum Nauki": a part of another name; but "Prezes Stowarzyszenia" is whoever signs for it.
  if (token > 0 && source_.after(token - 1) == " " && capitalised(source_.token(token - 1)) &&
      sentences_.first(token) != token - 1 &&
      !(offices && is_society(token) && tables_.staff.longest(source_, token - 1).tokens == 1))
    return token;
  // "Stowarzyszenia „Grupa Północ”": within another name.
  if (token > 0 && source_.after(token - 1) == " „") return token;
  // "Powiatem Toruńskim – Powiatowym Centrum Pomocy", "Powiat Toruński (Powiatowe Centrum Pomocy)": the unit
  // acts, by its body.
  if (token > 0 && places_.at(token - 1) != nullptr &&
      (source_.after(token - 1) == " – " || utf8::trim(source_.after(token - 1)) == "("))
    return token;
  // "Golubsko-Dobrzyński Klaster"
  if (token > 0 && source_.after(token - 1) == "-") return token;
  // "utworzenie Klastra Energii": what the parties found.
  if (token > 0 && source_.after(token - 1) == " " &&
      ((tables_.founding.longest(source_, token - 1).tokens == 1 && !ends_cue(token)) ||
       (!offices && tables_.staff.longest(source_, token - 1).tokens == 1)))
    return token;
  if (const std::size_t company = add_company(token, end); company != token) return company;
  const std::size_t head = head_of(token, end);
  if (head == end) return token;
  // "Miejskiej i | Gminnej Biblioteki"
  if (token > 1 && source_.tokens[token - 1].word->form == "i" && only_space(source_.after(token - 2)) &&
      capitalised(source_.token(token - 2)) && head_of(token - 2, end) == head)
    return token;
  if (token > 0) {
    // "wokół Brodnickiego Parku Krajobrazowego": where something is
    if (only_space(source_.after(token - 1)) && tables_.where.longest(source_, token - 1).tokens > 0)
      return token;
    // "w sali konferencyjnej Parku Naukowego"
    if (token > 1 && only_space(source_.after(token - 1)) && only_space(source_.after(token - 2)) &&
        tables_.where.longest(source_, token - 2).tokens == 2)
      return token;
    const std::string& before = source_.tokens[token - 1].word->form;
    if ((before == "do" || before == "w" || before == "we" || before == "przez") &&
        only_space(source_.after(token - 1)))
      return token;  // what they join, where they meet
  }
  std::size_t most = std::min(end, head + kLongestName);
  for (std::size_t t = head + 2; t < most; ++t)
    if (is_head(t) && source_.tokens[t - 1].word->form == "i") most = t - 1;
  // An item of a list ends before the line that begins anew.
  const std::size_t line = source_.line_of_token(token);
  const std::size_t first = source_.lines[line].first_token;
  const bool item = source_.lines[line].range.begin < source_.tokens[first].token.range.begin ||
                    (token == first && source_.line(line).size() < kFullLine);
  if (item && line + 1 < source_.lines.size() &&
      source_.lines[line + 1].indent <= source_.lines[line].indent && capitalised(source_.line(line + 1)))
    most = std::min(most, std::max(source_.lines[line].end_token, head + 1));
  for (std::size_t t = head + 1; t < most; ++t) {
    const Person* const person = persons_.covering(t);  // "w Urszulinie", and on the next line another name
    if ((person != nullptr && person->end <= most) || begins_unit(t) || begins_item(t)) most = t;
  }
  std::size_t stop = end_of_name(source_, head, most, true);
  if (stop == head + 1 && head == token) return token;  // "Stowarzyszenie" alone names none
  std::string name = nominative_phrase(source_, token, head, stop);
  stop = add_seat(name, stop, most);
  add_name(name, {token, stop});
  return stop;
}

// "spółdzielnia mieszkaniowa „Zgoda”": what an organisation is, with small letters, and its name; behind it,
// or the token itself.
std::size_t PartnerFinder::add_quoted(std::size_t token, std::size_t end) {
  constexpr std::size_t kAdjectives = 2;
  if (!tables_.heads.has(*source_.tokens[token].word)) return token;
  if (token > 0 && source_.after(token - 1) == " " && !ends_cue(token) &&
      tables_.founding.longest(source_, token - 1).tokens == 1)
    return token;
  if (token > 0 && only_space(source_.after(token - 1)) &&
      (tables_.where.longest(source_, token - 1).tokens > 0 || source_.tokens[token - 1].word->form == "w"))
    return token;
  std::size_t name = token + 1;
  while (name < end && name <= token + kAdjectives && only_space(source_.after(name - 1)) &&
         !capitalised(source_.token(name)))
    ++name;
  if (name >= end || utf8::trim(source_.after(name - 1)) != "„" || !capitalised(source_.token(name)))
    return token;
  const std::size_t begin = source_.tokens[name].token.range.begin, close = source_.text().find("”", begin);
  if (close == std::string_view::npos) return token;
  std::size_t stop = name;
  while (stop < end && source_.tokens[stop].token.range.begin < close) ++stop;
  if (stop > name + kLongestName || source_.tokens[stop - 1].token.range.end > close) return token;
  add_name(with_capital(nominative_phrase(source_, token, token, name)) + " „" +
               utf8::collapse(source_.text().substr(begin, close - begin)) + "”",
           {token, stop});
  return stop;
}

// "Stowarzyszenie „Wisła” w Toruniu": where the seat behind a name in quotation marks ends.
std::size_t PartnerFinder::add_seat(std::string& name, std::size_t stop, std::size_t end) const {
  const std::string_view gap = source_.after(stop - 1);
  const std::size_t mark = gap.starts_with("”") ? std::string_view("”").size() : gap.starts_with('"') ? 1 : 0;
  if (mark == 0 || stop + 1 >= end || gap.size() == mark || !only_space(gap.substr(mark)) ||
      holds_blank_line(gap) || source_.after(stop) != " ")
    return stop;
  const std::string& in = source_.tokens[stop].word->form;
  if ((in != "w" && in != "we") || !capitalised(source_.token(stop + 1))) return stop;
  const std::size_t last = end_of_name(source_, stop + 1, end, false);
  const std::size_t begin = source_.tokens[stop].token.range.begin;
  name +=
      " " + utf8::collapse(source_.text().substr(begin, source_.tokens[last - 1].token.range.end - begin));
  return last;
}

// "niemiecką gminą Rinteln", "z miastem Rinteln": behind the name, or the token itself.
std::size_t PartnerFinder::add_unit_abroad(std::size_t token, std::size_t end) {
  const language::Word& country = *source_.tokens[token].word;
  if (token + 2 >= end || !tables_.kinds.has(*source_.tokens[token + 1].word) ||
      !capitalised(source_.token(token + 2)) || source_.after(token + 1) != " ")
    return token;
  if (const PlaceMention* known = places_.at(token + 2); known != nullptr && known->unit != nullptr)
    return token;
  if (persons_.covering(token + 2) != nullptr) return token;  // "Burmistrza Miasta i Gminy Jana Maka"
  static constexpr std::array<std::string_view, 7> kBefore = {"z",    "ze",     "a",       "i",
                                                              "oraz", "między", "pomiędzy"};
  const bool nominative = (cases(token + 1) & kNominative) != 0;
  // A name that nobody knows is in a damaged text rather one that lost its letters.
  const bool with = std::find(kBefore.begin(), kBefore.end(), country.form) != kBefore.end() &&
                    ((cases(token + 1) & kInstrumental) != 0 || (nominative && !source_.lost_diacritics));
  if (!with && !tables_.abroad.has(country)) return token;
  const auto* const kind = std::find_if(kUnitKinds.begin(), kUnitKinds.end(), [&](std::string_view lemma) {
    return has_lemma(*source_.tokens[token + 1].word, lemma);
  });
  std::size_t stop = end_of_name(source_, token + 2, end, false);
  for (std::size_t t = token + 3; t < stop; ++t)
    if (!only_space(source_.after(t - 1)) || source_.tokens[t].word->form == "i" ||
        source_.tokens[t].word->form == "na" || source_.tokens[t].word->form == "w")
      stop = t;
  std::size_t text_end = source_.tokens[stop - 1].token.range.end;
  // "Forst (Lausitz)", but not "Rinteln (Niemcy)"
  if (stop < end && source_.after(stop - 1) == " (" && country_behind(stop - 1) == stop - 1 &&
      source_.after(stop).starts_with(')')) {
    text_end = source_.tokens[stop].token.range.end + 1;
    ++stop;
  }
  const bool as_written = capitalised(source_.token(token + 1)) && nominative;
  const std::size_t begin = source_.tokens[as_written ? token + 1 : token + 2].token.range.begin;
  const std::string name = utf8::collapse(source_.text().substr(begin, text_end - begin));
  add_name(as_written ? name : std::string(*kind) + " " + name, {token + 1, stop});
  return stop;
}

}  // namespace szukajst::indexer::extract
