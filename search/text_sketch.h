// How much of their wording two texts share, from a few numbers of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/segment_tokens.h"

namespace szukajst::search {

// The smallest hashes of what a text has (bottom-k: Cohen, Kaplan: Summarizing data using bottom-k sketches,
// 2007), ascending, each once. Sketches of texts of different segments can be compared.
using TextSketch = std::vector<std::uint32_t>;
inline constexpr std::size_t kSketched = 256;

// Of the body of a document: of its pairs of neighbouring words, by their keys; stop words and signs left
// out. Of a long text its beginning.
TextSketch sketch_of(const core::SegmentTokens& tokens, std::size_t document);

// The share of what both have among what either has (Jaccard), 0 to 1; off by some hundredths. 0 where
// either has nothing.
double resemblance(const TextSketch& a, const TextSketch& b);

}  // namespace szukajst::search
