// What a document says of its own words: a lemma that it has elsewhere, in another form or otherwise damaged,
// is likelier in it than in Polish at large.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/spelling_table.h"
#include "language/known_words.h"

namespace szukajst::language {

// What a form may be, looked up once. Not thread-safe.
class FormLemmas {
 public:
  struct Lemma {
    std::uint32_t number = 0;  // of the lemma, in lower case
    double likelihood = 0;     // that the form is one of its
    double share = 0;          // of the lemma's occurrences, those in the form
    double plural = 0;         // the part of that which is plural
  };
  using Lemmas = std::vector<Lemma>;  // none of unknown forms

  explicit FormLemmas(const KnownWords& words) : words_(words) {}  // which must outlive it
  const Lemmas& of(const std::string& form);
  // The same, where the lexicon was asked already and said this.
  void put(const std::string& form, const std::vector<Reading>& readings);
  double log_frequency(const std::string& form) const;  // in Polish at large
  std::size_t size() const { return forms_.size(); }
  void clear();

 private:
  Lemmas lemmas(const std::vector<Reading>& readings);

  const KnownWords& words_;
  core::SpellingTable<Lemmas> forms_;
  core::SpellingTable<std::uint32_t> numbers_;
};

// One a document. Not thread-safe.
class DocumentWords {
 public:
  // `forms` must outlive it, and not be cleared; `words`: how many the document has.
  DocumentWords(FormLemmas& forms, std::size_t words);

  // A word of it: how it is spelled there, and what it most likely read, at what likelihood; each as it
  // stands there or would, with its capital.
  void add(std::string_view spelling, const std::string& form, double likelihood);
  // Of what `spelling` may read, how much likelier each is, in ln, for what all other spellings were read as:
  // of a lemma that they have, and in the number that they have it in. The same damage twice is no second
  // witness, so the spelling's own readings do not count.
  std::vector<double> gains(std::string_view spelling, const std::vector<std::string>& forms);

 private:
  struct Part {
    std::string spelling;  // lower case
    double all = 0, plural = 0;
  };
  double gain(const FormLemmas::Lemma& lemma, std::string_view spelling, double common) const;

  FormLemmas& forms_;
  double words_;
  std::unordered_map<std::uint32_t, std::vector<Part>> counts_;  // by lemma
};

}  // namespace szukajst::language
