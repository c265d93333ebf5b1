// Which language a text is in, roughly: told by the commonest small words, and by its script.
#pragma once

#include <string>
#include <string_view>

namespace szukajst::indexer {

// ISO 639-1: "en", "de" or "uk" where the text is clearly that, else "pl". `declared`: what the
// format says, believed where the text is too short to tell; may be empty. `text` is UTF-8.
std::string guess_language(std::string_view text, std::string_view declared);

}  // namespace szukajst::indexer
