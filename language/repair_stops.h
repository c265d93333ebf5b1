// Full stops and commas that recognition took for one another, or saw where there was none: the next word's
// first letter tells ("wrócił. aby", "sobą, Powiedziała").
#pragma once

#include <string_view>
#include <vector>

#include "core/text.h"
#include "language/text_lines.h"

namespace szukajst::language {

// Repairs of a text that was damaged lightly, in order.
std::vector<core::Repair> mend_stops(const TextLines& lines, const WordTests& words, const WordLists& lists);

}  // namespace szukajst::language
