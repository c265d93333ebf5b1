#include "language/repair_stops.h"

#include <algorithm>
#include <string>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

constexpr double kCertainty = 0.8;
// Shorter words may be abbreviations that no list has.
constexpr std::size_t kNoAbbreviation = 4;

// Whether no letter but the first is a capital.
bool small(std::string_view word) {
  std::size_t at = 0;
  utf8::next(word, at);
  while (at < word.size()) {
    if (utf8::is_upper(utf8::next(word, at))) return false;
  }
  return true;
}

}  // namespace

std::vector<core::Repair> mend_stops(const TextLines& lines, const WordTests& words, const WordLists& lists) {
  std::vector<core::Repair> repairs;
  const std::string_view text = lines.text();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    for (std::size_t k = 0; k < line.runs.size(); ++k) {
      const auto run = line.runs[k].in(text);
      if (run.size() < 2 || (run.back() != '.' && run.back() != ',')) continue;
      const auto stem = run.substr(0, run.size() - 1);
      const auto letters = letters_at_end(stem);
      const auto word = letters.in(stem);
      if (letters.begin != 0 || word.empty() || !small(word)) continue;
      // "XV w. oraz", "z o.o. lub"
      if (word.size() == 1 && (k == 0 || !begins_lower(line.runs[k - 1].in(text)))) continue;
      const ByteRange sign{line.runs[k].end - 1, line.runs[k].end};
      const bool last = k + 1 == line.runs.size();
      if (last && i + 1 == lines.size()) continue;
      const auto next = (last ? lines[i + 1].runs[0] : line.runs[k + 1]).in(text);
      const auto next_word = letters_at_begin(next).in(next);
      if (run.back() == '.') {
        if (!begins_lower(next) || !words.known(word) || !words.known(next_word)) continue;
        if (next.substr(next_word.size()).starts_with(')')) continue;
        // "i w. in."
        if (next.ends_with('.') && utf8::length(next_word) < kNoAbbreviation) continue;
        if (last && std::ranges::count(text.substr(sign.end, lines[i + 1].range.begin - sign.end), '\n') > 1)
          continue;
        if (is_one_of(lists.leaning, word)) {
          // With the letter before it, so that something is left.
          repairs.push_back({{sign.begin, sign.end + 1}, std::string(text.substr(sign.end, 1)), kCertainty});
          continue;
        }
        const std::size_t length = utf8::length(word);
        if (words.abbreviation(word) || is_one_of(lists.labels, word) || length < 2 ||
            (length < kNoAbbreviation && !is_one_of(lists.after_comma, next_word)))
          continue;
        repairs.push_back({sign, ",", kCertainty});
      } else if (last) {
        // A paragraph ends where speech begins.
        const auto& speech = lines[i + 1];
        if (speech.runs.size() > 1 && next == "—" && begins_upper(speech.runs[1].in(text)))
          repairs.push_back({sign, ".", kCertainty});
      } else if (begins_upper(next) && !next.substr(next_word.size()).starts_with("’") &&
                 !next.substr(next_word.size()).starts_with('\'') && words.opens(next_word)) {
        repairs.push_back({sign, ".", kCertainty});
      }
    }
  }
  return repairs;
}

}  // namespace szukajst::language
