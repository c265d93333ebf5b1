// Running words of Polish office prose: pairs of neighbours as the samples have them, among them words of the
// whole lexicon, each as often as its form is in Polish.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bench/corpus/random.h"
#include "core/result.h"
#include "language/lexicon.h"

namespace szukajst::bench {

class Words {
 public:
  // `texts`: what neighbours are learnt from. `step`: every so many of the dictionary's forms are taken.
  // Errors: not_found, malformed (a dictionary of the lexicon).
  static core::Result<Words> learn(const std::vector<std::string>& texts, const language::Lexicon& lexicon,
                                   std::size_t step);

  // A sentence with its capital and full stop; `most` words at most.
  std::string sentence(Random& random, std::size_t most = 24) const;
  // So many words side by side, in lower case, none of them a sentence's end.
  std::string phrase(Random& random, std::size_t words) const;

 private:
  Words(std::vector<std::string> tail, const std::vector<double>& weights)
      : tail_(std::move(tail)), by_frequency_(weights) {}
  // The place in `stream_` behind a place where the same word stands.
  std::size_t next(Random& random, std::size_t place) const;
  // The word to tell at this place: the one that stands there, or one of the lexicon.
  std::string_view told(Random& random, std::size_t place) const;

  std::vector<std::string> known_;                  // of the samples; the first is the sentence's end
  std::vector<std::uint32_t> stream_;               // the samples' words, by number in `known_`
  std::vector<std::vector<std::uint32_t>> places_;  // of each word in `stream_`
  std::vector<std::string> tail_;
  Weighted by_frequency_;
};

// The first letter as a capital.
std::string capitalised(std::string_view text);

}  // namespace szukajst::bench
