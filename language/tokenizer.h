// Words of a text, by ICU's word breaks for Polish with the repairs that office texts need.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace szukajst::language {

enum class TokenKind : std::uint8_t {
  word,    // has a letter: "gminami", "Bielsko-Biała" (two words and a joiner are one token each: see below)
  number,  // digits, with their inner separators: "2022", "1.2", "615", "12-345"
  code,    // e-mail, web address, file number: never lemmatised, never mended
};

struct Token {
  core::ByteRange range;
  TokenKind kind = TokenKind::word;
};

// Tokens in order, without white space and punctuation. Words joined by a hyphen ("Bielsko-Biała",
// "społeczno-gospodarczy") are a token for each part; an apostrophe inside a word does not split it, nor does
// a sign or figure that recognition put for a letter ("urz¢du", "Pozarne;j", "Rozwo6j").
// `text` is UTF-8 in NFC. Keeps a thread's own ICU iterator, and its last text of some length, which costs
// next to nothing a second time: thread-safe.
std::vector<Token> tokenize(std::string_view text);

}  // namespace szukajst::language
