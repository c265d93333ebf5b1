// From files to an index, on all cores: what has changed is found, processed and written by workers that each
// fill shards of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/result.h"
#include "indexer/pipeline.h"
#include "indexer/write/index_writer.h"

namespace szukajst::indexer {

struct IndexFilesOptions {
  PrivacyOptions privacy;
  // Of the program, its tables and all options that change what becomes of a document: files are passed over
  // that the index has as they are, made under the same one. 0: none is passed over.
  std::uint64_t fingerprint = 0;
  int jobs = 1;  // workers, at least 1
  // So many bytes of files are in work at once; a larger file is alone.
  std::size_t most_bytes = std::size_t{256} << 20;
};

struct IndexFilesReport {
  std::size_t processed = 0, unchanged = 0, failed = 0;
};

// Adds the files to the writer; what becomes of them is the same for any number of workers. `failed` is
// called with why a file could not be indexed, `done` with the name of one that was processed: both on the
// calling thread, in the order of the files. Errors: those of Pipeline::create; unwritable, and then nothing
// may be committed.
core::Result<IndexFilesReport> index_files(const std::vector<std::filesystem::path>& files,
                                           const Resources& resources, const IndexFilesOptions& options,
                                           IndexWriter& writer,
                                           const std::function<void(const core::Error&)>& failed,
                                           const std::function<void(const std::string&)>& done);

}  // namespace szukajst::indexer
