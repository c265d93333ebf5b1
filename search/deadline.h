// When the time of a request is up. One deadline goes through all its steps: whatever may run long asks
// it, and ends where it has passed.
#pragma once

#include <chrono>
#include <cstdint>

namespace szukajst::search {

// Not thread-safe: one a request.
class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds time) : end_(Clock::now() + time) {}

  // For steps that cost less than a look at the clock: looks only now and then. Once true, always true.
  bool passed() { return passed_ || (++asked_ % kBetweenLooks == 0 && look()); }
  // For steps that cost more.
  bool look() { return passed_ = passed_ || Clock::now() >= end_; }
  // Whether anybody has been told that it passed: then something was left undone.
  bool met() const { return passed_; }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::uint32_t kBetweenLooks = 256;
  Clock::time_point end_;
  std::uint32_t asked_ = 0;
  bool passed_ = false;
};

}  // namespace szukajst::search
