// What stands before a name: kinds of units and of localities, prepositions, offices, adjectives.
#include <algorithm>
#include <array>

#include "indexer/extract/places_scanner.h"

namespace szukajst::indexer::extract {

namespace {

using gazetteer::UnitType;

constexpr std::size_t kReachOfKind = 9;  // tokens between "wsie" and "takie jak"

bool is_list_mark(std::string_view mark) {
  if (mark.size() > 2 && mark.find_first_not_of(". _…") == std::string_view::npos) return true;  // "......"
  static constexpr std::array<std::string_view, 6> kMarks = {":", "-", "–", "—", "|", ":\n"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

bool may_be_abbreviation(const language::Word& word) {
  return std::ranges::any_of(
      word.readings, [](const language::Reading& reading) { return reading.tag.starts_with("brev"); });
}

}  // namespace

bool like_county(std::string_view word) {
  static constexpr std::array<std::string_view, 11> kEndings = {
      "ki", "ka", "kie", "ką", "kim", "kiej", "kich", "kiego", "kimi", "kiemu", "ko"};
  // They all begin with their only k.
  constexpr std::size_t kLongest = 5;  // bytes
  const std::string_view tail = word.substr(word.size() - std::min(word.size(), kLongest));
  const std::size_t k = tail.rfind('k');
  return k != std::string_view::npos &&
         std::find(kEndings.begin(), kEndings.end(), tail.substr(k)) != kEndings.end();
}

// What stands right before the name: "Gminy Miejskiej", "powiecie", "Rada Miejska w".
NameContext PlaceScanner::before(std::size_t token) const {
  NameContext context;
  context.lead = token;
  if (token == 0 || begins_row(token)) return context;
  std::size_t at = token - 1;
  const std::string_view mark = gap(at);
  const bool abbreviated = mark == ".";
  // "w powiatach (toruński, chełmiński)", "w trzech wsiach gminy Lubicz (Grębocin, Rogówko i Brzezinko)"
  const bool bracket =
      mark == "(" && ((kind_of(at) != PlaceContext::none && may_be_plural(at)) || may_begin_list(token));
  context.listed = is_list_mark(mark) || bracket || source_.after(at).find("   ") != std::string_view::npos;
  if (!mark.empty() && !context.listed && !abbreviated) return context;
  if (mark.empty() && means(at, PlaceWord::near)) return nearby(at);
  if (mark.empty())
    if (const gazetteer::Unit* region = region_of(at)) {
      context.kind = PlaceContext::town;
      context.region = region;
      context.lead = at;
      return context;
    }
  if (after_preposition(at, context)) return context;
  if (!skip_types(at, context)) return context;
  const std::string& form = source_.tokens[at].word->form;
  // "gm. Lisewo", but not "w naszej wsi. Jesienią": what is written out ends its sentence.
  if (!abbreviated || may_be_abbreviation(*source_.tokens[at].word)) context.kind = kind_of(at);
  // "Rada Miejska Lisewa"
  if (context.kind == PlaceContext::none && context.type == UnitType::urban && means(at, PlaceWord::issuer)) {
    context.kind = PlaceContext::town;
    context.cases = kGenitive;
    context.type.reset();
  }
  // "osiem gmin: dwie miejskie – Bielsk i Brańsk"
  if (context.kind == PlaceContext::none && context.type && context.listed && may_be_plural(token - 1))
    context.kind = PlaceContext::municipality;
  context.street = (mark.empty() || abbreviated) && means(at, PlaceWord::street);
  if (bracket && context.kind != PlaceContext::none &&
      (!may_be_plural(at) || means(at, PlaceWord::village_head)))
    context.kind = PlaceContext::none;
  if (context.kind != PlaceContext::none) {
    specify(at, context);
    return context;
  }
  const bool such_as =
      mark.empty() &&
      (form == "to" || (form == "jak" && at > 0 && has_lemma(*source_.tokens[at - 1].word, "taki")));
  const bool opens_list = mark == ":" || bracket;  // "gminy z powiatu toruńskiego: Lubicz, Obrowo"
  // "okolicznych wsi, przede wszystkim Grębocina i Rogowa", "wsie, m.in. Grębocin"
  const bool named_first =
      mark.empty() && (form == "głównie" || form == "zwłaszcza" || form == "szczególnie" ||
                       (form == "wszystkim" && at > 0 && source_.tokens[at - 1].word->form == "przede"));
  const bool shortened = abbreviated && (form == "tj" || form == "np" || form == "in" || form == "m.in");
  if (shortened || such_as || opens_list || named_first) look_for_kind(at, context);
  if (context.kind == PlaceContext::none) context.listed = false;  // "Cel 1 – Wysoka jakość"
  return context;
}

// "podlaski" of "podlaskiego Korycina": the voivodeship; null for any other word.
const gazetteer::Unit* PlaceScanner::region_of(std::size_t at) const {
  const std::string_view word = source_.token(at);
  if (capitalised(word) || !like_county(word)) return nullptr;
  for (const gazetteer::NameForm& form : source_.gazetteer.match({&word, 1}).forms)
    if (form.unit->kind() == core::PlaceKind::voivodeship && form.former == 0 && !form.plural)
      return form.unit;
  return nullptr;
}

// "w pobliskim Lisewie", "sąsiednie Lisewo"
NameContext PlaceScanner::nearby(std::size_t at) const {
  NameContext context;
  unsigned cases = 0;
  for (const language::Reading& reading : source_.tokens[at].word->readings) cases |= grammar(reading).cases;
  if (at > 0 && gap(at - 1).empty() && after_preposition(at - 1, context)) {
    context.cases &= cases;
    context.locality_cases &= cases;
    return context;
  }
  context.kind = PlaceContext::preposition;
  context.lead = at;
  context.cases = context.locality_cases = cases;
  return context;
}

// "połączenie", "odwiedzanie"
bool PlaceScanner::is_verbal_noun(std::size_t token) const {
  return std::ranges::any_of(source_.tokens[token].word->readings,
                             [](const language::Reading& reading) { return reading.tag.starts_with("ger"); });
}

// What the list of places begins with to which a mention belongs: "od" of "od Lisewa i Lubicza".
std::string_view PlaceScanner::opening_word(std::size_t mention) const {
  while (mention > 0 && found_[mention].mention.listed) --mention;
  return source_.tokens[found_[mention].mention.lead].word->form;
}

// "w", "Rada Gminy w", "mieszkańcy"
bool PlaceScanner::after_preposition(std::size_t at, NameContext& context) const {
  const std::string& form = source_.tokens[at].word->form;
  const std::string_view mark = gap(at);
  if (holds_blank_line(source_.after(at))) return false;  // "Napisane przez", and below it the text
  const auto preposition = tables_.prepositions.find(form);
  const bool behind = preposition == tables_.prepositions.end() || preposition->second.behind.empty() ||
                      (!found_.empty() && found_.back().mention.end == at &&
                       opening_word(found_.size() - 1) == preposition->second.behind);
  const bool opens = mark == ":" && may_begin_list(at + 1);  // "szkoły w: Grębocinie, Rogówku"
  if (preposition != tables_.prepositions.end() && behind &&
      (mark.empty() || opens || (mark == "." && form == "k"))) {
    context.kind = PlaceContext::preposition;
    context.lead = at;
    context.cases = preposition->second.unit_cases;
    context.locality_cases = preposition->second.locality_cases;
    if (joins_places(at)) context.locality_cases = kInstrumental;
    if (at > 0 && gap(at - 1).empty()) {
      context.seat = means(at - 1, PlaceWord::seat) && at > 1 && means(at - 2, PlaceWord::issuer);
      const bool municipal = means(at - 1, PlaceWord::urban) || means(at - 1, PlaceWord::municipality) ||
                             means(at - 1, PlaceWord::town);
      context.office = municipal && at > 1 && means(at - 2, PlaceWord::issuer);
      if (means(at - 1, PlaceWord::urban)) context.type = UnitType::urban;
      if (means(at - 1, PlaceWord::municipality)) context.type = UnitType::rural;
    }
    return true;
  }
  // "odwiedza też"
  const std::size_t verb = at > 0 && means(at, PlaceWord::glue) && gap(at - 1).empty() ? at - 1 : at;
  if (mark.empty() && means(verb, PlaceWord::visits) && !is_verbal_noun(verb)) {
    context.kind = PlaceContext::preposition;
    context.cases = context.locality_cases = kAccusative;
    return true;
  }
  // "Dla mieszkańca  Dla turysty" are two items.
  const std::string_view blank = source_.after(at);
  if (!mark.empty() || !means(at, PlaceWord::of) ||
      (blank.find("  ") != std::string_view::npos && blank.find('\n') == std::string_view::npos))
    return false;
  // "Rewitalizacja", and below it "Odpowiada na …"
  if (blank.find('\n') != std::string_view::npos && is_common_word(*source_.tokens[at + 1].word))
    return false;
  // "Mieszkańcy Grębocina", "Kanalizacja Grębocina", but "Centrum Edukacji"
  const bool begins = begins_sentence(at) || begins_cell(at);
  const bool people = names_people(*source_.tokens[at].word);
  if (capitalised(source_.token(at)) &&
      (!begins || (!people && is_common_word(*source_.tokens[at + 1].word))))
    return false;
  context.kind = PlaceContext::preposition;
  context.cases = context.locality_cases = kGenitive;
  return true;
}

// "połączy Lubicz z Grębocinem", "połączy ją z Grębocinem": whether "z" stands behind such a verb and a place
// or a pronoun.
bool PlaceScanner::joins_places(std::size_t at) const {
  static constexpr std::array<std::string_view, 5> kPronouns = {"ją", "je", "go", "ich", "nas"};
  const auto pronoun = [&](std::size_t t) {
    return std::ranges::find(kPronouns, source_.tokens[t].word->form) != kPronouns.end();
  };
  if ((tables_.prepositions.at(source_.tokens[at].word->form).unit_cases & kInstrumental) != 0 && at > 1 &&
      gap(at - 1).empty() && pronoun(at - 1) && means(at - 2, PlaceWord::joins))
    return true;
  if (found_.empty()) return false;
  // "połączy Lubicz z Grębocinem i dalej z Rogówkiem"
  const RawMention& last = found_.back();
  if (last.locality_cases == kInstrumental && at > last.mention.end && glued(last.mention.end, at))
    return true;
  if (last.mention.end != at || !gap(at - 1).empty()) return false;
  if ((tables_.prepositions.at(source_.tokens[at].word->form).unit_cases & kInstrumental) == 0) return false;
  for (std::size_t back = found_.back().mention.lead; back-- > sentences_.first(at);)
    if (means(back, PlaceWord::joins)) return true;
  return false;
}

// Goes back over "Miejska", "miejsko-wiejska"; false where nothing stands before them.
bool PlaceScanner::skip_types(std::size_t& at, NameContext& context) const {
  while (means(at, PlaceWord::urban) || means(at, PlaceWord::rural)) {
    context.type = means(at, PlaceWord::urban) ? UnitType::urban : UnitType::rural;
    if (at > 1 && source_.after(at - 1) == "-") {
      context.type = UnitType::urban_rural;
      --at;
    }
    context.lead = at;
    if (at == 0 || !gap(at - 1).empty()) return false;
    --at;
  }
  return true;
}

PlaceContext PlaceScanner::kind_of(std::size_t at) const {
  static constexpr std::array<std::pair<PlaceWord, PlaceContext>, 8> kKinds = {
      {{PlaceWord::municipality, PlaceContext::municipality},
       {PlaceWord::town, PlaceContext::town},
       {PlaceWord::county, PlaceContext::county},
       {PlaceWord::voivodeship, PlaceContext::voivodeship},
       {PlaceWord::rural_office, PlaceContext::rural_office},
       {PlaceWord::town_office, PlaceContext::town_office},
       {PlaceWord::locality, PlaceContext::locality},
       {PlaceWord::village_head, PlaceContext::locality}}};
  for (const auto& [word, kind] : kKinds)
    if (means(at, word)) return kind;
  return PlaceContext::none;
}

// What the word of a kind says besides: the cases of the name, and words further ahead that belong to it.
void PlaceScanner::specify(std::size_t at, NameContext& context) const {
  context.lead = at;
  const bool dashed = context.listed && gap(context.lead) != ":";
  std::size_t noun = at;
  if (context.kind == PlaceContext::municipality && dashed && at > 0 && means(at - 1, PlaceWord::locality)) {
    context.kind = PlaceContext::locality;  // "druga wieś gminy – Lisewo"
    noun = at - 1;
  }
  if (context.kind == PlaceContext::locality)
    context.locality_cases =
        means(at, PlaceWord::village_head) ? unsigned{kGenitive} : (kNominative | cases_of(noun));
  // "sołectwa: Janowa, Siedliska"
  if (context.kind == PlaceContext::locality && !means(at, PlaceWord::village_head) && gap(at) == ":" &&
      (cases_of(at) & kNominative) != 0)
    context.locality_cases = kNominative;
  if (context.kind == PlaceContext::locality) context.cases = context.locality_cases;
  if (context.kind == PlaceContext::rural_office || context.kind == PlaceContext::town_office)
    context.cases = kGenitive;
  if (at == 0 || !gap(at - 1).empty()) return;
  const bool town = means(at, PlaceWord::town), gmina = means(at, PlaceWord::municipality);
  if (town && means(at - 1, PlaceWord::municipality)) context.lead = at - 1;  // "Gmina Miasto Toruń"
  if (at < 2 || !gap(at - 2).empty() || source_.tokens[at - 1].word->form != "i") return;
  if ((gmina && means(at - 2, PlaceWord::town)) || (town && means(at - 2, PlaceWord::municipality))) {
    context.type = UnitType::urban_rural;  // "Miasto i Gmina Odolanów", "Gmina i Miasto Odolanów"
    context.lead = at - 2;
  }
}

bool PlaceScanner::may_be_plural(std::size_t token) const {
  const auto& readings = source_.tokens[token].word->readings;
  return std::any_of(readings.begin(), readings.end(),
                     [](const language::Reading& reading) { return grammar(reading).plural; });
}

// "gminy wiejskie powiatu, tj. Osiek, Zbiczno": the kind stands further ahead.
void PlaceScanner::look_for_kind(std::size_t at, NameContext& context) const {
  for (std::size_t back = at; back-- > sentences_.first(at) && at - back < kReachOfKind;) {
    const bool village = means(back, PlaceWord::locality);
    if (!village && !means(back, PlaceWord::municipality)) continue;
    if (!may_be_plural(back)) continue;
    // "w sołectwach gminy wiejskiej Lubicz: Grębocinie i Rogówku"
    if (!village && back > sentences_.first(at) && means(back - 1, PlaceWord::locality) &&
        gap(back - 1).empty())
      continue;
    context.kind = village ? PlaceContext::locality : PlaceContext::municipality;
    context.listed = true;
    if (village) context.locality_cases = kNominative | cases_of(back);
    return;
  }
}

// The cases in which the noun may stand.
unsigned PlaceScanner::cases_of(std::size_t token) const {
  unsigned cases = 0;
  for (const language::Reading& reading : source_.tokens[token].word->readings) {
    const Grammar known = grammar(reading);
    if (known.part == PartOfSpeech::noun) cases |= known.cases;
  }
  return cases;
}

}  // namespace szukajst::indexer::extract
