// The words that a repair may go by: the lexicon's and those that a program adds, such as names of places.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "language/lexicon.h"
#include "language/word_graph.h"

namespace szukajst::language {

class KnownWords {
 public:
  // `forms`: the lexicon's; `print`: those that were counted in print and that it has not. All must outlive
  // the object, which stays where it is.
  KnownWords(const Lexicon& lexicon, const WordGraph& forms, const WordGraph& print)
      : lexicon_(lexicon), graphs_{&forms, &added_, &print} {}
  KnownWords(const KnownWords&) = delete;
  KnownWords& operator=(const KnownWords&) = delete;

  // Further words, as written with their capitals.
  void add(std::span<const std::string> words);

  const Lexicon& lexicon() const { return lexicon_; }
  // With or without what was only counted in print.
  std::span<const WordGraph* const> graphs(bool print) const {
    return std::span(graphs_).first(print ? graphs_.size() : graphs_.size() - 1);
  }
  // Whether the lexicon knows the word, or one was added that is written exactly so.
  bool contains(std::string_view word) const;
  // Whether it is a word in lower case too.
  bool in_lower_case(std::string_view lower) const;
  // ln of a lower-cased word's share among running words; words that were added are not rarer than their
  // case.
  double log_frequency(std::string_view lower) const;

 private:
  bool added(std::string_view word) const;

  const Lexicon& lexicon_;
  std::array<const WordGraph*, 3> graphs_;
  std::vector<std::string> words_;    // all that were added
  std::vector<std::uint64_t> bytes_;  // of their graph, aligned
  WordGraph added_;
  std::unordered_set<std::string> unspelled_;  // those that no graph can have
};

}  // namespace szukajst::language
