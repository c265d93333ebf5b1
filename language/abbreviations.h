// What abbreviations stand for: "ust." → ustęp, "gm." → gmina; and capitals that are words of their own, with
// or without an ending: "JST-ów", "ZUSu", "OSP".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "language/lexicon.h"

namespace szukajst::language {

// Immutable; threads may share it.
class Abbreviations {
 public:
  // Of none.
  Abbreviations() = default;
  // Reads data/abbreviations.tsv, which says what it holds. Error: not_found, malformed (file and line).
  static core::Result<Abbreviations> open(const std::filesystem::path& file);

  // Corrects what the dictionaries gave for the spelling: readings as an abbreviation are those of the table;
  // a single capital is an initial; two or three capitals may be an acronym whatever else they read.
  void correct(std::string_view spelling, std::vector<Reading>& readings, WordSource& source) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> expansions_;
};

// The acronym that a spelling is a form of: "JST" of "JST-ów" and of "JSTu"; empty where it is none. A view
// of the spelling.
std::string_view acronym_of(std::string_view spelling);

// Whether it is one abbreviation with a sign inside, as the table has them: "z-ca", "m.in".
bool is_contraction(std::string_view spelling);

}  // namespace szukajst::language
