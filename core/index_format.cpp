#include "core/index_format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "core/durable_file.h"
#include "core/evidence.h"
#include "core/record_json.h"
#include "core/utf8.h"

namespace szukajst::core {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormatName = "szukajst index";

// Numbers as in LEB128: seven bits a byte, the lowest first.
void put_number(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<char>(value | 0x80));
  bytes.push_back(static_cast<char>(value));
}

void put_text(std::string& bytes, std::string_view text) {
  put_number(bytes, text.size());
  bytes += text;
}

// Reads what the two above wrote; after a failure every further read gives nothing.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (left_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  std::string_view text() {
    const std::uint64_t size = number();
    if (size > left_.size()) return fail(), std::string_view{};
    const auto result = left_.substr(0, size);
    left_.remove_prefix(size);
    return result;
  }
  // A count of things that take at least one byte each: never more than there are bytes.
  std::size_t count() {
    const std::uint64_t value = number();
    return value > left_.size() ? fail() : value;
  }
  bool failed() const { return failed_; }
  bool at_end() const { return left_.empty(); }

 private:
  std::uint64_t fail() {
    failed_ = true;
    left_ = {};
    return 0;
  }
  std::string_view left_;
  bool failed_ = false;
};

Error damaged() {
  return {ErrorCode::malformed, "a document kept in the index is damaged"};
}

// Whether a token may be expected to hold the byte: a letter, a digit, or part of a character beyond ASCII
// that is no punctuation.
bool of_token(std::string_view text, std::size_t at) {
  static constexpr auto kAscii = [] {
    std::array<bool, 0x80> letters_and_digits{};
    for (unsigned char c = 0; c < 0x80; ++c)
      letters_and_digits[c] = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return letters_and_digits;
  }();
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return kAscii[byte];
  // General Punctuation, U+2000 to U+206F, begins with these two bytes; of Latin-1 only letters are looked
  // at.
  const auto behind = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
  const auto before = at > 0 ? static_cast<unsigned char>(text[at - 1]) : 0;
  const auto first = at > 1 ? static_cast<unsigned char>(text[at - 2]) : 0;
  const bool punctuation = (byte == 0xE2 && behind == 0x80) || (before == 0xE2 && byte == 0x80) ||
                           (first == 0xE2 && before == 0x80);
  return !punctuation && byte != 0xC2 && before != 0xC2;
}

// Where the token behind `end` is to be expected.
ByteRange expected_token(std::string_view text, std::size_t end) {
  while (end < text.size() && !of_token(text, end)) ++end;
  ByteRange range{end, end};
  while (range.end < text.size() && of_token(text, range.end)) ++range.end;
  return range;
}

// Nearly all tokens stand where they are expected: only the others are kept.
void put_tokens(std::string& bytes, std::string_view text, const TokenRanges& tokens) {
  std::string others;
  std::size_t count = 0, told = 0, end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool repeated = i > 0 && tokens[i] == tokens[i - 1];
    if (repeated || tokens[i] != expected_token(text, end)) {
      put_number(others, i - told);
      put_number(others, repeated ? 0 : tokens[i].size());
      if (!repeated) put_number(others, tokens[i].begin - end);
      told = i + 1;
      ++count;
    }
    end = tokens[i].end;
  }
  put_number(bytes, tokens.size());
  put_number(bytes, count);
  bytes += others;
}

bool read_tokens(Reader& reader, std::string_view text, TokenRanges& tokens) {
  const std::uint64_t size = reader.number(), others = reader.count();
  tokens.reserve(std::min<std::uint64_t>(size, text.size()));
  std::size_t end = 0;
  const auto expect = [&](std::uint64_t up_to) {  // a token takes a byte of the text at least
    while (tokens.size() < up_to) {
      const ByteRange range = expected_token(text, end);
      if (range.size() == 0) return false;
      tokens.push_back(range);
      end = range.end;
    }
    return true;
  };
  for (std::uint64_t i = 0; i < others && !reader.failed(); ++i) {
    const std::uint64_t unsaid = reader.number(), length = reader.number();
    if (unsaid > size - std::min<std::uint64_t>(size, tokens.size()) || !expect(tokens.size() + unsaid))
      return false;
    if (length == 0) {
      if (tokens.empty()) return false;
      tokens.push_back(tokens.back());
      continue;
    }
    const std::uint64_t gap = reader.number();
    if (gap > text.size() - end || length > text.size() - end - gap) return false;
    tokens.push_back({end + gap, end + gap + length});
    end += gap + length;
  }
  return !reader.failed() && tokens.size() <= size && expect(size);
}

// By item, in the order of for_each_evidence: how many ranges; of each its distance from the end of the one
// before, and its size.
std::string encode_evidence(const Record& record) {
  std::string bytes;
  for_each_evidence(record, [&](EvidenceOf, std::size_t, const Evidence& evidence) {
    put_number(bytes, evidence.size());
    std::size_t end = 0;
    for (const ByteRange& range : evidence) {
      put_number(bytes, range.begin - end);
      put_number(bytes, range.size());
      end = range.end;
    }
  });
  return bytes;
}

// Nothing is read where nothing is left: a program of before kept no evidence, or none of vision and mission.
bool read_evidence(Reader& reader, std::size_t text_size, Record& record) {
  if (reader.at_end()) return true;
  bool sound = true, ended = false;
  for_each_evidence(record, [&](EvidenceOf what, std::size_t, Evidence& evidence) {
    ended = ended || (what == EvidenceOf::vision && reader.at_end());
    if (ended) return;
    std::size_t end = 0;
    for (std::size_t i = sound ? reader.count() : 0; i > 0 && sound; --i) {
      const std::uint64_t gap = reader.number(), size = reader.number();
      sound = gap <= text_size - end && size <= text_size - end - gap;
      if (sound) evidence.push_back({end + gap, end + gap + size});
      if (sound) end = evidence.back().end;
    }
  });
  return sound && !reader.failed();
}

Json to_object(const Manifest& manifest) {
  Json segments = Json::array();
  for (const SegmentInfo& segment : manifest.segments) {
    segments.push_back({{"name", segment.name},
                        {"documents", segment.documents},
                        {"goals", segment.goals},
                        {"deleted", segment.deleted},
                        {"files", segment.files}});
  }
  Json object{{"format", kFormatName},
              {"version", kIndexFormat},
              {"analyzer",
               {{"version", manifest.analyzer.version},
                {"lexicon", manifest.analyzer.lexicon},
                {"stop_words", manifest.analyzer.stop_words}}},
              {"generation", manifest.generation},
              {"segments", std::move(segments)}};
  if (manifest.suppressed) object["suppressed"] = true;
  if (manifest.shard) object["shard"] = true;
  return object;
}

Manifest from_object(const Json& object) {
  Manifest manifest;
  const Json& analyzer = object.at("analyzer");
  manifest.analyzer = {analyzer.at("version"), analyzer.at("lexicon"), analyzer.at("stop_words")};
  manifest.generation = object.at("generation");
  manifest.suppressed = object.value("suppressed", false);
  manifest.shard = object.value("shard", false);
  for (const Json& segment : object.at("segments")) {
    manifest.segments.push_back({segment.at("name"), segment.at("documents"), segment.at("goals"),
                                 segment.at("deleted").get<std::vector<std::uint32_t>>(),
                                 segment.at("files")});
  }
  return manifest;
}

// What in a manifest could lead a reader astray; nothing where all is well.
const char* fault_in(const Manifest& manifest) {
  for (const SegmentInfo& segment : manifest.segments) {
    const bool plain = !segment.name.empty() && segment.name.find_first_of("/\\.") == std::string::npos;
    if (!plain) return "a segment has a name that is none";
    if (segment.documents > 0x7FFFFFFF || segment.goals > 0x7FFFFFFF)
      return "a segment is larger than any can be";
    const auto& deleted = segment.deleted;
    if (std::adjacent_find(deleted.begin(), deleted.end(), std::greater_equal<>()) != deleted.end())
      return "deleted documents are not in order";
    if (!deleted.empty() && (deleted.front() < 1 || deleted.back() > segment.documents))
      return "a deleted document lies outside of its segment";
  }
  return nullptr;
}

}  // namespace

std::filesystem::path manifest_path(const std::filesystem::path& index) {
  return index / "manifest.json";
}
std::filesystem::path segments_path(const std::filesystem::path& index) {
  return index / "segments";
}
std::filesystem::path segment_path(const std::filesystem::path& index, std::string_view name) {
  return segments_path(index) / name;
}
std::filesystem::path columns_path(const std::filesystem::path& segment) {
  return segment / "columns";
}
std::filesystem::path tokens_path(const std::filesystem::path& segment) {
  return segment / "tokens";
}
std::filesystem::path postings_path(const std::filesystem::path& segment) {
  return segment / "postings";
}
std::filesystem::path texts_path(const std::filesystem::path& segment) {
  return segment / "texts";
}

std::vector<std::pair<std::string, std::uint64_t>> files_of(const std::filesystem::path& segment) {
  std::vector<std::pair<std::string, std::uint64_t>> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(segment, error)) {
    const bool filled = entry.is_regular_file(error) && entry.file_size(error) > 0;
    if (filled) files.emplace_back(entry.path().filename().string(), entry.file_size(error));
  }
  std::sort(files.begin(), files.end());
  return files;
}

Result<Done> check_files(const std::filesystem::path& segment, const SegmentInfo& info) {
  for (const auto& [name, size] : info.files) {
    std::error_code error;
    const auto path = segment / name;
    const auto found = std::filesystem::file_size(path, error);
    if (error) return Error{ErrorCode::malformed, path.string() + " is missing"};
    if (found != size) {
      return Error{ErrorCode::malformed, path.string() + " has " + std::to_string(found) +
                                             " bytes, not the " + std::to_string(size) +
                                             " that were written"};
    }
  }
  return Done{};
}

Result<Manifest> read_manifest(const std::filesystem::path& index) {
  std::error_code error;
  if (!std::filesystem::exists(index, error))
    return Error{ErrorCode::not_found, "there is no index at " + index.string()};
  const auto path = manifest_path(index);
  if (!std::filesystem::is_directory(index, error) || !std::filesystem::exists(path, error))
    return Error{ErrorCode::malformed, index.string() + " is not an index: it has no manifest.json"};
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) return Error{ErrorCode::unreadable, "cannot read " + path.string()};
  try {
    const Json object = Json::parse(text);
    if (!object.is_object() || object.value("format", "") != kFormatName)
      return Error{ErrorCode::malformed,
                   index.string() + " is not an index: its manifest.json is of something else"};
    if (const int version = object.at("version"); version != kIndexFormat) {
      return Error{ErrorCode::unsupported, "the index at " + index.string() + " has format version " +
                                               std::to_string(version) + ", this program reads version " +
                                               std::to_string(kIndexFormat) + "; index again"};
    }
    Manifest manifest = from_object(object);
    if (const char* fault = fault_in(manifest))
      return Error{ErrorCode::malformed,
                   "the manifest of the index at " + index.string() + " is damaged: " + fault};
    return manifest;
  } catch (const Json::exception& exception) {
    return Error{ErrorCode::malformed,
                 "the manifest of the index at " + index.string() + " is damaged: " + exception.what()};
  }
}

Result<Done> write_manifest(const std::filesystem::path& index, const Manifest& manifest) {
  return replace_file(manifest_path(index), to_object(manifest).dump(1) + "\n");
}

KeptContent encode_content(const Record& record, const PagedText& text, const std::vector<Repair>& repairs) {
  std::string bytes;
  bytes.reserve(text.text.size() + 1024);
  put_text(bytes, to_json(record));
  put_text(bytes, text.text);
  put_number(bytes, text.page_starts.size());
  std::size_t before = 0;
  for (const std::size_t start : text.page_starts) put_number(bytes, start - before), before = start;
  put_number(bytes, repairs.size());
  for (const Repair& repair : repairs) {
    put_number(bytes, repair.source.begin);
    put_number(bytes, repair.source.size());
    put_text(bytes, repair.mended);
    put_number(bytes, static_cast<std::uint64_t>(std::lround(std::clamp(repair.certainty, 0.0, 1.0) * 1000)));
  }
  return {std::move(bytes), encode_evidence(record)};
}

std::uint64_t content_hash(std::string_view part) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

std::string encode_kept(KeptContent content, std::string_view text, const TokenRanges& tokens) {
  put_tokens(content.bytes, text, tokens);
  return std::move(content.bytes) + content.evidence;
}

Result<Record> decode_kept_record(std::string_view bytes) {
  Reader reader(bytes);
  const std::string_view json = reader.text();
  if (reader.failed()) return damaged();
  return record_from_json(json);
}

Result<KeptDocument> decode_kept(std::string_view bytes) {
  Reader reader(bytes);
  KeptDocument document;
  auto record = record_from_json(reader.text());
  if (!record) return record.error();
  document.record = std::move(*record);
  document.text.text = reader.text();
  const std::size_t size = document.text.text.size();
  document.text.page_starts.assign(reader.count(), 0);
  std::size_t before = 0;
  for (std::size_t& start : document.text.page_starts) {
    start = before += reader.number();
    if (start > size) return damaged();
  }
  document.repairs.resize(reader.count());
  for (Repair& repair : document.repairs) {
    const std::uint64_t begin = reader.number(), length = reader.number();
    if (begin > size || length > size - begin) return damaged();
    repair.source = {begin, begin + length};
    repair.mended = reader.text();
    repair.certainty = static_cast<double>(reader.number()) / 1000;
  }
  if (document.text.page_starts.empty() || !read_tokens(reader, document.text.text, document.tokens) ||
      !read_evidence(reader, size, document.record))
    return damaged();
  return document;
}

bool only_diacritics(std::string_view source, std::string_view mended) {
  return utf8::fold(utf8::lower(source)) == utf8::fold(utf8::lower(mended));
}

}  // namespace szukajst::core
