#include "indexer/extract/practice.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

struct PracticeRules::Tables {
  std::vector<std::string> sure, likely, headings;
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
      tables->sure.push_back(row.cell(1));
    else if (row.cell(0) == "likely")
      tables->likely.push_back(row.cell(1));
    else if (row.cell(0) == "heading")
      tables->headings.push_back(row.cell(1));
    else
      return bad_row(file, row, "'" + row.cell(0) + "' is no kind of label");
  }
  return PracticeRules(std::move(tables));
}

namespace {

constexpr std::size_t kLongestLabel = 45;  // code points
constexpr std::size_t kFewestKnown = 3;    // labels that make a card
constexpr std::size_t kLongestDate = 26;   // bytes

// How a card is laid out.
enum class Layout { colon, dash, row, above, columns };

struct Field {
  std::string_view label, value;
};

bool begins_with_any(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& b) { return text.starts_with(b); });
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
                          begins_with_any(joined(text), tables.headings));
    }
  }

  std::optional<PracticeCard> read();

 private:
  std::vector<Field> fields(std::size_t line, Layout layout) const;
  std::vector<Field> column_fields(std::size_t line) const;
  std::optional<PracticeCard> card_at(std::size_t line, Layout layout, bool headed, std::size_t& end) const;
  bool continues(std::size_t line, Layout layout) const;
  std::string value_of(std::string_view text) const;

  const SourceText& source_;
  const PracticeRules::Tables& tables_;
  const DateRules& dates_;
  std::vector<bool> headings_;  // by line: whether it begins a card
};

// "Liczba mieszkańców 98 300": a label as wide as its column; the columns of the lines beside it part it.
std::vector<Field> Reader::column_fields(std::size_t line) const {
  if (source_.line(line).find("  ") == std::string_view::npos) return {};
  const std::vector<Cell> cells = cells_of(source_.line(line));
  std::vector<Field> found;
  const auto known = [&](std::string_view text) {
    const std::string lower = utf8::lower(text);
    return begins_with_any(lower, tables_.sure) || begins_with_any(lower, tables_.likely);
  };
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
  return found.size() >= 2 && labels >= 1 ? found : std::vector<Field>{};
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
  }
  return {};
}

// Whether the line goes on with the value of the field before it.
bool Reader::continues(std::size_t line, Layout layout) const {
  const Line& here = source_.lines[line];
  if (here.blank_before > 0 || headings_[line]) return false;
  if (layout == Layout::above) return true;
  return (layout == Layout::colon || layout == Layout::dash) && here.indent > 0;
}

std::string Reader::value_of(std::string_view text) const {
  std::string value = utf8::collapse(text);
  const bool digit = !value.empty() && utf8::is_digit(static_cast<unsigned char>(value[0]));
  if (digit && value.size() <= kLongestDate && value.find_first_of("–,/") == std::string::npos)
    if (const auto date = read_date(value, dates_)) return date->iso();
  return value;
}

// The run of labelled lines that begins at the line.
std::optional<PracticeCard> Reader::card_at(std::size_t line, Layout layout, bool headed,
                                            std::size_t& end) const {
  PracticeCard card;
  std::size_t sure = 0, known = 0;
  end = line;
  while (end < source_.lines.size()) {
    if (end > line && source_.lines[end].blank_before > 1) break;
    const std::vector<Field> found = fields(end, layout);
    if (found.empty()) {
      if (card.empty() || !continues(end, layout)) break;
      std::string& value = card.back().second;
      value += (value.empty() ? "" : " ") + utf8::collapse(source_.line(end));
      ++end;
      continue;
    }
    for (const Field& field : found) {
      const std::string label = utf8::lower(field.label);
      const bool is_sure = begins_with_any(label, tables_.sure);
      sure += is_sure ? 1 : 0;
      known += is_sure || begins_with_any(label, tables_.likely) ? 1 : 0;
      card.emplace_back(utf8::collapse(field.label), std::string(field.value));
    }
    ++end;
  }
  if (known < kFewestKnown || (sure == 0 && !headed)) return std::nullopt;
  for (auto& [label, value] : card) value = value_of(value);
  return card;
}

std::optional<PracticeCard> Reader::read() {
  static constexpr std::array kLayouts = {Layout::row, Layout::colon, Layout::dash, Layout::above,
                                          Layout::columns};
  std::optional<PracticeCard> best;
  for (const Layout layout : kLayouts) {
    bool headed = false;
    for (std::size_t line = 0; line < source_.lines.size();) {
      headed = headings_[line] || (headed && line > 0 && source_.lines[line].blank_before == 0);
      std::size_t end = line;
      if (!fields(line, layout).empty())
        if (auto card = card_at(line, layout, headed || (line > 0 && headings_[line - 1]), end);
            card && (!best || card->size() > best->size()))
          best = std::move(card);
      line = std::max(end, line + 1);
    }
  }
  return best;
}

}  // namespace

std::optional<PracticeCard> extract_practice(const SourceText& source, const PracticeRules& rules,
                                             const DateRules& dates) {
  return Reader(source, rules.tables(), dates).read();
}

}  // namespace szukajst::indexer::extract
