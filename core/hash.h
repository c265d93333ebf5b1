// A hash of bytes for comparing what was with what is: quick, of 64 bits, no defence against who wants
// two texts to have the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace szukajst::core {

// `seed`: another hash, to go on from it. The value depends on the byte order of the machine.
inline std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  // Each step is reversible, so texts that differ in one word of eight bytes never meet.
  const auto step = [](std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * kOdd;
    return hash ^ (hash >> 29);
  };
  std::uint64_t hash = step(step(kOdd, seed), bytes.size());
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    hash = step(hash, word);
  }
  std::uint64_t rest = 0;
  if (at < bytes.size()) std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
  return step(step(hash, rest), kOdd);
}

}  // namespace szukajst::core
