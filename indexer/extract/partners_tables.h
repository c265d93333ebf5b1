// The rule tables of partners in memory.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/kinds.h"
#include "indexer/extract/lemma_pattern.h"
#include "indexer/extract/partners.h"

namespace szukajst::indexer::extract {

// What a cue tells; data/partners_cues.tsv explains each.
enum class PartnerScope {
  sentence,
  together,
  signed_by,
  signatories,
  own,
  ours,
  acting,
  contract,
  given,
  joins,
  members,
  from,
  previous,
  following,
  between,
  opens,
  resumes,
  behalf,
  none
};

struct PartnerCue {
  AnyLemma besides;     // of which the sentence must hold one
  bool before = false;  // or the sentence before it, or the document is of such a kind
  PartnerScope scope = PartnerScope::sentence;
  bool not_in_plans = false;
};

inline constexpr std::array<std::string_view, 3> kUnitKinds = {"gmina", "miasto", "powiat"};

struct PartnerRules::Tables {
  LemmaPatternBook book;
  LemmaPatternIndex cues_by_pattern, labels, other_labels, leaders, where, founding, staff, deputies,
      forms_by_pattern, grants, common;
  std::vector<PartnerCue> cues;
  std::vector<LemmaPattern> keepers;
  std::vector<core::PartnershipForm> forms;
  LemmaSet heads, abroad;
  LemmaSet kinds;  // what units are called: "gmina"
  std::unordered_set<std::string> suffixes, countries;
};

}  // namespace szukajst::indexer::extract
