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

enum class Scope { sentence, signed_by, own, given, joins, previous, label, none };

constexpr std::array<std::pair<std::string_view, Scope>, 8> kScopes = {{{"sentence", Scope::sentence},
                                                                        {"signed", Scope::signed_by},
                                                                        {"own", Scope::own},
                                                                        {"given", Scope::given},
                                                                        {"joins", Scope::joins},
                                                                        {"previous", Scope::previous},
                                                                        {"label", Scope::label},
                                                                        {"not", Scope::none}}};

struct Cue {
  std::vector<std::string> besides;  // lemmas of which the sentence must hold one
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
    Cue cue{{}, scope->second};
    if (!row.cell(1).empty()) cue.besides = LemmaPattern(row.cell(1)).first_words();
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

class Finder {
 public:
  Finder(const SourceText& source, const Persons& persons, const Places& places, const Sentences& sentences,
         const PartnerRules::Tables& tables, bool practice)
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
  void add_parties(Range range, bool offices);
  void add_given(Range range);
  void add_joining(std::size_t token);
  void add_unit(const gazetteer::Unit* unit);
  std::size_t add_organisation(std::size_t token, std::size_t end);
  Range scope_of(Range sentence) const;
  bool is_party(const PlaceMention& mention, bool offices) const;
  bool is_head(std::size_t token) const;
  unsigned cases(std::size_t token) const;
  bool holds(Range range, const std::vector<std::string>& lemmas) const;
  const PlaceMention* mention_at(std::size_t token) const;

  const SourceText& source_;
  const Persons& persons_;
  const Places& places_;
  const Sentences& sentences_;
  const PartnerRules::Tables& tables_;
  const bool practice_;
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

void Finder::add_unit(const gazetteer::Unit* unit) {
  if (unit == nullptr) return;
  for (const core::Partner& other : found_)
    if (other.teryt == unit->code) return;
  found_.push_back({unit->label, unit->code});
}

// Whether the unit acts, and is not where something lies ("w gminie Lisewo", "gminy powiatu toruńskiego").
bool Finder::is_party(const PlaceMention& mention, bool offices) const {
  if (mention.unit == nullptr || mention.context == PlaceContext::none ||
      mention.context == PlaceContext::preposition || mention.context == PlaceContext::locality ||
      mention.context == PlaceContext::voivodeship)
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
    // "gminy" is a genitive and a plural nominative: "wójt gminy Lisewo", "dwie gminy".
    const bool either = (known & kGenitive) != 0 && !mention.listed;
    return !either || offices;
  }
  return offices;
}

bool Finder::is_head(std::size_t token) const {
  if (!capitalised(source_.token(token))) return false;
  const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
  return std::any_of(lemmas.begin(), lemmas.end(),
                     [&](const std::string& l) { return tables_.heads.contains(l); });
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
    if (persons_.covering(t) != nullptr) most = t;
  const std::size_t stop = end_of_name(source_, head, most, true);
  const bool quoted = source_.after(stop - 1).starts_with('"') || source_.after(stop - 1).starts_with("”");
  if (stop == head + 1 && head == token && !quoted) return token;  // "Stowarzyszenie" alone names none
  const std::string name = nominative_phrase(source_, token, head, stop);
  const bool known = std::any_of(found_.begin(), found_.end(), [&](const core::Partner& other) {
    return utf8::lower(other.name) == utf8::lower(name);
  });
  if (!known) found_.push_back({name, std::nullopt});
  return stop;
}

void Finder::add_parties(Range range, bool offices) {
  for (std::size_t t = range.first; t < range.end;) {
    if (const PlaceMention* mention = mention_at(t)) {
      if (is_party(*mention, offices)) add_unit(mention->unit);
      t = std::max(mention->end, t + 1);
      continue;
    }
    const std::size_t end = capitalised(source_.token(t)) ? add_organisation(t, range.end) : t;
    t = end > t ? end : t + 1;
  }
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
    if (!any) add_unit(places_.owner);
    any = true;
    add_unit(mention.unit);
  }
}

void Finder::add_joining(std::size_t token) {
  if (token < source_.tokens.size())
    if (const PlaceMention* mention = mention_at(token)) add_unit(mention->unit);
}

// The sentence, and the list that it opens.
Range Finder::scope_of(Range sentence) const {
  const std::string_view end = utf8::trim(source_.after(sentence.end - 1));
  const std::size_t line = source_.line_of_token(sentence.end - 1);
  const bool numbered = source_.tokens[sentence.end - 1].token.kind == language::TokenKind::number &&
                        source_.lines[line].first_token == sentence.end - 1;
  if (!end.starts_with(':') && !numbered) return sentence;
  std::size_t last = line;
  while (last + 1 < source_.lines.size() && source_.lines[last + 1].blank_before == 0) ++last;
  return {sentence.first, std::max(sentence.end, source_.lines[last].end_token)};
}

void Finder::read_sentence(Range sentence) {
  std::vector<std::pair<std::size_t, Scope>> told;  // the token behind the cue
  for (std::size_t t = sentence.first; t < sentence.end; ++t) {
    const LemmaPatternIndex::Match match = tables_.cues_by_pattern.longest(source_, t);
    if (match.tokens == 0) continue;
    const Cue& cue = tables_.cues[match.pattern];
    if (cue.scope == Scope::none) return;
    if (holds(sentence, cue.besides)) told.emplace_back(t + match.tokens, cue.scope);
  }
  for (const auto& [behind, scope] : told) {
    const Range range = scope_of(sentence);
    const std::size_t before = found_.size();
    switch (scope) {
      case Scope::sentence:
        add_parties(range, false);
        break;
      case Scope::signed_by:
        add_parties(range, true);
        break;
      case Scope::own:
        add_parties(range, false);
        if (found_.size() > before) add_unit(places_.owner);
        break;
      case Scope::given:
        add_given(range);
        break;
      case Scope::joins:
        add_joining(behind);
        break;
      case Scope::previous:
        if (sentence.first > 0) add_parties({sentences_.first(sentence.first - 1), sentence.first}, false);
        break;
      case Scope::label:
      case Scope::none:
        break;
    }
  }
}

// "Partnerzy: Gmina Lubicz, Gmina Obrowo", "Lista partnerów:" over a list.
void Finder::read_labels() {
  for (std::size_t i = 0; i < source_.lines.size(); ++i) {
    const Line& line = source_.lines[i];
    if (line.first_token == line.end_token) continue;
    const LemmaPatternIndex::Match match = tables_.labels_by_pattern.longest(source_, line.first_token);
    if (match.tokens == 0) continue;
    const std::size_t behind = line.first_token + match.tokens;
    const std::string_view mark = utf8::trim(source_.after(behind - 1));
    const bool dash = mark.starts_with("- ") || mark == "-" || mark == "–" || mark == "|";
    if (!mark.starts_with(':') && !dash) continue;
    std::size_t last = i;
    const auto ends_in_colon = [&](std::size_t at) { return source_.line(at).ends_with(':'); };
    if (behind == line.end_token)
      while (last + 1 < source_.lines.size() && source_.lines[last + 1].blank_before == 0 &&
             !ends_in_colon(last + 1))
        ++last;
    const std::size_t before = found_.size();
    add_parties({behind, source_.lines[last].end_token}, true);
    if (practice_ && found_.size() > before) add_unit(places_.owner);
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
                                            const Places& places, const Sentences& sentences, bool practice,
                                            const PartnerRules& rules) {
  if (source.tokens.empty()) return {};
  return Finder(source, persons, places, sentences, rules.tables(), practice).find();
}

}  // namespace szukajst::indexer::extract
