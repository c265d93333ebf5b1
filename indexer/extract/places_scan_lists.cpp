// What a name is by where it stands: in a list, a cell, brackets, behind a label, at an end of a road.
#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "indexer/extract/places_scanner.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;

constexpr std::size_t kLongestGlue = 12;  // tokens between two names of a list
constexpr std::size_t kRoadNumber = 5;    // tokens between "drogi" and its first end: "powiatowej nr 1234 C"

// Whether a name in the nominative hardly stands behind the word: "na Łosośnie", "zabytki Krzętowa".
bool governs(const language::Word& word) {
  bool noun = false, verb = false;
  for (const language::Reading& reading : word.readings) {
    const PartOfSpeech part = grammar(reading).part;
    if (part == PartOfSpeech::preposition) return true;
    noun |= part == PartOfSpeech::noun;
    verb |= part == PartOfSpeech::verb;
  }
  return noun && !verb;
}

}  // namespace

bool PlaceScanner::glued(std::size_t begin, std::size_t end) const {
  if (end < begin || end - begin > kLongestGlue) return false;
  int depth = 0;
  for (std::size_t i = begin; i <= end; ++i) {
    const std::string_view between = i == 0 ? std::string_view{} : source_.after(i - 1);
    if (holds_blank_line(between)) return false;
    // "droga Wyszki – Filipy” oraz „Przebudowa …": another name begins.
    if (between.find("„") != std::string_view::npos) return false;
    for (const char c : between) {
      if (c == '(') ++depth;
      if (c == ')') --depth;
      if ((c == '.' || c == ':' || c == '!' || c == '?') && depth == 0) return false;
    }
    if (depth > 0 || i == end || persons_.covering(i) != nullptr) continue;
    const std::string& form = source_.tokens[i].word->form;
    if (!means(i, PlaceWord::glue) && !tables_.prepositions.contains(form)) return false;
  }
  return depth == 0 && (begin < end || !only_space(source_.after(begin - 1)));
}

// "z powiatem chełmińskim na północy i brodnickim na wschodzie": an adjective without a noun, in the case of
// one that names a county in the same sentence.
bool PlaceScanner::is_further_county(std::size_t token) const {
  constexpr std::size_t kReach = 12;  // tokens
  constexpr std::string_view kInstrumental = "kim";
  if (token == 0 || !source_.token(token).ends_with(kInstrumental)) return false;
  const std::string_view before = gap(token - 1);
  const bool joined =
      before == "," ||
      (before.empty() && (means(token - 1, PlaceWord::glue) || source_.tokens[token - 1].word->form == "z"));
  const std::size_t next = token + 1;
  const bool alone = next >= source_.tokens.size() || !gap(token).empty() || means(next, PlaceWord::glue) ||
                     tables_.prepositions.contains(source_.tokens[next].word->form) ||
                     source_.tokens[next].word->form == "na";
  if (!joined || !alone) return false;
  for (std::size_t i = found_.size(); i-- > 0;) {
    const PlaceMention& last = found_[i].mention;
    if (last.first < sentences_.first(token) || token - last.end > kReach) return false;
    if (last.context == PlaceContext::county) return source_.token(last.end - 1).ends_with(kInstrumental);
  }
  return false;
}

// "Szkoła w Lisewie | – Bieg dla wszystkich": a word that begins an item of its own, and no further name.
bool PlaceScanner::begins_other_item(std::size_t token) const {
  const std::string_view before = source_.after(token - 1);
  if (before.find('\n') == std::string_view::npos && before.find("•") == std::string_view::npos) return false;
  if (!is_common_word(*source_.tokens[token].word)) return false;
  const std::string_view behind = source_.after(token);
  if (behind.starts_with(':')) return true;
  std::size_t next = token + 1;
  if (next < source_.tokens.size() && behind == " " && means(next, PlaceWord::glue)) ++next;
  if (next >= source_.tokens.size() || source_.after(next - 1) != " ") return false;
  const auto preposition = tables_.prepositions.find(source_.tokens[next].word->form);
  const bool places = preposition != tables_.prepositions.end() && preposition->second.locality_cases != 0;
  return !capitalised(source_.token(next)) && !places;
}

// A further name of a list whose first name has a context.
NameContext PlaceScanner::in_list(std::size_t token) const {
  NameContext context;
  context.lead = token;
  if (found_.empty()) return context;
  const RawMention& last = found_.back();
  if (last.weak || !glued(last.mention.end, token) || begins_other_item(token)) return context;
  context.kind = last.mention.context;
  context.listed = true;
  context.locality_cases = last.locality_cases;
  context.goes_on = true;
  if (last.mention.listed) context.type = last.type;
  if (context.kind == PlaceContext::rural_office || context.kind == PlaceContext::town_office ||
      (names_municipality(context.kind) && !last.mention.listed)) {
    // "gmina Stolno i Toruń": the second is not said to be one.
    const std::size_t kind_word = last.mention.lead;
    if (!may_be_plural(kind_word) || !names_municipality(context.kind)) context.kind = PlaceContext::none;
  }
  context.road = context.kind == PlaceContext::none && last.locality_cases == kNominative;
  if (context.kind == PlaceContext::preposition) context.cases = last.unit_cases | last.locality_cases;
  // "drogi Lipki – Markuszowa": no genitive of Markuszów.
  if (context.road) context.cases = kNominative;
  if (context.kind == PlaceContext::locality) context.cases = last.locality_cases;
  return context;
}

// Whether a comma or a conjunction and a capital stand behind the name's first or second word.
bool PlaceScanner::may_begin_list(std::size_t token) const {
  for (std::size_t end = token + 1; end < source_.tokens.size() && end <= token + 2; ++end) {
    const std::string_view mark = source_.after(end - 1);
    if (mark == ", ") return capitalised(source_.token(end));
    if (mark != " ") return false;
    if (means(end, PlaceWord::glue))
      return end + 1 < source_.tokens.size() && capitalised(source_.token(end + 1));
    if (!capitalised(source_.token(end))) return false;
  }
  return false;
}

// "Przystanki dostaną Grębocin, Rogówko i Brzezinko": villages in the nominative that nothing announces; "z
// dwóch wsi, Grębocina i Rogówka": in the case of the word.
NameContext PlaceScanner::bare_list(std::size_t token) const {
  NameContext context;
  context.lead = token;
  bool weak = false;
  if (!may_begin_list(token) || !bare_allowed(token, weak) ||
      // "połączenie wodociągów Lubicz i Grębocin"
      (!begins_sentence(token) && gap(token - 1).empty() && governs(*source_.tokens[token - 1].word) &&
       !means(token - 1, PlaceWord::road)))
    return context;
  const bool villages = token > 0 && source_.after(token - 1) == ", " &&
                        means(token - 1, PlaceWord::locality) && (cases_of(token - 1) & kNominative) == 0;
  const unsigned cases = villages ? unsigned{kGenitive} : unsigned{kNominative};
  std::size_t names = 0, typical = 0, doubtful = 0;
  bool closed = false;
  for (std::size_t at = token; at < source_.tokens.size();) {
    const LocalityNames::Name name = names_.read(at, cases, persons_.next(at));
    const Villager kind = name.end == at ? Villager::none : villager(at, name, cases);
    if (kind == Villager::none) return context;
    ++names;
    typical += kind == Villager::typical ? 1 : 0;
    doubtful += kind == Villager::doubtful ? 1 : 0;
    at = name.end;
    if (at >= source_.tokens.size()) break;
    const std::string_view mark = source_.after(at - 1);
    if (mark == " " && capitalised(source_.token(at))) return context;
    if (closed) break;
    const bool conjunction = mark == " " && means(at, PlaceWord::glue) && source_.after(at) == " ";
    if (conjunction && at + 1 < source_.tokens.size() && capitalised(source_.token(at + 1))) {
      closed = true;
      ++at;
    } else if (mark != ", " || !capitalised(source_.token(at))) {
      break;
    }
  }
  // "nazwy – Grębocin, Rogówko, Brzezinko –": without a conjunction only where they all look like names
  constexpr std::size_t kWithoutConjunction = 3;
  const bool plain = names >= kWithoutConjunction && typical + 1 >= names;
  // "Dożynki i Żniwogranie otworzył": a word that begins a sentence has its capital from there.
  const bool initial_word = begins_sentence(token) && doubtful > 0 && names == 2;
  if ((!closed && !plain) || typical == 0 || 2 * doubtful > names || initial_word) return context;
  context.kind = PlaceContext::preposition;
  context.cases = context.locality_cases = cases;
  return context;
}

// "nagrodę wziął Smolno Wielkie", "podłączony jest Nowy Skoszyn": a name that is no word and no person's,
// with an adjective of villages beside it.
NameContext PlaceScanner::with_attribute(std::size_t token) const {
  NameContext context;
  context.lead = token;
  bool weak = false;
  const std::size_t next = token + 1;
  if (next >= source_.tokens.size() || source_.after(token) != " " || !capitalised(source_.token(next)) ||
      !bare_allowed(token, weak))
    return context;
  // "jezioro Szwałk Wielki"
  if (token > 0 && means(token - 1, PlaceWord::water) && only_space(source_.after(token - 1))) return context;
  const bool behind = means(next, PlaceWord::attribute);
  const bool before = !behind && means(token, PlaceWord::attribute) && !begins_sentence(token);
  if (!before && !behind) return context;
  const std::size_t noun = before ? next : token;
  if (next + 1 < source_.tokens.size() && source_.after(next) == " " && capitalised(source_.token(next + 1)))
    return context;
  const auto& lemmas = source_.tokens[noun].word->lemmas;
  const bool river = !before && std::ranges::any_of(lemmas, [&](const std::string& lemma) {
    return tables_.rivers.contains(lemma);
  });
  const LocalityNames::Name name = names_.read(token, kNominative, persons_.next(token));
  if (name.end != next + 1 || persons_.may_be_given(noun)) return context;
  const Villager kind = river ? Villager::typical : villager(noun, name, kNominative);
  if (kind == Villager::none || (kind == Villager::doubtful && (before || begins_sentence(token))))
    return context;
  context.kind = PlaceContext::preposition;
  context.cases = context.locality_cases = kNominative;
  return context;
}

bool PlaceScanner::begins_cell(std::size_t token) const {
  const Cell* cell = cells_.at(token);
  return cell != nullptr && cell->first == token;
}

bool PlaceScanner::begins_row(std::size_t token) const {
  if (token == 0 || !begins_cell(token)) return false;
  const Cell* before = cells_.at(token - 1);
  return before == nullptr || before->row != cells_.at(token)->row;
}

// A cell of a table whose head tells what stands in the column: "Gmina", "Powiat", "Sołectwo".
NameContext PlaceScanner::in_cell(std::size_t token) const {
  NameContext context;
  context.lead = token;
  const Cell* cell = cells_.at(token);
  if (!begins_cell(token)) return context;
  for (std::size_t t = cell->head_first; t < cell->head_end && context.kind == PlaceContext::none; ++t)
    context.kind = kind_of(t);
  context.listed = context.kind != PlaceContext::none;
  context.cases = kNominative;
  if (context.kind == PlaceContext::locality) context.locality_cases = kNominative;
  if (context.kind == PlaceContext::rural_office || context.kind == PlaceContext::town_office)
    context.kind = PlaceContext::none;
  return context;
}

// "sołtysi: p. Anna Nowak (Grębocin)"
NameContext PlaceScanner::in_parentheses(std::size_t token) const {
  NameContext context;
  context.lead = token;
  if (token == 0 || gap(token - 1) != "(" || persons_.covering(token - 1) == nullptr) return context;
  context.kind = PlaceContext::preposition;
  context.cases = context.locality_cases = kNominative;
  if (lives_there(token)) {
    context.kind = PlaceContext::locality;
    context.listed = true;
  }
  return context;
}

// "Radni: Jan Mak (Rogówko), Anna Kos (Grębocin)": whether it is said of a councillor or of a village's head.
bool PlaceScanner::lives_there(std::size_t token) const {
  constexpr std::size_t kFarthest = 40;  // tokens
  const std::size_t first = sentences_.first(token);
  for (std::size_t t = token; t-- > first && token - t < kFarthest;) {
    if (means(t, PlaceWord::councillor) || means(t, PlaceWord::village_head)) return true;
    if (persons_.covering(t) == nullptr && kind_of(t) != PlaceContext::none) return false;
  }
  return false;
}

// "Grębocin (12 maja), Rogówko (15 maja)", "– Grębocin – 4 września"
NameContext PlaceScanner::dated(std::size_t token) const {
  NameContext context;
  context.lead = token;
  // "Opole, dnia 5 maja": a dateline
  const Line& line = source_.lines[source_.line_of_token(token)];
  for (std::size_t last = token; token == line.first_token && last + 3 < line.end_token && last < token + 2;
       ++last)
    if (gap(last) == "," && (source_.token(last + 1) == "dnia" || source_.token(last + 1) == "dn") &&
        source_.tokens[last + 2].token.kind == language::TokenKind::number) {
      context.kind = PlaceContext::preposition;
      context.cases = context.locality_cases = kNominative;
      return context;
    }
  if (is_common_word(*source_.tokens[token].word)) return context;
  std::size_t end = token + 1;
  constexpr std::size_t kLongestItem = 8;  // tokens: "Grębocin, Lubicz Dolny i Rogówko"
  for (; end < source_.tokens.size() && end < token + kLongestItem; ++end) {
    const std::string_view between = source_.after(end - 1);
    const bool named = capitalised(source_.token(end)) && (between == " " || between == ", ");
    if (!named && !(between == " " && source_.tokens[end].word->form == "i")) break;
  }
  if (end + 1 >= source_.tokens.size() || source_.tokens[end].token.kind != language::TokenKind::number ||
      !means(end + 1, PlaceWord::month))
    return context;
  const std::string_view mark = gap(end - 1);
  const bool item = mark == "–" || mark == "-";
  const std::string_view before = token == 0 ? std::string_view{"\n"} : source_.after(token - 1);
  const bool numbered = token > 0 && source_.tokens[token - 1].token.kind == language::TokenKind::number &&
                        source_.lines[source_.line_of_token(token)].first_token == token - 1;
  const bool listed = numbered || before.find_first_of("\n,:;") != std::string_view::npos;
  if ((mark != "(" && !item) || !listed) return context;
  context.kind = PlaceContext::preposition;
  context.cases = context.locality_cases = kNominative;
  return context;
}

// "Powiat / województwo: toruński / kujawsko-pomorskie": of several kinds that a label names, the one whose
// place is the name's; "Powiat: | toruński".
NameContext PlaceScanner::by_label(std::size_t token) const {
  NameContext context;
  context.lead = token;
  const std::size_t first = source_.lines[source_.line_of_token(token)].first_token;
  if (token == first) return context;
  const std::string_view mark = gap(token - 1);
  if (mark != "/" && mark != "," && !mark.starts_with(':')) return context;
  std::size_t colon = token - 1, value = 0;
  for (; colon > first && !gap(colon).starts_with(':'); --colon)
    if (gap(colon) == "/" || gap(colon) == ",") ++value;
  if (!gap(colon).starts_with(':')) return context;
  if (gap(colon) == ": |" && colon + 1 == token) {
    context.kind = kind_of(colon);
  } else {
    std::vector<PlaceContext> kinds;
    for (std::size_t t = first; t <= colon; ++t) {
      const PlaceContext kind = kind_of(t);
      if (kind == PlaceContext::none || (t < colon && gap(t) != "/" && gap(t) != ",")) return context;
      kinds.push_back(kind);
    }
    if (kinds.size() > 1 && value < kinds.size()) context.kind = kinds[value];
  }
  context.cases = kNominative;
  if (context.kind == PlaceContext::locality) context.locality_cases = kNominative;
  return context;
}

// "Sołtysi: Grodzisko – Jan Mak, Zaród – Anna Nowak", also each on a line of its own: whose each of them is.
NameContext PlaceScanner::in_list_of_heads(std::size_t token) const {
  constexpr std::size_t kMostWords = 3,
                        kReach = 200;  // of a village's name; tokens as far as the list's head
  NameContext context;
  context.lead = token;
  const auto begins = [&](std::size_t t) {
    const std::string_view before = t == 0 ? std::string_view("\n") : source_.after(t - 1);
    return before.find('\n') != std::string_view::npos ||
           before.find_first_of(",;:") != std::string_view::npos;
  };
  if (!begins(token)) return context;
  std::size_t end = token + 1;
  while (end < source_.tokens.size() && end < token + kMostWords && capitalised(source_.token(end)) &&
         source_.after(end - 1) == " ")
    ++end;
  // "sołtysi: Rejowca – Jan Mak": within a line its name may be declined, but for those in -o and -e.
  const bool own_line = source_.lines[source_.line_of_token(token)].first_token == token;
  if (!own_line && !source_.token(end - 1).ends_with('o') && !source_.token(end - 1).ends_with('e'))
    return context;
  const std::string_view dash = end < source_.tokens.size() ? gap(end - 1) : std::string_view();
  const Person* const person = dash == "–" || dash == "-" || dash == "—" ? persons_.covering(end) : nullptr;
  if (person == nullptr || person->first != end) return context;
  for (std::size_t t = token; t-- > 0 && token - t <= kReach;) {
    if (holds_blank_line(source_.after(t)) && t + 1 != token) return context;
    if (!gap(t).ends_with(':')) continue;
    // "Sołtysi wsi:"
    for (std::size_t back = 0; back <= 1 && back <= t; ++back)
      if (means(t - back, PlaceWord::village_head) && may_be_plural(t - back)) {
        context.kind = PlaceContext::locality;
        context.listed = true;
        context.cases = context.locality_cases = kNominative;
      }
    return context;
  }
  return context;
}

// "Ruda (gmina Grajewo)"
NameContext PlaceScanner::before_municipality(std::size_t token) const {
  NameContext context;
  context.lead = token;
  const std::size_t next = token + 1;
  if (next >= source_.tokens.size() || gap(token) != "(" || !means(next, PlaceWord::municipality))
    return context;
  context.kind = PlaceContext::locality;
  context.locality_cases = kNominative;
  // "w Rudzie (gm. Grajewo), Grębocinie (gm. Lubicz)": a list whose names are each said to lie somewhere
  for (std::size_t i = found_.size(); token > 0 && i-- > 0;) {
    const RawMention& other = found_[i];
    if (sentences_.of[other.mention.first] != sentences_.of[token]) break;
    if (other.mention.lead > 0 && gap(other.mention.lead - 1) == "(") continue;
    if (other.locality_cases == 0 || !glued(other.mention.end, token)) break;
    context.locality_cases = other.locality_cases;
    context.listed = true;
    break;
  }
  return context;
}

// "1) Śrem – Dolsk – Ostrowieczno – Lubiatowo;": a line's names with dashes between them, three at least, one
// of which is a municipality's.
bool PlaceScanner::in_chain(std::size_t token) const {
  constexpr std::size_t kFewest = 3, kNameWords = 2;
  const Line& line = source_.lines[source_.line_of_token(token)];
  std::size_t t = line.first_token;
  while (t < line.end_token && source_.tokens[t].token.kind == language::TokenKind::number) ++t;
  std::size_t names = 0;
  bool known = false, inside = false;
  while (t < line.end_token) {
    const std::size_t first = t;
    if (!capitalised(source_.token(t)) || persons_.covering(t) != nullptr) return false;
    while (t + 1 < line.end_token && t + 1 < first + kNameWords && source_.after(t) == " " &&
           capitalised(source_.token(t + 1)))
      ++t;
    ++names;
    inside = inside || (token >= first && token <= t);
    const std::string_view word = source_.token(first);
    known = known || source_.gazetteer.match({&word, 1}).words > 0;
    const std::string_view mark = t + 1 < line.end_token ? gap(t) : std::string_view();
    ++t;
    if (mark != "–" && mark != "-") break;
  }
  return inside && known && names >= kFewest;
}

// "na odcinku Nieczajna-Kowalewko": two places with a hyphen between, behind a word for a road.
bool PlaceScanner::is_stretch(std::size_t token) const {
  if (token == 0 || token + 1 >= source_.tokens.size() || source_.after(token) != "-" ||
      !only_space(source_.after(token - 1)) || !means(token - 1, PlaceWord::road) ||
      !capitalised(source_.token(token + 1)) || means(token + 1, PlaceWord::settlement))
    return false;
  const std::array<std::string_view, 2> words = {source_.token(token), source_.token(token + 1)};
  return source_.gazetteer.match(words).words < 2 && source_.gazetteer.match_locality(words).words < 2;
}

// "drogi Lubicz – Grębocin", "drogi powiatowej nr 1234 C Lubicz – Grębocin"
NameContext PlaceScanner::road(std::size_t token) const {
  NameContext context;
  context.lead = token;
  if (in_chain(token)) {
    context.road = true;
    context.cases = context.locality_cases = kNominative;
    return context;
  }
  std::size_t end = token;
  while (end + 1 < source_.tokens.size() && end < token + 2 &&
         (source_.after(end) == " " || source_.after(end) == "-") && capitalised(source_.token(end + 1)))
    ++end;
  if (is_stretch(token)) end = token;
  const bool dash = gap(end) == "–" || source_.after(end) == " - " || (end == token && is_stretch(token));
  if (!dash || end + 1 >= source_.tokens.size() || !capitalised(source_.token(end + 1))) return context;
  for (std::size_t at = token; at-- > sentences_.first(token) && token - at <= kRoadNumber;) {
    const bool joined = gap(at).empty() || gap(at) == "." || source_.after(at) == "-" ||  // "pieszo-rowerową"
                        (gap(at) == ":" && means(at, PlaceWord::road));
    if (!joined) return context;
    if (means(at, PlaceWord::road)) {
      context.road = true;
      context.cases = context.locality_cases = kNominative;
      return context;
    }
    const bool number = source_.tokens[at].token.kind == language::TokenKind::number;
    if (!number && capitalised(source_.token(at)) && utf8::length(source_.token(at)) > 1) return context;
  }
  return context;
}

}  // namespace szukajst::indexer::extract
