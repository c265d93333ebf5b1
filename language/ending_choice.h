// Which of two forms a word was that differ in their last letter's mark alone ("gmina" or "gminą", "zasadę"
// or "zasade"), where the marks were lost: what more of the sentence says than the kinds of the words beside
// it do. Conjunctions carry a case on, verbs ask for one far away, a subject tells how many do something.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"

namespace szukajst::language {

// A word of a sentence, as it was read so far, or a sign.
struct ReadWord {
  std::string form;       // lower case; empty where it is a sign, a number or the sentence's edge
  std::string_view kind;  // see context.h
  bool capital = false;
};

struct EndingCase {
  std::size_t place = 0;  // among the sentence's words
  std::string bare;       // the form without the mark, lower case
  std::string_view bare_kind, marked_kind;
};

// What may speak for one form or the other, each by a name; `lemma_of` gives a form's likeliest lemma.
using LemmaOf = std::function<std::string(const std::string& form)>;
std::vector<std::string> ending_circumstances(const std::vector<ReadWord>& sentence, const EndingCase& of,
                                              const LemmaOf& lemma_of);

// Immutable; threads may share it.
class EndingChoice {
 public:
  // Reads data/endings.tsv: a circumstance, a tab, and how much it speaks for the marked form, in ln; '#'
  // begins a remark. Error: not_found, malformed (file and line).
  static core::Result<EndingChoice> open(const std::filesystem::path& file);

  // How much all of them speak for the marked form, in ln.
  double evidence(const std::vector<std::string>& circumstances) const;

 private:
  std::unordered_map<std::string, double> weights_;
};

}  // namespace szukajst::language
