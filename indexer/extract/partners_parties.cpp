#include "indexer/extract/partners_finder.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

// The first token that begins at the byte or behind it.
std::size_t first_token(const SourceText& source, std::size_t byte) {
  return static_cast<std::size_t>(
      std::partition_point(source.tokens.begin(), source.tokens.end(),
                           [&](const auto& token) { return token.token.range.begin < byte; }) -
      source.tokens.begin());
}

// The labels that tell it best are asked first.
const gazetteer::Unit* keeper_of(const Practice& practice, const SourceText& source, const Places& places,
                                 const PartnerRules::Tables& tables) {
  const auto unit_in = [&](std::size_t value) -> const gazetteer::Unit* {
    const std::size_t end = first_token(source, practice.values[value].end);
    for (std::size_t t = first_token(source, practice.values[value].begin); t < end; ++t)
      if (const PlaceMention* mention = places.at(t); mention != nullptr && mention->unit != nullptr)
        return mention->county != nullptr ? mention->county : mention->unit;
    return nullptr;
  };
  const auto label_of = [&](std::size_t i) { return first_token(source, practice.labels[i].begin); };
  const gazetteer::Unit* keeper = nullptr;
  for (auto label = tables.keepers.begin(); label != tables.keepers.end() && keeper == nullptr; ++label)
    for (std::size_t i = 0; i < practice.card.size() && keeper == nullptr; ++i)
      // "Powiat / województwo: toruński / …" says where it is.
      if (practice.card[i].first.find('/') == std::string::npos && label->match(source, label_of(i)) > 0)
        keeper = unit_in(i);
  if (keeper != nullptr && keeper->kind() != core::PlaceKind::county) return keeper;
  // "Lider: Gmina Lubicz" says whose practice it is; "Powiat: toruński" beside it, where.
  for (std::size_t i = 0; i < practice.card.size(); ++i)
    if (tables.leaders.longest(source, label_of(i)).tokens > 0)
      if (const gazetteer::Unit* leader = unit_in(i)) return leader;
  return keeper;
}

}  // namespace

const gazetteer::Unit* keeper_of(const Practice& practice, const SourceText& source, const Places& places,
                                 const PartnerRules& rules) {
  return keeper_of(practice, source, places, rules.tables());
}

unsigned PartnerFinder::cases(std::size_t token) const {
  unsigned bits = 0;
  for (const language::Reading& reading : source_.tokens[token].word->readings) {
    const Grammar known = grammar(reading);
    if (known.part == PartOfSpeech::noun) bits |= known.cases;
  }
  return bits;
}

bool PartnerFinder::holds(Range range, const AnyLemma& lemmas) const {
  for (std::size_t t = range.first; t < range.end; ++t)
    if (lemmas.of(*source_.tokens[t].word)) return true;
  return lemmas.empty();
}

const PlaceMention* PartnerFinder::mention_at(std::size_t token) const {
  const PlaceMention* mention = places_.at(token);
  return mention != nullptr && (mention->lead == token || mention->first == token) ? mention : nullptr;
}

void PartnerFinder::add_unit(const gazetteer::Unit* unit, Range where) {
  if (unit == nullptr) return;
  for (Party& other : found_) {
    if (other.partner.teryt != unit->code) continue;
    other.where.push_back(where);
    return;
  }
  found_.push_back({{unit->label, unit->code}, {where}});
}

void PartnerFinder::add_name(const std::string& name, Range where) {
  const auto known = std::find_if(found_.begin(), found_.end(), [&](const Party& other) {
    return utf8::lower(other.partner.name) == utf8::lower(name);
  });
  if (known == found_.end())
    found_.push_back({{name, std::nullopt}, {where}});
  else
    known->where.push_back(where);
}

// Whether the unit acts, and is not where something lies ("w gminie Lisewo", "gminy powiatu toruńskiego").
bool PartnerFinder::is_party(const PlaceMention& mention, const Counting& counting) const {
  const bool offices = counting.offices;
  if (mention.context == PlaceContext::none && behind_postal_code(mention)) return false;
  if (mention.unit != nullptr && mention.context == PlaceContext::none)
    return counting.bare || mention.listed || (offices && beside_person(mention));
  if (offices && mention.unit != nullptr && mention.context == PlaceContext::preposition &&
      beside_person(mention))
    return true;
  if (mention.context == PlaceContext::county && in_brackets(mention.lead)) return false;
  // "obok Lubicza są to Obrowo i Czernikowo"
  if (mention.context == PlaceContext::preposition && mention.unit != nullptr && counting.bare &&
      source_.tokens[mention.lead].word->form == "obok")
    return true;
  if (mention.context == PlaceContext::preposition && offices && mention.unit != nullptr)
    return heads_from(opening(mention));
  if (mention.unit == nullptr || mention.context == PlaceContext::preposition ||
      mention.context == PlaceContext::locality)
    return false;
  if (mention.context == PlaceContext::voivodeship)
    return counting.voivodeships && is_voivodeship_itself(mention);
  const bool office =
      mention.context == PlaceContext::rural_office || mention.context == PlaceContext::town_office;
  if (mention.listed && !office) return !is_where(opening(mention));
  const std::size_t lead = mention.lead;
  const language::Word& word = *source_.tokens[lead].word;
  const bool head_of_county = has_lemma(word, "starosta") || has_lemma(word, "wicestarosta");
  if (office || head_of_county) return offices;
  if (lead > 0 && only_space(source_.after(lead - 1))) {
    const std::string& before = source_.tokens[lead - 1].word->form;
    if (before == "w" || before == "we") return false;
    const bool from = before == "z" || before == "ze" || before == "do" || before == "od";
    if (from && (cases(lead) & kInstrumental) == 0) return false;
  }
  // "Tworzą ją, obok Powiatu Toruńskiego, gminy …": with the others.
  if (lead > 0 && names_unit(mention) && (cases(lead) & kGenitive) != 0 &&
      (source_.tokens[lead - 1].word->form == "obok" || source_.tokens[lead - 1].word->form == "oprócz"))
    return true;
  if (is_where(mention)) return false;
  if (named_behind_colon(mention)) return true;
  const unsigned known = cases(lead);
  const bool genitive = known != 0 && (known & (kNominative | kAccusative | kInstrumental | kDative)) == 0;
  if (!genitive) {
    // "gminy" is a genitive and a plural nominative: "wójt gminy Lisewo", "gminy Lisewo i Stolno".
    const bool either = (known & kGenitive) != 0 && !mention.listed;
    return !either || offices || opens_list(mention);
  }
  return offices;
}

// "pięciu gmin, które zawarły porozumienie: Gminy Lubicz, Gminy Obrowo oraz Miasta Torunia": one of several
// units with their nouns, which a colon announces.
bool PartnerFinder::named_behind_colon(const PlaceMention& mention) const {
  const auto joined = [&](const PlaceMention& before, const PlaceMention& next) {
    if (before.end > next.lead || sentences_.of[before.first] != sentences_.of[next.first]) return false;
    if (before.end == next.lead) return source_.after(before.end - 1) == ", ";
    const std::string& form = source_.tokens[before.end].word->form;
    return before.end + 1 == next.lead && (form == "i" || form == "oraz");
  };
  const auto with_noun = [&](const PlaceMention& each) { return each.unit != nullptr && names_unit(each); };
  const PlaceMention *first = &mention, *last = &mention;
  while (first != &places_.mentions.front() && with_noun(*(first - 1)) && joined(*(first - 1), *first))
    --first;
  while (last != &places_.mentions.back() && with_noun(*(last + 1)) && joined(*last, *(last + 1))) ++last;
  return first != last && with_noun(mention) && first->lead > 0 &&
         utf8::trim(source_.after(first->lead - 1)) == ":" && capitalised(source_.token(first->lead));
}

// "Województwem Opolskim", and not "województwo opolskie", where something lies, nor its marshal.
bool PartnerFinder::is_voivodeship_itself(const PlaceMention& mention) const {
  return capitalised(source_.token(mention.lead)) &&
         has_lemma(*source_.tokens[mention.lead].word, "województwo") && !in_brackets(mention.lead) &&
         (cases(mention.lead) & (kNominative | kInstrumental | kDative)) != 0 &&
         (cases(mention.lead) & kGenitive) == 0;
}

// "Starostwo Powiatowe w Toruniu": the county, where its office acts.
bool PartnerFinder::is_acting_office(const PlaceMention& mention) const {
  constexpr std::size_t kOffice = 2;  // tokens: "Starostwo Powiatowe"
  if (mention.county == nullptr || mention.lead < kOffice) return false;
  const std::size_t office = mention.lead - kOffice;
  return has_lemma(*source_.tokens[office].word, "starostwo") &&
         (cases(office) & (kNominative | kInstrumental)) != 0;
}

// "59-800 Toruń": an address.
bool PartnerFinder::behind_postal_code(const PlaceMention& mention) const {
  constexpr std::size_t kDigits = 3;  // behind the hyphen
  if (mention.first < 2 || source_.after(mention.first - 1) != " ") return false;
  const auto number = [&](std::size_t t) {
    return source_.tokens[t].token.kind == language::TokenKind::number;
  };
  const std::string_view before = source_.token(mention.first - 1);
  return number(mention.first - 1) &&
         (before.find('-') != std::string_view::npos ||
          (before.size() == kDigits && number(mention.first - 2) && source_.after(mention.first - 2) == "-"));
}

// The mention that opens the list to which this one belongs.
const PlaceMention& PartnerFinder::opening(const PlaceMention& mention) const {
  const PlaceMention* first = &mention;
  while (first->listed && first != &places_.mentions.front() && (first - 1)->context == first->context &&
         sentences_.of[(first - 1)->first] == sentences_.of[first->first])
    --first;
  return *first;
}

// "wójtowie z Lubicza i Obrowa", "ośmiu włodarzy: z Lubicza, Obrowa"
bool PartnerFinder::heads_from(const PlaceMention& mention) const {
  if (mention.lead == 0) return false;
  const std::string& from = source_.tokens[mention.lead].word->form;
  const std::string_view gap = utf8::trim(source_.after(mention.lead - 1));
  return (from == "z" || from == "ze") && (gap.empty() || gap == ":") &&
         tables_.deputies.longest(source_, mention.lead - 1).tokens > 0;
}

// "na terenie gmin Lubicz i Obrowo", "z pogranicza trzech powiatów"
bool PartnerFinder::is_where(const PlaceMention& mention) const {
  static constexpr std::array<std::string_view, 5> kHowMany = {"dwóch", "trzech", "czterech", "pięciu",
                                                               "sześciu"};
  std::size_t lead = mention.lead;
  if (lead > 1 && only_space(source_.after(lead - 1)) &&
      std::ranges::find(kHowMany, source_.tokens[lead - 1].word->form) != kHowMany.end())
    --lead;
  return lead > 0 && only_space(source_.after(lead - 1)) && (cases(mention.lead) & kGenitive) != 0 &&
         tables_.where.longest(source_, lead - 1).tokens > 0;
}

// "wójtowie – Lubicza Anna Nowak, Obrowa Jan Mak", "Anna Nowak (Lubicz)"
bool PartnerFinder::beside_person(const PlaceMention& mention) const {
  const Person* behind = mention.end < source_.tokens.size() ? persons_.covering(mention.end) : nullptr;
  if (behind != nullptr && behind->first == mention.end && only_space(source_.after(mention.end - 1)))
    return true;
  if (mention.lead == 0 || source_.after(mention.lead - 1) != " (") return false;
  const Person* before = persons_.covering(mention.lead - 1);
  return before != nullptr && before->end == mention.lead;
}

// "Gmina Ropa (powiat gorlicki)": where it lies.
bool PartnerFinder::in_brackets(std::size_t token) const {
  for (std::size_t t = token; t > sentences_.first(token); --t) {
    const std::size_t bracket = source_.after(t - 1).find_last_of("()");
    if (bracket != std::string_view::npos) return source_.after(t - 1)[bracket] == '(';
  }
  return false;
}

// Whether it goes on with an enumeration: behind a comma, a dash or "i".
bool PartnerFinder::goes_on(const PlaceMention& mention) const {
  if (mention.lead == 0) return false;
  std::string_view gap = utf8::trim(source_.after(mention.lead - 1));
  if (gap.starts_with(')')) gap = utf8::trim(gap.substr(1));  // "Lubicz (powiat toruński), Rypin"
  if (gap == "," || gap == "–" || gap == "-") return true;
  const std::string& before = source_.tokens[mention.lead - 1].word->form;
  return gap.empty() && (before == "i" || before == "oraz" || before == "także");
}

// The document's own municipality, or its namesake among the places that is a town: Lubicz beside gmina
// Lubicz.
const gazetteer::Unit* PartnerFinder::own_town() const {
  const gazetteer::Unit* own = places_.municipality;
  if (own == nullptr || own->type != gazetteer::UnitType::rural) return own;
  for (const PlaceMention& mention : places_.mentions)
    if (mention.unit != nullptr && mention.unit->name == own->name &&
        mention.unit->type == gazetteer::UnitType::urban)
      return mention.unit;
  return own;
}

// Whose document it is; "Gmina podpisała z Powiatem Toruńskim …" and a practice's card tell.
const gazetteer::Unit* PartnerFinder::own_unit(Range range) const {
  for (std::size_t t = range.first; t < range.end; ++t) {
    if (places_.at(t) != nullptr) continue;
    const language::Word& word = *source_.tokens[t].word;
    const bool partners = t > range.first && (has_lemma(*source_.tokens[t - 1].word, "partner"));
    if (!capitalised(source_.token(t)) && !partners) continue;
    if (has_lemma(word, "miasto")) return own_town();
    if (has_lemma(word, "gmina")) return places_.municipality;
    if (has_lemma(word, "powiat")) return places_.county;
  }
  if (const gazetteer::Unit* const unit = keeper()) return unit;
  // "Uchwała Zarządu Powiatu w …": an act is its issuer's.
  const bool act =
      context_.kind == core::DocumentKind::resolution || context_.kind == core::DocumentKind::minutes;
  constexpr std::size_t kIssuer = 10;  // words of a title
  for (const FoldedWord& word : folded_words(act ? context_.title : std::string_view{}, kIssuer)) {
    if (word.text.starts_with("powiat") && places_.county != nullptr) return places_.county;
    if (word.text == "gminy" || word.text == "miasta" || word.text == "miejskiej") break;
  }
  return places_.owner;
}

// Who does what the words at `cue` say: the last unit before them that stands in the nominative itself, or
// whose head does ("Gmina Lubicz podpisała …", "Wójt Gminy Lubicz zawarł …"); null where none does.
const gazetteer::Unit* PartnerFinder::subject_of(Range sentence, std::size_t cue) const {
  const gazetteer::Unit* subject = nullptr;
  for (const PlaceMention& mention : places_.mentions) {
    if (mention.lead < sentence.first || mention.unit == nullptr) continue;
    if (mention.lead >= cue) break;
    if (in_brackets(mention.lead) || mention.context == PlaceContext::voivodeship) continue;
    std::size_t first = mention.lead;
    // "Wójt Gminy": the head stands before the unit.
    const bool head = first > sentence.first && only_space(source_.after(first - 1)) &&
                      (cases(first) & kGenitive) != 0 &&
                      tables_.deputies.longest(source_, first - 1).tokens == 1;
    if (head) --first;
    const bool office = tables_.deputies.longest(source_, first).tokens == 1;
    // "Lubicz podpisał umowę …"
    const bool opens = mention.lead == sentence.first && mention.context == PlaceContext::none &&
                       mention.unit->kind() == core::PlaceKind::municipality;
    if (opens) subject = mention.unit;
    if ((office || names_unit(mention)) && capitalised(source_.token(first)) &&
        (cases(first) & kNominative) != 0 && (head || office || (cases(first) & kGenitive) == 0))
      subject = mention.unit;
  }
  return subject;
}

PartnerFinder::Range PartnerFinder::tokens_of(core::ByteRange bytes) const {
  return {first_token(source_, bytes.begin), first_token(source_, bytes.end)};
}

const gazetteer::Unit* PartnerFinder::keeper() const {
  return context_.practice == nullptr ? nullptr : keeper_of(*context_.practice, source_, places_, tables_);
}

// Whether names of the same kind follow: "gminy Lisewo i Stolno".
bool PartnerFinder::opens_list(const PlaceMention& mention) const {
  const auto next = std::find_if(places_.mentions.begin(), places_.mentions.end(),
                                 [&](const PlaceMention& other) { return other.first >= mention.end; });
  return next != places_.mentions.end() && next->listed && next->context == mention.context &&
         sentences_.of[next->first] == sentences_.of[mention.first];
}

// "Gminy Lubicz, Gminy Obrowo i Gminy Lisewo": the unit that goes on the list; null where none does.
const PlaceMention* PartnerFinder::joined_behind(const PlaceMention& mention) const {
  if (mention.end >= source_.tokens.size()) return nullptr;
  const std::string& form = source_.tokens[mention.end].word->form;
  const bool word = only_space(source_.after(mention.end - 1)) && (form == "i" || form == "oraz");
  const std::size_t next = mention.end + (word ? 1 : 0);
  if (!word && utf8::trim(source_.after(mention.end - 1)) != ",") return nullptr;
  return next < source_.tokens.size() ? mention_at(next) : nullptr;
}

std::size_t PartnerFinder::add_parties(Range range, const Counting& counting) {
  constexpr std::size_t kEnumerated = 2;  // units that make an enumeration
  const std::size_t before = found_.size();
  std::vector<const gazetteer::Unit*> units;
  std::size_t organisations = 0, abroad = 0;
  for (std::size_t t = range.first; t < range.end;) {
    if (const std::size_t behind = add_unit_abroad(t, range.end); behind != t) {
      ++abroad;
      t = behind;
      continue;
    }
    if (const PlaceMention* mention = mention_at(t)) {
      const bool bare = mention->unit != nullptr && mention->context == PlaceContext::none;
      if (is_acting_office(*mention)) {
        add_unit(mention->county, {mention->lead, mention->end});
        if (std::find(units.begin(), units.end(), mention->county) == units.end())
          units.push_back(mention->county);
      } else if (is_party(*mention, counting) || (bare && units.size() >= kEnumerated && goes_on(*mention))) {
        add_unit(mention->unit, {mention->lead, mention->end});
        if (std::find(units.begin(), units.end(), mention->unit) == units.end())
          units.push_back(mention->unit);
      }
      t = std::max(mention->end, t + 1);
      continue;
    }
    std::size_t end = t;
    if (capitalised(source_.token(t))) {
      end = add_organisation(t, range.end, counting.offices);
    } else {
      end = add_quoted(t, range.end);
    }
    organisations += end > t ? 1 : 0;
    t = end > t ? end : t + 1;
  }
  const std::size_t all = units.size() + abroad + organisations;
  const bool many = !units.empty() && all > counting.least;
  if (units.size() + (units.empty() ? 0 : abroad) >= counting.least || many) return all;
  found_.resize(before);
  return 0;
}

bool PartnerFinder::names_party(Range range) const {
  return std::any_of(places_.mentions.begin(), places_.mentions.end(), [&](const PlaceMention& mention) {
    return mention.lead >= range.first && mention.lead < range.end && is_party(mention, {});
  });
}

// "powierza się Gminie Lubicz i Gminie Obrowo"
void PartnerFinder::add_given(Range range) {
  bool any = false;
  for (const PlaceMention& mention : places_.mentions) {
    if (mention.lead < range.first || mention.lead >= range.end || mention.unit == nullptr) continue;
    if (mention.context != PlaceContext::municipality && mention.context != PlaceContext::county) continue;
    if ((cases(mention.lead) & kDative) == 0 || !names_unit(mention))
      continue;  // "Wójtowi": who carries it out
    const std::string& before =
        mention.lead > 0 ? source_.tokens[mention.lead - 1].word->form : std::string();
    if (before == "w" || before == "we") continue;
    if (!any) add_unit(own_unit(range), {});
    any = true;
    add_unit(mention.unit, {mention.lead, mention.end});
  }
}

bool PartnerFinder::add_joining(std::size_t token) {
  const PlaceMention* mention = token < source_.tokens.size() ? mention_at(token) : nullptr;
  if (mention == nullptr || mention->unit == nullptr) return false;
  add_unit(mention->unit, {mention->lead, mention->end});
  return true;
}

}  // namespace szukajst::indexer::extract
