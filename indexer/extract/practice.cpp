#include "indexer/extract/practice.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/line_cells.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kLongestLabel = 60;  // code points
constexpr std::size_t kFewestKnown = 3;    // labels that make a card
constexpr std::size_t kManyKnown = 4;      // that do so in a document of practices, though none is sure
constexpr std::size_t kMostKnown = 6;      // that do so anywhere, with few others between them
constexpr std::size_t kLongestDate = 26;   // bytes
constexpr std::size_t kLongestValue = 6;   // lines
constexpr std::size_t kProse = 160;        // bytes of a line that is no value of a card

// How the labels and values of a line are set apart.
enum class Layout { colon, dash, row, columns, leaders, inlined, space };

struct Field {
  std::string_view label, value;  // of the text
};

// A card as it is being read.
struct Card {
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<core::Evidence> evidence;
  std::vector<core::ByteRange> labels, values;
  std::size_t sure = 0, known = 0;
  bool marked = false;             // whether a mark of its own parts labels and values
  std::size_t begin = 0, end = 0;  // lines

  // Of two readings of a text the one that knows more, and leaves less open, is right.
  std::size_t worth() const {
    const auto open = static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(), [](const auto& field) { return field.second.empty(); }));
    return 2 * known + fields.size() - std::min(fields.size(), 2 * open);
  }
};

std::string_view without_bullet(std::string_view text) {
  for (const std::string_view bullet : {"• ", "▪ ", "► ", "* ", "- ", "– ", "» "})
    if (text.starts_with(bullet)) return utf8::trim(text.substr(bullet.size()));
  // "1. ", "12) ", "a) "
  const std::size_t mark = text.substr(0, 3).find_first_of(".)");
  const bool letter = mark == 1 && text[1] == ')';
  const bool number = mark != std::string_view::npos && mark > 0 && mark <= 2 &&
                      std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(mark),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if ((letter || number) && text.substr(mark + 1).starts_with(" ")) return utf8::trim(text.substr(mark + 1));
  return text;
}

// Whether a small letter stands at `at`.
bool starts_small(std::string_view text, std::size_t at) {
  const char32_t c = utf8::next(text, at);
  return utf8::is_letter(c) && !utf8::is_upper(c);
}

bool capitals(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (utf8::upper(c) != c) return false;
  }
  return true;
}

// What stands behind leading dots, and what scanners read in a row of them.
std::string_view behind_leaders(std::string_view text) {
  std::size_t last = 0;
  for (const std::string_view leader : {"..", "…", "__", ". ."})
    if (const std::size_t at = text.rfind(leader); at != std::string_view::npos)
      last = std::max(last, at + leader.size());
  text = text.substr(last);
  while (!text.empty() && (text.front() == '.' || text.front() == '_' || text.front() == ' '))
    text.remove_prefix(1);
  constexpr std::size_t kRun = 4;
  const std::size_t other = text.empty() ? 0 : text.find_first_not_of(text.front());
  if (other != std::string_view::npos && other >= kRun) text = text.substr(other);
  // "cceęees toruński": letters of the shape of dots; next to no word is made of four of them.
  constexpr std::u32string_view kDots = U"ceoćęéó";
  constexpr std::size_t kFewest = 4;
  std::size_t at = 0, letters = 0;
  bool word = false;
  for (; at < text.size(); ++letters) {
    std::size_t behind = at;
    const char32_t c = utf8::next(text, behind);
    word = word || (c != 's' && kDots.find(c) == std::u32string_view::npos);
    if (word || c == ' ') break;
    at = behind;
  }
  if (letters >= kFewest && at < text.size() && text[at] == ' ') text = text.substr(at);
  return utf8::trim(text);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "64.000", "1.869.000": three digits behind a full stop, which days and years are not.
bool has_dotted_thousands(std::string_view value) {
  const std::size_t dot = value.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || !is_digit(value[dot - 1])) return false;
  const std::string_view behind = value.substr(dot + 1);
  const auto end = std::ranges::find_if_not(behind, is_digit);
  return end - behind.begin() == 3;
}

// "120 000,00", "64.000 zł"
bool is_amount(std::string_view value) {
  constexpr std::size_t kFewestDigits = 4, kMostLetters = 3;
  std::size_t digits = 0, others = 0;
  for (const char c : value) {
    if (is_digit(c))
      ++digits;
    else if (c != ' ' && c != ',' && c != '.')
      ++others;
  }
  const bool grouped = value.find_first_of(" ,") != std::string_view::npos || has_dotted_thousands(value);
  return digits >= kFewestDigits && others <= kMostLetters && grouped;
}

// A line without its bullet, and which marks it has that may part labels and values.
struct Look {
  std::string_view text;
  bool colon = false, dash = false, bar = false, wide = false, leader = false;

  bool may_have(Layout layout) const {
    switch (layout) {
      case Layout::colon:
      case Layout::inlined:
        return colon;
      case Layout::dash:
        return dash;
      case Layout::row:
        return bar;
      case Layout::columns:
        return wide;
      case Layout::leaders:
        return leader;
      case Layout::space:
        break;
    }
    return true;
  }
};

Look look_of(std::string_view text) {
  Look look{text};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    switch (text[at]) {
      case ':':
        look.colon = true;
        break;
      case '|':
        look.bar = true;
        break;
      case '\t':
        look.wide = true;
        break;
      case ' ':
        look.wide = look.wide || next == ' ';
        look.dash = look.dash || next == '-' || text.substr(at).starts_with(" –");
        break;
      case '.':
        look.leader = look.leader || next == '.' || next == ' ';
        break;
      case '_':
        look.leader = look.leader || next == '_';
        break;
      case '\xE2':
        look.leader = look.leader || text.substr(at).starts_with("…");
        break;
      default:
        break;
    }
  }
  return look;
}

class Reader {
 public:
  Reader(const SourceText& source, const PracticeLabels& labels, const DateRules& dates)
      : source_(source), labels_(labels), dates_(dates) {
    looks_.reserve(source.lines.size());
    for (const Line& line : source.lines) {
      headings_.push_back(labels.heading(line.range.in(source.text())));
      looks_.push_back(look_of(without_bullet(line.range.in(source.text()))));
    }
  }

  std::optional<Practice> read();

 private:
  std::size_t size() const { return source_.lines.size(); }
  std::string_view line(std::size_t i) const { return looks_[i].text; }
  int blank_before(std::size_t i) const { return source_.lines[i].blank_before; }
  bool looks_like_label(std::string_view text) const;

  // Fields of one line.
  std::vector<Field> fields(std::size_t line, Layout layout) const;
  std::vector<Field> marked_field(std::string_view text, std::size_t at, std::size_t width) const;
  std::vector<Field> cell_fields(const std::vector<std::string_view>& cells) const;
  std::vector<Field> inlined_fields(std::string_view text) const;
  Field next_field(std::string_view value) const;
  std::vector<Field> leader_field(std::string_view text) const;
  std::vector<Field> spaced_fields(std::string_view text) const;
  std::vector<Field> capitals_field(std::string_view text) const;

  // Cards that begin at a line; without fields where none does.
  Card lines_card(std::size_t begin, Layout layout) const;
  Card stacked_card(std::size_t begin) const;
  Card listed_card(std::size_t begin) const;
  Card crossed_card(std::size_t begin) const;

  enum class Style { none, colon, capitals, plain };
  Style label_style(std::size_t line) const;
  bool label_of_style(std::size_t line, Style style) const;
  bool first_of_labels(std::size_t line) const;
  bool label_of_block(std::size_t line) const;
  bool section_within(std::size_t line, Layout layout) const;
  void part_alternating(std::size_t label, std::vector<std::size_t>& labels, std::size_t end,
                        bool single) const;

  void add(Card& card, std::string_view label, std::string_view value) const;
  void go_on(Card& card, std::string_view more, bool item) const;
  bool continues(std::size_t line, Layout layout, const std::string& value) const;
  bool of_practices() const;
  bool repeated_elsewhere(const Card& card) const;
  bool is_card(const Card& card, std::size_t begin) const;
  std::string value_of(std::string_view text) const;

  const SourceText& source_;
  const PracticeLabels& labels_;
  const DateRules& dates_;
  std::vector<bool> headings_;                // by line: whether it begins a card
  std::vector<Look> looks_;                   // by line
  mutable std::optional<bool> of_practices_;  // once asked
  mutable std::unordered_map<std::string_view, int>
      heads_;  // of lines, up to a colon, and how often; once asked
};

bool Reader::looks_like_label(std::string_view text) const {
  if (text.empty() || !capitalised(text) || utf8::length(text) > kLongestLabel ||
      text.find_first_of("!?;|\"") != std::string_view::npos || text.find("„") != std::string_view::npos ||
      text.find(": ") != std::string_view::npos)
    return false;
  // "Zgłosił(a)"
  if (text.ends_with("(a)")) text.remove_suffix(std::string_view("(a)").size());
  return text.find_first_of(".(") == std::string_view::npos || labels_.known(text);
}

// ---- fields of one line

std::vector<Field> Reader::marked_field(std::string_view text, std::size_t at, std::size_t width) const {
  if (at == std::string_view::npos) return {};
  const std::string_view label = utf8::trim(text.substr(0, at)), value = utf8::trim(text.substr(at + width));
  if (!looks_like_label(label) || value.empty()) return {};
  return {{label, value}};
}

// "Liczba mieszkańców 104 750": a label as wide as its column; the cells beside it part it.
std::vector<Field> Reader::cell_fields(const std::vector<std::string_view>& cells) const {
  std::vector<Field> found;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i + 1 < cells.size() && looks_like_label(cells[i])) {
      found.push_back({cells[i], cells[i + 1]});
      ++i;
      continue;
    }
    const std::size_t label = labels_.match(cells[i]).bytes;
    const std::string_view value = utf8::trim(cells[i].substr(label));
    // "Nr karty: 118 | Dodano: 30.03.2023" is no row of a table.
    if (label == 0 || value.empty() || value.starts_with(':')) return {};
    found.push_back({cells[i].substr(0, label), value});
  }
  const bool any =
      std::any_of(found.begin(), found.end(), [&](const Field& f) { return labels_.known(f.label); });
  return any || cells.size() == 2 ? found : std::vector<Field>{};
}

// " suski Rok: 2015": a known label with its colon within a value, and all behind it; empty where there is
// none.
Field Reader::next_field(std::string_view value) const {
  for (std::size_t colon = value.find(':'); colon != std::string_view::npos;
       colon = value.find(':', colon + 1))
    for (std::size_t space = value.find(' ', 1); space < colon; space = value.find(' ', space + 1)) {
      const std::string_view label = value.substr(space + 1, colon - space - 1);
      if (capitalised(label) && labels_.match(label, true).bytes == label.size())
        return {label, value.substr(colon + 1)};
    }
  return {};
}

// Where a slash parts fields: "/ Gmina: Zawoja / Powiat: suski /", but "kultura / sport" and "2018/2019" are
// values; npos where none does.
std::size_t parting_slash(std::string_view text, std::size_t from) {
  constexpr std::string_view kSlash = " / ";
  for (std::size_t at = text.find(kSlash, from); at != std::string_view::npos;
       at = text.find(kSlash, at + 1)) {
    const std::size_t behind = at + kSlash.size();
    if (text.substr(behind, text.find(kSlash, behind) - behind).find(": ") != std::string_view::npos)
      return at;
  }
  return std::string_view::npos;
}

// "Typ: gmina • Powiat: suski | Rok: 2015", "Gmina: Zawoja      Powiat: suski", "Gmina: Zawoja Powiat: suski"
std::vector<Field> Reader::inlined_fields(std::string_view text) const {
  static constexpr std::array<std::string_view, 7> kMarks = {"•", "|", "·", "▪", ";", "  ", "\t"};
  if (text.starts_with("/ ")) text = text.substr(2);
  if (text.ends_with(" /")) text = text.substr(0, text.size() - 2);
  std::size_t slash = parting_slash(text, 0);
  std::vector<Field> found;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.size(), width = 0;
    for (const std::string_view mark : kMarks)
      if (const std::size_t at = text.find(mark, begin); at < end) {
        end = at;
        width = mark.size();
      }
    if (slash < begin) slash = parting_slash(text, begin);
    if (slash < end) {
      end = slash;
      width = std::string_view(" / ").size();
    }
    const std::string_view part = utf8::trim(text.substr(begin, end - begin));
    begin = end + width;
    if (part.empty()) continue;
    const std::size_t colon = part.find(':');
    const bool labelled = colon != std::string_view::npos && looks_like_label(part.substr(0, colon)) &&
                          !part.substr(colon + 1).starts_with("//");
    if (labelled) {
      std::string_view label = part.substr(0, colon), value = part.substr(colon + 1);
      for (Field next = next_field(value); !next.label.empty(); next = next_field(value)) {
        const auto length = static_cast<std::size_t>(next.label.data() - value.data());
        found.push_back({label, utf8::trim(value.substr(0, length))});
        label = next.label;
        value = next.value;
      }
      found.push_back({label, utf8::trim(value)});
    } else if (!found.empty()) {
      // "Telefon:   56 000 00 00": the value, or more of it.
      std::string_view& value = found.back().value;
      const char* const from = value.empty() ? part.data() : value.data();
      value = std::string_view(from, static_cast<std::size_t>(part.data() + part.size() - from));
    } else {
      return {};
    }
  }
  return found.size() >= 2 ? found : std::vector<Field>{};
}

std::vector<Field> Reader::leader_field(std::string_view text) const {
  const std::size_t dots = std::min({text.find("..."), text.find("…"), text.find("___"), text.find(". . .")});
  if (dots == std::string_view::npos) return {};
  std::string_view label = utf8::trim(text.substr(0, dots));
  const std::string_view value = behind_leaders(text.substr(dots));
  if (label.ends_with(':')) label.remove_suffix(1);
  if (!capitalised(label) || utf8::length(label) > kLongestLabel || value.empty()) return {};
  return {{label, value}};
}

// " _ suski": without what is left of the line of a table or of a form.
std::string_view without_rule(std::string_view value) {
  value = utf8::trim(value);
  for (std::size_t end = value.find_first_not_of("_|~"); end > 0 && end < value.size() && value[end] == ' ';
       end = value.find_first_not_of("_|~"))
    value = utf8::trim(value.substr(end));
  return value;
}

// "KONIEC 31.12.2018" in a card whose labels are in capitals: a label is what is, known or not.
std::vector<Field> Reader::capitals_field(std::string_view text) const {
  constexpr std::size_t kShortestLabel = 4, kMostWords = 4;
  std::size_t end = 0, words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t behind = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, behind - at);
    const FoldedWords letters = folded_words(word, 1);
    if (letters.empty() || !capitals(word) || word.find_first_of("0123456789.,:;") != std::string_view::npos)
      break;
    end = behind;
    ++words;
    at = std::min(text.find_first_not_of(' ', behind), text.size());
  }
  const std::string_view label = text.substr(0, end), value = without_rule(text.substr(end));
  if (words > kMostWords || utf8::length(label) < kShortestLabel || value.empty() || !looks_like_label(label))
    return {};
  return {{label, value}};
}

// "Powiat suski", "Gmina Zawoja Liczba mieszkańców 9 100": labels that only their words tell.
std::vector<Field> Reader::spaced_fields(std::string_view text) const {
  const std::size_t first = labels_.match(text).bytes;
  const std::size_t space = std::min(text.find_first_not_of("_.,;~", first), text.size());
  if (first == 0 || space + 1 >= text.size() || !capitalised(text) || text[space] != ' ') return {};
  static constexpr std::array<std::string_view, 7> kMarks = {"  ", "\t", "|", "..", " – ", " - ", "• "};
  // "AUTOR KARTY  Zofia Lis": in a scan blanks may be wider in one row than in the others.
  const std::size_t value_at = std::min(text.find_first_not_of(' ', space), text.size());
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.find(mark, mark == "  " ? value_at : 0);
    // "Okres realizacji marzec 2021 – grudzień 2022"
    const bool range = at != std::string_view::npos && at > 0 && mark.size() > 2 && mark.back() == ' ' &&
                       utf8::is_digit(static_cast<unsigned char>(text[at - 1]));
    if (at != std::string_view::npos && !range) return {};
  }
  std::vector<Field> found = {{text.substr(0, first), without_rule(text.substr(space))}};
  for (std::size_t at = text.find(' ', space + 1); at != std::string_view::npos;
       at = text.find(' ', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (!capitalised(rest) || text[at - 1] == ',') continue;
    const std::size_t label = labels_.match(rest, true).bytes;
    if (label == 0 || label >= rest.size()) continue;
    Field& before = found.back();
    const auto value = static_cast<std::size_t>(before.value.data() - text.data());
    if (value >= at) continue;  // "Partner Gmina Zawoja": the label's own value
    before.value = utf8::trim(text.substr(value, at - value));
    found.push_back({rest.substr(0, label), utf8::trim(rest.substr(label))});
    at += label;
  }
  return found;
}

std::vector<Field> Reader::fields(std::size_t at, Layout layout) const {
  if (!looks_[at].may_have(layout)) return {};
  const std::string_view text = line(at);
  switch (layout) {
    case Layout::colon: {
      const std::size_t colon = text.find(':');
      // "13:30", "https://": no label.
      if (colon != std::string_view::npos && colon + 1 < text.size() &&
          (text[colon + 1] == '/' || utf8::is_digit(static_cast<unsigned char>(text[colon + 1]))))
        return {};
      return marked_field(text, colon, 1);
    }
    case Layout::dash: {
      const std::size_t plain = text.find(" - "), dash = text.find(" – ");
      return plain < dash ? marked_field(text, plain, 3)
                          : marked_field(text, dash, std::string_view(" – ").size());
    }
    case Layout::row: {
      const std::vector<std::string_view> cells = barred_cells(text);
      // "w tym dofinansowanie | 772 000 zł"
      const auto amount = [](std::string_view value) {
        return !value.empty() && utf8::is_digit(static_cast<unsigned char>(value[0]));
      };
      if (cells.size() == 2 && (looks_like_label(cells[0]) || amount(cells[1])))
        return {{cells[0], cells[1]}};
      return cells.size() % 2 == 0 ? cell_fields(cells) : std::vector<Field>{};
    }
    case Layout::columns: {
      const std::vector<std::string_view> cells = spaced_cells(text);
      return cells.size() >= 2 ? cell_fields(cells) : std::vector<Field>{};
    }
    case Layout::inlined: {
      if (text.find(':') == std::string_view::npos) return {};
      std::vector<Field> found = inlined_fields(text);
      if (found.empty()) found = fields(at, Layout::colon);
      if (found.empty() && text.ends_with(':') && labels_.known(text))
        return {{text.substr(0, text.size() - 1), {}}};
      return found;
    }
    case Layout::leaders:
      return leader_field(text);
    case Layout::space:
      return headings_[at] ? std::vector<Field>{} : spaced_fields(text);
  }
  return {};
}

// ---- cards

void Reader::add(Card& card, std::string_view label, std::string_view value) const {
  const PracticeLabels::Match match = labels_.match(label);
  card.sure += match.sure ? 1 : 0;
  card.known += match.bytes > 0 ? 1 : 0;
  card.fields.emplace_back(utf8::collapse(label), std::string(value));
  card.labels.push_back(source_.place(label));
  card.values.push_back(value.empty() ? core::ByteRange{} : source_.place(value));
  card.evidence.push_back({card.labels.back()});
  core::add_evidence(card.evidence.back(), card.values.back());
}

// A further line of the last value.
void Reader::go_on(Card& card, std::string_view more, bool item) const {
  std::string& value = card.fields.back().second;
  const bool joined = item && !value.empty() && !value.ends_with(',') && !value.ends_with(';');
  value += (value.empty() ? "" : joined ? ", " : " ") + utf8::collapse(more);
  core::ByteRange& where = card.values.back();
  const core::ByteRange here = source_.place(more);
  where = where.begin == where.end ? here : core::ByteRange{where.begin, here.end};
  core::add_evidence(card.evidence.back(), here);
}

// Whether the line goes on with the value of the field before it.
bool Reader::continues(std::size_t at, Layout layout, const std::string& value) const {
  constexpr std::size_t kShort = 80;  // bytes
  const Line& here = source_.lines[at];
  if (here.blank_before > 1 || headings_[at]) return false;
  // A scanner sets lines of one value apart.
  const bool apart = here.blank_before > 0;
  if (apart && line(at).size() > kShort) return false;
  if ((!apart && (here.indent > 0 || value.empty())) || value.ends_with(',')) return true;
  // Where a scanner set every field apart, a line that is not goes on with the value above it.
  const bool spaced = !apart && at > 0 && blank_before(at - 1) > 0;
  // The card goes on soon behind it.
  const std::size_t most = at + (apart ? 2 : kLongestValue);
  for (std::size_t next = at + 1; next < size() && next < most; ++next) {
    if (blank_before(next) > 0 && !apart && !spaced) return false;
    for (const Field& field : fields(next, layout))
      if (labels_.known(field.label)) return true;
  }
  return false;
}

// "B. OSOBA DO KONTAKTU": a heading within the card, whose next part follows it.
bool Reader::section_within(std::size_t at, Layout layout) const {
  const std::string_view text = line(at);
  const bool boxed = text.starts_with('[') && text.ends_with(']');  // "[Kontakt]"
  if (at + 1 >= size() || blank_before(at + 1) > 1 || utf8::length(text) > kLongestLabel ||
      !(capitals(text) || headings_[at] || boxed) || text.find(':') != std::string_view::npos)
    return false;
  const std::vector<Field> next = fields(at + 1, layout);
  return std::any_of(next.begin(), next.end(),
                     [&](const Field& field) { return labels_.known(field.label); });
}

// A run of lines with a label and its value in each.
Card Reader::lines_card(std::size_t begin, Layout layout) const {
  Card card;
  card.marked = layout != Layout::space && layout != Layout::dash;
  constexpr std::size_t kFewestLabels = 3;
  bool capital_labels = false;  // the first of them are known, and in capitals
  std::size_t at = begin;
  for (; at < size(); ++at) {
    if (at > begin && blank_before(at) > 1) break;
    std::vector<Field> found = fields(at, layout);
    const bool in_capitals =
        card.known >= kFewestLabels && card.known == card.fields.size() &&
        std::ranges::all_of(card.fields, [](const auto& field) { return capitals(field.first); });
    capital_labels = capital_labels || in_capitals;
    if (found.empty() && layout == Layout::space && capital_labels && !headings_[at])
      found = capitals_field(line(at));
    for (const Field& field : found) add(card, field.label, field.value);
    if (found.empty()) {
      if (card.fields.empty()) break;
      if (section_within(at, layout)) continue;
      if (!continues(at, layout, card.fields.back().second)) break;
      const bool item = line(at).data() != source_.line(at).data();
      go_on(card, line(at), item);
    }
    // "Dobre praktyki: rower" above the card.
    if (card.known == 0 && at + 1 < size() && blank_before(at + 1) > 0) return {};
  }
  card.end = at;
  return card;
}

Reader::Style Reader::label_style(std::size_t at) const {
  const std::string_view text = line(at);
  if (headings_[at]) return Style::none;
  if (text.ends_with(':'))
    return looks_like_label(text.substr(0, text.size() - 1)) && labels_.known(text) ? Style::colon
                                                                                    : Style::none;
  if (!looks_like_label(text) || text.ends_with(',')) return Style::none;
  if (capitals(text) && labels_.known(text)) return Style::capitals;
  return labels_.whole(text) ? Style::plain : Style::none;
}

// Whether the line is a label as the card's others are, known or not.
bool Reader::label_of_style(std::size_t at, Style style) const {
  const std::string_view text = line(at);
  if (headings_[at]) return false;
  switch (style) {
    case Style::colon:
      return text.ends_with(':') && looks_like_label(text.substr(0, text.size() - 1));
    case Style::capitals:
      return looks_like_label(text) && capitals(text) &&
             text.find_first_of("0123456789") == std::string_view::npos;
    case Style::plain:
      return label_style(at) == Style::plain;
    case Style::none:
      break;
  }
  return false;
}

// "Wdrażający:", over its one value and a label that is known.
bool Reader::first_of_labels(std::size_t at) const {
  return label_of_style(at, Style::colon) && at + 2 < size() && blank_before(at + 2) <= 1 &&
         !line(at + 1).ends_with(':') && label_style(at + 2) == Style::colon;
}

// Where an empty line parts the pairs of a label and its value: whether the line begins such a pair.
bool Reader::label_of_block(std::size_t at) const {
  const std::string_view text = line(at);
  return blank_before(at) == 1 && looks_like_label(text) && text.find(',') == std::string_view::npos &&
         at + 1 < size() && blank_before(at + 1) == 0 && line(at + 1).size() <= kProse &&
         (at + 2 == size() || blank_before(at + 2) > 0);
}

// "Powiat / suski / Zakres / kultura / Rok / 2015": a label that is not known, between two that are, where
// each value has a line.
void Reader::part_alternating(std::size_t label, std::vector<std::size_t>& labels, std::size_t end,
                              bool single) const {
  for (std::size_t at = label + 2; single && (end - label) % 2 == 0 && at + 1 < end; at += 2)
    if (looks_like_label(line(at)) && line(at).find(',') == std::string_view::npos) labels.push_back(at);
}

// Labels alone in their lines, over their values.
Card Reader::stacked_card(std::size_t begin) const {
  const Style style = first_of_labels(begin) ? Style::colon : label_style(begin);
  if (style == Style::none || begin + 1 >= size()) return {};
  // Where lines of values are set apart as those of labels are, every line is.
  const bool spaced = blank_before(begin + 1) > 0;
  std::vector<std::size_t> labels = {begin};
  std::size_t at = begin + (style == Style::colon && label_of_style(begin + 1, style) ? 1 : 2);
  std::size_t end = at;  // behind the last value
  const bool blocks = style == Style::plain && !spaced && label_of_block(begin);
  for (; at < size() && blank_before(at) <= 1; ++at) {
    if (label_of_style(at, style) || (blocks && label_of_block(at))) {
      labels.push_back(at);
      if (style == Style::colon && at + 1 < size() && label_of_style(at + 1, style)) continue;  // left open
      ++at;  // the line behind a label is its value
      end = std::min(at + 1, size());
      if (at < size() && (line(at).size() > kProse || blank_before(at) > 1)) {
        // The heading of a paragraph.
        end = labels.back();
        labels.pop_back();
        break;
      }
      continue;
    }
    const bool too_long = at - labels.back() > kLongestValue || line(at).size() > kProse;
    if (headings_[at] || too_long || (!spaced && blank_before(at) > 0)) break;
    if (!spaced) end = at + 1;
  }
  while (blocks && labels.size() > 1 && !labels_.known(line(labels.back()))) {
    end = labels.back();
    labels.pop_back();
  }
  std::vector<std::size_t> all;
  std::size_t single = 0;
  for (std::size_t i = 0; i + 1 < labels.size(); ++i) single += labels[i + 1] - labels[i] == 2 ? 1 : 0;
  const bool mostly_single = style == Style::plain && 2 * single + 1 >= labels.size();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    all.push_back(labels[i]);
    const std::size_t next = i + 1 < labels.size() ? labels[i + 1] : end;
    part_alternating(labels[i], all, next, mostly_single);
  }
  Card card;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string_view label = line(all[i]);
    if (label.ends_with(':')) label.remove_suffix(1);
    add(card, label, {});
    const std::size_t next = i + 1 < all.size() ? all[i + 1] : end;
    for (std::size_t k = all[i] + 1; k < next; ++k) go_on(card, line(k), capitalised(line(k)));
  }
  card.end = std::max(end, begin + 1);
  return card;
}

// A column of labels, and behind it the column of their values.
Card Reader::listed_card(std::size_t begin) const {
  std::size_t count = 0;
  const Style style = label_style(begin);
  if (style == Style::none) return {};
  while (begin + count < size() && label_of_style(begin + count, style) &&
         (count == 0 || blank_before(begin + count) <= 1))
    ++count;
  if (count < kFewestKnown || begin + 2 * count > size()) return {};
  // A further row of values makes it a list of many things.
  const auto values_at = [&](std::size_t from) {
    for (std::size_t i = from; i < from + count; ++i)
      if (i >= size() || label_of_style(i, style) || line(i).size() > kLongestLabel || blank_before(i) > 0)
        return false;
    return true;
  };
  if (values_at(begin + count) && values_at(begin + 2 * count)) return {};
  Card card;
  for (std::size_t i = 0; i < count; ++i) {
    std::string_view label = line(begin + i);
    const std::size_t value = begin + count + i;
    if (label_of_style(value, style) || line(value).size() > kProse || blank_before(value) > 1) return {};
    if (label.ends_with(':')) label.remove_suffix(1);
    add(card, label, line(value));
  }
  card.end = begin + 2 * count;
  return card;
}

// A row of labels over the row of their values, once or more.
Card Reader::crossed_card(std::size_t begin) const {
  const auto row = [&](std::size_t at) {
    // A line of one cell is no row.
    const bool cells = at < size() && (looks_[at].bar || looks_[at].wide);
    return cells ? table_cells(line(at)) : std::vector<std::string_view>{};
  };
  Card card;
  std::size_t at = begin;
  for (; at + 1 < size() && blank_before(at + 1) <= 1; at += 2) {
    const std::vector<std::string_view> labels = row(at), values = row(at + 1);
    const bool all = std::all_of(labels.begin(), labels.end(),
                                 [&](std::string_view label) { return looks_like_label(label); });
    if (labels.size() < kFewestKnown || labels.size() != values.size() || !all) break;
    // A second row of values makes it a list of many things.
    if (at + 2 < size() && blank_before(at + 2) == 0 && row(at + 2).size() == labels.size()) return {};
    for (std::size_t i = 0; i < labels.size(); ++i) add(card, labels[i], values[i]);
  }
  card.end = at;
  return card;
}

// Whether the document speaks of practices.
bool Reader::of_practices() const {
  if (!of_practices_)
    of_practices_ = std::any_of(source_.lines.begin(), source_.lines.end(), [this](const Line& line) {
      return labels_.theme(line.range.in(source_.text()));
    });
  return *of_practices_;
}

// Cards of many things, one below the other: most of the card's labels head lines elsewhere, too.
bool Reader::repeated_elsewhere(const Card& card) const {
  constexpr int kOften = 2;
  if (heads_.empty())
    for (std::size_t i = 0; i < size(); ++i) ++heads_[line(i).substr(0, line(i).find(':'))];
  std::size_t again = 0, labels = 0;
  for (const core::ByteRange range : card.labels) {
    const std::string_view label = range.in(source_.text());
    if (!labels_.known(label)) continue;
    ++labels;
    const auto times = heads_.find(label);
    if (times != heads_.end() && times->second > kOften) ++again;
  }
  return labels >= kFewestKnown && again * 2 > labels;
}

bool Reader::is_card(const Card& card, std::size_t begin) const {
  if (card.known < kFewestKnown || 3 * card.known < card.fields.size()) return false;
  // "Gmina Lubicz – 5 mln zł" and "Gmina Obrowo – 4 mln zł" have one label.
  std::set<std::string> distinct;
  for (const auto& [label, value] : card.fields)
    if (const std::size_t bytes = labels_.match(label).bytes; bytes > 0)
      distinct.insert(utf8::lower(std::string_view(label).substr(0, label.find(' '))) +
                      std::to_string(bytes));
  if (distinct.size() < kFewestKnown || repeated_elsewhere(card)) return false;
  // "Powiat Toruński – 120 000,00", "Gmina Lubicz – 64 000,00": a table of who pays how much.
  const auto amounts =
      std::ranges::count_if(card.fields, [](const auto& field) { return is_amount(field.second); });
  if (2 * static_cast<std::size_t>(amounts) > card.fields.size()) return false;
  constexpr std::size_t kBelowHeading = 3;  // lines
  const std::size_t above = begin - std::min(begin, kBelowHeading);
  const bool headed = std::find(headings_.begin() + static_cast<std::ptrdiff_t>(above),
                                headings_.begin() + static_cast<std::ptrdiff_t>(begin),
                                true) != headings_.begin() + static_cast<std::ptrdiff_t>(begin);
  // "Tytuł, zakres" of one project and "Tytuł, zakres" of the next: a list of many things.
  std::map<std::string_view, int> times;
  for (const auto& [label, value] : card.fields) ++times[label];
  if (std::count_if(times.begin(), times.end(), [](const auto& label) { return label.second > 1; }) > 1)
    return false;
  const bool many = card.marked && card.known >= kMostKnown && 4 * card.known >= 3 * card.fields.size();
  return card.sure > 0 || headed || many || (card.known >= kManyKnown && of_practices());
}

std::string Reader::value_of(std::string_view text) const {
  std::string value = utf8::collapse(text);
  const bool digit = !value.empty() && utf8::is_digit(static_cast<unsigned char>(value[0]));
  // "01.02.2017-30.11.2018"
  if (value.find('-') != std::string::npos && value.find('.') != std::string::npos) return value;
  if (digit && value.size() <= kLongestDate && value.find_first_of("–,/") == std::string::npos)
    if (const auto date = read_date(value, dates_)) return date->iso();
  return value;
}

std::optional<Practice> Reader::read() {
  static constexpr std::array kLayouts = {Layout::row,     Layout::colon,   Layout::dash, Layout::columns,
                                          Layout::leaders, Layout::inlined, Layout::space};
  Card best;
  // Gives the line behind the card: no better one begins within it.
  const auto consider = [&](Card card, std::size_t begin) {
    const std::size_t end = std::max(card.end, begin + 1);
    if (is_card(card, begin) && card.worth() > best.worth()) {
      best = std::move(card);
      best.begin = begin;
    }
    return end;
  };
  for (const Layout layout : kLayouts)
    for (std::size_t at = 0; at < size();)
      at = fields(at, layout).empty() ? at + 1 : consider(lines_card(at, layout), at);
  for (std::size_t at = 0; at < size();) at = consider(stacked_card(at), at);
  for (std::size_t at = 0; at < size();) at = consider(listed_card(at), at);
  for (std::size_t at = 0; at < size();) at = consider(crossed_card(at), at);
  if (best.fields.empty()) return std::nullopt;
  for (auto& [label, value] : best.fields) value = value_of(value);
  return Practice{std::move(best.fields),
                  std::move(best.evidence),
                  std::move(best.labels),
                  std::move(best.values),
                  best.begin,
                  best.end};
}

}  // namespace

namespace {

// Whether a label may begin behind what stands between two words: not behind a blank and marks of a sentence.
bool parts_cells(std::string_view between) {
  return between.find_first_not_of(".,:!?() ") != std::string_view::npos ||
         between.find("  ") != std::string_view::npos || !between.ends_with(' ');
}

// Whether as many labels as a card has may stand in the text: where a line or a cell begins; or anywhere in a
// line with a colon, or that begins with one itself, if the word has a capital letter.
bool may_have_card(const SourceText& source, const PracticeLabels& labels) {
  const std::string_view text = source.text();
  std::size_t found = 0;
  const FoldedWord* word = source.folded.begin();
  for (const Line& line : source.lines) {
    while (word != source.folded.end() && word->begin < line.range.begin) ++word;
    bool any_word = line.range.in(text).find(':') != std::string_view::npos;
    for (const FoldedWord* const first = word; word != source.folded.end() && word->begin < line.range.end;
         ++word) {
      const std::string_view before =
          word == first ? std::string_view() : text.substr(word[-1].end, word->begin - word[-1].end);
      // Behind the number of an item too.
      const bool begins =
          word == first || (word == first + 1 && first->end - first->begin <= 2) || parts_cells(before);
      if (!(begins || (any_word && !starts_small(text, word->begin))) || !labels.may_begin(*word->form))
        continue;
      if (++found == kFewestKnown) return true;
      any_word = any_word || begins;
    }
  }
  return false;
}

}  // namespace

std::optional<Practice> extract_practice(const SourceText& source, const PracticeLabels& labels,
                                         const DateRules& dates) {
  return may_have_card(source, labels) ? Reader(source, labels, dates).read() : std::nullopt;
}

void join_same_labels(Practice& practice) {
  PracticeCard card;
  std::vector<core::Evidence> evidence;
  for (std::size_t i = 0; i < practice.card.size(); ++i) {
    auto& [label, value] = practice.card[i];
    const auto known = std::ranges::find(card, label, &PracticeCard::value_type::first);
    if (known == card.end()) {
      card.emplace_back(std::move(label), std::move(value));
      if (i < practice.evidence.size()) evidence.push_back(std::move(practice.evidence[i]));
      continue;
    }
    if (!value.empty()) known->second += (known->second.empty() ? "" : "; ") + value;
    const auto place = static_cast<std::size_t>(known - card.begin());
    if (i < practice.evidence.size() && place < evidence.size())
      for (const core::ByteRange range : practice.evidence[i]) core::add_evidence(evidence[place], range);
  }
  practice.card = std::move(card);
  practice.evidence = std::move(evidence);
}

}  // namespace szukajst::indexer::extract
