#include "indexer/extract/phrase_list.h"

#include <algorithm>

namespace szukajst::indexer::extract {

bool PhraseList::found(std::span<const FoldedWord> words) const {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (begins(words, at, false)) return true;
  return false;
}

std::size_t PhraseList::longest(std::span<const FoldedWord> words, std::size_t at, bool exact) const {
  std::size_t most = 0;
  if (at < words.size() && may_begin(words[at]))
    for (const Phrase& phrase : phrases_) most = std::max(most, phrase.match(words, at, exact));
  return most;
}

std::size_t PhraseList::first(std::span<const FoldedWord> words, std::size_t at, bool exact) const {
  if (at < words.size() && may_begin(words[at]))
    for (const Phrase& phrase : phrases_)
      if (const std::size_t count = phrase.match(words, at, exact); count > 0) return count;
  return 0;
}

std::size_t PhraseList::number(std::span<const FoldedWord> words, std::size_t at, bool exact) const {
  if (at < words.size() && may_begin(words[at]))
    for (std::size_t n = 0; n < phrases_.size(); ++n)
      if (phrases_[n].match(words, at, exact) > 0) return n + 1;
  return 0;
}

namespace {
thread_local bool entries_left_out = false;
}  // namespace

PhraseBook::LeaveOut::LeaveOut() {
  entries_left_out = true;
}

PhraseBook::LeaveOut::~LeaveOut() {
  entries_left_out = false;
}

bool PhraseBook::LeaveOut::lives() {
  return entries_left_out;
}

void PhraseBook::enter(PhraseList& list) {
  if (entries_left_out) return;
  list.book_ = this;
  list.bit_ = next_bit();
  lists_.push_back(&list);
}

void PhraseBook::enter(FoldedSet& set) {
  if (entries_left_out) return;
  set.book_ = this;
  set.bit_ = next_bit();
  sets_.push_back(&set);
}

void FirstWords::add(const Phrase& phrase, std::uint64_t id) {
  if (phrase.size() == 0) return;
  if (phrase.first_words().empty()) any_.push_back(id);
  for (const Phrase::Alternative& word : phrase.first_words()) {
    const WordSketch& sketch = word.sketch;
    if (!word.stem) add(word.text, id);
    if (word.tolerant()) near_[sketch.first].push_back({sketch.letters, id, &word});
    if (!word.stem) continue;
    if (word.text.empty()) {
      any_.push_back(id);
      continue;
    }
    const Stem stem{sketch.head, word.mask, id, word.text.size() > sizeof sketch.head ? &word : nullptr};
    if (word.text.size() > 1)
      stems_[sketch.first][sketch.second].push_back(stem);
    else
      for (std::vector<Stem>& stems : stems_[sketch.first]) stems.push_back(stem);
  }
}

const FirstWords& PhraseBook::first_words() const {
  std::call_once(made_, [&] {
    for (const PhraseList* const list : lists_)
      for (const Phrase& phrase : *list) first_words_.add(phrase, list->bit_);
    for (const FoldedSet* const set : sets_)
      for (const std::string& word : set->words_) first_words_.add(word, set->bit_);
  });
  return first_words_;
}

std::uint64_t PhraseBook::find_out(const FoldedForm& form) const {
  std::uint64_t bits = 0;
  first_words().each(form, [&](std::uint64_t bit) { bits |= bit; });
  return bits;
}

void PhraseIndex::add(const Phrase& phrase, std::size_t number) {
  first_words_.add(phrases_.emplace(number, phrase).first->second, number);
  for (std::size_t first = 0; first < kFirstLetters; ++first)
    for (std::size_t second = 0; second < kFirstLetters; ++second)
      if (phrase.may_begin(first) && (phrase.second_letters() >> second & 1) != 0)
        by_letters_[first][second].push_back(static_cast<std::uint16_t>(number));
}

std::uint64_t PhraseIndex::find_out(const FoldedForm& form) const {
  constexpr std::size_t kBits = 16, kMostNumbers = 4;
  std::vector<std::uint64_t> found;
  first_words_.each(form, [&](std::uint64_t number) { found.push_back(number); });
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  if (found.size() > kMostNumbers) return kMany;
  std::uint64_t numbers = 0;
  for (std::size_t i = 0; i < found.size(); ++i) numbers |= (found[i] + 1) << (kBits * i);
  return numbers;
}

}  // namespace szukajst::indexer::extract
