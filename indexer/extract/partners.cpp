#include "indexer/extract/partners.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/partners_finder.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

using Scope = PartnerScope;

// Whether the line goes on with the list above it: items may be set apart by an empty line.
bool PartnerFinder::in_list(std::size_t line) const {
  if (source_.lines[line].blank_before == 0) return true;
  if (source_.lines[line].blank_before > 1) return false;
  const std::string_view text = source_.line(line);
  if (text.starts_with("- ") || text.starts_with("– ") || text.starts_with("•")) return true;
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
}

// The sentence, and the list that it opens.
PartnerFinder::Range PartnerFinder::scope_of(Range sentence) const {
  const std::string_view end = utf8::trim(source_.after(sentence.end - 1));
  const std::size_t line = source_.line_of_token(sentence.end - 1);
  const bool numbered = source_.tokens[sentence.end - 1].token.kind == language::TokenKind::number &&
                        source_.lines[line].first_token == sentence.end - 1;
  if (!end.starts_with(':') && !numbered) return sentence;
  std::size_t last = line;
  // A list may stand below an empty line.
  if (last + 1 < source_.lines.size() && source_.lines[last + 1].blank_before == 1 &&
      first_in_item(last + 1) < source_.lines[last + 1].end_token)
    ++last;
  while (last + 1 < source_.lines.size() && in_list(last + 1)) ++last;
  return {sentence.first, std::max(sentence.end, source_.lines[last].end_token)};
}

// "Członkami są gminy Lubicz i Obrowo, a obserwatorem Chełmża": what stands before the clause of the denial.
PartnerFinder::Range PartnerFinder::before_denial(Range sentence, std::size_t denial) const {
  std::size_t end = denial;
  while (end > sentence.first && source_.after(end - 1).find_first_of(",;") == std::string_view::npos) --end;
  return {sentence.first, end};
}

// "umowa o dofinansowanie zadania, realizowanego wspólnie z Gminą Obrowo": from the clause behind the denial
// that tells of parties again; empty where none does.
PartnerFinder::Range PartnerFinder::resumed(std::size_t denial, std::size_t end) const {
  constexpr std::size_t kNear = 3;  // tokens behind the comma
  std::size_t comma = end;          // the token behind it
  for (std::size_t t = denial + 1; t < end; ++t) {
    if (source_.after(t - 1).find(',') != std::string_view::npos) comma = t;
    if (comma == end || t > comma + kNear) continue;
    for (const LemmaPatternIndex::Match& match : tables_.cues_by_pattern.all(source_, t))
      if (tables_.cues[match.pattern].scope == Scope::resumes) return {comma, end};
  }
  return {end, end};
}

// "zawarte między Gminą Lubicz a Powiatem Toruńskim"
bool PartnerFinder::names_both_sides(Range sentence) const {
  for (std::size_t t = sentence.first; t < sentence.end; ++t)
    if (source_.tokens[t].word->form == "między" || source_.tokens[t].word->form == "pomiędzy") return true;
  return false;
}

// The sentence that begins at the token; empty at the end of the text, and in a card.
PartnerFinder::Range PartnerFinder::next_sentence(std::size_t token) const {
  const Range card = card_tokens();
  if (token >= source_.tokens.size() || (token >= card.first && token < card.end)) return {token, token};
  const std::size_t end = sentences_.end(token);
  return admitted({token, token < card.first ? std::min(end, card.first) : end});
}

// What the sentence says of parties: as far as the clause that denies it.
PartnerFinder::Range PartnerFinder::admitted(Range sentence) const {
  for (std::size_t t = sentence.first; t < sentence.end; ++t)
    if (denies(t)) return before_denial(sentence, t);
  return sentence;
}

bool PartnerFinder::denies(std::size_t token) const {
  const std::vector<LemmaPatternIndex::Match> said = tables_.cues_by_pattern.all(source_, token);
  return std::any_of(said.begin(), said.end(), [&](const LemmaPatternIndex::Match& match) {
    const PartnerCue& cue = tables_.cues[match.pattern];
    return cue.scope == Scope::none && cue.besides.empty();
  });
}

// The parties of an agreement: from the words on as far as its first article.
PartnerFinder::Range PartnerFinder::between(std::size_t behind) const {
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

void PartnerFinder::read_scope(Range sentence, Range cue, Scope scope) {
  const std::size_t behind = cue.end;
  const Range range = scope_of(sentence);
  const bool listed = utf8::trim(source_.after(range.end - 1)).starts_with(':') && read_table(range.end);
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
      met = add_parties(range, {true, false, 0, true});
      break;
    case Scope::signatories:
      met = add_parties(range, {true, false, kTogether, true});
      break;
    case Scope::contract: {
      // A unit must be named behind the words: "zawarła umowę z wykonawcą" makes none a party.
      const std::size_t before = found_.size();
      if (behind >= range.end || add_parties({behind, range.end}, {false, false, 1}) == 0) return;
      found_.resize(before);
      [[fallthrough]];
    }
    case Scope::own:
      if (const std::size_t parties = add_parties(range, {false, false, 0, true});
          parties > 0 && (parties < kTogether || !names_both_sides(sentence))) {
        const gazetteer::Unit* subject = subject_of(sentence, cue.first);
        if (subject == nullptr && add_subjects(sentence, cue.first) > 0) return;
        add_unit(subject != nullptr ? subject : own_unit(sentence), {});
      }
      return;
    case Scope::ours:
      add_unit(own_unit(sentence), {});
      return;
    case Scope::acting:
      if (add_parties({behind, range.end}, {}) > 0) add_acting(sentence, cue.first);
      return;
    case Scope::given:
      add_given(range);
      return;
    case Scope::joins:
      add_joining(behind);
      return;
    case Scope::members:
      if (const PlaceMention* first = behind < range.end ? mention_at(behind) : nullptr;
          first != nullptr && opens_list(*first) && add_joining(behind))
        add_parties({first->end, range.end}, {});
      return;
    case Scope::behalf:
      if (!add_joining(behind)) return;
      for (const PlaceMention* last = mention_at(behind); last != nullptr;) {
        const PlaceMention* const next = joined_behind(*last);
        if (next == nullptr || !add_joining(next->lead)) break;
        last = next;
      }
      add_acting(sentence, cue.first);
      return;
    case Scope::from:
      if (add_joining(behind)) add_unit(own_unit({behind, behind}), {});
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
      add_parties(between(behind), {false, false, kTogether, true});
      return;
    case Scope::resumes:
    case Scope::none:
      return;
  }
  if (met > 0 || listed) return;
  met = add_subjects(sentence, cue.first);
  // "Lubicz i Obrowo dogadały się z Powiatem Toruńskim": whoever is named behind the verb is one, too.
  if (met > 0) add_parties(range, {});
  // "Porozumienie zawarto w maju. Koordynuje je Gmina Lubicz, a Gmina Obrowo …": the sentence behind names
  // them.
  // "Związek założyły w 1998 r. Gmina …": the full stop of an abbreviation.
  const bool year = source_.tokens[sentence.end - 1].word->form == "r";
  if (met == 0 && ((found_.empty() && !names_party(sentence)) || year) && range.end == sentence.end)
    add_parties(next_sentence(sentence.end), {false, false, kTogether});
}

// "na wniosek Powiatu Toruńskiego, działającego w partnerstwie z …": the unit right before the words.
void PartnerFinder::add_acting(Range sentence, std::size_t cue) {
  constexpr std::size_t kNear = 2;  // tokens
  for (const PlaceMention& mention : places_.mentions)
    if (mention.unit != nullptr && mention.lead >= sentence.first && mention.end <= cue &&
        cue - mention.end < kNear)
      add_unit(mention.unit, {mention.lead, mention.end});
}

// "Lubicz i Obrowo założyły …": units whose kind is not said, joined right before the verb; how many.
std::size_t PartnerFinder::add_subjects(Range sentence, std::size_t verb) {
  if (verb == sentence.first || !is_verb(*source_.tokens[verb].word)) return 0;
  const auto is_subject = [&](const PlaceMention* mention) {
    return mention != nullptr && mention->unit != nullptr && mention->context == PlaceContext::none &&
           mention->lead >= sentence.first;
  };
  std::vector<const PlaceMention*> subjects;
  for (const PlaceMention* mention = places_.at(verb - 1); is_subject(mention);) {
    subjects.push_back(mention);
    if (!goes_on(*mention)) break;
    const bool word = utf8::trim(source_.after(mention->lead - 1)).empty();
    const std::size_t before = mention->lead - (word ? 2 : 1);
    mention = mention->lead >= sentence.first + (word ? 2 : 1) ? places_.at(before) : nullptr;
  }
  if (subjects.size() < kTogether) return 0;
  for (auto subject = subjects.rbegin(); subject != subjects.rend(); ++subject)
    add_unit((*subject)->unit, {(*subject)->lead, (*subject)->end});
  return subjects.size();
}

// Whether the whole document is of working together.
bool PartnerFinder::cooperates() const {
  return context_.kind == core::DocumentKind::partnership || context_.kind == core::DocumentKind::practice;
}

// Whether the document says what is to be, with whomever.
bool PartnerFinder::plans() const {
  return context_.kind == core::DocumentKind::strategy || context_.kind == core::DocumentKind::programme;
}

bool PartnerFinder::is_verbal_noun(std::size_t token) const {
  const auto& readings = source_.tokens[token].word->readings;
  return std::any_of(readings.begin(), readings.end(),
                     [](const language::Reading& reading) { return reading.tag.starts_with("ger"); });
}

// Whether what is signed is money given: "umowy o dofinansowanie dróg", and no word of working together.
bool PartnerFinder::tells_of_grants() const {
  if (cooperates()) return false;
  bool grants = false;
  for (std::size_t t = 0; t < source_.tokens.size(); ++t) {
    if (tables_.common.longest(source_, t).tokens > 0) return false;
    grants = grants || tables_.grants.longest(source_, t).tokens > 0;
  }
  return grants;
}

// "Gmina Lubicz | Gmina Obrowo | Powiat Toruński" on the cover of a strategy: whose it is together.
void PartnerFinder::read_cover() {
  constexpr std::size_t kCover = 25, kFewest = 3;  // lines; units
  for (std::size_t i = 0; i < std::min(source_.lines.size(), kCover); ++i) {
    const Line& line = source_.lines[i];
    std::vector<const PlaceMention*> units;
    std::size_t t = line.first_token;
    while (t < line.end_token) {
      const PlaceMention* mention = mention_at(t);
      const bool unit = mention != nullptr && mention->lead == t && mention->unit != nullptr &&
                        names_unit(*mention) && mention->end <= line.end_token;
      if (!unit) break;
      units.push_back(mention);
      t = mention->end;
      const std::string_view mark = utf8::trim(source_.after(t - 1));
      if (t < line.end_token && mark != "|" && mark != "•" && mark != "·" && mark != "–") break;
    }
    if (t < line.end_token || units.size() < kFewest) continue;
    for (const PlaceMention* unit : units) add_unit(unit->unit, {unit->lead, unit->end});
    return;
  }
}

// "… lecz stroną umowy nie jest"
bool PartnerFinder::denied(std::size_t behind, std::size_t end) const {
  return behind + 1 < end && source_.after(behind - 1) == " " && source_.tokens[behind].word->form == "nie" &&
         is_verb(*source_.tokens[behind + 1].word);
}

void PartnerFinder::read_sentence(Range sentence) {
  std::vector<std::pair<Range, Scope>> told;
  Range again;
  for (std::size_t t = sentence.first; t < sentence.end; ++t) {
    for (const LemmaPatternIndex::Match& match : tables_.cues_by_pattern.all(source_, t)) {
      const PartnerCue& cue = tables_.cues[match.pattern];
      const bool before = cue.before && sentence.first > 0;
      const Range near = {before ? sentences_.first(sentence.first - 1) : sentence.first, sentence.end};
      // "zawarcie porozumienia" in a plan: what is to be done.
      if (plans() && (cue.not_in_plans || (cue.scope != Scope::none && is_verbal_noun(t)))) continue;
      if (denied(t + match.tokens, sentence.end)) continue;
      if (only_grants_ && (cue.scope == Scope::signed_by || cue.scope == Scope::signatories)) continue;
      if (cue.scope == Scope::none) {
        if (!holds(near, cue.besides)) continue;
        again = resumed(t, sentence.end);
        sentence = before_denial(sentence, t);
      } else if ((cue.before && cooperates()) ||
                 (!(cue.before && cue.besides.empty()) && holds(near, cue.besides)))
        told.emplace_back(Range{t, t + match.tokens}, cue.scope);
    }
  }
  for (const auto& [cue, scope] : told)
    if (cue.end <= sentence.end) read_scope(sentence, cue, scope);
  if (again.first < again.end) read_sentence(again);
  if (!told.empty() && found_.empty() && unnamed_.first == unnamed_.end && leaves_unnamed(sentence))
    unnamed_ = sentence;
}

// ---- who leads, in what form

// Where the parties are named, also where nothing makes them parties there.
std::vector<PartnerFinder::Naming> PartnerFinder::namings() const {
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
void PartnerFinder::choose_leader() {
  if (found_.empty()) return;
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
std::optional<core::PartnershipForm> PartnerFinder::form() const {
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

Partnership PartnerFinder::find() {
  only_grants_ = tells_of_grants();
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
  if (context_.kind == core::DocumentKind::strategy && found_.empty()) read_cover();
  if (context_.kind == core::DocumentKind::partnership) {
    read_lists();
    read_foreign();
    if (found_.size() < kTogether) read_enumeration();
  }
  const bool tells_what_was = cooperates() || context_.kind == core::DocumentKind::news;
  if (found_.empty() && tells_what_was && !only_grants_ && unnamed_.first < unnamed_.end)
    read_unnamed(unnamed_);
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

Partnership extract_partners(const SourceText& source, const Persons& persons, const Places& places,
                             const Sentences& sentences, const Cells& cells, const PartnerContext& context,
                             const PartnerRules& rules) {
  if (source.tokens.empty()) return {};
  return PartnerFinder(source, persons, places, sentences, cells, context, rules.tables()).find();
}

}  // namespace szukajst::indexer::extract
