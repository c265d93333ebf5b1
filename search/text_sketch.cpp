#include "search/text_sketch.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/fields.h"
#include "core/hash.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kMostTokens = 20'000;
constexpr std::uint64_t kNone = 0;  // for a use without a key

// Of several keys that of the first in bytewise order.
std::uint64_t key_hash(const core::SegmentTokens& tokens, std::uint32_t use) {
  for (const std::uint32_t term : tokens.terms_of(use)) {
    const std::string_view text = tokens.term(term);
    if (!text.empty() && text.front() == static_cast<char>(core::Stream::key))
      return std::max<std::uint64_t>(1, core::hash_of(text));
  }
  return kNone;
}

}  // namespace

TextSketch sketch_of(const core::SegmentTokens& tokens, std::size_t document) {
  const core::Tokens body = tokens.text(document, core::TextField::body);
  std::unordered_map<std::uint32_t, std::uint64_t> hashes;  // by use
  std::vector<std::uint32_t> pairs;
  core::Tokens::Last last;
  std::uint64_t before = kNone;
  for (std::size_t place = 0; place < std::min(body.size(), kMostTokens); ++place) {
    const std::uint32_t use = body.use(place, last);
    if (use <= core::Tokens::kBetweenNames) continue;
    const auto [known, is_new] = hashes.try_emplace(use, kNone);
    if (is_new) known->second = key_hash(tokens, use);
    const std::uint64_t here = known->second;
    if (here == kNone) continue;
    if (before != kNone) {
      constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
      pairs.push_back(static_cast<std::uint32_t>(((before * 3 + here) * kOdd) >> 32));
    }
    before = here;
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  if (pairs.size() > kSketched) pairs.resize(kSketched);
  return pairs;
}

double resemblance(const TextSketch& a, const TextSketch& b) {
  if (a.empty() || b.empty()) return 0;
  // Of the smallest hashes of both together, how many are in both.
  std::size_t i = 0, j = 0, looked_at = 0, common = 0;
  while (looked_at < kSketched && (i < a.size() || j < b.size())) {
    if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      ++i;
    } else if (i == a.size() || b[j] < a[i]) {
      ++j;
    } else {
      ++i, ++j, ++common;
    }
    ++looked_at;
  }
  return static_cast<double>(common) / static_cast<double>(looked_at);
}

}  // namespace szukajst::search
