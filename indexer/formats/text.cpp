#include "indexer/formats/text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"
#include "language/normalise.h"

namespace szukajst::indexer::formats {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// Bytes at `at` that are one line end; 0 where there is none.
std::size_t line_end_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\r\n")) return 2;
  if (rest.starts_with('\r') || rest.starts_with('\n')) return 1;
  if (rest.starts_with("\xC2\x85")) return 2;
  if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) return 3;
  return 0;
}

// Bytes at `at` that are one space other than ' ' and the tab; 0 where there is none.
std::size_t odd_space_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\xA0")) return 2;                                          // U+00A0
  if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE3\x80\x80")) return 3;  // U+202F, U+3000
  // U+2000 to U+200A
  if (rest.starts_with("\xE2\x80") && rest.size() > 2 && static_cast<unsigned char>(rest[2]) - 0x80U <= 0x0AU)
    return 3;
  return 0;
}

// Whether the last thing in the text is a form feed: then each page is ended by one (as pdftotext
// writes), and one at the beginning ends an empty first page. Else one there begins the first page.
bool pages_are_ended(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\n");
  return last != std::string_view::npos && text[last] == '\f';
}

}  // namespace

std::string unify_white_space(std::string_view text) {
  // With what a line end or an odd space begins.
  static constexpr auto kMayBegin = [] {
    std::array<bool, 256> may{};
    for (const std::size_t byte : {0x0A, 0x0D, 0xC2, 0xE2, 0xE3}) may[byte] = true;
    return may;
  }();
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && !kMayBegin[static_cast<unsigned char>(text[at])]) ++at;
    out.append(text, begin, at - begin);
    if (at == text.size()) break;
    if (const std::size_t length = line_end_at(text, at)) {
      if (out.ends_with(kSoftHyphen)) {
        out.resize(out.size() - kSoftHyphen.size());
        out += '-';
      }
      out += '\n';
      at += length;
    } else if (const std::size_t space = odd_space_at(text, at)) {
      out += ' ';
      at += space;
    } else {
      out += text[at++];
    }
  }
  return out;
}

core::PagedText decode_text(std::string_view text) {
  const std::string clean = language::normalise(unify_white_space(text));
  const bool ended = pages_are_ended(clean);
  core::PagedText paged;
  paged.text.reserve(clean.size());
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t feed = std::min(clean.find('\f', at), clean.size());
    paged.text.append(clean, at, feed - at);
    if (feed == clean.size()) break;
    // A page begins a line, also where the form feed stood behind the last word of the page before.
    if (!paged.text.empty() && !paged.text.ends_with('\n')) paged.text += '\n';
    at = feed + 1;
    if (at < clean.size() && clean[at] == '\n') ++at;  // a form feed on a line of its own
    const bool last = clean.find_first_not_of(" \t\n\f", at) == std::string::npos;
    const bool first = core::utf8::trim(paged.text).empty();
    if (!last && (!first || ended)) paged.page_starts.push_back(paged.text.size());
  }
  return paged;
}

}  // namespace szukajst::indexer::formats
