// The words that one which is being typed may become.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/completion.h"

namespace szukajst::search {

struct CompletedWord {
  std::string word;
  std::size_t documents = 0;  // that have it; where segments have tombstones, at most
  bool mended = false;        // begins otherwise than what was typed, by a slip
};

// Of words of one lemma the commonest alone; no stop words. `typed`: letters, in any case. `before`: the
// words of the query before it: what is found together with them stands first, and what is not with them at
// all is left out.
std::vector<CompletedWord> complete_word(std::string_view typed, const std::vector<std::string>& before,
                                         std::size_t most, const CompletionSources& sources);

// Whether one document has all these words, in any form; false also where none was found in time. Stop words
// do not count.
bool stand_together(const std::vector<std::string>& words, const CompletionSources& sources);

}  // namespace szukajst::search
