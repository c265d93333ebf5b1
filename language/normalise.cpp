#include "language/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "core/utf8.h"

namespace szukajst::language {
namespace {

bool ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

// ICU counts in 32 bits; a text that long is cut by the caller's limits long before.
constexpr std::size_t kMost = 0x7fff'0000;

std::string nfc(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(error);
  std::string out;
  if (U_FAILURE(error)) return std::string(text);
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  normalizer->normalizeUTF8(0, piece(text), sink, nullptr, error);
  return U_FAILURE(error) ? std::string(text) : out;
}

// Whether each of a text's code points is one whose folding is its small letter, composed as it stands: so
// are nearly all of the Latin letters that core/utf8 knows.
bool plain(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = core::utf8::next(text, at);
    if (c >= 0x180 || c == U'µ' || c == U'ß' || c == U'İ' || c == U'ŉ' || c == U'ſ') return false;
  }
  return true;
}

// Characters that decoders leave behind and that are no part of any word.
bool left_behind(char32_t c) {
  switch (c) {
    case '\n':
    case '\t':
    case '\f':
      return false;
    case 0x00AD:  // soft hyphen
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:  // zero width
    case 0xFEFF:  // byte order mark
    case 0x200E:
    case 0x200F:  // direction marks
      return true;
    default:
      return c < 0x20 || (c >= 0x7f && c < 0xa0);
  }
}

// Whether there is nothing to normalise, as far as that is seen at once: of the letters below the combining
// marks, and of quotation marks and dashes, none composes, none decomposes.
bool normal(std::string_view text) {
  constexpr char32_t kMarks = 0x300;
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    const char32_t c = core::utf8::next(text, at);
    const bool known = c < kMarks || (c >= U'‐' && c <= U'…');
    if (!known || c == U'\r' || left_behind(c)) return false;
  }
  return true;
}

}  // namespace

std::string normalise(std::string_view text) {
  text = text.substr(0, kMost);
  if (normal(text)) return std::string(text);
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = core::utf8::next(text, at);
    if (c == U'\r') {
      if (at == text.size() || text[at] != '\n') clean.push_back('\n');
    } else if (!left_behind(c)) {
      core::utf8::append(clean, c);
    }
  }
  return ascii(clean) ? clean : nfc(clean);
}

std::string fold_case(std::string_view text) {
  if (plain(text)) return core::utf8::lower(text);
  text = text.substr(0, kMost);
  UErrorCode error = U_ZERO_ERROR;
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, error);
  return U_FAILURE(error) ? core::utf8::lower(text) : nfc(folded);
}

std::string fold_all(std::string_view text) {
  std::string cased = fold_case(text);
  if (plain(cased)) return core::utf8::fold(cased);
  // NFD takes off the marks that are code points of their own; what is left (ł, ø, đ, ß) has no
  // decomposition and goes by the table in core/utf8.
  UErrorCode error = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFDInstance(error);
  std::string decomposed;
  if (U_SUCCESS(error)) {
    icu::StringByteSink<std::string> sink(&decomposed, static_cast<std::int32_t>(cased.size()));
    normalizer->normalizeUTF8(0, piece(cased), sink, nullptr, error);
  }
  if (U_FAILURE(error)) return core::utf8::fold(cased);
  std::string bare;
  bare.reserve(decomposed.size());
  for (std::size_t at = 0; at < decomposed.size();) {
    const char32_t c = core::utf8::next(decomposed, at);
    if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) core::utf8::append(bare, c);
  }
  return core::utf8::fold(bare);
}

}  // namespace szukajst::language
