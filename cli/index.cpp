#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/data_folder.h"
#include "core/hash.h"
#include "core/index_format.h"
#include "core/large_pages.h"
#include "core/log.h"
#include "indexer/fingerprint.h"
#include "indexer/index_files.h"
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

// Whether the words of a path name a suppressed person: a path is what a document is known by, and stays.
bool names_suppressed(std::string path, indexer::Pipeline& pipeline,
                      const indexer::Suppression& suppression) {
  bool begins = true;
  for (char& c : path) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (!letter) c = ' ';
    if (letter && begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = !letter;
  }
  return !suppression.find(path, pipeline.analyzer(), core::Record()).empty();
}

// What the index has of documents that were not read now names the persons no more, either.
core::Result<core::Done> suppress_kept(indexer::Pipeline& pipeline, indexer::IndexWriter& writer) {
  return writer.for_each_kept([&](const core::KeptDocument& kept) -> core::Result<core::Done> {
    auto changed = pipeline.without_suppressed(kept);
    if (!changed) return changed.error();
    return *changed ? writer.add(**changed) : core::Done{};
  });
}

// All that decides what becomes of a document beside its own bytes.
core::Result<std::uint64_t> fingerprint(const IndexOptions& options) {
  const auto program = indexer::program_fingerprint(core::data_folder());
  if (!program) return program.error();
  std::uint64_t hash = core::hash_of(options.keep_contacts ? "contacts" : "", *program);
  if (!options.suppress) return hash;
  std::ifstream file(*options.suppress, std::ios::binary);
  const std::string list{std::istreambuf_iterator<char>(file), {}};
  return core::hash_of(list, core::hash_of("suppressed", hash));
}

}  // namespace

int index(const IndexOptions& options) {
  core::put_code_in_large_pages();
  const auto resources = indexer::Resources::open(core::data_folder());
  if (!resources) return print_error(resources.error()), kSomeFailed;
  std::optional<indexer::Suppression> suppression;
  if (options.suppress) {
    const auto file = indexer::read_suppression(*options.suppress, (*resources)->gazetteer);
    if (!file) return print_error(file.error()), kWrongUsage;
    for (const auto& bad : file->bad)
      print_error(options.suppress->string() + ":" + std::to_string(bad.line) + ": " + bad.why);
    if (!file->bad.empty()) return kWrongUsage;  // half of a list would leave the others in the index
    auto created = indexer::Suppression::create(file->persons, core::data_folder());
    if (!created) return print_error(created.error()), kSomeFailed;
    suppression.emplace(*std::move(created));
  }
  auto pipeline =
      indexer::Pipeline::create(**resources, {options.keep_contacts, suppression ? &*suppression : nullptr});
  if (!pipeline) return print_error(pipeline.error()), kSomeFailed;
  auto writer = indexer::IndexWriter::open(options.into, pipeline->analyzer(), (*resources)->gazetteer,
                                           {.shard = options.shard});
  if (!writer) return print_error(writer.error()), kIndexUnusable;

  if (writer->suppressed() && !suppression) {
    print_error("the index at " + options.into.string() +
                " was written without certain persons: give their list again with --suppress, or an "
                "empty one");
    return kWrongUsage;
  }

  std::vector<indexer::InputFailure> failures;
  const auto files = indexer::find_inputs(options.inputs, failures);
  for (const auto& failure : failures) print_error(failure.error);
  const auto made_by = fingerprint(options);
  if (!made_by) return print_error(made_by.error()), kSomeFailed;
  if (suppression) {
    for (const auto& file : files)
      if (names_suppressed(file.string(), *pipeline, *suppression))
        core::log::warning(file.string() + ": the path itself names a suppressed person; rename the file");
  }
  const auto jobs =
      options.jobs > 0 ? static_cast<unsigned>(options.jobs) : std::thread::hardware_concurrency();
  int read = 0;
  const auto indexed = indexer::index_files(
      files, **resources,
      {{options.keep_contacts, suppression ? &*suppression : nullptr},
       *made_by,
       static_cast<int>(std::max(jobs, 1U))},
      *writer, [](const core::Error& error) { print_error(error); },
      [&](const std::string& source) {
        core::log::debug(source);
        if (++read % 1000 == 0) core::log::info(std::to_string(read) + " documents read");
      });
  if (!indexed) return print_error(indexed.error()), kIndexUnusable;
  if (const auto removed = remove_vanished(options.inputs, *writer); !removed)
    return print_error(removed.error()), kIndexUnusable;
  if (suppression) {
    writer->set_suppressed(!suppression->empty());
    if (const auto done = suppress_kept(*pipeline, *writer); !done)
      return print_error(done.error()), kIndexUnusable;
  }
  if (options.optimize || options.shard) writer->optimize();
  const auto summary = writer->commit();
  if (!summary) return print_error(summary.error()), kIndexUnusable;
  core::log::info(std::to_string(summary->added) + " added, " + std::to_string(summary->replaced) +
                  " replaced, " + std::to_string(summary->removed) + " removed, " +
                  std::to_string(summary->unchanged) + " unchanged; the index has " +
                  std::to_string(summary->documents) + " documents and " + std::to_string(summary->goals) +
                  " goals");
  if (options.shard) {
    const auto manifest = core::read_manifest(options.into);
    if (!manifest) return print_error(manifest.error()), kIndexUnusable;
    for (const auto& segment : manifest->segments)
      core::log::info("to be served by: xapian-tcpsrv --port PORT " +
                      core::segment_path(options.into, segment.name).string());
  }
  return indexed->failed == 0 && failures.empty() ? kDone : kSomeFailed;
}

}  // namespace szukajst::cli
