// A match in a shard weighed as the matchers weigh one here.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.h"
#include "search/ranking.h"
#include "search/remote/shards.h"

namespace szukajst::search {

// Of one document (or goal), from how often each of its terms stands in it. Refers to what it is made of.
// Xapian's exceptions go through.
class RemoteWeigher {
 public:
  RemoteWeigher(const RemoteQuestion& question, const Xapian::Database& database,
                const Xapian::Document& document);

  double score() const;

 private:
  // Nothing where a word of it is not met: of words any of which are wanted the others do not count.
  std::optional<double> score(const PlanNode& node) const;
  // Where the word stands by its keys, ascending.
  std::vector<std::uint32_t> places(const PlannedWord& word, core::Scope scope) const;
  bool stands_so(const PlanNode& node, core::Scope scope) const;
  std::uint32_t count(core::Scope scope, core::Stream stream, std::string_view text) const;
  std::optional<double> of_word(std::size_t index, std::span<const FieldUse> fields) const;
  Meetings meetings(const PlannedWord& word, core::Scope scope) const;
  Meetings beginning(const PlannedWord& word, core::Scope scope) const;

  const RemoteQuestion& question_;
  const Xapian::Database& database_;
  Xapian::docid id_;
  bool sure_;  // whether a phrase must stand somewhere, for the document matched
  std::uint32_t length_;
  std::map<std::string, std::uint32_t> counts_;
};

}  // namespace szukajst::search
