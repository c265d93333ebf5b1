// Plain text: lines and pages as they stand in the file.
#pragma once

#include <string>
#include <string_view>

#include "core/text.h"

namespace szukajst::indexer::formats {

// `text`: UTF-8 with any line ends. Gives NFC with '\n' alone; each form feed begins a page, and is gone.
core::PagedText decode_text(std::string_view text);

// Every line end ("\r\n", "\r", U+0085, U+2028, U+2029) made '\n', every space that does not break
// or has a width of its own a plain space; a soft hyphen that ends a line made a hyphen (elsewhere
// language::normalise takes it away).
std::string unify_white_space(std::string_view text);

}  // namespace szukajst::indexer::formats
