#include "language/repair_breaks.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

constexpr double kCertainty = 0.9;
// Signs that recognition takes a hyphen at a line's end for, or sees beside it.
constexpr std::array<std::string_view, 16> kLikeHyphen{"=", ":",  "*", "~", "+", "»", "«", "”",
                                                       "“", "\"", "'", "’", "_", ";", "•", "^"};
constexpr std::array<std::string_view, 5> kHyphens{"-", "¬", "‐", "—", "–"};
constexpr std::array<std::string_view, 20> kSpecks{".", ",", "'", "\"", "„", "”", "“", "_", "*", "—",
                                                   "–", "|", "=", ":",  ";", "(", "»", "«", "~", "-"};
// Those of them that no word has behind it otherwise.
constexpr std::string_view kNoStop = "=*~+»_•^";
// How many line ends may lie between: recognition sees empty lines where lines are set wide.
constexpr std::ptrdiff_t kLineEnds = 2;
// Two clear cases show that a document's hyphens were read as this sign.
constexpr int kHabit = 2;
// So many letters are a word by no chance.
constexpr std::size_t kLongJoined = 6;
// A line that its width broke is at least so wide, in tenths of the page.
constexpr std::size_t kFull = 7;

template <typename Table>
bool one_of(const Table& table, std::string_view sign) {
  return std::ranges::find(table, sign) != table.end();
}

// Whether it is nothing but specks, at most `most` of them.
bool all_specks(std::string_view signs, int most) {
  int count = 0;
  for (std::size_t at = 0; at < signs.size();) {
    const auto begin = at;
    utf8::next(signs, at);
    if (signs[begin] == ' ') continue;
    if (++count > most || !one_of(kSpecks, signs.substr(begin, at - begin))) return false;
  }
  return true;
}

// Two pieces that may be one word.
struct Break {
  ByteRange first, second;  // their letters
  std::string_view tail;    // what is between the first's letters and the line's end
  std::string_view head;    // and between the line's begin and the second's letters
  std::string_view line_end;
  bool full = false;  // the line is as wide as the page's are
};

// What the text has at the end of `line` and the beginning of `next`; false where no word can be parted.
bool break_at(std::string_view text, const TextLine& line, const TextLine& next, std::size_t width,
              Break& found) {
  // One run of specks may stand behind the hyphen, one before the second piece.
  std::size_t last = line.runs.size() - 1, first = 0;
  const auto letters = [&](ByteRange run, bool at_end) {
    // Signs around the letters.
    std::size_t begin = run.begin, end = run.end;
    if (at_end) {
      while (end > begin && !utf8::is_letter(code_point_before(text, end))) {
        do --end;
        while (end > begin && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
      }
      const auto range = letters_at_end(text.substr(begin, end - begin));
      return ByteRange{begin + range.begin, begin + range.end};
    }
    while (begin < end && !utf8::is_letter(code_point_at(text, begin))) {
      const auto c = begin;
      if (utf8::is_digit(code_point_at(text, c))) return ByteRange{begin, begin};
      utf8::next(text, begin);
    }
    const auto range = letters_at_begin(text.substr(begin, end - begin));
    return ByteRange{begin + range.begin, begin + range.end};
  };
  if (last > 0 && all_specks(line.runs[last].in(text), 2)) --last;
  if (next.runs.size() > 1 && all_specks(next.runs[0].in(text), 2)) first = 1;
  found.first = letters(line.runs[last], true);
  found.second = letters(next.runs[first], false);
  if (found.first.size() == 0 || found.second.size() == 0) return false;
  if (!begins_lower(found.second.in(text))) return false;
  found.tail = utf8::trim(text.substr(found.first.end, line.range.end - found.first.end));
  found.head = utf8::trim(text.substr(next.range.begin, found.second.begin - next.range.begin));
  found.line_end = text.substr(line.range.end, next.range.begin - line.range.end);
  found.full = width > 0 && 10 * utf8::length(line.range.in(text)) >= kFull * width;
  return std::ranges::count(found.line_end, '\n') <= kLineEnds && utf8::length(found.tail) <= 4 &&
         utf8::length(found.head) <= 3;
}

class Mender {
 public:
  Mender(const TextLines& lines, const WordTests& words)
      : text_(lines.text()), lines_(lines), words_(words) {}

  std::vector<core::Repair> mend() {
    const std::size_t width = page_width(lines_);
    std::vector<Break> breaks;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      Break found;
      if (break_at(text_, lines_[i], lines_[i + 1], width, found)) breaks.push_back(found);
    }
    for (const Break& found : breaks) {
      if (one_of(kLikeHyphen, found.tail) && found.head.empty() && clear(found)) ++habits_[found.tail];
    }
    std::vector<core::Repair> repairs;
    for (const Break& found : breaks) mend(found, repairs);
    return repairs;
  }

 private:
  bool joined_known(const Break& found) const { return words_.known(joined(found)); }
  std::string joined(const Break& found) const {
    return std::string(found.first.in(text_)) + std::string(found.second.in(text_));
  }
  bool both_known(const Break& found) const {
    return words_.common(found.first.in(text_)) && words_.common(found.second.in(text_));
  }
  bool clear(const Break& found) const { return joined_known(found) && !both_known(found); }

  // Whether the pieces are one word.
  bool one_word(const Break& found) const {
    const bool long_enough =
        utf8::length(found.first.in(text_)) >= 2 && utf8::length(found.second.in(text_)) >= 2;
    const auto hyphen =
        std::ranges::find_if(kHyphens, [&](std::string_view h) { return found.tail.starts_with(h); });
    if (hyphen != kHyphens.end()) {
      const auto rest = found.tail.substr(hyphen->size());
      if (!all_specks(rest, 3) || !all_specks(found.head, 2)) return false;
      if (*hyphen == "—" || *hyphen == "–") return clear(found);
      return joined_known(found) || (!both_known(found) && found.head.empty());
    }
    if (!all_specks(found.head, 1)) return false;
    if (found.tail.empty()) return found.full && long_enough && clear(found);
    const auto habit = habits_.find(found.tail);
    // Then also where the second piece is no word: "Nie:|czajówną".
    if (habit != habits_.end() && habit->second >= kHabit && found.head.empty())
      return joined_known(found) || (long_enough && !words_.known(found.second.in(text_)));
    if (kNoStop.find(found.tail) != std::string_view::npos && found.head.empty() && long_enough)
      return joined_known(found);
    if (found.tail == "." || found.tail == ",")
      return found.full && long_enough && clear(found) && !words_.known(found.second.in(text_));
    return one_of(kLikeHyphen, found.tail) && clear(found);
  }

  // "Zaz|granicznych", "wynajęs|cie": the hyphen was read as a letter.
  bool letter_for_hyphen(const Break& found) const {
    if (!found.full || !found.head.empty() || !(found.tail.empty() || found.tail == ":" || found.tail == "*"))
      return false;
    const auto first = found.first.in(text_), second = found.second.in(text_);
    std::size_t end = first.size();
    do --end;
    while (end > 0 && (static_cast<unsigned char>(first[end]) & 0xC0U) == 0x80U);
    if (end == 0 || utf8::length(second) < 2 || both_known(found)) return false;
    const std::string joined = std::string(first.substr(0, end)) + std::string(second);
    return utf8::length(joined) >= kLongJoined && words_.common(joined);
  }

  void mend(const Break& found, std::vector<core::Repair>& repairs) const {
    if ((found.tail == "-" || found.tail == "¬" || found.tail == "‐") && found.head.empty()) return;
    const bool whole = one_word(found);
    if (!whole && !letter_for_hyphen(found)) return;
    // From the last letter of the first piece on, as there may be nothing between it and the line's end.
    std::size_t begin = found.first.end;
    do --begin;
    while ((static_cast<unsigned char>(text_[begin]) & 0xC0U) == 0x80U);
    std::string mended;
    if (whole) mended = text_.substr(begin, found.first.end - begin);
    mended += '-';
    mended += found.line_end;
    repairs.push_back({{begin, found.second.begin}, std::move(mended), kCertainty});
  }

  std::string_view text_;
  const TextLines& lines_;
  const WordTests& words_;
  std::map<std::string_view, int> habits_;
};

}  // namespace

std::vector<core::Repair> mend_breaks(const TextLines& lines, const WordTests& words) {
  return Mender(lines, words).mend();
}

}  // namespace szukajst::language
