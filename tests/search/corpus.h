// Indexes made by hand for tests of search.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.h"
#include "indexer/pipeline.h"
#include "indexer/write/index_writer.h"
#include "language/lexicon.h"
#include "search/searcher.h"

namespace szukajst::search {

// The built tables, opened once a process.
const language::Lexicon& lexicon();
const gazetteer::Gazetteer& gazetteer();

// A folder that is gone when the object is.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A document with this id and body; kind other, the id for title, "made/ID.txt" for source.
indexer::ProcessedDocument document(const std::string& id, const std::string& text);

// Marks the first `from` in the document's text as mended to `to`.
void mend(indexer::ProcessedDocument& document, const std::string& from, const std::string& to);

// Adds the documents to the index in one commit; fails the test where that fails.
indexer::CommitSummary commit(const std::filesystem::path& index,
                              const std::vector<indexer::ProcessedDocument>& documents,
                              const std::vector<std::string>& removed = {},
                              const indexer::IndexSettings& settings = {});

// An index of these documents, and a searcher over it.
class Corpus {
 public:
  explicit Corpus(const std::vector<indexer::ProcessedDocument>& documents,
                  const indexer::IndexSettings& settings = {});

  const Searcher& searcher() const { return searcher_; }
  const std::filesystem::path& index() const { return folder_.path(); }
  // Fails the test where the search does.
  Answer search(const Request& request) const;
  Answer search(const std::string& query) const;
  // The ids of all hits of a query, in order, joined by spaces.
  std::string ids(const std::string& query) const;
  std::string ids(const Request& request) const;

 private:
  TemporaryFolder folder_;
  Searcher searcher_;
};

Searcher open_searcher(const std::filesystem::path& index);
// The ids of the hits (of goals, their own), in order, joined by spaces.
std::string ids_of(const Answer& answer);

}  // namespace szukajst::search
