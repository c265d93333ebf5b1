// Documents that are alike in subject: those that have the most telling words of a document.
#pragma once

#include <cstddef>
#include <vector>

#include "core/result.h"
#include "gazetteer/gazetteer.h"
#include "search/deadline.h"
#include "search/similar_document.h"
#include "search/telling_words.h"

namespace szukajst::search {

inline constexpr std::size_t kMostSimilar = 10;

struct SimilarSettings {
  std::size_t most = kMostSimilar;
  std::size_t words = 25;          // that are looked for
  std::size_t postings = 100'000;  // that are read at most; what is commoner is only counted in the likeliest
  std::size_t compared = 60;       // documents whose texts are looked at
  double saturation = 3;       // k1 of BM25: how soon further times that a word stands there stop to count
  double length_share = 1;     // b of BM25: how much a long text's length counts against it
  double same_kind = 1.15;     // times the score, of a document of the same kind
  double programme = 0.1;      // more of it for each programme in common, at most two
  double least = 0.15;         // score; what has less is not alike
  double least_of_best = 0.4;  // of the score of the most alike; the same
  std::size_t least_in_common = 2;  // words that may be a subject; the same
  double version = 0.5;             // resemblance of texts that are versions of one
};

// To a document by its ordinal in a segment; most alike first. Where time is up, what was found until then.
// Error: unreadable.
core::Result<std::vector<SimilarDocument>> find_similar(std::size_t segment, std::size_t document,
                                                        const TellingSources& sources,
                                                        const gazetteer::Gazetteer& gazetteer,
                                                        Deadline& deadline,
                                                        const SimilarSettings& settings = {});

}  // namespace szukajst::search
