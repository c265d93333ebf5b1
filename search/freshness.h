// How much less an old document counts than a new one that is as relevant (Sort::fresh).
#pragma once

#include <cstdint>

#include "search/request.h"

namespace szukajst::search {

// Days are year × 10000 + month × 100 + day, 0 where unknown. Immutable.
class Freshness {
 public:
  // Of a request that does not ask for it, all documents are as fresh.
  explicit Freshness(const Request& request);

  bool counts() const { return share_ > 0; }
  // What a score is multiplied by: 1 from Request::today on, half of Weights::freshness less after each
  // half-life, all of it less where the day is unknown.
  double factor(std::uint32_t day) const;

 private:
  double share_, half_life_, today_ = 0;  // the latter two in months
};

}  // namespace szukajst::search
