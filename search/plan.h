// A query made ready for matching: its words analysed once, stop words left out where others stand
// beside them, each word's rarity known.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "core/text.h"
#include "language/analyzer.h"
#include "language/lexicon.h"
#include "search/query_tree.h"
#include "search/query_words.h"
#include "search/snapshot.h"

namespace szukajst::search {

struct PlannedWord {
  std::string text;  // as the query has it, without the star
  core::QueryField field = core::QueryField::any;
  language::QueryWord query;  // of a prefix only its form is used
  bool prefix = false;
  bool wanted = true;     // false under NOT
  double rarity = 0;      // inverse document frequency
  bool found = true;      // false where no document has it in any form
  core::ByteRange range;  // where it stands in ParsedQuery::text
  std::string says;       // of a synonym: the words of the query that it says the same as
  // Of a phrase that is a synonym: how many words it has, told of its first word; 0 for the others.
  std::uint32_t spans = 1;
  std::uint32_t distance = 0;  // of a phrase's word, from its first
  std::size_t with = 0;        // of how many local documents or goals it is
};

struct PlanNode {
  QueryNode::Type type = QueryNode::Type::everything;
  std::vector<PlanNode> children;
  // Of word and prefix one, of phrase and near each: index in Plan::words, and its distance from the first.
  std::vector<std::pair<std::size_t, std::uint32_t>> words;
  core::QueryField field = core::QueryField::any;
  bool synonyms = false;        // of any: children say the same
  std::uint32_t distance = 0;   // of near
  std::string text;             // of kind and place
  std::optional<int> from, to;  // of years
};

struct Plan {
  PlanNode root;
  std::vector<PlannedWord> words;
  bool among_goals = false;

  bool ranked() const;  // whether any wanted word gives a score
};

// Whether positions found by the key may belong to a match of this kind or a closer one. (The keys of a
// word's own lemmas also lead to where it stands exactly or inflected.)
inline bool may_use(const language::QueryKey& key, core::MatchKind loosest) {
  return key.kind != core::MatchKind::ocr || loosest == core::MatchKind::ocr;
}

struct PlanSources {
  const Snapshot& snapshot;
  const language::Lexicon& lexicon;
  QueryWords& words;
};
Plan make_plan(const QueryNode& query, bool among_goals, const PlanSources& sources);

}  // namespace szukajst::search
