// Unicode normal form and case, by ICU. (Latin letters alone: core/utf8.h, which is faster.)
#pragma once

#include <string>
#include <string_view>

namespace szukajst::language {

// UTF-8 to UTF-8 in NFC; bytes that are no UTF-8 become U+FFFD, and the characters that decoders
// leave behind (soft hyphen, zero-width space, BOM, control characters but '\n', '\t', '\f') are gone;
// every line end is '\n'.
std::string normalise(std::string_view text);

// The full case folding of Unicode, then NFC; diacritics stay.
std::string fold_case(std::string_view text);

// fold_case, then without diacritics, ł → l included: the last step of every index key.
// Lemmatise first: folding earlier gives a third of Polish words another stem.
std::string fold_all(std::string_view text);

}  // namespace szukajst::language
