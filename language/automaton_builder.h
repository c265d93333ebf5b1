// Writes the automata that cfsa2.h reads: the tables that the build makes, and the words that a
// program adds while it runs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace szukajst::language {

// The bytes of the smallest automaton that accepts exactly `words` (any order, repeats allowed,
// empty ones passed over). Built after Daciuk and others, "Incremental construction of minimal
// acyclic finite-state automata" (2000), for sorted input.
std::string build_automaton(std::vector<std::string> words);

// An entry as PoliMorf has them: form;AB + ending + ;tag, where A and B tell how many bytes to cut from the
// form's begin and end ('A' none, 'B' one …) before the ending is put on to give the lemma.
std::string dictionary_entry(std::string_view form, std::string_view lemma, std::string_view tag);

}  // namespace szukajst::language
