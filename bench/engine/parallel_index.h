// An index of texts whose records are known already: all language work, nothing extracted.
#pragma once

#include <cstddef>
#include <filesystem>

#include "bench/corpus/generator.h"
#include "core/result.h"
#include "indexer/pipeline.h"

namespace szukajst::bench {

// Makes the index of the generator's texts as they stand: mended, analysed and written by so many threads,
// each document with the generator's record, as peers are given their facets. Errors: those of writing.
core::Result<core::Done> index_in_parallel(const std::filesystem::path& index, const Generator& generator,
                                           const indexer::Resources& resources, std::size_t threads);

}  // namespace szukajst::bench
