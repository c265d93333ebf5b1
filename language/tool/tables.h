// The steps of build_tables.cpp. They throw std::runtime_error: a build stops at what is wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/cfsa2.h"

namespace szukajst::language::tables {

// Entries as dictionary_entry gives them, for the forms that PoliMorf lacks. `dic`, `aff`: hunspell's
// files, in the character set that the .aff names (ISO 8859-2 or UTF-8).
std::vector<std::string> hunspell_entries(const Cfsa2& polimorf, const std::string& dic,
                                          const std::string& aff);

// Entries as guesser.h has them. all_but_a_tenth leaves out the proper names that held_out() picks.
enum class Names { all, all_but_a_tenth };
std::vector<std::string> ending_entries(const Cfsa2& polimorf, Names names);
void print_held_out(const Cfsa2& polimorf);

// Entries as lexicon_parts.h has them. `counted`: data/frequencies.tsv; `office`: data/office_words.tsv.
std::vector<std::string> frequency_entries(const Cfsa2& polimorf, const std::string& counted,
                                           const std::string& office);

// All forms of the dictionaries that a graph can have, as common as `frequencies` (of frequency_entries)
// tell: the bytes of a WordGraph.
std::string word_graph(const std::vector<const Cfsa2*>& dictionaries,
                       const std::vector<std::string>& frequencies);

// The same of the forms that were counted, and that no dictionary has.
std::string print_graph(const std::vector<const Cfsa2*>& dictionaries,
                        const std::vector<std::string>& frequencies);

// The bytes of letters.bin, see letters.h.
std::string letter_costs(const Cfsa2& polimorf);

void write(const std::string& path, std::string_view bytes);

// The lines of a text file without comments ('#') and empty ones.
std::vector<std::string> data_lines(const std::string& path);

// Whether a dictionary has the form exactly so.
bool has(const Cfsa2& dictionary, std::string_view form);

}  // namespace szukajst::language::tables
