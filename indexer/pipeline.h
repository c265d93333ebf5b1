// The way of a document as far as its record: read → decode → clean → repair → extract.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/index_format.h"
#include "core/record.h"
#include "core/result.h"
#include "core/text.h"
#include "gazetteer/gazetteer.h"
#include "indexer/clean/clean.h"
#include "indexer/extract/extract.h"
#include "indexer/formats/html_names.h"
#include "indexer/privacy/contacts.h"
#include "indexer/privacy/suppression.h"
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
  formats::HtmlNames html_names;
  ContactRules contacts;
  std::filesystem::path language_folder;

  // `data`: core::data_folder(). Errors name the file.
  static core::Result<std::unique_ptr<const Resources>> open(const std::filesystem::path& data);
};

// What is left out of documents for the sake of persons: docs/privacy.md.
struct PrivacyOptions {
  bool keep_contacts = false;                // persons' telephone numbers and e-mail addresses stay
  const Suppression* suppression = nullptr;  // whom no document names; outlives the pipeline
};

// One a thread.
class Pipeline {
 public:
  static core::Result<Pipeline> create(const Resources& resources, PrivacyOptions privacy = {});

  core::Result<ProcessedDocument> process(const RawInput& input);
  // A document as an index keeps it, without the suppressed persons; nothing where it names none of them.
  core::Result<std::optional<ProcessedDocument>> without_suppressed(const core::KeptDocument& kept);
  language::Analyzer& analyzer() { return analyzer_; }

 private:
  Pipeline(const Resources& resources, language::Repairer repairer, PrivacyOptions privacy);
  // What is known of a document beside its text.
  struct Known {
    std::string source, language, title_hint;
  };
  // Repairs and extracts. `text`: cleaned.
  ProcessedDocument read(core::PagedText text, const Known& known);
  // Where the document's text names suppressed persons.
  std::vector<core::ByteRange> suppressed_in(const ProcessedDocument& document);
  // Reads the document again until it names none. Error: malformed, where that cannot be done.
  core::Result<ProcessedDocument> suppressed(ProcessedDocument document, Known known);
  const Resources* resources_;
  PrivacyOptions privacy_;
  language::Analyzer analyzer_;
  language::Repairer repairer_;
};

}  // namespace szukajst::indexer
