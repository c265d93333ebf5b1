// From bytes to text: the format told by content (and name), the charset detected.
#pragma once

#include <optional>
#include <string>

#include "core/date.h"
#include "core/result.h"
#include "core/text.h"
#include "indexer/formats/html_names.h"
#include "indexer/read/source.h"

namespace szukajst::indexer {

// A document as its format gives it: nothing cleaned away yet.
struct DecodedDocument {
  core::PagedText text;  // NFC; form feeds of the source became page borders
  std::string title;     // as the format gives it (HTML: its one heading, og:title, <title>); may be empty
  std::string language;  // ISO 639-1 as the format declares it; may be empty
};

// `names`: what the elements of web pages are called. Errors: unsupported (binary content, a format not
// known), malformed, too_large. How to add a format: docs/adding_a_format.md.
core::Result<DecodedDocument> decode(const RawInput& input, const formats::HtmlNames& names);

}  // namespace szukajst::indexer
