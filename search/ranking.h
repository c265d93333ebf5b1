// How relevant a document is to a word: BM25 over fields (Robertson, Zaragoza: The Probabilistic
// Relevance Framework, 2009, section 3.6), its term frequencies weighted by how closely each word met.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/fields.h"
#include "core/kinds.h"

namespace szukajst::search {

// How often a word of the query met, by how closely: indexed by core::MatchKind.
using Meetings = std::array<std::uint32_t, 4>;

inline constexpr double kLengthShare = 0.5;  // b: how much of a long text's length counts against it

// What ranking weighs by, in one table; bench/relevance measures what each is worth. Kinds must not ascend.
struct Weights {
  std::array<double, 4> kinds{1.0, 0.9, 0.75, 0.6};  // one meeting: exact, inflected, folded, ocr
  double title = 3.0;                                // of a query's word in it, against one in the body
  double goals = 1.0;                                // of one in a goal's wording, beside that in the body
  double saturation = 1.2;                           // k1: how soon further meetings stop to count
  bool lengths = true;                               // whether a text's length counts against it
  double proximity = 0.3;  // how much words that stand side by side add, search/proximity.h
  // Of Sort::fresh alone: the share of its score that a document loses with the years, half of it in each
  // half-life (in years).
  double freshness = 0.5, half_life = 5;
};

// The fields that a word is looked for in. Those that do not drive only add to the score: what they
// hold stands in a field that drives as well.
struct FieldUse {
  core::Scope scope;
  double weight;
  bool drives;
  bool by_length;  // weighed by the length of the text
};

// Of title and goals the weight is that of Weights.
inline constexpr std::array<FieldUse, 3> kAnyField{{{core::Scope::body, 1.0, true, true},
                                                    {core::Scope::title, 1.0, true, false},
                                                    {core::Scope::goals, 1.0, false, false}}};
inline constexpr std::array<FieldUse, 1> kTitleField{{{core::Scope::title, 1.0, true, false}}};
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

// What can be left out to measure what it is worth: what tells kinds of match apart; that a title, a goal's
// wording, a text's length, the words' nearness count.
inline constexpr std::array<std::string_view, 5> kIngredients{"kinds", "title", "goals", "lengths",
                                                              "proximity"};

// `ingredient`: one of these; others change nothing. A word in a title counts then as one in the body.
inline void leave_out(std::string_view ingredient, Weights& weights) {
  if (ingredient == "kinds") weights.kinds = {1, 1, 1, 1};
  if (ingredient == "title") weights.title = 1;
  if (ingredient == "goals") weights.goals = 0;
  if (ingredient == "lengths") weights.lengths = false;
  if (ingredient == "proximity") weights.proximity = 0;
}

inline double weight_of(const FieldUse& use, const Weights& weights) {
  if (use.scope == core::Scope::title) return use.weight * weights.title;
  return use.scope == core::Scope::goals ? use.weight * weights.goals : use.weight;
}

inline double weighted(const Meetings& meetings, const Weights& weights) {
  double sum = 0;
  for (std::size_t kind = 0; kind < meetings.size(); ++kind) sum += meetings[kind] * weights.kinds[kind];
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

inline double saturated(double frequency, const Weights& weights) {
  return frequency * (weights.saturation + 1) / (frequency + weights.saturation);
}

}  // namespace szukajst::search
