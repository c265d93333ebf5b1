// The word's half of the repair: what a spelling may have been, judged by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/cfsa2.h"
#include "language/channel.h"
#include "language/lexicon.h"

namespace szukajst::language {

struct Judged {
  std::string form;  // lower case
  double score = 0;  // ln of the probability of form and damage together
};

struct Judgement {
  bool known = false;          // the spelling is a word as it stands
  double itself = 0;           // the score of its having stood so on paper
  std::vector<Judged> others;  // best first, without the spelling
};

// Where words are looked for, and how common they are. `extra` accepts "form;" for words that the lexicon
// need not have, such as names of places.
struct KnownWords {
  const Lexicon& lexicon;
  std::vector<const Cfsa2*> automata;
  const Cfsa2* extra = nullptr;
};

struct JudgeOptions {
  Engine engine = Engine::foreign;
  // ln of the share of words among the running ones that stand on paper as they do in the text and yet are in
  // no dictionary; of those with a capital.
  double unknown_word = -5, unknown_name = -3;
  // Whether letters may be wrong that no confusion explains, at what weight each; also in words with a
  // capital, where the names that are near to an unknown one are many.
  bool free_edits = true, edits_in_names = false;
  float edit_weight = 9;
  std::size_t most = 5;
};

Judgement judge(const KnownWords& words, const Channel& channel, std::string_view spelling,
                const JudgeOptions& options);

// `form`, lower case, in the case of `model`: all capitals, a capital, or none.
std::string in_case_of(std::string_view model, std::string_view form);

// Whether it has a character that stands in no word: a figure or a sign.
bool has_damage_sign(std::string_view spelling);

}  // namespace szukajst::language
