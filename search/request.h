// A search request and its answer, as values. The JSON of the answer is docs/api.md.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/kinds.h"
#include "core/record.h"
#include "core/teryt.h"
#include "search/ranking.h"

namespace szukajst::search {

// fresh: by relevance, with newer documents up.
enum class Sort { relevance, newest, oldest, title, fresh };
inline bool by_relevance(Sort sort) {
  return sort == Sort::relevance || sort == Sort::fresh;
}

// Values of one filter are OR, filters among themselves AND. Empty: not filtered.
struct Filters {
  std::vector<core::Teryt> places;  // each with all that lies in it
  std::vector<core::DocumentKind> kinds;
  std::vector<std::string> officials, partners, programmes;  // by name; case and diacritics do not count
  std::vector<std::string> sources;                          // a source, or a folder above it
  std::vector<core::GoalLevel> goal_levels;                  // goals alone
  std::optional<int> from, to;                               // years, both included
};

struct Request {
  std::string query;  // docs/query_language.md; empty finds all
  Filters filters;
  Sort sort = Sort::relevance;  // an empty query by relevance is sorted newest first
  std::uint32_t today = 0;      // year × 10000 + month × 100 + day, for Sort::fresh; 0: that of the clock
  core::MatchKind loosest = core::MatchKind::ocr;
  int page = 1, per_page = 10;
  bool goals = false;  // goals as results, in place of documents
  bool facets = true;
  std::size_t facet_values = 1000;  // of officials, partners, programmes; the commonest
  bool synonyms = true;  // words of the query also find what says the same; never where loosest is exact
  Weights weights = {};  // what ranking weighs by; for measuring
  bool details = true;   // false: of a hit only its document's id, its score and, among goals, which goal
  std::chrono::milliseconds time{1000};  // for matching; what was found until then is the answer, partial
};

// How a word of the query was met in a hit.
struct WordMatch {
  std::string word;   // as the query has it
  std::string found;  // as the closest match stands in the source
  core::MatchKind as = core::MatchKind::exact;
  bool synonym = false;  // it says the same in other words
};

struct Snippet {
  int page = 1;
  std::string text;  // plain, as it stands in the source, one line
  std::vector<std::pair<std::size_t, std::size_t>>
      highlights;  // [begin, end) in code points of text, ascending
};

struct PageMatches {
  int page = 1;
  int matches = 0;
};

struct DocumentSummary {
  std::string id, source, title;
  core::DocumentKind kind = core::DocumentKind::other;
  std::optional<core::Date> date;
  std::optional<core::Period> period;
};

// How a goal of another document relates to the one that is looked at: by the unit that the documents are of
// and their years. alongside: in the same year, or nobody can tell.
enum class Relation { continues, continued_in, copied_from, copied_in, alongside };

// A goal of another document, worded nearly the same.
struct AlikeGoal {
  std::string document;              // its id
  std::size_t index = 0;             // in Record::goals
  std::string title;                 // of the document; empty where its text has none
  std::string unit;                  // label of the unit that the document is of; empty where unknown
  std::optional<core::Teryt> place;  // its code
  std::optional<int> year;
  double similarity = 0;  // the share of their words that both have: core::kAlike to 1
  Relation relation = Relation::alongside;
};
struct AlikeGoals {
  std::size_t total = 0;
  bool more = false;             // there were too many to look at all, or time was up
  std::vector<AlikeGoal> goals;  // the most alike, at most 20
};

struct Hit {
  DocumentSummary document;
  double score = 0;
  std::vector<WordMatch> match;
  std::vector<Snippet> snippets;   // at most three, best first
  std::vector<PageMatches> pages;  // that match, ascending
  // Of a hit among goals:
  struct GoalHit {
    std::string id;  // "DOCUMENT.N", N the index in Record::goals
    core::Goal goal;
    std::vector<core::Goal> parents;                              // from the nearest to the topmost
    std::vector<std::pair<std::size_t, std::size_t>> highlights;  // in goal.text
    AlikeGoals alike;
  };
  std::optional<GoalHit> goal;
  std::vector<std::string> missing;  // words of the query that it lacks; only of Answer::more
};

struct FacetValue {
  std::string value;  // what the filter takes
  // Of a place, what the gazetteer calls it, which keeps the text; empty where the value is shown itself
  // (kinds are labelled by the renderer).
  std::string_view label = {};
  std::size_t count = 0;
  bool selected = false;
  std::vector<FacetValue> children = {};  // of a place

  std::string_view shown() const { return label.empty() ? std::string_view(value) : label; }
};

// Counts over the whole result, each facet without its own selection.
struct Facets {
  std::vector<FacetValue> kind, place, year, official, partner, programme;
  std::vector<FacetValue> goal_level;  // for goals alone
};

// What could not be read in a query, or was read otherwise than written.
struct Diagnostic {
  std::string code;    // "unclosed_quote", "unknown_field", …
  std::string detail;  // the part of the query that it is about
};

// What a query that is being typed may become.
struct Completion {
  enum class Type { word, place, official, partner, programme, title };
  Type type = Type::word;
  std::string text;    // a query that finds it: of a name as it is shown, in quotation marks where it must be
  std::string value;   // what a filter takes; of a title that one document alone has, its id; else empty
  std::string within;  // of a place the units that it lies in: what tells those of one name apart
};

struct Answer {
  std::size_t total = 0;
  bool partial = false;  // time ran out or a part of the index did not answer
  int page = 1, per_page = 10;
  std::optional<std::string> did_you_mean;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> synonyms;  // of words of the query, whether they were searched or not
  std::vector<Hit> hits;
  // Behind the last hit: what has some of the words alone, as far as it fits on the page. Neither `total` nor
  // the facets count it. Empty where words were joined by operators.
  std::vector<Hit> more;
  Facets facets;
};

}  // namespace szukajst::search
