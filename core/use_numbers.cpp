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
  if (const auto known = terms_.find(term); known != terms_.end()) return known->second;
  const auto next = static_cast<std::uint32_t>(term_texts_.size());
  term_texts_.push_back(&terms_.emplace(term, next).first->first);
  return next;
}

std::vector<std::uint32_t> UseNumbers::add(const UseNumbers& other) {
  Terms term_numbers;
  term_numbers.reserve(other.terms());
  for (const std::string* term : other.term_texts_) term_numbers.push_back(number_of_term(*term));
  std::vector<std::uint32_t> numbers;
  numbers.reserve(other.uses());
  for (const Terms* terms : other.use_terms_) {
    Terms here = *terms;
    for (char32_t& term : here) term = term_numbers[term];
    numbers.push_back(number_of(std::move(here)));
  }
  return numbers;
}

std::optional<std::uint32_t> UseNumbers::find_term(std::string_view term) const {
  const auto known = terms_.find(term);
  return known != terms_.end() ? std::optional(known->second) : std::nullopt;
}

}  // namespace szukajst::core
