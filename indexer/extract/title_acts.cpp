// Titles of acts and minutes: from what they are called as far as their legal grounds.
#include "indexer/extract/title_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/extract/title_text.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using namespace title_text;

namespace {

// Whether the shorter of them is how the other begins.
bool same_beginning(const Words& a, const Words& b) {
  const auto common = static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
  return std::equal(a.begin(), a.begin() + common, b.begin(),
                    [](const FoldedWord& one, const FoldedWord& other) { return one.text == other.text; });
}

}  // namespace

// "UCHWAŁA NR … w sprawie …" as far as its legal grounds; "Protokół Nr … z sesji … odbytej …".
std::optional<std::string> TitleReader::act_or_minutes() const {
  constexpr std::size_t kHeadLines = 60;
  for (std::size_t i = 0; i < std::min(size(), kHeadLines); ++i) {
    // Below the first paragraph nothing heads the text any more.
    if (paragraph_ < i && has_sentence_end(line(paragraph_))) break;
    if (starts_lower(line(i))) continue;
    // "OGŁOSZENIE": an act below it is but its grounds.
    if (announces_itself(i)) return std::nullopt;
    if (begins(tables_.act, words_of(i)) || (all_capitals(line(i)) && nearly(tables_.act, words_of(i))))
      if (!heads_attachment(i)) {
        std::string act = joined_act(again_below(i));
        return adopted_below(i, act).value_or(std::move(act));
      }
    if (!begins(tables_.minutes, words_of(i))) continue;
    // "Protokół nr 8/07 z sesji Rady … odbytej …" above "Protokół nr 8/07" says more than what it stands
    // above.
    const std::size_t again = again_below(i);
    std::string title = joined(again);
    if (words_of(again).size() < words_of(i).size())
      if (std::string above = joined(i); above.size() > title.size()) title = std::move(above);
    // "Protokół nr VII/11" above "z sesji Rady …, która odbyła się ….", a sentence's end or not
    constexpr std::size_t kBare = 4, kLongestLine = 250;  // words; bytes
    const std::size_t next = again + 1;
    if (folded_words(title).size() <= kBare && next < size() && line(next).starts_with("z ") &&
        line(next).size() <= kLongestLine) {
      append(title, line(next));
      if (title.ends_with('.') && !title.ends_with(" r.")) title.pop_back();
    }
    return title;
  }
  return std::nullopt;
}

// "Załącznik do uchwały" over "STRATEGIA ROZWOJU GMINY …", behind a short resolution "w sprawie przyjęcia
// Strategii …": most of the text is what it adopts.
std::optional<std::string> TitleReader::adopted_below(std::size_t act, std::string_view title) const {
  constexpr std::size_t kNear = 8, kTimes = 3;  // lines below the word; times as long
  const Words subject = folded_words(title);
  if (!stands_in(tables_.adopts, subject)) return std::nullopt;
  for (std::size_t i = act + 1; i < size(); ++i) {
    if (!nearly(tables_.attachment, words_of(i)) || blank_before(i) == 0) continue;
    const std::size_t begin = source_.lines[i].range.begin;
    if (source_.text().size() - begin < kTimes * (begin - source_.lines[act].range.begin))
      return std::nullopt;
    for (std::size_t k = i + 1; k < std::min(size(), i + kNear); ++k)
      if (begins(tables_.plan, words_of(k)) && blank_before(k) > 0) return without_remark(joined(k));
    return std::nullopt;
  }
  return std::nullopt;
}

// "OGŁOSZENIE", "O B W I E S Z C Z E N I E", alone on its line.
bool TitleReader::announces_itself(std::size_t i) const {
  return words_of(i).size() == 1 && all_capitals(line(i)) && begins(tables_.call_out, words_of(i));
}

// "Protokół Nr 5/2018", as a site calls it, above "PROTOKÓŁ NR 5/2018 / z … sesji …": where the act itself
// begins, or `begin`.
std::size_t TitleReader::again_below(std::size_t begin) const {
  constexpr std::size_t kFarthest = 12, kFewest = 3;
  for (std::size_t i = begin + 1; i < std::min(size(), begin + kFarthest); ++i) {
    if (std::min(words_of(begin).size(), words_of(i).size()) >= kFewest &&
        same_beginning(words_of(begin), words_of(i)))
      return i;
  }
  return begin;
}

// "Załącznik do / uchwały Nr …" or "Uchwała Nr … / Załącznik / Program …": the act is another document.
bool TitleReader::heads_attachment(std::size_t begin) const {
  constexpr std::size_t kBack = 2;
  for (std::size_t i = begin > kBack ? begin - kBack : 0; i < begin; ++i)
    if (nearly(tables_.attachment, words_of(i))) return true;
  for (std::size_t i = begin; i < std::min(size(), begin + kLongestHead); ++i) {
    if (subject_in(i) || line(i).starts_with("§") || begins(tables_.body, words_of(i))) return false;
    if (i > begin && (nearly(tables_.attachment, words_of(i)) || begins(tables_.named, words_of(i))))
      return true;
  }
  return false;
}

std::string TitleReader::joined_act(std::size_t begin) const {
  std::string title(line(begin));
  bool subject = subject_in(begin);
  for (std::size_t i = begin + 1; i < std::min(size(), begin + kLongestHead); ++i) {
    if (line(i).starts_with("§") || begins(tables_.body, words_of(i)) || begins(tables_.parties, words_of(i)))
      break;
    if (subject && blank_before(i) > 0 && !starts_lower(line(i)) && !ends_joint(title)) break;
    // "1 UCHWAŁA NR …": the act itself below what a site says of it.
    if (const std::size_t number = line(i).find_first_not_of("0123456789 ");
        !subject && number > 0 && number < line(i).size() &&
        begins(tables_.act, folded_words(line(i).substr(number))) &&
        same_beginning(words_of(begin), folded_words(line(i).substr(number)))) {
      title = line(i).substr(number);
      subject = subject_in(i);
      continue;
    }
    append(title, line(i));
    subject = subject || subject_in(i);
  }
  title = without_body(std::move(title));
  // What has grown without ever saying what the act is about has run into its text.
  constexpr std::size_t kLongest = 400;
  return !subject && title.size() > kLongest ? joined(begin) : utf8::collapse(title);
}

// "Uchwała … w sprawie … Na podstawie art. 18 …": an act whose lines were lost, without its grounds and
// text.
std::string TitleReader::without_body(std::string title) const {
  constexpr std::size_t kHead = 2;  // words that an act has at least
  const Words words = folded_words(title);
  for (std::size_t at = kHead; at < words.size(); ++at)
    if (utf8::is_upper(first_char(std::string_view(title).substr(words[at].begin))) &&
        begins(tables_.body, words, at)) {
      title.resize(words[at].begin);
      break;
    }
  title.resize(std::min(title.size(), title.find(" § ")));
  return title;
}

bool TitleReader::subject_in(std::size_t i) const {
  return stands_in(tables_.subject, words_of(i));
}

}  // namespace szukajst::indexer::extract
