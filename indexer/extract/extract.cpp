#include "indexer/extract/extract.h"

#include <utility>

#include "indexer/extract/rules_tables.h"

namespace szukajst::indexer::extract {

core::Record extract(const SourceText& source, const Rules& rules) {
  const Rules::Tables& tables = rules.tables();
  core::Record record;
  Title title = extract_title(source, tables.title);
  record.title = std::move(title.text);
  record.titled = title.own;
  record.practice = extract_practice(source, tables.practice, tables.dates);
  record.kind = classify_kind(source, record.title, record.practice.has_value(), tables.kind);
  record.date = extract_date(source, record.kind, record.title, tables.dates);
  record.period = extract_period(source, record.kind, record.title, tables.dates);
  record.goals = extract_goals(source, tables.goals);

  const Sentences sentences = find_sentences(source, tables.abbreviations);
  const Persons persons(source, tables.persons);
  Places places = find_places(source, persons, sentences, tables.places);
  record.officials = extract_officials(source, persons, places, sentences, tables.officials);
  record.partners = extract_partners(source, persons, places, sentences, record.practice, tables.partners);
  record.places = std::move(places.places);
  record.money = extract_money(source, tables.money);
  record.programmes = extract_programmes(source, places.voivodeship, tables.programmes);
  return record;
}

}  // namespace szukajst::indexer::extract
