// Repairs over repairs: each step mends the text that the one before it left, and what comes out are
// repairs of the text as it stood.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace szukajst::language {

// `repairs` in order; no two overlap.
std::string apply_repairs(std::string_view text, const std::vector<core::Repair>& repairs);

class Layers {
 public:
  explicit Layers(std::string_view text) : text_(text) {}

  const std::string& text() const { return text_; }                      // as mended so far
  const std::vector<core::Repair>& repairs() const { return repairs_; }  // of the text as it stood

  // `more`: repairs of text(), in order, no two overlapping, none of an empty range. One that touches what
  // was mended before becomes one repair with it, as certain as the less certain of both. Linear in both.
  void add(std::vector<core::Repair> more);
  // Where a range of text() stood; a repair that it overlaps, as a whole. O(log repairs).
  core::ByteRange source(core::ByteRange range) const;

 private:
  std::string text_;
  std::vector<core::Repair> repairs_;
  std::vector<core::ByteRange> standing_;  // of the repairs, in text_
};

}  // namespace szukajst::language
