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
#include "core/text.h"

namespace szukajst::core {

// All texts are UTF-8 in NFC, in the mended wording where the source was damaged.

// Where an item stands: ranges of the document's cleaned text, ascending and apart from each other. What the
// text parts (by a page's head, by the words between an office and a name) has a range for each part.
// Filled by add_evidence. Not a part of the item: two items with the same values are the same.
using Evidence = std::vector<ByteRange>;
inline constexpr std::size_t kMostEvidence = 100;

// Adds the range in its place, joined with those that it meets; nothing for an empty one, or for an item that
// has kMostEvidence of them.
void add_evidence(Evidence& evidence, ByteRange range);
void add_evidence(Evidence& evidence, const Evidence& more);

struct Goal {
  GoalLevel level = GoalLevel::strategic;
  std::string number;                 // as printed, without the trailing dot: "1.2", "II"; empty where none
  std::string text;                   // the full wording on one line, without label and full stop
  std::optional<std::size_t> parent;  // index in Record::goals of the goal that it serves
  int page = 1;
  Evidence evidence = {};  // of the wording
};

struct Place {
  PlaceKind kind = PlaceKind::municipality;
  std::string name;            // "gmina Sępopol", "powiat bartoszycki", "województwo opolskie", "Lwowiec"
  std::optional<Teryt> teryt;  // of the unit; of a locality, its municipality where known
  int mentions = 1;
  Evidence evidence = {};  // each mention, with "gmina", "powiat" before the name
  // The name that the unit had before, as name, where the text calls it so: "gmina Sitkówka-Nowiny".
  std::optional<std::string> former = {};
};

struct Official {
  std::string name;                 // nominative, given name first, no degrees: "Jagna Iksińska"
  std::string role;                 // masculine nominative, lower case: "wicestarosta"
  std::optional<std::string> unit;  // nominative, as Place::name; none where the text does not tell
  std::optional<Teryt> teryt;       // of that unit
  Evidence evidence = {};           // the name with its post, and the name elsewhere
};

struct Partner {
  std::string name;            // nominative: "gmina Sępopol", "Fundacja Dobry Sąsiad"
  std::optional<Teryt> teryt;  // where it is a territorial unit
  Evidence evidence = {};      // where it is named as a party
  bool leader = false;         // leads the others
};

struct Money {
  std::int64_t hundredths = 0;  // of the currency's unit: grosze, cents
  std::string currency;         // ISO 4217
  Evidence evidence = {};       // each time, with the currency
  bool operator==(const Money& other) const {
    return hundredths == other.hundredths && currency == other.currency;
  }
};

// How much of the text was damaged, in words.
struct Quality {
  int words = 0;     // all words
  int repaired = 0;  // mended
  int unknown = 0;   // in no dictionary and not mended
};

// Where those fields of a record stand whose values are bare texts or dates. Empty where they come from
// outside of the text (a title that HTML gives).
struct FieldEvidence {
  Evidence title, date, period, vision, mission;
  std::vector<Evidence> programmes, practice;  // as Record's: an item each, or none at all
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
  std::optional<std::string> vision, mission;  // their wording on one line
  std::vector<Goal> goals;                     // in document order; a parent stands before its children
  std::vector<Place> places;
  std::vector<Official> officials;
  std::vector<Partner> partners;
  std::optional<PartnershipForm> partnership_form;  // in law, where the text says it; none without partners
  std::vector<Money> money;
  std::vector<std::string> programmes;
  // A practice record's card: label as printed without the colon, value; in the order of the page.
  std::optional<std::vector<std::pair<std::string, std::string>>> practice;
  int pages = 1;
  Quality quality;
  FieldEvidence evidence = {};  // those of goals, places … are in them
};

// The identifier of a source: 16 hexadecimal digits, the FNV-1a hash of its name.
std::string source_id(std::string_view source);

}  // namespace szukajst::core
