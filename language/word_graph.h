// The known word forms as a graph of letters made for searching: a step is two array look-ups, every form has
// a number, and by that its frequency. (cfsa2.h has what the dictionaries say of a form; it is smaller, and
// slower to walk.) Written by word_graph_builder.h; mapped where it lies.
//
// Layout, in the machine's own order of bytes: a header, the cells, the levels of all forms. A form's number
// is its place in the order of symbols, first the forms in lower case, then those with a capital. A state is
// a run of cells: its symbols; how many forms go on from it and the highest level of them; an arc for each
// symbol in order. So the arcs lie beside their state, and states that often follow another behind it: what a
// walk costs are the memory's lines that it touches.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "core/result.h"

namespace szukajst::language {

// What a graph can spell; a symbol is a place in it. Forms with other characters are in no graph.
inline constexpr std::u32string_view kGraphLetters =
    U"'-aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżáàâäåčđéèëěíñõöőřšßúůüž’";

// A form's letters as symbols, in lower case.
class Symbols {
 public:
  static constexpr std::size_t kMost = 120;
  static constexpr std::uint8_t kNone = 255;

  // `text`: UTF-8.
  explicit Symbols(std::string_view text);

  // Whether every character is a letter of the graph's, in either case, and they are not too many.
  bool spellable() const { return spellable_; }
  bool capital() const { return capital_; }              // the first stood in upper case
  bool inner_capital() const { return inner_capital_; }  // another did
  const std::uint8_t* begin() const { return symbols_.data(); }
  const std::uint8_t* end() const { return symbols_.data() + size_; }
  std::size_t size() const { return size_; }

  static std::uint8_t of(char32_t letter);  // in lower case; kNone for a character that no graph has

 private:
  std::array<std::uint8_t, kMost> symbols_;
  std::size_t size_ = 0;
  bool spellable_ = true, capital_ = false, inner_capital_ = false;
};

// A view: the bytes must outlive it. Immutable; threads may share it. Damaged bytes give wrong words, never a
// read outside of them; they may have cycles, so walks must bound their own depth.
class WordGraph {
 public:
  // Where a walk has come: a state, and the number of the first form that goes on from there.
  struct Place {
    std::uint32_t state = 0;  // 0: no place
    std::uint32_t first = 0;
    explicit operator bool() const { return state != 0; }
  };
  using Level = std::uint16_t;

  WordGraph() = default;  // of no words
  // `bytes`: aligned to eight. `name` stands in the message. Error: malformed.
  static core::Result<WordGraph> open(std::string_view bytes, std::string_view name);

  Place lower() const { return lower_; }       // where forms in lower case begin
  Place capitals() const { return capital_; }  // and those with a capital, which is spelled in lower case
  Place follow(Place place, std::uint8_t symbol) const;
  Place follow(Place place, const Symbols& symbols) const;
  // Calls `visit(symbol, place)` for each of `symbols` (a bit each) that goes on.
  template <typename Visit>
  void for_each(Place place, std::uint64_t symbols, Visit&& visit) const {
    symbols &= goes_on(place) & ~kEnds;
    for (; symbols != 0; symbols &= symbols - 1) {
      const auto symbol = static_cast<std::uint8_t>(std::countr_zero(symbols));
      if (const Place next = follow(place, symbol)) visit(symbol, next);
    }
  }
  // A bit for each symbol that goes on, and kEnds where a form ends here.
  std::uint64_t goes_on(Place place) const { return cells_[place.state]; }
  static constexpr std::uint64_t kEnds = std::uint64_t{1} << 63;
  bool ends(Place place) const { return (goes_on(place) & kEnds) != 0; }

  // Whether all forms that go on from one go on from the other.
  bool same_forms(Place a, Place b) const { return a.first == b.first && count(a) == count(b); }

  // Of the form that ends here.
  Level level(Place place) const { return place.first < forms_ ? levels_[place.first] : Level{0}; }
  // None of all forms that go on from here is higher. (That of a state which several places share is the
  // highest of all their forms, unless the forms are few.)
  Level highest(Place place) const;
  // The same, or more, of the place that a symbol of goes_on leads to, without going there.
  Level highest_behind(Place place, std::uint8_t symbol) const;
  // A level is the ln of a share among running words, in parts of 2048 above the floor.
  static constexpr float kFloor = -19, kStep = 1.0F / 2048;
  static float log_frequency(Level level) { return kFloor + kStep * static_cast<float>(level); }

 private:
  friend class WordGraphBuilder;
  using Cell = std::uint64_t;
  struct Header {
    char magic[8] = {'w', 'g', 'r', 'a', 'p', 'h', '0', '4'};
    std::uint32_t cells = 0, forms = 0;
    std::uint32_t lower = 0, capital = 0, first_capital = 0;  // where walks begin
    std::uint32_t unused = 0;
  };
  // In a state's second cell: its forms, and above them the highest level of them, over all places that share
  // the state. In an arc: the state that it leads to, how many of its own state's forms come before those of
  // this arc, and the highest level of those behind it.
  static constexpr unsigned kBits = 24;
  static constexpr Cell kMask = (Cell{1} << kBits) - 1;
  static constexpr std::size_t kMostCells = kMask, kMostForms = kMask, kHead = 2;
  // So many forms are few.
  static constexpr std::uint32_t kFew = 24;
  static std::uint32_t count(std::uint64_t bits);

  std::uint32_t count(Place place) const {
    return static_cast<std::uint32_t>(cells_[place.state + 1] & kMask);
  }
  // Of a symbol that goes on; 0 where the bytes are damaged.
  Cell arc(Place place, std::uint64_t bit) const;

  static constexpr Cell kNoState[kHead] = {0, 0};

  const Cell* cells_ = kNoState;  // the state at 0 has nothing
  const Level* levels_ = nullptr;
  std::uint32_t cell_count_ = kHead, forms_ = 0;
  Place lower_, capital_;
};

// std::popcount, which for a processor of any age is a call.
inline std::uint32_t WordGraph::count(std::uint64_t bits) {
  bits -= (bits >> 1) & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + ((bits >> 2) & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fU;
  return static_cast<std::uint32_t>((bits * 0x0101010101010101U) >> 56);
}

inline WordGraph::Cell WordGraph::arc(Place place, std::uint64_t bit) const {
  const std::size_t at = place.state + kHead + count(goes_on(place) & (bit - 1));
  return at < cell_count_ ? cells_[at] : 0;
}

inline WordGraph::Place WordGraph::follow(Place place, std::uint8_t symbol) const {
  const std::uint64_t bit = std::uint64_t{1} << symbol;
  if ((goes_on(place) & bit) == 0) return {};
  const Cell arc = this->arc(place, bit);
  const auto target = static_cast<std::uint32_t>(arc & kMask);
  if (target + kHead > cell_count_) return {};
  return {target, place.first + static_cast<std::uint32_t>(arc >> kBits & kMask)};
}

inline WordGraph::Level WordGraph::highest_behind(Place place, std::uint8_t symbol) const {
  return static_cast<Level>(arc(place, std::uint64_t{1} << symbol) >> 2 * kBits);
}

}  // namespace szukajst::language
