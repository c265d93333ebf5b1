// The one table of what can be searched: which terms a field of a document gives in an index, and by
// which names a query may ask for it. The writer makes terms with it, the reader looks them up.
// docs/index_format.md lists the prefixes; to add a field, add it here, there, and where the writer
// fills it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace szukajst::core {

// The part of a document whose words a term stands for: the first letter of the term.
enum class Scope : char {
  body = 'B',
  title = 'T',
  goals = 'G',    // the wordings of a document's goals, as a part of the document
  goal = 'C',     // the wording of one goal, as a result of its own
  person = 'P',   // names of officials
  partner = 'N',  // names of partners
  place = 'M',    // names of places and of the units above them
};

// The fields of documents by whose words goals can be asked for.
inline constexpr std::array<Scope, 4> kScopesOfGoals{Scope::title, Scope::person, Scope::partner,
                                                     Scope::place};

// What of a word the term holds: the second letter.
enum class Stream : char {
  key = 'K',    // lemma without diacritics, of every token; in a shard the only one with positions
  lemma = 'L',  // lemma, of tokens that were not mended
  exact = 'E',  // case-folded spelling as it stands in the source; the only one of stop words
  ocr = 'O',    // key of tokens where mending changed more than diacritics
};

// Terms that only say yes or no. Their prefixes begin with Q or X.
enum class Tag {
  id,        // of a document
  type,      // "document" or "goal"
  kind,      // core::name(DocumentKind)
  place,     // a TERYT code: of each place and of every unit above it
  year,      // four digits
  official,  // name_key of the name; so partner and programme
  partner,
  programme,
  source,      // the source itself and every folder above it, without a slash at the end
  goal_level,  // of a goal
  parent,      // of a goal: the id of its document
};

// What the terms of all tags begin with, and no others.
inline constexpr std::array<std::string_view, 3> kTagBeginnings{"Q", "X", "Y"};

// The names of Tag::type.
inline constexpr std::string_view kDocumentType = "document", kGoalType = "goal";

// The term. Terms are at most 244 bytes: what is longer keeps its beginning and a hash of the whole.
std::string term(Scope scope, Stream stream, std::string_view word);
std::string term(Tag tag, std::string_view value);
// What of_goal puts before the term of a word.
inline constexpr char kOfGoal = 'D';
// In a shard what a goal has of its document: a tag's term with Y in the place of X (none of the id), a
// word's with D before it.
std::string of_goal(std::string term);
// In a shard what every token of a scope posts, with its position and a count of 0: what may stand in the gap
// of a phrase.
std::string any_token(Scope scope);
// What follows the letter of the scope in the first: the same in every scope.
std::string scopeless_term(Stream stream, std::string_view word);
// Whether a term is of the stream that has a position for each time it is counted.
bool has_positions(std::string_view term);
// What all terms of the scope and stream, or tag, begin with.
std::string prefix(Scope scope, Stream stream);
std::string_view prefix(Tag tag);

// What a query may name before a colon.
enum class QueryField { any, title, goal, place, person, partner, kind, year };

// Nothing for a name that is no field. Letter case and diacritics of `name` do not count.
std::optional<QueryField> query_field(std::string_view name);
std::string_view name(QueryField field);  // the English name; "" for any

// By which names of organisations and persons are compared: utf8::slug, or the lower-cased
// name where that is empty (no Latin letter in it).
std::string name_key(std::string_view name);

// Orders titles as a Polish dictionary does (ą after a, ł after l), bytewise; punctuation does not count.
std::string sort_key(std::string_view title);

// The source itself and every folder above it: "a/b/c.txt" → "a/b/c.txt", "a/b", "a". The root is left out.
std::vector<std::string_view> source_and_folders(std::string_view source);

}  // namespace szukajst::core
