// Documents that have a word of the query, and how closely.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/matcher.h"
#include "search/ranking.h"

namespace szukajst::search {

// Of a window it reads the postings that decide what matches and counts them; what only tells inflected,
// folded and damaged words apart is looked up for the few documents whose score is asked. Not thread-safe.
class WordMatcher final : public Matcher {
 public:
  WordMatcher(const PlannedWord& word, std::span<const FieldUse> fields, const IndexReader& reader,
              Lengths lengths, const MatchSettings& settings);
  Number next(Number target) override;
  void match(const Window& window, const Mask& among, Mask& found) override;
  double score(std::uint32_t offset) override;
  void add_bounds(const Mask& found, bool dense, Bounds& bounds) const override;
  std::size_t cost() const override;

 private:
  using Count = std::uint16_t;
  // Counts of the window, by offset; of what the query has none of, empty.
  using Counts = std::vector<Count>;

  // What a posting of a driving stream says. Of several lemmas, keys or guesses the greatest count is kept.
  enum class Slot : std::uint8_t { exact, lemma, key, guess };
  struct Stream {
    Slot slot;
    std::uint16_t which;  // of the keys that are no guesses
    std::string term;
    PostingCursor postings;
    PostingCursor damaged;  // of a key, where damaged words do not match
  };
  // Postings that are opened when first asked for.
  struct Lookup {
    std::string term;
    std::optional<PostingCursor> postings;
  };
  struct Field {
    FieldUse use;
    std::vector<Stream> streams = {};
    std::vector<Lookup> lemmas = {}, damaged = {};  // damaged: by Stream::which
    std::array<Counts, 4> counts = {};              // by Slot
    // The greatest of all counts but exact ones; empty where these are of one slot, `only`, or there are
    // none.
    Counts most = {};
    Slot only = Slot::exact;
    std::vector<std::uint16_t> which = {};  // whose count the key's is, where there are several
    bool touched = false;                   // in this window
  };

  Field make_field(const FieldUse& use, const PlannedWord& word);
  void clear(Field& field);
  // Counts the field's postings among these. `bits`: what matches by them is added.
  void read(Field& field, const Window& window, const Mask& among, Mask& bits);
  template <Slot slot>
  void read_stream(Field& field, Stream& stream, const Window& window, const Mask& among, Mask& bits);
  std::uint32_t look_up(Lookup& lookup, Number number) const;
  Meetings meetings(Field& field, std::uint32_t offset);

  const IndexReader& reader_;
  double rarity_;
  Lengths lengths_;
  core::MatchKind loosest_;
  bool scores_;
  Weights weights_;
  std::vector<Field> fields_;
  Number first_ = 1;                   // of the window
  std::unique_ptr<Bounds> frequency_;  // at least the weighted frequency, by offset
  bool touched_ = false;
};

}  // namespace szukajst::search
