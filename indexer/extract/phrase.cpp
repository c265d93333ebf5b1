#include "indexer/extract/phrase.h"

#include <algorithm>
#include <utility>

namespace szukajst::indexer::extract {
namespace {

constexpr std::size_t kGapWords = 8;
constexpr std::size_t kTolerantLetters = 6;
constexpr std::size_t kNoMatch = static_cast<std::size_t>(-1);

std::uint64_t letter_bit(std::string_view word) {
  return std::uint64_t{1} << first_letter(word);
}

}  // namespace

Phrase::Alternative::Alternative(std::string word, bool is_stem)
    : text(std::move(word)), stem(is_stem), sketch(text) {
  const std::size_t told = std::min(text.size(), sizeof mask);
  if (told > 0) mask = ~std::uint64_t{0} << (64 - 8 * told);
}

bool Phrase::Alternative::tolerant() const {
  return !stem && text.size() >= kTolerantLetters;
}

bool Phrase::Alternative::meets(const FoldedForm& word, bool exact) const {
  if (stem)
    return ((word.sketch.head ^ sketch.head) & mask) == 0 &&
           (text.size() <= sizeof mask || word.text.starts_with(text));
  if (word.sketch.head == sketch.head && word.text == text) return true;
  if (exact || !tolerant() || word.sketch.first != sketch.first) return false;
  return word.sketch.may_be_near(sketch) && word.text.front() == text.front() &&
         nearly_equal(word.text, text);
}

Phrase::Phrase(std::string_view pattern) {
  for (std::size_t begin = 0; begin < pattern.size();) {
    const std::size_t end = std::min(pattern.find(' ', begin), pattern.size());
    const std::string_view word = pattern.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    Part part;
    for (std::size_t from = 0; word != "…" && from <= word.size();) {
      const std::size_t to = std::min(word.find('|', from), word.size());
      const bool stem = to > from && word[to - 1] == '*';
      part.alternatives.emplace_back(folded_whole(word.substr(from, to - from - (stem ? 1 : 0))), stem);
      from = to + 1;
    }
    parts_.push_back(std::move(part));
  }
  constexpr std::uint64_t kAny = ~std::uint64_t{0};
  if (parts_.empty()) return;
  for (const Alternative& first : parts_[0].alternatives) {
    const std::string_view text = first.text;
    first_letters_ |= text.empty() ? kAny : letter_bit(text);
    const std::uint64_t second =
        text.empty() || (first.stem && text.size() == 1) ? kAny : letter_bit(text.substr(1));
    exact_second_letters_ |= second;
    second_letters_ |= !first.stem && text.size() >= kTolerantLetters ? kAny : second;
  }
  if (parts_.size() > 1 && !parts_[0].alternatives.empty())
    for (const Alternative& second : parts_[1].alternatives)
      second_word_ |= second.text.empty() ? kAny : letter_bit(second.text);
  if (parts_[0].alternatives.empty()) first_letters_ = second_letters_ = exact_second_letters_ = kAny;
}

bool Phrase::may_begin(const FoldedForm& word) const {
  return may_begin(word.sketch.first) &&
         (parts_.empty() || parts_[0].alternatives.empty() || meets(parts_[0], word, false));
}

bool Phrase::meets(const Part& part, const FoldedForm& word, bool exact) {
  for (const Alternative& wanted : part.alternatives)
    if (wanted.meets(word, exact)) return true;
  return false;
}

std::size_t Phrase::end_of_match(std::span<const FoldedWord> words, std::size_t at, bool exact,
                                 std::size_t part) const {
  if (part == parts_.size()) return at;
  if (!parts_[part].alternatives.empty())
    return at < words.size() && meets(parts_[part], *words[at].form, exact)
               ? end_of_match(words, at + 1, exact, part + 1)
               : kNoMatch;
  for (std::size_t gap = 0; gap <= kGapWords && at + gap <= words.size(); ++gap)
    if (const std::size_t end = end_of_match(words, at + gap, exact, part + 1); end != kNoMatch) return end;
  return kNoMatch;
}

std::size_t Phrase::matched(std::span<const FoldedWord> words, std::size_t at, bool exact) const {
  const bool gap = parts_[0].alternatives.empty();
  if (!gap && !meets(parts_[0], *words[at].form, exact)) return 0;
  const std::size_t end = gap ? end_of_match(words, at, exact, 0) : end_of_match(words, at + 1, exact, 1);
  return end == kNoMatch ? 0 : end - at;
}

std::size_t Phrase::letters() const {
  return parts_.size() == 1 && parts_[0].alternatives.size() == 1 ? parts_[0].alternatives[0].text.size() : 0;
}

bool Phrase::has_gap() const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [](const Part& part) { return part.alternatives.empty(); });
}

bool Phrase::found(std::span<const FoldedWord> words) const {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (match(words, at) > 0) return true;
  return false;
}

bool nearly_equal(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  const std::string_view a_rest(x, a.end()), b_rest(y, b.end());
  if (b_rest.empty()) return true;
  if (a.size() < b.size()) return a_rest == b_rest.substr(1);
  if (a_rest.substr(1) == b_rest.substr(1)) return true;
  return a_rest.size() > 1 && a_rest[0] == b_rest[1] && a_rest[1] == b_rest[0] &&
         a_rest.substr(2) == b_rest.substr(2);
}

LetterPairs::LetterPairs(std::string_view text) {
  const auto pair = [](char a, char b) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(a) << 8 | static_cast<unsigned char>(b));
  };
  for (const FoldedWord& word : folded_words(text)) {
    pairs_.push_back(pair(' ', word.text.front()));
    for (std::size_t i = 1; i < word.text.size(); ++i) pairs_.push_back(pair(word.text[i - 1], word.text[i]));
  }
  std::sort(pairs_.begin(), pairs_.end());
}

double LetterPairs::likeness(const LetterPairs& other, double least) const {
  const auto mine = static_cast<double>(pairs_.size()), theirs = static_cast<double>(other.pairs_.size());
  if (mine == 0 || theirs == 0 || 2 * std::min(mine, theirs) < least * (mine + theirs)) return 0;
  // So many pairs of each may miss the other before the texts are too unlike.
  const double needed = least * (mine + theirs) / 2;
  auto left = static_cast<std::ptrdiff_t>(mine - needed),
       right = static_cast<std::ptrdiff_t>(theirs - needed);
  std::size_t common = 0;
  for (auto a = pairs_.begin(), b = other.pairs_.begin(); a != pairs_.end() && b != other.pairs_.end();) {
    if (*a == *b)
      ++common, ++a, ++b;
    else if (*a < *b ? (++a, --left < 0) : (++b, --right < 0))
      return 0;
  }
  return 2.0 * static_cast<double>(common) / (mine + theirs);
}

double likeness(std::string_view a, std::string_view b) {
  return LetterPairs(a).likeness(LetterPairs(b));
}

}  // namespace szukajst::indexer::extract
