#include "search/word_matcher.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace szukajst::search {
namespace {

// What an exact match in a field of weight 1 counts in the sums.
constexpr double kScale = 100;

// A leap to a posting costs about so many steps.
constexpr std::uint32_t kLeap = 12;

// With fewer postings of a window each is marked by itself, and cleared by itself.
constexpr std::uint32_t kFew = 96;

// Signed numbers are made floats by one instruction.
float as_float(std::uint32_t sum) {
  return static_cast<float>(static_cast<std::int32_t>(sum));
}

// Written so that the compiler makes it instructions over several numbers.
void add_window(const std::uint32_t* __restrict by_length, const std::uint32_t* __restrict flat,
                const float* __restrict factors, float scale, float half, float* __restrict sums) {
  for (std::uint32_t i = 0; i < kWindow; ++i) {
    const float frequency = as_float(by_length[i]) * factors[i] + as_float(flat[i]);
    sums[i] += scale * frequency / (frequency + half);
  }
}

}  // namespace

WordMatcher::WordMatcher(std::span<const MetUse> uses, double rarity, std::span<const FieldUse> fields,
                         const core::SegmentPostings& postings, Lengths lengths,
                         const MatchSettings& settings)
    : rarity_(rarity), lengths_(lengths), scores_(settings.scores), weights_(settings.weights) {
  for (const FieldUse& use : fields) {
    const double of_field = weight_of(use, weights_);
    if (!use.drives && (!scores_ || of_field <= 0)) continue;
    const core::ScopePostings& scope = postings.of(use.scope);
    windows_ = scope.windows();
    Field field{use.drives, use.by_length && weights_.lengths, {}};
    for (const MetUse& met : uses) {
      const core::UseCursor cursor = scope.cursor(met.use);
      if (cursor.size() == 0) continue;
      const double weight = kScale * of_field * weights_.kinds[static_cast<std::size_t>(met.kind)];
      field.parts.push_back({cursor, static_cast<std::uint32_t>(std::max(1.0, std::round(weight)))});
      if (use.drives) cost_ += cursor.size();
    }
    std::ranges::stable_sort(field.parts, std::ranges::greater{},
                             [](const Part& part) { return part.cursor.size(); });
    if (!field.parts.empty()) fields_.push_back(std::move(field));
  }
  std::ranges::stable_partition(fields_, &Field::drives);
}

Number WordMatcher::next(Number target) {
  const std::uint32_t asked = window_of(target);
  std::uint32_t next = windows_;
  for (Field& field : fields_) {
    if (!field.drives) break;
    for (Part& part : field.parts) {
      next = std::min(next, part.cursor.next_window(asked));
      if (next == asked) return target;
    }
  }
  return next >= windows_ ? kNoMore : lengths_.first + next * kWindow;
}

void WordMatcher::clear() {
  if (few_) {
    there_.each([&](std::uint32_t offset) { by_length_[offset] = flat_[offset] = 0; });
  } else {
    if (by_length_used_) by_length_.fill(0);
    if (flat_used_) flat_.fill(0);
  }
  there_ = {};
  by_length_used_ = flat_used_ = false;
}

void WordMatcher::match(const Window& window, const Mask& among, Mask& found) {
  clear();
  first_ = window.first - lengths_.first;
  const std::uint32_t here = first_ / kWindow, candidates = among.count();
  std::uint32_t expected = 0;
  for (Field& field : fields_) {
    if (!field.drives) break;
    for (const Part& part : field.parts) expected += part.cursor.dense_in_window(here);
  }
  few_ = std::min(expected, candidates) <= kFew;
  std::size_t at = 0;
  for (; at < fields_.size() && fields_[at].drives; ++at)
    few_ ? read_all<true>(fields_[at], here, among, candidates)
         : read_all<false>(fields_[at], here, among, candidates);
  if (!few_ && by_length_used_) there_.add_nonzero(by_length_);
  if (!few_ && flat_used_) there_.add_nonzero(flat_);
  found = there_;
  found &= among;
  if (at == fields_.size() || found.none()) return;
  const std::uint32_t matches = found.count();
  for (; at < fields_.size(); ++at)
    few_ ? read_all<true>(fields_[at], here, found, matches)
         : read_all<false>(fields_[at], here, found, matches);
}

template <bool few>
void WordMatcher::read_all(Field& field, std::uint32_t window, const Mask& among, std::uint32_t candidates) {
  Sums& sums = field.by_length ? by_length_ : flat_;
  bool& used = field.by_length ? by_length_used_ : flat_used_;
  for (Part& part : field.parts) {
    if (!part.cursor.any_in(window)) continue;
    used = true;
    const std::uint32_t weight = part.weight;
    if (part.cursor.dense_in_window(window) > candidates * kLeap) {
      among.each([&](std::uint32_t offset) {
        const std::uint32_t count = part.cursor.count_at(window, offset);
        if (count == 0) return;
        sums[offset] += weight * count;
        if (few) there_.add(offset);
      });
      continue;
    }
    part.cursor.read(window, [&](std::uint32_t offset, std::uint32_t count) {
      if (few && !among.has(offset)) return;
      sums[offset] += weight * count;
      if (few) there_.add(offset);
    });
  }
}

double WordMatcher::score(std::uint32_t offset) {
  const double by_length = by_length_[offset], flat = flat_[offset];
  const double factor = by_length > 0 ? lengths_.factor(lengths_.first + first_ + offset) : 1;
  return rarity_ * saturated((by_length * factor + flat) / kScale, weights_);
}

void WordMatcher::add_bounds(const Mask& found, bool dense, Bounds& bounds) const {
  const auto scale = static_cast<float>(rarity_ * (weights_.saturation + 1));
  const auto half = static_cast<float>(weights_.saturation * kScale);
  const float* factors = lengths_.factors.data() + first_;
  if (dense && lengths_.factors.size() - first_ >= kWindow)
    return add_window(by_length_.data(), flat_.data(), factors, scale, half, bounds.data());
  found.each([&](std::uint32_t i) {
    const float frequency = as_float(by_length_[i]) * factors[i] + as_float(flat_[i]);
    bounds[i] += scale * frequency / (frequency + half);
  });
}

std::size_t WordMatcher::count_all(Deadline& deadline) {
  std::size_t count = 0;
  for (std::uint32_t window = 0; window < windows_ && !deadline.look(); ++window) {
    Mask found;
    match({lengths_.first + window * kWindow, kWindow}, Mask::below(kWindow), found);
    count += found.count();
  }
  return count;
}

}  // namespace szukajst::search
