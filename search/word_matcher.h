// Documents that have a word of the query, and how closely.
#pragma once

#include <span>
#include <vector>

#include "search/matcher.h"
#include "search/ranking.h"

namespace szukajst::search {

// The lengths that a field's texts are weighed by.
struct Lengths {
  std::span<const std::uint32_t> values;  // by number - first
  Number first = 1;
  double average = 1;
};

// Not thread-safe, as every Matcher.
class WordMatcher final : public Matcher {
 public:
  WordMatcher(const PlannedWord& word, std::span<const FieldUse> fields, const IndexReader& reader,
              Lengths lengths, core::MatchKind loosest, Deadline& deadline);
  void seek(Number target) override;
  double score() override;

 private:
  struct Key {
    PostingCursor all, ocr;
    core::MatchKind kind;
  };
  struct Field {
    FieldUse use;
    PostingCursor exact;
    std::vector<PostingCursor> lemmas;
    std::vector<Key> keys;
  };
  Meetings meetings(Field& field, Number number) const;
  bool close_enough(Number number);

  double rarity_;
  Lengths lengths_;
  core::MatchKind loosest_;
  Deadline& deadline_;
  std::vector<Field> fields_;
  std::vector<PostingCursor*> drivers_;  // a document that one of them has may match
};

// Words that begin as the query's does. The postings of all of them are gathered beforehand, as far as
// the deadline allows. Not thread-safe.
class PrefixMatcher final : public Matcher {
 public:
  PrefixMatcher(const PlannedWord& word, std::span<const FieldUse> fields, const IndexReader& reader,
                Lengths lengths, std::size_t collection, const MatchSettings& settings, Deadline& deadline,
                bool& cut);
  void seek(Number target) override;
  double score() override;

 private:
  struct Posting {
    Number number;
    float frequency;  // weighted
  };
  std::vector<Posting> postings_;
  std::size_t at_ = 0;
  double rarity_ = 0;
};

}  // namespace szukajst::search
