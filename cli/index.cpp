#include <filesystem>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/data_folder.h"
#include "core/log.h"
#include "indexer/pipeline.h"
#include "indexer/write/index_writer.h"

namespace szukajst::cli {
namespace {

// Removes the documents of each folder whose files are there no more.
core::Result<core::Done> remove_vanished(const std::vector<std::filesystem::path>& inputs,
                                         indexer::IndexWriter& writer) {
  for (const auto& input : inputs) {
    std::error_code error;
    const auto folder = indexer::normal_path(input);
    if (!std::filesystem::is_directory(folder, error)) continue;
    const auto known = writer.below(folder.string());
    if (!known) return known.error();
    for (const auto& document : *known) {
      // What only cannot be looked at keeps its document: it may be there.
      const auto type = std::filesystem::symlink_status(document.source, error).type();
      if (type == std::filesystem::file_type::not_found) writer.remove(document.id);
    }
  }
  return core::Done{};
}

}  // namespace

int index(const IndexOptions& options) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return print_error(resources.error()), kSomeFailed;
  auto pipeline = indexer::Pipeline::create(**resources);
  if (!pipeline) return print_error(pipeline.error()), kSomeFailed;
  auto writer = indexer::IndexWriter::open(options.into, pipeline->analyzer(), (*resources)->gazetteer);
  if (!writer) return print_error(writer.error()), kIndexUnusable;

  std::vector<indexer::InputFailure> failures;
  const auto files = indexer::find_inputs(options.inputs, failures);
  for (const auto& failure : failures) print_error(failure.error);
  int read = 0;
  const bool all_done = for_each_file(files, [&](const indexer::RawInput& input) -> core::Result<core::Done> {
    const auto document = pipeline->process(input);
    if (!document) return document.error();
    core::log::debug(input.source);
    if (++read % 1000 == 0) core::log::info(std::to_string(read) + " documents read");
    return writer->add(*document);
  });
  if (const auto removed = remove_vanished(options.inputs, *writer); !removed)
    return print_error(removed.error()), kIndexUnusable;
  const auto summary = writer->commit();
  if (!summary) return print_error(summary.error()), kIndexUnusable;
  core::log::info(std::to_string(summary->added) + " added, " + std::to_string(summary->replaced) +
                  " replaced, " + std::to_string(summary->removed) + " removed, " +
                  std::to_string(summary->unchanged) + " unchanged; the index has " +
                  std::to_string(summary->documents) + " documents and " + std::to_string(summary->goals) +
                  " goals");
  return all_done && failures.empty() ? kDone : kSomeFailed;
}

}  // namespace szukajst::cli
