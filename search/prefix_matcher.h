// Documents that have a word that begins as one of the query's with a star does.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "search/matcher.h"
#include "search/ranking.h"

namespace szukajst::search {

// The postings of all words that begin so are gathered beforehand, as far as the deadline allows. Not
// thread-safe.
class PrefixMatcher final : public Matcher {
 public:
  PrefixMatcher(const PlannedWord& word, std::span<const FieldUse> fields, const IndexReader& reader,
                Lengths lengths, std::size_t collection, const MatchSettings& settings, Deadline& deadline,
                bool& cut);
  Number next(Number target) override;
  void match(const Window& window, const Mask& among, Mask& found) override;
  double score(std::uint32_t offset) override;
  void add_bounds(const Mask& found, bool dense, Bounds& bounds) const override;
  std::size_t cost() const override { return postings_.size(); }

 private:
  struct Posting {
    Number number;
    float frequency;  // weighted
  };
  std::vector<Posting> postings_;
  double rarity_ = 0;
  Weights weights_;
  Number first_ = 1;                 // of the window
  std::size_t begin_ = 0, end_ = 0;  // its postings, but those before what was scored
};

}  // namespace szukajst::search
