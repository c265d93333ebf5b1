#include "indexer/extract/partners.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/inflect.h"
#include "indexer/extract/lemma_pattern.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

enum class Scope {
  sentence,
  together,
  signed_by,
  signatories,
  own,
  contract,
  given,
  joins,
  previous,
  label,
  none
};

constexpr std::array<std::pair<std::string_view, Scope>, 11> kScopes = {{{"sentence", Scope::sentence},
                                                                         {"together", Scope::together},
                                                                         {"signed", Scope::signed_by},
                                                                         {"signatories", Scope::signatories},
                                                                         {"own", Scope::own},
                                                                         {"contract", Scope::contract},
                                                                         {"given", Scope::given},
                                                                         {"joins", Scope::joins},
                                                                         {"previous", Scope::previous},
                                                                         {"label", Scope::label},
                                                                         {"not", Scope::none}}};

struct Cue {
  std::vector<std::string> besides;  // lemmas of which the sentence must hold one
  bool before = false;               // or the sentence before it
  Scope scope = Scope::sentence;
};

}  // namespace

struct PartnerRules::Tables {
  LemmaPatternIndex cues_by_pattern, labels_by_pattern;
  std::vector<Cue> cues;
  std::unordered_set<std::string> heads;
};

PartnerRules::PartnerRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
PartnerRules::PartnerRules(PartnerRules&&) noexcept = default;
PartnerRules& PartnerRules::operator=(PartnerRules&&) noexcept = default;
PartnerRules::~PartnerRules() = default;

core::Result<PartnerRules> PartnerRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "partners_cues.tsv";
  auto cues = read_table(file, 3);
  if (!cues) return cues.error();
  auto heads = read_table(folder / "partners_heads.tsv", 1);
  if (!heads) return heads.error();
  auto tables = std::make_unique<Tables>();
  for (const Row& row : *cues) {
    const auto* const scope = std::find_if(kScopes.begin(), kScopes.end(),
                                           [&](const auto& known) { return known.first == row.cell(2); });
    if (scope == kScopes.end()) return bad_row(file, row, "'" + row.cell(2) + "' is not what a cue tells");
    if (scope->second == Scope::label) {
      tables->labels_by_pattern.add(LemmaPattern(row.cell(0)));
      continue;
    }
    Cue cue{{}, false, scope->second};
    std::string_view besides = row.cell(1);
    cue.before = besides.starts_with('^');
    if (cue.before) besides.remove_prefix(1);
    if (!besides.empty()) cue.besides = LemmaPattern(besides).first_words();
    tables->cues_by_pattern.add(LemmaPattern(row.cell(0)));
    tables->cues.push_back(std::move(cue));
  }
  for (const Row& row : *heads) tables->heads.insert(row.cell(0));
  return PartnerRules(std::move(tables));
}

namespace {

constexpr std::size_t kLongestName = 12;  // tokens of an organisation's name

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
         const PartnerRules::Tables& tables, const PracticeCard* practice)
      : source_(source),
        persons_(persons),
        places_(places),
        sentences_(sentences),
        tables_(tables),
        practice_(practice) {}
  std::vector<core::Partner> find();

 private:
  void read_sentence(Range sentence);
  void read_labels();
  void read_label(std::size_t token, std::size_t line);
  void read_scope(Range sentence, std::size_t behind, Scope scope);
  Range before_denial(Range sentence, std::size_t denial) const;
  // How many parties the range names, those found before included; 0 where there are too few.
  std::size_t add_parties(Range range, const Counting& counting);
  void add_given(Range range);
  void add_joining(std::size_t token);
  // `mention`: what names it here; null where only the document tells who "the municipality" is.
  void add_unit(const gazetteer::Unit* unit, const PlaceMention* mention = nullptr);
  std::size_t add_organisation(std::size_t token, std::size_t end);
  bool in_list(std::size_t line) const;
  Range scope_of(Range sentence) const;
  bool is_party(const PlaceMention& mention, const Counting& counting) const;
  const gazetteer::Unit* own_unit(Range range) const;
  bool opens_list(const PlaceMention& mention) const;
  bool begins_unit(std::size_t token) const;
  bool is_head(std::size_t token) const;
  unsigned cases(std::size_t token) const;
  bool holds(Range range, const std::vector<std::string>& lemmas) const;
  const PlaceMention* mention_at(std::size_t token) const;

  const SourceText& source_;
  const Persons& persons_;
  const Places& places_;
  const Sentences& sentences_;
  const PartnerRules::Tables& tables_;
  const PracticeCard* const practice_;  // null where the document has none
  std::vector<core::Partner> found_;
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

void Finder::add_unit(const gazetteer::Unit* unit, const PlaceMention* mention) {
  if (unit == nullptr) return;
  const auto known = std::find_if(found_.begin(), found_.end(),
                                  [&](const core::Partner& other) { return other.teryt == unit->code; });
  core::Partner& partner =
      known != found_.end() ? *known : found_.emplace_back(core::Partner{unit->label, unit->code});
  if (mention != nullptr) core::add_evidence(partner.evidence, source_.place(mention->lead, mention->end));
}

// Whether the unit acts, and is not where something lies ("w gminie Lisewo", "gminy powiatu toruńskiego").
bool Finder::is_party(const PlaceMention& mention, const Counting& counting) const {
  const bool offices = counting.offices;
  if (mention.unit != nullptr && mention.context == PlaceContext::none)
    return counting.bare || mention.listed;
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

// Whose document it is; "Gmina podpisała z Powiatem Toruńskim …" and a practice's card tell.
const gazetteer::Unit* Finder::own_unit(Range range) const {
  for (std::size_t t = range.first; t < range.end; ++t) {
    if (places_.at(t) != nullptr || !capitalised(source_.token(t))) continue;
    const language::Word& word = *source_.tokens[t].word;
    if (has_lemma(word, "gmina") || has_lemma(word, "miasto")) return places_.municipality;
    if (has_lemma(word, "powiat")) return places_.county;
  }
  if (practice_ == nullptr) return places_.owner;
  for (const auto& [label, value] : *practice_) {
    const std::string kind = utf8::lower(utf8::fold(value));
    if (kind.starts_with("gmina") || kind.starts_with("miasto")) return places_.municipality;
    if (kind.starts_with("powiat")) return places_.county;
  }
  return places_.owner;
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

// The organisation whose name begins at the token; behind it, or the token itself where none does.
std::size_t Finder::add_organisation(std::size_t token, std::size_t end) {
  // "Projektu Centrum Nauki": a part of another name.
  if (token > 0 && source_.after(token - 1) == " " && capitalised(source_.token(token - 1)) &&
      sentences_.first(token) != token - 1)
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
    if (persons_.covering(t) != nullptr || begins_unit(t)) most = t;
  const std::size_t stop = end_of_name(source_, head, most, true);
  if (stop == head + 1 && head == token) return token;  // "Stowarzyszenie" alone names none
  const std::string name = nominative_phrase(source_, token, head, stop);
  const auto known = std::find_if(found_.begin(), found_.end(), [&](const core::Partner& other) {
    return utf8::lower(other.name) == utf8::lower(name);
  });
  core::Partner& partner =
      known != found_.end() ? *known : found_.emplace_back(core::Partner{name, std::nullopt});
  core::add_evidence(partner.evidence, source_.place(token, stop));
  return stop;
}

std::size_t Finder::add_parties(Range range, const Counting& counting) {
  const std::size_t before = found_.size();
  std::vector<const gazetteer::Unit*> units;
  std::size_t organisations = 0;
  for (std::size_t t = range.first; t < range.end;) {
    if (const PlaceMention* mention = mention_at(t)) {
      if (is_party(*mention, counting)) {
        add_unit(mention->unit, mention);
        if (std::find(units.begin(), units.end(), mention->unit) == units.end())
          units.push_back(mention->unit);
      }
      t = std::max(mention->end, t + 1);
      continue;
    }
    const std::size_t end = capitalised(source_.token(t)) ? add_organisation(t, range.end) : t;
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
    add_unit(mention.unit, &mention);
  }
}

void Finder::add_joining(std::size_t token) {
  if (token < source_.tokens.size())
    if (const PlaceMention* mention = mention_at(token)) add_unit(mention->unit, mention);
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

void Finder::read_scope(Range sentence, std::size_t behind, Scope scope) {
  const Range range = scope_of(sentence);
  std::size_t met = 0;
  switch (scope) {
    case Scope::sentence:
      met = add_parties(range, {});
      break;
    case Scope::together:
      met = add_parties(range, {false, false, 2});
      break;
    case Scope::signed_by:
      met = add_parties(range, {true, false, 0});
      break;
    case Scope::signatories:
      met = add_parties(range, {true, false, 2});
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
    case Scope::previous:
      if (sentence.first > 0) add_parties({sentences_.first(sentence.first - 1), sentence.first}, {});
      return;
    case Scope::label:
    case Scope::none:
      return;
  }
  // "Porozumienie zawarto w maju. Koordynuje je Gmina Lubicz, a Gmina Obrowo …": the sentence behind names
  // them.
  if (met == 0 && found_.empty() && range.end == sentence.end && sentence.end < source_.tokens.size())
    add_parties({sentence.end, sentences_.end(sentence.end)}, {false, false, 2});
}

void Finder::read_sentence(Range sentence) {
  std::vector<std::pair<std::size_t, Scope>> told;  // the token behind the cue
  for (std::size_t t = sentence.first; t < sentence.end; ++t) {
    for (const LemmaPatternIndex::Match& match : tables_.cues_by_pattern.all(source_, t)) {
      const Cue& cue = tables_.cues[match.pattern];
      if (cue.scope == Scope::none)
        sentence = before_denial(sentence, t);
      else if (holds(
                   {cue.before && sentence.first > 0 ? sentences_.first(sentence.first - 1) : sentence.first,
                    sentence.end},
                   cue.besides))
        told.emplace_back(t + match.tokens, cue.scope);
    }
  }
  for (const auto& [behind, scope] : told)
    if (behind <= sentence.end) read_scope(sentence, behind, scope);
}

// "Partnerzy: Gmina Lubicz, Gmina Obrowo", "Lista partnerów:" over a list.
void Finder::read_label(std::size_t token, std::size_t line) {
  const LemmaPatternIndex::Match match = tables_.labels_by_pattern.longest(source_, token);
  if (match.tokens == 0) return;
  const Line& own = source_.lines[line];
  const std::size_t behind = token + match.tokens;
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
  if (add_parties({behind, end}, {true, true, 0}) > 0 && practice_ != nullptr)
    add_unit(own_unit({token, token}));
}

void Finder::read_labels() {
  for (std::size_t i = 0; i < source_.lines.size(); ++i) {
    const Line& line = source_.lines[i];
    for (std::size_t t = line.first_token; t < line.end_token; ++t) {
      const std::string_view before = t == line.first_token ? "|" : source_.after(t - 1);
      if (before.find('|') != std::string_view::npos || before.find("•") != std::string_view::npos ||
          before.find("  ") != std::string_view::npos || before.find('\t') != std::string_view::npos)
        read_label(t, i);
    }
  }
}

std::vector<core::Partner> Finder::find() {
  for (std::size_t i = 0; i + 1 < sentences_.starts.size(); ++i)
    read_sentence({sentences_.starts[i], sentences_.starts[i + 1]});
  read_labels();
  return std::move(found_);
}

}  // namespace

std::vector<core::Partner> extract_partners(const SourceText& source, const Persons& persons,
                                            const Places& places, const Sentences& sentences,
                                            const std::optional<PracticeCard>& practice,
                                            const PartnerRules& rules) {
  if (source.tokens.empty()) return {};
  return Finder(source, persons, places, sentences, rules.tables(), practice ? &*practice : nullptr).find();
}

}  // namespace szukajst::indexer::extract
