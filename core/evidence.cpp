#include "core/evidence.h"

#include <algorithm>

namespace szukajst::core {

void add_evidence(Evidence& evidence, ByteRange range) {
  if (range.begin >= range.end) return;
  const auto first = std::lower_bound(evidence.begin(), evidence.end(), range.begin,
                                      [](const ByteRange& r, std::size_t begin) { return r.end < begin; });
  auto last = first;
  for (; last != evidence.end() && last->begin <= range.end; ++last) {
    range.begin = std::min(range.begin, last->begin);
    range.end = std::max(range.end, last->end);
  }
  if (first != last) {
    *first = range;
    evidence.erase(first + 1, last);
  } else if (evidence.size() < kMostEvidence) {
    evidence.insert(first, range);
  }
}

void add_evidence(Evidence& evidence, const Evidence& more) {
  for (const ByteRange& range : more) add_evidence(evidence, range);
}

}  // namespace szukajst::core
