#include "language/word_graph.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

namespace utf8 = core::utf8;

static_assert(kGraphLetters.size() < 63, "a state has a bit for each, and one for its end");

// Symbols of the letters below; the few others are searched for.
constexpr std::size_t kTabled = 0x180;
constexpr auto kSymbols = [] {
  std::array<std::uint8_t, kTabled> table{};
  table.fill(Symbols::kNone);
  for (std::size_t i = 0; i < kGraphLetters.size(); ++i) {
    if (kGraphLetters[i] < kTabled) table[kGraphLetters[i]] = static_cast<std::uint8_t>(i);
  }
  return table;
}();

}  // namespace

std::uint8_t Symbols::of(char32_t letter) {
  if (letter < kTabled) return kSymbols[letter];
  const auto place = kGraphLetters.find(letter);
  return place == std::u32string_view::npos ? kNone : static_cast<std::uint8_t>(place);
}

Symbols::Symbols(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    std::uint8_t symbol = of(c);
    if (symbol == kNone) {
      const char32_t lower = utf8::lower(c);
      symbol = of(lower);
      if (symbol != kNone) (size_ == 0 ? capital_ : inner_capital_) = true;
    }
    if (symbol == kNone || size_ == kMost) {
      spellable_ = false;
      return;
    }
    symbols_[size_++] = symbol;
  }
}

core::Result<WordGraph> WordGraph::open(std::string_view bytes, std::string_view name) {
  const auto fail = [&](std::string_view why) {
    return core::Error{core::ErrorCode::malformed,
                       std::string(name) + " is no graph of words: " + std::string(why)};
  };
  Header header;
  const Header wanted;
  if (bytes.size() < sizeof header) return fail("it is too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, wanted.magic, sizeof header.magic) != 0)
    return fail("it does not begin as one");

  WordGraph graph;
  std::size_t at = sizeof header;
  const auto part = [&](std::size_t size) {
    const char* begin = bytes.data() + std::min(at, bytes.size());
    at += size;
    return begin;
  };
  graph.cells_ = reinterpret_cast<const Cell*>(part(sizeof(Cell) * header.cells));
  graph.levels_ = reinterpret_cast<const Level*>(part(sizeof(Level) * header.forms));
  if (at != bytes.size()) return fail("its parts do not fill it");
  if (header.cells < kHead || header.cells > kMostCells || header.lower > header.cells - kHead ||
      header.capital > header.cells - kHead)
    return fail("it has no begin");
  graph.cell_count_ = header.cells;
  graph.forms_ = header.forms;
  graph.lower_ = {header.lower, 0};
  graph.capital_ = {header.capital, header.first_capital};
  return graph;
}

WordGraph::Place WordGraph::follow(Place place, const Symbols& symbols) const {
  for (const auto symbol : symbols) place = follow(place, symbol);
  return place;
}

WordGraph::Level WordGraph::highest(Place place) const {
  const std::uint32_t forms = count(place);
  if (forms > kFew) return static_cast<Level>(cells_[place.state + 1] >> kBits);
  const std::uint32_t begin = std::min(place.first, forms_);
  const std::uint32_t end = begin + std::min(forms, forms_ - begin);
  Level highest = 0;
  for (std::uint32_t i = begin; i < end; ++i) highest = std::max(highest, levels_[i]);
  return highest;
}

}  // namespace szukajst::language
