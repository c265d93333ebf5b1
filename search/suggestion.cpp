#include "search/suggestion.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

#include "core/fields.h"
#include "core/utf8.h"

namespace szukajst::search {
namespace {

constexpr std::size_t kShortest = 4;  // letters; shorter words are close to too many
constexpr std::size_t kLongFrom = 8;  // letters of a word in which two slips are believed
constexpr std::size_t kMostTerms = 100'000;
constexpr std::size_t kTrusted = 2;  // documents that have a spelling no dictionary knows

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points.push_back(core::utf8::next(text, at));
  return points;
}

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int most) {
  const auto longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (longer - shorter > static_cast<std::size_t>(most)) return most + 1;
  std::vector<int> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], most + 1);
}

std::optional<std::string> closest_spelling(std::string_view form, const std::vector<IndexReader>& readers,
                                            const language::Lexicon& lexicon, Deadline& deadline) {
  const std::u32string wanted = code_points(form);
  if (wanted.size() < kShortest || lexicon.contains(form)) return std::nullopt;
  const int most = wanted.size() >= kLongFrom ? 2 : 1;
  std::string beginning;
  core::utf8::append(beginning, wanted.front());
  const std::string prefix = core::term(core::Scope::body, core::Stream::exact, beginning);
  std::map<std::string, std::pair<int, std::size_t>> close;  // distance, documents
  for (const IndexReader& reader : readers) {
    if (deadline.look()) return std::nullopt;
    for (const auto& [term, documents] : reader.terms(prefix, kMostTerms)) {
      if (deadline.passed()) return std::nullopt;
      const std::string spelling = term.substr(prefix.size() - beginning.size());
      const int distance = edit_distance(wanted, code_points(spelling), most);
      if (distance > most) continue;
      auto& known = close[spelling];
      known = {distance, known.second + documents};
    }
  }
  std::optional<std::string> best;
  std::tuple<int, std::size_t> best_rank;
  for (const auto& [spelling, found] : close) {
    if (found.second < kTrusted && !lexicon.contains(spelling)) continue;
    const std::tuple rank{-found.first, found.second};
    if (!best || rank > best_rank) best = spelling, best_rank = rank;
  }
  return best;
}

}  // namespace szukajst::search
