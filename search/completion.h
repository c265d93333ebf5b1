// What a query that is being typed may become: names of places, people, partners, programmes and titles
// that the index speaks of, and words for its last one.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.h"
#include "language/analyzer.h"
#include "language/lexicon.h"
#include "language/slips.h"
#include "search/deadline.h"
#include "search/index_reader.h"
#include "search/request.h"
#include "search/snapshot.h"

namespace szukajst::search {

struct CompletionSources {
  const Snapshot& snapshot;
  const std::vector<IndexReader>& readers;  // one for each segment
  language::Analyzer& analyzer;
  const language::Lexicon& lexicon;
  const language::Slips& slips;
  const gazetteer::Gazetteer& gazetteer;
  // How many documents a query finds: asked where nothing cheaper tells.
  std::function<std::size_t(const std::string& query)> count;
  Deadline& deadline;
};

// Best first, at most `most`; each as a query finds a document. `query`: UTF-8; one slip in its last word,
// one or two in those before, and missing diacritics are forgiven.
std::vector<Completion> complete(std::string_view query, std::size_t most, const CompletionSources& sources);

}  // namespace szukajst::search
