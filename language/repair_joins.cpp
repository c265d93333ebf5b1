#include "language/repair_joins.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

constexpr double kCertainty = 0.8;
constexpr std::size_t kShortest = 4;
// What an engine without Polish makes of "zł".
constexpr std::array<std::string_view, 3> kZloty{"zt", "zl", "zi"};

// Where a word's small word ends, or 0: the first letter of "izdrowi", but for the last of "WIZJAI".
std::size_t small_word(std::string_view word, const WordTests& words, const WordLists& lists,
                       bool knows_polish) {
  std::size_t end = 0;
  utf8::next(word, end);
  const auto small = word.substr(0, end), rest = word.substr(end);
  const bool capital = small == "I" || small == "A";
  if (knows_polish && capital && begins_lower(rest) && utf8::length(rest) >= 2)
    return words.common(rest) && words.opens(rest) ? end : 0;
  if (begins_lower(small)) {
    // Old print wrote "zdaleka", "wkońcu" in one word.
    if (!is_one_of(lists.joined, small) || (knows_polish && small != "i")) return 0;
    if (begins_upper(rest)) return words.known(rest) ? end : 0;
    return utf8::length(rest) >= kShortest && words.common(rest) ? end : 0;
  }
  const auto before = word.substr(0, word.size() - 1);
  const bool heading = word.ends_with('I') && utf8::is_upper(code_point_before(before, before.size())) &&
                       before.find_first_not_of("IVXLCDM") != std::string_view::npos;
  return heading && utf8::length(before) >= kShortest && words.known(before) ? before.size() : 0;
}

// "it. d.", "it.p."
bool and_so_on(std::string_view run, std::string_view next) {
  constexpr std::string_view kAnd = "it.";
  if (!run.starts_with(kAnd)) return false;
  const auto rest = run.size() > kAnd.size() ? run.substr(kAnd.size()) : next;
  return rest.starts_with("d.") || rest.starts_with("p.");
}

}  // namespace

std::vector<core::Repair> mend_joins(const TextLines& lines, const WordTests& words, const WordLists& lists,
                                     bool knows_polish) {
  std::vector<core::Repair> repairs;
  const std::string_view text = lines.text();
  for (const TextLine& line : lines) {
    for (std::size_t i = 0; i < line.runs.size(); ++i) {
      const auto run = line.runs[i].in(text);
      // The run's one word, among signs.
      std::size_t begin = 0;
      while (begin < run.size() && !utf8::is_letter(code_point_at(run, begin))) utf8::next(run, begin);
      const auto word = letters_at_begin(run.substr(begin)).in(run.substr(begin));
      const auto after = i + 1 < line.runs.size() ? line.runs[i + 1].in(text) : std::string_view();
      if (knows_polish && and_so_on(run, after)) {
        repairs.push_back({{line.runs[i].begin, line.runs[i].begin + 2}, "i t", kCertainty});
        continue;
      }
      if (word.size() < 3 || (begin > 0 && utf8::is_digit(code_point_before(run, begin)))) continue;
      const auto behind = run.substr(begin + word.size());
      if (behind.find_first_not_of(".,;:!?)\"") != std::string_view::npos && !behind.starts_with("”"))
        continue;
      if (words.known(word)) continue;
      const auto part = [&](std::size_t at, std::string_view first) {
        const std::size_t from = line.runs[i].begin + begin;
        std::string mended(first);
        mended += ' ';
        std::size_t end = at;
        utf8::next(word, end);
        mended += word.substr(at, end - at);
        repairs.push_back({{from, from + end}, std::move(mended), kCertainty});
      };
      const bool sum = i > 0 && utf8::is_digit(static_cast<unsigned char>(line.runs[i - 1].in(text).back()));
      if (!knows_polish && (sum || (i > 0 && is_one_of(lists.amounts, line.runs[i - 1].in(text)))) &&
          std::ranges::find(kZloty, word.substr(0, 2)) != kZloty.end() &&
          is_one_of(lists.leaning, word.substr(2))) {
        part(2, "zł");
        continue;
      }
      if (words.mendable(word)) continue;
      const std::size_t at = small_word(word, words, lists, knows_polish);
      if (at > 0) part(at, word.substr(0, at));
    }
  }
  return repairs;
}

}  // namespace szukajst::language
