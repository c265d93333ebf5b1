#include "core/use_numbers.h"

#include <algorithm>
#include <utility>

namespace szukajst::core {

std::uint32_t UseNumbers::number(const Use& use) {
  Terms terms;
  terms.reserve(use.size());
  for (const std::string& term : use) terms.push_back(number_of_term(term));
  return number_of(std::move(terms));
}

std::uint32_t UseNumbers::number_of(Terms terms) {
  std::sort(terms.begin(), terms.end());
  const auto [found, added] =
      uses_.try_emplace(std::move(terms), static_cast<std::uint32_t>(use_terms_.size()));
  if (added) use_terms_.push_back(&found->first);
  return found->second;
}

std::uint32_t UseNumbers::number_of_term(std::string_view term) {
  const auto [entry, added] = terms_.try_emplace(term);
  if (added) {
    entry->value = static_cast<std::uint32_t>(term_texts_.size());
    term_texts_.push_back(&entry->spelling);
  }
  return entry->value;
}

void UseNumbers::add(const UseNumbers& other, Translation& translation) {
  for (std::size_t term = translation.terms.size(); term < other.terms(); ++term)
    translation.terms.push_back(number_of_term(*other.term_texts_[term]));
  for (std::size_t use = translation.uses.size(); use < other.uses(); ++use) {
    Terms here = *other.use_terms_[use];
    for (char32_t& term : here) term = translation.terms[term];
    translation.uses.push_back(number_of(std::move(here)));
  }
}

UseNumbers::Use UseNumbers::use(std::uint32_t number) const {
  Use use;
  for (const char32_t each : terms_of(number)) use.push_back(term(each));
  return use;
}

std::optional<std::uint32_t> UseNumbers::find_term(std::string_view term) const {
  const auto* const known = terms_.find(term);
  return known != nullptr ? std::optional(known->value) : std::nullopt;
}

std::uint32_t SharedUseNumbers::number(const UseNumbers::Use& use) {
  const std::lock_guard lock(mutex_);
  return numbers_.number(use);
}

void SharedUseNumbers::add(const UseNumbers& other, UseNumbers::Translation& translation) {
  const std::lock_guard lock(mutex_);
  numbers_.add(other, translation);
}

std::vector<std::uint32_t> SharedUseNumbers::numbers_of(const SharedUseNumbers& other,
                                                        std::span<const std::uint32_t> uses) {
  std::vector<UseNumbers::Use> spelt;
  spelt.reserve(uses.size());
  {
    const std::lock_guard lock(other.mutex_);
    for (const std::uint32_t use : uses) spelt.push_back(other.numbers_.use(use));
  }
  const std::lock_guard lock(mutex_);
  std::vector<std::uint32_t> numbers;
  numbers.reserve(uses.size());
  for (const UseNumbers::Use& use : spelt) numbers.push_back(numbers_.number(use));
  return numbers;
}

SharedUseNumbers::Snapshot SharedUseNumbers::snapshot() const {
  const std::lock_guard lock(mutex_);
  return {numbers_.term_texts_, numbers_.use_terms_};
}

}  // namespace szukajst::core
