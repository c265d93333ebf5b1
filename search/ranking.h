// How relevant a document is to a word: BM25 over fields (Robertson, Zaragoza: The Probabilistic
// Relevance Framework, 2009, section 3.6), its term frequencies weighted by how closely each word met.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/fields.h"
#include "core/kinds.h"

namespace szukajst::search {

// How often a word of the query met, by how closely: indexed by core::MatchKind.
using Meetings = std::array<std::uint32_t, 4>;

// What one meeting of each kind counts: exact, inflected, folded, ocr.
inline constexpr std::array<double, 4> kKindWeights{1.0, 0.9, 0.75, 0.6};

inline constexpr double kSaturation = 1.2;   // k1: how soon further meetings stop to count
inline constexpr double kLengthShare = 0.5;  // b: how much of a long text's length counts against it

// The fields that a word is looked for in. Those that do not drive only add to the score: what they
// hold stands in a field that drives as well.
struct FieldUse {
  core::Scope scope;
  double weight;
  bool drives;
  bool by_length;  // weighed by the length of the text
};

inline constexpr std::array<FieldUse, 3> kAnyField{{{core::Scope::body, 1.0, true, true},
                                                    {core::Scope::title, 3.0, true, false},
                                                    {core::Scope::goals, 1.0, false, false}}};
inline constexpr std::array<FieldUse, 1> kTitleField{{{core::Scope::title, 3.0, true, false}}};
inline constexpr std::array<FieldUse, 1> kGoalsField{{{core::Scope::goals, 2.0, true, false}}};
inline constexpr std::array<FieldUse, 1> kPlaceField{{{core::Scope::place, 2.0, true, false}}};
inline constexpr std::array<FieldUse, 1> kPersonField{{{core::Scope::person, 2.0, true, false}}};
inline constexpr std::array<FieldUse, 1> kPartnerField{{{core::Scope::partner, 2.0, true, false}}};
inline constexpr std::array<FieldUse, 1> kOneGoal{{{core::Scope::goal, 1.0, true, true}}};

// Where a word with this field is looked for, among documents or among goals. Of goals, whatever
// is said of neither their wording nor anything in particular is said of their document.
inline std::span<const FieldUse> fields_of(core::QueryField field, bool among_goals) {
  switch (field) {
    case core::QueryField::title:
      return kTitleField;
    case core::QueryField::place:
      return kPlaceField;
    case core::QueryField::person:
      return kPersonField;
    case core::QueryField::partner:
      return kPartnerField;
    case core::QueryField::goal:
      if (among_goals) return kOneGoal;
      return kGoalsField;
    default:
      if (among_goals) return kOneGoal;
      return kAnyField;
  }
}

inline double weighted(const Meetings& meetings) {
  double sum = 0;
  for (std::size_t kind = 0; kind < meetings.size(); ++kind) sum += meetings[kind] * kKindWeights[kind];
  return sum;
}

inline double length_factor(std::uint32_t length, double average) {
  return 1 / (1 - kLengthShare + kLengthShare * static_cast<double>(length) / average);
}

// The lengths that a field's texts are weighed by.
struct Lengths {
  std::span<const std::uint32_t> values;  // by number - first
  std::span<const float> factors;         // the same as length_factor gives them, rounded
  std::uint32_t first = 1;
  double average = 1;

  double factor(std::uint32_t number) const { return length_factor(values[number - first], average); }
};

inline double rarity(std::size_t documents_with, std::size_t documents) {
  const auto n = static_cast<double>(std::min(documents_with, documents)),
             all = static_cast<double>(documents);
  return std::log(1 + (all - n + 0.5) / (n + 0.5));
}

inline double saturated(double frequency) {
  return frequency * (kSaturation + 1) / (frequency + kSaturation);
}

}  // namespace szukajst::search
