#include "indexer/extract/extract.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/cells.h"
#include "indexer/extract/evidence.h"
#include "indexer/extract/rules_tables.h"

namespace szukajst::indexer::extract {

namespace {

// A title stands among the first lines, mostly the very first ones.
constexpr std::size_t kTitleLines = 120, kFirstLines = 6, kVeryFirst = 2;

core::Evidence place_of_title(const SourceText& source, std::string_view title) {
  const auto finder = [&](std::size_t most) {
    std::vector<core::ByteRange> lines;
    for (std::size_t i = 0; i < std::min(source.lines.size(), most); ++i)
      lines.push_back(source.lines[i].range);
    return WordingFinder(source.text(), std::move(lines));
  };
  for (const std::size_t most : {kVeryFirst, kFirstLines})
    if (core::Evidence found = finder(most).find(title); !found.empty()) return found;
  return finder(kTitleLines).find_parts(title);
}

// Takes what was written into the record's field and its evidence.
template <typename Value>
void put(const SourceText& source, const core::Record& record, std::optional<Written<Value>> found,
         std::optional<Value>& field, core::Evidence& evidence) {
  if (!found) return;
  field = std::move(found->value);
  if (found->in_title)
    evidence = WordingFinder(source.text(), record.evidence.title).find(found->place.in(record.title));
  else
    core::add_evidence(evidence, found->place);
}

}  // namespace

core::Record extract(const SourceText& source, const Rules& rules) {
  const Rules::Tables& tables = rules.tables();
  const FoldedOnce folded(source.text(), source.folded);
  core::Record record;
  std::optional<Practice> practice = extract_practice(source, tables.practice, tables.dates);
  const Practice* const card = practice ? &*practice : nullptr;
  const Persons persons(source, tables.persons);
  Title title = extract_title(source, card, tables.title, &persons);
  record.title = std::move(title.text);
  record.titled = title.own;
  record.evidence.title = place_of_title(source, record.title);
  record.kind = classify_kind(source, record.title, practice.has_value(), tables.kind);
  const std::optional<LabelledValues> labelled =
      practice ? std::optional<LabelledValues>({practice->card, practice->values}) : std::nullopt;
  put(source, record,
      extract_date(source, record.kind, record.title, labelled ? &*labelled : nullptr, tables.dates),
      record.date, record.evidence.date);
  put(source, record, extract_period(source, record.kind, record.title, tables.dates), record.period,
      record.evidence.period);
  Aims aims = extract_aims(source, tables.goals, record.kind);
  record.vision = std::move(aims.vision);
  record.mission = std::move(aims.mission);
  record.evidence.vision = std::move(aims.vision_evidence);
  record.evidence.mission = std::move(aims.mission_evidence);
  record.goals = std::move(aims.goals);

  const Sentences sentences = find_sentences(source, tables.abbreviations);
  const Cells cells(source);
  Places places = find_places(source, persons, sentences, cells, tables.places);
  // A database's page names many units: the card says whose the practice is.
  if (const gazetteer::Unit* const keeper =
          card ? keeper_of(*card, source, places, tables.partners) : nullptr) {
    places.owner = keeper;
    if (keeper->kind() == core::PlaceKind::municipality) places.municipality = keeper;
    if (keeper->kind() == core::PlaceKind::county) places.county = keeper;
  }
  record.officials = extract_officials(source, persons, places, sentences, cells, tables.officials);
  Partnership partnership = extract_partners(source, persons, places, sentences, cells,
                                             {record.kind, record.title, card}, tables.partners);
  record.partners = std::move(partnership.parties);
  record.partnership_form = partnership.form;
  if (practice) {
    join_same_labels(*practice);
    record.practice = std::move(practice->card);
    record.evidence.practice = std::move(practice->evidence);
  }
  record.places = std::move(places.places);
  for (core::Partner& partner : record.partners) {
    if (!partner.evidence.empty() || !partner.teryt) continue;
    const auto place = std::find_if(record.places.begin(), record.places.end(),
                                    [&](const core::Place& p) { return p.teryt == partner.teryt; });
    if (place != record.places.end()) partner.evidence = place->evidence;
  }
  record.money = extract_money(source, tables.money);
  Programmes programmes = extract_programmes(source, places.voivodeship, tables.programmes);
  record.programmes = std::move(programmes.names);
  record.evidence.programmes = std::move(programmes.evidence);
  return record;
}

}  // namespace szukajst::indexer::extract
