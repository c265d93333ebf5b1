// The word's half of the repair: what a spelling may have been, judged by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/channel.h"
#include "language/known_words.h"
#include "language/letters.h"
#include "language/word_search.h"

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

struct JudgeOptions {
  Engine engine = Engine::foreign;
  // ln of the share of words among the running ones that stand on paper as they do in the text and yet are in
  // no dictionary; of those with a capital.
  double unknown_word = -5, unknown_name = -3;
  // Whether letters may be wrong that no confusion explains, at what weight each; also in words with a
  // capital, where the names that are near to an unknown one are many.
  bool free_edits = true, edits_in_names = false;
  float edit_weight = 9;
  // Candidates whose score is not so much better than the spelling's own are not looked for (ln): than that
  // of a known word, of an unknown one.
  double least_gain_known = -100, least_gain_unknown = -100;
  // The same of those that no confusion explains.
  double least_gain_edited = -100;
  // Whether a spelling that no dictionary has, but that was counted in print, is a word.
  bool counted = false;
  // How words are spelled, where an unknown word may have been another unknown one, which is likelier so.
  const Letters* letters = nullptr;
  const Channel* channel = nullptr;  // given with the letters
  std::size_t most = 5;
};

Judgement judge(const KnownWords& words, WordSearch& search, std::string_view spelling,
                const JudgeOptions& options);

// `form`, lower case, in the case of `model`: all capitals, a capital, or none.
std::string in_case_of(std::string_view model, std::string_view form);

// Whether it has a character that stands in no word: a figure or a sign.
bool has_damage_sign(std::string_view spelling);

}  // namespace szukajst::language
