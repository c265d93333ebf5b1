// Which lines go on with a title that begins above them.
#include "indexer/extract/title_reader.h"

#include <algorithm>
#include <optional>

#include "indexer/extract/title_text.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using namespace title_text;

// The line and those below that go on with it.
std::string TitleReader::joined(std::size_t begin, std::size_t* end) const {
  constexpr std::size_t kMostLines = 8;
  std::string title(line(begin));
  std::size_t i = begin + 1;
  for (; i < std::min(size(), begin + kMostLines); ++i) {
    const bool continued = begins(tables_.goes_on, words_of(i));
    const bool stops =
        ends_with_any(line(i), ".:") &&
        !((continued || starts_lower(line(i))) && !words_of(i).empty() && ends_year(words_of(i).back()));
    // "UMOWA O WSPÓŁPRACY / MIĘDZY GMINĄ LUBICZ A GMINĄ OBROWO" in one block of capitals says whose it is.
    const bool headed = all_capitals(title) && all_capitals(line(i)) && blank_before(i) == 0 &&
                        !ends_with_any(line(i), ".:;,") && blank_before(i + 1) > 0;
    if (begins(tables_.parties, words_of(i)) && !headed) {
      if (const std::size_t subject = subject_below(i); subject > 0)
        return utf8::collapse(title + ' ' + joined(subject, end));
      // "LIST INTENCYJNY", and below it "zawarty w dniu 12 maja 2023 r. w Lubiczu w sprawie …"
      if (const std::size_t subject = i == begin + 1 ? subject_within(i) : 0; subject > 0) {
        append(title, line(i).substr(subject));
        for (++i; i < std::min(size(), begin + kMostLines) && blank_before(i) == 0 &&
                  !begins(tables_.parties, words_of(i)) && !is_numbered(line(i));
             ++i)
          append(title, line(i));
        title = without_parties(std::move(title));
        break;
      }
      // "LIST INTENCYJNY" says nothing alone: "podpisany w Lubiczu w dniu 12 maja 2023 r.", and below it
      // "pomiędzy:"
      constexpr std::size_t kBare = 2;  // words
      const Words bare = folded_words(title);
      const Words& dated = words_of(i);
      if (i == begin + 1 && bare.size() <= kBare && !dated.empty() && ends_year(dated.back()) &&
          !line(i).ends_with(':') && i + 1 < size() && (blank_before(i + 1) > 0 || source_.lost_diacritics) &&
          begins(tables_.parties, words_of(i + 1)))
        append(title, line(i++));
      break;
    }
    if (first_char(line(i)) == '(' || begins(tables_.qualifier, words_of(i)) || stops || is_meta(i) ||
        begins(tables_.body, words_of(i)) || is_numbered(line(i)) || is_reference(line(i)) ||
        announces_itself(i))
      break;
    // "… na lata 2008–2015", and below an empty line what is said of it.
    if (blank_before(i) > 0 && !continued && ends_with_years(title)) break;
    // "… NA LATA 2008–2015" over "URZĄD GMINY", which has issued it.
    if (ends_with_years(title) && begins(tables_.publisher, words_of(i)) &&
        !begins(tables_.owner, words_of(i)))
      break;
    const bool capitals = all_capitals(title) && all_capitals(line(i));
    // "DEKLARACJA WSPÓŁPRACY", and below it the text.
    const bool apart = all_capitals(title) && !all_capitals(line(i)) && blank_before(i) > 0;
    // A line as wide as the page goes on in the next one.
    constexpr std::size_t kWide = 75;
    const bool wide = line(i - 1).size() >= kWide && blank_before(i) == 0 && !ends_with_years(title);
    // Lines that stand in the middle of the page, an empty one below them.
    constexpr std::size_t kCentred = 5;  // code points
    const bool centred =
        i > begin + 1 && starts_lower(line(i - 1)) && blank_before(i) == 0 &&
        (blank_before(i + 1) > 0 || (i + 1 < size() && stands_in(tables_.parties, words_of(i + 1)))) &&
        source_.lines[i].indent >= kCentred && source_.lines[i - 1].indent >= kCentred &&
        !all_capitals(line(i));
    const bool named_below = line(i).starts_with("„") && ends_open(title);
    const bool joined_by_word = starts_lower(line(i)) || worn_preposition(i) || named_below ||
                                (capitals && begins(tables_.joint, words_of(i))) || ends_joint(title) ||
                                (is_open(title) && !apart) || begins(tables_.owner, words_of(i));
    const bool same_head = (capitals && (blank_before(i) == 0 || leads_on(i))) || leads_down(i) ||
                           leads_to_years(i) || (blank_before(i) == 0 && years_alone(i));
    if (!continued && !joined_by_word && !wide && !same_head && !centred) break;
    append(title, line(i));
  }
  if (end) *end = i;
  return utf8::collapse(title);
}

// Whether lines in capitals lead from here to one that goes on with a title: on a cover, and in a scan,
// each of its lines may stand apart.
bool TitleReader::leads_on(std::size_t i) const {
  constexpr std::size_t kMostLines = 3;
  for (std::size_t k = i; k < std::min(size(), i + kMostLines); ++k) {
    if (!all_capitals(line(k)) || blank_before(k) > 1) return false;
    if (begins(tables_.goes_on, words_of(k))) return k > i;
  }
  return false;
}

// "Strategia Zintegrowanych Inwestycji Terytorialnych" over "Obszaru Funkcjonalnego Lubicza" over "na lata
// …": whether the lines from here on, none apart, lead to one that goes on with a title.
bool TitleReader::leads_down(std::size_t i) const {
  constexpr std::size_t kMostLines = 3;
  for (std::size_t k = i; k < std::min(size(), i + kMostLines); ++k) {
    if (blank_before(k) > 0 || ends_with_any(line(k), ".:;,") || is_meta(k) || is_item(line(k))) return false;
    if (begins(tables_.goes_on, words_of(k))) return k > i;
  }
  return false;
}

// The same where words and years end the last of them, and an empty line stands below: "Miejskiego Obszaru
// Funkcjonalnego Lubicz 2021–2027".
bool TitleReader::leads_to_years(std::size_t i) const {
  constexpr std::size_t kMostLines = 2;
  for (std::size_t k = i; k < std::min(size(), i + kMostLines); ++k) {
    if (blank_before(k) > 0 || ends_with_any(line(k), ".:;,") || is_meta(k) || is_item(line(k))) return false;
    if (ends_with_years(line(k)) || (k > i && years_alone(k))) return blank_before(k + 1) > 0;
  }
  return false;
}

// "zawarte w dniu … pomiędzy …", and below it "w sprawie …"; 0 where there is no such line.
std::size_t TitleReader::subject_below(std::size_t parties) const {
  constexpr std::size_t kMostLines = 10;
  for (std::size_t i = parties; i < std::min(size(), parties + kMostLines); ++i) {
    if (line(i).starts_with("§") || begins(tables_.body, words_of(i))) return 0;
    if (nearly(tables_.subject, words_of(i))) return i;
  }
  return 0;
}

// Where in the line behind its first words "w sprawie …" begins; 0 where it has none.
std::size_t TitleReader::subject_within(std::size_t i) const {
  const Words& words = words_of(i);
  for (std::size_t at = 1; at < words.size(); ++at)
    if (begins(tables_.subject, words, at)) return words[at].begin;
  return 0;
}

// "List intencyjny w sprawie budowy drogi, pomiędzy:" → without whom it is between.
std::string TitleReader::without_parties(std::string title) const {
  const Words words = folded_words(title);
  if (words.empty() || !begins(tables_.parties, words, words.size() - 1)) return title;
  title.resize(words.back().begin);
  while (!title.empty() && (title.back() == ' ' || title.back() == ',')) title.pop_back();
  return title;
}

// "Program współpracy", and below it "Z organizacjami": recognition takes a letter alone for a capital.
bool TitleReader::worn_preposition(std::size_t i) const {
  return source_.lost_diacritics && words_of(i).size() > 1 && words_of(i).front().text.size() == 1 &&
         !is_item(line(i)) && begins(tables_.joint, words_of(i));
}

bool TitleReader::ends_joint(std::string_view text) const {
  const Words words = folded_words(text);
  return text.ends_with('-') || text.ends_with(',') ||
         (!words.empty() && words.back().end == text.size() &&
          begins(tables_.joint, words, words.size() - 1));
}

// "Porozumienie w sprawie realizacji projektu": its name stands below.
bool TitleReader::ends_open(std::string_view title) const {
  const Words words = folded_words(title);
  return !words.empty() && words.back().end == title.size() && begins(tables_.call, words, words.size() - 1);
}

// "Strategia Rozwoju": somebody's.
bool TitleReader::is_open(std::string_view title) const {
  const Words words = folded_words(title);
  constexpr std::size_t kFewWords = 3;
  return !words.empty() && words.size() <= kFewWords && begins(tables_.open, words, words.size() - 1);
}

// "2018–2026" below the words of a title.
bool TitleReader::years_alone(std::size_t i) const {
  return words_of(i).size() == 2 && year_range(words_of(i), 0);
}

}  // namespace szukajst::indexer::extract
