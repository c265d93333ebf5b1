// The repair of what stands between words: dashes, bullets, quotes, stops, hyphens at line ends, specks that
// no one wrote.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/text.h"
#include "language/text_lines.h"

namespace szukajst::language {

// Who damaged the signs.
enum class SignDamage { light, heavy };

// Immutable; threads may share it.
class Signs {
 public:
  // Reads data/signs.tsv. Error: not_found, malformed (file and line).
  static core::Result<Signs> open(const std::filesystem::path& file);

  // The repairs that the signs of `text` need, in order; no two overlap. What they put is never empty: a sign
  // that goes leaves the white space at its side. Linear in the text.
  std::vector<core::Repair> repairs(std::string_view text, SignDamage damage, const WordTests& words) const;

 private:
  enum class Place { between, begin, end, before, behind, alone, close, joins, opens, closes, number, count };
  static constexpr std::size_t kDamages = 2, kPlaces = 12;
  struct Rule {
    std::string sign, paper;
  };
  struct Rules {
    std::vector<Rule> all;
    std::bitset<256> begins;  // the first bytes of their signs
  };
  const Rules& rules(SignDamage damage, Place place) const {
    return rules_[static_cast<std::size_t>(damage)][static_cast<std::size_t>(place)];
  }
  const Rule* rule(SignDamage damage, Place place, std::string_view sign) const;
  const Rule* prefix(SignDamage damage, Place place, std::string_view run) const;
  std::vector<core::Repair> lone_signs(const TextLines& lines, SignDamage damage) const;
  std::vector<core::Repair> joined_signs(const TextLines& lines, SignDamage damage,
                                         const WordTests& words) const;
  std::vector<core::Repair> stops_at_words(const TextLines& lines, SignDamage damage,
                                           const WordTests& words) const;
  std::vector<core::Repair> quotes(const TextLines& lines, SignDamage damage) const;

  std::array<std::array<Rules, kPlaces>, kDamages> rules_;
  WordLists lists_;
};

}  // namespace szukajst::language
