// Facet counts against a brute-force count over the records: samples and seeds, every value of every
// facet, without filters, with each value as a filter, and with random combinations.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "core/data_folder.h"
#include "core/utf8.h"
#include "indexer/pipeline.h"
#include "indexer/write/index_writer.h"
#include "search/searcher.h"
#include "tests/cli/program.h"

namespace szukajst::test {
namespace {

using Values = std::set<std::string>;
enum FacetName { kKind, kPlace, kYear, kOfficial, kPartner, kProgramme, kFacets };

// What a document carries, a set of values for each facet.
using Carried = std::array<Values, kFacets>;

Carried carried(const core::Record& record) {
  Carried values;
  values[kKind].insert(std::string(core::name(record.kind)));
  for (const auto& place : record.places)
    for (auto code = place.teryt; code; code = code->parent()) values[kPlace].insert(code->text());
  const auto add_year = [&](int year) { values[kYear].insert(std::to_string(year)); };
  if (record.period) {
    const int first = record.period->from ? *record.period->from : *record.period->to;
    const int last = record.period->to ? *record.period->to : *record.period->from;
    for (int year = first; year <= last; ++year) add_year(year);
  } else if (record.date) {
    add_year(record.date->year);
  }
  for (const auto& official : record.officials) values[kOfficial].insert(core::utf8::slug(official.name));
  for (const auto& partner : record.partners) values[kPartner].insert(core::utf8::slug(partner.name));
  for (const auto& programme : record.programmes) values[kProgramme].insert(core::utf8::slug(programme));
  return values;
}

void flatten(const std::vector<search::FacetValue>& from, bool by_slug,
             std::map<std::string, std::size_t>& to) {
  for (const auto& value : from) {
    to[by_slug ? core::utf8::slug(value.value) : value.value] += value.count;
    flatten(value.children, by_slug, to);
  }
}

// The filters of a request, as chosen values a facet.
using Chosen = std::array<Values, kFacets>;

search::Filters to_filters(const Chosen& chosen) {
  search::Filters filters;
  for (const auto& value : chosen[kKind]) filters.kinds.push_back(*core::document_kind(value));
  for (const auto& value : chosen[kPlace]) filters.places.push_back(*core::Teryt::parse(value));
  if (!chosen[kYear].empty()) {
    filters.from = std::stoi(*chosen[kYear].begin());
    filters.to = std::stoi(*chosen[kYear].rbegin());
  }
  filters.officials.assign(chosen[kOfficial].begin(), chosen[kOfficial].end());
  filters.partners.assign(chosen[kPartner].begin(), chosen[kPartner].end());
  filters.programmes.assign(chosen[kProgramme].begin(), chosen[kProgramme].end());
  return filters;
}

bool passes(const Values& carried, const Values& chosen, int facet) {
  if (chosen.empty()) return true;
  return std::any_of(carried.begin(), carried.end(), [&](const std::string& value) {
    return facet == kYear ? value >= *chosen.begin() && value <= *chosen.rbegin() : chosen.contains(value);
  });
}

class FacetCounts : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder();
    const auto index = folder_->path() / "index";
    auto resources = indexer::Resources::open(core::data_folder());
    ASSERT_TRUE(resources) << resources.error().message;
    resources_ = std::move(*resources);
    auto pipeline = indexer::Pipeline::create(*resources_);
    ASSERT_TRUE(pipeline);
    auto writer = indexer::IndexWriter::open(index, pipeline->analyzer(), resources_->gazetteer);
    ASSERT_TRUE(writer) << writer.error().message;
    std::vector<indexer::InputFailure> failures;
    std::vector<std::filesystem::path> folders{samples()};
    if (std::filesystem::exists(seeds())) folders.push_back(seeds());
    for (const auto& path : indexer::find_inputs(folders, failures)) {
      const auto input = indexer::read_file(path);
      ASSERT_TRUE(input) << input.error().message;
      const auto document = pipeline->process(*input);
      ASSERT_TRUE(document) << document.error().message;
      ASSERT_TRUE(writer->add(*document));
      documents_[document->record.id] = carried(document->record);
    }
    ASSERT_TRUE(failures.empty());
    ASSERT_TRUE(writer->commit());
    auto searcher = search::Searcher::open({index}, resources_->lexicon, resources_->gazetteer);
    ASSERT_TRUE(searcher) << searcher.error().message;
    searcher_ = std::make_unique<search::Searcher>(std::move(*searcher));
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    resources_.reset();
    delete folder_;
  }

  // The documents that the query alone finds, by paging through the whole result.
  static std::set<std::string> found_by(const std::string& query) {
    std::set<std::string> ids;
    search::Request request;
    request.query = query;
    request.per_page = 7;
    request.facets = false;
    for (;; ++request.page) {
      const auto answer = searcher_->search(request);
      if (!answer || answer->hits.empty()) return ids;
      for (const auto& hit : answer->hits) EXPECT_TRUE(ids.insert(hit.document.id).second) << "found twice";
    }
  }

  static void expect_exact(const std::string& query, const std::set<std::string>& base,
                           const Chosen& chosen) {
    search::Request request;
    request.query = query;
    request.filters = to_filters(chosen);
    const auto answer = searcher_->search(request);
    ASSERT_TRUE(answer) << answer.error().message;
    std::size_t total = 0;
    std::array<std::map<std::string, std::size_t>, kFacets> expected;
    for (const auto& id : base) {
      const Carried& values = documents_.at(id);
      std::vector<int> failed;
      for (int facet = 0; facet < kFacets; ++facet)
        if (!passes(values[facet], chosen[facet], facet)) failed.push_back(facet);
      if (failed.empty()) ++total;
      for (int facet = 0; facet < kFacets; ++facet)
        if (failed.empty() || (failed.size() == 1 && failed[0] == facet))
          for (const auto& value : values[facet]) ++expected[facet][value];
    }
    EXPECT_EQ(answer->total, total);
    const auto& facets = answer->facets;
    const std::array<const std::vector<search::FacetValue>*, kFacets> given{
        &facets.kind, &facets.place, &facets.year, &facets.official, &facets.partner, &facets.programme};
    for (int facet = 0; facet < kFacets; ++facet) {
      std::map<std::string, std::size_t> counts;
      flatten(*given[facet], facet >= kOfficial, counts);
      std::erase_if(counts,
                    [](const auto& entry) { return entry.second == 0; });  // a selected value may stand at 0
      EXPECT_EQ(counts, expected[facet]) << "facet " << facet << " of query '" << query << "'";
    }
  }

  static TemporaryFolder* folder_;
  static std::unique_ptr<const indexer::Resources> resources_;
  static std::unique_ptr<search::Searcher> searcher_;
  static std::map<std::string, Carried> documents_;
};
TemporaryFolder* FacetCounts::folder_ = nullptr;
std::unique_ptr<const indexer::Resources> FacetCounts::resources_;
std::unique_ptr<search::Searcher> FacetCounts::searcher_;
std::map<std::string, Carried> FacetCounts::documents_;

TEST_F(FacetCounts, WithoutFiltersAndWithEveryValueAsTheFilter) {
  for (const std::string& query :
       {std::string(), std::string("gmina"), std::string("wspolpraca OR strategia")}) {
    const auto base = found_by(query);
    EXPECT_GT(base.size(), 5U) << query;
    expect_exact(query, base, {});
    std::array<Values, kFacets> all;
    for (const auto& [id, values] : documents_)
      for (int facet = 0; facet < kFacets; ++facet)
        all[facet].insert(values[facet].begin(), values[facet].end());
    for (int facet = 0; facet < kFacets; ++facet) {
      EXPECT_GT(all[facet].size(), 3U) << "too little to count";
      for (const auto& value : all[facet]) {
        Chosen chosen;
        chosen[facet] = {value};
        expect_exact(query, base, chosen);
      }
    }
  }
}

TEST_F(FacetCounts, WithRandomCombinationsOfFilters) {
  std::mt19937 random(20260101);
  std::vector<const Carried*> documents;
  for (const auto& [id, values] : documents_) documents.push_back(&values);
  for (const std::string& query : {std::string(), std::string("powiat"), std::string("rozwoj -uchwala")}) {
    const auto base = found_by(query);
    for (int round = 0; round < 400; ++round) {
      Chosen chosen;
      for (std::size_t picks = 1 + random() % 4; picks > 0; --picks) {
        const auto facet = random() % kFacets;
        const Values& values = (*documents[random() % documents.size()])[facet];
        if (values.empty()) continue;
        chosen[facet].insert(
            *std::next(values.begin(), static_cast<std::ptrdiff_t>(random() % values.size())));
      }
      expect_exact(query, base, chosen);
    }
  }
}

}  // namespace
}  // namespace szukajst::test
