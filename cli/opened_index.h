// Indexes opened for reading, with the tables that their searcher borrows.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "gazetteer/gazetteer.h"
#include "language/lexicon.h"
#include "search/searcher.h"

namespace szukajst::cli {

struct OpenedIndex {
  const language::Lexicon& lexicon;
  const gazetteer::Gazetteer& gazetteer;
  const search::Searcher& searcher;
};

struct Tables {
  const language::Lexicon& lexicon;
  const gazetteer::Gazetteer& gazetteer;
};
// Opens the tables and gives `use`'s exit status; reports what could not be opened and gives its status.
int with_tables(const std::function<int(const Tables&)>& use);
// Opens the indexes as well; they are searched as one.
int with_indexes(const std::vector<std::filesystem::path>& indexes,
                 const std::function<int(const OpenedIndex&)>& use);

}  // namespace szukajst::cli
