// Words that recognition wrote together: "izdrowi", "uHanny", "WIZJAI", "45 ztna".
#pragma once

#include <string_view>
#include <vector>

#include "core/text.h"
#include "language/text_lines.h"

namespace szukajst::language {

// Repairs of a damaged text, in order. Only what is no word, nor one with its letters damaged, is parted, and
// only where what is left is a word.
std::vector<core::Repair> mend_joins(const TextLines& lines, const WordTests& words, const WordLists& lists,
                                     bool knows_polish);

}  // namespace szukajst::language
