#include "indexer/extract/practice.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

// Without diacritics, and with letters for the digits and bars that scanners make of them.
std::string worn(std::string_view text) {
  std::string result = utf8::lower(utf8::fold(text));
  for (char& c : result) {
    if (c == '0' || c == '6') c = 'o';
    if (c == '1' || c == '!' || c == '|') c = 'l';
  }
  return result;
}

}  // namespace

struct PracticeRules::Tables {
  std::vector<std::string> sure, likely, headings;  // worn
};

PracticeRules::PracticeRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
PracticeRules::PracticeRules(PracticeRules&&) noexcept = default;
PracticeRules& PracticeRules::operator=(PracticeRules&&) noexcept = default;
PracticeRules::~PracticeRules() = default;

core::Result<PracticeRules> PracticeRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "practice_labels.tsv";
  auto rows = read_table(file, 2);
  if (!rows) return rows.error();
  auto tables = std::make_unique<Tables>();
  for (const Row& row : *rows) {
    if (row.cell(0) == "sure")
      tables->sure.push_back(worn(row.cell(1)));
    else if (row.cell(0) == "likely")
      tables->likely.push_back(worn(row.cell(1)));
    else if (row.cell(0) == "heading")
      tables->headings.push_back(worn(row.cell(1)));
    else
      return bad_row(file, row, "'" + row.cell(0) + "' is no kind of label");
  }
  return PracticeRules(std::move(tables));
}

namespace {

constexpr std::size_t kLongestLabel = 45;  // code points
constexpr std::size_t kFewestKnown = 3;    // labels that make a card
constexpr std::size_t kManyKnown = 4;      // that do so in a document of practices, though none is sure
constexpr std::size_t kLongestDate = 26;   // bytes
constexpr std::size_t kLongestValue = 5;   // lines
constexpr std::string_view kPractices = "praktyk";

// How a card is laid out.
enum class Layout { colon, dash, row, above, columns, leaders, inlined, capitals };

struct Field {
  std::string_view label, value;
};

// Whether `text` begins with `known` but for a letter in five that scanning changed.
bool nearly_begins(std::string_view text, std::string_view known) {
  const std::size_t most = known.size() / 5;
  if (text.size() + most < known.size() || known.size() < 5) return false;
  std::vector<std::size_t> row(known.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  std::size_t best = row.back();
  for (std::size_t i = 1; i <= std::min(text.size(), known.size() + most); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j < row.size(); ++j) {
      const std::size_t changed = corner + (text[i - 1] == known[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
    best = std::min(best, row.back());
  }
  return best <= most;
}

bool nearly_begins_with_any(std::string_view text, const std::vector<std::string>& beginnings) {
  const std::string plain = worn(text);
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& known) {
    return plain.starts_with(known) || nearly_begins(plain, known);
  });
}

bool looks_like_label(std::string_view text) {
  return !text.empty() && capitalised(text) && utf8::length(text) <= kLongestLabel &&
         text.find_first_of(".!?;|„\"(") == std::string_view::npos;
}

// "M E T R Y K A" → "metryka"
std::string joined(std::string_view line) {
  std::string text = utf8::lower(utf8::collapse(line));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t letter = at;
    utf8::next(text, at);
    if (at >= text.size()) break;
    if (text[at] != ' ' || (letter > 0 && text[letter - 1] != ' ')) return text;
    ++at;
  }
  std::erase(text, ' ');
  return text;
}

// The parts of a line that two spaces or more, or a tab, set apart, with where each begins (in code points).
struct Cell {
  std::string_view text;
  std::size_t column = 0;
};

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  std::size_t column = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min({line.find("  ", begin), line.find('\t', begin), line.size()});
    const std::string_view text = line.substr(begin, end - begin);
    if (!utf8::trim(text).empty()) cells.push_back({utf8::trim(text), column});
    column += utf8::length(text);
    begin = end;
    while (begin < line.size() && (line[begin] == ' ' || line[begin] == '\t')) {
      ++begin;
      ++column;
    }
  }
  return cells;
}

class Reader {
 public:
  Reader(const SourceText& source, const PracticeRules::Tables& tables, const DateRules& dates)
      : source_(source), tables_(tables), dates_(dates) {
    for (const Line& line : source.lines) {
      const std::string_view text = line.range.in(source.text());
      headings_.push_back(text.find(':') == std::string_view::npos && utf8::length(text) <= kLongestLabel &&
                          nearly_begins_with_any(joined(text), tables.headings));
      if (!of_practices_) of_practices_ = utf8::lower(utf8::fold(text)).find(kPractices) != std::string::npos;
    }
  }

  std::optional<Practice> read();

 private:
  std::vector<Field> fields(std::size_t line, Layout layout) const;
  std::vector<Field> column_fields(std::size_t line) const;
  std::optional<Practice> card_at(std::size_t line, Layout layout, bool headed, std::size_t& end) const;
  std::vector<Field> inlined_fields(std::size_t line) const;
  bool label_alone(std::string_view text) const;
  bool continues(std::size_t line, Layout layout, const std::string& value) const;
  // What a label is known as; each distinct one is compared with the table but once.
  enum class Standing : std::uint8_t { unknown, likely, sure };
  Standing standing(std::string_view label) const {
    const auto [found, added] = standings_.try_emplace(std::string(label), Standing::unknown);
    if (!added) return found->second;
    if (nearly_begins_with_any(label, tables_.sure))
      found->second = Standing::sure;
    else if (nearly_begins_with_any(label, tables_.likely))
      found->second = Standing::likely;
    return found->second;
  }
  bool sure(std::string_view label) const { return standing(label) == Standing::sure; }
  bool known(std::string_view label) const { return standing(label) != Standing::unknown; }
  std::string value_of(std::string_view text) const;

  const SourceText& source_;
  const PracticeRules::Tables& tables_;
  const DateRules& dates_;
  std::vector<bool> headings_;                                   // by line: whether it begins a card
  mutable std::unordered_map<std::string, Standing> standings_;  // by label
  bool of_practices_ = false;                                    // whether the document speaks of practices
};

// "Liczba mieszkańców 104 750": a label as wide as its column; the columns of the lines beside it part it.
std::vector<Field> Reader::column_fields(std::size_t line) const {
  if (source_.line(line).find("  ") == std::string_view::npos &&
      source_.line(line).find('\t') == std::string_view::npos)
    return {};
  const std::vector<Cell> cells = cells_of(source_.line(line));
  std::vector<Field> found;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string_view text = cells[i].text;
    if (i + 1 < cells.size() && looks_like_label(text)) {
      found.push_back({text, cells[i + 1].text});
      ++i;
      continue;
    }
    // The longest known label that the cell begins with, at a space.
    std::size_t cut = std::string_view::npos;
    for (std::size_t space = text.find(' '); space != std::string_view::npos;
         space = text.find(' ', space + 1))
      if (known(text.substr(0, space)) && utf8::is_digit(static_cast<unsigned char>(text[space + 1]))) {
        cut = space;
        break;
      }
    if (cut == std::string_view::npos) return {};
    found.push_back({text.substr(0, cut), utf8::trim(text.substr(cut))});
  }
  const auto labels =
      std::count_if(found.begin(), found.end(), [&](const Field& f) { return known(f.label); });
  return labels >= 1 ? found : std::vector<Field>{};
}

// "Typ: gmina • Powiat: suski | Rok: 2015", "Gmina: Zawoja      Powiat: suski"
std::vector<Field> Reader::inlined_fields(std::size_t line) const {
  static constexpr std::array<std::string_view, 7> kMarks = {"•", "|", "·", "▪", ";", "  ", "\t"};
  const std::string_view text = source_.line(line);
  std::vector<Field> found;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.size(), width = 0;
    for (const std::string_view mark : kMarks)
      if (const std::size_t at = text.find(mark, begin); at < end) {
        end = at;
        width = mark.size();
      }
    const std::string_view part = utf8::trim(text.substr(begin, end - begin));
    begin = end + width;
    if (part.empty()) continue;
    const std::size_t colon = part.find(':');
    const bool labelled = colon != std::string_view::npos && looks_like_label(part.substr(0, colon)) &&
                          !part.substr(colon + 1).starts_with("//");
    if (labelled) {
      found.push_back({part.substr(0, colon), utf8::trim(part.substr(colon + 1))});
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

std::vector<Field> Reader::fields(std::size_t line, Layout layout) const {
  const std::string_view text = source_.line(line);
  const auto at_mark = [&](std::size_t at, std::size_t width) -> std::vector<Field> {
    if (at == std::string_view::npos) return {};
    const std::string_view label = utf8::trim(text.substr(0, at)),
                           value = utf8::trim(text.substr(at + width));
    if (!looks_like_label(label) || value.empty()) return {};
    return {{label, value}};
  };
  switch (layout) {
    case Layout::colon: {
      const std::size_t colon = text.find(':');
      // "13:30", "https://": no label.
      if (colon != std::string_view::npos && colon + 1 < text.size() &&
          (text[colon + 1] == '/' || utf8::is_digit(static_cast<unsigned char>(text[colon + 1]))))
        return {};
      return at_mark(colon, 1);
    }
    case Layout::dash: {
      const std::size_t plain = text.find(" - "), dash = text.find(" – ");
      return plain < dash ? at_mark(plain, 3) : at_mark(dash, std::string_view(" – ").size());
    }
    case Layout::row: {
      if (text.find('|') == std::string_view::npos) return {};
      std::vector<std::string_view> cells;
      for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('|', begin), text.size());
        const std::string_view cell = utf8::trim(text.substr(begin, end - begin));
        if (!cell.empty()) cells.push_back(cell);
        begin = end + 1;
      }
      if (cells.size() != 2 || text.find('|') == std::string_view::npos || !looks_like_label(cells[0]))
        return {};
      return {{cells[0], cells[1]}};
    }
    case Layout::above:
      if (!text.ends_with(':') || !looks_like_label(text.substr(0, text.size() - 1))) return {};
      return {{text.substr(0, text.size() - 1), {}}};
    case Layout::columns:
      return column_fields(line);
    case Layout::inlined: {
      std::vector<Field> found = inlined_fields(line);
      if (found.empty()) found = fields(line, Layout::colon);
      if (found.empty() && text.ends_with(':') && known(text)) return {{text.substr(0, text.size() - 1), {}}};
      return found;
    }
    case Layout::leaders: {
      const std::size_t dots =
          std::min({text.find("..."), text.find("…"), text.find("___"), text.find(". . .")});
      if (dots == std::string_view::npos) return {};
      std::string_view label = utf8::trim(text.substr(0, dots)), value = text.substr(dots);
      if (label.ends_with(':')) label.remove_suffix(1);
      while (!value.empty()) {
        const std::string_view rest = value.starts_with("…") ? value.substr(std::string_view("…").size())
                                      : value.find_first_of("._ ") == 0 ? value.substr(1)
                                                                        : value;
        if (rest.size() == value.size()) break;
        value = rest;
      }
      if (!looks_like_label(label) || value.empty()) return {};
      return {{label, value}};
    }
    case Layout::capitals:
      // A known label alone in its line, over its value.
      if (headings_[line] || !looks_like_label(text) || text.ends_with(',') ||
          line + 1 >= source_.lines.size())
        return {};
      if (!label_alone(text)) return {};
      return {{text, {}}};
  }
  return {};
}

// Whether the line is a known label and no more: capitals, or hardly longer than the table's.
bool Reader::label_alone(std::string_view text) const {
  if (!known(text)) return false;
  const std::string plain = worn(text);
  const std::size_t words = static_cast<std::size_t>(std::count(plain.begin(), plain.end(), ' ')) + 1;
  bool capitals = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    capitals &= utf8::upper(c) == c;
  }
  if (capitals) return true;
  const auto whole = [&](const std::vector<std::string>& labels) {
    return std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
      return plain.size() <= label.size() + 2 && words <= 4 && nearly_begins(plain, label);
    });
  };
  return whole(tables_.sure) || whole(tables_.likely);
}

// Whether the line goes on with the value of the field before it.
bool Reader::continues(std::size_t line, Layout layout, const std::string& value) const {
  const Line& here = source_.lines[line];
  if (here.blank_before > 0 || headings_[line]) return false;
  if (layout == Layout::above || layout == Layout::capitals) return true;
  if (here.indent > 0 || value.empty() || value.ends_with(',')) return true;
  // The card goes on soon behind it.
  for (std::size_t next = line + 1; next < source_.lines.size() && next < line + kLongestValue; ++next) {
    if (source_.lines[next].blank_before > 0) return false;
    for (const Field& field : fields(next, layout))
      if (known(field.label)) return true;
  }
  return false;
}

std::string Reader::value_of(std::string_view text) const {
  std::string value = utf8::collapse(text);
  const bool digit = !value.empty() && utf8::is_digit(static_cast<unsigned char>(value[0]));
  if (digit && value.size() <= kLongestDate && value.find_first_of("–,/") == std::string::npos)
    if (const auto date = read_date(value, dates_)) return date->iso();
  return value;
}

// The run of labelled lines that begins at the line.
std::optional<Practice> Reader::card_at(std::size_t line, Layout layout, bool headed,
                                        std::size_t& end) const {
  Practice practice;
  PracticeCard& card = practice.card;
  std::size_t sure_labels = 0, known_labels = 0;
  end = line;
  while (end < source_.lines.size()) {
    if (end > line && source_.lines[end].blank_before > 1) break;
    const std::vector<Field> found = fields(end, layout);
    if (found.empty()) {
      if (card.empty() || !continues(end, layout, card.back().second)) break;
      std::string_view more = source_.line(end);
      const bool item = more.starts_with("- ") || more.starts_with("– ") || more.starts_with("•");
      if (item) more = utf8::trim(more.substr(more.find(' ') == std::string_view::npos ? 0 : more.find(' ')));
      std::string& value = card.back().second;
      const bool joined = item && !value.empty() && !value.ends_with(',') && !value.ends_with(';');
      value += (value.empty() ? "" : joined ? ", " : " ") + utf8::collapse(more);
      core::add_evidence(practice.evidence.back(), source_.place(more));
      ++end;
      continue;
    }
    for (const Field& field : found) {
      const bool is_sure = sure(field.label);
      sure_labels += is_sure ? 1 : 0;
      known_labels += is_sure || known(field.label) ? 1 : 0;
      card.emplace_back(utf8::collapse(field.label), std::string(field.value));
      practice.evidence.push_back({source_.place(field.label)});
      if (!field.value.empty()) core::add_evidence(practice.evidence.back(), source_.place(field.value));
    }
    ++end;
    // "Dobre praktyki: rower" above the card.
    if (known_labels == 0 && end < source_.lines.size() && source_.lines[end].blank_before > 0)
      return std::nullopt;
  }
  const bool said = sure_labels > 0 || headed || (of_practices_ && known_labels >= kManyKnown);
  if (known_labels < kFewestKnown || !said) return std::nullopt;
  for (auto& [label, value] : card) value = value_of(value);
  return practice;
}

std::optional<Practice> Reader::read() {
  static constexpr std::array kLayouts = {Layout::row,     Layout::colon,   Layout::dash,
                                          Layout::above,   Layout::columns, Layout::leaders,
                                          Layout::inlined, Layout::capitals};
  std::optional<Practice> best;
  for (const Layout layout : kLayouts) {
    bool headed = false;
    for (std::size_t line = 0; line < source_.lines.size();) {
      headed = headings_[line] || (headed && line > 0 && source_.lines[line].blank_before == 0);
      std::size_t end = line;
      if (!fields(line, layout).empty())
        if (auto card = card_at(line, layout, headed || (line > 0 && headings_[line - 1]), end);
            card && (!best || card->card.size() > best->card.size()))
          best = std::move(card);
      line = std::max(end, line + 1);
    }
  }
  return best;
}

}  // namespace

std::optional<Practice> extract_practice(const SourceText& source, const PracticeRules& rules,
                                         const DateRules& dates) {
  return Reader(source, rules.tables(), dates).read();
}

}  // namespace szukajst::indexer::extract
