// What a Lexicon holds, for lexicon.cpp and for the Repairer, which walks the automata itself.
#pragma once

#include <filesystem>
#include <string>

#include "language/automaton_entries.h"
#include "language/cfsa2.h"
#include "language/guesser.h"
#include "language/lexicon.h"
#include "language/mapped_file.h"
#include "language/word_families.h"
#include "language/word_graph.h"

namespace szukajst::language {

struct Automaton {
  MappedFile file;
  Cfsa2 fsa;
  RememberedEntries entries;
};

struct Lexicon::Parts {
  std::filesystem::path folder;
  Automaton polimorf;     // form;AB + ending;tags
  Automaton hunspell;     // the same without tags, only of forms that PoliMorf lacks
  Automaton frequencies;  // form;L, and =lemma;L, with the level L = '0' - 4 ln(share)
  Automaton endings;      // see guesser.h
  MappedFile graph_file;
  WordGraph graph;  // the forms of both dictionaries
  MappedFile print_file;
  WordGraph print;  // forms that were counted in print, and that no dictionary has
  Guesser guesser;
  WordFamilies families;
};

}  // namespace szukajst::language
