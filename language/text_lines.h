// The lines of a text and the runs between white space in them, as the repair of signs looks at them.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace szukajst::language {

struct TextLine {
  core::ByteRange range;                  // without white space at its ends and without the line end
  std::span<const core::ByteRange> runs;  // at least one
};

// A text's lines that are not empty, in order. A form feed ends a line too. A view: the text must outlive it.
class TextLines {
 public:
  explicit TextLines(std::string_view text);
  TextLines(TextLines&&) = default;
  TextLines& operator=(TextLines&&) = default;

  std::string_view text() const { return text_; }
  auto begin() const { return lines_.begin(); }
  auto end() const { return lines_.end(); }
  std::size_t size() const { return lines_.size(); }
  bool empty() const { return lines_.empty(); }
  const TextLine& operator[](std::size_t i) const { return lines_[i]; }

 private:
  std::string_view text_;
  std::vector<core::ByteRange> runs_;  // of all lines
  std::vector<TextLine> lines_;
};
// How wide the page's lines are, in code points: nine in ten are not longer. 0 where there are none.
std::size_t page_width(const TextLines& lines);

// The letters at the beginning, and at the end of a text, as a range of it.
core::ByteRange letters_at_begin(std::string_view text);
core::ByteRange letters_at_end(std::string_view text);
// The code point that ends before, and the one that begins at a byte; 0 where there is none.
char32_t code_point_before(std::string_view text, std::size_t at);
char32_t code_point_at(std::string_view text, std::size_t at);
bool begins_lower(std::string_view text);
bool begins_upper(std::string_view text);

// What the repair of signs asks of words.
struct WordTests {
  std::function<bool(std::string_view)> known;         // in any of its forms
  std::function<bool(std::string_view)> mendable;      // no word, and clearly one with its letters damaged
  std::function<bool(std::string_view)> common;        // as it is written, and no name alone
  std::function<bool(std::string_view)> abbreviation;  // it may be one, and have its full stop of its own
  std::function<bool(std::string_view)> small;         // with its capital it is no name, or hardly one
  std::function<bool(std::string_view)> opens;         // nothing but a sentence's begin gives it a capital
};

// Words that tell what a sign beside them was; see data/signs.tsv. In lower case.
struct WordLists {
  std::vector<std::string> months, leaning, after_comma, labels, conjunctions, joined, amounts, bullets;
};
bool is_one_of(const std::vector<std::string>& list, std::string_view word);  // in any case

}  // namespace szukajst::language
