#include "collection.h"

#include <array>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace szukajst::search {
namespace {

constexpr std::size_t kParts = 3;
using Part = std::vector<indexer::ProcessedDocument>;

// One commit a part; each but the last adds a document more, which the next removes.
void commit_segments(const std::filesystem::path& index, const std::array<Part, kParts>& parts) {
  std::vector<std::string> removed;
  for (std::size_t i = 0; i < kParts; ++i) {
    Part part = parts[i];
    std::vector<std::string> next;
    if (!part.empty() && i + 1 < kParts) {
      part.push_back(part.front());
      part.back().record.id = "gone" + std::to_string(i);
      part.back().record.source = "gone/" + std::to_string(i) + ".txt";
      next.push_back(part.back().record.id);
    }
    commit(index, part, removed);
    removed = std::move(next);
  }
}

}  // namespace

Collection::Collection(Way way, const std::vector<indexer::ProcessedDocument>& documents) {
  std::array<Part, kParts> parts;
  for (std::size_t i = 0; i < documents.size(); ++i) parts[i % kParts].push_back(documents[i]);
  std::vector<std::filesystem::path> indexes;
  if (way == Way::segments) {
    indexes.push_back(folder_.path());
    commit_segments(folder_.path(), parts);
  }
  for (std::size_t i = 0; i < kParts && way != Way::segments; ++i) {
    const auto index = folder_.path() / std::to_string(i);
    const bool shard = way == Way::shards || (way == Way::mixed && i > 0);
    commit(index, parts[i], {}, {.shard = shard});
    if (shard) servers_.push_back(std::make_unique<ShardServer>(index));
    indexes.push_back(shard ? std::filesystem::path(servers_.back()->name()) : index);
  }
  auto searcher = Searcher::open(indexes, lexicon(), gazetteer());
  if (!searcher) throw std::runtime_error(searcher.error().message);
  searcher_ = std::make_unique<Searcher>(std::move(*searcher));
}

Answer Collection::search(Request request) const {
  request.time = std::chrono::seconds(20);  // a machine that builds beside the tests is slow
  auto answer = searcher_->search(request);
  if (!answer) throw std::runtime_error(answer.error().message);
  EXPECT_FALSE(answer->partial);
  return std::move(*answer);
}

Answer Collection::search(const std::string& query) const {
  Request request;
  request.query = query;
  return search(std::move(request));
}

}  // namespace szukajst::search
