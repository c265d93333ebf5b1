// Words that a line's end parts where the hyphen was lost or misread ("Posła:|nie", "spra=|wy", "naro|żnika",
// "mo-|'mencie"): put so that a plain hyphen stands before the line's end, as it did on paper.
#pragma once

#include <string_view>
#include <vector>

#include "core/text.h"
#include "language/text_lines.h"

namespace szukajst::language {

// Repairs of a damaged text, in order; each goes from the hyphen's place to the second piece's first letter
// or over a piece's last letter too. Linear in the text, with at most four look-ups a line.
std::vector<core::Repair> mend_breaks(const TextLines& lines, const WordTests& words);

}  // namespace szukajst::language
