#include "search/telling_words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/fields.h"
#include "core/utf8.h"
#include "search/ranking.h"
#include "search/word_postings.h"

namespace szukajst::search {
namespace {

using core::TextField;

constexpr double kSubject = 0.5;        // share of a word that may be a subject
constexpr std::size_t kMostForms = 64;  // of a word that are asked for its lemma

constexpr std::size_t kShortest = 3;  // letters

// How rare a word is, is first taken from Polish at large: few documents tell little of it. As if there were
// so many more, of so many words each.
constexpr double kPriorDocuments = 150, kPriorWords = 300;
constexpr double kRepeated =
    0.7;                      // exponent of how often a word stands in the document: its subject is repeated
constexpr double kForms = 3;  // a word is about so many times as common as its dictionary form

// A word by its key, as the document has it.
struct Candidate {
  std::uint32_t term = 0;  // of the key, in the segment's tokens
  double count = 0;        // weighted by field
  double guess = 0;        // of its weight, before anything is looked up
  double weight = 0;
  std::size_t documents = 0;
  std::vector<std::uint32_t> uses;
  std::string lemma = {};
  std::vector<std::pair<std::string, std::string>> relatives =
      {};  // lemma and key of those that stand anywhere
  double share = 1;
};

bool of_stream(std::string_view scopeless_term, core::Stream stream) {
  return !scopeless_term.empty() && scopeless_term.front() == static_cast<char>(stream);
}

// Numbers, and what is too short to tell anything, are no words here.
bool tells(std::string_view key) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < key.size();) {
    const char32_t c = core::utf8::next(key, at);
    if (core::utf8::is_digit(c)) return false;
    letters += core::utf8::is_letter(c) ? 1U : 0U;
  }
  return letters >= kShortest;
}

// Reads the texts of one document.
class Reading {
 public:
  Reading(const core::SegmentTokens& tokens, std::size_t document) : tokens_(tokens), document_(document) {}

  // By use: how often, weighted. Names' gaps and tokens without a word are left out.
  std::unordered_map<std::uint32_t, double> counts(const FieldShares& shares) const {
    std::unordered_map<std::uint32_t, double> counts;
    add(tokens_.text(document_, TextField::body), 1, counts);
    add(tokens_.text(document_, TextField::title), shares.title, counts);
    std::size_t left = kMostTokensRead;
    for (std::size_t goal = 0; goal < tokens_.goals(document_) && left > 0; ++goal) {
      const core::Tokens wording = tokens_.goal(document_, goal);
      add(wording, shares.goals, counts);
      left -= std::min(left, wording.size());
    }
    return counts;
  }
  // The keys of a field of names.
  std::unordered_set<std::uint32_t> keys(TextField field) const {
    std::unordered_map<std::uint32_t, double> counts;
    add(tokens_.text(document_, field), 1, counts);
    std::unordered_set<std::uint32_t> keys;
    for (const auto& [use, count] : counts)
      for (const std::uint32_t term : tokens_.terms_of(use))
        if (of_stream(tokens_.term(term), core::Stream::key)) keys.insert(term);
    return keys;
  }

 private:
  static void add(const core::Tokens& text, double each, std::unordered_map<std::uint32_t, double>& counts) {
    core::Tokens::Last last;
    for (std::size_t place = 0; place < std::min(text.size(), kMostTokensRead); ++place) {
      const std::uint32_t use = text.use(place, last);
      if (use > core::Tokens::kBetweenNames) counts[use] += each;
    }
  }

  const core::SegmentTokens& tokens_;
  std::size_t document_;
};

// The words that were used. A form that may be one word or another is the one that the document has oftener
// by all its forms ("cele" beside "celu" is cel, not cela); where that does not tell, the one with more forms
// in the segment.
std::vector<Candidate> words_of(const std::unordered_map<std::uint32_t, double>& counts,
                                const core::SegmentTokens& tokens) {
  std::unordered_map<std::uint32_t, double> totals;  // by term
  const auto each_key = [&](std::uint32_t use, const auto& f) {
    for (const std::uint32_t term : tokens.terms_of(use))
      if (of_stream(tokens.term(term), core::Stream::key)) f(term);
  };
  for (const auto& [use, count] : counts)
    each_key(use, [&, count = count](std::uint32_t term) { totals[term] += count; });
  std::unordered_map<std::uint32_t, Candidate> by_term;
  for (const auto& [use, count] : counts) {
    std::tuple<double, std::size_t, std::uint32_t> best;
    each_key(use, [&](std::uint32_t term) {
      best = std::max(best, {totals[term], tokens.uses_of(term).size(), term});
    });
    if (std::get<0>(best) <= 0) continue;
    const std::uint32_t term = std::get<2>(best);
    Candidate& word = by_term[term];
    word.term = term;
    word.count += count;
    word.uses.push_back(use);
  }
  std::vector<Candidate> words;
  for (auto& [term, word] : by_term) words.push_back(std::move(word));
  return words;
}

// The lemma that stands behind the key most often: in the document; in the segment, where all its forms are
// damaged, which have none; else the key.
std::string lemma_of(const Candidate& word, std::string_view key, const core::SegmentTokens& tokens,
                     const std::unordered_map<std::uint32_t, double>& counts) {
  std::unordered_map<std::uint32_t, double> lemmas;
  const auto add = [&](std::uint32_t use, double count) {
    for (const std::uint32_t term : tokens.terms_of(use)) {
      const std::string_view text = tokens.term(term);
      if (of_stream(text, core::Stream::lemma) && core::utf8::fold(text.substr(1)) == key)
        lemmas[term] += count;
    }
  };
  for (const std::uint32_t use : word.uses) add(use, counts.find(use)->second);
  if (lemmas.empty()) {
    const auto all = tokens.uses_of(word.term);
    for (const std::uint32_t use : all.first(std::min(all.size(), kMostForms))) add(use, 1);
  }
  const auto best = std::ranges::max_element(
      lemmas, {}, [](const auto& lemma) { return std::pair(lemma.second, lemma.first); });
  return std::string(best == lemmas.end() ? key : tokens.term(best->first).substr(1));
}

std::size_t documents_with(std::string_view key, const TellingSources& sources) {
  std::size_t documents = 0;
  for (const SegmentView& segment : sources.snapshot.segments)
    documents += frequency(segment, core::Scope::body, core::Stream::key, key);
  return documents;
}

double rarity_of(const std::string& lemma, std::size_t documents, const TellingSources& sources) {
  const double share = std::exp(sources.lexicon.log_frequency(lemma)) * kForms;
  const double expected = kPriorDocuments * (1 - std::exp(-kPriorWords * share));
  const double all = static_cast<double>(sources.snapshot.documents.size) + kPriorDocuments;
  return rarity(static_cast<std::size_t>(std::lround(static_cast<double>(documents) + expected)),
                static_cast<std::size_t>(all));
}

}  // namespace

std::vector<TellingWord> telling_words(std::size_t segment, std::size_t document,
                                       const TellingSources& sources, std::size_t most,
                                       const FieldShares& shares) {
  const core::SegmentTokens& tokens = sources.snapshot.segments[segment].tokens;
  const Reading reading(tokens, document);
  const auto counts = reading.counts(shares);
  const auto places = reading.keys(TextField::place), persons = reading.keys(TextField::person);

  std::vector<Candidate> words = words_of(counts, tokens);
  const auto share = [&](std::uint32_t term) {
    return places.contains(term) ? shares.place : persons.contains(term) ? shares.person : 1.0;
  };
  std::erase_if(words, [&](const Candidate& word) { return !tells(tokens.term(word.term).substr(1)); });
  for (Candidate& word : words) {
    // Uses are numbered from the commonest word's on: what is looked up at all is told by that.
    const double rank = *std::ranges::min_element(word.uses);
    word.guess = std::pow(word.count, kRepeated) * std::log1p(rank) * share(word.term);
  }
  const auto heavier = [](auto member) {
    return [member](const Candidate& a, const Candidate& b) {
      return a.*member != b.*member ? a.*member > b.*member : a.term < b.term;
    };
  };
  const std::size_t looked_up = std::min(words.size(), kMostLookedUp);
  std::ranges::partial_sort(words, words.begin() + static_cast<std::ptrdiff_t>(looked_up),
                            heavier(&Candidate::guess));
  words.resize(looked_up);
  for (Candidate& word : words) {
    const std::string_view key = tokens.term(word.term).substr(1);
    word.documents = documents_with(key, sources);
    word.lemma = lemma_of(word, key, tokens, counts);
    for (std::string& relative : sources.lexicon.relatives(word.lemma)) {
      std::string of_it = core::utf8::fold(relative);
      const std::size_t documents = of_it == key ? 0 : documents_with(of_it, sources);
      word.documents += documents;
      if (documents > 0) word.relatives.emplace_back(std::move(relative), std::move(of_it));
    }
    if (word.documents < 2) continue;
    word.share = sources.telling.share(word.lemma, sources.lexicon) * share(word.term);
    word.weight =
        std::pow(word.count, kRepeated) * rarity_of(word.lemma, word.documents, sources) * word.share;
  }
  std::erase_if(words, [](const Candidate& word) { return word.documents < 2; });
  std::ranges::sort(words, heavier(&Candidate::weight));

  std::vector<TellingWord> telling;
  std::unordered_set<std::string> told;
  for (const Candidate& word : words) {
    if (telling.size() == most) break;
    if (told.contains(word.lemma)) continue;
    TellingWord& each = telling.emplace_back();
    each.keys = {std::string(tokens.term(word.term).substr(1))};
    each.lemma = word.lemma;
    each.weight = word.weight;
    each.subject = word.share >= kSubject;
    each.documents = word.documents;
    told.insert(word.lemma);
    for (auto& [relative, key] : word.relatives) {
      told.insert(relative);
      if (std::ranges::find(each.keys, key) == each.keys.end()) each.keys.push_back(key);
    }
  }
  return telling;
}

}  // namespace szukajst::search
