#include "language/known_words.h"

#include <algorithm>
#include <cstring>

#include "core/utf8.h"
#include "language/word_graph_builder.h"

namespace szukajst::language {
namespace {

// Of words that were added.
constexpr double kAddedWord = -12;

bool in_lower_case(const WordGraph& graph, std::string_view lower) {
  const Symbols symbols(lower);
  return symbols.spellable() && graph.ends(graph.follow(graph.lower(), symbols));
}

}  // namespace

void KnownWords::add(std::span<const std::string> words) {
  words_.insert(words_.end(), words.begin(), words.end());
  WordGraphBuilder builder;
  for (const std::string& word : words_) {
    if (word.empty()) continue;
    if (!builder.add(word, kAddedWord)) unspelled_.insert(word);
    // A name that is another word too makes that as common.
    if (std::string lower = core::utf8::lower(word); lower != word && in_lower_case(*graphs_.front(), lower))
      builder.add(lower, kAddedWord);
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

double KnownWords::log_frequency(std::string_view lower, bool name) const {
  double score = lexicon_.log_frequency(lower);
  if (name) score = std::max(score, kUncountedName);
  const Symbols symbols(lower);
  const bool known = symbols.spellable() && (added_.ends(added_.follow(added_.lower(), symbols)) ||
                                             added_.ends(added_.follow(added_.capitals(), symbols)));
  return known ? std::max(score, kAddedWord) : score;
}

}  // namespace szukajst::language
