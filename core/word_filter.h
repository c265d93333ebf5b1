// Says at once of most words that a table does not have them, before they are looked up.
#pragma once

#include <bitset>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace szukajst::core {

// A word that was added is always met; one that was not, seldom, as long as there are not thousands.
class WordFilter {
 public:
  void add(std::string_view word) { bits_.set(place(word)); }
  bool may_hold(std::string_view word) const { return bits_[place(word)]; }

 private:
  static constexpr int kBits = 14;
  // By a word's length and its first bytes, which are enough to tell most apart.
  static std::size_t place(std::string_view word) {
    std::uint64_t first = 0;
    if (word.size() >= sizeof first)
      std::memcpy(&first, word.data(), sizeof first);
    else
      for (const char c : word) first = first << 8 | static_cast<unsigned char>(c);
    return static_cast<std::size_t>(((first ^ word.size()) * 0x9E3779B97F4A7C15U) >> (64 - kBits));
  }
  std::bitset<std::size_t{1} << kBits> bits_;
};

}  // namespace szukajst::core
