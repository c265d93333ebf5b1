// A document that is alike in subject, as search tells it. Values; their JSON is docs/api.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/kinds.h"
#include "core/teryt.h"

namespace szukajst::search {

// How it is alike. version: nearly the same text of the same unit, or of nobody knows which: a copy, an older
// or newer wording. same_wording: nearly the same text of another unit.
enum class Resemblance { alike, version, same_wording };

struct SimilarDocument {
  // What both have.
  struct Shared {
    enum class Type { word, place, programme, partner };
    Type type = Type::word;
    std::string text;  // of a word its lemma; of others as facets show them
  };

  std::string id, source, title;
  core::DocumentKind kind = core::DocumentKind::other;
  std::string unit;                  // label of the unit that it is of; empty where unknown
  std::optional<core::Teryt> place;  // its code
  std::optional<int> year;
  double score = 0;  // over 0 to 1, which the document itself would have
  Resemblance resemblance = Resemblance::alike;
  std::size_t versions = 0;     // further documents of its unit with nearly its text, which are not told
  std::vector<Shared> because;  // the most telling words first, then the rest
};

}  // namespace szukajst::search
