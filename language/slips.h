// How unlikely it is that a word was written for another: slips of Polish spelling and of the hand.
// Immutable and thread-safe once loaded.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace szukajst::language {

class Slips {
 public:
  // `file`: data/slips.tsv. Errors: not_found, malformed (file and line).
  static core::Result<Slips> load(const std::filesystem::path& file);

  // The sum of the costs of the slips that lead from one word to the other with the least; 0 for the same.
  // Both in lower case. O(product of their lengths).
  double cost(std::u32string_view written, std::u32string_view meant) const;

 private:
  struct Rule {
    std::u32string to;
    double cost;
  };
  void change(char32_t a, char32_t b, double cost);
  double changed(char32_t a, char32_t b) const;

  std::map<std::u32string, std::vector<Rule>, std::less<>> rules_;  // in both directions
  std::map<std::pair<char32_t, char32_t>, double> letters_;         // one for one
  double swap_ = 1, double_ = 1;
};

}  // namespace szukajst::language
