#include "indexer/extract/money.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/line_cells.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

struct Entry {
  std::string text;
  bool stem = false;
  std::string code;
  std::int64_t value = 0;

  bool meets(std::string_view word) const { return stem ? word.starts_with(text) : word == text; }
};

}  // namespace

struct MoneyRules::Tables {
  std::vector<Entry> multipliers, currencies, rates, prices, counts, repeats, numbered;
  std::unordered_map<std::string, double> numerals;
  // Found out once a distinct word: whether it says a currency, or is a number.
  enum Look : std::uint32_t { kCurrency = 1, kNumeral = 2 };
  bool has_look(const language::Word& word, Look look) const {
    return (word.notes.of(taker, [&] { return find_look(word); }) & look) != 0;
  }
  std::uint32_t find_look(const language::Word& word) const {
    const bool currency = std::ranges::any_of(currencies, [&](const Entry& e) { return e.meets(word.form); });
    return (currency ? unsigned{kCurrency} : 0) | (numerals.contains(word.form) ? unsigned{kNumeral} : 0);
  }
  language::Word::Notes::Taker taker;
};

MoneyRules::MoneyRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
MoneyRules::MoneyRules(MoneyRules&&) noexcept = default;
MoneyRules& MoneyRules::operator=(MoneyRules&&) noexcept = default;
MoneyRules::~MoneyRules() = default;

core::Result<MoneyRules> MoneyRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "money.tsv";
  auto rows = read_table(file, 3);
  if (!rows) return rows.error();
  auto tables = std::make_unique<Tables>();
  for (const Row& row : *rows) {
    Entry entry{row.cell(1), row.cell(1).ends_with('*'), row.cell(2), 0};
    if (entry.stem) entry.text.pop_back();
    if (row.cell(0) == "numeral") {
      const std::string& digits = row.cell(2);
      double value = 0;
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      if (error != std::errc() || end != digits.data() + digits.size() || value <= 0)
        return bad_row(file, row, "'" + digits + "' is no number");
      tables->numerals[row.cell(1)] = value;
    } else if (row.cell(0) == "multiplier") {
      const std::string& digits = row.cell(2);
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), entry.value);
      if (error != std::errc() || end != digits.data() + digits.size() || entry.value <= 0)
        return bad_row(file, row, "'" + digits + "' is no number");
      tables->multipliers.push_back(std::move(entry));
    } else if (row.cell(0) == "currency")
      tables->currencies.push_back(std::move(entry));
    else if (row.cell(0) == "rate")
      tables->rates.push_back(std::move(entry));
    else if (row.cell(0) == "price")
      tables->prices.push_back(std::move(entry));
    else if (row.cell(0) == "count")
      tables->counts.push_back(std::move(entry));
    else if (row.cell(0) == "repeat")
      tables->repeats.push_back(std::move(entry));
    else if (row.cell(0) == "numbered")
      tables->numbered.push_back(std::move(entry));
    else
      return bad_row(file, row, "'" + row.cell(0) + "' is no kind of word");
  }
  return MoneyRules(std::move(tables));
}

namespace {

constexpr double kLeast = 100;        // in full units: less is a price or a fee, and no amount of a project
constexpr double kLeastLimit = 1000;  // of what is given as a limit
constexpr double kYears = 2100;       // what is more is no year
constexpr std::int64_t kMost = 1'000'000'000'000'000;  // in full units: larger numbers are none of money

const Entry* find(const std::vector<Entry>& entries, std::string_view word) {
  const auto at = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.meets(word); });
  return at == entries.end() ? nullptr : &*at;
}

bool is_space(std::string_view gap) {
  return gap == " " || gap == "\n" || gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2005"
bool is_year(std::string_view cell) {
  return cell.size() == 4 && all_digits(cell) && (cell.starts_with("19") || cell.starts_with("20"));
}

// A number as Poles write it: "1 637 000", "1.250.000,00", "9,3", "1.5".
struct Number {
  std::size_t end = 0;  // behind its last token
  double value = 0;
};

class Reader {
 public:
  Reader(const SourceText& source, const MoneyRules::Tables& tables) : source_(source), tables_(tables) {}
  std::vector<core::Money> read();

 private:
  std::optional<Number> number(std::size_t token) const;
  std::optional<std::pair<Number, Number>> range(std::size_t token) const;
  // "4 mln 350 tys.": the number at the token with its multipliers; `bare`: it has none.
  Number amount(std::size_t token, const Number& first, bool& bare) const;
  std::size_t read_words(std::size_t token);
  bool is_repeated(std::size_t token) const;
  bool numbers_something(std::size_t token) const;
  const Entry* word(const std::vector<Entry>& entries, std::size_t token) const;
  bool says_currency(std::size_t token) const {
    return tables_.has_look(*source_.tokens[token].word, MoneyRules::Tables::kCurrency);
  }
  bool follows(std::size_t token) const;
  bool is_rate(std::size_t token) const;
  bool is_price(std::size_t token) const;
  bool from_a_fund(std::size_t token) const;
  bool is_one_million(std::size_t token) const;
  void add(double value, const std::string& currency, core::ByteRange where);

  // Tables whose head gives the currency: "Kwota (zł)", "w tys. zł".
  struct Unit {
    double times = 1;
    std::string currency;  // empty: none
  };
  Unit unit_in(std::string_view cell) const;
  std::optional<double> only_number(std::string_view cell, double times) const;
  std::optional<double> last_number(std::size_t line, double times) const;
  bool is_count(std::string_view cell) const;
  void read_tables();
  std::size_t read_rows(std::size_t head, const std::vector<Unit>& columns);
  std::size_t read_last_numbers(std::size_t head, const Unit& unit);
  std::optional<std::pair<double, core::ByteRange>> one_number(std::size_t line) const;
  std::size_t read_flat_rows(std::size_t head, const Unit& unit);
  const Entry* worn_currency(std::size_t token) const;
  std::size_t token_at(std::string_view text) const;

  const SourceText& source_;
  const MoneyRules::Tables& tables_;
  std::vector<core::Money> found_;
  std::optional<std::size_t> last_said_;  // the token behind the last amount with a currency
  std::string last_currency_;
};

const Entry* Reader::word(const std::vector<Entry>& entries, std::size_t token) const {
  return token < source_.tokens.size() ? find(entries, source_.tokens[token].word->form) : nullptr;
}

// Whether the token stands behind the one before it with white space or an abbreviation's stop between.
bool Reader::follows(std::size_t token) const {
  if (token == 0 || token >= source_.tokens.size()) return false;
  const std::string_view gap = utf8::trim(source_.after(token - 1));
  return gap.empty() || gap == ".";
}

std::optional<Number> Reader::number(std::size_t token) const {
  std::string digits(source_.token(token));
  if (digits.empty() || !utf8::is_digit(static_cast<unsigned char>(digits[0]))) return std::nullopt;
  Number result{token + 1, 0};
  if (all_digits(digits) && digits.size() <= 3) {
    while (result.end < source_.tokens.size() && is_space(source_.after(result.end - 1))) {
      const std::string_view group = source_.token(result.end);
      const std::string_view head = group.substr(0, 3);
      const bool decimals = group.size() > 4 && group[3] == ',' && all_digits(group.substr(4));
      if (!all_digits(head) || head.size() != 3 || (group.size() != 3 && !decimals)) break;
      digits += group;
      ++result.end;
      if (decimals) break;
    }
  }
  const std::size_t comma = digits.find(',');
  const std::string fraction = comma == std::string::npos ? std::string() : digits.substr(comma + 1);
  std::string whole = digits.substr(0, comma);
  // A stop before three digits groups them; a single one before fewer is a decimal point.
  const std::size_t stop = whole.find('.');
  std::string decimals = fraction;
  if (stop != std::string::npos && comma == std::string::npos && whole.size() - stop - 1 != 3 &&
      whole.find('.', stop + 1) == std::string::npos) {
    decimals = whole.substr(stop + 1);
    whole.resize(stop);
  }
  std::erase(whole, '.');
  if (!all_digits(whole) || whole.size() > 15 || (!decimals.empty() && !all_digits(decimals)))
    return std::nullopt;
  result.value = static_cast<double>(std::stoll(whole));
  if (!decimals.empty()) result.value += std::stod("0." + decimals);
  return result;
}

// "180-200 mln": both ends of a range that a hyphen makes one word.
std::optional<std::pair<Number, Number>> Reader::range(std::size_t token) const {
  constexpr std::size_t kLongest = 9;  // figures
  const std::string_view text = source_.token(token);
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const std::string_view low = text.substr(0, hyphen), high = text.substr(hyphen + 1);
  if (!all_digits(low) || !all_digits(high) || low.empty() || high.empty() || high.size() > kLongest ||
      low.size() > high.size())
    return std::nullopt;
  const Entry* multiplier = follows(token + 1) ? word(tables_.multipliers, token + 1) : nullptr;
  const double times = multiplier == nullptr ? 1 : static_cast<double>(multiplier->value);
  const std::size_t end = token + (multiplier == nullptr ? 1 : 2);
  return std::pair(Number{end, static_cast<double>(std::stoll(std::string(low))) * times},
                   Number{end, static_cast<double>(std::stoll(std::string(high))) * times});
}

Number Reader::amount(std::size_t token, const Number& first, bool& bare) const {
  Number sum = first;
  bare = true;
  double last = 0;
  for (std::size_t at = token; const auto part = number(at);) {
    const Entry* multiplier = follows(part->end) ? word(tables_.multipliers, part->end) : nullptr;
    if (multiplier == nullptr || (!bare && static_cast<double>(multiplier->value) >= last)) break;
    last = static_cast<double>(multiplier->value);
    sum = {part->end + 1, (bare ? 0 : sum.value) + part->value * last};
    bare = false;
    at = sum.end;
    if (!follows(at)) break;
  }
  return sum;
}

bool Reader::is_rate(std::size_t token) const {
  if (source_.after(token).starts_with("/")) return true;
  return follows(token + 1) && utf8::trim(source_.after(token)).empty() &&
         word(tables_.rates, token + 1) != nullptr;
}

bool Reader::is_price(std::size_t token) const {
  for (std::size_t back = 1; back <= 3 && back <= token; ++back) {
    const std::string_view gap = source_.after(token - back);
    if (gap.find_first_of(".;:!?\n\t|") != std::string_view::npos || gap.find("  ") != std::string_view::npos)
      return false;
    if (word(tables_.prices, token - back) != nullptr) return true;
  }
  return false;
}

void Reader::add(double value, const std::string& currency, core::ByteRange where) {
  if (value < kLeast || value > static_cast<double>(kMost)) return;
  const core::Money money{std::llround(value * 100), currency};
  const auto known = std::find(found_.begin(), found_.end(), money);
  core::add_evidence((known == found_.end() ? found_.emplace_back(money) : *known).evidence, where);
}

// "37 mln z}": of a currency's letters recognition took one for a sign.
const Entry* Reader::worn_currency(std::size_t token) const {
  constexpr std::string_view kSigns = "}{]|!)";
  if (!source_.lost_diacritics || !follows(token) || source_.token(token) != "z") return nullptr;
  const std::string_view behind = source_.after(token);
  return !behind.empty() && kSigns.find(behind[0]) != std::string_view::npos ? find(tables_.currencies, "zł")
                                                                             : nullptr;
}

// "cel strategiczny 1 – 2,9 mld zł", "w roku 2014 – 610 000 zł": whether the number is that of what stands
// before it.
bool Reader::numbers_something(std::size_t token) const {
  return token > 0 && is_space(source_.after(token - 1)) && word(tables_.numbered, token - 1) != nullptr;
}

// "1 200 000 zł (słownie: jeden milion …)": what the figures say already, and better where a scan is worn.
bool Reader::is_repeated(std::size_t token) const {
  constexpr std::size_t kNear = 8;  // tokens
  for (std::size_t back = 1; back <= std::min(kNear, token); ++back)
    if (word(tables_.repeats, token - back) != nullptr) return true;
  return false;
}

// "pięć milionów sto tysięcy złotych", "dwa i pół miliona zł", "blisko pół miliona euro": takes the amount in
// words that begins at the token, and returns the token behind it; the next one where none does.
std::size_t Reader::read_words(std::size_t token) {
  double sum = 0, part = 0, last = 0;
  std::size_t t = token;
  for (; t < source_.tokens.size() && (t == token || is_space(source_.after(t - 1))); ++t) {
    const std::string& form = source_.tokens[t].word->form;
    if (const auto numeral = tables_.numerals.find(form); numeral != tables_.numerals.end()) {
      part += numeral->second;
    } else if (form == "i" && part > 0 && t + 1 < source_.tokens.size()) {
      const auto half = tables_.numerals.find(source_.tokens[t + 1].word->form);
      if (half == tables_.numerals.end() || half->second >= 1) break;
    } else if (const Entry* multiplier = part > 0 ? word(tables_.multipliers, t) : nullptr;
               multiplier != nullptr && (last == 0 || static_cast<double>(multiplier->value) < last)) {
      last = static_cast<double>(multiplier->value);
      sum += part * last;
      part = 0;
    } else {
      break;
    }
  }
  const Entry* currency = last > 0 && follows(t) ? word(tables_.currencies, t) : nullptr;
  if (currency == nullptr || is_repeated(token)) return std::max(t, token + 1);
  add(sum + part, currency->code, source_.place(token, t + 1));
  return t + 1;
}

// "gmina dokłada milion złotych": one, that is not said to be several.
bool Reader::is_one_million(std::size_t token) const {
  const std::string& form = source_.tokens[token].word->form;
  if (!form.starts_with("milion") || (form != "milion" && form != "miliona" && form != "milionem"))
    return false;
  return follows(token + 1) && word(tables_.currencies, token + 1) != nullptr && !is_repeated(token) &&
         (token == 0 || (source_.tokens[token - 1].token.kind != language::TokenKind::number &&
                         !tables_.numerals.contains(source_.tokens[token - 1].word->form)));
}

// "… wyniosła 812 tys. zł, z czego 200 tys. z WFOŚiGW": behind an amount one that only says where it is from.
bool Reader::from_a_fund(std::size_t token) const {
  if (token + 1 >= source_.tokens.size() || !follows(token) || source_.after(token) != " ") return false;
  const std::string& from = source_.tokens[token].word->form;
  const std::string_view fund = source_.token(token + 1);
  std::size_t at = 0;
  return (from == "z" || from == "ze") && !fund.empty() && utf8::is_upper(utf8::next(fund, at));
}

std::vector<core::Money> Reader::read() {
  constexpr std::size_t kNear = 30;  // tokens behind the amount that said its currency
  for (std::size_t i = 0; i < source_.tokens.size();) {
    if (source_.tokens[i].token.kind != language::TokenKind::number) {
      if (is_one_million(i)) {
        add(1e6, word(tables_.currencies, i + 1)->code, source_.place(i, i + 2));
        i += 2;
        continue;
      }
      i = tables_.has_look(*source_.tokens[i].word, MoneyRules::Tables::kNumeral) ? read_words(i) : i + 1;
      continue;
    }
    const std::size_t begin = i;
    const auto hyphened = range(i);
    const auto first = hyphened ? std::optional<Number>(hyphened->second) : number(i);
    if (!first) {
      // The rest of a number too long to be one is none either.
      do ++i;
      while (i < source_.tokens.size() && is_space(source_.after(i - 1)) &&
             source_.tokens[i].token.kind == language::TokenKind::number);
      continue;
    }
    bool bare = true;
    Number value = hyphened ? *first : amount(i, *first, bare);
    // "10–12 mln zł"
    std::optional<Number> low;
    if (hyphened) low = hyphened->first;
    const std::string_view dash = utf8::trim(source_.after(value.end - 1));
    if (bare && (dash == "–" || dash == "-") && value.end < source_.tokens.size() &&
        !numbers_something(begin))
      if (const auto high = number(value.end)) {
        const Number upper = amount(value.end, *high, bare);
        low = Number{value.end, value.value * (bare ? 1 : upper.value / high->value)};
        value = upper;
      }
    // "od 400 do 500 tys. zł"
    const bool from = begin > 0 && source_.tokens[begin - 1].word->form == "od";
    if (bare && from && value.end + 1 < source_.tokens.size() && source_.tokens[value.end].word->form == "do")
      if (const auto high = number(value.end + 1)) {
        const Number upper = amount(value.end + 1, *high, bare);
        low = Number{value.end, value.value * (bare ? 1 : upper.value / high->value)};
        value = upper;
      }
    i = value.end;
    std::string_view mark = source_.after(value.end - 1);
    mark.remove_prefix(std::min(mark.find_first_not_of(". "), mark.size()));
    const bool sign = mark.starts_with("€");
    const bool whole = mark == ",- " || mark == ",-" || mark == ",– " || mark == ",–";  // "1 500,- zł"
    const Entry* behind = follows(value.end) || whole ? word(tables_.currencies, value.end) : nullptr;
    const bool joined = begin > 0 && is_space(source_.after(begin - 1));
    const Entry* before = joined ? word(tables_.currencies, begin - 1) : nullptr;
    const bool code = before != nullptr && before->text == utf8::lower(before->code);
    if (behind == nullptr && !bare) behind = worn_currency(value.end);
    if (behind == nullptr && !sign && !code) {
      if (!bare && last_said_ && begin <= *last_said_ + kNear && from_a_fund(value.end))
        add(value.value, last_currency_, source_.place(begin, value.end));
      continue;
    }
    // "naprawy do 500 zł": a limit for each, and no amount of a project
    const bool limit = bare && !low && value.value < kLeastLimit && begin > 0 &&
                       source_.tokens[begin - 1].word->form == "do";
    if (behind != nullptr && bare && (limit || is_rate(value.end) || is_price(begin))) continue;
    const std::string currency = behind != nullptr ? behind->code : sign ? "EUR" : before->code;
    const core::ByteRange where = source_.place(behind == nullptr && code ? begin - 1 : begin,
                                                behind == nullptr ? value.end : value.end + 1);
    if (low) add(low->value, currency, where);
    add(value.value, currency, where);
    last_said_ = value.end;
    last_currency_ = currency;
  }
  read_tables();
  return std::move(found_);
}

// ---- tables

std::size_t Reader::token_at(std::string_view text) const {
  const auto byte = static_cast<std::size_t>(text.data() - source_.text().data());
  return static_cast<std::size_t>(
      std::partition_point(source_.tokens.begin(), source_.tokens.end(),
                           [&](const auto& token) { return token.token.range.begin < byte; }) -
      source_.tokens.begin());
}

// "Kwota (zł)", "Koszt w tys. zł", "[PLN]": a currency in brackets or behind "w", and not behind a number.
Reader::Unit Reader::unit_in(std::string_view cell) const {
  const std::size_t end = token_at(cell.substr(cell.size()));
  for (std::size_t t = token_at(cell); t < end; ++t) {
    if (!says_currency(t) || t == 0) continue;
    const Entry* const currency = word(tables_.currencies, t);
    const Entry* const times = word(tables_.multipliers, t - 1);
    const std::size_t first = times != nullptr ? t - 1 : t;
    if (first == 0 || source_.tokens[first - 1].token.kind == language::TokenKind::number) continue;
    const bool bracket = source_.after(first - 1).find_first_of("([") != std::string_view::npos;
    if (!bracket && source_.tokens[first - 1].word->form != "w") continue;
    return {times != nullptr ? static_cast<double>(times->value) : 1, currency->code};
  }
  return {};
}

// The number that is all of the cell, in the column's unit; "12 mln" says its own.
std::optional<double> Reader::only_number(std::string_view cell, double times) const {
  const std::size_t token = token_at(cell);
  if (cell.empty() || token >= source_.tokens.size()) return std::nullopt;
  const auto found = number(token);
  const std::size_t end = token_at(cell.substr(cell.size()));
  if (!found || cell.find('%') != std::string_view::npos) return std::nullopt;
  if (found->end == end) return found->value * times;
  const Entry* const multiplier =
      found->end + 1 == end && follows(found->end) ? word(tables_.multipliers, found->end) : nullptr;
  if (multiplier == nullptr) return std::nullopt;
  return found->value * static_cast<double>(multiplier->value);
}

// The number that ends the line, if its digits are grouped or it has decimals: no year, no count; "12 mln"
// says its own unit.
std::optional<double> Reader::last_number(std::size_t line, double times) const {
  const Line& own = source_.lines[line];
  for (std::size_t t = own.end_token > own.first_token + 8 ? own.end_token - 8 : own.first_token;
       t < own.end_token; ++t) {
    if (source_.tokens[t].token.kind != language::TokenKind::number) continue;
    const auto found = number(t);
    if (!found) continue;
    const std::string_view text =
        source_.line(line).substr(source_.tokens[t].token.range.begin - own.range.begin);
    const bool grouped = text.find_first_of(" ,.") != std::string_view::npos;
    if (found->end == own.end_token && grouped && utf8::is_digit(static_cast<unsigned char>(text.back())))
      return found->value * times;
    const Entry* const multiplier = found->end + 1 == own.end_token && follows(found->end)
                                        ? word(tables_.multipliers, found->end)
                                        : nullptr;
    if (multiplier != nullptr) return found->value * static_cast<double>(multiplier->value);
    t = found->end - 1;
  }
  return std::nullopt;
}

// "Lp.", "Udział (%)", "Liczba osób": a column of no amounts.
bool Reader::is_count(std::string_view cell) const {
  const std::size_t end = token_at(cell.substr(cell.size()));
  for (std::size_t t = token_at(cell); t < end; ++t)
    if (word(tables_.counts, t) != nullptr) return true;
  return cell.find('%') != std::string_view::npos;
}

// The rows below a head with cells: the numbers of those columns that have a unit.
std::size_t Reader::read_rows(std::size_t head, const std::vector<Unit>& columns) {
  constexpr std::size_t kFarIn = 8, kLongestCell = 60;  // columns; bytes
  const bool all = std::ranges::all_of(columns.begin() + 1, columns.end(),
                                       [](const Unit& unit) { return !unit.currency.empty(); });
  std::size_t line = head + 1;
  for (; line < source_.lines.size() && source_.lines[line].blank_before <= 1; ++line) {
    const std::vector<std::string_view> cells = table_cells(source_.line(line));
    // "Gmina Sejny" below "Miasto Sejny," goes on the row above.
    const Line& own = source_.lines[line];
    if (cells.size() < 2 && own.indent >= kFarIn && own.blank_before == 0 &&
        source_.line(line).size() <= kLongestCell)
      continue;
    if (cells.size() < 2) break;
    // A row with fewer cells, of sums, ends as the others do.
    const std::size_t moved = cells.size() < columns.size() ? columns.size() - cells.size() : 0;
    for (std::size_t i = 0; i < cells.size() && i + moved < columns.size(); ++i)
      if (const Unit& unit = columns[i + moved]; !unit.currency.empty())
        // "2005" in a row below a caption is no amount.
        if (const auto value = only_number(cells[i], unit.times); value && !(all && is_year(cells[i])))
          add(*value, unit.currency, source_.place(cells[i]));
  }
  return line;
}

// The lines below a head that ends with the unit, where the columns are lost: the numbers that end them.
std::size_t Reader::read_last_numbers(std::size_t head, const Unit& unit) {
  constexpr std::size_t kLongestRow = 200, kMostBetween = 8;  // bytes; lines of a row
  std::size_t line = head + 1, last = head;
  for (; line < source_.lines.size() && line <= last + kMostBetween; ++line) {
    const std::string_view text = source_.line(line);
    if (text.starts_with("§") || text.size() > kLongestRow || text.ends_with('.')) {
      // "1.": a row's number alone.
      if (text.size() > 4) break;
      continue;
    }
    if (!unit_in(text).currency.empty()) break;
    if (const auto value = last_number(line, unit.times)) {
      add(*value, unit.currency, source_.lines[line].range);
      last = line;
    }
  }
  return last + 1;
}

// The only number of the line whose digits are grouped, behind a word and before others: "Transport 16 200
// 000 FEPK".
std::optional<std::pair<double, core::ByteRange>> Reader::one_number(std::size_t line) const {
  constexpr std::size_t kMostTokens = 16;
  const Line& own = source_.lines[line];
  if (own.end_token - own.first_token > kMostTokens || source_.line(line).ends_with('.')) return std::nullopt;
  std::optional<std::pair<double, core::ByteRange>> only;
  for (std::size_t t = own.first_token; t < own.end_token; ++t) {
    if (source_.tokens[t].token.kind != language::TokenKind::number) continue;
    const auto found = number(t);
    if (!found || found->end > own.end_token) return std::nullopt;
    if (found->end > t + 1 && found->value >= kYears) {
      if (only || t == own.first_token) return std::nullopt;
      only.emplace(found->value, source_.place(t, found->end));
    }
    t = found->end - 1;
  }
  return only;
}

// The rows of a table whose columns are lost and whose head has its unit before other words: "Projekty Koszt
// (PLN) Źródło".
std::size_t Reader::read_flat_rows(std::size_t head, const Unit& unit) {
  std::size_t line = head + 1;
  for (; line < source_.lines.size() && source_.lines[line].blank_before <= 1; ++line) {
    const auto amount = one_number(line);
    if (!amount) break;
    add(amount->first * unit.times, unit.currency, amount->second);
  }
  return line;
}

void Reader::read_tables() {
  for (std::size_t line = 0; line + 1 < source_.lines.size(); ++line) {
    bool currency = false;
    for (std::size_t t = source_.lines[line].first_token; t < source_.lines[line].end_token; ++t)
      currency = currency || says_currency(t);
    if (!currency) continue;
    const std::vector<std::string_view> cells = table_cells(source_.line(line));
    std::vector<Unit> columns;
    for (const std::string_view cell : cells) columns.push_back(unit_in(cell));
    const auto units =
        std::count_if(columns.begin(), columns.end(), [](const Unit& u) { return !u.currency.empty(); });
    if (units == 0) continue;
    if (cells.size() > 1) {
      line = std::max(line, read_rows(line, columns) - 1);
      continue;
    }
    constexpr std::size_t kLongestCaption = 120;  // bytes
    if (source_.line(line).size() > kLongestCaption || source_.line(line).ends_with('.')) continue;
    // A caption or a head's last cell: what is below tells.
    const Unit unit = columns.front();
    constexpr std::size_t kBelow = 3;  // lines
    std::size_t head = line + 1;
    while (head + 1 < source_.lines.size() && head < line + kBelow &&
           table_cells(source_.line(head)).size() < 3)
      ++head;
    if (const std::vector<std::string_view> below = table_cells(source_.line(head)); below.size() >= 3) {
      columns.assign(below.size(), unit);
      bool amounts = false;  // no head, but the first row
      for (std::size_t i = 0; i < below.size(); ++i) {
        if (i == 0 || is_count(below[i])) columns[i].currency.clear();
        amounts = amounts || (i > 0 && only_number(below[i], 1) && !is_year(below[i]));
      }
      line = std::max(line, read_rows(amounts ? head - 1 : head, columns) - 1);
    } else if (const Entry* last = word(tables_.currencies, source_.lines[line].end_token - 1);
               last != nullptr) {
      line = std::max(line, read_last_numbers(line, unit) - 1);
    } else if (source_.lost_diacritics) {
      line = std::max(line, read_flat_rows(line, unit) - 1);
    }
  }
}

}  // namespace

std::vector<core::Money> extract_money(const SourceText& source, const MoneyRules& rules) {
  return Reader(source, rules.tables()).read();
}

}  // namespace szukajst::indexer::extract
