// The lines of a document as the steps of cleaning see them: each with its words in a form that
// optical recognition damages little, and a mark whether it goes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace szukajst::indexer::clean_steps {

// A word, a number, or the sign ©; other signs are no part of a phrase.
struct Word {
  std::string key;  // see skeleton(); of a number its digits and inner signs
  bool number = false;
  bool colon = false;   // a colon follows
  std::size_t end = 0;  // byte in the line's text behind it
};

struct Line {
  std::string_view whole;  // as it stands, without the line end
  std::string_view text;   // without white space at either end
  std::size_t indent = 0;  // code points before the text
  int page = 1;
  std::vector<Word> words;
  std::uint32_t actions = 0;  // a bit for each Action whose patterns fit the words: FurnitureTable::Entries
  bool dropped = false;
  bool above = false;  // dropped as what stands above a page's own title: a menu, a path, today's date

  bool blank() const { return text.empty(); }
  bool kept() const { return !dropped && !blank(); }
};

// Lower case without diacritics, and one letter for each set of those that recognition takes for
// one another (l t i 1, o 6 0, …): alike for a word and for its damaged forms, mostly.
std::string skeleton(std::string_view text);

std::vector<Word> words_of(std::string_view text);

std::vector<Line> split_lines(const core::PagedText& paged);

// The line's text without the bullet, dash, arrow or quotation mark that it begins with.
std::string_view without_bullet(std::string_view text);
bool has_bullet(std::string_view text);
// Whether the line ends as a sentence does.
bool ends_sentence(std::string_view text);

// Whether a line of a page's width goes on in the next one, which is not blank.
bool goes_on(const Line& line, const Line& next);

// The keys of all words with a space between: what lines are compared by.
std::string key_of(const Line& line);

// The nearest line before (after) `at` that is kept; lines.size() where there is none (before: not within
// some hundred lines).
std::size_t kept_before(const std::vector<Line>& lines, std::size_t at);
std::size_t kept_after(const std::vector<Line>& lines, std::size_t at);

// Lines without an empty one between: the first, and the one behind the last. At most some hundred.
struct Group {
  std::size_t begin = 0, end = 0;
};
Group group_at(const std::vector<Line>& lines, std::size_t at);

// Whether the lines read as a paragraph of prose: long, not a list, ended as a sentence.
bool prose(const std::vector<Line>& lines, const Group& group);

// Where the page's body begins: the first line that reads as prose; lines.size() where there is none.
std::size_t body_begin(const std::vector<Line>& lines);

}  // namespace szukajst::indexer::clean_steps
