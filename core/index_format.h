// What writer and reader of an index must agree on: the folder, the manifest, the form in which a
// document is kept. Described in docs/index_format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "core/text.h"

namespace szukajst::core {

// Raised whenever a program of before could not read what is written now.
inline constexpr int kIndexFormat = 4;
// A query looks into each segment: writers merge where there would be more.
inline constexpr std::size_t kMostSegments = 4;

struct SegmentInfo {
  std::string name;                      // of its folder below segments/
  std::size_t documents = 0, goals = 0;  // numbered 1 to documents, then to documents + goals
  std::vector<std::uint32_t> deleted;    // numbers of documents that are no more, ascending
  std::vector<std::pair<std::string, std::uint64_t>> files;  // names and sizes, as they were written
};

// What an index is made of. One file, replaced as a whole: each is one consistent state.
struct Manifest {
  struct AnalyzerIdentity {  // language::AnalyzerSettings
    int version = 0;
    std::string lexicon, stop_words;
    bool operator==(const AnalyzerIdentity&) const = default;
  };
  AnalyzerIdentity analyzer;
  bool suppressed = false;  // whether persons were left out by a list: it must be given again
  // Whether the databases hold positions, term lists and documents, too: what a program that knows nothing
  // of our files (xapian-tcpsrv) needs to answer from them. The same from the first commit on.
  bool shard = false;
  std::uint64_t generation = 0;  // of the last commit
  std::vector<SegmentInfo> segments;
};

std::filesystem::path manifest_path(const std::filesystem::path& index);
std::filesystem::path segments_path(const std::filesystem::path& index);
std::filesystem::path segment_path(const std::filesystem::path& index, std::string_view name);
std::filesystem::path columns_path(const std::filesystem::path& segment);
std::filesystem::path tokens_path(const std::filesystem::path& segment);
std::filesystem::path postings_path(const std::filesystem::path& segment);
std::filesystem::path texts_path(const std::filesystem::path& segment);

// Errors: not_found (no such folder), malformed (no index, or a damaged manifest), unsupported
// (another format version), unreadable.
Result<Manifest> read_manifest(const std::filesystem::path& index);
// Atomic and durable: this is the commit. Error: unwritable.
Result<Done> write_manifest(const std::filesystem::path& index, const Manifest& manifest);

// The files of a segment's folder that have any bytes, by name.
std::vector<std::pair<std::string, std::uint64_t>> files_of(const std::filesystem::path& segment);
// Error: malformed, where a file of the segment is missing or is not as long as it was written.
Result<Done> check_files(const std::filesystem::path& segment, const SegmentInfo& info);

// Where the words of a text stand: a range for each token, ascending. Tokens that one mended place
// of the source gave have the same range.
using TokenRanges = std::vector<ByteRange>;

// A document as a segment keeps it.
struct KeptDocument {
  Record record;  // with its evidence, if the program that wrote it kept any
  PagedText text;
  std::vector<Repair> repairs;  // ranges in text.text, ascending
  TokenRanges tokens;           // token i has position i + 1 in the index
};

// A document in the form in which it is kept, but for its tokens. The hashes of both parts tell whether a
// document has changed.
struct KeptContent {
  std::string bytes;     // record, text, repairs
  std::string evidence;  // stands behind the tokens
};
std::uint64_t content_hash(std::string_view part);
KeptContent encode_content(const Record& record, const PagedText& text, const std::vector<Repair>& repairs);
// `content` with the tokens of its text in it.
std::string encode_kept(KeptContent content, std::string_view text, const TokenRanges& tokens);
// Error: malformed.
Result<KeptDocument> decode_kept(std::string_view bytes);
// The record alone, without its evidence, which costs less.
Result<Record> decode_kept_record(std::string_view bytes);

// Whether mending only put diacritics or letter case right ("wspolpraca" → "współpraca"); such words
// match as folded, others as ocr.
bool only_diacritics(std::string_view source, std::string_view mended);

}  // namespace szukajst::core
