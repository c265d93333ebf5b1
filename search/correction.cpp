#include "search/correction.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/fields.h"
#include "search/suggestion.h"
#include "search/word_postings.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kMostSpellings = 5;  // of a word that are tried beside the others

// A word of the query that is to be put right, with what it may have been meant for, likeliest first.
struct Correction {
  core::ByteRange range;
  std::vector<Spelling> spellings;
  std::size_t chosen = 0;
};

std::string corrected(std::string query, const std::vector<Correction>& corrections) {
  for (const Correction& each : corrections)  // from the end: ranges before stay where they are
    query.replace(each.range.begin, each.range.size(), each.spellings[each.chosen].word);
  return query;
}

}  // namespace

bool found_as_meant(const PlannedWord& word, const Snapshot& snapshot) {
  return word.wanted && word.says.empty() && !word.query.meant.empty() &&
         std::ranges::all_of(snapshot.segments, [&](const SegmentView& segment) {
           return frequency(segment, core::Scope::body, core::Stream::exact, word.query.form) == 0;
         });
}

std::optional<std::string> put_right(const std::string& query, const Plan& plan, std::size_t total,
                                     const language::Slips& slips, const Searching& searching) {
  std::vector<Correction> corrections;
  std::size_t wanted_words = 0;
  for (const PlannedWord& word : plan.words) {
    wanted_words += word.wanted && word.says.empty() ? 1U : 0U;
    const bool as_meant = found_as_meant(word, searching.snapshot);
    if ((word.found && !as_meant) || !word.wanted || !word.says.empty()) continue;
    std::vector<Spelling> spellings;
    if (!word.found)
      spellings = close_spellings(word.query.form, searching.snapshot, searching.lexicon, slips,
                                  kMostSpellings, searching.deadline);
    if (spellings.empty() && as_meant) spellings.push_back({word.query.meant});
    if (spellings.empty()) return std::nullopt;
    corrections.push_back({word.range, std::move(spellings)});
  }
  if (corrections.empty()) return std::nullopt;
  std::sort(corrections.begin(), corrections.end(),
            [](const Correction& a, const Correction& b) { return a.range.begin > b.range.begin; });
  // Beside other words it is what is found with them that counts.
  for (Correction& each : corrections) {
    if (wanted_words < 2 || each.spellings.size() < 2) continue;
    std::optional<double> best;
    std::size_t chosen = 0;
    for (each.chosen = 0; each.chosen < each.spellings.size(); ++each.chosen) {
      const std::size_t found = searching.count(corrected(query, corrections));
      const double here = likelihood(each.spellings[each.chosen].cost, found);
      if (found > 0 && (!best || here > *best)) best = here, chosen = each.chosen;
    }
    each.chosen = chosen;
  }
  std::string text = corrected(query, corrections);
  const std::size_t found = searching.count(text);
  return found > 0 && found >= total ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace szukajst::search
