// From bytes in whatever charset to UTF-8. All that knows charsets, ICU's converters and uchardet.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace szukajst::indexer::formats {

// Whether the bytes cannot be text in any charset: bytes that no text has, and too many of them.
bool binary(std::string_view bytes);

// The text as UTF-8, not yet normalised: by byte order mark, else UTF-8 where the bytes are that,
// else by what gives the most plausible Polish among the `declared` charset (as a page names it;
// may be empty), the one that uchardet sees, and those that Polish texts come in. Always gives
// text: a byte without meaning becomes U+FFFD. Thread-safe.
std::string to_utf8(std::string_view bytes, std::string_view declared = {});

}  // namespace szukajst::indexer::formats
