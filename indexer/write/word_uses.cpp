#include "indexer/write/word_uses.h"

#include <algorithm>
#include <string>
#include <utility>

namespace szukajst::indexer {
namespace {

using core::Stream;

core::UseNumbers::Use terms_of(const language::AnalyzedToken& token, Mending mending, bool exact) {
  const language::Word& word = *token.word;
  core::UseNumbers::Use terms;
  if (exact) terms.push_back(core::scopeless_term(Stream::exact, word.form));
  if (word.stop) return terms;
  for (const std::string_view key : chosen_keys(token)) {
    terms.push_back(core::scopeless_term(Stream::key, key));
    if (mending == Mending::ocr) terms.push_back(core::scopeless_term(Stream::ocr, key));
  }
  if (mending != Mending::none) return terms;
  for (const std::string_view lemma : chosen_lemmas(token))
    terms.push_back(core::scopeless_term(Stream::lemma, lemma));
  return terms;
}

}  // namespace

WordUses::Slot& WordUses::slot_of(const Slot& wanted) {
  const auto same = [&](const Slot& slot) {
    return slot.word == wanted.word && slot.mending == wanted.mending && slot.exact == wanted.exact &&
           slot.chosen == wanted.chosen;
  };
  Slot& first = first_of(wanted.word);
  if (first.word == 0 || same(first)) return first;
  std::uint64_t hash = wanted.word * 8 + static_cast<std::uint64_t>(wanted.mending) * 2 + wanted.exact;
  for (const std::uint8_t place : wanted.chosen) hash = hash * 31 + place;
  constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;
  constexpr int kHigh = 32;
  for (std::size_t at = hash * kSpread >> kHigh;; ++at) {
    Slot& slot = others_[at & (others_.size() - 1)];
    if (slot.word == 0 || same(slot)) return slot;
  }
}

void WordUses::grow() {
  constexpr std::size_t kFewest = 1024;
  const std::size_t size = firsts_.empty() ? kFewest : 2 * firsts_.size();
  const std::vector<Slot> before[] = {std::exchange(firsts_, std::vector<Slot>(size)),
                                      std::exchange(others_, std::vector<Slot>(size))};
  for (const std::vector<Slot>& slots : before)
    for (const Slot& slot : slots)
      if (slot.word != 0) slot_of(slot) = slot;
}

std::uint32_t WordUses::of(const language::AnalyzedToken& token, Mending mending, bool exact) {
  if (2 * (taken_ + 1) > firsts_.size()) grow();
  const Slot wanted{token.word->number, 0, mending, exact, token.token.chosen};
  Slot& slot = slot_of(wanted);
  if (slot.word != 0) return slot.use;
  slot = wanted;
  slot.use = numbers_.number(terms_of(token, mending, exact));
  ++taken_;
  return slot.use;
}

std::optional<std::uint32_t> WordUses::find(const language::AnalyzedToken& token, Mending mending,
                                            bool exact) {
  if (firsts_.empty()) return std::nullopt;
  const Slot& slot = slot_of({token.word->number, 0, mending, exact, token.token.chosen});
  return slot.word != 0 ? std::optional(slot.use) : std::nullopt;
}

void WordUses::share(core::DocumentTokens& texts) {
  if (translation_.uses.size() < numbers_.uses()) shared_->add(numbers_, translation_);
  const auto share_text = [&](core::DocumentTokens::Text& text) {
    for (std::uint32_t& place : text)
      if (place != core::DocumentTokens::kBetweenNames) place = translation_.uses[place];
  };
  std::ranges::for_each(texts.fields, share_text);
  std::ranges::for_each(texts.goals, share_text);
}

void BodyCounts::count() {
  counted_ = true;
  // Twice as many as there are, so that documents that bring a few do not have it copied each time.
  if (words_.counts_.size() < words_.numbers_.terms()) words_.counts_.resize(2 * words_.numbers_.terms());
  for (const std::uint32_t use : body_)
    for (const char32_t term : words_.numbers_.terms_of(use)) ++words_.counts_[term];
}

BodyCounts::~BodyCounts() {
  if (!counted_) return;
  for (const std::uint32_t use : body_)
    for (const char32_t term : words_.numbers_.terms_of(use)) words_.counts_[term] = 0;
}

bool BodyCounts::opens_with(std::uint32_t use) const {
  constexpr std::size_t kNear = 64;
  const auto end = body_.begin() + static_cast<std::ptrdiff_t>(std::min(body_.size(), kNear));
  return std::find(body_.begin(), end, use) != end;
}

std::uint32_t BodyCounts::of(Stream stream, std::string_view word) {
  if (!counted_) count();
  const auto term = words_.numbers_.find_term(core::scopeless_term(stream, word));
  return term && *term < words_.counts_.size() ? words_.counts_[*term] : 0;
}

}  // namespace szukajst::indexer
