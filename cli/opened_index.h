// An index opened for reading, with the tables that its searcher borrows.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "gazetteer/gazetteer.h"
#include "language/lexicon.h"
#include "search/searcher.h"

namespace szukajst::cli {

struct OpenedIndex {
  const language::Lexicon& lexicon;
  const gazetteer::Gazetteer& gazetteer;
  const search::Searcher& searcher;
};

// Opens all three and gives `use`'s exit status; reports what could not be opened and gives its status.
int with_index(const std::filesystem::path& index, const std::function<int(const OpenedIndex&)>& use);

}  // namespace szukajst::cli
