#include "core/columns.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/durable_file.h"

namespace szukajst::core {
namespace {

struct Header {
  char magic[8];
  std::uint32_t byte_order;
  std::uint32_t columns;
  std::uint64_t file_size;
  std::uint64_t checksum;  // of all that follows the header
};

constexpr char kMagic[9] = "SZJCOL1\n";
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kAlignment = 8;

std::size_t aligned(std::size_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

// FNV-1a over eight bytes at a time: told apart must be damaged files, not adversaries.
std::uint64_t checksum_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037U;
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
  std::size_t offset = sizeof(Header) + columns_.size() * sizeof(Columns::Entry);
  std::string body;
  for (const Column& column : columns_) {
    Columns::Entry entry{};
    std::memcpy(entry.name, column.name.data(), column.name.size());
    entry.offset = offset;
    entry.count = column.bytes.size() / column.width;
    entry.width = column.width;
    body.append(reinterpret_cast<const char*>(&entry), sizeof entry);
    offset += aligned(column.bytes.size());
  }
  for (const Column& column : columns_) {
    body += column.bytes;
    body.append(aligned(column.bytes.size()) - column.bytes.size(), '\0');
  }
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof header.magic);
  header.byte_order = kByteOrder;
  header.columns = static_cast<std::uint32_t>(columns_.size());
  header.file_size = sizeof header + body.size();
  header.checksum = checksum_of(body);
  return write_durably(path, {std::string_view(reinterpret_cast<const char*>(&header), sizeof header), body});
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
  return checksum_of({file_->data + sizeof header, file_->size - sizeof header}) == header.checksum;
}

}  // namespace szukajst::core
