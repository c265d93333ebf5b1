// Counts of facets against counting by hand.
#pragma once

#include <cstddef>
#include <cstdint>

#include "bench/corpus/generator.h"
#include "bench/engine/engine.h"
#include "core/result.h"
#include "indexer/pipeline.h"

namespace szukajst::bench {

struct CheckSettings {
  std::size_t queries = 10'000;
  std::uint64_t seed = 1;
};

struct Checked {
  std::size_t queries = 0, values = 0, documents = 0;  // compared: counts of facets' values; matches in total
  std::size_t differences = 0;                         // totals and counts that are not the same
};

// Asks random queries with random filters, both by exact and by all kinds of match, and counts the records of
// the generator's documents by what their terms say. Tells the first differences on standard error.
core::Result<Checked> check_facets(const Generator& generator, const indexer::Resources& resources,
                                   const Engine& engine, const CheckSettings& settings);

}  // namespace szukajst::bench
