// Where the items of a record stand: all of them in one order, for whoever writes, keeps or shows them.
#pragma once

#include <cstddef>
#include <type_traits>
#include <vector>

#include "core/record.h"

namespace szukajst::core {

// What an item is. Evidence is kept in an index in this order: a new one is put at the end.
enum class EvidenceOf {
  title,
  date,
  period,
  goal,
  place,
  official,
  partner,
  money,
  programme,
  practice,
  vision,
  mission
};

// Calls `f(EvidenceOf, index in its list, evidence)` for each item that a record may have, in the order of
// EvidenceOf. `R` is Record, const or not; where it is not, the lists of FieldEvidence get their length.
template <typename R, typename F>
void for_each_evidence(R& record, F f) {
  const auto each = [&](EvidenceOf what, auto& items) {
    for (std::size_t i = 0; i < items.size(); ++i) f(what, i, items[i].evidence);
  };
  const auto each_field = [&](EvidenceOf what, auto& evidence, std::size_t fields) {
    if constexpr (!std::is_const_v<R>) evidence.resize(fields);
    static const Evidence kNone;
    for (std::size_t i = 0; i < fields; ++i)
      if constexpr (std::is_const_v<R>)
        f(what, i, i < evidence.size() ? evidence[i] : kNone);
      else
        f(what, i, evidence[i]);
  };
  f(EvidenceOf::title, std::size_t{0}, record.evidence.title);
  f(EvidenceOf::date, std::size_t{0}, record.evidence.date);
  f(EvidenceOf::period, std::size_t{0}, record.evidence.period);
  each(EvidenceOf::goal, record.goals);
  each(EvidenceOf::place, record.places);
  each(EvidenceOf::official, record.officials);
  each(EvidenceOf::partner, record.partners);
  each(EvidenceOf::money, record.money);
  each_field(EvidenceOf::programme, record.evidence.programmes, record.programmes.size());
  each_field(EvidenceOf::practice, record.evidence.practice, record.practice ? record.practice->size() : 0);
  f(EvidenceOf::vision, std::size_t{0}, record.evidence.vision);
  f(EvidenceOf::mission, std::size_t{0}, record.evidence.mission);
}

}  // namespace szukajst::core
