// The furniture table in memory: patterns over the words of a line.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "core/spelling_table.h"
#include "indexer/clean/clean.h"
#include "indexer/clean/lines.h"

namespace szukajst::indexer {

namespace clean_steps {

// What a pattern says of the line that it fits; data/furniture.tsv explains each.
enum class Action : std::uint8_t {
  line,
  top,
  day,
  label,
  lead,
  trail,
  paragraph,
  teasers,
  tail,
  heading,
  item,
  site,
  keep,
  resume,
  card,
  switch_words
};

struct Element {
  enum class Kind : std::uint8_t { word, one, number, month, weekday, any } kind = Kind::word;
  std::string key;     // of a word
  bool colon = false;  // only where a colon follows
};

struct Pattern {
  Action action = Action::line;
  std::vector<Element> elements;
  std::size_t least = 0;  // words that it takes at least
  bool open = false;      // whether it may take more: has a "*"
};

}  // namespace clean_steps

struct FurnitureTable::Entries {
  std::vector<clean_steps::Pattern> patterns;
  // Patterns by the key of their first word; those that begin with "*" and a word by that word; those that
  // begin with anything else.
  using ByWord = core::SpellingTable<std::vector<std::size_t>>;
  ByWord by_first, by_inner;
  std::vector<std::size_t> others;
  std::uint32_t inner_actions = 0;  // of the patterns of by_inner, a bit each
  std::size_t longest = 0;          // elements of a pattern
  // For each first byte of such keys a bit for each of their lengths (modulo 64).
  using Lengths = std::array<std::uint64_t, 256>;
  Lengths first_lengths{}, inner_lengths{};
  static bool may_be(const Lengths& lengths, const std::string& key) {
    return !key.empty() && (lengths[static_cast<unsigned char>(key[0])] >> (key.size() % 64) & 1) != 0;
  }

  // Of which actions there is a pattern that fits all of the words: a bit each.
  std::uint32_t actions(std::span<const clean_steps::Word> words) const;
  // Whether one of this action does; of a line it was asked once (clean()).
  bool fits(std::span<const clean_steps::Word> words, clean_steps::Action action) const;
  bool fits(const clean_steps::Line& line, clean_steps::Action action) const {
    return (line.actions >> static_cast<unsigned>(action) & 1) != 0;
  }
  // How many words the longest pattern of one of these actions takes from the beginning; 0 where none fits
  // there.
  std::size_t begins(std::span<const clean_steps::Word> words,
                     std::initializer_list<clean_steps::Action> actions) const;
};

}  // namespace szukajst::indexer
