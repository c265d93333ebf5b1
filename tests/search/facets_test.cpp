// Facets against a count over the records by the rules of the design, one record at a time.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "collection.h"
#include "core/fields.h"
#include "corpus.h"
#include "random_records.h"

namespace szukajst::search {
namespace {

using core::Record;
using Values = std::set<std::string>;
using Counts = std::map<std::string, std::size_t>;

Values places(const Record& record) {
  Values codes;
  for (const core::Place& place : record.places) {
    const std::string& code = place.teryt->text();
    for (std::size_t size = 2; size <= code.size(); size += 2) codes.insert(code.substr(0, size));
  }
  return codes;
}

Values years(const Record& record) {
  Values years;
  if (record.period) {
    const int from = record.period->from ? *record.period->from : *record.period->to;
    const int to = record.period->to ? *record.period->to : *record.period->from;
    for (int year = from; year <= to; ++year) years.insert(std::to_string(year));
  } else if (record.date) {
    years.insert(std::to_string(record.date->year));
  }
  return years;
}

template <typename List, typename Name>
Values keys(const List& list, const Name& name) {
  Values values;
  for (const auto& each : list) values.insert(core::name_key(name(each)));
  return values;
}

// The facets by name, as a reader of the record would fill them.
std::map<std::string, Values> facet_values(const Record& record) {
  return {{"kind", {std::string(core::name(record.kind))}},
          {"place", places(record)},
          {"year", years(record)},
          {"official", keys(record.officials, [](const core::Official& each) { return each.name; })},
          {"partner", keys(record.partners, [](const core::Partner& each) { return each.name; })},
          {"programme", keys(record.programmes, [](const std::string& each) { return each; })}};
}

bool meets(const Values& values, const Values& wanted) {
  return wanted.empty() ||
         std::any_of(wanted.begin(), wanted.end(), [&](const auto& each) { return values.contains(each); });
}

// Whether the record passes the filters, that of the facet `without` left out.
bool passes(const std::map<std::string, Values>& facets, const Filters& filters, const std::string& without) {
  std::map<std::string, Values> wanted;
  for (const auto& place : filters.places) wanted["place"].insert(place.text());
  for (const auto kind : filters.kinds) wanted["kind"].insert(std::string(core::name(kind)));
  for (const auto& each : filters.officials) wanted["official"].insert(core::name_key(each));
  for (const auto& each : filters.partners) wanted["partner"].insert(core::name_key(each));
  for (const auto& each : filters.programmes) wanted["programme"].insert(core::name_key(each));
  for (const auto& [facet, values] : wanted)
    if (facet != without && !meets(facets.at(facet), values)) return false;
  if (without == "year" || (!filters.from && !filters.to)) return true;
  return std::any_of(facets.at("year").begin(), facets.at("year").end(), [&](const std::string& year) {
    return (!filters.from || std::stoi(year) >= *filters.from) &&
           (!filters.to || std::stoi(year) <= *filters.to);
  });
}

bool passes_level(const core::Goal& goal, const Filters& filters) {
  return filters.goal_levels.empty() ||
         std::count(filters.goal_levels.begin(), filters.goal_levels.end(), goal.level) > 0;
}

struct Expected {
  std::size_t total = 0;
  std::map<std::string, Counts> facets;
};

// `word`: what texts or goals must have; empty for all.
Expected brute_force(const std::vector<Record>& records, const std::vector<std::string>& texts,
                     const Request& request) {
  Expected expected;
  const std::string& word = request.query;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto facets = facet_values(records[i]);
    const auto count_match = [&](const core::Goal* goal) {
      const bool level = goal == nullptr || passes_level(*goal, request.filters);
      expected.total += level && passes(facets, request.filters, "");
      for (const auto& [facet, values] : facets) {
        if (!level || !passes(facets, request.filters, facet)) continue;
        for (const std::string& value : values) ++expected.facets[facet][value];
      }
      if (goal != nullptr && passes(facets, request.filters, ""))
        ++expected.facets["goal_level"][std::string(core::name(goal->level))];
    };
    if (!request.goals) {
      if ((texts[i] + records[i].title).find(word) != std::string::npos) count_match(nullptr);
      continue;
    }
    for (const core::Goal& goal : records[i].goals)
      if (goal.text.find(word) != std::string::npos) count_match(&goal);
  }
  return expected;
}

void flatten(const std::vector<FacetValue>& values, bool names, Counts& counts) {
  for (const FacetValue& value : values) {
    if (value.count > 0) counts[names ? core::name_key(value.value) : value.value] += value.count;
    flatten(value.children, names, counts);
  }
}

std::map<std::string, Counts> counted(const Facets& facets) {
  std::map<std::string, Counts> all;
  const auto add = [&](const std::string& name, const std::vector<FacetValue>& values, bool names) {
    Counts counts;
    flatten(values, names, counts);
    if (!counts.empty()) all[name] = counts;
  };
  add("kind", facets.kind, false);
  add("place", facets.place, false);
  add("year", facets.year, false);
  add("official", facets.official, true);
  add("partner", facets.partner, true);
  add("programme", facets.programme, true);
  add("goal_level", facets.goal_level, false);
  return all;
}

// Asks that many random questions; fails where a total or a count is not that by hand.
void expect_exact_counts(int rounds, RandomRecords& random, const std::vector<Record>& records,
                         const std::vector<std::string>& texts,
                         const std::function<Answer(const Request&)>& search) {
  int nonempty = 0;
  for (int round = 0; round < rounds; ++round) {
    Request request;
    request.filters = random.filters();
    request.goals = random.chance(3);
    request.per_page = 1;
    if (random.chance(2)) request.query = random.one_of(random.words());
    const Expected expected = brute_force(records, texts, request);
    const Answer answer = search(request);
    ASSERT_EQ(answer.total, expected.total) << "round " << round << ", query " << request.query;
    ASSERT_EQ(counted(answer.facets), expected.facets) << "round " << round << ", query " << request.query;
    nonempty += expected.total > 0 ? 1 : 0;
  }
  EXPECT_GT(nonempty, rounds / 3) << "the test has lost its sense: hardly anything is found";
}

TEST(Facets, EqualACountOverTheRecords) {
  RandomRecords random(20240917);
  std::vector<Record> records;
  std::vector<std::string> texts;
  TemporaryFolder folder;
  std::vector<indexer::ProcessedDocument> batch;
  for (int i = 0; i < 240; ++i) {
    batch.push_back(random.next("d" + std::to_string(1000 + i)));
    records.push_back(batch.back().record);
    texts.push_back(batch.back().text.text);
    if (i == 149) commit(folder.path(), std::exchange(batch, {}));  // several segments
  }
  commit(folder.path(), batch);
  // Some documents change and some go, so that segments have tombstones.
  batch.clear();
  std::vector<std::string> removed;
  for (std::size_t i = 0; i < records.size(); i += 9) {
    batch.push_back(random.next(records[i].id));
    records[i] = batch.back().record;
    texts[i] = batch.back().text.text;
  }
  for (std::size_t i = records.size(); i-- > 0;) {
    if (i % 9 != 4) continue;
    removed.push_back(records[i].id);
    records.erase(records.begin() + static_cast<std::ptrdiff_t>(i));
    texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(i));
  }
  commit(folder.path(), batch, removed);
  const Searcher searcher = open_searcher(folder.path());
  EXPECT_GT(searcher.statistics().segments, 2U);
  EXPECT_EQ(searcher.check(), std::vector<std::string>{});
  expect_exact_counts(3000, random, records, texts, [&](const Request& request) {
    auto answer = searcher.search(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? std::move(*answer) : Answer{};
  });
}

using FacetsOverEveryWay = OverEveryWay;
INSTANTIATE_TEST_SUITE_P(Contract, FacetsOverEveryWay, kWays, way_name);

TEST_P(FacetsOverEveryWay, EqualACountOverTheRecords) {
  RandomRecords random(20261);
  std::vector<indexer::ProcessedDocument> documents;
  std::vector<Record> records;
  std::vector<std::string> texts;
  for (int i = 0; i < 120; ++i) {
    documents.push_back(random.next("d" + std::to_string(1000 + i)));
    records.push_back(documents.back().record);
    texts.push_back(documents.back().text.text);
  }
  const Collection collection(GetParam(), documents);
  expect_exact_counts(300, random, records, texts,
                      [&](const Request& request) { return collection.search(request); });
}

std::vector<indexer::ProcessedDocument> three_places() {
  std::vector<indexer::ProcessedDocument> documents;
  const std::vector<std::string> codes{"040406", "040406", "041501"};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    documents.push_back(document("d" + std::to_string(i), "Tekst."));
    documents.back().record.places = {
        {core::PlaceKind::municipality, "gmina", core::Teryt::parse(codes[i]), 1}};
  }
  documents[0].record.partners = {{"Żagiel", {}}, {"łódka", {}}};
  documents[1].record.partners = {{"Zagroda", {}}, {"Łódka", {}}};
  documents[2].record.period = core::Period{2030, {}};
  documents[1].record.period = core::Period{2012, 2013};
  return documents;
}

TEST(Facets, PlacesAreATree) {
  const Corpus corpus(three_places());
  const Answer answer = corpus.search("");
  ASSERT_EQ(answer.facets.place.size(), 1U);
  const FacetValue& top = answer.facets.place[0];
  EXPECT_EQ(top.value, "04");
  EXPECT_EQ(top.label, "województwo kujawsko-pomorskie");
  EXPECT_EQ(top.count, 3U);
  ASSERT_EQ(top.children.size(), 2U);
  EXPECT_EQ(top.children[0].value, "0404") << "the unit with more documents first";
  EXPECT_EQ(top.children[0].count, 2U);
  EXPECT_EQ(top.children[0].label, "powiat chełmiński");
  ASSERT_EQ(top.children[0].children.size(), 1U);
  EXPECT_EQ(top.children[0].children[0].value, "040406");
  EXPECT_EQ(top.children[0].children[0].label, "gmina Stolno");
}

TEST(Facets, NamesDifferingInCaseAreOneValueAndTiesAreInDictionaryOrder) {
  const Corpus corpus(three_places());
  std::string order;
  for (const FacetValue& value : corpus.search("").facets.partner)
    order += value.value + std::to_string(value.count) + " ";
  EXPECT_EQ(order, "łódka2 Zagroda1 Żagiel1 ");
}

TEST(Facets, OnlyTheCommonestNamesAreToldAndThoseThatAreSelected) {
  const Corpus corpus(three_places());
  Request request;
  request.facet_values = 1;
  const auto told = [&] {
    std::string order;
    for (const FacetValue& value : corpus.search(request).facets.partner)
      order += value.value + std::to_string(value.count) + (value.selected ? "* " : " ");
    return order;
  };
  EXPECT_EQ(told(), "łódka2 ");
  request.filters.partners = {"Żagiel"};
  EXPECT_EQ(told(), "łódka2 Żagiel1* ");
}

TEST(Facets, YearsAscendAndAnOpenPeriodIsItsKnownYear) {
  const Corpus corpus(three_places());
  Request request;
  request.filters.from = 2013;
  const Answer answer = corpus.search(request);
  EXPECT_EQ(answer.total, 2U);
  std::string years;
  for (const FacetValue& value : answer.facets.year) years += value.value + (value.selected ? "* " : " ");
  EXPECT_EQ(years, "2012 2013* 2030* ");
}

TEST(Facets, ASelectedValueIsToldWhereNothingHasIt) {
  const Corpus corpus(three_places());
  Request request;
  request.filters.places = {*core::Teryt::parse("221205")};
  request.filters.kinds = {core::DocumentKind::news};
  const Answer answer = corpus.search(request);
  EXPECT_EQ(answer.total, 0U);
  ASSERT_EQ(answer.facets.place.size(), 1U);
  EXPECT_EQ(answer.facets.place[0].value, "22");
  EXPECT_EQ(answer.facets.place[0].count, 0U);
  const FacetValue& chosen = answer.facets.place[0].children.at(0).children.at(0);
  EXPECT_EQ(chosen.value, "221205");
  EXPECT_TRUE(chosen.selected);
}

TEST(Facets, AreLeftOutWhereNotWanted) {
  const Corpus corpus(three_places());
  Request request;
  request.facets = false;
  request.filters.partners = {"LODKA"};
  const Answer answer = corpus.search(request);
  EXPECT_EQ(answer.total, 2U);
  EXPECT_TRUE(answer.facets.place.empty());
  EXPECT_TRUE(answer.facets.partner.empty());
}

}  // namespace
}  // namespace szukajst::search
