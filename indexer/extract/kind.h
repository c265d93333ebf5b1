// Which kind of document a text is, by weighted cues.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "core/kinds.h"
#include "core/result.h"
#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// The cues and their weights; immutable and thread-safe.
class KindRules {
 public:
  // Reads kind.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<KindRules> load(const std::filesystem::path& folder);
  KindRules(KindRules&&) noexcept;
  KindRules& operator=(KindRules&&) noexcept;
  ~KindRules();

  struct Tables;
  const Tables& tables() const { return *tables_; }

 private:
  explicit KindRules(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// `title`: as extract_title gave it. DocumentKind::other where no cue speaks.
core::DocumentKind classify_kind(const SourceText& source, std::string_view title, bool has_practice_card,
                                 const KindRules& rules);

}  // namespace szukajst::indexer::extract
