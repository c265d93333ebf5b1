// How a lemma's occurrences spread over its forms.
#pragma once

#include <string_view>

namespace szukajst::language {

// The share, 0 to 1, of a lemma's occurrences that stand in the form of this tag (one alternative of
// PoliMorf's): nominatives are many, vocatives few. Rough figures of Polish prose; 1 for an empty tag.
double form_share(std::string_view tag);

}  // namespace szukajst::language
