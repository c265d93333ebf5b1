// Documents that have a word of the query, and how closely.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/segment_postings.h"
#include "search/deadline.h"
#include "search/matcher.h"
#include "search/ranking.h"
#include "search/word_postings.h"

namespace szukajst::search {

// Adds up, window by window, how often the uses of the word stand in each document, weighed by how closely
// they meet it. Sums are of integers, so that a document's score does not depend on how the index is cut.
// Not thread-safe.
class WordMatcher final : public Matcher {
 public:
  // `postings`, `lengths` outlive it. The entries of the fields have the numbers from lengths.first on.
  WordMatcher(std::span<const MetUse> uses, double rarity, std::span<const FieldUse> fields,
              const core::SegmentPostings& postings, Lengths lengths, const MatchSettings& settings);
  Number next(Number target) override;
  void match(const Window& window, const Mask& among, Mask& found) override;
  double score(std::uint32_t offset) override;
  void add_bounds(const Mask& found, bool dense, Bounds& bounds) const override;
  std::size_t cost() const override { return cost_; }

  // How many documents have the word, as far as the deadline allows. It is of no other use then.
  std::size_t count_all(Deadline& deadline);
  void set_rarity(double rarity) { rarity_ = rarity; }

 private:
  // By offset of the window, in hundredths.
  using Sums = std::array<std::uint32_t, kWindow>;
  struct Part {
    core::UseCursor cursor;
    std::uint32_t weight;
  };
  struct Field {
    bool drives, by_length;
    std::vector<Part> parts;  // the most postings in front
  };

  void clear();
  // Adds the field's postings of the window to the sums. `among`: where nothing else is asked for.
  void read(Field& field, std::uint32_t window, const Mask& among, std::uint32_t candidates);
  template <bool few>
  void read_all(Field& field, std::uint32_t window, const Mask& among, std::uint32_t candidates);
  std::uint32_t window_of(Number number) const { return (number - lengths_.first) / kWindow; }

  double rarity_;
  Lengths lengths_;
  bool scores_;
  Weights weights_;
  std::vector<Field> fields_;  // those that drive in front
  std::size_t cost_ = 0;
  std::uint32_t windows_ = 0;
  std::uint32_t first_ = 0;  // of the window, from lengths_.first
  bool few_ = true;          // whether there_ tells all that is not 0 in the sums
  Mask there_;
  Sums by_length_{}, flat_{};  // of fields that are weighed by length, and of the others
  bool by_length_used_ = false, flat_used_ = false;
};

}  // namespace szukajst::search
