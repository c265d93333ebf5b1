#include "search/word_finder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "core/utf8.h"

namespace szukajst::search {
namespace {

namespace utf8 = core::utf8;

// What utf8::fold and lower make of U+00C0 to U+017F: what a word has beside ASCII.
using Folded = std::array<std::array<char, 4>, 192>;
const Folded kFolded = [] {
  Folded made{};
  for (std::size_t i = 0; i < made.size(); ++i) {
    std::string letter;
    utf8::append(letter, static_cast<char32_t>(0xC0 + i));
    const std::string key = word_key(letter);
    std::copy_n(key.begin(), std::min(key.size(), made[i].size()), made[i].begin());
  }
  return made;
}();

// What a letter beyond ASCII has in the key; `at` moves behind it.
std::array<char, 4> folded(std::string_view word, std::size_t& at) {
  const auto first = static_cast<unsigned char>(word[at]);
  if (first >= 0xC3 && first <= 0xC5 && at + 1 < word.size()) {
    const auto index = static_cast<std::size_t>((first - 0xC3U) << 6 | (word[at + 1] & 0x3F));
    at += 2;
    return kFolded[index];
  }
  return {word[at++]};
}

// The key of a word, made without asking for memory. Words have at most 40 letters, in lower case.
class Key {
 public:
  // `most`: bytes of it that are wanted; it may be given some more.
  explicit Key(std::string_view word, std::size_t most = kLongest) {
    for (std::size_t at = 0; at < word.size() && size_ < most;) {
      if (static_cast<unsigned char>(word[at]) < 0x80) {
        put(word[at++]);
      } else {
        for (const char c : folded(word, at))
          if (c != '\0') put(c);
      }
    }
  }
  std::string_view text() const { return {bytes_.data(), size_}; }
  std::string_view from(std::size_t place) const { return text().substr(std::min(place, size_)); }
  // The byte at a place; 0 behind the end, which sorts first.
  unsigned char at(std::size_t place) const {
    return place < size_ ? static_cast<unsigned char>(bytes_[place]) : 0;
  }

 private:
  void put(char c) {
    if (size_ < bytes_.size()) bytes_[size_++] = c;
  }
  static constexpr std::size_t kLongest = 168;
  std::array<char, kLongest> bytes_;
  std::size_t size_ = 0;
};

// Goes down the words as down a trie: a node is the range of the words that share their first bytes.
class Descent {
 public:
  explicit Descent(const core::Suggestions& words) : words_(words) {}

  // The words of the range, which share `depth` bytes, that have the byte next.
  WordRange child(WordRange range, std::size_t depth, unsigned char byte) const {
    const std::size_t first = bound(range, depth, byte);
    return {first, bound({first, range.last}, depth, static_cast<unsigned>(byte) + 1)};
  }
  // Those that go on with this text.
  WordRange descend(WordRange range, std::size_t depth, std::string_view key) const {
    const auto bound = [&](WordRange within, int least) {
      while (within.first < within.last) {
        const std::size_t middle = within.first + within.size() / 2;
        const Key word(words_.words[middle], depth + key.size());
        if (word.from(depth).substr(0, key.size()).compare(key) < least) {
          within.first = middle + 1;
        } else {
          within.last = middle;
        }
      }
      return within.first;
    };
    const std::size_t first = bound(range, 0);
    return {first, bound({first, range.last}, 1)};
  }
  // Calls `visit(byte, range)` for each byte that follows in the range.
  template <typename Visit>
  void children(WordRange range, std::size_t depth, Visit&& visit) const {
    for (std::size_t at = range.first; at < range.last;) {
      const unsigned char byte = Key(words_.words[at], depth + 1).at(depth);
      const std::size_t end = bound({at, range.last}, depth, static_cast<unsigned>(byte) + 1);
      if (byte != 0) visit(byte, WordRange{at, end});
      at = end;
    }
  }

 private:
  // The first word of the range whose byte at `depth` is not below the limit.
  std::size_t bound(WordRange range, std::size_t depth, unsigned limit) const {
    while (range.first < range.last) {
      const std::size_t middle = range.first + (range.last - range.first) / 2;
      if (Key(words_.words[middle], depth + 1).at(depth) < limit) {
        range.first = middle + 1;
      } else {
        range.last = middle;
      }
    }
    return range.first;
  }
  const core::Suggestions& words_;
};

// How many bits differ. (Parallel addition, which compilers do for several words at once.)
std::uint32_t differing(std::uint32_t a, std::uint32_t b) {
  std::uint32_t x = a ^ b;
  x = x - ((x >> 1) & 0x55555555U);
  x = (x & 0x33333333U) + ((x >> 2) & 0x33333333U);
  x = (x + (x >> 4)) & 0x0F0F0F0FU;
  x = x + (x >> 8);
  return (x + (x >> 16)) & 0x3FU;
}

// Slips that lead to one key from words as they stand, all columns of a row at once (Hyyrö: A Bit-Vector
// Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003).
class SlipsTo {
 public:
  static constexpr std::size_t kLongest = 64;  // bytes of the key

  explicit SlipsTo(std::string_view key) : size_(key.size()), last_(std::uint64_t{1} << (key.size() - 1)) {
    for (std::size_t i = 0; i < key.size(); ++i)
      places_[static_cast<unsigned char>(key[i])] |= std::uint64_t{1} << i;
  }
  // Whether there are at most so many.
  bool within(std::string_view word, std::size_t most) const {
    Row row{size_};
    for (std::size_t at = 0; at < word.size();) {
      const auto first = static_cast<unsigned char>(word[at]);
      if (first < 0x80) {
        step(places_[first], row), ++at;
      } else {
        for (const char c : folded(word, at))
          if (c != '\0') step(places_[static_cast<unsigned char>(c)], row);
      }
      // Each byte that is left takes one away at the most.
      if (row.slips > most + (word.size() - at)) return false;
    }
    return row.slips <= most;
  }

 private:
  struct Row {
    std::size_t slips;
    std::uint64_t more = ~std::uint64_t{0}, less = 0, diagonal = 0, before = 0;
  };
  void step(std::uint64_t here, Row& row) const {
    const std::uint64_t swapped = ((~row.diagonal & here) << 1) & row.before;
    row.diagonal = (((here & row.more) + row.more) ^ row.more) | here | row.less | swapped;
    std::uint64_t up = row.less | ~(row.diagonal | row.more), down = row.diagonal & row.more;
    row.slips += (up & last_) != 0 ? 1U : 0U;
    row.slips -= (down & last_) != 0 ? 1U : 0U;
    up = up << 1 | 1, down <<= 1;
    row.more = down | ~(row.diagonal | up);
    row.less = up & row.diagonal;
    row.before = here;
  }

  std::size_t size_;
  std::uint64_t last_;
  std::array<std::uint64_t, 256> places_{};
};

}  // namespace

std::string word_key(std::string_view word) {
  return utf8::fold(utf8::lower(word));
}

WordRange WordFinder::beginning_with(std::string_view key) const {
  return Descent(words_).descend({0, words_.documents.size()}, 0, key);
}

WordRange WordFinder::spelt(std::string_view key) const {
  WordRange range = beginning_with(key);
  std::size_t end = range.first;  // the key itself sorts before what goes on
  while (end < range.last && Key(words_.words[end]).text().size() == key.size()) ++end;
  return {range.first, end};
}

std::vector<WordRange> WordFinder::nearly_beginning_with(std::string_view key) const {
  const Descent descent(words_);
  std::vector<WordRange> found;
  const auto keep = [&](WordRange range, std::size_t depth, std::string_view rest) {
    range = descent.descend(range, depth, rest);
    if (range.size() > 0) found.push_back(range);
  };
  WordRange range{0, words_.documents.size()};
  for (std::size_t i = 0; i < key.size() && range.size() > 0; ++i) {
    const std::string_view rest = key.substr(i), behind = key.substr(i + 1);
    keep(range, i, behind);  // a letter too many
    if (rest.size() > 1 && rest[0] != rest[1]) {
      const std::array<char, 2> swapped{rest[1], rest[0]};
      const WordRange other = descent.descend(range, i, {swapped.data(), 2});
      if (other.size() > 0) keep(other, i + 2, rest.substr(2));
    }
    descent.children(range, i, [&](unsigned char byte, WordRange child) {
      if (byte == static_cast<unsigned char>(rest[0])) return;
      keep(child, i + 1, behind);  // another letter
      keep(child, i + 1, rest);    // one is missing
    });
    range = descent.child(range, i, static_cast<unsigned char>(key[i]));
  }
  std::sort(found.begin(), found.end(), [](WordRange a, WordRange b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::vector<WordRange> apart;  // of two that meet, one lies in the other
  for (const WordRange& each : found)
    if (apart.empty() || each.first >= apart.back().last) apart.push_back(each);
  return apart;
}

std::vector<std::size_t> WordFinder::nearly_spelt(std::string_view key, int slips) const {
  if (key.empty() || key.size() > SlipsTo::kLongest) return {};
  constexpr std::size_t kBlock = 256, kAtOnce = sizeof(std::uint64_t);
  const SlipsTo from(key);
  const std::uint32_t letters = core::letters_of(key);
  const auto most = static_cast<std::uint32_t>(2 * slips);  // a slip takes a letter and brings one
  const auto reach = static_cast<std::uint32_t>(slips),
             size_told = std::min(static_cast<std::uint32_t>(key.size()), core::kLongestTold);
  const auto maybe = [&](std::uint32_t word) {
    const std::uint32_t length = word >> core::kLengthShift & core::kLongestTold;
    const bool as_long = length + reach - size_told <= 2 * reach;  // below, it is a great number
    return static_cast<std::uint8_t>((differing(word & core::kLetters, letters) <= most ? 1U : 0U) &
                                     (as_long ? 1U : 0U));
  };
  const std::size_t size = words_.letters.size();
  std::vector<std::size_t> found;
  std::array<std::uint8_t, kBlock> close{};
  for (std::size_t begin = 0; begin < size; begin += kBlock) {
    const std::uint32_t* block = words_.letters.data() + begin;
    if (size - begin >= kBlock) {  // a count that compilers know
      for (std::size_t i = 0; i < kBlock; ++i) close[i] = maybe(block[i]);
    } else {
      close.fill(0);
      for (std::size_t i = 0; i < size - begin; ++i) close[i] = maybe(block[i]);
    }
    for (std::size_t group = 0; group < kBlock; group += kAtOnce) {
      std::uint64_t any = 0;
      std::memcpy(&any, close.data() + group, sizeof any);
      if (any == 0) continue;
      for (std::size_t i = group; i < group + kAtOnce; ++i)
        if (close[i] != 0 && from.within(words_.words[begin + i], reach)) found.push_back(begin + i);
    }
  }
  return found;
}

int slips_between(std::string_view a, std::string_view b, int most) {
  constexpr std::size_t kLongest = 168;
  if (a.size() > b.size()) std::swap(a, b);
  const auto width = static_cast<std::size_t>(most);
  if (b.size() - a.size() > width || b.size() > kLongest) return most + 1;
  // What both begin and end with cannot cost.
  while (!a.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  std::array<std::array<int, kLongest + 1>, 3> rows;
  int *before_last = rows[0].data(), *last = rows[1].data(), *row = rows[2].data();
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > width ? i - width : 1, end = std::min(b.size(), i + width);
    row[first - 1] = first == 1 ? static_cast<int>(i) : most + 1;
    int least = row[first - 1];
    for (std::size_t j = first; j <= end; ++j) {
      const int above = j == i + width ? most + 1 : last[j];  // outside of the band
      row[j] = std::min({above + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
    std::swap(before_last, last), std::swap(last, row);
  }
  return std::min(last[b.size()], most + 1);
}

}  // namespace szukajst::search
