// A document's first lines as titles have them, and which of them are about the page or begin the text.
#include "indexer/extract/title_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/extract/title_text.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using namespace title_text;

namespace {

// How many words of the text are a capital alone.
std::size_t capitals_alone(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = utf8::next(text, next);
    if ((next == text.size() || text[next] == ' ') && utf8::is_upper(c)) ++count;
    at = std::min(text.find(' ', at), text.size());
    while (at < text.size() && text[at] == ' ') ++at;
  }
  return count;
}

// "O G Ł O S Z E N I E" → "OGŁOSZENIE", "U C H W A Ł A  Nr 5" → "UCHWAŁA Nr 5".
std::string unspaced(std::string_view text) {
  constexpr std::size_t kLetters = 5;
  if (capitals_alone(text) < kLetters) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::string joined;
    std::size_t letters = 0, end = at;
    // Capitals that stand alone, two blanks between words.
    for (std::size_t next = at; next < text.size();) {
      const std::size_t begin = next;
      const char32_t c = utf8::next(text, next);
      if (!utf8::is_upper(c) || (next < text.size() && text[next] != ' ')) break;
      joined += text.substr(begin, next - begin);
      ++letters;
      end = next;
      if (text.substr(next).starts_with("  ")) joined += ' ';
      while (next < text.size() && text[next] == ' ') ++next;
    }
    if (letters >= kLetters) {
      result += utf8::trim(joined);
      at = end;
    }
    // What is left of the word and the blanks behind it.
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ') ++at;
    while (at < text.size() && text[at] == ' ') ++at;
    result += text.substr(begin, at - begin);
  }
  return result;
}

// "### Nowy most": the mark of a heading in light markup.
std::string without_heading_mark(std::string line) {
  if (!line.starts_with('#')) return line;
  const std::size_t text = line.find_first_not_of('#');
  return text < line.size() && line[text] == ' '
             ? std::string(utf8::trim(std::string_view(line).substr(text)))
             : line;
}

// "© wszczęciu postępowania", "0 współpracy", "GMINY | MIASTA": recognition read a letter alone so.
void mend_letter(std::string& line) {
  constexpr std::string_view kStroke = " | ";
  if (const std::size_t at = line.find(kStroke); at != std::string::npos && all_capitals(line))
    line.replace(at, kStroke.size(), " I ");
  for (const std::string_view worn : {"© ", "0 "})
    if (line.starts_with(worn) && starts_lower(std::string_view(line).substr(worn.size())))
      line.replace(0, worn.size(), "o ");
}

// Where the last three blanks in a row stand.
std::size_t last_wide_gap(std::string_view line) {
  constexpr std::string_view kWide = "   ";
  if (line.size() < kWide.size()) return std::string_view::npos;
  for (std::size_t at = line.size() - kWide.size();;) {
    if (line.substr(at, kWide.size()) == kWide) return at;
    const std::size_t step = line[at] == ' ' ? 1 : kWide.size();  // no three have what is no blank
    if (at < step) return std::string_view::npos;
    at -= step;
  }
}

// Whether a mark stands in the text that pages have and titles have not.
bool has_page_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 15> kMarks = {
      "»", "] [", " > ", " >> ", " | ", " · ", " / ", "->", "   ", "www.", "http", "@", "©", " : ", " :: "};
  // Most lines have none of those that each mark has one of: a telling byte, or a byte twice.
  static constexpr auto kTelling = [] {
    std::array<bool, 256> telling{};
    for (const char c : std::string_view("\xC2>|/@:]")) telling[static_cast<unsigned char>(c)] = true;
    return telling;
  }();
  bool may_have = false;
  for (std::size_t i = 0; i < text.size() && !may_have; ++i)
    may_have = kTelling[static_cast<unsigned char>(text[i])] ||
               (i > 0 && text[i] == text[i - 1] && (text[i] == ' ' || text[i] == 'w' || text[i] == 't'));
  // "starostwo * gminy * kultura"
  constexpr std::string_view kStar = " * ";
  if (const std::size_t star = text.find(kStar);
      star != std::string_view::npos && text.find(kStar, star + 1) != std::string_view::npos)
    return true;
  return may_have && std::ranges::any_of(kMarks, [&](std::string_view mark) {
           return text.find(mark) != std::string_view::npos;
         });
}

}  // namespace

TitleReader::TitleReader(const SourceText& source, const Practice* practice, const Persons* persons,
                         const TitleRules::Tables& tables)
    : source_(source), practice_(practice), persons_(persons), tables_(tables) {
  constexpr std::size_t kTopLines = 120;
  top_.resize(std::min(source.lines.size(), kTopLines));
  while (prose_ < size() && !prose_begins(prose_)) ++prose_;
  paragraph_ = prose_;
  for (std::size_t i = 1; i < std::min(prose_, size()); ++i)
    if (words_of(i).size() <= kSectionWords && begins(tables_.section, words_of(i))) prose_ = i;
}

// "Strategia Gminy … na lata 2008–2015      15", "… LUBICZ      wersja 1.3": a running head without the
// page's number or what else stands at the margin; recognition leaves one blank of many.
std::string TitleReader::without_margin(std::string line) const {
  constexpr std::string_view kWide = "   ";
  constexpr std::size_t kDigits = 3;  // of a page's number
  const std::size_t blank = line.rfind(' ');
  if (blank == std::string::npos) return line;
  const std::string_view last = std::string_view(line).substr(blank + 1);
  const bool number =
      last.size() <= kDigits && last.find_first_not_of("0123456789") == std::string_view::npos;
  const std::size_t wide = last_wide_gap(line);
  const std::string_view before = utf8::trim(std::string_view(line).substr(0, blank));
  const bool cell = wide != std::string::npos && wide > 0;
  std::size_t end = line.size();
  if (number && (ends_with_years(before) || (cell && wide + kWide.size() == blank + 1)))
    end = blank;
  else if (cell && begins(tables_.qualifier, folded_words(std::string_view(line).substr(wide))))
    end = wide;
  if (end == line.size()) end = years_end(line);
  line.resize(utf8::trim(std::string_view(line).substr(0, end)).size());
  return line;
}

// "… na lata 2008–2015 wersja 1.3": where the years end, if nothing but a version stands behind them; the
// line's length where something else does.
std::size_t TitleReader::years_end(std::string_view line) const {
  if (line.find("20") == std::string_view::npos && line.find("19") == std::string_view::npos)
    return line.size();
  const Words words = folded_words(line);
  for (std::size_t at = 1; at + 2 < words.size(); ++at)
    if (year_range(words, at) && begins(tables_.qualifier, words, at + 2) &&
        utf8::trim(line.substr(words[at + 1].end, words[at + 2].begin - words[at + 1].end)).empty())
      return words[at + 1].end;
  return line.size();
}

std::string_view TitleReader::line(std::size_t i) const {
  if (i >= top_.size()) return source_.line(i);
  std::optional<std::string>& text = top_[i].text;
  if (!text) {
    text = without_margin(unspaced(without_heading_mark(std::string(source_.line(i)))));
    if (source_.lost_diacritics) mend_letter(*text);
  }
  return *text;
}

const Words& TitleReader::words_of(std::size_t i) const {
  constexpr std::size_t kFirstBytes = 300;
  std::unique_ptr<const Words>& words = top_[i].words;
  if (words == nullptr) {
    // The words of the text are known.
    const std::string_view text = line(i) == source_.line(i) ? source_.line(i) : line(i);
    words = std::make_unique<const Words>(folded_words(text.substr(0, kFirstBytes)));
  }
  return *words;
}

bool TitleReader::is_meta(std::size_t i) const {
  std::optional<bool>& meta = top_[i].meta;
  if (!meta) meta = says_meta(line(i), words_of(i));
  return *meta;
}

bool TitleReader::says_meta(std::string_view text, const Words& words) const {
  if (begins(tables_.meta, words) || stands_in(tables_.page, words)) return true;
  // "#LubuskaWieś #dotacje"
  const bool tags =
      text.starts_with('#') && std::ranges::count(text, '#') == std::ranges::count(text, ' ') + 1;
  if (menu_in_brackets(text) || tags) return true;
  return has_page_mark(text) || words.empty();
}

// Datelines, counters, times.
bool TitleReader::mostly_digits(std::size_t i) const {
  std::size_t numbers = 0;
  for (const FoldedWord& word : words_of(i))
    if (word.text.front() >= '0' && word.text.front() <= '9') ++numbers;
  return numbers * 3 >= words_of(i).size();
}

// "12 kwietnia 2019 roku w Wawrowie": when and where something was, and not what.
bool TitleReader::begins_with_day(std::size_t i) const {
  const Words& words = words_of(i);
  return words.size() > 2 && words[0].text.size() <= 2 &&
         words[0].text.find_first_not_of("0123456789") == std::string::npos && is_year(words[2]);
}

// "Jan Mak" below a heading: who wrote what follows.
bool TitleReader::is_byline(std::size_t i) const {
  if (persons_ == nullptr || i == 0) return false;
  const Line& line = source_.lines[i];
  const Person* const person =
      line.first_token < line.end_token ? persons_->covering(line.first_token) : nullptr;
  return person != nullptr && person->first == line.first_token && person->end == line.end_token;
}

// A paragraph of sentences begins at line i.
bool TitleReader::prose_begins(std::size_t i) const {
  constexpr std::size_t kParagraph = 160, kLine = 40, kFirstLine = 45;
  if (column_begins(i)) return true;
  if (line(i).size() < kFirstLine || is_table_line(line(i)) || (line(i).size() < kParagraph && is_meta(i)))
    return false;
  std::size_t total = 0, lines = 0;
  bool stops = false;
  constexpr std::size_t kEnough = 5;
  for (std::size_t k = i; k < std::min(size(), i + kEnough) && (k == i || blank_before(k) == 0); ++k) {
    if (is_table_line(line(k))) return false;
    if (k > i && line(k).size() < kParagraph && is_meta(k)) break;
    total += line(k).size();
    stops = stops || line(k).find('.') != std::string_view::npos;
    ++lines;
  }
  constexpr std::size_t kLongSentence = 100, kWrappedSentence = 70;
  const bool long_sentence =
      line(i).size() >= kLongSentence && (has_sentence_end(line(i)) || line(i).ends_with('.'));
  const bool wrapped = lines > 1 && line(i).size() >= kWrappedSentence && has_sentence_end(line(i));
  const bool paragraph = total >= kParagraph && total / lines >= kLine && stops;
  // A sentence alone is a paragraph as well.
  constexpr std::size_t kSentence = 60, kSentenceWords = 9;
  constexpr std::size_t kTop = 6;
  const bool alone = i > 0 && i <= kTop && blank_before(i) > 0 && blank_before(i + 1) > 0 &&
                     line(i).ends_with('.') && line(i).size() >= kSentence &&
                     words_of(i).size() >= kSentenceWords && !is_item(line(i));
  return (paragraph || long_sentence || wrapped || alone) && first_line_of_prose(i);
}

// The narrow column of a newsletter: many short lines, most of which go on within a sentence.
bool TitleReader::column_begins(std::size_t i) const {
  constexpr std::size_t kFewest = 4, kLooked = 8, kNarrowest = 18;
  if (starts_lower(line(i))) return false;
  std::size_t going_on = 0, lines = 0;
  bool stops = false;
  for (std::size_t k = i; k < std::min(size(), i + kLooked) && (k == i || blank_before(k) == 0); ++k) {
    if (is_table_line(line(k)) || is_item(line(k)) || line(k).size() < kNarrowest) return false;
    ++lines;
    going_on += k > i && (starts_lower(line(k)) || line(k - 1).ends_with('-')) ? 1 : 0;
    stops = stops || line(k).find(". ") != std::string_view::npos || line(k).ends_with('.');
  }
  return lines >= kFewest && stops && 5 * going_on >= 2 * lines;
}

// Not a heading that stands right above its paragraph.
bool TitleReader::first_line_of_prose(std::size_t i) const {
  if (i + 1 >= size() || blank_before(i + 1) > 0) return true;
  constexpr std::size_t kLongerThanHeadings = 165;  // bytes
  if (line(i).size() > kLongerThanHeadings && !all_capitals(line(i))) return true;
  const std::size_t next = line(i + 1).size();
  return line(i).size() * 3 > next * 2 || starts_lower(line(i + 1));
}

}  // namespace szukajst::indexer::extract
