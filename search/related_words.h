// Nouns and the adjectives made of them: who asks for "turystyka" means what is "turystyczny", too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"

namespace szukajst::search {

// The dictionary forms related to one, without itself: of a noun its adjective, of such an adjective
// the noun. Only what the lexicon knows as such. `lemma`: lower case.
std::vector<std::string> related_words(std::string_view lemma, const language::Lexicon& lexicon);

}  // namespace szukajst::search
