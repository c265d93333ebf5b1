// The wordings of a segment's goals as sets of words, and the way from one to those that are nearly the
// same. One mapped file beside the columns; its layout: docs/index_format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/columns.h"
#include "core/record.h"
#include "core/result.h"

namespace szukajst::core {

// How alike wordings must be to count as the same goal: the share of the words that both have among those
// that either has (Jaccard).
inline constexpr double kAlike = 0.8;

// The keys of a wording as numbers, each once, in one order for all goals: longer words, which are rarer,
// first. `keys`: as language::Word::keys. At most kMostGoalWords of them.
inline constexpr std::size_t kMostGoalWords = 60;
using GoalWords = std::vector<std::uint32_t>;
GoalWords goal_words(const std::vector<std::string>& keys);

// The share of the words that both have among those that either has: 1 where they have the same.
double alikeness(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// What two wordings that are alike have one of in common, at the least (docs/decisions/0008): a hash of each
// three of the first words of each. Empty for less than two words.
std::vector<std::uint32_t> likeness_keys(std::span<const std::uint32_t> words);

// The unit that a document is of, as far as its record tells: that of the officials and places it names
// most. A teryt_number; 0 where it names none.
std::uint32_t unit_of(const Record& record);

// Not thread-safe.
class GoalWordingsWriter {
 public:
  // The goals of the next document of the segment.
  void add_document(std::uint32_t unit, const std::vector<GoalWords>& goals);
  // Error: unwritable.
  Result<Done> write(const std::filesystem::path& path) const;

 private:
  std::vector<std::uint32_t> units_, starts_{0}, words_;
};

// Mapped; immutable and thread-safe.
class GoalWordings {
 public:
  // Errors: those of Columns::open; malformed where it is not of so many documents and goals.
  static Result<GoalWordings> open(const std::filesystem::path& path, std::size_t documents,
                                   std::size_t goals);

  std::span<const std::uint32_t> units;  // by document
  std::span<const std::uint32_t> words(std::size_t goal) const {
    return words_.subspan(starts_[goal], starts_[goal + 1] - starts_[goal]);
  }
  // The goals that have this likeness key, ascending.
  std::span<const std::uint32_t> with_key(std::uint32_t key) const;
  const Columns& file() const { return file_; }

 private:
  explicit GoalWordings(Columns file) : file_(std::move(file)) {}
  Columns file_;
  std::span<const std::uint32_t> starts_, words_, keys_, key_goals_;
};

std::filesystem::path goal_wordings_path(const std::filesystem::path& segment);

}  // namespace szukajst::core
