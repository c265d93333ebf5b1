#include "indexer/extract/partners_finder.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/phrase.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kLongestName = 12;  // tokens of an organisation's name

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

bool PartnerFinder::holds(Range range, const std::vector<std::string>& lemmas) const {
  for (std::size_t t = range.first; t < range.end; ++t)
    for (const std::string& lemma : lemmas)
      if (has_lemma(*source_.tokens[t].word, lemma)) return true;
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
  const unsigned known = cases(lead);
  const bool genitive = known != 0 && (known & (kNominative | kAccusative | kInstrumental | kDative)) == 0;
  if (!genitive) {
    // "gminy" is a genitive and a plural nominative: "wójt gminy Lisewo", "gminy Lisewo i Stolno".
    const bool either = (known & kGenitive) != 0 && !mention.listed;
    return !either || offices || opens_list(mention);
  }
  return offices;
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

// "na terenie gmin Lubicz i Obrowo"
bool PartnerFinder::is_where(const PlaceMention& mention) const {
  return mention.lead > 0 && only_space(source_.after(mention.lead - 1)) &&
         (cases(mention.lead) & kGenitive) != 0 &&
         tables_.where.longest(source_, mention.lead - 1).tokens > 0;
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

bool PartnerFinder::is_head(std::size_t token) const {
  if (!capitalised(source_.token(token))) return false;
  const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
  return std::any_of(lemmas.begin(), lemmas.end(),
                     [&](const std::string& l) { return tables_.heads.contains(l); });
}

// The noun that an organisation's name at the token begins with, behind its adjectives; `end` where there is
// none.
std::size_t PartnerFinder::head_of(std::size_t token, std::size_t end) const {
  constexpr std::size_t kMost = 3;  // adjectives
  unsigned agreeing = ~0U;          // cases
  for (std::size_t head = token; head < std::min(end, token + kMost + 1); ++head) {
    // "Przewodniczącym Komitetu": not its adjective.
    if (is_head(head)) return head == token || cases(head) == 0 || (cases(head) & agreeing) != 0 ? head : end;
    unsigned as_adjective = 0;
    for (const language::Reading& reading : source_.tokens[head].word->readings)
      if (const Grammar known = grammar(reading); known.part == PartOfSpeech::adjective)
        as_adjective |= known.cases;
    agreeing &= as_adjective;
    if (agreeing == 0 || !capitalised(source_.token(head)) || source_.after(head) != " ") break;
  }
  return end;
}

// "Powiat Żarski": in a case in which it belongs to no name before it.
bool PartnerFinder::begins_unit(std::size_t token) const {
  const PlaceMention* mention = places_.at(token);
  return mention != nullptr && mention->lead == token && mention->first > token && cases(token) != 0 &&
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
    if (!joined || persons_.covering(form) != nullptr || tables_.staff.longest(source_, form).tokens > 0)
      return token;
    if (const std::size_t behind = legal_form(form); behind > form && gap != "-") stop = behind;
    if (stop == token && !capitalised(source_.token(form)) && source_.tokens[form].word->form != "i")
      return token;
  }
  if (stop == token) return token;
  std::string name = nominative_phrase(source_, token, token, stop);
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
  // "Projektu Centrum Nauki": a part of another name.
  if (token > 0 && source_.after(token - 1) == " " && capitalised(source_.token(token - 1)) &&
      sentences_.first(token) != token - 1)
    return token;
  // "Stowarzyszenia „Grupa Północ”": within another name.
  if (token > 0 && source_.after(token - 1) == " „") return token;
  // "Powiatem Toruńskim – Powiatowym Centrum Pomocy": the unit acts, by its body.
  if (token > 0 && places_.at(token - 1) != nullptr && source_.after(token - 1) == " – ") return token;
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
  if (token > 0) {
    // "wokół Brodnickiego Parku Krajobrazowego": where something is
    if (only_space(source_.after(token - 1)) && tables_.where.longest(source_, token - 1).tokens > 0)
      return token;
    const std::string& before = source_.tokens[token - 1].word->form;
    if ((before == "do" || before == "w" || before == "we" || before == "przez") &&
        only_space(source_.after(token - 1)))
      return token;  // what they join, where they meet
  }
  std::size_t most = std::min(end, head + kLongestName);
  for (std::size_t t = head + 2; t < most; ++t)
    if (is_head(t) && source_.tokens[t - 1].word->form == "i") most = t - 1;
  for (std::size_t t = head + 1; t < most; ++t)
    if (persons_.covering(t) != nullptr || begins_unit(t) || begins_item(t)) most = t;
  // An item of a list ends before the line that begins anew.
  const std::size_t line = source_.line_of_token(token);
  const bool item =
      source_.lines[line].range.begin < source_.tokens[source_.lines[line].first_token].token.range.begin;
  if (item && line + 1 < source_.lines.size() &&
      source_.lines[line + 1].indent <= source_.lines[line].indent && capitalised(source_.line(line + 1)))
    most = std::min(most, std::max(source_.lines[line].end_token, head + 1));
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
  const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
  if (std::none_of(lemmas.begin(), lemmas.end(),
                   [&](const std::string& lemma) { return tables_.heads.contains(lemma); }))
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
  if (token + 2 >= end) return token;
  if (const PlaceMention* known = places_.at(token + 2); known != nullptr && known->unit != nullptr)
    return token;
  if (persons_.covering(token + 2) != nullptr) return token;  // "Burmistrza Miasta i Gminy Jana Maka"
  static constexpr std::array<std::string_view, 7> kBefore = {"z",    "ze",     "a",       "i",
                                                              "oraz", "między", "pomiędzy"};
  const bool nominative = (cases(token + 1) & kNominative) != 0;
  // A name that nobody knows is in a damaged text rather one that lost its letters.
  const bool with = std::find(kBefore.begin(), kBefore.end(), country.form) != kBefore.end() &&
                    ((cases(token + 1) & kInstrumental) != 0 || (nominative && !source_.lost_diacritics));
  if (!with && std::none_of(country.lemmas.begin(), country.lemmas.end(),
                            [&](const std::string& lemma) { return tables_.abroad.contains(lemma); }))
    return token;
  static constexpr std::array<std::string_view, 3> kKinds = {"gmina", "miasto", "powiat"};
  const auto* const kind = std::find_if(kKinds.begin(), kKinds.end(), [&](std::string_view lemma) {
    return has_lemma(*source_.tokens[token + 1].word, lemma);
  });
  if (kind == kKinds.end() || !capitalised(source_.token(token + 2)) || source_.after(token + 1) != " ")
    return token;
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
