#include "core/text.h"

#include <algorithm>

namespace szukajst::core {

int PagedText::page_at(std::size_t byte) const {
  const auto after = std::upper_bound(page_starts.begin(), page_starts.end(), byte);
  return std::max(1, static_cast<int>(after - page_starts.begin()));
}

}  // namespace szukajst::core
