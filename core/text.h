// Texts as the stages hand them on, and places inside them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace szukajst::core {

// Bytes [begin, end) of a UTF-8 text; both ends on code point borders.
struct ByteRange {
  std::size_t begin = 0, end = 0;

  std::size_t size() const { return end - begin; }
  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
  bool operator==(const ByteRange&) const = default;
};

// A document's text, UTF-8 in NFC, lines ended by '\n', and where each page begins in it.
// page_starts is ascending and begins with 0; there is no form feed in the text.
struct PagedText {
  std::string text;
  std::vector<std::size_t> page_starts{0};

  // The number, from 1, of the page on which the byte stands. O(log pages).
  int page_at(std::size_t byte) const;
  int pages() const { return static_cast<int>(page_starts.size()); }
  // The page of this number, from 1 to pages().
  ByteRange page(int number) const {
    const auto i = static_cast<std::size_t>(number);
    return {page_starts[i - 1], i < page_starts.size() ? page_starts[i] : text.size()};
  }
};

// Counts a text's code points up to any byte: O(size) to make, then O(1) each. Borrows the text.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  // How many code points stand before the byte; of the whole text, for a byte past its end.
  std::size_t before(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> marks_;  // how many stand before bytes in equal steps
};

// One place where a damaged text was mended.
struct Repair {
  ByteRange source;      // in the text as it stood
  std::string mended;    // what must have stood on paper
  double certainty = 0;  // 0 to 1
};

// What else a damaged word may have been, mended or not: too uncertain to be shown, good enough to be found
// by.
struct Doubt {
  ByteRange source;                // in the text as it stood
  std::vector<std::string> forms;  // likeliest first; neither what stands there nor what it was mended to
};

}  // namespace szukajst::core
