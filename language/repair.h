// Mends what optical recognition did to Polish words: a noisy channel from weighted confusions
// (data/confusions.tsv, data/confusions_extra.tsv) over the lexicon. Numbers and codes are left alone; what
// else may change depends on how damaged the whole text is: in a clean one nothing but words with a sign in
// them ("urz¢du") and unknown ones with an obvious mending, in one that has lost its diacritics known words
// too
// ("sa" → "są").
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/text.h"
#include "language/lexicon.h"

namespace szukajst::language {

struct Mended {
  std::string text;                   // the whole text, mended
  std::vector<core::Repair> repairs;  // in order; ranges are in the text that was given
  std::vector<core::Doubt> doubts;    // in order; words of damaged texts alone
  int words = 0, unknown = 0;         // all words; words that are unknown and were not mended
};

struct Candidate {
  std::string form;      // as it would stand in the text, case as in the damaged word
  double certainty = 0;  // 0 to 1, among all candidates and the word itself
};

// Not thread-safe (remembers distinct words): one a thread, over one shared lexicon.
class Repairer {
 public:
  // `lexicon` must outlive the repairer; the confusions come from `folder` as in Lexicon::open.
  static core::Result<Repairer> open(const Lexicon& lexicon, const std::filesystem::path& folder);
  Repairer(Repairer&&) noexcept;
  ~Repairer();

  // Further words that are known, such as names of places, as written with their capitals.
  void add_words(std::span<const std::string> words);

  // Words are replaced and, in a damaged text, signs (see data/signs.tsv); lines stay lines, but for a page's
  // number and head at either end of a lightly damaged text. Pieces of a word that a line's end parts are
  // mended together, as one repair over both with hyphen and line end inside. `text` is UTF-8 in NFC.
  Mended repair(std::string_view text);
  // Likeliest first, at most `most`, without the word itself.
  std::vector<Candidate> candidates(std::string_view word, std::size_t most = 5);

 private:
  struct State;
  explicit Repairer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Paragraphs, each on one line: lines that a page's width broke are joined, words hyphenated at line ends
// too.
std::string reflow(std::string_view text);

}  // namespace szukajst::language
