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

const PhraseBook::Entries& PhraseBook::entries() const {
  std::call_once(made_, [&] {
    for (const PhraseList* const list : lists_)
      for (const Phrase& phrase : *list)
        for (std::size_t letter = 0; letter < kFirstLetters; ++letter)
          if (phrase.may_begin(letter)) entries_.by_letter[letter].push_back({&phrase, list->bit_});
    for (const FoldedSet* const set : sets_)
      for (const std::string& word : set->words_) entries_.words[word] |= set->bit_;
  });
  return entries_;
}

std::uint64_t PhraseBook::find_out(const FoldedForm& form) const {
  const Entries& all = entries();
  const auto word = all.words.find(form.text);
  std::uint64_t bits = word != all.words.end() ? word->second : 0;
  for (const Entry& entry : all.by_letter[form.sketch.first])
    if ((bits & entry.bit) == 0 && (entry.phrase->second_letters() >> form.sketch.second & 1) != 0 &&
        entry.phrase->may_begin(form))
      bits |= entry.bit;
  return bits;
}

void PhraseIndex::add(const Phrase& phrase, std::size_t number) {
  phrases_.emplace(number, phrase);
  for (std::size_t first = 0; first < kFirstLetters; ++first)
    for (std::size_t second = 0; second < kFirstLetters; ++second)
      if (phrase.may_begin(first) && (phrase.second_letters() >> second & 1) != 0)
        by_letters_[first][second].push_back(static_cast<std::uint16_t>(number));
}

std::uint64_t PhraseIndex::find_out(const FoldedForm& form) const {
  constexpr int kBits = 16, kAll = 64;
  std::uint64_t numbers = 0;
  int bits = 0;
  for (const std::uint16_t number : by_letters_[form.sketch.first][form.sketch.second]) {
    if (!phrases_.at(number).may_begin(form)) continue;
    if (bits == kAll) return kMany;
    numbers |= (std::uint64_t{number} + 1) << bits;
    bits += kBits;
  }
  return numbers;
}

}  // namespace szukajst::indexer::extract
