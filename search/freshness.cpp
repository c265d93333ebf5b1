#include "search/freshness.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace szukajst::search {
namespace {

double months(std::uint32_t day) {
  const std::uint32_t month = std::clamp(day / 100 % 100, 1U, 12U);
  return day / 10000 * 12.0 + (month - 1) + std::clamp(day % 100, 1U, 31U) / 31.0;
}

std::uint32_t now() {
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return static_cast<std::uint32_t>(static_cast<int>(day.year())) * 10000 +
         static_cast<unsigned>(day.month()) * 100 + static_cast<unsigned>(day.day());
}

}  // namespace

Freshness::Freshness(const Request& request)
    : share_(request.sort == Sort::fresh ? request.weights.freshness : 0),
      half_life_(12 * request.weights.half_life) {
  if (counts()) today_ = months(request.today != 0 ? request.today : now());
}

double Freshness::factor(std::uint32_t day) const {
  if (!counts()) return 1;
  if (day == 0) return 1 - share_;
  const double age = std::max(0.0, today_ - months(day));
  return 1 - share_ * (1 - std::exp2(-age / half_life_));
}

}  // namespace szukajst::search
