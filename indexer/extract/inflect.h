// Names of institutions, funds and programmes: from the case in which a text has them to the nominative.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/extract/source_text.h"

namespace szukajst::indexer::extract {

// The words [first, end) with the noun `head` and the adjectives that agree with it in the nominative;
// what stands in the genitive behind them, and all between quotation marks, stays as it is:
// "Rządowego Funduszu Rozwoju Dróg" → "Rządowy Fundusz Rozwoju Dróg". White space single.
std::string nominative_phrase(const SourceText& source, std::size_t first, std::size_t head, std::size_t end);

// Where a name that goes on behind `head` ends: capitalised words, and small ones between two of them
// ("i", "na rzecz", "w"); what stands in quotation marks whole. Never past `most`. `seat`: whether the
// place where it is belongs to the name ("Biblioteka Miejska w Toruniu").
std::size_t end_of_name(const SourceText& source, std::size_t head, std::size_t most, bool seat);

// An adjective's masculine nominative, told by the endings of a declined form: "rwącego" → "rwący".
std::string masculine_adjective(std::string_view form);
// The same by the form's reading, whose lemma is a verb where the adjective is a participle.
std::string masculine_adjective(const language::Reading& reading, std::string_view form);

// "głęboki" → głęboki, głęboka, głębokie for 'm', 'f', 'n' (or 'p', the plural that is no men's).
std::string adjective_in_gender(std::string masculine, char gender);

// The word with a capital letter at its beginning.
std::string with_capital(std::string_view word);

}  // namespace szukajst::indexer::extract
