// The words of class names and identifiers by which web pages call what is not the document.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>

#include "core/result.h"

namespace szukajst::indexer::formats {

// As data/html_names.tsv describes them. Immutable once loaded, and thread-safe.
struct HtmlNames {
  using Words = std::unordered_set<std::string>;
  Words furniture, outside, masthead, content;

  // Reads html_names.tsv of `folder`. Error: not_found, malformed (file and line).
  static core::Result<HtmlNames> load(const std::filesystem::path& folder);
};

}  // namespace szukajst::indexer::formats
