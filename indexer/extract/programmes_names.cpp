// Programmes by their names: those that the table knows, quoted ones, those whose first word says what they
// are.
#include <algorithm>

#include "indexer/extract/inflect.h"
#include "indexer/extract/programmes_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kLongestName = 12;  // tokens

// "FDS", "NFOŚiGW", "RPO WiM", "EFS+": mostly capitals, two at least.
bool is_abbreviation(std::string_view text) {
  constexpr std::size_t kLongest = 14;  // bytes
  std::size_t upper = 0, lower = 0;
  if (text.size() > kLongest) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (utf8::is_letter(c))
      ++(utf8::is_upper(c) ? upper : lower);
    else if (c != ' ' && c != '+' && c != '-')
      return false;
  }
  return upper >= 2 && lower < upper;
}

// Whether one of the name's words begins as the abbreviation does.
bool is_initial_of(std::string_view abbreviation, std::string_view name) {
  const std::string letters = utf8::lower(utf8::fold(abbreviation)), words = utf8::lower(utf8::fold(name));
  for (std::size_t at = 0; at < words.size(); ++at)
    if (words[at] == letters.front() && (at == 0 || words[at - 1] == ' ')) return true;
  return false;
}

// Whether a dictionary knows the word as a name with a capital, and no person's: "Polska", "Ukraina".
bool names_land(const language::Word& word) {
  return word.source != language::WordSource::guess &&
         std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
           const Grammar known = grammar(reading);
           return capitalised(reading.lemma) && known.part == PartOfSpeech::noun &&
                  (known.genders & kPersonal) == 0;
         });
}

}  // namespace

// The abbreviation in brackets behind a name, and behind the years of the programme ("na lata 2021–2027");
// what it says and the token behind it, or `end` where there is none.
std::pair<std::string, std::size_t> ProgrammeFinder::in_brackets(std::string_view name,
                                                                 std::size_t end) const {
  constexpr std::size_t kYears = 4;  // tokens
  std::size_t token = end;
  while (token < source_.tokens.size() && token < end + kYears &&
         (source_.tokens[token].token.kind == language::TokenKind::number ||
          (token < end + 2 &&
           (source_.tokens[token].word->form == "na" || source_.tokens[token].word->form == "lata"))))
    ++token;
  if (token >= source_.tokens.size() || token == 0 || utf8::trim(source_.after(token - 1)) != "(")
    return {{}, end};
  const std::size_t begin = source_.tokens[token].token.range.begin, close = source_.text().find(')', begin);
  const std::string text = utf8::collapse(source_.text().substr(begin, std::min(close, begin + 20) - begin));
  if (close == std::string_view::npos || !is_abbreviation(text)) return {{}, end};
  while (token < source_.tokens.size() && source_.tokens[token].token.range.begin < close) ++token;
  if (tables_.codes.contains(std::string(text))) return {std::string(text), token};
  const auto known = tables_.folded.find(utf8::lower(utf8::fold(text)));
  if (known != tables_.folded.end()) return {known->second, token};
  // "Funduszu Dopłat (BGK)": who pays, and no abbreviation of the name.
  return is_initial_of(text, name) ? std::pair(text, token) : std::pair(std::string(), end);
}

// The name that ends before `end`, or the abbreviation that stands for it.
std::size_t ProgrammeFinder::add_named(std::string name, std::size_t end) {
  auto [short_name, behind] = in_brackets(name, end);
  return short_name.empty() ? add(std::move(name), end) : add(std::move(short_name), behind);
}

// "Czyste powietrze i …" at the beginning of a line or a sentence: its capital says nothing.
bool ProgrammeFinder::capital_by_place(std::size_t token, std::size_t end) const {
  for (std::size_t t = token + 1; t < end; ++t)
    if (capitalised(source_.token(t))) return false;
  if (end == token + 1 || pays(token)) return false;
  // "Fundusz rozwoju przewozów autobusowych" is nothing else, wherever it stands.
  constexpr std::size_t kLong = 3;  // words
  if (end >= token + kLong &&
      std::ranges::any_of(source_.tokens[token].word->lemmas,
                          [&](const std::string& lemma) { return tables_.heads.contains(lemma); }))
    return false;
  if (token == 0) return true;
  // "Cel 3.1 >> Czyste powietrze i zieleń", "3.1 Czyste powietrze", but "(Czyste powietrze)"
  const std::string_view gap = utf8::trim(source_.after(token - 1));
  if (source_.tokens[token - 1].token.kind == language::TokenKind::number) return true;
  if (source_.after(token - 1).find('\n') != std::string_view::npos) return true;
  return !gap.empty() && gap != "," && gap.find_first_of("(\"") == std::string_view::npos &&
         gap.find("„") == std::string_view::npos;
}

bool ProgrammeFinder::only_plural(std::size_t token) const {
  const auto& readings = source_.tokens[token].word->readings;
  return std::all_of(readings.begin(), readings.end(),
                     [](const language::Reading& reading) { return grammar(reading).plural; });
}

std::size_t ProgrammeFinder::name(std::size_t token) {
  if (!capitalised(source_.token(token))) return token;
  // "Funduszy Europejskich dla Pomorza": the beginning declines, the rest stays.
  const LemmaPatternIndex::Match open = tables_.open_names.longest(source_, token);
  if (open.tokens != 0 && token + open.tokens < source_.tokens.size() &&
      capitalised(source_.token(token + open.tokens))) {
    const std::size_t rest = token + open.tokens,
                      end = end_of_name(source_, rest, rest + kLongestName, false);
    const std::size_t begin = source_.tokens[rest].token.range.begin;
    return add_named(
        tables_.open_name_of[open.pattern] + " " +
            utf8::collapse(source_.text().substr(begin, source_.tokens[end - 1].token.range.end - begin)),
        end);
  }
  const LemmaPatternIndex::Match match = tables_.names.longest(source_, token);
  if (match.tokens == 0 || capital_by_place(token, token + match.tokens)) return token;
  // "Departament Programów Rozwoju Obszarów Wiejskich" has to do with several.
  if (tables_.name_of[match.pattern].starts_with("Program") && only_plural(token)) return token;
  return add_named(tables_.name_of[match.pattern], token + match.tokens);
}

// Whether words near the token speak of money from somewhere.
bool ProgrammeFinder::pays(std::size_t token) const {
  constexpr std::size_t kNear = 10;
  const std::size_t end = std::min(source_.tokens.size(), token + kNear);
  for (std::size_t t = token > kNear ? token - kNear : 0; t < end; ++t)
    for (const std::string& lemma : tables_.funding)
      if (has_lemma(*source_.tokens[t].word, lemma)) return true;
  return false;
}

// "Polska-Białoruś-Ukraina", "Polska – Ukraina": behind the last of names that dashes join; `token` + 1 where
// it stands alone.
std::size_t ProgrammeFinder::bordered(std::size_t token) const {
  std::size_t end = token + 1;
  const auto joins = [&](std::string_view gap) {
    if (gap == "–" || gap == "-") return true;
    return (gap == " – " || gap == " - ") && names_land(*source_.tokens[end - 1].word) &&
           names_land(*source_.tokens[end].word);
  };
  while (end < source_.tokens.size() && capitalised(source_.token(end)) && joins(source_.after(end - 1)))
    ++end;
  return end;
}

// "programu Gminy Lubicz": whether the word says whose it is.
bool ProgrammeFinder::is_owner(std::size_t token) const {
  const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
  return std::any_of(lemmas.begin(), lemmas.end(),
                     [&](const std::string& lemma) { return tables_.owners.contains(lemma); });
}

// Whether a programme's name may begin there that no quotation marks: it stands in the nominative, and says
// not whose the programme is ("programu Gminy Lubicz").
bool ProgrammeFinder::may_name(std::size_t token) const {
  const language::Word& word = *source_.tokens[token].word;
  if (is_owner(token)) return false;
  return word.readings.empty() ||
         std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
           const Grammar known = grammar(reading);
           return known.cases == 0 || (known.cases & kNominative) != 0;
         });
}

// The words from the token to the end of the quotation that they stand in; `end` at least.
std::size_t ProgrammeFinder::add_quoted(std::size_t token, std::size_t end) {
  const std::size_t begin = source_.tokens[token].token.range.begin;
  const std::size_t close = source_.text().find("”", begin);
  if (close == std::string_view::npos) return token;
  while (end < source_.tokens.size() && source_.tokens[end].token.range.begin < close) ++end;
  if (end > token + kLongestName) return token;
  return add(utf8::collapse(source_.text().substr(begin, close - begin)), end);
}

// "programie „Ciepły Dom”", "programu priorytetowego „Ciepły Dom”", "programu LIFE", "programu Litwa–Polska";
// "Program „Ciepły Dom”" and "programu Ciepły Dom" where money is spoken of
std::size_t ProgrammeFinder::quoted(std::size_t token) {
  if (!has_lemma(*source_.tokens[token].word, "program")) return token;
  if (capitalised(source_.token(token)) && !pays(token)) return token;
  constexpr std::size_t kAdjectives = 2;
  std::size_t name = token + 1;
  while (name < source_.tokens.size() && name <= token + kAdjectives && space_before(name) &&
         !capitalised(source_.token(name)) &&
         std::any_of(source_.tokens[name].word->readings.begin(), source_.tokens[name].word->readings.end(),
                     [](const language::Reading& r) { return grammar(r).part == PartOfSpeech::adjective; }))
    ++name;
  if (name >= source_.tokens.size()) return token;
  first_ = name;
  const std::string_view gap = source_.after(name - 1);
  if (utf8::trim(gap) == "„" && capitalised(source_.token(name))) {
    const std::size_t end = add_quoted(name, name + 1);
    return end == name ? token : end;
  }
  if (name != token + 1 || !space_before(name) || !capitalised(source_.token(name))) return token;
  if (gap == " " && all_capitals(source_.token(name)) && utf8::length(source_.token(name)) <= 6)
    return is_code(name) ? token : add_capitals(name);
  if (capitalised(source_.token(token))) return token;
  const std::size_t begin = source_.tokens[name].token.range.begin;
  const auto text_to = [&](std::size_t end) {
    return utf8::collapse(source_.text().substr(begin, source_.tokens[end - 1].token.range.end - begin));
  };
  if (const std::size_t end = bordered(name);
      end > name + 1 && !tables_.pairs.contains(std::string(source_.token(name))))
    return add_named(text_to(end), end);
  if (tables_.codes.contains(std::string(source_.token(name))) ||
      tables_.names.longest(source_, name).tokens != 0)
    return token;  // a name that the tables know: it is read for itself
  const std::size_t end = end_of_name(source_, name, name + kLongestName, false);
  if (end < name + 2 || !pays(token) || !may_name(name)) return token;
  return add_named(text_to(end), end);
}

// "środki z Programu …", "wniosek do Programu …": whether money is said to come from what begins at the
// token, which is not somebody's own.
bool ProgrammeFinder::funds(std::size_t token) const {
  constexpr std::size_t kNear = 10;
  if (token < 2 || !space_before(token)) return false;
  const std::string& from = source_.tokens[token - 1].word->form;
  if (from != "z" && from != "ze" && from != "do" && from != "w" && from != "oraz") return false;
  for (std::size_t t = token + 1; t < std::min(token + kLongestName, source_.tokens.size()) &&
                                  source_.after(t - 1) == " " && capitalised(source_.token(t));
       ++t)
    if (is_owner(t)) return false;
  for (std::size_t t = token - 1; t-- > 0 && token - t <= kNear;)
    for (const std::string& lemma : tables_.funding)
      if (has_lemma(*source_.tokens[t].word, lemma)) return true;
  return false;
}

// "PL-SK": with the capitals behind its hyphens.
std::size_t ProgrammeFinder::add_capitals(std::size_t token) {
  std::size_t end = token + 1;
  while (end < source_.tokens.size() && source_.after(end - 1) == "-" && all_capitals(source_.token(end)))
    ++end;
  const std::size_t begin = source_.tokens[token].token.range.begin;
  return add(std::string(source_.text().substr(begin, source_.tokens[end - 1].token.range.end - begin)), end);
}

// "FRKF – Fundusz Rozwoju Kultury Fizycznej", "RPO WL – Regionalny …", "FEM 2021-2027 (Fundusze Europejskie
// dla Mazowsza)": the words that the abbreviation before them stands for; the token behind them, or `token`
// where there are none.
std::size_t ProgrammeFinder::explained(std::size_t code, std::size_t token) const {
  constexpr std::size_t kFewestLetters = 3, kMostTokens = 3;
  if (token >= source_.tokens.size() || token > code + kMostTokens) return token;
  std::string letters;
  for (std::size_t t = code; t < token; ++t) letters += source_.token(t);
  if (utf8::length(letters) < kFewestLetters) return token;
  std::size_t first = token;
  while (first + 1 < source_.tokens.size() && first < token + kMostTokens &&
         source_.after(first - 1) != "\n" && !utf8::is_letter(first_code_point(source_.token(first))))
    ++first;  // the years
  const std::string_view mark = utf8::trim(source_.after(first - 1));
  if (mark != "–" && mark != "-" && mark != "—" && mark != "=" && mark != "(") return token;
  std::size_t end = first, last = token;  // where it ends if its last letter stands within a word
  for (std::size_t at = 0; at < letters.size(); ++end) {
    if (end >= source_.tokens.size() || (end > first && !only_space(source_.after(end - 1)))) return last;
    const char32_t letter = first_code_point(source_.token(end));
    std::size_t next = at;
    const bool stands = utf8::next(letters, next) == letter;  // also a small one: "NFOŚiGW"
    if (stands) at = next;
    if (!stands && utf8::is_upper(letter)) return last;
    // "FEPK – Fundusze Europejskie dla Podkarpacia"
    if (stands && at < letters.size() && utf8::length(letters.substr(at)) == 1 && last == token &&
        source_.tokens[end].word->form.find(utf8::lower(letters.substr(at))) != std::string::npos)
      last = end + 1;
  }
  return end;
}

bool ProgrammeFinder::is_head(std::size_t token, std::size_t first, std::size_t end) const {
  for (const std::string& lemma : source_.tokens[token].word->lemmas) {
    if (tables_.heads.contains(lemma)) return end > token + 1 || first < token;
    const auto kind = tables_.kinds.find(lemma);
    if (kind == tables_.kinds.end()) continue;
    for (std::size_t t = first; t < std::min(end, token + 3); ++t)
      for (const std::string& beside : source_.tokens[t].word->lemmas)
        if (kind->second.contains(beside)) return true;
  }
  return false;
}

// "Rządowego Funduszu Rozwoju Dróg", "Szwajcarsko-Polskiego Programu Współpracy"
std::size_t ProgrammeFinder::headed(std::size_t token) {
  if (!capitalised(source_.token(token)) || all_capitals(source_.token(token))) return token;
  const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
  if (std::none_of(lemmas.begin(), lemmas.end(), [&](const std::string& lemma) {
        return lemma == "program" || tables_.heads.contains(lemma) || tables_.kinds.contains(lemma);
      }))
    return token;
  std::size_t first = token;
  while (first > 0 && first + 4 > token) {
    const bool joined = space_before(first) || source_.after(first - 1) == "-";
    const language::Word& word = *source_.tokens[first - 1].word;
    const bool adjective =
        std::any_of(word.readings.begin(), word.readings.end(), [](const language::Reading& reading) {
          const std::string_view tag = reading.tag;
          return grammar(reading).part == PartOfSpeech::adjective || tag.starts_with("adja");
        });
    if (!joined || !capitalised(source_.token(first - 1)) || !adjective) break;
    --first;
  }
  std::size_t end = end_of_name(source_, token, token + kLongestName, false);
  for (std::size_t t = token + 2; t < end; ++t)
    if (!capitalised(source_.token(t - 1)) && is_head(t, t, end)) end = t - 1;  // "… i Funduszu Pracy"
  // "Fundusz Dopłat" above "S2.2   2023": the next row of a table
  for (std::size_t t = token + 1; t < end; ++t)
    if (source_.after(t - 1) == "\n" &&
        source_.token(t).find_first_of("0123456789") != std::string_view::npos)
      end = t;
  // "środki z Programu Rozwoju Infrastruktury": money comes from it, whatever it is called
  const bool pays_itself = has_lemma(*source_.tokens[token].word, "program") && end > token + 2 &&
                           funds(first) && tables_.names.longest(source_, token + 1).tokens == 0 &&
                           !tables_.codes.contains(std::string(source_.token(token + 1)));
  if (!is_head(token, first, end) && !pays_itself) return token;
  // "Programu Współpracy INTERREG Polska–Saksonia": the abbreviation is the name.
  for (std::size_t t = token + 1; t < end; ++t)
    if (is_code(t) && utf8::length(source_.token(t)) >= kLongCode) return token;
  if (only_plural(token) || tables_.none.longest(source_, token).tokens != 0) return token;
  first_ = first;
  if (has_lemma(*source_.tokens[token].word, "program")) {
    // "Rządowy Program Fundusz Młodzieżowy", "Rządowy Program … „Aktywni+”": it has a name of its own.
    for (std::size_t t = token + 1; t < end; ++t) {
      const std::string_view gap = source_.after(t - 1);
      if (gap.find("„") != std::string_view::npos) {
        first_ = t;
        return add_quoted(t, end);
      }
      const auto& readings = source_.tokens[t].word->readings;
      const bool nominative =
          std::any_of(readings.begin(), readings.end(), [](const language::Reading& reading) {
            return (grammar(reading).cases & kNominative) != 0 && !grammar(reading).plural;
          });
      if (nominative && is_head(t, t, end)) return token;
    }
    end = std::max(end, bordered(end - 1));
  }
  // "Fundusz Dróg Samorządowych (FDS)": the abbreviation is what the text calls it.
  return add_named(nominative_phrase(source_, first, token, end), end);
}

}  // namespace szukajst::indexer::extract
