#include "indexer/write/mended_text.h"

#include <algorithm>

namespace szukajst::indexer {

MendedText::MendedText(std::string_view source, std::span<const core::Repair> repairs) {
  text_.reserve(source.size());
  std::size_t at = 0;
  for (const core::Repair& repair : repairs) {
    if (repair.source.begin < at || repair.source.end > source.size() ||
        repair.source.begin >= repair.source.end)
      continue;
    text_ += source.substr(at, repair.source.begin - at);
    const std::size_t begin = text_.size();
    text_ += repair.mended;
    pieces_.push_back({{begin, text_.size()}, &repair});
    at = repair.source.end;
  }
  text_ += source.substr(std::min(at, source.size()));
}

MendedText::Origin MendedText::origin(core::ByteRange range) const {
  // The first repair that ends behind the beginning of the range, and what lies between it and the one
  // before.
  const auto after = std::partition_point(
      pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return piece.mended.end <= range.begin; });
  const auto to_source = [&](std::size_t byte) {
    if (after == pieces_.begin()) return byte;
    const Piece& before = *(after - 1);
    return before.repair->source.end + (byte - before.mended.end);
  };
  if (after == pieces_.end() || after->mended.begin >= range.end)
    return {{to_source(range.begin), to_source(range.end)}, nullptr};

  Origin origin{after->repair->source, after->repair};
  if (range.begin < after->mended.begin) origin.source.begin = to_source(range.begin);
  auto last = after;
  while (last + 1 != pieces_.end() && (last + 1)->mended.begin < range.end) ++last;
  origin.source.end = last->repair->source.end;
  if (range.end > last->mended.end) origin.source.end += range.end - last->mended.end;
  return origin;
}

}  // namespace szukajst::indexer
