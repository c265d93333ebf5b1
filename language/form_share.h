// How a lemma's occurrences spread over its forms.
#pragma once

#include <optional>
#include <string_view>

namespace szukajst::language {

// The share, 0 to 1, of a lemma's occurrences that stand in the form of this tag (one alternative of
// PoliMorf's): nominatives are many, vocatives few. Rough figures of Polish prose; 1 for an empty tag.
double form_share(std::string_view tag);
// How much rarer a noun's form of that share is than its nominative, in ln; 0 where the share is not known.
double rarer_than_nominative(double share);

// Below the rarest form of the rarest lemma that was counted: ln of a share among running words.
inline constexpr double kLogFrequencyFloor = -19;
// How common a form is: `own` by its own count, where it was counted; `lemma` by its commonest lemma's count
// and its part of that, nothing where no dictionary has it. All are ln of shares among running words.
double form_log_frequency(std::optional<double> own, std::optional<double> lemma);

}  // namespace szukajst::language
