// The document's own title, on one line.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/result.h"
#include "indexer/extract/person_names.h"
#include "indexer/extract/practice.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// What titles begin and end with, and what is none; immutable and thread-safe.
class TitleRules {
 public:
  // Reads title.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<TitleRules> load(const std::filesystem::path& folder);
  TitleRules(TitleRules&&) noexcept;
  TitleRules& operator=(TitleRules&&) noexcept;
  ~TitleRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit TitleRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

struct Title {
  std::string text;  // empty only for a text without lines
  // Whether the text has a title of its own: a page out of a book has none, and begins with some words.
  bool own = false;
};
// `practice`: the card of a record of a practice, which may name it; null where there is none. `persons`: of
// the text; a line that names one and nothing else says who wrote it. Null where they are not known.
Title extract_title(const SourceText& source, const Practice* practice, const TitleRules& rules,
                    const Persons* persons = nullptr);

}  // namespace szukajst::indexer::extract
