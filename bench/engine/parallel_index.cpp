#include "bench/engine/parallel_index.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/write/index_writer.h"
#include "language/analyzer.h"
#include "language/repair.h"

namespace szukajst::bench {
namespace {

// As many documents as `szukajst index` gives a shard where there are many.
constexpr std::size_t kShard = 10'000;

class Worker {
 public:
  Worker(const indexer::Resources& resources, language::Repairer repairer)
      : analyzer_(resources.lexicon), repairer_(std::move(repairer)) {
    analyzer_.use_names(resources.gazetteer.nominatives());
  }

  core::Result<core::Done> fill(indexer::IndexWriter::Shard& shard, const Generator& generator,
                                std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      auto document = generator.document(i);
      auto mended = repairer_.repair(document.text.text);
      document.mended = {std::move(mended.text), {0}};
      document.repairs = std::move(mended.repairs);
      document.doubts = std::move(mended.doubts);
      if (auto added = shard.add(document, analyzer_, 0); !added) return added;
    }
    return shard.finish();
  }

 private:
  language::Analyzer analyzer_;
  language::Repairer repairer_;
};

}  // namespace

core::Result<core::Done> index_in_parallel(const std::filesystem::path& index, const Generator& generator,
                                           const indexer::Resources& resources, std::size_t threads) {
  language::Analyzer analyzer(resources.lexicon);
  auto writer = indexer::IndexWriter::open(index, analyzer, resources.gazetteer);
  if (!writer) return writer.error();
  std::vector<Worker> workers;
  for (std::size_t i = 0; i < threads; ++i) {
    auto repairer = language::Repairer::open(resources.lexicon, resources.language_folder);
    if (!repairer) return repairer.error();
    repairer->add_words(resources.gazetteer.words());
    workers.emplace_back(resources, *std::move(repairer));
  }
  const std::size_t documents = generator.settings().documents;
  const std::size_t size = std::clamp(documents / (4 * threads), std::size_t{1}, kShard);
  std::vector<std::optional<indexer::IndexWriter::Shard>> shards((documents + size - 1) / size);
  std::vector<core::Result<core::Done>> filled(shards.size(), core::Done{});
  {
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> running;
    for (Worker& worker : workers)
      running.emplace_back([&] {
        for (std::size_t i; (i = next++) < shards.size();) {
          shards[i].emplace(writer->shard());
          filled[i] = worker.fill(*shards[i], generator, i * size, std::min((i + 1) * size, documents));
        }
      });
  }
  for (std::size_t i = 0; i < shards.size(); ++i) {
    if (!filled[i]) return filled[i].error();
    if (auto taken = writer->take(*std::move(shards[i])); !taken) return taken.error();
  }
  if (const auto summary = writer->commit(); !summary) return summary.error();
  return core::Done{};
}

}  // namespace szukajst::bench
