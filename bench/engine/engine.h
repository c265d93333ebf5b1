// The search engine as the bench asks it: without a server, on one thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <utility>

#include "bench/engine/query_sets.h"
#include "core/kinds.h"
#include "gazetteer/gazetteer.h"
#include "language/lexicon.h"
#include "search/request.h"
#include "search/searcher.h"

namespace szukajst::bench {

search::Request request_of(const BenchQuery& query, core::MatchKind loosest);

class Engine {
 public:
  // `lexicon` and `gazetteer` outlive the engine. Errors: those of search::Searcher::open.
  static core::Result<Engine> open(const std::filesystem::path& index, const language::Lexicon& lexicon,
                                   const gazetteer::Gazetteer& gazetteer);

  struct Count {
    std::size_t total = 0;
    std::size_t told = 0;  // hits and values of facets
  };
  // The ids of the best ten and the counts of all facets: what the peers give, too.
  core::Result<Count> top_ten(search::Request request) const;
  // The same and all that a page of results shows: records, snippets, matches by page.
  core::Result<Count> whole_answer(const search::Request& request) const;

  // Of six facets, by document. Errors: those of reading a manifest and columns.
  core::Result<double> column_bytes() const;
  const search::Searcher& searcher() const { return searcher_; }

 private:
  Engine(std::filesystem::path index, search::Searcher searcher)
      : index_(std::move(index)), searcher_(std::move(searcher)) {}
  std::filesystem::path index_;
  search::Searcher searcher_;
};

}  // namespace szukajst::bench
