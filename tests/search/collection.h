// The same documents behind each of the ways in which they may be asked: what searching promises holds for
// all of them, and is tested by one suite over every way.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "corpus.h"
#include "shard_server.h"

namespace szukajst::search {

enum class Way {
  segments,  // one index of three segments, with tombstones
  indexes,   // three indexes
  shards,    // three indexes, each behind xapian-tcpsrv
  mixed,     // one index beside two shards
};
inline std::string name(Way way) {
  switch (way) {
    case Way::segments:
      return "Segments";
    case Way::indexes:
      return "Indexes";
    case Way::shards:
      return "Shards";
    case Way::mixed:
      return "Mixed";
  }
  return {};
}
inline bool has_shards(Way way) {
  return way == Way::shards || way == Way::mixed;
}

class Collection {
 public:
  // Throws std::runtime_error where it cannot be made.
  Collection(Way way, const std::vector<indexer::ProcessedDocument>& documents);

  const Searcher& searcher() const { return *searcher_; }
  // Fails the test where the search does, or has not asked everything.
  Answer search(Request request) const;
  Answer search(const std::string& query) const;
  std::string ids(const Request& request) const { return ids_of(search(request)); }
  std::string ids(const std::string& query) const { return ids_of(search(query)); }

 private:
  TemporaryFolder folder_;
  std::vector<std::unique_ptr<ShardServer>> servers_;
  std::unique_ptr<Searcher> searcher_;
};

// A suite over every way: INSTANTIATE_TEST_SUITE_P(…, Suite, kWays, way_name).
class OverEveryWay : public testing::TestWithParam<Way> {
 protected:
  void SetUp() override {
    if (has_shards(GetParam()) && !ShardServer::installed())
      GTEST_SKIP() << ShardServer::kProgram << " is not installed (scripts/setup)";
  }
};
inline const auto kWays = testing::Values(Way::segments, Way::indexes, Way::shards, Way::mixed);
inline const auto way_name = [](const testing::TestParamInfo<Way>& info) { return name(info.param); };

}  // namespace szukajst::search
