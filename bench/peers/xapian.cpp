// The bench's corpus and queries with Xapian alone: words as they are, in lower case, with positions; facets
// counted by Xapian's own spies.
//
//   szukajst_bench_xapian index FOLDER          FOLDER/xapian of FOLDER/corpus.tsv
//   szukajst_bench_xapian run FOLDER ROUNDS     asks FOLDER/queries.tsv; prints what szukajst_bench_query run
//   prints
//
// A document's values of one facet lie in one slot, joined: Xapian counts each combination, which is taken
// apart when counting is over. That is the fewest calls that its interface allows.
#include <xapian.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/timing.h"

namespace {

namespace fs = std::filesystem;
using szukajst::bench::median;
using szukajst::bench::processor;

constexpr std::size_t kFacets = 6;
constexpr std::array<std::string_view, kFacets> kNames{"kind",     "place",   "year",
                                                       "official", "partner", "programme"};
constexpr Xapian::valueno kIdSlot = kFacets;
constexpr int kWarmRounds = 2;

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> parts;
  for (;;) {
    const auto end = text.find(by);
    parts.emplace_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string filter_term(std::size_t facet, std::string_view value) {
  return ("X" + std::to_string(facet) + ":").append(value).substr(0, 245);
}

void index(const fs::path& folder) {
  const fs::path draft = folder / "xapian-draft";
  {
    Xapian::WritableDatabase database(draft.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    std::ifstream file(folder / "corpus.tsv", std::ios::binary);
    for (std::string line; std::getline(file, line);) {
      const auto columns = split(line, '\t');
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(columns.back());
      for (std::size_t facet = 0; facet < kFacets; ++facet) {
        const std::string& values = columns[2 + facet];
        if (values.empty()) continue;
        document.add_value(static_cast<Xapian::valueno>(facet), values);
        for (const std::string& value : split(values, '|'))
          document.add_boolean_term(filter_term(facet, value));
      }
      document.add_value(kIdSlot, columns[0]);
      document.set_data(columns.back());
      database.add_document(document);
    }
    database.commit();
    database.compact((folder / "xapian").string());
  }
  fs::remove_all(draft);
}

Xapian::Query query_of(const std::vector<std::string>& columns) {
  const auto words = split(columns[3], ' ');
  const Xapian::Query::op joined = columns[2] == "any"      ? Xapian::Query::OP_OR
                                   : columns[2] == "phrase" ? Xapian::Query::OP_PHRASE
                                                            : Xapian::Query::OP_AND;
  Xapian::Query query(joined, words.begin(), words.end());
  if (columns.size() < 5 || columns[4].empty()) return query;
  for (const std::string& filter : split(columns[4], '|')) {
    const auto equals = filter.find('=');
    const auto name = std::find(kNames.begin(), kNames.end(), std::string_view(filter).substr(0, equals));
    const auto term = filter_term(static_cast<std::size_t>(name - kNames.begin()), filter.substr(equals + 1));
    query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(term));
  }
  return query;
}

// The counts of a facet's values.
std::unordered_map<std::string, std::size_t> counts_of(const Xapian::ValueCountMatchSpy& spy) {
  std::unordered_map<std::string, std::size_t> counts;
  for (auto at = spy.values_begin(); at != spy.values_end(); ++at) {
    for (std::string& value : split(*at, '|')) counts[std::move(value)] += at.get_termfreq();
  }
  return counts;
}

struct Asked {
  Xapian::Query query;
  std::size_t total = 0, told = 0;
  std::vector<double> wall = {}, cpu = {};
};

void ask(const Xapian::Database& database, Asked& asked) {
  Xapian::Enquire enquire(database);
  enquire.set_query(asked.query);
  std::deque<Xapian::ValueCountMatchSpy> spies;  // they cannot be moved
  for (Xapian::valueno facet = 0; facet < kFacets; ++facet) spies.emplace_back(facet);
  for (auto& spy : spies) enquire.add_matchspy(&spy);
  const Xapian::MSet found = enquire.get_mset(0, 10, database.get_doccount());
  asked.total = found.get_matches_estimated();  // exact, as all were looked at
  asked.told = 0;
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    asked.told += hit.get_document().get_value(kIdSlot).size();
  for (const auto& spy : spies) asked.told += counts_of(spy).size();
}

void run(const fs::path& folder, int rounds) {
  const Xapian::Database database((folder / "xapian").string());
  std::vector<Asked> all;
  std::ifstream file(folder / "queries.tsv", std::ios::binary);
  for (std::string line; std::getline(file, line);) all.push_back({query_of(split(line, '\t'))});
  for (int round = -kWarmRounds; round < rounds; ++round) {
    for (Asked& each : all) {
      const auto begin = std::chrono::steady_clock::now();
      const double cpu = processor();
      ask(database, each);
      const double taken = processor() - cpu;
      const std::chrono::duration<double, std::micro> wall = std::chrono::steady_clock::now() - begin;
      if (round < 0) continue;
      each.wall.push_back(wall.count());
      each.cpu.push_back(taken);
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    std::printf("%zu\t%zu\t%.1f\t%.1f\n", i, all[i].total, median(all[i].wall), median(all[i].cpu));
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> given(argv + 1, argv + argc);
  if (given.size() == 2 && given[0] == "index") return index(given[1]), 0;
  if (given.size() == 3 && given[0] == "run") return run(given[1], std::stoi(given[2])), 0;
  return std::fputs("usage: szukajst_bench_xapian index|run FOLDER [ROUNDS]\n", stderr), 2;
} catch (const Xapian::Error& error) {
  std::fprintf(stderr, "%s\n", error.get_description().c_str());
  return 1;
}
