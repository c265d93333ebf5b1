// Finds where in the source the wording of an item stands, when all that is left of its place is the text
// itself: joined from lines, without hyphens, labels and page furniture.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"

namespace szukajst::indexer::extract {

// Compares letters and digits alone, so that line ends, hyphens, spaces and stops do not count. Borrows the
// text. Not thread-safe.
class WordingFinder {
 public:
  // `parts`: where to look, ascending; what lies between them is passed over (a page's head within a
  // paragraph).
  WordingFinder(std::string_view text, std::vector<core::ByteRange> parts);

  // Where the wording stands as a whole, from its first to its last letter: the first place behind what was
  // found last, else the first of all; empty where it stands nowhere. A range for each stretch of parts with
  // nothing but white space between them. O(bytes of the parts), less where wordings are asked for in their
  // order.
  core::Evidence find(std::string_view wording);
  // The same of a wording that was put together of whole parts, others between them left out.
  core::Evidence find_parts(std::string_view wording);

 private:
  core::Evidence evidence(std::size_t first, std::size_t last, std::string_view wording) const;

  std::string_view text_;
  std::vector<core::ByteRange> parts_;
  std::string letters_;                 // of all parts
  std::vector<std::size_t> places_;     // of each byte of letters_, in the text
  std::vector<std::size_t> part_ends_;  // where each part's letters end in letters_
  std::size_t next_ = 0;                // behind what was found last
};

}  // namespace szukajst::indexer::extract
