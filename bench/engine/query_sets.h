// Queries drawn from a corpus, by kind of query and by how frequent their words are; and the files that the
// bench hands to every program that it compares: the documents, the queries.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "bench/corpus/random.h"
#include "core/result.h"
#include "core/segment_columns.h"
#include "indexer/pipeline.h"

namespace szukajst::bench {

// How the words of a query are joined.
enum class Form { word, all, any, phrase };

struct BenchQuery {
  std::string set, band;  // "and2", "rare"
  Form form = Form::word;
  std::vector<std::string> words;                            // as spelt in the corpus, in lower case
  std::vector<std::pair<core::Facet, std::string>> filters;  // values as in core::FacetEntry
};

// The names of facets in the files, by core::Facet.
inline constexpr std::array<std::string_view, core::kFacets> kFacetNames{"kind",     "place",   "year",
                                                                         "official", "partner", "programme"};

// A document a line: id, title, the values of each facet (joined by '|'), the text as its source has
// it.
std::string corpus_line(const indexer::ProcessedDocument& document);

// The words of a text as a corpus's queries know them: runs of letters, in lower case.
std::vector<std::string> plain_words(std::string_view text);

struct QuerySettings {
  std::size_t each = 20;  // queries of a set and band
  std::uint64_t seed = 1;
};

// Reads a corpus file, draws queries of each set ("word", "and2", "or3", "phrase", "filter") and band
// ("rare", "middle", "common") from its documents, and writes a query a line: set, band, form, words,
// filters. `stop_words`: never a word of a query. Errors: unreadable, unwritable.
core::Result<core::Done> draw_queries(const std::filesystem::path& corpus,
                                      const std::filesystem::path& queries,
                                      const std::vector<std::string>& stop_words,
                                      const QuerySettings& settings);
// Errors: unreadable, malformed.
core::Result<std::vector<BenchQuery>> read_queries(const std::filesystem::path& path);

}  // namespace szukajst::bench
