// What the indexer records of a document. Written as JSON by record_json.h; the rules for every
// field are in docs/record.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/kinds.h"
#include "core/teryt.h"

namespace szukajst::core {

// All texts are UTF-8 in NFC, in the mended wording where the source was damaged.

struct Goal {
  GoalLevel level = GoalLevel::strategic;
  std::string number;                 // as printed, without the trailing dot: "1.2", "II"; empty where none
  std::string text;                   // the full wording on one line, without label and full stop
  std::optional<std::size_t> parent;  // index in Record::goals of the goal that it serves
  int page = 1;
};

struct Place {
  PlaceKind kind = PlaceKind::municipality;
  std::string name;            // "gmina Sępopol", "powiat bartoszycki", "województwo opolskie", "Lwowiec"
  std::optional<Teryt> teryt;  // of the unit; of a locality, its municipality where known
  int mentions = 1;
};

struct Official {
  std::string name;                 // nominative, given name first, no degrees: "Jagna Iksińska"
  std::string role;                 // masculine nominative, lower case: "wicestarosta"
  std::optional<std::string> unit;  // nominative, as Place::name; none where the text does not tell
  std::optional<Teryt> teryt;       // of that unit
};

struct Partner {
  std::string name;            // nominative: "gmina Sępopol", "Fundacja Dobry Sąsiad"
  std::optional<Teryt> teryt;  // where it is a territorial unit
};

struct Money {
  std::int64_t hundredths = 0;  // of the currency's unit: grosze, cents
  std::string currency;         // ISO 4217
  bool operator==(const Money&) const = default;
};

// How much of the text was damaged, in words.
struct Quality {
  int words = 0;     // all words
  int repaired = 0;  // mended
  int unknown = 0;   // in no dictionary and not mended
};

struct Record {
  std::string source;  // the path or URL that was read
  std::string id;      // stable for a source: 16 hexadecimal digits
  std::string title;
  bool titled = true;  // false: the text has no title of its own, and `title` is how it begins
  DocumentKind kind = DocumentKind::other;
  std::string language = "pl";  // ISO 639-1
  std::optional<Date> date;
  std::optional<Period> period;
  std::vector<Goal> goals;  // in document order; a parent stands before its children
  std::vector<Place> places;
  std::vector<Official> officials;
  std::vector<Partner> partners;
  std::vector<Money> money;
  std::vector<std::string> programmes;
  // A practice record's card: label as printed without the colon, value; in the order of the page.
  std::optional<std::vector<std::pair<std::string, std::string>>> practice;
  int pages = 1;
  Quality quality;
};

// The identifier of a source: 16 hexadecimal digits, the FNV-1a hash of its name.
std::string source_id(std::string_view source);

}  // namespace szukajst::core
