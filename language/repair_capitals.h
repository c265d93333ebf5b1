// Capitals that recognition saw where a small letter stood: inside a word ("częŚci"), and a letter with a
// mark above it, which is as high as a capital ("ku Światła").
#pragma once

#include <vector>

#include "core/text.h"
#include "language/text_lines.h"

namespace szukajst::language {

// Repairs of a text that was damaged lightly, in order.
std::vector<core::Repair> mend_capitals(const TextLines& lines, const WordTests& words);

}  // namespace szukajst::language
