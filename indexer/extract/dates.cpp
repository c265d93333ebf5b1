#include "indexer/extract/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "indexer/extract/dates_tables.h"
#include "indexer/extract/table.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::DocumentKind;
using namespace date_numbers;

namespace date_numbers {

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int year(std::string_view word) {
  if (word.size() == 5 && word.back() == 'r') word.remove_suffix(1);
  const bool plausible =
      word.size() == 4 && digits(word) && (word.starts_with("19") || word.starts_with("20"));
  return plausible ? number(word) : 0;
}

}  // namespace date_numbers

namespace {

struct Found {
  core::Date date;                 // its year 0: "3 września br.", of the year in which the text was written
  std::size_t first = 0, end = 0;  // words
};

using Words = FoldedWords;

int day_number(std::string_view word) {
  const int value = word.size() <= 2 && digits(word) ? number(word) : 0;
  return value <= 31 ? value : 0;
}

class DateReader {
 public:
  DateReader(std::string_view text, FoldedWords words, const DateRules::Tables& tables)
      : text_(text), tables_(tables), words_(std::move(words)) {}

  const Words& words() const { return words_; }
  Written<core::Date> written(const Found& found) const {
    return {found.date, {words_[found.first].begin, words_[found.end - 1].end}};
  }

  // In the order of the text; a day of "this year" where another date tells which one that is.
  std::vector<Found> dates() const {
    std::vector<Found> found;
    int latest = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!may_begin_date(words_[i])) continue;
      if (const auto date = date_at(i)) {
        found.push_back(*date);
        if (!of_the_page(date->first)) latest = std::max(latest, date->date.year);
        i = date->end - 1;
      }
    }
    // Deadlines may lie in the year behind.
    const auto written = std::find_if(found.begin(), found.end(), [&](const Found& one) {
      return (one.date.year == latest || one.date.year + 1 == latest) && !of_the_page(one.first);
    });
    const int this_year = written == found.end() ? 0 : written->date.year;
    for (Found& one : found)
      if (one.date.year == 0) one.date.year = this_year;
    std::erase_if(found, [](const Found& one) { return !one.date.valid(); });
    return found;
  }

 private:
  // "Ostatnia modyfikacja: 7.05.2018": whether words right before speak against every document's date.
  bool of_the_page(std::size_t first) const {
    constexpr std::size_t kBefore = 3;  // words
    for (std::size_t at = first - std::min(first, kBefore); at < first; ++at)
      if (tables_.speaks(DateCueSide::before, words_, at))
        for (const DateCue& cue : tables_.cues)
          if (cue.side == DateCueSide::before && cue.topic == "any" && cue.weight < 0 &&
              cue.phrase.match(words_, at) > 0)
            return true;
    return false;
  }

  std::string_view between(std::size_t i) const {
    return i + 1 < words_.size() ? text_.substr(words_[i].end, words_[i + 1].begin - words_[i].end)
                                 : std::string_view();
  }

  bool joined(std::size_t i, std::string_view by) const {
    const std::string_view gap = between(i);
    return !gap.empty() && gap.size() <= 3 && gap.find_first_not_of(by) == std::string_view::npos;
  }

  // "–", "-", "i", "do" between two days of one date.
  std::size_t range_joint(std::size_t i) const {
    if (i + 1 >= words_.size()) return 0;
    const std::string_view gap = utf8::trim(between(i));
    if (gap == "-" || gap == "–" || gap == "—" || gap == ".-" || gap == "/") return 1;
    if (gap.empty() &&
        (words_[i + 1].text == "i" || words_[i + 1].text == "do" || words_[i + 1].text == "oraz"))
      return 2;
    return 0;
  }

  // A date begins with a figure or with the day written out.
  bool may_begin_date(const FoldedWord& word) const {
    const char first = word.text.front();
    return (first >= '0' && first <= '9') || tables_.day_words.contains(word);
  }

  std::optional<Found> date_at(std::size_t i) const {
    if (auto found = iso(i)) return found;
    if (auto found = day_in_words(i)) return found;
    const int day = day_number(words_[i].text);
    if (day == 0 || (i > 0 && digits(words_[i - 1].text) && between(i - 1) == ".")) return std::nullopt;
    // "PPK-7331/2/3/2010": a case's number.
    if (i > 0 && between(i - 1) == "/" && between(i) == "/") return std::nullopt;
    if (auto found = day_month_year(i, day)) return found;
    // "4-go maja 2007"
    if (i + 1 < words_.size() && words_[i + 1].text == "go" && between(i) == "-")
      if (auto found = day_month_year(i + 1, day)) return found->first = i, found;
    // "12–14 maja 2019", "30 kwietnia – 2 maja 2019": the first day.
    std::size_t first_month = 0;
    std::size_t at = i;
    if (i + 1 < words_.size() && month(i + 1) > 0 && joined(i, " ."))
      first_month = static_cast<std::size_t>(month(i + 1)), at = i + 1;
    const std::size_t joint = range_joint(at);
    if (joint == 0 || at + joint >= words_.size()) return std::nullopt;
    const std::size_t last = at + joint;
    const int last_day = day_number(words_[last].text);
    auto found = last_day > 0 ? day_month_year(last, last_day) : std::nullopt;
    if (!found) return std::nullopt;
    found->first = i;
    found->date.day = day;
    if (first_month > 0) found->date.month = static_cast<int>(first_month);
    const core::Date leap{found->date.year == 0 ? 2000 : found->date.year, found->date.month, day};
    return leap.valid() ? found : std::nullopt;
  }

  // "dwunastego września 2010", "dwudziestego pierwszego maja 2010"
  std::optional<Found> day_in_words(std::size_t i) const {
    if (!tables_.day_words.contains(words_[i]) || i + 1 >= words_.size()) return std::nullopt;
    const auto first = tables_.days.find(words_[i].text);
    const auto second = tables_.days.find(words_[i + 1].text);
    constexpr int kTens = 10;
    const bool two = second != tables_.days.end() && first->second % kTens == 0 && second->second < kTens;
    auto found = day_month_year(two ? i + 1 : i, first->second + (two ? second->second : 0));
    if (found) found->first = i;
    return found;
  }

  std::optional<Found> iso(std::size_t i) const {
    if (i + 2 >= words_.size() || year(words_[i].text) == 0 || between(i) != "-" || between(i + 1) != "-")
      return std::nullopt;
    std::string_view day = words_[i + 2].text;
    day = day.substr(0, day.find('t'));  // "2021-11-25T08:14"
    return valid({year(words_[i].text), day_number(words_[i + 1].text), day_number(day)}, i, i + 3);
  }

  int month(std::size_t i) const {
    const std::string_view word = words_[i].text;
    if (const auto named = tables_.months.find(word); named != tables_.months.end()) return named->second;
    constexpr std::size_t kTolerant = 7;
    if (word.size() >= kTolerant)
      for (const auto& [name, value] : tables_.months)
        if (name.size() >= kTolerant && nearly_equal(name, word)) return value;
    return 0;
  }

  std::optional<Found> day_month_year(std::size_t i, int day) const {
    if (i + 2 >= words_.size()) return std::nullopt;
    const bool figures = joined(i, ".-/ ") && joined(i + 1, ".-/ ") && !utf8::trim(between(i)).empty();
    const bool words = joined(i, ". \n") && joined(i + 1, "., \n");
    const int named = month(i + 1);
    // "3 września br.", "3 września b.r."
    const bool this_year =
        tables_.this_year.contains(words_[i + 2].text) ||
        (i + 3 < words_.size() && between(i + 2) == "." &&
         tables_.this_year.contains(std::string(words_[i + 2].text).append(words_[i + 3].text)));
    if (named > 0 && words && this_year) return Found{{0, named, day}, i, i + 3};
    const int numeric = figures ? day_number(words_[i + 1].text) : 0;
    if (!(named > 0 && words) && numeric == 0) return std::nullopt;
    if (const auto [value, end] = year_in_words(i + 2); named > 0 && value > 0)
      return valid({value, named, day}, i, end);
    return valid({year(words_[i + 2].text), named > 0 ? named : numeric, day}, i, i + 3);
  }

  // "dwa tysiące dziewiętnastego", "tysiąc dziewięćset dziewięćdziesiątego ósmego", and where it ends; 0
  // where no year written out begins.
  std::pair<int, std::size_t> year_in_words(std::size_t i) const {
    constexpr int kTens = 10;
    for (const auto& [century, phrase] : tables_.centuries) {
      std::size_t at = i + phrase.match(words_, i);
      if (at == i || at >= words_.size()) continue;
      int value = 0;
      if (const auto tens = tables_.tens.find(words_[at].text); tens != tables_.tens.end()) {
        value = tens->second;
        ++at;
      }
      for (auto day = at < words_.size() ? tables_.days.find(words_[at].text) : tables_.days.end();
           day != tables_.days.end() && (value == 0 || (value % kTens == 0 && day->second < kTens));
           day = at < words_.size() ? tables_.days.find(words_[at].text) : tables_.days.end()) {
        value += day->second;
        ++at;
      }
      if (value > 0) return {century + value, at};
    }
    return {0, i};
  }

  static std::optional<Found> valid(core::Date date, std::size_t first, std::size_t end) {
    if (date.year == 0 || !date.valid()) return std::nullopt;
    return Found{date, first, end};
  }

  std::string_view text_;
  const DateRules::Tables& tables_;
  Words words_;
};

constexpr std::string_view kEvent = "event", kIssued = "issued";

std::string_view topic_of(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::strategy:
    case DocumentKind::programme:
    case DocumentKind::resolution:
      return "adopted";
    case DocumentKind::practice:
      return "entered";
    case DocumentKind::notice:
      return kIssued;
    default:
      return kEvent;
  }
}

class DateChooser {
 public:
  DateChooser(const SourceText& source, const DateRules::Tables& tables, std::string_view topic,
              std::string_view title)
      : source_(source),
        tables_(tables),
        topic_(topic),
        title_line_(line_of_title(source, title)),
        agreement_(begins_agreement(title, tables)),
        reader_(source.text(), source.folded, tables) {}

  std::optional<Written<core::Date>> choose(std::size_t until = std::string_view::npos) const {
    std::vector<std::pair<Found, int>> likely;
    const std::size_t footer = footer_begin();
    int latest = 0;
    for (const Found& found : reader_.dates()) {
      if (words()[found.first].begin >= until) break;
      const int value = score(found, footer);
      if (value <= 0) continue;
      likely.emplace_back(found, value);
      latest = std::max(latest, found.date.year);
    }
    std::optional<Found> best;
    int best_score = 0;
    for (const auto& [found, value] : likely) {
      const int now = value - (of_event() && latest - found.date.year > kRecent ? kTold : 0);
      if (now > best_score) best_score = now, best = found;
    }
    if (!best) return std::nullopt;
    return reader_.written(*best);
  }

 private:
  static constexpr int kStamp = 3;   // what says more of a date than that a verb is near
  static constexpr int kToday = 10;  // against a date beside name days
  static constexpr int kTold = 5;    // the weight of a verb that tells of an event
  static constexpr int kRecent =
      4;  // years: what is older than the text's latest date by more is its history

  const Words& words() const { return reader_.words(); }

  // The line that the title begins with; nothing where none does.
  static std::optional<std::size_t> line_of_title(const SourceText& source, std::string_view title) {
    constexpr std::size_t kShortest = 4;
    for (std::size_t i = 0; i < source.lines.size(); ++i)
      if (const std::string_view line = source.line(i); line.size() >= kShortest && title.starts_with(line))
        return i;
    return std::nullopt;
  }

  static bool begins_agreement(std::string_view title, const DateRules::Tables& tables) {
    constexpr std::size_t kFirst = 6;  // words
    const Words words = folded_words(title, kFirst);
    return std::any_of(tables.agreements.begin(), tables.agreements.end(),
                       [&](const Phrase& phrase) { return phrase.match(words, 0) > 0; });
  }

  // Where the page goes on to other things ("Zobacz również").
  std::size_t footer_begin() const {
    constexpr std::size_t kFirstBytes = 60;
    for (std::size_t i = source_.lines.size() / 3; i < source_.lines.size(); ++i) {
      const Words first = folded_words(source_.line(i), 1);
      if (first.empty() || (first[0].end <= kFirstBytes && !tables_.may_speak(DateCueSide::footer, first[0])))
        continue;
      const Words in_line = folded_words(source_.line(i).substr(0, kFirstBytes));
      if (tables_.speaks(DateCueSide::footer, in_line, 0)) return source_.lines[i].range.begin;
    }
    return std::string_view::npos;
  }

  std::size_t line_of(std::size_t byte) const {
    const auto after = std::upper_bound(source_.lines.begin(), source_.lines.end(), byte,
                                        [](std::size_t b, const Line& line) { return b < line.range.begin; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, after - source_.lines.begin()) - 1);
  }

  bool sentence_break(std::size_t word) const {  // between word and word + 1
    if (word + 1 >= words().size()) return true;
    const std::string_view gap =
        source_.text().substr(words()[word].end, words()[word + 1].begin - words()[word].end);
    if (gap.find("\n\n") != std::string_view::npos || begins_item(word + 1)) return true;
    const std::size_t stop = gap.find_first_of(".!?");
    if (stop == std::string_view::npos || stop + 1 >= gap.size()) return false;
    std::size_t at = words()[word + 1].begin;
    const bool capital = utf8::is_upper(utf8::next(source_.text(), at));
    constexpr std::size_t kShortWord = 3;
    return capital && (words()[word].text.size() > kShortWord || words()[word].text == "r");
  }

  // "• Rinteln – 15 czerwca 1992": whether the word is the first of an item of a list.
  bool begins_item(std::size_t word) const {
    static constexpr std::array<std::string_view, 6> kBullets = {"•", "▪", "*", "-", "–", "→"};
    const std::size_t line = source_.lines[line_of(words()[word].begin)].range.begin;
    if (line >= words()[word].begin) return false;
    const std::string_view before = utf8::trim(source_.text().substr(line, words()[word].begin - line));
    return std::find(kBullets.begin(), kBullets.end(), before) != kBullets.end();
  }

  int score(const Found& found, std::size_t footer) const {
    constexpr std::size_t kWindow = 12;
    std::size_t begin = found.first, end = found.end;
    while (begin > 0 && found.first - begin < kWindow && !sentence_break(begin - 1)) --begin;
    while (end < words().size() && end - found.end < kWindow && !sentence_break(end - 1)) ++end;
    const std::size_t line = line_of(words()[found.first].begin);
    const Words in_line = folded_words(source_.line(line).substr(0, 120));
    // A line that says what its date is has nothing to do with the one above.
    if (tables_.speaks(DateCueSide::line, in_line, 0))
      while (begin < found.first && words()[begin].begin < source_.lines[line].range.begin) ++begin;
    int sum = 0;
    bool told = false;
    for (const DateCue& cue : tables_.cues) {
      if (cue.topic != topic_ && cue.topic != "any" && !(of_event() && cue.topic == kEvent)) continue;
      bool speaks = false;
      switch (cue.side) {
        case DateCueSide::before:
          speaks = within(cue.phrase, begin, found.first);
          break;
        case DateCueSide::just_before:
          speaks = ends_at(cue.phrase, begin, found.first);
          break;
        case DateCueSide::after:
          speaks = within(cue.phrase, found.end, end);
          break;
        case DateCueSide::line:
          speaks = cue.phrase.match(in_line, 0) > 0;
          break;
        case DateCueSide::weekday:
          if (cue.phrase.match(in_line, 0) > 0) sum += dateline(line) ? -cue.weight / 2 : cue.weight;
          break;
        default:  // rows that speak of no date in a sentence
          break;
      }
      if (speaks) sum += cue.weight;
      told = told || (speaks && cue.weight >= kStamp && cue.side != DateCueSide::line);
    }
    if (of_event() && !told && tells_of_past(begin, end)) sum += kTold;
    if (words()[found.first].begin >= footer) sum -= 8;
    // "Mamy niedzielę, 3 maja 2015 r. Imieniny: …": the page's "today".
    if (tables_.found(DateCueSide::name_day, in_line)) sum -= kToday;
    return sum + place_score(found, line, in_line.size());
  }

  bool of_event() const { return topic_ == kEvent || topic_ == kIssued; }

  // Whether a verb of the past stands among the words.
  bool tells_of_past(std::size_t begin, std::size_t end) const {
    if (begin >= end) return false;
    const auto& tokens = source_.tokens;
    auto token = std::lower_bound(tokens.begin(), tokens.end(), words()[begin].begin,
                                  [](const auto& t, std::size_t byte) { return t.token.range.begin < byte; });
    for (; token != tokens.end() && token->token.range.begin < words()[end - 1].end; ++token) {
      if (token->token.kind != language::TokenKind::word || token->word->readings.empty()) continue;
      const std::string_view tag = token->word->readings.front().tag;
      if (tag.find("praet") != std::string_view::npos || tag.find("imps") != std::string_view::npos)
        return true;
    }
    return false;
  }

  bool below_title(std::size_t line) const {
    constexpr std::size_t kBelowTitle = 3;  // lines
    return title_line_ && line > *title_line_ && line <= *title_line_ + kBelowTitle;
  }

  // Right below the title a day of the week begins a dateline; elsewhere it is the page's "today".
  bool dateline(std::size_t line) const {
    return below_title(line) && !tables_.found(DateCueSide::name_day, folded_words(source_.line(line)));
  }

  bool weekday(std::size_t line) const {
    const Words in_line = folded_words(source_.line(line).substr(0, 60));
    return tables_.speaks(DateCueSide::weekday, in_line, 0);
  }

  bool within(const Phrase& phrase, std::size_t begin, std::size_t end) const {
    const std::span<const FoldedWord> part(words().data() + begin, end - begin);
    for (std::size_t at = 0; at < part.size(); ++at)
      if (phrase.match(part, at) > 0) return true;
    return false;
  }

  bool ends_at(const Phrase& phrase, std::size_t begin, std::size_t end) const {
    const std::span<const FoldedWord> part(words().data() + begin, end - begin);
    for (std::size_t at = 0; at < part.size(); ++at)
      if (phrase.match(part, at) == part.size() - at) return true;
    return false;
  }

  // "URZĄD GMINY      Lubicz, dnia 5 maja 2022 r.": a place and the day, at the end of a line of the
  // letterhead.
  bool place_and_day(const Found& found, std::size_t line) const {
    constexpr std::size_t kBehind = 4;  // bytes: " r."
    if (source_.lines[line].range.end > words()[found.end - 1].end + kBehind) return false;
    std::size_t first = found.first;
    if (first > 0 && (words()[first - 1].text == "dnia" || words()[first - 1].text == "dn")) --first;
    if (first == 0 || words()[first - 1].begin < source_.lines[line].range.begin) return false;
    const std::size_t end = words()[first - 1].end;
    std::size_t at = words()[first - 1].begin;
    return source_.text().substr(end, 1) == "," && utf8::is_upper(utf8::next(source_.text(), at));
  }

  // A dateline, the beginning of a sentence and the beginning of the text speak for a date.
  int place_score(const Found& found, std::size_t line, std::size_t line_words) const {
    int sum = 0;
    constexpr std::size_t kDateline = 8, kLetterhead = 12;
    if (of_event() && below_title(line) && words()[found.first].begin == source_.lines[line].range.begin)
      sum += kStamp;
    // Whatever the notice then says of the day that it calls people for.
    constexpr int kHeadOfLetter = 12 * kStamp;
    if (topic_ == kIssued && line < kLetterhead && place_and_day(found, line)) {
      sum += kHeadOfLetter;
    } else if (topic_ != "entered" && line_words <= kDateline && !source_.line(line).starts_with("•")) {
      const bool first_in_line = words()[found.first].begin == source_.lines[line].range.begin;
      const std::string_view before =
          source_.line(line).substr(0, words()[found.first].begin - source_.lines[line].range.begin);
      const bool behind_name = !first_in_line && before.find(',') != std::string_view::npos && !weekday(line);
      const bool issued = topic_ == kIssued || (agreement_ && line < kLetterhead);
      if (behind_name) sum += issued ? kStamp * 4 : topic_ == kEvent ? 4 : 2;
    }
    const bool item = begins_item(found.first) || source_.line(line).starts_with("•");
    constexpr std::size_t kEarly = 600;
    if (words()[found.first].begin < kEarly && !item) ++sum;
    return sum;
  }

  const SourceText& source_;
  const DateRules::Tables& tables_;
  std::string_view topic_;
  std::optional<std::size_t> title_line_;
  bool agreement_;  // whether the document is an agreement itself, which is dated as it is headed
  DateReader reader_;
};

}  // namespace

DateRules::DateRules(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
DateRules::DateRules(DateRules&&) noexcept = default;
DateRules& DateRules::operator=(DateRules&&) noexcept = default;
DateRules::~DateRules() = default;

core::Result<DateRules> DateRules::load(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "dates.tsv";
  const auto rows = read_table(file, 3);
  if (!rows) return rows.error();
  constexpr NamedValues<DateCueSide, 12> kSides{{{"before", DateCueSide::before},
                                                 {"just_before", DateCueSide::just_before},
                                                 {"after", DateCueSide::after},
                                                 {"line", DateCueSide::line},
                                                 {"weekday", DateCueSide::weekday},
                                                 {"footer", DateCueSide::footer},
                                                 {"title_other", DateCueSide::title_other},
                                                 {"name_day", DateCueSide::name_day},
                                                 {"years", DateCueSide::years},
                                                 {"other_years", DateCueSide::other_years},
                                                 {"adopts", DateCueSide::adopts},
                                                 {"reports", DateCueSide::reports}}};
  auto tables = std::make_unique<Tables>();
  for (PhraseList& phrases : tables->phrases) tables->book.enter(phrases);
  tables->book.enter(tables->day_words);
  for (const Row& row : *rows) {
    int value = 0;
    const auto [end, error] =
        std::from_chars(row.cell(1).data(), row.cell(1).data() + row.cell(1).size(), value);
    if (error != std::errc()) return bad_row(file, row, "no whole number: " + row.cell(1));
    if (row.cell(0) == "month") {
      for (const FoldedWord& word : folded_words(row.cell(2))) tables->months[std::string(word.text)] = value;
      continue;
    }
    if (row.cell(0) == "this_year") {
      for (const FoldedWord& word : folded_words(row.cell(2)))
        tables->this_year.insert(std::string(word.text));
      continue;
    }
    if (row.cell(0) == "tens") {
      for (const FoldedWord& word : folded_words(row.cell(2))) tables->tens[std::string(word.text)] = value;
      continue;
    }
    if (row.cell(0) == "century") {
      tables->centuries.emplace_back(value, Phrase(row.cell(2)));
      continue;
    }
    if (row.cell(0) == "agreement") {
      tables->agreements.emplace_back(row.cell(2));
      continue;
    }
    if (row.cell(0) == "day") {
      for (const FoldedWord& word : folded_words(row.cell(2))) {
        tables->days[std::string(word.text)] = value;
        tables->day_words.insert(std::string(word.text));
      }
      continue;
    }
    const auto side = value_of(kSides, row.cell(0));
    if (!side) return bad_row(file, row, "no such role: " + row.cell(0));
    tables->phrases[static_cast<std::size_t>(*side)].emplace_back(row.cell(2));
    tables->cues.push_back({row.cell(3).empty() ? "any" : row.cell(3), *side, value, Phrase(row.cell(2))});
  }
  return DateRules(std::move(tables));
}

std::optional<core::Date> read_date(std::string_view text, const DateRules& rules) {
  const auto found = DateReader(text, folded_words(text), rules.tables()).dates();
  if (found.empty()) return std::nullopt;
  return found.front().date;
}

namespace {

// The first date of the title that is not another document's ("aneks do umowy z dnia …").
std::optional<Written<core::Date>> date_of_title(std::string_view title, const DateRules::Tables& tables) {
  constexpr std::size_t kBefore = 5;  // words
  const DateReader reader(title, folded_words(title), tables);
  for (const Found& found : reader.dates()) {
    bool other = false;
    for (const DateCue& cue : tables.cues)
      for (std::size_t at = found.first - std::min(found.first, kBefore); at < found.first && !other; ++at)
        other = cue.side == DateCueSide::title_other && cue.phrase.match(reader.words(), at) > 0;
    if (other) continue;
    Written<core::Date> date = reader.written(found);
    date.in_title = true;
    return date;
  }
  return std::nullopt;
}

// Of a practice's card: the value whose label says most for it ("Data wpisu", "Dodano").
std::optional<Written<core::Date>> date_of_card(const LabelledValues& card, const DateRules::Tables& tables) {
  std::optional<Written<core::Date>> best;
  int best_score = 0;
  for (std::size_t i = 0; i < card.fields.size(); ++i) {
    const std::optional<core::Date> date = core::Date::parse(card.fields[i].second);
    if (!date) continue;
    const Words words = folded_words(card.fields[i].first);
    int score = 0;
    // A label begins its line and stands before the date.
    for (const DateCue& cue : tables.cues)
      if ((cue.side == DateCueSide::line || cue.side == DateCueSide::before) &&
          (cue.topic == "entered" || cue.topic == "any") && cue.phrase.match(words, 0) > 0)
        score += cue.weight;
    if (score > best_score) best_score = score, best = Written<core::Date>{*date, card.values[i], false};
  }
  return best;
}

}  // namespace

std::optional<Written<core::Date>> extract_date(const SourceText& source, DocumentKind kind,
                                                std::string_view title, const LabelledValues* card,
                                                const DateRules& rules) {
  if (kind == DocumentKind::practice && card != nullptr)
    if (const auto date = date_of_card(*card, rules.tables())) return date;
  const bool title_may_date =
      kind != DocumentKind::strategy && kind != DocumentKind::programme && kind != DocumentKind::practice;
  if (title_may_date)
    if (const auto date = date_of_title(title, rules.tables())) return date;
  const DateChooser chooser(source, rules.tables(), topic_of(kind), title);
  if (kind != DocumentKind::resolution) return chooser.choose();
  // Only the head of a resolution dates it ("Projekt z dnia …"); its text names others.
  std::size_t head = source.text().find("§");
  for (const std::string_view grounds : {"Na podstawie", "NA PODSTAWIE"})
    head = std::min(head, source.text().find(grounds));
  return chooser.choose(head);
}

}  // namespace szukajst::indexer::extract
