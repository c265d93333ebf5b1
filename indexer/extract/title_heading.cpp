// Titles of all other texts: the line among the first ones that most looks like a heading.
#include "indexer/extract/title_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/extract/title_text.h"

namespace szukajst::indexer::extract {

namespace utf8 = core::utf8;
using namespace title_text;

constexpr std::size_t kLongestHeading = 260;  // bytes

Title TitleReader::heading() const {
  constexpr int kHeading = 3;  // the least score of what is no running text
  std::size_t best = 0;
  int best_score = -100;
  constexpr int kProsePenalty = 5;
  for (std::size_t i = 0; i < std::min(size(), prose_ + 1); ++i) {
    if (const int score = heading_score(i) - (i == prose_ ? kProsePenalty : 0);
        score > best_score || (score == best_score && prose_ < size()))
      best_score = score, best = i;
  }
  if (best_score < 0 && !source_.title_hint.empty()) return {utf8::collapse(source_.title_hint), true};
  const bool own = !source_.title_hint.empty() || (best_score >= kHeading && stands_apart(best));
  if (best > 0 && stands_above(best - 1, best)) {
    std::string title(line(best - 1));
    // "WIZYTA STUDYJNA SAMORZĄDOWCÓW / Z POWIATU …": no subtitle begins with a preposition.
    if (all_capitals(title) && begins(tables_.joint, words_of(best))) append(title, line(best));
    return {without_site(title), own};
  }
  if (best > 0 && first_sentence_above(best)) {
    std::string title(line(best - 1));
    append(title, line(best));
    return {without_site(title), own};
  }
  // The second line of a heading that was wrapped.
  if (best > 0 && starts_lower(line(best)) && !is_meta(best - 1) && !starts_lower(line(best - 1)) &&
      (!ends_with_any(line(best - 1), ".;:") || colon_above(best)) &&
      (blank_before(best) == 0 || source_.lost_diacritics)) {
    std::string title(line(best - 1));
    append(title, line(best));
    return {without_site(title), own};
  }
  std::string title(line(best));
  // A text without a heading: its first sentence says what it is about.
  constexpr std::size_t kParagraph = 160;  // bytes
  if (best == prose_ && title.size() > kParagraph)
    title.resize(std::min(title.size(), first_sentence_end(title)));
  // A heading that was wrapped.
  if (best + 1 < std::min(size(), prose_) && blank_before(best + 1) == 0 && !is_meta(best + 1) &&
      (starts_lower(line(best + 1)) || ends_joint(title) ||
       (all_capitals(title) && all_capitals(line(best + 1)))) &&
      !ends_with_any(line(best + 1), ".:;"))
    append(title, line(best + 1));
  return {without_site(title), own};
}

int TitleReader::heading_score(std::size_t i) const {
  const std::string_view text = line(i);
  constexpr int kFarthest = 4;
  if (text.size() > kLongestHeading || underline(text) || in_card(i) || menu_in_brackets(text)) return -50;
  // "SPOŁECZNA SPIŻARNIA / czyli jak …": a heading that goes on below, in a card's document.
  const bool wrapped = practice_ != nullptr && i + 1 < practice_->first_line && i + 1 < prose_ &&
                       blank_before(i + 1) == 0 && starts_lower(line(i + 1)) && !is_meta(i + 1) &&
                       !ends_with_any(line(i + 1), ".,:;");
  const std::size_t last = wrapped ? i + 1 : i;
  const auto count = words_of(i).size() + (wrapped ? words_of(last).size() : 0);
  int score = count >= 4 ? 2 : count == 3 ? 1 : count <= 1 ? -2 : 0;
  const std::string_view printed = source_.line(i);
  if ((i + 1 < size() && underline(line(i + 1))) || printed.starts_with("# ") || printed.starts_with("##"))
    score += 3;
  // "28.03.2019" right below, as under an article's heading
  if (i + 1 < size() && blank_before(i + 1) == 0 && mostly_digits(i + 1) && !mostly_digits(i) &&
      utf8::is_digit(first_char(line(i + 1))))
    ++score;
  if (blank_before(i) > 0 || i == 0) ++score;
  // "Studium nr 8" below a practice's name says nothing of its own.
  const bool numbered_below = practice_ != nullptr && i > 0 && i + 1 < size() && mostly_digits(i + 1);
  if (last + 1 >= size() || blank_before(last + 1) > 0 || last + 1 == prose_ || numbered_below) ++score;
  if (practice_ != nullptr && i < practice_->first_line) score += 2;  // a card stands below its title
  if (is_meta(i)) score -= 5;
  if (begins(tables_.publisher, words_of(i))) score -= is_masthead(i) ? 7 : 2;
  bool years = false;
  for (std::size_t at = 0; at < words_of(i).size(); ++at) years = years || year_range(words_of(i), at);
  // "Lubicz 2030"
  years = years || (words_of(i).size() == 2 && is_year(words_of(i).back()) && !is_year(words_of(i).front()));
  if ((mostly_digits(i) && !years) || begins_with_day(i)) score -= 4;
  if (is_item(text) || is_byline(i)) score -= 4;
  if (ends_with_any(text, ".,;:")) score -= 4;
  if (starts_lower(text)) score -= 2;
  if (text.starts_with("§")) score -= 4;
  const bool sentences = i == prose_ && has_sentence_end(text);
  for (std::size_t at = 1; at < words_of(i).size() && !sentences; ++at)
    if (year_range(words_of(i), at) || begins(tables_.named, words_of(i), at)) {
      score += 4;
      break;
    }
  if (echoed(text, i)) score += 4;
  if (!source_.title_hint.empty() && likeness(source_.title_hint, text) > 0.9) score += 6;
  int between = 0;
  for (std::size_t k = last + 1; k < prose_ && prose_ < size(); ++k)
    if (!in_card(k) && !is_meta(k) && !mostly_digits(k) && !underline(line(k))) ++between;
  return score - std::min(between, kFarthest);
}

// A heading right above the one that was found, which is its subtitle then.
bool TitleReader::stands_above(std::size_t above, std::size_t heading) const {
  constexpr std::size_t kFewWords = 2, kHeadline = 5;
  return source_.title_hint.empty() && heading < prose_ && blank_before(heading) == 0 &&
         blank_before(heading + 1) > 0 && (above == 0 || blank_before(above) > 0) &&
         words_of(above).size() >= kFewWords && !is_meta(above) && !mostly_digits(above) &&
         !begins(tables_.publisher, words_of(above)) && !ends_with_any(line(above), ".,;:") &&
         !starts_lower(line(heading)) && !ends_joint(line(above)) && !underline(line(heading)) &&
         (all_capitals(line(above)) == all_capitals(line(heading)) ||
          // "MOST ŁĄCZY DWA BRZEGI STRUGI" over "Otwarcie w maju"
          (all_capitals(line(above)) && words_of(above).size() >= kHeadline));
}

// "Prąd z dachu szkoły. / Trzy gminy chcą spółki": a heading of two sentences, a line each.
bool TitleReader::first_sentence_above(std::size_t heading) const {
  constexpr std::size_t kFewWords = 2, kMostWords = 9;
  const std::size_t above = heading - 1;
  return source_.title_hint.empty() && heading < prose_ && blank_before(heading) == 0 &&
         blank_before(heading + 1) > 0 && (above == 0 || blank_before(above) > 0) &&
         words_of(above).size() >= kFewWords && words_of(above).size() <= kMostWords && !is_meta(above) &&
         !mostly_digits(above) && ends_with_any(line(above), ".!?") && !is_item(line(above)) &&
         !is_item(line(heading)) && !ends_with_any(line(heading), ",;:") && !starts_lower(line(heading)) &&
         all_capitals(line(above)) == all_capitals(line(heading));
}

// "Żłobek w Lipkach: / wmurowano kamień": the first part of a heading, apart from what stands above it.
bool TitleReader::colon_above(std::size_t i) const {
  const std::size_t above = i - 1;
  return line(above).ends_with(':') && words_of(above).size() > 1 &&
         (above == 0 || blank_before(above) > 0) && blank_before(i + 1) > 0 && !is_item(line(above));
}

// Near the top, with nothing that goes on with it right below: no line of a verse or of a talk. Recognition
// loses blank lines, but a heading is shorter than the text's lines.
bool TitleReader::stands_apart(std::size_t i) const {
  constexpr std::size_t kTop = 8, kVeryTop = 2;
  if (i > kTop || line(i).starts_with("—")) return false;
  return i + 1 >= size() || blank_before(i + 1) > 0 || (i <= kVeryTop && all_capitals(line(i)));
}

// "Gazeta Powiatowa Nr 3/2020"
bool TitleReader::is_masthead(std::size_t i) const {
  return stands_in(tables_.issue, words_of(i));
}

// Named again in the page's head ("Nowy most | Powiat") or where readers comment on it ("komentarze (3)
// (Nowy most)").
namespace {

// Whether a sign may stand alone in the text, as those that set apart a page's names: between blanks one to
// three bytes, the first of which is no plain letter.
bool may_hold_mark(std::string_view text) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const char sign = at + 1 < text.size() ? text[at + 1] : 'a';
    const bool plain = (sign | 0x20) >= 'a' && (sign | 0x20) <= 'z';
    if (!plain && text.substr(at + 2, 3).find(' ') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool TitleReader::echoed(std::string_view text, std::size_t but) const {
  constexpr std::size_t kLongEnough = 8, kHeadLines = 3, kPathLines = 6;
  static constexpr std::array<std::string_view, 7> kMarks = {" | ", " » ", " > ", " / ", " › ", " – ", " - "};
  if (text.size() < kLongEnough || is_meta(but)) return false;
  const std::string in_brackets = "(" + std::string(text) + ")";
  for (std::size_t i = 0; i < source_.lines.size(); ++i) {
    if (i == but) continue;
    if (line(i).find(in_brackets) != std::string_view::npos) return true;
    if (i < kHeadLines && line(i).starts_with(text) && line(i).size() > text.size()) {
      const char32_t next = first_char(utf8::trim(line(i).substr(text.size())));
      if (next == '|' || next == '-' || next == U'–' || next == ':' || next == U'»') return true;
    }
    // "Gmina Lubicz | Nowy most", also damaged in one of the two places.
    constexpr double kSame = 0.9;
    if (i >= kPathLines || i >= but) continue;
    // "Start » Aktualności » Nowy most": a path of the site, and a page's name behind whose it is.
    if (!may_hold_mark(line(i))) continue;
    for (const std::string_view mark : kMarks)
      if (const std::size_t bar = line(i).rfind(mark); bar != std::string_view::npos)
        if (likeness(utf8::trim(line(i).substr(bar + mark.size())), text) >= kSame) return true;
  }
  return false;
}

}  // namespace szukajst::indexer::extract
