// A query as it was understood: a value that parser, planner and tests share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fields.h"
#include "core/text.h"

namespace szukajst::search {

struct QueryNode {
  enum class Type {
    everything,  // all documents
    word,        // text
    prefix,      // text: words that begin so
    phrase,      // words, side by side
    near,        // words, in any order, none further than `distance` from any other
    all,         // children, all of them
    any,         // children, at least one of them
    no,          // children[0], not it
    years,       // from to to, both included
    kind,        // text: the name of a core::DocumentKind
    place,       // text: a TERYT code, with all that lies in it
  };

  Type type = Type::everything;
  core::QueryField field = core::QueryField::any;  // of word, prefix, phrase, near
  std::string text;
  std::vector<std::string> words;
  std::vector<core::ByteRange> ranges;  // where text, or each of words, stands in ParsedQuery::text
  std::vector<QueryNode> children;
  std::uint32_t distance = 0;  // of near, in words
  bool side_by_side = false;   // of all: joined by no operator
  bool quoted = false;         // of word and phrase: as it stands, with nothing that means the same
  bool synonyms = false;       // of any: the first child was asked for, the others say the same
  std::string says;            // of word and phrase: the words of the query that it says the same as
  std::optional<int> from, to;
};

// For tests and for the log: (a b) side by side, (and a b), (or a b), (not a), (near/5 a b), title:"a b",
// strateg*, year:2020..2024, kind:strategy, place:0415, * for everything.
std::string print(const QueryNode& node);

// The query in the query language, in its plainest form: parse_query makes the same tree of it. Not for trees
// with synonyms.
std::string as_query(const QueryNode& node);

}  // namespace szukajst::search
