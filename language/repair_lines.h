// What stands on a page and is no part of its text: page numbers, running heads beside them, signs and
// letters that recognition saw in specks and borders.
#pragma once

#include <string_view>
#include <vector>

#include "core/text.h"
#include "language/text_lines.h"

namespace szukajst::language {

// Whether a text is a page of print as recognition gives it: words are divided at the ends of its lines, or
// its first or last line is a page's number between dashes.
bool printed_page(const TextLines& lines);
bool printed_page(std::string_view text);

// Repairs that take such lines away at the begin and the end of a text that recognition damaged lightly, a
// page of a book or of a journal; in order. What they put is a line end. A line with words that are known
// stays, unless it is a running head: it is short and has the page's number, or the text goes on behind it in
// the middle of a sentence, and breaks off in the middle of one.
std::vector<core::Repair> mend_edges(const TextLines& lines, const WordTests& words, const WordLists& lists);

// Repairs that take away what specks at the ends of lines were read as: a letter or figure behind a
// sentence's end
// ("wyszedł. j"), signs alone on a line.
std::vector<core::Repair> mend_specks(const TextLines& lines, const WordTests& words);

}  // namespace szukajst::language
