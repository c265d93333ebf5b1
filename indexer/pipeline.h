// The way of a document as far as its record: read → decode → clean → repair → extract.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "core/text.h"
#include "gazetteer/gazetteer.h"
#include "indexer/clean/clean.h"
#include "indexer/extract/extract.h"
#include "indexer/read/source.h"
#include "language/analyzer.h"
#include "language/repair.h"

namespace szukajst::indexer {

// A document with all that the index keeps of it.
struct ProcessedDocument {
  core::Record record;
  core::PagedText text;               // cleaned, words as they stand in the source
  std::vector<core::Repair> repairs;  // ranges in `text`
  std::vector<core::Doubt> doubts;    // the same
  core::PagedText mended;             // the same lines, words mended; what was extracted from
};

// What every document needs, opened once. Immutable and thread-safe.
struct Resources {
  language::Lexicon lexicon;
  gazetteer::Gazetteer gazetteer;
  extract::Rules rules;
  FurnitureTable furniture;
  std::filesystem::path language_folder;

  // `data`: core::data_folder(). Errors name the file.
  static core::Result<std::unique_ptr<const Resources>> open(const std::filesystem::path& data);
};

// One a thread.
class Pipeline {
 public:
  static core::Result<Pipeline> create(const Resources& resources);

  core::Result<ProcessedDocument> process(const RawInput& input);
  language::Analyzer& analyzer() { return analyzer_; }

 private:
  Pipeline(const Resources& resources, language::Repairer repairer);
  const Resources* resources_;
  language::Analyzer analyzer_;
  language::Repairer repairer_;
};

}  // namespace szukajst::indexer
