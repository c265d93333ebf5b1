// Chance that is the same on every machine: the standard's distributions are not.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <numeric>
#include <vector>

namespace szukajst::bench {

// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t limit) { return next() % limit; }
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }  // 0 to below 1
  bool chance(double probability) { return unit() < probability; }
  double normal() { return std::sqrt(-2 * std::log(1 - unit())) * std::cos(2 * std::numbers::pi * unit()); }
  // 0 or more, on average `mean`, each further one as unlikely as the one before.
  std::size_t geometric(double mean) {
    std::size_t count = 0;
    while (chance(mean / (mean + 1))) ++count;
    return count;
  }
  template <typename Values>
  const auto& one_of(const Values& values) {
    return values[below(values.size())];
  }

 private:
  std::uint64_t state_;
};

// Draws an index by its weight in constant time (Vose's alias method).
class Weighted {
 public:
  explicit Weighted(const std::vector<double>& weights) : limit_(weights.size(), 1), alias_(weights.size()) {
    const double mean =
        std::accumulate(weights.begin(), weights.end(), 0.0) / static_cast<double>(weights.size());
    std::vector<double> share;
    std::vector<std::size_t> small, large;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      share.push_back(weights[i] / mean);
      (share[i] < 1 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
      const std::size_t low = small.back(), high = large.back();
      small.pop_back();
      limit_[low] = share[low];
      alias_[low] = high;
      share[high] -= 1 - share[low];
      if (share[high] < 1) {
        large.pop_back();
        small.push_back(high);
      }
    }
  }
  std::size_t draw(Random& random) const {
    const std::size_t i = random.below(limit_.size());
    return random.unit() < limit_[i] ? i : alias_[i];
  }

 private:
  std::vector<double> limit_;
  std::vector<std::size_t> alias_;
};

// The weights of `count` things of which few are often and most are seldom: 1 / (rank + shift) ^ exponent.
inline std::vector<double> zipf(std::size_t count, double exponent, double shift = 1) {
  std::vector<double> weights;
  for (std::size_t rank = 0; rank < count; ++rank)
    weights.push_back(std::pow(static_cast<double>(rank) + shift, -exponent));
  return weights;
}

}  // namespace szukajst::bench
