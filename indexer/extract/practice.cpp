#include "indexer/extract/practice.h"

#include <array>
#include <map>
#include <set>

#include "indexer/extract/practice_reader.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;

namespace {

constexpr std::size_t kManyKnown = 4;     // that do so in a document of practices, though none is sure
constexpr std::size_t kMostKnown = 6;     // that do so anywhere, with few others between them
constexpr std::size_t kLongestDate = 26;  // bytes

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

// Whether the document speaks of practices.
bool PracticeReader::of_practices() const {
  if (!of_practices_)
    of_practices_ = std::any_of(source_.lines.begin(), source_.lines.end(), [this](const Line& line) {
      return labels_.theme(line.range.in(source_.text()));
    });
  return *of_practices_;
}

// Cards of many things, one below the other: most of the card's labels head lines elsewhere, too.
bool PracticeReader::repeated_elsewhere(const ReadCard& card) const {
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

bool PracticeReader::is_card(const ReadCard& card, std::size_t begin) const {
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

std::string PracticeReader::value_of(std::string_view text) const {
  std::string value = utf8::collapse(text);
  const bool digit = !value.empty() && utf8::is_digit(static_cast<unsigned char>(value[0]));
  // "01.02.2017-30.11.2018"
  if (value.find('-') != std::string::npos && value.find('.') != std::string::npos) return value;
  if (digit && value.size() <= kLongestDate && value.find_first_of("–,/") == std::string::npos)
    if (const auto date = read_date(value, dates_)) return date->iso();
  return value;
}

std::optional<Practice> PracticeReader::read() {
  static constexpr std::array kLayouts = {CardLayout::row,     CardLayout::colon,   CardLayout::dash,
                                          CardLayout::columns, CardLayout::leaders, CardLayout::inlined,
                                          CardLayout::space};
  ReadCard best;
  // Gives the line behind the card: no better one begins within it.
  const auto consider = [&](ReadCard card, std::size_t begin) {
    const std::size_t end = std::max(card.end, begin + 1);
    if (is_card(card, begin) && card.worth() > best.worth()) {
      best = std::move(card);
      best.begin = begin;
    }
    return end;
  };
  for (const CardLayout layout : kLayouts)
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

std::optional<Practice> extract_practice(const SourceText& source, const PracticeLabels& labels,
                                         const DateRules& dates) {
  return may_have_card(source, labels) ? PracticeReader(source, labels, dates).read() : std::nullopt;
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
