// Dashes: the spaces that they lost ("rzekł—wyszedł"), and hyphens that recognition took dashes for, where
// they stand between years or days ("2021-2030", "3-4 czerwca").
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "language/text_lines.h"

namespace szukajst::language {

// Whether a text's hyphens that stand alone may be dashes.
struct LoneHyphens {
  bool between = false;  // inside a line
  bool begin = false;    // at a line's begin
};
// Where recognition knows Polish and saw dashes, a hyphen that stands alone was a dash that it missed; where
// it saw none, the text has none. An engine without Polish tells them apart by the font: where it saw a dash,
// hyphens are hyphens. Where many lines begin with a hyphen, it is a list's.
LoneHyphens lone_hyphens(const TextLines& lines, bool knows_polish);

// Repairs, in order: spaces around dashes, and dashes as wide as `paper`, what stood on paper.
std::vector<core::Repair> mend_dashes(std::string_view text, std::string_view paper);
// Repairs, in order: dashes between years, between dates, and between days before the name of a month, one of `months`.
std::vector<core::Repair> mend_ranges(std::string_view text, std::span<const std::string> months);

}  // namespace szukajst::language
