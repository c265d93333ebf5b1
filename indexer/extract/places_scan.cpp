#include "indexer/extract/places_scan.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include "core/utf8.h"
#include "gazetteer/name_guesser.h"
#include "indexer/extract/cells.h"

namespace szukajst::indexer::extract {

namespace {

namespace utf8 = core::utf8;
using gazetteer::NameCase;
using gazetteer::UnitType;

constexpr std::size_t kLongestName = 6;   // words of a unit's name
constexpr std::size_t kLongestGlue = 12;  // tokens between two names of a list
constexpr std::size_t kReachOfKind = 9;   // tokens between "wsie" and "takie jak"
constexpr unsigned kAnyCase = ~0U;
constexpr std::size_t kRoadNumber = 5;   // tokens between "drogi" and its first end: "powiatowej nr 1234 C"
constexpr double kNominativeName = 0.5;  // names are rather not declined behind their kind

struct Context {
  PlaceContext kind = PlaceContext::none;
  std::size_t lead = 0;
  std::optional<UnitType> type;  // "gmina wiejska", "Rada Miejska w"
  bool listed = false;           // ":" or a dash stands between the word and the name
  unsigned cases = kAnyCase;     // of a unit's name
  unsigned locality_cases = 0;
  const gazetteer::Unit* region = nullptr;  // of "podlaskiego Korycina"
  bool goes_on = false;                     // with the list that the mention before belongs to
  bool street = false, seat = false, office = false, road = false;
};

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

bool is_list_mark(std::string_view mark) {
  if (mark.size() > 2 && mark.find_first_not_of(". _…") == std::string_view::npos) return true;  // "......"
  static constexpr std::array<std::string_view, 6> kMarks = {":", "-", "–", "—", "|", ":\n"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

// "Lisewo", not "UG", "WFOŚiGW"
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

class Scanner {
 public:
  Scanner(const SourceText& source, const Persons& persons, const Sentences& sentences, const Cells& cells,
          const PlaceRules::Tables& tables)
      : source_(source),
        persons_(persons),
        sentences_(sentences),
        tables_(tables),
        cells_(cells),
        names_(source, tables) {
    meanings_.reserve(source.tokens.size());
    for (const language::AnalyzedToken& token : source.tokens)
      meanings_.push_back(tables.meanings(*token.word));
  }

  std::vector<RawMention> scan();

 private:
  // Words that one name may hold.
  class Words {
   public:
    void add(std::string_view word) { words_[size_++] = word; }
    void resize(std::size_t size) { size_ = size; }
    void replace(std::size_t at, std::string_view word) { words_[at] = word; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::span<const std::string_view> span() const { return {words_.data(), size_}; }

   private:
    std::array<std::string_view, kLongestName> words_;
    std::size_t size_ = 0;
  };

  Context before(std::size_t token) const;
  bool after_preposition(std::size_t at, Context& context) const;
  Context nearby(std::size_t at) const;
  const gazetteer::Unit* region_of(std::size_t at) const;
  std::string_view opening_word(std::size_t mention) const;
  bool joins_places(std::size_t at) const;
  bool is_verbal_noun(std::size_t token) const;
  bool skip_types(std::size_t& at, Context& context) const;
  PlaceContext kind_of(std::size_t at) const;
  void specify(std::size_t at, Context& context) const;
  bool may_be_plural(std::size_t token) const;
  void look_for_kind(std::size_t at, Context& context) const;
  // Of a name in a list: surely none; a word or a surname; no more than a name; ends as villages' names do.
  enum class Villager { none, doubtful, possible, typical };
  Villager villager(std::size_t token, const LocalityNames::Name& name, unsigned cases) const;
  bool may_begin_list(std::size_t token) const;
  bool no_village(std::size_t token, unsigned cases) const;
  bool among_villages(std::size_t token, std::size_t end, unsigned cases) const;
  unsigned told_by_ending(std::size_t token, const Context& context) const;
  Context bare_list(std::size_t token) const;
  bool begins_other_item(std::size_t token) const;
  Context in_list(std::size_t token) const;
  Context in_parentheses(std::size_t token) const;
  bool lives_there(std::size_t token) const;
  Context dated(std::size_t token) const;
  Context road(std::size_t token) const;
  unsigned cases_of(std::size_t token) const;
  bool glued(std::size_t begin, std::size_t end) const;
  bool names_regional_office(std::size_t token) const;
  std::size_t add(std::size_t token);
  std::size_t add_adjective(std::size_t token, const Context& context);
  bool in_chain(std::size_t token) const;
  bool is_stretch(std::size_t token) const;
  bool is_surname(std::size_t token) const;
  bool stands_for_county(std::size_t token) const;
  std::size_t add_municipality(std::size_t token, const Context& context);
  std::size_t add_by_ending(std::size_t token, const Context& context);
  std::size_t add_locality(std::size_t token, const Context& context);
  std::size_t add_sharing(std::size_t end);
  std::size_t add_region(std::size_t token);
  bool like_adjective(std::size_t token, std::size_t other) const;
  Context with_attribute(std::size_t token) const;
  std::optional<UnitType> type_behind(std::size_t token) const;
  bool village_behind(std::size_t token) const;
  bool in_other_municipality(std::size_t token, const RawMention& raw) const;
  bool has_longer_name(std::size_t token) const;
  bool has_attribute(std::size_t token) const;
  bool begins_cell(std::size_t token) const;
  bool begins_row(std::size_t token) const;
  Context in_cell(std::size_t token) const;
  Context before_municipality(std::size_t token) const;
  Context by_label(std::size_t token) const;
  Context in_list_of_heads(std::size_t token) const;
  double score(const gazetteer::Unit& unit, const Context& context) const;
  bool bare_allowed(std::size_t token, bool& weak) const;
  bool begins_sentence(std::size_t token) const;
  bool in_quotes(std::size_t token) const;
  bool is_brand(std::size_t token, std::size_t end) const;
  bool names_institution(std::size_t token, std::size_t end) const;
  bool is_river(std::size_t token, const Context& context) const;
  bool in_list_of_rivers(std::size_t token) const;
  bool is_mountains(std::size_t token) const;
  Words words_from(std::size_t token) const;
  bool means(std::size_t token, PlaceWord word) const {
    return (meanings_[token] & PlaceRules::Tables::bit(word)) != 0;
  }
  std::string_view gap(std::size_t token) const { return utf8::trim(source_.after(token)); }

  const SourceText& source_;
  const Persons& persons_;
  const Sentences& sentences_;
  const PlaceRules::Tables& tables_;
  const Cells& cells_;
  LocalityNames names_;
  std::vector<unsigned> meanings_;  // by token
  std::vector<RawMention> found_;
};

// "-"; also with blanks around it ("warmińsko - mazurskie"), and where a line ends, when the next line begins
// with a further one: "kujawsko-|-pomorskie".
bool is_hyphen(std::string_view gap) {
  return gap == "-" || gap == "--" || gap == " - " || gap == " – " ||
         (gap.starts_with("-\n") && utf8::trim(gap.substr(1)) == "-");
}

// The words from `token` on that one name may hold: set apart by white space or hyphens alone.
Scanner::Words Scanner::words_from(std::size_t token) const {
  Words words;
  for (std::size_t i = token; i < source_.tokens.size() && words.size() < kLongestName; ++i) {
    words.add(source_.token(i));
    const std::string_view between = source_.after(i);
    if (!is_hyphen(between) && (!only_space(between) || holds_blank_line(between))) break;
  }
  return words;
}

bool may_be_abbreviation(const language::Word& word) {
  return std::ranges::any_of(
      word.readings, [](const language::Reading& reading) { return reading.tag.starts_with("brev"); });
}

// Of a word with a small letter: whether it may be a county's or a voivodeship's adjective, which end in
// -ski, -cki.
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
Context Scanner::before(std::size_t token) const {
  Context context;
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
const gazetteer::Unit* Scanner::region_of(std::size_t at) const {
  const std::string_view word = source_.token(at);
  if (capitalised(word) || !like_county(word)) return nullptr;
  for (const gazetteer::NameForm& form : source_.gazetteer.match({&word, 1}).forms)
    if (form.unit->kind() == core::PlaceKind::voivodeship && form.former == 0 && !form.plural)
      return form.unit;
  return nullptr;
}

// "w pobliskim Lisewie", "sąsiednie Lisewo"
Context Scanner::nearby(std::size_t at) const {
  Context context;
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
bool Scanner::is_verbal_noun(std::size_t token) const {
  return std::ranges::any_of(source_.tokens[token].word->readings,
                             [](const language::Reading& reading) { return reading.tag.starts_with("ger"); });
}

// What the list of places begins with to which a mention belongs: "od" of "od Lisewa i Lubicza".
std::string_view Scanner::opening_word(std::size_t mention) const {
  while (mention > 0 && found_[mention].mention.listed) --mention;
  return source_.tokens[found_[mention].mention.lead].word->form;
}

// "w", "Rada Gminy w", "mieszkańcy"
bool Scanner::after_preposition(std::size_t at, Context& context) const {
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
  if (!mark.empty() || !means(at, PlaceWord::of) || source_.after(at).find("  ") != std::string_view::npos)
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
bool Scanner::joins_places(std::size_t at) const {
  static constexpr std::array<std::string_view, 5> kPronouns = {"ją", "je", "go", "ich", "nas"};
  const auto pronoun = [&](std::size_t t) {
    return std::ranges::find(kPronouns, source_.tokens[t].word->form) != kPronouns.end();
  };
  if ((tables_.prepositions.at(source_.tokens[at].word->form).unit_cases & kInstrumental) != 0 && at > 1 &&
      gap(at - 1).empty() && pronoun(at - 1) && means(at - 2, PlaceWord::joins))
    return true;
  if (found_.empty() || found_.back().mention.end != at || !gap(at - 1).empty()) return false;
  if ((tables_.prepositions.at(source_.tokens[at].word->form).unit_cases & kInstrumental) == 0) return false;
  for (std::size_t back = found_.back().mention.lead; back-- > sentences_.first(at);)
    if (means(back, PlaceWord::joins)) return true;
  return false;
}

// Goes back over "Miejska", "miejsko-wiejska"; false where nothing stands before them.
bool Scanner::skip_types(std::size_t& at, Context& context) const {
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

PlaceContext Scanner::kind_of(std::size_t at) const {
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
void Scanner::specify(std::size_t at, Context& context) const {
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

bool Scanner::may_be_plural(std::size_t token) const {
  const auto& readings = source_.tokens[token].word->readings;
  return std::any_of(readings.begin(), readings.end(),
                     [](const language::Reading& reading) { return grammar(reading).plural; });
}

// "gminy wiejskie powiatu, tj. Osiek, Zbiczno": the kind stands further ahead.
void Scanner::look_for_kind(std::size_t at, Context& context) const {
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
unsigned Scanner::cases_of(std::size_t token) const {
  unsigned cases = 0;
  for (const language::Reading& reading : source_.tokens[token].word->readings) {
    const Grammar known = grammar(reading);
    if (known.part == PartOfSpeech::noun) cases |= known.cases;
  }
  return cases;
}

bool Scanner::glued(std::size_t begin, std::size_t end) const {
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

// "Szkoła w Lisewie | – Bieg dla wszystkich": a word that begins an item of its own, and no further name.
bool Scanner::begins_other_item(std::size_t token) const {
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
Context Scanner::in_list(std::size_t token) const {
  Context context;
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

// "Szwedami", "Ukraińcami": whether the word may be people.
bool names_a_people(const language::Word& word) {
  return word.source != language::WordSource::guess &&
         std::ranges::any_of(word.readings, [](const language::Reading& reading) {
           const Grammar known = grammar(reading);
           return known.part == PartOfSpeech::noun && known.plural && (known.genders & kPersonal) != 0;
         });
}

// "z proboszczem", not "w Proboszczowie": whether the word for people may stand in one of the cases.
bool has_people_in(const language::Word& word, unsigned cases) {
  return std::ranges::any_of(word.readings, [&](const language::Reading& reading) {
    const Grammar known = grammar(reading);
    return known.part == PartOfSpeech::noun && (known.cases & cases) != 0;
  });
}

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

// Whether the word is one that no village is called by. A river's name in the plural is a village's: "Łęgi".
// What a dictionary does not know is no form of a word that it knows: "Ładzy", though "ład" ends otherwise.
// `cases`: in which it stands.
bool Scanner::no_village(std::size_t token, unsigned cases) const {
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
bool Scanner::among_villages(std::size_t token, std::size_t end, unsigned cases) const {
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

bool ends_hard(std::string_view form) {
  if (!form.ends_with('y') || form.size() < 2) return false;
  form.remove_suffix(1);
  for (const std::string_view soft : {"cz", "sz", "rz", "dz", "c", "ż", "dż"})
    if (form.ends_with(soft)) return false;
  const char last = form.back();
  return form.ends_with("ł") || std::string_view("bpwfmntdszrkgh").find(last) != std::string_view::npos;
}

// Where the ending says more than the words before the name: no genitive ends in -ami or -em, and such a name
// behind "z" is in the instrumental ("graniczy z Mechelinkami"). 0 where the name is a place's in neither.
unsigned Scanner::told_by_ending(std::size_t token, const Context& context) const {
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
Scanner::Villager Scanner::villager(std::size_t token, const LocalityNames::Name& name,
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

// Whether a comma or a conjunction and a capital stand behind the name's first or second word.
bool Scanner::may_begin_list(std::size_t token) const {
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
Context Scanner::bare_list(std::size_t token) const {
  Context context;
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

// "nagrodę wziął Smolno Wielkie": a name that is no word and no person's, with an adjective of villages
// behind it.
Context Scanner::with_attribute(std::size_t token) const {
  Context context;
  context.lead = token;
  bool weak = false;
  const std::size_t next = token + 1;
  if (next >= source_.tokens.size() || source_.after(token) != " " || !capitalised(source_.token(next)) ||
      !means(next, PlaceWord::attribute) || !bare_allowed(token, weak))
    return context;
  if (next + 1 < source_.tokens.size() && source_.after(next) == " " && capitalised(source_.token(next + 1)))
    return context;
  const bool river = std::ranges::any_of(source_.tokens[token].word->lemmas, [&](const std::string& lemma) {
    return tables_.rivers.contains(lemma);
  });
  const LocalityNames::Name name = names_.read(token, kNominative, persons_.next(token));
  if (name.end != next + 1 || persons_.may_be_given(token)) return context;
  const Villager kind = river ? Villager::typical : villager(token, name, kNominative);
  if (kind == Villager::none || (kind == Villager::doubtful && begins_sentence(token))) return context;
  context.kind = PlaceContext::preposition;
  context.cases = context.locality_cases = kNominative;
  return context;
}

bool Scanner::begins_cell(std::size_t token) const {
  const Cell* cell = cells_.at(token);
  return cell != nullptr && cell->first == token;
}

bool Scanner::begins_row(std::size_t token) const {
  if (token == 0 || !begins_cell(token)) return false;
  const Cell* before = cells_.at(token - 1);
  return before == nullptr || before->row != cells_.at(token)->row;
}

// A cell of a table whose head tells what stands in the column: "Gmina", "Powiat", "Sołectwo".
Context Scanner::in_cell(std::size_t token) const {
  Context context;
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
Context Scanner::in_parentheses(std::size_t token) const {
  Context context;
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
bool Scanner::lives_there(std::size_t token) const {
  constexpr std::size_t kFarthest = 40;  // tokens
  const std::size_t first = sentences_.first(token);
  for (std::size_t t = token; t-- > first && token - t < kFarthest;) {
    if (means(t, PlaceWord::councillor) || means(t, PlaceWord::village_head)) return true;
    if (persons_.covering(t) == nullptr && kind_of(t) != PlaceContext::none) return false;
  }
  return false;
}

// "Grębocin (12 maja), Rogówko (15 maja)", "– Grębocin – 4 września"
Context Scanner::dated(std::size_t token) const {
  Context context;
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
Context Scanner::by_label(std::size_t token) const {
  Context context;
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
Context Scanner::in_list_of_heads(std::size_t token) const {
  constexpr std::size_t kMostWords = 3,
                        kReach = 200;  // of a village's name; tokens as far as the list's head
  Context context;
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
Context Scanner::before_municipality(std::size_t token) const {
  Context context;
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

// "drogi Lubicz – Grębocin", "drogi powiatowej nr 1234 C Lubicz – Grębocin"
// "1) Śrem – Dolsk – Ostrowieczno – Lubiatowo;": a line's names with dashes between them, three at least, one
// of which is a municipality's.
bool Scanner::in_chain(std::size_t token) const {
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
bool Scanner::is_stretch(std::size_t token) const {
  if (token == 0 || token + 1 >= source_.tokens.size() || source_.after(token) != "-" ||
      !only_space(source_.after(token - 1)) || !means(token - 1, PlaceWord::road) ||
      !capitalised(source_.token(token + 1)) || means(token + 1, PlaceWord::settlement))
    return false;
  const std::array<std::string_view, 2> words = {source_.token(token), source_.token(token + 1)};
  return source_.gazetteer.match(words).words < 2 && source_.gazetteer.match_locality(words).words < 2;
}

Context Scanner::road(std::size_t token) const {
  Context context;
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

bool Scanner::begins_sentence(std::size_t token) const {
  if (token == sentences_.first(token)) return true;
  const std::size_t line = source_.line_of_token(token);
  return source_.lines[line].first_token == token;
}

// "Stowarzyszenie „Pogórze za Miedzą”": a name of three words that hardly tells where anything is.
bool Scanner::is_brand(std::size_t token, std::size_t end) const {
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

bool Scanner::in_quotes(std::size_t token) const {
  const std::size_t first = sentences_.first(token);
  for (std::size_t i = token; i-- > first && token - i < 12;) {
    const std::string_view between = source_.after(i);
    if (between.find("”") != std::string_view::npos) return false;
    if (between.find("„") != std::string_view::npos) return true;
  }
  return first > 0 && source_.after(first - 1).find("„") != std::string_view::npos && token - first < 12;
}

// Whether a name without any word before it that tells a place may be one.
bool Scanner::bare_allowed(std::size_t token, bool& weak) const {
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

// "Gmina Gubin o statusie miejskim", "gmina Gubin (wiejska)"
std::optional<UnitType> Scanner::type_behind(std::size_t token) const {
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
bool Scanner::village_behind(std::size_t token) const {
  if (token >= source_.tokens.size()) return false;
  const std::string_view mark = gap(token - 1);
  return (mark == "," || mark == "(") && means(token, PlaceWord::locality) &&
         (token + 1 >= source_.tokens.size() || !capitalised(source_.token(token + 1)));
}

// "od Wyszkowa w gminie Liw", "w Borku (gm. Lipki)": a village of that municipality, whatever other
// municipality bears its name.
bool Scanner::in_other_municipality(std::size_t token, const RawMention& raw) const {
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

// "Osiek nad Wisłą" beside a municipality of Osiek: a village that bears more than the unit's name.
bool Scanner::has_longer_name(std::size_t token) const {
  return token + 1 < source_.tokens.size() && source_.after(token - 1) == " " &&
         source_.after(token) == " " && source_.tokens[token].word->form == "nad" &&
         capitalised(source_.token(token + 1));
}

// "Wisła Mała", "Zamek Bierzgłowski": a village, though its first word alone is none.
bool Scanner::has_attribute(std::size_t token) const {
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
bool Scanner::names_institution(std::size_t token, std::size_t end) const {
  return is_common_word(*source_.tokens[token].word) && end < source_.tokens.size() &&
         source_.after(end - 1) == " " && capitalised(source_.token(end)) &&
         persons_.covering(end) == nullptr;
}

// "nad Wisłą", "doliny Wisły": what is no place without a word that says so, unless something lies in it.
bool Scanner::is_river(std::size_t token, const Context& context) const {
  static constexpr std::array<std::string_view, 5> kInside = {"w", "we", "z", "ze", "do"};
  const auto& lemmas = source_.tokens[token].word->lemmas;
  if (std::none_of(lemmas.begin(), lemmas.end(),
                   [&](const std::string& lemma) { return tables_.not_places.contains(lemma); }))
    return false;
  const std::string& before = source_.tokens[context.lead].word->form;
  return context.kind != PlaceContext::preposition || context.listed ||
         std::find(kInside.begin(), kInside.end(), before) == kInside.end();
}

double Scanner::score(const gazetteer::Unit& unit, const Context& context) const {
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

std::size_t Scanner::add_adjective(std::size_t token, const Context& context) {
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

std::size_t Scanner::add_municipality(std::size_t token, const Context& context) {
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
std::size_t Scanner::add_by_ending(std::size_t token, const Context& context) {
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

// "sołtys Mądel" where the text has a "Jerzy Mądel".
bool Scanner::is_surname(std::size_t token) const {
  return std::ranges::any_of(persons_.all(), [&](const Person& person) {
    return person.end > person.first + 1 && source_.token(person.end - 1) == source_.token(token) &&
           person.name.ends_with(source_.token(token));
  });
}

std::size_t Scanner::add_locality(std::size_t token, const Context& context) {
  if (context.locality_cases == 0 || !written_as_name(source_.token(token))) return token;
  const language::Word& word = *source_.tokens[token].word;
  const bool sure = context.kind == PlaceContext::locality;
  const unsigned cases = told_by_ending(token, context);
  if (cases == 0) return token;
  if (!has_attribute(token) && no_village(token, cases) && !among_villages(token, token + 1, cases))
    return token;
  const std::string_view before = token > 0 ? source_.after(token - 1) : std::string_view();
  // The next line, or the next column: "Miejscowość      Przedsięwzięcie".
  if (sure && !context.listed &&
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
bool Scanner::like_adjective(std::size_t token, std::size_t other) const {
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
std::size_t Scanner::add_sharing(std::size_t end) {
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
bool Scanner::names_regional_office(std::size_t token) const {
  if (token < source_.tokens.size() && is_hyphen(source_.after(token - 1))) ++token;
  return token + 1 < source_.tokens.size() && source_.after(token - 1) == " " &&
         source_.after(token) == " " && has_lemma(*source_.tokens[token].word, "urząd") &&
         (has_lemma(*source_.tokens[token + 1].word, "wojewódzki") ||
          has_lemma(*source_.tokens[token + 1].word, "marszałkowski"));
}

// "samorząd Mazowsza", "wicemarszałek Dolnego Śląska": the voivodeship.
std::size_t Scanner::add_region(std::size_t token) {
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

// Whether an adjective of a county's ending stands without a noun.
bool Scanner::stands_for_county(std::size_t token) const {
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
bool Scanner::is_mountains(std::size_t token) const {
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
bool Scanner::in_list_of_rivers(std::size_t token) const {
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

// Adds the place that begins at the token; where it ends, or the token itself where there is none.
std::size_t Scanner::add(std::size_t token) {
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
    Context voivodeship;
    voivodeship.lead = token;
    voivodeship.kind = PlaceContext::voivodeship;
    return add_adjective(token, voivodeship);
  }
  if (token > 0 && means(token - 1, PlaceWord::regional))
    if (const std::size_t end = add_region(token); end != token) return end;
  Context context = before(token);
  if (const Context labelled = by_label(token); labelled.kind != PlaceContext::none) context = labelled;
  if (capital)
    if (const Context item = in_list_of_heads(token); item.kind != PlaceContext::none) context = item;
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
    if (const Context cell = in_cell(token); cell.kind != PlaceContext::none) context = cell;
  if (context.kind == PlaceContext::none && !context.street) {
    const Context list = in_list(token);
    if (list.kind != PlaceContext::none || list.road) context = list;
  }
  if (context.street) return token;
  if (context.kind == PlaceContext::county || context.kind == PlaceContext::voivodeship) {
    const std::size_t end = add_adjective(token, context);
    if (end != token || !capital) return end;
    context = Context{};
    context.lead = token;
  }
  // "chrzanowskiego starostwa"
  if (context.kind == PlaceContext::none && token + 1 < source_.tokens.size() &&
      source_.after(token) == " " && means(token + 1, PlaceWord::county) &&
      !capitalised(source_.token(token + 1)) == !capital) {
    Context county = context;
    county.kind = PlaceContext::county;
    if (const std::size_t end = add_adjective(token, county); end != token) return end;
  }
  if (!capital) return token;
  if ((context.kind == PlaceContext::none || context.kind == PlaceContext::preposition) &&
      names_regional_office(token + 1)) {
    Context voivodeship = context;
    voivodeship.kind = PlaceContext::voivodeship;
    if (const std::size_t end = add_adjective(token, voivodeship); end != token) return end;
  }
  if (context.kind == PlaceContext::none) {
    if (const Context end_of_road = road(token); end_of_road.road) context = end_of_road;
    if (const Context village = before_municipality(token); village.kind != PlaceContext::none)
      context = village;
    if (const Context item = dated(token); item.kind != PlaceContext::none) context = item;
    if (const Context seat = in_parentheses(token); seat.kind != PlaceContext::none) context = seat;
  }
  // "drogi w Poznańskiem", "do Poddębickiego": the county's adjective alone.
  if (context.kind == PlaceContext::preposition && stands_for_county(token)) {
    Context county = context;
    county.kind = PlaceContext::county;
    if (const std::size_t end = add_adjective(token, county); end != token) return end;
    // "w Łódzkiem"
    county.kind = PlaceContext::voivodeship;
    if (const std::size_t end = add_adjective(token, county); end != token) return end;
  }
  std::size_t end = add_municipality(token, context);
  // "lubelskiego Oddziału": what lies in no such voivodeship stands there as if alone.
  if (end == token && context.region != nullptr) {
    context = Context{};
    context.lead = token;
    end = add_municipality(token, context);
  }
  if (end == token) end = add_by_ending(token, context);
  if (end == token && context.kind == PlaceContext::none && !context.road) context = with_attribute(token);
  if (end == token && context.kind == PlaceContext::none && !context.road) context = bare_list(token);
  return end != token ? end : add_locality(token, context);
}

std::vector<RawMention> Scanner::scan() {
  for (std::size_t i = 0; i < source_.tokens.size();) {
    const std::size_t end = add(i);
    i = end > i ? end : i + 1;
  }
  return std::move(found_);
}

}  // namespace

std::vector<RawMention> scan_places(const SourceText& source, const Persons& persons,
                                    const Sentences& sentences, const Cells& cells,
                                    const PlaceRules::Tables& tables) {
  return Scanner(source, persons, sentences, cells, tables).scan();
}

}  // namespace szukajst::indexer::extract
