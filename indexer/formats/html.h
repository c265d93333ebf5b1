// Web pages: parsed by libxml2 (no network, no DTD), freed of what belongs to the site by its own
// markup, and laid out as the lines of a text.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "indexer/formats/html_names.h"

namespace szukajst::indexer::formats {

struct HtmlPage {
  std::string text;   // NFC, lines ended by '\n'; tables and lists as docs/adding_a_format.md tells
  std::string title;  // the page's one heading, else og:title, else <title>; the site's name may stand in it
  std::string language;  // ISO 639-1, from <html lang>; may be empty
};

// Whether the bytes begin as a web page does.
bool looks_like_html(std::string_view bytes);

// `name` stands in messages. Errors: malformed (elements nested beyond all reason, no text at all).
// Thread-safe.
core::Result<HtmlPage> decode_html(std::string_view bytes, std::string_view name, const HtmlNames& names);

}  // namespace szukajst::indexer::formats
