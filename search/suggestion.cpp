#include "search/suggestion.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/utf8.h"
#include "search/word_finder.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kShortest = 4;   // letters; shorter words are close to too many
constexpr std::size_t kTwoSlips = 6;   // letters of a word in which two letters may be wrong
constexpr std::size_t kLongFrom = 8;   // letters of a word in which two slips are believed
constexpr std::size_t kTrusted = 2;    // documents that have a spelling no dictionary knows
constexpr double kOne = 1, kTwo = 2;   // the costs of so many slips
constexpr double kSlipWeight = 5;      // a slip of cost 1 is as unlikely as a word e^5 times as rare
constexpr std::size_t kMostKeys = 64;  // of the form: what it was written for differs by little

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points.push_back(core::utf8::next(text, at));
  return points;
}

}  // namespace

double likelihood(double cost, std::size_t documents) {
  return std::log(1 + static_cast<double>(documents)) - kSlipWeight * cost;
}

std::vector<Spelling> close_spellings(std::string_view form, const Snapshot& snapshot,
                                      const language::Lexicon& lexicon, const language::Slips& slips,
                                      std::size_t most, Deadline& deadline) {
  const std::u32string written = code_points(form);
  if (written.size() < kShortest || written.size() > kMostKeys || lexicon.contains(form)) return {};
  const std::string key = word_key(form);
  struct Found {
    std::size_t documents = 0;
    bool spelt = false;
  };
  std::map<std::string, Found, std::less<>> close;
  for (const SegmentView& segment : snapshot.segments) {
    if (deadline.look()) return {};
    const core::Suggestions& words = segment.suggestions;
    for (const std::size_t word : WordFinder(words).nearly_spelt(key, written.size() < kTwoSlips ? 1 : 2)) {
      if (words.documents[word] == 0) continue;
      Found& found = close[std::string(words.words[word])];
      found.documents += words.documents[word];
      found.spelt = found.spelt || words.spelt(word);
    }
  }
  const double dearest = written.size() < kLongFrom ? kOne : kTwo;
  std::vector<Spelling> spellings;
  for (const auto& [word, found] : close) {
    if (deadline.passed()) return {};
    if (word == form) continue;
    const double cost = slips.cost(written, code_points(word));
    if (cost <= dearest) spellings.push_back({word, found.documents, cost});
  }
  std::stable_sort(spellings.begin(), spellings.end(), [](const Spelling& a, const Spelling& b) {
    return likelihood(a.cost, a.documents) > likelihood(b.cost, b.documents);
  });
  std::erase_if(spellings, [&, kept = std::size_t{0}](const Spelling& each) mutable {
    const Found& found = close.find(each.word)->second;
    const bool wanted =
        kept < most && ((found.spelt && found.documents >= kTrusted) || lexicon.contains(each.word));
    kept += wanted ? 1U : 0U;
    return !wanted;
  });
  return spellings;
}

}  // namespace szukajst::search
