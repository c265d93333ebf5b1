// All that is known of Polish word forms: PoliMorf, then hunspell's expansion where PoliMorf has
// nothing, then a guess by suffix. Read from the data folder; immutable and thread-safe once open.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace szukajst::language {

struct Reading {
  std::string lemma;  // in its own case: "Toruń", "gmina"
  // PoliMorf's, one alternative of those it joins by '+' (each is a reading): "subst:sg:gen:f",
  // "adj:pl:nom.voc:f.n1:pos" (values of one feature joined by dots); empty where unknown.
  std::string tag;
  // Among the form's readings, where nothing is known of the words around it: together they have 1.
  float likelihood = 0;
  // The likelihood aside.
  bool operator==(const Reading& other) const { return lemma == other.lemma && tag == other.tag; }
};

enum class WordSource { polimorf, hunspell, guess, none };

class Lexicon {
 public:
  // `folder`: core::data_folder() / "language". Error: not_found, malformed (names the file).
  static core::Result<Lexicon> open(const std::filesystem::path& folder);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // The readings of a form, those of its exact and of its lower-cased spelling merged, likeliest
  // first. Empty for a form that neither PoliMorf nor hunspell knows.
  std::vector<Reading> look_up(std::string_view form) const;
  // Whether PoliMorf or hunspell knows the form as written, in lower case, or capitalised.
  bool contains(std::string_view form) const;
  // look_up, and for an unknown form lemmas guessed from its ending, as proper names decline.
  std::vector<Reading> look_up_or_guess(std::string_view form, WordSource* source = nullptr) const;
  // What the ending alone says, whether the form is known or not: "Wypada" is a verb's form, and a surname's
  // too.
  std::vector<Reading> guess(std::string_view form) const;
  // Known forms that fold to the same letters ("wspolprace" → "współprace", "współpracę"), lower
  // case, likeliest first, at most `most`.
  std::vector<std::string> unfold(std::string_view form, std::size_t most = 8) const;
  // How common a known form is, in either case, as the natural logarithm of its share among running words; a
  // floor for forms that were never counted.
  double log_frequency(std::string_view form) const;
  // Whether it was counted among running words: also spellings of old print, which no dictionary has.
  bool counted(std::string_view form) const;
  // The nouns of an adjective and the adjectives of a noun ("turystyka", "turystyczny"), which a searcher
  // counts as one subject; lemmas in lower case. See data/word_families.tsv.
  std::vector<std::string> relatives(std::string_view lemma) const;
  // The folder that it was read from.
  const std::filesystem::path& folder() const;

 private:
  friend class Repairer;
  struct Parts;
  explicit Lexicon(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace szukajst::language
