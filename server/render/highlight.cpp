#include "server/render/highlight.h"

#include <string>

namespace szukajst::server {
namespace {

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

void put(View::List& views, std::string_view text, bool marked) {
  if (!text.empty()) views.push_back(View().set("text", text).set("marked", marked));
}

}  // namespace

View::List highlighted(std::string_view text,
                       const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
  View::List views;
  std::size_t byte = 0, code_point = 0;
  // The byte at which a code point begins; the text's end for those past it.
  const auto advance = [&](std::size_t target) {
    while (byte < text.size() && code_point < target) {
      do {
        ++byte;
      } while (byte < text.size() && !begins_code_point(text[byte]));
      ++code_point;
    }
    return byte;
  };
  for (const auto& [begin, end] : ranges) {
    if (begin < code_point || end <= begin) continue;
    const std::size_t plain = byte, from = advance(begin), to = advance(end);
    put(views, text.substr(plain, from - plain), false);
    put(views, text.substr(from, to - from), true);
  }
  put(views, text.substr(byte), false);
  return views;
}

}  // namespace szukajst::server
