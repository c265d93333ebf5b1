#include "indexer/formats/decode.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "core/utf8.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/html.h"
#include "indexer/formats/text.h"

namespace szukajst::indexer {
namespace {

// What the first bytes of other formats are, to say what a file is instead of what it is not.
struct Magic {
  std::string_view bytes;
  std::string_view name;
};
constexpr std::array<Magic, 16> kMagic{{{"%PDF-", "a PDF document"},
                                        {"PK\x03\x04", "a zip archive or an office document"},
                                        {"\xD0\xCF\x11\xE0", "an old office document"},
                                        {"{\\rtf", "an RTF document"},
                                        {"\x89PNG", "a picture"},
                                        {"\xFF\xD8\xFF", "a picture"},
                                        {"GIF8", "a picture"},
                                        {std::string_view("II*\0", 4), "a picture"},
                                        {std::string_view("MM\0*", 4), "a picture"},
                                        {"RIFF", "a sound, film or picture"},
                                        {"\x1F\x8B", "a compressed file"},
                                        {"7z\xBC\xAF", "an archive"},
                                        {"Rar!", "an archive"},
                                        {"\x7F"
                                         "ELF",
                                         "a program"},
                                        {"%!PS", "a PostScript document"},
                                        {"SQLite format 3", "a database"}}};

bool named_html(std::string_view source) {
  const std::string extension = core::utf8::lower(std::filesystem::path(source).extension().string());
  constexpr std::array<std::string_view, 5> kHtml{".html", ".htm", ".xhtml", ".shtml", ".php"};
  return std::ranges::find(kHtml, extension) != kHtml.end();
}

// Whether there is anything like an element in it: a page that a browser saved as text has none.
bool any_element(std::string_view bytes) {
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    const char next = at + 1 < bytes.size() ? bytes[at + 1] : ' ';
    const char lower = static_cast<char>(next | 0x20);
    if ((lower >= 'a' && lower <= 'z') || next == '!' || next == '\0') return true;
  }
  return false;
}

}  // namespace

core::Result<DecodedDocument> decode(const RawInput& input, const formats::HtmlNames& names) {
  const std::string_view bytes = input.bytes;
  const auto unsupported = [&](const std::string& what) {
    return core::Error{core::ErrorCode::unsupported, input.source + ": " + what};
  };
  for (const Magic& magic : kMagic)
    if (bytes.starts_with(magic.bytes))
      return unsupported(std::string(magic.name) + ", a format that this program does not read");
  if (formats::binary(bytes)) return unsupported("binary content, not text");

  DecodedDocument document;
  if (formats::looks_like_html(bytes) || (named_html(input.source) && any_element(bytes))) {
    auto page = formats::decode_html(bytes, input.source, names);
    if (!page) return page.error();
    document.text.text = std::move(page->text);
    document.title = std::move(page->title);
    document.language = std::move(page->language);
  } else {
    document.text = formats::decode_text(formats::to_utf8(bytes));
    if (core::utf8::trim(document.text.text).empty())
      return core::Error{core::ErrorCode::malformed, input.source + ": nothing but white space in it"};
  }
  return document;
}

}  // namespace szukajst::indexer
