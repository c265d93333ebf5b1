// From an inflected proper name to its nominative by its ending, for names that no dictionary has.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace szukajst::indexer::extract {

// Immutable and thread-safe.
class EndingTable {
 public:
  // Columns: genders (letters), cases ("gen,acc"), ending, ending of the nominative ("-" for none).
  // In both endings 'C' stands for a consonant and 'V' for a vowel that stays.
  // Error: not_found, malformed (file and line).
  static core::Result<EndingTable> load(const std::filesystem::path& file);

  struct Candidate {
    std::string nominative;
    char gender = 0;
    std::size_t specificity = 0;  // letters of the ending that was met
  };
  // What `form` may be the case of, the longest ending first. `genders`: letters as in the table;
  // `cases`: CaseBits of grammar.h, any of which may be meant.
  std::vector<Candidate> candidates(std::string_view form, std::string_view genders, unsigned cases) const;
  // Letters that every candidate of the form begins with.
  std::string_view kept(std::string_view form) const;

 private:
  struct Rule {
    std::string genders;
    unsigned cases = 0;
    std::string kept;  // classes of the letters before the ending: "C", "V" or nothing
    std::string ending, nominative;
    std::size_t specificity = 0;
  };
  std::size_t longest_ = 0;  // bytes of an ending
  std::vector<Rule> rules_;  // by specificity, descending; then as in the table
  std::array<std::vector<std::size_t>, 256> by_last_byte_;  // of a form: the rules that it may meet, in order
};

}  // namespace szukajst::indexer::extract
