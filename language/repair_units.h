// The text's half of the repair: what of it is looked at, piece by piece.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "language/lexicon.h"

namespace szukajst::language {

struct SpellingMemo;  // what the repairer remembers of a spelling

// A word of the text; or two pieces of one that a line's end parts, with the hyphen between them.
struct Unit {
  core::ByteRange range;
  std::string spelling;      // without hyphen and line end
  std::size_t split = 0;     // bytes of the spelling before the hyphen; 0 where it is whole
  std::string_view break_;   // hyphen and line end
  bool of_name = false;      // capitalised and joined by a hyphen to another such word: a surname's half
  bool number = false;       // a lone nought …
  bool hardly = false;       // … which stands where noughts hardly do: between words, or before a number
  bool abbreviated = false;  // short, small, with a full stop behind it
  bool acronym = false;      // a few capitals among words that have small letters
  mutable SpellingMemo* memo = nullptr;  // once it was asked for; none where the spelling changes
};

// The words of `text`, UTF-8 in NFC, and its lone noughts, in order; not the parts of web addresses. Pieces
// that a line's end parts are one unit unless each is a word of its own and both together are none.
std::vector<Unit> split_units(std::string_view text, const Lexicon& lexicon);

// Where an engine without Polish read the "ł" at a word's end as a "!": gives the sign to the word if a
// sentence goes on behind it, or if the word is none without the letter ("uzyczy! sali", "Zmar! Jan").
void take_strokes(std::string_view text, std::vector<Unit>& units, const Lexicon& lexicon);

// `mended` with the unit's hyphen and line end put back, at the letter where they stood.
std::string parted_again(const Unit& unit, std::string mended);

// What a lone capital, or "Ww", that recognition made of a preposition must have been: "w" in "Rada W
// gminie"; empty where it may stand so. `before` and `next` are the text on either side.
std::string_view preposition_of(std::string_view spelling, std::string_view before, std::string_view next);

bool starts_lower(std::string_view word);
bool has_polish_letter(std::string_view word);  // one with a diacritic
// Whether recognition mistook a small letter of `form` for a capital: ś has a mark where S has height.
bool capital_of_small_letter(std::string_view spelling, std::string_view form);
// Whether a word begins with a capital that differs from its small letter in size alone ("Z", "S", "W").
bool begins_with_twin(std::string_view spelling);

}  // namespace szukajst::language
