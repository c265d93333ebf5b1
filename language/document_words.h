// What a document says of its own words: a lemma that it has elsewhere, in another form or otherwise damaged,
// is likelier in it than in Polish at large.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/lexicon.h"

namespace szukajst::language {

// Not thread-safe. One a document.
class DocumentWords {
 public:
  // `lexicon` must outlive it; `words`: how many the document has.
  DocumentWords(const Lexicon& lexicon, std::size_t words);

  // A word of it: how it is spelled there, and what it most likely read, at what likelihood; each as it
  // stands there or would, with its capital.
  void add(std::string_view spelling, const std::string& form, float likelihood);
  struct Form {
    std::string form;
    double log_frequency = 0;  // in Polish at large
    double gain = 0;
  };
  // Of what `spelling` may read, how much likelier each is, in ln, for what all other spellings were read as:
  // never less than 0, and the same for all forms of a lemma. The same damage twice is no second witness, so
  // the spelling's own readings do not count. Whether there is any gain.
  bool weigh(std::string_view spelling, std::vector<Form>& forms);

 private:
  struct Lemma {
    std::string name;      // lower case
    float likelihood = 0;  // that the form is one of its
    double share = 0;      // of the lemma's occurrences, those in the form
  };
  struct Count {
    double all = 0;
    std::vector<std::pair<std::string, double>> spellings;  // folded; each one's part
  };
  const std::vector<Lemma>& lemmas(const std::string& form);

  const Lexicon& lexicon_;
  double words_;
  std::unordered_map<std::string, std::vector<Lemma>> lemmas_;  // by form
  std::unordered_map<std::string, Count> counts_;               // by lemma
};

}  // namespace szukajst::language
