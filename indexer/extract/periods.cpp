// Periods: the years that a document itself covers.
#include <algorithm>
#include <optional>
#include <string_view>

#include "core/utf8.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/dates_tables.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using core::DocumentKind;
using namespace date_numbers;

namespace {

using Words = FoldedWords;

core::Period whole_year(int y) {
  return {y, y};
}

class PeriodReader {
 public:
  explicit PeriodReader(std::string_view text) : text_(text), words_(folded_words(text)) {}

  // "2021–2030", "2016-20", "2021 do 2030".
  std::optional<core::Period> range_at(std::size_t i) const {
    const int from = year(words_[i].text);
    if (from == 0 || i + 1 >= words_.size()) return std::nullopt;
    const std::string_view gap = utf8::trim(text_.substr(words_[i].end, words_[i + 1].begin - words_[i].end));
    std::size_t next = i + 1;
    if (gap.empty() && words_[next].text == "do" && next + 1 < words_.size())
      ++next;
    else if (gap != "-" && gap != "–" && gap != "—" && gap != "/" && gap != "÷" && gap != "−" &&
             gap != "r.-" && gap != "r.–")
      return std::nullopt;
    int to = year(words_[next].text);
    constexpr int kCentury = 100;
    if (to == 0 && next == i + 1 && words_[next].text.size() == 2 && digits(words_[next].text) && gap != "/")
      to = from / kCentury * kCentury + number(words_[next].text);
    constexpr int kLongest = 40;
    if (to <= from || to - from > kLongest) return std::nullopt;
    return core::Period{from, to};
  }

  // "na 2023 rok", "na rok 2023", "w 2023 roku", "w roku 2023".
  std::optional<core::Period> year_at(std::size_t i) const {
    if (!preposition(i, "na") && !preposition(i, "w") && !preposition(i, "za")) return std::nullopt;
    return open_year(i).transform(whole_year);
  }

  // "do 2028 roku", "do roku 2030", "w perspektywie 2030", "2030+".
  std::optional<core::Period> until_at(std::size_t i) const {
    if (const int y = year(words_[i].text); y > 0 && text_.substr(words_[i].end).starts_with("+")) {
      // "2021+ perspektywa do roku 2027", "2021+, z perspektywą do 2027 r."
      constexpr std::size_t kNear = 3;  // words
      for (std::size_t k = i + 1; k < std::min(words_.size(), i + kNear); ++k)
        if (words_[k].text.starts_with("perspektyw"))
          if (const auto end = until_at(k); end && *end->to > y) return core::Period{y, *end->to};
      return core::Period{std::nullopt, y};
    }
    if (words_[i].text.starts_with("perspektyw") && i + 1 < words_.size()) {
      std::size_t next = words_[i + 1].text == "do" ? i + 2 : i + 1;
      if (year_word(next)) ++next;
      if (const int y = next < words_.size() ? year(words_[next].text) : 0; y > 0)
        return core::Period{std::nullopt, y};
    }
    if (!preposition(i, "do")) return std::nullopt;
    return open_year(i).transform([](int y) { return core::Period{std::nullopt, y}; });
  }

  const Words& words() const { return words_; }

  // The period that was read at word i: as far as the last of its years.
  Written<core::Period> written(std::size_t i, const core::Period& period) const {
    constexpr std::size_t kMostWords = 5;
    constexpr int kCentury = 100;
    std::size_t last = i;
    for (std::size_t k = i; k < std::min(words_.size(), i + kMostWords); ++k) {
      const int y = year(words_[k].text);
      const bool short_year = k == i + 1 && words_[k].text.size() == 2 && period.to &&
                              number(words_[k].text) == *period.to % kCentury;
      if ((y > 0 && (y == period.from || y == period.to)) || short_year) last = k;
    }
    return {period, {words_[i].begin, words_[last].end}};
  }

 private:
  bool preposition(std::size_t i, std::string_view word) const {
    return words_[i].text == word && i + 1 < words_.size();
  }

  bool year_word(std::size_t i) const {
    return i < words_.size() &&
           (words_[i].text == "rok" || words_[i].text == "roku" || words_[i].text == "r");
  }

  struct Year {
    int value = 0;
    template <typename F>
    auto transform(F f) const -> std::optional<core::Period> {
      return value > 0 ? std::optional<core::Period>(f(value)) : std::nullopt;
    }
  };

  // The year behind a preposition, with "rok" on either side of it.
  Year open_year(std::size_t i) const {
    if (year_word(i + 1) && i + 2 < words_.size()) return {year(words_[i + 2].text)};
    if (year_word(i + 2)) return {year(words_[i + 1].text)};
    return {};
  }

  std::string_view text_;
  Words words_;
};

std::optional<Written<core::Period>> period_of_title(std::string_view title, DocumentKind kind) {
  const PeriodReader reader(title);
  for (std::size_t i = 0; i < reader.words().size(); ++i)
    if (auto period = reader.range_at(i)) return reader.written(i, *period);
  for (std::size_t i = 0; i < reader.words().size(); ++i)
    if (auto period = reader.year_at(i); period && !reader.until_at(i)) return reader.written(i, *period);
  for (std::size_t i = 0; i < reader.words().size(); ++i)
    if (auto period = reader.until_at(i)) return reader.written(i, *period);
  // "Strategia … 2030", "Program współpracy 2024".
  if (reader.words().empty()) return std::nullopt;
  const int last = year(reader.words().back().text);
  if (last == 0 || kind == DocumentKind::resolution) return std::nullopt;
  return reader.written(reader.words().size() - 1,
                        kind == DocumentKind::strategy ? core::Period{std::nullopt, last} : whole_year(last));
}

// Years that the text says it covers: "na lata 2021–2030", "(2022-2024)" behind "lata".
std::optional<Written<core::Period>> period_of_text(std::string_view text, const DateRules::Tables& tables) {
  const PeriodReader reader(text);
  const Words& words = reader.words();
  constexpr std::size_t kBack = 6;
  const auto spoken_of = [&](std::size_t i, DateCueSide side) {
    for (std::size_t at = i > kBack ? i - kBack : 0; at < i; ++at)
      if (tables.speaks(side, words, at)) return true;
    return false;
  };
  for (std::size_t i = 0; i < words.size(); ++i)
    if (auto period = reader.range_at(i);
        period && spoken_of(i, DateCueSide::years) && !spoken_of(i, DateCueSide::other_years))
      return reader.written(i, *period);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (auto period = reader.until_at(i); period && !spoken_of(i, DateCueSide::other_years))
      return reader.written(i, *period);
  return std::nullopt;
}

// Years alone in a line of the head, below a title without them.
std::optional<Written<core::Period>> period_of_head(const SourceText& source) {
  constexpr std::size_t kHeadLines = 20;
  for (std::size_t i = 0; i < std::min(source.lines.size(), kHeadLines); ++i) {
    const PeriodReader reader(source.line(i));
    if (reader.words().size() == 2)
      if (auto period = reader.range_at(0))
        return Written<core::Period>{*period, source.lines[i].range, false};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Written<core::Period>> extract_period(const SourceText& source, DocumentKind kind,
                                                    std::string_view title, const DateRules& rules) {
  auto in_title = period_of_title(title, kind);
  if (in_title) in_title->in_title = true;
  if (kind == DocumentKind::resolution) {
    return rules.tables().found(DateCueSide::adopts, folded_words(title)) ? in_title : std::nullopt;
  }
  if (kind == DocumentKind::other) {
    return rules.tables().found(DateCueSide::reports, folded_words(title)) ? in_title : std::nullopt;
  }
  if (kind != DocumentKind::strategy && kind != DocumentKind::programme) return std::nullopt;
  // "Jaki będzie Lubicz w 2032 roku?": a strategy is of more than a year.
  const bool one_year =
      in_title && kind == DocumentKind::strategy && in_title->value.from == in_title->value.to;
  if (in_title && in_title->value.from && !one_year) return in_title;
  if (const auto in_head = period_of_head(source)) return in_head;
  const auto in_text = period_of_text(source.text(), rules.tables());
  // The text may say more: "… do roku 2030" above, "na lata 2020–2030" below, "… 2020+" above the same.
  const bool more = in_text && (!in_title || in_text->value.to == in_title->value.to ||
                                (in_text->value.from && in_text->value.from == in_title->value.to));
  return in_title && !more ? in_title : in_text;
}

}  // namespace szukajst::indexer::extract
