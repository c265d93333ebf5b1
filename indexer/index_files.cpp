#include "indexer/index_files.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "core/record.h"
#include "indexer/fingerprint.h"
#include "indexer/read/source.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;
using core::Done;
using core::Error;
using core::Result;

// A batch is what one worker puts in one shard: small enough that every worker has its share, and that what
// waits in memory to be written stays small. The last ones are smaller and smaller, so that workers end
// together, but no smaller than a part of the first, as every shard has its own vocabulary.
constexpr std::size_t kMostInBatch = 10'000, kLeastInBatch = 32, kBatchesEach = 2, kLeastPart = 40;
constexpr std::size_t kMostBatchBytes = std::size_t{32} << 20;
// So many batches for each worker may be finished before their turn.
constexpr std::size_t kAhead = 2;
// So many files each worker has the disk bring while it is at another.
constexpr std::size_t kOpenAhead = 16;

// Bounds the bytes that are in work.
class Budget {
 public:
  explicit Budget(std::size_t most) : most_(most) {}

  class Share {
   public:
    Share(Budget& budget, std::size_t bytes) : budget_(budget), bytes_(bytes) {
      std::unique_lock lock(budget_.mutex_);
      budget_.freed_.wait(lock,
                          [&] { return budget_.used_ == 0 || budget_.used_ + bytes_ <= budget_.most_; });
      budget_.used_ += bytes_;
    }
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;
    ~Share() {
      {
        const std::lock_guard lock(budget_.mutex_);
        budget_.used_ -= bytes_;
      }
      budget_.freed_.notify_all();
    }

   private:
    Budget& budget_;
    std::size_t bytes_;
  };

 private:
  std::size_t most_, used_ = 0;
  std::mutex mutex_;
  std::condition_variable freed_;
};

std::size_t size_of(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return error ? 0 : size;
}

// Threads that are waited for, whatever happens.
class Workers {
 public:
  template <typename Function>
  Workers(int count, Function work) {
    for (int i = 0; i < std::max(count, 1); ++i) threads_.emplace_back(work);
  }

 private:
  std::vector<std::jthread> threads_;
};

class Run {
 public:
  Run(const std::vector<fs::path>& files, const Resources& resources, const IndexFilesOptions& options,
      IndexWriter& writer)
      : files_(files),
        resources_(resources),
        options_(options),
        writer_(writer),
        budget_(options.most_bytes),
        unchanged_(files.size(), 0),
        sizes_(files.size(), 0) {}

  Result<IndexFilesReport> operator()(const std::function<void(const Error&)>& failed,
                                      const std::function<void(const std::string&)>& done) {
    look();
    plan();
    std::vector<Pipeline> pipelines;  // made before any thread: one that fails ends the run
    const std::size_t workers =
        std::min(static_cast<std::size_t>(std::max(options_.jobs, 1)), batches_.size());
    for (std::size_t i = 0; i < workers; ++i) {
      auto pipeline = Pipeline::create(resources_, options_.privacy);
      if (!pipeline) return pipeline.error();
      pipelines.push_back(*std::move(pipeline));
    }
    ahead_ = kAhead * workers;
    std::atomic<std::size_t> next_pipeline = 0;
    // Behind this the workers stop at their next batch.
    struct Stop {
      Run& run;
      ~Stop() {
        {
          const std::lock_guard lock(run.mutex_);
          run.stopped_ = true;
        }
        run.turn_.notify_all();
      }
    };
    std::optional<Workers> threads;
    const Stop stop{*this};
    if (workers > 0)
      threads.emplace(static_cast<int>(workers), [&] {
        // Its own, so that what it remembers is freed beside what others do.
        Pipeline pipeline = std::move(pipelines[next_pipeline++]);
        work(pipeline);
      });
    auto taken = take_all(failed, done);
    if (!taken) return taken.error();
    return report_;
  }

 private:
  struct Batch {
    std::size_t begin = 0, end = 0;  // in todo_
    bool finished = false;
    std::optional<IndexWriter::Shard> shard;
    std::vector<std::pair<std::size_t, Error>> failures;  // by place in todo_
    std::optional<Error> unwritable;
  };

  // Finds the files that the index has as they are.
  void look() {
    constexpr std::size_t kAtOnce = 64;
    const bool ask = options_.fingerprint != 0 && writer_.knows_inputs();
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t begin; (begin = next.fetch_add(kAtOnce)) < files_.size();)
        for (std::size_t i = begin; i < std::min(begin + kAtOnce, files_.size()); ++i) {
          sizes_[i] = size_of(files_[i]);
          if (!ask) continue;
          const Budget::Share share(budget_, sizes_[i]);
          const auto input = read_file(files_[i]);
          unchanged_[i] = input && writer_.has(core::source_id(input->source),
                                               input_hash(input->source, input->bytes, options_.fingerprint))
                              ? 1
                              : 0;
        }
    };
    const Workers workers(options_.jobs, work);
  }

  void plan() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (unchanged_[i] == 0) todo_.push_back(i);
      if (unchanged_[i] == 0) continue;
      writer_.keep(core::source_id(files_[i].string()));
      ++report_.unchanged;
    }
    const auto workers = static_cast<std::size_t>(std::max(options_.jobs, 1));
    const auto share = [&](std::size_t left) {
      return std::clamp(left / (kBatchesEach * workers), kLeastInBatch, kMostInBatch);
    };
    std::size_t most = share(todo_.size());
    const std::size_t least = workers > 1 ? std::max(kLeastInBatch, most / kLeastPart) : most;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < todo_.size(); ++i) {
      bytes += sizes_[todo_[i]];
      const bool full =
          batches_.empty() || batches_.back().end - batches_.back().begin >= most || bytes > kMostBatchBytes;
      if (full) {
        batches_.push_back({i, i, false, {}, {}, {}});
        bytes = sizes_[todo_[i]];
        most = std::max(share(todo_.size() - i), least);
      }
      ++batches_.back().end;
    }
  }

  void work(Pipeline& pipeline) {
    for (std::size_t i; (i = next_++) < batches_.size();) {
      Batch& batch = batches_[i];
      {
        std::unique_lock lock(mutex_);
        turn_.wait(lock, [&] { return stopped_ || i < taken_ + ahead_; });
        if (stopped_) return;
      }
      fill(batch, pipeline);
      {
        const std::lock_guard lock(mutex_);
        batch.finished = true;
      }
      turn_.notify_all();
    }
  }

  void fill(Batch& batch, Pipeline& pipeline) {
    batch.shard.emplace(writer_.shard());
    std::deque<Result<OpenFile>> open;  // from the one in work on
    for (std::size_t i = batch.begin; i < batch.end && !batch.unwritable; ++i) {
      while (open.size() <= kOpenAhead && i + open.size() < batch.end)
        open.push_back(OpenFile::open(files_[todo_[i + open.size()]]));
      const fs::path& file = files_[todo_[i]];
      try {
        add(open.front(), pipeline, batch, i);
      } catch (const std::exception& error) {  // one bad document never stops a run
        batch.failures.emplace_back(
            i, Error{core::ErrorCode::malformed, file.string() + ": internal error: " + error.what()});
      }
      open.pop_front();
    }
    if (auto finished = batch.shard->finish(); !finished) batch.unwritable = finished.error();
  }

  void add(Result<OpenFile>& file, Pipeline& pipeline, Batch& batch, std::size_t place) {
    if (!file) return void(batch.failures.emplace_back(place, file.error()));
    const Budget::Share share(budget_, file->size());
    const auto input = file->read();
    if (!input) return void(batch.failures.emplace_back(place, input.error()));
    const auto document = pipeline.process(*input);
    if (!document) return void(batch.failures.emplace_back(place, document.error()));
    const std::uint64_t hash =
        options_.fingerprint == 0 ? 0 : input_hash(input->source, input->bytes, options_.fingerprint);
    if (auto added = batch.shard->add(*document, pipeline.analyzer(), hash); !added)
      batch.unwritable = added.error();
  }

  // Takes the batches in their order.
  Result<Done> take_all(const std::function<void(const Error&)>& failed,
                        const std::function<void(const std::string&)>& done) {
    for (Batch& batch : batches_) {
      {
        std::unique_lock lock(mutex_);
        turn_.wait(lock, [&] { return batch.finished; });
      }
      if (batch.unwritable) return *batch.unwritable;
      if (auto taken = writer_.take(*std::move(batch.shard)); !taken) return taken.error();
      batch.shard.reset();
      auto failure = batch.failures.begin();
      for (std::size_t i = batch.begin; i < batch.end; ++i) {
        const bool bad = failure != batch.failures.end() && failure->first == i;
        if (bad) failed((failure++)->second);
        if (!bad) done(files_[todo_[i]].string());
      }
      report_.failed += batch.failures.size();
      report_.processed += batch.end - batch.begin - batch.failures.size();
      {
        const std::lock_guard lock(mutex_);
        ++taken_;
      }
      turn_.notify_all();
    }
    return Done{};
  }

  const std::vector<fs::path>& files_;
  const Resources& resources_;
  const IndexFilesOptions& options_;
  IndexWriter& writer_;
  Budget budget_;
  IndexFilesReport report_;
  std::vector<std::uint8_t> unchanged_;  // by file
  std::vector<std::size_t> sizes_;
  std::vector<std::size_t> todo_;  // places of files
  std::vector<Batch> batches_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;  // of all below, and of Batch::finished
  std::condition_variable turn_;
  std::size_t taken_ = 0, ahead_ = 0;
  bool stopped_ = false;
};

}  // namespace

Result<IndexFilesReport> index_files(const std::vector<fs::path>& files, const Resources& resources,
                                     const IndexFilesOptions& options, IndexWriter& writer,
                                     const std::function<void(const Error&)>& failed,
                                     const std::function<void(const std::string&)>& done) {
  return Run(files, resources, options, writer)(failed, done);
}

}  // namespace szukajst::indexer
