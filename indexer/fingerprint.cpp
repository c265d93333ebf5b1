#include "indexer/fingerprint.h"

#include <link.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "core/hash.h"

namespace szukajst::indexer {
namespace {

namespace fs = std::filesystem;

// The note in a loaded object by which linkers tell builds apart; empty where it has none.
std::string_view build_id(const dl_phdr_info& object) {
  for (int i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = object.dlpi_phdr[i];
    if (part.p_type != PT_NOTE || part.p_align > 8) continue;
    const std::size_t align = std::max<std::size_t>(part.p_align, 4);
    const auto padded = [&](std::size_t size) { return (size + align - 1) / align * align; };
    const std::string_view notes(reinterpret_cast<const char*>(object.dlpi_addr + part.p_vaddr),
                                 part.p_memsz);
    for (std::size_t at = 0; at + sizeof(ElfW(Nhdr)) <= notes.size();) {
      ElfW(Nhdr) note;
      std::memcpy(&note, notes.data() + at, sizeof note);
      const std::size_t name = at + sizeof note, content = name + padded(note.n_namesz);
      if (content + note.n_descsz > notes.size()) break;
      if (note.n_type == NT_GNU_BUILD_ID && notes.substr(name, 3) == "GNU")
        return notes.substr(content, note.n_descsz);
      at = content + padded(note.n_descsz);
    }
  }
  return {};
}

// What a file without a build identifier is known by: it may have changed whenever it was written.
std::uint64_t size_and_time(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  const auto time = fs::last_write_time(path, error).time_since_epoch().count();
  return core::hash_of(path.string() + ' ' + std::to_string(size) + ' ' + std::to_string(time));
}

int add_object(dl_phdr_info* object, std::size_t, void* sum) {
  const std::string_view name = object->dlpi_name == nullptr ? "" : object->dlpi_name;
  const auto id = build_id(*object);
  // The main program has no name here; the kernel's object has no file.
  const std::uint64_t hash = !id.empty()
                                 ? core::hash_of(id)
                                 : size_and_time(name.empty() ? fs::path("/proc/self/exe") : fs::path(name));
  *static_cast<std::uint64_t*>(sum) += hash;  // in whatever order they were loaded
  return 0;
}

}  // namespace

core::Result<std::uint64_t> program_fingerprint(const fs::path& data) {
  std::uint64_t hash = 0;
  dl_iterate_phdr(add_object, &hash);
  std::vector<fs::path> tables;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(data, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (entry.depth() == 0 && entry->path().filename() == "pages") entry.disable_recursion_pending();
    if (entry->is_regular_file(ignored)) tables.push_back(entry->path());
  }
  if (error)
    return core::Error{core::ErrorCode::unreadable, "cannot read " + data.string() + ": " + error.message()};
  std::ranges::sort(tables);
  for (const fs::path& table : tables) {
    std::ifstream file(table, std::ios::binary);
    std::string bytes(file ? fs::file_size(table, error) : 0, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) return core::Error{core::ErrorCode::unreadable, "cannot read " + table.string()};
    hash = core::hash_of(bytes, core::hash_of(table.lexically_relative(data).generic_string(), hash));
  }
  return hash;
}

std::uint64_t input_hash(std::string_view source, std::string_view bytes, std::uint64_t fingerprint) {
  const std::uint64_t hash = core::hash_of(bytes, core::hash_of(source, fingerprint));
  return hash == 0 ? 1 : hash;
}

}  // namespace szukajst::indexer
