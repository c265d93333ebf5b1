// A stretch of consecutive numbers of a segment that is matched at once, and sets of its members.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/segment_postings.h"
#include "search/index_reader.h"

namespace szukajst::search {

// So many numbers fit the cache together with a query's counts of them, and make a word's cost for a window
// small beside that for its postings.
inline constexpr std::uint32_t kWindow = core::kPostingsWindow;

// Members have offsets from 0: a number less `first`.
struct Window {
  Number first = 1;
  std::uint32_t size = 0;  // at most kWindow

  Number end() const { return first + size; }
};

// A set of offsets in a window.
class Mask {
 public:
  static constexpr std::size_t kWords = kWindow / 64;

  // The offsets [0, size).
  static Mask below(std::uint32_t size) {
    Mask mask;
    for (std::uint32_t at = 0; at < size; at += 64)
      mask.words_[at / 64] = size - at >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (size - at)) - 1;
    return mask;
  }

  bool has(std::uint32_t offset) const { return (words_[offset / 64] >> (offset % 64) & 1) != 0; }
  void add(std::uint32_t offset) { words_[offset / 64] |= std::uint64_t{1} << (offset % 64); }
  void remove(std::uint32_t offset) { words_[offset / 64] &= ~(std::uint64_t{1} << (offset % 64)); }
  bool none() const {
    std::uint64_t any = 0;
    for (const std::uint64_t word : words_) any |= word;
    return any == 0;
  }
  std::uint32_t count() const {
    // By sums of two, four, eight bits, which the compiler makes of several words at once: not all processors
    // count bits by an instruction.
    std::uint64_t count = 0;
    for (std::uint64_t word : words_) {
      word -= word >> 1 & 0x5555555555555555U;
      word = (word & 0x3333333333333333U) + (word >> 2 & 0x3333333333333333U);
      word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0FU;
      word += word >> 8;
      word += word >> 16;
      count += (word + (word >> 32)) & 0xFF;
    }
    return static_cast<std::uint32_t>(count);
  }
  // The first member from this offset on; kWindow where there is none.
  std::uint32_t first_from(std::uint32_t offset) const {
    for (std::uint32_t i = offset / 64; i < kWords; ++i) {
      const std::uint64_t word =
          i == offset / 64 ? words_[i] & ~std::uint64_t{0} << (offset % 64) : words_[i];
      if (word != 0) return i * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
    }
    return kWindow;
  }
  Mask& operator&=(const Mask& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] &= other.words_[i];
    return *this;
  }
  Mask& operator|=(const Mask& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] |= other.words_[i];
    return *this;
  }
  Mask& operator-=(const Mask& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  // Adds the offsets whose number is not 0.
  void add_nonzero(const std::array<std::uint32_t, kWindow>& numbers) {
    for (std::size_t i = 0; i < kWords; ++i) {
      // A byte for each, eight of which a multiplication makes eight bits: what the compiler does many at
      // once.
      std::array<std::uint8_t, 64> flags;
      for (std::size_t at = 0; at < flags.size(); ++at) flags[at] = numbers[i * 64 + at] != 0 ? 1 : 0;
      for (std::size_t byte = 0; byte < 8; ++byte) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, flags.data() + byte * 8, sizeof eight);
        words_[i] |= (eight * 0x0102040810204080U >> 56) << (8 * byte);
      }
    }
  }
  // Calls with each offset, ascending; the call may remove what it is given.
  template <typename Function>
  void each(Function&& function) const {
    for (std::size_t i = 0; i < kWords; ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        function(static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(word)));
    }
  }

 private:
  std::array<std::uint64_t, kWords> words_{};
};

}  // namespace szukajst::search
