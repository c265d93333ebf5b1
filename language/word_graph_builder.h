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
  struct State {
    std::uint64_t symbols = 0;
    std::uint32_t arcs = 0;        // where its arcs begin, one for each symbol in order
    std::uint32_t forms = 0;       // how many go on from here
    WordGraph::Level highest = 0;  // of them, over all places that share the state
  };
  struct Arc {
    std::uint32_t target = 0;
    std::uint32_t before = 0;  // how many of its state's forms come before those of this arc
  };
  class States;
  class Highest;
  class Layout;
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
