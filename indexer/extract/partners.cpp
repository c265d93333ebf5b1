#include "indexer/extract/partners.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/partners_tables.h"
#include "indexer/extract/phrase.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

using Scope = PartnerScope;

namespace {

constexpr std::size_t kLongestName = 12;  // tokens of an organisation's name
constexpr std::size_t kListed =
    3;  // names at least that make a list of parties, though none says it is a unit
constexpr std::size_t kTogether = 2;  // units at least that do something together

struct Range {
  std::size_t first = 0, end = 0;  // tokens
};

// Who acts in a range: what counts there besides units in the nominative or with "z", "między", "przez".
struct Counting {
  bool offices = false;   // heads of units, and units in the genitive behind them
  bool bare = false;      // units whose kind is not said
  std::size_t least = 0;  // units that must be met; else none is taken
};

class Finder {
 public:
  Finder(const SourceText& source, const Persons& persons, const Places& places, const Sentences& sentences,
         const PartnerContext& context, const PartnerRules::Tables& tables)
      : source_(source),
        persons_(persons),
        places_(places),
        sentences_(sentences),
        context_(context),
        tables_(tables) {}
  Partnership find();

 private:
  struct Party {
    core::Partner partner;
    std::vector<Range> where;  // in the order in which they were met
  };
  struct Naming {
    Range where;
    std::size_t party = 0;  // in found_
  };

  void read_sentence(Range sentence);
  void read_labels();
  void read_label(std::size_t token, std::size_t line);
  void read_card();
  Range card_tokens() const;
  bool is_keeper(std::size_t label) const;
  void read_lists();
  void read_foreign();
  void read_enumeration();
  void read_scope(Range sentence, std::size_t behind, Scope scope);
  void choose_leader();
  std::vector<Naming> namings() const;
  std::optional<core::PartnershipForm> form() const;
  bool cooperates() const;
  bool plans() const;
  Range before_denial(Range sentence, std::size_t denial) const;
  // How many parties the range names, those found before included; 0 where there are too few.
  std::size_t add_parties(Range range, const Counting& counting);
  void add_given(Range range);
  bool add_joining(std::size_t token);
  void add_unit(const gazetteer::Unit* unit, Range where = {});
  void add_name(const std::string& name, Range where);
  std::size_t add_organisation(std::size_t token, std::size_t end);
  std::size_t add_unit_abroad(std::size_t token, std::size_t end);
  bool in_list(std::size_t line) const;
  Range scope_of(Range sentence) const;
  Range between(std::size_t behind) const;
  Range next_sentence(std::size_t token) const;
  Range tokens_of(core::ByteRange bytes) const;
  std::size_t first_in_item(std::size_t line) const;
  bool names_unit(const PlaceMention& mention) const;
  bool is_party(const PlaceMention& mention, const Counting& counting) const;
  bool beside_person(const PlaceMention& mention) const;
  bool in_brackets(std::size_t token) const;
  bool goes_on(const PlaceMention& mention) const;
  const gazetteer::Unit* own_unit(Range range) const;
  const gazetteer::Unit* keeper() const;
  bool opens_list(const PlaceMention& mention) const;
  bool begins_unit(std::size_t token) const;
  bool begins_item(std::size_t token) const;
  bool is_head(std::size_t token) const;
  unsigned cases(std::size_t token) const;
  bool holds(Range range, const std::vector<std::string>& lemmas) const;
  const PlaceMention* mention_at(std::size_t token) const;

  const SourceText& source_;
  const Persons& persons_;
  const Places& places_;
  const Sentences& sentences_;
  const PartnerContext& context_;
  const PartnerRules::Tables& tables_;
  std::vector<Party> found_;
};

unsigned Finder::cases(std::size_t token) const {
  unsigned bits = 0;
  for (const language::Reading& reading : source_.tokens[token].word->readings) {
    const Grammar known = grammar(reading);
    if (known.part == PartOfSpeech::noun) bits |= known.cases;
  }
  return bits;
}

bool Finder::holds(Range range, const std::vector<std::string>& lemmas) const {
  for (std::size_t t = range.first; t < range.end; ++t)
    for (const std::string& lemma : lemmas)
      if (has_lemma(*source_.tokens[t].word, lemma)) return true;
  return lemmas.empty();
}

const PlaceMention* Finder::mention_at(std::size_t token) const {
  const PlaceMention* mention = places_.at(token);
  return mention != nullptr && (mention->lead == token || mention->first == token) ? mention : nullptr;
}

void Finder::add_unit(const gazetteer::Unit* unit, Range where) {
  if (unit == nullptr) return;
  for (Party& other : found_) {
    if (other.partner.teryt != unit->code) continue;
    other.where.push_back(where);
    return;
  }
  found_.push_back({{unit->label, unit->code}, {where}});
}

void Finder::add_name(const std::string& name, Range where) {
  const auto known = std::find_if(found_.begin(), found_.end(), [&](const Party& other) {
    return utf8::lower(other.partner.name) == utf8::lower(name);
  });
  if (known == found_.end())
    found_.push_back({{name, std::nullopt}, {where}});
  else
    known->where.push_back(where);
}

// Whether the unit acts, and is not where something lies ("w gminie Lisewo", "gminy powiatu toruńskiego").
bool Finder::is_party(const PlaceMention& mention, const Counting& counting) const {
  const bool offices = counting.offices;
  if (mention.unit != nullptr && mention.context == PlaceContext::none)
    return counting.bare || mention.listed || (offices && beside_person(mention));
  if (mention.context == PlaceContext::county && in_brackets(mention.lead)) return false;
  if (mention.unit == nullptr || mention.context == PlaceContext::preposition ||
      mention.context == PlaceContext::locality || mention.context == PlaceContext::voivodeship)
    return false;
  const bool office =
      mention.context == PlaceContext::rural_office || mention.context == PlaceContext::town_office;
  if (mention.listed && !office) return true;
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
  const unsigned known = cases(lead);
  const bool genitive = known != 0 && (known & (kNominative | kAccusative | kInstrumental | kDative)) == 0;
  if (!genitive) {
    // "gminy" is a genitive and a plural nominative: "wójt gminy Lisewo", "gminy Lisewo i Stolno".
    const bool either = (known & kGenitive) != 0 && !mention.listed;
    return !either || offices || opens_list(mention);
  }
  return offices;
}

// "wójtowie – Lubicza Anna Nowak, Obrowa Jan Mak", "Anna Nowak (Lubicz)"
bool Finder::beside_person(const PlaceMention& mention) const {
  const Person* behind = mention.end < source_.tokens.size() ? persons_.covering(mention.end) : nullptr;
  if (behind != nullptr && behind->first == mention.end && only_space(source_.after(mention.end - 1)))
    return true;
  if (mention.lead == 0 || source_.after(mention.lead - 1) != " (") return false;
  const Person* before = persons_.covering(mention.lead - 1);
  return before != nullptr && before->end == mention.lead;
}

// "Gmina Ropa (powiat gorlicki)": where it lies.
bool Finder::in_brackets(std::size_t token) const {
  for (std::size_t t = token; t > sentences_.first(token); --t) {
    const std::size_t bracket = source_.after(t - 1).find_last_of("()");
    if (bracket != std::string_view::npos) return source_.after(t - 1)[bracket] == '(';
  }
  return false;
}

// Whether it goes on with an enumeration: behind a comma, a dash or "i".
bool Finder::goes_on(const PlaceMention& mention) const {
  if (mention.lead == 0) return false;
  const std::string_view gap = utf8::trim(source_.after(mention.lead - 1));
  if (gap == "," || gap == "–" || gap == "-") return true;
  const std::string& before = source_.tokens[mention.lead - 1].word->form;
  return gap.empty() && (before == "i" || before == "oraz" || before == "także");
}

// Whose document it is; "Gmina podpisała z Powiatem Toruńskim …" and a practice's card tell.
const gazetteer::Unit* Finder::own_unit(Range range) const {
  for (std::size_t t = range.first; t < range.end; ++t) {
    if (places_.at(t) != nullptr || !capitalised(source_.token(t))) continue;
    const language::Word& word = *source_.tokens[t].word;
    if (has_lemma(word, "gmina") || has_lemma(word, "miasto")) return places_.municipality;
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

Range Finder::tokens_of(core::ByteRange bytes) const {
  const auto at = [&](std::size_t byte) {
    return static_cast<std::size_t>(
        std::partition_point(source_.tokens.begin(), source_.tokens.end(),
                             [&](const auto& token) { return token.token.range.begin < byte; }) -
        source_.tokens.begin());
  };
  return {at(bytes.begin), at(bytes.end)};
}

// The unit that a practice's card says the practice is of; the labels that tell it best are asked first.
const gazetteer::Unit* Finder::keeper() const {
  if (context_.practice == nullptr) return nullptr;
  const Practice& reading = *context_.practice;
  for (const LemmaPattern& label : tables_.keepers)
    for (std::size_t i = 0; i < reading.card.size(); ++i) {
      const Range value = tokens_of(reading.values[i]);
      if (label.match(source_, tokens_of(reading.labels[i]).first) == 0) continue;
      for (std::size_t t = value.first; t < value.end; ++t)
        if (const PlaceMention* mention = places_.at(t); mention != nullptr && mention->unit != nullptr)
          return mention->unit;
    }
  return nullptr;
}

// Whether names of the same kind follow: "gminy Lisewo i Stolno".
bool Finder::opens_list(const PlaceMention& mention) const {
  const auto next = std::find_if(places_.mentions.begin(), places_.mentions.end(),
                                 [&](const PlaceMention& other) { return other.first >= mention.end; });
  return next != places_.mentions.end() && next->listed && next->context == mention.context &&
         sentences_.of[next->first] == sentences_.of[mention.first];
}

bool Finder::is_head(std::size_t token) const {
  if (!capitalised(source_.token(token))) return false;
  const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
  return std::any_of(lemmas.begin(), lemmas.end(),
                     [&](const std::string& l) { return tables_.heads.contains(l); });
}

// "Powiat Żarski": in a case in which it belongs to no name before it.
bool Finder::begins_unit(std::size_t token) const {
  const PlaceMention* mention = places_.at(token);
  return mention != nullptr && mention->lead == token && mention->first > token && cases(token) != 0 &&
         (cases(token) & kGenitive) == 0;
}

// An organisation at a line's beginning, below another one.
bool Finder::begins_item(std::size_t token) const {
  return source_.after(token - 1).find('\n') != std::string_view::npos && is_head(token);
}

// The organisation whose name begins at the token; behind it, or the token itself where none does.
std::size_t Finder::add_organisation(std::size_t token, std::size_t end) {
  // "Projektu Centrum Nauki": a part of another name.
  if (token > 0 && source_.after(token - 1) == " " && capitalised(source_.token(token - 1)) &&
      sentences_.first(token) != token - 1)
    return token;
  // "Stowarzyszenia „Grupa Północ”": within another name.
  if (token > 0 && source_.after(token - 1) == " „") return token;
  // "Powiatem Toruńskim – Powiatowym Centrum Pomocy": the unit acts, by its body.
  if (token > 0 && places_.at(token - 1) != nullptr && utf8::trim(source_.after(token - 1)) == "–")
    return token;
  std::size_t head = token;
  while (head < end && head < token + 3 && capitalised(source_.token(head)) && !is_head(head) &&
         source_.after(head) == " ")
    ++head;
  if (head >= end || !is_head(head)) return token;
  for (std::size_t t = token; t < head; ++t) {
    const auto& readings = source_.tokens[t].word->readings;
    if (std::none_of(readings.begin(), readings.end(), [](const language::Reading& reading) {
          return grammar(reading).part == PartOfSpeech::adjective;
        }))
      return token;
  }
  if (token > 0) {
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
  const std::size_t stop = end_of_name(source_, head, most, true);
  if (stop == head + 1 && head == token) return token;  // "Stowarzyszenie" alone names none
  const std::string name = nominative_phrase(source_, token, head, stop);
  add_name(name, {token, stop});
  return stop;
}

// "niemiecką gminą Rinteln": behind the name, or the token itself.
std::size_t Finder::add_unit_abroad(std::size_t token, std::size_t end) {
  const language::Word& country = *source_.tokens[token].word;
  if (token + 2 >= end ||
      std::none_of(country.lemmas.begin(), country.lemmas.end(),
                   [&](const std::string& lemma) { return tables_.abroad.contains(lemma); }))
    return token;
  static constexpr std::array<std::string_view, 3> kKinds = {"gmina", "miasto", "powiat"};
  const auto* const kind = std::find_if(kKinds.begin(), kKinds.end(), [&](std::string_view lemma) {
    return has_lemma(*source_.tokens[token + 1].word, lemma);
  });
  if (kind == kKinds.end() || !capitalised(source_.token(token + 2)) || source_.after(token + 1) != " ")
    return token;
  const std::size_t stop = end_of_name(source_, token + 2, end, false);
  const std::size_t begin = source_.tokens[token + 2].token.range.begin;
  add_name(std::string(*kind) + " " +
               utf8::collapse(source_.text().substr(begin, source_.tokens[stop - 1].token.range.end - begin)),
           {token + 1, stop});
  return stop;
}

std::size_t Finder::add_parties(Range range, const Counting& counting) {
  constexpr std::size_t kEnumerated = 2;  // units that make an enumeration
  const std::size_t before = found_.size();
  std::vector<const gazetteer::Unit*> units;
  std::size_t organisations = 0;
  for (std::size_t t = range.first; t < range.end;) {
    if (const PlaceMention* mention = mention_at(t)) {
      const bool bare = mention->unit != nullptr && mention->context == PlaceContext::none;
      if (is_party(*mention, counting) || (bare && units.size() >= kEnumerated && goes_on(*mention))) {
        add_unit(mention->unit, {mention->lead, mention->end});
        if (std::find(units.begin(), units.end(), mention->unit) == units.end())
          units.push_back(mention->unit);
      }
      t = std::max(mention->end, t + 1);
      continue;
    }
    const std::size_t end =
        capitalised(source_.token(t)) ? add_organisation(t, range.end) : add_unit_abroad(t, range.end);
    organisations += end > t ? 1 : 0;
    t = end > t ? end : t + 1;
  }
  const bool many = !units.empty() && units.size() + organisations > counting.least;
  if (units.size() >= counting.least || many) return units.size() + organisations;
  found_.resize(before);
  return 0;
}

// "powierza się Gminie Lubicz i Gminie Obrowo"
void Finder::add_given(Range range) {
  bool any = false;
  for (const PlaceMention& mention : places_.mentions) {
    if (mention.lead < range.first || mention.lead >= range.end || mention.unit == nullptr) continue;
    if (mention.context != PlaceContext::municipality && mention.context != PlaceContext::county) continue;
    if ((cases(mention.lead) & kDative) == 0) continue;
    const std::string& before =
        mention.lead > 0 ? source_.tokens[mention.lead - 1].word->form : std::string();
    if (before == "w" || before == "we") continue;
    if (!any) add_unit(own_unit(range));
    any = true;
    add_unit(mention.unit, {mention.lead, mention.end});
  }
}

bool Finder::add_joining(std::size_t token) {
  const PlaceMention* mention = token < source_.tokens.size() ? mention_at(token) : nullptr;
  if (mention == nullptr || mention->unit == nullptr) return false;
  add_unit(mention->unit, {mention->lead, mention->end});
  return true;
}

// Whether the line goes on with the list above it: items may be set apart by an empty line.
bool Finder::in_list(std::size_t line) const {
  if (source_.lines[line].blank_before == 0) return true;
  if (source_.lines[line].blank_before > 1) return false;
  const std::string_view text = source_.line(line);
  if (text.starts_with("- ") || text.starts_with("– ") || text.starts_with("•")) return true;
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
}

// The sentence, and the list that it opens.
Range Finder::scope_of(Range sentence) const {
  const std::string_view end = utf8::trim(source_.after(sentence.end - 1));
  const std::size_t line = source_.line_of_token(sentence.end - 1);
  const bool numbered = source_.tokens[sentence.end - 1].token.kind == language::TokenKind::number &&
                        source_.lines[line].first_token == sentence.end - 1;
  if (!end.starts_with(':') && !numbered) return sentence;
  std::size_t last = line;
  while (last + 1 < source_.lines.size() && in_list(last + 1)) ++last;
  return {sentence.first, std::max(sentence.end, source_.lines[last].end_token)};
}

// "Członkami są gminy Lubicz i Obrowo, a obserwatorem Chełmża": what stands before the clause of the denial.
Range Finder::before_denial(Range sentence, std::size_t denial) const {
  std::size_t end = denial;
  while (end > sentence.first && source_.after(end - 1).find_first_of(",;") == std::string_view::npos) --end;
  return {sentence.first, end};
}

// The sentence that begins at the token; empty at the end of the text, and in a card.
Range Finder::next_sentence(std::size_t token) const {
  const Range card = card_tokens();
  if (token >= source_.tokens.size() || (token >= card.first && token < card.end)) return {token, token};
  const std::size_t end = sentences_.end(token);
  return {token, token < card.first ? std::min(end, card.first) : end};
}

// The parties of an agreement: from the words on as far as its first article.
Range Finder::between(std::size_t behind) const {
  constexpr std::size_t kMostLines = 60;
  static constexpr std::array<std::string_view, 6> kArticles = {"§",        "Art",      "ART",
                                                                "Rozdział", "ROZDZIAŁ", "Preambuła"};
  const std::size_t own = source_.line_of_token(behind - 1);
  const std::size_t sentence_end = sentences_.end(behind - 1);
  const bool ends_line = behind == source_.lines[own].end_token;
  if (!ends_line && context_.kind != core::DocumentKind::partnership) return scope_of({behind, sentence_end});
  for (std::size_t line = own + 1; line < source_.lines.size() && line <= own + kMostLines; ++line)
    for (const std::string_view article : kArticles)
      if (source_.line(line).starts_with(article)) return {behind, source_.lines[line].first_token};
  return scope_of({behind, std::max(sentence_end, std::min(behind + 1, source_.tokens.size()))});
}

void Finder::read_scope(Range sentence, std::size_t behind, Scope scope) {
  const Range range = scope_of(sentence);
  std::size_t met = 0;
  switch (scope) {
    case Scope::sentence:
      met = add_parties(range, {});
      if (met == 0 && cooperates()) met = add_parties(range, {false, true, kListed});
      break;
    case Scope::together:
      met = add_parties(range, {false, false, kTogether});
      if (met == 0 && cooperates()) met = add_parties(range, {false, true, kListed});
      break;
    case Scope::signed_by:
      met = add_parties(range, {true, false, 0});
      break;
    case Scope::signatories:
      met = add_parties(range, {true, false, kTogether});
      break;
    case Scope::contract: {
      // A unit must be named behind the words: "zawarła umowę z wykonawcą" makes none a party.
      const std::size_t before = found_.size();
      if (behind >= range.end || add_parties({behind, range.end}, {false, false, 1}) == 0) return;
      found_.resize(before);
      [[fallthrough]];
    }
    case Scope::own:
      if (add_parties(range, {}) > 0) add_unit(own_unit(sentence));
      return;
    case Scope::given:
      add_given(range);
      return;
    case Scope::joins:
      add_joining(behind);
      return;
    case Scope::from:
      if (add_joining(behind)) add_unit(own_unit({behind, behind}));
      return;
    case Scope::previous:
      if (sentence.first > 0) add_parties({sentences_.first(sentence.first - 1), sentence.first}, {});
      return;
    case Scope::following:
      add_parties(next_sentence(range.end), {false, false, kTogether});
      return;
    case Scope::opens:
      if (behind != source_.lines[source_.line_of_token(behind - 1)].end_token) return;
      [[fallthrough]];
    case Scope::between:
      add_parties(between(behind), {false, false, kTogether});
      return;
    case Scope::none:
      return;
  }
  // "Porozumienie zawarto w maju. Koordynuje je Gmina Lubicz, a Gmina Obrowo …": the sentence behind names
  // them.
  // "Związek założyły w 1998 r. Gmina …": the full stop of an abbreviation.
  const bool year = source_.tokens[sentence.end - 1].word->form == "r";
  if (met == 0 && (found_.empty() || year) && range.end == sentence.end)
    add_parties(next_sentence(sentence.end), {false, false, kTogether});
}

// Whether the whole document is of working together.
bool Finder::cooperates() const {
  return context_.kind == core::DocumentKind::partnership || context_.kind == core::DocumentKind::practice;
}

// Whether the document says what is to be, with whomever.
bool Finder::plans() const {
  return context_.kind == core::DocumentKind::strategy || context_.kind == core::DocumentKind::programme;
}

void Finder::read_sentence(Range sentence) {
  std::vector<std::pair<std::size_t, Scope>> told;  // the token behind the cue
  for (std::size_t t = sentence.first; t < sentence.end; ++t) {
    for (const LemmaPatternIndex::Match& match : tables_.cues_by_pattern.all(source_, t)) {
      const PartnerCue& cue = tables_.cues[match.pattern];
      const bool before = cue.before && sentence.first > 0;
      const Range near = {before ? sentences_.first(sentence.first - 1) : sentence.first, sentence.end};
      if (cue.not_in_plans && plans()) continue;
      if (cue.scope == Scope::none)
        sentence = before_denial(sentence, t);
      else if ((cue.before && cooperates()) ||
               (!(cue.before && cue.besides.empty()) && holds(near, cue.besides)))
        told.emplace_back(t + match.tokens, cue.scope);
    }
  }
  for (const auto& [behind, scope] : told)
    if (behind <= sentence.end) read_scope(sentence, behind, scope);
}

// "Partnerzy: Gmina Lubicz, Gmina Obrowo", "Lista partnerów:" over a list.
void Finder::read_label(std::size_t token, std::size_t line) {
  const LemmaPatternIndex::Match match = tables_.labels.longest(source_, token);
  if (match.tokens == 0) return;
  const Line& own = source_.lines[line];
  std::size_t behind = token + match.tokens;
  // "Partnerzy w projekcie:"
  constexpr std::size_t kFurther = 3;
  for (std::size_t more = 0; more < kFurther && behind < own.end_token; ++more, ++behind)
    if (source_.after(behind - 1) != " " || capitalised(source_.token(behind))) break;
  const std::string_view gap = source_.after(behind - 1), mark = utf8::trim(gap);
  const bool dash =
      mark.starts_with("- ") || mark == "-" || mark == "–" || mark == "|" || mark.starts_with("..");
  const bool alone = behind == own.end_token && token == own.first_token &&
                     (mark.empty() || source_.line(line).ends_with(mark));
  const bool wide = gap.find("  ") != std::string_view::npos || gap.find('\t') != std::string_view::npos;
  if (!mark.starts_with(':') && !dash && !wide && !(alone && mark.empty())) return;
  std::size_t end = own.end_token;
  if (behind == own.end_token) {
    std::size_t last = line;
    while (last + 1 < source_.lines.size() && source_.lines[last + 1].blank_before == 0 &&
           !source_.line(last + 1).ends_with(':'))
      ++last;
    end = source_.lines[last].end_token;
  } else {
    // Items of a list that begin in the label's line, and the lines that are set in.
    std::size_t last = line;
    while (last + 1 < source_.lines.size() && source_.lines[last + 1].blank_before == 0 &&
           source_.lines[last + 1].indent > own.indent + 3 && !source_.line(last + 1).ends_with(':'))
      ++last;
    end = source_.lines[last].end_token;
    for (std::size_t t = behind + 1; t < end; ++t) {
      const std::string_view between = source_.after(t - 1);
      if (between.find("•") != std::string_view::npos ||
          (token != own.first_token && between.find('|') != std::string_view::npos)) {
        end = t;
        break;
      }
    }
  }
  const std::size_t least = is_keeper(token) ? kTogether : 0;
  if (add_parties({behind, end}, {true, true, least}) > 0 && context_.practice != nullptr)
    add_unit(own_unit({token, token}));
}

void Finder::read_labels() {
  const Range card = card_tokens();
  for (std::size_t i = 0; i < source_.lines.size(); ++i) {
    const Line& line = source_.lines[i];
    if (line.first_token >= card.first && line.first_token < card.end) continue;
    for (std::size_t t = line.first_token; t < line.end_token; ++t) {
      const std::string_view before = t == line.first_token ? "|" : source_.after(t - 1);
      if (before.find('|') != std::string_view::npos || before.find("•") != std::string_view::npos ||
          before.find("  ") != std::string_view::npos || before.find('\t') != std::string_view::npos)
        read_label(t, i);
    }
  }
}

// Whether the label is one of those that name whose a practice is: two together are its partners.
bool Finder::is_keeper(std::size_t label) const {
  return std::any_of(tables_.keepers.begin(), tables_.keepers.end(),
                     [&](const LemmaPattern& keeper) { return keeper.match(source_, label) > 0; });
}

// Nothing at the end of the text where there is no card.
Range Finder::card_tokens() const {
  if (context_.practice == nullptr) return {source_.tokens.size(), source_.tokens.size()};
  const Practice& card = *context_.practice;
  return {source_.lines[card.first_line].first_token, source_.lines[card.end_line - 1].end_token};
}

// The values of a practice's card whose labels name partners.
void Finder::read_card() {
  const Practice& reading = *context_.practice;
  bool any = false;
  for (std::size_t i = 0; i < reading.card.size(); ++i) {
    const Range label = tokens_of(reading.labels[i]), value = tokens_of(reading.values[i]);
    if (value.first == value.end) continue;
    read_sentence(value);
    if (tables_.labels.longest(source_, label.first).tokens == 0) continue;
    any |= add_parties(value, {true, true, is_keeper(label.first) ? kTogether : 0}) > 0;
  }
  if (any) add_unit(keeper());
}

// "Gmina Lubicz", "Powiat Toruński": the unit itself, not its head.
bool Finder::names_unit(const PlaceMention& mention) const {
  static constexpr std::array<std::string_view, 3> kKinds = {"gmina", "miasto", "powiat"};
  return capitalised(source_.token(mention.lead)) &&
         std::any_of(kKinds.begin(), kKinds.end(), [&](std::string_view kind) {
           return has_lemma(*source_.tokens[mention.lead].word, kind);
         });
}

// The unit or the organisation that begins an item or a table's row, behind its bullet, number or other
// cells, or the office of its head; the line's end where none does.
std::size_t Finder::first_in_item(std::size_t line) const {
  const Line& own = source_.lines[line];
  if (!in_list(line) && source_.line(line).ends_with('.') && own.end_token - own.first_token > 2)
    return own.end_token;
  for (std::size_t t = own.first_token; t < own.end_token; ++t) {
    const PlaceMention* mention = mention_at(t);
    if (mention != nullptr && mention->unit != nullptr) {
      // "Starosta Toruński gościem pikniku" is no item; "Starosta Toruński – Jan Mak" is one.
      const bool parted = !only_space(source_.after(mention->end - 1)) || mention->end == own.end_token ||
                          persons_.covering(mention->end) != nullptr;
      return parted || names_unit(*mention) ? t : own.end_token;
    }
    if (t > own.first_token && is_head(t)) return t;
    const std::string_view gap = source_.after(t);
    const bool number = t == own.first_token && source_.tokens[t].token.kind == language::TokenKind::number;
    const bool cell =
        gap.find_first_of("|\t") != std::string_view::npos || gap.find("  ") != std::string_view::npos;
    const bool office =
        t == own.first_token && gap == " " && t + 1 < own.end_token && mention_at(t + 1) != nullptr;
    if (!number && !cell && !office) break;
  }
  return own.end_token;
}

// Items or rows, two at least one below the other, that units begin, and organisations below them: the
// members of whatever the document of a partnership is about.
void Finder::read_lists() {
  constexpr std::size_t kFewest = 2, kNear = 12;  // lines
  std::size_t units_end = source_.lines.size();   // behind the last list with units
  for (std::size_t i = 0; i < source_.lines.size(); ++i) {
    std::size_t end = i;
    bool units = false;
    for (; end < source_.lines.size() && source_.lines[end].blank_before <= 1; ++end) {
      const std::size_t first = first_in_item(end);
      if (first == source_.lines[end].end_token) break;
      units = units || mention_at(first) != nullptr;
    }
    const bool near = units_end <= i && i < units_end + kNear;
    for (std::size_t line = i; end - i >= (near ? 1 : kFewest) && (units || near) && line < end; ++line) {
      const std::size_t first = first_in_item(line);
      const PlaceMention* mention = mention_at(first);
      const std::size_t behind = mention != nullptr ? mention->end : first;
      add_parties({first, behind}, {true, true, 0});
      add_parties({behind, source_.lines[line].end_token}, {});
    }
    if (units && end - i >= kFewest) units_end = end;
    i = std::max(i, end);
  }
}

// Where nothing says who the members are: the first sentence that enumerates units.
void Finder::read_enumeration() {
  for (std::size_t i = 0; i + 1 < sentences_.starts.size(); ++i)
    if (add_parties({sentences_.starts[i], sentences_.starts[i + 1]}, {false, true, kListed}) > 0) return;
}

// "Rinteln (Niemcy)": a town abroad, and with it the unit whose partner it is.
void Finder::read_foreign() {
  for (std::size_t t = 1; t < source_.tokens.size(); ++t) {
    if (source_.after(t - 1) != " (" || !source_.after(t).starts_with(")")) continue;
    const language::Word& word = *source_.tokens[t].word;
    if (std::none_of(word.lemmas.begin(), word.lemmas.end(),
                     [&](const std::string& lemma) { return tables_.countries.contains(lemma); }))
      continue;
    const std::size_t line = source_.lines[source_.line_of_token(t)].first_token;
    std::size_t first = t - 1;
    while (first > line && capitalised(source_.token(first - 1)) &&
           (source_.after(first - 1) == " " || source_.after(first - 1) == "-"))
      --first;
    // At a line's beginning, and behind a label, a name stands in the nominative.
    const std::string_view before = first == line ? std::string_view{} : source_.after(first - 1);
    const bool listed = first == line || before == ": " || before == ", " || before.ends_with("), ");
    if (!listed || !capitalised(source_.token(first)) || places_.at(first) != nullptr) continue;
    const std::size_t begin = source_.tokens[first].token.range.begin;
    add_name(std::string(source_.text().substr(begin, source_.tokens[t - 1].token.range.end - begin)),
             {first, t});
    add_unit(own_unit({first, first}));
  }
}

// ---- who leads, in what form

// Where the parties are named, also where nothing makes them parties there.
std::vector<Finder::Naming> Finder::namings() const {
  std::vector<Naming> all;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    for (const Range& where : found_[i].where)
      if (where.end > where.first) all.push_back({where, i});
    for (const PlaceMention& mention : places_.mentions)
      if (mention.unit != nullptr && mention.unit->code == found_[i].partner.teryt)
        all.push_back({{mention.lead, mention.end}, i});
  }
  return all;
}

// "Liderem jest Gmina Lubicz", "Lider: Gmina Lubicz", "Gmina Lubicz (lider)", "Gmina Lubicz jako lider".
void Finder::choose_leader() {
  const std::vector<Naming> all = namings();
  for (std::size_t t = 0; t < source_.tokens.size(); ++t) {
    const std::size_t length = tables_.leaders.longest(source_, t).tokens;
    if (length == 0) continue;
    const std::size_t first = sentences_.first(t), end = scope_of({first, sentences_.end(t)}).end;
    const Naming *before = nullptr, *behind = nullptr;  // the nearest ones
    for (const Naming& naming : all) {
      const Range& where = naming.where;
      if (where.first >= first && where.end <= t && (before == nullptr || where.end > before->where.end))
        before = &naming;
      if (where.first >= t + length && where.first < end &&
          (behind == nullptr || where.first < behind->where.first))
        behind = &naming;
    }
    const bool beside =
        behind != nullptr && source_.after(t + length - 1) == " " && behind->where.first == t + length;
    const Naming* const leader = beside || before == nullptr ? behind : before;
    if (leader == nullptr) continue;
    found_[leader->party].partner.leader = true;
    return;
  }
}

// As the title says, or else the text, most often.
std::optional<core::PartnershipForm> Finder::form() const {
  constexpr auto kForms = static_cast<std::size_t>(core::PartnershipForm::consortium) + 1;
  std::array<std::size_t, kForms> times{};
  const std::size_t title = source_.text().find(context_.title.substr(0, context_.title.find(' ')));
  const std::size_t title_end = title == std::string_view::npos ? 0 : title + context_.title.size();
  for (std::size_t t = 0; t < source_.tokens.size(); ++t) {
    const LemmaPatternIndex::Match match = tables_.forms_by_pattern.longest(source_, t);
    if (match.tokens == 0) continue;
    const core::PartnershipForm found = tables_.forms[match.pattern];
    const std::size_t begin = source_.tokens[t].token.range.begin;
    if (begin >= title && begin < title_end) return found;
    ++times[static_cast<std::size_t>(found)];
  }
  const auto most = std::max_element(times.begin(), times.end());
  if (*most == 0) return std::nullopt;
  return static_cast<core::PartnershipForm>(most - times.begin());
}

Partnership Finder::find() {
  // A card is no prose: its values are read one by one.
  const Range card = card_tokens();
  for (std::size_t i = 0; i + 1 < sentences_.starts.size(); ++i) {
    const std::size_t first = sentences_.starts[i], end = sentences_.starts[i + 1];
    const Range above = {first, std::min(end, card.first)}, below = {std::max(first, card.end), end};
    if (above.first < above.end) read_sentence(above);
    if (below.first < below.end && card.end > 0) read_sentence(below);
  }
  read_labels();
  if (context_.practice != nullptr) read_card();
  if (context_.kind == core::DocumentKind::partnership) {
    read_lists();
    read_foreign();
    if (found_.size() < kTogether) read_enumeration();
  }
  choose_leader();
  Partnership result;
  for (Party& party : found_) {
    for (const Range& where : party.where)
      core::add_evidence(party.partner.evidence, source_.place(where.first, where.end));
    result.parties.push_back(std::move(party.partner));
  }
  if (!result.parties.empty()) result.form = form();
  return result;
}

}  // namespace

Partnership extract_partners(const SourceText& source, const Persons& persons, const Places& places,
                             const Sentences& sentences, const PartnerContext& context,
                             const PartnerRules& rules) {
  if (source.tokens.empty()) return {};
  return Finder(source, persons, places, sentences, context, rules.tables()).find();
}

}  // namespace szukajst::indexer::extract
