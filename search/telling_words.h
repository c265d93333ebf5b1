// The words that tell what a document is about: those that it has often and others seldom.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "language/lexicon.h"
#include "language/telling.h"
#include "search/snapshot.h"

namespace szukajst::search {

struct TellingWord {
  // Without scope and stream: its own first, then of its family ("rower", "rowerowy"), which counts as the
  // same.
  std::vector<std::string> keys;
  std::string lemma;  // as it is shown
  double weight = 0;
  bool subject = true;        // what may be a subject: no verb, no word of forms or offices, no name
  std::size_t documents = 0;  // that have one of the keys, counted by key; deleted ones may be among them
};

// What a word weighs more or less for where it stands, in one table: told once more for the field, beside its
// place in the body.
struct FieldShares {
  double title = 3, goals = 1;  // added to a word's count by each time there
  // A word of these names weighs this share: of the places and units above them, for else all documents of
  // one office would be alike; of officials, the same.
  double place = 0.25, person = 0.1;
};

// What a word's weight is told from.
struct TellingSources {
  const Snapshot& snapshot;
  const language::Lexicon& lexicon;
  const language::Telling& telling;
};

// Of a document by its ordinal in a segment, the heaviest first, at most `most`. Only words that other
// documents have, too. O(tokens of the document, at most kMostTokensRead), and some microseconds for each of
// at most kMostLookedUp words.
inline constexpr std::size_t kMostTokensRead = 20'000;
inline constexpr std::size_t kMostLookedUp = 120;
std::vector<TellingWord> telling_words(std::size_t segment, std::size_t document,
                                       const TellingSources& sources, std::size_t most,
                                       const FieldShares& shares = {});

}  // namespace szukajst::search
