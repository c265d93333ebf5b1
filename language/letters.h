// How Polish words are spelled, letter by letter: what a word that no dictionary has may have been.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "language/channel.h"
#include "language/mapped_file.h"

namespace szukajst::language {

// The letters that words are spelled with, small; a word's edge is letter 0, the others are 1 to kLetters
// - 1.
inline constexpr std::string_view kSpellingLetters = "aąbcćdeęfghijklłmnńoóprsśtuvwyzźżqx";
inline constexpr std::size_t kLetters = 36;
// A letter's number; nothing for other signs.
std::optional<std::size_t> letter_number(char32_t small);

// Immutable; threads may share it.
class Letters {
 public:
  // Reads letters.bin: for each three letters and a fourth behind them, in the order of their numbers, a
  // byte: kStepsOfCost times -ln of how likely the fourth is. Error: not_found, malformed (names the file).
  static core::Result<Letters> open(const std::filesystem::path& file);

  struct Spelled {
    std::string form;  // small letters
    double gain = 0;   // how much likelier it is than that the damaged word stood so, in ln
  };
  // The likeliest spelling of a damaged word, small letters, where that is not the word itself. A word with
  // signs that stand in no word cannot be itself: its gain counts from the best spelling that keeps the rest.
  std::optional<Spelled> spell(std::string_view damaged, const Channel& channel, Engine engine) const;

  static constexpr double kStepsOfCost = 16;

 private:
  explicit Letters(MappedFile file) : file_(std::move(file)) {}
  double cost(std::size_t before, std::size_t letter) const {
    return static_cast<unsigned char>(file_.bytes()[before * kLetters + letter]) / kStepsOfCost;
  }
  double cost_of(std::string_view word) const;

  MappedFile file_;
};

}  // namespace szukajst::language
