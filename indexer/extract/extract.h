// What a careful reader would note of a document: see core/record.h. Rules are tables in data/.
#pragma once

#include <filesystem>
#include <memory>

#include "core/record.h"
#include "core/result.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// The rule tables, read once; immutable and thread-safe.
class Rules {
 public:
  // `folder`: core::data_folder() / "extract". Error: not_found, malformed (file and line).
  static core::Result<Rules> load(const std::filesystem::path& folder);
  Rules(Rules&&) noexcept;
  ~Rules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit Rules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// Fills every field but source, id, language, pages and quality. Evidence is of the source's text. A unit
// that is a partner without being named as one ("Gmina podpisała …") has that of the place.
core::Record extract(const SourceText& source, const Rules& rules);

}  // namespace szukajst::indexer::extract
