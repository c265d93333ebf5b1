#include "indexer/extract/partners_finder.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

// "Partnerzy: Gmina Lubicz, Gmina Obrowo", "Lista partnerów:" over a list.
void PartnerFinder::read_label(std::size_t token, std::size_t line) {
  const LemmaPatternIndex::Match match = tables_.labels.longest(source_, token);
  if (match.tokens == 0 || tables_.other_labels.longest(source_, token).tokens > 0) return;
  const Line& own = source_.lines[line];
  std::size_t behind = token + match.tokens;
  // "Partnerzy w projekcie:"
  constexpr std::size_t kFurther = 3;
  for (std::size_t more = 0; more < kFurther && behind < own.end_token; ++more, ++behind)
    if (source_.after(behind - 1) != " " || capitalised(source_.token(behind))) break;
  const std::string_view gap = source_.after(behind - 1), mark = utf8::trim(gap);
  const bool dash =
      mark.starts_with("- ") || mark == "-" || mark == "–" || mark == "|" || mark.starts_with("..");
  const bool alone = behind == own.end_token && (token == own.first_token || begins_heading(token)) &&
                     (mark.empty() || source_.line(line).ends_with(mark));
  const bool wide = gap.find("  ") != std::string_view::npos || gap.find('\t') != std::string_view::npos;
  if (!mark.starts_with(':') && !dash && !wide && !(alone && mark.empty())) return;
  std::size_t end = own.end_token;
  if (behind == own.end_token) {
    std::size_t last = line;
    // "Obserwator: Starosta Toruński" is none of them.
    while (last + 1 < source_.lines.size() && source_.lines[last + 1].blank_before == 0 &&
           !source_.line(last + 1).ends_with(':') && !denies(source_.lines[last + 1].first_token))
      ++last;
    end = source_.lines[last].end_token;
    if (mark.empty() && read_items(line + 1, last + 1)) return;
    if (last == line && (read_blocks(line + 1) || read_table(own.end_token) || read_numbered(line + 1)))
      return;
  } else {
    // Items of a list that begin in the label's line, and the lines that are set in or stand behind a comma.
    std::size_t last = line;
    while (last + 1 < source_.lines.size() && source_.lines[last + 1].blank_before == 0 &&
           (source_.lines[last + 1].indent > own.indent + 3 || source_.line(last).ends_with(',')) &&
           !source_.line(last + 1).ends_with(':'))
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
  if (begins_with_staff({behind, end})) return;
  const std::size_t least = is_keeper(token) ? kTogether : 0;
  if (add_parties({behind, end}, {true, true, least}) > 0 && context_.practice != nullptr)
    add_unit(own_unit({token, token}), {});
}

// "Gmina Lubicz", "Fundacja Nasza Rzeka", "Bank Spółdzielczy w Lubiczu", each on its line below "Członkowie",
// maybe with headings between; as far as lines that name nobody go on. True where most of them name a party.
bool PartnerFinder::read_items(std::size_t line, std::size_t end) {
  constexpr std::size_t kFewest = 3, kMostOthers = 2;  // parties; lines in a row that name none
  constexpr std::size_t kLongest = 80;                 // bytes of an item
  const std::size_t before = found_.size();
  std::size_t parties = 0, lines = 0, others = 0;
  for (std::size_t i = line; i < end && others <= kMostOthers; ++i) {
    const std::string_view text = source_.line(i);
    const Line& own = source_.lines[i];
    const Person* const person = persons_.covering(own.first_token);
    const bool abbreviated = source_.token(own.end_token - 1).size() <= 3;  // "Sp. z o.o."
    if (text.size() > kLongest || (text.ends_with('.') && !abbreviated) || text.ends_with(',') ||
        !capitalised(source_.token(own.first_token)) ||
        (person != nullptr && person->first == own.first_token))
      break;
    ++lines;
    const bool named = add_parties({own.first_token, own.end_token}, {true, true, 0}) > 0;
    // "Zajazd „Pod Lipą” Jan Mak": a name of its own, though no word of the tables begins it.
    const bool quoted =
        !named && parties > 0 && capitalised(text) && text.find(" „") != std::string_view::npos;
    if (quoted) add_name(utf8::collapse(text), {own.first_token, own.end_token});
    parties += named || quoted ? 1 : 0;
    others = named || quoted ? 0 : others + 1;
  }
  if (parties >= kFewest && 2 * parties >= lines) return true;
  found_.resize(before);
  return false;
}

// "Gmina Lubicz", below it "wójt: Jan Mak" and how to reach him; an empty line, and the next one so: cards of
// members below "Partnerzy". True where there are two at least.
bool PartnerFinder::read_blocks(std::size_t line) {
  constexpr std::size_t kMostLines = 6, kFewest = 2;
  const auto ends_block = [&](std::size_t i) {
    return i >= source_.lines.size() || source_.lines[i].blank_before > 0;
  };
  std::vector<std::size_t> heads;
  bool told = false;  // a line below a head that says something of it
  while (line < source_.lines.size()) {
    std::size_t end = line + 1;
    while (!ends_block(end)) ++end;
    const auto tells = [&](std::size_t i) {
      const std::string_view text = source_.line(i);
      return text.find(':') != std::string_view::npos || text.find("www.") != std::string_view::npos ||
             text.find('@') != std::string_view::npos;
    };
    bool block = end - line <= kMostLines && !tells(line) && !source_.line(line).ends_with('.') &&
                 capitalised(source_.token(source_.lines[line].first_token));
    for (std::size_t i = line + 1; block && i < end; ++i) block = tells(i);
    if (!block) break;
    told = told || end - line > 1;
    heads.push_back(line);
    line = end;
  }
  if (heads.size() < kFewest || !told) return false;
  for (const std::size_t head : heads)
    add_parties({source_.lines[head].first_token, source_.lines[head].end_token}, {true, true, 0});
  return true;
}

// "Należą do niego:", and below it a table: in each row whoever is named first in a cell of his own. True
// where there are two rows of them at least.
bool PartnerFinder::read_table(std::size_t behind) {
  constexpr std::size_t kNear = 16, kFewest = 2;  // tokens of the heads; rows
  const std::vector<Cell>& cells = cells_.all();
  auto cell = std::ranges::lower_bound(cells, behind, {}, &Cell::first);
  if (cell == cells.end() || cell->first > behind + kNear) return false;
  const std::size_t before = found_.size(), begin = cell->first;
  std::size_t rows = 0, done = cells.back().row + 1;  // the last row that named somebody
  // A table without heads: what was taken for one is its first row.
  for (auto head = cell; head != cells.end() && head->row == cell->row && rows == 0; ++head)
    if (head->head_first >= behind)
      rows += add_parties({head->head_first, head->head_end}, {true, true, 0, true}) > 0 ? 1 : 0;
  for (; cell != cells.end() && cell->head_first < begin; ++cell) {
    if (cell->row == done || add_parties({cell->first, cell->end}, {true, true, 0, true}) == 0) continue;
    done = cell->row;
    ++rows;
  }
  if (rows >= kFewest) return true;
  found_.resize(before);
  return false;
}

// "1. Gmina Lubicz Jan Mak Wójt", and the next rows so, below "Sygnatariusze": a table of which recognition
// has kept the rows alone, maybe below its head. True where there are two rows at least.
bool PartnerFinder::read_numbered(std::size_t line) {
  constexpr std::size_t kFewest = 2;
  const auto unit_of = [&](std::size_t i) -> const PlaceMention* {
    const Line& row = source_.lines[i];
    const std::size_t first = row.first_token + 1;
    if (first >= row.end_token || source_.tokens[row.first_token].token.kind != language::TokenKind::number)
      return nullptr;
    const PlaceMention* mention = mention_at(first);
    return mention != nullptr && mention->unit != nullptr && names_unit(*mention) ? mention : nullptr;
  };
  if (line < source_.lines.size() && unit_of(line) == nullptr) ++line;  // "Lp. Jednostka Reprezentant"
  std::size_t end = line;
  while (end < source_.lines.size() && source_.lines[end].blank_before <= 1 && unit_of(end) != nullptr) ++end;
  if (end < line + kFewest) return false;
  for (; line < end; ++line)
    add_parties({source_.lines[line].first_token + 1, unit_of(line)->end}, {true, true, 0});
  return true;
}

// "2. Skład partnerstwa": a heading's first word behind its number.
bool PartnerFinder::begins_heading(std::size_t token) const {
  if (token == 0 || source_.lines[source_.line_of_token(token)].first_token != token - 1) return false;
  const std::string_view gap = source_.after(token - 1);
  return source_.tokens[token - 1].token.kind == language::TokenKind::number &&
         (gap == ". " || gap == ") " || gap == " ");
}

void PartnerFinder::read_labels() {
  const Range card = card_tokens();
  for (std::size_t i = 0; i < source_.lines.size(); ++i) {
    const Line& line = source_.lines[i];
    if (line.first_token >= card.first && line.first_token < card.end) continue;
    for (std::size_t t = line.first_token; t < line.end_token; ++t) {
      if (!tables_.labels.may_begin(*source_.tokens[t].word)) continue;
      const std::string_view before = t == line.first_token ? "|" : source_.after(t - 1);
      if (begins_heading(t) || before.find('|') != std::string_view::npos ||
          before.find("•") != std::string_view::npos || before.find("  ") != std::string_view::npos ||
          before.find('\t') != std::string_view::npos)
        read_label(t, i);
    }
  }
}

// Whether the label is one of those that name whose a practice is: two together are its partners.
bool PartnerFinder::is_keeper(std::size_t label) const {
  return std::any_of(tables_.keepers.begin(), tables_.keepers.end(),
                     [&](const LemmaPattern& keeper) { return keeper.match(source_, label) > 0; });
}

// "Anna Mak, dyrektor Domu Kultury": a person, and where he works.
bool PartnerFinder::begins_with_staff(Range value) const {
  const Person* const person = value.first < value.end ? persons_.covering(value.first) : nullptr;
  return person != nullptr && person->end < value.end &&
         tables_.staff.longest(source_, person->end).tokens > 0;
}

// Nothing at the end of the text where there is no card.
PartnerFinder::Range PartnerFinder::card_tokens() const {
  if (context_.practice == nullptr) return {source_.tokens.size(), source_.tokens.size()};
  const Practice& card = *context_.practice;
  return {source_.lines[card.first_line].first_token, source_.lines[card.end_line - 1].end_token};
}

// The values of a practice's card whose labels name partners.
void PartnerFinder::read_card() {
  const Practice& reading = *context_.practice;
  bool any = false;
  for (std::size_t i = 0; i < reading.card.size(); ++i) {
    const Range label = tokens_of(reading.labels[i]), value = tokens_of(reading.values[i]);
    if (value.first == value.end) continue;
    read_sentence(value);
    if (tables_.labels.longest(source_, label.first).tokens == 0 || begins_with_staff(value)) continue;
    any |= add_parties(value, {true, true, is_keeper(label.first) ? kTogether : 0}) > 0;
  }
  if (any) add_unit(keeper(), {});
}

// "Gmina Lubicz", "Powiat Toruński": the unit itself, not its head.
bool PartnerFinder::names_unit(const PlaceMention& mention) const {
  return capitalised(source_.token(mention.lead)) && tables_.kinds.has(*source_.tokens[mention.lead].word);
}

// The unit or the organisation that begins an item or a table's row, behind its bullet, number or other
// cells, or the office of its head; the line's end where none does.
std::size_t PartnerFinder::first_in_item(std::size_t line) const {
  const Line& own = source_.lines[line];
  if (!in_list(line) && source_.line(line).ends_with('.') && own.end_token - own.first_token > 2)
    return own.end_token;
  for (std::size_t t = own.first_token; t < own.end_token; ++t)
    if (denies(t)) return own.end_token;  // "Gmina Lubicz może przystąpić …"
  const bool bulleted = own.range.begin < source_.tokens[own.first_token].token.range.begin;
  for (std::size_t t = own.first_token; t < own.end_token; ++t) {
    const PlaceMention* mention = mention_at(t);
    if (mention != nullptr && mention->unit != nullptr) {
      if (mention->lead < own.first_token) break;  // "… i gmina | Lubicz."
      // "Starosta Toruński gościem pikniku" is no item; "Starosta Toruński – Jan Mak" is one.
      const bool parted = !only_space(source_.after(mention->end - 1)) || mention->end == own.end_token ||
                          persons_.covering(mention->end) != nullptr;
      return parted || names_unit(*mention) ? t : own.end_token;
    }
    if ((t > own.first_token || bulleted) && head_of(t, own.end_token) < own.end_token) return t;
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
void PartnerFinder::read_lists() {
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
void PartnerFinder::read_enumeration() {
  for (std::size_t i = 0; i + 1 < sentences_.starts.size(); ++i)
    if (add_parties({sentences_.starts[i], sentences_.starts[i + 1]}, {false, true, kListed}) > 0) return;
}

// "zainteresowane gminy podpisały z powiatem porozumienie": units that work together, by something of a form
// that the tables know, and of which the sentence says no names.
bool PartnerFinder::leaves_unnamed(Range sentence) const {
  bool form = false;
  for (std::size_t t = sentence.first; t < sentence.end && !form; ++t)
    form = tables_.forms_by_pattern.longest(source_, t).tokens != 0;
  if (!form) return false;
  for (std::size_t t = sentence.first; t < sentence.end; ++t) {
    const language::Word& word = *source_.tokens[t].word;
    if (places_.at(t) != nullptr || (!has_lemma(word, "gmina") && !has_lemma(word, "samorząd"))) continue;
    const bool plural = std::any_of(word.readings.begin(), word.readings.end(), [](const auto& reading) {
      const Grammar known = grammar(reading);
      return known.plural && (known.cases & (kNominative | kInstrumental)) != 0;
    });
    if (plural) return true;
  }
  return false;
}

// Then they are those that the text enumerates first, and its county where the sentence speaks of one.
void PartnerFinder::read_unnamed(Range sentence) {
  std::vector<const PlaceMention*> list;
  for (const PlaceMention& mention : places_.mentions) {
    const bool municipality =
        mention.unit != nullptr && mention.unit->kind() == core::PlaceKind::municipality;
    if (!list.empty() && (!municipality || !goes_on(mention) ||
                          sentences_.of[mention.first] != sentences_.of[list.back()->first])) {
      if (list.size() >= kListed) break;
      list.clear();
    }
    if (municipality) list.push_back(&mention);
  }
  if (list.size() < kListed) return;
  for (const PlaceMention* mention : list) add_unit(mention->unit, {mention->lead, mention->end});
  for (std::size_t t = sentence.first; t < sentence.end; ++t)
    if (places_.at(t) == nullptr && has_lemma(*source_.tokens[t].word, "powiat"))
      add_unit(places_.county, {});
}

// Where the country that stands behind a town abroad ends: "Rinteln (Niemcy)", "Rinteln (Republika Federalna
// Niemiec)", "Rinteln w Niemczech" in an item of a list; the token itself where no country does.
std::size_t PartnerFinder::country_behind(std::size_t town) const {
  constexpr std::size_t kMost = 4;  // tokens of a country's name
  const auto is_country = [&](std::size_t token) {
    const std::vector<std::string>& lemmas = source_.tokens[token].word->lemmas;
    return std::any_of(lemmas.begin(), lemmas.end(),
                       [&](const std::string& lemma) { return tables_.countries.contains(lemma); }) ||
           (capitalised(source_.token(token)) && tables_.abroad.has(*source_.tokens[token].word));
  };
  std::size_t t = town + 1;
  if (t >= source_.tokens.size()) return town;
  if (source_.after(town) == " (") {
    bool country = false;
    for (; t < source_.tokens.size() && t <= town + kMost; ++t) {
      country = country || is_country(t);
      if (source_.after(t) != " ") break;
    }
    return country && t < source_.tokens.size() && source_.after(t).starts_with(")") ? t + 1 : town;
  }
  const std::string& in = source_.tokens[t].word->form;
  const bool placed = (in == "w" || in == "we" || in == "na") && source_.after(town) == " " &&
                      t + 1 < source_.tokens.size() && source_.after(t) == " ";
  return placed && capitalised(source_.token(t + 1)) && is_country(t + 1) ? t + 2 : town;
}

// "Rinteln (Niemcy)": a town abroad, and with it the unit whose partner it is.
void PartnerFinder::read_foreign() {
  for (std::size_t t = 0; t + 1 < source_.tokens.size(); ++t) {
    if (!capitalised(source_.token(t)) || country_behind(t) == t) continue;
    const std::size_t line = source_.lines[source_.line_of_token(t)].first_token;
    std::size_t first = t;
    while (first > line && capitalised(source_.token(first - 1)) &&
           (source_.after(first - 1) == " " || source_.after(first - 1) == "-"))
      --first;
    if (places_.at(first) != nullptr && places_.at(first)->unit != nullptr) continue;
    // "powiatem Jesenik (Czechy)"; else only at a line's beginning, and behind a label, a name stands in the
    // nominative.
    const std::string_view before = first == line ? std::string_view{} : source_.after(first - 1);
    const auto* const kind =
        before != " " ? kUnitKinds.end() : std::find_if(kUnitKinds.begin(), kUnitKinds.end(), [&](auto k) {
          return has_lemma(*source_.tokens[first - 1].word, k);
        });
    const bool listed = first == line || before == ": " || before == ", " || before.ends_with("), ");
    const bool bracketed = source_.after(t) == " (";
    if (!(bracketed ? listed || kind != kUnitKinds.end() : first == line)) continue;
    const std::size_t begin = source_.tokens[first].token.range.begin;
    const std::string name(source_.text().substr(begin, source_.tokens[t].token.range.end - begin));
    add_name(kind == kUnitKinds.end() ? name : std::string(*kind) + " " + name, {first, t + 1});
    const bool at_home = std::any_of(found_.begin(), found_.end(),
                                     [](const Party& party) { return party.partner.teryt.has_value(); });
    if (!at_home) add_unit(own_unit({first, first}), {});
  }
}

}  // namespace szukajst::indexer::extract
