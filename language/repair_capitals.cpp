#include "language/repair_capitals.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;
using core::ByteRange;

constexpr double kCertainty = 0.8;
// Letters whose mark makes them as high as a capital.
constexpr std::array<std::string_view, 4> kMarked{"Ś", "Ż", "Ź", "Ć"};
// So many letters are no abbreviation ("kWh") and no brand's name.
constexpr std::size_t kShortestWord = 5;
// What stands between the words of one sentence.
constexpr std::string_view kComma = ",";

// Where its one capital stands that is not its first letter, behind two small ones at least or behind the
// first; npos where there is none, or more of them.
std::size_t inner_capital(std::string_view word) {
  std::size_t place = std::string_view::npos;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t here = at;
    if (!utf8::is_upper(utf8::next(word, at)) || here == 0) continue;
    if (place != std::string_view::npos) return std::string_view::npos;
    place = here;
  }
  return place;
}

// The letter that begins at `at`, as a repair that makes it small.
core::Repair small_letter(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::string letter;
  utf8::append(letter, utf8::lower(utf8::next(text, end)));
  return {{at, end}, std::move(letter), kCertainty};
}

// A run's one word among stops, as a range of the text; empty where there are other signs or none.
ByteRange word_of(std::string_view text, ByteRange run) {
  const auto piece = run.in(text);
  const auto letters = letters_at_begin(piece);
  if (piece.find_first_not_of(".,;:!?-", letters.end) != std::string_view::npos)
    return {run.begin, run.begin};
  return {run.begin, run.begin + letters.end};
}

class Mender {
 public:
  Mender(const TextLines& lines, const WordTests& words)
      : text_(lines.text()), lines_(lines), words_(words) {}

  std::vector<core::Repair> mend() const {
    std::vector<core::Repair> repairs;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& runs = lines_[i].runs;
      for (std::size_t k = 0; k < runs.size(); ++k) {
        const ByteRange word = word_of(text_, runs[k]);
        if (word.size() == 0) continue;
        if (const auto at = inner_capital(word.in(text_)); at != std::string_view::npos) {
          if (inside(word.in(text_))) repairs.push_back(small_letter(text_, word.begin + at));
        } else if (begins_upper(word.in(text_)) &&
                   (k == 0 ? second_piece(i, word) : marked(runs, k, word.in(text_)))) {
          repairs.push_back(small_letter(text_, word.begin));
        }
      }
    }
    return repairs;
  }

 private:
  bool inside(std::string_view word) const {
    return utf8::length(word) >= kShortestWord && words_.known(utf8::lower(word));
  }

  // "wła-|Śnie"
  bool second_piece(std::size_t line, ByteRange word) const {
    if (line == 0) return false;
    const ByteRange before = lines_[line - 1].runs.back();
    const auto first = word_of(text_, before).in(text_);
    if (first.empty() || !begins_lower(first) || before.in(text_).substr(first.size()) != "-") return false;
    return inside(std::string(first) + std::string(word.in(text_)));
  }

  // A word that is no name, behind a small one and before none with a capital.
  bool marked(std::span<const ByteRange> runs, std::size_t k, std::string_view word) const {
    if (std::ranges::none_of(kMarked, [&](std::string_view letter) { return word.starts_with(letter); }))
      return false;
    const auto before = runs[k - 1].in(text_);
    const auto word_before = letters_at_begin(before).in(before);
    const auto behind = before.substr(word_before.size());
    if (!begins_lower(before) || (!behind.empty() && behind != kComma)) return false;
    if (k + 1 < runs.size() && begins_upper(runs[k + 1].in(text_))) return false;
    return words_.common(utf8::lower(word)) && words_.small(word);
  }

  std::string_view text_;
  const TextLines& lines_;
  const WordTests& words_;
};

}  // namespace

std::vector<core::Repair> mend_capitals(const TextLines& lines, const WordTests& words) {
  return Mender(lines, words).mend();
}

}  // namespace szukajst::language
