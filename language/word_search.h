// Finds the known words that a damaged word may have been: walks graphs of words along the damaged letters,
// with the channel's confusions at each step. The way that may lead to the likeliest word is always tried
// next (A*): how common the words beneath a place are, and what the rest of the damaged letters costs at
// least, bound what can come of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/channel.h"
#include "language/word_graph.h"

namespace szukajst::language {

struct Found {
  std::string form;         // lower case
  float weight = 0;         // -ln P(damaged | form)
  float log_frequency = 0;  // ln P(form)
  double score() const { return static_cast<double>(log_frequency) - static_cast<double>(weight); }
};

struct SearchLimits {
  float heaviest = 14;    // no word is found at more
  int edits = 0;          // letters that may be changed, lost or put in without a known confusion …
  float edit_weight = 8;  // … at this weight each
  // Words of a lower score are not looked for, nor those that are so much worse than the best.
  float least = -std::numeric_limits<float>::infinity(), within = 8;
  std::size_t most = 5;       // the best so many, beside the damaged word itself
  std::size_t steps = 1'000;  // at most so many, over all graphs: bounds the time for one word
};

// Not thread-safe: keeps its memory from one search to the next.
class WordSearch {
 public:
  explicit WordSearch(const Channel& channel);
  WordSearch(WordSearch&&) noexcept;
  ~WordSearch();

  // `damaged`: lower case; nothing is found for one of more than a hundred bytes. `capitalised`: it stood
  // with a capital, so names are found too. Each form once, as its likeliest; the best first.
  std::vector<Found> find(std::span<const WordGraph* const> graphs, Engine engine, std::string_view damaged,
                          bool capitalised, const SearchLimits& limits);
  std::size_t steps() const;  // that the last search took

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace szukajst::language
