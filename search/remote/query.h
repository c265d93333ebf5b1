// A request as Xapian's queries: what a shard is asked.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.h"
#include "search/plan.h"
#include "search/ranking.h"
#include "search/remote/shards.h"

namespace szukajst::search {

// The term in a shard of a word in a scope: among goals, of fields of their documents, the goals' own copies.
std::string shard_term(bool among_goals, core::Scope scope, core::Stream stream, std::string_view word);
// What all of the stream begin with.
std::string shard_prefix(bool among_goals, core::Scope scope, core::Stream stream);

// Makes the queries of one request. Asks the server for the words that begin in some way, and which years
// there are; nothing else. Refers to what it is made of. Xapian's exceptions go through.
class RemoteQuery {
 public:
  RemoteQuery(const Plan& plan, const Request& request, const Xapian::Database& database)
      : plan_(plan), request_(request), database_(database) {}

  // What matches the query itself, ranked.
  Xapian::Query words() const { return build(plan_.root); }
  // Of all filters but one.
  Xapian::Query filtered(const Xapian::Query& words, std::optional<std::size_t> without) const;
  // The terms of the values chosen of a facet (or of kLevelFacet); nothing where it is not filtered.
  std::optional<std::vector<std::string>> selected(std::size_t facet) const;

 private:
  std::string tag(core::Tag which, std::string_view value) const;
  std::vector<std::string> years(std::optional<int> from, std::optional<int> to) const;
  Xapian::Query build(const PlanNode& node) const;
  Xapian::Query all(std::span<const PlanNode> children) const;
  Xapian::Query word_in(const PlannedWord& word, const FieldUse& use) const;
  std::vector<std::string> beginnings(const PlannedWord& word, core::Scope scope) const;
  Xapian::Query side_by_side(const PlanNode& node) const;

  const Plan& plan_;
  const Request& request_;
  const Xapian::Database& database_;
};

}  // namespace szukajst::search
