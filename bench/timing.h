// What benchmarks of queries measure with, ours and peers' alike.
#pragma once

#include <time.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace szukajst::bench {

// The processor's time of this thread, in microseconds.
inline double processor() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

// Reorders the values, of which there is at least one.
inline double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace szukajst::bench
