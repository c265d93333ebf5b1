#include "corpus.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <stdexcept>
#include <system_error>
#include <utility>

#include "core/data_folder.h"

namespace szukajst::search {
namespace {

template <typename T>
T value_or_throw(core::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

}  // namespace

const language::Lexicon& lexicon() {
  static const auto opened = value_or_throw(language::Lexicon::open(core::data_folder() / "language"));
  return opened;
}

const gazetteer::Gazetteer& gazetteer() {
  static const auto loaded = value_or_throw(gazetteer::Gazetteer::load(core::data_folder() / "gazetteer"));
  return loaded;
}

TemporaryFolder::TemporaryFolder() {
  // In memory where that can be had: tests wait for the disk often.
  const std::filesystem::path memory = "/dev/shm";
  std::error_code error;
  const bool in_memory = std::filesystem::is_directory(memory, error) && access(memory.c_str(), W_OK) == 0;
  const auto parent = in_memory ? memory : std::filesystem::temp_directory_path();
  std::string pattern = (parent / "szukajst-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for temporary files");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

indexer::ProcessedDocument document(const std::string& id, const std::string& text) {
  indexer::ProcessedDocument made;
  made.record.id = id;
  made.record.source = "made/" + id + ".txt";
  made.record.title = id;
  made.text.text = text;
  made.mended = made.text;
  return made;
}

void mend(indexer::ProcessedDocument& document, const std::string& from, const std::string& to) {
  const std::size_t at = document.text.text.find(from);
  if (at == std::string::npos) throw std::runtime_error("nothing to mend: " + from);
  document.repairs.push_back({{at, at + from.size()}, to, 0.9});
  document.mended.text.replace(document.mended.text.find(from), from.size(), to);
}

indexer::CommitSummary commit(const std::filesystem::path& index,
                              const std::vector<indexer::ProcessedDocument>& documents,
                              const std::vector<std::string>& removed,
                              const indexer::IndexSettings& settings) {
  language::Analyzer analyzer(lexicon());
  auto writer = value_or_throw(indexer::IndexWriter::open(index, analyzer, gazetteer(), settings));
  for (const auto& each : documents) value_or_throw(writer.add(each));
  for (const std::string& id : removed) writer.remove(id);
  return value_or_throw(writer.commit());
}

Searcher open_searcher(const std::filesystem::path& index) {
  return value_or_throw(Searcher::open({index}, lexicon(), gazetteer()));
}

namespace {

Searcher searcher_over(const std::filesystem::path& index,
                       const std::vector<indexer::ProcessedDocument>& documents,
                       const indexer::IndexSettings& settings) {
  commit(index, documents, {}, settings);
  return open_searcher(index);
}

}  // namespace

Corpus::Corpus(const std::vector<indexer::ProcessedDocument>& documents,
               const indexer::IndexSettings& settings)
    : searcher_(searcher_over(folder_.path(), documents, settings)) {}

Answer Corpus::search(const Request& request) const {
  return value_or_throw(searcher_.search(request));
}

Answer Corpus::search(const std::string& query) const {
  Request request;
  request.query = query;
  return search(request);
}

std::string Corpus::ids(const Request& request) const {
  return ids_of(search(request));
}
std::string Corpus::ids(const std::string& query) const {
  return ids_of(search(query));
}

std::string ids_of(const Answer& answer) {
  std::string ids;
  for (const Hit& hit : answer.hits)
    ids += (ids.empty() ? "" : " ") + (hit.goal ? hit.goal->id : hit.document.id);
  return ids;
}

}  // namespace szukajst::search
