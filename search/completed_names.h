// The names that what is being typed may become.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/completion.h"

namespace szukajst::search {

struct CompletedName {
  core::NameKind kind = core::NameKind::title;
  std::string text;
  std::string value;  // of a place its code, of a title that one document alone has its id; else empty
  std::size_t documents = 0;
  bool mended = false;  // a word of it begins otherwise than what was typed, by a slip
};

// Names that have all words but the last, and a word that begins as the last does. `words`: as
// core::words_of_name, at least one. Commonest first, at most `most` of a kind; each has a document.
std::vector<CompletedName> complete_names(const std::vector<std::string>& words, std::size_t most,
                                          const CompletionSources& sources);

}  // namespace szukajst::search
