#include "core/segment_columns.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "core/fields.h"

namespace szukajst::core {
namespace {

constexpr int kMostYears = 100;

constexpr std::array<std::string_view, kFacets> kFacetNames{"kind",     "place",   "year",
                                                            "official", "partner", "programme"};

void add_distinct(std::vector<FacetEntry>& entries, std::string value, std::string label = {}) {
  const bool known = std::any_of(entries.begin(), entries.end(),
                                 [&](const FacetEntry& entry) { return entry.value == value; });
  if (!known && !value.empty()) entries.push_back({std::move(value), std::move(label)});
}

void add_with_units_above(std::vector<FacetEntry>& entries, std::optional<Teryt> code) {
  for (; code; code = code->parent()) add_distinct(entries, code->text());
}

std::uint32_t day_of(const Record& record) {
  const auto number = [](int year, int month, int day) {
    return static_cast<std::uint32_t>(std::max(year, 0) * 10000 + month * 100 + day);
  };
  if (record.date) return number(record.date->year, record.date->month, record.date->day);
  if (record.period && record.period->from) return number(*record.period->from, 1, 1);
  if (record.period && record.period->to) return number(*record.period->to, 1, 1);
  return 0;
}

// Whether starts are those of `size` runs in something of `total` parts.
bool runs(std::span<const std::uint32_t> starts, std::size_t size, std::size_t total) {
  return starts.size() == size + 1 && starts.front() == 0 && starts.back() == total &&
         std::is_sorted(starts.begin(), starts.end());
}

template <typename T>
bool all_below(std::span<const T> values, std::size_t limit) {
  return std::all_of(values.begin(), values.end(), [&](T value) { return value < limit; });
}

TextColumn texts(const Columns& file, const std::string& name) {
  return {file.get<std::uint32_t>(name + ".starts"), file.get<char>(name + ".bytes")};
}

bool sound(const TextColumn& column, std::size_t size) {
  return runs(column.starts, size, column.bytes.size());
}

bool sound(const FacetColumn& facet, std::size_t documents) {
  const std::size_t values = facet.values.starts.empty() ? 0 : facet.values.size();
  if (!sound(facet.values, values) || !sound(facet.labels, values) || facet.set_starts.empty() ||
      !runs(facet.set_starts, facet.sets(), facet.set_codes.size()) || facet.codes.size() != documents)
    return false;
  if (facet.parents.size() != 0 && facet.parents.size() != values) return false;
  for (std::size_t code = 0; code < facet.parents.size(); ++code)
    if (facet.parents[code] >= code && facet.parents[code] != values) return false;
  bool whole = true;
  const auto all_below = [&](const NarrowColumn& column, std::size_t limit) {
    column.visit([&](const auto* numbers) {
      whole = whole && std::all_of(numbers, numbers + column.size(), [&](auto each) { return each < limit; });
    });
  };
  all_below(facet.codes, values + 1 + facet.sets());
  all_below(facet.set_codes, values);
  return whole;
}

void add_narrow(ColumnsWriter& file, const std::string& name, const std::vector<std::uint32_t>& numbers) {
  const std::uint32_t greatest = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  if (greatest <= 0xFF) {
    file.add(name, std::vector<std::uint8_t>(numbers.begin(), numbers.end()));
  } else if (greatest <= 0xFFFF) {
    file.add(name, std::vector<std::uint16_t>(numbers.begin(), numbers.end()));
  } else {
    file.add(name, numbers);
  }
}

// Leaves of codes those that no other lies in.
void keep_innermost(std::vector<std::uint32_t>& codes, const std::vector<std::uint32_t>& parents) {
  std::vector<std::uint32_t> above;
  for (const std::uint32_t code : codes)
    for (auto parent = parents[code]; parent < parents.size(); parent = parents[parent])
      above.push_back(parent);
  std::erase_if(codes, [&](std::uint32_t code) { return std::ranges::find(above, code) != above.end(); });
}

}  // namespace

std::vector<std::uint32_t> parents_of_places(const std::vector<std::string>& places) {
  const auto none = static_cast<std::uint32_t>(places.size());
  std::vector<std::uint32_t> parents(places.size(), none);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto place = Teryt::parse(places[i]);
    for (auto above = place ? place->parent() : std::nullopt; above && parents[i] == none;
         above = above->parent()) {
      const auto found = std::ranges::lower_bound(places, above->text());
      if (found != places.end() && *found == above->text())
        parents[i] = static_cast<std::uint32_t>(found - places.begin());
    }
  }
  return parents;
}

std::vector<int> years_of(const Record& record) {
  if (!record.period) return record.date ? std::vector{record.date->year} : std::vector<int>{};
  const int from = record.period->from.value_or(record.period->to.value_or(0));
  const int to = record.period->to.value_or(from);
  std::vector<int> years;
  for (int year = std::min(from, to); year <= std::max(from, to) && years.size() < kMostYears; ++year)
    years.push_back(year);
  return years;
}

DocumentRow row_of(const Record& record) {
  DocumentRow row;
  row.id = record.id;
  row.day = day_of(record);
  row.title_key = sort_key(record.title);
  const auto entries = [&](Facet facet) -> auto& {
    return row.facets[static_cast<std::size_t>(facet)];
  };
  add_distinct(entries(Facet::kind), std::string(name(record.kind)));
  for (const Place& place : record.places) add_with_units_above(entries(Facet::place), place.teryt);
  for (const int year : years_of(record)) add_distinct(entries(Facet::year), std::to_string(year));
  for (const Official& official : record.officials)
    add_distinct(entries(Facet::official), name_key(official.name), official.name);
  for (const Partner& partner : record.partners)
    add_distinct(entries(Facet::partner), name_key(partner.name), partner.name);
  for (const std::string& programme : record.programmes)
    add_distinct(entries(Facet::programme), name_key(programme), programme);
  for (std::size_t i = 0; i < record.goals.size(); ++i)
    row.goals.push_back({static_cast<std::uint32_t>(i), record.goals[i].level, 0});
  return row;
}

void SegmentColumnsWriter::Texts::add(std::string_view text) {
  bytes += text;
  starts.push_back(static_cast<std::uint32_t>(bytes.size()));
}

void SegmentColumnsWriter::add(const DocumentRow& row) {
  const auto document = static_cast<std::uint32_t>(content_.size());
  content_.push_back(row.content);
  evidence_.push_back(row.evidence);
  lengths_.push_back(row.length);
  days_.push_back(row.day);
  ids_.add(row.id);
  title_keys_.add(row.title_key);
  for (std::size_t i = 0; i < kFacets; ++i) {
    FacetRows& column = facets_[i];
    for (const FacetEntry& entry : row.facets[i]) {
      const auto [found, added] = column.known.try_emplace(entry.value, column.values.size());
      if (added) column.values.push_back(entry);
      column.codes.push_back(found->second);
    }
    column.starts.push_back(static_cast<std::uint32_t>(column.codes.size()));
  }
  for (const GoalRow& goal : row.goals) {
    goal_parents_.push_back(document);
    goal_indexes_.push_back(goal.index);
    goal_lengths_.push_back(goal.length);
    goal_levels_.push_back(static_cast<std::uint8_t>(goal.level));
  }
  goal_starts_.push_back(static_cast<std::uint32_t>(goal_parents_.size()));
}

void SegmentColumnsWriter::add_facet(ColumnsWriter& file, const std::string& name, bool nested,
                                     const FacetRows& rows) {
  std::vector<std::uint32_t> order(rows.values.size()), code_of(rows.values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t at) -> const std::string& { return rows.values[at].value; });
  std::vector<std::string> values;
  Texts texts, labels;
  for (std::size_t code = 0; code < order.size(); ++code) {
    const FacetEntry& entry = rows.values[order[code]];
    code_of[order[code]] = static_cast<std::uint32_t>(code);
    values.push_back(entry.value);
    texts.add(entry.value), labels.add(entry.label);
  }
  const auto parents = nested ? parents_of_places(values) : std::vector<std::uint32_t>{};
  const auto none = static_cast<std::uint32_t>(values.size());
  std::vector<std::uint32_t> codes, own, set_starts{0}, set_codes;
  std::map<std::vector<std::uint32_t>, std::uint32_t> sets;
  for (std::size_t document = 0; document + 1 < rows.starts.size(); ++document) {
    own.clear();
    for (std::uint32_t at = rows.starts[document]; at < rows.starts[document + 1]; ++at)
      own.push_back(code_of[rows.codes[at]]);
    std::ranges::sort(own);
    if (nested) keep_innermost(own, parents);
    if (own.size() < 2) {
      codes.push_back(own.empty() ? none : own.front());
      continue;
    }
    const auto [found, added] = sets.try_emplace(own, none + 1 + static_cast<std::uint32_t>(sets.size()));
    codes.push_back(found->second);
    if (!added) continue;
    set_codes.insert(set_codes.end(), own.begin(), own.end());
    set_starts.push_back(static_cast<std::uint32_t>(set_codes.size()));
  }
  add_narrow(file, name + ".codes", codes);
  file.add(name + ".sets.starts", set_starts);
  add_narrow(file, name + ".sets.codes", set_codes);
  if (nested) add_narrow(file, name + ".parents", parents);
  file.add(name + ".values.starts", texts.starts);
  file.add(name + ".values.bytes", texts.bytes);
  file.add(name + ".labels.starts", labels.starts);
  file.add(name + ".labels.bytes", labels.bytes);
}

NarrowColumn::NarrowColumn(const Columns& file, const std::string& name) {
  const auto take = [&](const auto numbers) {
    if (numbers.empty()) return;
    data_ = numbers.data(), size_ = numbers.size(), width_ = sizeof numbers.front();
  };
  take(file.get<std::uint8_t>(name));
  take(file.get<std::uint16_t>(name));
  take(file.get<std::uint32_t>(name));
}

std::size_t FacetColumn::size_bytes() const {
  return codes.size_bytes() + set_starts.size_bytes() + set_codes.size_bytes() + parents.size_bytes() +
         values.starts.size_bytes() + values.bytes.size_bytes() + labels.starts.size_bytes() +
         labels.bytes.size_bytes();
}

Result<Done> SegmentColumnsWriter::write(const std::filesystem::path& path) const {
  ColumnsWriter file;
  const auto add_texts = [&](const std::string& name, const Texts& column) {
    file.add(name + ".starts", column.starts);
    file.add(name + ".bytes", column.bytes);
  };
  file.add("content", content_);
  file.add("evidence", evidence_);
  file.add("length", lengths_);
  file.add("day", days_);
  add_texts("id", ids_);
  add_texts("title", title_keys_);
  for (std::size_t i = 0; i < kFacets; ++i) {
    const std::string name(kFacetNames[i]);
    add_facet(file, name, static_cast<Facet>(i) == Facet::place, facets_[i]);
  }
  file.add("goal.starts", goal_starts_);
  file.add("goal.parent", goal_parents_);
  file.add("goal.index", goal_indexes_);
  file.add("goal.length", goal_lengths_);
  file.add("goal.level", goal_levels_);
  return file.write(path);
}

Result<SegmentColumns> SegmentColumns::open(const std::filesystem::path& path, std::size_t documents,
                                            std::size_t goals) {
  auto opened = Columns::open(path);
  if (!opened) return opened.error();
  SegmentColumns columns(std::move(*opened));
  const Columns& file = columns.file_;
  columns.content = file.get<std::uint64_t>("content");
  columns.evidence = file.get<std::uint64_t>("evidence");
  columns.lengths = file.get<std::uint32_t>("length");
  columns.days = file.get<std::uint32_t>("day");
  columns.ids = texts(file, "id");
  columns.title_keys = texts(file, "title");
  bool whole = columns.content.size() == documents && columns.lengths.size() == documents &&
               columns.days.size() == documents && sound(columns.ids, documents) &&
               (columns.evidence.empty() || columns.evidence.size() == documents) &&
               sound(columns.title_keys, documents);
  for (std::size_t i = 0; i < kFacets; ++i) {
    const std::string name(kFacetNames[i]);
    FacetColumn& facet = columns.facets[i];
    facet = {NarrowColumn(file, name + ".codes"),
             file.get<std::uint32_t>(name + ".sets.starts"),
             NarrowColumn(file, name + ".sets.codes"),
             NarrowColumn(file, name + ".parents"),
             texts(file, name + ".values"),
             texts(file, name + ".labels")};
    whole = whole && sound(facet, documents);
  }
  columns.goal_starts = file.get<std::uint32_t>("goal.starts");
  columns.goal_parents = file.get<std::uint32_t>("goal.parent");
  columns.goal_indexes = file.get<std::uint32_t>("goal.index");
  columns.goal_lengths = file.get<std::uint32_t>("goal.length");
  columns.goal_levels = file.get<std::uint8_t>("goal.level");
  whole = whole && runs(columns.goal_starts, documents, goals) && columns.goal_parents.size() == goals &&
          columns.goal_indexes.size() == goals && columns.goal_lengths.size() == goals &&
          columns.goal_levels.size() == goals && all_below(columns.goal_parents, documents) &&
          all_below(columns.goal_levels, static_cast<std::size_t>(GoalLevel::action) + 1);
  if (!whole) {
    return Error{ErrorCode::malformed,
                 "the columns file " + path.string() + " does not fit the manifest of its index"};
  }
  return columns;
}

DocumentRow SegmentColumns::row(std::size_t document) const {
  DocumentRow row;
  row.id = ids[document];
  row.content = content[document];
  row.evidence = evidence.empty() ? 0 : evidence[document];
  row.length = lengths[document];
  row.day = days[document];
  row.title_key = title_keys[document];
  for (std::size_t i = 0; i < kFacets; ++i) {
    const FacetColumn& facet = facets[i];
    const auto none = static_cast<std::uint32_t>(facet.values.size());
    std::uint32_t before = none;
    facet.each_innermost(document, [&](std::uint32_t innermost) {
      const std::uint32_t told = before == none ? none : facet.common(before, innermost);
      for (std::uint32_t code = innermost; code != told; code = facet.parent(code))
        row.facets[i].push_back({std::string(facet.values[code]), std::string(facet.labels[code])});
      before = innermost;
    });
  }
  for (std::uint32_t goal = goal_starts[document]; goal < goal_starts[document + 1]; ++goal)
    row.goals.push_back({goal_indexes[goal], static_cast<GoalLevel>(goal_levels[goal]), goal_lengths[goal]});
  return row;
}

}  // namespace szukajst::core
