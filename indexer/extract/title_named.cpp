// Titles that begin with what the document is: a strategy, a programme, an agreement.
#include "indexer/extract/title_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/extract/title_text.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using namespace title_text;

namespace {

// Whether the words hold the others in their order, and more of them.
bool says_more(const Words& words, const Words& others) {
  constexpr std::size_t kFewest = 4;
  if (others.size() < kFewest || words.size() <= others.size()) return false;
  std::size_t met = 0;
  for (const FoldedWord& word : words)
    if (met < others.size() && word.text == others[met].text) ++met;
  return met == others.size();
}

}  // namespace

// A strategy's, a programme's or another document's title, which begins with what the document is.
std::optional<std::string> TitleReader::named_document() const {
  std::optional<std::string> best;
  constexpr int kEnough = 3;
  int best_score = kEnough - 1;
  for (std::size_t i = 0; i < std::min(size(), std::max<std::size_t>(prose_, 1) + 1); ++i) {
    const std::size_t named = named_in(i);
    if (starts_lower(line(i)) || named == words_of(i).size() || in_menu(i)) continue;
    std::size_t end = i + 1;
    std::string title = without_remark(joined(i, &end));
    constexpr std::size_t kLongest = 400;
    if (title.size() > kLongest || (ends_with_any(title, ".;:,") && !title.ends_with(" r.")) ||
        (named == 0 ? has_sentence_end(title) : !ends_with_years(title) && !ends_with_year(title)) ||
        runs_on(title) || states(words_of(i)))
      continue;
    title = without_site(title);
    const Words words = folded_words(title);
    int score = 0;
    for (std::size_t at = 0; at < words.size() && score == 0; ++at)
      if (begins(tables_.goes_on, words, at) || year_range(words, at) || from_year(title, words[at]))
        score = 3;
    if (all_capitals(line(i))) score += 2;
    if (end < size() && begins(tables_.parties, words_of(end))) score += 2;
    const bool apart = i == 0 || blank_before(i) > 0 || source_.lines[i].page != source_.lines[i - 1].page;
    const bool remark = end < size() && line(end).starts_with('(') && line(end).ends_with(')');
    if (apart && (end >= source_.lines.size() || blank_before(end) > 0 || remark || ends_early(end - 1)))
      score += 2;
    if (words.size() >= 3) ++score;
    if (repeated(title, i)) ++score;
    if (!source_.title_hint.empty() && likeness(source_.title_hint, title) > 0.9) score += 3;
    if (named == 0 && i > 0 && years_named(i - 1)) score += 2;
    // "LUBICZ 2030" above "Strategia rozwoju gminy"
    if (named == 0 && i > 0 && years_named(i - 1) && !ends_with_years(title) && !ends_with_year(title))
      title = utf8::collapse(line(i - 1)) + ' ' + title;
    // "Obwieszczenie o zmianie studium", as a site calls it, above "OBWIESZCZENIE WÓJTA GMINY … o zmianie
    // studium uwarunkowań …": the document's own name says more.
    const bool fuller =
        best && score >= kEnough && all_capitals(line(i)) && says_more(words, folded_words(*best));
    if (score > best_score || fuller) best_score = std::max(score, best_score), best = std::move(title);
  }
  if (best) append_years(*best);
  return best;
}

// "Strategia rozwoju gminy Lubicz", and near the top "… STRATEGIA ROZWOJU GMINY LUBICZ NA LATA 2007–2015 …":
// with the years that the text names behind the same words.
void TitleReader::append_years(std::string& title) const {
  constexpr std::size_t kFewest = 3;  // words
  const Words words = folded_words(title);
  if (words.size() < kFewest || ends_with_years(title) || ends_with_year(title)) return;
  for (std::size_t at = 0; at < words.size(); ++at)
    if (year_range(words, at)) return;
  static const Phrase kFor("na lata");
  const auto same = [](const FoldedWord& a, const FoldedWord& b) { return a.text == b.text; };
  for (std::size_t i = 0; i < size(); ++i) {
    const FoldedWords& line_words = words_of(i);
    const bool begins_so = !line_words.empty() && same(line_words[0], words[0]);
    if (!begins_so && std::search(line_words.begin(), line_words.end(), words.begin(), words.end(), same) ==
                          line_words.end())
      continue;
    // It may be wrapped there.
    const std::string text = joined(i);
    const FoldedWords here = folded_words(text);
    const auto found = std::search(here.begin(), here.end(), words.begin(), words.end(), same);
    const auto behind = static_cast<std::size_t>(found - here.begin()) + words.size();
    if (found == here.end() || behind >= here.size()) continue;
    const std::size_t lead = kFor.match(here, behind);
    if (lead == 0 || behind + lead + 1 >= here.size() || !year_range(here, behind + lead)) continue;
    const std::size_t begin = here[behind + lead].begin, end = here[behind + lead + 1].end;
    title += " na lata " + text.substr(begin, end - begin);
    return;
  }
}

// "Miasto / Urząd / Strategia 2030 / Turystyka", a line each: what a site leads to.
bool TitleReader::in_menu(std::size_t i) const {
  constexpr std::size_t kFewWords = 3, kFewest = 4;
  const auto item = [&](std::size_t k) {
    return !words_of(k).empty() && words_of(k).size() <= kFewWords && !all_capitals(line(k)) &&
           !ends_with_any(line(k), ".,;:");
  };
  if (menu_in_brackets(line(i))) return true;
  if (!item(i)) return false;
  std::size_t first = i, end = i + 1;
  while (first > 0 && blank_before(first) == 0 && item(first - 1)) --first;
  while (end < size() && blank_before(end) == 0 && item(end)) ++end;
  return end - first >= kFewest;
}

// "LUBICZ 2030"
bool TitleReader::years_named(std::size_t i) const {
  constexpr std::size_t kWords = 2;
  const FoldedWords& words = words_of(i);
  return words.size() == kWords && is_year(words.back()) && !is_year(words.front()) &&
         words.back().end == line(i).size() && !is_meta(i) && !begins_with_day(i) &&
         words.front().text.find_first_of("0123456789") == std::string_view::npos;
}

// "Strategia Gminy … na lata 2020–2030 (projekt)" → without what stands in the brackets.
std::string TitleReader::without_remark(std::string title) const {
  const std::size_t bracket = title.rfind(" (");
  if (title.ends_with(')') && bracket != std::string::npos &&
      begins(tables_.qualifier, folded_words(std::string_view(title).substr(bracket))))
    title.resize(bracket);
  return title;
}

// Whether the line ends before the page's width, and the text begins behind it.
bool TitleReader::ends_early(std::size_t i) const {
  constexpr std::size_t kRoom = 12;  // bytes of a word
  return i + 1 >= prose_ && line(i).size() + kRoom < line(i + 1).size();
}

// Where in the line a document's own name begins: at its beginning, or behind a motto ("Czyste jeziora.
// Strategia Gminy … na lata 2020–2030") where years follow; words_of(i).size() where none does.
std::size_t TitleReader::named_in(std::size_t i) const {
  const Words& words = words_of(i);
  if (begins(tables_.named, words)) return 0;
  // "Wójt Gminy Lubicz", and below it "ogłasza nabór …"
  if (begins(tables_.announcer, words) && i + 1 < size() && blank_before(i + 1) == 0 &&
      starts_lower(line(i + 1)) && begins(tables_.announces, words_of(i + 1)))
    return 0;
  for (std::size_t at = 1; at + 2 < words.size(); ++at) {
    const std::string_view gap = line(i).substr(words[at - 1].end, words[at].begin - words[at - 1].end);
    if (gap.find_first_of(".:!?") == std::string_view::npos && gap != " – " && gap != " - " && gap != "” ")
      continue;
    if (begins(tables_.named, words, at)) return at;
  }
  return words.size();
}

// "Regulamin przyjęto na posiedzeniu w dniu …"
bool TitleReader::states(const Words& words) const {
  constexpr std::size_t kNear = 4;
  for (std::size_t at = 1; at < std::min(words.size(), kNear); ++at)
    if (begins(tables_.stated, words, at)) return true;
  return false;
}

bool TitleReader::repeated(std::string_view title, std::size_t but) const {
  const std::string lower = utf8::lower(title);
  const char32_t first = utf8::lower(first_char(title));
  for (std::size_t i = 0; i < size(); ++i)
    if (i != but && utf8::lower(first_char(line(i))) == first && utf8::lower(line(i)) == lower) return true;
  return false;
}

// "Title | www.site.pl", "Title - Urząd Gminy" → "Title".
std::string TitleReader::without_site(std::string_view title) const {
  for (const std::string_view bar : {" | ", " :: ", " » "}) title = title.substr(0, title.find(bar));
  for (const std::string_view dash : {" - ", " – "})
    if (const std::size_t at = title.rfind(dash); at != std::string_view::npos && at > 0)
      if (begins(tables_.site, folded_words(title.substr(at + dash.size())))) title = title.substr(0, at);
  return utf8::collapse(title);
}

}  // namespace szukajst::indexer::extract
