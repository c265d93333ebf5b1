// Brackets that nothing closes: "(o" was "Co", "(Gdybym" has a speck before it.
#pragma once

#include <string_view>
#include <vector>

#include "core/text.h"
#include "language/text_lines.h"

namespace szukajst::language {

// Repairs of a text that was damaged lightly, in order.
std::vector<core::Repair> mend_brackets(std::string_view text, const WordTests& words);

}  // namespace szukajst::language
