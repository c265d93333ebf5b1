#include "indexer/extract/lemma_pattern.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "indexer/extract/grammar.h"
#include "indexer/extract/phrase_list.h"

namespace szukajst::indexer::extract {

namespace {

constexpr std::size_t kLongestGap = 4;

bool joins(std::string_view gap) {
  const std::string_view mark = core::utf8::trim(gap);
  return mark.empty() || mark == "." || mark == "-";
}

}  // namespace

LemmaPattern::LemmaPattern(std::string_view pattern) {
  while (!(pattern = core::utf8::trim(pattern)).empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    std::string_view text = pattern.substr(0, end);
    pattern.remove_prefix(end);
    Part part;
    part.optional = text.ends_with('?');
    if (part.optional) text.remove_suffix(1);
    while (!text.empty() && text != "…") {
      const std::size_t bar = std::min(text.find('|'), text.size());
      const bool form = text.starts_with('=');
      const std::string_view word = text.substr(form ? 1 : 0, bar - (form ? 1 : 0));
      part.words.push_back({std::string(word), form, bit_of(word)});
      part.sketch |= bit_of(word);
      text.remove_prefix(std::min(bar + 1, text.size()));
    }
    parts_.push_back(std::move(part));
  }
  if (parts_.size() > 1 && !parts_[0].optional && !parts_[0].words.empty() && !parts_[1].optional)
    second_ = parts_[1].sketch;
}

std::uint32_t LemmaPattern::bit_of(std::string_view text) {
  std::uint32_t mixed = 0;
  for (const char c : text) mixed = mixed * 31 + static_cast<unsigned char>(c);
  return std::uint32_t{1} << ((mixed ^ mixed >> 15) % 32);
}

std::uint32_t LemmaPattern::find_sketch(const language::Word& word) {
  std::uint32_t sketch = bit_of(word.form);
  for (const std::string& lemma : word.lemmas) sketch |= bit_of(lemma);
  return sketch;
}

bool LemmaPattern::meets(const Part& part, const language::Word& word) {
  const std::uint32_t sketch = sketch_of(word);
  if ((part.sketch & sketch) == 0) return false;
  return std::any_of(part.words.begin(), part.words.end(), [&](const Word& wanted) {
    return (wanted.bit & sketch) != 0 &&
           (word.form == wanted.text || (!wanted.form && has_lemma(word, wanted.text)));
  });
}

std::size_t LemmaPattern::match(const SourceText& source, std::size_t token, std::size_t part,
                                std::size_t taken) const {
  if (part == parts_.size()) return taken;
  const Part& wanted = parts_[part];
  const bool there = token < source.tokens.size() &&
                     (taken == 0 || source.blank_after(token - 1) || joins(source.after(token - 1)));
  if (wanted.words.empty()) {
    for (std::size_t gap = 0; gap <= kLongestGap && token + gap < source.tokens.size(); ++gap)
      if (const std::size_t all = match(source, token + gap, part + 1, taken + gap)) return all;
    return 0;
  }
  if (there && meets(wanted, *source.tokens[token].word))
    if (const std::size_t all = match(source, token + 1, part + 1, taken + 1)) return all;
  return wanted.optional ? match(source, token, part + 1, taken) : 0;
}

std::vector<std::string> LemmaPattern::first_words() const {
  std::vector<std::string> words;
  for (const Part& part : parts_) {
    for (const Word& word : part.words) words.push_back(word.text);
    if (!part.optional) break;
  }
  return words;
}

AnyLemma::AnyLemma(std::vector<std::string> lemmas) {
  for (std::string& lemma : lemmas) {
    const std::uint32_t bit = LemmaPattern::bit_of(lemma);
    sketch_ |= bit;
    lemmas_.emplace_back(std::move(lemma), bit);
  }
}

bool AnyLemma::found(const language::Word& word) const {
  const std::uint32_t sketch = LemmaPattern::sketch_of(word);
  return std::ranges::any_of(lemmas_, [&](const auto& lemma) {
    return (lemma.second & sketch) != 0 && has_lemma(word, lemma.first);
  });
}

void LemmaPatternIndex::add(const LemmaPattern& pattern) {
  for (std::string& word : pattern.first_words()) {
    first_words_.add(word);
    if (book_ != nullptr) book_->bits_of(word).first |= bit_;
    by_first_word_.try_emplace(word).first->value.push_back(patterns_.size());
  }
  patterns_.push_back(pattern);
}

template <typename Meet>
void LemmaPatternIndex::each(const SourceText& source, std::size_t token, Meet meet) const {
  const auto consider = [&](const std::string& word) {
    if (!first_words_.may_hold(word)) return;
    const auto* const at = by_first_word_.find(word);
    if (at == nullptr) return;
    for (const std::size_t pattern : at->value)
      if (const std::size_t tokens = patterns_[pattern].match(source, token)) meet(Match{pattern, tokens});
  };
  const language::Word& word = *source.tokens[token].word;
  consider(word.form);
  for (const std::string& lemma : word.lemmas)
    if (lemma != word.form) consider(lemma);
}

LemmaPatternIndex::Match LemmaPatternIndex::longest_there(const SourceText& source, std::size_t token) const {
  Match best;
  each(source, token, [&](const Match& match) {
    if (match.tokens > best.tokens || (match.tokens == best.tokens && match.pattern < best.pattern))
      best = match;
  });
  return best;
}

std::vector<LemmaPatternIndex::Match> LemmaPatternIndex::all_there(const SourceText& source,
                                                                   std::size_t token) const {
  std::vector<Match> found;
  each(source, token, [&](const Match& match) { found.push_back(match); });
  std::sort(found.begin(), found.end(), [](const Match& a, const Match& b) { return a.pattern < b.pattern; });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Match& a, const Match& b) { return a.pattern == b.pattern; }),
              found.end());
  return found;
}

void LemmaSet::insert(const std::string& lemma) {
  lemmas_.insert(lemma);
  if (book_ != nullptr) book_->bits_of(lemma).lemma |= bit_;
}

bool LemmaSet::found(const language::Word& word) const {
  return std::ranges::any_of(word.lemmas, [&](const std::string& lemma) { return lemmas_.contains(lemma); });
}

void LemmaPatternBook::enter(LemmaPatternIndex& index) {
  if (PhraseBook::LeaveOut::lives()) return;
  index.book_ = this;
  index.bit_ = next_bit();
  for (const auto& [word, patterns] : index.by_first_word_.entries()) bits_of(word).first |= index.bit_;
}

void LemmaPatternBook::enter(LemmaSet& set) {
  if (PhraseBook::LeaveOut::lives()) return;
  set.book_ = this;
  set.bit_ = next_bit();
  for (const std::string& lemma : set.lemmas_) bits_of(lemma).lemma |= set.bit_;
}

LemmaPatternBook::Bits& LemmaPatternBook::bits_of(const std::string& word) {
  words_.add(word);
  return bits_[word];
}

std::uint32_t LemmaPatternBook::find_out(const language::Word& word) const {
  std::uint32_t bits = 0;
  const auto add = [&](const std::string& text, bool lemma) {
    if (!words_.may_hold(text)) return;
    if (const auto known = bits_.find(text); known != bits_.end())
      bits |= known->second.first | (lemma ? known->second.lemma : 0U);
  };
  add(word.form, false);
  for (const std::string& lemma : word.lemmas) add(lemma, true);
  return bits;
}

}  // namespace szukajst::indexer::extract
