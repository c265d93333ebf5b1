#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/data_folder.h"
#include "core/log.h"
#include "indexer/pipeline.h"
#include "indexer/write/index_writer.h"

namespace szukajst::cli {

int index(const IndexOptions& options) {
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return print_error(resources.error()), kSomeFailed;
  auto pipeline = indexer::Pipeline::create(**resources);
  if (!pipeline) return print_error(pipeline.error()), kSomeFailed;
  auto writer = indexer::IndexWriter::open(options.into, pipeline->analyzer(), (*resources)->gazetteer);
  if (!writer) return print_error(writer.error()), kIndexUnusable;

  int read = 0;
  const bool all_done =
      for_each_input(options.inputs, [&](const indexer::RawInput& input) -> core::Result<core::Done> {
        const auto document = pipeline->process(input);
        if (!document) return document.error();
        core::log::debug(input.source);
        if (++read % 1000 == 0) core::log::info(std::to_string(read) + " documents read");
        return writer->add(*document);
      });
  const auto summary = writer->commit();
  if (!summary) return print_error(summary.error()), kIndexUnusable;
  core::log::info(std::to_string(summary->added) + " added, " + std::to_string(summary->replaced) +
                  " replaced, " + std::to_string(summary->unchanged) + " unchanged; the index has " +
                  std::to_string(summary->documents) + " documents and " + std::to_string(summary->goals) +
                  " goals");
  return all_done ? kDone : kSomeFailed;
}

}  // namespace szukajst::cli
