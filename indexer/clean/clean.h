// Takes away what belongs to the page and not to the document: menus, cookie notices, teasers,
// counters, "today is" lines, headers and footers that repeat on each page; joins hyphenated words.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/text.h"
#include "indexer/formats/decode.h"

namespace szukajst::indexer {

// The phrases that tell furniture, read once; immutable and thread-safe.
class FurnitureTable {
 public:
  // `folder`: core::data_folder() / "clean"; reads furniture.tsv. Error: not_found, malformed (file and
  // line).
  static core::Result<FurnitureTable> load(const std::filesystem::path& folder);
  FurnitureTable(FurnitureTable&&) noexcept;
  FurnitureTable& operator=(FurnitureTable&&) noexcept;
  ~FurnitureTable();

  struct Entries;
  const Entries& entries() const { return *entries_; }

 private:
  explicit FurnitureTable(std::unique_ptr<const Entries> entries);
  std::unique_ptr<const Entries> entries_;
};

struct CleanDocument {
  core::PagedText text;  // lines as they were, without furniture; words hyphenated at line ends joined
  // What the page itself says its title is, on one line: the format's title without the site's name, or the
  // line that stands alone under a page's masthead and menus. Empty where it does not say, and where
  // the title may go on in the next line.
  std::string title_hint;
  int lines_dropped = 0;
};

// Whether a word is known as one, in any of its forms (Lexicon::contains).
using WordTest = std::function<bool(std::string_view)>;

// Loses no text that could be the document's own: where in doubt, a line stays. `is_word` decides
// whether a hyphen at a line's end stays in the joined word. Thread-safe where `is_word` is.
CleanDocument clean(const DecodedDocument& document, const FurnitureTable& furniture,
                    const WordTest& is_word);

}  // namespace szukajst::indexer
