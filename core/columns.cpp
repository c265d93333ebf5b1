#include "core/columns.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/durable_file.h"

namespace szukajst::core {
namespace {

struct Header {
  char magic[8];
  std::uint32_t byte_order;
  std::uint32_t columns;
  std::uint64_t file_size;
  std::uint64_t checksum;  // of the columns, then of the directory
};

constexpr char kMagic[9] = "SZJCOL2\n";
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kAlignment = 8;

constexpr std::size_t kBuffer = std::size_t{1} << 20;  // a multiple of the alignment

std::size_t aligned(std::size_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

// FNV-1a over eight bytes at a time: told apart must be damaged files, not adversaries.
constexpr std::uint64_t kEmptyChecksum = 14695981039346656037U;
std::uint64_t checksum_of(std::string_view bytes, std::uint64_t hash) {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    hash = (hash ^ word) * 1099511628211U;
    hash ^= hash >> 32;
  }
  for (; at < bytes.size(); ++at) hash = (hash ^ static_cast<unsigned char>(bytes[at])) * 1099511628211U;
  return hash;
}

Error malformed(const std::filesystem::path& path, const char* why) {
  return {ErrorCode::malformed, "the columns file " + path.string() + " is damaged: " + why};
}

}  // namespace

void ColumnsWriter::add_bytes(std::string_view name, const void* data, std::size_t count, std::size_t width) {
  Column column{
      std::string(name.substr(0, sizeof(Columns::Entry::name) - 1)), {}, static_cast<std::uint32_t>(width)};
  column.bytes.resize(count * width);
  if (count > 0) std::memcpy(column.bytes.data(), data, count * width);
  columns_.push_back(std::move(column));
}

Result<Done> ColumnsWriter::write(const std::filesystem::path& path) const {
  ColumnsFile file(path, columns_.size());
  for (const Column& column : columns_) {
    file.begin(column.name, column.width);
    file.append(column.bytes.data(), column.bytes.size());
  }
  return file.finish();
}

struct ColumnsFile::State {
  DurableFile file;
  std::vector<Columns::Entry> directory = {};
  std::string waiting = {};  // whole words, once enough of them are here
  std::size_t offset = 0;    // in the file, behind what waits
  std::uint64_t checksum = kEmptyChecksum;

  void flush() {
    checksum = checksum_of(waiting, checksum);
    file.append(waiting);
    waiting.clear();
  }
  void pad() {
    const std::size_t padding = aligned(offset) - offset;
    waiting.append(padding, '\0');
    offset += padding;
  }
};

ColumnsFile::ColumnsFile(std::filesystem::path path, std::size_t columns)
    : state_(std::make_unique<State>(State{DurableFile(std::move(path))})) {
  state_->directory.reserve(columns);
  state_->offset = sizeof(Header) + columns * sizeof(Columns::Entry);
  state_->file.append(std::string(state_->offset, '\0'));  // until all of it is known
}
ColumnsFile::~ColumnsFile() = default;

void ColumnsFile::begin(std::string_view name, std::size_t width) {
  state_->pad();
  Columns::Entry entry{};
  name.copy(entry.name, sizeof entry.name - 1);
  entry.offset = state_->offset;
  entry.width = static_cast<std::uint32_t>(width);
  state_->directory.push_back(entry);
}

void ColumnsFile::append(const void* data, std::size_t bytes) {
  State& state = *state_;
  Columns::Entry& entry = state.directory.back();
  for (auto at = static_cast<const char*>(data); bytes > 0;) {
    const std::size_t part = std::min(bytes, kBuffer - state.waiting.size());
    state.waiting.append(at, part);
    state.offset += part;
    if (state.waiting.size() == kBuffer) state.flush();
    at += part;
    bytes -= part;
  }
  entry.count = (state.offset - entry.offset) / entry.width;
}

Result<Done> ColumnsFile::finish() {
  State& state = *state_;
  state.pad();
  state.flush();
  const std::string_view directory(reinterpret_cast<const char*>(state.directory.data()),
                                   state.directory.size() * sizeof(Columns::Entry));
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof header.magic);
  header.byte_order = kByteOrder;
  header.columns = static_cast<std::uint32_t>(state.directory.size());
  header.file_size = state.offset;
  header.checksum = checksum_of(directory, state.checksum);
  state.file.rewrite_beginning(
      std::string(reinterpret_cast<const char*>(&header), sizeof header).append(directory));
  return state.file.finish();
}

Columns::Mapping::~Mapping() {
  if (data != nullptr) munmap(const_cast<char*>(data), size);
  if (descriptor >= 0) close(descriptor);
}

Result<Columns> Columns::open(const std::filesystem::path& path) {
  auto file = std::make_unique<Mapping>();
  file->descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file->descriptor < 0) {
    return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                 "cannot open " + path.string() + ": " + std::strerror(errno)};
  }
  // Where the file system has no locks at all, a segment in use may be swept; that is the next best.
  const bool swept = flock(file->descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  struct stat status {};
  if (fstat(file->descriptor, &status) != 0) {
    return Error{ErrorCode::unreadable, "cannot read " + path.string() + ": " + std::strerror(errno)};
  }
  if (swept || status.st_nlink == 0)
    return Error{ErrorCode::not_found, path.string() + " has just been removed"};
  file->size = static_cast<std::size_t>(status.st_size);
  if (file->size < sizeof(Header)) return malformed(path, "it is shorter than its header");
  void* mapped = mmap(nullptr, file->size, PROT_READ, MAP_SHARED, file->descriptor, 0);
  if (mapped == MAP_FAILED) {
    return Error{ErrorCode::unreadable, "cannot map " + path.string() + ": " + std::strerror(errno)};
  }
  file->data = static_cast<const char*>(mapped);

  Header header{};
  std::memcpy(&header, file->data, sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof header.magic) != 0)
    return malformed(path, "it does not begin as one");
  if (header.byte_order != kByteOrder)
    return malformed(path, "it was written on a machine of other byte order");
  if (header.file_size != file->size) return malformed(path, "it is not as long as it was written");
  if (header.columns > (file->size - sizeof header) / sizeof(Entry))
    return malformed(path, "its directory is cut off");

  Columns columns(std::move(file));
  for (const Entry& entry : columns.entries()) {
    const bool inside = entry.width > 0 && entry.width <= 8 && entry.offset % kAlignment == 0 &&
                        entry.offset <= header.file_size &&
                        entry.count <= (header.file_size - entry.offset) / entry.width;
    if (!inside || entry.name[sizeof entry.name - 1] != '\0')
      return malformed(path, "a column lies outside of it");
  }
  return columns;
}

std::span<const Columns::Entry> Columns::entries() const {
  Header header{};
  std::memcpy(&header, file_->data, sizeof header);
  return {reinterpret_cast<const Entry*>(file_->data + sizeof header), header.columns};
}

const Columns::Entry* Columns::find(std::string_view name, std::size_t width) const {
  for (const Entry& entry : entries()) {
    if (name == entry.name && (width == 0 || entry.width == width)) return &entry;
  }
  return nullptr;
}

bool Columns::intact() const {
  Header header{};
  std::memcpy(&header, file_->data, sizeof header);
  const std::size_t behind = sizeof header + header.columns * sizeof(Entry);
  const std::string_view all(file_->data, file_->size);
  const std::uint64_t columns = checksum_of(all.substr(behind), kEmptyChecksum);
  return checksum_of(all.substr(sizeof header, behind - sizeof header), columns) == header.checksum;
}

}  // namespace szukajst::core
