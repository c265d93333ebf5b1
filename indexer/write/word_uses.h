// What the words of documents post, found out once for each distinct word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "core/segment_tokens.h"
#include "core/use_numbers.h"
#include "language/analyzer.h"

namespace szukajst::indexer {

// What was done to a token before it was analysed.
enum class Mending : std::uint8_t { none, diacritics, ocr };

// Of the documents that one thread writes; numbers of its own while a document is made ready, then those that
// all threads share. Not thread-safe.
class WordUses {
 public:
  explicit WordUses(
      std::shared_ptr<core::SharedUseNumbers> shared = std::make_shared<core::SharedUseNumbers>())
      : shared_(std::move(shared)) {}
  // The use of a token that is not known to be mended to another word than it looks like. `exact`: whether
  // its very spelling counts.
  std::uint32_t of(const language::AnalyzedToken& token, Mending mending, bool exact);
  // The same where it was asked for before.
  std::optional<std::uint32_t> find(const language::AnalyzedToken& token, Mending mending, bool exact);
  // Has memory bring what of() will need for the token, as most stand, while something else is done.
  void fetch(const language::AnalyzedToken& token) const {
    if (!firsts_.empty()) __builtin_prefetch(&first_of(token.word->number));
  }
  // Has texts that go by numbers() go by those of shared().
  void share(core::DocumentTokens& texts);
  const std::shared_ptr<core::SharedUseNumbers>& shared() const { return shared_; }
  core::UseNumbers& numbers() { return numbers_; }
  const core::UseNumbers& numbers() const { return numbers_; }

 private:
  friend class BodyCounts;
  // A word as a token has it: the lemmas that its sentence leaves belong to it, as does what was done to it.
  struct Slot {
    std::uint64_t word = 0;  // its number; 0: the slot is free
    std::uint32_t use = 0;
    Mending mending = Mending::none;
    bool exact = false;
    language::ChosenLemmas chosen;
  };
  // Words are numbered as they come, so that what most are lies side by side.
  Slot& first_of(std::uint64_t word) { return firsts_[word & (firsts_.size() - 1)]; }
  const Slot& first_of(std::uint64_t word) const { return firsts_[word & (firsts_.size() - 1)]; }
  // The slot of the same, or the free one where it belongs.
  Slot& slot_of(const Slot& wanted);
  void grow();

  std::vector<Slot> firsts_;  // by word, as it came first; its other slots are elsewhere
  std::vector<Slot> others_;  // by hash; both are of one size, a power of two, of which half is free at least
  std::size_t taken_ = 0;
  core::UseNumbers numbers_;
  std::shared_ptr<core::SharedUseNumbers> shared_;
  core::UseNumbers::Translation translation_;  // of numbers_ to those
  std::vector<std::uint32_t> counts_;          // by term: BodyCounts's, all 0 where there is none
};

// How often the body of a document has a term, tokens that count twice counted twice. One at a time for each
// WordUses, which outlives it and numbers the body's uses.
class BodyCounts {
 public:
  BodyCounts(const core::DocumentTokens::Text& body, WordUses& words) : body_(body), words_(words) {}
  BodyCounts(const BodyCounts&) = delete;
  BodyCounts& operator=(const BodyCounts&) = delete;
  ~BodyCounts();
  std::uint32_t of(core::Stream stream, std::string_view word);
  // Whether a token near the body's begin, where most titles stand, is of this use: costs next to nothing,
  // as nothing need be counted.
  bool opens_with(std::uint32_t use) const;

 private:
  void count();

  const core::DocumentTokens::Text& body_;
  WordUses& words_;
  bool counted_ = false;
};

}  // namespace szukajst::indexer
