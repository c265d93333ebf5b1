#include "language/known_words.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "core/utf8.h"
#include "language/form_share.h"
#include "language/word_graph_builder.h"

namespace szukajst::language {
namespace {

// Of words that were added.
constexpr double kAddedWord = -12;

// Of its lemma's occurrences, the part that stands in the form.
double share(const Lexicon& lexicon, const std::string& form) {
  std::map<std::string, double> shares;
  double most = 0;
  for (const Reading& reading : lexicon.look_up_or_guess(form))
    most = std::max(most, shares[reading.lemma] += form_share(reading.tag));
  return most;
}

bool spelled_small(const WordGraph& graph, std::string_view lower) {
  const Symbols symbols(lower);
  return symbols.spellable() && graph.ends(graph.follow(graph.lower(), symbols));
}

}  // namespace

void KnownWords::add(std::span<const std::string> words) {
  words_.insert(words_.end(), words.begin(), words.end());
  WordGraphBuilder builder;
  for (const std::string& word : words_) {
    if (word.empty()) continue;
    const double common = kAddedWord + rarer_than_nominative(share(lexicon_, word));
    if (!builder.add(word, common)) unspelled_.insert(word);
    // A name that is another word too makes that as common.
    if (std::string lower = core::utf8::lower(word); lower != word && spelled_small(*graphs_.front(), lower))
      builder.add(lower, common);
  }
  const std::string bytes = builder.finish();
  bytes_.resize((bytes.size() + sizeof bytes_[0] - 1) / sizeof bytes_[0]);
  std::memcpy(bytes_.data(), bytes.data(), bytes.size());
  const auto graph =
      WordGraph::open({reinterpret_cast<const char*>(bytes_.data()), bytes.size()}, "added words");
  added_ = graph ? *graph : WordGraph();
}

bool KnownWords::added(std::string_view word) const {
  const Symbols symbols(word);
  if (!symbols.spellable() || symbols.inner_capital())
    return !unspelled_.empty() && unspelled_.contains(std::string(word));
  return added_.ends(added_.follow(symbols.capital() ? added_.capitals() : added_.lower(), symbols));
}

bool KnownWords::contains(std::string_view word) const {
  return lexicon_.contains(word) || added(word);
}

bool KnownWords::in_lower_case(std::string_view lower) const {
  return std::ranges::any_of(graphs_, [&](const WordGraph* graph) { return spelled_small(*graph, lower); });
}

double KnownWords::log_frequency(std::string_view lower) const {
  double score = lexicon_.log_frequency(lower);
  const Symbols symbols(lower);
  if (!symbols.spellable()) return score;
  for (const auto begin : {added_.lower(), added_.capitals()}) {
    if (const auto place = added_.follow(begin, symbols); added_.ends(place))
      score = std::max(score, static_cast<double>(WordGraph::log_frequency(added_.level(place))));
  }
  return score;
}

}  // namespace szukajst::language
