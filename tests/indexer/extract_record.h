// The record of a text, by all rules together; and parts of it as text, for comparing.
#pragma once

#include <string>

#include "core/data_folder.h"
#include "core/record.h"
#include "indexer/extract/extract.h"
#include "tests/indexer/extract_source.h"

namespace szukajst::indexer::extract {

inline const Rules& all_rules() {
  static const Rules loaded = *Rules::load(core::data_folder() / "extract");
  return loaded;
}

// `lost_diacritics`: the text stands for one that had lost them, and was mended.
inline core::Record record_of(const std::string& text, bool lost_diacritics = false) {
  const TestSource source(text, {}, lost_diacritics);
  return extract(source.source(), all_rules());
}

// A place a line: "NAME CODE", a locality's code "-" where it is not known.
inline std::string places_of(const std::string& text) {
  std::string printed;
  for (const core::Place& place : record_of(text).places)
    printed += place.name + " " + (place.teryt ? place.teryt->text() : "-") + "\n";
  return printed;
}

// An official a line: "NAME, ROLE, UNIT", the unit "-" where it is not known.
inline std::string officials_of(const std::string& text, bool lost_diacritics = false) {
  std::string printed;
  for (const core::Official& official : record_of(text, lost_diacritics).officials)
    printed += official.name + ", " + official.role + ", " + official.unit.value_or("-") + "\n";
  return printed;
}

inline std::string partners_of(const std::string& text) {
  std::string printed;
  for (const core::Partner& partner : record_of(text).partners) printed += partner.name + "\n";
  return printed;
}

// An amount a line, in hundredths: "94000000 PLN".
inline std::string money_of(const std::string& text, bool lost_diacritics = false) {
  std::string printed;
  for (const core::Money& money : record_of(text, lost_diacritics).money)
    printed += std::to_string(money.hundredths) + " " + money.currency + "\n";
  return printed;
}

inline std::string programmes_of(const std::string& text, bool lost_diacritics = false) {
  std::string printed;
  for (const std::string& programme : record_of(text, lost_diacritics).programmes)
    printed += programme + "\n";
  return printed;
}

// "LABEL = VALUE" a line; "none" where there is no card.
inline std::string card_of(const std::string& text) {
  const core::Record record = record_of(text);
  if (!record.practice) return "none";
  std::string printed;
  for (const auto& [label, value] : *record.practice)
    printed.append(label).append(" = ").append(value).append("\n");
  return printed;
}

}  // namespace szukajst::indexer::extract
