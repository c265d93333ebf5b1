// Emptying a memo a little at a time: freeing all its entries at once takes as long as a hundred queries.
#pragma once

#include <cstddef>
#include <utility>

namespace szukajst::language {

// What a memo held before it was emptied. Not thread-safe.
template <typename Map>
class Fading {
 public:
  // Empties the map where it has more entries than these. What was in it stays a while: call fade() now and
  // then.
  void empty(Map& map, std::size_t most) {
    if (map.size() <= most) return;
    old_ = std::exchange(map, Map());  // of the one before little or nothing is left
  }
  void fade() {
    if constexpr (requires(Map& map) { map.free_some(kAtOnce); })
      old_.free_some(kAtOnce);
    else
      for (std::size_t i = 0; i < kAtOnce && !old_.empty(); ++i) old_.erase(old_.begin());
  }

 private:
  static constexpr std::size_t kAtOnce = 64;
  Map old_;
};

}  // namespace szukajst::language
