// Writes the graphs that word_graph.h reads: that of the dictionaries, once by the build, and those of the
// words that a program adds while it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/word_graph.h"

namespace szukajst::language {

class WordGraphBuilder {
 public:
  // Forms come in any order, as written with their capital. Of a form that is added again, or in the other
  // case, the higher frequency (ln of its share among running words) counts. False where no graph can have
  // it: see Symbols::spellable; capitals inside.
  bool add(std::string_view form, double log_frequency);

  // The bytes of the smallest graph of all that were added, which is empty again after that. No bytes where
  // they are too many (16 million forms).
  std::string finish();

 private:
  class Highest;
  struct Form {
    std::uint64_t begins = 0;  // its first eight symbols, for fast comparison
    std::uint32_t at = 0;      // where in symbols_ it stands
    std::uint8_t size = 0;
    bool capital = false;
    WordGraph::Level level = 0;
  };
  std::string_view spelled(const Form& form) const {
    return std::string_view(symbols_).substr(form.at, form.size);
  }
  void sort();

  std::string symbols_;  // of all forms, one after the other
  std::vector<Form> forms_;
};

}  // namespace szukajst::language
