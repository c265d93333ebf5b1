// A text with its repairs applied, and the way back from each place of it to the source.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace szukajst::indexer {

class MendedText {
 public:
  // Repairs in ascending order; one that overlaps the one before or lies outside is passed over.
  // `source` and `repairs` outlive this.
  MendedText(std::string_view source, std::span<const core::Repair> repairs);

  const std::string& text() const { return text_; }

  struct Origin {
    core::ByteRange source;                // where the words stand in the source
    const core::Repair* repair = nullptr;  // that gave them; null where they stand as they are
  };
  // Of a range of text(). A range that meets a repair comes from the whole of it. O(log repairs).
  Origin origin(core::ByteRange range) const;

 private:
  struct Piece {
    core::ByteRange mended;
    const core::Repair* repair;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace szukajst::indexer
